package table

import (
	"bufio"
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/gocarina/gocsv"

	"sitrep/extract/link"
)

// LinkedWriter writes incident after incident.
type LinkedWriter interface {
	Write(link.Incident) error
	Flush() error
	Close() error
}

// LinkedFormats are the names of the formats of linked incidents, the default
// first.
var LinkedFormats = []string{"jsonl", "json", "csv", "tsv", "geojson", "xlsx", "sqlite", "parquet"}

// LinkedOptions say what a table of linked incidents holds.
type LinkedOptions struct {
	Claims bool // a row a telling, and not a row an incident
}

// CheckLinked says what is wrong with a format of linked incidents before
// anything is written. stream: the table is to go to standard output.
func CheckLinked(name string, o LinkedOptions, stream bool) error {
	switch {
	case !slices.Contains(LinkedFormats, name):
		return fmt.Errorf("unknown format %q: want one of %s", name, strings.Join(LinkedFormats, ", "))
	case o.Claims && strings.HasPrefix(name, "json"):
		return fmt.Errorf("%s holds each incident with its tellings in it", name)
	case o.Claims && NeedsFile(name):
		return fmt.Errorf("%s has a table of incidents and one of their tellings", name)
	case NeedsFile(name) && stream:
		return fmt.Errorf("%s cannot be written to a stream: name a file", name)
	}
	return nil
}

// NewLinked makes the writer of a format.
func NewLinked(name string, to Target, o LinkedOptions) (LinkedWriter, error) {
	if err := CheckLinked(name, o, to.Path == ""); err != nil {
		return nil, err
	}
	switch name {
	case "jsonl":
		return linkedJSONL{&jsonLines{buffer: bufio.NewWriter(to)}}, nil
	case "json":
		return linkedJSON{&jsonWriter{buffer: bufio.NewWriter(to)}}, nil
	case "geojson":
		return linkedFeatures{newFeatures(to, o.sheet()), o}, nil
	case "xlsx":
		x, err := newWorkbook(to, []*worksheet{{sheet: LinkedOptions{}.sheet(), name: "incidents"}, {sheet: LinkedOptions{Claims: true}.sheet(), name: "tellings"}})
		return linkedWorkbook{x}, err
	case "sqlite":
		return newLinkedSQLite(to)
	case "parquet":
		s := o.sheet()
		return linkedColumns{&parquetWriter{columnar: newColumnar(to, flatSchema(s)), flat: s}, o}, nil
	}
	comma := ","
	if name == "tsv" {
		comma = "\t"
	}
	s := o.sheet()
	return &linkedCells{o, newCells(bufio.NewWriter(to), comma, s.columns, s.shown), false}, nil
}

// sheet has the columns of the rows.
func (o LinkedOptions) sheet() *sheet {
	columns := LinkedColumns()
	if o.Claims {
		columns = ClaimColumns()
	}
	return &sheet{columns: columns, shown: all(columns)}
}

// rows are the rows of an incident: a []LinkedRow or a []ClaimRow.
func (o LinkedOptions) rows(n link.Incident) any {
	if o.Claims {
		return claimRows(n)
	}
	return []LinkedRow{linkedRow(n)}
}

type linkedJSONL struct{ *jsonLines }

func (l linkedJSONL) Write(n link.Incident) error { return l.add(&n) }

type linkedJSON struct{ *jsonWriter }

func (l linkedJSON) Write(n link.Incident) error { return l.add(&n) }

type linkedFeatures struct {
	*geoJSON
	options LinkedOptions
}

func (l linkedFeatures) Write(n link.Incident) error { return l.write(l.options.rows(n)) }

type linkedWorkbook struct{ *xlsx }

func (l linkedWorkbook) Write(n link.Incident) error {
	for i, s := range l.sheets {
		if err := l.write(s, LinkedOptions{Claims: i == 1}.rows(n)); err != nil {
			return err
		}
	}
	return nil
}

type linkedColumns struct {
	*parquetWriter
	options LinkedOptions
}

func (l linkedColumns) Write(n link.Incident) error { return l.write(l.flat, l.options.rows(n)) }

// linkedCells writes CSV and TSV.
type linkedCells struct {
	options LinkedOptions
	cells   *delimited
	begun   bool
}

func (l *linkedCells) Write(n link.Incident) error { return l.write(l.options.rows(n)) }

func (l *linkedCells) write(rows any) error {
	if !l.begun {
		l.begun = true
		return gocsv.MarshalCSV(rows, l.cells)
	}
	return gocsv.MarshalCSVWithoutHeaders(rows, l.cells)
}

func (l *linkedCells) Flush() error { return l.cells.buffer.Flush() }

// Close writes the header where no row did.
func (l *linkedCells) Close() error {
	if !l.begun {
		var none any = []LinkedRow{}
		if l.options.Claims {
			none = []ClaimRow{}
		}
		if err := l.write(none); err != nil {
			return err
		}
	}
	return l.Flush()
}
