package event

import (
	"strconv"
	"strings"

	"sitrep/extract/lang"
)

// isMonth reports whether a predicate is the name of a month in a date, as in
// "Incident log, 14 March 2023": a heading has no words around it that would
// tell the tagger.
func isMonth(c *lang.Clause) bool {
	p := &c.Predicate
	if p.Text != "March" && p.Text != "MARCH" {
		return false
	}
	ts := c.Sentence.Tokens
	for i := range ts {
		if ts[i].Start != p.Span.Start {
			continue
		}
		if i+1 < len(ts) && isNumberBetween(ts[i+1].Lower, 1, 2100) {
			return true
		}
		return i > 0 && isNumberBetween(ts[i-1].Lower, 1, 31) && (i+1 == len(ts) || strings.Trim(ts[i+1].Lower, ",.;:|)-–—") == "")
	}
	return false
}

// isNumberBetween reports whether a word is a number within bounds.
func isNumberBetween(word string, least, most int) bool {
	n, err := strconv.Atoi(strings.TrimRight(word, ",."))
	return err == nil && least <= n && n <= most
}
