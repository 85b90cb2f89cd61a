package setting

import (
	"slices"
	"strings"

	"sitrep/extract/event"
	"sitrep/extract/lang"
	"sitrep/extract/mention"
	"sitrep/extract/rules"
)

// chained adds to the places of an event those that the text goes on with
// after one of them, as in "in Dara village of Kot tehsil, in Swat District".
func (f finder) chained(e *event.Event, places []mention.Place) []mention.Place {
	s := e.Sentence
	for k := 0; k < len(places) && k < maxChain; k++ {
		p := places[k]
		if p.Start < s.Start || p.Start >= s.End {
			continue
		}
		i := s.TokensIn(p.Span).To
		if g := groupAround(s, i); g != nil {
			i = g.Last + 1
		}
		next := append(f.bracketed(s, i), f.placesAfter(e, i)...)
		for _, next := range append(next, f.listEnd(e, s, i)...) {
			if !overlapsAny(places, next) {
				places = append(places, next)
			}
		}
	}
	return places
}

// maxChain bounds how many places one event is given.
const maxChain = 8

// groupAround returns the noun group that goes on a little after the token
// before i, or nil.
func groupAround(s *lang.Sentence, i int) *lang.NounGroup {
	for _, g := range s.Nouns {
		if g.First < i && i <= g.Last && g.Last < i+3 {
			return g
		}
	}
	return nil
}

// placesAfter returns the places of the noun group that follows token i with
// only a preposition or comma between, or nil.
func (f finder) placesAfter(e *event.Event, i int) []mention.Place {
	s := e.Sentence
	i = pastBrackets(s, i)
	prep, n := f.connector(s, i)
	if n == 0 || prep == "from" && slices.Contains(f.Rules.Grammar.Launching, e.Type) {
		return nil
	}
	i += n
	if p, m := f.connector(s, i); prep == "," && m > 0 && p != "," {
		prep, i = p, i+m // , on the outskirts of Gao; , located in Gao
	}
	g := s.GroupFrom(i)
	if g == nil || g.Time || g.Pronoun || startsClause(s, g) {
		return nil
	}
	if owner, ok := f.describedBy(g); ok {
		if owner == nil {
			return nil
		}
		return f.placesOf(e, owner, "in")
	}
	if prep == "," && f.PlaceIn(g) == nil && !f.Class(g).Is(rules.Place|rules.Facility) {
		return nil
	}
	if f.Class(g).Is(rules.Force | rules.Person | rules.Crowd) {
		return nil
	}
	if prep == "," {
		return f.placesOf(e, g, introduced)
	}
	if !IsBearing(prep) {
		prep = introduced
	}
	return f.placesOfAll(e, g, prep)
}

// placesOfAll returns the places of a group after a preposition and of those that are coordinated with
// it, where it has any itself.
func (f finder) placesOfAll(e *event.Event, g *lang.NounGroup, prep string) []mention.Place {
	out := f.placesOf(e, g, prep)
	if g.Coordinated != nil || len(out) == 0 {
		return out
	}
	for _, m := range g.Conjuncts {
		out = append(out, f.placesOf(e, m, prep)...)
	}
	return out
}

// describedBy reports whether a group only describes a place by the one that
// it is in, as in "the capital of Mali". It returns the group of that place, or
// nil where it is no name.
func (f finder) describedBy(g *lang.NounGroup) (*lang.NounGroup, bool) {
	s := g.Sentence
	if c := f.Class(g); g.Proper || c != 0 && !c.Is(rules.Place) || g.Det != "the" && (g.Det != "" || !f.Rules.Nouns[g.Lemma].Is(rules.Place|rules.Facility)) {
		return nil, false
	}
	prep, n := f.connector(s, g.Last+1)
	if n == 0 || prep != "of" || f.PlaceIn(g) != nil {
		return nil, false
	}
	owner := s.GroupFrom(g.Last + 1 + n)
	if owner == nil || f.PlaceIn(owner) == nil || startsClause(s, owner) {
		return nil, true
	}
	return owner, true
}

// longestConnector is how many tokens a connector has at most.
const longestConnector = 4

// connector returns the preposition or comma at token i that can lead from a
// place to the next, and its number of tokens; "" and 0 where there is none.
func (f finder) connector(s *lang.Sentence, i int) (string, int) {
	if i >= len(s.Tokens) {
		return "", 0
	}
	if first := s.Tokens[i].Lower; first != "," && first != "of" && !f.Rules.BeginsWhere(first) {
		return "", 0
	}
	words := make([]string, 0, longestConnector)
	for _, t := range s.Tokens[i:min(i+longestConnector, len(s.Tokens))] {
		words = append(words, t.Lower)
	}
	w := strings.Join(words, " ")
	for n := len(words); n > 0; n-- {
		if n < len(words) {
			w = w[:len(w)-len(" ")-len(words[n])]
		}
		if w == "," || n == 1 && w == "of" || f.Rules.IsWhere(w) && (f.saysWhere(w) || f.isLocative(w) && w != "to" || f.leadsOn(w)) {
			return w, n
		}
	}
	return "", 0
}

// leadsOn reports whether a participle leads from a name to where it lies, as
// in "a village located in Swat".
func (f finder) leadsOn(w string) bool { return slices.Contains(f.Rules.Grammar.Leading, w) }

// pastBrackets returns the token after a remark in brackets at token i.
func pastBrackets(s *lang.Sentence, i int) int {
	if i >= len(s.Tokens) || s.Tokens[i].Text != "(" {
		return i
	}
	for k := i; k < len(s.Tokens) && k < i+8; k++ {
		if s.Tokens[k].Text == ")" {
			return k + 1
		}
	}
	return i
}

// startsClause reports whether a finite verb follows the group as its subject.
func startsClause(s *lang.Sentence, g *lang.NounGroup) bool {
	v := s.VerbAt(g.Last + 1)
	if v == nil || !v.Finite || v.First != g.Last+1 {
		return false
	}
	for _, c := range s.Clauses {
		if !c.Predicate.Noun && v.Overlaps(c.Predicate.Span) {
			return slices.ContainsFunc(c.Args, func(a lang.Arg) bool { return a.Function == lang.Subject && a.Group == g })
		}
	}
	return true
}
