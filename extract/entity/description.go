package entity

import (
	"sitrep/extract/lang"
	"sitrep/extract/mention/actor"
	"sitrep/gazetteer"
)

// description resolves the group, the militants, the army, the gunmen.
func (c *Resolver) description(m *actor.Mention) {
	if m.Noun.Service != "" && c.service(m) {
		return
	}
	kinds, open := words().descriptions[m.Noun.Noun]
	var list []rated
	for back, sentence := range c.before(m) {
		for _, a := range sentence {
			if thing(a) && a.Noun.Service == "" && a.Noun.Class != gazetteer.NounCarrier || a.Form == actor.Pronoun || a.Form == actor.State && m.Noun.Class != gazetteer.NounOfficial {
				continue
			}
			again := a.Form == actor.Description && a.Noun.Noun == m.Noun.Noun && a.Noun.Noun != ""
			if !again {
				if !open || !kinds[a.Kind] || a.Kind == "" && a.ID == "" || !c.compatible(m, a) {
					continue
				}
			} else if !agrees(m, a) {
				continue
			}
			points := -perSentence * back
			switch {
			case again:
				points += sameWord
			case a.Specific():
				points += 2 * namedPoints
			}
			if role(a) == lang.Subject {
				points += subjectPoints / 2
			}
			list = append(list, rated{a, points})
		}
	}
	if len(list) == 0 && words().members[m.Noun.Noun] {
		list = c.anyone(m)
		if collective(m) { // the group: some of the men, where no group is named
			if a := decide(list); a != nil {
				c.take(m, a)
				return
			}
			list = nil
		}
	}
	if len(list) == 0 && open && m.Noun.Class == gazetteer.NounForce || len(list) == 0 && m.Noun.Class == gazetteer.NounGroup && open {
		c.ahead(m, kinds)
		return
	}
	if a := decide(list); a != nil {
		c.take(m, a)
	}
}

// anyone lists the people that prisoners or women can be, in the sentences
// before m's own.
func (c *Resolver) anyone(m *actor.Mention) []rated {
	var list []rated
	for back, sentence := range c.before(m)[1:] {
		for _, a := range sentence {
			if a.Form != actor.Description || a.Specific() && !a.Plural || a.Plural != (m.Plural || collective(m)) {
				continue
			}
			switch a.Noun.Class {
			case gazetteer.NounForce, gazetteer.NounCivilian, gazetteer.NounPerson, gazetteer.NounCrowd:
				list = append(list, rated{a, -perSentence * back})
			}
		}
	}
	return list
}

// ahead resolves a description that comes before the name, as leads do (the
// ultra-hardline group said …): to the one fitting name of the sentences
// after it.
func (c *Resolver) ahead(m *actor.Mention, kinds map[string]bool) {
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
		c.take(m, only)
	}
}

// thing says whether a mention is of a building, vehicle or weapon, whoever
// it belongs to.
func thing(a *actor.Mention) bool {
	switch a.Noun.Class {
	case gazetteer.NounFacility, gazetteer.NounObject, gazetteer.NounCarrier:
		return true
	}
	return false
}

// compatible says whether what the dictionary knows of a lets it be described
// as m: by nation, by backer, by number.
func (c *Resolver) compatible(m, a *actor.Mention) bool {
	if a.Person || !agrees(m, a) {
		return false
	}
	if a.Form == actor.Description && !a.Specific() && a.Noun.Class == gazetteer.NounCivilian {
		return false
	}
	d, known := c.r.Index().ByID(a.ID)
	if m.Country != "" {
		if known && !d.In(m.Country) || !known && a.Country != m.Country {
			return false
		}
	}
	if m.Side != "" && known {
		for _, w := range d.With() {
			if w == m.Side {
				return true
			}
		}
		return d.Parent == m.Side
	}
	return true
}

// agrees says whether the numbers of a description and its antecedent can
// meet. The militants can be a group, the group cannot be gunmen.
func agrees(m, a *actor.Mention) bool {
	if m.Plural == a.Plural || a.Form == actor.Name || a.Form == actor.Force || a.Specific() && !m.Person && !a.Person {
		return !(m.Person && (a.Plural || a.Specific()) && !a.Person)
	}
	return m.Plural && collective(a)
}

// service resolves the army, the police, the government: to the force of that
// name that is nearest, else to that of the one country whose side has been
// named.
func (c *Resolver) service(m *actor.Mention) bool {
	if m.Kind == gazetteer.KindCivilians || m.Person && m.Noun.Class != gazetteer.NounOfficial {
		return false
	}
	var country string
	var near *actor.Mention
	if a := c.sameService(m); a != nil {
		c.take(m, a)
		return true
	}
	for _, sentence := range c.before(m) {
		for i := len(sentence) - 1; i >= 0; i-- {
			a := sentence[i]
			if a.Form == actor.State && i > 0 && sentence[i-1].Overlaps(a.Span) {
				continue // Myanmar, of Myanmar's military
			}
			if a.Kind != gazetteer.KindStateForces || a.Country == "" || a.ID == "" || a.Form == actor.Pronoun {
				continue
			}
			if a.Form != actor.State && a.Form != actor.Description && !thing(a) && a.ID == a.Country+"-"+m.Noun.Service {
				c.take(m, a)
				return true
			}
			if country == "" {
				country, near = a.Country, a
			} else if country != a.Country {
				return false
			}
		}
	}
	if near == nil {
		return false
	}
	f := c.r.Index().StateForce(country, m.Noun.Service)
	if f == nil {
		return false
	}
	source := m.SourceKind
	c.ends[m] = near
	m.Antecedent = &near.Actor
	m.ID, m.Name, m.Kind, m.Country = f.ID, f.Name, f.Kind, f.Country
	if source == "" {
		m.SourceKind = f.SourceKind
	}
	return true
}

// sameService is the nearest force that was called by m's own word: the army,
// after the Afghan army, whatever foreign troops came between.
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
