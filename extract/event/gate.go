package event

import (
	"iter"
	"slices"
	"strings"
	"unicode"

	"sitrep/extract/lang"
	"sitrep/extract/rules"
)

// Gate decides which sentences are worth analysis: those with a word that may
// be a trigger's. It compares the beginnings of words only, so that no form of
// a trigger is missed; it may only skip work, never change a result.
type Gate struct {
	begins map[string][]string // the beginnings of triggers, by their first letters
	every  bool                // skip nothing
}

// firstLetters is how many bytes of a word the gate looks up.
const firstLetters = 3

// longestEnding is how many bytes a regular form can have behind the beginning
// of its word: stab-bing.
const longestEnding = 4

// NewGate returns the gate for the triggers of a set of rules. One that lets
// every sentence through is for the test that skipping changes nothing.
func NewGate(set *rules.Set, every bool) *Gate {
	g := &Gate{map[string][]string{}, every}
	set.TriggerWords(func(lemma, pos string) {
		g.admit(lemma)
		for _, form := range lang.Forms(lemma) {
			g.admit(form)
		}
	})
	return g
}

// admit lets those words through that begin as a regular form of w does:
// seiz-ed, carr-ied, shell-ing. A word with a hyphen is known by its first part.
func (g *Gate) admit(w string) {
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

// open reports for every sentence of the document whether it is analysed.
func (g *Gate) open(d *lang.Document) []bool {
	out := make([]bool, len(d.Sentences))
	for i, s := range d.Sentences {
		out[i] = g.every
		for range g.Words(s.Text) {
			out[i] = true
			break
		}
	}
	return out
}

// Words yields the words that let a text through.
func (g *Gate) Words(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for w := range strings.FieldsFuncSeq(text, notLetter) {
			if g.passes(strings.ToLower(w)) && !yield(w) {
				return
			}
		}
	}
}

// passes reports whether a word in lower case may be a trigger's.
func (g *Gate) passes(w string) bool {
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
