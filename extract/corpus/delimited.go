package corpus

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"sitrep/extract/wordlist"
)

var delimiters = []struct {
	comma byte
	kind  kind
}{{',', commas}, {'\t', tabs}, {';', semicolons}}

// delimited reports whether a head is that of a table with an article a row: its
// first line has a name that the text goes by, among other names.
func (r *reader) delimited(start []byte) (kind, bool) {
	line, _, found := bytes.Cut(start, []byte("\n"))
	if !found || len(line) > 4096 {
		return plainText, false
	}
	for _, d := range delimiters {
		cells, err := cellsOf(line, rune(d.comma))
		if err != nil || len(cells) < 2 {
			continue
		}
		text, names := false, true
		for _, c := range cells {
			names = names && len(c) <= 40 && !strings.ContainsAny(c, ".!?")
			text = text || r.textColumn(c)
		}
		if text && names {
			return d.kind, true
		}
	}
	return plainText, false
}

func (r *reader) textColumn(name string) bool {
	if own, ok := r.names.own["text"]; ok {
		return name == own
	}
	return slices.ContainsFunc(r.names.usual["text"], func(usual string) bool { return normal(name) == usual })
}

func cellsOf(row []byte, comma rune) ([]string, error) {
	c := csv.NewReader(bytes.NewReader(row))
	c.Comma = comma
	c.LazyQuotes = true
	c.FieldsPerRecord = -1
	cells, err := c.Read()
	if err == io.EOF {
		return nil, nil
	}
	return cells, err
}

// table reads a table with a header and one article a row. A row that is none
// is named, and the next one read.
func (r *reader) table(at place, s *scanner, comma byte) bool {
	rows := &rows{s: s, comma: comma, limit: r.options.Limits.Article}
	t := sheet{reader: r, at: at}
	for {
		cells, n, err := rows.cells(t.header == nil)
		var long *tooLong
		switch {
		case err == io.EOF:
			return t.header != nil || r.fail(at.path, 0, errEmpty)
		case err != nil && !errors.As(err, &long) && !errors.Is(err, errQuotes):
			return r.fail(at.path, n, reason(err))
		case err != nil:
			if !r.fail(at.path, n, err) {
				return false
			}
		case len(cells) == 0:
		case t.header == nil:
			if !t.begin(cells) {
				return r.fail(at.path, n, noTextColumn(cells))
			}
		default:
			if !t.row(n, cells) {
				return false
			}
		}
	}
}

// cells returns the cells of the next row, without the mark at the head of a
// file. What parts the cells of a table with commas is only sure once its header
// was read.
func (r *rows) cells(heads bool) ([]string, int, error) {
	row, n, err := r.next()
	if err != nil {
		return nil, n, err
	}
	if n == 1 {
		row = bytes.TrimPrefix(row, []byte(byteOrderMark))
		if heads && r.comma == ',' {
			r.comma = likelier(row)
		}
	}
	cells, err := cellsOf(row, rune(r.comma))
	return cells, n, err
}

// sheet is a table whose rows are read one by one.
type sheet struct {
	*reader
	at        place
	header    []string
	incidents incidentColumns // where the rows are incidents, not articles
}

// begin takes the header of a table, and reports whether its columns hold
// articles or incidents.
func (t *sheet) begin(header []string) bool {
	t.header, t.incidents = header, t.reader.incidents(header)
	return t.incidents != nil || t.hasText(header)
}

// row reads a row, which is an article or an incident.
func (t *sheet) row(n int, cells []string) bool {
	if len(cells) != len(t.header) {
		return t.fail(t.at.path, n, fmt.Errorf("%d fields, the header has %d", len(cells), len(t.header)))
	}
	if t.incidents != nil {
		return t.incident(t.at, n, t.incidents, cells)
	}
	o, err := namedCells(t.header, cells)
	if err != nil {
		return t.fail(t.at.path, n, err)
	}
	return t.record(t.at, n, o)
}

// namedCells returns the cells of a row by the names of their columns.
func namedCells(header, cells []string) (map[string]any, error) {
	o := make(map[string]any, len(cells))
	for i, c := range cells {
		if !utf8.ValidString(c) {
			var err error
			if c, err = decode([]byte(c)); err != nil {
				return nil, err
			}
		}
		if c != "" {
			o[header[i]] = c
		}
	}
	return o, nil
}

// incidents returns the columns of a table of incidents, or nil. A column that
// may be an article's text is what happened where the table has a place and the
// dead or wounded beside it, and no titles.
func (r *reader) incidents(header []string) incidentColumns {
	c := columnsOf(header)
	if c == nil || !r.hasText(header) {
		return c
	}
	i, described := c["what"]
	_, killed := c["killed"]
	_, wounded := c["wounded"]
	_, located := c["place"]
	if !described || !r.textColumn(header[i]) || !located || !killed && !wounded {
		return nil
	}
	for _, name := range header {
		if slices.Contains(r.names.usual["title"], normal(name)) {
			return nil
		}
	}
	return c
}

