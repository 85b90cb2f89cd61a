package setting

import (
	"sitrep/extract/event"
	"sitrep/extract/lang"
	"sitrep/extract/mention"
	"sitrep/extract/rules"
	"sitrep/gazetteer"
)

// localTo returns the town or division by whose name the text calls those who
// take part, or whose court or police acts, as in "Harare lawyers took to the
// streets", "a Tirana court jailed two men", or nil. An army called by a capital
// may be anywhere.
func (f finder) localTo(e *event.Event) []mention.Place {
	for _, fs := range [][]event.Filler{e.Actors, e.Targets} {
		for _, x := range fs {
			if p := f.homeOf(x.Group); p != nil {
				return []mention.Place{*p}
			}
		}
	}
	return nil
}

// homeOf returns the place before the head of a group for a local body, for
// people or for a building that it belongs to, or nil.
func (f finder) homeOf(g *lang.NounGroup) *mention.Place {
	if g.Pronoun || !f.isLocalBody(g) {
		return nil
	}
	head := g.Sentence.Tokens[g.Head]
	places := f.PlacesIn(g)
	for i := range places {
		p := &places[i]
		if p.Located && p.End <= head.Start && p.Kind != gazetteer.KindCountry && p.Country != "" {
			return p
		}
	}
	return nil
}

// isLocalBody reports whether a group stands for people, a building, a court or
// the police, and not for an army or those who rule.
func (f finder) isLocalBody(g *lang.NounGroup) bool {
	c := f.Rules.Nouns[g.Lemma]
	switch {
	case c.Is(rules.Police | rules.Facility):
		return true
	case c.Is(rules.Force | rules.Government | rules.Group):
		return false
	}
	return c.Is(rules.Person | rules.Crowd)
}
