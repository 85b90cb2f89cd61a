package event

import (
	"slices"

	"sitrep/extract/article"
	"sitrep/extract/lang"
	"sitrep/extract/mention/casualty"
	"sitrep/extract/record"
	"sitrep/extract/rules"
)

// foldResults folds events that only count the dead and hurt into the event
// of their sentence that caused them, where no clause binds the two: killed …
// during an exchange of fire; bombings in the capital that killed 44.
func (f *finder) foldResults(events []*Event) []*Event {
	var out []*Event
	for i := 0; i < len(events); {
		j := i
		for j < len(events) && events[j].Sentence == events[i].Sentence {
			j++
		}
		out = append(out, f.foldSentence(events[i:j])...)
		i = j
	}
	return out
}

// foldSentence returns the events of one sentence without the results that
// have their cause beside them.
func (f *finder) foldSentence(events []*Event) []*Event {
	if len(events) < 2 {
		return events
	}
	causes := map[*Event]*Event{}
	for _, r := range events {
		if !r.onlyCounts() && !f.toldByVictims(r) && !r.Rule.Result {
			continue
		}
		if c := f.causeBeside(r, events); c != nil {
			causes[r] = c
		}
	}
	var out []*Event
	for _, e := range events {
		c := causes[e]
		if c == nil {
			out = append(out, e)
			continue
		}
		for causes[c] != nil {
			c = causes[c]
		}
		c.fold(e)
	}
	return out
}

// onlyCounts reports whether an event only tells what came of another, as in
// "were killed".
func (e *Event) onlyCounts() bool {
	return e.Rule.Result && e.Rule.Weak && e.Modality == record.Actual
}

// toldByVictims reports whether an event is told by its victims alone, as in
// "was shot dead", "were shot and wounded".
func (f *finder) toldByVictims(e *Event) bool {
	p := &e.Clause.Predicate
	if p.Voice != lang.Passive || p.Noun || len(e.Actors) > 0 || e.Modality != record.Actual {
		return false
	}
	return slices.ContainsFunc(f.reading.Casualties(e.Sentence), func(x casualty.Casualty) bool {
		return (x.Kind == casualty.Killed || x.Kind == casualty.Wounded) && slices.ContainsFunc(e.Clauses, func(c *lang.Clause) bool { return c.Predicate.Overlaps(x.Anchor) })
	})
}

// fold makes the result r a part of the event that caused it.
func (e *Event) fold(r *Event) {
	e.Clauses = append(e.Clauses, r.Clauses...)
	if e.Clause.Kind == lang.Participle {
		e.Actors = without(e.Actors, r.Targets) // two were hurt in firing
	}
	if e.Type == "Armed clash" && r.Type == "Attack" && !e.Clause.Predicate.Noun && !slices.ContainsFunc(e.Targets, func(x Filler) bool { return x.Class.Is(rules.Force | rules.Post) }) {
		e.Type = r.Type // a fisherman was shot dead when soldiers fired at a boat
	}
	if len(e.Targets) == 0 {
		e.Targets = without(r.Targets, e.Actors)
	}
	if len(e.Actors) == 0 {
		e.Actors = without(r.Actors, e.Targets)
	}
}

// without returns the fillers whose groups fill no role among taken.
func without(fs, taken []Filler) []Filler {
	var out []Filler
	for _, x := range fs {
		if !isTaken(taken, x.Group) {
			out = append(out, x)
		}
	}
	return out
}

// causeBeside returns the event that the result r came of, or nil: the nearest in
// the sentence that can be its cause; else a result of the same kind that r
// only goes on counting.
func (f *finder) causeBeside(r *Event, events []*Event) *Event {
	var best, nearest *Event
	for _, c := range events {
		if c == r || !f.canCome(r, c) || f.areApart(r, c) || f.isOfOtherDead(r, c) {
			continue
		}
		if c.harmsPeople() && f.couldBeOf(r, c) && r.isNearer(c, nearest) {
			nearest = c
		}
		if f.cameOf(r, c) && r.isNearer(c, best) {
			best = c
		}
	}
	if best == nil && r.Rule.Result && len(r.Actors) == 0 {
		best = nearest
	}
	if best == nil {
		best = f.countedBehindSemicolon(r, events)
	}
	if best != nil || !r.onlyCounts() {
		return best
	}
	for _, o := range events {
		if o != r && f.continuesCountOf(o, r, events) {
			return o
		}
	}
	return nil
}

