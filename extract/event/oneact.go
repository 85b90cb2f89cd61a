package event

import (
	"slices"
	"strings"

	"sitrep/extract/lang"
	"sitrep/extract/rules"
)

// joinOneAct joins what a sentence tells of one act in two words of which none is
// the other's result: whom it was done to, by what it ended, how its doer came there.
func (m *merger) joinOneAct(ks []*candidate) {
	for _, k := range ks {
		switch {
		case k.merged:
		case k.Clause.Predicate.Noun:
			if e := m.byClause[calledSo(k.Clause)]; e.isUnmerged() && e != k {
				k.isToldBy(e)
				continue
			}
			if e := m.calledAgain(k); e != nil {
				if e.Rule.Result && len(e.Actors) == 0 && isForce(k) {
					e, k = k, e // nine died in Agadez, [a raid] blamed on rebels
				}
				e.absorb(k)
				continue
			}
			m.joinNamedAct(k)
		default:
			m.joinVerbAbove(k)
		}
	}
}

// joinVerbAbove joins a verb with one above it that tells the same act.
func (m *merger) joinVerbAbove(k *candidate) {
	if e := m.byClause[firstParticiple(k.Clause).Parent]; e.isUnmerged() && e != k && isHowKilled(k, e) {
		e.absorb(k)
		return
	}
	e := m.byClause[k.Clause.Parent]
	switch {
	case !e.isUnmerged() || e == k:
	case k.Clause.Kind == lang.Participle && k.Clause.Mark == "without":
		k.isToldBy(e) // occupied the ridge without firing a shot
	case isFoundSo(k, e), m.isFoundKilled(k, e):
		e.isToldBy(k)
	case isHowTheyGather(k, e):
		k.isToldBy(e)
	case isByWhatFire(k, e):
		if k.absorb(e); e.merged {
			k.Targets = append(k.Targets, notIn(notIn(e.Targets, k.Targets), k.Actors)...)
		}
	case isAlternative(k, e):
		joinAlternative(k, e)
	case isDoneInside(k, e):
		e.isToldBy(k)
	case isKillingWithin(k, e):
		e.absorb(k)
	case isDrivenTo(k, e):
		if e.absorb(k); !k.merged {
			k.absorb(e)
		}
	case k.Clause.Link == lang.Complement && isAgreed(k) && isAgreed(e):
		e.absorb(k) // agreed to exchange prisoners
	}
}

// calledSo returns the clause that tells the act for which the event noun of c is only another
// name, or nil: in what residents called [a massacre], soldiers shot 40 people; in what appeared to
// be [an attack], ….
func calledSo(c *lang.Clause) *lang.Clause {
	naming := c.Parent
	for naming != nil && naming.Kind == lang.Infinite {
		naming = naming.Parent
	}
	t := c.Sentence.Tokens
	if naming == nil || naming.Mark != "what" || !t.Is(0, "in") || !t.Is(1, "what") {
		return nil
	}
	return naming.Parent
}

// calledAgain returns the act that the event noun of k only names again behind a comma, or
// nil: gunmen shot a judge in Herat, [a killing] blamed on the Taliban; but not: gunmen shot a
// judge, a blast killed two guards.
func (m *merger) calledAgain(k *candidate) *candidate {
	g, s := k.Clause.Group, k.Sentence
	if g == nil || s.Tokens.Mark(g.First-1) != ',' {
		return nil
	}
	var above *lang.Clause
	for _, c := range s.Clauses {
		switch p := c.Predicate; {
		case c.Arg(lang.Subject) == g && c.Kind == lang.Finite && c.Link != lang.Relative && p.Voice == lang.Active:
			return nil
		case c.Kind == lang.Finite && p.End <= g.Start && !contains(m.f.set.Modality.Telling, p.Lemma) && (above == nil || p.Start > above.Predicate.Start):
			above = c
		}
	}
	e := m.byClause[above]
	if !e.isUnmerged() || e == k {
		return nil
	}
	if k.Rule.Type != e.Rule.Type && !((isForce(k) || k.Rule.Is("bloodshed")) && e.Rule.Is("bloodshed")) {
		return nil
	}
	return e
}

// isToldBy notes that another candidate tells the act of k, which adds only where
// and when it was.
func (k *candidate) isToldBy(e *candidate) {
	for e.into != nil {
		e = e.into
	}
	if e == k {
		return
	}
	k.merged, k.into = true, e
	e.Clauses = append(e.Clauses, k.Clauses...)
}

