package event

import (
	"slices"

	"sitrep/extract/lang"
	"sitrep/extract/mention/casualty"
	"sitrep/extract/rules"
)

// causeOf returns the unmerged candidate whose outcome k tells, or nil.
func (m *merger) causeOf(k *candidate) *candidate {
	c := k.Clause
	if e := m.byClause[c.Parent]; e.isUnmerged() && !e.Rule.Result && !e.Rule.Apart && e.hasAgent() && isDoneAlong(c, e.Clause) {
		return e
	}
	if e := m.namedCause(c); e != nil {
		return e
	}
	if c.Predicate.Noun {
		return m.broughtOnBy(c)
	}
	if e, settled := m.causeAbove(k); settled {
		return m.firstOf(e)
	}
	return m.causeInTimeClause(k)
}

// isDoneAlong reports whether a verb tells what came of the verb before it, with which it
// shares doer and object: shot [and killed] a boy in a raid.
func isDoneAlong(c, before *lang.Clause) bool {
	g := c.Arg(lang.Object)
	return c.Link == lang.Coordinate && c.Predicate.Voice == lang.Active && before.Predicate.Voice == lang.Active &&
		g != nil && before.Arg(lang.Object) == g && haveSameSubject(c, before)
}

// namedCause returns the event noun among a clause's arguments that names its cause, or nil: the
// clash killed four; four were killed in the clash. One that only says when something was comes
// last: days after a raid, six died in an ambush.
func (m *merger) namedCause(c *lang.Clause) *candidate {
	if e := m.causeAmong(c, false); e != nil {
		return e
	}
	return m.causeAmong(c, true)
}

// causeAmong returns the event noun of namedCause among the arguments that only say when
// something was, or, where dates is false, among the others.
func (m *merger) causeAmong(c *lang.Clause, dates bool) *candidate {
	for _, a := range c.Args {
		if !m.canNameCause(c, a) || a.Group.OnlyDates() != dates {
			continue
		}
		if c.Predicate.Noun {
			if e := m.byGroup[a.Group]; e.isUnmerged() {
				return e
			}
			continue
		}
		for _, g := range members(a.Group) {
			if e := m.eventNounIn(g); e != nil {
				return e
			}
		}
	}
	return nil
}

// canNameCause reports whether an argument stands where a cause is named: as the
// subject of an active verb, after by, or after a preposition of causes; with a noun
// for deaths also after of: the toll of the attack.
func (m *merger) canNameCause(c *lang.Clause, a lang.Arg) bool {
	switch a.Function {
	case lang.Subject:
		return !c.Predicate.Noun && c.Predicate.Voice == lang.Active
	case lang.By:
		return true
	case lang.Oblique:
		if m.isSetBefore(c, a) {
			return false
		}
		return contains(m.f.set.Grammar.Causal, a.Prep) || c.Predicate.Noun && a.Prep == "of" && m.byClause[c] != nil && m.byClause[c].Rule.Act == "kill"
	}
	return false
}

// isSetBefore reports whether an argument of a clause in which somebody acts names what happened
// before or after that: two days after the bombing in Gao, | gunmen killed a judge.
func (m *merger) isSetBefore(c *lang.Clause, a lang.Arg) bool {
	g := c.Arg(lang.Subject)
	if c.Predicate.Voice != lang.Active || c.Arg(lang.Object) == nil || g == nil || !m.f.reading.Is(g, rules.Force|rules.Person|rules.Weapon) {
		return false
	}
	return a.Group.OnlyDates() || contains(m.f.set.Grammar.Dating, a.Prep) && a.Group.End <= g.Start
}

// eventNounIn returns the candidate of a group, or of a noun that hangs on it, as
// in "a series of attacks", or nil.
func (m *merger) eventNounIn(g *lang.NounGroup) *candidate {
	if e := m.byGroup[g]; e.isUnmerged() {
		return e
	}
	for _, at := range g.Attached {
		if e := m.byGroup[at.Group]; e.isUnmerged() && (at.Prep == "of" || at.Prep == "from") {
			return e
		}
	}
	return nil
}

