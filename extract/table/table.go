package table

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"sitrep/extract/record"
	"sitrep/extract/wordlist"
)

// Writer writes the records of article after article.
type Writer interface {
	// Write adds what one article told. No records: the article told nothing.
	Write(article record.Article, records []record.Record) error
	// Flush hands everything written so far to the file.
	Flush() error
	// Close completes the file's form; it closes no file.
	Close() error
}

// Units of a table.
const (
	Records   = "record"   // a row a telling
	Incidents = "incident" // a row a happening
)

// Units are the units, the default first.
var Units = []string{Records, Incidents}

// Options say what a table holds.
type Options struct {
	UnknownFatalities int      // what an unknown number of dead counts as
	Unit              string   // Records where empty
	Columns           []string // which, in this order; none: all
	Located           bool     // of GeoJSON: only what has a point
	Continued         bool     // the file has its beginning already
	Nested            bool     // of Parquet: the record as its JSON has it, not the columns
	InParts           bool     // of Parquet: the run may be continued, see InParts
}

// Target is where a table goes. A format that is no stream needs Path.
type Target struct {
	io.Writer
	Path string
}

// format is one way to write a table.
type format struct {
	name    string
	endings []string
	create  func(Target, Options) (Writer, error)
	columns bool   // it has columns to pick from
	records bool   // it holds records only
	nested  bool   // it can hold columns or the whole record
	file    bool   // it can't be a stream
	whole   string // why it can't be continued; empty where it can
}

var formats = []format{
	{name: "csv", endings: []string{"csv"}, create: newCSV, columns: true},
	{name: "tsv", endings: []string{"tsv", "tab"}, create: newTSV, columns: true},
	{name: "json", endings: []string{"json"}, create: newJSON, whole: "a JSON array is one document, closed at its end; jsonl can be continued"},
	{name: "jsonl", endings: []string{"jsonl", "ndjson"}, create: newJSONLines},
	{name: "geojson", endings: []string{"geojson"}, create: newGeoJSON, columns: true, whole: "a feature collection is one document, closed at its end; jsonl can be continued"},
	{name: "xlsx", endings: []string{"xlsx"}, create: newXLSX, columns: true, whole: "a workbook is packed as a whole at its end; csv can be continued"},
	{name: "sqlite", endings: []string{"sqlite", "sqlite3", "db"}, create: newSQLite, records: true, file: true},
	{name: "parquet", endings: []string{"parquet", "pq"}, create: newParquet, columns: true, nested: true},
}

// Formats returns the names of the formats, the default first.
func Formats() []string {
	names := make([]string, len(formats))
	for i, f := range formats {
		names[i] = f.name
	}
	return names
}

// FormatOf returns the format for the ending of a file, or "".
func FormatOf(path string) string {
	ending := strings.TrimPrefix(strings.ToLower(filepath.Ext(path)), ".")
	for _, f := range formats {
		if slices.Contains(f.endings, ending) {
			return f.name
		}
	}
	return ""
}

func formatNamed(name string) (format, error) {
	for _, f := range formats {
		if f.name == name {
			return f, nil
		}
	}
	return format{}, fmt.Errorf("unknown format %q: %s", name, wordlist.Want(name, Formats()))
}

// Check returns what is wrong with a format and its options before anything is
// written. stream: the table is to go to standard output.
func Check(name string, o Options, stream bool) error {
	f, err := formatNamed(name)
	switch {
	case err != nil:
		return err
	case o.Unit != "" && !slices.Contains(Units, o.Unit):
		return fmt.Errorf("unknown unit %q: %s", o.Unit, wordlist.Want(o.Unit, Units))
	case f.records && o.Unit == Incidents:
		return fmt.Errorf("%s holds records, each with the id of its incident", name)
	case !f.columns && len(o.Columns) > 0:
		return fmt.Errorf("%s has no columns to pick from", name)
	case o.Nested && !f.nested:
		return fmt.Errorf("nested records are for parquet: %s has one form", name)
	case o.Nested && len(o.Columns) > 0:
		return errors.New("nested records are whole: there are no columns to pick from")
	case f.file && stream:
		return fmt.Errorf("%s cannot be written to a stream: name a file", name)
	}
	_, err = pick(o)
	return err
}

// Whole says why files of a format can't be continued after a crash; empty
// where they can.
func Whole(name string) string {
	f, _ := formatNamed(name)
	return f.whole
}

// NeedsFile reports whether a format is written to a path and not to a stream.
func NeedsFile(name string) bool {
	f, _ := formatNamed(name)
	return f.file
}

// New makes the writer of a format.
func New(name string, to Target, o Options) (Writer, error) {
	if err := Check(name, o, to.Path == ""); err != nil {
		return nil, err
	}
	f, _ := formatNamed(name)
	return f.create(to, o)
}
