package role

import (
	"slices"

	"sitrep/extract/article"
	"sitrep/extract/event"
	"sitrep/extract/lang"
)

// judges reports whether a group is who only speaks or thinks of an act that others did and
// that an event noun names: [the party] called the raid a massacre; but not called a strike.
// Nor is it done by those who have not claimed it or have yet to, or by those who answer it: [the
// army] bombed [the camp] in revenge for the killing of a chief.
func (f *frame) judges(g *lang.NounGroup) bool {
	noun, p := f.Clause.Group, f.Clause.Parent
	if f.Sentence.IsAcrossAnswer(f.Trigger, g.Span) {
		return true
	}
	if noun == nil || p == nil || p.Predicate.Voice == lang.Passive {
		return false
	}
	grammar := &f.reading.Rules.Grammar
	if slices.Contains(grammar.Claiming, p.Predicate.Lemma) {
		return (p.Predicate.Negated || p.IsYetToCome()) && isSubject(p, g)
	}
	if !slices.Contains(grammar.Judging, p.Predicate.Lemma) {
		return false
	}
	if noun.Det != "the" && noun.Det != "this" && noun.Possessor == nil && p.Arg(lang.Indirect) != noun {
		return false
	}
	return isSubject(p, g)
}

// isSubject reports whether a group is the subject of a clause, or one of several.
func isSubject(c *lang.Clause, g *lang.NounGroup) bool {
	s := c.Arg(lang.Subject)
	return s != nil && (s == g || slices.Contains(s.Conjuncts, g))
}

// isOfOtherAct reports whether a group is who acts in the main clause while the event, with a
// subject of its own, goes on beside it: [rebels] seize Goma as mortar fire kills 12. It did
// not do that for all that the text says.
func (f *frame) isOfOtherAct(g *lang.NounGroup) bool {
	if f.isDoerOfDated(g) || f.isBesideAgent(g) || event.IsWhereWorst(f.reading, f.Clause, g) {
		return true
	}
	c := f.Clause
	if c.Predicate.Noun {
		c = c.Parent
	}
	if c == nil || c.Link != lang.Adverbial || c.Mark != "as" && c.Mark != "while" || c.Parent == nil || holds(f.actors, g) {
		return false
	}
	s := c.Arg(lang.Subject)
	return s != nil && !s.Pronoun && s != g && c.Parent.Arg(lang.Subject) == g && c.Predicate.Voice == lang.Active
}

// isDoerOfDated reports whether a group did the act of the main clause, which the event only dates:
// they were held by [soldiers] a week after the bombing; [police] arrested two men after the attack.
func (f *frame) isDoerOfDated(g *lang.NounGroup) bool {
	c := f.Clause
	if !c.Predicate.Noun || c.Group == nil || c.Group.Det != "the" && c.Sentence.Part != article.Title || c.Parent == nil || c.Parent.Predicate.Noun || holds(f.actors, g) {
		return false
	}
	if slices.ContainsFunc(c.Sentence.Clauses, func(o *lang.Clause) bool { return o.Parent == c.Parent && o.Link == lang.Complement }) {
		return false // the group said after the raid that it had carried it out
	}
	doer, dated := false, false
	for _, a := range c.Parent.Args {
		switch {
		case a.Group == c.Group:
			dated = a.Function == lang.Oblique && slices.Contains(f.reading.Rules.Grammar.Dating, a.Prep)
		case a.Group == g || slices.Contains(a.Group.Conjuncts, g):
			doer = activeFunction(c.Parent, a) == "subject"
		}
	}
	return doer && dated
}

// isBesideAgent reports whether a group belongs to another verb than that of the event, which has
// an agent of its own after "by": was recruited by [a militia] and killed by an air strike.
func (f *frame) isBesideAgent(g *lang.NounGroup) bool {
	c := f.Clause
	if c.Predicate.Noun {
		c = c.Parent
	}
	if c == nil || c.Predicate.Voice != lang.Passive || c.Link != lang.Coordinate || c.Arg(lang.By) == nil || holds(f.actors, g) {
		return false
	}
	return slices.ContainsFunc(c.Sentence.Clauses, func(o *lang.Clause) bool {
		return o != c && !o.Predicate.Noun && o.Start < c.Start && haveOneSubject(o, c) &&
			slices.ContainsFunc(o.Args, func(a lang.Arg) bool { return a.Group == g && (a.Function == lang.By || a.Function == lang.Oblique) })
	})
}

// haveOneSubject reports whether two clauses have the same subject.
func haveOneSubject(a, b *lang.Clause) bool {
	x := a.Arg(lang.Subject)
	return x != nil && x == b.Arg(lang.Subject)
}

// isTakenPlace reports whether a group is a pronoun for the place that changes hands, which is where
// the event was and no target: troops retook [it] a week later.
func (f *frame) isTakenPlace(g *lang.NounGroup) bool {
	return g.Pronoun && g.Lemma == "it" && (f.Rule.Act == "capture" || f.Rule.Act == "retake") && f.Clause.Arg(lang.Object) == g
}
