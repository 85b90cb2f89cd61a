package table

import (
	"cmp"
	"slices"
	"strings"

	"sitrep/extract/deaths"
	"sitrep/extract/link"
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
	Actions      []string         `json:"actions,omitempty"` // the acts, each once: other words for it
	Modality     string           `json:"modality,omitempty"`
	Status       string           `json:"status"`
	Scope        string           `json:"scope,omitempty"`
	Actors       []Party          `json:"actors,omitempty"`
	Targets      []Party          `json:"targets,omitempty"`
	Weapons      []string         `json:"weapons,omitempty"` // by name, else as the text says
	Location     *record.Location `json:"location,omitempty"`
	Country      string           `json:"country,omitempty"` // agreed on even where the places differ
	Admin1       string           `json:"admin1,omitempty"`
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
	dead := map[string]*int{}
	for i, d := range deaths.OfIncidents(records, unknown) {
		r := records[i]
		if groups[r.Incident] == nil {
			order = append(order, r.Incident)
		}
		groups[r.Incident] = append(groups[r.Incident], r)
		if d != nil {
			dead[r.Incident] = d
		}
	}
	out := make([]Incident, len(order))
	for i, id := range order {
		out[i] = incident(groups[id])
		out[i].Fatalities = dead[id]
	}
	return out
}

func incident(records []record.Record) Incident {
	first := records[0]
	told := link.Asserted(records)
	// What a telling was given from another sentence contradicts none that says it itself.
	placed := link.Those(told, func(r record.Record) bool { return len(r.Locations) > 0 && !placeOf(r).Inherited })
	dated := link.Those(told, func(r record.Record) bool { return r.Time != nil && !r.Time.Inherited })
	out := Incident{
		Schema: record.Schema, ID: first.Incident, Article: first.Article, Evidence: first.Evidence,
		EventType:    agreed(told, func(r record.Record) string { return r.EventType }),
		SubEventType: agreed(told, func(r record.Record) string { return r.SubEventType }),
		Modality:     agreed(told, func(r record.Record) string { return r.Modality }),
		Scope:        agreed(told, func(r record.Record) string { return r.Scope }),
		Status:       status(records),
		Actors:       agreedParties(told, func(r record.Record) []record.Party { return r.Actors }),
		Targets:      agreedParties(told, func(r record.Record) []record.Party { return r.Targets }),
		Weapons:      weapons(told),
		Location:     agreedPlace(placed),
		Country:      agreed(placed, func(r record.Record) string { return placeOf(r).Country }),
		Admin1:       agreed(placed, func(r record.Record) string { return placeOf(r).Admin1 }),
		Time:         agreedTime(dated),
		Killed:       tollOf(told, "killed"),
		Wounded:      tollOf(told, "wounded"),
	}
	if out.Country == "" {
		out.Admin1 = "" // of one place among several
	}
	for _, r := range told {
		if !slices.Contains(out.Actions, r.Action) {
			out.Actions = append(out.Actions, r.Action)
		}
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

// weapons returns what was used, each weapon once.
func weapons(records []record.Record) []string {
	var out []string
	for _, r := range records {
		for _, w := range r.Weapons {
			if name := cmp.Or(w.Name, w.Text); !slices.Contains(out, name) {
				out = append(out, name)
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

// agreed returns the value of all the records that have one; empty where two
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

// status returns the first of the statuses, in their own order, that a record has.
func status(records []record.Record) string {
	for _, s := range enums["status"] {
		if slices.ContainsFunc(records, func(r record.Record) bool { return r.Status == s }) {
			return s
		}
	}
	return records[0].Status
}

func (p Party) key() string { return cmp.Or(p.ID, p.Name) }

// agreedParties returns the parties that no record contradicts: one that names
// another party of the same kind. Who is told of without a name stands for
// the named one of his kind, and says nothing beside others where not even
// his kind is known.
func agreedParties(records []record.Record, of func(record.Record) []record.Party) []Party {
	var sides [][]Party // of the records that have any
	var named, described, vague []Party
	for _, r := range records {
		var side []Party
		for _, p := range of(r) {
			q := Party{cmp.Or(p.Name, p.Text), p.ID, p.Kind, p.Country}
			side = append(side, q)
			switch {
			case q.ID != "":
				named = append(named, q)
			case q.Kind != "":
				described = append(described, q)
			default:
				vague = append(vague, q)
			}
		}
		if side != nil {
			sides = append(sides, side)
		}
	}
	var out []Party
	for _, p := range slices.Concat(named, described, vague) {
		if p.ID == "" && p.Kind == "" && len(named)+len(described) > 0 || slices.ContainsFunc(out, p.same) {
			continue
		}
		contradicted := slices.ContainsFunc(sides, func(side []Party) bool {
			return slices.ContainsFunc(side, func(o Party) bool { return o.Kind == p.Kind }) && !slices.ContainsFunc(side, p.same)
		})
		if !contradicted {
			out = append(out, p)
		}
	}
	return out
}

// same reports whether two parties may be one: by their ids where both have one,
// else by kind and country.
func (p Party) same(o Party) bool {
	switch {
	case p.ID != "" && o.ID != "":
		return p.ID == o.ID
	case p.Kind == "" && o.Kind == "":
		return strings.EqualFold(p.Name, o.Name)
	}
	return p.Kind == o.Kind && (p.Country == o.Country || p.Country == "" || o.Country == "")
}

// placeOf returns the place of a record that its row shows.
func placeOf(r record.Record) record.Location {
	if len(r.Locations) == 0 {
		return record.Location{}
	}
	return r.Locations[mapped(r.Locations)]
}

// agreedPlace returns the narrowest place of the records, where it lies in all the
// others.
func agreedPlace(records []record.Record) *record.Location {
	var out *record.Location
	for _, r := range records {
		if len(r.Locations) == 0 {
			continue
		}
		switch l := placeOf(r); {
		case out == nil || lies(l, *out):
			out = &l
		case !lies(*out, l) && cmp.Or(out.ID, out.Name, out.Text) != cmp.Or(l.ID, l.Name, l.Text):
			return nil
		}
	}
	return out
}

// lies reports whether a place is in a wider one: a country or a division of it.
func lies(in, wide record.Location) bool {
	if in.Country == "" || in.Country != wide.Country || in.Kind == wide.Kind || in.Kind == "country" {
		return false
	}
	return wide.Kind == "country" || wide.Kind == "first-order division" && wide.Admin1 != "" && in.Admin1 == wide.Admin1
}

// agreedTime returns the shortest time of the records, where it is within all the
// others.
func agreedTime(records []record.Record) *record.Time {
	var out *record.Time
	within := func(a, b *record.Time) bool { return a.From >= b.From && cmp.Or(a.To, a.From) <= cmp.Or(b.To, b.From) }
	for _, r := range records {
		switch {
		case r.Time == nil || r.Time.From == "":
		case out == nil || within(r.Time, out):
			out = r.Time
		case !within(out, r.Time):
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
