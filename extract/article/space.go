package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// SingleSpaced returns a text in which every run of white space is one space, as words are written
// in lists: "water cannon", even where the text has a line break between the two words.
func SingleSpaced(text string) string {
	if isSingleSpaced(text) {
		return text
	}
	return strings.Join(strings.Fields(text), " ")
}

// isSingleSpaced reports whether all white space of a text is single spaces.
func isSingleSpaced(text string) bool {
	for i := range len(text) {
		switch c := text[i]; {
		case c == ' ' && i > 0 && text[i-1] == ' ', c == '\n', c == '\t', c == '\r':
			return false
		case c >= utf8.RuneSelf:
			return !strings.ContainsFunc(text, func(r rune) bool { return r != ' ' && unicode.IsSpace(r) }) && !strings.Contains(text, "  ")
		}
	}
	return true
}
