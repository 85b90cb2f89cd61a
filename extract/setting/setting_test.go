package setting

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
	events, _ := event.Find(r, event.NewGate(set, false), event.Options{Floor: 0.5})
	return r, telling.Of(events)
}

// TestAdd holds where and when the last telling of a text is.
func TestAdd(t *testing.T) {
	for _, c := range []struct {
		text   string
		places []string
		date   string
	}{
		{"Rebels shelled the town of Gao on Monday.", []string{"Gao"}, "on Monday"},
		{"Rebels shelled the town of Gao on Monday. Soldiers fired back at the rebels.", nil, ""},
		{"Gunmen killed two farmers in Dara village of Kot tehsil, in Swat District.", []string{"Dara", "Kot", "Swat District"}, ""},
		{"Gunmen killed two farmers near Gao, police said on Sunday.", []string{"Gao"}, ""},
		{"Rebels shot two farmers near Gao, who died at a hospital in Bamako.", []string{"Gao"}, ""},
	} {
		r, ts := tellingsOf(t, c.text)
		if len(ts) == 0 {
			t.Errorf("%s: no event", c.text)
			continue
		}
		Add(r, ts)
		x := ts[len(ts)-1]
		var places []string
		for _, p := range x.Places {
			places = append(places, p.Text)
		}
		date := ""
		if x.Date != nil {
			date = x.Date.Text
		}
		if !slices.Equal(places, c.places) || date != c.date {
			t.Errorf("%s\n got %q %q", c.text, places, date)
		}
	}
}
