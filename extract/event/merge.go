package event

import (
	"slices"

	"sitrep/extract/article"
	"sitrep/extract/lang"
	"sitrep/extract/rules"
)

// merger joins the candidates of one sentence.
type merger struct {
	f        *finder
	byClause map[*lang.Clause]*candidate
	byGroup  map[*lang.NounGroup]*candidate // the event nouns
}

// merge joins the candidates of a sentence that tell of the same act: a result
// belongs to its cause, a light verb to its noun, a noun to its verb.
func (f *finder) merge(ks []*candidate) {
	m := &merger{f, map[*lang.Clause]*candidate{}, map[*lang.NounGroup]*candidate{}}
	for _, k := range ks {
		m.byClause[k.Clause] = k
		if k.Clause.Group != nil {
			m.byGroup[k.Clause.Group] = k
		}
	}
	for _, k := range ks {
		if k.Clause.Predicate.Noun {
			m.joinGovernor(k)
		}
	}
	for _, k := range ks {
		if k.merged || !k.isOutcome() && !m.isDeathOf(k) {
			continue
		}
		if cause := m.causeOf(k); cause != nil && cause != k && !m.f.areApart(cause.Event, k.Event) {
			cause.absorb(k)
		}
	}
	m.joinCarriedResults(ks)
	m.joinLabels(ks)
	m.joinOneAct(ks)
	m.joinPurposes(ks)
	m.joinFirstResults(ks)
	m.joinFurtherResults(ks)
	m.joinFlights(ks)
	for _, k := range ks {
		if !k.merged {
			m.joinRepetition(k)
		}
	}
}

// isOutcome reports whether a candidate can be the outcome of another act in its
// sentence: were killed; …, wrecking a lorry; the death of four.
func (k *candidate) isOutcome() bool {
	r := k.Rule
	return r.Result || r.Participle && isResultParticiple(k.Clause) || r.Outcome && k.Clause.Predicate.Noun
}

// isDeathOf reports whether a candidate tells by a verb of results alone what became of
// those whom its rule names, and of nobody who did it: 35 protesters were killed when
// soldiers broke up a sit-in.
func (m *merger) isDeathOf(k *candidate) bool {
	p := k.Clause.Predicate
	return k.Rule.Participle && !p.Noun && p.Voice == lang.Passive && len(k.Actors) == 0 &&
		slices.ContainsFunc(m.f.set.Triggers(p.Lemma, "v"), func(t rules.Trigger) bool { return t.Rule.Result })
}

// isResultParticiple reports whether a participle tells an outcome, by itself or
// as one of several: …, killing two and wrecking a lorry.
func isResultParticiple(c *lang.Clause) bool { return firstParticiple(c).Link == lang.Result }

// firstParticiple returns the first of several participles of which c is one, or c: …, [killing]
// two and wrecking a lorry.
func firstParticiple(c *lang.Clause) *lang.Clause {
	for c.Link == lang.Coordinate && c.Kind == lang.Participle && c.Parent != nil && c.Parent.Kind == lang.Participle {
		c = c.Parent
	}
	return c
}

// isUnmerged reports whether there is a candidate and no other has taken it
// over.
func (k *candidate) isUnmerged() bool { return k != nil && !k.merged }

// joinGovernor joins an event noun with the verb that it stands with: launched an attack.
func (m *merger) joinGovernor(k *candidate) {
	v := k.Clause.Parent
	if v == nil {
		return
	}
	verb := m.byClause[v]
	switch {
	case verb.isUnmerged() && m.isWeaponOf(k, v):
		verb.absorb(k) // two car bombs exploded
	case verb.isUnmerged() && isActItself(k, verb):
		m.joinActItself(k, verb)
	case m.f.light(k.Clause, k.Rule) != nil:
		if m.leadsOn(k, v) {
			if verb.isUnmerged() && verb != k {
				verb.merged, verb.into = true, k // the strike came hours after an attack on a base
			}
			return
		}
		k.Clauses = append(k.Clauses, v)
		if verb.isUnmerged() && verb != k && !verb.Rule.Result {
			joinLightVerb(k, verb)
		}
	case v.Predicate.Voice == lang.Active && (verb == nil || verb.Rule.Result):
		for _, a := range v.Args {
			if a.Group == k.Clause.Group && a.Function == lang.Subject {
				k.Clauses = append(k.Clauses, v) // an attack killed 12
			}
		}
	}
}

