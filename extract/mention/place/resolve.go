package place

import (
	"math"
	"sort"

	"sitrep/gazetteer"
)

// Weights of the resolver, in units of the prior: one is a tenfold population.
const (
	perContainer  = 1.2 // times the containment's weight
	perCountry    = 2.5 // times the country's share of the article
	perSentence   = 0.8 // the country or its people in the same sentence
	perNeighbour  = 1.2 // another place of the article close by
	maxNeighbours = 2.5
	perDivision   = 2.0 // the division it lies in is named
	perFeature    = 4.0 // the kind asked for
	againstKind   = -1.5
	againstLand   = -1.0 // in no country that the article names
	nearby        = 150  // kilometres within which places of an article speak for each other
	rounds        = 3
)

// resolve chooses one place a name for the whole article: by the article's
// words first, by the map of its other places next, by population last.
func (t *text) resolve() {
	for g := range t.groups {
		t.groups[g].temper()
		t.groups[g].best = first(t.groups[g].candidates)
	}
	t.weigh()
	t.draw()
	for round := 0; round < rounds; round++ {
		// All are scored against the choices of the round before, so that
		// their order decides nothing.
		for g := range t.groups {
			t.score(g, round)
		}
		for g := range t.groups {
			t.groups[g].best = top(t.groups[g].candidates)
		}
		t.weigh()
	}
}

// temper mends the priors by what else goes by the name. Another name of a
// place near one that has it as its own stands back: Delhi is New Delhi to
// some. A division without a town of its name is meant more often than one
// with: Delaware, against Aleppo.
func (g *group) temper() {
	state, own := false, false
	for i := range g.candidates {
		p := &g.candidates[i].place
		state = state || p.Kind == gazetteer.KindCountry
		own = own || p.Form == gazetteer.PrimaryName && p.Kind == gazetteer.KindPopulatedPlace && g.candidates[i].prior >= 4.5
	}
	for i := range g.candidates {
		c := &g.candidates[i]
		if state && c.place.Kind != gazetteer.KindCountry && c.place.Kind != gazetteer.KindDivision1 {
			c.prior -= 3 // China, Maine, has to be called so
		}
		switch c.place.Form {
		case gazetteer.AlternateName, gazetteer.OtherName:
			if own {
				c.prior -= 2 // Kuito is itself before it is Quito
			}
			for k := range g.candidates {
				o := &g.candidates[k].place
				if o.Form == gazetteer.PrimaryName && o.Country == c.place.Country && o.Kind != gazetteer.KindDivision2 && o.Distance(&c.place) < 60 {
					c.prior -= 1.5
					break
				}
			}
		case gazetteer.PrimaryName:
			if c.place.Kind != gazetteer.KindDivision1 {
				continue
			}
			alone := true
			for k := range g.candidates {
				o := &g.candidates[k].place
				alone = alone && (o.Kind == gazetteer.KindDivision1 || o.Kind == gazetteer.KindDivision2 || !c.place.Contains(o))
			}
			if alone {
				c.prior += 1.5
			}
		}
	}
}

// first is the candidate with the highest prior.
func first(c []candidate) int {
	best := 0
	for i := range c {
		if c[i].prior > c[best].prior {
			best = i
		}
	}
	return best
}

// top is the candidate with the highest score.
func top(c []candidate) int {
	best := 0
	for i := range c {
		if c[i].score > c[best].score || c[i].score == c[best].score && c[i].prior > c[best].prior {
			best = i
		}
	}
	return best
}

// plausible says whether a group takes part in the map of the article.
func (t *text) plausible(g int) float64 {
	best := math.Inf(-1)
	for _, n := range t.groups[g].spots {
		best = math.Max(best, t.spots[n].local)
	}
	return best
}

// maxChart bounds the names that speak for one another, so that a long text
// costs time linear in its length: the most named ones.
const maxChart = 64

// draw chooses them.
func (t *text) draw() {
	for g := range t.groups {
		if len(t.groups[g].candidates) > 0 && t.plausible(g) >= -1 {
			t.chart = append(t.chart, g)
		}
	}
	if len(t.chart) > maxChart {
		sort.SliceStable(t.chart, func(i, j int) bool { return len(t.groups[t.chart[i]].spots) > len(t.groups[t.chart[j]].spots) })
		t.chart = t.chart[:maxChart]
		sort.Ints(t.chart)
	}
}

