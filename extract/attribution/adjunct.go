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
		next := l.pastAdjunct(n, u)
		if next < 0 && addressee {
			next = l.pastAddressee(n)
			addressee = false
		}
		if next <= n {
			break
		}
		n = next
	}
	return n
}

// pastAdjunct is the token after an adverb, a phrase, a time or a remark in
// brackets at token n that belongs to the saying. It is n where a phrase there
// does not, -1 where there is none of these.
func (l *line) pastAdjunct(n int, u *unit) int {
	w := l.word(n)
	switch {
	case strings.HasPrefix(l.tag(n), "RB") && w != "there" && !l.clauseStartsAfterAdverb(n), is("later", w):
		return n + 1
	case w == ",":
		if k := l.pastCitation(n); k > 0 {
			return k
		}
	case w == "(":
		if k := l.closingBracket(n); k > n {
			return k + 1
		}
	}
	if l.isPreposition(n) {
		return l.pastPhrase(n, u)
	}
	if g := l.starts[n]; g != nil && l.time(g) && !l.beginsClause(g) {
		return g.Last + 1
	}
	return -1
}

// pastPhrase is the token after the prepositional phrase at token n, or n where
// the phrase belongs to what is said.
func (l *line) pastPhrase(n int, u *unit) int {
	g := l.starts[n+1]
	if g == nil {
		return n
	}
	g = l.unfused(g)
	if l.fronted(n, g, u) || l.beginsClause(g) {
		return n
	}
	end := g.Last
	for _, a := range g.Attached {
		if a.At != end+1 || l.beginsClause(a.Group) {
			break
		}
		end = a.Group.Last
	}
	return end + 1
}

// pastAddressee is the token after those who are told something, or -1: told
// reporters in the capital and the UN | that ….
func (l *line) pastAddressee(n int) int {
	g := l.starts[n]
	if g == nil || l.beginsClause(g) || l.mark(n) != 0 {
		return -1
	}
	n = g.Last + 1
	for _, a := range g.Attached {
		if a.At == n && !l.beginsClause(a.Group) {
			n = a.Group.Last + 1
		}
	}
	for _, c := range g.Conjuncts {
		if c.First >= n && l.joined(n, c.First) {
			n = c.Last + 1
		}
	}
	return n
}

// clauseStartsAfterAdverb reports whether the adverb at token n opens what is
// said: said, initially rebels ….
func (l *line) clauseStartsAfterAdverb(n int) bool {
	g := l.starts[n+1]
	return g != nil && l.beginsClause(g) && n > 0 && l.verbs[n-1] == nil
}

// isPreposition reports whether token n is a preposition, and no subordinator.
func (l *line) isPreposition(n int) bool {
	t := l.tag(n)
	return (t == "IN" || t == "TO") && !is("not to", l.word(n))
}

// fronted reports whether the preposition at n opens what is said and not how it
// was said: said [in the north rebels attacked]. A phrase with a time or a
// channel belongs to the saying.
func (l *line) fronted(n int, g *lang.NounGroup, u *unit) bool {
	if l.time(g) || l.channel(g) {
		return false
	}
	switch w := l.word(n); {
	case is("manner preposition", w):
		return l.clauseAt(g.Last + 1)
	case is("object preposition", w):
		return u.has(fOf | fFor | fAgainst | fOn | fAbout)
	}
	return true
}

// channel reports whether a group is that in which something is said: a
// statement, an interview.
func (l *line) channel(g *lang.NounGroup) bool {
	h := l.t[g.Head]
	return words().channels[h.Lemma] || words().channels[h.Lower]
}

// closingBracket returns the bracket that closes the one at token n, where it
// is near, or -1.
func (l *line) closingBracket(n int) int {
	for k := n + 1; k < len(l.t) && k < n+12; k++ {
		if l.t[k].Text == ")" {
			return k
		}
	}
	return -1
}

// pastCitation is the token after a remark between commas that tells where the
// words are from, 0 where there is none: said, citing court files, | that ….
func (l *line) pastCitation(n int) int {
	k := n + 1
	if w := words().verbs[l.word(k)]; w == nil || !w.has(fQuoted|fCites) {
		return 0
	}
	for k++; k < len(l.t) && l.mark(k) == 0; k++ {
	}
	if l.mark(k) == ',' && l.word(k+1) == "that" {
		return k + 1
	}
	return 0
}
