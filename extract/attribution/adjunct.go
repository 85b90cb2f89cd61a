package attribution

import (
	"strings"

	"sitrep/extract/lang"
)

// skipAdjuncts returns the first token from n on that is not part of when,
// where and to whom something was said: on Monday, in a statement, told
// [reporters in the capital].
func (l *parsed) skipAdjuncts(n int, u *saying) int {
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

// pastAdjunct returns the token after an adverb, a phrase, a time or a remark
// in brackets at token n that belongs to the saying. It returns n where the
// phrase belongs to what is said, and -1 where none of these begins at n.
func (l *parsed) pastAdjunct(n int, u *saying) int {
	w := l.t.Word(n)
	switch {
	case strings.HasPrefix(l.t.Tag(n), "RB") && w != "there", is("later", w), l.partOfDay(n):
		return n + 1
	case w == ",":
		if k := l.pastCitation(n); k > 0 {
			return k
		}
		if k := l.pastAside(n, u); k > 0 {
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
	if g := l.groupFrom(n); g != nil && l.isTime(g) && !l.beginsClause(g) {
		return g.Last + 1
	}
	return -1
}

// partOfDay reports whether the adjective at token n stands before a phrase with a time:
// said | late on Tuesday.
func (l *parsed) partOfDay(n int) bool {
	if !strings.HasPrefix(l.t.Tag(n), "JJ") || !l.isPreposition(n+1) {
		return false
	}
	g := l.groupFrom(n + 2)
	return g != nil && l.isTime(g)
}

// pastPhrase returns the token after the prepositional phrase at token n, or n
// where the phrase belongs to what is said.
func (l *parsed) pastPhrase(n int, u *saying) int {
	g := l.groupFrom(n + 1)
	if g == nil {
		return n
	}
	g = l.withoutName(g)
	if l.opensContent(n, g, u) || l.beginsClause(g) {
		return n
	}
	end := g.Last
	for _, a := range g.Attached {
		if l.isTime(g) || u.takes(a.Prep) || a.At != end+1 || l.beginsClause(a.Group) {
			break
		}
		end = a.Group.Last
	}
	if l.isChannel(g) {
		end = l.pastPublishing(g, end)
	}
	return end + 1
}

// pastPublishing returns the last token of what says where a channel came from,
// as in said in a video | posted on social media | that …, or end.
func (l *parsed) pastPublishing(g *lang.NounGroup, end int) int {
	for _, c := range g.Relative {
		if c.Kind != lang.Participle || c.Verb == nil || c.Verb.First != end+1 {
			continue
		}
		end = c.Verb.Last
		for _, a := range c.Args {
			if a.Function == lang.Oblique && a.Group.First == end+2 || a.Function == lang.By && a.Group.First == end+2 {
				end = l.phraseEnd(a.Group, false)
			}
		}
	}
	return end
}

// pastAddressee returns the token after those who are told something, as in
// told reporters in the capital and the UN | that …, or -1.
func (l *parsed) pastAddressee(n int) int {
	g := l.groupFrom(n)
	if g == nil || l.beginsClause(g) || l.t.Mark(n) != 0 {
		return -1
	}
	n = g.Last + 1
	for _, a := range g.Attached {
		if a.At == n && !l.beginsClause(a.Group) {
			n = a.Group.Last + 1
		}
	}
	for _, c := range g.Conjuncts {
		if c.First >= n && l.onlyJoined(n, c.First) {
			n = c.Last + 1
		}
	}
	return n
}

// isPreposition reports whether token n is a preposition and not a
// subordinator, as that and because are.
func (l *parsed) isPreposition(n int) bool {
	t := l.t.Tag(n)
	return (t == "IN" || t == "TO") && !is("not to", l.t.Word(n))
}

// opensContent reports whether the prepositional phrase at token n begins what
// is said, as in said [in the north rebels attacked]. A phrase with a time or a
// channel tells how it was said.
func (l *parsed) opensContent(n int, g *lang.NounGroup, u *saying) bool {
	if l.isTime(g) || l.isChannel(g) {
		return false
	}
	switch w := l.t.Word(n); {
	case is("manner preposition", w):
		return l.clauseAt(g.Last + 1)
	case is("object preposition", w):
		return u.has(fOf | fFor | fAgainst | fOn | fAbout)
	}
	return true
}

// isChannel reports whether something is said in, on or at the group: a
// statement, an interview.
func (l *parsed) isChannel(g *lang.NounGroup) bool {
	h := l.t[g.Head]
	return words().channels[h.Lemma] || words().channels[h.Lower]
}

// closingBracket returns the token of the bracket that closes the one at token
// n, or -1 where none does within twelve tokens.
func (l *parsed) closingBracket(n int) int {
	for k := n + 1; k < len(l.t) && k < n+12; k++ {
		if l.t[k].Text == ")" {
			return k
		}
	}
	return -1
}

// pastCitation returns the token after a remark between commas that names a
// further source, as in said, citing court files, | that …, or 0.
func (l *parsed) pastCitation(n int) int {
	k := n + 1
	if w := words().verbs[l.t.Word(k)]; w == nil || !w.has(fQuoted|fCites) {
		return 0
	}
	for k++; k < len(l.t) && l.t.Mark(k) == 0; k++ {
	}
	if l.t.Mark(k) == ',' && l.t.Word(k+1) == "that" {
		return k + 1
	}
	return 0
}

// subjectAt reports whether the subject of a finite verb begins at token k.
func (l *parsed) subjectAt(k int) bool {
	g := l.groupFrom(k)
	return g != nil && l.beginsClause(g)
}

// longestAside is how many words a remark between a verb of saying and what is said
// has at most.
const longestAside = 6

// pastAside returns the token with which what is said begins behind a remark without a verb between
// commas, as in told the agency, | however, | that …; claimed, for their part, to …, or 0.
func (l *parsed) pastAside(n int, u *saying) int {
	if u.inverted {
		return 0
	}
	for k := n + 1; k < len(l.t) && k <= n+1+longestAside; k++ {
		switch {
		case l.t.Mark(k) == ',' && k > n+1 && (u.has(fThat) && l.t.Word(k+1) == "that" || l.opensFrame(u, k+1)):
			return k + 1
		case l.t.Mark(k) == ',' && k == n+2 && strings.HasPrefix(l.t.Tag(n+1), "RB") && u.has(fThat) && l.subjectAt(k+1):
			return k + 1 // said, however, | nine soldiers had died
		case l.t.Mark(k) != 0, l.s.VerbAt(k) != nil:
			return 0
		}
	}
	return 0
}
