package table

import (
	"bufio"
	"encoding/csv"

	"github.com/gocarina/gocsv"

	"sitrep/extract/record"
)

// csvWriter writes one row a record or incident, under a header that is there
// even where no row follows.
type csvWriter struct {
	*sheet
	buffer *bufio.Writer
	cells  *csv.Writer
	begun  bool
}

func newCSV(to Target, o Options) (Writer, error) { return newDelimited(to, o, ',') }

func newTSV(to Target, o Options) (Writer, error) { return newDelimited(to, o, '\t') }

func newDelimited(to Target, o Options, comma rune) (Writer, error) {
	s, err := newSheet(o)
	if err != nil {
		return nil, err
	}
	b := bufio.NewWriter(to)
	c := csv.NewWriter(b)
	c.Comma = comma
	return &csvWriter{sheet: s, buffer: b, cells: c, begun: o.Continued}, nil
}

func (c *csvWriter) Write(_ record.Article, records []record.Record) error {
	return c.write(records)
}

func (c *csvWriter) write(records []record.Record) error {
	if !c.begun {
		c.begun = true
		return gocsv.MarshalCSV(c.rows(records), picked{c.cells, c.shown})
	}
	if len(records) == 0 {
		return nil
	}
	return gocsv.MarshalCSVWithoutHeaders(c.rows(records), picked{c.cells, c.shown})
}

// picked is gocsv's view of a csv.Writer that shows some of the columns.
type picked struct {
	*csv.Writer
	shown []int
}

func (p picked) Write(row []string) error {
	out := make([]string, len(p.shown))
	for k, i := range p.shown {
		out[k] = row[i]
	}
	return p.Writer.Write(out)
}

func (c *csvWriter) Flush() error {
	c.cells.Flush()
	if err := c.cells.Error(); err != nil {
		return err
	}
	return c.buffer.Flush()
}

func (c *csvWriter) Close() error {
	if err := c.write(nil); err != nil {
		return err
	}
	return c.Flush()
}
