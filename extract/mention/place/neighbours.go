package place

import (
	"math"
	"sort"

	"sitrep/gazetteer"
)

// Evidence of the article's other places for a candidate.
const (
	perNeighbour  = 1.2 // another place close by
	maxNeighbours = 2.5
	perDivision   = 2.6 // the division that it lies in
	nearby        = 150 // kilometres within which places of an article speak for each other
	// twinDistance is the distance in kilometres within which two names that
	// share another pair of namesakes speak for that pair: Enfield and Edmonton.
	twinDistance = 40
)

// maxChart bounds the names that are evidence for one another, so that the cost
// is linear in the length of the text. The names with most mentions stay.
const maxChart = 64

// chooseChart chooses the names that are evidence for one another.
func (t *text) chooseChart() {
	for g := range t.names {
		if len(t.names[g].candidates) > 0 && t.names[g].context >= -1 {
			t.chartNames = append(t.chartNames, g)
		}
	}
	if chart := t.chartNames; len(chart) > maxChart {
		sort.SliceStable(chart, func(i, j int) bool { return len(t.names[chart[i]].toponyms) > len(t.names[chart[j]].toponyms) })
		t.chartNames = chart[:maxChart]
		sort.Ints(t.chartNames)
	}
}

// scoreNeighbours adds that a candidate of name g lies close to the article's
// other places, or in a division that the article names.
func (t *text) scoreNeighbours(g int, s *scoring) {
	near, inDivision := 0.0, false
	for _, o := range t.chartNames {
		if o == g {
			continue
		}
		other := &t.names[o].candidates[t.names[o].best].place
		if other.Kind == gazetteer.KindCountry || other.ID == s.place.ID {
			continue
		}
		weight := 1.0
		if t.names[o].context < 0.5 {
			weight = 0.4
		}
		if t.hasTwinNear(o, s.candidate) {
			near += weight * perNeighbour
		}
		inDivision = inDivision || other.Contains(&s.place)
		if other.Kind == gazetteer.KindDivision1 || s.place.FurtherThan(other, 3*nearby) {
			continue
		}
		if d := s.place.Distance(other); d < 3*nearby && d > 0.001 {
			near += weight * perNeighbour * math.Exp(-d/nearby)
		}
	}
	if near > 0 {
		s.add(math.Min(near, maxNeighbours), byNeighbours)
	}
	if inDivision {
		s.add(perDivision, byDivision)
	}
}

// hasTwinNear reports whether name o, which stands for another place so far,
// has a candidate next to c.
func (t *text) hasTwinNear(o int, c *candidate) bool {
	nm := &t.names[o]
	for k := range nm.candidates {
		p := &nm.candidates[k].place
		if k == nm.best || p.FurtherThan(&c.place, twinDistance) || p.ID == c.place.ID || p.Country != c.place.Country {
			continue
		}
		if p.Kind != gazetteer.KindDivision1 && p.Distance(&c.place) < twinDistance {
			return true
		}
	}
	return false
}
