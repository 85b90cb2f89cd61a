package toll

import (
	"sitrep/extract/event"
	"sitrep/extract/mention/casualty"
	"sitrep/extract/reading"
	"sitrep/extract/telling"
)

// Add gives the tellings their tolls.
func Add(r *reading.Reading, ts []*telling.Telling) {
	f := &followed{}
	for i := 0; i < len(ts); {
		j := i
		for j < len(ts) && ts[j].Event.Sentence == ts[i].Event.Sentence {
			j++
		}
		f.assign(r, ts[i:j])
		i = j
	}
	restate(r, ts)
}

// assign gives the tellings of one sentence its casualties: those of its own
// clauses to each, and what is left to the nearest act that can have caused it.
func (f *followed) assign(r *reading.Reading, ts []*telling.Telling) {
	for _, c := range r.Casualties(ts[0].Event.Sentence) {
		f.resolve(&c)
		if t := owner(ts, c); t != nil {
			c.Kind = kindIn(t.Event, c.Kind)
			t.Tolls = append(t.Tolls, c)
		}
	}
}

// owner returns the telling that a casualty belongs to, or nil.
func owner(ts []*telling.Telling, c casualty.Casualty) *telling.Telling {
	for _, t := range ts {
		for _, clause := range t.Event.Clauses {
			if clause == c.Clause || clause.Predicate.Overlaps(c.Anchor) {
				if other := nearestCause(ts, c); other != nil && c.Kind == casualty.Killed && !t.Event.CanCause(c.Kind) {
					return other // an attack at a rally that killed 26
				}
				return t
			}
		}
	}
	if c.Cause {
		return nil
	}
	return nearestCause(ts, c)
}

// nearestCause returns the telling nearest to a casualty that can have caused it, or nil.
func nearestCause(ts []*telling.Telling, c casualty.Casualty) *telling.Telling {
	var nearest *telling.Telling
	for _, t := range ts {
		if t.Event.CanCause(c.Kind) && (nearest == nil || t.Event.Trigger.Distance(c.Anchor) < nearest.Event.Trigger.Distance(c.Anchor)) {
			nearest = t
		}
	}
	return nearest
}

// kindIn returns the kind of a casualty of the event: whoever is taken by the
// law is captured, and by others abducted, whatever the verb, as in "took away
// three men".
func kindIn(e *event.Event, kind string) string {
	switch {
	case e.Type == "Arrests" && kind == casualty.Abducted:
		return casualty.Captured
	case e.Type == "Abduction/forced disappearance" && kind == casualty.Captured:
		return casualty.Abducted
	}
	return kind
}
