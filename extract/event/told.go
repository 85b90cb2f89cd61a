package event

import (
	"sitrep/extract/lang"
	"sitrep/extract/rules"
)

// told returns the slots of those whom a noun or adjective before an event noun
// says did it, or had it done to them.
func (f *finder) told(c *lang.Clause) []slot {
	g := c.Group
	if g == nil {
		return nil
	}
	if x := f.marker(c); x != nil {
		return f.doers(x)
	}
	if g.First < 2 {
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
	case prep == "for" && contains(f.set.Grammar.Blames, word.Lemma):
		if x := blamed(g.Sentence, g.First-2); x != nil {
			return f.doers(x)
		}
	case prep == "in" && contains(f.set.Grammar.Shares, word.Lemma):
		if x := sharer(g.Sentence, g.First-2); x != nil {
			return f.doers(x)
		}
	case (prep == "of" || prep == "to") && contains(f.set.Grammar.Victims, word.Lemma):
		if x := called(g.Sentence, g.First-2); x != nil {
			return f.appendSlots(nil, slot{function: "object", group: x})
		}
	}
	return nil
}

// doers returns the slots of a group of which it is said that it did an act.
func (f *finder) doers(g *lang.NounGroup) []slot {
	out := f.appendSlots(nil, slot{function: "subject", group: g, told: true})
	return out
}

// marker returns the group whose mark an act has, as in "the raid bears the hallmarks
// of a rebel cell", "the blast was the work of the militia", or nil.
func (f *finder) marker(c *lang.Clause) *lang.NounGroup {
	v := c.Parent
	if v == nil || v.Predicate.Noun || v.Predicate.Voice == lang.Passive || v.Predicate.Negated || v.Arg(lang.Subject) != c.Group {
		return nil
	}
	for _, x := range c.Sentence.Nouns {
		if x.Start < v.Predicate.End || !contains(f.set.Grammar.Marks, x.Lemma) || x.Sentence.Tokens[x.First].Lower == "no" {
			continue
		}
		for _, at := range x.Attached {
			if at.Prep == "of" && at.At == x.Last+1 {
				return at.Group
			}
		}
	}
	return nil
}

// blamed returns the group on which the blame falls whose noun is token k, as in "put
// the blame for the raid on the militia", or nil.
func blamed(s *lang.Sentence, k int) *lang.NounGroup {
	for _, v := range s.Clauses {
		if v.Predicate.Noun || v.Predicate.Negated {
			continue
		}
		has := false
		for _, a := range v.Args {
			has = has || a.Group.Head == k
			if has && a.Function == lang.Oblique && a.Prep == "on" {
				return a.Group
			}
		}
	}
	return nil
}

// sharer returns the group that has the part in an act whose noun is token k, as in
// "Russia's role in the raid", "the army played a part in it", or nil.
func sharer(s *lang.Sentence, k int) *lang.NounGroup {
	for _, x := range s.Nouns {
		if x.Head == k && x.Possessor != nil {
			return x.Possessor
		}
	}
	for _, v := range s.Clauses {
		if v.Predicate.Noun || v.Predicate.Negated || v.Predicate.Lemma == "deny" {
			continue
		}
		for _, a := range v.Args {
			switch {
			case a.Group.Head != k:
			case a.Function == lang.Object, v.Predicate.Voice == lang.Passive && a.Function == lang.Oblique && a.Prep == "of":
				return v.Arg(lang.Subject) // played a part in it; was found guilty of complicity in it
			case a.Function == lang.Oblique && a.Prep == "of":
				return v.Arg(lang.Object) // accused him of a role in it
			}
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
