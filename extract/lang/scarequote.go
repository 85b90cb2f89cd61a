package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/extract/article"
	"sitrep/extract/tagger"
)

// quoteMarks are the marks that can be scare quotes.
const quoteMarks = "\"'“”„«»‘’"

// maxScareWords is the largest number of words between scare quotes.
const maxScareWords = 4

// scareQuotes returns the byte offsets of those quotation marks of a sentence that only distance
// the writer from a few words or enclose a name, and are no part of the grammar: killed in an
// "encounter" with the police; had "neutralized" nine men; the "Wagner" group. The offsets come in
// pairs, of the opening and the closing mark. The quoted words have no punctuation mark among them
// and follow a word: behind a comma or colon they are speech.
func scareQuotes(text string) []int {
	var out []int
	for i := nextQuote(text, 0); i >= 0; {
		end := scareEnd(text, i)
		if end < 0 {
			i = nextQuote(text, i+1)
			continue
		}
		out = append(out, i, end)
		i = nextQuote(text, end+1)
	}
	return out
}

// nextQuote returns the byte offset of the first quotation mark or apostrophe of a text at or
// after from, or -1.
func nextQuote(text string, from int) int {
	for i := from; i < len(text); i++ {
		switch c := text[i]; {
		case c == '"', c == '\'', c >= utf8.RuneSelf && isQuoteRune(text[i:]):
			return i
		}
	}
	return -1
}

// isQuoteRune reports whether a text begins with one of quoteMarks.
func isQuoteRune(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return strings.ContainsRune(quoteMarks, r)
}

// scareEnd returns the byte offset of the mark that closes the scare quotes that the mark at
// offset i opens, or -1 if it opens none.
func scareEnd(text string, i int) int {
	mark, size := utf8.DecodeRuneInString(text[i:])
	before := strings.TrimRight(text[:i], " ")
	last, _ := utf8.DecodeLastRuneInString(before)
	if len(before) == i || !unicode.IsLetter(last) && !unicode.IsDigit(last) {
		return -1
	}
	words := 1
	for k, r := range text[i+size:] {
		at := i + size + k
		switch {
		case unicode.IsLetter(r), (r == '-' || unicode.IsDigit(r)) && k > 0:
		case r == ' ' && k > 0 && words < maxScareWords:
			words++
		case k > 0 && closesQuote(mark, r) && endsWord(text[at+utf8.RuneLen(r):]) && !standsApart(text[i+size:at]):
			return at
		default:
			return -1
		}
	}
	return -1
}

// standsApart reports whether quoted words can be a clause or a noun group of their own: called the
// raid "a massacre"; shouted "God is great"; but not the "Lions of the South".
func standsApart(quoted string) bool {
	first, rest, _ := strings.Cut(quoted, " ")
	if words().openers.has(strings.ToLower(first)) {
		return true
	}
	for word := range strings.FieldsSeq(rest) {
		if unicode.IsUpper(firstRune(first)) && !unicode.IsUpper(firstRune(word)) && !words().prepositions.has(word) && !words().openers.has(word) {
			return true
		}
	}
	return false
}

// closesQuote reports whether the second quotation mark can close what the first opens.
func closesQuote(first, second rune) bool {
	switch first {
	case '"':
		return second == '"'
	case '\'':
		return second == '\''
	case '‘':
		return second == '’'
	case '“', '„', '”':
		return second == '”' || second == '“'
	case '«':
		return second == '»'
	case '»':
		return second == '«'
	}
	return false
}

// endsWord reports whether no letter or digit begins the text.
func endsWord(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

// Written returns the span of the group, extended by the quotation mark right before or right after
// it where the other mark of the scare quotes stands within the group: the "terrorist" group,
// the "terrorist group".
func (g *NounGroup) Written() article.Span {
	span := g.Span
	if !strings.ContainsAny(g.Text(), quoteMarks) {
		return span
	}
	text, start := g.Sentence.Text, g.Sentence.Start
	marks := scareQuotes(text)
	for i := 0; i+1 < len(marks); i += 2 {
		_, size := utf8.DecodeRuneInString(text[marks[i]:])
		_, last := utf8.DecodeRuneInString(text[marks[i+1]:])
		open, end := start+marks[i], start+marks[i+1]
		switch {
		case open+size == g.Start && end < g.End:
			span.Start = open
		case open > g.Start && end == g.End:
			span.End = end + last
		}
	}
	return span
}

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
