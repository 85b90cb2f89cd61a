package table

import (
	"bufio"
	"encoding/csv"
	"io"

	"github.com/gocarina/gocsv"

	"sitrep/extract/record"
)

// csvWriter writes one row a record under a header that is there even where
// no record follows.
type csvWriter struct {
	buffer  *bufio.Writer
	cells   *csv.Writer
	options Options
	begun   bool
}

func newCSV(w io.Writer, o Options) (Writer, error) {
	b := bufio.NewWriter(w)
	return &csvWriter{buffer: b, cells: csv.NewWriter(b), options: o}, nil
}

func (c *csvWriter) Write(_ record.Article, records []record.Record) error {
	return c.write(rows(records, c.options.UnknownFatalities))
}

func (c *csvWriter) write(rows []Row) error {
	if !c.begun {
		c.begun = true
		return gocsv.MarshalCSV(rows, c.cells)
	}
	if len(rows) == 0 {
		return nil
	}
	return gocsv.MarshalCSVWithoutHeaders(rows, c.cells)
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
