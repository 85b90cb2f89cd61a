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
	if c.prior >= famous {
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
		outer := t.best(in.outer)
		if outer == nil || outer.place.Country == "" || in.weight < forContainer || t.toponyms[in.outer].context < 0 || t.inList(in.outer) {
			continue
		}
		if outer.place.Kind != gazetteer.KindCountry {
			if !isDivision(&outer.place) || in.weight < 2*forContainer && outer.place.Country == c.place.Country {
				continue
			}
		}
		if outer.place.Contains(&c.place) {
			return nil
		}
		found = outer
	}
	return found
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
