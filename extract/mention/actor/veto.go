package actor

import (
	"slices"
	"strings"

	"sitrep/extract/lang"
	"sitrep/gazetteer"
)

// vetoed reports whether the words around a name or noun make it no actor: a
// motorway, a film, a football club.
func (r *Reader) vetoed(g *lang.NounGroup) bool {
	s := g.Sentence
	w := words()
	switch {
	case s.Tokens.In(g.Last+1, w.notNext), s.Tokens.In(g.Head, w.notNext):
		return true
	case g.Apposition != nil && w.notApposition[g.Apposition.Lemma]:
		return true
	}
	return looseApposition(g) || r.inSports(s)
}

// looseApposition reports whether a group is followed by an apposition that
// makes it no actor and that the parser did not join to it, as in The Taliban,
// a Danish film.
func looseApposition(g *lang.NounGroup) bool {
	tokens := g.Sentence.Tokens
	comma := g.Last + 1
	if !tokens.Is(comma, ",") || tokens.Tag(comma+1) != "DT" {
		return false
	}
	return lang.AnyIn(comma+2, comma+5, func(k int) bool { return tokens.In(k, words().notApposition) })
}

// inSports reports whether a sentence tells of sports or entertainment: it has
// a word that only they have, or the score of a match.
func inSports(s *lang.Sentence) bool {
	if hasVeto(s.Text) {
		return true
	}
	return lang.AnyIn(0, len(s.Tokens), func(i int) bool { return isScore(s.Tokens[i].Text) })
}

// vetoLetters is how many letters of a word are looked at before it is compared.
const vetoLetters = 3

// hasVeto reports whether something that makes a sentence one of sports or entertainment
// stands after a blank in a text.
func hasVeto(text string) bool {
	l := words()
	for {
		i := strings.IndexByte(text, ' ')
		if i < 0 || len(text) < i+1+vetoLetters {
			return false
		}
		text = text[i+1:]
		if !l.beginsNot.May(text[:vetoLetters]) {
			continue
		}
		if slices.ContainsFunc(l.notInSentence, func(phrase string) bool { return strings.HasPrefix(text, phrase) }) {
			return true
		}
	}
}

// inSports is inSports of a sentence, found out once.
func (r *Reader) inSports(s *lang.Sentence) bool {
	if r.sports == nil {
		r.sports = make([]answer, len(r.doc.Sentences))
	}
	a := &r.sports[s.Index]
	if *a == unasked {
		*a = no
		if inSports(s) {
			*a = yes
		}
	}
	return *a == yes
}

// answer is what is known of a question.
type answer uint8

const (
	unasked answer = iota
	no
	yes
)

// isScore reports whether a token is the score of a match: Rangers beat Celtic
// 2-1.
func isScore(t string) bool {
	return len(t) == 3 && t[1] == '-' && t[0] >= '0' && t[0] <= '9' && t[2] >= '0' && t[2] <= '9'
}

// countsOthers reports whether a noun for armed people is only a quantity of
// other ones: an army of lawyers, troops of singers.
func (r *Reader) countsOthers(g *lang.NounGroup) bool {
	if !words().measures[g.Lemma] {
		return false
	}
	for _, a := range g.Attached {
		if a.Prep != "of" || a.Group.Proper || a.Group.Pronoun || a.Group.Det != "" {
			continue
		}
		n, ok := r.dictionary.Noun(a.Group.Lemma)
		if !ok {
			return true
		}
		switch n.Class {
		case gazetteer.NounCivilian, gazetteer.NounPerson, gazetteer.NounObject:
			return true
		}
	}
	return false
}
