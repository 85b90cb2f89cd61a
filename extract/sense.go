package extract

import (
	"strings"

	"sitrep/extract/event"
	"sitrep/extract/lang"
	"sitrep/extract/mention"
	"sitrep/extract/rules"
	"sitrep/gazetteer"
)

// sense tells the event stage what noun groups stand for: by the dictionary
// of actors, the places found in the text and the noun lists of the rules.
type sense struct {
	set    *rules.Set
	actors *gazetteer.ActorIndex
	places []mention.Place // in text order
}

var _ event.Sense = (*sense)(nil)

// Class implements event.Sense.
func (s *sense) Class(g *lang.NounGroup) rules.Class {
	if g.Pronoun {
		return 0
	}
	head := g.Sentence.Tokens[g.Head]
	var c rules.Class
	named := false
	for _, m := range s.actors.Scan(g.Text()) {
		over := g.Start+m.Start <= head.Start && head.Start < g.Start+m.End
		switch m.Form {
		case gazetteer.FormName, gazetteer.FormLeader:
			if over {
				c |= classOfActor(m.Candidates)
				named = true
			}
		case gazetteer.FormForce:
			if over {
				c |= rules.Force | rules.State
			}
		case gazetteer.FormState, gazetteer.FormMetonym:
			if over {
				c |= rules.Government | rules.Place
				named = true
			}
		case gazetteer.FormAdjective, gazetteer.FormPeople:
			if over && m.Start == 0 && m.End == g.Len() {
				c |= rules.Government
				if m.Form == gazetteer.FormPeople {
					c = rules.Person | rules.Civilian
				}
			}
		}
	}
	if s.placeAt(head.Start) {
		c |= rules.Place
		named = true
	}
	if !named {
		c |= s.common(g)
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
		if n, ok := s.actors.Noun(phrase); ok && k <= from {
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
	for _, m := range s.actors.Scan(g.Text()) {
		if m.Form == gazetteer.FormName {
			for _, a := range m.Candidates {
				if !a.Ambiguous && a.Kind != "" {
					return a.ID
				}
			}
		}
	}
	return ""
}

func (s *sense) placeAt(offset int) bool {
	for i := range s.places {
		p := &s.places[i]
		if p.Start <= offset && offset < p.End && p.Use == mention.UsePlace {
			return true
		}
		if p.Start > offset {
			break
		}
	}
	return false
}

func classOfActor(cs []gazetteer.ActorCandidate) rules.Class {
	for _, a := range cs {
		switch a.Kind {
		case gazetteer.KindStateForces:
			if strings.HasSuffix(a.ID, "-GOV") {
				return rules.Government
			}
			if strings.HasSuffix(a.ID, "-POL") {
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
	}
	return rules.Group
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
