package table

import (
	"cmp"
	"reflect"
	"slices"

	"sitrep/extract/record"
)

// Incident is a happening: what the records that tell it agree on, the lowest
// and the highest toll that one of them gives, and all who say so.
type Incident struct {
	Schema       int              `json:"schema"`
	ID           string           `json:"incident"`
	Article      record.Article   `json:"article"`
	Events       []string         `json:"events"` // ids of its records
	EventType    string           `json:"event_type,omitempty"`
	SubEventType string           `json:"sub_event_type,omitempty"`
	Action       string           `json:"action,omitempty"`
	Modality     string           `json:"modality,omitempty"`
	Status       string           `json:"status"`
	Scope        string           `json:"scope,omitempty"`
	Actors       []Party          `json:"actors,omitempty"`
	Targets      []Party          `json:"targets,omitempty"`
	Location     *record.Location `json:"location,omitempty"`
	Time         *record.Time     `json:"time,omitempty"`
	Killed       *Toll            `json:"killed,omitempty"`
	Wounded      *Toll            `json:"wounded,omitempty"`
	Fatalities   *int             `json:"fatalities,omitempty"`
	Sources      []Party          `json:"sources,omitempty"`
	Confidence   float64          `json:"confidence"` // of its surest record
	Evidence     record.Evidence  `json:"evidence"`   // of its first
}

// Party is a side or a source of an incident.
type Party struct {
	Name    string `json:"name"` // canonical, else as the text says
	ID      string `json:"id,omitempty"`
	Kind    string `json:"kind,omitempty"`
	Country string `json:"country,omitempty"`
}

// Toll is the lowest lower and the highest upper bound told; an open bound is
// absent.
type Toll struct {
	Min *int `json:"min,omitempty"`
	Max *int `json:"max,omitempty"`
}

// incidents groups the records of one article, in the order of their first.
func incidents(records []record.Record, unknown int) []Incident {
	groups := map[string][]record.Record{}
	var order []string
	deaths := map[string]*int{}
	for i, d := range incidentFatalities(records, unknown) {
		r := records[i]
		if groups[r.Incident] == nil {
			order = append(order, r.Incident)
		}
		groups[r.Incident] = append(groups[r.Incident], r)
		if d != nil {
			deaths[r.Incident] = d
		}
	}
	out := make([]Incident, len(order))
	for i, id := range order {
		out[i] = incident(groups[id])
		out[i].Fatalities = deaths[id]
	}
	return out
}

func incident(records []record.Record) Incident {
	first := records[0]
	out := Incident{
		Schema: record.Schema, ID: first.Incident, Article: first.Article, Evidence: first.Evidence,
		EventType:    agreed(records, func(r record.Record) string { return r.EventType }),
		SubEventType: agreed(records, func(r record.Record) string { return r.SubEventType }),
		Action:       agreed(records, func(r record.Record) string { return r.Action }),
		Modality:     agreed(records, func(r record.Record) string { return r.Modality }),
		Scope:        agreed(records, func(r record.Record) string { return r.Scope }),
		Status:       status(records),
		Actors:       shared(records, func(r record.Record) []record.Party { return r.Actors }),
		Targets:      shared(records, func(r record.Record) []record.Party { return r.Targets }),
		Location:     agreedPlace(records),
		Time:         agreedTime(records),
		Killed:       tollOf(records, "killed"),
		Wounded:      tollOf(records, "wounded"),
	}
	for _, r := range records {
		out.Events = append(out.Events, r.ID)
		out.Confidence = max(out.Confidence, r.Confidence)
		for _, s := range sourcesOf(r) {
			p := Party{cmp.Or(s.Name, s.Text), s.ID, s.Kind, s.Country}
			if !slices.ContainsFunc(out.Sources, func(o Party) bool { return o.key() == p.key() }) {
				out.Sources = append(out.Sources, p)
			}
		}
	}
	return out
}

func sourcesOf(r record.Record) []record.Source {
	if r.Source == nil {
		return r.Also
	}
	return append([]record.Source{*r.Source}, r.Also...)
}

// agreed is the value of all the records that have one; empty where two
// differ.
func agreed(records []record.Record, value func(record.Record) string) string {
	out := ""
	for _, r := range records {
		switch v := value(r); {
		case v == "" || v == out:
		case out == "":
			out = v
		default:
			return ""
		}
	}
	return out
}

