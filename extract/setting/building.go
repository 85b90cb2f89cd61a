package setting

import (
	"slices"
	"strings"

	"sitrep/extract/article"
	"sitrep/extract/lang"
	"sitrep/extract/mention"
	"sitrep/extract/mention/actor"
	"sitrep/extract/rules"
	"sitrep/gazetteer"
)

// mission returns the building of one country in another that a group names, as
// in "the French embassy", "outside the U.S. Embassy", or nil. The country that
// it is of is not where it stands.
func (f finder) mission(g *lang.NounGroup) *mention.Place {
	if !slices.Contains(f.Rules.Grammar.Missions, g.Lemma) || g.Head == g.First {
		return nil
	}
	t := g.Sentence.Tokens
	for i := g.First; i < g.Head; i++ {
		p := f.PlaceAt(t[i].Start)
		_, people := f.PlaceIndex.Demonym(t[i].Text)
		if !people && (p == nil || p.Kind != gazetteer.KindCountry) {
			continue
		}
		m := f.unlisted(g)
		m.Start = t[i].Start
		m.Text = f.Article().Slice(m.Span)
		return &m
	}
	return nil
}

// sendsMission reports whether a group is the country whose embassy is named right
// after it, with its short name in brackets between, as in "attacked the United Arab
// Emirates (UAE) Embassy".
func (f finder) sendsMission(g *lang.NounGroup) bool {
	s := g.Sentence
	i := pastBrackets(s, g.Last+1)
	if i == g.Last+1 && i < len(s.Tokens) && s.Tokens[i].Text == ")" {
		i++ // of the short name itself
	}
	next := s.GroupFrom(i)
	return g.Proper && i > g.Last+1 && next != nil && slices.Contains(f.Rules.Grammar.Missions, next.Lemma)
}

// isBeside reports whether a place owns or names the building of a government
// that something happened at, as in "outside Kabul's foreign ministry", "near the
// Belgrade parliament". Other prepositions than those may speak of the people
// in it.
func (f finder) isBeside(g *lang.NounGroup, p *mention.Place, prep string) bool {
	if !slices.Contains(f.Rules.Grammar.Beside, prep) || p.End > g.Sentence.Tokens[g.Head].Start {
		return false
	}
	c := f.Class(g)
	return c.Is(rules.Government|rules.Facility) && !f.Rules.Nouns[g.Lemma].Is(rules.Person|rules.Force)
}

// isOwnedBy reports whether a word only says whose something is, as in "an Arab-owned
// garage", "a Saudi-led base".
func isOwnedBy(word string) bool {
	_, last, ok := strings.Cut(word, "-")
	return ok && strings.ToLower(last) == last && (strings.HasSuffix(last, "ed") || strings.HasSuffix(last, "held") || strings.HasSuffix(last, "run"))
}

// hasOwnName reports whether a group has a name before its head that is not only
// that of an actor, of what it is or of the sort that it is of: the Mutakura camp,
// the M10 hospital,
// but not a CRPF camp, a Police picket, a VBIED facility.
func (f finder) hasOwnName(g *lang.NounGroup) bool {
	actors := f.ActorsOf(g)
	t := g.Sentence.Tokens
	for i := f.nameStart(g); i < g.Head; i++ {
		if !f.capitalised(t[i:i+1]) || isOwnedBy(t[i].Text) || i == 0 && t[i].Tag != "NNP" || f.Rules.Nouns[t[i].Lower] != 0 {
			continue
		}
		if f.PlaceAt(t[i].Start) == nil && (t[i].Text == strings.ToUpper(t[i].Text) && !strings.ContainsAny(t[i].Text, "0123456789") || slices.ContainsFunc(actors, func(m *actor.Mention) bool { return m.ID != "" && m.Contains(t[i].Span) })) {
			continue
		}
		return true
	}
	return false
}

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
