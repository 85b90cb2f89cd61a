package event

import (
	"strings"
	"unicode"

	"sitrep/extract/lang"
)

// isMonth reports whether a predicate is the name of a month, as in "Incident log,
// 12-18 March" or "Monthly review (March)": a heading has no words around it that would
// tell the tagger. It stands in a date with a number, or alone between marks.
func (f *finder) isMonth(c *lang.Clause) bool {
	p := &c.Predicate
	if p.Text != "March" && p.Text != "MARCH" {
		return false
	}
	for _, d := range f.reading.Dates(c.Sentence) {
		if d.Overlaps(p.Span) && strings.ContainsFunc(d.Text, unicode.IsDigit) {
			return true
		}
	}
	s := c.Sentence
	before := strings.TrimRightFunc(s.Text[:p.Span.Start-s.Start], unicode.IsSpace)
	after := strings.TrimLeftFunc(s.Text[p.Span.End-s.Start:], unicode.IsSpace)
	return endsWithMark(before) && (after == "" || unicode.IsPunct(rune(after[0])))
}

// endsWithMark reports whether a text ends with a mark that parts a heading, or is empty.
func endsWithMark(s string) bool {
	return s == "" || strings.ContainsAny(s[len(s)-1:], ",:;-|/()") || strings.HasSuffix(s, "–") || strings.HasSuffix(s, "—")
}
