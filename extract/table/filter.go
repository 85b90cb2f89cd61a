package table

import (
	"slices"
	"strings"

	"sitrep/extract/record"
)

// Filter says which records a table holds. The zero value holds all.
type Filter struct {
	Types         []string // event or sub-event types
	Countries     []string // ISO 3166-1 alpha-3 of a place where it happened
	Statuses      []string
	Since, Until  string // ISO days, both inclusive; what has no date is left out
	MinConfidence float64
}

// Apply returns the records that the filter lets pass.
func (f *Filter) Apply(records []record.Record) []record.Record {
	if f.empty() {
		return records
	}
	return slices.DeleteFunc(slices.Clone(records), func(r record.Record) bool { return !f.holds(r) })
}

func (f *Filter) empty() bool {
	return len(f.Types)+len(f.Countries)+len(f.Statuses) == 0 && f.Since == "" && f.Until == "" && f.MinConfidence == 0
}

func (f *Filter) holds(r record.Record) bool {
	one := func(of []string, values ...string) bool {
		return len(of) == 0 || slices.ContainsFunc(values, func(v string) bool {
			return slices.ContainsFunc(of, func(o string) bool { return strings.EqualFold(o, v) })
		})
	}
	var countries []string
	for _, l := range r.Locations {
		countries = append(countries, l.Country)
	}
	return one(f.Types, r.EventType, r.SubEventType) && one(f.Countries, countries...) && one(f.Statuses, r.Status) &&
		r.Confidence >= f.MinConfidence && f.inTime(r.Time)
}

// inTime reports whether an event may have happened between Since and Until.
func (f *Filter) inTime(t *record.Time) bool {
	if f.Since == "" && f.Until == "" {
		return true
	}
	if t == nil || t.From == "" {
		return false
	}
	to := t.To
	if to == "" {
		to = t.From
	}
	return (f.Since == "" || to >= f.Since) && (f.Until == "" || t.From <= f.Until)
}
