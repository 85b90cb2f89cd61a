package place

import "sitrep/gazetteer"

// famous is the prior from which a place is not doubted because the text seems
// to put it elsewhere: a list of places looks like that too.
const famous = 5.5

// missingIn returns the country or division that the words beside toponym n put
// it in where the candidate does not lie there, so that the gazetteer lacks the
// place that is meant, or nil. Two places in a list are not taken for one
// inside the other.
func (t *text) missingIn(n int, c *candidate) *candidate {
	if c.prior >= famous && (!t.wordIsLocative(t.toponyms[n].first-1) || t.closesList(n)) {
		for _, in := range t.toponyms[n].containers {
			if in.weight >= 2*forContainer {
				return nil
			}
		}
	}
	return t.containerElsewhere(n, c)
}

// containerElsewhere returns the last country or division that the words beside
// toponym n put it in, or nil where one of them contains the candidate.
func (t *text) containerElsewhere(n int, c *candidate) *candidate {
	if c.place.Kind == gazetteer.KindCountry || c.place.Kind == gazetteer.KindDivision1 || c.place.Country == "" || c.place.Kind == "region" {
		return nil
	}
	var found *candidate
	for _, in := range t.toponyms[n].containers {
		outer := t.calledDivision(in.outer)
		if outer == nil || outer.place.Country == "" || in.weight < forContainer || t.toponyms[in.outer].context < 0 || t.inList(in.outer) {
			continue
		}
		if outer.place.Kind != gazetteer.KindCountry && !t.isElsewhere(&in, &outer.place, c) {
			continue
		}
		if outer.place.Contains(&c.place) {
			return nil
		}
		found = outer
	}
	return found
}

// calledDivision returns the candidate that toponym n stands for, or the division
// of its name where a word beside it calls it one, as in Achin District, or nil.
func (t *text) calledDivision(n int) *candidate {
	best := t.best(n)
	if f := t.toponyms[n].feature; best == nil || isDivision(&best.place) || f != "division1" && f != "division2" {
		return best
	}
	nm := &t.names[t.toponyms[n].name]
	for k := range nm.candidates {
		if c := &nm.candidates[k]; isDivision(&c.place) && c.place.Country == best.place.Country && c.place.Distance(&best.place) < farOff {
			return c
		}
	}
	return best
}

// farOff is the distance in kilometres from a division or town beyond which a
// place is not in it, however roughly its point is known.
const farOff = 250

// isElsewhere reports whether a candidate can't lie in the division or town that
// the text puts it in.
func (t *text) isElsewhere(in *containment, outer *gazetteer.Place, c *candidate) bool {
	far := outer.Distance(&c.place) > farOff
	if t.isWideArea(outer) && outer.Country != c.place.Country && in.weight >= 2*forContainer {
		return true // Dara, Swat Valley
	}
	if !isDivision(outer) {
		return far && c.prior < wellKnown && in.weight >= forContainer
	}
	return in.weight >= 2*forContainer || outer.Country != c.place.Country || far
}

// isWideArea reports whether a place is a valley, a region or the like that
// holds towns, as a division does.
func (t *text) isWideArea(p *gazetteer.Place) bool {
	switch t.vocab.kinds[p.Kind] {
	case "region", "valley", "island":
		return true
	}
	return false
}

// wordIsLocative reports whether word i is a preposition that takes a place.
func (t *text) wordIsLocative(i int) bool {
	return i >= 0 && t.adjacent(i+1) && t.words[i].entry.locative > 0
}

// closesList reports whether another place stands before toponym n with a comma
// or "and" between, as in a list.
func (t *text) closesList(n int) bool {
	i := t.toponyms[n].first
	if i > 0 && t.words[i].before == gapComma {
		_, place := t.toponymEnding(i - 1)
		return place
	}
	return i > 1 && t.adjacent(i) && t.isConjunction(i-1) && t.inToponym(i-2)
}

// inList reports whether toponym n is followed by another one as in a list: X,
// Syria and Y; X, Syria, Y.
func (t *text) inList(n int) bool {
	k := t.toponyms[n].last + 1
	if k >= len(t.words) || t.words[k].sentence != t.words[k-1].sentence {
		return false
	}
	if t.isConjunction(k) {
		_, place := t.toponymAt[k+1]
		return place
	}
	_, place := t.toponymAt[k]
	return place && t.words[k].before == gapComma
}

const (
	// minOthers is the weight of other countries from which an article is
	// plainly about them.
	minOthers = 1.5
	// unspokenShare is the share of an article up to which it does not speak of
	// a country.
	unspokenShare = 0.02
	// wellKnown is the prior of a town that an article may mention wherever
	// else it plays.
	wellKnown = 4.9
)

// onlyNamesake reports whether nothing in the article speaks for the country
// that the candidate of toponym n lies in, so that the text means a place that
// the gazetteer lacks: a suburb of Conakry is no village in Aragon.
func (t *text) onlyNamesake(n int, c *candidate) bool {
	switch c.place.Kind {
	case gazetteer.KindCountry, gazetteer.KindDivision1, "region", "continent":
		return false
	}
	if c.place.Country == "" || c.reason != byPopulation && c.reason != byKind {
		return false
	}
	country, own := t.countryOf(t.toponyms[n].name)
	weight, total := t.countryWeight[c.place.Country], t.totalWeight-own
	if country == c.place.Country {
		weight -= own
	}
	if total < minOthers || weight > unspokenShare*total {
		return false
	}
	return c.prior < wellKnown && !c.place.Capital && !c.place.Curated || t.namesBuilding(n)
}

// namesBuilding reports whether toponym n only names the building after it: the
// Ouagadougou complex.
func (t *text) namesBuilding(n int) bool {
	tp := &t.toponyms[n]
	k := tp.last + 1
	return t.adjacent(k) && !t.words[k].capital && !t.words[tp.last].possessive && t.words[k].is(classBuilding)
}
