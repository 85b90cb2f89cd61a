package casualty

import (
	"fmt"
	"strings"
	"testing"

	"sitrep/extract/lang"
)

func figures(cs []Casualty) string {
	var out []string
	for _, c := range cs {
		f := figureOf(c)
		f.Victims = ""
		out = append(out, f.String())
	}
	return strings.Join(out, "; ")
}

// TestCasualties holds one sentence or more a construction.
func TestCasualties(t *testing.T) {
	for _, c := range []struct{ construction, text, want string }{
		{"active", "Raiders killed nine herders near the well.", `killed "nine" 9-9`},
		{"passive", "Nine herders were killed near the well.", `killed "Nine" 9-9`},
		{"behind a relative passive", "The rebels, who have not been identified, killed 70 soldiers.", `killed "70" 70-70`},
		{"behind a relative with be", "Six men, who were armed, killed a guard.", `killed "a guard" 1-1`},
		{"passive perfect", "At least nine herders have reportedly been killed.", `killed "At least nine" 9-?`},
		{"reduced passive", "Relatives buried nine herders killed in the raid.", `killed "nine" 9-9`},
		{"participle", "A mine hit the truck, killing dozens and wounding six.", `killed "dozens" 24-99; wounded "six" 6-6`},
		{"relative", "The three guards who were kidnapped in May are alive.", `abducted "three" 3-3`},
		{"active relative", "The raid on the hamlet that wounded ten herders lasted an hour.", `wounded "ten" 10-10`},
		{"infinitive", "The raiders managed to kill two guards.", `killed "two" 2-2`},
		{"not done", "The raiders tried to kill two guards.", ""},
		{"planned", "They plan to execute 12 captives.", ""},
		{"modal", "The strike could kill hundreds of people.", ""},
		{"modal perfect", "The strike may have killed 12 people.", `killed "12" 12-12`},
		{"negated", "The bomb did not kill 12 people.", ""},
		{"nobody", "No one was killed and nobody was hurt.", ""},
		{"no casualties", "There were no casualties.", ""},
		{"condition", "If 12 people were killed, it would be the worst raid of the year.", ""},
		{"left dead", "The shelling left 14 dead and 30 wounded.", `killed "14" 14-14; wounded "30" 30-30`},
		{"N dead", "12 dead in market blast", `killed "12" 12-12`},
		{"found dead", "Six farmers were found dead.", `killed "Six" 6-6`},
		{"shot dead", "Gunmen shot two teachers dead.", `killed "two" 2-2`},
		{"shot dead, passive", "Two teachers were shot dead.", `killed "Two" 2-2`},
		{"elliptic", "Twelve people were killed and 30 injured.", `killed "Twelve" 12-12; wounded "30" 30-30`},
		{"part with including", "Twelve people, including three children, were killed.", `killed "Twelve" 12-12`},
		{"part with among them", "Twelve people were killed, among them a nurse.", `killed "Twelve" 12-12`},
		{"part with of them", "The raid killed 12 and wounded 30 others, 23 of them civilians.", `killed "12" 12-12; wounded "30" 30-30`},
		{"part with of whom", "Twenty-six people were wounded, several of whom lost limbs.", `wounded "Twenty-six" 26-26`},
		{"new", "Another seven died in hospital.", `killed "seven" 7-7 new`},
		{"new, more", "Seven more guards were wounded.", `wounded "Seven" 7-7 new`},
		{"names of a figure", "A day after two soldiers, Omar Sow and Ali Bari, were gunned down.", `killed "two" 2-2`},
		{"year before an act noun", "He was jailed for the 2008 murder of a guard.", ``},
		{"shot through", "A trader was shot through the shoulder.", `wounded "A trader" 1-1`},
		{"names, subject", "Hayat Mir and Masood Khan were killed by gunmen.", `killed "Hayat Mir" 1-1; killed "Masood Khan" 1-1`},
		{"names, beside another verb", "Hayat Mir was killed and Masood Khan fled.", `killed "Hayat Mir" 1-1`},
		{"combined", "60 fighters were killed or wounded.", `killed "60" 60-60 combined; wounded "60" 60-60 combined`},
		{"a time behind the number", "A second bomb killed 17 an hour later.", `killed "17" 17-17`},
		{"a year between names", "AFP 2018 Omar Said Dies of Injuries.", ``},
		{"combined, headline", "60 fighters killed injured in Castello Road.", `killed "60" 60-60 combined; wounded "60" 60-60 combined`},
		{"combined, active", "The mine killed and wounded 60 people.", `killed "60" 60-60 combined; wounded "60" 60-60 combined`},
		{"combined, noun", "The brigade suffered 30 casualties.", `killed "30" 30-30 combined; wounded "30" 30-30 combined`},
		{"in turn", "The raiders kidnapped and later killed two guards.", `killed "two" 2-2; abducted "two" 2-2`},
		{"toll", "The death toll rose from 38 to 43.", `killed "43" 43-43 total`},
		{"toll, participle", "Two more died, bringing the toll to 43.", `killed "Two" 2-2 new; killed "43" 43-43 total`},
		{"number of dead", "The number of dead stood at 30.", `killed "30" 30-30 total`},
		{"toll before a day", "The death toll rose to 43 the next day.", `killed "43" 43-43 total`},
		{"of the wounded", "Three of the wounded died on Tuesday.", `killed "Three" 3-3 new`},
		{"toll passes", "The death toll has passed 500.", `killed "500" 501-? total`},
		{"act noun", "The murder of two judges shocked the town.", `killed "two" 2-2`},
		{"possessor", "The governor's assassination shocked the town.", `killed "The governor" 1-1`},
		{"bodies", "Troops recovered 11 bodies.", `killed "11" 11-11`},
		{"lives", "The attack claimed the lives of 14 people.", `killed "14" 14-14`},
		{"lives lost", "Fourteen people lost their lives.", `killed "Fourteen" 14-14`},
		{"losses", "The brigade lost 12 soldiers.", `killed "12" 12-12`},
		{"one person", "A policeman was also injured.", `wounded "A policeman" 1-1`},
		{"apposition", "Samir Haddad, a farmer, was killed.", `killed "Samir Haddad" 1-1`},
		{"named", "Raiders killed Samir Haddad at his farm.", `killed "Samir Haddad" 1-1`},
		{"kin", "His wife and two children were hurt.", `wounded "His wife and two children" 3-3`},
		{"list", "A nurse and two guards were wounded.", `wounded "A nurse" 1-1; wounded "two" 2-2`},
		{"bare plural", "Civilians were killed.", `killed "Civilians" 1-?`},
		{"sustained", "Three guards sustained injuries.", `wounded "Three" 3-3`},
		{"elided subject", "He was hit in the leg and died.", `killed "He" 1-1`},
		{"hostages", "Gunmen took 20 workers hostage.", `abducted "20" 20-20`},
		{"surrender", "Around 50 rebels surrendered to the army.", `captured "Around 50" 50-50`},
		{"surrender of a place", "Rebels surrendered the town.", ""},
		{"place captured", "The army captured 12 villages.", ""},
		{"soldiers captured", "The rebels captured 12 soldiers.", `captured "12" 12-12`},
		{"flight", "Some 4,000 people fled the valley.", `displaced "Some 4,000" 4000-4000`},
		{"flight of the armed", "The gunmen fled.", ""},
		{"forced out", "Shelling forced tens of thousands of people from their homes.", `displaced "tens of thousands" 20000-99999`},
		{"missing", "Ten miners are still missing.", `missing "Ten" 10-10`},
		{"attributive", "Twenty wounded guards were flown out.", `wounded "Twenty" 20-20`},
		{"gapped", "Mines killed 12 people in the north and five in the south.", `killed "12" 12-12; killed "five" 5-5`},
		{"headline", "Rebels kill 5, wound 12 in raid", `killed "5" 5-5; wounded "12" 12-12`},
		{"deployed", "The army deployed 300 soldiers.", ""},
		{"sorties", "Jets flew 40 sorties and hit 12 targets.", ""},
		{"some of them", "The riot left 12 inmates dead, some of them decapitated.", `killed "12" 12-12`},
		{"exchanged", "The sides exchanged 20 prisoners.", ""},
		{"money, years, ages", "He paid $5,000 in 2014, when he was 45.", ""},
		{"age", "Samir Haddad, 47, was killed.", `killed "Samir Haddad" 1-1`},
		{"percent", "The army lost 30 percent of its ground.", ""},
		{"other senses", "The bill was killed in committee after the debate died down.", ""},
		{"accident", "Twelve people were killed when a bus overturned on the highway.", ""},
	} {
		if got := figures(Casualties(sentence(c.text))); got != c.want {
			t.Errorf("%s: %s\n got %s\nwant %s", c.construction, c.text, got, c.want)
		}
	}
}

