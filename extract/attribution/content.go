package attribution

import (
	"strings"

	"sitrep/extract/article"
	"sitrep/extract/lang"
)

// fill finds what a cue's source says. Earlier and later are the other units
// of the sentence: where one of them begins, this one's content may end.
func (l *line) fill(u *unit, earlier, later []*unit) {
	if u.echoes != nil {
		u.content = append(u.content, u.echoes.content...)
		return
	}
	if u.word.words != nil {
		l.phraseContent(u, later)
		return
	}
	n := l.skipAdjuncts(u.to, u)
	if l.announced(u, n) {
		return
	}
	if u.own && !u.inverted && l.responsibility(u.last+1) {
		l.owned(u, later)
		return
	}
	left := l.leftEdge(u)
	lead, quoted := l.leading(u, n)
	switch {
	case lead < 0 && u.from == 1 && l.word(0) == "as" && l.mark(n) == ',':
		u.content = append(u.content, l.rest(n+1, l.cut(u, n+1, later))) // As X said, …
	case left && (lead < 0 || u.inverted || quoted || l.mark(n) == ',' || l.runsOn(u)):
		l.around(u, n, lead, earlier, later)
	case lead >= 0:
		u.lead = lead
		l.ahead(u, lead, later)
	}
	if len(u.content) == 0 {
		l.other(u, later)
	}
}

// leftEdge reports whether something that can be said stands before the unit
// and ends where it begins: rebels withdrew, | the ministry said.
func (l *line) leftEdge(u *unit) bool {
	if !u.own || !u.has(fThat|fQuote) {
		return false
	}
	k := u.from - 1
	if l.mark(k) == 0 && u.inverted || l.runsOn(u) {
		return true // … reports The Sentinel, without a comma
	}
	if l.word(k) == "as" && u.has(fThing) && !u.inverted && l.object(u.last+1) && !l.time(l.starts[u.last+1]) {
		return false // …, as the board declared her the winner
	}
	if !u.has(fThat) && l.quoteEnding(l.t[u.from].Start) == nil && (k < 0 || l.quoteEnding(l.t[k].Start) == nil) {
		return false
	}
	for k >= 0 && is("taking up", l.word(k)) {
		k--
		if l.mark(k) != ',' {
			return false
		}
	}
	if k < 0 {
		return l.questionBefore(u)
	}
	switch l.mark(k) {
	case '"':
		// Where no quotation ends, the mark that opens it is missing.
		return l.quoteEnding(l.t[u.from].Start) != nil || l.mark(k-1) == ',' && l.clauseBefore(k-1, u)
	case ',', '-':
		return (k == u.from-1 || l.word(u.from-1) == "as") && l.clauseBefore(k, u)
	case '.':
		return l.mark(k-1) == '"' || l.quoteEnding(l.t[u.from].Start) != nil
	}
	return false
}

// questionBefore reports whether a quotation that ends in no full stop stands
// before a sentence that is only about who said it: "Where are they?" | the
// mayor asked.
func (l *line) questionBefore(u *unit) bool {
	q := l.quoteEnding(l.t[u.from].Start)
	return q != nil && l.closes(u) && !strings.HasSuffix(l.text[q.Start:q.Inner.End], ".")
}

// runsOn reports whether a saying that follows what is said ends its sentence
// without a full stop: … from the hills officials said The gunmen then; …
// Captain Rao said reports The Sentinel.
func (l *line) runsOn(u *unit) bool {
	if !u.own || u.inverted || !u.has(fThat) || l.mark(u.from-1) != 0 || !l.saidBefore(u.from) {
		return false
	}
	return l.opensUnmarked(u.to) || u.to < len(l.t) && l.trailingReport(u.to)
}

// clauseBefore reports whether the words before the comma at token k are the
// beginning of what is said and not of the sentence that tells of it: On
// Monday, in a statement, after the raid are not.
func (l *line) clauseBefore(k int, u *unit) bool {
	if l.quoteEnding(l.t[k].Start) != nil {
		return true
	}
	// Rebels in the north, the army said, had withdrawn: the verb comes after.
	if l.interrupted(u, k) || l.s.Part == article.Title {
		return true
	}
	for _, c := range l.s.Clauses {
		if c.Kind == lang.Finite && c.Verb.Main < k && c.Link != lang.Relative && c.Link != lang.Adverbial && c.Link != lang.Conditional {
			return true
		}
	}
	return false
}

