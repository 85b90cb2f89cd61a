package table

import (
	"database/sql"
	_ "embed"
	"errors"
	"fmt"
	"maps"
	"net/url"
	"strings"

	_ "modernc.org/sqlite" // the driver

	"sitrep/extract/record"
)

//go:embed sqlite.sql
var sqliteSchema string

// inserts are the statements that fill the tables, by table.
var inserts = map[string]int{"articles": 7, "events": 27, "parties": 12, "places": 17, "casualties": 15}

// database writes an SQLite database. An article that it has already is
// replaced with all its rows, so that a run can be repeated.
type database struct {
	db         *sql.DB
	tx         *sql.Tx
	statements map[string]*sql.Stmt
	remove     *sql.Stmt
	mirrors    []mirror
	options    Options
}

func newSQLite(to Target, o Options) (Writer, error) {
	// A journal in memory: the file is a run's own until it is complete, and
	// a rollback is all that is ever asked of it.
	db, err := sql.Open("sqlite", "file:"+(&url.URL{Path: to.Path}).EscapedPath()+
		"?_pragma=foreign_keys(1)&_pragma=journal_mode(TRUNCATE)&_pragma=synchronous(NORMAL)")
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	d := &database{db: db, options: o}
	if err := d.prepare(); err != nil {
		db.Close()
		return nil, err
	}
	return d, nil
}

// prepare makes the tables that are not there yet.
func (d *database) prepare() (err error) {
	if d.mirrors, err = mirrors(d.options); err != nil {
		return err
	}
	var version int
	if err := d.db.QueryRow("PRAGMA user_version").Scan(&version); err != nil {
		return fmt.Errorf("not a database of ours: %w", err)
	}
	if version > databaseVersion {
		return fmt.Errorf("a database of version %d, made by a newer sitrep: this one knows %d", version, databaseVersion)
	}
	if version > 0 && version < databaseVersion {
		return fmt.Errorf("a database of version %d, made by an older sitrep: this one writes %d, so write to a new file", version, databaseVersion)
	}
	statements := sqliteSchema
	for _, m := range d.mirrors {
		statements += m.create()
	}
	if _, err := d.db.Exec(statements + fmt.Sprintf("PRAGMA user_version = %d;", databaseVersion)); err != nil {
		return fmt.Errorf("not a database of ours: %w", err)
	}
	return nil
}

// begin opens a transaction that holds until the next Flush.
func (d *database) begin() (err error) {
	if d.tx != nil {
		return nil
	}
	if d.tx, err = d.db.Begin(); err != nil {
		return err
	}
	d.statements = map[string]*sql.Stmt{}
	widths := maps.Clone(inserts)
	for _, m := range d.mirrors {
		widths[m.name] = m.width()
	}
	for table, columns := range widths {
		if d.statements[table], err = d.tx.Prepare("INSERT INTO " + table + " VALUES (?" + strings.Repeat(", ?", columns-1) + ")"); err != nil {
			return err
		}
	}
	d.remove, err = d.tx.Prepare("DELETE FROM articles WHERE id = ?")
	return err
}

func (d *database) Write(a record.Article, records []record.Record) error {
	if err := d.begin(); err != nil {
		return err
	}
	if _, err := d.remove.Exec(a.ID); err != nil {
		return err
	}
	if err := d.insert("articles", a.ID, null(a.Title), null(a.Published), null(a.Publisher), null(a.Dateline), null(a.URL), null(a.Fingerprint)); err != nil {
		return err
	}
	rows := rows(records, d.options.UnknownFatalities)
	for i, r := range records {
		if err := d.event(a.ID, i, r, rows[i]); err != nil {
			return err
		}
	}
	return d.mirror(a.ID, records)
}

func (d *database) event(article string, i int, r record.Record, row Row) error {
	whole, err := Encode(r)
	if err != nil {
		return err
	}
	var from, to any
	if r.Time != nil {
		from, to = null(r.Time.From), null(r.Time.To)
	}
	if err := d.insert("events", r.ID, article, i, r.Incident, r.EventType, r.SubEventType, r.Action, r.Trigger.Text,
		null(row.EventDate), from, to, row.TimePrecision, r.Modality, r.Status, r.Scope, r.Confidence,
		null(r.Codes.CAMEO), null(r.Codes.PLOVER), null(r.Codes.PLOVERMode), r.Rule, row.Fatalities, row.IncidentFatalities,
		r.Evidence.Sentence, r.Evidence.Start, r.Evidence.End, r.Evidence.Text, string(whole)); err != nil {
		return err
	}
	for _, side := range []struct {
		role    string
		parties []record.Party
	}{{"actor", r.Actors}, {"target", r.Targets}} {
		for k, p := range side.parties {
			if err := d.insert("parties", article, i, side.role, k, p.Text, null(p.Name), null(p.ID), null(p.Kind), null(p.Country), nil, p.Start, p.End); err != nil {
				return err
			}
		}
	}
	for k, s := range sourcesOf(r) {
		var cue any
		if s.Cue != nil {
			cue = s.Cue.Text
		}
		if err := d.insert("parties", article, i, "source", k, s.Text, null(s.Name), null(s.ID), null(s.Kind), null(s.Country), cue, s.Start, s.End); err != nil {
			return err
		}
	}
	for k, l := range r.Locations {
		var precision any
		if l.GeoPrecision > 0 {
			precision = l.GeoPrecision
		}
		if err := d.insert("places", article, i, k, l.Text, null(l.Name), null(l.ID), null(l.Kind), null(l.Country), null(l.Admin1), null(l.Admin2), null(l.Admin2ID),
			l.Latitude, l.Longitude, null(l.Relation), precision, l.Start, l.End); err != nil {
			return err
		}
	}
	for k, c := range r.Casualties {
		v := record.Mention{}
		if c.Victims != nil {
			v = *c.Victims
		}
		if err := d.insert("casualties", article, i, k, c.Kind, null(c.Text), c.Min, c.Max, c.Combined, null(c.Toll),
			null(v.Text), null(v.Name), null(v.ID), null(v.Kind), c.Start, c.End); err != nil {
			return err
		}
	}
	return nil
}

func (d *database) insert(table string, values ...any) error {
	_, err := d.statements[table].Exec(values...)
	return err
}

// null returns a text, or no value where it is empty.
func null(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// Flush commits: what was written so far survives a crash.
func (d *database) Flush() error {
	if d.tx == nil {
		return nil
	}
	err := d.tx.Commit()
	d.tx = nil
	return err
}

func (d *database) Close() error {
	return errors.Join(d.Flush(), d.db.Close())
}

// Abandon lets go of the file of a run that failed.
func (d *database) Abandon() {
	if d.tx != nil {
		d.tx.Rollback()
	}
	d.db.Close()
}
