package lang

import (
	"testing"

	"sitrep/extract/article"
)

func TestByGroup(t *testing.T) {
	d := New(article.Clean(article.Input{Text: "Rebels shelled the army's base near Kalib. Their leader denied it, and two of his men left."}))
	var table ByGroup[string]
	var all []*NounGroup
	for i := range d.Sentences {
		for _, g := range d.Analyse(i).Nouns {
			all = append(all, g, g.Copy())
		}
	}
	if len(all) < 10 {
		t.Fatal("few groups")
	}
	for _, g := range all {
		if x, known := table.Get(g); known {
			t.Errorf("%s: knows %q already", g.Text(), x)
		}
		table.Set(g, g.Text())
	}
	for _, g := range all {
		if x, known := table.Get(g); !known || x != g.Text() {
			t.Errorf("%s: %q, %v", g.Text(), x, known)
		}
	}
}
