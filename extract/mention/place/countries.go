package place

import (
	"math"
	"slices"
	"strings"

	"sitrep/gazetteer"
)

// perParty is how much an actor says of its country, where its people say one.
const perParty = 0.7

// perUsage is how much a word that only the people of a country use says of it.
const perUsage = 1

// findUsages collects the countries of the words that only their people use, once
// for each word: a barangay is in the Philippines.
func (t *text) findUsages() {
	seen := map[string]bool{}
	for i := range t.words {
		e, n := t.phrase(i)
		if !e.is(classUsage) || t.words[i].capital && !t.words[i].first && e.feature == "" {
			continue
		}
		if key := strings.ToLower(t.src[t.words[i].start:t.words[i+n-1].end]); !seen[key] {
			seen[key] = true
			t.usages = append(t.usages, e.country)
		}
	}
}

// findLeaders adds the countries of the persons whose followers the text names by a
// surname that may be anybody's: Castro's rebels.
func (t *text) findLeaders() {
	for i := range t.words {
		if w := &t.words[i]; !w.capital || !w.possessive || !t.adjacent(i+1) || !t.words[i+1].is(classFollower) {
			continue
		}
		m, ok := t.actors.Longest(t.src, t.words[i].start)
		if ok && m.Form == gazetteer.FormLeader && len(m.Candidates) == 1 && m.Candidates[0].Actor.Country != "" {
			t.parties = append(t.parties, Party{Start: m.Start, Country: m.Candidates[0].Actor.Country})
		}
	}
}

// weighCountries counts how much the article speaks of each country: by its
// people, its armed groups, the words that only they use, and by the places that its
// names stand for so far.
func (t *text) weighCountries() {
	t.countryWeight, t.totalWeight = map[string]float64{}, 0
	for _, d := range t.demonyms {
		t.addWeight(d.country, 1)
	}
	for _, p := range t.parties {
		t.addWeight(p.Country, perParty)
	}
	for _, country := range t.usages {
		t.addWeight(country, perUsage)
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
	if len(nm.candidates) == 0 || nm.context < 0 || t.onlyTransliterated(g) {
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
	return !slices.ContainsFunc(t.names[g].toponyms, func(n int) bool { return !t.toponyms[n].hit.Loose })
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
