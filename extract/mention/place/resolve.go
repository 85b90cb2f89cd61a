package place

import (
	"math"
	"slices"

	"sitrep/gazetteer"
)

// Evidence for a candidate, in units of its prior: one is a tenfold population.
const (
	perContainer = 1.2  // times the weight of the containment
	perCountry   = 2.5  // times the country's share of the article
	perSentence  = 0.8  // the country's people are named in the same sentence
	perPeer      = 1.5  // a peer is named beside it: Montana and Wyoming
	perKind      = 0.5  // it is of the kind that a word beside the name asks for
	againstLand  = -1.0 // it is in no country that the article names
	rounds       = 3
	plainly      = 1.5 // weight of countries from which an article is plainly about them
	mostly       = 0.8 // share of an article that is about one country
)

// resolve chooses one place for each name in the whole article: first by what
// the article says, then by the map of its other places, last by population.
func (t *text) resolve() {
	for g := range t.names {
		t.names[g].context = t.bestContext(g)
		t.names[g].adjustPriors(t.vocab.best[t.names[g].key])
		t.names[g].best = t.names[g].highestPrior()
	}
	t.weighCountries()
	t.chooseChart()
	for round := 0; round < rounds; round++ {
		// All are scored against the choices of the round before, so that
		// their order decides nothing.
		for g := range t.names {
			t.scoreName(g, round)
		}
		changed := round == 0 // the next one looks at neighbours too
		for g := range t.names {
			best := t.names[g].highestScore()
			changed = changed || best != t.names[g].best
			t.names[g].best = best
		}
		if !changed {
			break // nor would another round change anything
		}
		t.weighCountries()
	}
}

func (t *text) scoreName(g, round int) {
	nm := &t.names[g]
	ownCountry, ownWeight := t.countryOf(g)
	for i := range nm.candidates {
		s := scoring{candidate: &nm.candidates[i]}
		s.score, s.reason = s.prior, byPopulation
		t.scoreCountry(&s, ownCountry, ownWeight)
		t.scoreContainers(nm, &s)
		if t.namedBesidePeer(nm, s.candidate) {
			s.add(perPeer, byPeer)
		}
		if t.ofKindAskedFor(nm, s.candidate) {
			s.add(perKind, byKind)
		}
		if round > 0 {
			t.scoreNeighbours(g, &s)
		}
	}
}

// scoring is a candidate while its evidence is added up.
type scoring struct {
	*candidate
	strongest float64
}

// add adds evidence and keeps the reason of the strongest.
func (s *scoring) add(evidence float64, reason string) {
	s.score += evidence
	if evidence > s.strongest {
		s.strongest, s.reason = evidence, reason
	}
}

// scoreCountry adds how much the rest of the article speaks of the candidate's
// country. ownCountry and ownWeight are what the name itself added to the
// weights.
func (t *text) scoreCountry(s *scoring, ownCountry string, ownWeight float64) {
	rest := t.totalWeight - ownWeight
	if s.place.Country == "" || rest <= 0.2 {
		return
	}
	weight := t.countryWeight[s.place.Country]
	if s.place.Country == ownCountry {
		weight -= ownWeight
	}
	if share := weight / rest; share > 0.01 {
		// An article with two mentions of a country is less of a witness than
		// one with ten.
		s.add(perCountry*share*math.Min(1, 0.4+rest/4), byCountry)
	} else if s.place.Kind != gazetteer.KindCountry && rest > 1 {
		s.add(againstLand, "")
		if rest >= plainly && t.oneCountry(rest) {
			s.add(againstLand, "")
		}
	}
}

// oneCountry reports whether nearly all of so much weight is that of one country.
func (t *text) oneCountry(weight float64) bool {
	for _, w := range t.countryWeight {
		if w >= mostly*weight {
			return true
		}
	}
	return false
}

// scoreContainers adds what the text says outright, as in Tripoli, Lebanon, and
// the people of the candidate's country in a sentence of its name.
func (t *text) scoreContainers(nm *name, s *scoring) {
	strongest, sameSentence := 0.0, false
	for _, n := range nm.toponyms {
		tp := &t.toponyms[n]
		for _, in := range tp.containers {
			strongest = math.Max(strongest, t.containerWeight(in, s.candidate))
		}
		sameSentence = sameSentence || t.demonymIn(t.words[tp.first].sentence, s.place.Country)
	}
	if strongest > 0 {
		s.add(perContainer*strongest, byContainer)
	} else if held := t.holding(nm, s.candidate); held > 0 {
		s.add(perContainer*held, byContainer)
	}
	if sameSentence {
		s.add(perSentence, byDemonym)
	}
}

