package document

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// Text is what was read out of a document, or of a chapter of one.
type Text struct {
	Title     string
	Text      string // paragraphs with a blank line between them
	Published string
	Publisher string
	Pages     []int // where the pages of a PDF begin in Text, in code points
}

// archive is a document that is a zip archive of parts.
type archive struct {
	*zip.Reader
	left int64 // bytes that may still be unpacked
}

// errTooLarge is the error of a document that unpacks to more than the limit.
var errTooLarge = errors.New("unpacks to more than is read of one document (--max-article)")

func open(data []byte, limit int64) (*archive, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, fmt.Errorf("broken document: %w", err)
	}
	return &archive{z, 4 * limit}, nil
}

// part returns a part by its name, or nil.
func (p *archive) part(name string) ([]byte, error) {
	for _, f := range p.File {
		if f.Name != name {
			continue
		}
		if f.Flags&1 != 0 {
			return nil, errors.New("protected by a password")
		}
		in, err := f.Open()
		if err != nil {
			return nil, fmt.Errorf("broken document: %w", err)
		}
		defer in.Close()
		b, err := io.ReadAll(io.LimitReader(in, p.left+1))
		if err != nil {
			return nil, fmt.Errorf("broken document: %w", err)
		}
		if p.left -= int64(len(b)); p.left < 0 {
			return nil, errTooLarge
		}
		return b, nil
	}
	return nil, nil
}

// Office reads a document that is packed as a zip archive, by what is in it. An
// EPUB may hold several articles: each of its chapters is one. A workbook is
// none, and nil is returned.
func Office(data []byte, limit int64) ([]Text, error) {
	p, err := open(data, limit)
	if err != nil {
		return nil, err
	}
	if b, err := p.part("word/document.xml"); b != nil || err != nil {
		return one(word(b), err)
	}
	if b, err := p.part("META-INF/container.xml"); b != nil || err != nil {
		if err != nil {
			return nil, err
		}
		return p.epub(b)
	}
	if b, err := p.part("content.xml"); b != nil || err != nil {
		return one(openText(b), err)
	}
	for _, f := range p.File {
		if f.Name == "xl/workbook.xml" {
			return nil, nil
		}
	}
	return nil, errors.New("a document of a kind that is not read: DOCX, ODT, EPUB and XLSX are")
}

func one(t Text, err error) ([]Text, error) {
	if err != nil {
		return nil, err
	}
	return []Text{t}, nil
}

// writer collects the paragraphs of a document.
type writer struct {
	Text
	b     strings.Builder
	skip  int // depth of what is not read
	row   int // depth of table rows
	cells int // of the row so far
	title bool
}

func (w *writer) put(s string) {
	if w.skip == 0 {
		w.b.WriteString(s)
	}
}

// end closes a paragraph: within a row of a table it is a blank, elsewhere a
// blank line.
func (w *writer) end() {
	if w.skip > 0 {
		return
	}
	if w.row > 0 {
		w.b.WriteByte(' ')
		return
	}
	w.b.WriteString("\n\n")
}

// cell begins a cell of a table.
func (w *writer) cell() {
	if w.cells++; w.cells > 1 {
		w.put("| ")
	}
}

func (w *writer) startRow() {
	w.row++
	w.cells = 0
}

func (w *writer) endRow() {
	w.row--
	w.put("\n")
}

// endTable parts a table from what follows.
func (w *writer) endTable() { w.put("\n") }

// text returns what was collected, its lines trimmed and its blank lines single.
func (w *writer) text() string { return tidy(w.b.String()) }

// tidy trims lines and leaves at most one blank one between them.
func tidy(s string) string {
	var b strings.Builder
	blank := false
	for line := range strings.Lines(s) {
		line = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(line), "|"))
		if line == "" {
			blank = b.Len() > 0
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		if blank {
			b.WriteByte('\n')
		}
		b.WriteString(line)
		blank = false
	}
	return b.String()
}

// walk calls visit with every start, end and text of a part.
func walk(part []byte, start func(xml.StartElement), end func(name string), text func(string)) {
	d := xml.NewDecoder(bytes.NewReader(part))
	d.Strict = false
	d.Entity = xml.HTMLEntity
	for {
		t, err := d.Token()
		if err != nil {
			return // what was read up to the mistake is kept
		}
		switch t := t.(type) {
		case xml.StartElement:
			start(t)
		case xml.EndElement:
			end(t.Name.Local)
		case xml.CharData:
			text(string(t))
		}
	}
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
