package entity

import (
	"slices"
	"strings"

	"sitrep/extract/lang"
	"sitrep/extract/mention/actor"
	"sitrep/gazetteer"
)

// description resolves the group, the militants, the army, the gunmen: to the
// best candidate before it, else to people of any kind (members) or, in a
// lead, to the name that the text gives after it.
func (c *Resolver) description(m *actor.Mention) {
	if m.Noun.Service != "" && c.service(m) {
		return
	}
	kinds, open := words().descriptions[m.Noun.Noun]
	list := c.described(m, kinds)
	if len(list) == 0 && words().members[m.Noun.Noun] {
		list = c.anyone(m)
		if collective(m) { // the group: some of the men, where no group is named
			if a := decide(list); a != nil {
				c.adopt(m, a)
				return
			}
			list = nil
		}
	}
	if len(list) == 0 && open && (m.Noun.Class == gazetteer.NounForce || m.Noun.Class == gazetteer.NounGroup) {
		c.nameAfter(m, kinds)
		return
	}
	if a := decide(list); a != nil {
		c.adopt(m, a)
	}
}

// described lists the mentions before m that m can describe, with their
// points: those called by the same noun and those of a kind that the noun
// stands for.
func (c *Resolver) described(m *actor.Mention, kinds map[string]bool) []rated {
	var list []rated
	top := noPoints
	for back, sentence := range c.before(m) {
		if sameWord+subjectPoints/2-perSentence*back <= top-margin {
			break // nobody so far back is nearly as good
		}
		for _, a := range sentence {
			if !describable(m, a) || c.isOfOtherPeople(m, a) || actsOn(a, m) {
				continue
			}
			repeated := a.Form == actor.Description && a.Noun.Noun == m.Noun.Noun && a.Noun.Noun != ""
			if repeated && (!agrees(m, a) || addsName(m, a)) || !repeated && !c.hasKind(m, a, kinds) {
				continue
			}
			points := -perSentence * back
			switch {
			case repeated:
				points += sameWord
			case a.Specific():
				points += 2 * namedPoints
			}
			if role(a) == lang.Subject {
				points += subjectPoints / 2
			}
			list = append(list, rated{a, points})
			top = max(top, points)
		}
	}
	return list
}

// actsOn reports whether a clause has a as its subject and m as its object, so that they
// are not the same: fighters killed ten of the militants.
func actsOn(a, m *actor.Mention) bool {
	if a.Sentence != m.Sentence || a.Group == nil || m.Group == nil {
		return false
	}
	return slices.ContainsFunc(m.Sentence.Clauses, func(c *lang.Clause) bool {
		by, to := c.Arg(lang.Subject), c.Arg(lang.Object)
		return c.Kind != lang.Nominal && by != nil && to != nil && includes(by, a.Group) && includes(to, m.Group)
	})
}

// includes reports whether a group is x or a part of x: ten of the militants.
func includes(g, x *lang.NounGroup) bool {
	return g == x || slices.ContainsFunc(g.Attached, func(at *lang.Attachment) bool { return at.Prep == "of" && at.Group == x })
}

// addsName reports whether a description has a name before its noun that the mention a
// has not: the Hazara community is no other community.
func addsName(m, a *actor.Mention) bool {
	if m.Group == nil || a.Group == nil {
		return false
	}
	has := func(word string) bool {
		return slices.ContainsFunc(a.Sentence.Tokens[a.Group.First:a.Group.Last+1], func(t lang.Token) bool { return strings.EqualFold(t.Text, word) })
	}
	return slices.ContainsFunc(m.Sentence.Tokens[m.Group.First:m.Head], func(t lang.Token) bool { return t.Tag == "NNP" && !has(t.Text) })
}

// describable reports whether a is a mention that a description can take up:
// no pronoun, no building or weapon, and a state only for its officials, as in
// Moscow … the government.
func describable(m, a *actor.Mention) bool {
	if thing(a) && a.Noun.Service == "" && a.Noun.Class != gazetteer.NounCarrier {
		return false
	}
	if a.Form == actor.State {
		return m.Noun.Class == gazetteer.NounOfficial
	}
	return a.Form != actor.Pronoun
}

// hasKind reports whether a is of one of the kinds that m's noun stands for,
// and nothing known of a contradicts m.
func (c *Resolver) hasKind(m, a *actor.Mention, kinds map[string]bool) bool {
	return kinds[a.Kind] && (a.Kind != "" || a.ID != "") && c.compatible(m, a)
}

// anyone lists the people whom prisoners or women can refer to, in the
// sentences before m's own.
func (c *Resolver) anyone(m *actor.Mention) []rated {
	var list []rated
	crowd := m.Noun.Class == gazetteer.NounCrowd // neither one man nor troops
	many := crowd || m.Plural || collective(m)
	for back, sentence := range c.before(m) {
		if back == 0 {
			continue
		}
		for _, a := range sentence {
			if a.Form != actor.Description || a.Specific() && !a.Plural || a.Plural != many || crowd && a.Noun.Class == gazetteer.NounForce {
				continue
			}
			switch a.Noun.Class {
			case gazetteer.NounForce, gazetteer.NounCivilian, gazetteer.NounPerson, gazetteer.NounCrowd:
				list = append(list, rated{a, -perSentence * (back - 1)})
			}
		}
		if len(list) > 0 {
			break // nobody further back is nearly as good
		}
	}
	return list
}