// interrupted reports whether the unit stands between commas.
func (l *line) interrupted(u *unit, k int) bool {
	n := l.skipAdjuncts(u.to, u)
	return l.mark(k) == ',' && (l.mark(n) == ',' || l.mark(n) == '-')
}

// ahead takes what follows the unit, up to where another unit or the sentence
// ends it.
func (l *line) ahead(u *unit, lead int, later []*unit) {
	if lead >= len(l.t) {
		return
	}
	if q := l.quoteOpening(l.t[lead].Start); q != nil {
		// A quotation is said as a whole, over sentences; words after it are
		// said too where it is only part of them.
		if q.End >= l.s.End-2 || l.mark(l.tokenBefore(q.End)-1) == '.' {
			u.content = append(u.content, q.Inner)
			return
		}
	}
	s := l.rest(lead, l.cut(u, lead, later))
	if q := l.quoteAt(max(s.End-1, s.Start)); q != nil && q.End > l.s.End && q.Start >= s.Start {
		s.End = q.Inner.End
	}
	u.content = append(u.content, s)
}

func (l *line) tokenBefore(offset int) int {
	for k := len(l.t) - 1; k >= 0; k-- {
		if l.t[k].Start < offset {
			return k
		}
	}
	return 0
}

// rest is the text from token k to the end of the sentence, or to the token
// that cut gives.
func (l *line) rest(k int, cut *int) article.Span {
	end := len(l.t)
	if cut != nil {
		end = min(end, *cut)
	}
	if k >= end {
		return article.Span{}
	}
	return l.trim(l.span(k, end))
}

// around takes what stands before the unit and, where the unit interrupts it,
// what goes on after.
func (l *line) around(u *unit, n, lead int, earlier, later []*unit) {
	l.preceding(u, earlier)
	switch m := l.mark(n); {
	case lead >= 0 && lead < len(l.t) && (m == ',' || m == ':' || m == '"' || m == '-'):
		l.ahead(u, lead, later)
	case m == ',' && l.interruptsClause(u, n):
		u.content = append(u.content, l.rest(n+1, l.cut(u, n+1, later)))
	}
}

// preceding takes what stands before the unit: a quotation with the words that
// lead to it, or a clause.
func (l *line) preceding(u *unit, earlier []*unit) {
	k := u.from
	for k > 0 && (l.mark(k-1) == ',' || l.mark(k-1) == '-' || is("taking up", l.word(k-1))) {
		k--
	}
	at := l.t[u.from].Start
	if k > 0 {
		at = l.t[k-1].End
	}
	f := l.beginning(k, earlier)
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

// interruptsClause reports whether what follows the comma at token n belongs to
// what was said before the unit: a finite verb without a subject of its own, or
// a second half of the sentence.
func (l *line) interruptsClause(u *unit, n int) bool {
	switch v := l.verbs[n+1]; {
	case n+1 >= len(l.t),
		v != nil && v.Form == "VBG", // …, she said, pointing at the wall
		is("trailing relative", l.word(n+1)):
		return false
	case v != nil && v.Finite:
		return true
	}
	return !u.inverted || l.tag(n+1) == "IN" || l.tag(n+1) == "CC" // not …, said X, 43, a teacher
}

// wordsBetween reports whether anything but punctuation stands between two
// offsets.
func (l *line) wordsBetween(from, to int) bool {
	return from < to && l.trim(article.Span{Start: from, End: to}).Len() > 0
}

// beginning is the token at which what stands before token k begins.
func (l *line) beginning(k int, earlier []*unit) int {
	f := 0
	for i := k - 2; i > 0; i-- {
		if l.mark(i) == ';' {
			f = i + 1
			break
		}
	}
	for _, o := range earlier {
		if o.own && o.lead < 0 && len(o.content) > 0 && o.to < k && o.content[0].End <= l.t[o.from].Start && !l.closes(o) {
			f = max(f, o.to)
		}
	}
	for f < k && (l.mark(f) == ',' || l.mark(f) == '"' && l.quoteOpening(l.t[f].Start) == nil || l.mark(f) == '-') {
		f++
	}
	return f
}
