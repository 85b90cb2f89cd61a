package article

import (
	"strings"
	"unicode"
)

// maxTail bounds how much of a paragraph's end may be a credit or an editors'
// line, in bytes.
const maxTail = 400

// tail finds the credit or editors' line that a paragraph ends with: where it
// begins and what it is. It begins after the end of a sentence or at a
// bracket; the longest that is one counts.
func (l *lexicon) tail(s string) (int, kind) {
	from := 0
	if len(s) > maxTail {
		from = len(s) - maxTail
	}
	for i := from; i < len(s); i++ {
		at := tailAt(s, i)
		if at <= 0 || at >= len(s) {
			continue
		}
		rest := strings.TrimSpace(s[at:])
		if k := l.classify(rest); k == credit || k == closing {
			return at, k
		}
	}
	return 0, plain
}

// tailAt returns where a credit or an editors' line begins in a paragraph if byte i parts
// it from what is before it, or -1.
func tailAt(s string, i int) int {
	switch s[i] {
	case '(', '[':
		if last := s[len(s)-1]; last == ')' || last == ']' || last == '.' {
			return i
		}
	case ' ', '\n', '\t':
		if i > 0 && isWordByte(s[i-1]) {
			return -1 // no sentence ends here
		}
		before := strings.TrimRightFunc(s[:i], unicode.IsSpace)
		if stopped(before) || strings.HasSuffix(before, "|") || strings.HasSuffix(before, "—") {
			return i + 1
		}
	}
	return -1
}

// isWordByte reports whether a byte is an ASCII letter or digit.
func isWordByte(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9'
}

// captionLead returns how long the words are that mark the paragraph as a
// caption, and whether they are part of its sentence.
func (l *lexicon) captionLead(s string) (n int, read, ok bool) {
	head := s
	if len(head) > 60 {
		head = strings.ToValidUTF8(head[:60], "")
	}
	low := fold(head)
	for _, c := range l.captions {
		if hasPhrase(low, c.phrase) {
			// fold may have changed lengths: count the words
			for range strings.Fields(c.phrase) {
				n += len(s[n:]) - len(strings.TrimLeftFunc(s[n:], unicode.IsSpace))
				if e := strings.IndexFunc(s[n:], unicode.IsSpace); e >= 0 {
					n += e
				} else {
					n = len(s)
				}
			}
			return n, c.read, true
		}
	}
	return 0, false, false
}

// headByline returns how long the byline is that a paragraph begins with
// where its dateline follows on the same line. Where no stop parts the two,
// the longest byline is the one: of BY A. NAME, Associated Press KABUL (AP) -
// the place is the last word.
func (l *lexicon) headByline(s string) int {
	if !l.mayBegin(s[:min(len(s), maxDateline)], byline) {
		return 0
	}
	n := 0
	for i := 0; i < len(s) && i < maxDateline; i++ {
		if s[i] != ' ' {
			continue
		}
		if d, ok := l.readDateline(s[i+1:]); ok && d.place != "" && l.classify(s[:i]) == byline {
			n = i + 1
			if stopped(s[:i]) {
				break
			}
		}
	}
	return n
}
