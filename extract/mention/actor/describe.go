package actor

import (
	"strings"

	"sitrep/extract/lang"
	"sitrep/gazetteer"
)

// describe answers for a generic noun: the noun that begins at token at and
// ends at the head, and whatever stands beside it.
func (r *Reader) describe(g *lang.NounGroup, noun gazetteer.ActorNoun, at int, names []span) []*Mention {
	m := r.fresh(g, Description)
	m.Noun = noun
	m.Kind, m.SourceKind = noun.Kind, noun.SourceKind
	m.Plural = m.Plural || noun.Plural && g.Number != lang.Singular
	switch noun.Class {
	case gazetteer.NounCivilian, gazetteer.NounPerson, gazetteer.NounOfficial, gazetteer.NounForce, gazetteer.NounCrowd:
		m.Person = !m.Plural && !noun.Plural && !r.collective(noun.Noun)
	}
	r.role(m, g, at)
	r.specify(m, g, names, at)
	out := r.coordinated(g, names, lastBefore(names, at))
	if len(out) > 0 && m.Specific() {
		m.narrow(lastBefore(names, at))
		return append(out, m)
	}
	return append(r.more(m), m)
}

// lastBefore is the first token of the last name before the noun, the noun
// itself where none is.
func lastBefore(names []span, at int) int {
	for i := len(names) - 1; i >= 0; i-- {
		if names[i].From < at && names[i].rest == "" {
			return names[i].From
		}
	}
	return at
}

// role reads the office that a source speaks in: the longest one that ends at
// the head.
func (r *Reader) role(m *Mention, g *lang.NounGroup, at int) {
	s := g.Sentence
	for k := max(g.First, g.Head-3); k <= g.Head; k++ {
		role, ok := r.x.Role(s.Text[s.Tokens[k].Start-s.Start : s.Tokens[g.Head].End-s.Start])
		if !ok {
			continue
		}
		m.role = role.Role
		if role.SourceKind != gazetteer.SourceOther || m.SourceKind == "" {
			m.SourceKind = role.SourceKind
		}
		if m.Noun.Service == "" || k < at {
			m.Noun.Service = role.Service
		}
		return
	}
}

// specify reads what stands around the noun of tokens at to head: adjectives,
// names, an owner, a phrase behind it.
func (r *Reader) specify(m *Mention, g *lang.NounGroup, names []span, at int) {
	s := g.Sentence
	from := g.First
	if g.Possessor != nil {
		from = g.Possessor.Last + 1
	}
	taken := r.adjectives(m, s, from, at)
	for k := from; k < at; k++ { // a PDCL commander: an abbreviation of the text's own
		if a, ok := r.aliases[s.Tokens[k].Text]; ok && covering(names, k) == nil {
			r.own(m, a)
			if s.Tokens[k].Start > a.Start {
				m.Antecedent = &a.Actor
			}
		}
	}
	for i := len(names) - 1; i >= 0; i-- {
		n := names[i]
		if n.From >= at || taken[n.From] {
			continue
		}
		if n.rest != "" {
			r.compound(m, n)
			continue
		}
		o := &Mention{Form: Name}
		r.be(o, n.pick.Actor)
		switch {
		case n.Form >= gazetteer.FormState:
			o.Form = State
		case n.Form == gazetteer.FormForce:
			o.Form = Force
		}
		if m.Owner == nil {
			r.own(m, o)
		}
	}
	if m.Owner == nil && g.Possessor != nil {
		if os := r.Of(g.Possessor); len(os) == 1 && os[0].Form != Pronoun {
			r.own(m, os[0])
		}
	}
	if m.Owner == nil {
		r.attached(m, g)
	}
	r.behind(m, g)
}

// adjectives reads the modifiers before the noun. It returns the tokens that
// are part of a compound one: Bosnian Serb is neither Bosnia nor Serbia.
func (r *Reader) adjectives(m *Mention, s *lang.Sentence, from, at int) map[int]bool {
	var taken map[int]bool
	for k := from; k < at; k++ {
		t := s.Tokens[k]
		if t.Tag == "DT" || t.Tag == "CD" || t.Tag == "PRP$" || t.Tag == "POS" {
			continue
		}
		m.Words = append(m.Words, t.Lower)
		if k+1 < at {
			if mod, ok := r.x.Modifier(t.Lower + " " + s.Tokens[k+1].Lower); ok {
				taken = map[int]bool{k: true, k + 1: true}
				m.modify(mod)
				k++
				continue
			}
		}
		if mod, ok := r.x.Modifier(t.Lower); ok {
			m.modify(mod)
			continue
		}
		// army base, rebel positions: the noun before says whose.
		n, found := r.x.Noun(t.Text)
		if found && n.Class == gazetteer.NounForce && m.Noun.Class != gazetteer.NounForce && m.Noun.Class != gazetteer.NounCivilian && m.Noun.Class != gazetteer.NounCrowd {
			m.Kind, m.SourceKind = n.Kind, n.SourceKind
			m.Noun.Service = n.Service
		}
	}
	return taken
}

