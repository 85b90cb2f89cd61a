package table

import (
	"bufio"
	"io"
	"reflect"
	"strings"

	"github.com/gocarina/gocsv"

	"sitrep/extract/record"
)

// MentionRow is a mention as a spreadsheet shows it.
type MentionRow struct {
	ArticleID    string   `csv:"article_id"`
	Kind         string   `csv:"kind"`
	Text         string   `csv:"text"`
	Start        *int     `csv:"start"`
	End          *int     `csv:"end"`
	Name         string   `csv:"name"`
	ID           string   `csv:"id"`
	Class        string   `csv:"class"`
	Country      string   `csv:"country"`
	Antecedent   string   `csv:"antecedent"`
	Admin1       string   `csv:"admin1"`
	Admin2       string   `csv:"admin2"`
	Latitude     *float64 `csv:"latitude"`
	Longitude    *float64 `csv:"longitude"`
	Relation     string   `csv:"relation"`
	GeoPrecision *int     `csv:"geo_precision"`
	Use          string   `csv:"use"`
	Reason       string   `csv:"reason"`
	Alternatives string   `csv:"alternatives"`
	Min          *int     `csv:"min"`
	Max          *int     `csv:"max"`
	Combined     string   `csv:"combined"`
	Toll         string   `csv:"toll"`
	Victims      string   `csv:"victims"`
	From         string   `csv:"from"`
	To           string   `csv:"to"`
	Precision    string   `csv:"precision"`
	Source       string   `csv:"source"`
	SourceName   string   `csv:"source_name"`
	SourceID     string   `csv:"source_id"`
	SourceKind   string   `csv:"source_kind"`
	Cue          string   `csv:"cue"`
	Content      string   `csv:"content"`
}

// Mentions writes mentions as JSON lines, CSV or a feature collection.
type Mentions struct {
	w        *bufio.Writer
	cells    *delimited // of CSV; nil otherwise
	features bool       // GeoJSON
	begun    bool
}

// NewMentions makes a writer of mentions; format is jsonl, csv or geojson. A
// mention without coordinates is a feature without geometry.
func NewMentions(format string, w io.Writer) *Mentions {
	m := &Mentions{w: bufio.NewWriter(w), features: format == "geojson"}
	if format == "csv" {
		columns := columnsOf(reflect.TypeFor[MentionRow]())
		m.cells = newCells(m.w, ",", columns, all(columns))
	}
	return m
}

// Write adds a mention.
func (m *Mentions) Write(r record.MentionRecord) error {
	if m.cells != nil {
		return m.rows([]MentionRow{mentionRow(r)})
	}
	if m.features {
		return m.feature(r)
	}
	line, err := Encode(r)
	if err != nil {
		return err
	}
	_, err = m.w.Write(append(line, '\n'))
	return err
}

// mentionFeature is a mention as GeoJSON (RFC 7946).
type mentionFeature struct {
	Type       string               `json:"type"`
	Geometry   *mentionPoint        `json:"geometry"`
	Properties record.MentionRecord `json:"properties"`
}

type mentionPoint struct {
	Type        string     `json:"type"`
	Coordinates [2]float64 `json:"coordinates"` // longitude first
}

func (m *Mentions) feature(r record.MentionRecord) error {
	f := mentionFeature{Type: "Feature", Properties: r}
	if r.Latitude != nil && r.Longitude != nil {
		f.Geometry = &mentionPoint{"Point", [2]float64{*r.Longitude, *r.Latitude}}
	}
	line, err := Encode(f)
	if err != nil {
		return err
	}
	lead := ",\n"
	if !m.begun {
		m.begun = true
		lead = collectionBegin + "\n"
	}
	_, err = m.w.Write(append([]byte(lead), line...))
	return err
}

func (m *Mentions) rows(rows []MentionRow) error {
	if m.begun {
		return gocsv.MarshalCSVWithoutHeaders(rows, m.cells)
	}
	m.begun = true
	return gocsv.MarshalCSV(rows, m.cells)
}

// Flush hands everything written so far on.
func (m *Mentions) Flush() error { return m.w.Flush() }

// Close completes the table: its header is there even without a mention.
func (m *Mentions) Close() error {
	if m.features {
		end := collectionEnd
		if !m.begun {
			end = collectionBegin + end
		}
		m.w.WriteString(end)
		return m.w.Flush()
	}
	if m.cells != nil && !m.begun {
		if err := m.rows(nil); err != nil {
			return err
		}
	}
	return m.Flush()
}

func mentionRow(m record.MentionRecord) MentionRow {
	r := MentionRow{
		ArticleID: cell(m.Article.ID), Kind: cell(m.Kind), Text: cell(m.Text), Start: &m.Start, End: &m.End,
		Name: cell(m.Name), ID: cell(m.ID), Class: cell(m.Class), Country: cell(m.Country),
		Admin1: cell(m.Admin1), Admin2: cell(m.Admin2), Latitude: m.Latitude, Longitude: m.Longitude, Relation: cell(m.Relation), Use: cell(m.Use), Reason: cell(m.Reason),
		Alternatives: list(m.Alternatives, func(a record.Alternative) string { return strings.TrimSpace(a.ID + " " + a.Name) }),
		Min:          m.Min, Max: m.Max, Toll: cell(m.Toll), From: cell(m.From), To: cell(m.To), Precision: cell(m.Precision),
	}
	if m.GeoPrecision > 0 {
		r.GeoPrecision = &m.GeoPrecision
	}
	if m.Antecedent != nil {
		r.Antecedent = cell(m.Antecedent.Text)
	}
	if m.Combined {
		r.Combined = "true"
	}
	if m.Victims != nil {
		r.Victims = cell(m.Victims.Text)
	}
	if s := m.Source; s != nil {
		r.Source, r.SourceName, r.SourceID, r.SourceKind = cell(s.Text), cell(s.Name), cell(s.ID), cell(s.Kind)
	}
	if m.Cue != nil {
		r.Cue = cell(m.Cue.Text)
	}
	if m.Content != nil {
		r.Content = cell(m.Content.Text)
	}
	return r
}
