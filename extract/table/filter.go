package table

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/extract/record"
)

// Filter says which records a table holds. The zero value holds all.
type Filter struct {
	Types         []string // event or sub-event types
	Countries     []string // ISO 3166-1 alpha-3 of a place where it happened
	Statuses      []string
	Modalities    []string
	Actors        []string // ids, or words of the name or text of an actor or target
	Sources       []string // kinds, ids, or words of the name or text of a source
	Texts         []string // words of the sentence
	Since, Until  string   // ISO days, both inclusive; what has no date is left out
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
	lists := len(f.Types) + len(f.Countries) + len(f.Statuses) + len(f.Modalities) + len(f.Actors) + len(f.Sources) + len(f.Texts)
	return lists == 0 && f.Since == "" && f.Until == "" && f.MinConfidence == 0
}

// one reports whether a value is one of the list, whatever their case. An empty
// list holds them all.
func one(of []string, values ...string) bool {
	return len(of) == 0 || slices.ContainsFunc(values, func(v string) bool {
		return slices.ContainsFunc(of, func(o string) bool { return strings.EqualFold(o, v) })
	})
}

// within reports whether words of the list stand in a value, whatever their
// case. An empty list holds them all.
func within(of []string, values ...string) bool {
	return len(of) == 0 || slices.ContainsFunc(values, func(v string) bool {
		return slices.ContainsFunc(of, func(o string) bool { return hasWords(v, o) })
	})
}

// hasWords reports whether words stand in a text as words: IS in "IS fighters",
// not in "Paris".
func hasWords(text, words string) bool {
	text, words = strings.ToLower(text), strings.ToLower(strings.TrimSpace(words))
	for at := 0; words != ""; {
		i := strings.Index(text[at:], words)
		if i < 0 {
			return false
		}
		from, to := at+i, at+i+len(words)
		before, _ := utf8.DecodeLastRuneInString(text[:from])
		after, _ := utf8.DecodeRuneInString(text[to:])
		if !wordRune(before) && !wordRune(after) {
			return true
		}
		at = from + 1
	}
	return false
}

func wordRune(r rune) bool { return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r)) }

// told reports whether one of the sources told the record.
func (f *Filter) told(r *record.Record) bool {
	if len(f.Sources) == 0 {
		return true
	}
	sources := r.Also
	if r.Source != nil {
		sources = append([]record.Source{*r.Source}, sources...)
	}
	return slices.ContainsFunc(sources, func(s record.Source) bool {
		return one(f.Sources, s.ID, s.Kind) || within(f.Sources, s.Name, s.Text)
	})
}

// concerns reports whether one of the actors did it or had it done to them.
func (f *Filter) concerns(r *record.Record) bool {
	party := func(p record.Party) bool { return one(f.Actors, p.ID) || within(f.Actors, p.Name, p.Text) }
	return len(f.Actors) == 0 || slices.ContainsFunc(r.Actors, party) || slices.ContainsFunc(r.Targets, party)
}

func (f *Filter) holds(r record.Record) bool {
	var countries []string
	for _, l := range r.Locations {
		countries = append(countries, l.Country)
	}
	return one(f.Types, r.EventType, r.SubEventType) && one(f.Countries, countries...) && one(f.Statuses, r.Status) && one(f.Modalities, r.Modality) &&
		f.concerns(&r) && f.told(&r) && within(f.Texts, r.Evidence.Text) &&
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
