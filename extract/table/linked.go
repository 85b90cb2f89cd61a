package table

import (
	"bufio"
	"database/sql"
	_ "embed"
	"errors"
	"fmt"
	"net/url"
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

//go:embed linked.sql
var linkedSchema string

// linkedDatabase writes a table of incidents and one of their tellings, in one
// transaction: the file is there when all is.
type linkedDatabase struct {
	db                 *sql.DB
	tx                 *sql.Tx
	incidents, telling *sql.Stmt
}

func newLinkedSQLite(to Target) (*linkedDatabase, error) {
	db, err := sql.Open("sqlite", "file:"+(&url.URL{Path: to.Path}).EscapedPath()+"?_pragma=journal_mode(OFF)&_pragma=synchronous(OFF)")
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	d := &linkedDatabase{db: db}
	if _, err = db.Exec(linkedSchema); err == nil {
		d.tx, err = db.Begin()
	}
	if err == nil {
		d.incidents, err = d.tx.Prepare("INSERT INTO incidents VALUES (?" + strings.Repeat(", ?", 29) + ")")
	}
	if err == nil {
		d.telling, err = d.tx.Prepare("INSERT INTO tellings VALUES (?" + strings.Repeat(", ?", 17) + ")")
	}
	if err != nil {
		db.Close()
		return nil, err
	}
	return d, nil
}

func (d *linkedDatabase) Write(n link.Incident) error {
	whole, err := Encode(n)
	if err != nil {
		return err
	}
	row := linkedRow(n)
	var from, to any
	if n.Time != nil {
		from, to = null(n.Time.From), null(n.Time.To)
	}
	if _, err := d.incidents.Exec(n.ID, n.EventType, n.SubEventType, null(row.EventDate), from, to, n.Modality, n.Status, n.Scope,
		null(row.LocationName), null(row.LocationID), null(row.Country), null(row.Admin1), row.Latitude, row.Longitude, row.GeoPrecision,
		row.KilledLowest, row.KilledHighest, row.KilledLatest, row.KilledBest, null(row.KilledRule), row.Fatalities,
		n.Articles, n.Tellers, null(row.ConfirmedBy), null(row.DeniedBy), null(n.FirstReport), null(n.LastReport), n.Confidence, string(whole)); err != nil {
		return err
	}
	for i, c := range claimRows(n) {
		t := n.Tellings[i]
		if _, err := d.telling.Exec(n.ID, i, t.Event, t.Article.ID, null(t.Article.Published), null(t.Article.Publisher), null(t.Article.Title), null(t.Article.CopyOf),
			t.Action, t.Modality, t.Status, c.KilledMin, c.KilledMax, c.Fatalities, null(c.Source), null(c.SourceID), null(c.SourceKind), t.Evidence.Text); err != nil {
			return err
		}
	}
	return nil
}

// Flush does nothing: all is written at the end or not at all.
func (d *linkedDatabase) Flush() error { return nil }

func (d *linkedDatabase) Close() error { return errors.Join(d.tx.Commit(), d.db.Close()) }

// Abandon lets go of the file of a run that failed.
func (d *linkedDatabase) Abandon() {
	d.tx.Rollback()
	d.db.Close()
}
