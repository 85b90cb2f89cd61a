package role

import (
	"slices"
	"testing"

	"sitrep/extract/article"
	"sitrep/extract/event"
	"sitrep/extract/lang"
	"sitrep/extract/reading"
	"sitrep/extract/rules"
	"sitrep/extract/telling"
	"sitrep/extract/toll"
	"sitrep/gazetteer"
)

// TestAdd holds who did it and to whom, where the event's clause says so and
// where only the rest of the sentence does.
func TestAdd(t *testing.T) {
	set, err := rules.Load()
	if err != nil {
		t.Fatal(err)
	}
	resources := reading.NewResources(set, gazetteer.Actors(), gazetteer.Places())
	for _, c := range []struct{ text, actors, targets string }{
		{"Rebels ambushed an army convoy near Gao, killing two soldiers.", "Rebels", "an army convoy"},
		{"Two soldiers were killed in an ambush near Gao.", "", "Two soldiers"},
		{"Police arrested three rebels in Gao.", "Police", "three rebels"},
		{"One man died when a bomb, planted by rebels, exploded near Quetta.", "rebels", "One man"},
		{"Clashes broke out between police and demonstrators in Manama.", "police; demonstrators", ""},
		{"A suicide bomber blew himself up at a mosque in Kano.", "A suicide bomber", "a mosque"},
		{"A man drove a lorry filled with explosives into a barracks.", "A man", "a barracks"},
		{"Two officers shot the 31-year-old in the arm near the harbour of Malmö.", "Two officers", "the 31-year-old"},
		{"Gunmen shot the subprefect outside his house in Lola.", "Gunmen", "the subprefect"},
		{"Soldiers arrested eleven on Sunday in Davao.", "Soldiers", "eleven"},
		{"The army bombed us in Aweil.", "The army", "us"},
		{"Militants fired at Sher Lone near Sopore.", "Militants", "Sher Lone"},
		{"Soldiers opened fire on us in Aweil.", "Soldiers", "us"},
		{"A missile struck a block of flats on the left bank of the river in Kherson.", "", "a block"},
		{"Some of the hostages were beheaded by rebels in Marawi.", "rebels", "Some of the hostages"},
		{"Troops seized 40 kilograms of explosives in Basilan.", "Troops", "40 kilograms of explosives"},
		{"The third bomb exploded outside a bank in Adana.", "", "a bank"},
		{"A car bomb was detonated by the Kovačs in a market in Osijek.", "the Kovačs", "a market"},
		{"A bus detonated a landmine near Mutoko on Sunday.", "", "A bus"},
		{"Rebels overran a camp known as Base Omar near Gao.", "Rebels", "a camp"},
		{"Gunmen shot a lawyer called Ali Said in Lahore.", "Gunmen", "a lawyer"},
		{"A young man set off a bomb in a bus in Kaduna.", "A young man", "a bus"},
		{"Rebels brought down a crop duster with a missile near Arauca.", "Rebels", "a crop duster"},
		{"Two soldiers were killed and three others wounded in an ambush near Gao.", "", "Two soldiers"},
		{"Gunmen shot a judge and injured another in Lima.", "Gunmen", "a judge"},
		{"Three others were wounded in the ambush near Gao.", "", "Three others"},
		{"A school in Idlib was hit by drone strikes.", "", "A school"},
		{"The bombing of the office of a lawyer in Cali killed nobody.", "", "the office"},
		{"Jets carried out raids on the positions of rebels near Sirte.", "Jets", "the positions"},
		{"The shelling by rebels of a market in Goma went on.", "rebels", "a market"},
		{"Militants lobbed a grenade targeting soldiers at a market in Srinagar.", "Militants", "soldiers"},
		{"The frigate launched missiles targeting arms depots in Hodeida.", "The frigate", "arms depots"},
		{"The Taliban fired mortars that struck a school in Kunduz.", "The Taliban", "a school"},
		{"Rockets that were fired by Hamas hit a factory in Sderot.", "Hamas", "a factory"},
		{"Hezbollah launched rockets aimed at an army base near Safed.", "Hezbollah", "an army base"},
		{"A bomb targeting a police patrol exploded in Quetta.", "", "a police patrol"},
		{"Twelve people were hurt in a suicide bombing aimed at a convoy of peacekeepers in Mogadishu.", "", "a convoy"},
		{"The bomber blew himself up in the middle of worshippers in Zaria.", "The bomber", "worshippers"},
		{"Nine villagers perished at the hands of the militia in Ituri.", "the militia", "Nine villagers"},
		{"Troops began an anti Maoist operation in the forests of Bastar.", "Troops", "Maoist"},
		{"Turkey suffered bombings at the hands of both the Kurdish militants and jihadists.", "the Kurdish militants; jihadists", ""},
		{"Omar Khalid, a spokesman for the Mohmand Front, claimed the attack on the post.", "the Mohmand Front", "the post"},
		{"Abu Sayyaf has yet to claim the attack on a hotel in Jolo.", "", "a hotel"},
		{"Islamic State has not claimed responsibility for the attack on a hotel in Basra.", "", "a hotel"},
		{"The minister condemned the attack on a hotel in Mogadishu, for which al-Shabaab has claimed responsibility.", "al-Shabaab", "a hotel"},
		{"Soldiers burned the village of Kona in 2017.", "Soldiers", "the village"},
		{"Shells struck residential areas in Donetsk.", "", "residential areas"},
		{"The army shelled the neighbourhood of Salma in Aleppo.", "The army", ""},
		{"Taliban fighters overran a base of the army and three checkpoints in Faryab.", "Taliban fighters", "a base; three checkpoints"},
		{"Rebels burned the house of a judge and a clinic in Bunia.", "Rebels", "the house; a clinic"},
		{"Militants attacked an outpost of the army and the police in Swat.", "Militants", "an outpost"},
		{"The army 'retook' the town of Kona from rebels.", "The army", "rebels"},
	} {
		r := reading.New(resources, lang.New(article.Clean(article.Input{ID: "t", Text: c.text})))
		events, _ := event.Find(r, event.NewGate(set, false), event.Options{Floor: 0.5})
		ts := telling.Of(events)
		toll.Add(r, ts)
		Add(r, ts, nil, false)
		if len(ts) != 1 {
			t.Errorf("%s: %d tellings, want one", c.text, len(ts))
			continue
		}
		if actors, targets := wordsOf(ts[0].Actors), wordsOf(ts[0].Targets); actors != c.actors || targets != c.targets {
			t.Errorf("%s\n got %q, %q, want %q, %q", c.text, actors, targets, c.actors, c.targets)
		}
		for _, f := range slices.Concat(ts[0].Actors, ts[0].Targets) {
			if f.Probability <= 0 || f.Probability > 1 {
				t.Errorf("%s: %s has probability %v", c.text, f.Group.Text(), f.Probability)
			}
		}
	}
}

// wordsOf are the words of fillers, "; " between them.
func wordsOf(fs []event.Filler) string {
	out := ""
	for i, f := range fs {
		if i > 0 {
			out += "; "
		}
		out += f.Group.Text()
	}
	return out
}
