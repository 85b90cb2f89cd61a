package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/extract/lang"
	"sitrep/extract/rules"
)

// gate decides which sentences are worth analysis: those with a word that
// may be a trigger's. It compares the first letters only, so that no form of
// a trigger is missed; it may only skip work, never change a result.
type gate struct {
	stems map[string]bool
}

// stemLength is how many bytes of a word the gate looks at.
const stemLength = 4

func newGate(set *rules.Set) *gate {
	g := &gate{stems: map[string]bool{}}
	set.TriggerWords(func(lemma, pos string) {
		g.stems[stem(lemma)] = true
		for _, form := range lang.Forms(lemma) {
			g.stems[stem(form)] = true
		}
	})
	return g
}

func stem(w string) string {
	if len(w) > stemLength {
		w = w[:stemLength]
		for !utf8.ValidString(w) {
			w = w[:len(w)-1]
		}
	}
	return w
}

// open says for every sentence of the document whether it is looked at.
func (g *gate) open(d *lang.Document) []bool {
	out := make([]bool, len(d.Sentences))
	for i, s := range d.Sentences {
		out[i] = g.passes(s.Text)
	}
	return out
}

func (g *gate) passes(text string) bool {
	for w := range strings.FieldsFuncSeq(text, notLetter) {
		if g.stems[stem(strings.ToLower(w))] {
			return true
		}
	}
	return false
}

// words are the words that let a text pass.
func (g *gate) words(text string) []string {
	var out []string
	for w := range strings.FieldsFuncSeq(text, notLetter) {
		if g.stems[stem(strings.ToLower(w))] {
			out = append(out, w)
		}
	}
	return out
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) }
