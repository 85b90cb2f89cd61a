package table

import (
	"reflect"
	"slices"
	"strings"
)

// Row is one record as a spreadsheet shows it. The fields, in this order and
// by these names, are the columns; nothing else declares them.
type Row struct {
	EventID    string `csv:"event_id" doc:"id of the record, stable over runs and rules"`
	IncidentID string `csv:"incident_id" doc:"shared by the records that tell the same happening"`
	ArticleCells

	ActCells
	Trigger string `csv:"trigger" doc:"the words that name the happening"`

	Actors         string `csv:"actors" doc:"who did it, as the text says; '; ' between"`
	ActorNames     string `csv:"actor_names" doc:"canonical names, parallel to actors"`
	ActorIDs       string `csv:"actor_ids" doc:"dictionary ids, parallel to actors"`
	ActorKinds     string `csv:"actor_kinds" doc:"ACLED actor kinds, parallel to actors"`
	ActorCountries string `csv:"actor_countries" doc:"ISO 3166-1 alpha-3, parallel to actors"`

	Targets         string `csv:"targets" doc:"who or what it was done to; '; ' between"`
	TargetNames     string `csv:"target_names" doc:"canonical names, parallel to targets"`
	TargetIDs       string `csv:"target_ids" doc:"dictionary ids, parallel to targets"`
	TargetKinds     string `csv:"target_kinds" doc:"ACLED actor kinds or facility, parallel to targets"`
	TargetCountries string `csv:"target_countries" doc:"ISO 3166-1 alpha-3, parallel to targets"`

	Weapons string `csv:"weapons" doc:"weapons and carriers; '; ' between"`

	Location     string `csv:"location" doc:"the first place with coordinates, else the first, as the text says"`
	LocationName string `csv:"location_name" doc:"its name in the gazetteer"`
	LocationID   string `csv:"location_id" doc:"its id in the gazetteer"`
	Relation     string `csv:"relation" doc:"around, near, west of, …"`
	SpotCells
	OtherLocations string `csv:"other_locations" doc:"the places besides; '; ' between"`

	KilledMin          *int   `csv:"killed_min" doc:"lower bound over disjoint victims; empty where one is open"`
	KilledMax          *int   `csv:"killed_max" doc:"upper bound over disjoint victims; empty where one is open"`
	KilledText         string `csv:"killed_text" doc:"the figures as the text gives them; '; ' between"`
	KilledWho          string `csv:"killed_who" doc:"the victims, parallel to killed_text"`
	WoundedMin         *int   `csv:"wounded_min" doc:"as killed_min"`
	WoundedMax         *int   `csv:"wounded_max" doc:"as killed_max"`
	WoundedText        string `csv:"wounded_text" doc:"as killed_text"`
	WoundedWho         string `csv:"wounded_who" doc:"as killed_who"`
	OtherCasualties    string `csv:"other_casualties" doc:"captured, abducted, missing, displaced, and figures of killed and wounded together"`
	Fatalities         *int   `csv:"fatalities" doc:"deaths as ACLED counts them: the lower bound"`
	IncidentFatalities *int   `csv:"incident_fatalities" doc:"deaths of the incident, on one row of each: the column adds up"`

	Source     string `csv:"source" doc:"who says so, as the text says; empty: the article itself"`
	SourceName string `csv:"source_name" doc:"canonical name"`
	SourceID   string `csv:"source_id" doc:"dictionary id"`
	SourceKind string `csv:"source_kind" doc:"official, monitor, witness, media, belligerent, …"`
	Cue        string `csv:"cue" doc:"the word of saying"`

	StandingCells

	CAMEO      string `csv:"cameo" doc:"CAMEO code"`
	PLOVER     string `csv:"plover" doc:"PLOVER event type"`
	PLOVERMode string `csv:"plover_mode" doc:"PLOVER mode"`
	Rule       string `csv:"rule" doc:"the rule that fired"`
	Inherited  string `csv:"inherited" doc:"what another sentence of the article tells: place, date, or both"`

	Sentence *int   `csv:"sentence" doc:"number of the sentence, from 0"`
	Start    *int   `csv:"start" doc:"where the sentence begins, in code points of the analysed text"`
	End      *int   `csv:"end" doc:"where it ends, exclusive"`
	Evidence string `csv:"evidence" doc:"the sentence"`
	URL      string `csv:"url" doc:"address of the article"`
}

// ArticleCells are the columns that say which article a row is from.
type ArticleCells struct {
	ArticleID string `csv:"article_id" doc:"the input's own id, else its path or path:line"`
	Published string `csv:"published" doc:"publication date, ISO"`
	Publisher string `csv:"publisher" doc:"publisher of the article"`
	Title     string `csv:"title" doc:"headline"`
}

