package event

import (
	"slices"

	"sitrep/extract/lang"
	"sitrep/extract/rules"
)

// lent returns the slots that light verbs give the event noun: the subject of
// "launched" in "launched an attack", that of "claimed" in "an attack that rebels
// claimed".
func (f *finder) lent(c *lang.Clause, r *rules.Rule, own []slot) []slot {
	if c.Group == nil {
		return nil
	}
	var out []slot
	if l := f.light(c, r); l != nil {
		out = f.lentBy(c, c.Parent, l, out)
		if l.Against && c.Parent.Predicate.Voice == lang.Active {
			out = defended(out, own)
		}
	}
	if s := f.otherSide(c, r, own); s != nil {
		out = f.appendSlots(out, *s)
	}
	for _, v := range c.Sentence.Clauses {
		if v == c.Parent || v.Predicate.Noun || !isRelativeOn(v, c.Group) {
			continue
		}
		if l := f.lightOf(c, v, r); l != nil {
			out = f.lentBy(c, v, l, out)
		}
	}
	return append(out, f.claimed(c)...)
}

// claimed returns the slots of those who claim an event noun in a relative clause that
// seems to be about what stands between: an attack on a hotel in Aden, [for which the
// militia claimed responsibility].
func (f *finder) claimed(c *lang.Clause) []slot {
	var out []slot
	for _, v := range c.Sentence.Clauses {
		if v.Link != lang.Relative || v.Start < c.Group.End {
			continue
		}
		for _, a := range v.Args {
			if !a.Shared || a.Group.Start < c.Group.End || f.actBetween(c.Group, a.Group) {
				continue
			}
			if l := f.lightFor(v, a.Group, nil); l != nil && l.Told && (a.Prep == "for" || isAttachedTo(a.Group, c.Group)) {
				out = f.claimants(c, v, l, out)
			}
		}
	}
	return out
}

// claimants appends the slots of those who claim the event noun of c by the verb v.
func (f *finder) claimants(c, v *lang.Clause, l *rules.Light, out []slot) []slot {
	for _, s := range f.lentBy(c, v, l, nil) {
		if s.function == "subject" {
			out = append(out, s)
		}
	}
	return out
}

// isAttachedTo reports whether a group stands after a preposition on another.
func isAttachedTo(g, on *lang.NounGroup) bool {
	return slices.ContainsFunc(on.Attached, func(at *lang.Attachment) bool { return at.Group == g })
}

// actBetween reports whether a noun behind group a, up to b, can tell of an act too: an
// attack on a march which police claimed.
func (f *finder) actBetween(a, b *lang.NounGroup) bool {
	return slices.ContainsFunc(a.Sentence.Nouns, func(g *lang.NounGroup) bool {
		return g.Start >= a.End && g.Start <= b.Start && !g.Time && len(f.set.Triggers(g.Lemma, "n")) > 0
	})
}

// otherSide returns the slot of the side that a clash with another was of, where only
// the verb above tells it, as in "troops found rifles after a clash with bandits", or
// nil. Those who were killed in a clash are whom it was done to.
func (f *finder) otherSide(c *lang.Clause, r *rules.Rule, own []slot) *slot {
	v := c.Parent
	if !r.Reciprocal || v == nil || v.Predicate.Noun || has(own, "subject") || !has(own, "with") && !has(own, "against") {
		return nil
	}
	s, prep := v.Arg(lang.Subject), prepositionBefore(c, v)
	if s == nil || !contains(f.set.Grammar.Amid, prep) || prep == "in" && v.Predicate.Voice == lang.Passive || !f.class(s).Is(rules.Force|rules.Crowd) {
		return nil
	}
	return &slot{function: "subject", group: s}
}

// defended returns the slots that a verb like repel lends an event noun. Who beat off an
// assault on something else is not what it was on; where it has no doer of its own, he is
// the side that the sentence speaks of.
func defended(slots, own []slot) []slot {
	if !has(own, "subject") {
		turn(slots)
	} else if has(own, "on") {
		return nil
	}
	return slots
}

// turn makes those to whom an act was done those who did it.
func turn(slots []slot) {
	for i := range slots {
		if slots[i].function == "object" {
			slots[i].function = "subject"
		}
	}
}

