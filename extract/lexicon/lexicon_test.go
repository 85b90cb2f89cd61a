package lexicon

import "testing"

func TestTables(t *testing.T) {
	classes := map[Class]int{}
	for _, w := range Calendar() {
		classes[w.Class]++
		switch w.Class {
		case Weekday, WeekdayAbbreviation, AmbiguousAbbreviation:
			if w.Value < 0 || w.Value > 6 {
				t.Errorf("%s is weekday %d", w.Text, w.Value)
			}
		case Month, MonthAbbreviation, Season:
			if w.Value < 1 || w.Value > 12 {
				t.Errorf("%s is month %d", w.Text, w.Value)
			}
		case Unit, PartOfDay, Hour, Span:
			if w.Name == "" {
				t.Errorf("%s has no name", w.Text)
			}
		}
	}
	if classes[Weekday] != 7 || classes[Month] != 12 {
		t.Errorf("%d weekdays, %d months", classes[Weekday], classes[Month])
	}
	values := map[string]int{}
	for _, w := range Numbers() {
		values[w.Text] = w.Value
	}
	for word, n := range map[string]int{"twelve": 12, "hundred": 100, "dozen": 12, "third": 3} {
		if values[word] != n {
			t.Errorf("%s is %d", word, values[word])
		}
	}
	for _, c := range []struct {
		word string
		set  map[string]bool
		want bool
	}{
		{"soldier", People(Person), true},
		{"soldier", People(Armed), true},
		{"soldier", People(Kin), false},
		{"spokesman", People(Source), true},
		{"in", Prepositions(BeforePlace), true},
		{"during", Prepositions(BeforePlace), false},
		{"during", Prepositions(""), true},
		{"could", Modals(false), true},
		{"need", Modals(false), false},
		{"need", Modals(true), true},
	} {
		if c.set[c.word] != c.want {
			t.Errorf("%s: got %v", c.word, c.set[c.word])
		}
	}
}
