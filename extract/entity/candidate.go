package entity

import (
	"slices"
	"strings"

	"sitrep/extract/lang"
	"sitrep/extract/mention"
	"sitrep/extract/mention/actor"
	"sitrep/gazetteer"
)

// Points for an antecedent. A sentence further back costs more than any role
// gains, so that a reader's first choice, the actor of the sentence before,
// wins. Two candidates within margin of each other are a tie.
const (
	perSentence    = 6
	subjectPoints  = 4
	namedPoints    = 2
	sameWord       = 8
	speakerPoints  = 4  // a mere source is seldom meant by they or it
	parallelPoints = 12 // seized two men and shot them
	sufferPoints   = 9  // rebels seized two men. They were released
	carrierPoints  = 9  // jets are seldom meant by they, though their owner may be
	margin         = 2
)

// rated is a candidate with its points.
type rated struct {
	m      *actor.Mention
	points int
}

// best chooses a pronoun's antecedent. It returns nil where the text leaves it
// open, and where the antecedent is a coordination, which m then stands for.
func (c *Resolver) best(m *actor.Mention, p pronoun) *actor.Mention {
	var list, parts []rated
	together := p.plural && m.Form == actor.Pronoun
	top := noPoints
	for back, sentence := range c.before(m) {
		for _, a := range sentence {
			fits := c.canBe(m, a, p)
			if !fits && !(together && isPart(a)) {
				continue
			}
			r := rated{a, points(m, a, back)}
			parts = append(parts, r)
			if fits {
				list = append(list, r)
				top = max(top, r.points)
			}
		}
		if mostPoints(back+1) < top-margin {
			break // nobody further back is as good, or nearly
		}
	}
	if together {
		if first, last := couple(parts, top); first != nil {
			c.standForBoth(m, first, last)
			return nil
		}
	}
	return decide(list)
}

// noPoints is less than any candidate has.
const noPoints = -1 << 30

// mostPoints is how many points a candidate can have at most for a pronoun that stands
// one sentence after it or more.
func mostPoints(back int) int { return sufferPoints + namedPoints - perSentence*back }

// points rates a as the antecedent of the pronoun m, back sentences after it.
func points(m, a *actor.Mention, back int) int {
	subject := role(a) == lang.Subject
	n := -perSentence * back
	if subject {
		n += subjectPoints
	}
	if a.Specific() {
		n += namedPoints
	}
	if a.Kind == "" && a.SourceKind != "" {
		n -= speakerPoints
	}
	if a.Noun.Class == gazetteer.NounCarrier {
		n -= carrierPoints
	}
	if goesOnSuffering(a, m) {
		n += sufferPoints
	}
	if back > 0 {
		return n
	}
	if a.Form == actor.Pronoun && m.Form == actor.Pronoun && a.Start < m.Start {
		n += subjectPoints // they … expel them: the same
	}
	if subject && governs(a, m) {
		n += namedPoints
	}
	if parallel(a, m) {
		n += parallelPoints
	}
	return n
}

// parallel reports whether the pronoun m is the object of a verb that goes on from one
// with a as its object: the guards dragged out two patients and shot them.
func parallel(a, m *actor.Mention) bool {
	if a.Group == nil || m.Group == nil || m.Form != actor.Pronoun {
		return false
	}
	return slices.ContainsFunc(m.Sentence.Clauses, func(c *lang.Clause) bool {
		return c.Link == lang.Coordinate && c.Parent != nil && c.Arg(lang.Object) == m.Group && c.Parent.Arg(lang.Object) == a.Group &&
			c.Arg(lang.Subject) == c.Parent.Arg(lang.Subject)
	})
}

// isPart reports whether a mention can be one of two antecedents of they, even
// where it could not be the only one: the government and its ally.
func isPart(a *actor.Mention) bool {
	return a.Specific() && !a.Person && !thing(a) && a.Form != actor.Pronoun
}

// couple finds a coordination of two candidates that are together as good an
// antecedent of they as the best single one, which has top points.
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

// decide returns the best candidate, or nil where another actor is nearly as
// good.
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

// same reports whether two mentions refer to the same actor.
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

