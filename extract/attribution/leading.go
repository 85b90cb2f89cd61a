package attribution

import (
	"strings"

	"sitrep/extract/lang"
)

// leadingContent returns the first token of what is said after the saying, or
// -1. Token n is the one after its adjuncts; quoted is set where a comma or
// colon announces a quotation.
func (l *parsed) leadingContent(u *saying, n int) (lead int, quoted bool) {
	if !u.has(fThat | fQuote | fPerson) {
		return -1, false
	}
	switch m := l.t.Mark(n); m {
	case ':', ',', '"', '-':
		return l.contentBehindMark(u, n, m)
	}
	w := l.t.Word(n)
	switch {
	case !u.has(fThat) && !(u.entry.kind == Described && w == "how"):
		return -1, false
	case w == "that":
		return n + 1, false
	case is("asking", w), is("subject pronoun", w), l.verbOfRelative(u, n), l.verbOfSaid(u, n):
		return n, false
	}
	if g := l.groupFrom(n); g != nil && l.beginsClause(g) || l.clauseAt(n) || l.verbAhead(n) {
		return n, false
	}
	return -1, false
}

// contentBehindMark returns the first token of what is said behind the mark m at token
// n, as leadingContent does: the mayor said: | rebels had left; said, | "We left".
func (l *parsed) contentBehindMark(u *saying, n int, m rune) (lead int, quoted bool) {
	k := n
	if m != '"' {
		k++
	}
	switch {
	case k < len(l.t) && l.t.Mark(k) == '"' && l.quoteAt(l.t[k].Start) != nil:
		return k, m == ',' || m == ':'
	case m == ':' && k < len(l.t) && (u.has(fThat) || n == u.to): // not: answered with mortars: …
		return k, false
	case m == ',' && l.t.Word(k) == "that" && u.has(fThat):
		return k + 1, false
	}
	return -1, false
}

// verbOfRelative reports whether the verb at token n is that of the relative clause which
// the saying is put into: …, which he said | were fakes.
func (l *parsed) verbOfRelative(u *saying, n int) bool {
	return u.clause != nil && u.clause.Told != nil && u.clause.Told.Verb.First == n
}

// verbOfSaid reports whether the verb at token n is that of a clause without a subject that
// the saying governs: the army says | killed nine rebels.
func (l *parsed) verbOfSaid(u *saying, n int) bool {
	v := l.s.VerbAt(n)
	if v == nil || v.First != n {
		return false
	}
	c := l.clauses[v.Main]
	return c != nil && u.hasComplement(c)
}

// verbAhead reports whether a noun group at token n is followed by a finite
// verb with nothing in between that ends or opens a clause. It finds subjects
// that the clause builder has missed.
func (l *parsed) verbAhead(n int) bool {
	if n >= len(l.t) || l.groupAt[n] == nil && l.t.Tag(n) != "DT" && l.t.Tag(n) != "PRP$" && !strings.HasPrefix(l.t.Tag(n), "JJ") {
		return false
	}
	for k := n; k < len(l.t); k++ {
		if v := l.s.VerbAt(k); v != nil {
			return k > n && (v.Finite || v.Form == "VBN" && !l.finiteAfter(k))
		}
		switch l.t.Tag(k) {
		case "CC", "WDT", "WP", "WRB", "WP$", "TO":
			return false
		case "IN":
			if !is("name preposition", l.t.Word(k)) {
				return false
			}
		}
		if m := l.t.Mark(k); m != 0 && m != '"' {
			return false
		}
	}
	return false
}

// beginsClause reports whether a group is the subject of a finite verb.
func (l *parsed) beginsClause(g *lang.NounGroup) bool {
	for _, c := range l.s.Clauses {
		if c.Verb == nil || c.Kind != lang.Finite || c.Verb.First <= g.Last || c.Link == lang.Relative {
			continue
		}
		for _, a := range c.Args {
			if a.Function == lang.Subject && !a.Shared && (a.Group == g || a.Group.First == g.First) {
				return true
			}
		}
	}
	return false
}

// finiteAfter reports whether a finite verb follows token k before the sentence
// or a comma ends.
func (l *parsed) finiteAfter(k int) bool {
	for k++; k < len(l.t) && l.t.Mark(k) == 0; k++ {
		if v := l.s.VerbAt(k); v != nil && v.Finite {
			return true
		}
	}
	return false
}

// clauseAt reports whether a clause begins at token n with something other than
// its subject: in the north rebels attacked.
func (l *parsed) clauseAt(n int) bool {
	if n >= len(l.t) || l.t.Mark(n) != 0 || l.s.VerbAt(n) != nil && l.s.VerbAt(n).Finite || l.t.Tag(n) == "CC" {
		return false
	}
	if is("subordinator", l.t.Word(n)) {
		return false
	}
	for _, c := range l.s.Clauses {
		if c.Verb == nil || c.Kind != lang.Finite || c.Verb.First <= n || c.Link == lang.Relative {
			continue
		}
		for _, a := range c.Args {
			if a.Function == lang.Subject && !a.Shared && a.Group.First >= n {
				return !l.breaks(n, a.Group.First)
			}
		}
	}
	return false
}

// breaks reports whether a mark that ends a clause stands between the tokens.
func (l *parsed) breaks(from, to int) bool {
	for k := from; k < to; k++ {
		switch l.t.Mark(k) {
		case '.', ';', ':', '-', '"', ',':
			return true
		}
	}
	return false
}
