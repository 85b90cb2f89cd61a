package extract

import (
	"sitrep/extract/event"
	"sitrep/extract/mention/casualty"
	"sitrep/extract/record"
)

// assign gives every event the casualties that its sentence tells of it: those
// of its own clauses, and what is left to the nearest act of force.
func (f *found) assign(events []*event.Event) [][]casualty.Casualty {
	out := make([][]casualty.Casualty, len(events))
	for i := 0; i < len(events); {
		j := i
		for j < len(events) && events[j].Sentence == events[i].Sentence {
			j++
		}
		for _, c := range f.Casualties(events[i].Sentence) {
			if k := owner(events[i:j], c); k >= 0 {
				c.Kind = kindIn(events[i+k], c.Kind)
				out[i+k] = append(out[i+k], c)
			}
		}
		i = j
	}
	return out
}

// owner is the index of the event that a casualty belongs to, or -1.
func owner(events []*event.Event, c casualty.Casualty) int {
	for k, e := range events {
		for _, clause := range e.Clauses {
			if clause == c.Clause || clause.Predicate.Overlaps(c.Anchor) {
				return k
			}
		}
	}
	if c.Cause {
		return -1
	}
	best, far := -1, 0
	for k, e := range events {
		if !e.CanCause(c.Kind) {
			continue
		}
		d := e.Trigger.Distance(c.Anchor)
		if best < 0 || d < far {
			best, far = k, d
		}
	}
	return best
}

// kindIn is the kind of a casualty of the event: whoever is taken by the law
// is captured, and by others abducted, whatever the verb (took away three men).
func kindIn(e *event.Event, kind string) string {
	switch {
	case e.Type == "Arrests" && kind == casualty.Abducted:
		return casualty.Captured
	case e.Type == "Abduction/forced disappearance" && kind == casualty.Captured:
		return casualty.Abducted
	}
	return kind
}

// casualty is a toll as the record has it.
func (f *found) casualty(c casualty.Casualty) record.Casualty {
	a := f.Document.Article
	r := record.Casualty{
		Kind: c.Kind, Text: c.Quantity.Text, Start: a.CodePoint(c.Quantity.Start), End: a.CodePoint(c.Quantity.End),
		Min: c.Quantity.Min, Max: c.Quantity.Max, Combined: c.Combined, Toll: c.Toll,
	}
	if g := c.Victims; g != nil {
		v := record.Mention{Text: g.Text(), Start: a.CodePoint(g.Start), End: a.CodePoint(g.End)}
		for _, m := range f.ActorsOf(g) {
			v.Name, v.ID, v.Kind = m.Name, m.ID, m.Kind
			break
		}
		r.Victims = &v
	}
	return r
}