// isNearer reports whether a stands nearer to the event than b, which may be nil.
func (e *Event) isNearer(a, b *Event) bool {
	return b == nil || e.Trigger.Distance(a.Trigger) < e.Trigger.Distance(b.Trigger)
}

// canCome reports whether r can be the result of the event c at all: c happened, people die of
// its type, and r neither is dated by it nor has a cause of its own.
func (f *finder) canCome(r, c *Event) bool {
	return !f.isOfPart(c) && !f.hasOwnCause(r.Clause) && c.Modality == record.Actual && !c.Rule.Result && !(len(r.Actors)+len(r.Weapons) > 0 && c.onlyDates()) && c.CanCause(casualty.Killed) && !f.isCountedFrom(f.adverbialUnder(c.Clause, r.Clause))
}

// couldBeOf reports whether a result can be that of an act elsewhere in its
// sentence, by its type and by where the two stand: a semicolon begins another
// telling, as in "gunmen stormed the post; six guards were killed".
func (f *finder) couldBeOf(r, c *Event) bool {
	if f.isOfOtherDay(r.Clause) || f.isOfOtherDay(c.Clause) {
		return false
	}
	if c.Trigger.Start > r.Trigger.Start && f.hasDate(r.Clause) && f.isDatedBelow(c.Clause, r.Clause) {
		return false // was killed in 2009, and a nurse was shot the following year in a raid
	}
	if by := r.Clause.Arg(lang.By); by != nil && f.class(by).Is(rules.Weapon) && c.Clause.Predicate.Noun {
		return false // were hurt by a mine, and a gun battle later killed three
	}
	if x := f.adverbialUnder(r.Clause, c.Clause); x != nil && x.Earlier() {
		return false // police opened fire after two officers were killed
	}
	if f.diesLater(r.Clause) {
		return false
	}
	if c.Type == "Abduction/forced disappearance" || !c.Rule.Reciprocal && c.Type != r.Type && !r.Vague {
		return false
	}
	between := article.Span{Start: min(r.Trigger.End, c.Trigger.End), End: max(r.Trigger.Start, c.Trigger.Start)}
	return !hasMark(r.Sentence, between, ".;:") && !f.isDatedBy(r.Sentence, between)
}

// hasOwnCause reports whether a result has a weapon, or what carries one, as its subject beside another
// act: strikes hit a base, while rockets killed three, while a drone hit a depot; shot a policeman, and a bomb wounded a judge.
func (f *finder) hasOwnCause(c *lang.Clause) bool {
	if c.Predicate.Voice == lang.Passive || c.Arg(lang.Object) == nil || !hasOwnSubject(c) || !isBeside(c) && c.Link != lang.Coordinate {
		return false
	}
	return f.class(c.Arg(lang.Subject)).Is(rules.Weapon | rules.Carrier)
}

// isOfOtherDead reports whether others died of the act c than those of the result r, beside which it
// is told: six men were hacked to death, while nine died in shelling.
func (f *finder) isOfOtherDead(r, c *Event) bool {
	x := f.adverbialUnder(c.Clause, r.Clause)
	return x != nil && isBeside(x) && f.countsDead(x)
}

// isBeside reports whether a clause tells what happened beside the act of the one above it.
func isBeside(c *lang.Clause) bool { return c.Mark == "while" }

// countsDead reports whether the verb of a clause tells of dead.
func (f *finder) countsDead(c *lang.Clause) bool {
	return slices.ContainsFunc(f.reading.Casualties(c.Sentence), func(x casualty.Casualty) bool {
		return x.Kind == casualty.Killed && c.Predicate.Overlaps(x.Anchor)
	})
}

