package lang

import (
	"strings"

	"sitrep/extract/article"
)

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
