package table

import (
	"database/sql"
	_ "embed"
	"errors"
	"net/url"
	"strings"

	"sitrep/extract/link"
)

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
