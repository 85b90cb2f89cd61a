package setting

import (
	"slices"
	"strings"

	"sitrep/extract/attribution"
	"sitrep/extract/event"
	"sitrep/extract/lang"
	"sitrep/extract/mention"
	"sitrep/extract/mention/casualty"
	"sitrep/extract/record"
	"sitrep/extract/rules"
)

// dateOf returns the date of an event: of those in its sentence that date neither
// the saying of it nor another clause, the one in the clause that tells it, else
// the nearest to its trigger. It is nil where there is none.
func (f finder) dateOf(e *event.Event) *mention.Date {
	ds := f.Dates(e.Sentence)
	var best *mention.Date
	for i := range ds {
		d := &ds[i]
		if f.isElsewhere(e, d) {
			continue
		}
		if best == nil || isNearer(e, d, best) {
			best = d
		}
	}
	if best != nil && best.Since != nil && opensWhen(e, best) {
		best = best.Since
	}
	return best.OfAct()
}

// opensWhen reports whether a clause with when tells an event right behind a date, so
// that it is of that date: the worst attack since [7 August], when 61 people died.
func opensWhen(e *event.Event, d *mention.Date) bool {
	ts, next := e.Sentence.Tokens, e.Sentence.TokensIn(d.Span).To
	if ts.Tagged(next, ",") {
		next++
	}
	if e.Trigger.Start < d.End || !ts.Is(next, "when") {
		return false
	}
	return e.AnyAbove(func(c *lang.Clause) bool {
		return c.Verb != nil && c.Mark == "when" && c.Start <= ts[next].End && ts[next].Start <= c.Verb.Start
	})
}

// isCompared reports whether a date is that of what an event is compared with: five
// strikes, against two [in February].
func isCompared(e *event.Event, d *mention.Date) bool {
	s := e.Sentence
	if d.Start < e.Trigger.End {
		return false
	}
	for k := s.TokensIn(d.Span).From - 1; k > 0 && s.Tokens[k].Start > e.Trigger.End; k-- {
		if s.Tokens.Is(k, "against", "compared") && s.Tokens.Tagged(k+1, "CD", "IN", "TO") {
			return true
		}
		if s.Tokens.FiniteVerb(k) {
			return false
		}
	}
	return false
}

// isElsewhere reports whether a date of the sentence of an event is that of
// something else.
func (f finder) isElsewhere(e *event.Event, d *mention.Date) bool {
	return d.Next && e.Trigger.End <= d.Start || f.datesSaying(e, d) || f.isOfPlan(e, d) || isPartedFrom(e, d) || opensNext(e, d) || isCompared(e, d) || isOfEarlier(e, d) ||
		isRecordSince(e, d) || isSince(e, d) || isCountedFrom(e, d) || f.isOfThing(e, d) || f.datesNoun(e, d) || f.datesCause(e, d) || f.datesBefore(e, d) || f.datesToll(e, d) || isReached(e, d) || f.datesJudgement(e, d)
}

// isOfPlan reports whether a date behind an act that happened is that of what another clause says
// is to be done: killed nine soldiers and vowed to strike [next month].
func (f finder) isOfPlan(e *event.Event, d *mention.Date) bool {
	c := innermost(e, d)
	if e.Modality != record.Actual || d.Start < e.Trigger.End || c == nil || c.Start < e.Trigger.End || e.IsUnder(c) {
		return false
	}
	planning := f.Rules.Modality.Verbs[record.Planned]
	if p := c.Parent; c.Kind == lang.Infinite {
		return p != nil && !slices.Contains(e.Clauses, p) && (p.Predicate.Lemma == "be" || slices.Contains(planning, p.Predicate.Lemma))
	}
	s := e.Sentence
	g := c.Arg(lang.Subject)
	return slices.Contains(planning, c.Predicate.Lemma) && s.Tokens.Is(s.TokensIn(d.Span).From-1, "for") && g != nil && !g.Overlaps(e.Trigger)
}

