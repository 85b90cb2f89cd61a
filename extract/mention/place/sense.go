package place

import (
	"math"
	"sort"

	"sitrep/gazetteer"
)

// senses settles the names of which the text says outright where they lie, and
// elsewhere than most of their spots: one sense an article, unless it says
// otherwise. What it said last holds until it says something else.
func (t *text) senses() {
	for g := range t.groups {
		grp := &t.groups[g]
		if len(grp.candidates) < 2 {
			continue
		}
		told := make([]int, len(grp.spots)) // candidate+1 by spot, 0 where untold
		first := 0
		for i, n := range grp.spots {
			if outer := t.container(n, &grp.candidates[grp.best]); outer != nil {
				for k := range grp.candidates {
					c := &grp.candidates[k]
					if outer.place.Contains(&c.place) && (told[i] == 0 || c.score > grp.candidates[told[i]-1].score) {
						told[i] = k + 1
					}
				}
			} else if t.inside(n, &grp.candidates[grp.best]) {
				told[i] = grp.best + 1
			}
			if first == 0 {
				first = told[i]
			}
		}
		if first == 0 {
			continue
		}
		sense := first
		for i, n := range grp.spots {
			if told[i] > 0 {
				sense = told[i]
			}
			t.spots[n].sense = sense
		}
	}
}

// inside says whether the words beside a spot put it where the candidate is.
func (t *text) inside(n int, c *candidate) bool {
	for _, in := range t.spots[n].containers {
		if outer := t.best(in.spot); outer != nil && in.weight >= forContainer && outer.place.Contains(&c.place) {
			return true
		}
	}
	return false
}

// pick is the candidate of one spot: the group's, or the one near it that is
// of the kind that the spot asks for: Homs province, Homs.
func (t *text) pick(n int) int {
	s := &t.spots[n]
	grp := &t.groups[s.group]
	best := grp.best
	if len(grp.candidates) == 0 {
		return best
	}
	if s.sense > 0 {
		best = s.sense - 1
	}
	if s.feature == "" {
		return best
	}
	here := &grp.candidates[best].place
	if t.isA(here.Kind, s.feature, here) {
		return best
	}
	choice, score := best, math.Inf(-1)
	for i := range grp.candidates {
		c := &grp.candidates[i]
		if !t.isA(c.place.Kind, s.feature, &c.place) {
			continue
		}
		v := c.score
		if t.lex.kinds[c.place.Kind] == s.feature {
			v++
		}
		if c.place.Country == here.Country && (c.place.Distance(here) < 300 || c.place.Kind == gazetteer.KindDivision1 || c.place.Kind == gazetteer.KindDivision2) {
			v += 3
		}
		if v > score {
			choice, score = i, v
		}
	}
	if choice != best && score < grp.candidates[best].score-3 {
		return best
	}
	return choice
}

// alternatives are the losers of a name, the best first.
func (t *text) alternatives(n, chosen, most int) []int {
	grp := &t.groups[t.spots[n].group]
	order := make([]int, 0, len(grp.candidates))
	for i := range grp.candidates {
		if i != chosen {
			order = append(order, i)
		}
	}
	sort.SliceStable(order, func(i, j int) bool { return grp.candidates[order[i]].score > grp.candidates[order[j]].score })
	return order[:min(most, len(order))]
}
