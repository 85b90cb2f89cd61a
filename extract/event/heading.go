package event

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/extract/article"
	"sitrep/extract/lang"
)

// longestHeading is the largest number of words in the heading of a section.
const longestHeading = 6

// isHeading reports whether a sentence is the heading of a section, which tells of no event but
// says what the section is about: a few words without a verb, a number or a full stop, in a
// paragraph of their own above one of sentences. The massacre; == Siege of Gao ==; but not
// Explosions in Gao, which may be news, nor the first line of a text.
func (f *finder) isHeading(s *lang.Sentence) bool {
	n := s.Index
	if s.Part != article.Body || n == 0 || n+1 == len(f.doc.Sentences) || strings.ContainsFunc(s.Text, unicode.IsDigit) {
		return false
	}
	before, after := f.doc.Sentences[n-1], f.doc.Sentences[n+1]
	if before.Part != article.Body || before.Paragraph == s.Paragraph || after.Paragraph == s.Paragraph || !endsInStop(after.Text) {
		return false
	}
	if words := strings.Fields(s.Text); endsInStop(s.Text) || len(words) > longestHeading || s.Text[0] != '=' && slices.ContainsFunc(words[1:], isCapital) {
		return false
	}
	return !slices.ContainsFunc(s.Clauses, func(c *lang.Clause) bool { return c.Verb != nil })
}

// isCapital reports whether a word begins with a capital.
func isCapital(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// endsInStop reports whether a text ends with a mark that ends a sentence or a part of one.
func endsInStop(text string) bool {
	text = strings.TrimRight(text, "\"”’')* ")
	return text != "" && strings.ContainsAny(text[len(text)-1:], ".!?:;,")
}
