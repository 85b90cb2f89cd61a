package golden

import (
	_ "embed"
	"sort"
	"sync"

	"sitrep/extract/rules"
	"sitrep/extract/wordlist"
)

//go:embed stopwords.txt
var stopwords string

var passedOver = sync.OnceValue(func() map[string]bool { return wordlist.Words(stopwords) })

// nearby is how many code points two triggers may stand apart and still be
// the same words.
const nearby = 12

// affinity says how much an extracted and a gold event have in common; 0: they
// are no pair.
func affinity(p, g event) int {
	near := max(p.start-g.start, g.start-p.start) < nearby
	hi := min(p.to, p.from+longest)
	if !near && (g.start < p.from || g.start >= max(hi, p.from+1)) {
		return 0
	}
	s := 0
	if near {
		s += 4
	}
	if p.kind == g.kind {
		s += 2
	}
	if rules.EventType(p.kind) == rules.EventType(g.kind) {
		s++
	}
	s += matched(p.actors, g.actors) + matched(p.targets, g.targets) + matched(p.locations, g.locations)
	if commonFigures(p.casualties, g.casualties) > 0 {
		s++
	}
	return s
}

type pair struct{ found, gold int }

// pairs gives each event at most one partner, the best pairs first.
func pairs(found, gold []event) []pair {
	type candidate struct {
		pair
		score, distance int
	}
	var all []candidate
	for i, p := range found {
		for j, g := range gold {
			if s := affinity(p, g); s > 0 {
				all = append(all, candidate{pair{i, j}, s, max(p.start-g.start, g.start-p.start)})
			}
		}
	}
	sort.Slice(all, func(a, b int) bool {
		x, y := all[a], all[b]
		switch {
		case x.score != y.score:
			return x.score > y.score
		case x.distance != y.distance:
			return x.distance < y.distance
		case x.found != y.found:
			return x.found > y.found
		}
		return x.gold > y.gold
	})
	usedFound, usedGold := map[int]bool{}, map[int]bool{}
	var out []pair
	for _, c := range all {
		if !usedFound[c.found] && !usedGold[c.gold] {
			usedFound[c.found], usedGold[c.gold] = true, true
			out = append(out, c.pair)
		}
	}
	return out
}