// voice is how much a place that is named so often says of its country.
func (c *candidate) voice(mentions int) float64 {
	w := 0.3
	switch {
	case c.place.Kind == gazetteer.KindCountry:
		w = 1
	case c.place.Kind == gazetteer.KindDivision1 || c.place.Capital || c.prior > 6:
		w = 0.8
	case c.prior > 5:
		w = 0.5
	}
	return w * math.Min(3, float64(mentions))
}

// guessed says whether a name was met through transliteration only: then it
// bears no witness to a country, least of all to its own.
func (t *text) guessed(g int) bool {
	for _, n := range t.groups[g].spots {
		if !t.spots[n].hit.Loose {
			return false
		}
	}
	return true
}

// weigh counts how much the article speaks of each country.
func (t *text) weigh() {
	t.weight, t.total = map[string]float64{}, 0
	add := func(country string, w float64) {
		if country != "" && w > 0 {
			t.weight[country] += w
			t.total += w
		}
	}
	for _, p := range t.peoples {
		add(p.country, 1)
	}
	for g := range t.groups {
		c := t.groups[g].candidates
		if len(c) == 0 || t.plausible(g) < 0 || t.guessed(g) {
			continue
		}
		best := &c[t.groups[g].best]
		add(best.place.Country, best.voice(len(t.groups[g].spots)))
	}
}

// score weighs the candidates of group g.
func (t *text) score(g, round int) {
	grp := &t.groups[g]
	country, own := "", 0.0 // what g itself added to the countries
	if len(grp.candidates) == 0 {
		return
	}
	if best := &grp.candidates[grp.best]; t.plausible(g) >= 0 && !t.guessed(g) {
		country, own = best.place.Country, best.voice(len(grp.spots))
	}
	for i := range grp.candidates {
		c := &grp.candidates[i]
		c.score, c.where = c.prior, "population"
		most := 0.0
		speak := func(v float64, why string) {
			c.score += v
			if v > most {
				most, c.where = v, why
			}
		}
		if c.place.Country != "" {
			if rest := t.total - own; rest > 0.2 {
				weight := t.weight[c.place.Country]
				if c.place.Country == country {
					weight -= own
				}
				share := weight / rest
				if share > 0.01 {
					// An article with two mentions of a country is less of a
					// witness than one with ten.
					speak(perCountry*share*math.Min(1, 0.4+rest/4), "country of the article")
				} else if c.place.Kind != gazetteer.KindCountry && rest > 1 {
					speak(againstLand, "")
				}
			}
		}
		t.contain(grp, c, speak)
		if v := t.parallel(grp, c); v > 0 {
			speak(v, "named beside its like")
		}
		t.kind(grp, c, speak)
		if round > 0 {
			t.neighbours(g, c, speak)
		}
	}
}

// contain rewards what the text says outright: Tripoli, Lebanon; and the
// country in the same sentence.
func (t *text) contain(grp *group, c *candidate, speak func(float64, string)) {
	strongest, sentence := 0.0, 0.0
	for _, n := range grp.spots {
		s := &t.spots[n]
		for _, in := range s.containers {
			for k := range t.groups[t.spots[in.spot].group].candidates {
				outer := &t.groups[t.spots[in.spot].group].candidates[k]
				if outer.place.Contains(&c.place) || outer.place.ID == c.place.ID || outer.place.Country == c.place.Country && c.place.Country != "" && outer.place.Kind != gazetteer.KindCountry && outer.place.Distance(&c.place) < 60 {
					w := in.weight
					if outer.place.Form == gazetteer.PrimaryName || outer.place.Form == gazetteer.PostalName || outer.place.Form == gazetteer.DerivedName || outer.place.Form == gazetteer.Abbreviated {
						strongest = math.Max(strongest, w)
					} else {
						strongest = math.Max(strongest, w*0.7)
					}
				}
			}
		}
		for _, p := range t.peoples {
			if p.sentence == t.words[s.first].sentence && p.country == c.place.Country {
				sentence = perSentence
			}
		}
	}
	if strongest > 0 {
		speak(perContainer*strongest, "named with it")
	}
	if sentence > 0 {
		speak(sentence, "people of the sentence")
	}
}

