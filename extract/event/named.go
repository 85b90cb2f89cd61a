package event

import (
	"slices"

	"sitrep/extract/lang"
	"sitrep/extract/mention/actor"
	"sitrep/extract/reading"
	"sitrep/extract/record"
	"sitrep/extract/rules"
)

// Here is when words of an act do not tell it: an event noun only compares or dates what is
// told beside it, a question only asks.

// isInName reports whether an event noun is a word in the name of an actor of the dictionary: the
// Salafist Group for Preaching and [Combat] went on fighting.
func (f *finder) isInName(c *lang.Clause) bool {
	s := c.Sentence
	at := s.TokensIn(c.Predicate.Span).From
	if at == 0 || !s.Tokens.Capital(at) || !s.Tokens.ProperNoun(at) {
		return false
	}
	return slices.ContainsFunc(f.reading.ActorsIn(s.Index), func(a *actor.Mention) bool {
		return a.ID != "" && a.Contains(c.Predicate.Span) && a.Start < c.Predicate.Start
	})
}

// isCompared reports whether an event noun only says what another act is one of: killed
// twenty guards in [one of the boldest raids] this year; the bombing was [one of the
// deadliest attacks] of the war. As a subject it tells of an act of its own.
// Nor does what it is compared in: the worst raid of [the war].
func (f *finder) isCompared(g *lang.NounGroup) bool {
	t := g.Sentence.Tokens
	if t.Is(g.First-1, "of") {
		of := g.Sentence.GroupTo(g.First - 2)
		return of != nil && hasSuperlative(of)
	}
	if g.Numeral.Empty() || !t.Is(g.Numeral.From, "one", "among") || !hasSuperlative(g) {
		return false
	}
	before := g.First - 1
	return t.Is(before, "in", "as", "after") || t.Mark(before) == ',' || before >= 0 && t[before].Lemma == "be"
}

// hasSuperlative reports whether a superlative stands before the head of a group.
func hasSuperlative(g *lang.NounGroup) bool {
	return lang.AnyIn(g.First, g.Head, func(i int) bool {
		t := g.Sentence.Tokens
		return t.Tagged(i, "JJS", "RBS") || t.Is(i, "worst")
	})
}

// isOnlyNamed reports whether a bare event noun only says what something else is of or about: in
// the days after [the attack] soldiers arrested 300 men; the scene of [the blast]; condemned [the
// brutal attack]; told [a rally] that he would resign.
func (f *finder) isOnlyNamed(c *lang.Clause) bool {
	g := c.Group
	if f.isPlatform(c) || f.isOfSort(c) || f.isAny(c) || f.isBanned(c) {
		return true
	}
	if !isBareKnown(c) {
		return false
	}
	if p := c.Parent; p != nil && p.Predicate.Voice == lang.Active && p.Arg(lang.Object) == g && contains(f.set.Grammar.Reacting, p.Predicate.Lemma) {
		return true
	}
	t := g.Sentence.Tokens
	if f.onlyDates(c) {
		return true
	}
	of := g.Sentence.GroupTo(g.First - 2)
	return of != nil && t.Is(g.First-1, "of", "from", "into", "behind", "with") && contains(f.set.Grammar.Traces, of.Lemma) && !t.Is(of.First-1, "among") && len(f.reading.Casualties(c.Sentence)) == 0
}

// onlyDates reports whether a bare event noun only dates what its clause tells: in the days after [the
// attack]; hours after [the blast]; since [the fighting] began.
func (f *finder) onlyDates(c *lang.Clause) bool {
	g, t := c.Group, c.Group.Sentence.Tokens
	if p := c.Parent; p != nil && p.Arg(lang.Subject) == g {
		return p.Mark == "since"
	}
	if of := g.Sentence.GroupTo(g.First - 2); of != nil && of.Time && t.Is(of.First-1, "in", "on", "at", "during", "for") && t.Is(g.First-1, "following", "of", "since", "after", "before") {
		return true
	}
	return g.First > 1 && t.Is(g.First-1, "after", "before") && contains(f.set.Grammar.Lapses, t[g.First-2].Lemma)
}

// isBareKnown reports whether an event noun names an act as known and tells nothing more of it than
// how it was: the attack, this brutal attack.
func isBareKnown(c *lang.Clause) bool {
	g := c.Group
	if g.Det != "the" && g.Det != "this" && g.Det != "these" || len(g.Relative) > 0 || g.Possessor != nil || len(g.Conjuncts) > 0 {
		return false
	}
	return !lang.AnyIn(g.First+1, g.Head, func(i int) bool { return !g.Sentence.Tokens.Tagged(i, "JJ") }) &&
		!slices.ContainsFunc(c.Args, func(a lang.Arg) bool { return !a.Group.Time && a.Function != lang.Modifier })
}

// isOfSort reports whether a text says of what sort an event noun is that names no act: [drone
// strikes] are legal; [bombing] remains an option; but not [fighting] is heavy.
func (f *finder) isOfSort(c *lang.Clause) bool {
	p := c.Parent
	if p == nil || p.Arg(lang.Subject) != c.Group || !isIndefinite(c.Group) || p.Predicate.Voice == lang.Passive || p.Predicate.Progressive || p.Predicate.Perfect {
		return false
	}
	if slices.ContainsFunc(c.Args, func(a lang.Arg) bool {
		return a.Function != lang.Modifier || !f.class(a.Group).Is(rules.Weapon|rules.Carrier)
	}) {
		return false
	}
	if p.Predicate.Tense != lang.Present && p.Link != lang.Complement || p.Predicate.Lemma != "be" && p.Predicate.Lemma != "remain" {
		return false
	}
	return !lang.AnyIn(p.Verb.Main+1, len(c.Sentence.Tokens), func(i int) bool { return contains(f.set.Grammar.Raging, c.Sentence.Tokens[i].Lower) })
}

