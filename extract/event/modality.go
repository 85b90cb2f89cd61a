package event

import (
	"slices"
	"strings"

	"sitrep/extract/lang"
	"sitrep/extract/record"
)

// maxDepth is how many clauses up the modality of a clause is looked for.
const maxDepth = 6

// modality returns whether the text presents an act as having happened, as
// planned, as hypothetical or as negated. It looks at the clause's own
// negation, tense and modal verb, at the words before an event noun, and at the
// verbs and nouns that govern the clause.
func (f *finder) modality(k *candidate) string {
	if k.Rule.Modality != "" {
		return k.Rule.Modality
	}
	c := k.Clause
	if c.Predicate.Noun {
		if m := f.nominalModality(c); m != "" {
			if m != record.Negated && f.clauseModality(c, 0) == record.Negated {
				return record.Negated // a planned march was called off
			}
			return m
		}
		if l := f.light(c, k.Rule); l != nil && l.Modality == record.Planned {
			return record.Planned // called for a march
		}
	}
	if c.Predicate.Noun && (c.Group.Det == "the" || c.Group.Possessor != nil) && c.Group.IsAnswered() {
		return record.Actual // vowed revenge for the killing of the six
	}
	if (k.Rule.Result || k.Rule.Act == "kill") && f.isSubjectOfOtherAct(c) {
		return record.Actual
	}
	if k.Rule.Act == "protest" && c.Link == lang.Purpose && c.Parent != nil && c.Parent.Predicate.Tense == lang.Past {
		c = c.Parent // marched on the ministry to protest: the march is the protest
	}
	if m := f.clauseModality(c, 0); m != "" {
		return m
	}
	return record.Actual
}

// isSubjectOfOtherAct reports whether the clause is an event noun that is the
// subject of a verb with an act of its own, as in "his death will weaken them":
// the future is the verb's, the death has happened.
func (f *finder) isSubjectOfOtherAct(c *lang.Clause) bool {
	p := c.Parent
	return c.Predicate.Noun && p != nil && p.Arg(lang.Subject) == c.Group && p.Predicate.Voice == lang.Active && f.light(c, nil) == nil
}

// nominalModality returns the modality that the words before an event noun give
// it, or a noun that it depends on, or "".
func (f *finder) nominalModality(c *lang.Clause) string {
	if c.Predicate.Negated {
		return record.Negated // no attack
	}
	g := c.Group
	if f.isOfNothing(g) {
		return record.Negated // no reports of clashes
	}
	for i := g.First; i < g.Head; i++ {
		if m := modalityIn(f.set.Modality.Modifiers, g.Sentence.Tokens[i].Lower); m != "" && g.Sentence.Tokens[i+1].Tag != "CD" {
			return m // a possible attack, but a further 30 deaths
		}
	}
	for _, o := range c.Sentence.Clauses {
		if o.Kind == lang.Nominal && isContentOf(g, o) {
			if m := modalityIn(f.set.Modality.Nouns, o.Predicate.Lemma); m != "" {
				return m // threat of attack
			}
		}
	}
	return ""
}

// isContentOf reports whether a noun group says what the noun of another clause
// is about, as "an offensive" does in "plans for an offensive".
func isContentOf(g *lang.NounGroup, noun *lang.Clause) bool {
	for _, a := range noun.Args {
		if a.Group != g || a.Function != lang.Oblique {
			continue
		}
		switch a.Prep {
		case "of", "for", "to", "against":
			return true
		}
	}
	return false
}

// clauseModality returns the modality that the clause's own verb gives it, else
// the clauses that govern it, or "" where none of them has one.
func (f *finder) clauseModality(c *lang.Clause, depth int) string {
	if depth > maxDepth {
		return ""
	}
	p := c.Parent
	if sharesAuxiliary(c) {
		return f.clauseModality(p, depth+1)
	}
	if !c.Predicate.Noun {
		if m := f.verbModality(c); m != "" {
			return m
		}
		if depth == 0 && isOfNobody(c.Arg(lang.Object)) {
			return record.Negated // lost no men; but an attack that killed no one was one
		}
	}
	switch {
	case p == nil:
		return ""
	case c.Link == lang.Adverbial && contains(f.set.Modality.Following, c.Mark):
		return f.followingModality(c, depth)
	case c.Link == lang.Coordinate && c.Kind == lang.Infinite:
		return f.clauseModality(p, depth+1) // plan to storm the base and to burn it
	case !f.isGoverned(c):
		return ""
	}
	return f.governedModality(c, depth)
}

// verbModality returns the modality that a verb's own clause gives it, or "".
func (f *finder) verbModality(c *lang.Clause) string {
	v := &c.Predicate
	switch {
	case modalityIn(f.set.Modality.Marks, c.Mark) == record.Hypothetical || c.Link == lang.Conditional:
		return record.Hypothetical // asked if they will move in
	case v.Negated && v.Modal == "" || hasNegatedSubject(c):
		return record.Negated // did not attack; nobody attacked
	case v.Modal != "":
		if m := f.modalVerbModality(c); m != "" {
			return m
		}
	case v.Tense == lang.Future:
		return f.futureModality(c)
	case f.isNearlyDone(c), f.isWayOf(c):
		return record.Hypothetical
	}
	return f.markModality(c)
}

// isWayOf reports whether a verb tells what somebody does in general and no act: it only hits military
// targets.
func (f *finder) isWayOf(c *lang.Clause) bool {
	if c.Verb == nil || c.Predicate.Tense != lang.Present {
		return false
	}
	t := c.Sentence.Tokens
	return contains(f.set.Modality.Ways, t.At(c.Verb.Main-1).Lower) || contains(f.set.Modality.Ways, t.At(c.Verb.Main+1).Lower)
}