// isActItself reports whether the event noun of k, behind a verb or before it, is what that tells
// of, or only introduces it: were arrested in raids; shelled a camp in an attack that wounded 20.
func isActItself(k, verb *candidate) bool {
	g, p := k.Clause.Group, verb.Clause.Predicate
	if !slices.ContainsFunc(verb.Clause.Args, func(a lang.Arg) bool {
		return a.Group == g && a.Function == lang.Oblique && (a.Prep == "in" || a.Prep == "during")
	}) {
		return false
	}
	switch {
	case k.Rule.Act == "raid" && verb.Rule.Act == "arrest":
		return true
	case verb.Rule.Result:
		return false
	case g.End <= p.Start:
		return verb.Clause.Kind == lang.Finite && len(k.Targets) == 0 && k.Rule.Is("force") && verb.Rule.Is("force")
	}
	return (g.Det != "the" || !g.Modifiers.Empty()) && isForce(k) && isForce(verb)
}

// joinActItself joins the event noun of k with the verb that it is the act of, which tells
// it unless it only counts victims: two guards were shot dead in an ambush.
func (m *merger) joinActItself(k, verb *candidate) {
	if verb.Clause.Predicate.Voice == lang.Passive && m.f.counts(verb.Clause) && verb.Rule.Act != "arrest" {
		k.absorb(verb)
		return
	}
	verb.absorb(k)
}

// isForce reports whether a candidate tells of an act of force.
func isForce(k *candidate) bool { return k.Rule.Is("force") || isStrike(k) }

// leadsOn reports whether the verb goes on from the event noun k, its subject, to another
// act that is told too.
func (m *merger) leadsOn(k *candidate, v *lang.Clause) bool {
	g := m.f.ledTo(v, k.Clause.Group)
	return g != nil && m.byGroup[g] != nil
}

// isWeaponOf reports whether the event noun of k is only the weapon that is the
// subject of the verb, as in "two car bombs exploded".
func (m *merger) isWeaponOf(k *candidate, v *lang.Clause) bool {
	return m.f.set.Nouns[k.Clause.Predicate.Lemma].Is(rules.Weapon) && v.Arg(lang.Subject) == k.Clause.Group
}

// joinLightVerb joins an event noun with its light verb where that calls up a
// rule of its own. The noun's rule is taken unless more of its conditions fail, as
// in "exchanged fire", or the verb tells that it is no more: a truce ended.
func joinLightVerb(noun, verb *candidate) {
	if len(verb.against) < len(noun.against) || isAgreed(noun) && breaksOrAgrees(verb) && !isAgreed(verb) {
		verb.absorb(noun)
		return
	}
	noun.absorb(verb)
}

// joinCarriedResults joins an event noun that a participle carries with the strike that it came
// of, which it tells no more of: hit a refinery, setting it on fire.
func (m *merger) joinCarriedResults(ks []*candidate) {
	for _, k := range ks {
		if k.merged || !k.Clause.Predicate.Noun || len(k.Clauses) < 2 || k.Rule.Act != "burn" || !isResultParticiple(k.Clauses[1]) {
			continue
		}
		v := k.Clauses[1]
		e := m.byClause[v.Parent]
		if e.isUnmerged() && haveSameSubject(v, v.Parent) && m.f.class(v.Arg(lang.Subject)).Is(rules.Weapon|rules.Carrier) {
			k.isToldBy(e)
		}
	}
}

