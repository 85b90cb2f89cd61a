package entity

import (
	"iter"
	"strings"

	"sitrep/extract/article"
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
	ends map[*actor.Mention]*actor.Mention // antecedents by mention
}

// New makes a resolver on a reader's mentions.
func New(r *actor.Reader) *Resolver {
	return &Resolver{r: r, ends: map[*actor.Mention]*actor.Mention{}}
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

// Antecedent returns the mention that m refers to, or nil.
func (c *Resolver) Antecedent(m *actor.Mention) *actor.Mention { return c.ends[m] }

// Resolve looks for m's antecedent the first time that it is called with m.
// Where it finds one, m takes over its id, name, kind and country.
func (c *Resolver) Resolve(m *actor.Mention) {
	if m.Resolved || m.Sentence == nil {
		return
	}
	c.holders(m)
	if m.Resolved {
		return
	}
	m.Resolved = true
	c.resolve(m)
	c.r.Localise(m)
}

// holders resolves those that m is said of by a phrase, as the fighter in "a fighter
// of the group". The fighter asks for the group, which looks for its antecedent among
// those before it, the fighter too: whoever is asked for first, it begins there.
func (c *Resolver) holders(m *actor.Mention) {
	if m.Group == nil || m.Group.First < 2 || m.Form != actor.Description && m.Form != actor.Pronoun && m.Form != actor.Unknown {
		return
	}
	for _, g := range m.Sentence.Nouns {
		if g.Start >= m.Start {
			return
		}
		for _, at := range g.Attached {
			if ownedAfter(at.Prep) && at.Group.Contains(m.Span) {
				c.Of(g)
			}
		}
	}
}

// ownedAfter reports whether a preposition stands before those who own what is before
// it: fighters of the group, a commander from the militia.
func ownedAfter(prep string) bool { return prep == "of" || prep == "from" }

func (c *Resolver) resolve(m *actor.Mention) {
	switch m.Form {
	case actor.Pronoun:
		c.pronoun(m)
	case actor.Unknown:
		c.shorterName(m)
	case actor.Description:
		if !m.Specific() && !c.apposition(m) {
			c.bareDescription(m)
		}
	}
}

// bareDescription resolves a description without a name: by its determiner
// (both sides, their base), by its owner (the group's fighters, fighters of
// the group), else by what the text speaks of (the group, the city).
func (c *Resolver) bareDescription(m *actor.Mention) {
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
	if m.Group != nil && m.Group.Possessor != nil && c.owner(m) || c.owned(m) || !m.Definite() {
		return
	}
	switch m.Noun.Class {
	case gazetteer.NounObject, gazetteer.NounCarrier:
	case gazetteer.NounFacility:
		c.place(m)
	default:
		c.description(m)
	}
}

// adopt makes a the antecedent of m, and gives m what is known of a: id, name,
// kind, country, source kind and side.
func (c *Resolver) adopt(m, a *actor.Mention) {
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

// before yields the mentions before m, the nearest sentence first, each sentence in text
// order, resolved, with how many sentences it is back. A sentence is read when it is come
// to, so that who has found what he looks for has no further ones read.
func (c *Resolver) before(m *actor.Mention) iter.Seq2[int, []*actor.Mention] {
	return func(yield func(int, []*actor.Mention) bool) {
		for back := 0; back <= min(Earlier, m.Sentence.Index); back++ {
			if !yield(back, c.beforeIn(m, m.Sentence.Index-back)) {
				return
			}
		}
	}
}

// beforeIn returns the mentions of sentence i that stand before m, in text order,
// resolved.
func (c *Resolver) beforeIn(m *actor.Mention, i int) []*actor.Mention {
	var out []*actor.Mention
	for _, a := range c.r.Sentence(i) {
		if standsBefore(a, m) {
			c.Resolve(a)
			out = append(out, a)
		}
	}
	return out
}

// standsBefore reports whether a, of m's sentence or one before it, stands before m.
func standsBefore(a, m *actor.Mention) bool {
	return a.Sentence != m.Sentence || a.Start < m.Start && !a.Overlaps(m.Span)
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
		c.adopt(m, a)
	}
}

// standForBoth makes the coordination of first and last the antecedent of m:
// police and soldiers … they.
func (c *Resolver) standForBoth(m, first, last *actor.Mention) {
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

// possessed resolves a description with a possessive pronoun, as in its
// fighters: they belong to the antecedent of its.
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

// beside returns the actor that begins the coordination that m ends, or nil:
// the army, in the army and its militias.
func (c *Resolver) beside(m *actor.Mention, p pronoun) *actor.Mention {
	if m.Group == nil || m.Group.Coordinated == nil || p.person == "yes" {
		return nil
	}
	for _, a := range c.Of(m.Group.Coordinated) {
		if a.Start < m.Start && !a.Person && !thing(a) && a.Known() && (!p.plural || a.Plural) {
			return a
		}
	}
	return nil
}

// belong makes m part of its owner and reports whether that told anything. The
// dictionary says what the owner's army or fighters are called.
func (c *Resolver) belong(m, owner *actor.Mention) bool {
	before := m.ID
	c.r.SetOwner(m, owner)
	if m.ID == before && m.ID == "" && owner.ID != "" {
		return false
	}
	c.ends[m] = owner
	m.Antecedent = &owner.Actor
	return true
}

// owner resolves a description through its possessor: the group's fighters,
// through the group.
func (c *Resolver) owner(m *actor.Mention) bool {
	for _, o := range c.Of(m.Group.Possessor) {
		if c.ends[o] != nil && o.Known() {
			return c.belong(m, o)
		}
	}
	return false
}

// owned resolves a description through the phrase on it: fighters of the
// group, through the group.
func (c *Resolver) owned(m *actor.Mention) bool {
	if m.Group == nil || m.Noun.Class == gazetteer.NounCivilian {
		return false
	}
	for _, at := range m.Group.Attached {
		if !ownedAfter(at.Prep) {
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

// apposition resolves a description in apposition to a name: Amaq, the group's
// news agency.
func (c *Resolver) apposition(m *actor.Mention) bool {
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
				c.adopt(m, a)
				return true
			}
		}
	}
	return false
}

// shorterName resolves a shorter form of a name: Karlov, after Andrei Karlov.
func (c *Resolver) shorterName(m *actor.Mention) {
	short := strings.Fields(m.Text)
	if len(short) == 0 || !article.IsCapital(short[len(short)-1]) {
		return
	}
	last := " " + short[len(short)-1]
	for i := m.Sentence.Index; i >= 0 && i >= m.Sentence.Index-Earlier; i-- {
		text := c.r.Document().Sentences[i].Text
		if i == m.Sentence.Index {
			text = text[:m.Start-m.Sentence.Start]
		}
		if !strings.Contains(text, last[1:]) {
			continue // most names are new, and the sentence need not be read
		}
		for _, a := range c.r.Sentence(i) {
			if a.Form == actor.Pronoun || a.Form == actor.State || !strings.HasSuffix(" "+a.Text, last) || !standsBefore(a, m) {
				continue
			}
			c.Resolve(a)
			if a.Text == m.Text || len(strings.Fields(a.Text)) > len(short) {
				c.adopt(m, a)
				m.Person = a.Person
				return
			}
		}
	}
}

// both resolves both, and both sides, to the last two actors that are
// coordinated.
func (c *Resolver) both(m *actor.Mention) {
	for _, sentence := range c.before(m) {
		for i := len(sentence) - 1; i > 0; i-- {
			a, b := sentence[i-1], sentence[i]
			if joined(a, b) && a.Form != actor.Pronoun && a.Known() && b.Known() {
				c.standForBoth(m, a, b)
				return
			}
		}
	}
}

// joined reports whether two mentions form a coordination of two: the army and
// the police.
func joined(a, b *actor.Mention) bool {
	switch {
	case a.Group == nil || b.Group == nil || a.Sentence != b.Sentence:
		return false
	case a.Group == b.Group:
		return a != b && a.End < b.Start
	case len(a.Group.Conjuncts) == 1 && a.Group.Conjuncts[0] == b.Group:
		return true
	}
	return joinedPhrases(a, b)
}

// joinedPhrases reports whether two mentions stand in coordinated phrases with
// the same preposition: to the government in Kabul and to its ally.
func joinedPhrases(a, b *actor.Mention) bool {
	t := a.Sentence.Tokens
	k := b.Group.First
	if k < 2 || a.Group.First < 1 || t[k-2].Tag != "CC" || t[k-1].Lower != t[a.Group.First-1].Lower {
		return false
	}
	return (t[k-1].Tag == "TO" || t[k-1].Tag == "IN") && a.Group.Last < k-2 && k-2-a.Group.Last <= phraseBetween
}

// phraseBetween is the most words that may stand between the first part of a
// coordination and the conjunction: in Kabul, in to the government in Kabul
// and to its ally.
const phraseBetween = 4