// ActCells are the columns of what happened, and when.
type ActCells struct {
	EventDate     string `csv:"event_date" doc:"day, month (2016-03), year or interval (from/to)"`
	DateFrom      string `csv:"date_from" doc:"its first day, ISO"`
	DateTo        string `csv:"date_to" doc:"its last day, ISO"`
	TimePrecision *int   `csv:"time_precision" doc:"1 day, 2 week or interval, 3 month or longer"`
	EventType     string `csv:"event_type" doc:"ACLED event type"`
	SubEventType  string `csv:"sub_event_type" doc:"ACLED sub-event type"`
	Action        string `csv:"action" doc:"the act in the fewest words; of an incident all of them, '; ' between"`
}

// SpotCells are the columns that put a row on the map.
type SpotCells struct {
	Country      string   `csv:"country" doc:"ISO 3166-1 alpha-3"`
	Admin1       string   `csv:"admin1" doc:"first-level division"`
	Admin2       string   `csv:"admin2" doc:"second-level division"`
	Latitude     *float64 `csv:"latitude" doc:"decimal degrees, WGS 84"`
	Longitude    *float64 `csv:"longitude" doc:"decimal degrees, WGS 84"`
	GeoPrecision *int     `csv:"geo_precision" doc:"1 exact, 2 near or part of a district, 3 region"`
}

// StandingCells are the columns that say how sure an event is.
type StandingCells struct {
	Modality   string   `csv:"modality" doc:"actual, planned, hypothetical, negated"`
	Status     string   `csv:"status" doc:"denied, unverified, confirmed, claimed, reported"`
	Scope      string   `csv:"scope" doc:"single, or aggregate: many happenings told as one figure"`
	Confidence *float64 `csv:"confidence" doc:"how likely the record is right, of an incident its surest, 0 to 1"`
}

// Column is a column of a table. Type is string, integer or number.
type Column struct {
	Name string `json:"name"`
	Type string `json:"type"`
	Doc  string `json:"description"`
}

// Columns returns the columns of a table with a row a record, in order.
func Columns() []Column { return columnsOf(reflect.TypeFor[Row]()) }

func columnsOf(t reflect.Type) []Column {
	var columns []Column
	for _, f := range fieldsOf(t) {
		c := Column{Name: f.Tag.Get("csv"), Type: "string", Doc: f.Tag.Get("doc")}
		switch f.Type.String() {
		case "*int":
			c.Type = "integer"
		case "*float64":
			c.Type = "number"
		}
		columns = append(columns, c)
	}
	return columns
}

// fieldsOf returns the fields of a row, those of its parts in their place.
func fieldsOf(t reflect.Type) []reflect.StructField {
	return slices.DeleteFunc(reflect.VisibleFields(t), func(f reflect.StructField) bool { return f.Anonymous })
}

// cell makes a text safe for a cell: one line, no control character,
// and nothing that a spreadsheet would run.
func cell(s string) string {
	if s == "" {
		return ""
	}
	run := strings.IndexByte("=+-@\t\r", s[0]) >= 0
	s = oneLine(s)
	if run || s != "" && strings.IndexByte("=+-@", s[0]) >= 0 {
		return "'" + s
	}
	return s
}

// oneLine folds line breaks, tabs and blanks that must not break to a space and shows every other control
// character as U+FFFD, so that no text can steer the terminal it is printed on.
func oneLine(s string) string {
	if strings.IndexFunc(s, isControl) < 0 && !strings.Contains(s, "\uFFFD") {
		return s
	}
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\r', r == '\t', r == '\v', r == '\f', r == '\u0085', r == '\u2028', r == '\u2029', r == '\u00a0', r == '\u202f':
			return ' '
		case isControl(r):
			return '\uFFFD'
		}
		return r
	}, s)
}

func isControl(r rune) bool {
	return r < 0x20 || 0x7f <= r && r <= 0xa0 || r == '\u202f' || r == '\u2028' || r == '\u2029' || r == '\uFFFD'
}

// list joins parallel values: positions are kept, an absent value is empty, a
// separator inside a value becomes a comma. Without any value it is empty.
func list[T any](items []T, value func(T) string) string {
	var b strings.Builder
	some := false
	for i, item := range items {
		if i > 0 {
			b.WriteString("; ")
		}
		v := strings.ReplaceAll(oneLine(value(item)), ";", ",")
		some = some || v != ""
		b.WriteString(v)
	}
	if !some {
		return ""
	}
	return cell(b.String())
}