// modify lets a modifier speak for the kind.
func (m *Mention) modify(mod gazetteer.ActorModifier) {
	armed := m.Noun.Class == gazetteer.NounForce || m.Noun.Class == gazetteer.NounGroup
	switch {
	case mod.Class == "duty":
		if mod.Kind != "" {
			m.Kind = mod.Kind
		}
	case mod.Class == "ethnic" && (words().ethnic[m.Noun.Noun] == "always" || armed && m.Kind == gazetteer.KindPoliticalMilitia && (mod.Kind != "" || words().ethnic[m.Noun.Noun] == "armed")):
		m.Kind, m.SourceKind = gazetteer.KindIdentityMilitia, gazetteer.SourceBelligerent
	case mod.Kind == "" || mod.Class == "ethnic":
	case mod.Class == "allegiance":
		if armed {
			m.Kind, m.Noun.Service = mod.Kind, ""
		}
	case m.Kind == "" || owned(m.Noun.Class):
		m.Kind = mod.Kind
	case armed && m.Kind == gazetteer.KindStateForces:
		m.Kind, m.Noun.Service = mod.Kind, ""
	}
}

// owned says whether nouns of the class take their owner's kind: positions,
// warplanes, members.
func owned(class string) bool {
	switch class {
	case gazetteer.NounGroup, gazetteer.NounCarrier, gazetteer.NounFacility:
		return true
	}
	return false
}

// compound reads Iran-backed, ISIL-held, Gaza-based: who stands behind.
func (r *Reader) compound(m *Mention, n span) {
	_, relation, ok := r.x.Relation("x-" + n.rest)
	if !ok {
		return
	}
	switch words().compounds[relation] {
	case "owner":
		if m.Noun.Class == gazetteer.NounObject || m.Noun.Class == gazetteer.NounCarrier {
			o := &Mention{Form: Name}
			r.be(o, n.pick.Actor)
			r.own(m, o)
		}
	case "side":
		m.Side = side(n)
	case "country":
		if n.Form >= gazetteer.FormState {
			m.Country = n.pick.Country
		}
	}
}

// side is the id of the group, or the code of the state, that a name means.
func side(n span) string {
	if n.Form >= gazetteer.FormState {
		return n.pick.Country
	}
	return n.pick.ID
}

// own makes m the owner's: Syrian soldiers, Islamic State fighters, members
// of the police. A civilian or an office keeps its own kind.
func (r *Reader) own(m, o *Mention) {
	m.Owner = o
	n := m.Noun
	if words().relational[n.Noun] && o.Form != State {
		m.Side = o.ID
		r.part(m, o)
		return
	}
	if o.Form == Force && (n.Service != "" && (strings.HasSuffix(o.ID, "-GOV") || n.Class == gazetteer.NounForce) || n.Class == gazetteer.NounGroup && words().stateful[n.Noun] != "") {
		o = &Mention{Form: State, Actor: o.Actor} // government soldiers are the army's
	}
	if o.Form == State {
		m.Country = o.Country
		if m.Kind == gazetteer.KindCivilians && n.Class != gazetteer.NounOfficial || n.Class == gazetteer.NounCrowd {
			return
		}
		service := n.Service
		switch {
		case n.Class == gazetteer.NounCarrier && service == "":
			service = "MIL"
		case n.Class == gazetteer.NounGroup && m.Kind == "":
			if words().stateful[n.Noun] == "" {
				return
			}
			service = words().stateful[n.Noun]
		}
		if service == "" {
			return
		}
		if f := r.x.StateForce(o.Country, service); f != nil {
			source := m.SourceKind
			r.be(m, f)
			if source != "" && source != gazetteer.SourceBelligerent {
				m.SourceKind = source
			}
		}
		return
	}
	if m.Country == "" {
		m.Country = o.Country
	}
	switch {
	case n.Class == gazetteer.NounCivilian || n.Class == gazetteer.NounCrowd || m.Kind == gazetteer.KindCivilians && n.Class != gazetteer.NounPerson && n.Class != gazetteer.NounOfficial:
		m.Side = o.ID
		if o.Kind == gazetteer.KindCivilians || o.Kind == "" || o.Kind == gazetteer.KindExternalForces {
			m.ID, m.Name = o.ID, o.Name
			if o.SourceKind != "" && n.Noun != m.role {
				m.SourceKind = o.SourceKind
			}
		}
		return
	case n.Class == gazetteer.NounObject:
		return
	case n.Class == gazetteer.NounFacility && o.ID == "" && (o.Kind == "" || o.Kind == gazetteer.KindCivilians):
		return
	}
	if o.ID == "" && o.Kind == "" {
		return
	}
	source := m.SourceKind
	m.ID, m.Name, m.Kind, m.Country, m.SourceKind = o.ID, o.Name, o.Kind, o.Country, o.SourceKind
	m.Side = o.Side
	if source == gazetteer.SourceMedical || source == gazetteer.SourceMedia || source == gazetteer.SourceWitness {
		m.SourceKind = source
	}
}

