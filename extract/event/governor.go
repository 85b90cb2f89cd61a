package event

import (
	"slices"
	"strings"

	"sitrep/extract/lang"
	"sitrep/extract/record"
	"sitrep/extract/rules"
)

// isGoverned reports whether the word above the clause can say whether its act
// happened: the clause is its infinitive, complement or argument.
func (f *finder) isGoverned(c *lang.Clause) bool {
	if c.Predicate.Noun {
		return f.isArgumentOf(c, c.Parent)
	}
	return c.Kind == lang.Infinite || c.Link == lang.Complement || c.Link == lang.Argument
}

// governedModality returns the modality that the governing verb gives a clause,
// or a noun beside that verb, or what governs the verb in its turn.
func (f *finder) governedModality(c *lang.Clause, depth int) string {
	p := c.Parent
	if c.Predicate.Noun && f.isDue(c, p) {
		return record.Planned
	}
	if l := f.light(c, nil); l != nil && l.Told {
		return "" // nobody claimed the attack
	} else if l != nil && l.Modality == record.Actual {
		return f.clauseModality(p, depth+1) // agreed a ceasefire, set a house on fire
	}
	if f.isWithoutSign(c) {
		return record.Negated
	}
	m := f.governorModality(c, p)
	if f.isLeftAlone(c, m) {
		return ""
	}
	if isTenseless(c) {
		if n := f.nounModality(c, p); n != "" {
			return n
		}
		if m == "" && f.isIntended(c) {
			if f.clauseModality(p, depth+1) == record.Hypothetical {
				return record.Hypothetical // if they were to leave
			}
			return record.Planned
		}
	}
	return f.passedOn(c, m, depth)
}

// passedOn returns the modality of a clause to whose verb the word above gives modality
// m, "" for none: that of the clause above, where it only passes on what that tells.
func (f *finder) passedOn(c *lang.Clause, m string, depth int) string {
	p := c.Parent
	switch {
	case m != record.Negated && contains(f.set.Modality.Telling, p.Predicate.Lemma) && isReportOfPast(c):
		return "" // will say that rebels had seized it
	case m == "", m == record.Actual, m != record.Negated && isReportOfPast(c):
		return f.clauseModality(p, depth+1) // managed to seize; warned that rebels had seized
	case m == record.Negated && p.Predicate.Negated:
		return "" // did not deny that they had seized it
	}
	return m
}

// isLeftAlone reports whether the word that governs a clause, with modality m, says nothing of whether
// its act happened.
func (f *finder) isLeftAlone(c *lang.Clause, m string) bool {
	return m == presupposed || m == record.Planned && isKnown(c) ||
		f.isUntold(c) || f.isDoerOfNothing(c) || f.isUnprevented(c) || f.isCondemned(c) || f.isAnsweredFor(c) || f.isBegun(c, c.Parent)
}

// isWithoutSign reports whether there was no sign of what the clause tells: they saw no evidence
// that rebels had burned it.
func (f *finder) isWithoutSign(c *lang.Clause) bool {
	o := c.Parent.Arg(lang.Object)
	return c.Link == lang.Complement && c.Mark == "that" && o != nil && o.End <= c.Start && contains(f.set.Modality.Absent, o.Lemma) &&
		(o.Det == "no" || c.Parent.Predicate.Negated)
}

// isUntold reports whether the clause is what somebody did not tell, as in
// "nobody said that rebels had seized it". That leaves open whether they had.
func (f *finder) isUntold(c *lang.Clause) bool {
	p := c.Parent
	return !c.Predicate.Noun && contains(f.set.Modality.Telling, p.Predicate.Lemma) && (p.Predicate.Negated || hasNegatedSubject(p))
}

// isDoerOfNothing reports whether an event noun is the subject of a verb that is
// negated and says what the event did not do, as in "the blast did not hurt
// anybody". A verb of happening denies the event: the blast did not occur.
func (f *finder) isDoerOfNothing(c *lang.Clause) bool {
	p := c.Parent
	if !c.Predicate.Noun || !p.Predicate.Negated || p.Predicate.Voice != lang.Active || p.Arg(lang.Subject) != c.Group {
		return false
	}
	verb := lemmaWithParticle(p)
	if o := p.Arg(lang.Object); o != nil && contains(f.set.Modality.Happening, verb+" "+o.Lemma) {
		return false // did not take place
	}
	return !contains(f.set.Modality.Happening, verb)
}

