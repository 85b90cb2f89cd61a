package corpus

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

var errNotText = errors.New("not a text")

const byteOrderMark = "\uFEFF"

// wide returns the encoding of a head in UTF-16, or nil for any other: by its
// byte-order mark, or where every other byte of it is zero.
func wide(head []byte) encoding.Encoding {
	switch {
	case bytes.HasPrefix(head, []byte{0xff, 0xfe}):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case bytes.HasPrefix(head, []byte{0xfe, 0xff}):
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	}
	head = head[:min(len(head), 512)&^1]
	var zero [2]int
	for i, c := range head {
		if c == 0 {
			zero[i&1]++
		}
	}
	pairs := len(head) / 2
	switch {
	case pairs < 4:
	case zero[1]*10 > 8*pairs && zero[0] == 0:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case zero[0]*10 > 8*pairs && zero[1] == 0:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	return nil
}

// narrow hands in through, as UTF-8 where its head is UTF-16.
func narrow(s *scanner) *scanner {
	if e := wide(s.head()); e != nil {
		return newScanner(e.NewDecoder().Reader(s))
	}
	return s
}

// decode turns the bytes of a text into UTF-8: a byte-order mark is dropped,
// bytes of an older encoding are read as such, a byte that is invalid in UTF-8
// becomes one U+FFFD, line breaks stay as they are.
func decode(data []byte) (string, error) {
	if e := wide(data); e != nil {
		var err error
		if data, err = e.NewDecoder().Bytes(data); err != nil {
			return "", errNotText
		}
	}
	data = bytes.TrimPrefix(data, []byte(byteOrderMark))
	if binary(data) {
		return "", errNotText
	}
	if utf8.Valid(data) {
		return string(data), nil
	}
	if e := legacy(data); e != nil {
		if text, err := e.NewDecoder().Bytes(data); err == nil {
			return string(text), nil
		}
	}
	return repair(data), nil
}

func repair(data []byte) string {
	var b strings.Builder
	b.Grow(len(data) + 16)
	for len(data) > 0 {
		c, size := utf8.DecodeRune(data)
		b.WriteRune(c)
		data = data[size:]
	}
	return b.String()
}

// legacy guesses the one-byte encoding of a text that is not valid UTF-8; nil
// where it is rather UTF-8 with broken bytes in it.
func legacy(data []byte) encoding.Encoding {
	var whole, broken, letters, likely, beside int
	for i := 0; i < len(data); {
		c := data[i]
		if c < utf8.RuneSelf {
			if isLetter(c) {
				letters++
			}
			i++
			continue
		}
		if _, size := utf8.DecodeRune(data[i:]); size > 1 {
			whole++
			i += size
			continue
		}
		broken++
		if plausible(data, i, letterOrHigh) {
			likely++
		}
		if plausible(data, i, isLetter) {
			beside++
		}
		i++
	}
	if broken*2 < letters { // words with ASCII letters in them: no bytes of their own
		likely = beside
	}
	switch {
	case whole >= broken, likely*10 < 9*broken:
		return nil
	case broken*10 < letters: // English with a few letters and quotes from outside ASCII
		return charmap.Windows1252
	}
	best, err := chardet.NewTextDetector().DetectBest(data[:min(len(data), 16<<10)])
	if err != nil {
		return charmap.Windows1252
	}
	e, _ := charset.Lookup(best.Charset)
	if e == nil || e == encoding.Nop {
		return charmap.Windows1252
	}
	return e
}

// plausible reports whether the byte at i reads well in windows-125x: a letter
// beside a letter, a quotation mark or dash, a sign that stands alone.
func plausible(data []byte, i int, letter func(byte) bool) bool {
	c := data[i]
	beside := func(j int) bool { return j >= 0 && j < len(data) && letter(data[j]) }
	switch {
	case 0x91 <= c && c <= 0x97, c == 0x80, c == 0x85, c == 0x99, 0xa0 <= c && c <= 0xbf:
		return true
	case c >= 0xc0, c == 0x8a, c == 0x8e, c == 0x9a, c == 0x9e, c == 0x9f, c == 0x8c, c == 0x9c:
		return beside(i-1) || beside(i+1)
	}
	return false
}

func letterOrHigh(c byte) bool { return isLetter(c) || c >= 0xc0 }

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// binary reports whether the data are no text: too many control characters in
// them. A stray NUL does not make a text binary.
func binary(data []byte) bool {
	data = data[:min(len(data), 8<<10)]
	strange := 0
	for _, c := range data {
		if c < 0x20 && (c < '\t' || c > '\r') && c != 0x1b {
			strange++
		}
	}
	return strange*50 > len(data)
}

// decodeAll reads everything up to limit bytes and decodes it.
func decodeAll(in io.Reader, limit int64) (string, error) {
	data, err := readAll(in, limit)
	if err != nil {
		return "", err
	}
	return decode(data)
}