// opensNext reports whether a date opens the clause that is told after an event and
// beside it: jets rocketed the ridge, and [two days later] they burned the village.
func opensNext(e *event.Event, d *mention.Date) bool {
	s := e.Sentence
	at := s.TokensIn(d.Span).From
	if s.Tokens.Tagged(at-1, ",") {
		at--
	}
	if d.Start < e.Trigger.End || !s.Tokens.Tagged(at-1, "CC") {
		return false
	}
	var next *lang.Clause // the first with a verb behind the date
	for _, c := range s.Clauses {
		if c.Verb != nil && c.Verb.Start >= d.End && (next == nil || c.Verb.Start < next.Verb.Start) {
			next = c
		}
	}
	return next != nil && (next.Link == lang.Coordinate || next.Link == lang.Root) && !e.IsUnder(next)
}

// datesCause reports whether a date stands in the noun group of another happening, which an event
// came after or was done for: the deadliest attack since [the 1987 bombing] of the barracks.
func (f finder) datesCause(e *event.Event, d *mention.Date) bool {
	s := e.Sentence
	g := s.GroupAt(s.TokensIn(d.Span).To - 1)
	if g == nil || g.Time || g.Span.Overlaps(e.Trigger) || !f.Class(g).Is(rules.Happening) && !f.Class(g).Is(rules.Weapon) {
		return false
	}
	before := s.TokensIn(g.Span).From - 1
	if s.Tokens.Is(before, "of") { // the scene of a 2013 attack
		of := s.GroupTo(before - 1)
		return of != nil && !of.Span.Overlaps(e.Trigger) && !f.Class(of).Is(rules.Happening)
	}
	return before >= 0 && slices.Contains(f.Rules.Grammar.Prompting, s.Tokens[before].Lower)
}

// datesBefore reports whether a date is that of the happening that an event came after, the
// object of its verb: the strike followed an ambush in Gao [on Sunday].
func (f finder) datesBefore(e *event.Event, d *mention.Date) bool {
	return slices.ContainsFunc(e.Sentence.Clauses, func(c *lang.Clause) bool {
		if !slices.Contains(f.Rules.Grammar.Succeeding, c.Predicate.Lemma) {
			return false
		}
		before, after := c.Arg(lang.Object), c.Arg(lang.Subject)
		return before != nil && after != nil && after.Contains(e.Trigger) && before.End <= d.Start && f.Class(before).Is(rules.Happening)
	})
}

// isNearer reports whether a date is more likely that of an event than another
// one. One that can't be told, in a clause apart from the event's, gives way to one
// that can: a court [on Friday] jailed a man whose friend shot six people on 3 May.
func isNearer(e *event.Event, d, o *mention.Date) bool {
	if a, b := opensWhen(e, d), opensWhen(e, o); a != b {
		return a
	}
	if a, b := isOfOther(e, d), isOfOther(e, o); a != b {
		return b
	}
	if a, b := isUntold(e, d), isUntold(e, o); a != b {
		return b
	}
	if a, b := isOfRelative(e, d), isOfRelative(e, o); a != b {
		return a
	}
	if a, b := isOfCarrier(e, d), isOfCarrier(e, o); a != b && isAsFull(d, o) && isAsFull(o, d) {
		return a
	}
	if isOwn(e, d) && isApart(e, o) && isAsFull(d, o) || isApart(e, d) && isOwn(e, o) && isAsFull(o, d) {
		return isOwn(e, d)
	}
	return d.Distance(e.Trigger) < o.Distance(e.Trigger)
}

// isOwn reports whether a date stands in a clause that tells an event.
func isOwn(e *event.Event, d *mention.Date) bool {
	c := innermost(e, d)
	return c != nil && slices.Contains(e.Clauses, c)
}

// isApart reports whether a date is that of another happening than an event: it stands in
// a clause beside it, at the head of a report, as in "LIEGE, [Wednesday] -", or in the one
// whose relative clause tells it: went on trial [on Monday], accused of leading
// those who killed 70 men 16 years ago.
func isApart(e *event.Event, d *mention.Date) bool {
	in := innermost(e, d)
	if in == nil {
		return e.Sentence.Tokens.Mark(e.Sentence.TokensIn(d.Span).To) == '-'
	}
	for c := e.Clause; c != nil && c != in; c = c.Parent {
		if c.Link == lang.Relative && e.IsUnder(in) {
			return true
		}
	}
	return isForeign(e, d)
}

