package entity

import (
	"strings"

	"sitrep/extract/lang"
	"sitrep/extract/mention/actor"
	"sitrep/gazetteer"
)

// Earlier is how many sentences before its own an antecedent is looked for.
const Earlier = 4

// Resolver resolves the actor mentions of one article. It is not safe for
// concurrent use.
type Resolver struct {
	r    *actor.Reader
	done map[*actor.Mention]bool
	ends map[*actor.Mention]*actor.Mention // mention → antecedent
}

// New makes a resolver on a reader's mentions.
func New(r *actor.Reader) *Resolver {
	return &Resolver{r: r, done: map[*actor.Mention]bool{}, ends: map[*actor.Mention]*actor.Mention{}}
}

// Sentence returns the mentions of sentence i, resolved as far as the text
// settles them.
func (c *Resolver) Sentence(i int) []*actor.Mention {
	all := c.r.Sentence(i)
	for _, m := range all {
		c.Resolve(m)
	}
	return all
}

// Of returns the actors of a noun group, resolved. The group's whole sentence
// is read first, so that the order of questions cannot change an answer.
func (c *Resolver) Of(g *lang.NounGroup) []*actor.Mention {
	c.r.Sentence(g.Sentence.Index)
	all := c.r.Of(g)
	for _, m := range all {
		c.Resolve(m)
	}
	return all
}

// Antecedent is the mention that m stands for, or nil.
func (c *Resolver) Antecedent(m *actor.Mention) *actor.Mention { return c.ends[m] }

// Resolve looks for m's antecedent, once. Where it finds one, m takes over
// its id, name, kind and country.
func (c *Resolver) Resolve(m *actor.Mention) {
	if c.done[m] || m.Sentence == nil {
		return
	}
	c.done[m] = true
	c.resolve(m)
	c.r.Localise(m)
}

func (c *Resolver) resolve(m *actor.Mention) {
	switch {
	case m.Form == actor.Pronoun:
		c.pronoun(m)
	case m.Form == actor.Unknown:
		c.again(m)
	case m.Form == actor.Description && !m.Specific():
		if c.apposed(m) {
			return
		}
		if m.Det == "both" {
			c.both(m)
			return
		}
		if p, ok := words().pronouns[m.Det]; ok {
			if !c.possessed(m, p) && m.Noun.Class == gazetteer.NounFacility && !p.plural {
				c.nearest(m, "settlement")
			}
			return
		}
		if m.Group != nil && m.Group.Possessor != nil && c.owner(m) {
			return
		}
		if c.owned(m) {
			return
		}
		switch {
		case !m.Definite():
		case m.Noun.Class == gazetteer.NounFacility:
			c.place(m)
		case m.Noun.Class != gazetteer.NounObject && m.Noun.Class != gazetteer.NounCarrier:
			c.description(m)
		}
	}
}

// take makes m stand for a. The antecedent that is kept is the end of the
// chain's nearest link that has a name of its own.
func (c *Resolver) take(m, a *actor.Mention) {
	c.ends[m] = a
	m.Antecedent = &a.Actor
	if a.ID != "" || m.ID == "" {
		m.ID, m.Name = a.ID, a.Name
	}
	if a.Kind != "" {
		m.Kind = a.Kind
	}
	if a.Country != "" {
		m.Country = a.Country
	}
	if a.SourceKind != "" {
		m.SourceKind = a.SourceKind
	}
	m.Side = a.Side
	if m.Form == actor.Pronoun {
		m.Plural = m.Plural || a.Plural
	}
}

// before returns the mentions before m, the nearest sentence first, each
// sentence in text order, resolved.
func (c *Resolver) before(m *actor.Mention) [][]*actor.Mention {
	var out [][]*actor.Mention
	own := m.Sentence.Index
	for i := own; i >= 0 && i >= own-Earlier; i-- {
		var list []*actor.Mention
		for _, a := range c.r.Sentence(i) {
			if i == own && (a.Start >= m.Start || a.Overlaps(m.Span)) {
				continue
			}
			c.Resolve(a)
			list = append(list, a)
		}
		out = append(out, list)
	}
	return out
}

// pronoun resolves they, it, he.
func (c *Resolver) pronoun(m *actor.Mention) {
	word := strings.ToLower(m.Text)
	if word == "both" {
		c.both(m)
		return
	}
	p, ok := words().pronouns[word]
	if !ok || c.pleonastic(m, word) {
		return
	}
	if a := c.best(m, p); a != nil {
		c.take(m, a)
	}
}

// together makes m stand for a whole coordination: police and soldiers.
func (c *Resolver) together(m, first, last *actor.Mention) {
	all := first.Actor
	all.End = last.End
	all.Text = c.r.Document().Article.Slice(all.Span)
	if first.ID != last.ID {
		all.ID, all.Name = "", ""
	}
	if first.Kind != last.Kind {
		all.Kind = ""
	}
	if first.Country != last.Country {
		all.Country = ""
	}
	all.Plural = true
	m.Antecedent = &all
	m.Kind, m.Country, m.Plural = all.Kind, all.Country, true
	if first.ID != last.ID {
		m.Parts = []*actor.Mention{first, last}
	}
}

