package source

import (
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

// TestAdd holds who says what the last telling of a text tells.
func TestAdd(t *testing.T) {
	for _, c := range []struct {
		text           string
		source, also   string
		denied, hedged bool
	}{
		{text: "Rebels shelled the town of Gao on Monday."},
		{text: "Rebels shelled the town of Gao on Monday, an officer said.", source: "an officer"},
		{text: "Rebels shelled the town of Gao on Monday police said", source: "police"},
		{text: "Rebels shelled the town of Gao, an officer said. They also ambushed a convoy.", source: "an officer"},
		{text: "Rebels shelled the town of Gao, an officer said. Soldiers ambushed a convoy."},
		{text: "The rebels carried out a raid in which, according to residents, nine people were killed.", source: "residents"},
		{text: "The army carried out a strike which, according to the mayor, killed nine people in Gao.", source: "the mayor"},
		{text: "The army denied that it had shelled the town of Gao.", source: "The army", denied: true},
		{text: "“We had nothing to do with the attack on the town of Gao,” a rebel spokesman said.", source: "a rebel spokesman", denied: true},
		{text: "Residents and the Red Cross reported that rebels had shelled the town of Gao.", source: "Residents and the Red Cross", also: "the Red Cross"},
		{text: "The opposition called for a march on the palace in Gao on Friday."},
		{text: "The United Nations called for a ceasefire in Gao.", source: "The United Nations"},
		{text: "Rebels reportedly shelled the town of Gao.", hedged: true},
	} {
		r, ts := tellingsOf(t, c.text)
		if len(ts) == 0 {
			t.Errorf("%s: no event", c.text)
			continue
		}
		Add(r, ts)
		x := ts[len(ts)-1]
		got, also := "", ""
		if x.Source != nil {
			got = x.Source.Text
		}
		for _, s := range x.Also {
			also += s.Text
		}
		if got != c.source || also != c.also || x.Denied != c.denied || x.Hedged != c.hedged {
			t.Errorf("%s\n got %q, also %q, denied %v, hedged %v", c.text, got, also, x.Denied, x.Hedged)
		}
	}
}

// TestDenier holds who did not do it, where a text only says who denies it.
func TestDenier(t *testing.T) {
	for _, c := range []struct{ text, actor string }{
		{"Gunmen killed nine farmers near Gao on Monday. The army denied any part in the attack on the farmers.", "The army"},
		{"A car bomb killed nine people in Beirut. Israel denied any role in the bombing in Beirut.", "Israel"},
		{"The army denied that it had shelled the town of Gao.", ""},
	} {
		r, ts := tellingsOf(t, c.text)
		if len(ts) == 0 {
			t.Errorf("%s: no event", c.text)
			continue
		}
		Add(r, ts)
		x := ts[len(ts)-1]
		actor := ""
		for _, a := range x.Actors {
			actor += a.Group.Text()
		}
		if actor != c.actor || !x.Denied {
			t.Errorf("%s\n got %q, denied %v", c.text, actor, x.Denied)
		}
	}
}