// joinNamedAct joins an event noun with the verb that it is an argument of where the two are one
// act: police broke up a sit-in; a truce was negotiated.
func (m *merger) joinNamedAct(k *candidate) {
	g := k.Clause.Group
	if g == nil {
		return
	}
	for _, c := range k.Sentence.Clauses {
		e := m.actIn(k, c)
		if e == nil || e == k {
			continue
		}
		if isGathering(k) && !isGathering(e) && isTaken(e.Targets, g) {
			k.isToldBy(e)
			return
		}
		if e.merged {
			continue
		}
		for _, a := range c.Args {
			m.joinArgument(k, e, c, a)
			if k.merged || !e.isUnmerged() {
				break
			}
		}
		if k.merged {
			return
		}
	}
}

// actIn returns the act of clause c if it may be the one that the event noun of k names, or nil. A
// noun in c names the same act only if both are agreements: the signing of a truce.
func (m *merger) actIn(k *candidate, c *lang.Clause) *candidate {
	e := m.byClause[c]
	if e == nil && isGathering(k) {
		e = m.carriedBy(c)
	}
	if e == nil && isAgreed(k) && c.Kind == lang.Infinite {
		e = m.byClause[c.Parent] // agreed to extend a truce
	}
	if e != nil && c.Predicate.Noun && !(isAgreed(k) && isAgreed(e)) {
		return nil
	}
	return e
}

// joinArgument joins an event noun k with the verb e of a clause, of which a is an
// argument: k itself, or what picks one of it.
func (m *merger) joinArgument(k, e *candidate, c *lang.Clause, a lang.Arg) {
	if a.Function == lang.Subject && c.Predicate.Voice == lang.Active && isStrike(k) && isStrike(e) {
		joinStrike(k, e, c, a)
		return
	}
	switch {
	case a.Group != k.Clause.Group:
	case isGathering(k) && isUnruly(e) && a.Function == lang.Oblique && a.Prep == "in":
		k.isToldBy(e)
	case isGathering(k) && isStrike(e) && a.Function == lang.Oblique && contains(m.f.set.Grammar.Gathered, a.Prep):
		k.isToldBy(e) // the attack happened during a march
	case isAgreed(k):
		joinAgreed(k, e, a)
	}
}

// joinAgreed joins what two sides agree with the verb e that it is the argument a of.
func joinAgreed(k, e *candidate, a lang.Arg) {
	switch {
	case breaksOrAgrees(e) && (a.Function == lang.Subject || a.Function == lang.Object):
		e.absorb(k)
	case isAgreed(e) && a.Prep == "under":
		k.isToldBy(e) // exchanged prisoners under a deal
	case e.Clause.Predicate.Noun && isAgreed(e) && k.Rule.Type == "Agreement" && (a.Prep == "of" || a.Prep == "on"):
		e.absorb(k) // the signing of a ceasefire
	}
}

// joinStrike joins an event noun k with the verb e that has the noun, or one of several,
// as its subject a.
func joinStrike(k, e *candidate, c *lang.Clause, a lang.Arg) {
	switch {
	case a.Group != k.Clause.Group && isOneOf(a.Group, k.Clause.Group):
		k.Clauses = append(k.Clauses, c)
		k.Targets = append(k.Targets, notIn(e.Targets, k.Targets)...)
		e.isToldBy(k)
	case a.Group == k.Clause.Group && c.Link == lang.Relative && !e.Rule.Result:
		joinStriking(k, e)
	}
}

// breaksOrAgrees reports whether a candidate tells that sides agree or break what they
// agreed: a truce collapsed.
func breaksOrAgrees(e *candidate) bool { return e.Rule.Is("dealing") }

// joinStriking joins an event noun with the verb of its relative clause that tells what it
// hit, which was its target rather than those who were hurt: were hurt in a blast that hit
// their jeep.
func joinStriking(noun, verb *candidate) {
	noun.Clauses = append(noun.Clauses, verb.Clauses...)
	if noun.victims {
		noun.Targets, noun.victims = nil, false
	}
	noun.Targets = append(noun.Targets, notIn(verb.Targets, noun.Targets)...)
	verb.merged, verb.into = true, noun
}

// isOneOf reports whether a group without a noun of its own picks one or some of
// another: the deadliest of the blasts, two of them.
func isOneOf(g, of *lang.NounGroup) bool {
	for _, at := range g.Attached {
		if at.Prep == "of" && at.Group == of {
			t := g.Sentence.Tokens[g.Head]
			return t.Tag[0] != 'N' || strings.HasSuffix(t.Lower, "est")
		}
	}
	return false
}

// isGathering reports whether a candidate tells of people who came together.
func isGathering(k *candidate) bool {
	return k.Rule.Is("gathering")
}

// isUnruly reports whether a candidate tells what a crowd did.
func isUnruly(k *candidate) bool {
	return k.Rule.Is("unruly")
}