// holding returns the weight of what the text puts right inside a division or
// country, where it holds a place of that name: Georgia is the American state in
// Rome, Georgia; else 0.
func (t *text) holding(nm *name, c *candidate) float64 {
	if c.place.Kind != gazetteer.KindCountry && c.place.Kind != gazetteer.KindDivision1 {
		return 0
	}
	weight := 0.0
	for _, n := range nm.toponyms {
		for _, in := range t.toponyms[n].holds {
			if in.weight > weight && t.containsOne(&c.place, in.outer) {
				weight = in.weight
			}
		}
	}
	return weight
}

// containsOne reports whether a division contains a place whose own name toponym n
// is.
func (t *text) containsOne(outer *gazetteer.Place, n int) bool {
	nm := &t.names[t.toponyms[n].name]
	for i := range nm.candidates {
		if c := &nm.candidates[i]; !c.bySecondaryName() && c.place.ID != outer.ID && outer.Contains(&c.place) {
			return true
		}
	}
	return false
}

// demonymIn reports whether a sentence names the people or an armed group of a
// country.
func (t *text) demonymIn(sentence int, country string) bool {
	if slices.Contains(t.peoples[sentence], country) {
		return true
	}
	if sentence < 0 {
		return false
	}
	s := t.doc.Sentences[sentence]
	return slices.ContainsFunc(t.parties, func(p Party) bool { return p.Country == country && s.Start <= p.Start && p.Start < s.End })
}

// containerWeight returns the weight of a containment where one of the places
// that its name may stand for contains the candidate, else 0. A secondary name
// counts less.
func (t *text) containerWeight(in containment, c *candidate) float64 {
	weight := 0.0
	outer := t.names[t.toponyms[in.outer].name].candidates
	for k := range outer {
		o := &outer[k].place
		if !holdsOrAdjoins(o, &c.place) {
			continue
		}
		switch o.Form {
		case gazetteer.PrimaryName, gazetteer.PostalName, gazetteer.DerivedName, gazetteer.Abbreviated:
			weight = math.Max(weight, in.weight)
		default:
			weight = math.Max(weight, in.weight*0.7)
		}
	}
	return weight
}

// holdsOrAdjoins reports whether outer contains inner, is the same place, or is
// a place close to it in its country: a village may be said to be in the town
// next to it.
func holdsOrAdjoins(outer, inner *gazetteer.Place) bool {
	if outer.Contains(inner) || outer.ID == inner.ID {
		return true
	}
	return outer.Country == inner.Country && inner.Country != "" && outer.Kind != gazetteer.KindCountry && !outer.FurtherThan(inner, 60) && outer.Distance(inner) < 60
}

// namedBesidePeer reports whether a division is named next to another one of its
// country, or a country next to another country: Montana and Wyoming.
func (t *text) namedBesidePeer(nm *name, c *candidate) bool {
	if c.place.Kind != gazetteer.KindDivision1 && c.place.Kind != gazetteer.KindCountry {
		return false
	}
	for _, n := range nm.toponyms {
		tp := &t.toponyms[n]
		if i := tp.first - 1; i > 0 && t.adjacent(tp.first) && t.isConjunction(i) {
			if m, ok := t.toponymEnding(i - 1); ok && t.standsForPeer(m, c) {
				return true
			}
		}
		if k := tp.last + 1; t.adjacent(k) && t.isConjunction(k) {
			if m, ok := t.toponymAt[k+1]; ok && t.standsForPeer(m, c) {
				return true
			}
		}
	}
	return false
}

// standsForPeer reports whether toponym n stands for a peer of the candidate:
// another division of its country, or another country.
func (t *text) standsForPeer(n int, c *candidate) bool {
	o := t.best(n)
	if o == nil || o.place.Kind != c.place.Kind {
		return false
	}
	return (o.place.Country == c.place.Country) == (c.place.Kind == gazetteer.KindDivision1)
}

// ofKindAskedFor reports whether a word beside any toponym of the name asks for
// the candidate's kind. What one toponym asks for is settled for each of them
// (see chosen); here the name as a whole leans towards where such a place is.
func (t *text) ofKindAskedFor(nm *name, c *candidate) bool {
	return slices.ContainsFunc(nm.toponyms, func(n int) bool {
		f := t.toponyms[n].feature
		return f != "" && t.isA(&c.place, f)
	})
}

// isA reports whether a place is of the kind that a feature noun asks for.
func (t *text) isA(p *gazetteer.Place, feature string) bool {
	kind := t.vocab.kinds[p.Kind]
	if kind == feature {
		return true
	}
	switch feature {
	case "division1":
		// A province is a division of the second order in the Philippines,
		// Nepal or Burkina Faso. The name tells which it is there.
		return kind == "region" || p.Kind == gazetteer.KindDivision2
	case "division2":
		return kind == "section"
	case "base":
		return kind == "airbase"
	case "airbase":
		return kind == "airport" || kind == "base"
	case "airport":
		return kind == "airbase"
	case "section":
		return kind == "populated"
	}
	return false
}
