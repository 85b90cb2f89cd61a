package attribution

import (
	"slices"

	"strings"

	"sitrep/extract/article"
	"sitrep/extract/lang"
)

// findContent finds what the source of a saying says. Earlier and later are the
// other sayings of the sentence: where a later one begins, the content may end.
func (l *parsed) findContent(u *saying, earlier, later []*saying) {
	if u.answers != nil {
		u.content = append(u.content, u.answers.content...)
		return
	}
	if u.entry.words != nil || u.adjunct {
		l.phraseContent(u, later)
		return
	}
	n := l.skipAdjuncts(u.to, u)
	if l.announcesRelease(u, n) {
		return
	}
	if u.hasSource && !u.inverted && l.isResponsibility(u.lastToken+1) {
		l.claimedContent(u, later)
		return
	}
	if l.interruptsOpening(u, n) {
		u.contentFrom = n + 1
		u.content = append(u.content, l.restFrom(n+1, l.openedEnd(u, n+1, later)))
		return
	}
	l.contentBeside(u, n, earlier, later)
	if len(u.content) == 0 {
		l.contentInFrame(u, later)
	}
}

// contentBeside finds what is said before or behind the saying, whose adjuncts end at
// token n.
func (l *parsed) contentBeside(u *saying, n int, earlier, later []*saying) {
	left := l.contentPrecedes(u)
	lead, quoted := l.leadingContent(u, n)
	switch {
	case lead < 0 && u.from == 1 && l.t.Word(0) == "as" && l.t.Mark(n) == ',':
		u.content = append(u.content, l.restFrom(n+1, l.contentEnd(u, n+1, later))) // As X said, …
	case left && (lead < 0 || u.inverted || quoted || l.t.Mark(n) == ',' || l.endsUnstopped(u)):
		l.contentAround(u, n, lead, earlier, later)
	case lead >= 0:
		u.contentFrom = lead
		l.contentAfter(u, lead, later)
	}
}

// contentPrecedes reports whether what is said stands before the saying and
// ends where the saying begins: rebels withdrew, | the ministry said.
func (l *parsed) contentPrecedes(u *saying) bool {
	if !u.hasSource || !u.has(fThat|fQuote) {
		return false
	}
	k := u.from - 1
	if l.t.Mark(k) == 0 && u.inverted || l.endsUnstopped(u) {
		return true // … reports The Sentinel, without a comma
	}
	if l.comparesDeed(u) || !u.has(fThat) && !l.quoteEndsAt(u.from) && (k < 0 || !l.quoteEndsAt(k)) {
		return false
	}
	for k >= 0 && is("taking up", l.t.Word(k)) {
		k--
		if l.t.Mark(k) != ',' {
			return false
		}
	}
	return k < 0 && l.questionBefore(u) || k >= 0 && l.endsContent(u, k)
}

// endsContent reports whether the mark at token k, which stands before the saying, ends
// what is said.
func (l *parsed) endsContent(u *saying, k int) bool {
	switch l.t.Mark(k) {
	case '"':
		// Where no quotation ends, the mark that opens it is missing.
		return l.quoteEndsAt(u.from) || l.t.Mark(k-1) == ',' && l.saidClauseBefore(k-1, u)
	case ',', '-':
		return (k == u.from-1 || l.t.Word(u.from-1) == "as") && l.saidClauseBefore(k, u)
	case '.':
		return l.t.Mark(k-1) == '"' || l.quoteEndsAt(u.from)
	}
	return false
}

// comparesDeed reports whether the saying is what somebody did while something else
// happened, and tells nothing of it: …, as | the board declared her the winner.
func (l *parsed) comparesDeed(u *saying) bool {
	return l.t.Word(u.from-1) == "as" && u.has(fThing) && !u.inverted && l.objectAt(u.lastToken+1) && !l.isTime(l.groupFrom(u.lastToken+1))
}

// quoteEndsAt reports whether a quotation ends where token k begins.
func (l *parsed) quoteEndsAt(k int) bool { return l.quoteEnding(l.t[k].Start) != nil }