// status is the first of the statuses, in their own order, that a record has.
func status(records []record.Record) string {
	for _, s := range enums["status"] {
		if slices.ContainsFunc(records, func(r record.Record) bool { return r.Status == s }) {
			return s
		}
	}
	return records[0].Status
}

func (p Party) key() string { return cmp.Or(p.ID, p.Name) }

// shared are the parties that every record names which names any.
func shared(records []record.Record, of func(record.Record) []record.Party) []Party {
	var out []Party
	begun := false
	for _, r := range records {
		var here []Party
		for _, p := range of(r) {
			here = append(here, Party{cmp.Or(p.Name, p.Text), p.ID, p.Kind, p.Country})
		}
		switch {
		case len(here) == 0:
		case !begun:
			out, begun = here, true
		default:
			out = slices.DeleteFunc(out, func(p Party) bool {
				return !slices.ContainsFunc(here, func(o Party) bool { return o.key() == p.key() })
			})
		}
	}
	return out
}

func agreedPlace(records []record.Record) *record.Location {
	var out *record.Location
	for _, r := range records {
		if len(r.Locations) == 0 {
			continue
		}
		l := r.Locations[mapped(r.Locations)]
		switch {
		case out == nil:
			out = &l
		case cmp.Or(out.ID, out.Name, out.Text) != cmp.Or(l.ID, l.Name, l.Text):
			return nil
		}
	}
	return out
}

func agreedTime(records []record.Record) *record.Time {
	var out *record.Time
	for _, r := range records {
		switch {
		case r.Time == nil || r.Time.From == "":
		case out == nil:
			out = r.Time
		case out.From != r.Time.From || out.To != r.Time.To:
			return nil
		}
	}
	return out
}

func tollOf(records []record.Record, kind string) *Toll {
	var out *Toll
	for _, r := range records {
		lo, hi, _, _ := figures(r.Casualties, kind)
		if lo == nil && hi == nil {
			continue
		}
		if out == nil {
			out = &Toll{lo, hi}
			continue
		}
		if lo != nil && (out.Min == nil || *lo < *out.Min) {
			out.Min = lo
		}
		if hi != nil && (out.Max == nil || *hi > *out.Max) {
			out.Max = hi
		}
	}
	return out
}

// IncidentRow is an incident as a spreadsheet shows it.
type IncidentRow struct {
	IncidentID      string   `csv:"incident_id" doc:"shared by the records that tell the happening"`
	ArticleID       string   `csv:"article_id" doc:"the input's own id, else its path or path:line"`
	Published       string   `csv:"published" doc:"publication date, ISO"`
	Publisher       string   `csv:"publisher" doc:"publisher of the article"`
	Title           string   `csv:"title" doc:"headline"`
	Records         *int     `csv:"records" doc:"how many records tell it"`
	EventIDs        string   `csv:"event_ids" doc:"their ids; '; ' between"`
	EventDate       string   `csv:"event_date" doc:"what the records agree on: day, month, year or interval"`
	TimePrecision   *int     `csv:"time_precision" doc:"1 day, 2 week or interval, 3 month or longer"`
	EventType       string   `csv:"event_type" doc:"ACLED event type"`
	SubEventType    string   `csv:"sub_event_type" doc:"ACLED sub-event type"`
	Action          string   `csv:"action" doc:"the act in the fewest words"`
	ActorNames      string   `csv:"actor_names" doc:"who did it; '; ' between"`
	ActorIDs        string   `csv:"actor_ids" doc:"parallel to actor_names"`
	ActorKinds      string   `csv:"actor_kinds" doc:"parallel to actor_names"`
	ActorCountries  string   `csv:"actor_countries" doc:"parallel to actor_names"`
	TargetNames     string   `csv:"target_names" doc:"who or what it was done to; '; ' between"`
	TargetIDs       string   `csv:"target_ids" doc:"parallel to target_names"`
	TargetKinds     string   `csv:"target_kinds" doc:"parallel to target_names"`
	TargetCountries string   `csv:"target_countries" doc:"parallel to target_names"`
	LocationName    string   `csv:"location_name" doc:"name in the gazetteer, else as the text says"`
	LocationID      string   `csv:"location_id" doc:"id in the gazetteer"`
	Country         string   `csv:"country" doc:"ISO 3166-1 alpha-3"`
	Admin1          string   `csv:"admin1" doc:"first-level division"`
	Latitude        *float64 `csv:"latitude" doc:"decimal degrees, WGS 84"`
	Longitude       *float64 `csv:"longitude" doc:"decimal degrees, WGS 84"`
	GeoPrecision    *int     `csv:"geo_precision" doc:"1 exact, 2 near or part of a district, 3 region"`
	KilledMin       *int     `csv:"killed_min" doc:"the lowest toll told"`
	KilledMax       *int     `csv:"killed_max" doc:"the highest toll told"`
	WoundedMin      *int     `csv:"wounded_min" doc:"as killed_min"`
	WoundedMax      *int     `csv:"wounded_max" doc:"as killed_max"`
	Fatalities      *int     `csv:"fatalities" doc:"deaths as ACLED counts them; the column adds up"`
	Sources         string   `csv:"sources" doc:"all who say so; '; ' between"`
	SourceIDs       string   `csv:"source_ids" doc:"parallel to sources"`
	SourceKinds     string   `csv:"source_kinds" doc:"parallel to sources"`
	Modality        string   `csv:"modality" doc:"actual, planned, hypothetical, negated"`
	Status          string   `csv:"status" doc:"denied, unverified, confirmed, claimed, reported"`
	Scope           string   `csv:"scope" doc:"single or aggregate"`
	Confidence      *float64 `csv:"confidence" doc:"of the surest record, 0 to 1"`
	Evidence        string   `csv:"evidence" doc:"the sentence of the first record"`
	URL             string   `csv:"url" doc:"address of the article"`
}

