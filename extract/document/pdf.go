package document

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"strings"
	"time"
	"unicode"

	"github.com/ledongthuc/pdf"
)

// ErrScan is the error of a PDF whose pages are pictures.
var ErrScan = errors.New("a scan: its pages are pictures without a text")

// patience is how long one PDF may take: a broken one may send its reader round
// in circles.
const patience = 30 * time.Second

// mostPages bounds how many pages are read.
const mostPages = 3000

// PDF reads the text layer of a PDF: its lines joined to paragraphs, running heads
// and page numbers left out.
func PDF(data []byte, limit int64) (Text, error) {
	type result struct {
		pages [][]line
		err   error
	}
	done := make(chan result, 1)
	go func() {
		pages, err := readPages(data, limit)
		done <- result{pages, err}
	}()
	select {
	case r := <-done:
		if r.err != nil {
			return Text{}, r.err
		}
		text, starts := layOut(r.pages)
		if strings.IndexFunc(text, unicode.IsLetter) < 0 {
			return Text{}, ErrScan
		}
		return Text{Text: text, Pages: starts}, nil
	case <-time.After(patience):
		return Text{}, errors.New("a broken PDF: it takes too long to read")
	}
}

// line is a line of a page.
type line struct {
	text string
	x, y float64
	size float64 // of its letters
}

// readPages returns the lines of the pages, in the order in which the pages hold
// them, which is the order in which they were set.
func readPages(data []byte, limit int64) (pages [][]line, err error) {
	defer func() {
		if p := recover(); p != nil { // the reader panics on broken files
			pages, err = nil, fmt.Errorf("a broken PDF: %v", p)
		}
	}()
	r, err := pdf.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		if errors.Is(err, pdf.ErrInvalidPassword) {
			return nil, errors.New("protected by a password")
		}
		return nil, fmt.Errorf("a broken PDF: %w", err)
	}
	size := int64(0)
	for _, p := range pagesOf(r) {
		if !rooted(p.V) {
			pages = append(pages, nil)
			continue
		}
		ls := linesOf(lettersOf(p))
		for _, l := range ls {
			size += int64(len(l.text))
		}
		if size > limit {
			return nil, errTooLarge
		}
		pages = append(pages, ls)
	}
	return pages, nil
}

// mostLevels bounds how deep the tree of pages is.
const mostLevels = 64

// pagesOf returns the pages. The library's own way to them never ends where the
// tree of pages holds itself.
func pagesOf(r *pdf.Reader) (pages []pdf.Page) {
	left := 10 * mostPages // nodes that are looked at
	var walk func(pdf.Value, int)
	walk = func(v pdf.Value, level int) {
		if left--; left < 0 || level > mostLevels || len(pages) >= mostPages {
			return
		}
		if v.Key("Type").Name() == "Page" || v.Key("Kids").IsNull() && !v.Key("Contents").IsNull() {
			pages = append(pages, pdf.Page{V: v})
			return
		}
		kids := v.Key("Kids")
		for i := range min(kids.Len(), left) {
			walk(kids.Index(i), level+1)
		}
	}
	walk(r.Trailer().Key("Root").Key("Pages"), 0)
	return pages
}

// rooted reports whether the nodes above a page come to an end: its fonts are
// looked for in them.
func rooted(v pdf.Value) bool {
	for range mostLevels {
		if v = v.Key("Parent"); v.IsNull() {
			return true
		}
	}
	return false
}

// ligatures are letters that are set as one: part of how the page looks, and not of
// its words.
var ligatures = strings.NewReplacer("\ufb00", "ff", "\ufb01", "fi", "\ufb02", "fl", "\ufb03", "ffi", "\ufb04", "ffl")

// linesOf joins the letters of a page to lines.
func linesOf(letters []letter) []line {
	var out []line
	var b strings.Builder
	var now line
	right := 0.0 // where the last letter ended, if its width is known
	flush := func() {
		if now.text = ligatures.Replace(strings.Join(strings.Fields(b.String()), " ")); now.text != "" {
			out = append(out, now)
		}
		b.Reset()
	}
	for _, t := range letters {
		if t.text == "\n" {
			continue
		}
		size := math.Max(t.size, 1)
		switch {
		case b.Len() == 0:
			now = line{x: t.x, y: t.y, size: size}
		case math.Abs(t.y-now.y) > size*0.45 || t.x < now.x-size:
			flush()
			now = line{x: t.x, y: t.y, size: size}
		case right > 0 && t.x-right > size*0.17:
			b.WriteByte(' ')
		}
		b.WriteString(t.text)
		right = 0
		if t.width > 0 {
			right = t.x + t.width
		}
	}
	flush()
	return out
}