func TestSum(t *testing.T) {
	for text, want := range map[string]string{
		"A nurse and a guard were wounded.":                   `wounded "A nurse and a guard" 2-2`,
		"Three women and two girls were wounded.":             `wounded "Three women and two girls" 5-5`,
		"Three soldiers and two rebels were wounded.":         `wounded "Three" 3-3; wounded "two" 2-2`,
		"The mine killed two guards and wounded four.":        `killed "two" 2-2; wounded "four" 4-4`,
		"Police arrested Samir Haddad and three accomplices.": `captured "Samir Haddad and three accomplices" 4-4`,
	} {
		if got := figures(Sum(Casualties(sentence(text)))); got != want {
			t.Errorf("%s\n got %s\nwant %s", text, got, want)
		}
	}
}

// TestAnchor holds what else a figure carries.
func TestAnchor(t *testing.T) {
	s := sentence("The mine killed two guards.")
	cs := Casualties(s)
	if len(cs) != 1 {
		t.Fatalf("got %d figures", len(cs))
	}
	c := cs[0]
	if got := s.Text[c.Anchor.Start:c.Anchor.End]; got != "killed" {
		t.Errorf("anchor %q", got)
	}
	if c.Victims == nil || c.Victims.Lemma != "guard" {
		t.Errorf("victims %v", c.Victims)
	}
	if c.Clause == nil || c.Clause.Predicate.Lemma != "kill" {
		t.Errorf("clause %v", c.Clause)
	}
}

