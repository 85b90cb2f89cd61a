package extract

import (
	"slices"

	"sitrep/extract/article"
	"sitrep/extract/event"
	"sitrep/extract/lang"
	"sitrep/extract/mention/casualty"
	"sitrep/extract/record"
)

// join gives what only counts the dead and hurt of a sentence to the
// happening of the sentence that it came of, where no clause binds the two:
// killed … during an exchange of fire; bombings in the capital that killed 44.
func (f *found) join(events []*event.Event) []*event.Event {
	var out []*event.Event
	for i := 0; i < len(events); {
		j := i
		for j < len(events) && events[j].Sentence == events[i].Sentence {
			j++
		}
		out = append(out, f.joined(events[i:j])...)
		i = j
	}
	return out
}

// joined are the events of one sentence without the results that have their
// cause beside them.
func (f *found) joined(events []*event.Event) []*event.Event {
	if len(events) < 2 {
		return events
	}
	into := map[*event.Event]*event.Event{}
	for _, r := range events {
		if !counts(r) && !f.suffered(r) {
			continue
		}
		if c := f.causeOf(r, events); c != nil {
			into[r] = c
		}
	}
	var out []*event.Event
	for _, e := range events {
		c := into[e]
		if c == nil {
			out = append(out, e)
			continue
		}
		for into[c] != nil {
			c = into[c]
		}
		take(c, e)
	}
	return out
}

// counts says whether an event only tells what came of another.
func counts(e *event.Event) bool {
	return e.Rule.Result && e.Rule.Weak && e.Modality == record.Actual
}

// suffered says whether an event is told by its victims alone: was shot dead.
func (f *found) suffered(e *event.Event) bool {
	return e.Clause.Predicate.Voice == lang.Passive && !e.Clause.Predicate.Noun && len(e.Actors) == 0 && e.Modality == record.Actual &&
		slices.ContainsFunc(f.tollsOf(e.Sentence), func(c casualty.Casualty) bool {
			return e.Clause.Predicate.Overlaps(c.Anchor) && (c.Kind == casualty.Killed || c.Kind == casualty.Wounded)
		})
}

// take makes the result r a part of the happening c.
func take(c, r *event.Event) {
	c.Clauses = append(c.Clauses, r.Clauses...)
	if c.Clause.Kind == lang.Participle {
		c.Actors = without(c.Actors, r.Targets) // two were hurt in firing
	}
	if len(c.Targets) == 0 {
		c.Targets = without(r.Targets, c.Actors)
	}
	if len(c.Actors) == 0 {
		c.Actors = without(r.Actors, c.Targets)
	}
}

func without(fs, taken []event.Filler) []event.Filler {
	var out []event.Filler
	for _, x := range fs {
		if !slices.ContainsFunc(taken, func(t event.Filler) bool { return t.Group == x.Group }) {
			out = append(out, x)
		}
	}
	return out
}

// causeOf is the happening of the sentence that the result r came of, or nil.
func (f *found) causeOf(r *event.Event, events []*event.Event) *event.Event {
	var best *event.Event
	for _, c := range events {
		if c == r || c.Modality != record.Actual || c.Rule.Result || !bears(c, casualty.Killed) {
			continue
		}
		if f.cameOf(r, c) && (best == nil || distance(r.Trigger, c.Trigger) < distance(r.Trigger, best.Trigger)) {
			best = c
		}
	}
	if best != nil || !counts(r) {
		return best
	}
	// three were killed, and eleven wounded
	for _, o := range events {
		if o != r && counts(o) && o.Type == r.Type && o.Trigger.Start < r.Trigger.Start && len(r.Actors) == 0 &&
			f.onlyCounts(o.Sentence, o.Trigger.End, r.Trigger.Start, events) && !f.marked(o.Sentence, o.Trigger.End, r.Trigger.Start, ".;:") {
			return o
		}
	}
	return nil
}

