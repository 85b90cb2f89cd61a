package scope_test

import (
	"context"
	"strings"
	"testing"

	"sitrep/extract"
	"sitrep/extract/article"
	"sitrep/extract/record"
)

// scopesOf returns the scopes of a text's records, by trigger.
func scopesOf(t *testing.T, text string) map[string]string {
	t.Helper()
	x, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	r, err := x.Extract(context.Background(), article.Input{ID: "t", Text: text, Published: "2019-12-14"})
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, e := range r.Events {
		out[e.Trigger.Text] = e.Scope
	}
	return out
}

// TestScope has, for every construction, a sentence that tells of many
// happenings and one like it that tells of one.
func TestScope(t *testing.T) {
	const many, one = record.Aggregate, record.Single
	for _, c := range []struct{ text, trigger, want string }{
		{"Rebels have killed 103 farmers in Ituri since 30 October.", "killed", many},
		{"Rebels killed 14 farmers in Ituri on Thursday, since they had refused to pay.", "killed", one},
		{"Rebels killed 14 farmers on Thursday in the deadliest attack in Ituri since May.", "attack", one},
		{"A bombing has killed 26 people in the deadliest such incident in Yemen in almost a year.", "bombing", one},
		{"Twelve soldiers were killed near Gao in the worst attack on the army in over a year.", "attack", one},
		{"At least 40 people have been killed in Cali in less than a month.", "killed", many},
		{"Fighting near Aru has left dozens dead.", "Fighting", many},
		{"Fighting near Aru on Monday left dozens dead.", "Fighting", one},
		{"The army has killed 45 rebels in Cabo Delgado, by its own count.", "killed", many},
		{"The latest deaths bring to 41 the number of people killed in protests in Guinea since June. Police shot dead two men in Conakry on Monday.", "deaths", many},
		{"Bandits have raided dozens of villages in Zamfara since March. At least 90 people have been killed.", "killed", many},
		{"Bandits raided a village in Zamfara on Monday. At least nine people have been killed.", "killed", one},
		{"The group has reported hundreds of civilians killed in operations against rebels in Deir al-Zor.", "killed", many},
		{"Militants killed at least six writers in Bangladesh between 2013 and 2016.", "killed", many},
		{"The number of people killed in an attack by a gang on Gonaives last week has risen to 115.", "attack", one},
		{"So far this year 183 soldiers have been killed by rebels in Colombia.", "killed", many},
		{"Earlier this year rebels killed 18 soldiers in Colombia.", "killed", one},
		{"An attack by rebels this year killed 18 soldiers in Colombia.", "attack", one},
		{"Soldiers killed 56 rebels in Mali over the past seven days.", "killed", many},
		{"Soldiers killed 56 rebels in Mali over the past two days.", "killed", one},
		{"Gunmen have killed 40 teachers in three years of war in Thailand.", "war", many},
		{"Around 35 soldiers are killed every day in clashes with the Taliban.", "clashes", many},
		{"Rebels attacked 23 lorries on the road between May and July.", "attacked", many},
		{"The army carried out frequent raids on villages in Kachin.", "raids", many},
		{"The army carried out a series of raids on villages in Kachin.", "raids", many},
		{"The army carried out raids on villages in Kachin on Monday.", "raids", one},
		{"The rebel raid was the latest in a series of attacks on army posts in Kachin.", "attacks", one},
		{"Rebels killed 14 farmers in Ituri a year ago.", "killed", one},
		{"Rebels killed 14 farmers in Ituri a year and a half ago.", "killed", one},
		{"Rebels kill 14 farmers a year in Ituri.", "kill", many},
		{"The unrest, in which 60 people have died in Guinea, began in October.", "died", many},
		{"The attack, in which 60 people died in Guinea, began at dawn.", "attack", one},
		{"A bomb killed 14 people in Baquba on Monday. The war, which has killed more than 9,700 people, is in its third year.", "killed", many},
		{"In November, 87 people were killed in the province of Cauca.", "killed", many},
		{"In November, 87 people were killed in Cali.", "killed", one},
		{"A mine killed three peacekeepers near Kidal on Saturday. The mission has now lost 26 soldiers.", "lost", many},
		{"Rebels attacked a base near Kidal on Saturday. The army lost 26 soldiers.", "lost", one},
		{"In November, nine people were killed in the province of Cauca.", "killed", one},
		{"Police in Honduras say 87 people were killed in November, up from 60 in October.", "killed", many},
		{"Gunmen killed two men in Jos on Monday. The death toll for the month now stands at 212.", "death toll", many},
		{"Since the army launched its offensive two weeks ago, 40 people have been killed in Gao.", "offensive", many},
		{"Since fighting broke out last month, 40 people have been killed in Gao.", "fighting", many},
		{"Rebels shelled Gao every night.", "shelled", many},
		{"Rebels held a village that the army shelled every night, and captured Gao on Monday.", "captured", one},
		{"By 1 March 2014 the army and rebels had killed more than 100,000 people in Syria.", "killed", many},
		{"Seven days of air raids across Idlib left more than 75 civilians dead.", "air raids", many},
		{"The air raid on a market in Idlib left more than 75 civilians dead.", "air raid", one},
		{"Peru has so far lost at least 12 soldiers in the jungle war.", "lost", many},
		{"Also in July 25 civilians were killed in air attacks near Gao.", "air attacks", many},
		{"Also on Friday 25 civilians were killed in air attacks near Gao.", "air attacks", one},
		{"Dozens have been killed in clashes between farmers and herders in Plateau.", "clashes", many},
		{"Dozens were killed in clashes between farmers and herders in Plateau on Monday.", "clashes", one},
		{"The air raids have claimed hundreds of lives in Gao.", "air raids", many},
		{"The air raid on Monday claimed hundreds of lives in Gao.", "air raid", one},
		{"The monitor documented 60 killings by militias in Ituri in May.", "killings", many},
		{"Since Saturday at least 18 farmers have been killed in raids on villages in Ituri.", "raids", many},
		{"Since Saturday at least 18 farmers have been killed in the raid on Ituri.", "raid", one},
		{"More than 200,000 people have been killed by the army and rebels in Syria.", "killed", many},
		{"Clashes in Anbar claimed at least 180 lives in the week to Friday.", "Clashes", many},
		{"Rebels killed 41 soldiers in Kivu in the two months to July.", "killed", many},
		{"Rebels killed 41 soldiers in Kivu on Friday, in the week to which the truce applied.", "killed", one},
		{"At least 23 people have died in clashes in Kathmandu, by a count of a rights group.", "clashes", many},
		{"Rebels have killed 61 teachers in Yala, according to a tally by the union.", "killed", many},
		{"An air strike killed 61 people in Saada, according to a tally by the hospital.", "air strike", one},
		{"Another 210 people have been killed in clashes in Bayda, a monitor said.", "clashes", many},
		{"As many as 126 people have been killed in the explosion, an official in Kabul said.", "explosion", one},
		{"At least 127 people have been killed by air strikes in Idlib since the army began an offensive two weeks ago.", "air strikes", many},
		{"An air strike killed 27 people in Idlib a day after the army began an offensive.", "air strike", one},
		{"During the reporting period 26 attacks were directed against the army, resulting in the deaths of 81 soldiers.", "attacks", many},
		{"A total of 21 people were killed in such attacks in Kilis.", "attacks", many},
		{"The offensive has killed 30 civilians in Idlib, a hospital said.", "offensive", many},
		{"The offensive killed 30 civilians in Idlib on Monday, a hospital said.", "offensive", one},
		{"Violence in Iraq claimed 39 lives in November.", "Violence", many},
		{"The bombing in Iraq claimed 39 lives in November.", "bombing", one},
		{"The past two weeks have seen 43 deaths in attacks in Kirkuk.", "attacks", many},
		{"The past two days have seen 43 deaths in an attack in Kirkuk.", "attack", one},
		{"The group has killed 24 people in Ramadi since it took up arms.", "killed", many},
		{"The group killed 24 people in Ramadi since they had refused to pay.", "killed", one},
		{"Gao has been hit by a string of bombings in which 77 people have been killed.", "bombings", many},
		{"The group has claimed attacks that have killed 78 people in Gao.", "attacks", many},
		{"The group has claimed the attack that has killed 78 people in Gao.", "attack", one},
		{"Attacks in Gao over the past fortnight have left 55 dead.", "Attacks", many},
		{"In all of last year, 53 people were killed in Gao.", "killed", many},
		{"About 86 people were killed in Gao in the run-up to the election.", "killed", many},
		{"Between 310 and 560 civilians were killed by drones in Pakistan.", "killed", many},
		{"Between 10 and 15 civilians were killed by a drone in Pakistan.", "killed", one},
	} {
		if got := scopesOf(t, c.text)[c.trigger]; got != c.want {
			t.Errorf("%s\n %s: got %q, want %q", c.text, c.trigger, got, c.want)
		}
	}
}

// TestRunningTotals holds that a figure of many happenings is no toll of the one
// that it stands beside.
func TestRunningTotals(t *testing.T) {
	x, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		text string
		want string // the figures that count others too
	}{
		{"Rebels killed nine soldiers near Gao on Thursday, bringing to 45 the number of soldiers killed this year.", "45"},
		{"Rebels killed nine soldiers near Gao on Thursday, bringing the toll to 12.", ""},
		{"A bomb killed nine people in Ramadi on Monday, the latest in a series of attacks that have killed 31 people.", "31"},
		{"Vietnamese troops took Phnom Penh on Sunday from the Khmer Rouge, whose rule had killed more than a million people.", "more than a million"},
	} {
		r, err := x.Extract(context.Background(), article.Input{ID: "t", Text: c.text, Published: "2019-12-14"})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, e := range r.Events {
			for _, f := range e.Casualties {
				if f.Scope == record.Aggregate {
					got = append(got, f.Text)
				}
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s\n got %q, want %q", c.text, s, c.want)
		}
	}
}
