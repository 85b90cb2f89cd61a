package golden

import (
	"maps"
	"strings"
	"time"
	"unicode"

	"sitrep/extract/record"
)

// event is a gold or an extracted event in the one shape that they are
// compared in.
type event struct {
	trigger    string
	start      int
	from, to   int // where a gold trigger may stand to be of the same sentence
	kind       string
	modality   string
	actors     [][]string
	targets    [][]string
	locations  [][]string
	source     [][]string
	casualties []figure
	date       string
}

// figure is a casualty as far as it is compared. open means no bound.
type figure struct {
	kind     string
	min, max int
}

const open = -1

func figureOf(kind string, lo, hi *int) figure {
	f := figure{kind, open, open}
	if lo != nil {
		f.min = *lo
	}
	if hi != nil {
		f.max = *hi
	}
	return f
}

// reach is how far around a trigger a sentence is taken to go where it is not
// known, and longest how much of an evidence is looked at.
const (
	reach   = 150
	longest = 400
)

func fromGold(e Event) event {
	out := event{trigger: e.Trigger, start: e.Start, from: e.Start - reach, to: e.Start + reach,
		kind: e.SubEventType, modality: e.Modality, actors: e.Actors, targets: e.Targets, locations: e.Locations}
	if len(e.Source) > 0 {
		out.source = [][]string{e.Source}
	}
	for _, c := range e.Casualties {
		out.casualties = append(out.casualties, figureOf(c.Kind, c.Min, c.Max))
	}
	if e.Date != nil {
		out.date = *e.Date
	}
	return out
}

func fromRecord(r record.Record) event {
	out := event{trigger: r.Trigger.Text, start: r.Trigger.Start, from: r.Evidence.Start, to: r.Evidence.End,
		kind: r.SubEventType, modality: r.Modality}
	if out.modality == "" {
		out.modality = record.Actual
	}
	for _, p := range r.Actors {
		out.actors = append(out.actors, words(p.Text, p.Name))
	}
	for _, p := range r.Targets {
		out.targets = append(out.targets, words(p.Text, p.Name))
	}
	for _, l := range r.Locations {
		out.locations = append(out.locations, words(l.Text, l.Name))
	}
	if r.Source != nil {
		out.source = [][]string{words(r.Source.Text, r.Source.Name)}
	}
	for _, c := range r.Casualties {
		out.casualties = append(out.casualties, figureOf(c.Kind, c.Min, c.Max))
	}
	if t := r.Time; t != nil && t.From != "" {
		out.date = t.From
		if t.To != "" && t.To != t.From {
			out.date += "/" + t.To
		}
	}
	return out
}

func words(text, name string) []string {
	var out []string
	for _, s := range []string{text, name} {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

// contentWords returns the words of a filler that a comparison looks at: all but
// determiners, possessives and prepositions, unless there are no others.
func contentWords(s string) map[string]bool {
	all, content := map[string]bool{}, map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }) {
		all[w] = true
		if !passedOver()[w] {
			content[w] = true
		}
	}
	if len(content) == 0 {
		return all
	}
	return content
}

func within(a, b map[string]bool) bool {
	for w := range maps.Keys(a) {
		if !b[w] {
			return false
		}
	}
	return true
}

// same reports whether one of the strings found says what one of the accepted
// strings says: its content words are all among those of the other, or the
// other way round while it is at most twice as long.
func same(found, accepted []string) bool {
	for _, f := range found {
		a := contentWords(f)
		for _, g := range accepted {
			b := contentWords(g)
			if len(a) > 0 && (within(a, b) || within(b, a) && len(a) <= 2*len(b)+2) {
				return true
			}
		}
	}
	return false
}

// matched counts the fillers found that meet a gold filler of their own.
func matched(found, gold [][]string) int {
	return len(found) - len(unmatched(found, gold, true))
}

// unmatched returns the fillers of one side without a partner: of those found, or
// of gold.
func unmatched(found, gold [][]string, ofFound bool) [][]string {
	used := make([]bool, len(gold))
	var alone [][]string
next:
	for _, f := range found {
		for k, g := range gold {
			if !used[k] && same(f, g) {
				used[k] = true
				continue next
			}
		}
		if ofFound {
			alone = append(alone, f)
		}
	}
	if !ofFound {
		for k, g := range gold {
			if !used[k] {
				alone = append(alone, g)
			}
		}
	}
	return alone
}

// commonFigures counts the figures that both have.
func commonFigures(a, b []figure) int {
	left := map[figure]int{}
	for _, f := range b {
		left[f]++
	}
	n := 0
	for _, f := range a {
		if left[f] > 0 {
			left[f]--
			n++
		}
	}
	return n
}

// interval returns the first and last day of a date as gold writes it.
func interval(date string) (from, to string) {
	from, to, found := strings.Cut(date, "/")
	if !found {
		to = from
	}
	from += strings.Repeat("-01", max(0, 2-strings.Count(from, "-")))
	switch strings.Count(to, "-") {
	case 0:
		to += "-12-31"
	case 1:
		if t, err := time.Parse("2006-01", to); err == nil {
			to = t.AddDate(0, 1, -1).Format(time.DateOnly)
		}
	}
	return from, to
}

// dateRight is 1 where two dates are the same interval, a half where the one
// found lies within gold's.
func dateRight(found, gold string) float64 {
	if found == "" || gold == "" {
		return 0
	}
	f1, t1 := interval(found)
	f2, t2 := interval(gold)
	switch {
	case f1 == f2 && t1 == t2:
		return 1
	case f2 <= f1 && t1 <= t2:
		return 0.5
	}
	return 0
}
