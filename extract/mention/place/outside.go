package place

import (
	"sitrep/gazetteer"
)

// famous is the prior from which a place is not doubted for lying outside
// what the text seems to put it in: lists look like that too.
const famous = 5.5

// outside is the country or division that the words beside a spot put it in,
// where the candidate does not lie there: the gazetteer lacks the place that
// is meant. A list of places is no nesting.
func (t *text) outside(n int, c *candidate) *candidate {
	if c.prior >= famous {
		for _, in := range t.spots[n].containers {
			if in.weight >= 2*forContainer {
				return nil
			}
		}
	}
	return t.container(n, c)
}

// container is outside without the benefit of the doubt for what is famous.
func (t *text) container(n int, c *candidate) *candidate {
	if c.place.Kind == gazetteer.KindCountry || c.place.Kind == gazetteer.KindDivision1 || c.place.Country == "" || c.place.Kind == "region" {
		return nil
	}
	var found *candidate
	for _, in := range t.spots[n].containers {
		if in.weight < forContainer || t.spots[in.spot].local < 0 || t.listed(in.spot) {
			continue
		}
		outer := t.best(in.spot)
		if outer == nil || outer.place.Country == "" {
			continue
		}
		switch outer.place.Kind {
		case gazetteer.KindCountry:
		case gazetteer.KindDivision1, gazetteer.KindDivision2:
			if in.weight < 2*forContainer && outer.place.Country == c.place.Country {
				continue
			}
		default:
			continue
		}
		if outer.place.Contains(&c.place) {
			return nil
		}
		found = outer
	}
	return found
}

// listed says whether a spot goes on as a list does: , Syria and.
func (t *text) listed(n int) bool {
	k := t.spots[n].last + 1
	if k >= len(t.words) || t.words[k].sentence != t.words[k-1].sentence {
		return false
	}
	if t.lower(k) == "and" || t.lower(k) == "or" {
		_, place := t.spotAt[k+1]
		return place
	}
	_, place := t.spotAt[k]
	return place && t.words[k].before == gapComma
}

// best is the candidate that a spot's name stands for, nil where it has none.
func (t *text) best(n int) *candidate {
	g := &t.groups[t.spots[n].group]
	if len(g.candidates) == 0 {
		return nil
	}
	return &g.candidates[g.best]
}

// anchored is the weight of other countries from which an article is plainly
// about them, and little the part of it that a land is never mentioned with.
const (
	anchored = 1.5
	little   = 0.02
	// wellKnown is the prior of a town that an article may name by the way
	// wherever else it plays.
	wellKnown = 4.9
)

// stray says whether nothing in the article speaks for the land that the only
// namesakes of a spot lie in, so that a place is meant which the gazetteer
// lacks: a suburb of Conakry is no village in Aragon.
func (t *text) stray(n int, c *candidate) bool {
	switch c.place.Kind {
	case gazetteer.KindCountry, gazetteer.KindDivision1, "region", "continent":
		return false
	}
	if c.place.Country == "" || c.where != "population" && c.where != "kind asked for" {
		return false
	}
	g := &t.groups[t.spots[n].group]
	weight, total := t.weight[c.place.Country], t.total
	if own := &g.candidates[g.best]; t.plausible(t.spots[n].group) >= 0 && !t.guessed(t.spots[n].group) {
		v := own.voice(len(g.spots))
		total -= v
		if own.place.Country == c.place.Country {
			weight -= v
		}
	}
	if total < anchored || weight > little*total {
		return false
	}
	return c.prior < wellKnown && !c.place.Capital && !c.place.Curated || t.names(n)
}

// names says whether a spot only names the building after it: the Ouagadougou
// complex.
func (t *text) names(n int) bool {
	s := &t.spots[n]
	k := s.last + 1
	return t.adjacent(k) && !t.words[k].capital && !t.words[s.last].possessive && t.words[k].entry.class&classBuilding != 0
}