// isAny reports whether an event noun stands for whatever act of its sort there may be: will respond to
// [every attack]; but not did not carry out [any attack].
func (f *finder) isAny(c *lang.Clause) bool {
	if c.Group.Det != "any" && c.Group.Det != "every" {
		return false
	}
	for p := c.Parent; p != nil; p = p.Parent {
		if p.Predicate.Negated || contains(f.set.Modality.Denying, p.Predicate.Lemma) {
			return false
		}
	}
	return true
}

// isBanned reports whether an event noun only says what may not be done: a ban on rallies and
// [marches]; banned [protests]; but not banned a march planned for Sunday.
func (f *finder) isBanned(c *lang.Clause) bool {
	return c.Predicate.Plural && c.Group.Det == "" && slices.ContainsFunc(c.Sentence.Clauses, func(o *lang.Clause) bool {
		p := o.Predicate
		return contains(f.set.Grammar.Banning, p.Lemma) && slices.ContainsFunc(o.Args, func(a lang.Arg) bool {
			return (a.Group == c.Group || isConjunctOf(a.Group, c.Group)) && (a.Prep == "on" && p.Noun || a.Function == lang.Object && !p.Noun)
		})
	})
}

// isPlatform reports whether an event noun is only where somebody speaks: said at [a rally] in Gao
// that he would resign; addressed [a rally].
func (f *finder) isPlatform(c *lang.Clause) bool {
	p := c.Parent
	if !contains(f.set.Grammar.Platforms, c.Predicate.Lemma) || p == nil || p.Predicate.Noun {
		return false
	}
	if verb := lemmaWithParticle(p); !contains(f.set.Grammar.Speaking, verb) && !contains(f.set.Modality.Telling, verb) {
		return false
	}
	return slices.ContainsFunc(p.Args, func(a lang.Arg) bool {
		return a.Group == c.Group && a.Function != lang.Subject && a.Function != lang.By
	})
}

// isAsked reports whether a clause is a question whether something happened, or who did it, with
// which a text goes on to answer, or which it leaves open: Has anybody been killed? Who killed the
// judge? did not say who had planted the bomb.
func isAsked(c *lang.Clause) bool {
	t := c.Sentence.Tokens
	if c.Link == lang.Complement && c.Mark == "who" && c.Predicate.Voice == lang.Active {
		return true
	}
	if c.Verb == nil || c.Link == lang.Adverbial || len(t) == 0 || t[len(t)-1].Text != "?" {
		return false
	}
	if t.Tagged(0, "WP", "WRB", "WDT", "WP$") {
		return true
	}
	switch lang.Lemma(t[0].Lower, "VBZ") {
	case "be", "have", "do":
		return t[0].Lower != "do" && t[0].Lower != "have" && !c.Predicate.Negated
	}
	return false
}

// isHabit reports whether a verb in the present tells what is done again and again: militants often
// [strike] convoys there.
func (f *finder) isHabit(c *lang.Clause) bool {
	v := c.Verb
	return v != nil && v.Tense == lang.Present && !v.Perfect && !v.Progressive && lang.AnyIn(max(0, v.First-1), v.Main, func(i int) bool {
		return contains(f.set.Grammar.Habits, c.Sentence.Tokens[i].Lower)
	})
}

// isCalling reports whether an infinitive only says what somebody is there for: men who are paid
// [to fight]; was taught [to shoot].
func (f *finder) isCalling(c *lang.Clause) bool {
	if c.Kind != lang.Infinite || c.Predicate.Voice == lang.Passive || !contains(f.set.Grammar.Callings, lemmaWithParticle(c)) || c.Parent == nil || modalityIn(f.set.Modality.Verbs, c.Parent.Predicate.Lemma) == record.Planned {
		return false // vowed to fight on
	}
	if t := c.Sentence.Tokens; c.Verb.Last+1 < len(t) && !t.Tagged(c.Verb.Last+1, ",", ".", ":", "CC", "''") {
		return false // to kill as many as they could
	}
	return !slices.ContainsFunc(c.Args, func(a lang.Arg) bool { return a.Function != lang.Subject })
}

// IsWhereWorst reports whether the state that owns an event noun with a superlative is only where
// the act was: Kenya's deadliest attack, the country's worst massacre in years. It is the doer of a
// strike, and of what is done to somebody: Israel's deadliest strike, Russia's biggest attack on
// Kharkiv.
func IsWhereWorst(r *reading.Reading, c *lang.Clause, g *lang.NounGroup) bool {
	n := c.Group
	if n == nil || n.Possessor != g || !hasSuperlative(n) || slices.Contains(r.Rules.Grammar.Striking, c.Predicate.Lemma) {
		return false
	}
	if k := r.Class(g); !k.Is(rules.Place|rules.Government) || k.Is(rules.Rebel|rules.Police) {
		return false
	}
	return !slices.ContainsFunc(n.Attached, func(at *lang.Attachment) bool {
		return leadsToVictim(at.Prep) && !at.Group.Time && r.Class(at.Group) != 0
	})
}

// leadsToVictim reports whether the group after a preposition behind an event noun is whom or what
// the act hit: an attack on a town, the killing of a judge.
func leadsToVictim(prep string) bool { return prep == "of" || prep == "on" || prep == "against" }