// isAgreed reports whether a candidate tells of what two sides agree.
func isAgreed(k *candidate) bool { return k.Rule.Is("agreement") }

// isStrike reports whether a candidate tells of an act of force that needs no ground.
func isStrike(k *candidate) bool {
	return k.Rule.Is("strike") || rules.EventType(k.Rule.Type) == "Explosions/Remote violence"
}

// isFoundSo reports whether a participle tells what had been done to those of whom the
// clause above tells that they were found: were found | shot dead.
func isFoundSo(k, e *candidate) bool {
	c := k.Clause
	return c.Link == lang.Complement && c.Kind == lang.Participle && c.Predicate.Voice == lang.Passive &&
		e.Clause.Predicate.Voice == lang.Passive && haveSameSubject(c, e.Clause)
}

// isHowTheyGather reports whether a participle says what people do at the protest that the
// clause above tells of: marched through the capital, chanting slogans.
func isHowTheyGather(k, e *candidate) bool {
	return k.Clause.Kind == lang.Participle && k.Clause.Predicate.Voice == lang.Active && k.Clause.Link == lang.Result &&
		isGathering(k) && isGathering(e)
}

// isByWhatFire reports whether a participle says by what fire or bomb the attack was made that the
// clause above tells of: attacked the rebels, shelling their camp.
func isByWhatFire(k, e *candidate) bool {
	return isResultParticiple(k.Clause) && k.Clause.Predicate.Voice == lang.Active && isStrike(k) && !k.Rule.Is("storming") &&
		e.Rule.Act == "attack" && e.Rule.Is("storming") && !e.Clause.Predicate.Noun && haveSameSubject(k.Clause, e.Clause)
}

// isFoundKilled reports whether a clause describes those whose bodies the clause above tells
// of by the act that killed them: the bodies of two men | killed by bandits | were found.
func (m *merger) isFoundKilled(k, e *candidate) bool {
	return k.Clause.Link == lang.Relative && k.Rule.Act == "kill" && e.Rule.Act == "kill" && len(e.Actors) == 0 &&
		slices.ContainsFunc(e.Targets, func(f Filler) bool {
			return isTaken(k.Targets, f.Group) || isTaken(k.Targets, m.f.whoseBody(f.Group))
		})
}

// isAlternative reports whether two verbs are told of the same doer or victims with
// "or" between: shot or hacked to death.
func isAlternative(k, e *candidate) bool {
	v := k.Clause.Verb
	return k.Clause.Link == lang.Coordinate && v != nil && v.First > 0 && k.Sentence.Tokens[v.First-1].Lower == "or" && haveSameSubject(k.Clause, e.Clause)
}

// joinAlternative joins two verbs with the one that has more of what they share.
func joinAlternative(k, e *candidate) {
	if len(k.Actors) > 0 && len(e.Actors) == 0 {
		e.isToldBy(k)
		return
	}
	k.isToldBy(e)
}

// isKillingWithin reports whether a participle tells how people died in the assault that
// the clause above tells of: stormed a post, shooting four guards dead.
func isKillingWithin(k, e *candidate) bool {
	return k.Clause.Link == lang.Result && k.Rule.Is("shooting") && e.Rule.Is("storming")
}

// isHowKilled reports whether a participle tells how those died of whom the clause above
// says that they were killed: killed a priest, shooting him in the head.
func isHowKilled(k, e *candidate) bool {
	if e.Rule.Act != "kill" || !isResultParticiple(k.Clause) || !k.Rule.Is("assault on people") && !k.Rule.Is("assault") {
		return false
	}
	o := k.Clause.Arg(lang.Object)
	return o != nil && (o.Pronoun || o.Sentence.Tokens[o.First].Tag == "PRP$") && e.Clause.Predicate.Voice == lang.Active
}

// isDoneInside reports whether a verb goes on telling what its doer did to people where he
// burst in: burst into a bar and sprayed its guests with bullets.
func isDoneInside(k, e *candidate) bool {
	return k.Clause.Link == lang.Coordinate && haveSameSubject(k.Clause, e.Clause) && e.Rule.Is("entry") && k.Rule.Is("assault on people")
}

// isDrivenTo reports whether a verb of explosion goes on telling what its doer
// drove there: drove a lorry into the office and blew it up.
func isDrivenTo(k, e *candidate) bool {
	return k.Clause.Link == lang.Coordinate && haveSameSubject(k.Clause, e.Clause) && e.Rule.Is("suicide") &&
		(k.Rule.Is("bombing") || rules.EventType(k.Rule.Type) == "Explosions/Remote violence")
}
