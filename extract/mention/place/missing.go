package place

import (
	"slices"

	"sitrep/gazetteer"
)

// famous is the prior from which a place is not doubted because the text seems
// to put it elsewhere: a list of places looks like that too.
const famous = 5.5

// missingIn returns the country or division that the words beside toponym n put
// it in where the candidate does not lie there, so that the gazetteer lacks the
// place that is meant, or nil. Two places in a list are not taken for one
// inside the other.
func (t *text) missingIn(n int, c *candidate) *candidate {
	if c.prior >= famous && !c.bySecondaryName() && (!t.wordIsLocative(t.toponyms[n].first-1) || t.closesList(n)) {
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
		if outer.place.Kind != gazetteer.KindCountry && !t.isElsewhere(n, &in, &outer.place, c) {
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
func (t *text) isElsewhere(n int, in *containment, outer *gazetteer.Place, c *candidate) bool {
	far := outer.Distance(&c.place) > farOff
	if t.isWideArea(outer) && outer.Country != c.place.Country && in.weight >= 2*forContainer {
		return true // Dara, Swat Valley
	}
	if !isDivision(outer) {
		return far && (c.prior < wellKnown || c.bySecondaryName() || !t.followsName(&t.toponyms[n]) && t.isUnspoken(n, c)) && in.weight >= forContainer
	}
	return in.weight >= 2*forContainer || outer.Country != c.place.Country || far
}

// isUnspoken reports whether nothing else in the text speaks of the country of a
// candidate of toponym n, while it speaks of others.
func (t *text) isUnspoken(n int, c *candidate) bool {
	weight, total := t.elsewhereSaid(n, c.place.Country)
	return total > 0 && weight <= unspokenShare*total
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

// closesList reports whether another place stands before toponym n with "and" between,
// as in a list.
func (t *text) closesList(n int) bool {
	i := t.toponyms[n].first
	return i > 1 && t.adjacent(i) && t.isConjunction(i-1) && t.inToponym(i-2)
}

// inList reports whether toponym n is followed by another one as in a list: X,
// Syria and Y; X, Syria, Y; but not by the one that holds it: Riyom, Plateau state.
func (t *text) inList(n int) bool {
	k := t.toponyms[n].last + 1
	if k >= len(t.words) || t.words[k].sentence != t.words[k-1].sentence {
		return false
	}
	if t.isConjunction(k) {
		_, place := t.toponymAt[k+1]
		return place
	}
	m, place := t.toponymAt[k]
	return place && t.words[k].before == gapComma && !t.mayHold(m, n)
}

const (
	// minOthers is the weight of other countries from which an article is
	// plainly about them.
	minOthers = 1.5
	// unspokenShare is the share of an article up to which it does not speak of
	// a country.
	unspokenShare = 0.02
	// aSide is the share of an article up to which a country is only spoken of beside
	// others, so that it is not looked for hamlets.
	aSide = 0.12
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
	weight, total := t.elsewhereSaid(n, c.place.Country)
	if c.place.Country == "" || c.reason != byPopulation && c.reason != byKind && !(c.reason == byCountry && c.prior < knownTown) {
		return false
	}
	unspoken := unspokenShare
	if c.prior < knownTown {
		unspoken = aSide
	}
	if total < minOthers || weight > unspoken*total {
		return false
	}
	return c.prior < wellKnown && !c.place.Capital && !c.place.Curated || t.namesBuilding(n)
}

// elsewhereSaid returns how much the article speaks of a country, and of all, by other
// words than toponym n and a name of that country that a blank alone joins to it, of
// which it may be a part: San Tiburcio Nuevo.
func (t *text) elsewhereSaid(n int, country string) (weight, total float64) {
	weight, total = t.countryWeight[country], t.totalWeight
	tp := &t.toponyms[n]
	of, own := t.countryOf(tp.name)
	if total -= own; of == country {
		weight -= own
	}
	beside := func(m int) {
		if of, w := t.countryOf(t.toponyms[m].name); of == country && t.toponyms[m].name != tp.name {
			weight, total = weight-w, total-w
		}
	}
	if m, ok := t.toponymAt[tp.last+1]; ok && t.words[tp.last+1].before == gapSpace {
		beside(m)
	}
	if m, ok := t.toponymEnding(tp.first - 1); ok && t.words[tp.first].before == gapSpace {
		beside(m)
	}
	return weight, total
}

// isAnybodys reports whether a name is that of many little places in several countries,
// of none of which the text speaks: La Joya.
func (t *text) isAnybodys(n int, c *candidate) bool {
	if c.prior >= wellKnown || isDivision(&c.place) || c.place.Kind == gazetteer.KindCountry || c.place.Curated || c.reason != byPopulation {
		return false
	}
	if _, total := t.elsewhereSaid(n, c.place.Country); total > 0.2 {
		return false
	}
	return slices.ContainsFunc(t.names[t.toponyms[n].name].candidates, func(o candidate) bool {
		return o.place.Country != c.place.Country && o.prior > c.prior-perRival && !o.bySecondaryName()
	})
}

// perRival is by how much the prior of a place must exceed that of a namesake abroad
// for its name to mean it where the text says nothing.
const perRival = 0.5

// isPartOfOther reports whether toponym n is only a part of a longer name, which
// the gazetteer lacks, and lies in a country that nothing else in the text speaks
// of: Kusa Dheer village in Somalia is not Kusa in Russia.
func (t *text) isPartOfOther(n int, c *candidate) bool {
	tp := &t.toponyms[n]
	if c.place.Country == "" || isDivision(&c.place) || !t.goesOn(tp.last+1) && !(t.followsName(tp) && t.missingIn(n, c) == nil) || t.standsAlone(tp.name) {
		return false
	}
	weight, total := t.elsewhereSaid(n, c.place.Country)
	return weight <= unspokenShare*t.totalWeight && (c.prior < wellKnown || c.prior < wellKnown+1 && total >= minOthers/2)
}

// standsAlone reports whether a name also stands somewhere without a longer one
// around it.
func (t *text) standsAlone(name int) bool {
	return slices.ContainsFunc(t.names[name].toponyms, func(n int) bool {
		tp := &t.toponyms[n]
		return !t.goesOn(tp.last+1) && !t.followsName(tp)
	})
}

// goesOn reports whether word i goes on with the name that ends before it.
func (t *text) goesOn(i int) bool {
	return t.adjacent(i) && t.words[i].before == gapSpace && t.isUnknownName(i)
}

// followsName reports whether the word before a toponym begins its name.
func (t *text) followsName(tp *toponym) bool {
	return t.adjacent(tp.first) && t.words[tp.first].before == gapSpace && t.isUnknownName(tp.first-1)
}

// isUnknownName reports whether word i has a capital without a reason that is
// known, and no first name that may begin a person's.
func (t *text) isUnknownName(i int) bool {
	w := &t.words[i]
	if !w.capital || w.first || w.possessive || w.entry.feature != "" || t.demonymAt(i) || t.isGivenName(i) || t.inTitleCase(i) || SaysWhichPart(t.spelt(i)) {
		return false
	}
	if t.inKnownTown(i) {
		return false
	}
	return !w.is(classDate | classOpener | classLocal | classTitle | classOffice | classOrganisation | classStreet | classNamed)
}

// inKnownTown reports whether word i ends a toponym that is more than the namesake
// of some hamlet: Homs, but not Nuevo.
func (t *text) inKnownTown(i int) bool {
	n, ok := t.toponymEnding(i)
	if !ok {
		return t.inToponym(i)
	}
	tp := &t.toponyms[n]
	return !tp.hit.Loose && (tp.context > 0 || t.bestKnown(tp) >= knownTown)
}

// isBuildingName reports whether toponym n begins the name of a building or market, with a
// capital of its own: Liberty Market.
func (t *text) isBuildingName(n int) bool {
	tp := &t.toponyms[n]
	k := tp.last + 1
	if !t.adjacent(k) || t.words[k].before != gapSpace || !t.words[k].capital || t.words[tp.last].possessive || t.inTitleCase(k) {
		return false
	}
	return t.words[k].is(classBuilding) || t.words[k].entry.feature == "facility"
}

// namesBuilding reports whether toponym n only names the building after it: the
// Ouagadougou complex.
func (t *text) namesBuilding(n int) bool {
	tp := &t.toponyms[n]
	k := tp.last + 1
	return t.adjacent(k) && !t.words[k].capital && !t.words[tp.last].possessive && t.words[k].is(classBuilding)
}
