package table

import (
	"bufio"
	"slices"
	"strings"

	"github.com/gocarina/gocsv"

	"sitrep/extract/record"
)

// delimited writes rows of cells as RFC 4180 has them: it is the writer that
// gocsv hands its rows to. A cell gets quotation marks if it needs them, and
// in CSV around words that look like a number too: a spreadsheet that takes
// quoted cells as text then shows 057, 160,000 and May 7 as they are. All
// other readers take the marks off.
type delimited struct {
	buffer *bufio.Writer
	comma  string
	shown  []int  // which cells of a row, in this order
	words  []bool // whether the cells of a column are words, by shown
	err    error
}

func newCells(b *bufio.Writer, comma string, columns []Column, shown []int) *delimited {
	d := &delimited{buffer: b, comma: comma, shown: shown, words: make([]bool, len(shown))}
	for k, i := range shown {
		d.words[k] = comma == "," && columns[i].Type == "string" && !isDate(columns[i].Name)
	}
	return d
}

// Write writes the cells that are shown of a row.
func (d *delimited) Write(row []string) error {
	for k, i := range d.shown {
		s := row[i]
		if d.needsQuotes(s) || d.words[k] && likeNumber(s) {
			s = `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
		}
		if k > 0 {
			d.buffer.WriteString(d.comma)
		}
		d.buffer.WriteString(s)
	}
	_, d.err = d.buffer.WriteString("\n")
	return d.err
}

func (d *delimited) needsQuotes(s string) bool {
	return strings.Contains(s, d.comma) || strings.ContainsAny(s, "\"\r\n") || strings.HasPrefix(s, " ") || s == `\.`
}

// likeNumber reports whether a spreadsheet may take a text for a number, a date
// or a truth value: a few words, each of digits or short as a month's name.
func likeNumber(s string) bool {
	if strings.EqualFold(s, "true") || strings.EqualFold(s, "false") {
		return true
	}
	if len(s) > 40 || !strings.ContainsAny(s, "0123456789") {
		return false
	}
	words := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" .,/+-%$€£", r) })
	return !slices.ContainsFunc(words, func(w string) bool {
		return strings.Trim(w, "0123456789:eE") != "" && (len(w) > len("September") || strings.ContainsAny(w, "0123456789"))
	})
}

// Flush has nothing to do: the buffer is the table's, to be flushed when the
// batch says so.
func (d *delimited) Flush() {}

// Error returns the error of the last row.
func (d *delimited) Error() error { return d.err }

// csvWriter writes one row a record or incident, under a header that is there
// even where no row follows.
type csvWriter struct {
	*sheet
	cells *delimited
	begun bool
}

func newCSV(to Target, o Options) (Writer, error) { return newDelimited(to, o, ",") }

func newTSV(to Target, o Options) (Writer, error) { return newDelimited(to, o, "\t") }

func newDelimited(to Target, o Options, comma string) (Writer, error) {
	s, err := newSheet(o)
	if err != nil {
		return nil, err
	}
	return &csvWriter{s, newCells(bufio.NewWriter(to), comma, s.columns, s.shown), o.Continued}, nil
}

func (c *csvWriter) Write(_ record.Article, records []record.Record) error {
	return c.write(records)
}

func (c *csvWriter) write(records []record.Record) error {
	if !c.begun {
		c.begun = true
		return gocsv.MarshalCSV(c.rows(records), c.cells)
	}
	if len(records) == 0 {
		return nil
	}
	return gocsv.MarshalCSVWithoutHeaders(c.rows(records), c.cells)
}

func (c *csvWriter) Flush() error { return c.cells.buffer.Flush() }

func (c *csvWriter) Close() error {
	if err := c.write(nil); err != nil {
		return err
	}
	return c.Flush()
}
