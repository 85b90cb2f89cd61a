package lang

import (
	"testing"

	"sitrep/extract/article"
)

// TestSurname has texts whose last sentence opens with a word, and the tag of it: that of
// a name where the text has named it before.
func TestSurname(t *testing.T) {
	for _, c := range []struct{ text, tag string }{
		{"The man was named as Gerald Tolliver. Tolliver fired at a car.", "NNP"},
		{"Police named him as Ray Bowers, 40. Bowers killed five people.", "NNP"},
		{"The suspect, Amara Traore, was found. Traore shot two guards.", "NNP"},
		{"They arrested Ruth Fisher, a nurse. Fisher's brother shot a guard.", "NNP"},
		{"Tolliver fired at a car.", "RB"},
		{"The Russian army came. Russian jets bombed the town.", "JJ"},
		{"Ray Farmer fired. The farmer fled. Farmers killed two men.", "NNS"},
	} {
		d := New(article.Clean(article.Input{ID: "t", Text: c.text}))
		if s := d.Analyse(len(d.Sentences) - 1); s.Tokens[0].Tag != c.tag {
			t.Errorf("%q: the first word of the last sentence has the tag %s, want %s", c.text, s.Tokens[0].Tag, c.tag)
		}
	}
}
