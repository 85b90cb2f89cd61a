package actor

import (
	"strings"

	"sitrep/extract/article"
	"sitrep/extract/lang"
	"sitrep/extract/mention"
	"sitrep/gazetteer"
)

// Form says what kind of words a mention is made of.
type Form uint8

// The forms.
const (
	Name        Form = iota // of the dictionary
	Force                   // a state's service: the Syrian army
	State                   // a country or capital meant as its government
	People                  // Syrians
	Description             // a generic noun, with whatever makes it specific
	Pronoun                 // they, its
	Unknown                 // a name of no dictionary
)

var forms = [...]string{"name", "force", "state", "people", "description", "pronoun", "unknown"}

// String returns the name of the form.
func (f Form) String() string { return forms[f] }

// Mention is an actor in the text, with what is needed to find what it refers
// to. Span covers the group without its determiner and possessor.
type Mention struct {
	mention.Actor
	Form     Form
	Person   bool            // one human being: he, she
	Resolved bool            // package entity has looked for whom it refers to
	Group    *lang.NounGroup // nil where the name lies across groups
	Sentence *lang.Sentence
	Head     int                 // token of the head
	Noun     gazetteer.ActorNoun // of a description; zero otherwise
	Words    []string            // modifiers of a description, in lower case
	Owner    *Mention            // of Islamic State's fighters: Islamic State
	Det      string              // determiner or possessive pronoun of the group
	Parts    []*Mention          // of a pronoun for several actors: they, of police and soldiers

	role string // the office that a source speaks in
}

// Definite reports whether the mention refers to something that the reader
// knows already, as in the group, its fighters, this base.
func (m *Mention) Definite() bool { return words().definite[m.Det] }

// Specific reports whether the dictionary knows who it is.
func (m *Mention) Specific() bool { return m.ID != "" }

// Unidentified reports whether the mention is a name of which nothing else is
// known: neither who bears it nor of what kind they are, nor an office.
func (m *Mention) Unidentified() bool {
	return m.Form == Unknown && m.ID == "" && m.Kind == "" && m.SourceKind == "" && m.Noun.Noun == ""
}

// Known reports whether anything is known of whom the mention refers to.
func (m *Mention) Known() bool { return m.ID != "" || m.Kind != "" }

// Titled reports whether the mention begins with the title of a person, as in
// Gen. Coe.
func (m *Mention) Titled() bool {
	title, rest, _ := strings.Cut(m.Text, " ")
	return rest != "" && words().titles[strings.ToLower(strings.TrimSuffix(title, "."))]
}

// newMention returns a mention of a group: of the words after its determiner
// and its possessor.
func (r *Reader) newMention(g *lang.NounGroup, f Form) *Mention {
	s := g.Sentence
	m := &Mention{Form: f, Group: g, Sentence: s, Head: g.Head, Det: g.Det}
	m.Plural = g.Number == lang.Plural
	from := g.First
	if p := g.Possessor; p != nil && p.Last < g.Last { // not where an attribution has cut the group
		from = p.Last + 1
		if from < g.Last && s.Tokens[from].Tag == "POS" {
			from++
		}
	} else if from < g.Last && s.Tokens.Tagged(from, "DT", "PRP$", "PDT", "WP$") {
		if s.Tokens[from].Tag == "PRP$" {
			m.Det = s.Tokens[from].Lower
		}
		from++
	} else if k := g.Numeral.To; k > from && k < g.Last && s.Tokens.Tagged(k, "PRP$", "DT") { // one of its members
		m.Det = s.Tokens[k].Lower
	}
	r.setSpan(m, s.Tokens[from].Start, g.End)
	return m
}

// newNameMention returns a mention of a name by itself. The sentence may be
// nil.
func (r *Reader) newNameMention(s *lang.Sentence, n gazetteer.ActorMatch, c gazetteer.ActorCandidate) *Mention {
	m := &Mention{Form: Name, Sentence: s, Person: c.Leader != nil}
	if n.Form == gazetteer.FormForce {
		m.Form = Force
	}
	r.setSpan(m, n.Start, n.End)
	m.identify(c.Actor)
	return m
}

func (r *Reader) newPronoun(g *lang.NounGroup) *Mention {
	m := r.newMention(g, Pronoun)
	r.setSpan(m, g.Start, g.End)
	return m
}

// setSpan sets the span and the text of a mention. A bracket that the name ends in
// is closed: the dictionary finds the CPI (Maoist.
func (r *Reader) setSpan(m *Mention, start, end int) {
	text := r.doc.Article.Text
	if end < len(text) && text[end] == ')' && strings.LastIndexByte(text[start:end], '(') > strings.LastIndexByte(text[start:end], ')') {
		end++
	}
	m.Span = article.Span{Start: start, End: end}
	m.Text = text[start:end]
}

// beginAt lets the mention begin at a later token.
func (m *Mention) beginAt(token int) {
	start := m.Sentence.Tokens[token].Start
	m.Text = m.Text[start-m.Start:]
	m.Start = start
}

// identify says that the mention is an actor of the dictionary.
func (m *Mention) identify(a *gazetteer.Actor) {
	m.ID, m.Name, m.Kind, m.SourceKind, m.Country = a.ID, a.Name, a.Kind, a.SourceKind, a.Country
	m.Side = a.Parent
	if m.SourceKind == "" && a.Kind != "" {
		m.SourceKind = gazetteer.SourceBelligerent
	}
}

// identifyAs says that the mention is the same actor as another one.
func (m *Mention) identifyAs(o *Mention) {
	m.ID, m.Name, m.Kind, m.Country, m.SourceKind, m.Side = o.ID, o.Name, o.Kind, o.Country, o.SourceKind, o.Side
}

// armed reports whether the noun of a description is one for armed people.
func (m *Mention) armed() bool {
	return m.Noun.Class == gazetteer.NounForce || m.Noun.Class == gazetteer.NounGroup
}
