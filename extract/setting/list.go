package setting

import (
	"slices"

	"sitrep/extract/article"
	"sitrep/extract/event"
	"sitrep/extract/lang"
	"sitrep/extract/mention"
	"sitrep/extract/rules"
)

// listed returns the places of a group whose noun several names share, as in
// "Kamtok and Longpi villages", "the Jahar and Mahr oil fields", or nil.
func (f finder) listed(g *lang.NounGroup) []mention.Place {
	t := g.Sentence.Tokens
	if g.Number != lang.Plural || g.Proper || !f.Rules.Nouns[g.Lemma].Is(rules.Place|rules.Facility) || g.Possessor != nil {
		return nil
	}
	var out []mention.Place
	joined := false
	for i := g.First; i < g.Head; i++ {
		if t[i].Tag == "CC" || t[i].Text == "," {
			joined = joined || len(out) > 0
			continue
		}
		from := i
		for i < g.Head && t[i].Tag != "CC" && t[i].Text != "," && f.capitalised(t[i:i+1]) {
			i++
		}
		if i > from {
			out = append(out, f.nameOf(g, from, i))
			i--
		}
	}
	if !joined || len(out) < 2 {
		return nil
	}
	return out
}

// nameOf returns the place that the tokens of a group name: the one that the
// gazetteer has, else the bare name.
func (f finder) nameOf(g *lang.NounGroup, from, to int) mention.Place {
	t := g.Sentence.Tokens
	if p := f.PlaceAt(t[from].Start); p != nil && p.End >= t[to-1].End && p.Use == mention.UsePlace {
		return *p
	}
	span := article.Span{Start: t[from].Start, End: t[to-1].End}
	return mention.Place{Span: span, Text: f.Article().Slice(span), Use: mention.UsePlace, Precision: 2}
}

// listEnd returns the places of the group that ends a list of names by the noun
// that they share, and those of the names before it that no gazetteer has, where token
// i is the comma or "and" after the first, as in "Batsari, Jibia and Danmusa local
// government areas".
func (f finder) listEnd(e *event.Event, s *lang.Sentence, i int) []mention.Place {
	var out []mention.Place
	for n := 0; n < maxChain && i+1 < len(s.Tokens) && s.Tokens[i].Text == ","; n++ {
		g := s.GroupFrom(i + 1)
		if g == nil {
			i++
			continue
		}
		if !g.Proper || g.First != g.Last || isSomethingElse(f.Class(g)) && f.PlaceIn(g) == nil {
			return nil
		}
		out = append(out, f.nameOf(g, g.First, g.Last+1))
		i = g.Last + 1
	}
	if i+1 >= len(s.Tokens) || s.Tokens[i].Tag != "CC" {
		return nil
	}
	g := s.GroupFrom(i + 1)
	if town := f.calledAfter(g); town != nil && !startsClause(s, town) {
		if last := f.placesOf(e, town, introduced); len(last) > 0 {
			return append(out, last...)
		}
	}
	if g == nil || !f.isSharedNoun(g) || startsClause(s, g) {
		return nil
	}
	if last := f.placesOf(e, g, introduced); len(last) > 0 {
		return append(out, last...)
	}
	return nil
}

// isSharedNoun reports whether a group ends with the noun of places that the names of a
// list share: Batsari, Jibia and | Danmusa local government areas.
func (f finder) isSharedNoun(g *lang.NounGroup) bool {
	return g.Det == "" && !g.Proper && g.Number == lang.Plural && f.Rules.Nouns[g.Lemma].Is(rules.Place)
}

// calledAfter returns the group that names the place that a noun announces, as in "the
// town of Poso", or nil.
func (f finder) calledAfter(g *lang.NounGroup) *lang.NounGroup {
	if g == nil || g.Proper || g.Det != "the" || g.Possessor != nil || f.capitalised(g.Sentence.Tokens[g.First:g.Last+1]) || !f.Rules.Nouns[g.Lemma].Is(rules.Place) {
		return nil
	}
	if k := slices.IndexFunc(g.Attached, ofName); k >= 0 && g.Attached[k].At == g.Last+1 {
		return g.Attached[k].Group
	}
	return nil
}
