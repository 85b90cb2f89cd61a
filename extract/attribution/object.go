package attribution

import "strings"

// other takes content in another frame: a thing, an infinitive, a phrase.
func (l *line) other(u *unit, later []*unit) {
	k := u.last + 1
	for strings.HasPrefix(l.tag(k), "RB") {
		k++
	}
	from := l.framed(u, k)
	if from < 0 || from >= len(l.t) || from == k && l.addressed(u, k) {
		return
	}
	if u.word.kind == Claimed && l.responsibility(k) {
		u.kind = Claimant
		if g := l.starts[k]; l.word(g.Last+1) == "for" {
			u.cue.End = l.t[g.Last].End
			from = g.Last + 2
		}
	}
	u.lead = from
	s := l.rest(from, l.cut(u, from, later))
	if q := l.quoteAt(s.End); q != nil && q.End > l.s.End && q.Start >= s.Start {
		s.End = q.Inner.End
	}
	u.content = append(u.content, s)
}

// framed is the first token of what is said in the frames of the cue, where
// it stands at token k, or -1.
func (l *line) framed(u *unit, k int) int {
	w, g := l.word(k), l.starts[min(k, len(l.t))]
	switch {
	case u.has(fTo) && l.infinitiveAt(k) >= 0:
		return k // threatened | to attack
	case u.has(fTo|fPerson) && g != nil && l.infinitiveAt(l.phraseEnd(g, false)+1) >= 0:
		return k // urged | both sides to talk
	case u.takes(w), w == "to" && (u.word.kind == Admitted || u.word.kind == Claimant) && (l.tag(k+1) == "VBG" || l.object(k+1)):
		return k + 1 // accused of, admitted to | killing, owned up to | the attack
	case g != nil && !u.has(fLabel) && l.objectThen(k, u):
		return k // accused | the army of shelling
	case u.has(fThing):
		if l.object(k) || l.tag(k) == "VBG" || l.tag(k) == "DT" || l.tag(k) == "PRP$" || k < len(l.t) && l.in[k] != nil {
			return k // confirmed | the attack, denied | using gas
		}
	case u.has(fLabel|fAs) && l.object(k) && l.labelled(k):
		return k // called | the vote a farce
	}
	return -1
}

// addressed reports whether the object at token k is to whom something is said
// and not what: promised | us a road.
func (l *line) addressed(u *unit, k int) bool {
	return u.has(fThing) && !u.has(fPerson) && l.word(k) != "it" && l.tag(k) == "PRP" && u.word.kind != Denied && u.word.kind != Confirmed
}

// takes reports whether the cue is one with which the preposition begins what is
// said: called | for, accused | of.
func (u *unit) takes(prep string) bool {
	switch prep {
	case "for":
		return u.has(fFor)
	case "on":
		return u.has(fOn)
	case "against":
		return u.has(fAgainst)
	case "of":
		return u.has(fOf)
	case "about":
		return u.has(fAbout)
	}
	return false
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

// responsibility reports whether the noun group at token k is what is claimed
// after an attack: responsibility, credit.
func (l *line) responsibility(k int) bool {
	return k < len(l.t) && l.starts[k] != nil && is("responsibility", l.t[l.starts[k].Head].Lower)
}

func (l *line) object(k int) bool { return k < len(l.t) && l.starts[k] != nil && l.mark(k) == 0 }

// labelled reports whether an object at token k is followed by what it is
// called: called the vote [a farce], [unfair], ["rigged"]; described it [as].
func (l *line) labelled(k int) bool {
	n := l.phraseEnd(l.starts[k], false) + 1
	return l.word(n) == "as" || l.mark(n) == '"' || l.starts[min(n, len(l.t))] != nil || strings.HasPrefix(l.tag(n), "JJ") || l.tag(n) == "VBN"
}

// infinitiveAt returns the verb of the infinitive at token k, or -1: to leave,
// not to leave.
func (l *line) infinitiveAt(k int) int {
	if k >= len(l.t) {
		return -1
	}
	if v := l.verbs[k]; v != nil && v.Infinitive {
		return v.Main
	}
	return -1
}

// objectThen reports whether the object at token k is followed by the
// preposition that goes with the cue: accused X | of, blamed X | for, blamed …
// | on X.
func (l *line) objectThen(k int, u *unit) bool {
	for n := k + 1; n < len(l.t) && n < k+25; n++ {
		switch w := l.word(n); {
		case w == "of" && u.has(fOf) && (strings.HasSuffix(l.word(n+1), "ing") || l.starts[n+1] != nil),
			w == "for" && u.has(fFor), w == "on" && u.has(fOn):
			return true
		case l.boundary(n) && l.mark(n) != ',' && l.mark(n) != '"':
			return false
		}
	}
	return false
}
