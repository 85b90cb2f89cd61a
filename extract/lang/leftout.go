package lang

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"sitrep/extract/article"
)

// leftOut returns the spans of a sentence that are no part of its grammar, in text order: scare
// quotes and footnote marks.
func leftOut(text string) []article.Span {
	var out []article.Span
	for _, i := range scareQuotes(text) {
		_, size := utf8.DecodeRuneInString(text[i:])
		out = append(out, article.Span{Start: i, End: i + size})
	}
	for at := strings.IndexByte(text, '['); at >= 0; {
		end := at + 1
		if n := footnoteMark(text[at:]); n > 0 {
			end = at + n
			out = append(out, article.Span{Start: at, End: end})
		}
		next := strings.IndexByte(text[end:], '[')
		if next < 0 {
			break
		}
		at = end + next
	}
	slices.SortFunc(out, func(a, b article.Span) int { return cmp.Compare(a.Start, b.Start) })
	return out
}

// from returns the spans that end after an offset.
func from(spans []article.Span, offset int) []article.Span {
	for len(spans) > 0 && spans[0].End <= offset {
		spans = spans[1:]
	}
	return spans
}

// longestNote is the largest number of digits in a footnote mark.
const longestNote = 3

// footnoteMark returns the length of the footnote mark that a text begins with, or 0: they fled to
// Goma,[12] where they stayed.
func footnoteMark(text string) int {
	for i := 1; i < len(text) && i <= longestNote+1; i++ {
		switch c := text[i]; {
		case c == ']' && i > 1:
			return i + 1
		case c < '0' || c > '9':
			return 0
		}
	}
	return 0
}
