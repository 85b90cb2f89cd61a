package actor

import (
	"strings"

	"sitrep/extract/lang"
	"sitrep/extract/mention"
	"sitrep/gazetteer"
)

// Form says what words a mention is made of.
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

// String is the form's name.
func (f Form) String() string { return forms[f] }

// Mention is an actor in the text with what coreference asks of it. Span
// covers the group without its determiner and possessor.
type Mention struct {
	mention.Actor
	Form     Form
	Group    *lang.NounGroup // nil where the name lies across groups
	Sentence *lang.Sentence
	Head     int                 // the head's token
	Noun     gazetteer.ActorNoun // of a description; zero otherwise
	Words    []string            // modifiers of a description, lower case
	Owner    *Mention            // Islamic State's fighters: Islamic State
	Det      string              // the group's determiner or possessive pronoun
	Person   bool                // one human being: he, she
	Parts    []*Mention          // they, of police and soldiers: both, where they are two actors

	role string // the office that a source speaks in
}

// Definite says whether the mention points to something known: the group,
// its fighters, this base.
func (m *Mention) Definite() bool {
	return words().definite[m.Det]
}

// Specific says whether the dictionary knows who it is.
func (m *Mention) Specific() bool { return m.ID != "" }

// Stranger says whether the mention is a name of which nothing else is known:
// neither who it is nor of what kind, nor an office beside it.
func (m *Mention) Stranger() bool {
	return m.Form == Unknown && m.ID == "" && m.Kind == "" && m.SourceKind == "" && m.Noun.Noun == ""
}

// Titled says whether the mention begins with a person's title: Gen. Coe.
func (m *Mention) Titled() bool {
	title, rest, _ := strings.Cut(m.Text, " ")
	return rest != "" && words().titles[strings.ToLower(strings.TrimSuffix(title, "."))]
}