// isForeign reports whether a date stands in a clause beside those that tell an event and
// those above them: killed nine men [in 2015], and attacked a mosque in Gao, Mali, in 2019.
func isForeign(e *event.Event, d *mention.Date) bool {
	c := innermost(e, d)
	return c != nil && !e.IsUnder(c)
}

// isOfCarrier reports whether a date stands in a second clause whose subject names the event: a truce
// was signed in 1997 and a ceasefire took effect [in 1998].
func isOfCarrier(e *event.Event, d *mention.Date) bool {
	c := e.Clause.Parent
	if !e.Clause.Predicate.Noun || c == nil || c.Link != lang.Coordinate || innermost(e, d) != c {
		return false
	}
	g := c.Arg(lang.Subject)
	return g != nil && g.Contains(e.Trigger)
}

// isAsFull reports whether a date has a number where another one has: what only has a
// weekday may count from one with day and year.
func isAsFull(d, o *mention.Date) bool {
	return strings.ContainsAny(d.Text, "0123456789") || !strings.ContainsAny(o.Text, "0123456789")
}

// isOfRelative reports whether a date stands in the relative clause that tells the
// happening that the noun before it names: on Monday police probed the blast that
// ripped through a church [the day before].
func isOfRelative(e *event.Event, d *mention.Date) bool {
	c := innermost(e, d)
	if c == nil || c.Link != lang.Relative || !e.Clause.Predicate.Noun {
		return false
	}
	s := e.Sentence
	last := s.TokensIn(c.Span).From - 1
	for last > 0 && s.Tokens.Tagged(last, ",", "WDT") {
		last--
	}
	g := s.GroupTo(last)
	return g != nil && g.Span.Overlaps(e.Trigger)
}

// isUntold reports whether nothing tells which day a date of another clause means.
func isUntold(e *event.Event, d *mention.Date) bool {
	if !d.From.IsZero() || d.Open != mention.Settled {
		return false
	}
	c := innermost(e, d)
	return c != nil && !slices.Contains(e.Clauses, c)
}

// isOfOther reports whether a date is that of what is told before or after an
// event: shot a judge [in 1988] and fired a rocket at a bank in 1995; they fired
// rockets in March, and [on 4 April] a grenade was thrown.
func isOfOther(e *event.Event, d *mention.Date) bool {
	s := e.Sentence
	afterCoordinator := s.Tokens.Tagged(s.TokensIn(d.Span).From-1, "CC")
	if d.Start >= e.Trigger.End {
		return afterCoordinator
	}
	for c := range e.ClausesAbove() {
		if c.Verb == nil {
			continue
		}
		if first := firstOfPair(c); first != nil {
			return first.End <= d.Start && d.End <= c.Verb.Start && !afterCoordinator
		}
	}
	return false
}

// firstOfPair returns the verb whose subject a clause shares, or nil: [shot] a
// judge and fired a rocket.
func firstOfPair(c *lang.Clause) *lang.VerbGroup {
	if c.Link != lang.Coordinate || c.Parent == nil || !slices.ContainsFunc(c.Args, func(a lang.Arg) bool { return a.Function == lang.Subject && a.Shared }) {
		return nil
	}
	return c.Parent.Verb
}

// isOfEarlier reports whether a date stands in a relative clause about what had
// happened before an event: freed two soldiers that it had abducted in May.
func isOfEarlier(e *event.Event, d *mention.Date) bool {
	in := innermost(e, d)
	if in == nil || in.Link != lang.Relative || !in.Verb.Perfect || in.Verb.Tense != lang.Past || d.Start < in.Verb.Start {
		return false
	}
	for c := e.Clause; c != nil && c.Link != lang.Root; c = c.Parent {
		if c == in {
			return false
		}
	}
	return in != e.Clause
}

