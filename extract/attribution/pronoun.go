package attribution

import "sitrep/extract/lang"

// chainReach is how many sentences back the antecedent of a pronoun that speaks
// is looked for.
const chainReach = 4

// resolvePronouns resolves pronouns that are sources to the nearest source
// before them that fits: a person for he and she, anything else for it.
func (r *reader) resolvePronouns(as []Attribution) {
	for i := range as {
		a := &as[i]
		g := a.Source.Group
		if g == nil || !g.Pronoun {
			continue
		}
		h := g.Sentence.Tokens[g.Head].Lower
		person, thing := is("person pronoun", h), is("thing pronoun", h)
		if !person && !thing {
			continue
		}
		for k := i - 1; k >= 0 && a.Sentence-as[k].Sentence <= chainReach; k-- {
			o := &as[k].Source
			if o.Start >= a.Source.Start {
				continue
			}
			if o.Group != nil && o.Group.Pronoun {
				if o.Antecedent != nil && o.Group.Sentence.Tokens[o.Group.Head].Lower == h {
					a.Source.Antecedent = o.Antecedent
					break
				}
				continue
			}
			if r.person(o) == person {
				o.Person = person
				a.Source.Antecedent = o
				break
			}
		}
	}
}

// person reports whether a source is a single person: a name, or a noun for a
// person.
func (r *reader) person(s *Source) bool {
	g := s.Group
	if g == nil {
		return false
	}
	l := &parsed{reader: r, s: g.Sentence, t: g.Sentence.Tokens}
	if k := l.sourceKind(g); k != "" {
		return k == "person" && g.Number != lang.Plural
	}
	return g.Proper
}
