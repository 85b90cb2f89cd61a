package casualty

import (
	"strings"

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
		at, step, corrects := -1, false, false
		for k := n.First - 2; k >= max(0, n.First-figureReach); k-- {
			step, corrects = step || w.steps[t[k].Lemma], corrects || w.correcting[t[k].Lemma]
			if w.isToll(t, k) {
				at = k
			}
		}
		for k := at - 1; at >= 0 && k >= max(0, at-3); k-- { // raised the figure
			step, corrects = step || w.steps[t[k].Lemma], corrects || w.correcting[t[k].Lemma]
		}
		if at >= 0 && step && !isBefore(t, at) {
			out = &Casualty{Kind: Killed, Quantity: n.Quantity, Toll: TollTotal, Anchor: t[at].Span, Corrects: corrects}
		}
	}
	return out
}

// isToll reports whether the word at token k stands for a toll without what it counts: the
// toll, the figure, the dead.
func (w *casualtyWords) isToll(t lang.Tokens, k int) bool {
	return w.tolls[t[k].Lemma] || w.numbers[t[k].Lemma] && !t.Is(k+1, "of") || t.Is(k, "dead") && t.Is(k-1, "the")
}

// formerReach is how many words before a toll may say that it was given before another.
const formerReach = 8

// isFormer reports whether the toll at token i, whose figure begins at token figure, was
// given before another: the previous toll was 20; had initially given a toll of 22; an
// earlier statement put the toll at nine.
func (f *finder) isFormer(i, figure int) bool {
	for k := min(i, figure) - 1; k >= 0 && k >= i-formerReach && !f.t.Is(k, ";", ","); k-- {
		if f.w.former[f.t[k].Lower] && (f.t.Noun(k+1) || f.t.Noun(k+2)) {
			return true
		}
		if f.w.formerly[f.t[k].Lower] && (f.t.Verb(k+1) || f.t.Verb(k-1)) {
			return true
		}
	}
	return lang.AnyIn(i+1, figure-2, func(k int) bool { // the toll had been put at 195
		return f.t.Spell(k, "had", "been") && f.w.giving[f.t[k+2].Lemma]
	})
}

// givenReach is how many words a verb of giving a figure may stand before it.
const givenReach = 4

// isGivenBefore reports whether the figure at token i is one that somebody gave before: had
// first said that 54 people had died; earlier reported nine dead.
func (f *finder) isGivenBefore(i int) bool {
	for k := i - 1; k > 0 && k >= i-givenReach; k-- {
		if f.t.Verb(k) {
			return f.w.giving[f.t[k].Lemma] && f.w.formerly[f.t[k-1].Lower]
		}
	}
	return false
}

// corrects reports whether the toll at token i is one that replaces another: corrected the
// toll to nine; the toll was revised to nine.
func (f *finder) corrects(i, figure int) bool {
	return lang.AnyIn(max(0, min(i, figure)-correctReach), max(i, figure), func(k int) bool {
		return f.w.correcting[f.t[k].Lemma] && strings.HasPrefix(f.t[k].Tag, "VB")
	})
}

// correctReach is how many words before a toll the verb may stand that corrects it.
const correctReach = 4

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
	return lang.AnyIn(at-4, at, func(k int) bool { return t.Is(k, "had") })
}
