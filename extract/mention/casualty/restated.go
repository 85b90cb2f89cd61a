package casualty

import (
	"sitrep/extract/lang"
	"sitrep/extract/mention/quantity"
)

// figureReach is how many words may part a figure's noun from its number.
const figureReach = 6

// Restated returns the dead as a sentence gives them anew that speaks of the
// figure alone, as in "By Saturday the figure had climbed to 24", "the Red Cross
// corrected the number to 19", or nil. Of several the last counts.
func Restated(s *lang.Sentence) *Casualty {
	w := words()
	var out *Casualty
	for _, n := range quantity.Find(s) {
		t := s.Tokens
		if n.Measure || n.Min == nil || n.First == 0 || !t.Is(n.First-1, "to", "at") {
			continue
		}
		at, step := -1, false
		for k := n.First - 2; k >= max(0, n.First-figureReach); k-- {
			step = step || w.steps[t[k].Lemma]
			if w.tolls[t[k].Lemma] || w.numbers[t[k].Lemma] && !t.Is(k+1, "of") || t.Is(k, "dead") && t.Is(k-1, "the") {
				at = k
			}
		}
		for k := at - 1; at >= 0 && k >= max(0, at-3); k-- { // raised the figure
			step = step || w.steps[t[k].Lemma]
		}
		if at >= 0 && step && !isBefore(t, at) {
			out = &Casualty{Kind: Killed, Quantity: n.Quantity, Toll: TollTotal, Anchor: t[at].Span}
		}
	}
	return out
}

// Bodies returns the dead as a sentence counts them that tells only what was done
// with their bodies, as in "A nurse said nine bodies had been brought in", or nil.
func Bodies(s *lang.Sentence) *Casualty {
	t := s.Tokens
	for _, n := range quantity.Find(s) {
		if n.Measure || n.Min == nil || *n.Min == 0 || n.To >= len(t) {
			continue
		}
		g := s.GroupAt(n.To)
		if g == nil || g.Head < n.To || t[g.Head].Lemma != "body" && t[g.Head].Lemma != "corpse" {
			continue
		}
		return &Casualty{Kind: Killed, Quantity: n.Quantity, Toll: TollTotal, Anchor: t[g.Head].Span}
	}
	return nil
}

// isBefore reports whether the figure at a token is one that was given before
// another: police had put the number at 25.
func isBefore(t lang.Tokens, at int) bool {
	for k := at - 1; k >= max(0, at-4); k-- {
		if t.Is(k, "had") {
			return true
		}
	}
	return false
}
