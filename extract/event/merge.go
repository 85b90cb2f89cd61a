package event

import (
	"sitrep/extract/lang"
	"sitrep/extract/rules"
)

// merge joins the candidates of a sentence that tell one happening: a result
// verb belongs to its cause, a light verb to its noun, a noun to its verb.
func (f *finder) merge(ks []*candidate) {
	byClause := map[*lang.Clause]*candidate{}
	byGroup := map[*lang.NounGroup]*candidate{}
	for _, k := range ks {
		byClause[k.Clause] = k
		if k.Clause.Group != nil {
			byGroup[k.Clause.Group] = k
		}
	}
	m := &merger{f, byClause, byGroup}
	for _, k := range ks {
		if k.Clause.Predicate.Noun {
			m.governor(k)
		}
	}
	for _, k := range ks {
		outcome := k.Rule.Result || k.Rule.Participle && asResult(k.Clause) || k.Rule.Outcome && k.Clause.Predicate.Noun
		if outcome && !k.merged {
			if cause := m.cause(k); cause != nil && cause != k {
				cause.absorb(k)
			}
		}
	}
	m.purposes(ks)
	m.siblings(ks)
	for _, k := range ks {
		if !k.merged {
			m.repeated(k)
		}
	}
}

// purposes joins an infinitive that only says what the act before it was for,
// where both are of one kind: used tear gas to disperse the crowd.
func (m *merger) purposes(ks []*candidate) {
	for _, k := range ks {
		c := k.Clause
		if k.merged || c.Kind != lang.Infinite || c.Link != lang.Purpose || c.Parent == nil {
			continue
		}
		if e := m.byClause[c.Parent]; e != nil && !e.merged && e.Rule.Type == k.Rule.Type {
			e.absorb(k)
		}
	}
}

// siblings joins a result verb with the cause that only the clause coordinated
// with it names: 10 were killed and 32 wounded in an attack; 5 were killed
// while 3 were hurt when gunmen opened fire.
func (m *merger) siblings(ks []*candidate) {
	for i := len(ks) - 1; i >= 0; i-- {
		k := ks[i]
		if !k.Rule.Result || k.merged {
			continue
		}
		for _, o := range ks {
			c := o.Clause
			if o.into == nil || c.Parent != k.Clause || !(c.Link == lang.Coordinate || c.Link == lang.Adverbial && c.Mark == "while") {
				continue
			}
			o.into.absorb(k)
			break
		}
	}
	// the other way round: the first names the cause, the second only counts
	for _, k := range ks {
		if !k.Rule.Result || k.merged {
			continue
		}
		c := k.Clause
		if c.Parent == nil || !(c.Link == lang.Coordinate || c.Link == lang.Adverbial && c.Mark == "while") {
			continue
		}
		if p := m.byClause[c.Parent]; p != nil && p != k {
			switch {
			case p.into != nil && p.Rule.Result:
				p.into.absorb(k)
			case !p.merged && p.Rule.Result:
				p.absorb(k)
			}
		}
	}
}

type merger struct {
	f        *finder
	byClause map[*lang.Clause]*candidate
	byGroup  map[*lang.NounGroup]*candidate
}

// governor joins an event noun with the verb that carries it: launched an
// attack; an attack killed 12; clashes left 12 dead.
func (m *merger) governor(k *candidate) {
	v := k.Clause.Parent
	if v == nil {
		return
	}
	verb := m.byClause[v]
	if verb != nil && !verb.merged && m.f.set.Nouns[k.Clause.Predicate.Lemma].Is(rules.Weapon) && v.Arg(lang.Subject) == k.Clause.Group {
		verb.absorb(k) // two car bombs exploded: the noun is only the weapon
		return
	}
	if m.f.light(k.Clause, k.Rule) != nil {
		k.Clauses = append(k.Clauses, v)
		switch {
		case verb == nil || verb.merged || verb == k || verb.Rule.Result:
		case len(verb.against) < len(k.against):
			verb.absorb(k) // exchanged fire: the verb's rule fits, the noun's does not
		default:
			k.absorb(verb)
		}
		return
	}
	for _, a := range v.Args {
		if a.Group == k.Clause.Group && a.Function == lang.Subject && v.Predicate.Voice == lang.Active && (verb == nil || verb.Rule.Result) {
			k.Clauses = append(k.Clauses, v)
		}
	}
}