// isUnprevented reports whether an event noun is what somebody failed to stop, as
// in "failed to prevent attacks", or goes on already, as in "to stop the attacks".
func (f *finder) isUnprevented(c *lang.Clause) bool {
	p := c.Parent
	if !c.Predicate.Noun || !contains(f.set.Modality.Preventing, p.Predicate.Lemma) {
		return false
	}
	failed := p.Kind == lang.Infinite && p.Parent != nil && p.Parent.Predicate.Lemma == "fail"
	return failed || p.Predicate.Lemma == "stop" && (c.Group.Det == "the" || c.Group.Possessor != nil)
}

// isCondemned reports whether an event noun is what somebody condemns with a word that may
// deny, as in "we strongly reject the attack on the police", "they reject the 2016 accord".
func (f *finder) isCondemned(c *lang.Clause) bool {
	p := c.Parent
	return c.Predicate.Noun && contains(f.set.Modality.Condemning, p.Predicate.Lemma) && p.Arg(lang.Object) == c.Group &&
		(contains(f.set.Modality.Condemned, c.Predicate.Lemma) || hasYear(c.Group))
}

// isKnown reports whether an event noun names an act that the text tells of: planned the 2002 bombing,
// planned the attack on a rally in which nine people died; but not the capture of a town that had
// fallen, nor what somebody plans now.
func isKnown(c *lang.Clause) bool {
	if !c.Predicate.Noun || c.Group.Det != "the" || c.Parent.Predicate.Tense == lang.Present {
		return false
	}
	return hasYear(c.Group) || slices.ContainsFunc(c.Group.Relative, isToldPast) || slices.ContainsFunc(c.Group.Attached, func(a *lang.Attachment) bool {
		return slices.ContainsFunc(a.Group.Relative, func(r *lang.Clause) bool {
			return isToldPast(r) && slices.ContainsFunc(r.Args, func(x lang.Arg) bool { return x.Shared && x.Prep == "in" })
		})
	})
}

// hasYear reports whether a group tells the year of what it names: the 2016 accord.
func hasYear(g *lang.NounGroup) bool {
	return slices.ContainsFunc(g.Sentence.Tokens[g.First:g.Head], lang.Token.IsYear)
}

// isToldPast reports whether a clause tells what happened: in which nine people died.
func isToldPast(c *lang.Clause) bool {
	return c.Kind == lang.Finite && c.Predicate.Tense == lang.Past && !c.Predicate.Negated
}

// isBegun reports whether the clause tells an act that has begun once somebody tries it: the police
// tried to break up a rally.
func (f *finder) isBegun(c, p *lang.Clause) bool {
	return c.Kind == lang.Infinite && contains(f.set.Modality.Trying, p.Predicate.Lemma) && p.Predicate.Tense == lang.Past && !p.Predicate.Negated &&
		contains(f.set.Modality.Dispersing, lemmaWithParticle(c))
}

// begunIn returns the clause of the act that somebody tries in clause c and that has thereby begun,
// or c: killed when police tried [to break up a rally].
func (f *finder) begunIn(c *lang.Clause) *lang.Clause {
	for _, x := range c.Sentence.Clauses {
		if x.Parent == c && f.isBegun(x, c) {
			return x
		}
	}
	return c
}

// isAnsweredFor reports whether an event noun is a known act that somebody is held for, as
// in "accused of planning the raid": the raid was made, whoever planned it.
func (f *finder) isAnsweredFor(c *lang.Clause) bool {
	p := c.Parent
	if !c.Predicate.Noun || c.Group.Det != "the" && c.Group.Possessor == nil {
		return false
	}
	return p.Kind == lang.Participle && p.Link == lang.Argument && p.Parent != nil && contains(f.set.Modality.Charging, p.Parent.Predicate.Lemma)
}

// isTenseless reports whether the clause is an infinitive, or a participle that
// is the argument of its verb: tried to attack, stopped attacking.
func isTenseless(c *lang.Clause) bool {
	return c.Kind == lang.Infinite || c.Kind == lang.Participle && c.Link == lang.Argument
}

