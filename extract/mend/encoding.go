package mend

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// bytesOf maps a character to the byte that one of the old encodings has for
// it, where that byte is above ASCII.
type bytesOf map[rune]byte

func bytesIn(c *charmap.Charmap) bytesOf {
	m := bytesOf{}
	for b := 0x80; b <= 0xff; b++ {
		if r := c.DecodeByte(byte(b)); r != utf8.RuneError {
			m[r] = byte(b)
		}
	}
	for b := rune(0x80); b < 0xa0; b++ { // what is undefined is handed on as it is
		if _, ok := m[b]; !ok {
			m[b] = byte(b)
		}
	}
	return m
}

var (
	windows   = bytesIn(charmap.Windows1252)
	macintosh = bytesIn(charmap.Macintosh)
)

// decodeAgain undoes a decoding too much: UTF-8 that was read as Windows-1252
// or as Mac Roman, "Russiaâ€™s", up to three times over.
func decodeAgain(s string, n *counts) string {
	for range 3 {
		before := s
		if strings.IndexByte(s, "â"[0]) >= 0 && strings.ContainsAny(s, "âÂÃÄÅÎÏÐÑØÙÚÛïðáä") { // they begin with the same byte
			s = decodeAs(windows, s, n)
		}
		if strings.Contains(s, "‚Ä") || strings.Contains(s, "√") {
			s = decodeAs(macintosh, s, n)
		}
		if s == before {
			break
		}
	}
	return s
}

// decodeAs replaces the runs of characters of s that are the bytes of one
// character in UTF-8.
func decodeAs(to bytesOf, s string, n *counts) string {
	var b strings.Builder
	kept := 0 // s[:kept] is written
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size, ok := sequence(to, s[i:])
		if ok && (r < 0x370 || r >= 0x800 || foreignRun(to, s, i, i+size)) {
			b.WriteString(s[kept:i])
			if r != 0xfeff {
				b.WriteRune(r)
			}
			i += size
			kept = i
			n[decodedTwice]++
			continue
		}
		if text, size := remainder(s[i:]); size > 0 {
			b.WriteString(s[kept:i])
			b.WriteString(text)
			i += size
			kept = i
			n[decodedTwice]++
			continue
		}
		_, size = utf8.DecodeRuneInString(s[i:])
		i += size
	}
	if kept == 0 {
		return s
	}
	b.WriteString(s[kept:])
	return b.String()
}

// sequence reads the characters that s begins with as the bytes of one
// character in UTF-8, other than ASCII: é of "Ã©", ’ of "â€™". It returns how
// much of s they take.
func sequence(to bytesOf, s string) (r rune, size int, ok bool) {
	var raw [utf8.UTFMax]byte
	n, want := 0, 1
	for _, c := range s {
		b, known := to[c]
		if !known {
			return 0, 0, false
		}
		if n == 0 {
			if want = sequenceLength(b); want == 0 {
				return 0, 0, false
			}
		}
		raw[n] = b
		n++
		size += utf8.RuneLen(c)
		if n == want {
			break
		}
	}
	r, used := utf8.DecodeRune(raw[:n])
	if n != want || used != n || r == utf8.RuneError || unicode.IsControl(r) && r != 0x85 {
		return 0, 0, false
	}
	return r, size, true
}

// sequenceLength is how many bytes the sequence has that b leads, or 0. The
// leads of letters that English news has no use for are left out: É» is the end
// of a French quotation.
func sequenceLength(b byte) int {
	switch {
	case 0xc2 <= b && b <= 0xc5, 0xce <= b && b <= 0xd1, 0xd8 <= b && b <= 0xdb:
		return 2
	case 0xe0 <= b && b <= 0xef:
		return 3
	case 0xf0 <= b && b <= 0xf4:
		return 4
	}
	return 0
}

// foreignRun reports whether a sequence of another script stands beside
// another such: one alone, as in Ñº, may be what was meant.
func foreignRun(to bytesOf, s string, start, end int) bool {
	if _, _, ok := sequence(to, s[end:]); ok {
		return true
	}
	for back := start; back > 0 && start-back < 8; {
		_, size := utf8.DecodeLastRuneInString(s[:back])
		back -= size
		if _, n, ok := sequence(to, s[back:]); ok && back+n == start {
			return true
		}
	}
	return false
}

// remainder mends a quotation mark or blank whose last byte was lost: â€ before
// what is no letter, â€ with U+FFFD behind it, Â before a blank.
func remainder(s string) (text string, size int) {
	if rest, ok := strings.CutPrefix(s, "â€\ufffd"); ok {
		return "”", len(s) - len(rest)
	}
	if rest, ok := strings.CutPrefix(s, "â€"); ok {
		if r, _ := utf8.DecodeRuneInString(rest); !unicode.IsLetter(r) {
			return "”", len(s) - len(rest)
		}
	}
	if strings.HasPrefix(s, "Â ") {
		return "", len("Â")
	}
	return "", 0
}
