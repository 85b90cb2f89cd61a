package mend

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"sitrep/extract/lazyregexp"
)

// entity is a reference to a character as HTML writes it, with its semicolon.
var entity = lazyregexp.New(`&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8}[0-9]{0,2});`)

// unescape resolves the references that are left in a text, twice where they
// were escaped twice: Mar&#39;inka, Mar&amp;#39;inka.
func unescape(s string, n *counts) string {
	for range 2 {
		s = entity().ReplaceAllStringFunc(s, func(e string) string {
			u := html.UnescapeString(e)
			if u != e {
				n[entities]++
			}
			if u == "\u00a0" {
				return " "
			}
			return u
		})
	}
	return s
}

// hidden reports whether a character is invisible and parts or turns what is
// around it: the soft hyphen, blanks of no width, marks of direction.
func hidden(r rune) bool {
	switch {
	case r == 0xad, r == 0x61c, r == 0x180e, r == 0xfeff, 0x200b <= r && r <= 0x200f,
		0x202a <= r && r <= 0x202e, 0x2060 <= r && r <= 0x2064, 0x2066 <= r && r <= 0x206f:
		return true
	}
	return false
}

// joiner reports whether r joins or parts letters of scripts that need it, and
// the signs of one emoji.
func joiner(r rune) bool { return r == 0x200c || r == 0x200d }

// compatible reports whether r is another shape of ASCII letters or digits: a
// ligature, a full-width form, a letter of mathematics.
func compatible(r rune) bool {
	return 0xfb00 <= r && r <= 0xfb06 || 0xff01 <= r && r <= 0xff5e || 0x1d400 <= r && r <= 0x1d7ff
}

// characters takes invisible characters out of words, and writes other shapes of
// letters as the usual ones.
func characters(s string, n *counts) string {
	first := strings.IndexFunc(s, func(r rune) bool { return hidden(r) || compatible(r) })
	if first < 0 {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	b.WriteString(s[:first])
	for i := first; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		next := i + size
		switch {
		case joiner(r) && needed(s[:i], s[next:]):
			b.WriteRune(r)
		case hidden(r) && !inWord(s[:i], s[next:]):
			b.WriteByte(' ') // one character for another: offsets stay
		case hidden(r):
			n[invisible]++
			next += lineBreak(s[next:])
		case compatible(r):
			n[compatibility]++
			b.WriteString(norm.NFKC.String(s[i:next]))
		default:
			b.WriteString(s[i:next])
		}
		i = next
	}
	return b.String()
}

// needed reports whether a joiner stands between characters that it is for:
// letters of another script than ours, signs.
func needed(before, after string) bool {
	l, _ := utf8.DecodeLastRuneInString(before)
	r, _ := utf8.DecodeRuneInString(after)
	return l > 0x24f && r > 0x24f
}

// inWord reports whether what stands between two stretches of text parts a word.
func inWord(before, after string) bool {
	l, _ := utf8.DecodeLastRuneInString(before)
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(after, "\r\n"))
	return before != "" && after != "" && !unicode.IsSpace(l) && !unicode.IsSpace(r)
}

// lineBreak is the length of the one line break that s begins with, where a
// word goes on behind it in lower case: the soft hyphen was shown there.
func lineBreak(s string) int {
	rest := strings.TrimPrefix(strings.TrimPrefix(s, "\r"), "\n")
	r, _ := utf8.DecodeRuneInString(rest)
	if len(rest) < len(s) && unicode.IsLower(r) {
		return len(s) - len(rest)
	}
	return 0
}

// misread is a number in which a scan has taken a one for an l, or a nought for
// an O: l2 soldiers, 1OO people, 2O17.
var misread = lazyregexp.New(`\b(?:l[0-9]{1,3}|[0-9]{1,3}O{1,2}|[0-9]O[0-9]{1,2})\b`)

// hasMisread reports whether a text has an l before a digit or an O behind one,
// without which misread finds nothing.
func hasMisread(s string) bool {
	for i := range len(s) - 1 {
		if s[i] == 'l' && isDigit(s[i+1]) || s[i+1] == 'O' && isDigit(s[i]) {
			return true
		}
	}
	return false
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// mendDigits gives a misread number its digits.
func mendDigits(s string, n *counts) string {
	if !hasMisread(s) {
		return s
	}
	return misread().ReplaceAllStringFunc(s, func(w string) string {
		n[digits]++
		return strings.NewReplacer("l", "1", "O", "0").Replace(w)
	})
}

// isAccent reports whether a character is one that is typed for an apostrophe: the
// group`s men, the army´s guns.
func isAccent(r rune) bool { return r == '`' || r == '´' || r == '‘' }

// apostrophes replaces an accent between two letters by the apostrophe that it stands for.
func apostrophes(s string, n *counts) string {
	var b strings.Builder
	from := 0 // the end of what has been written
	for at := 0; ; {
		k := strings.IndexFunc(s[at:], isAccent)
		if k < 0 {
			break
		}
		at += k
		_, size := utf8.DecodeRuneInString(s[at:])
		before, _ := utf8.DecodeLastRuneInString(s[:at])
		after, _ := utf8.DecodeRuneInString(s[at+size:])
		if unicode.IsLetter(before) && unicode.IsLetter(after) {
			n[accents]++
			b.WriteString(s[from:at])
			b.WriteByte('\'')
			from = at + size
		}
		at += size
	}
	if from == 0 {
		return s
	}
	b.WriteString(s[from:])
	return b.String()
}
