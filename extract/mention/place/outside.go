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
