package entity

import (
	"bytes"
	"os"
	"testing"

	"github.com/goccy/go-yaml"

	"sitrep/extract/article"
	"sitrep/extract/lang"
	"sitrep/extract/mention/actor"
	"sitrep/gazetteer"
)

// Sentences are asked for as they are needed; who is who must not depend on
// which was first.
func TestOrderOfQuestionsDoesNotMatter(t *testing.T) {
	b, err := os.ReadFile("../testdata/actors.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var texts []actorText
	if err := yaml.NewDecoder(bytes.NewReader(b)).Decode(&texts); err != nil {
		t.Fatal(err)
	}
	long := ""
	for _, x := range append(texts[len(texts)/2:], texts[:10]...) {
		long += x.Text + "\n\n"
	}
	long += "Taliban insurgents seized Farah. Pictures showed a fighter of the group."
	read := func(order func(n int) []int) []string { // sentences, and the groups of each, in that order
		doc := lang.New(article.Clean(article.Input{ID: "x", Text: long}))
		c := New(actor.Read(gazetteer.Actors(), doc, gazetteer.Actors().Scan(doc.Article.Text), nil))
		out := make([]string, len(doc.Sentences))
		for _, i := range order(len(doc.Sentences)) {
			nouns := doc.Analyse(i).Nouns
			for _, k := range order(len(nouns)) {
				c.Of(nouns[k])
			}
			for _, m := range c.Sentence(i) {
				out[i] += show(m) + "\n"
			}
		}
		return out
	}
	forward := read(func(n int) []int { return order(n, false) })
	backward := read(func(n int) []int { return order(n, true) })
	for i := range forward {
		if forward[i] != backward[i] {
			t.Errorf("sentence %d:\n%s\nfrom the end:\n%s", i, forward[i], backward[i])
		}
	}
}

func order(n int, reverse bool) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
		if reverse {
			out[i] = n - 1 - i
		}
	}
	return out
}
