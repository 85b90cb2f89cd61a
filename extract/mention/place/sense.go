package place

import (
	"math"
	"sort"

	"sitrep/gazetteer"
)

// settleSenses settles the names of which the text says outright where they
// lie, and which lie elsewhere than most of their toponyms: a name has one
// sense in an article, unless the text says otherwise, as in Tripoli, Lebanon,
// and later Tripoli, Libya. What it said last holds until it says something
// else; before the first time, what it says first.
func (t *text) settleSenses() {
	for g := range t.names {
		nm := &t.names[g]
		if len(nm.candidates) < 2 {
			continue
		}
		told := make([]int, len(nm.toponyms))
		current := 0
		for i, n := range nm.toponyms {
			told[i] = t.senseTold(n)
			if current == 0 {
				current = told[i]
			}
		}
		if current == 0 {
			continue
		}
		for i, n := range nm.toponyms {
			if told[i] > 0 {
				current = told[i]
			}
			t.toponyms[n].sense = current
		}
	}
}

// senseTold returns 1 + the candidate that lies in the container that the words
// beside toponym n name, or 0 where they name none.
func (t *text) senseTold(n int) int {
	nm := &t.names[t.toponyms[n].name]
	best := &nm.candidates[nm.best]
	outer := t.containerElsewhere(n, best)
	if outer == nil {
		if t.containerAgrees(n, best) {
			return nm.best + 1
		}
		return 0
	}
	told := 0
	for k := range nm.candidates {
		c := &nm.candidates[k]
		if outer.place.Contains(&c.place) && (told == 0 || c.score > nm.candidates[told-1].score) {
			told = k + 1
		}
	}
	return told
}

// containerAgrees reports whether a container of toponym n contains the
// candidate.
func (t *text) containerAgrees(n int, c *candidate) bool {
	for _, in := range t.toponyms[n].containers {
		if outer := t.best(in.outer); outer != nil && in.weight >= forContainer && outer.place.Contains(&c.place) {
			return true
		}
	}
	return false
}

// chosen returns the candidate of one toponym: that of its name or of its
// sense, or another close to it that is of the kind that the words beside the
// toponym ask for: Homs is a city, but Homs province is not.
func (t *text) chosen(n int) int {
	tp := &t.toponyms[n]
	nm := &t.names[tp.name]
	best := nm.best
	if len(nm.candidates) == 0 {
		return best
	}
	if tp.sense > 0 {
		best = tp.sense - 1
	}
	here := &nm.candidates[best].place
	if tp.feature == "" || t.isA(here, tp.feature) {
		return best
	}
	choice, score := best, math.Inf(-1)
	for i := range nm.candidates {
		c := &nm.candidates[i]
		if !t.isA(&c.place, tp.feature) || tp.sense > 0 && t.containerElsewhere(n, c) != nil {
			continue
		}
		v := c.score
		if t.vocab.kinds[c.place.Kind] == tp.feature {
			v++
		}
		if c.place.Country == here.Country && (c.place.Distance(here) < 300 || isDivision(&c.place)) {
			v += 3
		}
		if v > score {
			choice, score = i, v
		}
	}
	if choice != best && score < nm.candidates[best].score-3 {
		return best
	}
	return choice
}

func isDivision(p *gazetteer.Place) bool {
	return p.Kind == gazetteer.KindDivision1 || p.Kind == gazetteer.KindDivision2
}

// alternatives returns the candidates of toponym n that were not chosen, the
// best first, at most so many.
func (t *text) alternatives(n, chosen, most int) []int {
	nm := &t.names[t.toponyms[n].name]
	order := make([]int, 0, len(nm.candidates))
	for i := range nm.candidates {
		if i != chosen {
			order = append(order, i)
		}
	}
	sort.SliceStable(order, func(i, j int) bool { return nm.candidates[order[i]].score > nm.candidates[order[j]].score })
	return order[:min(most, len(order))]
}
