package entity

import (
	"strings"

	"sitrep/extract/lang"
	"sitrep/extract/mention/actor"
	"sitrep/gazetteer"
)

// Points for an antecedent. A sentence further back costs more than any role
// can make good, so that a reader's first choice, the actor of the sentence
// before, wins; two candidates within margin of each other are a tie.
const (
	perSentence   = 6
	subjectPoints = 4
	namedPoints   = 2
	sameWord      = 8
	speakerPoints = 4 // who only speaks of others is seldom they or it
	carrierPoints = 9 // jets are seldom they, though their owner may be
	margin        = 2
)

// rated is a candidate with its points.
type rated struct {
	m      *actor.Mention
	points int
}

// best chooses a pronoun's antecedent, nil where the text leaves it open.
func (c *Resolver) best(m *actor.Mention, p pronoun) *actor.Mention {
	var list, parts []rated
	for back, sentence := range c.before(m) {
		for _, a := range sentence {
			fits := c.canBe(m, a, p)
			if !fits && !(p.plural && m.Form == actor.Pronoun && isPart(a)) {
				continue
			}
			points := -perSentence * back
			if role(a) == lang.Subject {
				points += subjectPoints
			}
			if a.Specific() {
				points += namedPoints
			}
			if a.Kind == "" && a.SourceKind != "" {
				points -= speakerPoints
			}
			if a.Noun.Class == gazetteer.NounCarrier {
				points -= carrierPoints
			}
			if back == 0 && a.Form == actor.Pronoun && m.Form == actor.Pronoun && a.Start < m.Start {
				points += subjectPoints // expel them … after they: the same
			}
			if back == 0 && role(a) == lang.Subject && sameClauseChain(a, m) {
				points += namedPoints
			}
			parts = append(parts, rated{a, points})
			if fits {
				list = append(list, rated{a, points})
			}
		}
	}
	if p.plural && m.Form == actor.Pronoun {
		if first, last := couple(parts, topPoints(list)); first != nil {
			c.together(m, first, last)
			return nil
		}
	}
	return decide(list)
}

// isPart says whether a mention can be one of two that they stand for
// together, though none of its own would be they: the government and its ally.
func isPart(a *actor.Mention) bool {
	return a.Specific() && !a.Person && !thing(a) && a.Form != actor.Pronoun
}

// couple finds the two parts of a coordination that are the best candidates
// for they together, top being the points of the best alone.
func couple(list []rated, top int) (first, last *actor.Mention) {
	for _, x := range list {
		for _, y := range list {
			if joined(x.m, y.m) && x.m.Noun.Class != gazetteer.NounCarrier && !same(x.m, y.m) && max(x.points, y.points) >= top-margin {
				return x.m, y.m
			}
		}
	}
	return nil, nil
}

func topPoints(list []rated) int {
	top := -1 << 30
	for _, r := range list {
		top = max(top, r.points)
	}
	return top
}

// decide takes the best candidate where no other actor comes near.
func decide(list []rated) *actor.Mention {
	var top rated
	for _, r := range list {
		if top.m == nil || r.points >= top.points {
			top = r
		}
	}
	if top.m == nil {
		return nil
	}
	for _, r := range list {
		if r.points > top.points-margin && !same(r.m, top.m) {
			return nil
		}
	}
	return top.m
}

// same says whether two mentions are of one actor.
func same(a, b *actor.Mention) bool {
	if a == b {
		return true
	}
	if a.ID != "" || b.ID != "" {
		return a.ID == b.ID
	}
	return a.Antecedent != nil && a.Antecedent == b.Antecedent || a.Antecedent == &b.Actor || b.Antecedent == &a.Actor ||
		a.Form == actor.Description && b.Form == actor.Description && a.Noun.Noun == b.Noun.Noun
}

