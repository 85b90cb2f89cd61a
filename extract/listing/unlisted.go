package listing

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/extract/lang"
	"sitrep/extract/mention/actor"
	"sitrep/gazetteer"
)

// actorClasses are the classes of prose's recogniser whose names can act.
var actorClasses = []string{"PERSON", "ORGANIZATION"}

// unlistedActors returns the names of no dictionary that are those of persons or
// organisations: a capital alone does not make one. Behind a title stands a
// person. Else prose's recogniser has to say so of half of the words, the first
// or last among them, or has said so elsewhere in the article of a longer name
// with that last word. It is not asked about places and buildings, nor about a
// single word in capitals, of which it knows nothing. Events are found without
// it: there a name has a verb beside it, which knows better.
func (l *lister) unlistedActors() map[*actor.Mention]bool {
	known := map[*actor.Mention]bool{}
	surnames := map[string]bool{}
	var open []*actor.Mention
	for i := range l.Document.Sentences {
		var entities []lang.Entity
		asked := false
		for _, m := range l.ActorsIn(i) {
			if !m.Unidentified() || l.isPlaceName(m) || l.isBuilding(m) {
				continue
			}
			if !asked {
				entities, asked = l.Document.Entities(i), true
			}
			name := nameWords(m)
			if len(name) == 0 || !m.Titled() && !isRecognised(name, entities) {
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
		if name := nameWords(m); len(name) > 0 && surnames[name[len(name)-1].Text] {
			known[m] = true
		}
	}
	return known
}

// isPlaceName reports whether the mention is the name of a place.
func (l *lister) isPlaceName(m *actor.Mention) bool {
	return l.NamesPlaceAt(m.Start) || l.NamesPlaceAt(m.Sentence.Tokens[m.Head].Start)
}

// nameWords returns the capitalised words of a mention, up to its last.
func nameWords(m *actor.Mention) []lang.Token {
	r := m.Sentence.TokensIn(m.Span)
	var out []lang.Token
	for _, t := range m.Sentence.Tokens[r.From:r.To] {
		if c, _ := utf8.DecodeRuneInString(t.Text); unicode.IsUpper(c) || strings.Contains(t.Text, "-") {
			out = append(out, t)
		}
	}
	return out
}

// isBuilding reports whether the mention is the name of a building, road or
// division, as in Ninth Mile Road.
func (l *lister) isBuilding(m *actor.Mention) bool {
	n, ok := l.ActorIndex.Noun(m.Sentence.Tokens[m.Head].Lower)
	return ok && n.Class == gazetteer.NounFacility
}

// isRecognised reports whether the recogniser takes the name for that of a
// person or an organisation.
func isRecognised(name []lang.Token, entities []lang.Entity) bool {
	if len(name) == 1 && name[0].Text == strings.ToUpper(name[0].Text) {
		return false
	}
	n, first, last := 0, false, false
	for i, t := range name {
		last = slices.ContainsFunc(entities, func(e lang.Entity) bool {
			return e.Start == t.Start && slices.Contains(actorClasses, e.Class)
		})
		if last {
			n++
			first = first || i == 0
		}
	}
	return (first || last) && 2*n >= len(name)
}
