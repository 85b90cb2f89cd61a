package actor

import (
	"strings"

	"sitrep/extract/lang"
	"sitrep/gazetteer"
)

// SetOwner makes a description the owner's: Syrian soldiers, Islamic State
// fighters, members of the police. Civilians and offices keep their own kind.
// Package entity calls it where the possessor is a pronoun: its fighters.
func (r *Reader) SetOwner(m, owner *Mention) {
	m.Owner = owner
	switch {
	case words().relational[m.Noun.Noun] && owner.Form != State: // an al Qaeda affiliate
		m.Side = owner.ID
		r.findBranch(m, owner)
	case owner.Form == State || owner.Form == Force && m.belongsToState(owner):
		r.ownByState(m, owner.Country)
	default:
		m.ownByActor(owner)
	}
}

// belongsToState reports whether what a force has is of its state, and not of
// the force: government soldiers are the army's.
func (m *Mention) belongsToState(force *Mention) bool {
	if m.Noun.Class == gazetteer.NounGroup && words().stateful[m.Noun.Noun] != "" {
		return true
	}
	return m.Noun.Service != "" && (strings.HasSuffix(force.ID, "-GOV") || m.Noun.Class == gazetteer.NounForce)
}

// ownByState makes a description the service of a country that its noun is one
// for: Syrian soldiers. Syrian civilians and crowds only have a country.
func (r *Reader) ownByState(m *Mention, country string) {
	m.Country = country
	if m.Kind == gazetteer.KindCivilians && m.Noun.Class != gazetteer.NounOfficial || m.Noun.Class == gazetteer.NounCrowd {
		return
	}
	service := m.stateService()
	if service == "" {
		return
	}
	if f := r.dictionary.StateForce(country, service); f != nil {
		source := m.SourceKind
		m.identify(f)
		if source != "" && source != gazetteer.SourceBelligerent {
			m.SourceKind = source
		}
	}
}

// stateService returns the service of a state that a description belongs to
// where a state owns it, or "".
func (m *Mention) stateService() string {
	switch {
	case m.Noun.Class == gazetteer.NounCarrier && m.Noun.Service == "": // Russian warplanes
		return "MIL"
	case m.Noun.Class == gazetteer.NounGroup && m.Kind == "":
		return words().stateful[m.Noun.Noun]
	}
	return m.Noun.Service
}

// ownByActor makes a description that of a group, a force or a body.
func (m *Mention) ownByActor(o *Mention) {
	if m.Country == "" {
		m.Country = o.Country
	}
	switch class := m.Noun.Class; {
	case m.civilian():
		m.Side = o.ID
		if o.Kind == gazetteer.KindCivilians || o.Kind == "" && o.ID != "" || o.Kind == gazetteer.KindExternalForces {
			m.ID, m.Name = o.ID, o.Name
			if o.SourceKind != "" && m.Noun.Noun != m.role {
				m.SourceKind = o.SourceKind
			}
		}
		return
	case class == gazetteer.NounObject, o.ID == "" && o.Kind == "":
		return
	case class == gazetteer.NounFacility && o.ID == "" && o.Kind == gazetteer.KindCivilians:
		return
	}
	source := m.SourceKind
	m.identifyAs(o)
	switch source {
	case gazetteer.SourceMedical, gazetteer.SourceMedia, gazetteer.SourceWitness:
		m.SourceKind = source
	}
}

// civilian reports whether a description is one of civilians, who do not become
// what they belong to. Persons and officials do.
func (m *Mention) civilian() bool {
	switch m.Noun.Class {
	case gazetteer.NounCivilian, gazetteer.NounCrowd:
		return true
	case gazetteer.NounPerson, gazetteer.NounOfficial:
		return false
	}
	return m.Kind == gazetteer.KindCivilians
}

// findBranch makes a description the only group of its country whose parent is
// the owner: al Qaeda's branch in Yemen.
func (r *Reader) findBranch(m, owner *Mention) {
	country := m.Country
	if m.Group != nil {
		for _, a := range m.Group.Attached {
			if os := r.Of(a.Group); a.Prep == "in" && len(os) == 1 && os[0].Form == State {
				country = os[0].Country
			}
		}
	}
	if country == "" || owner.ID == "" {
		return
	}
	if branches := r.dictionary.Parts(owner.ID, country, r.year); len(branches) == 1 {
		m.identify(branches[0])
	}
}

// readAttached reads whose a description is from the phrases after the noun:
// members of the police, fighters from Chad, a spokesman for the group. Men on
// motorbikes are armed.
func (r *Reader) readAttached(m *Mention, g *lang.NounGroup) {
	for _, a := range g.Attached {
		if m.Noun.Class == gazetteer.NounPerson && words().arms[a.Prep+" "+a.Group.Lemma] {
			m.Kind, m.SourceKind = gazetteer.KindPoliticalMilitia, gazetteer.SourceBelligerent
		}
		if !words().attaching[m.Noun.Class+" "+a.Prep] {
			continue
		}
		os := r.Of(a.Group)
		if len(os) == 0 || os[0].Form == Pronoun || os[0].Kind == gazetteer.KindFacility {
			continue
		}
		o := os[len(os)-1]
		if o.Form == State && (m.Owner != nil || a.Prep == "of" && m.Noun.Class == gazetteer.NounFacility) {
			continue // the port of Lebanon
		}
		r.SetOwner(m, o)
		return
	}
}

// otherOwners returns mentions of the other owners in a phrase with two:
// soldiers of Chad and Niger.
func (r *Reader) otherOwners(m *Mention) []*Mention {
	if m.Owner == nil || m.Owner.Group == nil || m.Noun.Class != gazetteer.NounForce {
		return nil
	}
	var out []*Mention
	for _, c := range m.Owner.Group.Conjuncts {
		os := r.Of(c)
		if len(os) != 1 || os[0].Form != State {
			continue
		}
		o := *m
		o.Owner, o.ID, o.Resolved = nil, "", false
		r.setSpan(&o, c.Start, c.End)
		r.SetOwner(&o, os[0])
		if o.ID != "" {
			out = append(out, &o)
		}
	}
	return out
}