func (r *reader) hasText(header []string) bool {
	return slices.ContainsFunc(header, r.textColumn)
}

// likelier returns the delimiter that a header has most of: files called .csv come
// with semicolons and tabs too.
func likelier(header []byte) byte {
	best, most := byte(','), bytes.Count(header, []byte(","))
	for _, d := range delimiters[1:] {
		if n := bytes.Count(header, []byte{d.comma}); n > most {
			best, most = d.comma, n
		}
	}
	return best
}

var errQuotes = errors.New("a quotation mark opens a field and is never closed")

// rows cuts a table into its rows. A quoted field may run over lines; one that
// never ends costs its own line only: what was read in search of its end is
// cut again, line by line.
type rows struct {
	s       *scanner
	comma   byte
	limit   int64
	line    int      // lines read so far
	again   [][]byte // lines to be read again, as rows of their own
	pending error
}

// next returns the next row and the line that it begins on.
func (t *rows) next() (row []byte, line int, err error) {
	if len(t.again) > 0 {
		row, t.again = t.again[0], t.again[1:]
		if !t.closed(row) {
			err = errQuotes
		}
		return row, t.line - len(t.again), err
	}
	if t.pending != nil {
		err, t.pending = t.pending, nil
		t.line++
		return nil, t.line, err
	}
	row, err = t.s.line(t.limit)
	t.line++
	if err != nil || t.closed(row) {
		return row, t.line, err
	}
	first := t.line
	parts := [][]byte{row}
	state, _ := t.scan(row, fieldStart)
	for size := int64(len(row)); ; {
		part, err := t.s.line(t.limit)
		if size += int64(len(part)) + 1; err != nil || size > t.limit {
			if err == nil {
				parts = append(parts, part)
				t.line++
			}
			t.pending = err
			t.again = parts[1:]
			return nil, first, errQuotes
		}
		t.line++
		parts = append(parts, part)
		var odd bool
		if state, odd = t.scan(part, state); odd {
			// A mark in the middle of a field, lines after the one that opened
			// it: it rather opens a field of its own.
			t.again = parts[1:]
			return nil, first, errQuotes
		}
		if state != quoted {
			return bytes.Join(parts, []byte("\n")), first, nil
		}
	}
}

type csvState int

const (
	fieldStart csvState = iota
	unquoted
	quoted
	quoteSeen // in a quoted field, after a quotation mark
)

func (t *rows) closed(row []byte) bool {
	state, _ := t.scan(row, fieldStart)
	return state != quoted
}

// scan runs over a line and returns the state at its end, and whether a
// quotation mark stood in a quoted field where it neither ends it nor is
// doubled.
func (t *rows) scan(row []byte, state csvState) (end csvState, odd bool) {
	for _, c := range row {
		switch {
		case state == quoted:
			if c == '"' {
				state = quoteSeen
			}
		case c == t.comma:
			state = fieldStart
		case state == quoteSeen && c == '"':
			state = quoted
		case state == quoteSeen && c != '\r':
			state, odd = quoted, true
		case state == fieldStart && c == '"':
			state = quoted
		case state == fieldStart:
			state = unquoted
		}
	}
	if state == quoteSeen {
		state = unquoted
	}
	return state, odd
}

// mostNamed is how many columns a message names.
const mostNamed = 8

// noTextColumn is the error of a table of whose columns none is known to hold a
// text. It names the column that is likeliest meant; a spreadsheet may have
// hundreds.
func noTextColumn(header []string) error {
	if near := nearText(header); near != "" {
		return fmt.Errorf("no column of text: is it %q? (--map text=%s)", near, near)
	}
	if len(header) > mostNamed {
		return fmt.Errorf("no column of text among %d, which begin %q (--map text=COLUMN)", len(header), header[:mostNamed])
	}
	return fmt.Errorf("no column of text in %q (--map text=COLUMN)", header)
}

// nearText returns the column whose name is the most like one of the usual
// names of a text: article_text, contents.
func nearText(header []string) string {
	for _, usual := range usualNames()["text"] {
		for _, h := range header {
			if n := normal(h); n != "" && (strings.HasPrefix(n, usual) || strings.HasSuffix(n, usual)) {
				return h
			}
		}
	}
	for _, usual := range usualNames()["text"] {
		if near := wordlist.Nearest(usual, header); near != "" && len(usual) > 3 {
			return near
		}
	}
	return ""
}