// isNearlyDone reports whether an adverb says that an act was not completed: almost killed.
func (f *finder) isNearlyDone(c *lang.Clause) bool {
	return c.Verb != nil && contains(f.set.Modality.Whole, c.Predicate.Lemma) && contains(f.set.Modality.Nearly, c.Sentence.Tokens.At(c.Verb.Main-1).Lower)
}

// futureModality returns what a verb in the future is: hypothetical where it is
// only feared or hoped for, as in "fears that they will attack", else planned.
func (f *finder) futureModality(c *lang.Clause) string {
	if p := c.Parent; c.Link == lang.Complement && p != nil && contains(f.set.Modality.Guessing, p.Predicate.Lemma) {
		return record.Hypothetical
	}
	return record.Planned
}

// modalVerbModality returns the modality that a modal verb gives its clause, as
// in "could attack", or "".
func (f *finder) modalVerbModality(c *lang.Clause) string {
	v := &c.Predicate
	m := modalityIn(f.set.Modality.Modals, v.Modal)
	switch {
	case m == "", !v.Negated && v.Modal == "could" && contains(f.set.Modality.Sensing, v.Lemma):
		return "" // gunfire could be heard
	case v.Negated && v.Perfect:
		return record.Negated // could not have fired
	case (v.Modal == "would" || v.Modal == "must") && c.Parent != nil && !v.Perfect:
		return record.Planned // said that they would attack
	}
	return m
}

// markModality returns the modality that the clause's subordinator gives it, or
// "". After "before" and "until" an act is planned, except where it is told in
// the past, as in "fought until they fled".
func (f *finder) markModality(c *lang.Clause) string {
	m := modalityIn(f.set.Modality.Marks, c.Mark)
	if m == record.Planned && isPast(c) {
		return ""
	}
	return m
}

// isPast reports whether a clause is told in the past: by its own tense, or, as
// a participle, by that of the clause above, as in "shot him before fleeing", "shot two,
// wounding one before being arrested".
func isPast(c *lang.Clause) bool {
	return c.Predicate.Tense == lang.Past || c.Kind == lang.Participle && c.Parent != nil && isPast(c.Parent)
}

// followingModality returns the modality of a clause of time whose act comes
// before or after that of the clause above: it is planned where that one is yet
// to come, as in "will go home after taking the town", or "".
func (f *finder) followingModality(c *lang.Clause, depth int) string {
	present := c.Predicate.Tense == lang.Present && !c.Predicate.Perfect
	switch f.clauseModality(c.Parent, depth+1) {
	case record.Hypothetical:
		if present || c.Kind == lang.Participle {
			return record.Planned // asked whether they will go home after taking the town
		}
	case record.Planned:
		if present {
			return record.Planned // will go home once they take the town
		}
	}
	return ""
}

// sharesAuxiliary reports whether the clause is coordinated with one whose
// auxiliary is meant for both, as in "will free land and enable a return".
func sharesAuxiliary(c *lang.Clause) bool {
	p := c.Parent
	if c.Link != lang.Coordinate || p == nil || c.Verb == nil || p.Verb == nil || !isBareForm(c.Verb) || hasOwnSubject(c) {
		return false
	}
	return p.Kind == lang.Infinite || p.Predicate.Modal != "" || p.Predicate.Tense == lang.Future || sharesAuxiliary(p)
}

// isBareForm reports whether a verb stands in its base form without an
// auxiliary. The tagger cannot tell that form from a present tense.
func isBareForm(v *lang.VerbGroup) bool {
	return v.Modal == "" && !v.Negated && v.First == v.Main && (v.Form == "VB" || v.Form == "VBP")
}

// hasOwnSubject reports whether the clause has a subject that is not taken over
// from another clause.
func hasOwnSubject(c *lang.Clause) bool {
	return slices.ContainsFunc(c.Args, func(a lang.Arg) bool { return a.Function == lang.Subject && !a.Shared })
}

// isOfNothing reports whether the noun group says of what there was no word or sign:
// no reports of clashes, no evidence of an attack.
func (f *finder) isOfNothing(g *lang.NounGroup) bool {
	t := g.Sentence.Tokens
	if g.First < 2 || !t.Is(g.First-1, "of") {
		return false
	}
	h := g.Sentence.GroupAt(g.First - 2)
	return h != nil && h.Det == "no" && contains(f.set.Modality.Absent, h.Lemma)
}

// hasNegatedSubject reports whether the clause says that nobody did it, as in "no
// soldiers were killed". It is false for a subject taken over from the governing
// verb, which is where it counts: "nobody tried to flee".
func hasNegatedSubject(c *lang.Clause) bool {
	var s *lang.NounGroup
	for _, a := range c.Args {
		if a.Function == lang.Subject {
			if a.Shared && c.Link == lang.Complement {
				return false
			}
			s = a.Group
			break
		}
	}
	if s == nil {
		return false
	}
	if s.First > 0 && s.Sentence.Tokens.Is(s.First-1, "nor") {
		return true // neither the army nor the rebels
	}
	return isOfNobody(s)
}

// isOfNobody reports whether a noun group stands for nobody: no soldiers, none. No fewer
// than nine soldiers are some.
func isOfNobody(g *lang.NounGroup) bool {
	if g == nil {
		return false
	}
	return g.Det == "no" && g.Numeral.Empty() || g.Det == "neither" || strings.EqualFold(g.Text(), "none") || g.Lemma == "nobody"
}

// modalityIn returns the modality under which a table lists the word, or "".
func modalityIn(table map[string][]string, word string) string {
	for _, m := range []string{record.Actual, record.Negated, record.Planned, record.Hypothetical} {
		if contains(table[m], word) {
			return m
		}
	}
	return ""
}
