package table

import (
	"bufio"
	"bytes"
	"database/sql"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/url"
	"os"

	"sitrep/extract/record"
)

// Readable are the formats whose tables of records can be read again.
var Readable = []string{"jsonl", "json", "csv", "tsv", "sqlite", "parquet"}

// Read yields the records of a table that this package wrote, in its order. The
// format is told by the content. An error ends it. CSV has no cells for all
// that a record holds; what it has is read.
func Read(path string, stdin io.Reader) iter.Seq2[record.Record, error] {
	return func(yield func(record.Record, error) bool) {
		err := read(path, stdin, func(r record.Record) bool { return yield(r, nil) })
		if err != nil && !errors.Is(err, errEnough) {
			if path != "-" {
				err = fmt.Errorf("%s: %w", path, err)
			}
			yield(record.Record{}, err)
		}
	}
}

// errEnough ends reading where nobody wants more.
var errEnough = errors.New("enough")

func read(path string, stdin io.Reader, yield func(record.Record) bool) error {
	in := stdin
	var file *os.File
	if path != "-" {
		f, err := os.Open(path)
		if err != nil {
			var p *os.PathError
			if errors.As(err, &p) {
				return p.Err
			}
			return err
		}
		defer f.Close()
		in, file = f, f
	}
	b := bufio.NewReaderSize(in, 1<<16)
	head, err := b.Peek(512)
	if err != nil && err != io.EOF {
		return err
	}
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\uFEFF")), " \t\r\n")
	switch {
	case bytes.HasPrefix(head, []byte("SQLite format 3\x00")) && path != "-":
		return readSQLite(path, yield)
	case bytes.HasPrefix(head, []byte("PAR1")):
		if file == nil {
			return errors.New("a Parquet file is read from its end: name it")
		}
		return readParquet(file, yield)
	case len(head) == 0:
		return nil
	case head[0] == '{' || head[0] == '[':
		return readJSON(b, head[0] == '[', yield)
	case bytes.HasPrefix(head, []byte("event_id\t")):
		return readCSV(b, '\t', yield)
	case bytes.HasPrefix(head, []byte("event_id,")):
		return readCSV(b, ',', yield)
	}
	return errors.New("no table of records: want what sitrep extract wrote as jsonl, json, csv, tsv, sqlite or parquet, with all columns")
}

func readJSON(in io.Reader, array bool, yield func(record.Record) bool) error {
	d := json.NewDecoder(in)
	if array {
		if _, err := d.Token(); err != nil {
			return err
		}
	}
	for n := 1; d.More(); n++ {
		var r record.Record
		if err := d.Decode(&r); err != nil {
			return fmt.Errorf("record %d: %w", n, err)
		}
		if r.ID == "" || r.Incident == "" || r.EventType == "" {
			return fmt.Errorf("record %d is no record of an event: want what sitrep extract wrote with a row a record", n)
		}
		if !yield(r) {
			return errEnough
		}
	}
	_, err := d.Token()
	if array && err == nil || err == io.EOF {
		return nil
	}
	return err
}

func readSQLite(path string, yield func(record.Record) bool) error {
	db, err := sql.Open("sqlite", "file:"+(&url.URL{Path: path}).EscapedPath()+"?mode=ro")
	if err != nil {
		return err
	}
	defer db.Close()
	rows, err := db.Query("SELECT record FROM events ORDER BY article_id, position")
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var line string
		var r record.Record
		if err := rows.Scan(&line); err != nil {
			return err
		}
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			return err
		}
		if !yield(r) {
			return errEnough
		}
	}
	return rows.Err()
}

func readCSV(in io.Reader, comma rune, yield func(record.Record) bool) error {
	c := csv.NewReader(in)
	c.Comma, c.LazyQuotes, c.ReuseRecord = comma, true, true
	header, err := c.Read()
	if err != nil {
		return err
	}
	at := map[string]int{}
	for i, name := range header {
		at[name] = i
	}
	if err := needColumns(at); err != nil {
		return err
	}
	for {
		cells, err := c.Read()
		switch {
		case err == io.EOF:
			return nil
		case err != nil:
			return err
		}
		if !yield(fromCells(func(name string) string { return cells[at[name]] })) {
			return errEnough
		}
	}
}

// needColumns returns which column a table of records lacks.
func needColumns(at map[string]int) error {
	for _, column := range Columns() {
		if _, ok := at[column.Name]; !ok {
			return fmt.Errorf("no column %s: want all that sitrep extract writes with a row a record", column.Name)
		}
	}
	return nil
}
