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

// hyphen is a hyphen between words that are known without it.
type hyphen struct {
	at int    // its byte offset
	as string // what it is read as
}

// hyphens returns the hyphens of a text between words that are known without them, in text order:
// car-bomb is read as car bomb, check-point as checkpoint.
func (l *lexicon) hyphens(text string) []hyphen {
	var out []hyphen
	for i := nextByte(text, '-', 0); i >= 0; i = nextByte(text, '-', i+1) {
		first, last := wordBefore(text, i), wordAfter(text, i+1)
		switch {
		case first == "" || last == "":
		case l.partedFirst.has(first) && l.partedLast.has(last):
			out = append(out, hyphen{i, " "})
		case l.joined.has(first + last):
			out = append(out, hyphen{i, ""})
		}
	}
	return out
}

// wordBefore returns in lower case the word that ends at a byte offset of a text, or "" where it
// does not end in a lower-case letter, or is itself the last part of a longer word.
func wordBefore(text string, end int) string {
	i := end
	for i > 0 && isLetter(text[i-1]) {
		i--
	}
	if i == end || text[end-1] < 'a' || i > 0 && (text[i-1] == '-' || text[i-1] >= 0x80) {
		return ""
	}
	return strings.ToLower(text[i:end])
}

// wordAfter returns the word in small letters that begins at a byte offset of a text, or "" where
// there is none or it is itself the first part of a longer one.
func wordAfter(text string, start int) string {
	i := start
	for i < len(text) && text[i] >= 'a' && text[i] <= 'z' {
		i++
	}
	if i < len(text) && (text[i] == '-' || isLetter(text[i]) || text[i] >= 0x80) {
		return ""
	}
	return text[start:i]
}

// Words returns the words of the group before token end in lower case, with hyphens as the tokens
// have them: the car bomb, where the text has the car-bomb.
func (g *NounGroup) Words(end int) string {
	text, t := g.Text(), g.Sentence.Tokens
	stop := len(text)
	if end <= g.Last {
		stop = t[end].Start - g.Start
	}
	if stop <= 0 || stop > len(text) {
		return ""
	}
	if text = text[:stop]; !strings.Contains(text, "-") {
		return strings.ToLower(article.SingleSpaced(strings.TrimSpace(text)))
	}
	var b strings.Builder
	for i := g.First; i < end && i <= g.Last; i++ {
		if i > g.First && t[i].Start > t[i-1].End {
			b.WriteByte(' ')
		}
		b.WriteString(t[i].Lower)
	}
	return b.String()
}
