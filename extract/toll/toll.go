package toll

import (
	"slices"

	"sitrep/extract/article"
	"sitrep/extract/event"
	"sitrep/extract/lang"
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
		f.assign(r, ts[:i], ts[i:j])
		correct(ts[:i], ts[i:j])
		i = j
	}
	restate(r, ts)
}

// assign gives the tellings of one sentence its casualties: those of its own
// clauses to each, and what is left to the nearest act that can have caused it. A toll
// that somebody gives beside telling of something else is that of a telling before.
func (f *followed) assign(r *reading.Reading, before, ts []*telling.Telling) {
	for _, c := range r.Casualties(ts[0].Event.Sentence) {
		countAntecedent(r, &c)
		f.resolve(&c)
		t := owner(r, ts, c)
		if t != nil && len(before) > 0 && isSaidBeside(r, t.Event, c) {
			if of := counted(before); of != nil && !isLeap(of, &c) {
				t = of
			}
		}
		if t != nil {
			c.Kind = kindIn(t.Event, c.Kind)
			t.Tolls = append(t.Tolls, c)
		}
	}
	for _, t := range ts {
		all := slices.Clone(t.Tolls)
		t.Tolls = slices.DeleteFunc(t.Tolls, func(c casualty.Casualty) bool { return c.Kind == casualty.Wounded && diedOf(c, all) || isHow(c, all) })
	}
}

// isHow reports whether a casualty only says how people died who have been counted: left 13 dead, most
// of [them] strangled.
func isHow(c casualty.Casualty, tolls []casualty.Casualty) bool {
	return c.Victims != nil && isSomeOf(c.Victims) && slices.ContainsFunc(tolls, func(x casualty.Casualty) bool {
		return x.Kind == c.Kind && x.Quantity.Start < c.Quantity.Start
	})
}

// isSaidBeside reports whether a toll is what somebody says of the dead before he, or
// another, tells whom something else befell: put the number of dead at 15 and said that
// the bomber had been shot; but put it at 15 and said that the bombs fell at noon.
func isSaidBeside(r *reading.Reading, e *event.Event, c casualty.Casualty) bool {
	if c.Toll != casualty.TollTotal || c.Kind != casualty.Killed || e.Trigger.Start < c.Quantity.End || len(e.Targets) == 0 {
		return false
	}
	by := r.AttributionIndex().Covering(c.Quantity.Span)
	return len(by) > 0 && !slices.ContainsFunc(by[0].Content, func(s article.Span) bool { return s.Contains(e.Trigger) })
}

// diedOf reports whether those whom a figure counts as hurt are counted as dead too: was
// injured in the blast and died.
func diedOf(hurt casualty.Casualty, tolls []casualty.Casualty) bool {
	return !hurt.Combined && slices.ContainsFunc(tolls, func(c casualty.Casualty) bool {
		return c.Kind == casualty.Killed && c.Quantity.Span == hurt.Quantity.Span && !c.Combined
	})
}

// owner returns the telling that a casualty belongs to, or nil.
func owner(r *reading.Reading, ts []*telling.Telling, c casualty.Casualty) *telling.Telling {
	for _, t := range ts {
		for _, clause := range t.Event.Clauses {
			if clause == c.Clause || clause.Predicate.Overlaps(c.Anchor) {
				if other := nearestCause(ts, c); other != nil && c.Kind == casualty.Killed && !t.Event.CanCause(c.Kind) {
					return other // an attack at a rally that killed 26
				}
				if c.Kind == casualty.Displaced && !t.Event.CanCause(c.Kind) {
					return nil // thousands poured into the streets
				}
				return t
			}
		}
	}
	if in := clauseOf(ts[0].Event.Sentence, c); c.Cause || in != nil && in.Link == lang.Argument && event.IsCharge(r.Rules, in.Parent) {
		return nil // hanged four men convicted of killing a trader
	}
	if t := causeAbove(ts, c); t != nil {
		return t
	}
	if t := tellingOfFind(ts, c); t != nil {
		return t
	}
	return nearestCause(ts, c)
}

// causeAbove returns the telling whose act a participle above a casualty says that it
// came of, or nil: fired on the crowd, [leaving two dead], and raided a camp.
func causeAbove(ts []*telling.Telling, c casualty.Casualty) *telling.Telling {
	clause := c.Clause
	if clause == nil {
		clause = clauseOf(ts[0].Event.Sentence, c)
	}
	for ; clause != nil && clause.Kind == lang.Participle; clause = clause.Parent {
		if clause.Link != lang.Result && (clause.Link != lang.Coordinate || clause.Parent == nil || clause.Parent.Kind != lang.Participle) {
			return nil
		}
		for _, t := range ts {
			if slices.Contains(t.Event.Clauses, clause.Parent) && t.Event.CanCause(c.Kind) {
				return t
			}
		}
	}
	return nil
}

// tellingOfFind returns the telling by whose verb the bodies that a casualty counts were found, or
// nil: the bodies of three farmers abducted on Monday were [found].
func tellingOfFind(ts []*telling.Telling, c casualty.Casualty) *telling.Telling {
	for _, t := range ts {
		clause := t.Event.Clause
		if clause.Predicate.Noun || clause.Kind != lang.Finite || t.Event.Rule.Act != "kill" {
			continue
		}
		if slices.ContainsFunc(clause.Args, func(a lang.Arg) bool { return a.Group.Span.Contains(c.Anchor) }) {
			return t
		}
	}
	return nil
}

// clauseOf returns the clause of which the victims of a casualty are the object, or nil.
func clauseOf(s *lang.Sentence, c casualty.Casualty) *lang.Clause {
	for _, clause := range s.Clauses {
		if g := clause.Arg(lang.Object); g != nil && clause.Verb != nil && (g.Contains(c.Quantity.Span) || c.Victims != nil && g.Overlaps(c.Victims.Span)) {
			return clause
		}
	}
	return nil
}

// nearestCause returns the telling nearest to a casualty that can have caused it, or nil.
func nearestCause(ts []*telling.Telling, c casualty.Casualty) *telling.Telling {
	var nearest *telling.Telling
	for _, t := range ts {
		if t.Event.CanCause(c.Kind) && !isToldOfVictims(t.Event, c) && (nearest == nil || t.Event.Trigger.Distance(c.Anchor) < nearest.Event.Trigger.Distance(c.Anchor)) {
			nearest = t
		}
	}
	return nearest
}

// isToldOfVictims reports whether an act is told in a clause that only says who the victims
// are, so that they did not suffer in it: hanged four men [convicted of the attack].
func isToldOfVictims(e *event.Event, c casualty.Casualty) bool {
	if c.Victims == nil {
		return false
	}
	for p := e.Clause; p != nil; p = p.Parent {
		if p.Predicate.Overlaps(c.Anchor) {
			return false
		}
		if s := p.Arg(lang.Subject); p.Link == lang.Relative && s != nil && s.Overlaps(c.Victims.Span) {
			return p.Parent != nil && p.Parent.Predicate.Overlaps(c.Anchor)
		}
	}
	return false
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
