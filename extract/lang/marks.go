package lang

import (
	"unicode"
	"unicode/utf8"
)

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
	for i := range len(w) {
		if (w[i] < '0' || w[i] > '9') && w[i] != ',' && w[i] != '.' && w[i] != '-' {
			return false
		}
	}
	return true
}
