package setting

import (
	"slices"

	"sitrep/extract/article"
	"sitrep/extract/event"
	"sitrep/extract/lang"
	"sitrep/extract/reading"
)

// isSetApart reports whether a later clause of the event's sentence begins with where it was, and
// span stands there or behind it: a brigade was formed, and in Colombia, [rebels ambushed a patrol
// near Pasto]; shops were looted, while in [Karachi] a bomb went off.
func (f finder) isSetApart(e *event.Event, span article.Span) bool {
	return IsSetApart(f.Reading, e, span)
}

// IsSetApart reports the same of what a reading has read.
func IsSetApart(r *reading.Reading, e *event.Event, span article.Span) bool {
	return slices.ContainsFunc(e.Sentence.Clauses, func(c *lang.Clause) bool {
		g := frontedPlace(r, c)
		return g != nil && g.Start > e.Trigger.End && g.Start <= span.Start && !slices.Contains(e.Clauses, c)
	})
}

// frontedPlace returns the place in a phrase that stands before the subject of a clause in the middle
// of its sentence, or nil.
func frontedPlace(r *reading.Reading, c *lang.Clause) *lang.NounGroup {
	subject := c.Arg(lang.Subject)
	if c.Kind != lang.Finite || c.Link == lang.Relative || subject == nil {
		return nil
	}
	for _, a := range c.Args {
		if a.Function == lang.Oblique && !a.Shared && a.Group.End < subject.Start && a.Group.First > 1 && slices.Contains(r.Rules.Grammar.Where, a.Prep) && r.PlaceIn(a.Group) != nil {
			return a.Group
		}
	}
	return nil
}