// canBe says whether a pronoun can stand for a mention at all.
func (c *Resolver) canBe(m, a *actor.Mention, p pronoun) bool {
	if a.Form == actor.Pronoun && a.Antecedent == nil {
		return false
	}
	if a.ID == "" && a.Kind == "" && !a.Person && a.Noun.Class != gazetteer.NounGroup {
		return false
	}
	switch a.Noun.Class {
	case gazetteer.NounObject, gazetteer.NounFacility, gazetteer.NounCarrier:
		if !a.Specific() { // Islamic State outposts: they are Islamic State
			return false
		}
	}
	if a.Kind == gazetteer.KindFacility {
		return false
	}
	if a.Form == actor.State && role(a) != lang.Subject && role(a) != lang.By && role(a) != lang.Possessor {
		return false
	}
	if p.plural {
		if a.Person || !a.Plural && a.Form == actor.State {
			return false
		}
		if !a.Plural && a.Form != actor.Name && a.Form != actor.Force && !collective(a) {
			return false
		}
	} else if p.person == "yes" {
		if !a.Person {
			return false
		}
	} else if a.Person || a.Plural && a.Form != actor.Name && a.Form != actor.Force {
		return false
	}
	return !c.bound(m, a)
}

// collective says whether a singular noun is many people: group, army.
func collective(a *actor.Mention) bool {
	_, ok := words().descriptions[a.Noun.Noun]
	return ok && !a.Person || a.Noun.Class == gazetteer.NounOfficial && !a.Person || a.Noun.Class == gazetteer.NounForce && !a.Person
}

// bound says whether a, or another mention of the same actor, is an argument
// of m's own clause, so that a pronoun that is no possessor cannot be a.
func (c *Resolver) bound(m, a *actor.Mention) bool {
	if m.Form != actor.Pronoun || m.Group == nil || words().reflexive[strings.ToLower(m.Text)] {
		return false
	}
	for _, cl := range m.Sentence.Clauses {
		if cl.Kind == lang.Nominal || !argument(cl, m.Group) {
			continue
		}
		for _, x := range cl.Args {
			if x.Group == m.Group || x.Group.Start > m.Start {
				continue
			}
			for _, o := range c.r.Of(x.Group) {
				if o == a {
					return true
				}
				if o.Form == actor.Pronoun || o.Start > m.Start {
					continue
				}
				c.Resolve(o)
				if a.ID != "" && o.ID == a.ID {
					return true
				}
			}
		}
	}
	return false
}

func argument(c *lang.Clause, g *lang.NounGroup) bool {
	for _, x := range c.Args {
		if x.Group == g && !x.Shared {
			return true
		}
	}
	return false
}

// role is what the mention does in its clause: Predicative where nothing is
// known.
func role(a *actor.Mention) lang.Function {
	if a.Group == nil || a.Sentence == nil {
		return lang.Predicative
	}
	g := a.Group
	if g.Coordinated != nil {
		g = g.Coordinated
	}
	best := lang.Predicative
	for _, c := range a.Sentence.Clauses {
		if c.Kind == lang.Nominal {
			continue
		}
		for _, x := range c.Args {
			if x.Group == g && x.Function < best {
				best = x.Function
			}
		}
	}
	for _, o := range a.Sentence.Nouns {
		if o.Possessor == a.Group && best == lang.Predicative {
			best = lang.Possessor
		}
	}
	return best
}

// sameClauseChain says whether a is the subject of the clause that m's clause
// hangs on: the group said that it had …
func sameClauseChain(a, m *actor.Mention) bool {
	if m.Group == nil || a.Group == nil {
		return false
	}
	first := a.Group
	if first.Coordinated != nil {
		first = first.Coordinated
	}
	for _, c := range m.Sentence.Clauses {
		for _, x := range c.Args {
			if x.Group != m.Group {
				continue
			}
			for p := c.Parent; p != nil; p = p.Parent {
				if p.Arg(lang.Subject) == first {
					return true
				}
			}
		}
	}
	return false
}

// pleonastic says whether an it stands for nothing: it was not clear, it is
// said that.
func (c *Resolver) pleonastic(m *actor.Mention, word string) bool {
	if word != "it" || m.Group == nil {
		return false
	}
	s := m.Sentence
	i := m.Group.Last + 1
	for i < len(s.Tokens) && (s.Tokens[i].Tag == "MD" || s.Tokens[i].Lemma == "be" || strings.HasPrefix(s.Tokens[i].Tag, "RB")) {
		i++
	}
	if i == m.Group.Last+1 || i+1 >= len(s.Tokens) {
		return false
	}
	if s.Tokens[i].Tag != "JJ" && s.Tokens[i].Tag != "VBN" {
		return false
	}
	return words().clausal[s.Tokens[i+1].Lower]
}
