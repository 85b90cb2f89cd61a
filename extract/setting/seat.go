package setting

import (
	"slices"

	"sitrep/extract/article"
	"sitrep/extract/lang"
	"sitrep/extract/mention"
	"sitrep/extract/rules"
)

// namesSeat reports whether a group names a body of a state or a like one, after a
// preposition that puts something at its seat, not among its people, as in "outside
// the Interior Ministry", "in front of the General Command", "at the Supreme Court".
func (f finder) namesSeat(g *lang.NounGroup, prep string) bool {
	if !g.Proper || g.Possessor != nil || g.Det == "a" || g.Det == "an" || bringsName(g) || !f.capitalised(g.Sentence.Tokens[f.nameStart(g):g.Last+1]) {
		return false
	}
	noun := f.Rules.Nouns[g.Lemma]
	switch {
	case noun.Is(rules.Person|rules.Crowd) && !noun.Is(rules.Facility):
		return false
	case slices.Contains(f.Rules.Grammar.Beside, prep):
		return noun.Is(rules.Facility) || g.Det == "the" && f.Class(g).Is(rules.Government|rules.Force)
	case prep == "at" || prep == hit:
		return noun.Is(rules.Facility)
	}
	return false
}

// isFront reports whether a group is a part of the line between two sides, which is
// called after a place, as in "on the Rajou front", "along the Bakhmut axis".
func (f finder) isFront(g *lang.NounGroup) bool {
	return !g.Proper && g.Head > g.First && slices.Contains(f.Rules.Grammar.Fronts, g.Lemma)
}

// isNamedAfter reports whether a place only begins the name of a building in it, as
// in "the Nairobi Securities Exchange building", "Quetta Civil Hospital".
func (f finder) isNamedAfter(g *lang.NounGroup, core int, p *mention.Place) bool {
	t := g.Sentence.Tokens
	if p.Start != t[core].Start || p.Width() > 2 || !f.Rules.Nouns[g.Lemma].Is(rules.Facility|rules.Place) || p.End >= t[g.Head].Start {
		return false
	}
	for i := core; i < g.Head; i++ {
		if t[i].Start >= p.End && isCapitalised(t[i].Text) && f.Rules.Nouns[t[i].Lower] == 0 && f.PlaceAt(t[i].Start) == nil {
			return f.capitalised(t[i : i+1])
		}
	}
	return false
}

// placeOverlapping returns the place of the gazetteer whose words overlap a span, or
// nil.
func (f finder) placeOverlapping(span article.Span) *mention.Place {
	places := f.Places()
	for i := range places {
		if p := &places[i]; p.Start < span.End && span.Start < p.End {
			return p
		}
		if places[i].Start >= span.End {
			break
		}
	}
	return nil
}