// causeAbove returns the act in the clauses above a result that it came of:
// …, killing dozens; … and killed five; annihilated a battalion, killing 61; threw back an
// attack, killing nine. Settled is set where the search has ended,
// also where it ended at an act that is no cause.
func (m *merger) causeAbove(k *candidate) (cause *candidate, settled bool) {
	c := k.Clause
	for p, link := c.Parent, c.Link; p != nil && canLeadToCause(link); p, link = p.Parent, p.Link {
		if link == lang.Argument && IsCharge(m.f.set, p) {
			return nil, true
		}
		e := m.byClause[p]
		if e.isUnmerged() && (!e.Rule.Result || (e.Rule != k.Rule || link == lang.Result) && e.hasAgent()) && e.canTakeOver(k) {
			if !m.isApart(k, e, link) && !m.isDatedApart(c, p, link) {
				return e, true
			}
			if !isOutcomeBeside(c, p, link) {
				return nil, true
			}
		}
		if n := m.nounAbove(k, p, link); n != nil {
			return n, true
		}
	}
	return nil, false
}

// isOutcomeBeside reports whether a participle stands beside another one that tells what else
// came of the act above both: raided a village, burning huts [and killing four women].
func isOutcomeBeside(c, beside *lang.Clause, link lang.Link) bool {
	return link == lang.Coordinate && c.Kind == lang.Participle && beside.Kind == lang.Participle && beside.Link == lang.Result
}

// IsCharge reports whether a clause says of what somebody is accused, so that this came of
// nothing that is told above: arrested two men [accused] of killing a soldier.
func IsCharge(set *rules.Set, c *lang.Clause) bool {
	return c != nil && contains(set.Modality.Charging, c.Predicate.Lemma)
}

// nounAbove returns the act that a result came of where a noun of the clause above names
// it, or nil: launched an attack, killing nine; repelled an assault, killing nine.
func (m *merger) nounAbove(k *candidate, above *lang.Clause, link lang.Link) *candidate {
	e := m.byClause[above]
	result := link == lang.Result
	if into := e.taker(); into != nil && result {
		return into
	}
	if (e == nil || !e.canTakeOver(k)) && (result || k.Clause.Link == lang.Result && link == lang.Adverbial) {
		if n := m.carriedBy(above); n != nil {
			return n
		}
	}
	if e != nil {
		return nil
	}
	if n := m.byGroup[above.Arg(lang.Object)]; result && n.isUnmerged() {
		return n
	}
	return m.namedAbove(k.Clause, above, link)
}

// firstOf returns the first of the verbs that a candidate shares its object with, of which
// each is an act, or the candidate: attacked | and overran a post, killing six.
func (m *merger) firstOf(e *candidate) *candidate {
	for e != nil && e.Clause.Link == lang.Coordinate && e.Clause.Parent != nil {
		first := m.byClause[e.Clause.Parent]
		g := e.Clause.Arg(lang.Object)
		if g == nil || !first.isUnmerged() || first.Clause.Arg(lang.Object) != g {
			return e
		}
		e = first
	}
	return e
}

// namedAbove returns the event noun that the clause above a relative clause has as its
// subject, where that one tells what happened in it, or nil: a clash took place in
// which 18 soldiers were hurt.
func (m *merger) namedAbove(c, above *lang.Clause, link lang.Link) *candidate {
	if link != lang.Relative || above.Verb == nil {
		return nil
	}
	s := above.Arg(lang.Subject)
	in := slices.IndexFunc(c.Args, func(a lang.Arg) bool {
		return a.Function == lang.Oblique && a.Shared && (a.Prep == "in" || a.Prep == "during")
	})
	if in < 0 {
		return nil
	}
	if e := m.byGroup[s]; s != nil && e.isUnmerged() && !m.leadsOn(e, above) {
		return e
	}
	return m.happeningAt(above, c.Args[in].Group)
}