// isRecordSince reports whether a date is the one from which on there was nothing
// greater or nothing like it: the deadliest attack since 2014; the first raid
// here since May; one of the boldest raids this year. What is told of that time has it: since 2014, when nine died.
func isRecordSince(e *event.Event, d *mention.Date) bool {
	ts := e.Sentence.Tokens
	in := e.Sentence.TokensIn(d.Span)
	if e.Trigger.Start >= d.End && (ts.Is(in.To, "when") || ts.Is(in.To+1, "when")) {
		return false
	}
	at := in.From
	for k := at - 1; k >= 0 && !ts.FiniteVerb(k); k-- {
		if ts.Tagged(k, "JJS", "RBS") && !ts.Is(k-1, "at") || ts.Is(k, "first") {
			return ts.Is(at, "since") || ts.Is(at-1, "since") || ts.Is(at, "this") && !ts.Is(k, "first")
		}
	}
	return false
}

// innermost returns the last clause with a verb that begins before a date and holds
// its beginning, or nil.
func innermost(e *event.Event, d *mention.Date) *lang.Clause {
	var in *lang.Clause
	for _, c := range e.Sentence.Clauses {
		if c.Verb != nil && c.Start <= d.Start && d.Start < c.End && (in == nil || c.Start > in.Start) {
			in = c
		}
	}
	return in
}

// isSince reports whether a date is that of what an event has gone on since: has
// bombed convoys since the war began in 2011.
func isSince(e *event.Event, d *mention.Date) bool {
	c := innermost(e, d)
	return isSinceOfState(e, d) || c != nil && c.Link == lang.Adverbial && c.Mark == "since" && !e.IsUnder(c)
}

// isSinceOfState reports whether a date between the subject and the verb of a single act says since
// when the subject has been something: rebels, active there [since 2012], attacked.
func isSinceOfState(e *event.Event, d *mention.Date) bool {
	s, v := e.Sentence, e.Clause.Verb
	if v == nil || v.Tense != lang.Past || v.Perfect || v.Progressive || d.End > v.Start {
		return false
	}
	at := s.TokensIn(d.Span).From
	g := e.Clause.Arg(lang.Subject)
	return g != nil && g.End <= d.Start && (s.Tokens.Is(at, "since") || s.Tokens.Is(at-1, "since"))
}

// isCountedFrom reports whether an open date counts from the event itself, so that
// it is that of something else: said two days after the massacre.
func isCountedFrom(e *event.Event, d *mention.Date) bool {
	return d.Counts && d.Open == mention.Settled && d.From.IsZero() && d.End <= e.Trigger.Start
}

// isOfThing reports whether a date belongs to what a clause tells of a thing in passing, behind a
// comma or by a verb of how it came to be: the old railway, which was built in 1913.
func (f finder) isOfThing(e *event.Event, d *mention.Date) bool {
	c := innermost(e, d)
	if c == nil || c.Link != lang.Relative || e.IsUnder(c) || c.Contains(e.Trigger) ||
		e.Clause.Predicate.Noun && f.happens(c) { // a raid in Gao, which happened on Sunday
		return false
	}
	s := e.Sentence
	last := s.TokensIn(c.Span).From - 1
	comma := false
	for last > 0 && s.Tokens.Tagged(last, ",", "IN") {
		comma = comma || s.Tokens[last].Tag == ","
		last--
	}
	g := s.GroupTo(last)
	if slices.Contains(f.Rules.Grammar.Founding, c.Predicate.Lemma) {
		return !slices.Contains(e.Clauses, c)
	}
	return comma && g != nil && !g.Span.Overlaps(e.Trigger) && !f.Class(g).Is(rules.Happening)
}

// happens reports whether a clause only tells that something happened: which occurred on
// Sunday, which took place on Sunday.
func (f finder) happens(c *lang.Clause) bool {
	lemma := c.Predicate.Lemma
	if g := c.Arg(lang.Object); g != nil && slices.Contains(f.Rules.Modality.Happening, lemma+" "+g.Lemma) {
		return true
	}
	return slices.Contains(f.Rules.Modality.Happening, lemma)
}

