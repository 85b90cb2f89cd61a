package attribution

import "strings"

// other takes content in another frame: a thing, an infinitive, a phrase.
func (l *line) other(u *unit, later []*unit) {
	k := u.last + 1
	if !u.inverted && u.own && u.source.Start > u.cue.Start {
		k = u.to
	}
	for strings.HasPrefix(l.tag(k), "RB") && l.tag(k) != "RP" {
		k++
	}
	from := -1
	switch w := l.word(k); {
	case u.has(fTo) && l.infinitiveAt(k) >= 0:
		from = k
	case u.has(fTo|fPerson) && l.starts[k] != nil && l.infinitiveAt(l.phraseEnd(l.starts[k], false)+1) >= 0:
		from = k
	case w == "for" && u.has(fFor), w == "on" && u.has(fOn), w == "against" && u.has(fAgainst), w == "of" && u.has(fOf), w == "about" && u.has(fAbout):
		from = k + 1
	case w == "to" && (u.word.kind == Admitted || u.word.kind == Claimant) && (l.tag(k+1) == "VBG" || k+1 < len(l.t) && l.starts[k+1] != nil):
		from = k + 1 // admitted to killing, owned up to the attack
	case u.has(fOf|fFor|fOn) && l.starts[k] != nil && !u.has(fLabel) && l.objectThen(k, u) >= 0:
		from = k
	case u.has(fThing|fLabel|fAs) && l.object(k) && !l.time(l.starts[k]):
		if u.has(fThing) || l.labelled(k) {
			from = k
		}
	case u.has(fGerund) && strings.HasSuffix(l.tag(k), "VBG"):
		from = k
	case u.has(fThing|fAs) && (l.mark(k) == '"' && l.quoteOpening(l.t[k].Start) != nil):
		from = k
	case u.has(fThing) && k < len(l.t) && (l.tag(k) == "VBG" || l.tag(k) == "DT" || l.tag(k) == "PRP$" || l.in[k] != nil):
		from = k
	}
	if from == k && u.has(fThing) && !u.has(fPerson) && l.word(k) != "it" && l.tag(k) == "PRP" && u.word.kind != Denied && u.word.kind != Confirmed {
		return // promised us a road
	}
	if from < 0 || from >= len(l.t) {
		return
	}
	if u.word.kind == Claimed && l.responsibility(k) {
		u.kind = Claimant
		if g := l.starts[k]; l.word(g.Last+1) == "for" {
			u.cue.End = l.t[g.Last].End
			from = g.Last + 2
		}
	}
	if from >= len(l.t) {
		return
	}
	u.lead = from
	s := l.rest(from, l.cut(u, from, later))
	if q := l.quoteAt(s.End); q != nil && q.End > l.s.End && q.Start >= s.Start {
		s.End = q.Inner.End
	}
	u.content = append(u.content, s)
}

// owned takes what somebody claims responsibility for: what follows, else
// what the relative clause hangs on.
func (l *line) owned(u *unit, later []*unit) {
	k := u.from - 1
	if k < 1 || l.tag(k) != "WDT" || l.word(k-1) != "for" {
		l.other(u, later)
		return
	}
	from := 0
	for i := 0; i < k; i++ {
		if v := l.verbs[i]; v != nil && v.Finite {
			from = v.Last + 1
		}
	}
	u.kind = Claimant
	u.content = append(u.content, l.trim(l.span(from, k-1)))
}

func (l *line) responsibility(k int) bool {
	if k >= len(l.t) {
		return false
	}
	g := l.starts[k]
	if g == nil {
		return false
	}
	return is("responsibility", l.t[g.Head].Lower)
}

func (l *line) object(k int) bool { return k < len(l.t) && l.starts[k] != nil && l.mark(k) == 0 }

// labelled says whether an object at token k is followed by what it is
// called: called the vote [a farce], [unfair], ["rigged"]; described it [as].
func (l *line) labelled(k int) bool {
	n := l.phraseEnd(l.starts[k], false) + 1
	switch {
	case l.word(n) == "as", l.mark(n) == '"':
		return true
	case l.starts[min(n, len(l.t))] != nil && !l.time(l.starts[n]):
		return true
	}
	return strings.HasPrefix(l.tag(n), "JJ") || l.tag(n) == "VBN"
}

// infinitiveAt is the token of the infinitive at k, or -1.
func (l *line) infinitiveAt(k int) int {
	if k < len(l.t) {
		if v := l.verbs[k]; v != nil && v.Infinitive {
			return v.Main
		}
		if l.word(k) == "not" && l.word(k+1) == "to" {
			return k
		}
	}
	return -1
}

// objectThen is the token after accused X of, blamed X for, blamed … on X.
func (l *line) objectThen(k int, u *unit) int {
	for n := k + 1; n < len(l.t) && n < k+25; n++ {
		switch w := l.word(n); {
		case w == "of" && u.has(fOf) && (strings.HasSuffix(l.word(n+1), "ing") || l.starts[n+1] != nil):
			return k
		case w == "for" && u.has(fFor):
			return k
		case w == "on" && u.has(fOn):
			return k
		case l.boundary(n) && l.mark(n) != ',' && l.mark(n) != '"':
			return -1
		}
	}
	return -1
}