// happeningAt returns the last event noun among the arguments of a clause that stands
// before a place, or is what a relative clause is about, or nil: recalled the ambush near Lamu, in
// which six officers were killed.
func (m *merger) happeningAt(c *lang.Clause, place *lang.NounGroup) *candidate {
	var last *candidate
	for _, a := range c.Args {
		if e := m.byGroup[a.Group]; e.isUnmerged() && a.Group.First <= place.First {
			last = e
		}
	}
	return last
}

// taker returns the candidate that a merged one is a part of in the end, or nil.
func (k *candidate) taker() *candidate {
	if k == nil || k.into == nil {
		return nil
	}
	for k.into != nil {
		k = k.into
	}
	return k
}

// canLeadToCause reports whether the cause of a clause with the link may be told
// in the clause above it.
func canLeadToCause(link lang.Link) bool {
	switch link {
	case lang.Result, lang.Coordinate, lang.Relative, lang.Purpose, lang.Argument, lang.Adverbial:
		return true
	}
	return false
}

// isApart reports whether the act above a result is another act, and not its
// cause: it came after the result, as in "police opened fire after two officers were
// killed", is told after a conjunction that tells no cause, or is coordinated with
// another subject, as in "rebels shelled the town, and two officers were killed",
// or by a verb that stands for itself, as in "kidnapped and killed". A result that
// is one as a participle only is an act of its own in any other form.
func (m *merger) isApart(k, above *candidate, link lang.Link) bool {
	c := k.Clause
	switch link {
	case lang.Adverbial:
		if c.Earlier() || !c.Occasion() && c.Mark != "" || m.f.isOfOtherDay(c) || m.f.hasOwnCause(c) {
			return true
		}
	case lang.Coordinate:
		if above.Rule.Apart || !haveSameSubject(c, above.Clause) || rules.EventType(above.Rule.Type) == "Strategic developments" {
			return true // surrounded the village and killed nine
		}
	case lang.Argument:
		if c.Mark == "for" {
			return true // arrested two men for killing a nurse
		}
	}
	return link != lang.Result && k.Rule.Participle && !isResultParticiple(c)
}

// isOfOtherDay reports whether a clause with "when" tells what happened on a day
// that the one above only counts from: the first attack since May, when rebels
// killed nine.
func (f *finder) isOfOtherDay(c *lang.Clause) bool {
	return contains(f.set.Grammar.Dating, c.DatePreposition())
}

// isCountedFrom reports whether a length of time counts from a clause with casualties of its
// own: killed 17 people, three days after [an attack left six dead].
func (f *finder) isCountedFrom(c *lang.Clause) bool {
	if c == nil || c.Mark != "after" {
		return false
	}
	t := c.Sentence.Tokens
	return slices.ContainsFunc(c.Args, func(a lang.Arg) bool { return a.Group.Time && t.Is(a.Group.Last+1, c.Mark) }) &&
		slices.ContainsFunc(f.reading.Casualties(c.Sentence), func(x casualty.Casualty) bool { return c.Contains(x.Quantity.Span) })
}

// isDatedApart reports whether a result has a date of its own beside that of the
// clause above, as in "was killed in 2009, and a nurse was executed the following
// year", or tells in a relative clause with a date what became of somebody: took
// the commander, who was killed in 2014, off the battlefield.
func (m *merger) isDatedApart(c, above *lang.Clause, link lang.Link) bool {
	switch link {
	case lang.Result, lang.Argument, lang.Purpose:
		return false
	}
	return m.f.hasDate(c) && (link == lang.Relative && c.Kind == lang.Finite || m.f.hasDate(above))
}

// hasDate reports whether a clause has a date among its own arguments.
func (f *finder) hasDate(c *lang.Clause) bool {
	return slices.ContainsFunc(c.Args, func(a lang.Arg) bool {
		return !a.Shared && (a.Group.Time || a.Function == lang.Oblique && f.reading.IsDate(c.Sentence, a.Group.Span))
	})
}

// haveSameSubject reports whether two clauses have one subject.
func haveSameSubject(a, b *lang.Clause) bool {
	x, y := a.Arg(lang.Subject), b.Arg(lang.Subject)
	return x != nil && x == y
}

