package extract

import (
	"iter"
	"slices"
	"strings"
	"unicode"

	"sitrep/extract/lang"
	"sitrep/extract/rules"
)

// gate decides which sentences are worth analysis: those with a word that
// may be a trigger's. It compares beginnings only, so that no form of a
// trigger is missed; it may only skip work, never change a result.
type gate struct {
	begins map[string][]string // the beginnings of triggers, by their first letters
	every  bool                // skip nothing
}

// firstLetters is how many bytes of a word the gate looks up.
const firstLetters = 3

// longestEnding is how many bytes a regular form can have behind the beginning
// of its word: stab-bing.
const longestEnding = 4

func newGate(set *rules.Set, every bool) *gate {
	g := &gate{map[string][]string{}, every}
	set.TriggerWords(func(lemma, pos string) {
		g.admit(lemma)
		for _, form := range lang.Forms(lemma) {
			g.admit(form)
		}
	})
	return g
}

// admit lets the words pass that begin as a regular form of w does: seiz-ed,
// carr-ied, shell-ing. A word with a hyphen is known by its first part.
func (g *gate) admit(w string) {
	if i := strings.IndexFunc(w, notLetter); i > 0 {
		w = w[:i]
	}
	if len(w) > firstLetters && (strings.HasSuffix(w, "e") || strings.HasSuffix(w, "y")) {
		w = w[:len(w)-1]
	}
	first := w[:min(len(w), firstLetters)]
	if !slices.Contains(g.begins[first], w) {
		g.begins[first] = append(g.begins[first], w)
	}
}

// open says for every sentence of the document whether it is looked at.
func (g *gate) open(d *lang.Document) []bool {
	out := make([]bool, len(d.Sentences))
	for i, s := range d.Sentences {
		out[i] = g.every
		for range g.words(s.Text) {
			out[i] = true
			break
		}
	}
	return out
}

// words are the words that let a text pass.
func (g *gate) words(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for w := range strings.FieldsFuncSeq(text, notLetter) {
			if g.passes(strings.ToLower(w)) && !yield(w) {
				return
			}
		}
	}
}

func (g *gate) passes(w string) bool {
	for n := 1; n <= min(len(w), firstLetters); n++ {
		for _, b := range g.begins[w[:n]] {
			if strings.HasPrefix(w, b) && len(w)-len(b) <= longestEnding {
				return true
			}
		}
	}
	return false
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) }
