package table

import (
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/parquet-go/parquet-go"

	"sitrep/extract/record"
)

// readParquet reads nested records, or the columns with a row a record.
func readParquet(f *os.File, yield func(record.Record) bool) error {
	info, err := f.Stat()
	if err != nil {
		return err
	}
	file, err := parquet.OpenFile(f, info.Size(), parquet.SkipPageIndex(true), parquet.SkipBloomFilters(true))
	if err != nil {
		return err
	}
	if _, nested := file.Schema().Lookup("article", "id"); nested {
		return readNested(file, yield)
	}
	at := map[string]int{}
	for i, path := range file.Schema().Columns() {
		at[path[0]] = i
	}
	if err := needColumns(at); err != nil {
		return err
	}
	for _, g := range file.RowGroups() {
		if err := readRows(g, func(row parquet.Row) bool {
			return yield(fromCells(func(name string) string { return cellOf(row[at[name]]) }))
		}); err != nil {
			return err
		}
	}
	return nil
}

// readRows hands on the rows of a group, which are good until the next.
func readRows(g parquet.RowGroup, yield func(parquet.Row) bool) (err error) {
	rows := g.Rows()
	defer func() { err = errors.Join(err, rows.Close()) }()
	buffer := make([]parquet.Row, batchRows)
	for {
		n, err := rows.ReadRows(buffer)
		for _, row := range buffer[:n] {
			if !yield(row) {
				return errEnough
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

func readNested(file *parquet.File, yield func(record.Record) bool) (err error) {
	schema := nestedSchema(Records)
	rows := parquet.NewReader(file, schema)
	defer func() { err = errors.Join(err, rows.Close()) }()
	buffer := make([]parquet.Row, 1)
	for n := 1; ; n++ {
		got, err := rows.ReadRows(buffer)
		if got == 0 {
			if err == io.EOF {
				return nil
			}
			return err
		}
		var r record.Record
		if err := schema.Reconstruct(&r, buffer[0]); err != nil {
			return fmt.Errorf("record %d: %w", n, err)
		}
		if r.ID == "" || r.Incident == "" || r.EventType == "" {
			return fmt.Errorf("record %d is no record of an event: want what sitrep extract wrote with a row a record", n)
		}
		if !yield(r) {
			return errEnough
		}
	}
}

// cellOf writes a value as CSV has it.
func cellOf(v parquet.Value) string {
	switch {
	case v.IsNull():
		return ""
	case v.Kind() == parquet.Int32:
		return time.Unix(int64(v.Int32())*secondsADay, 0).UTC().Format(time.DateOnly)
	}
	return v.String()
}
