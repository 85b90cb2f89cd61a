package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/extract/tagger"
)

// singleQuotes returns the byte offsets of the marks that stand in pairs around words of a
// sentence, in order, where the tokenizer would lose the first word as an ending: army
// ['retakes'] the town. A mark that has no other is left: the rebels' base.
func singleQuotes(text string) []int {
	var out []int
	open := -1
	for i := nextApostrophe(text, 0); i >= 0; i = nextApostrophe(text, i+1) {
		_, size := utf8.DecodeRuneInString(text[i:])
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after, _ := utf8.DecodeRuneInString(text[i+size:])
		switch {
		case open < 0 && (i == 0 || unicode.IsSpace(before) || before == '(') && unicode.IsLetter(after) && tagger.Loses(text[i+size:]):
			open = i
		case open >= 0 && !unicode.IsSpace(before) && !unicode.IsLetter(after) && !unicode.IsDigit(after):
			out = append(out, open, i)
			open = -1
		}
	}
	return out
}

// nextApostrophe returns the byte offset of the first mark at or behind one that can be an
// apostrophe or a single quotation mark, or -1.
func nextApostrophe(text string, from int) int {
	for i := from; i < len(text); i++ {
		if c := text[i]; c == '\'' || c == "\u2018"[0] && (strings.HasPrefix(text[i:], "\u2018") || strings.HasPrefix(text[i:], "\u2019")) {
			return i
		}
	}
	return -1
}
