package attribution

import (
	"slices"

	"sitrep/extract/article"
	"sitrep/extract/lang"
)

// invertedSource reads a source that follows its cue, as in …," said a doctor,
// and reports whether there is one.
func (l *parsed) invertedSource(u *saying) bool {
	k := u.cueToken
	if v := u.verb; v != nil && (v.First != k || !v.Finite && v.Form != "VBN") || !u.has(fThat|fQuote) || k == 0 {
		return false
	}
	before := l.t.Mark(k - 1)
	bare := before == 0 && l.precedesOutlet(k)
	if before != ',' && before != '"' && before != '-' && before != '.' && !bare {
		return false
	}
	n := u.lastToken + 1
	if l.outletSource(u, n) {
		return true
	}
	if before != '"' && !bare && !l.saidBefore(k-1) {
		return false
	}
	src, ok := l.speaker(l.groupFrom(n), u.entry)
	if !ok {
		return false
	}
	end := l.tokenAt(src.End-1) + 1
	if before != '"' && l.isSubject(u, end) {
		return false
	}
	u.source, u.hasSource, u.inverted = src, true, true
	u.from, u.to = k, end
	return true
}

// isSubject reports whether the group after the cue, which ends before token
// end, is not its source: it is the subject of the next verb, as in …, said
// rebels fired, or the cue has a subject before it, as in the army, …, reported
// an attack.
func (l *parsed) isSubject(u *saying, end int) bool {
	if v := l.s.VerbAt(end); v != nil && v.Finite && l.t.Mark(end) == 0 {
		return true
	}
	if !u.has(fThing) || !l.ownSubject(u) {
		return false
	}
	return !l.precedesOutlet(u.cueToken) || l.skipAdjuncts(end, u)+1 < len(l.t) && !article.IsCapital(l.t[end].Text)
}

// ownSubject reports whether the clause of the verb has a subject that it does
// not share.
func (l *parsed) ownSubject(u *saying) bool {
	if u.clause == nil {
		return false
	}
	return slices.ContainsFunc(u.clause.Args, func(a lang.Arg) bool { return a.Function == lang.Subject && !a.Shared })
}

// saidBefore reports whether a finite clause other than a relative one begins
// before token k, so that it can be what is said. In a headline anything can be.
func (l *parsed) saidBefore(k int) bool {
	return slices.ContainsFunc(l.s.Clauses, func(c *lang.Clause) bool {
		return c.Kind == lang.Finite && c.Link != lang.Relative && c.Verb.Main < k
	}) || l.s.Part == article.Title
}
