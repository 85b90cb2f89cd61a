package toll

import (
	"fmt"
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

// TestAdd holds which telling has which figures.
func TestAdd(t *testing.T) {
	for _, c := range []struct {
		text  string
		tolls [][]string // kind and quantity, by telling
	}{
		{"Rebels ambushed an army convoy near Gao, killing two soldiers.", [][]string{{"killed two 2"}}},
		{"Two soldiers were killed in an ambush near Gao.", [][]string{{"killed Two 2"}}},
		{"Rebels kidnapped nine nurses and killed two drivers near Gao.", [][]string{{"abducted nine 9"}, {"killed two 2"}}},
		{"Rebels killed nine soldiers near Gao on Thursday. By Saturday the figure had climbed to 12.", [][]string{{"killed nine 9", "killed 12 12"}}},
		{"Rebels shelled the town of Gao, killing three. In Ansongo, the number of dead had risen to 41.", [][]string{{"killed three 3"}}},
		{"An air raid flattened a house in Gao. Officials first put the dead at 41; on Wednesday the Red Cross corrected the number to 19.", [][]string{{"killed 19 19"}}},
		{"Rebels killed nine soldiers near Gao on Thursday. The toll of the war had risen to 24,000.", [][]string{{"killed nine 9"}, {"killed 24,000 24000"}}},
		{"Police arrested three rebels near Gao. They later succumbed to their injuries.", [][]string{{"captured three 3"}, {"killed They 3"}}},
		{"Several activists were detained in Gao. Police said that the activists were detained at two stations.", [][]string{{"captured Several 3"}, {"captured activists 1"}}},
		{"Thousands of people poured into the streets of Gao to cheer the soldiers after the coup.", [][]string{nil}},
		{"Police killed two men suspected of the bombing of a bank in Gao.", [][]string{{"killed two 2"}, nil}},
		{"Two gunmen killed six people in Gao before they were shot dead by police.", [][]string{{"killed six 6"}, {"killed they 2"}}},
		{"Police arrested three rebels in Gao.", [][]string{{"captured three 3"}}},
		{"A truck bomb exploded in Gao on Saturday. The number of dead stood at 512, said the minister.", [][]string{{"killed 512 512"}}},
		{"An attack near Gao killed 11 farmers, most of them beheaded.", [][]string{{"killed 11 11"}}},
		{"The clash killed two Indian and four Chinese soldiers in Ladakh.", [][]string{{"killed two 2", "killed four 4"}}},
		{"The bodies of three farmers abducted on Monday were found near Wukari.", [][]string{{"abducted three 3"}, {"killed three 3"}}},
		{"Police arrested two rebels accused of killing a priest in Gao.", [][]string{{"captured two 2"}, {"killed a priest 1"}}},
		{"The Taliban hanged four men convicted of killing a trader in Kunduz.", [][]string{{"killed four 4"}, {"killed a trader 1"}}},
		{"Troops burned the house of a man suspected of killing three soldiers.", [][]string{nil, {"killed three 3"}}},
	} {
		r, ts := tellingsOf(t, c.text)
		Add(r, ts)
		var tolls [][]string
		for _, x := range ts {
			var figures []string
			for _, f := range x.Tolls {
				figures = append(figures, fmt.Sprintf("%s %s %d", f.Kind, f.Quantity.Text, *f.Quantity.Min))
			}
			tolls = append(tolls, figures)
		}
		if !slices.EqualFunc(tolls, c.tolls, slices.Equal) {
			t.Errorf("%s\n got %q, want %q", c.text, tolls, c.tolls)
		}
	}
}
