package setting

import (
	"slices"
	"strings"

	"sitrep/extract/article"
	"sitrep/extract/event"
	"sitrep/extract/lang"
	"sitrep/extract/mention"
	"sitrep/extract/rules"
	"sitrep/gazetteer"
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

// homes returns the places that were found, with the home of people in the place of
// what only says where it lies, as in "shot three women from Dara, south of Mosul".
func (s *search) homes() []mention.Place {
	out := slices.Clone(s.found)
	for i := range out {
		if !IsBearing(out[i].Relation) {
			continue
		}
		if g := s.landmarkOf(s.event.Sentence, &out[i]); g != nil && s.prepositionBefore(g) == "from" && (s.isUnknown(g) || s.FirstPlaceIn(g) != nil) {
			home := s.unlisted(g)
			if p := s.FirstPlaceIn(g); p != nil {
				home = *p
			} else {
				put(&home, &out[i])
			}
			out[i] = home
		}
	}
	return out
}

// landmarkOf returns the group before a place of a sentence that only says where it lies, as in
// "Dara, also 20 km south of Mosul", or nil.
func (f finder) landmarkOf(in *lang.Sentence, p *mention.Place) *lang.NounGroup {
	if !in.Contains(p.Span) {
		return nil
	}
	t := in.Tokens
	for i, n := in.TokensIn(p.Span).From-1, 0; i > 0 && n < longestLandmark; i, n = i-1, n+1 {
		if g := in.GroupTo(i); g != nil && g.Proper {
			return g
		}
		if t[i].Text != "," {
			continue
		}
		g := in.GroupTo(i - 1)
		if g != nil && !g.Proper && g.Det == "the" && f.IsPlace(g) {
			continue // 700 km from the capital, Bamako
		}
		return g
	}
	return nil
}

// longestLandmark is how many words may stand between a name and the one that says where
// it lies.
const longestLandmark = 7

// withoutLandmarks leaves out the places that only say where a narrower one
// before them lies, as in "in Tebourba, south of Tunis", "in Hermel, near the
// Syrian border". It is not in them.
func (f finder) withoutLandmarks(ps []mention.Place) []mention.Place {
	return without(ps, func(p mention.Place) bool {
		edge := f.isEdge(&p)
		return (edge || IsBearing(p.Relation)) && slices.ContainsFunc(ps, func(q mention.Place) bool {
			return q.End < p.Start && (q.Width() == 1 || !edge && f.isOutside(&p, &q)) && (edge || q.Relation != p.Relation)
		})
	})
}

// isOutside reports whether a place that only says where the division right before it
// lies is not in it, as in "in the province of Logar, south of Kabul".
func (f finder) isOutside(p, division *mention.Place) bool {
	if division.Width() > 3 || p.Width() > 1 || !p.Located || !division.Located || strings.ContainsAny(f.Article().Text[division.End:p.Start], ".;\n") {
		return false
	}
	if division.Width() == 2 {
		return p.Admin2 == "" || p.Admin2 != division.Admin2
	}
	return p.Admin1 != division.Admin1 || p.Country != division.Country
}

// isEdge reports whether a place is the border or coast of a country that the
// gazetteer has no point for, or the country in its name: near the Niger border.
func (f finder) isEdge(p *mention.Place) bool {
	if after, ok := strings.CutPrefix(f.Article().Text[p.End:], " "); ok && p.Kind == gazetteer.KindCountry && p.Relation == "near" {
		return slices.ContainsFunc(f.Rules.Grammar.Edges, func(noun string) bool { return strings.HasPrefix(after, noun) })
	}
	return p.ID == "" && p.Kind == "" && p.Country != "" && slices.ContainsFunc(f.Rules.Grammar.Edges, func(noun string) bool { return strings.HasSuffix(p.Text, " "+noun) })
}

// IsBearing reports whether a relation gives a direction or a distance: south of,
// 20 km northeast of, 30 km from.
func IsBearing(relation string) bool {
	return strings.HasSuffix(relation, "st of") || strings.HasSuffix(relation, "th of") || strings.HasSuffix(relation, " from")
}
