package event

import (
	"sitrep/extract/lang"
	"sitrep/extract/rules"
)

// told returns the slots of those whom a noun or adjective before an event noun
// says did it, or had it done to them.
func (f *finder) told(c *lang.Clause) []slot {
	g := c.Group
	if g == nil || g.First < 2 {
		return nil
	}
	t := g.Sentence.Tokens
	prep, word := t[g.First-1].Lower, t[g.First-2]
	switch {
	case prep == "behind":
		return f.behind(g)
	case prep == "for" && contains(f.set.Grammar.Answering, word.Lower):
		if x := describedBy(g.Sentence, g.First-2); x != nil {
			return f.appendSlots(nil, slot{function: "subject", group: x})
		}
	case (prep == "of" || prep == "to") && contains(f.set.Grammar.Victims, word.Lemma):
		if x := called(g.Sentence, g.First-2); x != nil {
			return f.appendSlots(nil, slot{function: "object", group: x})
		}
	}
	return nil
}

// behind returns those who stand behind an act, as in "the group behind the
// attack"; a place or thing stands behind something else.
func (f *finder) behind(g *lang.NounGroup) []slot {
	for _, x := range g.Sentence.Nouns {
		for _, at := range x.Attached {
			if at.Group == g && at.Prep == "behind" && f.class(x).Is(agent|rules.Person) {
				return f.appendSlots(nil, slot{function: "subject", group: x})
			}
		}
	}
	return nil
}

// describedBy returns the group of which the adjective at token k is said, or nil:
// a group responsible for the attack, the group was responsible for it.
func describedBy(s *lang.Sentence, k int) *lang.NounGroup {
	for _, x := range s.Nouns {
		if x.Last == k-1 && x.Coordinated == nil {
			return x
		}
	}
	for _, v := range s.Clauses {
		if v.Verb != nil && v.Predicate.Lemma == "be" && v.Verb.Last < k && k-v.Verb.Last <= 3 {
			return v.Arg(lang.Subject)
		}
	}
	return nil
}

// called returns the group that is said to be what the group that ends at token k
// names, or nil: soldiers were the targets, women were among the victims.
func called(s *lang.Sentence, k int) *lang.NounGroup {
	for _, v := range s.Clauses {
		if v.Predicate.Noun || v.Predicate.Voice == lang.Passive || v.Predicate.Lemma != "be" && v.Predicate.Lemma != "fall" && v.Predicate.Lemma != "become" {
			continue
		}
		for _, a := range v.Args {
			if a.Group.Last == k && (a.Function != lang.Oblique || a.Prep == "among") && a.Function != lang.Subject {
				return v.Arg(lang.Subject)
			}
		}
	}
	return nil
}
