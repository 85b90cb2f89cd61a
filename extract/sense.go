package extract

import (
	"sort"
	"strings"

	"sitrep/extract/entity"
	"sitrep/extract/event"
	"sitrep/extract/lang"
	"sitrep/extract/mention"
	"sitrep/extract/mention/actor"
	"sitrep/extract/rules"
	"sitrep/gazetteer"
)

// sense tells the event stage what noun groups stand for: by the actors and
// places found in the text and the noun lists of the rules.
type sense struct {
	set    *rules.Set
	actors *entity.Resolver
	index  *gazetteer.ActorIndex
	places []mention.Place // in text order, none within another
	known  map[*lang.NounGroup]rules.Class
}

var _ event.Sense = (*sense)(nil)

// Class implements event.Sense.
func (s *sense) Class(g *lang.NounGroup) rules.Class {
	c, ok := s.known[g]
	if !ok {
		c = s.classOf(g)
		s.known[g] = c
	}
	return c
}

func (s *sense) classOf(g *lang.NounGroup) rules.Class {
	var c rules.Class
	named := false
	for _, m := range s.actors.Of(g) {
		c |= classOfMention(m)
		named = named || m.Form != actor.Description && m.Form != actor.Pronoun || m.ID != "" && m.Noun.Class == gazetteer.NounForce
	}
	if g.Pronoun {
		return c
	}
	if s.placeAt(g.Sentence.Tokens[g.Head].Start) {
		c |= rules.Place
		named = true
	}
	if !named || c == 0 || !g.Proper && c&^(rules.Group|rules.Person) == 0 {
		c |= s.common(g)
	}
	if g.Proper && c&^(rules.Group|rules.Person|rules.Civilian) == 0 {
		c |= s.rank(g)
	}
	if c.Is(rules.Government) && !c.Is(rules.Force|rules.Person) && !g.Proper {
		c |= s.common(g) & (rules.Person | rules.Civilian) // Chad's ambassador
	}
	if c.Is(rules.Facility|rules.Vehicle) && s.held(g) {
		c |= rules.Post
	}
	return c
}

// rank is the class of the armed people that the words before a name say its
// bearer is one of: Constable Asha Rao.
func (s *sense) rank(g *lang.NounGroup) rules.Class {
	for k := g.First; k < g.Head; k++ {
		t := g.Sentence.Tokens[k]
		if n, ok := s.index.Noun(t.Lower); ok && n.Class == gazetteer.NounForce {
			return classOfNoun(n)
		}
	}
	return 0
}

// held says whether the words before the head name armed people: army base,
// police van.
func (s *sense) held(g *lang.NounGroup) bool {
	for k := g.First; k < g.Head; k++ {
		t := g.Sentence.Tokens[k]
		if n, ok := s.index.Noun(t.Lower); ok && classOfNoun(n).Is(rules.Force) || s.set.Nouns[t.Lemma].Is(rules.Force) {
			return true
		}
	}
	return false
}

// classOfMention is what an actor in the text can do and have done to it.
func classOfMention(m *actor.Mention) rules.Class {
	switch m.Form {
	case actor.People:
		return rules.Person | rules.Civilian
	case actor.State:
		return rules.Government | rules.Place
	case actor.Description:
		c := classOfNoun(m.Noun)
		if k := classOfKind(m.Kind, m.ID); k != 0 && !c.Is(rules.Carrier|rules.Facility) {
			if m.ID != "" {
				c &^= rules.State | rules.Rebel | rules.Police // forces of a named side are that side's
			}
			c |= k
		}
		return c
	}
	if m.Kind == "" && m.ID != "" {
		if m.Form == actor.Pronoun {
			return rules.Group | rules.Person
		}
		return rules.Group
	}
	c := classOfKind(m.Kind, m.ID)
	if m.Form == actor.Pronoun && c == 0 && m.Noun.Class != "" {
		c = classOfNoun(m.Noun)
	}
	return c
}

// common is the class of a common noun: the longest phrase that ends in the
// head and stands in a list.
func (s *sense) common(g *lang.NounGroup) rules.Class {
	t := g.Sentence.Tokens
	var c rules.Class
	phrase := ""
	from := g.Head
	for k := g.Head; k >= g.First && k > g.Head-3; k-- {
		if phrase == "" {
			phrase = t[k].Lower
		} else {
			phrase = t[k].Lower + " " + phrase
		}
		if n, ok := s.index.Noun(phrase); ok && k <= from {
			c = classOfNoun(n)
			from = k
		}
	}
	lemma := g.Lemma
	c |= s.set.Nouns[lemma]
	if g.Head > g.First {
		if two, ok := s.set.Nouns[t[g.Head-1].Lower+" "+lemma]; ok {
			c = two
		}
	}
	if _, ok := s.set.Weapons[lemma]; ok && c == 0 {
		c = rules.Weapon
	}
	if len(s.set.Triggers(lemma, "n")) > 0 && c&^(rules.Abstract|rules.Thing) == 0 {
		c |= rules.Happening
	}
	return c
}

// Armed implements event.Sense.
func (s *sense) Armed(g *lang.NounGroup) string {
	for _, m := range s.actors.Of(g) {
		if m.ID != "" && classOfKind(m.Kind, m.ID).Is(rules.Rebel) {
			return m.ID
		}
	}
	return ""
}

func (s *sense) placeAt(offset int) bool {
	i := s.placeFrom(offset)
	return i < len(s.places) && s.places[i].Start <= offset && s.places[i].Use == mention.UsePlace
}

// placeFrom is the index of the first place that ends after the offset.
func (s *sense) placeFrom(offset int) int {
	return sort.Search(len(s.places), func(i int) bool { return s.places[i].End > offset })
}

// classOfKind is the class of one of ACLED's kinds.
func classOfKind(kind, id string) rules.Class {
	switch kind {
	case gazetteer.KindStateForces:
		switch {
		case strings.HasSuffix(id, "-GOV"):
			return rules.Government
		case strings.HasSuffix(id, "-POL"):
			return rules.Force | rules.State | rules.Police
		}
		return rules.Force | rules.State
	case gazetteer.KindRebelGroup, gazetteer.KindPoliticalMilitia, gazetteer.KindIdentityMilitia:
		return rules.Force | rules.Rebel
	case gazetteer.KindExternalForces:
		return rules.Force | rules.State
	case gazetteer.KindCivilians:
		return rules.Person | rules.Civilian
	case gazetteer.KindProtesters, gazetteer.KindRioters:
		return rules.Crowd | rules.Person
	}
	return 0
}

func classOfNoun(n gazetteer.ActorNoun) rules.Class {
	switch n.Class {
	case gazetteer.NounForce:
		if n.Kind == gazetteer.KindStateForces {
			if n.Service == "POL" {
				return rules.Force | rules.State | rules.Police
			}
			return rules.Force | rules.State
		}
		if n.Kind == "" {
			return rules.Force
		}
		return rules.Force | rules.Rebel
	case gazetteer.NounCrowd:
		return rules.Crowd | rules.Person
	case gazetteer.NounCivilian:
		return rules.Civilian | rules.Person
	case gazetteer.NounOfficial:
		return rules.Government | rules.Person
	case gazetteer.NounGroup:
		return rules.Force
	case gazetteer.NounCarrier:
		return rules.Carrier
	case gazetteer.NounFacility:
		return rules.Facility
	case gazetteer.NounObject:
		return rules.Thing
	}
	return 0
}
