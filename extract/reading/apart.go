package reading

import (
	"slices"

	"sitrep/extract/article"
	"sitrep/extract/lang"
)

// IsSetApart reports whether a clause behind the act begins with a place of its own, and span stands
// in it: a brigade [was formed], and in Colombia, [rebels ambushed a patrol near Pasto]; shops [were
// looted], while in [Karachi], a bomb went off.
func (r *Reading) IsSetApart(s *lang.Sentence, act, span article.Span) bool {
	return slices.ContainsFunc(s.Clauses, func(c *lang.Clause) bool {
		g := r.frontedPlace(c)
		return g != nil && g.Start >= act.End && g.Start <= span.Start
	})
}

// frontedPlace returns the place before the subject of a clause that stands behind another one, or
// nil.
func (r *Reading) frontedPlace(c *lang.Clause) *lang.NounGroup {
	subject := c.Arg(lang.Subject)
	if c.Kind != lang.Finite || c.Link == lang.Relative || subject == nil {
		return nil
	}
	for _, a := range c.Args {
		if a.Function == lang.Oblique && !a.Shared && a.Group.End < subject.Start && slices.Contains(r.Rules.Grammar.Where, a.Prep) && isBehindVerb(a.Group) && r.PlaceIn(a.Group) != nil {
			return a.Group
		}
	}
	return nil
}

// isBehindVerb reports whether a finite verb stands before the group in its sentence.
func isBehindVerb(g *lang.NounGroup) bool {
	return slices.ContainsFunc(g.Sentence.Verbs, func(v *lang.VerbGroup) bool { return v.Finite && v.Last < g.First })
}
