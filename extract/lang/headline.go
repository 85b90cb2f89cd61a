package lang

import (
	"strings"
	"unicode"
)

// titleCase says whether a text is written as some headlines are, with a
// capital at nearly every word, so that capitals tell nothing.
func titleCase(text string) bool {
	upper, lower := 0, 0
	for i, f := range strings.Fields(text) {
		r := firstRune(f)
		if i == 0 || !unicode.IsLetter(r) || len(f) < 4 {
			continue
		}
		if unicode.IsUpper(r) {
			upper++
		} else {
			lower++
		}
	}
	return upper >= 2 && upper >= 4*lower
}

// uncapital writes small what is known to be no name, so that prose does not
// read a headline's verbs and prepositions as names. The length stays.
func uncapital(feed string) string {
	w := words()
	b := []byte(feed)
	for i := 0; i < len(b); {
		if !isLetter(b[i]) {
			i++
			continue
		}
		k := i
		for k < len(b) && (isLetter(b[k]) || b[k] >= 0x80) {
			k++
		}
		word := strings.ToLower(feed[i:k])
		if len(word) == k-i && (w.prepositions[word] || w.marks[word] != Root || w.standalone[word] != UnknownNumber || w.modals[word] || w.verbLike(word)) {
			copy(b[i:k], word)
		}
		i = k
	}
	return string(b)
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

// verbLike says whether a lower-case word is a form of a listed verb.
func (l *lexicon) verbLike(word string) bool {
	return l.verb(verbLemmaOf(word)) || l.nominal[nounLemma(word)]
}

// verb says whether a lemma is that of a listed verb.
func (l *lexicon) verb(v string) bool {
	return l.verbs[v] || l.ambiguous[v] || l.transitive[v] || l.headline[v] || l.complement[v]
}

func verbLemmaOf(word string) string { return Lemma(word, "VBZ") }

// mainVerb finds the finite verb of a headline, or of a sentence, that prose
// has left without one: jets pound/NN Idlib, mob torches/NNS police station.
func mainVerb(ts []Token, w *lexicon, title bool) {
	for i := 1; i < len(ts); i++ {
		switch ts[i].Tag {
		case "VBD", "VBZ", "VBP", "MD":
			return
		case "VBN":
			if isNominal(ts[i-1].Tag) || ts[i-1].Tag == "CD" {
				return // 12 soldiers killed in …
			}
		case ",", ":", "IN", "WRB":
			if ts[i].Tag != "IN" || w.marks[ts[i].Lower] != Root {
				// what follows is another clause
				if i > 3 && title {
					return
				}
			}
		}
		tag := w.finiteReading(ts, i, title)
		if tag == "" {
			continue
		}
		if i+1 < len(ts) {
			if next := w.finiteReading(ts, i+1, title); next == "VBP" && strings.HasSuffix(ts[i].Lower, "s") {
				continue // coalition strikes | target oil facilities
			}
		}
		ts[i].Tag = tag
		return
	}
}

// finiteReading is the tag that the word at i has if it is the finite verb of
// what stands before it, or "".
func (l *lexicon) finiteReading(ts []Token, i int, title bool) string {
	t := ts[i]
	switch t.Tag {
	case "NN", "NNS", "JJ", "NNP", "VB":
	default:
		return ""
	}
	v := verbLemmaOf(t.Lower)
	pure := l.verbs[v]
	if !pure && !l.ambiguous[v] && !(title && l.headline[v]) || i+1 >= len(ts) {
		return ""
	}
	prev, next := ts[i-1], ts[i+1]
	governs := startsNoun(ts, i+1) || next.Tag == "PRP$" || pure && (next.Tag == "IN" || next.Tag == "RB" || next.Tag == "RP" || next.Tag == "TO")
	plural := prev.Tag == "NNS" || prev.Tag == "NNPS" || l.collective[prev.Lower] || prev.Tag == "NNP" && strings.HasSuffix(prev.Lower, "s") || prev.Tag == "CD"
	switch {
	case v == t.Lower:
		if !plural || !isNoun(prev.Tag) && prev.Tag != "CD" {
			return ""
		}
		if governs || title && prev.Tag != "CD" && (next.Tag == "IN" || next.Tag == "TO") {
			return "VBP"
		}
	case strings.HasSuffix(t.Lower, "s"):
		if governs && (prev.Tag == "NN" || prev.Tag == "NNP" || prev.Lower == ")") {
			return "VBZ"
		}
	}
	return ""
}
