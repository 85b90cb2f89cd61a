package setting

import (
	"slices"
	"strings"

	"sitrep/extract/event"
	"sitrep/extract/lang"
	"sitrep/extract/mention"
)

// dateOf returns the date of an event: of those in its sentence that date neither
// the saying of it nor another clause, the one in the clause that tells it, else
// the nearest to its trigger. It is nil where there is none.
func (f finder) dateOf(e *event.Event) *mention.Date {
	ds := f.Dates(e.Sentence)
	var best *mention.Date
	for i := range ds {
		d := &ds[i]
		if d.Next && e.Trigger.End <= d.Start || f.datesSaying(e, d) || isPartedFrom(e, d) || isOfEarlier(e, d) || isRecordSince(e, d) {
			continue
		}
		if best == nil || isNearer(e, d, best) {
			best = d
		}
	}
	return best
}

// isNearer reports whether a date is more likely that of an event than another
// one.
func isNearer(e *event.Event, d, o *mention.Date) bool {
	if a, b := isOfOther(e, d), isOfOther(e, o); a != b {
		return b
	}
	return d.Distance(e.Trigger) < o.Distance(e.Trigger)
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
		if c.Verb != nil {
			first := firstOfPair(c)
			return first != nil && first.End <= d.Start && d.End <= c.Verb.Start && !afterCoordinator
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
	var in *lang.Clause
	for _, c := range e.Sentence.Clauses {
		if c.Verb != nil && c.Contains(d.Span) && (in == nil || c.Start > in.Start) {
			in = c
		}
	}
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
// greater than the event before it: the deadliest attack since 2014; the first raid
// here since May.
func isRecordSince(e *event.Event, d *mention.Date) bool {
	if d.Start < e.Trigger.End {
		return false
	}
	ts := e.Sentence.Tokens
	at := e.Sentence.TokensIn(d.Span).From
	for k := at - 1; k >= 0 && !ts.FiniteVerb(k); k-- {
		if ts.Tagged(k, "JJS", "RBS") && !ts.Is(k-1, "at") || ts.Is(k, "first") {
			return ts.Is(at, "since") || ts.Is(at-1, "since")
		}
	}
	return false
}

// isPartedFrom reports whether a semicolon parts an event from a date after it: he
// was shot in the stomach; he died on Sunday.
func isPartedFrom(e *event.Event, d *mention.Date) bool {
	s := e.Sentence
	return e.Trigger.End < d.Start && strings.Contains(s.Text[e.Trigger.End-s.Start:d.Start-s.Start], ";")
}

// besideCue is how many bytes may part the date of a saying from its cue.
const besideCue = 2

// datesSaying reports whether the date tells when a source told of the event,
// as in "police said on Sunday", "the paper reported on November 19".
func (f finder) datesSaying(e *event.Event, d *mention.Date) bool {
	all := f.Attributions()
	for i := range all {
		a := &all[i]
		if a.Sentence == e.Sentence.Index && a.Cue.Distance(d.Span) <= besideCue && says(a, e.Trigger) && !says(a, d.Span) {
			return true
		}
	}
	return false
}
