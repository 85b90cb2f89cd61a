package golden

import (
	"slices"

	"sitrep/extract/record"
)

// Right says of every record of one document whether it is right as far as
// its confidence speaks of it: paired with a gold event, of its type, and
// without an actor or target that gold hasn't got.
func Right(gold []Event, rs []record.Record) []bool {
	found, wanted := make([]event, len(rs)), make([]event, len(gold))
	for i, r := range rs {
		found[i] = fromRecord(r)
	}
	for i, e := range gold {
		wanted[i] = fromGold(e)
	}
	out := make([]bool, len(rs))
	for _, pr := range pairs(found, wanted) {
		p, g := found[pr.found], wanted[pr.gold]
		out[pr.found] = p.kind == g.kind && matched(p.actors, g.actors) == len(p.actors) && matched(p.targets, g.targets) == len(p.targets)
	}
	return out
}

// Pairs returns for every record the index of the gold event that it tells, or
// -1.
func Pairs(gold []Event, rs []record.Record) []int {
	found, wanted := make([]event, len(rs)), make([]event, len(gold))
	out := make([]int, len(rs))
	for i, r := range rs {
		found[i], out[i] = fromRecord(r), -1
	}
	for i, e := range gold {
		wanted[i] = fromGold(e)
	}
	for _, pr := range pairs(found, wanted) {
		out[pr.found] = pr.gold
	}
	return out
}

// Fills reports whether what is called by the names is one of the fillers.
func Fills(names []string, fillers [][]string) bool {
	return slices.ContainsFunc(fillers, func(accepted []string) bool { return same(names, accepted) })
}