// part makes al Qaeda's branch in Yemen the one group of that country whose
// parent is the owner.
func (r *Reader) part(m, o *Mention) {
	country := m.Country
	if m.Group != nil {
		for _, a := range m.Group.Attached {
			if os := r.Of(a.Group); a.Prep == "in" && len(os) == 1 && os[0].Form == State {
				country = os[0].Country
			}
		}
	}
	if country == "" || o.ID == "" {
		return
	}
	if parts := r.x.Parts(o.ID, country, r.year); len(parts) == 1 {
		r.be(m, parts[0])
	}
}

// Own makes a description the owner's, as a name before it would have: coref
// calls it once it knows whom its fighters belong to.
func (r *Reader) Own(m, owner *Mention) { r.own(m, owner) }

// attached reads whose it is from a phrase behind the noun: members of the
// police, fighters from Chad, a spokesman for the group.
func (r *Reader) attached(m *Mention, g *lang.NounGroup) {
	for _, a := range g.Attached {
		if m.Noun.Class == gazetteer.NounPerson && words().arms[a.Prep+" "+a.Group.Lemma] { // men on motorbikes
			m.Kind, m.SourceKind = gazetteer.KindPoliticalMilitia, gazetteer.SourceBelligerent
		}
		if !words().prepositions[m.Noun.Class+" "+a.Prep] {
			continue
		}
		os := r.Of(a.Group)
		if len(os) == 0 || os[0].Form == Pronoun || os[0].Kind == gazetteer.KindFacility {
			continue
		}
		o := os[len(os)-1]
		if o.Form == State && a.Prep == "of" && m.Noun.Class == gazetteer.NounFacility {
			continue
		}
		r.own(m, o)
		if m.Owner != nil {
			return
		}
	}
}

// behind reads participles and adjectives behind the noun: forces loyal to
// X, militias backed by Iran, a brigade led by X.
func (r *Reader) behind(m *Mention, g *lang.NounGroup) {
	s := g.Sentence
	i := g.Last + 1
	if i+2 >= len(s.Tokens) || s.Tokens[i].Lower == "," && i+3 >= len(s.Tokens) {
		return
	}
	if s.Tokens[i].Lower == "," {
		i++
	}
	if strings.HasPrefix(s.Tokens[i].Tag, "RB") {
		i++
	}
	if i+2 >= len(s.Tokens) {
		return
	}
	relation, ok := words().links[s.Tokens[i].Lower+" "+s.Tokens[i+1].Lower]
	if !ok {
		return
	}
	whose := r.at(s, i+2)
	if whose == nil {
		return
	}
	switch relation {
	case "same":
		if whose.Form == State || strings.HasSuffix(whose.ID, "-GOV") {
			if f := r.x.StateForce(whose.Country, "MIL"); f != nil && (m.Kind == "" || m.Noun.Service != "" || m.Noun.Class == gazetteer.NounGroup) {
				r.be(m, f)
			}
			return
		}
		if whose.ID != "" && m.ID == "" && m.Kind != gazetteer.KindCivilians {
			m.ID, m.Name, m.Kind, m.Country, m.SourceKind, m.Side = whose.ID, whose.Name, whose.Kind, whose.Country, whose.SourceKind, whose.Side
		}
	case "led":
		if whose.Person && whose.ID != "" && m.ID == "" {
			m.ID, m.Name, m.Kind, m.Country, m.SourceKind, m.Side = whose.ID, whose.Name, whose.Kind, whose.Country, whose.SourceKind, whose.Side
		}
	case "side":
		if m.ID == "" {
			m.Side = whose.ID
			if whose.Form == State {
				m.Side = whose.Country
			}
		}
	}
}

// at is the actor of the name or group that begins within a few tokens of i.
func (r *Reader) at(s *lang.Sentence, i int) *Mention {
	for k := i; k < len(s.Tokens) && k < i+4; k++ {
		for _, n := range r.Names(s.Tokens[k].Span) {
			if n.Start < s.Tokens[k].Start {
				continue
			}
			if c, ok := r.choose(n); ok {
				m := r.named(s, n, c)
				if n.Form >= gazetteer.FormState {
					m.Form = State
				}
				return m
			}
		}
		if g := s.InnermostGroup(s.Tokens[k].Start); g != nil && g.First >= i && !g.Pronoun {
			if ms := r.Of(g); len(ms) > 0 && (ms[0].Kind != "" || ms[0].ID != "") {
				return ms[0]
			}
			if g.Head == k {
				return nil
			}
		}
	}
	return nil
}

// more makes mentions of the other owners of a phrase with two: soldiers of
// Chad and Niger.
func (r *Reader) more(m *Mention) []*Mention {
	if m.Owner == nil || m.Owner.Group == nil || len(m.Owner.Group.Conjuncts) == 0 || m.Noun.Class != gazetteer.NounForce {
		return nil
	}
	var out []*Mention
	for _, c := range m.Owner.Group.Conjuncts {
		os := r.Of(c)
		if len(os) != 1 || os[0].Form != State {
			continue
		}
		o := *m
		o.Owner, o.ID = nil, ""
		o.Span, o.Text = c.Span, r.doc.Article.Slice(c.Span)
		r.own(&o, os[0])
		if o.ID != "" {
			out = append(out, &o)
		}
	}
	return out
}
