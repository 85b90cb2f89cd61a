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
	n := l.skipAdjuncts(u.to, u)
	if l.announced(u, n) {
		return
	}
	left := l.leftEdge(u)
	lead, quoted := l.leading(u, n)
	if !left && lead < 0 && u.own && u.from == 1 && l.word(0) == "as" && l.mark(n) == ',' {
		u.content = append(u.content, l.rest(n+1, l.cut(u, n+1, later)))
		return
	}
	switch {
	case left && (lead < 0 || u.inverted || quoted || l.mark(n) == ','):
		l.around(u, n, lead, earlier, later)
	case lead >= 0:
		u.lead = lead
		l.ahead(u, lead, later)
	case left:
		l.around(u, n, lead, earlier, later)
	default:
		l.other(u, n, later)
	}
	if len(u.content) == 0 {
		l.other(u, n, later)
	}
}

// leftEdge says whether something that can be said stands before the unit and
// ends where it begins: rebels withdrew, | the ministry said.
func (l *line) leftEdge(u *unit) bool {
	if !u.own || !u.has(fThat|fQuote) {
		return false
	}
	k := u.from - 1
	if l.mark(k) == 0 && u.inverted {
		return true // … reports The Sentinel, without a comma
	}
	if !u.has(fThat) && l.quoteEnding(l.t[u.from].Start) == nil && (k < 0 || l.quoteEnding(l.t[k].Start) == nil) {
		return false
	}
	for k >= 0 && (l.word(k) == "but" || l.word(k) == "and" || l.word(k) == "as") {
		k--
		if l.mark(k) != ',' {
			return false
		}
	}
	if k < 0 {
		if l.quoteBefore(u) != nil {
			return true
		}
		q := l.quoteEnding(l.t[u.from].Start) // "Where are they?" | the mayor asked.
		return q != nil && l.closes(u) && !strings.HasSuffix(l.text[q.Start:q.Inner.End], ".") && q.End+3 > l.t[u.from].Start
	}
	switch l.mark(k) {
	case '"':
		return l.quoteEnding(l.t[u.from].Start) != nil
	case ',', '-':
		if k == u.from-1 || l.word(u.from-1) == "as" {
			if l.mark(k-1) == '"' && l.quoteEnding(l.t[k].Start) != nil {
				return true
			}
			return l.clauseBefore(k, u)
		}
	case '.':
		return l.mark(k-1) == '"' || l.quoteEnding(l.t[u.from].Start) != nil
	}
	return false
}

// quoteBefore is the quotation that ends right before a sentence that begins
// with its cue: "Stop!" | said the guard.
func (l *line) quoteBefore(u *unit) *quotation {
	if !u.inverted {
		return nil
	}
	return l.quoteEnding(l.t[u.from].Start)
}

// clauseBefore says whether the words before the comma at token k are the
// beginning of what is said and not of the sentence that tells of it: On
// Monday, in a statement, after the raid are not.
func (l *line) clauseBefore(k int, u *unit) bool {
	from := 0
	for i := k - 1; i >= 0; i-- {
		if m := l.mark(i); m == ';' || m == ':' {
			from = i + 1
			break
		}
	}
	if l.quoteEnding(l.t[k].Start) != nil {
		return true
	}
	for m, c := range l.clauses {
		if m < from || m >= k || c.Kind != lang.Finite {
			continue
		}
		if c.Link == lang.Relative || c.Link == lang.Adverbial || c.Link == lang.Conditional {
			if !l.interrupted(u, k) {
				continue
			}
		}
		return true
	}
	// Rebels in the north, the army said, had withdrawn: the verb comes after.
	return l.interrupted(u, k) || l.s.Part == article.Title
}

// interrupted says whether the unit stands between commas.
func (l *line) interrupted(u *unit, k int) bool {
	n := l.skipAdjuncts(u.to, u)
	return l.mark(k) == ',' && (l.mark(n) == ',' || l.mark(n) == '-')
}