// isIntended reports whether an infinitive tells what somebody is about to do,
// as in "is to attack", or what something is done for, as in "crossed the river to
// retake the town", "were sent to quell the unrest".
func (f *finder) isIntended(c *lang.Clause) bool {
	v := &c.Parent.Predicate
	if c.Link == lang.Complement {
		return v.Lemma == "be" || v.Voice == lang.Passive && !c.Predicate.Perfect && !contains(f.set.Modality.Perceiving, v.Lemma)
	}
	return c.Link == lang.Purpose && !v.Noun && !isOutcome(c)
}

// isOutcome reports whether an infinitive tells what came of the act above it, against
// all hopes: took the town, only to be driven out of it.
func isOutcome(c *lang.Clause) bool {
	t, i := c.Sentence.Tokens, c.Verb.First-1
	return t.Is(i, "only") && t.Mark(i-1) == ','
}

// presupposed is what governorModality returns for an event noun whose verb can
// only be done to what has happened, as in "survived the bombing".
const presupposed = "presupposed"

// governorModality returns what the verb of p says of the clause or event noun
// c that is its argument, or "": what somebody called an attack is as it was told.
func (f *finder) governorModality(c, p *lang.Clause) string {
	if p.Mark == "what" {
		return ""
	}
	lemma := lemmaWithParticle(p)
	prep := c.Mark
	if c.Predicate.Noun {
		prep = prepositionBefore(c, p)
		switch m := f.verbModalityForNoun(p, lemma, prep); m {
		case record.Planned:
			if f.isKnownAct(c, p) {
				return presupposed
			}
			return m
		case "":
		case record.Actual:
			return presupposed
		default:
			return m
		}
	}
	if prep != "" {
		if m := modalityIn(f.set.Modality.Verbs, lemma+" "+prep); m != "" {
			return m
		}
	}
	if m := f.adjectiveModality(c, p); m != "" {
		return m
	}
	m := modalityIn(f.set.Modality.Verbs, lemma)
	if m == record.Planned && c.Predicate.Noun && p.Predicate.Voice == lang.Active && p.Arg(lang.Subject) == c.Group {
		return "" // the attack set a village on fire, the offensive threatens the port
	}
	return m
}

// isKnownAct reports whether somebody calls an act something, and does not call for it:
// called the raid a massacre, called the attack "an act of war"; but not called the march
// for Monday. What is agreed on is there once it is called: called a truce.
func (f *finder) isKnownAct(c, p *lang.Clause) bool {
	if p.Predicate.Lemma != "call" {
		return false
	}
	if slices.ContainsFunc(f.set.Triggers(c.Predicate.Lemma, "n"), func(t rules.Trigger) bool { return t.Rule.Type == "Agreement" }) {
		return true
	}
	if c.Group.Det != "the" && c.Group.Det != "this" && c.Group.Possessor == nil {
		return false
	}
	return !slices.ContainsFunc(p.Args, func(a lang.Arg) bool { return a.Group.Time || a.Prep == "for" })
}

// adjectiveModality returns what the adjective before an infinitive says of its
// act, as in "was unable to retake the town", or "".
func (f *finder) adjectiveModality(c, p *lang.Clause) string {
	if c.Kind != lang.Infinite || c.Verb.First-1 <= p.Verb.Main {
		return ""
	}
	return modalityIn(f.set.Modality.Adjectives, c.Sentence.Tokens[c.Verb.First-1].Lower)
}

// verbModalityForNoun returns what a verb says of an event noun only, as in
// "called for a truce", or a noun beside the verb, or "".
func (f *finder) verbModalityForNoun(p *lang.Clause, lemma, prep string) string {
	if m := modalityIn(f.set.Modality.Objects, lemma+" "+prep); m != "" {
		return m
	}
	if m := modalityIn(f.set.Modality.Objects, lemma); m != "" {
		return m
	}
	if prep == "for" {
		return f.undergoerModality(p)
	}
	return ""
}

// lemmaWithParticle returns the lemma of the clause's verb with its particle:
// carry out.
func lemmaWithParticle(c *lang.Clause) string {
	lemma, particle := c.Predicate.Lemma, c.Predicate.Particle
	if particle != "" && !strings.HasSuffix(lemma, " "+particle) {
		return lemma + " " + particle
	}
	return lemma
}

// undergoerModality returns what the noun that the verb's act is done to says of
// an event noun apart from it, as in "preparations were made for the assault", or
// "".
func (f *finder) undergoerModality(p *lang.Clause) string {
	for _, a := range p.Args {
		if isUndergoer(p, a) {
			if m := modalityIn(f.set.Modality.Nouns, a.Group.Lemma); m != record.Actual {
				return m
			}
		}
	}
	return ""
}

