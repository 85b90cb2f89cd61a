package setting

import (
	"slices"
	"strings"

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