// nameAfter resolves a description that comes before the name, as in a lead
// that begins The ultra-hardline group said …: to the only name after it that
// fits.
func (c *Resolver) nameAfter(m *actor.Mention, kinds map[string]bool) {
	if m.Sentence.Index > 1 {
		return
	}
	var only *actor.Mention
	for i := m.Sentence.Index; i <= m.Sentence.Index+Earlier && i < len(c.r.Document().Sentences); i++ {
		for _, a := range c.r.Sentence(i) {
			if a.Start <= m.Start || a.Form != actor.Name || !a.Specific() || !kinds[a.Kind] || a.Kind == "" || !c.compatible(m, a) {
				continue
			}
			if only != nil && !same(only, a) {
				return
			}
			if only == nil {
				only = a
			}
		}
	}
	if only != nil {
		c.adopt(m, only)
	}
}

// thing reports whether a mention is of a building, vehicle or weapon, whoever
// it belongs to.
func thing(a *actor.Mention) bool {
	switch a.Noun.Class {
	case gazetteer.NounFacility, gazetteer.NounObject, gazetteer.NounCarrier:
		return true
	}
	return false
}

// compatible reports whether what the dictionary knows of a allows it to be
// described as m: its nation, its backer, its number.
func (c *Resolver) compatible(m, a *actor.Mention) bool {
	if a.Person || !agrees(m, a) || c.isOfOtherPeople(m, a) {
		return false
	}
	d, known := c.r.Index().ByID(a.ID)
	if m.Country != "" {
		if known && !d.In(m.Country) || !known && a.Country != m.Country {
			return false
		}
	}
	if m.Side != "" && known {
		return slices.Contains(d.With(), m.Side) || d.Parent == m.Side
	}
	return true
}

// agrees reports whether a description and its antecedent agree in number. The
// militants can be a group; the group cannot be gunmen.
func agrees(m, a *actor.Mention) bool {
	if m.Plural == a.Plural || a.Form == actor.Name || a.Form == actor.Force || a.Specific() && !m.Person && !a.Person {
		return !(m.Person && (a.Plural || a.Specific()) && !a.Person)
	}
	return m.Plural && collective(a)
}

// service resolves the army, the police, the government: to the nearest force
// that was called so, else to that force of the one country whose side has
// been named.
func (c *Resolver) service(m *actor.Mention) bool {
	if m.Kind == gazetteer.KindCivilians || m.Person && m.Noun.Class != gazetteer.NounOfficial {
		return false
	}
	if a := c.sameService(m); a != nil {
		c.adopt(m, a)
		return true
	}
	var near *actor.Mention
	for _, sentence := range c.before(m) {
		for i := len(sentence) - 1; i >= 0; i-- {
			a := sentence[i]
			if !ofState(a) || a.Form == actor.State && i > 0 && sentence[i-1].Overlaps(a.Span) {
				continue // the second: Myanmar, of Myanmar's military
			}
			if isService(a, m.Noun.Service) {
				c.adopt(m, a)
				return true
			}
			if near == nil {
				near = a
			} else if near.Country != a.Country {
				return false
			}
		}
	}
	return near != nil && c.serviceOf(m, near)
}

// ofState reports whether a is a state or one of its forces.
func ofState(a *actor.Mention) bool {
	return a.Kind == gazetteer.KindStateForces && a.Country != "" && a.ID != "" && a.Form != actor.Pronoun
}

// isService reports whether a names the service itself: the Afghan National
// Army, for the army.
func isService(a *actor.Mention, service string) bool {
	return a.Form != actor.State && a.Form != actor.Description && !thing(a) && a.ID == a.Country+"-"+service
}

// serviceOf makes m the service of near's country, where the dictionary has
// it.
func (c *Resolver) serviceOf(m, near *actor.Mention) bool {
	f := c.r.Index().StateForce(near.Country, m.Noun.Service)
	if f == nil {
		return false
	}
	c.ends[m] = near
	m.Antecedent = &near.Actor
	m.ID, m.Name, m.Kind, m.Country = f.ID, f.Name, f.Kind, f.Country
	if m.SourceKind == "" {
		m.SourceKind = f.SourceKind
	}
	return true
}

// sameService returns the nearest force that was called by m's own noun, or
// nil: the army, after the Afghan army, even where foreign troops were named
// in between.
func (c *Resolver) sameService(m *actor.Mention) *actor.Mention {
	for _, sentence := range c.before(m) {
		for i := len(sentence) - 1; i >= 0; i-- {
			a := sentence[i]
			if a.Form == actor.Description && a.Noun.Noun == m.Noun.Noun && a.Kind == gazetteer.KindStateForces && a.ID != "" && a.Country != "" && !thing(a) {
				return a
			}
		}
	}
	return nil
}
