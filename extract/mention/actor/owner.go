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
	if m.Noun.Class == gazetteer.NounGroup && m.Kind == "" {
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

// readLink reads a participle or adjective after the noun that links it to
// another actor: forces loyal to X, militias backed by Iran, a brigade led by
// X.
func (r *Reader) readLink(m *Mention, g *lang.NounGroup) {
	s := g.Sentence
	i := g.Last + 1
	if s.Tokens.Is(i, ",") {
		i++
	}
	if s.Tokens.Adverb(i) {
		i++
	}
	if i+2 >= len(s.Tokens) {
		return
	}
	relation, ok := words().links[s.Tokens[i].Lower+" "+s.Tokens[i+1].Lower]
	if !ok {
		return
	}
	o := r.actorFrom(s, i+2)
	if o == nil {
		return
	}
	switch relation {
	case "same":
		r.linkSame(m, o)
	case "led":
		if o.Person && o.ID != "" && m.ID == "" {
			m.identifyAs(o)
		}
	case "side":
		if m.ID == "" {
			m.Side = o.ID
			if o.Form == State {
				m.Side = o.Country
			}
		}
	}
}

// linkSame makes a description part of the actor that it is loyal to or belongs
// to. What belongs to a state or government is its army.
func (r *Reader) linkSame(m, o *Mention) {
	if o.Form == State || strings.HasSuffix(o.ID, "-GOV") {
		if f := r.dictionary.StateForce(o.Country, "MIL"); f != nil && (m.Kind == "" || m.Noun.Service != "" || m.Noun.Class == gazetteer.NounGroup) {
			m.identify(f)
		}
		return
	}
	if o.ID != "" && m.ID == "" && m.Kind != gazetteer.KindCivilians {
		m.identifyAs(o)
	}
}

// maxLinkWords is how far after a link the other actor may begin.
const maxLinkWords = 4

// actorFrom returns the actor whose name or group begins at token i or soon
// after it, or nil.
func (r *Reader) actorFrom(s *lang.Sentence, i int) *Mention {
	for k := i; k < len(s.Tokens) && k < i+maxLinkWords; k++ {
		if m := r.nameAt(s, k); m != nil {
			return m
		}
		g := s.InnermostGroup(s.Tokens[k].Start)
		if g == nil || g.First < i || g.Pronoun {
			continue
		}
		if ms := r.Of(g); len(ms) > 0 && (ms[0].Kind != "" || ms[0].ID != "") {
			return ms[0]
		}
		if g.Head == k {
			return nil
		}
	}
	return nil
}

// nameAt returns the actor whose name begins with token k, or nil.
func (r *Reader) nameAt(s *lang.Sentence, k int) *Mention {
	for _, n := range r.Names(s.Tokens[k].Span) {
		if n.Start < s.Tokens[k].Start {
			continue
		}
		if c, ok := r.choose(n); ok {
			m := r.newNameMention(s, n, c)
			if n.Form >= gazetteer.FormState {
				m.Form = State
			}
			return m
		}
	}
	return nil
}
