package attribution

import "strings"

// contentInFrame adds what is said as a thing, an infinitive or a prepositional
// phrase: confirmed [the attack].
func (l *parsed) contentInFrame(u *saying, later []*saying) {
	k := u.lastToken + 1
	for strings.HasPrefix(l.t.Tag(k), "RB") {
		k++
	}
	if n := l.skipAdjuncts(k, u); l.pastAdjunct(k, u) > k && l.opensFrame(u, n) {
		k = n
	}
	from := l.frameFrom(u, k)
	if from < 0 || from >= len(l.t) || from == k && l.addressed(u, k) {
		return
	}
	if u.entry.kind == Claimed && l.isResponsibility(k) {
		u.kind = Claimant
		if g := l.groupFrom(k); l.t.Word(g.Last+1) == "for" {
			u.cue.End = l.t[g.Last].End
			from = g.Last + 2
		}
	}
	u.contentFrom = from
	s := l.restFrom(from, l.contentEnd(u, from, later))
	u.content = append(u.content, s)
}

// opensFrame reports whether a thing or deed in the cue's frame begins at token k, behind when, where
// or how it was said: warned on Friday | of attacks, claimed in a video | to have killed two, denied
// on Sunday | killing, announced on Monday | the capture of a town.
func (l *parsed) opensFrame(u *saying, k int) bool {
	w := l.t.Word(k)
	switch {
	case u.takes(w), u.has(fTo) && l.infinitiveAt(k) >= 0, w == "to" && l.ownsUpTo(u, k+1):
		return true
	}
	return u.has(fThing) && (l.t.Tag(k) == "VBG" || l.objectAt(k) && !l.beginsClause(l.groupFrom(k)))
}

// frameFrom returns the first token of what is said where that stands at token
// k in one of the frames of the cue, or -1.
func (l *parsed) frameFrom(u *saying, k int) int {
	w, g := l.t.Word(k), l.groupFrom(k)
	switch {
	case u.has(fTo) && l.infinitiveAt(k) >= 0:
		return k // threatened | to attack
	case u.has(fTo|fPerson) && g != nil && l.infinitiveAt(l.phraseEnd(g, false)+1) >= 0:
		return k // urged | both sides to talk
	case u.takes(w), w == "to" && l.ownsUpTo(u, k+1):
		return k + 1 // accused of, admitted to | killing, owned up to | the attack
	case g != nil && !u.has(fLabel) && l.objectThen(k, u):
		return k // accused | the army of shelling
	case u.has(fThing):
		if l.thingAt(k) {
			return k // confirmed | the attack, denied | using gas
		}
	case u.has(fLabel|fAs) && l.objectAt(k) && l.hasLabel(k):
		return k // called | the vote a farce
	}
	return -1
}

// thingAt reports whether a thing or a deed begins at token k.
func (l *parsed) thingAt(k int) bool {
	return l.objectAt(k) || l.t.Tagged(k, "VBG", "DT", "PRP$") || k < len(l.t) && l.groupAt[k] != nil
}

// ownsUpTo reports whether the cue is one of admitting or claiming and the deed begins
// at token k: admitted to | killing, owned up to | the attack.
func (l *parsed) ownsUpTo(u *saying, k int) bool {
	return (u.entry.kind == Admitted || u.entry.kind == Claimant) && (l.t.Tag(k) == "VBG" || l.objectAt(k))
}

// addressed reports whether the object at token k is the person who is told
// something, and not what is said: promised | us a road.
func (l *parsed) addressed(u *saying, k int) bool {
	return u.has(fThing) && !u.has(fPerson) && l.t.Word(k) != "it" && l.t.Tag(k) == "PRP" && u.entry.kind != Denied && u.entry.kind != Confirmed
}

// takes reports whether the preposition begins what is said with this cue:
// called | for, accused | of.
func (u *saying) takes(prep string) bool {
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

// claimedContent adds what somebody claims responsibility for: what follows the
// verb, or the noun that the relative clause hangs on.
func (l *parsed) claimedContent(u *saying, later []*saying) {
	k := u.from - 1
	if k < 1 || l.t.Tag(k) != "WDT" || l.t.Word(k-1) != "for" {
		l.contentInFrame(u, later)
		return
	}
	from := 0
	for i := 0; i < k; i++ {
		if v := l.s.VerbAt(i); v != nil && v.Finite {
			from = v.Last + 1
		}
	}
	u.kind = Claimant
	u.content = append(u.content, l.trim(l.span(from, k-1)))
}

// isResponsibility reports whether the noun group at token k names what is
// claimed after an attack: responsibility, credit.
func (l *parsed) isResponsibility(k int) bool {
	g := l.groupFrom(k)
	return g != nil && is("responsibility", l.t[g.Head].Lower)
}

// objectAt reports whether a noun group begins at token k.
func (l *parsed) objectAt(k int) bool {
	return l.groupFrom(k) != nil && l.t.Mark(k) == 0
}

// hasLabel reports whether the object at token k is followed by what it is
// called: called the vote [a farce], [unfair], ["rigged"]; described it [as].
func (l *parsed) hasLabel(k int) bool {
	n := l.phraseEnd(l.groupFrom(k), false) + 1
	return l.t.Word(n) == "as" || l.t.Mark(n) == '"' || l.groupFrom(n) != nil || strings.HasPrefix(l.t.Tag(n), "JJ") || l.t.Tag(n) == "VBN"
}

// infinitiveAt returns the verb of the infinitive at token k, or -1: to leave,
// not to leave.
func (l *parsed) infinitiveAt(k int) int {
	if k >= len(l.t) {
		return -1
	}
	if v := l.s.VerbAt(k); v != nil && v.Infinitive {
		return v.Main
	}
	return -1
}

// objectThen reports whether the object at token k is followed by the
// preposition that goes with the cue: accused X | of, blamed X | for, blamed X
// | on Y.
func (l *parsed) objectThen(k int, u *saying) bool {
	for n := k + 1; n < len(l.t) && n < k+25; n++ {
		switch w := l.t.Word(n); {
		case w == "of" && u.has(fOf) && (strings.HasSuffix(l.t.Word(n+1), "ing") || l.groupFrom(n+1) != nil),
			w == "for" && u.has(fFor), w == "on" && u.has(fOn):
			return true
		case l.boundary(n) && l.t.Mark(n) != ',' && l.t.Mark(n) != '"':
			return false
		}
	}
	return false
}
