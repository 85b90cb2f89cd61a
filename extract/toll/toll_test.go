package toll

import (
	"slices"
	"testing"

	"sitrep/extract/article"
	"sitrep/extract/event"
	"sitrep/extract/lang"
	"sitrep/extract/reading"
	"sitrep/extract/rules"
	"sitrep/extract/telling"
	"sitrep/gazetteer"
)

// tellingsOf returns the tellings of a text before this stage.
func tellingsOf(t *testing.T, text string) (*reading.Reading, []*telling.Telling) {
	t.Helper()
	set, err := rules.Load()
	if err != nil {
		t.Fatal(err)
	}
	r := reading.New(reading.NewResources(set, gazetteer.Actors(), gazetteer.Places()), lang.New(article.Clean(article.Input{ID: "t", Text: text})))
	events, _ := event.Find(r, event.NewGate(set, false), false)
	return r, telling.Of(events)
}

// TestAdd holds which telling has which figures, and who are its targets.
func TestAdd(t *testing.T) {
	for _, c := range []struct {
		text    string
		tolls   [][]string // kind and quantity, by telling
		targets [][]string
	}{
		{"Rebels ambushed an army convoy near Gao, killing two soldiers.", [][]string{{"killed two"}}, [][]string{{"an army convoy"}}},
		{"Two soldiers were killed in an ambush near Gao.", [][]string{{"killed Two"}}, [][]string{{"Two soldiers"}}},
		{"Rebels kidnapped nine nurses and killed two drivers near Gao.", [][]string{{"abducted nine"}, {"killed two"}}, [][]string{{"nine nurses"}, {"two drivers"}}},
		{"Police arrested three rebels in Gao.", [][]string{{"captured three"}}, [][]string{{"three rebels"}}},
	} {
		r, ts := tellingsOf(t, c.text)
		Add(r, ts)
		var tolls, targets [][]string
		for _, x := range ts {
			var figures, groups []string
			for _, f := range x.Tolls {
				figures = append(figures, f.Kind+" "+f.Quantity.Text)
			}
			for _, f := range x.Targets {
				groups = append(groups, f.Group.Text())
			}
			tolls, targets = append(tolls, figures), append(targets, groups)
		}
		if !slices.EqualFunc(tolls, c.tolls, slices.Equal) || !slices.EqualFunc(targets, c.targets, slices.Equal) {
			t.Errorf("%s\n got %q of %q, want %q of %q", c.text, tolls, targets, c.tolls, c.targets)
		}
	}
}
