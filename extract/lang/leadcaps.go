package lang

import (
	"strings"

	shared "sitrep/extract/lexicon"
)

// shortestLead is the length from which a word in capitals is taken for no abbreviation.
const shortestLead = 4

// lowerLead returns a sentence with the words in capitals at its start, which some papers print,
// in lower case: A SOLDIER WAS shot dead in Omagh; POLICE arrested nine men. Names and the first
// letter stay as they are, and the length does not change.
func lowerLead(feed string, w *lexicon) string {
	end := leadInCapitals(feed)
	if end == 0 {
		return feed
	}
	b := []byte(feed)
	counted := false // after a or an, where no name stands
	for from := 0; from < end; {
		to := from + strings.IndexByte(feed[from:], ' ')
		word := strings.ToLower(feed[from:to])
		if counted || w.isCommon(word) {
			copy(b[from:to], word)
		}
		counted, from = word == "a" || word == "an", to+1
	}
	b[0] = feed[0]
	return string(b)
}

// leadInCapitals returns the offset at which the words in capitals at the start of a sentence end,
// or 0 if there are none. One of them is longer than an abbreviation, and a word in lower case or a
// capitalised word follows.
func leadInCapitals(feed string) int {
	long := false
	for from := 0; from < len(feed); {
		to := from
		for to < len(feed) && feed[to] >= 'A' && feed[to] <= 'Z' {
			to++
		}
		switch {
		case long && to < len(feed) && feed[to] >= 'a' && feed[to] <= 'z' && to-from < 2:
			return from // at "shot" in A SOLDIER WAS shot, at "Oran" in HUNDREDS MARCHED IN Oran
		case to == from, to == len(feed), feed[to] != ' ':
			return 0
		}
		long = long || to-from >= shortestLead
		from = to + 1
	}
	return 0
}

// IsCommon reports whether a word in lower case is known to be no name where all words
// have capitals.
func (d *Document) IsCommon(word string) bool { return d.words.isCommonInTitle(word) }

// isCommonInTitle reports whether a word in lower case is known to be no name where all
// words have capitals. There a noun is seldom a part of one: the airport.
func (l *lexicon) isCommonInTitle(word string) bool {
	return l.isCommon(word) || l.common.has(word) || l.common.has(nounLemma(word))
}

// isCommon reports whether a word in lower case is known to be no name.
func (l *lexicon) isCommon(word string) bool {
	return l.isKnown(word) || isAuxiliary(word) || l.pastOrGerund(word) || l.openers.has(word) || l.numbers.has(nounLemma(word)) ||
		l.people.has(Lemma(word, "NNS")) || l.ambiguous.has(nounLemma(word))
}

// pastOrGerund reports whether a word in lower case has the form of a past or a gerund, and
// is no first name: killed, drew, beating; but not Ahmed.
func (l *lexicon) pastOrGerund(word string) bool {
	return (l.past(word) || hasAnySuffix(word, "ed", "ing")) && !shared.Given()[word]
}