// perParallel is for a division or state named in one breath with another:
// Montana and Wyoming.
const perParallel = 1.5

// parallel says what naming in one breath adds to a candidate.
func (t *text) parallel(grp *group, c *candidate) float64 {
	if c.place.Kind != gazetteer.KindDivision1 && c.place.Kind != gazetteer.KindCountry {
		return 0
	}
	same := func(n int, ok bool) bool {
		if !ok {
			return false
		}
		o := t.best(n)
		return o != nil && o.place.Kind == c.place.Kind && (o.place.Country == c.place.Country) == (c.place.Kind == gazetteer.KindDivision1)
	}
	for _, n := range grp.spots {
		s := &t.spots[n]
		if i := s.first - 1; t.adjacent(s.first) && i > 0 && (t.lower(i) == "and" || t.lower(i) == "or") && same(t.spotEnding(i-1)) {
			return perParallel
		}
		if k := s.last + 1; t.adjacent(k) && (t.lower(k) == "and" || t.lower(k) == "or") {
			if m, ok := t.spotAt[k+1]; same(m, ok) {
				return perParallel
			}
		}
	}
	return 0
}

// kind rewards the kind of place that the words beside the name ask for.
func (t *text) kind(grp *group, c *candidate, speak func(float64, string)) {
	asked := 0
	met := 0
	for _, n := range grp.spots {
		if f := t.spots[n].feature; f != "" {
			asked++
			if t.isA(c.place.Kind, f, &c.place) {
				met++
			}
		}
	}
	if asked == 0 {
		return
	}
	// What one spot asks for is settled spot by spot (see pick); here the
	// name as a whole leans towards where such a thing is.
	if met > 0 {
		speak(0.5, "kind asked for")
	}
}

// isA says whether a place of the kind is what a feature word asks for.
func (t *text) isA(kind, feature string, p *gazetteer.Place) bool {
	k := t.lex.kinds[kind]
	switch feature {
	case k:
		return true
	case "division1":
		// A province is one of the second order in the Philippines, Nepal or
		// Burkina Faso; which it is there, the name tells.
		return k == "region" || p.Kind == gazetteer.KindDivision2
	case "division2":
		return k == "section"
	case "base":
		return k == "airbase" || k == "base"
	case "airbase":
		return k == "airport" || k == "base"
	case "airport":
		return k == "airbase"
	case "section":
		return k == "section" || k == "populated"
	}
	return false
}

// neighbours rewards candidates that lie close to the article's other places
// or in a division that it names.
func (t *text) neighbours(g int, c *candidate, speak func(float64, string)) {
	near, division := 0.0, 0.0
	for _, o := range t.chart {
		if o == g {
			continue
		}
		plausible := t.plausible(o)
		other := &t.groups[o].candidates[t.groups[o].best]
		if other.place.Kind == gazetteer.KindCountry || other.place.ID == c.place.ID {
			continue
		}
		w := 1.0
		if plausible < 0.5 {
			w = 0.4
		}
		near += w * t.pair(o, c)
		if other.place.Kind == gazetteer.KindDivision1 {
			if other.place.Contains(&c.place) {
				division = perDivision
			}
			continue
		}
		if other.place.Contains(&c.place) {
			division = perDivision
		}
		if d := c.place.Distance(&other.place); d < 3*nearby && d > 0.001 {
			near += w * perNeighbour * math.Exp(-d/nearby)
		}
	}
	if near > 0 {
		speak(math.Min(near, maxNeighbours), "close to the article's other places")
	}
	if division > 0 {
		speak(division, "division of the article")
	}
}

// together is the distance in kilometres within which two names that share
// another pair of namesakes speak for that pair: Enfield and Edmonton.
const together = 40

// pair is how much a namesake of group o next to the candidate speaks for it,
// where o itself stands for another place so far.
func (t *text) pair(o int, c *candidate) float64 {
	grp := &t.groups[o]
	for k := range grp.candidates {
		p := &grp.candidates[k].place
		if k == grp.best || p.ID == c.place.ID || p.Country != c.place.Country || math.Abs(p.Latitude-c.place.Latitude) > together/111.0 {
			continue
		}
		if p.Kind != gazetteer.KindDivision1 && p.Distance(&c.place) < together {
			return perNeighbour
		}
	}
	return 0
}
