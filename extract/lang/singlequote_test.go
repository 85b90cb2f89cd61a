package lang

import (
	"testing"

	"sitrep/extract/article"
)

// TestSingleQuotes holds that no word behind a single quotation mark is lost.
func TestSingleQuotes(t *testing.T) {
	for text, want := range map[string]string{
		"The army 'retook' the town.":           "retook",
		"The army ‘seized’ the rebels' base.":   "seized",
		"'She left the village,' a woman said.": "She",
		"Rebels from 'Amran left.":              "left",
	} {
		found := false
		d := New(article.Clean(article.Input{ID: "t", Text: text}))
		for _, k := range d.Analyse(0).Tokens {
			found = found || k.Text == want
		}
		if !found {
			t.Errorf("%s: no token %s", text, want)
		}
	}
}