// leading finds the first token of what is said after the unit, or -1. quoted
// is set where it is a quotation that a comma or colon announces.
func (l *line) leading(u *unit, n int) (lead int, quoted bool) {
	if !u.has(fThat | fQuote | fPerson) {
		return -1, false
	}
	switch m := l.mark(n); m {
	case ':', ',', '"', '-':
		k := n
		if m != '"' {
			k++
		}
		if k < len(l.t) && l.mark(k) == '"' && l.quoteAt(l.t[k].Start) != nil {
			if m == ',' || m == ':' {
				return k, true
			}
			return k, false
		}
		if m == ':' && k < len(l.t) {
			return k, false
		}
		if m == ',' && l.word(k) == "that" && u.has(fThat) {
			return k + 1, false
		}
		return -1, false
	}
	if !u.has(fThat) {
		return -1, false
	}
	switch l.word(n) {
	case "that":
		if l.tag(n) != "WDT" || true {
			return n + 1, false
		}
	case "how", "why", "whether", "what":
		return n, false
	case "it", "there", "he", "she", "they":
		return n, false
	}
	if v := l.verbs[n]; v != nil && v.Finite && n == v.First && u.own && l.relativeBefore(u.from-1) {
		return n, false // …, which he said were fakes
	}
	if g := l.starts[n]; g != nil && l.beginsClause(g) {
		return n, false
	}
	if l.clauseAt(n) || l.verbAhead(n) {
		return n, false
	}
	return -1, false
}

// verbAhead says whether a noun group at token n is followed by a finite verb
// without anything between that ends or opens a clause. It makes up for
// subjects that the clause builder does not see.
func (l *line) verbAhead(n int) bool {
	if n >= len(l.t) || l.in[n] == nil && l.tag(n) != "DT" && l.tag(n) != "PRP$" && !strings.HasPrefix(l.tag(n), "JJ") {
		return false
	}
	if g := l.in[n]; g != nil && l.time(g) {
		return false
	}
	for k := n; k < len(l.t); k++ {
		if v := l.verbs[k]; v != nil {
			return k == v.First && k > n && (v.Finite || v.Form == "VBN" && v.First == v.Main && !l.finiteAfter(k))
		}
		switch l.tag(k) {
		case "CC", "WDT", "WP", "WRB", "WP$", "TO":
			return false
		case "IN":
			switch l.word(k) {
			case "of", "in", "at", "from", "near", "on", "for":
			default:
				return false
			}
		}
		if m := l.mark(k); m != 0 && m != '"' {
			return false
		}
	}
	return false
}

// beginsClause says whether a group is the subject of a finite verb.
func (l *line) beginsClause(g *lang.NounGroup) bool {
	for _, c := range l.s.Clauses {
		if c.Verb == nil || c.Kind != lang.Finite || c.Verb.First <= g.Last || c.Link == lang.Relative {
			continue
		}
		for _, a := range c.Args {
			if a.Function == lang.Subject && !a.Shared && (a.Group == g || a.Group.First == g.First) {
				return !l.listed(g.Last+1, c.Verb.First)
			}
		}
	}
	return false
}

// finiteAfter says whether a finite verb follows token k before the sentence
// or a comma ends.
func (l *line) finiteAfter(k int) bool {
	for k++; k < len(l.t) && l.mark(k) == 0; k++ {
		if v := l.verbs[k]; v != nil && v.Finite {
			return true
		}
	}
	return false
}

// listed says whether a comma and a conjunction stand in the tokens: told the
// truth, and it cost him.
func (l *line) listed(from, to int) bool {
	for k := from; k+1 < to; k++ {
		if l.mark(k) == ',' && l.tag(k+1) == "CC" {
			return true
		}
	}
	return false
}

func (l *line) relativeBefore(k int) bool {
	switch l.word(k) {
	case "which", "who", "that", "whom":
		return true
	}
	return false
}

