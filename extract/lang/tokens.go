package lang

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Tokens are the tokens of a sentence, in text order. The methods take the
// index of a token and accept any index: before the first token and after the
// last there is no word, so that a reader can look at the neighbours of a
// token without asking first whether there are any.
type Tokens []Token

// At returns token i, or an empty one outside of the sentence.
func (ts Tokens) At(i int) Token {
	if i < 0 || i >= len(ts) {
		return Token{}
	}
	return ts[i]
}

// Word returns the lower-case word at i, or "".
func (ts Tokens) Word(i int) string {
	if i < 0 || i >= len(ts) {
		return ""
	}
	return ts[i].Lower
}

// Tag returns the Penn tag of token i, or "".
func (ts Tokens) Tag(i int) string {
	if i < 0 || i >= len(ts) {
		return ""
	}
	return ts[i].Tag
}

// Lemma returns the dictionary form of the word at i, or "".
func (ts Tokens) Lemma(i int) string {
	if i < 0 || i >= len(ts) {
		return ""
	}
	return ts[i].Lemma
}

// Is reports whether the word at i is one of words, which are lower-case.
func (ts Tokens) Is(i int, words ...string) bool {
	return i >= 0 && i < len(ts) && slices.Contains(words, ts[i].Lower)
}

// In reports whether the word at i is in the set.
func (ts Tokens) In(i int, set map[string]bool) bool {
	return i >= 0 && i < len(ts) && set[ts[i].Lower]
}

// Tagged reports whether token i has one of the Penn tags.
func (ts Tokens) Tagged(i int, tags ...string) bool {
	return i >= 0 && i < len(ts) && slices.Contains(tags, ts[i].Tag)
}

// Spell reports whether the words from i on are words, one after another: in,
// front, of.
func (ts Tokens) Spell(i int, words ...string) bool {
	if i < 0 || i+len(words) > len(ts) {
		return false
	}
	for k, w := range words {
		if ts[i+k].Lower != w {
			return false
		}
	}
	return true
}

// Noun reports whether token i is a noun, common or proper.
func (ts Tokens) Noun(i int) bool { return isNoun(ts.Tag(i)) }

// ProperNoun reports whether token i is a proper noun.
func (ts Tokens) ProperNoun(i int) bool { return strings.HasPrefix(ts.Tag(i), "NNP") }

// Adjective reports whether token i is an adjective, also a comparative.
func (ts Tokens) Adjective(i int) bool { return strings.HasPrefix(ts.Tag(i), "JJ") }

// Adverb reports whether token i is an adverb.
func (ts Tokens) Adverb(i int) bool { return strings.HasPrefix(ts.Tag(i), "RB") }

// Verb reports whether token i is a verb in any form, or a modal.
func (ts Tokens) Verb(i int) bool { return isVerb(ts.Tag(i)) }

// FiniteVerb reports whether token i is a verb that has a tense, or a modal.
func (ts Tokens) FiniteVerb(i int) bool {
	switch ts.Tag(i) {
	case "VBD", "VBZ", "VBP", "MD":
		return true
	}
	return false
}

// Capital reports whether the word at i begins with a capital.
func (ts Tokens) Capital(i int) bool {
	return i >= 0 && i < len(ts) && unicode.IsUpper(firstRune(ts[i].Text))
}

// Mark returns the punctuation mark that token i is, or 0 where it is a word.
// Marks of one kind are given as one: '"' for every quotation mark, '-' for
// every dash, '.' for what ends a sentence. Outside of the sentence it is '.'.
func (ts Tokens) Mark(i int) rune {
	if i < 0 || i >= len(ts) {
		return '.'
	}
	text := ts[i].Text
	r, n := utf8.DecodeRuneInString(text)
	if unicode.IsLetter(r) || unicode.IsDigit(r) {
		return 0
	}
	switch {
	case strings.ContainsRune("“”„«»\"`‘’'", r) && (n == len(text) || strings.Trim(text, "'`\"") == ""):
		return '"'
	case r == '—' || r == '–' || r == '―' || text == "-" || text == "--":
		return '-'
	case r == '!' || r == '?' || r == '…':
		return '.'
	case n == len(text):
		return r
	}
	return 0
}

// Quoted reports whether token i stands between quotation marks.
func (ts Tokens) Quoted(i int) bool {
	open := false
	for k := range i {
		open = open != ts.Tagged(k, "''", "``")
	}
	return open
}

// AnyIn reports whether something holds of one of the indices from from up to to.
func AnyIn(from, to int, holds func(i int) bool) bool {
	for i := from; i < to; i++ {
		if holds(i) {
			return true
		}
	}
	return false
}

// isPunctuation reports whether a token is a mark, and not a word, a number, a
// sign that is read like a word (%, &, $), or what an apostrophe cuts off.
func isPunctuation(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !(len(s) > 1 && (r == '\'' || r == '’' || r == '$' || r == '.' || r == '-' || r == '#')) && r != '%' && r != '&' && r != '$' && r != '\'' && r != '’'
}

func punctuationTag(s string) string {
	switch s[0] {
	case '"':
		return "''"
	case '(', '[', '{':
		return "("
	case ')', ']', '}':
		return ")"
	case ',':
		return ","
	case '.', '!', '?':
		return "."
	}
	return ":"
}

// isNumber reports whether a word is written in digits: 12, 4,000, 10-15.
func isNumber(w string) bool {
	if w == "" || w[0] < '0' || w[0] > '9' || w[len(w)-1] < '0' || w[len(w)-1] > '9' {
		return false
	}
	return !AnyIn(0, len(w), func(i int) bool { return (w[i] < '0' || w[i] > '9') && w[i] != ',' && w[i] != '.' && w[i] != '-' })
}
