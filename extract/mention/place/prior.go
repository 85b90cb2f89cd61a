package place

import (
	"math"

	"sitrep/gazetteer"
)

// adjustPriors changes the priors of a name's candidates by what else goes by
// the name.
func (nm *name) adjustPriors(bestKnown string) {
	country, ownTown, highest := false, false, 0.0
	for i := range nm.candidates {
		c := &nm.candidates[i]
		country = country || c.place.Kind == gazetteer.KindCountry && !c.bySecondaryName()
		highest = math.Max(highest, c.prior)
		ownTown = ownTown || c.place.Form == gazetteer.PrimaryName && c.place.Kind == gazetteer.KindPopulatedPlace && c.prior >= 4.5
	}
	for i := range nm.candidates {
		c := &nm.candidates[i]
		if c.place.ID == bestKnown {
			c.prior = highest + 0.1 // Bethlehem, not the largest of that name
			continue
		}
		if country && c.place.Kind != gazetteer.KindCountry && c.place.Kind != gazetteer.KindDivision1 {
			c.prior -= 3 // China, Maine, has to be called so
		}
		switch c.place.Form {
		case gazetteer.AlternateName, gazetteer.OtherName:
			if ownTown {
				c.prior -= 2 // Kuito is itself before it is Quito
			}
			if nm.namesakeNear(c) {
				c.prior -= 1.5
			}
		case gazetteer.PrimaryName:
			if bestKnown == "" && c.place.Kind == gazetteer.KindDivision1 && nm.withoutTown(c) {
				c.prior += 1.5
			}
		}
	}
}

// namesakeNear reports whether a place near the candidate has as its own name
// what is only another name of the candidate: Delhi is New Delhi to some.
func (nm *name) namesakeNear(c *candidate) bool {
	for k := range nm.candidates {
		o := &nm.candidates[k].place
		if o.Form == gazetteer.PrimaryName && o.Country == c.place.Country && o.Kind != gazetteer.KindDivision2 && !o.FurtherThan(&c.place, 60) && o.Distance(&c.place) < 60 {
			return true
		}
	}
	return false
}

// withoutTown reports whether a division contains no town of its name, so that
// the name more often means the division: Delaware, but not Aleppo.
func (nm *name) withoutTown(c *candidate) bool {
	for k := range nm.candidates {
		o := &nm.candidates[k].place
		if o.Kind != gazetteer.KindDivision1 && o.Kind != gazetteer.KindDivision2 && c.place.Contains(o) {
			return false
		}
	}
	return true
}

// highestPrior returns the candidate with the highest prior.
func (nm *name) highestPrior() int {
	best := 0
	for i := range nm.candidates {
		if nm.candidates[i].prior > nm.candidates[best].prior {
			best = i
		}
	}
	return best
}

// highestScore returns the candidate with the highest score, of equals the one
// with the higher prior.
func (nm *name) highestScore() int {
	best := 0
	for i := range nm.candidates {
		c, b := &nm.candidates[i], &nm.candidates[best]
		if c.score > b.score || c.score == b.score && c.prior > b.prior {
			best = i
		}
	}
	return best
}
