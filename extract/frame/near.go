package frame

import (
	"slices"

	"sitrep/extract/lang"
	"sitrep/extract/telling"
)

// nearFloor is how likely the place of the sentence before must at least be to be that of a
// telling rather than one of another paragraph.
const nearFloor = 0.15

// isFar reports whether the likeliest setting of a telling is a place that its paragraph has not
// told, but the title or another paragraph. A telling that points back may well be there.
func (p *pass) isFar(t *telling.Telling, best *setting) bool {
	if best == nil || len(best.places) == 0 || t.Anaphoric || isWide(best.places) || best.origin == ofAside || best.origin == ofSentence {
		return false
	}
	n := len(best.tellings)
	return n == 0 || best.from == nil || p.isApart(t, best.tellings[n-1].Event.Sentence.Index) || p.isApart(t, best.from.Event.Sentence.Index)
}

// nearer returns the place at which the sentence before, of the same paragraph, tells what
// happened, or best where it tells none: in the worst incident soldiers surrounded the hill of
// Rugano; they ordered the residents out and [opened fire].
func (p *pass) nearer(t *telling.Telling, best *setting, cs []*setting, all []float64) *setting {
	i := slices.IndexFunc(cs, func(s *setting) bool { return p.isNear(t, s) })
	if i < 0 || all[i] < nearFloor {
		return best
	}
	return cs[i]
}

// isNear reports whether the sentence of a telling or the one before it in its paragraph tells
// that something happened at the places of a setting, in a main clause or in what somebody says:
// but not on the word of a man arrested in Comilla.
func (p *pass) isNear(t *telling.Telling, s *setting) bool {
	if s.from == nil || isWide(s.places) {
		return false
	}
	n, at := t.Event.Sentence.Index, s.from.Event.Sentence.Index
	if at > n || p.isApart(t, at) || n-s.tellings[len(s.tellings)-1].Event.Sentence.Index > 1 {
		return false
	}
	switch s.from.Event.Clause.Link {
	case lang.Root, lang.Coordinate, lang.Complement:
		return true
	}
	return false
}
