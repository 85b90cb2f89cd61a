package extract

import (
	"sitrep/extract/article"
	"sitrep/extract/event"
	"sitrep/extract/lang"
	"sitrep/extract/mention/casualty"
	"sitrep/extract/record"
	"sitrep/extract/rules"
)

// tollsOf are the casualties of a sentence, found once.
func (f *found) tollsOf(s *lang.Sentence) []casualty.Casualty {
	cs, ok := f.tolls[s.Index]
	if !ok {
		cs = casualty.Sum(casualty.Casualties(s))
		f.tolls[s.Index] = cs
	}
	return cs
}

// assign gives every event the casualties that its sentence tells of it: those
// of its own clauses, and what is left to the nearest act of force.
func (f *found) assign(events []*event.Event) [][]casualty.Casualty {
	out := make([][]casualty.Casualty, len(events))
	for i := 0; i < len(events); {
		j := i
		for j < len(events) && events[j].Sentence == events[i].Sentence {
			j++
		}
		for _, c := range f.tollsOf(events[i].Sentence) {
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
		if !bears(e, c.Kind) {
			continue
		}
		d := distance(e.Trigger, c.Anchor)
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

// bears says whether an event can have casualties of the kind that its own
// words do not tell.
func bears(e *event.Event, kind string) bool {
	switch kind {
	case casualty.Abducted:
		return e.Type == "Abduction/forced disappearance"
	case casualty.Missing: // also of those who fought or were hit
		return e.Type == "Abduction/forced disappearance" || rules.EventType(e.Type) != "Strategic developments"
	case casualty.Captured:
		return e.Type == "Arrests" || e.Type == "Armed clash"
	case casualty.Displaced:
		return true
	}
	switch rules.EventType(e.Type) {
	case "Strategic developments":
		return e.Type == "Looting/property destruction"
	}
	return e.Type != "Peaceful protest" && e.Type != "Sexual violence"
}

// casualty is a toll as the record has it.
func (f *found) casualty(c casualty.Casualty) record.Casualty {
	a := f.doc.Article
	r := record.Casualty{
		Kind: c.Kind, Text: c.Quantity.Text, Start: a.CodePoint(c.Quantity.Start), End: a.CodePoint(c.Quantity.End),
		Min: c.Quantity.Min, Max: c.Quantity.Max, Combined: c.Combined, Toll: c.Toll,
	}
	if g := c.Victims; g != nil {
		v := record.Mention{Text: g.Text(), Start: a.CodePoint(g.Start), End: a.CodePoint(g.End)}
		for _, m := range f.actors.Of(g) {
			v.Name, v.ID, v.Kind = m.Name, m.ID, m.Kind
			break
		}
		r.Victims = &v
	}
	return r
}

// distance is the number of bytes between two spans.
func distance(a, b article.Span) int {
	if a.Start >= b.End {
		return a.Start - b.End
	}
	if b.Start >= a.End {
		return b.Start - a.End
	}
	return 0
}
