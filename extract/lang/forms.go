package lang

import (
	"maps"
	"slices"
	"strings"
)

// VerbForms returns the inflected forms of a verb: its third person, its -ing
// form and its past, by the rules of spelling that hold for most verbs. What
// they miss is given: an irregular form takes the place of the regular one
// that it stands for (planning, planned) and is returned as well.
func VerbForms(lemma string, given ...string) []string {
	third, ing, past := lemma+"s", strings.TrimSuffix(lemma, "e")+"ing", strings.TrimSuffix(lemma, "e")+"ed"
	if hasAnySuffix(lemma, "sh", "ch", "ss") {
		third = lemma + "es"
	}
	for _, g := range given {
		switch {
		case strings.HasSuffix(g, "ing") && g != "ing":
			ing = g
		case strings.HasSuffix(g, "s"):
			third = g
		default:
			past = g
		}
	}
	return append([]string{third, ing, past}, given...)
}

// IsNumber reports whether the group is nothing but a number: killed five people and
// wounded [12].
func (g *NounGroup) IsNumber() bool {
	return g.First == g.Last && g.Sentence.Tokens[g.Head].Tag == "CD"
}

// Plural reports whether the group is of many: these soldiers, passers-by.
func (g *NounGroup) Plural() bool {
	if g.Number == Plural {
		return true
	}
	first, _, compound := strings.Cut(g.Sentence.Tokens[g.Head].Lower, "-")
	return compound && strings.HasSuffix(first, "s") && !strings.HasSuffix(first, "ss") && g.Det != "a" && g.Det != "an"
}

// IrregularForms returns the irregular forms of every lemma that has some, in
// alphabetical order.
func IrregularForms() map[string][]string {
	out := map[string][]string{}
	for _, form := range slices.Sorted(maps.Keys(words().lemma)) {
		lemma := words().lemma[form]
		out[lemma] = append(out[lemma], form)
	}
	return out
}

// IsCompass reports whether a word is a point of the compass: north, South-East.
func IsCompass(word string) bool { return words().compass.has(strings.ToLower(word)) }