// interruptsOpening reports whether the saying stands between commas right behind the
// word that opens a clause, so that it says this clause only: walks slowly because, |
// she said, | the road is steep; a mosque where, they said, boys were trained.
func (l *parsed) interruptsOpening(u *saying, n int) bool {
	k := u.from - 2
	if !u.hasSource || k < 1 || l.t.Mark(u.from-1) != ',' || l.t.Mark(n) != ',' {
		return false
	}
	return l.t.Tagged(k, "WDT", "WP", "WRB", "CC") || is("subordinator", l.t.Word(k)) && l.t.Word(k) != "that"
}

// openedEnd returns the token at which the content from token from on ends, which is
// that of a clause that the saying interrupts: a relative clause ends at a comma.
func (l *parsed) openedEnd(u *saying, from int, later []*saying) *int {
	end := l.contentEnd(u, from, later)
	if !l.t.Tagged(u.from-2, "WDT", "WP", "WRB") {
		return end
	}
	for k := from; k < len(l.t) && (end == nil || k < *end); k++ {
		if l.t.Mark(k) == ',' {
			return &k
		}
	}
	return end
}

// questionBefore reports whether the sentence is only about who said the
// quotation before it, and that does not end in a full stop: "Where are they?"
// | the mayor asked.
func (l *parsed) questionBefore(u *saying) bool {
	q := l.quoteEnding(l.t[u.from].Start)
	return q != nil && l.endsSentence(u) && !strings.HasSuffix(l.text[q.Start:q.Inner.End], ".")
}

// saidClauseBefore reports whether the words before the comma at token k are
// the beginning of what is said. On Monday, in a statement, and after the raid
// are not: they belong to the sentence that tells of the saying.
func (l *parsed) saidClauseBefore(k int, u *saying) bool {
	if l.quoteEnding(l.t[k].Start) != nil {
		return true
	}
	// Rebels in the north, the army said, had withdrawn: the verb comes after.
	if l.betweenCommas(u, k) || l.s.Part == article.Title {
		return true
	}
	return slices.ContainsFunc(l.s.Clauses, func(c *lang.Clause) bool {
		return c.Kind == lang.Finite && c.Verb.Main < k && c.Link != lang.Relative && c.Link != lang.Adverbial && c.Link != lang.Conditional
	})
}

// betweenCommas reports whether the saying stands between commas, the first at
// token k.
func (l *parsed) betweenCommas(u *saying, k int) bool {
	n := l.skipAdjuncts(u.to, u)
	return l.t.Mark(k) == ',' && (l.t.Mark(n) == ',' || l.t.Mark(n) == '-')
}

// contentAfter adds what follows the saying, from the token from on, up to
// where another saying or the sentence ends it.
func (l *parsed) contentAfter(u *saying, lead int, later []*saying) {
	if lead >= len(l.t) {
		return
	}
	if q := l.quoteOpening(l.t[lead].Start); q != nil {
		// A quotation is said as a whole, over sentences; words after it are
		// said too where it is only part of them.
		if q.End >= l.s.End-2 || l.t.Mark(l.tokenBefore(q.End)-1) == '.' {
			u.content = append(u.content, q.Inner)
			return
		}
	}
	s := l.restFrom(lead, l.contentEnd(u, lead, later))
	if q := l.quoteAt(max(s.End-1, s.Start)); q != nil && q.End > l.s.End && q.Start >= s.Start {
		s.End = q.Inner.End
	}
	u.content = append(u.content, s)
}

// tokenBefore returns the last token that begins before the offset, or 0.
func (l *parsed) tokenBefore(offset int) int {
	for k := len(l.t) - 1; k >= 0; k-- {
		if l.t[k].Start < offset {
			return k
		}
	}
	return 0
}

// restFrom returns the text from token k to the token that cut points to, or to
// the end of the sentence where cut is nil.
func (l *parsed) restFrom(k int, cut *int) article.Span {
	end := len(l.t)
	if cut != nil {
		end = min(end, *cut)
	}
	if k >= end {
		return article.Span{}
	}
	return l.trim(l.span(k, end))
}