// datesNoun reports whether a date stands before a noun that it tells the year or day of, in which
// the event is not told: broke the [2015] peace deal.
func (f finder) datesNoun(e *event.Event, d *mention.Date) bool {
	s := e.Sentence
	in := s.TokensIn(d.Span)
	if !s.Tokens.Tagged(in.From-1, "DT", "PRP$", "POS") || s.Tokens[in.To-1].Tag != "CD" {
		return false // opened fire at a Sunday service
	}
	for k := in.To - 1; k <= in.To; k++ {
		if g := s.GroupAt(k); g != nil && !g.Time && g.Head >= in.To && !g.Span.Overlaps(e.Trigger) {
			return !slices.ContainsFunc(e.Clauses, func(c *lang.Clause) bool { return c.Group == g })
		}
	}
	return false
}

// datesToll reports whether a date tells when the toll of an event was given, and not
// when it happened: the death toll from an air strike rose to 22 on Sunday; by Friday the
// toll was 13.
func (f finder) datesToll(e *event.Event, d *mention.Date) bool {
	for c := range e.ClausesAbove() {
		if c.Verb == nil {
			continue
		}
		subject := c.Arg(lang.Subject)
		return subject != nil && e.Trigger.End <= c.Verb.Start && (c.Verb.End <= d.Start || d.End <= subject.Start) && f.isToll(e.Sentence, subject)
	}
	return false
}

// isReached reports whether a date tells by when so many had died, and not when they did:
// by Monday 34 bodies had been counted.
func isReached(e *event.Event, d *mention.Date) bool {
	s, p := e.Sentence, e.Clause.Predicate
	return (e.Rule.Result || e.Rule.Act == "kill") && p.Perfect && p.Tense == lang.Past && s.Tokens.Is(s.TokensIn(d.Span).From-1, "by")
}

// isToll reports whether a noun group is the sum of the dead or wounded so far: the
// toll, the number of dead.
func (f finder) isToll(s *lang.Sentence, g *lang.NounGroup) bool {
	return slices.ContainsFunc(f.Casualties(s), func(c casualty.Casualty) bool {
		return c.Toll == casualty.TollTotal && g.Contains(c.Anchor)
	})
}

// isPartedFrom reports whether a semicolon parts an event from a date after it: he
// was shot in the stomach; he died on Sunday.
func isPartedFrom(e *event.Event, d *mention.Date) bool {
	s := e.Sentence
	return e.Trigger.End < d.Start && strings.Contains(s.Text[e.Trigger.End-s.Start:d.Start-s.Start], ";")
}

// besideCue is how many bytes may part the date of a saying from its cue.
const besideCue = 2

// isBetween reports whether a date stands between a verb of saying and what is said:
// told reporters on Friday that rebels had attacked.
func isBetween(d *mention.Date, a *attribution.Attribution) bool {
	return len(a.Content) > 0 && a.Cue.End <= d.Start && d.End <= a.Content[0].Start
}

// isBehind reports whether a date ends how something is said that stands before its verb of
// saying: …, the ministry said in a statement on Tuesday.
func isBehind(s *lang.Sentence, d *mention.Date, a *attribution.Attribution) bool {
	n := len(a.Content)
	if n == 0 || a.Content[n-1].End > a.Cue.Start || d.Start < a.Cue.End {
		return false
	}
	for k := s.TokensIn(a.Cue.Span).To; k < len(s.Tokens) && s.Tokens[k].Start < d.Start; k++ {
		if s.Tokens.Mark(k) != 0 || s.Tokens.Tagged(k, "CC", "WDT", "WP", "WRB") || s.VerbAt(k) != nil {
			return false
		}
	}
	return true
}

// datesSaying reports whether the date tells when a source told of the event,
// as in "police said on Sunday", "the paper reported on November 19".
func (f finder) datesSaying(e *event.Event, d *mention.Date) bool {
	in := f.AttributionIndex().In(e.Sentence.Index)
	for i := range in {
		a := &in[i]
		if says(a, e.Trigger) && !says(a, d.Span) && (a.Cue.Distance(d.Span) <= besideCue || isBetween(d, a) || isBehind(e.Sentence, d, a)) {
			return true
		}
	}
	return false
}
