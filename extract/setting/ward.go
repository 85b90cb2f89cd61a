package setting

import (
	"slices"

	"sitrep/extract/lang"
)

// mayTellOfTreatment reports whether the clauses may tell of where the wounded
// were taken or died, which is not where they were hurt.
func (s *search) mayTellOfTreatment() bool {
	return s.strict || slices.ContainsFunc(s.event.Clauses, func(c *lang.Clause) bool {
		g := c.Arg(lang.Subject)
		return slices.Contains(s.Rules.Grammar.Dying, c.Predicate.Lemma) || g != nil && !c.Predicate.Noun && c.Predicate.Voice == lang.Active && s.isWard(g)
	})
}

// isHospital reports whether the group is a hospital or where one is, as in
// "at a hospital in Raipur". What happens beside one, or is done to one, does not happen to
// those taken there: "shot outside the hospital", "occupied the hospital".
func (f finder) isHospital(g *lang.NounGroup) bool {
	return f.hospitals.Of(g, f.looksLikeHospital)
}

func (f finder) looksLikeHospital(g *lang.NounGroup) bool {
	if slices.Contains(f.Rules.Grammar.Beside, f.prepositionBefore(g)) || isObject(g) {
		return false
	}
	if f.isWard(g) || slices.ContainsFunc(g.Conjuncts, f.isWard) || f.isCarriedTo(g) {
		return true
	}
	if slices.ContainsFunc(g.Attached, func(at *lang.Attachment) bool { return at.Prep == "of" && f.isWard(at.Group) }) {
		return true // the National Institute of Medical Sciences
	}
	t, i := g.Sentence.Tokens, g.First-1
	for i >= 0 && (t[i].Tag == "IN" || t[i].Tag == ",") {
		i--
	}
	before := g.Sentence.GroupTo(i)
	return before != nil && i < g.First-1 && f.isHospital(before)
}

// isObject reports whether a group is the object of a verb.
func isObject(g *lang.NounGroup) bool {
	return slices.ContainsFunc(g.Sentence.Clauses, func(c *lang.Clause) bool {
		return !c.Predicate.Noun && slices.ContainsFunc(c.Args, func(a lang.Arg) bool { return a.Group == g && a.Function == lang.Object })
	})
}

// isWard reports whether a group names a place where the wounded are taken, by its noun
// or by that and the word before it, as in "the clinic", "a medical centre".
func (f finder) isWard(g *lang.NounGroup) bool {
	w := f.Rules.Grammar.Wards
	return slices.Contains(w, g.Lemma) || g.Head > g.First && slices.Contains(w, g.Sentence.Tokens[g.Head-1].Lower+" "+g.Lemma)
}

// isCarriedTo reports whether people who were hurt elsewhere were brought to a group or are made
// well there, as in "eight were airlifted to Raipur, where two of them died", "the wounded were taken
// to Gao", "the driver is being treated in Bunia".
func (f finder) isCarriedTo(g *lang.NounGroup) bool {
	prep := f.prepositionBefore(g)
	if prep != "to" && prep != "in" && prep != "at" {
		return false
	}
	return slices.ContainsFunc(g.Sentence.Clauses, func(c *lang.Clause) bool {
		is := slices.ContainsFunc(c.Args, func(a lang.Arg) bool { return a.Group == g && a.Prep == prep })
		if !is || c.Predicate.Noun {
			return false
		}
		if prep != "to" {
			return slices.Contains(f.Rules.Grammar.Treating, c.Predicate.Lemma) && (c.Predicate.Voice == lang.Passive || c.Arg(lang.Object) == nil)
		}
		whom := c.Arg(lang.Subject)
		return c.Predicate.Voice == lang.Passive && (slices.Contains(f.Rules.Grammar.Evacuating, c.Predicate.Lemma) ||
			whom != nil && slices.Contains(f.Rules.Grammar.Carrying, c.Predicate.Lemma) && f.areHurt(whom))
	})
}

// areHurt reports whether a group is people who were hurt or died, as in "the wounded", "two
// survivors", "the bodies".
func (f finder) areHurt(g *lang.NounGroup) bool {
	return slices.Contains(f.Rules.Grammar.Patients, g.Lemma) || slices.Contains(f.Rules.Grammar.Patients, g.Sentence.Tokens[g.Head].Lower)
}