// canBe reports whether the pronoun m can stand for a at all.
func (c *Resolver) canBe(m, a *actor.Mention, p pronoun) bool {
	return refersToActor(a) && p.agrees(a) && !c.bound(m, a) && !c.isWhere(a) && !isOfOtherSide(m, a) && !isKillerOf(a, m)
}

// isOfOtherSide reports whether m describes fighters against a state and a is somebody who has no
// such fighters: soldiers, civilians or a mere source, as in "the army blames Abu Sayyaf. [Its
// gunmen] have beheaded hostages".
func isOfOtherSide(m, a *actor.Mention) bool {
	if m.Form != actor.Description || m.Noun.Class != gazetteer.NounForce || m.Noun.Kind != gazetteer.KindRebelGroup && m.Noun.Kind != gazetteer.KindPoliticalMilitia {
		return false
	}
	return a.Kind == gazetteer.KindStateForces || a.Kind == gazetteer.KindCivilians || a.Kind == "" && a.SourceKind != ""
}

// isWhere reports whether a name that may be a person's is the place in a phrase that
// says where: abducted the lawyer in [Mosul]; shot near [Liberty Bridge].
func (c *Resolver) isWhere(a *actor.Mention) bool {
	if a.Form != actor.Unknown || a.Group == nil || a.Noun.Noun != "" || a.Group.First == 0 {
		return false
	}
	before := a.Sentence.Tokens[a.Group.First-1]
	if before.Tag != "IN" || before.Lower == "by" {
		return false
	}
	return c.r.NearestPlace(a.End+1, a.Start, func(p *mention.Place) bool { return p.Overlaps(a.Span) }) != nil
}

// refersToActor reports whether a is somebody whom a pronoun can take up: not
// an unresolved pronoun, not a building, and a state only where it acts or
// owns, as in Israel said it …, not a raid in Israel.
func refersToActor(a *actor.Mention) bool {
	switch {
	case a.Form == actor.Pronoun && a.Antecedent == nil,
		a.ID == "" && a.Kind == "" && !a.Person && a.Noun.Class != gazetteer.NounGroup,
		thing(a) && !a.Specific(), // Islamic State outposts: they are Islamic State
		a.Kind == gazetteer.KindFacility:
		return false
	case a.Form == actor.State:
		f := role(a)
		return f == lang.Subject || f == lang.By || f == lang.Possessor
	}
	return true
}

// agrees reports whether the pronoun agrees with a in number and person: they
// with many people or a name, he with a person, it with neither.
func (p pronoun) agrees(a *actor.Mention) bool {
	named := a.Form == actor.Name || a.Form == actor.Force
	switch {
	case p.plural:
		return !a.Person && (a.Plural || a.Form != actor.State && (named || collective(a)))
	case p.person == "yes":
		return a.Person
	}
	return !a.Person && (!a.Plural || named)
}

// collective reports whether a singular noun means several people: group, army.
func collective(a *actor.Mention) bool {
	_, described := words().descriptions[a.Noun.Noun]
	return !a.Person && (described || a.Noun.Class == gazetteer.NounOfficial || a.Noun.Class == gazetteer.NounForce)
}

// bound reports whether a, or another mention of the same actor, is an argument
// of m's own clause, or stands in one. A pronoun does not refer to such a one, unless it is
// reflexive or a possessor: in the army shelled them, them is not the army; in a UN report
// blames it, it is not the UN.
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
			if a.Sentence == m.Sentence && x.Group.Contains(a.Span) {
				return true
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

// argument reports whether g is an argument of c's own.
func argument(c *lang.Clause, g *lang.NounGroup) bool {
	return slices.ContainsFunc(c.Args, func(x lang.Arg) bool { return x.Group == g && !x.Shared })
}

// role returns the mention's function in its clause, or Predicative where it
// has none. In several clauses the first in the order of lang's functions
// counts, the subject before all.
func role(a *actor.Mention) lang.Function {
	if a.Group == nil || a.Sentence == nil {
		return lang.Predicative
	}
	g := whole(a.Group)
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

// governs reports whether a is the subject of a clause that m's clause depends
// on: the group said that it had …
func governs(a, m *actor.Mention) bool {
	if m.Group == nil || a.Group == nil {
		return false
	}
	first := whole(a.Group)
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

// pleonastic reports whether it refers to nothing: it was not clear whether …,
// it is said that ….
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