// contentAround adds what stands before the saying and, where the saying
// interrupts it, what follows.
func (l *parsed) contentAround(u *saying, n, lead int, earlier, later []*saying) {
	l.contentBefore(u, earlier)
	switch m := l.t.Mark(n); {
	case lead >= 0 && lead < len(l.t) && (m == ',' || m == ':' || m == '"' || m == '-'):
		l.contentAfter(u, lead, later)
	case m == ',' && l.interruptsClause(u, n):
		u.content = append(u.content, l.restFrom(n+1, l.contentEnd(u, n+1, later)))
	}
}

// contentBefore adds what stands before the saying: a quotation with the words
// that lead to it, or a clause.
func (l *parsed) contentBefore(u *saying, earlier []*saying) {
	k := u.from
	for k > 0 && (l.t.Mark(k-1) == ',' || l.t.Mark(k-1) == '-' || is("taking up", l.t.Word(k-1))) {
		k--
	}
	at := l.t[u.from].Start
	if k > 0 {
		at = l.t[k-1].End
	}
	f := l.precedingFrom(k, earlier)
	if q := l.quoteEnding(at); q != nil {
		s := q.Inner
		if q.Start > l.s.Start && f < len(l.t) && l.wordsBetween(l.t[f].Start, q.Start) {
			s.Start = l.t[f].Start
		}
		u.content = append(u.content, l.trim(s))
		return
	}
	if f >= k {
		return
	}
	s := l.trim(l.span(f, k))
	if q := l.quoteAt(s.Start); q != nil && q.Start < l.s.Start {
		s.Start = q.Inner.Start
	}
	u.content = append(u.content, s)
}

// interruptsClause reports whether the words after the comma at token n go on
// with what was said before the saying: they are a verb without a subject of
// its own, or a second half of the sentence. What only stands beside it does not: …, she said,
// but soldiers burned the bodies.
func (l *parsed) interruptsClause(u *saying, n int) bool {
	switch v := l.s.VerbAt(n + 1); {
	case n+1 >= len(l.t),
		v != nil && v.Form == "VBG", // …, she said, pointing at the wall
		is("trailing relative", l.t.Word(n+1)), is("background", l.t.Word(n+1)) && l.clauseAhead(n+2):
		return false
	case v != nil && v.Finite:
		return true
	}
	return !u.inverted || l.t.Tag(n+1) == "IN" || l.t.Tag(n+1) == "CC" // not …, said X, 43, a teacher
}

// clauseAhead reports whether a noun group with a finite verb begins at token n.
func (l *parsed) clauseAhead(n int) bool {
	g := l.groupFrom(n)
	return g != nil && l.beginsClause(g)
}

// wordsBetween reports whether anything but punctuation stands between two
// offsets.
func (l *parsed) wordsBetween(from, to int) bool {
	return from < to && l.trim(article.Span{Start: from, End: to}).Len() > 0
}

// saidBefore reports whether one of the sayings stands before token i: police said nine died.
// Without one, who speaks at the end says the whole: rebels attacked.
func saidBefore(earlier []*saying, i int) bool {
	return slices.ContainsFunc(earlier, func(o *saying) bool { return o.from < i })
}

// precedingFrom returns the token at which the words before token k begin that
// can be said.
func (l *parsed) precedingFrom(k int, earlier []*saying) int {
	f := 0
	for i := k - 2; i > 0; i-- {
		if l.t.Mark(i) == ';' && saidBefore(earlier, i) {
			f = i + 1
			break
		}
	}
	for _, o := range earlier {
		if o.hasSource && o.contentFrom < 0 && len(o.content) > 0 && o.to < k && o.content[0].End <= l.t[o.from].Start && !l.endsSentence(o) {
			f = max(f, o.to)
		}
	}
	for f < k && (l.t.Mark(f) == ',' || l.t.Mark(f) == '"' && l.quoteOpening(l.t[f].Start) == nil || l.t.Mark(f) == '-') {
		f++
	}
	return f
}