// isRelativeOn reports whether the clause is a relative clause, full or reduced,
// on the group: the attack [that rebels claimed].
func isRelativeOn(v *lang.Clause, g *lang.NounGroup) bool {
	if v.Link != lang.Relative {
		return false
	}
	return lang.AnyIn(0, len(v.Args), func(i int) bool { return v.Args[i].Shared && v.Args[i].Group == g })
}

// lentBy appends the slots that the light verb v gives the event noun of c.
func (f *finder) lentBy(c, v *lang.Clause, l *rules.Light, out []slot) []slot {
	other := f.ledTo(v, c.Group)
	for i := range v.Args {
		a := &v.Args[i]
		function := lentFunction(v, a, l)
		if function == "" || a.Group == c.Group || function == "subject" && (l.Told && saidByNobody(v) || isSaidOfNobody(v)) || other != nil && a.Group.Start >= other.Start {
			continue
		}
		g := f.doer(v, *a)
		if function == "subject" && l.Told {
			g = f.spokenFor(f.writer(v, g))
		}
		for _, m := range members(g) {
			out = append(out, slot{function: function, group: m, shared: a.Shared, told: l.Told && function == "subject"})
		}
	}
	return out
}

// ledTo returns the noun of another act to which the verb v goes on from the event noun g, its
// subject, and whose the rest of the clause is, or nil: the massacre followed [an attack] by rebels
// on a camp; the blast came a day after [a shooting] at a mosque.
func (f *finder) ledTo(v *lang.Clause, g *lang.NounGroup) *lang.NounGroup {
	if g == nil || v.Arg(lang.Subject) != g || v.Predicate.Voice == lang.Passive {
		return nil
	}
	for _, a := range v.Args {
		behind := a.Function == lang.Object || a.Function == lang.Oblique && contains(f.set.Grammar.Prompting, a.Prep) || a.Group.IsAnswered()
		if behind && a.Group != g && len(a.Group.Attached) > 0 && len(f.set.Triggers(a.Group.Lemma, "n")) > 0 {
			return a.Group
		}
	}
	return nil
}

// isSaidOfNobody reports whether nobody says that he did what the verb v tells: no group has said that it
// carried out the attack.
func isSaidOfNobody(v *lang.Clause) bool {
	return v.Link == lang.Complement && v.Parent != nil && hasNegatedSubject(v.Parent)
}

// saidByNobody reports whether nobody says of himself what the verb v tells: nobody has
// claimed the attack; the group has not claimed it; no group has said that it did it.
func saidByNobody(v *lang.Clause) bool {
	return hasNegatedSubject(v) || v.Predicate.Negated || v.IsYetToCome() || isSaidOfNobody(v)
}

// lentFunction returns the function that an argument of the light verb v has for
// the event noun, or "".
func lentFunction(v *lang.Clause, a *lang.Arg, l *rules.Light) string {
	switch {
	case a.Group.Det == "no":
		return "" // no group has claimed the attack
	case isDoer(v, *a):
		return lentRole(l, "subject") // launched an attack; came under fire
	case isUndergoer(v, *a):
		return lentRole(l, "object") // blamed rebels for the attack; set a lorry on fire
	case a.Function != lang.Oblique:
		return ""
	case a.Prep == l.Actor:
		return "subject" // blamed the attack on rebels
	case a.Prep != "of" && v.Args[0].Group != a.Group:
		return a.Prep
	}
	return ""
}

// lentRole returns the function for the event noun of what has the function for
// the light verb, or "".
func lentRole(l *rules.Light, function string) string {
	switch function {
	case l.Actor:
		return "subject"
	case l.Target:
		return "object"
	}
	return ""
}

// isDoer reports whether the argument is the subject of the verb as an active
// clause would have it: rebels seized it; it was seized by rebels.
func isDoer(v *lang.Clause, a lang.Arg) bool {
	if v.Predicate.Voice == lang.Passive {
		return a.Function == lang.By
	}
	return a.Function == lang.Subject
}

