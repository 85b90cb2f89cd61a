package lang

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"sitrep/extract/article"
	vocabulary "sitrep/extract/lexicon"
)

// leftOut returns the spans of a sentence that are no part of its grammar, in text order: scare
// quotes, footnote marks, numbers told again in digits, and brackets around an adverb.
func leftOut(text string) []article.Span {
	var out []article.Span
	for _, i := range scareQuotes(text) {
		_, size := utf8.DecodeRuneInString(text[i:])
		out = append(out, article.Span{Start: i, End: i + size})
	}
	for i := nextByte(text, '(', 0); i >= 0; i = nextByte(text, '(', i+1) {
		out = append(out, bracketsOut(text, i)...)
	}
	for i := nextByte(text, '[', 0); i >= 0; i = nextByte(text, '[', i+1) {
		if n := footnoteMark(text[i:]); n > 0 {
			out = append(out, article.Span{Start: i, End: i + n})
		}
	}
	slices.SortFunc(out, func(a, b article.Span) int { return cmp.Compare(a.Start, b.Start) })
	return out
}

// nextByte returns the offset of the first byte c of a text at or after from, or -1.
func nextByte(text string, c byte, from int) int {
	i := strings.IndexByte(text[from:], c)
	if i < 0 {
		return -1
	}
	return from + i
}

// bracketsOut returns what is left out of the brackets that open at offset i of a text: all of them
// where they tell a number again, as in nine (9) people, and the two marks around an adverb, as in
// were (reportedly) killed.
func bracketsOut(text string, i int) []article.Span {
	if i == 0 || text[i-1] != ' ' {
		return nil
	}
	n := strings.IndexByte(text[i:min(len(text), i+longestAdverb+1)], ')')
	if n < 0 {
		return nil
	}
	inside := text[i+1 : i+n]
	switch {
	case isNumber(inside):
		before := text[strings.LastIndexAny(text[:i-1], " -")+1 : i-1]
		if strings.HasPrefix(text[i+n+1:], " ") && isNumberWord(strings.ToLower(before)) {
			return []article.Span{{Start: i, End: i + n + 1}}
		}
	case strings.HasSuffix(inside, "ly") && isLowerWord(inside):
		return []article.Span{{Start: i, End: i + 1}, {Start: i + n, End: i + n + 1}}
	}
	return nil
}

// isNumberWord reports whether a word in lower case stands for a number: nine, hundred.
func isNumberWord(w string) bool {
	return slices.ContainsFunc(vocabulary.Numbers(), func(n vocabulary.Word) bool { return n.Text == w && n.Class != vocabulary.Ordinal })
}

// longestAdverb is the largest number of bytes in an adverb between brackets and the bracket before it.
const longestAdverb = 16

// isLowerWord reports whether a text is one word without a capital.
func isLowerWord(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool { return r < 'a' || r > 'z' })
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