// joinPurposes joins an infinitive with the act that was done for it where both
// are of one kind, as in "used tear gas to disperse the crowd".
func (m *merger) joinPurposes(ks []*candidate) {
	for _, k := range ks {
		c := k.Clause
		if k.merged || c.Kind != lang.Infinite || c.Link != lang.Purpose || c.Parent == nil {
			continue
		}
		if e := m.byClause[c.Parent]; e.isUnmerged() && e.Rule.Type == k.Rule.Type {
			e.absorb(k)
		}
	}
}

// joinFirstResults joins a result with the cause that only the result coordinated
// with it names: 10 were killed and 32 wounded in an attack; 5 were killed while 3
// were hurt when gunmen opened fire. In "two were hurt by a mine, and a gun battle
// killed four" the second tells of another act.
func (m *merger) joinFirstResults(ks []*candidate) {
	for i := len(ks) - 1; i >= 0; i-- {
		k := ks[i]
		if !k.Rule.Result || k.merged {
			continue
		}
		for _, o := range ks {
			if o.into != nil && o.Clause.Parent == k.Clause && continuesCount(o.Clause) && m.byGroup[o.Clause.Arg(lang.Subject)] == nil && !m.isDatedApart(o.Clause, k.Clause, o.Clause.Link) && !m.f.areApart(o.into.Event, k.Event) {
				o.into.absorb(k)
				break
			}
		}
	}
}

// joinFurtherResults joins a result that only counts on with the result before it
// or with the cause of that one: 10 were killed in an attack and 32 wounded.
func (m *merger) joinFurtherResults(ks []*candidate) {
	for _, k := range ks {
		if !k.Rule.Result || k.merged || k.Clause.Parent == nil || !continuesCount(k.Clause) {
			continue
		}
		p := m.byClause[k.Clause.Parent]
		switch {
		case p == nil || p == k || !p.Rule.Result || m.isDatedApart(k.Clause, p.Clause, k.Clause.Link) || m.f.areApart(p.Event, k.Event):
		case p.into != nil:
			p.into.absorb(k)
		case !p.merged:
			p.absorb(k)
		}
	}
}

// continuesCount reports whether a result is coordinated with the one before it:
// … and 32 wounded; … while 3 were hurt; but not … while rockets killed 12.
func continuesCount(c *lang.Clause) bool {
	if c.Link != lang.Coordinate && (c.Link != lang.Adverbial || c.Mark != "while") {
		return false
	}
	return c.Predicate.Voice == lang.Passive || c.Arg(lang.Object) == nil || !hasOwnSubject(c)
}

// joinRepetition joins a candidate with the one of the clause above that tells the
// same act: a noun that names it again, as in "clashed … in the clash", or a
// participle that says how its weapon got there.
func (m *merger) joinRepetition(k *candidate) {
	c := k.Clause
	e := m.byClause[c.Parent]
	if !e.isUnmerged() || e == k {
		return
	}
	switch {
	case c.Predicate.Noun && e.Rule.ID == k.Rule.ID, !c.Predicate.Noun && m.landed(k, e), furthers(k, e):
		e.absorb(k)
	case !c.Predicate.Noun && m.launches(k, e):
		if e.Rule.Result && len(k.Targets) > 0 && k.Rule.Type != "Remote explosive/landmine/IED" {
			e.Targets, e.victims = nil, false // a grenade thrown at a bar injured eleven
		}
		e.absorb(k)
	}
}

// furthers reports whether a participle tells how the act of the clause above, of which it
// is a part, went on: surrendered, handing over their rifles.
func furthers(k, above *candidate) bool {
	return isResultParticiple(k.Clause) && k.Rule.Type == above.Rule.Type && rules.EventType(k.Rule.Type) == "Strategic developments" && haveSameSubject(k.Clause, above.Clause)
}

