package place

import (
	"math"

	"sitrep/gazetteer"
)

// perParty is how much an actor says of its country, where its people say one.
const perParty = 0.7

// weighCountries counts how much the article speaks of each country: by its
// people, its armed groups, and by the places that its names stand for so far.
func (t *text) weighCountries() {
	t.countryWeight, t.totalWeight = map[string]float64{}, 0
	for _, d := range t.demonyms {
		t.addWeight(d.country, 1)
	}
	for _, p := range t.parties {
		t.addWeight(p.Country, perParty)
	}
	for g := range t.names {
		country, weight := t.countryOf(g)
		t.addWeight(country, weight)
	}
}

func (t *text) addWeight(country string, weight float64) {
	if country != "" && weight > 0 {
		t.countryWeight[country] += weight
		t.totalWeight += weight
	}
}

// countryOf returns the country that a name is evidence for, and the weight of
// it: none where the words around all its toponyms speak against a place, or
// where it was only met as a transliteration.
func (t *text) countryOf(g int) (country string, weight float64) {
	nm := &t.names[g]
	if len(nm.candidates) == 0 || t.bestContext(g) < 0 || t.onlyTransliterated(g) {
		return "", 0
	}
	best := &nm.candidates[nm.best]
	return best.place.Country, best.countryEvidence(len(nm.toponyms))
}

// bestContext returns the highest evidence for a place of any toponym of the
// name.
func (t *text) bestContext(g int) float64 {
	best := math.Inf(-1)
	for _, n := range t.names[g].toponyms {
		best = math.Max(best, t.toponyms[n].context)
	}
	return best
}

// onlyTransliterated reports whether a name was met only in a spelling that
// the gazetteer does not have. Such a name says nothing of a country, least of
// all of the one it would be in.
func (t *text) onlyTransliterated(g int) bool {
	for _, n := range t.names[g].toponyms {
		if !t.toponyms[n].hit.Loose {
			return false
		}
	}
	return true
}

// countryEvidence returns how much a place that is named so often says of its
// country.
func (c *candidate) countryEvidence(mentions int) float64 {
	weight := 0.3
	switch {
	case c.place.Kind == gazetteer.KindCountry:
		weight = 1
	case c.place.Kind == gazetteer.KindDivision1 || c.place.Capital || c.prior > 6:
		weight = 0.8
	case c.prior > 5:
		weight = 0.5
	}
	return weight * math.Min(3, float64(mentions))
}