// clauseAt says whether a clause begins at token n with something else than
// its subject: in the north rebels attacked.
func (l *line) clauseAt(n int) bool {
	if n >= len(l.t) || l.mark(n) != 0 || l.verbs[n] != nil && l.verbs[n].Finite || l.tag(n) == "CC" {
		return false
	}
	switch l.word(n) {
	case "when", "while", "after", "before", "as", "because", "if", "unless", "since", "until", "where", "who", "which":
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

// breaks says whether a boundary that ends the saying stands in the tokens.
func (l *line) breaks(from, to int) bool {
	for k := from; k < to; k++ {
		switch l.mark(k) {
		case '.', ';', ':', '-', '"':
			return true
		case ',':
			return true
		}
	}
	return false
}

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
		case w == "earlier" || w == "later" || w == "again" || w == "then":
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
	return (t == "IN" || t == "TO") && l.word(n) != "that" && l.word(n) != "if" && l.word(n) != "whether" && l.word(n) != "as" && l.word(n) != "because"
}

// fronted says whether the preposition at n opens what is said and not how it
// was said: said [in the north rebels attacked]. A phrase with a time or a
// channel belongs to the saying.
func (l *line) fronted(n int, g *lang.NounGroup, u *unit) bool {
	h := l.t[g.Head]
	if l.time(g) || words().channels[h.Lemma] || words().channels[h.Lower] {
		return false
	}
	switch l.word(n) {
	case "of", "for", "against", "on", "about":
		return u.frames&(fOf|fFor|fAgainst|fOn|fAbout) != 0
	case "to", "at", "in", "by", "from", "through", "via", "during", "after", "before", "following", "with", "over":
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
	if w := words().verbs[l.word(k)]; w != nil && (w.has(fQuoted) || w.lemma == "cite") && l.tag(k) == "VBG" {
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

// ahead takes what follows the unit, up to where another unit or the sentence
// ends it.
func (l *line) ahead(u *unit, lead int, later []*unit) {
	if lead >= len(l.t) {
		return
	}
	if q := l.quoteOpening(l.t[lead].Start); q != nil && l.mark(lead) == '"' {
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
	} else if q := l.quoteAt(s.End); q != nil && q.End > l.s.End && q.Start >= s.Start {
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

// cut is the token at which a later unit ends the content that begins at
// token lead.
func (l *line) cut(u *unit, lead int, later []*unit) *int {
	end := l.semicolon(lead)
	if k := l.sharing(u, lead); k >= 0 && (end < 0 || k < end) {
		end = k
	}
	if k := l.mainClause(u, lead); k >= 0 && (end < 0 || k < end) {
		end = k
	}
	for _, o := range later {
		if end >= 0 && o.from > end {
			break
		}
		if o.main <= u.main || o.done && !o.own {
			continue
		}
		k := o.from
		if k <= lead {
			continue
		}
		if c := l.resumes(o); c > lead {
			o.echoes = u
			return &c
		}
		switch {
		case o.word.words != nil && l.mark(k-1) == ',':
			// …, according to X
		case o.own && l.closes(o) && l.mark(k-1) == ',' && k-1 > lead:
			// …, state media reported.
		case !o.own && o.source.Span == u.source.Span && l.mark(k-1) == ',':
			// …, adding that
		case !o.own && o.source.Span == u.source.Span && l.tag(k-1) == "CC":
			k--
		case o.own && (l.tag(k-1) == "CC" || l.contrast(k-1)):
			k--
		default:
			continue
		}
		for k > lead && (l.mark(k-1) == ',' || l.tag(k-1) == "CC" || l.word(k-1) == "as") {
			k--
		}
		return &k
	}
	if end >= 0 {
		return &end
	}
	return nil
}

// semicolon is the first semicolon after token k that is in no quotation, or
// -1.
func (l *line) semicolon(k int) int {
	for ; k < len(l.t); k++ {
		if l.mark(k) == ';' && l.quoteAt(l.t[k].Start) == nil {
			return k
		}
	}
	return -1
}

// mainClause is the comma before the main clause of a sentence that opens
// with the cue's own clause, or -1: though she called it a mistake, | she ….
func (l *line) mainClause(u *unit, lead int) int {
	if u.clause == nil || u.clause.Link != lang.Adverbial || u.verb == nil {
		return -1
	}
	for _, c := range l.s.Clauses {
		if c.Verb == nil || c.Kind != lang.Finite || c.Link != lang.Root || c.Verb.First <= lead {
			continue
		}
		if s := c.Arg(lang.Subject); s != nil && s.First > lead && l.mark(s.First-1) == ',' {
			return s.First - 1
		}
	}
	return -1
}

// sharing is the comma before a verb that shares the cue's subject, or -1:
// said the vote was fair, and thanked the staff.
func (l *line) sharing(u *unit, lead int) int {
	if u.source.Group == nil {
		return -1
	}
	for _, c := range l.s.Clauses {
		if c.Verb == nil || c.Link != lang.Coordinate || c.Verb.First <= lead || l.tag(c.Verb.First-1) != "CC" {
			continue
		}
		comma := l.mark(c.Verb.First-2) == ','
		if !comma && l.word(c.Verb.First-1) != "but" {
			continue
		}
		for _, a := range c.Args {
			if a.Function == lang.Subject && a.Shared && (a.Group == u.source.Group || comma && l.quoteEnding(l.t[c.Verb.First-2].Start) != nil) {
				if comma {
					return c.Verb.First - 2
				}
				return c.Verb.First - 1
			}
		}
	}
	return -1
}

// clip keeps what is said inside a quotation within it.
func (l *line) clip(u *unit) {
	q := l.quoteAt(u.cue.Start)
	if q == nil || !q.double {
		return
	}
	for i, c := range u.content {
		if c.Start < q.Inner.Start && c.End > q.Inner.Start {
			u.content[i].Start = q.Inner.Start
		}
		if c.End > q.Inner.End && c.Start < q.Inner.End {
			u.content[i].End = l.trim(article.Span{Start: u.content[i].Start, End: q.Inner.End}).End
		}
	}
}

// repeat gives a source that is cited what the unit that cites it says, and
// that unit's source as the one who passes it on.
func (l *line) repeat(u *unit, k int) {
	var by *unit
	for i, o := range l.units {
		if i == k || o.echo || len(o.content) == 0 || o.word.words != nil {
			continue
		}
		if i < k || by == nil {
			by = o
		}
	}
	if by == nil {
		return
	}
	for i, c := range by.content {
		if c.Contains(u.cue) {
			c.End = l.trim(article.Span{Start: c.Start, End: u.cue.Start}).End
			by.content[i] = c
		}
	}
	u.content = append(u.content, by.content...)
	u.via = append(u.via, by.source)
	u.kind = by.word.kind
}

// resumes is the comma before a noun that takes up what was said so that
// another source can answer it, or -1: …, a charge that the army denied.
func (l *line) resumes(o *unit) int {
	k := o.from - 1
	if !o.own || l.word(k) != "that" && l.word(k) != "which" || !l.closes(o) {
		return -1
	}
	g := l.ends[max(k-1, 0)]
	if g == nil || g.First == 0 || l.mark(g.First-1) != ',' || words().nouns[l.t[g.Head].Lower] == nil {
		return -1
	}
	return g.First - 1
}

// contrast says whether the word at token k sets what follows against what
// went before.
func (l *line) contrast(k int) bool {
	switch l.word(k) {
	case "while", "but", "whereas", "although", "though":
		return true
	}
	return false
}

// closes says whether a unit ends its sentence without saying anything more.
func (l *line) closes(u *unit) bool {
	n := l.skipAdjuncts(u.to, u)
	return n >= len(l.t) || l.mark(n) == '.'
}

// around takes what stands before the unit and, where the unit interrupts it,
// what goes on after.
func (l *line) around(u *unit, n, lead int, earlier, later []*unit) {
	k := u.from
	for k > 0 && (l.mark(k-1) == ',' || l.mark(k-1) == '-' || l.word(k-1) == "as" || l.word(k-1) == "but" || l.word(k-1) == "and") {
		k--
	}
	at := l.t[u.from].Start
	if k > 0 {
		at = l.t[k-1].End
	}
	if q := l.quoteEnding(at); q != nil {
		s := q.Inner
		if f := l.beginning(k, earlier); q.Start > l.s.Start && f < len(l.t) && l.wordsBetween(l.t[f].Start, q.Start) {
			s.Start = l.t[f].Start
		}
		u.content = append(u.content, l.trim(s))
	} else {
		f := l.beginning(k, earlier)
		if f < k {
			s := l.trim(l.span(f, k))
			if q := l.quoteAt(s.Start); q != nil && q.Start < s.Start && q.Start < l.s.Start {
				s.Start = q.Inner.Start
			}
			u.content = append(u.content, s)
		}
	}
	if lead >= 0 && lead < len(l.t) {
		if l.mark(n) == ',' || l.mark(n) == ':' || l.mark(n) == '"' || l.mark(n) == '-' {
			l.ahead(u, lead, later)
			return
		}
	}
	if l.mark(n) != ',' || n+1 >= len(l.t) {
		if l.word(u.from-1) == "as" && n < len(l.t) && len(u.content) == 0 {
			u.content = append(u.content, l.rest(n, nil))
		}
		return
	}
	for _, o := range later {
		if (o.from == n+1 || o.from == n+2) && (!o.own || o.echo || o.word.words != nil) {
			return // …, she said, adding that
		}
	}
	if l.interruptsClause(u, k, n) {
		u.content = append(u.content, l.rest(n+1, l.cut(u, n+1, later)))
	}
}

// interruptsClause says whether what follows the comma at token n belongs to
// what was said before token k: a finite verb without a subject of its own,
// or a second half of the sentence.
func (l *line) interruptsClause(u *unit, k, n int) bool {
	if l.verbs[n+1] != nil && l.verbs[n+1].Finite {
		return true
	}
	if v := l.verbs[n+1]; v != nil && v.Form == "VBG" {
		return false // …, she said, pointing at the wall
	}
	if l.word(n+1) == "who" || l.word(n+1) == "which" {
		return false
	}
	if u.inverted && l.tag(n+1) != "IN" && l.tag(n+1) != "CC" {
		return false // …, said X, 43, a teacher
	}
	return true
}

func (l *line) wordsBetween(from, to int) bool {
	if from >= to {
		return false
	}
	return l.trim(article.Span{Start: from, End: to}).Len() > 0
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
		if o.own && o.lead < 0 && len(o.content) > 0 && !o.word.noun && o.to < k && o.content[0].End <= l.t[o.from].Start && !l.closes(o) {
			f = max(f, o.to)
		}
	}
	for f < k && (l.mark(f) == ',' || l.mark(f) == '"' && l.quoteOpening(l.t[f].Start) == nil || l.mark(f) == '-') {
		f++
	}
	return f
}

// other takes content in another frame: a thing, an infinitive, a phrase.
func (l *line) other(u *unit, n int, later []*unit) {
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
	if from == k && u.has(fThing) && l.word(k) != "it" && l.tag(k) == "PRP" && u.word.kind != Denied && u.word.kind != Confirmed {
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

func (l *line) responsibility(k int) bool {
	g := l.starts[k]
	if g == nil {
		return false
	}
	w := l.t[g.Head].Lower
	return w == "responsibility" || w == "credit"
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
