package actor

import (
	"sitrep/extract/lang"
	"sitrep/gazetteer"
)

// describe returns the mentions of a group whose head is a generic noun: the
// noun, which begins at token at, with what the words around it say.
func (r *Reader) describe(g *lang.NounGroup, noun gazetteer.ActorNoun, at int, names []groupName) []*Mention {
	m := r.newMention(g, Description)
	m.Noun = noun
	m.Kind, m.SourceKind = noun.Kind, noun.SourceKind
	m.Plural = m.Plural || noun.Plural && g.Number != lang.Singular
	switch noun.Class {
	case gazetteer.NounCivilian, gazetteer.NounPerson, gazetteer.NounOfficial, gazetteer.NounForce, gazetteer.NounCrowd:
		m.Person = !m.Plural && !noun.Plural && !collective(noun.Noun)
	}
	r.readRole(m, g, at)
	r.specify(m, g, names, at)
	last := lastNameBefore(names, at)
	joined := r.joinedNames(g, names, last)
	if len(joined) > 0 && m.Specific() {
		m.beginAt(last)
		return append(joined, m)
	}
	return append(r.otherOwners(m), m)
}

// lastNameBefore returns the first token of the last name before the noun at
// token at, or at where there is none.
func lastNameBefore(names []groupName, at int) int {
	for i := len(names) - 1; i >= 0; i-- {
		if names[i].From < at && names[i].suffix == "" {
			return names[i].From
		}
	}
	return at
}

// maxRoleWords is how many words the name of an office has at most.
const maxRoleWords = 4