// landed reports whether a relative clause tells where the weapon ended with which the
// verb above was done, or at what it was aimed: fired rockets which hit a farm. A mine
// goes off long after it was laid.
func (m *merger) landed(k, above *candidate) bool {
	c := k.Clause
	g := c.Arg(lang.Subject)
	if c.Link != lang.Relative || c.Predicate.Voice == lang.Passive && m.f.aim(c) == nil || c.Predicate.Negated || g == nil || g != above.Clause.Arg(lang.Object) {
		return false
	}
	return isStrike(k) && isStrike(above) && above.Rule.Type != "Remote explosive/landmine/IED" && m.f.class(g).Is(rules.Weapon) && m.f.isKnownWeapon(g)
}

// launches reports whether a participle tells how what the verb above is about was set off: a
// grenade hurled by gunmen exploded; a missile that was fired by a jet hit a car.
func (m *merger) launches(k, above *candidate) bool {
	c := k.Clause
	s := c.Arg(lang.Subject)
	if c.Link != lang.Relative || c.Kind != lang.Participle && c.Predicate.Voice == lang.Active || s == nil {
		return false
	}
	if p := c.Parent; s != p.Arg(lang.Subject) && (p.Predicate.Voice != lang.Passive || c.Predicate.Voice != lang.Passive || s != p.Arg(lang.By)) {
		return false
	}
	return above.Rule.ID == k.Rule.ID && above.Type == k.Type || m.f.class(s).Is(rules.Weapon) && m.f.isKnownWeapon(s)
}

// isKnownWeapon reports whether the head of a group is in the table of weapons.
func (f *finder) isKnownWeapon(g *lang.NounGroup) bool {
	_, ok := f.set.Weapons[g.Sentence.Tokens[g.Head].Lower]
	return ok
}

// joinFlights joins the flight that an act brought about with the act: attacked the town,
// forcing residents to flee; clashes made 2,000 people flee.
func (m *merger) joinFlights(ks []*candidate) {
	for _, k := range ks {
		p := k.Clause.Parent
		if k.merged || k.Rule.Act != "displace" || k.Clause.Kind != lang.Infinite || p == nil || !contains(m.f.set.Grammar.Forcing, p.Predicate.Lemma) {
			continue
		}
		cause := m.byGroup[p.Arg(lang.Subject)]
		if cause == nil && p.Link == lang.Result {
			cause = m.byClause[p.Parent]
		}
		armed := slices.ContainsFunc(append(slices.Clone(k.Actors), k.Targets...), func(x Filler) bool { return x.Class.Is(rules.Force) })
		if cause != nil && cause != k && !armed {
			k.isToldBy(cause)
		}
	}
}

// joinLabels joins an act that heads a note with the one that the note tells: Property
// destruction: On 9 June gunmen burned a school; Attack: Gunmen killed two farmers.
func (m *merger) joinLabels(ks []*candidate) {
	for _, k := range ks {
		if k.merged || !isLabel(k.Clause.Group) {
			continue
		}
		for _, e := range ks {
			if e != k && !e.merged && e.Trigger.Start > k.Trigger.End && (!e.Rule.Result || len(e.Actors) > 0) {
				k.isToldBy(e)
				break
			}
		}
	}
}

// isLabel reports whether a group opens a sentence and a colon and a new sentence follow. Before a
// sentence that begins with a bare noun, as a headline does, the label must be a short common noun.
func isLabel(g *lang.NounGroup) bool {
	if g == nil || g.First > 0 || g.Sentence.Part == article.Title {
		return false
	}
	t := g.Sentence.Tokens
	if !t.Is(g.Last+1, ":") || !t.Capital(g.Last+2) {
		return false
	}
	return t.Tagged(g.Last+2, "IN", "DT", "CD") || !g.Proper && g.Possessor == nil && g.Last-g.First < longestLabel && hasFiniteBehind(g)
}

// longestLabel is the largest number of words in a label before a bare noun.
const longestLabel = 3

// hasFiniteBehind reports whether a finite verb follows a group in its sentence.
func hasFiniteBehind(g *lang.NounGroup) bool {
	return slices.ContainsFunc(g.Sentence.Verbs, func(v *lang.VerbGroup) bool { return v.Finite && v.First > g.Last })
}