// possessed resolves its fighters: the antecedent of its owns them.
func (c *Resolver) possessed(m *actor.Mention, p pronoun) bool {
	a := c.beside(m, p)
	if a == nil {
		a = c.best(m, p)
	}
	if a == nil {
		return false
	}
	if m.Noun.Class == gazetteer.NounCivilian || a.ID == "" && a.Kind == gazetteer.KindCivilians {
		c.ends[m] = a // his wife is not he
		m.Antecedent = &a.Actor
		return true
	}
	return c.belong(m, a)
}

// beside is the actor that stands first in the coordination that m ends: the
// army, of the army and its militias.
func (c *Resolver) beside(m *actor.Mention, p pronoun) *actor.Mention {
	if m.Group == nil || m.Group.Coordinated == nil || p.person == "yes" {
		return nil
	}
	for _, a := range c.Of(m.Group.Coordinated) {
		if a.Start < m.Start && !a.Person && !thing(a) && (a.ID != "" || a.Kind != "") && (!p.plural || a.Plural) {
			return a
		}
	}
	return nil
}

// belong makes m the owner's, as the dictionary would with a name before it.
func (c *Resolver) belong(m, owner *actor.Mention) bool {
	before := m.ID
	c.r.Own(m, owner)
	if m.ID == before && m.ID == "" && owner.ID != "" {
		return false
	}
	c.ends[m] = owner
	m.Antecedent = &owner.Actor
	return true
}

// owner resolves the group's fighters through the group.
func (c *Resolver) owner(m *actor.Mention) bool {
	for _, o := range c.Of(m.Group.Possessor) {
		if c.ends[o] != nil && (o.ID != "" || o.Kind != "") {
			return c.belong(m, o)
		}
	}
	return false
}

// owned resolves fighters of the group through the group.
func (c *Resolver) owned(m *actor.Mention) bool {
	if m.Group == nil || m.Noun.Class == gazetteer.NounCivilian {
		return false
	}
	for _, at := range m.Group.Attached {
		if at.Prep != "of" && at.Prep != "from" {
			continue
		}
		for _, o := range c.Of(at.Group) {
			if c.ends[o] != nil && o.ID != "" {
				return c.belong(m, o)
			}
		}
	}
	return false
}

// apposed resolves a description in apposition to a name: Amaq, the group's
// news agency.
func (c *Resolver) apposed(m *actor.Mention) bool {
	if m.Group == nil {
		return false
	}
	for _, g := range m.Sentence.Nouns {
		if g.Apposition == nil {
			continue
		}
		other := g
		if g == m.Group {
			other = g.Apposition
		} else if g.Apposition != m.Group {
			continue
		}
		for _, a := range c.r.Of(other) {
			if a != m && (a.Form == actor.Name || a.Form == actor.Force) {
				c.take(m, a)
				return true
			}
		}
	}
	return false
}

// again resolves a shorter form of a name: Karlov after Andrei Karlov, the
// Brigade after the Sons of Thunder Brigade.
func (c *Resolver) again(m *actor.Mention) {
	name := strings.Fields(m.Text)
	if len(name) == 0 {
		return
	}
	last := name[len(name)-1]
	for _, sentence := range c.before(m) {
		for _, a := range sentence {
			long := strings.Fields(a.Text)
			if a.Form == actor.Pronoun || a.Form == actor.State || len(long) <= len(name) && a.Text != m.Text || !strings.HasSuffix(" "+a.Text, " "+last) || !capital(last) {
				continue
			}
			c.take(m, a)
			m.Person = a.Person
			return
		}
	}
}

func capital(w string) bool { return w != "" && strings.ToLower(w[:1]) != w[:1] }

// both resolves to the last two actors that stand together.
func (c *Resolver) both(m *actor.Mention) {
	for _, sentence := range c.before(m) {
		for i := len(sentence) - 1; i > 0; i-- {
			if a, b := sentence[i-1], sentence[i]; joined(a, b) && a.Form != actor.Pronoun && (a.ID != "" || a.Kind != "") && (b.ID != "" || b.Kind != "") {
				c.together(m, a, b)
				return
			}
		}
	}
}

// joined says whether two mentions are the parts of one coordination of two.
func joined(a, b *actor.Mention) bool {
	if a.Group == nil || b.Group == nil || a.Sentence != b.Sentence {
		return false
	}
	if a.Group == b.Group {
		return a != b && a.End < b.Start
	}
	if len(a.Group.Conjuncts) == 1 && a.Group.Conjuncts[0] == b.Group {
		return true
	}
	// to the government in Kabul and to its ally
	t := a.Sentence.Tokens
	k := b.Group.First
	if k < 2 || a.Group.First < 1 || t[k-2].Tag != "CC" || t[k-1].Lower != t[a.Group.First-1].Lower {
		return false
	}
	return (t[k-1].Tag == "TO" || t[k-1].Tag == "IN") && a.Group.Last < k-2 && k-2-a.Group.Last <= phraseBetween
}

// phraseBetween is how many words may stand between a part of a coordination
// and the conjunction: the government in Kabul and to …
const phraseBetween = 4