// isUndergoer reports whether the argument is the object of the verb as an
// active clause would have it: seized the town; the town was seized.
func isUndergoer(v *lang.Clause, a lang.Arg) bool {
	return a.Function == lang.Object || a.Function == lang.Subject && v.Predicate.Voice == lang.Passive
}

// writer returns who wrote the document that makes a claim in clause v, as "the
// guerrillas" in "the guerrillas left leaflets claiming the attack" and "the
// brigade" in "a statement by the brigade claimed it", else g itself.
func (f *finder) writer(v *lang.Clause, g *lang.NounGroup) *lang.NounGroup {
	if !contains(f.set.Grammar.Documents, g.Lemma) {
		return g
	}
	if g.Possessor != nil {
		return g.Possessor
	}
	for _, at := range g.Attached {
		if at.Prep == "by" || at.Prep == "from" || at.Prep == "of" {
			return at.Group
		}
	}
	if p := v.Parent; p != nil && p.Predicate.Voice == lang.Active && p.Arg(lang.Object) == g && p.Arg(lang.Subject) != nil {
		return p.Arg(lang.Subject)
	}
	return g
}

// spokenFor returns the armed side that a person speaks for, as in "Abu Saif, a
// spokesman for the brigade, claimed the attack", else the person.
func (f *finder) spokenFor(g *lang.NounGroup) *lang.NounGroup {
	for _, x := range []*lang.NounGroup{g, g.Apposition} {
		if x == nil || !contains(f.set.Grammar.Voices, x.Lemma) {
			continue
		}
		for _, at := range x.Attached {
			if k := f.class(at.Group); (at.Prep == "for" || at.Prep == "of") && (k.Is(rules.Force|rules.Group) || k == 0 && at.Group.Proper) {
				return at.Group
			}
		}
	}
	return g
}

// light returns the light verb that governs an event noun of the rule, or nil.
// Without a rule it returns one that any act can have.
func (f *finder) light(c *lang.Clause, r *rules.Rule) *rules.Light {
	v := c.Parent
	if v == nil || v.Predicate.Noun || c.Group == nil {
		return nil
	}
	return f.lightOf(c, v, r)
}

// lightOf returns the light verb that v is for the event noun among its
// arguments, as "launched" is in "launched an attack", or nil.
func (f *finder) lightOf(c, v *lang.Clause, r *rules.Rule) *rules.Light {
	g := c.Group
	if s := f.spell(v, g); s != nil {
		g = s
	}
	return f.lightFor(v, g, r)
}

// lightFor returns the light verb that v is for its argument g, or nil.
func (f *finder) lightFor(v *lang.Clause, g *lang.NounGroup, r *rules.Rule) *rules.Light {
	function := functionIn(v, g)
	if function == "" {
		return nil
	}
	lemma := lemmaWithParticle(v)
	for _, l := range f.set.Lights {
		if len(l.Acts) > 0 && (r == nil || !contains(l.Acts, r.Act)) {
			continue
		}
		if contains(l.Verbs, lemma) && (contains(l.Argument, function) || function == "by" && l.Target == "object" && contains(l.Argument, "subject")) {
			return l // air strikes hit the school; it was hit by them
		}
	}
	return nil
}

// spell returns the group that only says how long or how often an act was done whose
// noun stands after it, as "a second night" in "launched a second night of raids", or
// nil.
func (f *finder) spell(v *lang.Clause, g *lang.NounGroup) *lang.NounGroup {
	for _, a := range v.Args {
		if !contains(f.set.Grammar.Spells, a.Group.Lemma) {
			continue
		}
		for _, at := range a.Group.Attached {
			if at.Prep == "of" && at.Group == g {
				return a.Group
			}
		}
	}
	return nil
}

// functionIn returns the function of a group in an active clause of the verb v,
// or "" where it is no argument of it.
func functionIn(v *lang.Clause, g *lang.NounGroup) string {
	for _, a := range v.Args {
		if a.Group != g && !isConjunctOf(a.Group, g) {
			continue
		}
		switch {
		case isUndergoer(v, a):
			return "object"
		case isDoer(v, a) && a.Function == lang.By:
			return "by"
		case a.Function == lang.Subject:
			return "subject"
		case a.Function == lang.Oblique:
			return a.Prep
		}
		return ""
	}
	return ""
}