// readRole reads the office that a source speaks in: the longest one that ends
// at the head.
func (r *Reader) readRole(m *Mention, g *lang.NounGroup, at int) {
	s := g.Sentence
	for k := max(g.First, g.Head-maxRoleWords+1); k <= g.Head; k++ {
		role, ok := r.dictionary.Role(s.Text[s.Tokens[k].Start-s.Start : s.Tokens[g.Head].End-s.Start])
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

// specify reads what stands around the noun that begins at token at: adjectives
// and names before it, its owner, a phrase or a participle after it.
func (r *Reader) specify(m *Mention, g *lang.NounGroup, names []groupName, at int) {
	s := g.Sentence
	from := g.First
	if g.Possessor != nil {
		from = g.Possessor.Last + 1
	}
	compound := r.readModifiers(m, s, from, at)
	r.readAliases(m, s, names, lang.Range{From: from, To: at})
	for i := len(names) - 1; i >= 0; i-- {
		n := &names[i]
		switch {
		case n.From >= at || compound.From <= n.From && n.From < compound.To:
		case n.suffix != "":
			r.readCompound(m, n)
		case m.Owner == nil:
			r.SetOwner(m, n.owner())
		}
	}
	if m.Owner == nil && g.Possessor != nil {
		if os := r.Of(g.Possessor); len(os) == 1 && os[0].Form != Pronoun {
			r.SetOwner(m, os[0])
		}
	}
	if m.Owner == nil || m.Owner.Form == State && m.ID == "" { // Syrian fighters of the Free Syrian Army
		r.readAttached(m, g)
	}
	r.readLink(m, g)
}

// owner returns a name as the owner of the noun after it.
func (n *groupName) owner() *Mention {
	o := &Mention{Form: Name}
	o.identify(n.chosen.Actor)
	switch {
	case n.Form >= gazetteer.FormState:
		o.Form = State
	case n.Form == gazetteer.FormForce:
		o.Form = Force
	}
	return o
}

// readAliases makes the group that an abbreviation of the text's own stands for
// the owner: a PDCL commander.
func (r *Reader) readAliases(m *Mention, s *lang.Sentence, names []groupName, tokens lang.Range) {
	for k := tokens.From; k < tokens.To; k++ {
		if full, ok := r.aliases[s.Tokens[k].Text]; ok && nameCovering(names, k) == nil {
			r.SetOwner(m, full)
			if s.Tokens[k].Start > full.Start {
				m.Antecedent = &full.Actor
			}
		}
	}
}

// readModifiers reads the modifiers before the noun. It returns the tokens of
// the last one that has two words: Bosnian Serb is neither Bosnia nor Serbia.
func (r *Reader) readModifiers(m *Mention, s *lang.Sentence, from, at int) (compound lang.Range) {
	for k := from; k < at; k++ {
		if s.Tokens.Tagged(k, "DT", "CD", "PRP$", "POS") {
			continue
		}
		word := s.Tokens[k].Lower
		m.Words = append(m.Words, word)
		if k+1 < at {
			if mod, ok := r.dictionary.Modifier(word + " " + s.Tokens[k+1].Lower); ok {
				compound = lang.Range{From: k, To: k + 2}
				m.applyModifier(mod)
				k++
				continue
			}
		}
		if mod, ok := r.dictionary.Modifier(word); ok {
			m.applyModifier(mod)
		} else {
			r.readNounBefore(m, s.Tokens[k].Text)
		}
	}
	return compound
}

// readNounBefore reads a noun before the noun that says whose it is: army base,
// rebel positions.
func (r *Reader) readNounBefore(m *Mention, word string) {
	switch m.Noun.Class {
	case gazetteer.NounForce, gazetteer.NounCivilian, gazetteer.NounCrowd:
		return
	}
	if n, ok := r.dictionary.Noun(word); ok && n.Class == gazetteer.NounForce {
		m.Kind, m.SourceKind = n.Kind, n.SourceKind
		m.Noun.Service = n.Service
	}
}

// applyModifier sets the kind that a modifier gives a description.
func (m *Mention) applyModifier(mod gazetteer.ActorModifier) {
	switch {
	case mod.Class == "duty": // off-duty soldiers
		if mod.Kind != "" {
			m.Kind = mod.Kind
		}
	case mod.Class == "ethnic":
		if m.isIdentityMilitia(mod) {
			m.Kind, m.SourceKind = gazetteer.KindIdentityMilitia, gazetteer.SourceBelligerent
		}
	case mod.Kind == "":
	case mod.Class == "allegiance": // pro-government militias
		if m.armed() {
			m.Kind, m.Noun.Service = mod.Kind, ""
		}
	case m.Kind == "" || takesKindOfOwner(m.Noun.Class):
		m.Kind = mod.Kind
	case m.armed() && m.Kind == gazetteer.KindStateForces:
		m.Kind, m.Noun.Service = mod.Kind, ""
	}
}

// isIdentityMilitia reports whether an ethnic modifier makes a description one
// of an identity militia: a Fulani militia.
func (m *Mention) isIdentityMilitia(mod gazetteer.ActorModifier) bool {
	when := words().ethnic[m.Noun.Noun]
	return when == "always" || m.armed() && m.Kind == gazetteer.KindPoliticalMilitia && (mod.Kind != "" || when == "armed")
}

// takesKindOfOwner reports whether nouns of the class are of the kind of their
// owner: positions, warplanes, members.
func takesKindOfOwner(class string) bool {
	switch class {
	case gazetteer.NounGroup, gazetteer.NounCarrier, gazetteer.NounFacility:
		return true
	}
	return false
}

// readCompound reads what a name with a participle says of the noun after it:
// Iran-backed, ISIL-held, Gaza-based.
func (r *Reader) readCompound(m *Mention, n *groupName) {
	_, relation, ok := r.dictionary.Relation("x-" + n.suffix)
	if !ok {
		return
	}
	switch words().compounds[relation] {
	case "owner":
		if m.Noun.Class == gazetteer.NounObject || m.Noun.Class == gazetteer.NounCarrier {
			o := &Mention{Form: Name}
			o.identify(n.chosen.Actor)
			r.SetOwner(m, o)
		}
	case "side":
		m.Side = n.chosen.ID
		if n.Form >= gazetteer.FormState {
			m.Side = n.chosen.Country
		}
	case "country":
		if n.Form >= gazetteer.FormState {
			m.Country = n.chosen.Country
		}
	}
}
