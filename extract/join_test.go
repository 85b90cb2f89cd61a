package extract

import (
	"slices"
	"testing"

	"sitrep/extract/article"
)

// TestJoin holds which happening of a sentence a toll in it belongs to.
func TestJoin(t *testing.T) {
	x := newExtractor(t)
	for _, c := range []struct {
		text  string
		wants []string // triggers
		tolls []int    // of each: how many figures
	}{
		{"Three guerrillas were killed during an exchange of fire with soldiers near Menaka on Friday.", []string{"exchange"}, []int{1}},
		{"The army claimed two bombings in the capital Bamako that killed at least 31 people.", []string{"bombings"}, []int{1}},
		{"A string of air strikes on rebel camps in the hills this week killed more than 50 fighters, the army said.", []string{"air strikes"}, []int{1}},
		{"Two guards were shot dead in an ambush near Gao on Monday.", []string{"ambush"}, []int{1}},
		{"Rebels kidnapped nine nurses and killed two drivers near Gao.", []string{"kidnapped", "killed"}, []int{1, 1}},
		{"Soldiers shelled the village and militiamen killed four farmers near Gao.", []string{"shelled", "killed"}, []int{0, 1}},
		{"At least six people were killed and ten wounded as a result of army attacks on a camp near Gao.", []string{"attacks"}, []int{2}},
	} {
		r := extractText(t, x, article.Input{ID: "a", Text: c.text})
		var got []string
		var tolls []int
		for _, e := range r.Events {
			got = append(got, e.Trigger.Text)
			tolls = append(tolls, len(e.Casualties))
		}
		if !slices.Equal(got, c.wants) || !slices.Equal(tolls, c.tolls) {
			t.Errorf("%s\n got %q %v, want %q %v", c.text, got, tolls, c.wants, c.tolls)
		}
	}
}
