package frame_test

import (
	"slices"
	"testing"
	"time"

	"sitrep/extract/article"
	"sitrep/extract/event"
	"sitrep/extract/frame"
	"sitrep/extract/kind"
	"sitrep/extract/lang"
	"sitrep/extract/mention"
	"sitrep/extract/reading"
	"sitrep/extract/role"
	"sitrep/extract/rules"
	"sitrep/extract/scope"
	"sitrep/extract/setting"
	"sitrep/extract/telling"
	"sitrep/gazetteer"
)

// published is the day of publication of the texts, a Wednesday.
var published = time.Date(2016, 12, 14, 0, 0, 0, 0, time.UTC)

// last returns the last telling of a text.
func last(t *testing.T, text string, o frame.Options) *telling.Telling {
	t.Helper()
	ts := tellings(t, text, o)
	return ts[len(ts)-1]
}

// tellings returns the tellings of a text.
func tellings(t *testing.T, text string, o frame.Options) []*telling.Telling {
	t.Helper()
	set, err := rules.Load()
	if err != nil {
		t.Fatal(err)
	}
	words, err := lang.NewVocabulary(set.Vocabulary())
	if err != nil {
		t.Fatal(err)
	}
	a := article.Clean(article.Input{ID: "t", Text: text, Published: published.Format(time.DateOnly)})
	r := reading.New(reading.NewResources(set, gazetteer.Actors(), gazetteer.Places()), lang.New(a, words))
	events, _ := event.Find(r, event.NewGate(set, false), event.Options{Floor: 0.5})
	ts := telling.Of(events)
	if len(ts) == 0 {
		t.Fatalf("%s: no event", text)
	}
	role.Add(r, ts, nil, false)
	setting.Add(r, ts)
	scope.Add(r, ts)
	kind.Add(r, ts, kind.Options{})
	frame.Add(r, ts, o)
	return ts
}

// TestPlaces holds where the last telling of a text is.
func TestPlaces(t *testing.T) {
	for _, c := range []struct {
		text      string
		places    []string
		inherited bool
	}{
		{"Rebels shelled the town of Gao on Monday. Soldiers fired back at the rebels.", []string{"Gao"}, true},
		{"A car bomb exploded in Lahore on Monday, killing nine people. The blast wrecked a bus.", []string{"Lahore"}, true},
		{"A bomb killed four people in Peshawar on Monday. Gunmen killed two policemen in Quetta.", []string{"Quetta"}, false},
		{"Rebels attacked Gao on Monday. They killed nine soldiers. They also burned the barracks.", []string{"Gao"}, true},
		{"Jets bombed Taiz on Sunday. In Ukraine, shells killed two soldiers.", []string{"Ukraine"}, false},
		{"A car bomb killed nine people in Aleppo on Monday. Azerbaijani forces shelled Armenian positions.", nil, false},
		{"The convoy halted in Kunduz at noon. Rebels attacked the soldiers with rockets.", []string{"Kunduz"}, true},
		{"Omar was in a shop in Tembisa (Gauteng) on Monday. Three people were trampled to death.", []string{"Tembisa"}, true},
		{"A bus left Dara, 40 km north of Mosul, on Monday. Two people were shot dead.", []string{"Dara"}, true},
		{"Police broke up a rally in central Minsk. The opposition said 200 people were detained across Belarus.", []string{"Belarus"}, false},
		{"A bomb hit a van in Mastung as it was heading to Quetta. The separatists said they had targeted soldiers.", []string{"Mastung"}, true},
		{"Rebels attacked Bo and Kenema on Monday. Soldiers shot four men in Bo.\n\nIn May soldiers surrounded the hill of Rugano. They opened fire. Thirty people died.", []string{"Rugano"}, true},
		{"Militants attacked Pemba on Monday. Nine people died in Pemba.\n\nFighters also raided the village of Nanjabo. They torched a clinic.", []string{"Nanjabo"}, true},
		{"Abdi Noor, a driver from Kismayo, was in the crowd. Soldiers shot two students.", nil, false},
		{"Soldiers entered Aguelhok on Friday. Traders who reached Gao said six men were shot. The soldiers then looted the shops.", []string{"Aguelhok"}, true},
		{"A bomb wrecked the market of Gao on Monday, killing nine people.\n\nDoctors ran out of blood.\n\nThe president cancelled a trip to Bamako, where rebels killed a judge in May.\n\nShops were shut.\n\nSappers have defused a second device.", []string{"Gao"}, true},
		{"A bomb killed nine people in Gao on Monday.\n\nIn Bamako rebels killed a judge. In Bamako they also burned a court.\n\nMortars hit a barracks in Kidal.\n\nSchools were open.\n\nShops were shut.\n\nSappers have defused a second device.", nil, false},
	} {
		x := last(t, c.text, frame.Options{})
		var places []string
		for _, p := range x.Places {
			places = append(places, p.Text)
		}
		if !slices.Equal(places, c.places) || (x.PlaceProbability > 0) != c.inherited {
			t.Errorf("%s\n got %q, probability %.2f; want %q, inherited %v", c.text, places, x.PlaceProbability, c.places, c.inherited)
		}
	}
}

