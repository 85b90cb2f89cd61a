package attribution

import (
	"strings"

	"sitrep/extract/lang"
)

// skipAdjuncts passes over when, where and to whom something was said: on
// Monday, in a statement, told [reporters in the capital].
func (l *line) skipAdjuncts(n int, u *unit) int {
	addressee := u.has(fPerson) && !u.inverted
	for steps := 0; steps < 12 && n < len(l.t); steps++ {
		w := l.word(n)
		switch {
		case strings.HasPrefix(l.tag(n), "RB") && w != "there" && !l.clauseStartsAfterAdverb(n):
			n++
			continue
		case is("later", w):
			n++
			continue
		case w == "," && l.adjunctBetweenCommas(n) > 0:
			n = l.adjunctBetweenCommas(n)
			continue
		case w == "(":
			if k := l.closingBracket(n); k > n {
				n = k + 1
				continue
			}
		}
		if l.isPreposition(n) {
			k := n + 1
			if l.word(n) == "according" {
				return n
			}
			g := l.starts[k]
			if g != nil {
				g = l.unfused(g)
			}
			if g == nil || w == "that" || l.fronted(n, g, u) {
				return n
			}
			end := g.Last
			if l.beginsClause(g) {
				return n
			}
			for _, a := range g.Attached {
				if a.At != end+1 || l.beginsClause(a.Group) {
					break
				}
				end = a.Group.Last
			}
			n = end + 1
			continue
		}
		if g := l.starts[n]; g != nil {
			switch {
			case l.time(g) && !l.beginsClause(g):
				n = g.Last + 1
				continue
			case addressee && !l.beginsClause(g) && l.mark(n) == 0:
				addressee = false
				n = g.Last + 1
				for _, a := range g.Attached {
					if a.At == n && !l.beginsClause(a.Group) {
						n = a.Group.Last + 1
					}
				}
				for _, c := range g.Conjuncts {
					if c.First >= n && l.joined(n, c.First) && !l.beginsClause(c) {
						n = c.Last + 1
					}
				}
				continue
			case addressee && l.addresseeThenClause(g):
				addressee = false
				n = g.Last + 1
				continue
			}
		}
		break
	}
	return n
}

// addresseeThenClause says whether a person that is told something stands
// right before the subject of what he is told: told Reuters the army had …
func (l *line) addresseeThenClause(g *lang.NounGroup) bool {
	n := l.starts[g.Last+1]
	return n != nil && l.beginsClause(n)
}

func (l *line) clauseStartsAfterAdverb(n int) bool {
	g := l.starts[n+1]
	return g != nil && l.beginsClause(g) && n > 0 && l.verbs[n-1] == nil
}

func (l *line) isPreposition(n int) bool {
	t := l.tag(n)
	return (t == "IN" || t == "TO") && !is("not to", l.word(n))
}

// fronted says whether the preposition at n opens what is said and not how it
// was said: said [in the north rebels attacked]. A phrase with a time or a
// channel belongs to the saying.
func (l *line) fronted(n int, g *lang.NounGroup, u *unit) bool {
	h := l.t[g.Head]
	if l.time(g) || words().channels[h.Lemma] || words().channels[h.Lower] {
		return false
	}
	switch w := l.word(n); {
	case is("object preposition", w) && !is("manner preposition", w):
		return u.frames&(fOf|fFor|fAgainst|fOn|fAbout) != 0
	case is("manner preposition", w):
		return l.clauseAt(g.Last + 1)
	}
	return true
}

func (l *line) closingBracket(n int) int {
	for k := n + 1; k < len(l.t) && k < n+12; k++ {
		if l.t[k].Text == ")" {
			return k
		}
	}
	return -1
}

// adjunctBetweenCommas is the token after a phrase that two commas set off
// and that tells how something was said, 0 where there is none.
func (l *line) adjunctBetweenCommas(n int) int {
	k := n + 1
	if w := words().verbs[l.word(k)]; w != nil && w.has(fQuoted|fCites) && l.tag(k) == "VBG" {
		for k++; k < len(l.t) && l.mark(k) == 0; k++ {
		}
		if l.mark(k) == ',' && l.word(k+1) == "that" {
			return k + 1
		}
		return 0
	}
	if k < len(l.t) && l.isPreposition(k) {
		if g := l.starts[k+1]; g != nil {
			end := g.Last
			for _, a := range g.Attached {
				if a.At == end+1 {
					end = a.Group.Last
				}
			}
			if h := l.t[g.Head]; l.mark(end+1) == ',' && (words().channels[h.Lemma] || l.time(g)) {
				if l.word(end+2) == "that" {
					return end + 2
				}
				if l.mark(end+2) == '"' {
					return end + 1
				}
			}
		}
	}
	return 0
}