// cause is the candidate whose outcome the result verb k tells, or nil.
func (m *merger) cause(k *candidate) *candidate {
	c := k.Clause
	if !c.Predicate.Noun {
		for _, a := range c.Args {
			switch {
			case a.Function == lang.Subject && c.Predicate.Voice == lang.Active,
				a.Function == lang.By,
				a.Function == lang.Oblique && contains(m.f.set.Grammar.Causal, a.Prep):
				for _, g := range append([]*lang.NounGroup{a.Group}, a.Group.Conjuncts...) {
					if e := m.byGroup[g]; e != nil && !e.merged {
						return e
					}
					for _, at := range g.Attached {
						if e := m.byGroup[at.Group]; e != nil && !e.merged && (at.Prep == "of" || at.Prep == "from") {
							return e
						}
					}
				}
			}
		}
	} else {
		for _, a := range c.Args {
			if a.Function == lang.Oblique && contains(m.f.set.Grammar.Causal, a.Prep) || a.Function == lang.By {
				if e := m.byGroup[a.Group]; e != nil && !e.merged {
					return e
				}
			}
		}
		return m.brought(c)
	}
	// killing dozens; and killed five
	for p, l := c.Parent, c.Link; p != nil; p, l = p.Parent, p.Link {
		if l != lang.Result && l != lang.Coordinate && l != lang.Relative && l != lang.Purpose && l != lang.Argument && l != lang.Adverbial {
			break
		}
		e := m.byClause[p]
		if e != nil && !e.merged && (!e.Rule.Result || e.Rule != k.Rule && e.acts()) {
			if l == lang.Adverbial && !c.Occasion() && c.Mark != "" {
				return nil
			}
			if l == lang.Coordinate && (e.Rule.Apart || !sameSubject(c, p)) || l != lang.Result && k.Rule.Participle {
				return nil
			}
			return e
		}
		if e == nil && l == lang.Result {
			if n := m.carried(p); n != nil {
				return n
			}
		}
	}
	// were wounded when militants ambushed a convoy
	for _, o := range c.Sentence.Clauses {
		if o.Link != lang.Adverbial || !o.Occasion() || !within(o.Parent, c) {
			continue
		}
		if e := m.byClause[o]; e != nil && !e.merged && !e.Rule.Result {
			if !e.harms() {
				continue // killed when gangs torched a station: two acts
			}
			return e
		}
		if e := m.carried(o); e != nil {
			return e
		}
	}
	return nil
}

// asResult says whether a participle tells an outcome, by itself or as one of
// several: …, killing two and wrecking a lorry.
func asResult(c *lang.Clause) bool {
	for c.Link == lang.Coordinate && c.Kind == lang.Participle && c.Parent != nil && c.Parent.Kind == lang.Participle {
		c = c.Parent
	}
	return c.Link == lang.Result
}

// harms says whether the act can be one on people: arson alone kills nobody.
func (k *candidate) harms() bool {
	r := k.Rule.Roles.Target
	return r == nil || len(r.Kinds) == 0 || rules.Mask(r.Kinds).Is(rules.Force|rules.Person|rules.Crowd)
}

// brought is the candidate that a verb says brought on the outcome c: clashes
// that resulted in the death of four; opened fire, leading to the death of one.
func (m *merger) brought(c *lang.Clause) *candidate {
	v := c.Parent
	if v == nil || v.Predicate.Noun || !contains(m.f.set.Grammar.Causing, v.Predicate.Lemma) {
		return nil
	}
	if s := v.Arg(lang.Subject); s != nil {
		if e := m.byGroup[s]; e != nil && !e.merged {
			return e
		}
	}
	if v.Parent != nil && (v.Link == lang.Result || v.Link == lang.Relative) {
		if e := m.byClause[v.Parent]; e != nil && !e.merged && len(e.against) == 0 {
			return e
		}
		return m.carried(v.Parent)
	}
	if v.Link == lang.Relative { // clashes broke out in X which resulted in …
		for _, o := range c.Sentence.Clauses {
			if e := m.carried(o); e != nil && o.Start < v.Start && o.Kind == lang.Finite {
				return e
			}
		}
	}
	return nil
}

// carried is the event noun that the verb clause carries.
func (m *merger) carried(v *lang.Clause) *candidate {
	for _, a := range v.Args {
		if e := m.byGroup[a.Group]; e != nil && !e.merged && len(e.Clauses) > 1 && e.Clauses[1] == v {
			return e
		}
	}
	return nil
}