// TestDays holds when the last telling of a text is.
func TestDays(t *testing.T) {
	for _, c := range []struct{ text, first, last string }{
		{"Rebels shelled the town of Gao on Monday. Soldiers fired back at the rebels.", "2016-12-12", "2016-12-12"},
		{"Gunmen killed three herders near Jos on 2 December. Two days later a crowd burned a mosque in Jos.", "2016-12-04", "2016-12-04"},
		{"A bomb killed five people in Asadabad on Sunday. The blast came three days after gunmen killed nine people in Jalalabad.", "2016-12-08", "2016-12-08"},
		{"A bomb killed five people in Asadabad in May 2013. It happened just a year after gunmen killed nine people in Jalalabad.", "2012-01-01", "2012-12-31"},
		{"In June 1974 a grenade wounded eight people in Rovigo. In August arsonists burned down a library in Argenta.", "1974-08-01", "1974-08-31"},
		{"SUNDAY. Mortar bombs killed four people in the market of Taiz.", "2016-12-11", "2016-12-11"},
		{"Gunmen killed an imam in Jos in May 2013. The following year gunmen killed his son in Kano.", "2014-01-01", "2014-12-31"},
		{"Officers knocked at a door in Sylhet on Tuesday night. They asked for a light. Before dawn the militants threw a grenade at them.", "2016-12-13", "2016-12-13"},
		{"Rebels shelled Gao on 2 May. The mission left in 2014. In July of that year rebels shelled Bourem.", "2014-07-01", "2014-07-31"},
		{"FRIDAY. The cabinet met in Sanaa. Gunmen attacked a checkpoint in Taiz at dusk.", "2016-12-09", "2016-12-09"},
		{"What happened on Saturday can be told by the minute. At 6.41 the gunman shot dead two policemen at a stall.", "2016-12-10", "2016-12-10"},
		{"On 21 May gunmen attacked Chibok. The following night they burned the village of Alagarno and shot its elders.", "2016-05-22", "2016-05-22"},
		{"The raid on Gao was the worst since 7 August 2016, when gunmen killed nine people.", "2016-08-07", "2016-08-07"},
		{"Since 2012 gunmen have come over the border. In November of that year they attacked an army post at Gao.", "2012-11-01", "2012-11-30"},
		{"Rebels shelled Gao on 9 May 1989. In 1986 the ministry had ordered a fence. On 2 June 1990 it fell. On the 5th gunmen killed a guard.", "1990-06-05", "1990-06-05"},
		{"In January 2011 the minister hired a company to train the army. Soldiers arrested its leaders in Moresby on March 16.", "2011-03-16", "2011-03-16"},
		{"On Monday a minister said that the talks would go on. Rebels shelled the town of Gao.", "", ""},
		{"Rebels shelled Gao on Monday. They killed nine soldiers. They also burned the barracks.\n\nOn 2 May jets bombed Kidal.\n\nShops were shut.\n\nSchools were open.\n\nSoldiers shot a trader at a checkpoint.", "2016-12-12", "2016-12-12"},
		{"Rebels shelled Gao on Monday.\n\nOn 2 May jets bombed Kidal. They killed nine soldiers.\n\nShops were shut.\n\nSchools were open.\n\nSoldiers shot a trader at a checkpoint.", "", ""},
		{"Sunday: Rebels shelled the town of Gao.\n\nMonday: Rebels shelled Ansongo.\n\nTuesday: Omar Dar, held since May by gunmen in Kidal, was shot near Bourem. Soldiers killed a rebel.", "2016-12-13", "2016-12-13"},
		{"20:15 - The minister says the siege is over.\n\n17:42 - Commandos are on the roof.\n\n16:05 - Gunmen shot dead a constable at the gate.", "2016-12-14", "2016-12-14"},
		{"20:15 - The minister says the siege is over.\n\n17:42 - Commandos are on the roof.\n\n16:05 - In May gunmen shot dead a constable at the gate.", "2016-05-01", "2016-05-31"},
	} {
		d := last(t, c.text, frame.Options{}).Date
		if d == nil {
			d = &mention.Date{}
		}
		if c.first == "" && d.From.IsZero() {
			continue
		}
		if first, last := d.From.Format(time.DateOnly), d.To.Format(time.DateOnly); first != c.first || last != c.last {
			t.Errorf("%s\n got %s to %s, want %s to %s", c.text, first, last, c.first, c.last)
		}
	}
}

// TestOther holds that the first telling of a text does not take the day of one of
// which the text says that it is another.
func TestOther(t *testing.T) {
	for text, want := range map[string]string{
		"A mine killed two soldiers in Gao. In a similar attack on 5 December a mine killed three soldiers.": "",
		"A mine killed two soldiers in Gao. The blast on 5 December wrecked a lorry.":                        "2016-12-05",
	} {
		got := ""
		if d := tellings(t, text, frame.Options{})[0].Date; d != nil {
			got = d.From.Format(time.DateOnly)
		}
		if got != want {
			t.Errorf("%s\n got %q, want %q", text, got, want)
		}
	}
}

// TestRetold holds the day of the first telling of a text, which points to what the
// text tells later.
func TestRetold(t *testing.T) {
	const later = " The inquiry sat for two years. The families wait.\n\nNobody was tried. A judge retired.\n\nOn 7 March 1996 a bomb exploded in a market in Asadabad."
	for _, c := range []struct{ text, want string }{
		{"A court blamed the army for the bombing." + later, "1996-03-07"},
		{"A court blamed the army for the bombing." + later + " On 2 May 1997 a bomb exploded in a bank in Asadabad.", ""},
		{"A court blamed the army for a bombing." + later, ""},
	} {
		got := ""
		if d := tellings(t, c.text, frame.Options{})[0].Date; d != nil {
			got = d.From.Format(time.DateOnly)
		}
		if got != c.want {
			t.Errorf("%s\n got %q, want %q", c.text, got, c.want)
		}
	}
}

// TestExplicit holds that nothing is taken over where that is not wanted.
func TestExplicit(t *testing.T) {
	x := last(t, "Rebels shelled the town of Gao on Monday. Soldiers fired back at the rebels.", frame.Options{Explicit: true})
	if len(x.Places) > 0 || x.Date != nil {
		t.Errorf("got %v, %v", x.Places, x.Date)
	}
}