// cameOf says whether the words of the sentence make the result r that of c.
func (f *found) cameOf(r, c *event.Event) bool {
	s := r.Sentence
	if c.Trigger.Start > r.Trigger.Start {
		if f.causal(c.Clause) && f.onlyCounts(s, r.Trigger.End, c.Trigger.Start, events(r, c)) {
			return true // killed in the fighting
		}
		return counts(r) && hangsOn(c.Clause, r.Clause) // hurt when rebels set off a bomb
	}
	if !counts(r) {
		return false
	}
	between := func() bool { return f.onlyCounts(s, c.Trigger.End, r.Trigger.Start, events(r, c)) }
	switch {
	case r.Clause.Link == lang.Relative || f.relative(s, c.Trigger.End, r.Trigger.Start):
		return (c.Clause.Predicate.Noun || f.relative(s, c.Trigger.End, r.Trigger.Start)) && between()
	case r.Clause.Kind == lang.Participle && r.Clause.Predicate.Voice == lang.Active && len(r.Actors) == 0:
		return !c.Clause.Predicate.Noun // set it off, hurting two
	case c.Clause.Predicate.Noun && r.Clause.Predicate.Voice == lang.Active && len(r.Actors) == 0 && !f.marked(s, c.Trigger.End, r.Trigger.Start, ",;:."):
		return f.hits(r) && between() // a series of strikes on the hills killed ten
	case s.Part == article.Title && c.Clause.Predicate.Noun && f.marked(s, c.Trigger.End, r.Trigger.Start, ":"):
		return between() // Market attack: ten killed
	}
	return false
}

func events(es ...*event.Event) []*event.Event { return es }

// causal says whether a preposition of causes leads to the happening or to one
// that it is coordinated with.
func (f *found) causal(c *lang.Clause) bool {
	causes := f.sense.set.Grammar.Causal
	g := c.Group
	if g == nil || !c.Predicate.Noun {
		return c.Kind == lang.Participle && slices.Contains(causes, c.Mark) // in firing by two men
	}
	for _, o := range g.Sentence.Clauses {
		for _, a := range o.Args {
			if a.Function == lang.Oblique && slices.Contains(causes, a.Prep) && (a.Group == g || slices.Contains(a.Group.Conjuncts, g)) {
				return true
			}
		}
	}
	for _, x := range g.Sentence.Nouns {
		if (x == g || x == g.Coordinated || slices.Contains(x.Conjuncts, g)) && x.First > 0 && slices.Contains(causes, g.Sentence.Tokens[x.First-1].Lower) {
			return true
		}
	}
	return false
}

// hits says whether the dead and hurt of a result stand after its verb.
func (f *found) hits(r *event.Event) bool {
	for _, c := range f.tollsOf(r.Sentence) {
		if r.Clause.Predicate.Overlaps(c.Anchor) {
			return c.Quantity.Start >= r.Trigger.End
		}
	}
	return len(r.Targets) > 0 && r.Targets[0].Group.Start >= r.Trigger.End
}

// hangsOn says whether a clause stands under an adverbial clause of time that
// hangs on above.
func hangsOn(c, above *lang.Clause) bool {
	for p := c; p != nil && p.Parent != nil; p = p.Parent {
		if p.Link == lang.Adverbial {
			if !p.Occasion() {
				return false
			}
			for q := p.Parent; q != nil; q = q.Parent {
				if q == above {
					return true
				}
				if q.Link != lang.Coordinate {
					return false
				}
			}
			return false
		}
		if p.Link != lang.Argument && p.Link != lang.Coordinate {
			return false
		}
	}
	return false
}

// onlyCounts says whether the finite verbs between two offsets only count
// dead and hurt, or belong to the events themselves.
func (f *found) onlyCounts(s *lang.Sentence, from, to int, own []*event.Event) bool {
	for _, v := range s.Verbs {
		if !v.Finite || v.Start < from || v.End > to {
			continue
		}
		counting := slices.ContainsFunc(own, func(e *event.Event) bool {
			return slices.ContainsFunc(e.Clauses, func(c *lang.Clause) bool { return c.Verb == v })
		})
		for _, c := range f.tollsOf(s) {
			counting = counting || v.Overlaps(c.Anchor)
		}
		if !counting {
			return false
		}
	}
	return true
}

// relative says whether a relative pronoun after a preposition stands between
// two offsets: in which two men were killed.
func (f *found) relative(s *lang.Sentence, from, to int) bool {
	r := s.TokensIn(article.Span{Start: from, End: to})
	for i := r.From; i < r.To; i++ {
		if i > 0 && s.Tokens[i].Tag == "WDT" && s.Tokens[i-1].Tag == "IN" {
			return true
		}
	}
	return false
}

// marked says whether one of the marks stands between two offsets.
func (f *found) marked(s *lang.Sentence, from, to int, marks string) bool {
	r := s.TokensIn(article.Span{Start: from, End: to})
	for i := r.From; i < r.To; i++ {
		if t := s.Tokens[i].Text; len(t) == 1 && slices.Contains([]byte(marks), t[0]) {
			return true
		}
	}
	return false
}