// within says whether the parent is the clause or one that it is coordinated
// with.
func within(parent, c *lang.Clause) bool {
	for ; parent != nil; parent = parent.Parent {
		if parent == c {
			return true
		}
		if parent.Link != lang.Coordinate {
			return false
		}
	}
	return false
}

func sameSubject(a, b *lang.Clause) bool {
	x, y := a.Arg(lang.Subject), b.Arg(lang.Subject)
	return x != nil && x == y
}

// repeated joins a noun that only names again what a verb of the sentence
// tells: clashed … in the clash; and a verb whose object is its own result.
func (m *merger) repeated(k *candidate) {
	c := k.Clause
	if c.Parent == nil {
		return
	}
	if !c.Predicate.Noun {
		// a grenade hurled by gunmen exploded, a missile fired by a jet hit a car
		if e := m.byClause[c.Parent]; c.Link == lang.Relative && c.Kind == lang.Participle && e != nil && !e.merged && e != k {
			s := c.Arg(lang.Subject)
			if s != nil && s == c.Parent.Arg(lang.Subject) && (e.Rule.ID == k.Rule.ID && e.Type == k.Type || m.f.class(s).Is(rules.Weapon) && m.f.armament(s)) {
				e.absorb(k)
			}
		}
		return
	}
	e := m.byClause[c.Parent]
	if e == nil || e.merged || e == k || e.Rule.ID != k.Rule.ID {
		return
	}
	e.absorb(k)
}

// armament says whether a group names a weapon of a known sort: what one is
// said to do next is what it was used for.
func (f *finder) armament(g *lang.NounGroup) bool {
	_, ok := f.set.Weapons[g.Sentence.Tokens[g.Head].Lower]
	return ok
}

// absorb makes o a part of k: its clauses, and its fillers where k has none.
func (k *candidate) absorb(o *candidate) {
	for k.into != nil {
		k = k.into
	}
	if k == o || len(k.against) > len(o.against) && k.alone < o.alone {
		return // what is hardly an event itself takes over none that is one
	}
	o.merged, o.into = true, k
	k.Clauses = append(k.Clauses, o.Clauses...)
	if o.Rule.Result && k.Rule.Reciprocal && len(k.Actors) == 0 && o.Clause.Predicate.Voice == lang.Passive && len(k.Targets) > 0 && !k.victims {
		// killed in a clash with Y: Y did it
		k.Actors, k.Targets = k.Targets, nil
	}
	if len(k.Targets) == 0 || o.Rule.Result && k.victims {
		k.victims = o.Rule.Result
		k.Targets = append(k.Targets, notIn(notIn(o.Targets, k.Actors), k.Targets)...)
	}
	if g := k.Clause.Group; g != nil && !o.Clause.Predicate.Noun && o.Clause.Link == lang.Coordinate && o.Clause.Arg(lang.Subject) == g && len(k.Targets) > 0 && !k.victims {
		k.Targets = append(k.Targets, notIn(notIn(o.Targets, k.Actors), k.Targets)...) // one strike hit a unit and destroyed a tunnel
	}
	if len(k.Actors) == 0 && !o.Rule.Result {
		k.Actors = notIn(o.Actors, k.Targets)
	}
	if len(k.Actors) == 0 && o.Rule.Result {
		k.Actors = onlyAgents(notIn(o.Actors, k.Targets))
	}
	k.slots = append(k.slots, o.slots...)
}

// acts says whether somebody who can act by himself does it: jets hit posts,
// killing dozens.
func (k *candidate) acts() bool {
	for _, f := range k.Actors {
		if f.Class.Is(rules.Force | rules.Government | rules.Crowd | rules.Carrier) {
			return true
		}
	}
	return false
}

// onlyAgents are the fillers that can act by themselves.
func onlyAgents(fs []Filler) []Filler {
	var out []Filler
	for _, f := range fs {
		if f.Class.Is(rules.Force | rules.Government | rules.Crowd) {
			out = append(out, f)
		}
	}
	return out
}

func notIn(fs, taken []Filler) []Filler {
	var out []Filler
	for _, f := range fs {
		if !isTaken(taken, f.Group) && !f.Class.Is(rules.Happening) {
			out = append(out, f)
		}
	}
	return out
}