func TestWords(t *testing.T) {
	for bad, want := range map[string]string{
		"verbs:\n  - {kind: killed, patient: object, lemma: [kill]}\n":  "lemma",
		"verbs:\n  - {kind: hurt, patient: object, lemmas: [kill]}\n":   "hurt",
		"verbs:\n  - {kind: killed, patient: target, lemmas: [kill]}\n": "target",
		"adjectives:\n  - {kind: gone, words: [dead]}\n":                "gone",
		"nouns:\n  - {kind: killed, use: some, lemmas: [death]}\n":      "some",
	} {
		if _, err := readCasualtyWords([]byte(bad)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want one that names %q", bad, err, want)
		}
	}
}

func FuzzCasualties(f *testing.F) {
	for _, s := range []string{
		"killed 12 and wounded 30 others, 23 of them civilians.", "his wife and two children were killed", "from 38 to 43 dead, toll of of",
		"killed killed and and wounded", "tens of thousands of, dead or missing", "between 10 and 1 rebels died died", "“the” 99999999999 dead", "those killed", "left dead", "one soldier and 13 were wounded",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s := sentence(strings.ToValidUTF8(text, "\uFFFD"))
		if s == nil {
			return
		}
		check(t, s)
	})
}

func check(t *testing.T, s *lang.Sentence) {
	cs := Casualties(s)
	for _, c := range append(Sum(cs), cs...) {
		q := c.Quantity
		if q.Min != nil && q.Max != nil && *q.Min > *q.Max || q.Min != nil && *q.Min < 0 {
			t.Fatalf("%q: bounds %s", s.Text, figureOf(c))
		}
		if q.Start < s.Start || q.End > s.End || q.Start >= q.End || s.Text[q.Start-s.Start:q.End-s.Start] != q.Text {
			t.Fatalf("%q: span of %s", s.Text, figureOf(c))
		}
	}
	if fmt.Sprint(figures(cs)) != fmt.Sprint(figures(Casualties(s))) {
		t.Fatalf("%q: two runs differ", s.Text)
	}
}