// IncidentColumns are the columns of a table with a row an incident, in order.
func IncidentColumns() []Column { return columnsOf(reflect.TypeFor[IncidentRow]()) }

func incidentRows(records []record.Record, unknown int) []IncidentRow {
	all := incidents(records, unknown)
	out := make([]IncidentRow, len(all))
	for i, n := range all {
		out[i] = incidentRow(n)
	}
	return out
}

func incidentRow(n Incident) IncidentRow {
	count := len(n.Events)
	out := IncidentRow{
		IncidentID: cell(n.ID), ArticleID: cell(n.Article.ID), Published: cell(n.Article.Published),
		Publisher: cell(n.Article.Publisher), Title: cell(n.Article.Title),
		Records: &count, EventIDs: list(n.Events, func(s string) string { return s }),
		EventType: cell(n.EventType), SubEventType: cell(n.SubEventType), Action: cell(n.Action),
		Fatalities: n.Fatalities, Modality: cell(n.Modality), Status: cell(n.Status), Scope: cell(n.Scope),
		Confidence: &n.Confidence, Evidence: cell(n.Evidence.Text), URL: cell(n.Article.URL),
	}
	out.EventDate, out.TimePrecision = eventDate(n.Time)
	out.ActorNames, out.ActorIDs, out.ActorKinds, out.ActorCountries = sides(n.Actors)
	out.TargetNames, out.TargetIDs, out.TargetKinds, out.TargetCountries = sides(n.Targets)
	out.Sources, out.SourceIDs, out.SourceKinds, _ = sides(n.Sources)
	if l := n.Location; l != nil {
		out.LocationName, out.LocationID = cell(cmp.Or(l.Name, l.Text)), cell(l.ID)
		out.Country, out.Admin1, out.Latitude, out.Longitude = cell(l.Country), cell(l.Admin1), l.Latitude, l.Longitude
		if l.GeoPrecision > 0 {
			out.GeoPrecision = &l.GeoPrecision
		}
	}
	if n.Killed != nil {
		out.KilledMin, out.KilledMax = n.Killed.Min, n.Killed.Max
	}
	if n.Wounded != nil {
		out.WoundedMin, out.WoundedMax = n.Wounded.Min, n.Wounded.Max
	}
	return out
}

func sides(p []Party) (names, ids, kinds, countries string) {
	return list(p, func(p Party) string { return p.Name }), list(p, func(p Party) string { return p.ID }),
		list(p, func(p Party) string { return p.Kind }), list(p, func(p Party) string { return p.Country })
}