// diesLater reports whether a clause tells the death of those of whom a clause of their own
// says that they had been hurt, so that they died of it later: a soldier wounded in a blast
// died; a girl who was hit by a bullet has died.
func (f *finder) diesLater(c *lang.Clause) bool {
	g := c.Arg(lang.Subject)
	return g != nil && contains(f.set.Grammar.Dying, c.Predicate.Lemma) && slices.ContainsFunc(g.Relative, func(o *lang.Clause) bool {
		return o != c && contains(f.set.Grammar.Hurting, o.Predicate.Lemma)
	})
}

// isDatedBelow reports whether the clause c, or one that it is an argument of, other
// than the clause r, has a date of its own.
func (f *finder) isDatedBelow(c, r *lang.Clause) bool {
	for ; c != nil && c != r; c = c.Parent {
		if f.hasDate(c) {
			return true
		}
		if c.Link != lang.Argument {
			break
		}
	}
	return false
}

// countedBehindSemicolon returns the act before a semicolon whose dead and hurt
// the clause behind it counts, without a doer, day, place or weapon of its own, or
// nil: gunmen stormed the post; six guards were killed. Notes of a few sentences put a
// semicolon where others have a full stop.
func (f *finder) countedBehindSemicolon(r *Event, events []*Event) *Event {
	if len(f.doc.Sentences) <= shortText || !r.onlyCounts() || len(r.Actors) > 0 || len(r.Weapons) > 0 || r.Clause.Kind != lang.Finite || f.tellsItsOwnSetting(r.Clause) {
		return nil
	}
	var cause *Event
	for _, c := range events {
		between := article.Span{Start: c.Trigger.End, End: r.Trigger.Start}
		if c == r || c.Trigger.Start > r.Trigger.Start || marksIn(r.Sentence, between, ".;:") > 1 {
			continue
		}
		if hasMark(r.Sentence, between, ".:") || !hasMark(r.Sentence, between, ";") {
			return nil // another act is told beside it
		}
		if c.Modality == record.Actual && c.CanCause(casualty.Killed) && c.harmsPeople() {
			cause = c
		}
	}
	return cause
}

// harmsPeople reports whether an act can be done to people: setting a house on fire
// kills nobody by itself.
func (e *Event) harmsPeople() bool {
	r := e.Rule.Roles.Target
	return r == nil || len(r.Kinds) == 0 || r.Mask().Is(rules.Force|rules.Person|rules.Crowd) || rules.EventType(e.Type) == "Explosions/Remote violence"
}

// tellsItsOwnSetting reports whether a clause says itself where or when it happened.
func (f *finder) tellsItsOwnSetting(c *lang.Clause) bool {
	return slices.ContainsFunc(c.Args, func(a lang.Arg) bool {
		return !a.Shared && (a.Group.Time || a.Function == lang.Oblique && (f.reading.IsDate(c.Sentence, a.Group.Span) || f.reading.Is(a.Group, rules.Place|rules.Facility)))
	})
}

// continuesCountOf reports whether the result r adds to the result before it, as
// in "three were killed, and eleven wounded".
func (f *finder) continuesCountOf(before, r *Event, events []*Event) bool {
	between := article.Span{Start: before.Trigger.End, End: r.Trigger.Start}
	return before.onlyCounts() && !f.areApart(before, r) && before.Type == r.Type && before.Trigger.Start < r.Trigger.Start && len(r.Actors) == 0 &&
		f.onlyCountsBetween(r.Sentence, between, events...) && !hasMark(r.Sentence, between, ".;:")
}

// cameOf reports whether the words of the sentence make the result r that of
// the event c.
func (f *finder) cameOf(r, c *Event) bool {
	if c.Trigger.Start > r.Trigger.Start {
		between := article.Span{Start: r.Trigger.End, End: c.Trigger.Start}
		if c.Rule.Apart && c.Clause.Kind == lang.Participle {
			return false // were shot dead after being abducted
		}
		if f.followsCausal(c.Clause) && f.onlyCountsBetween(r.Sentence, between, r, c) {
			return true // killed in the fighting
		}
		if len(r.Actors) > 0 && (c.Rule.Apart || f.isAnswer(r, c)) {
			return false // killed a driver after they had hijacked his lorry
		}
		return (r.onlyCounts() || f.toldByVictims(r) && c.isAssault()) && !f.isOfOtherDay(c.Clause) && f.isOccasionOf(c.Clause, r.Clause) // hurt when rebels set off a bomb
	}
	return r.onlyCounts() && f.followsCause(r, c)
}

