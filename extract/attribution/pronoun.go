package attribution

import (
	"sitrep/extract/article"
	"sitrep/extract/lang"
)

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
		if person {
			r.resolveToSubject(a)
		}
	}
}

// subjectReach is how many sentences back a person is looked for who has not
// spoken.
const subjectReach = 2

// resolveToSubject makes of the nearest person whose name is the subject of a
// clause before a pronoun that speaks its antecedent, where no source stands
// between the two: [Hatice Demir], whose brother was killed, stayed behind. He had
// gone for a ticket, she said.
func (r *reader) resolveToSubject(a *Attribution) {
	after := 0
	if a.Source.Antecedent != nil {
		after = a.Source.Antecedent.End
	}
	for n := a.Sentence; n >= 0 && a.Sentence-n <= subjectReach; n-- {
		s := r.d.Sentences[n]
		if s.End <= after || s.Paragraph != r.d.Sentences[a.Sentence].Paragraph {
			return
		}
		l := r.parse(n)
		for k := len(s.Clauses) - 1; k >= 0; k-- {
			g := s.Clauses[k].Arg(lang.Subject)
			if g == nil || g.Start < after || g.End > a.Source.Start || !l.isFullName(g) {
				continue
			}
			src := l.sourceOf(g)
			src.Person = true
			a.Source.Antecedent = &src
			return
		}
	}
}

// isFullName reports whether a group is the name of a person, with the given name
// or a title: Hatice Demir, Col. Ernesto Valladares; and not the name of an office
// or group.
func (l *parsed) isFullName(g *lang.NounGroup) bool {
	if !g.Proper || g.Det != "" || g.Number == lang.Plural || g.Possessor != nil || !g.Numeral.Empty() || g.Head == g.First || l.isTime(g) {
		return false
	}
	return !lang.AnyIn(g.First, g.Last+1, func(k int) bool { return !article.IsCapital(l.t[k].Text) })
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
	return g.Proper && g.Det == ""
}
