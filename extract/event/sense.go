package event

import (
	"slices"
	"strings"
	"unicode"

	"sitrep/extract/lang"
	"sitrep/extract/mention"
	"sitrep/extract/rules"
)

// Here is what settles for every rule alike that the words of a clause are not meant
// in a sense of conflict: who does it, to what, by how much and with what.

// isOtherSense reports whether what stands in the clause leaves a rule no sense of
// conflict.
func (f *finder) isOtherSense(r *rules.Rule, slots []slot) bool {
	return f.isDoneByNobody(r, slots) || f.isDoneToAnimals(r, slots) || f.isByMargin(slots) || f.isHarmless(slots) || f.isPrivate(slots)
}

// isLifeTold reports whether a relative clause only says in which year somebody died whom
// the text speaks of by name: Hugo Marin, who died in 2013, had founded the party.
func (f *finder) isLifeTold(c *lang.Clause) bool {
	if c.Link != lang.Relative || !contains(f.set.Grammar.Dying, c.Predicate.Lemma) {
		return false
	}
	year := false
	for _, a := range c.Args {
		switch {
		case a.Function == lang.Subject:
			if !a.Group.Proper || a.Group.Number == lang.Plural || !a.Group.Numeral.Empty() {
				return false
			}
		case isYear(a.Group):
			year = true
		default:
			return false
		}
	}
	return year
}

// isJudgement reports whether an event noun is only what somebody calls another act: called
// the raid [a massacre]; described the clash as [an ambush].
func (f *finder) isJudgement(c *lang.Clause) bool {
	p := c.Parent
	if !c.Predicate.Noun || p == nil || !contains(f.set.Grammar.Judging, p.Predicate.Lemma) {
		return false
	}
	for _, a := range p.Args {
		if a.Group == c.Group {
			return a.Function == lang.Object && (p.Arg(lang.Indirect) != nil || p.Predicate.Voice == lang.Passive) || a.Function == lang.Oblique && a.Prep == "as"
		}
	}
	return false
}

// isYear reports whether a group is a year alone.
func isYear(g *lang.NounGroup) bool {
	t := g.Text()
	return len(t) == 4 && g.First == g.Last && t >= "1000" && t <= "2999"
}

// nobody holds the classes of what does nothing on purpose.
const nobody = rules.Nature | rules.Disease | rules.Animal

// isDoneByNobody reports whether the weather, an illness or an animal is all that did
// it, as in "hail destroyed the harvest", "was killed by wolves".
func (f *finder) isDoneByNobody(r *rules.Rule, slots []slot) bool {
	if a := r.Roles.Actor; a != nil && a.Mask().Is(nobody) {
		return false
	}
	return !mayBeBeast(r) && f.areAll(slots, "subject", nobody)
}

// mayBeBeast reports whether a rule asks for an animal as its subject, which only carries
// what does harm: a mule loaded with explosives blew up.
func mayBeBeast(r *rules.Rule) bool {
	return slices.ContainsFunc(r.Needs, func(n rules.Test) bool { return n.Function == "subject" && n.Mask().Is(rules.Animal) })
}

// isDoneToAnimals reports whether animals are all that it was done to, as in "shot three
// rhinos", and the rule does not ask for them.
func (f *finder) isDoneToAnimals(r *rules.Rule, slots []slot) bool {
	t := r.Roles.Target
	if t == nil || len(t.Kinds) == 0 || t.Mask().Is(rules.Animal) || !hasFunction(t, "object") {
		return false
	}
	return f.areAll(slots, "object", rules.Animal)
}

// areAll reports whether the slots of a function are nouns of nothing but the classes,
// none of them a name, and there are any. What comes in waves or swarms is what stands
// after of: a wave of attacks.
func (f *finder) areAll(slots []slot, function string, classes rules.Class) bool {
	any := false
	for i := range slots {
		s := &slots[i]
		if s.function != function || s.weak {
			continue
		}
		if s.group.Proper && s.group.First > 0 || isOf(s.group) || !f.reading.Is(s.group, classes) || f.class(s.group)&^classes != 0 {
			return false
		}
		any = true
	}
	return any
}

// isOf reports whether of follows a group.
func isOf(g *lang.NounGroup) bool {
	t := g.Sentence.Tokens
	return g.Last+1 < len(t) && t[g.Last+1].Lower == "of"
}

// isByMargin reports whether a clause says by how much somebody won, as in "crushed the
// visitors by 40 points".
func (f *finder) isByMargin(slots []slot) bool {
	return lang.AnyIn(0, len(slots), func(i int) bool {
		s := &slots[i]
		return s.has("by") && !s.group.Numeral.Empty() && contains(f.set.Grammar.Margins, s.group.Lemma)
	})
}

// isHarmless reports whether it was done with or is made of what harms nobody, as in
// "bombarded the minister with questions", "an explosion of joy".
func (f *finder) isHarmless(slots []slot) bool {
	return lang.AnyIn(0, len(slots), func(i int) bool {
		s := &slots[i]
		return (s.function == "with" || s.function == "of") && contains(f.set.Grammar.Harmless, s.group.Lemma)
	})
}

// isPrivate reports whether people did it to those they live with, or over what people
// of no side fight over, as in "was stabbed by her former husband", "shot his wife",
// "killed a guest in a burglary".
func (f *finder) isPrivate(slots []slot) bool {
	g := &f.set.Grammar
	for i := range slots {
		s := &slots[i]
		switch s.function {
		case "subject":
			if !s.weak && lang.Singular == s.group.Number && f.groupEndsIn(s.group, g.Intimates) {
				return true
			}
		case "over":
			if f.groupEndsIn(s.group, g.Quarrels) {
				return true
			}
		case "in":
			if f.groupEndsIn(s.group, g.Crimes) {
				return true
			}
		case "object":
			if o := s.group; o.Coordinated == nil && (o.Det == "his" || o.Det == "her") && contains(g.Family, o.Lemma) && f.isDoneByOne(slots) {
				return true
			}
		}
	}
	return false
}

// isDoneByOne reports whether one person of no side is all that did it, and the clause
// itself says so.
func (f *finder) isDoneByOne(slots []slot) bool {
	one := false
	for i := range slots {
		if s := &slots[i]; s.function == "subject" {
			c := f.class(s.group)
			if one || s.shared || s.group.Pronoun || s.group.Number == lang.Plural || s.group.Proper || c.Is(rules.Force|rules.Government|rules.Group) {
				return false
			}
			one = true
		}
	}
	return one
}

// groupEndsIn reports whether the head of a group, or it and the word before it, are in
// a list.
func (f *finder) groupEndsIn(g *lang.NounGroup, list []string) bool {
	return contains(list, g.Lemma) || g.Head > g.First && contains(list, g.Sentence.Tokens[g.Head-1].Lower+" "+g.Lemma)
}

// isMonth reports whether a predicate is the name of a month in a date with a number, as in
// "Incident log, 12-18 March": a heading has no words around it that would tell the tagger.
func (f *finder) isMonth(c *lang.Clause) bool {
	p := &c.Predicate
	if p.Text != "March" && p.Text != "MARCH" {
		return false
	}
	return slices.ContainsFunc(f.reading.Dates(c.Sentence), func(d mention.Date) bool {
		return d.Overlaps(p.Span) && strings.ContainsFunc(d.Text, unicode.IsDigit)
	})
}