// isAnswer reports whether an act came after that of others: police killed two men after
// rebels bombed a checkpoint.
func (f *finder) isAnswer(r, c *Event) bool {
	x := f.adverbialUnder(c.Clause, r.Clause)
	return x != nil && x.Mark == "after" && f.isDoneByOther(x, r.Clause)
}

// isAssault reports whether somebody does an act of force in which people are shot or
// stabbed: a nurse was shot dead when gunmen attacked a clinic.
func (e *Event) isAssault() bool {
	return e.Rule.Is("assault") && !e.Clause.Predicate.Noun && len(e.Actors) > 0 && e.harmsPeople()
}

// followsCause reports whether the words make the result r that of the event c
// before it.
func (f *finder) followsCause(r, c *Event) bool {
	s := r.Sentence
	between := article.Span{Start: c.Trigger.End, End: r.Trigger.Start}
	bare := r.Clause.Predicate.Voice == lang.Active && len(r.Actors) == 0
	relative := hasRelative(s, between)
	switch {
	case f.isDatedBy(s, between):
		return false
	case r.Clause.Link == lang.Relative || relative: // bombings that killed 44; a clash in which two men were killed
		return (c.Clause.Predicate.Noun || relative) && f.onlyCountsBetween(s, between, r, c)
	case r.Clause.Kind == lang.Participle && bare:
		return !c.Clause.Predicate.Noun // set it off, hurting two
	case c.Clause.Predicate.Noun && bare && !hasMark(s, between, ",;:."):
		return f.victimsFollow(r) && f.onlyCountsBetween(s, between, r, c) // a series of strikes on the hills killed ten
	case s.Part == article.Title && c.Clause.Predicate.Noun && hasMark(s, between, ":"):
		return f.onlyCountsBetween(s, between, r, c) // Market attack: ten killed
	}
	return countsAfterColon(s, between)
}

// countsAfterColon reports whether a stretch of a sentence up to a result has a colon and
// then numbers without a finite verb: struck a bus: [9 dead, over 50] wounded.
func countsAfterColon(s *lang.Sentence, between article.Span) bool {
	in, colon := s.TokensIn(between), -1
	for k := in.From; k < in.To; k++ {
		switch {
		case s.Tokens.Mark(k) == ':':
			colon = k
		case colon >= 0 && s.Tokens.FiniteVerb(k):
			return false
		}
	}
	return colon >= 0 && slices.ContainsFunc(s.Tokens[colon+1:min(colon+4, in.To)], func(t lang.Token) bool { return t.Tag == "CD" })
}

// isDatedBy reports whether a stretch of the sentence counts from another act: the blast
// came [two days after] bombs had killed six.
func (f *finder) isDatedBy(s *lang.Sentence, between article.Span) bool {
	return slices.ContainsFunc(s.Nouns, func(g *lang.NounGroup) bool {
		return g.Time && between.Contains(g.Span) && slices.Contains(f.set.Grammar.Dating, s.Tokens.Word(g.Last+1))
	})
}

// followsCausal reports whether a preposition of causes leads to the event of
// the clause, or to one that it is coordinated with, as in "in the fighting".
func (f *finder) followsCausal(c *lang.Clause) bool {
	causal := f.set.Grammar.Causal
	g := c.Group
	if g == nil || !c.Predicate.Noun {
		return c.Kind == lang.Participle && slices.Contains(causal, c.Mark) // in firing by two men
	}
	for _, o := range g.Sentence.Clauses {
		for _, a := range o.Args {
			if a.Function == lang.Oblique && slices.Contains(causal, a.Prep) && (a.Group == g || slices.Contains(a.Group.Conjuncts, g)) {
				return true
			}
		}
	}
	return slices.ContainsFunc(g.Sentence.Nouns, func(x *lang.NounGroup) bool {
		return (x == g || x == g.Coordinated || slices.Contains(x.Conjuncts, g)) && x.First > 0 && slices.Contains(causal, g.Sentence.Tokens[x.First-1].Lower)
	})
}

