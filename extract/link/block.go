package link

import (
	"math"
	"slices"
	"strconv"
)

// blocks finds the open incidents that an account may belong to, without
// comparing it to all: those of its days that share a cell of the map, a
// party, or a toll with it.
type blocks map[string][]*cluster

// What a key stands for.
const (
	inCell     = "c" // a point in a cell of one degree
	inCountry  = "n" // anywhere in a country
	onlyNation = "v" // a country or a region, and no point
	byName     = "w"
	byParty    = "p"
	byToll     = "t"
)

// mostPerBlock is how many incidents of a block are compared, the latest. A
// block of more is of a war with so many reports a day that the other keys are
// what tells them apart.
const mostPerBlock = 60

// longest is how many days of a longer time are looked at.
const longest = 4

// daysOf returns the days by which an account is found.
func (a *account) daysOf() (from, to int) {
	switch {
	case a.isDated() && a.to-a.from < longest:
		return a.from, a.to
	case a.isDated() && (a.report < a.from || a.report > a.to):
		return a.from, a.from + longest - 1
	}
	return a.report - longest + 1, a.report
}

// longestAsked is how many days of a longer time an account's incident is looked
// for on: "in August" is the whole month.
const longestAsked = 31

// daysAsked returns the days on which an account's incident may have been kept.
func (a *account) daysAsked() (from, to int) {
	if a.isDated() && a.to-a.from < longestAsked {
		return a.from, a.to
	}
	return a.daysOf()
}

// keys calls add with each key under which an account is kept.
func (a *account) keys(add func(kind string, day int, what string)) {
	from, to := a.daysOf()
	points := a.points()
	for d := from; d <= to; d++ {
		for _, s := range points {
			add(inCell, d, cell(s.latitude, s.longitude))
		}
		for _, n := range a.names {
			add(byName, d, strconv.FormatUint(n, 36))
		}
		for _, c := range a.countries() {
			add(inCountry, d, c)
			if len(points) == 0 {
				add(onlyNation, d, c)
			}
		}
		for _, s := range slices.Concat(a.actors, a.targets) {
			if s.id != "" {
				add(byParty, d, s.id)
			}
		}
		if a.dead.known && a.dead.lo >= smallToll {
			add(byToll, d, strconv.Itoa(a.dead.lo))
		}
	}
}

// wanted calls ask with each key under which an account's incident may stand.
func (a *account) wanted(ask func(kind string, day int, what string)) {
	from, to := a.daysAsked()
	points := a.points()
	for d := from - 1; d <= to+1; d++ {
		for _, s := range points {
			for _, near := range neighbours(s) {
				ask(inCell, d, near)
			}
		}
		for _, n := range a.names {
			ask(byName, d, strconv.FormatUint(n, 36))
		}
		for _, c := range a.countries() {
			if ask(onlyNation, d, c); len(points) == 0 {
				ask(inCountry, d, c)
			}
		}
		for _, s := range slices.Concat(a.actors, a.targets) {
			if s.id != "" {
				ask(byParty, d, s.id)
			}
		}
		if a.dead.known && a.dead.lo >= smallToll {
			ask(byToll, d, strconv.Itoa(a.dead.lo))
		}
	}
}

func key(kind string, day int, what string) string {
	return kind + strconv.Itoa(day) + "/" + what
}

// cell names the square of one degree in which a point lies.
func cell(latitude, longitude float64) string {
	return strconv.Itoa(int(math.Floor(latitude))) + "," + strconv.Itoa(int(math.Floor(longitude)))
}

// neighbours returns the cells within the width of a district around a point.
func neighbours(s spot) []string {
	const reach = 0.55
	var out []string
	for _, lat := range []float64{-reach, 0, reach} {
		for _, lon := range []float64{-reach, 0, reach} {
			if c := cell(s.latitude+lat, s.longitude+lon); !slices.Contains(out, c) {
				out = append(out, c)
			}
		}
	}
	return out
}

// add keeps an incident under the keys of an account that it now holds.
func (b blocks) add(c *cluster, a *account) {
	a.keys(func(kind string, day int, what string) {
		k := key(kind, day, what)
		if list := b[k]; len(list) == 0 || list[len(list)-1] != c {
			b[k] = append(list, c)
			c.keys = append(c.keys, k)
		}
	})
}

// remove forgets a closed incident.
func (b blocks) remove(c *cluster) {
	for _, k := range c.keys {
		if b[k] = slices.DeleteFunc(b[k], func(o *cluster) bool { return o == c }); len(b[k]) == 0 {
			delete(b, k)
		}
	}
}

// candidates returns the incidents that an account may belong to, each once, in
// the order in which they were opened.
func (b blocks) candidates(a *account) []*cluster {
	var out []*cluster
	seen := map[*cluster]bool{}
	a.wanted(func(kind string, day int, what string) {
		list := b[key(kind, day, what)]
		for _, c := range list[max(0, len(list)-mostPerBlock):] {
			if !seen[c] {
				seen[c] = true
				out = append(out, c)
			}
		}
	})
	slices.SortFunc(out, func(x, y *cluster) int { return x.number - y.number })
	return out
}
