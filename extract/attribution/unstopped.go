package attribution

import (
	"strings"

	"sitrep/extract/article"
	"sitrep/extract/lang"
)

// unstoppedSpeaker returns the source right before a verb of saying that ends
// its sentence without a full stop, as in … from across the border | officials
// said The gunmen …, or nil. The verb group begins at token verb; next is the
// token after it.
func (l *parsed) unstoppedSpeaker(verb, next int) *lang.NounGroup {
	reported := next < len(l.t) && l.precedesOutlet(next)
	if !l.opensUnmarked(next) && !l.endsUnmarked(next) && !reported || verb == 0 || l.s.GroupTo(verb-1) == nil || !l.saidBefore(verb) {
		return nil
	}
	g := l.s.GroupTo(verb - 1)
	if !reported && (g.Proper || l.sourceKind(g) == "") || l.t.Mark(g.First-1) != 0 {
		return nil
	}
	return g
}

// opensUnmarked reports whether a sentence seems to begin at token k although
// no full stop ends the one before.
func (l *parsed) opensUnmarked(k int) bool {
	return k < len(l.t) && l.t.Mark(k) == 0 && capitalised(l.t[k].Text) && !strings.HasPrefix(l.t.Tag(k), "NN") && !strings.HasPrefix(l.t.Tag(k), "JJ") && l.t.Word(k) != "i"
}

// endsUnmarked reports whether token k stands behind the last word of a text, or of
// a paragraph, that no full stop ends.
func (l *parsed) endsUnmarked(k int) bool {
	return k == len(l.t) && l.s.Part == article.Body && l.t.Mark(k-1) == 0
}

// endsUnstopped reports whether the saying follows what is said and ends its
// sentence without a full stop: … from the hills officials said The gunmen
// then; … Captain Rao said reports The Sentinel; … on Monday police said.
func (l *parsed) endsUnstopped(u *saying) bool {
	if !u.hasSource || u.inverted || !u.has(fThat) || l.t.Mark(u.from-1) != 0 || !l.saidBefore(u.from) {
		return false
	}
	return l.opensUnmarked(u.to) || l.endsUnmarked(l.skipAdjuncts(u.to, u)) || u.to < len(l.t) && l.precedesOutlet(u.to)
}
