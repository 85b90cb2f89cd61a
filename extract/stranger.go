package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/extract/lang"
	"sitrep/extract/mention/actor"
	"sitrep/gazetteer"
)

// classes are those of prose's recogniser whose names can act.
var classes = []string{"PERSON", "ORGANIZATION"}

// strangers are the names of no dictionary that are persons' or bodies': a
// capital alone does not make one. Behind a title stands a person. Else
// prose's recogniser has to say so of half of the words, the first or last
// among them, or has said so elsewhere in the article of a longer name with
// that last word. It is not asked about places and buildings, nor about a
// single word in capitals, of which it knows nothing. Events are found without
// it: there a name has a verb beside it, which knows better.
func (l *listing) strangers() map[*actor.Mention]bool {
	known := map[*actor.Mention]bool{}
	surnames := map[string]bool{}
	var open []*actor.Mention
	for i := range l.f.Document.Sentences {
		var entities []lang.Entity
		asked := false
		for _, m := range l.f.ActorsIn(i) {
			if !m.Stranger() || l.placed(m) || l.built(m) {
				continue
			}
			if !asked {
				entities, asked = l.f.Document.Entities(i), true
			}
			name := names(m)
			if len(name) == 0 || !m.Titled() && !acts(name, entities) {
				open = append(open, m)
				continue
			}
			known[m] = true
			if len(name) > 1 {
				surnames[name[len(name)-1].Text] = true
			}
		}
	}
	for _, m := range open {
		if name := names(m); len(name) > 0 && surnames[name[len(name)-1].Text] {
			known[m] = true
		}
	}
	return known
}

// placed says whether the mention is a place's name.
func (l *listing) placed(m *actor.Mention) bool {
	return l.f.NamesPlaceAt(m.Start) || l.f.NamesPlaceAt(m.Sentence.Tokens[m.Head].Start)
}

// names are the capitalised words of a mention, up to its last.
func names(m *actor.Mention) []lang.Token {
	r := m.Sentence.TokensIn(m.Span)
	var out []lang.Token
	for _, t := range m.Sentence.Tokens[r.From:r.To] {
		if c, _ := utf8.DecodeRuneInString(t.Text); unicode.IsUpper(c) || strings.Contains(t.Text, "-") {
			out = append(out, t)
		}
	}
	return out
}

// built says whether the mention is a building's, road's or division's name:
// Ninth Mile Road.
func (l *listing) built(m *actor.Mention) bool {
	n, ok := l.f.ActorIndex.Noun(m.Sentence.Tokens[m.Head].Lower)
	return ok && n.Class == gazetteer.NounFacility
}

// acts says whether the recogniser takes the name for a person's or body's.
func acts(name []lang.Token, entities []lang.Entity) bool {
	if len(name) == 1 && name[0].Text == strings.ToUpper(name[0].Text) {
		return false
	}
	n, first, last := 0, false, false
	for i, t := range name {
		last = slices.ContainsFunc(entities, func(e lang.Entity) bool {
			return e.Start == t.Start && slices.Contains(classes, e.Class)
		})
		if last {
			n++
			first = first || i == 0
		}
	}
	return (first || last) && 2*n >= len(name)
}
