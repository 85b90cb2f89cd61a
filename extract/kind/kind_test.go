package kind_test

import (
	"testing"

	"sitrep/extract/article"
	"sitrep/extract/event"
	"sitrep/extract/kind"
	"sitrep/extract/lang"
	"sitrep/extract/reading"
	"sitrep/extract/role"
	"sitrep/extract/rules"
	"sitrep/extract/scope"
	"sitrep/extract/setting"
	"sitrep/extract/telling"
	"sitrep/extract/toll"
	"sitrep/extract/weigh"
	"sitrep/gazetteer"
)

// tellings returns the tellings of a text with their types.
func tellings(t *testing.T, text string, o kind.Options) []*telling.Telling {
	t.Helper()
	set, err := rules.Load()
	if err != nil {
		t.Fatal(err)
	}
	words, err := lang.NewVocabulary(set.Vocabulary())
	if err != nil {
		t.Fatal(err)
	}
	r := reading.New(reading.NewResources(set, gazetteer.Actors(), gazetteer.Places()), lang.New(article.Clean(article.Input{ID: "t", Text: text}), words))
	events, _ := event.Find(r, event.NewGate(set, false), event.Options{Floor: 0.5})
	ts := telling.Of(events)
	toll.Add(r, ts)
	role.Add(r, ts, nil, false)
	setting.Add(r, ts)
	scope.Add(r, ts)
	kind.Add(r, ts, o)
	return ts
}

// TestTypes holds the type of the last telling of a text.
func TestTypes(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Gunmen opened fire on villagers in Kaya on Monday, killing nine.", "Attack"},
		{"Rebels opened fire on an army patrol near Kaya, and the soldiers returned fire.", "Armed clash"},
		{"A suicide bomber blew himself up at a checkpoint in Baidoa, killing four soldiers.", "Suicide bomb"},
		{"Jets struck a depot in Hodeida. The attack killed six guards.", "Air/drone strike"},
		{"A car bomb exploded outside a court in Cali on Monday. The attack wounded nine clerks.", "Remote explosive/landmine/IED"},
		{"Police arrested four men in Jos.", "Arrests"},
		{"A suicide bomber killed nine recruits in Aden on Monday. The army closed the road. The dead were buried in Lahij. Islamic State claimed responsibility for the attack.", "Suicide bomb"},
		{"Rockets hit the port of Aden on Monday. On Tuesday rebels ambushed an army patrol near Lahij. Three soldiers were killed in the attack.", "Armed clash"},
		{"Gang members ambushed an armored vehicle near the port of Saint-Marc.", "Armed clash"},
		{"A radio broadcaster was gunned down by rebels in Cebu.", "Attack"},
	} {
		ts := tellings(t, c.text, kind.Options{})
		if len(ts) == 0 {
			t.Errorf("%s: no event", c.text)
			continue
		}
		if got := ts[len(ts)-1].Type; got != c.want {
			t.Errorf("%s: got %s, want %s", c.text, got, c.want)
		}
	}
}

// TestWeights holds that weights may overrule a ladder, and never a rule with a
// type of its own.
func TestWeights(t *testing.T) {
	against := weigh.NewModel(map[string]float64{"Grenade": 1})
	for _, c := range []struct{ text, want string }{
		{"Gunmen opened fire on villagers in Kaya.", "Grenade"},
		{"Police arrested four men in Jos.", "Arrests"},
	} {
		for _, x := range tellings(t, c.text, kind.Options{Weights: against}) {
			if x.Type != c.want {
				t.Errorf("%s: got %s, want %s", c.text, x.Type, c.want)
			}
		}
	}
}
