package document

import (
	"bufio"
	"io"
	"strings"

	"github.com/ledongthuc/pdf"
)

// unclosed reports whether a stream of operators ends within a hexadecimal string,
// as in "BT <52": the library reads blanks behind its end for ever.
func unclosed(v pdf.Value) bool {
	switch v.Kind() {
	case pdf.Stream:
		return endsInHex(v.Reader())
	case pdf.Array: // the streams are read as one
		var all []io.Reader
		for i := range v.Len() {
			if s := v.Index(i); s.Kind() == pdf.Stream {
				all = append(all, s.Reader())
			}
		}
		return endsInHex(io.MultiReader(all...))
	}
	return false
}

// endsInHex reads operators as the library does, as far as strings go: a string in
// brackets may hold others and ends at its bracket, a hexadecimal one at > or behind
// what is no digit.
func endsInHex(from io.Reader) bool {
	r := bufio.NewReader(from)
	for {
		c, err := r.ReadByte()
		if err != nil {
			return false
		}
		switch c {
		case '%':
			for err == nil && c != '\n' && c != '\r' {
				c, err = r.ReadByte()
			}
		case '(':
			skipString(r)
		case '<':
			if next, err := r.Peek(1); err == nil && next[0] == '<' {
				r.Discard(1)
			} else if skipHex(r) {
				return true
			}
		}
	}
}

// skipString skips the rest of a string in brackets.
func skipString(r *bufio.Reader) {
	for depth := 1; depth > 0; {
		c, err := r.ReadByte()
		switch {
		case err != nil:
			return
		case c == '\\':
			r.Discard(1)
		case c == '(':
			depth++
		case c == ')':
			depth--
		}
	}
}

// skipHex skips the rest of a hexadecimal string, two digits at a time. It returns
// true where the stream ends first.
func skipHex(r *bufio.Reader) bool {
	for {
		high, err := nextDigit(r)
		switch {
		case err != nil:
			return true
		case high == '>':
			return false
		}
		low, err := nextDigit(r)
		switch {
		case err != nil:
			return true
		case !isDigit(high) || !isDigit(low):
			return false
		}
	}
}

// nextDigit returns the next byte that is no blank.
func nextDigit(r *bufio.Reader) (byte, error) {
	for {
		c, err := r.ReadByte()
		if err != nil || strings.IndexByte(" \t\r\n\f\x00", c) < 0 {
			return c, err
		}
	}
}

func isDigit(c byte) bool { return strings.IndexByte("0123456789abcdefABCDEF", c) >= 0 }
