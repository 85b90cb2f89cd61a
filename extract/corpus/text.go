package corpus

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/extract/article"
)

const byteOrderMark = "\uFEFF"

// MaxArticle is the most bytes that one article may have.
const MaxArticle = 16 << 20

var (
	errNotText = errors.New("not a text")
	errEmpty   = errors.New("no text in it")
)

// text reads a whole input as the text of one article.
func (r *reader) text(name, id string, in io.Reader) bool {
	data, err := io.ReadAll(io.LimitReader(in, MaxArticle+1))
	switch {
	case err != nil:
		return r.fail(name, 0, reason(err))
	case len(data) > MaxArticle:
		return r.fail(name, 0, fmt.Errorf("longer than %d bytes", MaxArticle))
	}
	text, err := decode(data)
	if err != nil {
		return r.fail(name, 0, err)
	}
	if strings.TrimSpace(text) == "" {
		if name == Stdin { // an empty share of a job is no mistake
			return true
		}
		return r.fail(name, 0, errEmpty)
	}
	return r.emit(Document{Input: article.Input{ID: id, Text: text}, Path: name})
}

// decode turns bytes into UTF-8: a byte-order mark is dropped, an invalid byte
// becomes one U+FFFD, line breaks stay as they are.
func decode(data []byte) (string, error) {
	data = bytes.TrimPrefix(data, []byte(byteOrderMark))
	if binary(data) {
		return "", errNotText
	}
	if utf8.Valid(data) {
		return string(data), nil
	}
	var b strings.Builder
	for len(data) > 0 {
		c, size := utf8.DecodeRune(data)
		b.WriteRune(c)
		data = data[size:]
	}
	return b.String(), nil
}

// binary says whether the data are no text: a file full of control characters.
func binary(data []byte) bool {
	data = data[:min(len(data), 8<<10)]
	strange := 0
	for _, c := range data {
		if c < 0x20 && c != 0x1b && !unicode.IsSpace(rune(c)) {
			strange++
		}
	}
	return strange*50 > len(data)
}