// causeInTimeClause returns the act in an adverbial clause of time that a result came
// of, as in "were wounded when militants ambushed a convoy", or nil.
func (m *merger) causeInTimeClause(k *candidate) *candidate {
	c := k.Clause
	for _, o := range c.Sentence.Clauses {
		if o.Link != lang.Adverbial || !o.Occasion() || m.f.isOfOtherDay(o) || m.f.isCountedFrom(o) || !m.f.isCountUnder(o.Parent, c) {
			continue
		}
		if e := m.byClause[m.f.begunIn(o)]; e.isUnmerged() && (!e.Rule.Result || e.Rule != k.Rule && e.hasAgent()) {
			if !e.harmsPeople() || o.Mark == "after" && k.hasAgent() && (e.Rule.Apart || m.f.isDoneByOther(o, c)) {
				continue // killed when gangs torched a station, killed a driver after they had hijacked his lorry: two acts
			}
			return e
		}
		if e := m.carriedBy(o); e != nil {
			return e
		}
	}
	return nil
}

// isDoneByOther reports whether what came before an act was done by others than the
// act, whom the text names: police killed two men after rebels bombed a checkpoint.
func (f *finder) isDoneByOther(before, act *lang.Clause) bool {
	x, y := before.Arg(lang.Subject), act.Arg(lang.Subject)
	return x != nil && y != nil && x != y && !x.Pronoun && before.Predicate.Voice == lang.Active &&
		f.reading.Is(x, rules.Force|rules.Person) && f.reading.Is(y, rules.Force|rules.Person)
}

// isCountUnder reports whether the clause c is the one above, or goes on counting from
// it or telling of its subject: two were killed and six wounded when rebels set off a bomb. In "a bomber
// killed thirty, and the army was called out when a crowd set buses on fire" it does not.
func (f *finder) isCountUnder(c, above *lang.Clause) bool {
	for ; c != nil && c != above; c = c.Parent {
		if c.Link != lang.Coordinate || !f.counts(c) && !haveSameSubject(c, above) {
			return false
		}
	}
	return c == above
}

// counts reports whether a clause counts dead or hurt, as in "six were wounded".
func (f *finder) counts(c *lang.Clause) bool {
	return slices.ContainsFunc(f.reading.Casualties(c.Sentence), func(x casualty.Casualty) bool { return c.Predicate.Overlaps(x.Anchor) })
}

// broughtOnBy returns the candidate that a verb of causing says the outcome c came of, or nil:
// clashes that resulted in the death of four.
func (m *merger) broughtOnBy(c *lang.Clause) *candidate {
	v := c.Parent
	if v == nil || v.Predicate.Noun || !contains(m.f.set.Grammar.Causing, v.Predicate.Lemma) {
		return nil
	}
	if s := v.Arg(lang.Subject); s != nil {
		if e := m.byGroup[s]; e.isUnmerged() {
			return e
		}
	}
	if v.Link != lang.Relative && v.Link != lang.Result {
		return nil
	}
	if v.Parent != nil {
		if e := m.byClause[v.Parent]; e.isUnmerged() && len(e.against) == 0 {
			return e
		}
		return m.carriedBy(v.Parent)
	}
	if v.Link == lang.Relative {
		return m.carriedBefore(v)
	}
	return nil
}

// carriedBefore returns the event noun of the first finite clause before the verb
// v that carries one, or nil: clashes broke out in Gao, which resulted in the death
// of four.
func (m *merger) carriedBefore(v *lang.Clause) *candidate {
	for _, o := range v.Sentence.Clauses {
		if e := m.carriedBy(o); e != nil && o.Start < v.Start && o.Kind == lang.Finite {
			return e
		}
	}
	return nil
}

// carriedBy returns the unmerged event noun that the verb clause carries, as
// "launched" carries "attack" in "launched an attack", or nil.
func (m *merger) carriedBy(v *lang.Clause) *candidate {
	for _, a := range v.Args {
		if e := m.byGroup[a.Group]; e.isUnmerged() && len(e.Clauses) > 1 && e.Clauses[1] == v {
			return e
		}
	}
	return nil
}
