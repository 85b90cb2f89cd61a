package lang

import (
	"maps"
	"slices"
	"strings"
)

// Lemma returns the dictionary form of a lower-case word under its Penn tag. The
// exceptions stand in data/irregular.csv; the rest follows English spelling.
func Lemma(lower, tag string) string {
	if len(tag) < 2 {
		return lower
	}
	switch tag[:2] {
	case "VB":
		if l, ok := words().irregular(lower); ok {
			return l
		}
		return verbLemma(lower)
	case "NN":
		if tag == "NNP" || tag == "NNPS" {
			return lower
		}
		if l, ok := words().irregular(lower); ok && !isParticiple(lower) {
			return l
		}
		if tag == "NNS" {
			return nounLemma(lower)
		}
	}
	return lower
}

// isParticiple reports whether a word ends as participles do: as a noun, it is a lemma.
func isParticiple(lower string) bool {
	return strings.HasSuffix(lower, "ing") || strings.HasSuffix(lower, "ed")
}

// Key is a lemma with its part of speech: shell as a verb, "v", or a noun, "n".
type Key struct{ Lemma, Pos string }

// Keys returns the lemmas that a lower-case word can have as a predicate,
// whatever its tag: shells is the verb shell or the noun shell.
func Keys(lower string) [5]Key {
	lemma, irregular := words().irregular(lower)
	verb, singular, plural := lemma, lemma, lemma
	if !irregular {
		verb = verbLemma(lower)
	}
	if !irregular || isParticiple(lower) {
		singular, plural = lower, nounLemma(lower)
	}
	return [...]Key{{verb, "v"}, {lower, "v"}, {lower, "n"}, {singular, "n"}, {plural, "n"}}
}

func nounLemma(w string) string {
	switch {
	case len(w) < 4 || !strings.HasSuffix(w, "s") || strings.HasSuffix(w, "ss") || strings.HasSuffix(w, "us") || strings.HasSuffix(w, "is"):
		return w
	case strings.HasSuffix(w, "ies"):
		return w[:len(w)-3] + "y"
	case hasAnySuffix(w, "ches", "shes", "xes", "sses", "zzes"):
		return w[:len(w)-2]
	}
	return w[:len(w)-1]
}

func verbLemma(w string) string {
	switch {
	case len(w) > 4 && strings.HasSuffix(w, "ies"), len(w) > 4 && strings.HasSuffix(w, "ied"):
		return w[:len(w)-3] + "y"
	case len(w) > 4 && strings.HasSuffix(w, "ing"):
		if !strings.ContainsAny(w[:len(w)-3], "aeiouy") {
			return w // bring
		}
		return stem(w[:len(w)-3])
	case len(w) > 4 && strings.HasSuffix(w, "eed"):
		return w // succeed
	case len(w) > 4 && strings.HasSuffix(w, "ed"):
		return stem(w[:len(w)-2])
	case len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss"):
		if hasAnySuffix(w, "ches", "shes", "xes", "sses", "zzes", "oes") {
			return w[:len(w)-2]
		}
		return w[:len(w)-1]
	}
	return w
}

// stem restores what -ed and -ing took away: an e (seiz-ed) or nothing
// (attack-ed), and leaves a doubled consonant single (stabb-ed).
func stem(s string) string {
	n := len(s)
	switch {
	case n < 3:
		return s
	case n > 5 && strings.HasSuffix(s, "ell"):
		return s[:n-1] // levelled
	case s[n-2] == s[n-1] && strings.IndexByte("bdgmnprt", s[n-1]) >= 0:
		return s[:n-1]
	case losesE(s):
		return s + "e"
	}
	return s
}

// losesE reports whether a stem, of three letters or more, is that of a verb in
// -e, as English spelling has it for its last letters.
func losesE(s string) bool {
	n := len(s)
	before, last := s[n-2], s[n-1]
	switch last {
	case 'c', 'v', 'z', 'u':
		return true // announce, leave, seize, rescue
	case 's':
		return before != 's' && isVowel(before) || strings.IndexByte("rnly", before) >= 0 // raise, disperse, analyse
	case 'g':
		return isVowel(before) || strings.IndexByte("rdl", before) >= 0 // damage, charge, bulge
	case 'l':
		return strings.IndexByte("bcdgkpt", before) >= 0 || isVowel(before) && openSyllable(s) && n < 5 // topple, rule
	case 't':
		return losesEAfterT(s)
	case 'r':
		return losesEAfterR(s)
	case 'b':
		return before == 'i' // bribe
	case 'd', 'k', 'm', 'p':
		return isVowel(before) && openSyllable(s) // invade, strike; not raid
	case 'n':
		return (before == 'i' || before == 'u') && !isVowel(s[n-3]) // mine
	}
	return false
}

// losesEAfterT is losesE for stems in -t: negotiate, evacuate, execute, quote;
// not treat, scout.
func losesEAfterT(s string) bool {
	before, third := s[len(s)-2], s[len(s)-3]
	switch before {
	case 'a':
		return !isVowel(third) || third == 'u' || third == 'i'
	case 'u':
		return third != 'o'
	case 'o':
		return openSyllable(s)
	}
	return false
}

// losesEAfterR is losesE for stems in -r: fire, injure; not pour.
func losesEAfterR(s string) bool {
	switch s[len(s)-2] {
	case 'a', 'i':
		return openSyllable(s)
	case 'u':
		return s[len(s)-3] != 'o'
	}
	return false
}

// openSyllable reports whether a consonant stands before the last vowel of a
// stem, of three letters or more, that ends in a vowel and a consonant.
func openSyllable(s string) bool {
	n := len(s)
	return !isVowel(s[n-3]) || n > 3 && s[n-4:n-2] == "qu"
}

func isVowel(b byte) bool { return strings.IndexByte("aeiou", b) >= 0 }

func hasAnySuffix(w string, suffixes ...string) bool {
	return slices.ContainsFunc(suffixes, func(s string) bool { return strings.HasSuffix(w, s) })
}

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