// victimsFollow reports whether the dead and hurt of a result stand after its
// verb, as in "killed ten".
func (f *finder) victimsFollow(r *Event) bool {
	for _, c := range f.reading.Casualties(r.Sentence) {
		if r.Clause.Predicate.Overlaps(c.Anchor) {
			return c.Quantity.Start >= r.Trigger.End
		}
	}
	return len(r.Targets) > 0 && r.Targets[0].Group.Start >= r.Trigger.End
}

// isOccasionOf reports whether the clause c stands in an adverbial clause of
// time that hangs on the clause above: two were hurt when rebels set off a bomb.
func (f *finder) isOccasionOf(c, above *lang.Clause) bool {
	x := f.adverbialUnder(c, above)
	return x != nil && x.Occasion()
}

// adverbialUnder returns the adverbial clause that the clause c is, or is an argument
// or a coordinate of, where it hangs on the clause above, or nil.
func (f *finder) adverbialUnder(c, above *lang.Clause) *lang.Clause {
	for p := c; p != nil && p.Parent != nil; p = p.Parent {
		if p.Link == lang.Adverbial && f.isCountUnder(p.Parent, above) {
			return p
		}
		if p.Link != lang.Argument && (p.Link != lang.Coordinate || !haveSameSubject(p, p.Parent)) {
			return nil // killed after London refused to pay, and a nurse was shot in a raid
		}
	}
	return nil
}

// onlyCountsBetween reports whether the finite verbs in a stretch of the
// sentence only count dead and hurt, or are the events' own.
func (f *finder) onlyCountsBetween(s *lang.Sentence, between article.Span, own ...*Event) bool {
	for _, v := range s.Verbs {
		if !v.Finite || v.Start < between.Start || v.End > between.End {
			continue
		}
		counts := slices.ContainsFunc(own, func(e *Event) bool {
			return slices.ContainsFunc(e.Clauses, func(c *lang.Clause) bool { return c.Verb == v })
		})
		for _, c := range f.reading.Casualties(s) {
			counts = counts || v.Overlaps(c.Anchor)
		}
		if !counts {
			return false
		}
	}
	return true
}

// hasRelative reports whether a relative pronoun after a preposition stands in
// a stretch of the sentence, as in "in which two men were killed".
func hasRelative(s *lang.Sentence, between article.Span) bool {
	r := s.TokensIn(between)
	return lang.AnyIn(r.From, r.To, func(i int) bool { return i > 0 && s.Tokens[i].Tag == "WDT" && s.Tokens[i-1].Tag == "IN" })
}

// hasMark reports whether one of the punctuation marks stands in a stretch of
// the sentence.
func hasMark(s *lang.Sentence, between article.Span, marks string) bool {
	return marksIn(s, between, marks) > 0
}

// marksIn returns how many of the punctuation marks stand in a stretch of the
// sentence.
func marksIn(s *lang.Sentence, between article.Span, marks string) int {
	n := 0
	r := s.TokensIn(between)
	for i := r.From; i < r.To; i++ {
		if t := s.Tokens[i].Text; len(t) == 1 && slices.Contains([]byte(marks), t[0]) {
			n++
		}
	}
	return n
}

// CanCause reports whether an event can have casualties of the kind that its
// own words do not tell.
func (e *Event) CanCause(kind string) bool {
	switch kind {
	case casualty.Abducted:
		return e.Type == "Abduction/forced disappearance"
	case casualty.Missing: // also of those who fought or were hit
		return e.Type == "Abduction/forced disappearance" || rules.EventType(e.Type) != "Strategic developments"
	case casualty.Captured:
		return e.Type == "Arrests" || e.Type == "Armed clash"
	case casualty.Displaced: // but crowds that poured into the streets did not flee
		return rules.EventType(e.Type) != "Protests"
	}
	if rules.EventType(e.Type) == "Strategic developments" {
		return e.Type == "Looting/property destruction"
	}
	return e.Type != "Peaceful protest" && e.Type != "Sexual violence"
}
