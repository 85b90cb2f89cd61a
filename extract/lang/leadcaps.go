package lang

import (
	"strings"

	shared "sitrep/extract/lexicon"
)

// shortestLead is the fewest letters of a word in capitals that is no abbreviation.
const shortestLead = 4

// lowerLead writes in small letters the words, but for names, with which a sentence opens in
// capitals, as in some papers: A SOLDIER WAS shot dead in Omagh; POLICE arrested nine men. The
// first letter stays, and so does the length.
func lowerLead(feed string, w *lexicon) string {
	end := leadInCapitals(feed)
	if end == 0 {
		return feed
	}
	b := []byte(feed)
	counted := false // behind a or an, where no name stands
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

// leadInCapitals returns where the words in capitals end with which a sentence opens, or 0: they
// are more than an abbreviation, and a word in small letters follows.
func leadInCapitals(feed string) int {
	long := false
	for from := 0; from < len(feed); {
		to := from
		for to < len(feed) && feed[to] >= 'A' && feed[to] <= 'Z' {
			to++
		}
		switch {
		case long && to < len(feed) && feed[to] >= 'a' && feed[to] <= 'z' && to-from < 2:
			return from // Oran, in small letters or not
		case to == from, to == len(feed), feed[to] != ' ':
			return 0
		}
		long = long || to-from >= shortestLead
		from = to + 1
	}
	return 0
}

// isCommon reports whether a word in small letters is known to be no name.
func (l *lexicon) isCommon(word string) bool {
	return l.isKnown(word) || isAuxiliary(word) || l.pastOrGerund(word) || l.openers.has(word) || l.numbers.has(nounLemma(word)) ||
		l.people.has(Lemma(word, "NNS")) || l.ambiguous.has(nounLemma(word))
}

// pastOrGerund reports whether a word in small letters has the form of a past or a gerund, and
// is no first name: killed, drew, beating; but not Ahmed.
func (l *lexicon) pastOrGerund(word string) bool {
	return (l.past(word) || hasAnySuffix(word, "ed", "ing")) && !shared.Given()[word]
}
