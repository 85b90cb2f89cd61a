package actor

import (
	"strings"

	"sitrep/extract/lang"
	"sitrep/gazetteer"
)

// readUnlisted returns the mention of a group whose head is a name that the
// dictionary does not have: a person after a title, or an organisation with a
// telling word in its name. Other names have no kind; they are for coreference.
func (r *Reader) readUnlisted(g *lang.NounGroup, names []groupName) []*Mention {
	s := g.Sentence
	if !capitalised(s.Tokens[g.Head].Text) || !g.Proper || r.vetoed(g) || words().others[s.Tokens[g.Head].Lower] {
		return nil
	}
	m := r.newMention(g, Unknown)
	from := g.Modifiers.From
	if g.Modifiers.Empty() {
		from = g.Head
	}
	if !r.readTitle(m, g, names, from) && !r.extendByOf(m, g) {
		nameUnlisted(m, g, from)
	}
	return []*Mention{m}
}

// readTitle reads the noun before the name of a person, which says what he is:
// Constable Rouf Ahmed. It reports whether there is one.
func (r *Reader) readTitle(m *Mention, g *lang.NounGroup, names []groupName, from int) bool {
	s := g.Sentence
	for k := from; k < g.Head; k++ {
		n, at, ok := r.nounEndingAt(s, from, k)
		if !ok || !r.onlyModifiers(s, from, at) {
			continue
		}
		if longer, _, ok := r.nounEndingAt(s, from, k+1); ok && k+1 < g.Head {
			n, k = longer, k+1
		}
		switch n.Class {
		case gazetteer.NounForce, gazetteer.NounOfficial, gazetteer.NounCivilian, gazetteer.NounPerson:
			if collective(n.Noun) {
				continue
			}
			m.Noun, m.Person = n, true
			m.Kind, m.SourceKind = n.Kind, n.SourceKind
			r.specify(m, g, names, at)
			return true
		}
	}
	return false
}

// onlyModifiers reports whether the words before a title only say where or when
// it holds: senior, former, provincial, Syrian.
func (r *Reader) onlyModifiers(s *lang.Sentence, from, at int) bool {
	for k := from; k < at; k++ {
		t := s.Tokens[k]
		if _, ok := r.dictionary.Modifier(t.Lower); ok || !capitalised(t.Text) || t.Tag == "JJ" {
			continue
		}
		if m, ok := r.dictionary.Longest(s.Text, t.Start-s.Start); !ok || m.Form < gazetteer.FormState {
			return false
		}
	}
	return true
}

// extendByOf extends a mention over the of and the name after it that belong to
// its own: the Army of the Victorious Sect. It reports whether it did.
func (r *Reader) extendByOf(m *Mention, g *lang.NounGroup) bool {
	if !r.continuesWithOf(g, g.Head) {
		return false
	}
	for _, a := range g.Attached {
		if a.Prep == "of" && a.Group.Proper && a.Group.Start > m.Start {
			r.setSpan(m, m.Start, a.Group.End)
			m.Name, m.Kind = m.Text, kindByShape(strings.Fields(m.Text))
			return true
		}
	}
	return false
}

// nameUnlisted sets the name of a mention to the words from token from on, and
// its kind where one of them tells it. What has no kind and few words may be a
// person.
func nameUnlisted(m *Mention, g *lang.NounGroup, from int) {
	var spelt []string
	for k := from; k <= g.Last; k++ {
		spelt = append(spelt, g.Sentence.Tokens[k].Text)
	}
	if len(spelt) > 1 && g.Head != 0 {
		m.Kind = kindByShape(spelt)
	}
	m.Name = strings.Join(spelt, " ")
	m.Person = m.Kind == "" && len(spelt) <= 4
}