// isReportOfPast reports whether the clause is what somebody told as past, as in
// "warned that rebels had seized the town".
func isReportOfPast(c *lang.Clause) bool {
	return c.Kind == lang.Finite && c.Link == lang.Complement && (c.Predicate.Tense == lang.Past || c.Predicate.Perfect)
}

// nounModality returns the modality that a noun between the governing verb and
// an infinitive gives the infinitive, as in "has a plan to attack", "in an attempt
// to expel", or "".
func (f *finder) nounModality(c, p *lang.Clause) string {
	for _, a := range p.Args {
		if a.Group.End > c.Start || a.Group.Start < p.Predicate.Start {
			continue
		}
		if m := modalityIn(f.set.Modality.Nouns, a.Group.Lemma); m != "" {
			return m
		}
	}
	return ""
}

// isArgumentOf reports whether the event noun c is the subject or object of the
// verb of p, or stands after a preposition by which a verb governs a noun, as in
// "warned of an attack".
func (f *finder) isArgumentOf(c, p *lang.Clause) bool {
	for _, a := range p.Args {
		if a.Group == c.Group || isConjunctOf(a.Group, c.Group) {
			return a.Function == lang.Object || a.Function == lang.Subject || a.Function == lang.Oblique && contains(f.set.Grammar.Governing, a.Prep)
		}
	}
	return false
}

// isDue reports whether the event noun c is yet to happen, as in "the truce was
// to begin", "the truce is set to take effect".
func (f *finder) isDue(c, p *lang.Clause) bool {
	v := &p.Predicate
	due := v.Lemma == "be" || v.Voice == lang.Passive && modalityIn(f.set.Modality.Verbs, v.Lemma) == record.Planned
	if !due || p.Arg(lang.Subject) != c.Group {
		return false
	}
	return slices.ContainsFunc(c.Sentence.Clauses, func(o *lang.Clause) bool {
		return o.Parent == p && o.Kind == lang.Infinite && o.Link == lang.Complement
	})
}

// prepositionBefore returns the preposition that the event noun c stands after
// in the clause p, or "".
func prepositionBefore(c, p *lang.Clause) string {
	for _, a := range p.Args {
		if a.Function == lang.Oblique && (a.Group == c.Group || isConjunctOf(a.Group, c.Group)) {
			return a.Prep
		}
	}
	return ""
}

// isDenied reports whether somebody says of the act of a clause that it did not
// happen, or not by him: denied the killings, denies having detained them, denied that
// they had any hand in the revolt. Then somebody else has told of it.
func (f *finder) isDenied(c *lang.Clause) bool {
	x := c
	for p, depth := c.Parent, 0; p != nil && depth < maxDepth; x, p, depth = p, p.Parent, depth+1 {
		if contains(f.set.Modality.Denying, p.Predicate.Lemma) {
			return !p.Predicate.Noun && !p.Predicate.Negated && (x.Link == lang.Complement && x.Kind != lang.Infinite || x.Predicate.Noun && f.isWhatIsDenied(x, p) || x.Link == lang.Argument && !x.Predicate.Noun)
		}
		if x.Link != lang.Complement && x.Link != lang.Argument && !x.Predicate.Noun {
			return false
		}
	}
	return false
}

// isWhatIsDenied reports whether an event noun is the object of the verb p, or what
// somebody denies a part in.
func (f *finder) isWhatIsDenied(c, p *lang.Clause) bool {
	g := c.Group
	for _, a := range p.Args {
		if a.Group == g || isConjunctOf(a.Group, g) {
			return a.Function == lang.Object || a.Function == lang.Subject && p.Predicate.Voice == lang.Passive || a.Function == lang.Oblique && f.isShare(p.Arg(lang.Object))
		}
		if a.Function == lang.Object && f.isShare(a.Group) {
			for _, at := range a.Group.Attached {
				if at.Group == g {
					return true
				}
			}
		}
	}
	return false
}

// isShare reports whether a group is the part that somebody has in an act, or the
// blame for it.
func (f *finder) isShare(g *lang.NounGroup) bool {
	return g != nil && (contains(f.set.Grammar.Shares, g.Lemma) || contains(f.set.Grammar.Blames, g.Lemma))
}
