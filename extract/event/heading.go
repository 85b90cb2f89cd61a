package event

import (
	"slices"
	"strings"
	"unicode"

	"sitrep/extract/article"
	"sitrep/extract/lang"
)

// longestHeading is how many words the heading of a section has at most.
const longestHeading = 6

// isHeading reports whether a sentence is the heading of a section, which only says what the
// section is about: a few words without a verb, a number or a stop, in a paragraph of their own
// above one that tells. The massacre; == Attack on the barracks ==; but not Two bombs in Gao,
// nor a heading with which a text begins.
func (f *finder) isHeading(s *lang.Sentence) bool {
	n := s.Index
	if s.Part != article.Body || n == 0 || n+1 == len(f.doc.Sentences) || strings.ContainsFunc(s.Text, unicode.IsDigit) {
		return false
	}
	before, after := f.doc.Sentences[n-1], f.doc.Sentences[n+1]
	if before.Part != article.Body || before.Paragraph == s.Paragraph || after.Paragraph == s.Paragraph || !endsInStop(after.Text) {
		return false
	}
	if endsInStop(s.Text) || len(strings.Fields(s.Text)) > longestHeading {
		return false
	}
	return !slices.ContainsFunc(s.Clauses, func(c *lang.Clause) bool { return c.Verb != nil })
}

// endsInStop reports whether a text ends as a sentence does, or goes on behind a colon.
func endsInStop(text string) bool {
	text = strings.TrimRight(text, "\"”’')* ")
	return text != "" && strings.ContainsAny(text[len(text)-1:], ".!?:;,")
}
