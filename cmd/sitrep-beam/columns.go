package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"
	"os"
	"time"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"
)

// articlesIn returns what corpus can read of a file. A Parquet file becomes JSON
// lines, an article a row, with the columns as its fields: their names are those
// that sitrep extract knows.
func articlesIn(in io.Reader) (io.ReadCloser, error) {
	b := bufio.NewReader(in)
	if head, _ := b.Peek(4); string(head) != "PAR1" {
		return io.NopCloser(b), nil
	}
	spool, err := os.CreateTemp("", "sitrep-beam-*.parquet")
	if err != nil {
		return nil, err
	}
	os.Remove(spool.Name()) // where the system allows: the open file stays
	size, err := io.Copy(spool, b)
	if err != nil {
		spool.Close()
		return nil, err
	}
	r, w := io.Pipe()
	go func() {
		err := toLines(spool, size, w)
		w.CloseWithError(errors.Join(err, spool.Close(), removed(spool.Name())))
	}()
	return r, nil
}

// removed takes a temporary file away that an open file kept from going.
func removed(name string) error {
	if err := os.Remove(name); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return nil
}

// toLines writes the rows of a Parquet file as JSON lines.
func toLines(file io.ReaderAt, size int64, to io.Writer) error {
	f, err := parquet.OpenFile(file, size, parquet.SkipPageIndex(true), parquet.SkipBloomFilters(true))
	if err != nil {
		return err
	}
	names := map[int]column{}
	for i, path := range f.Schema().Columns() {
		if leaf, ok := f.Schema().Lookup(path...); ok && len(path) == 1 {
			names[i] = columnOf(path[0], leaf.Node)
		}
	}
	out := bufio.NewWriter(to)
	encoder := json.NewEncoder(out)
	for _, g := range f.RowGroups() {
		if err := groupToLines(g, names, encoder); err != nil {
			return err
		}
	}
	return out.Flush()
}

func groupToLines(g parquet.RowGroup, names map[int]column, to *json.Encoder) (err error) {
	rows := g.Rows()
	defer func() { err = errors.Join(err, rows.Close()) }()
	buffer := make([]parquet.Row, 64)
	for {
		n, err := rows.ReadRows(buffer)
		for _, row := range buffer[:n] {
			fields := map[string]any{}
			for _, v := range row {
				if c, ok := names[v.Column()]; ok && !v.IsNull() {
					fields[c.name] = c.value(v)
				}
			}
			if err := to.Encode(fields); err != nil {
				return err
			}
		}
		switch {
		case err == io.EOF:
			return nil
		case err != nil:
			return err
		}
	}
}

// column is a column that holds one value a row. A day or a moment counts from
// 1970, in units.
type column struct {
	name string
	unit time.Duration // of a day or a moment; 0: neither
}

func columnOf(name string, n parquet.Node) column {
	c := column{name: name}
	if t := n.Type().LogicalType(); t != nil {
		switch t := t.Value.(type) {
		case *format.DateType:
			c.unit = 24 * time.Hour
		case *format.TimestampType:
			c.unit = t.Unit.Value.Duration()
		}
	}
	return c
}

// value returns a value as JSON has it; of a moment its day.
func (c column) value(v parquet.Value) any {
	switch v.Kind() {
	case parquet.Boolean:
		return v.Boolean()
	case parquet.Int32, parquet.Int64:
		if c.unit > 0 {
			perDay := int64(24 * time.Hour / c.unit)
			days := v.Int64() / perDay
			if v.Int64()%perDay < 0 {
				days--
			}
			return time.Unix(days*24*60*60, 0).UTC().Format(time.DateOnly)
		}
		return v.Int64()
	case parquet.Double:
		return v.Double()
	}
	return v.String()
}
