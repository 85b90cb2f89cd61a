package table

import (
	"bufio"

	"github.com/gocarina/gocsv"

	"sitrep/extract/record"
)

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
