package attribution

import (
	"strings"

	"sitrep/extract/article"
	"sitrep/extract/lang"
)

// phraseCue reads a phrase with its source: according to the army.
func (l *parsed) phraseCue(k int, h match) *saying {
	n := k + len(h.words)
	g := l.groupFrom(n)
	for n < len(l.t) && g == nil && (l.t.Mark(n) == '"' || l.t.Tag(n) == "DT") {
		n++
		g = l.groupFrom(n)
	}
	if g != nil && article.IsCapital(l.t[k].Text) && !l.commaClause(g.Last+1) {
		g = l.withoutName(g)
	}
	src, ok := l.speaker(g, h.entry)
	if !ok || is("rate", l.t.Word(k)) && !l.standsApart(k, g) {
		return nil
	}
	u := &saying{entry: h.entry, cue: h.Span, cueToken: k, lastToken: n - 1, source: src, hasSource: true, from: k, contentFrom: -1, complete: false}
	u.to = l.tokenAt(src.End-1) + 1
	return u
}

// standsApart reports whether the word at token k, which may tell of a rate, opens the
// sentence or follows a mark, and g behind it is somebody known: , per the police; but
// 60 rupees, per person.
func (l *parsed) standsApart(k int, g *lang.NounGroup) bool {
	return (k == 0 || l.t.Mark(k-1) != 0) && (g.Det != "" || g.Proper || g.Number == lang.Plural || l.sourceKind(g) == "organisation")
}

// commaClause reports whether a clause begins after a comma that follows token
// k.
func (l *parsed) commaClause(k int) bool {
	for k++; k+1 < len(l.t); k++ {
		if g := l.groupFrom(k + 1); l.t.Mark(k) == ',' && g != nil && l.beginsClause(g) {
			return true
		}
	}
	return false
}

// phraseContent finds what is said with a phrase: the words after it where it
// opens the sentence, else those before it.
func (l *parsed) phraseContent(u *saying, later []*saying) {
	k := u.from
	for k > 0 && (l.t.Mark(k-1) == ',' || l.t.Mark(k-1) == '-' || l.t.Mark(k-1) == '(' || l.t.Tag(k-1) == "CC") {
		k--
	}
	f := l.pastSemicolon(l.precedingFrom(k, nil), k)
	if l.opensClause(u, f, k) {
		n := u.to
		if !l.verbAhead(n) {
			n = l.pastSource(n)
		}
		if n < len(l.t) {
			u.contentFrom = n
			u.content = append(u.content, l.restFrom(n, l.contentEnd(u, n, later)))
		}
		return
	}
	u.content = append(u.content, l.trim(l.span(f, k)))
	n := l.skipAdjuncts(u.to, u)
	if l.t.Mark(n) == ',' && l.t.Tag(n+1) != "CC" && l.interruptsClause(u, n) {
		u.content = append(u.content, l.restFrom(n+1, l.contentEnd(u, n+1, later)))
	}
}

// pastSemicolon returns the token after the last semicolon between tokens f and k, or f: the truce
// collapsed in July.
func (l *parsed) pastSemicolon(f, k int) int {
	for i := k - 2; i >= f; i-- {
		if l.t.Mark(i) == ';' {
			return i + 1
		}
	}
	return f
}

// opensClause reports whether the phrase stands before what is said: according
// to X, rebels withdrew. The words before it begin at token f and end at token
// k.
func (l *parsed) opensClause(u *saying, f, k int) bool {
	next := l.groupFrom(u.to)
	return f >= k || next != nil && l.beginsClause(next) || l.t.Mark(k-1) == ';' || l.t.Mark(k-1) == ':' ||
		l.t.Mark(k-1) == 0 && (article.IsCapital(l.t[k].Text) || is("subordinator", l.t.Word(k-1)) || l.t.Word(k-1) == "that")
}

// nounCue reads a noun for something said: X's claim that …, a statement by X
// that …, reports of ….
func (l *parsed) nounCue(k int, h match) *saying {
	g := l.groupAt[k]
	if !l.t.Noun(k) || g == nil || g.Head != k || l.s.VerbAt(k) != nil || is("no", g.Det) {
		return nil
	}
	if u := l.tallyCue(g, h); u != nil {
		return u
	}
	u := &saying{entry: h.entry, cue: article.Span{Start: l.t[k].Start, End: l.t[k].End}, cueToken: k, lastToken: k, from: g.First, to: k + 1, hasSource: true, contentFrom: -1, complete: true}
	author := l.authorOf(g, h)
	src, ok := l.nounSource(u, g, author)
	if !ok {
		return nil
	}
	u.source = src
	if author != nil && l.titleStatement(u) {
		return u
	}
	if l.colonAhead(k) {
		c := l.colonAfter(k)
		if !l.announcesRelease(u, c) {
			u.contentFrom = c + 1
			u.content = append(u.content, l.restFrom(c+1, nil))
		}
		return u
	}
	n := k + 1
	if author != nil && author.First > k {
		n = l.tokenAt(u.source.End-1) + 1
	}
	if u.contentFrom = l.nounLead(u, l.skipTimes(n)); u.contentFrom < 0 {
		return nil
	}
	end := l.nounEnd(u.contentFrom, g)
	u.content = append(u.content, l.restFrom(u.contentFrom, &end))
	return u
}

// authorOf returns whom the noun group g for something said names as its author, or nil.
func (l *parsed) authorOf(g *lang.NounGroup, h match) *lang.NounGroup {
	author := l.author(g)
	if author == nil && h.has(fPaper) && !h.has(fOf) && l.s.Part == article.Title && len(g.Attached) > 0 && g.Attached[0].Prep == "of" {
		return g.Attached[0].Group // Statement of the ministry
	}
	if author != nil && !author.Proper && l.colonAhead(g.Head) && l.sourceKind(author) == "" {
		return nil // police gave the following toll by district:
	}
	return author
}

// tallyCue reads a figure with who has counted it, or returns nil: 49 people were
// killed, by the government's count.
func (l *parsed) tallyCue(g *lang.NounGroup, h match) *saying {
	if g.Possessor == nil || g.First == 0 || l.t.Word(g.First-1) != "by" || !is("tally", g.Lemma) {
		return nil
	}
	src, ok := l.speaker(g.Possessor, h.entry)
	if !ok {
		return nil
	}
	return &saying{
		entry: h.entry, cue: article.Span{Start: l.t[g.Head].Start, End: l.t[g.Head].End}, cueToken: g.Head, lastToken: g.Head,
		source: src, hasSource: true, from: g.First - 1, to: g.Last + 1, contentFrom: -1, adjunct: true,
	}
}

// nounSource returns who says what the noun group g names: its author, the
// paper whose name stands before it, who has received it, or the noun itself,
// as in reports of …. ok is false where there is nobody.
func (l *parsed) nounSource(u *saying, g, author *lang.NounGroup) (src Source, ok bool) {
	if author != nil {
		return l.speaker(author, u.entry)
	}
	if p := l.publisher(g); p != nil && u.has(fPaper|fThat) {
		return l.sourceOf(p), true
	}
	if r := l.receiver(g); r != nil {
		return l.speaker(r, u.entry)
	}
	if u.has(fItself) && (g.Det == "" || strings.HasSuffix(l.t[u.cueToken].Lower, "s")) {
		src = l.sourceOf(g)
		src.Span = article.Span{Start: l.t[g.First].Start, End: l.t[u.cueToken].End}
		src.Text = l.text[src.Start:src.End]
		return src, true
	}
	v := l.verbBefore(g.First)
	if v < 0 || !l.colonAhead(u.cueToken) {
		return Source{}, false
	}
	giver, _ := l.subject(&saying{cueToken: v, clause: l.clauses[v]}) // X issued this statement:
	if giver == nil {
		giver = l.named(v)
	}
	return l.speaker(giver, u.entry)
}

// nounLead returns the first token of what a noun reports, where that stands at
// token n: that …, to …, of …, about …. It returns -1 where it does not.
func (l *parsed) nounLead(u *saying, n int) int {
	switch w := l.t.Word(n); {
	case w == "that" && u.has(fThat), w == "of" && u.has(fOf), w == "about" && u.has(fAbout):
		return n + 1
	case u.has(fTo) && l.infinitiveAt(n) >= 0:
		return n
	}
	return -1
}

// publisher returns the name before a noun for what its bearer has published,
// as in a [New York Times] report that …, or nil.
func (l *parsed) publisher(g *lang.NounGroup) *lang.NounGroup {
	k := g.Head - 1
	if g.Possessor != nil || k < g.Modifiers.From || !strings.HasPrefix(l.t.Tag(k), "NNP") {
		return nil
	}
	first := k
	for first > g.Modifiers.From && strings.HasPrefix(l.t.Tag(first-1), "NNP") {
		first--
	}
	p := l.cutAfter(g, k)
	p.First, p.Det = first, ""
	p.Start = l.t[first].Start
	if l.isTime(p) {
		return nil // a June report
	}
	return p
}

// skipTimes returns the first token from n on that is not part of a time: Monday,
// on Monday.
func (l *parsed) skipTimes(n int) int {
	for n < len(l.t) {
		k := n
		if l.isPreposition(k) && l.t.Word(k) != "of" {
			k++
		}
		g := l.groupFrom(k)
		if g == nil || !l.isTime(g) || l.beginsClause(g) {
			break
		}
		n = g.Last + 1
	}
	return n
}

// pastFronted returns the token after the aside between commas that begins at token n, or n
// if there is none: reports that, on 3 June, | rebels came.
func (l *parsed) pastFronted(n int) int {
	if l.t.Mark(n) == ',' {
		for k := n + 1; k < len(l.t) && k <= n+longestFronted; k++ {
			if l.t.Mark(k) == ',' {
				return k + 1
			}
		}
	}
	return n
}

// longestFronted is the largest number of tokens in such an aside.
const longestFronted = 12

// nounEnd returns the token at which the content of the noun group g ends.
// Where the group opens the sentence, that is the verb that says something of
// it: the first finite verb after reports of …, the second after the claim that
// ….
func (l *parsed) nounEnd(from int, g *lang.NounGroup) int {
	opens := true
	for k := 0; k < g.First; k++ {
		if l.s.VerbAt(k) != nil && l.s.VerbAt(k).Finite {
			opens = false
		}
	}
	that := l.t.Word(from-1) == "that"
	skip := that
	if that {
		from = l.pastFronted(from)
	}
	for k := from; k < len(l.t); k++ {
		switch l.t.Mark(k) {
		case ';', ':', '-':
			return k
		case ',':
			if !that || g.First > 0 && k > from+3 {
				return k
			}
		}
		v := l.s.VerbAt(k)
		switch {
		case !opens, v != nil && (v.First != k || !v.Finite) && !l.afterPredicate(k):
		case v == nil:
			if strings.HasSuffix(l.t.Word(k), "ed") && l.afterPredicate(k) {
				return k
			}
		case skip:
			skip = false
		case !l.subordinate(v):
			return k
		}
	}
	return len(l.t)
}

// subordinate reports whether the verb group belongs to a clause within what is
// said: of villages [that were burned].
func (l *parsed) subordinate(v *lang.VerbGroup) bool {
	c, k := l.clauses[v.Main], v.First
	return c != nil && (c.Mark != "" || c.Link == lang.Relative) || l.t.Tag(k-1) == "CC" || l.t.Mark(k-1) == ','
}

// afterPredicate reports whether token k, a form that can be a past tense, stands where a clause is
// complete: would be rationed | caused.
func (l *parsed) afterPredicate(k int) bool {
	if v := l.s.VerbAt(k); v != nil && v.First != v.Main || k == 0 {
		return false
	}
	p := l.s.VerbAt(k - 1)
	return p != nil && p != l.s.VerbAt(k) || l.t.Tag(k-1) == "JJ" || l.t.Tag(k-1) == "RB"
}

// colonAhead reports whether a noun with the following or this before it
// announces what stands after a colon: the following statement: ….
func (l *parsed) colonAhead(k int) bool {
	return is("pointing", l.t.Word(k-1)) && l.colonAfter(k) > k
}

// colonAfter returns the first colon after token k, or -1.
func (l *parsed) colonAfter(k int) int {
	for k++; k < len(l.t); k++ {
		if l.t.Mark(k) == ':' {
			return k
		}
	}
	return -1
}

// receiver returns who received the reports that a group names, as in the
// office received reports of …, or nil.
func (l *parsed) receiver(g *lang.NounGroup) *lang.NounGroup {
	if k := g.Head - 1; k > g.First && is("receiving", strings.TrimSuffix(l.t.Word(k), "s")) {
		return l.cutAfter(g, k-1) // the UN | receives reports
	}
	v := l.verbBefore(g.First)
	if v < 0 || l.s.VerbAt(v).Last != g.First-1 || !is("receiving", l.t[v].Lemma) {
		return nil
	}
	if s := l.clauses[v].Arg(lang.Subject); s != nil && l.canSpeak(s) {
		return s
	}
	return nil
}

// named returns the name before the verb at token v, initials included, as in
// Gen. John J. Smith, | issued, or nil.
func (l *parsed) named(v int) *lang.NounGroup {
	k := v - 1
	if l.t.Mark(k) == ',' {
		k--
	}
	if k < 0 || l.s.GroupTo(k) == nil || !l.s.GroupTo(k).Proper {
		return nil
	}
	g := l.s.GroupTo(k).Copy()
	for i := g.First - 1; i >= 0 && (strings.HasPrefix(l.t.Tag(i), "NNP") || l.t.Mark(i) == '.' && i > 0 && len(l.t[i-1].Text) == 1); i-- {
		g.First, g.Start = i, l.t[i].Start
	}
	g.Coordinated = nil
	return g
}

// verbBefore returns the main verb of the last verb group before token k, or
// -1.
func (l *parsed) verbBefore(k int) int {
	for k--; k >= 0; k-- {
		if v := l.s.VerbAt(k); v != nil {
			return v.Main
		}
	}
	return -1
}

// pastSource returns the token after what describes a source that opens the
// sentence: , a lawyer for the prisoners, | or , which keeps a count, |.
func (l *parsed) pastSource(n int) int {
	for ; n < len(l.t); n++ {
		switch l.t.Mark(n) {
		case '"', ':':
			return n
		case ',':
			k := n + 1
			g := l.groupFrom(k)
			if is("trailing relative", l.t.Word(k)) || g != nil && !l.beginsClause(g) && !g.Pronoun {
				for next := k; next < len(l.t); next++ {
					if l.t.Mark(next) == ',' {
						return next + 1
					}
				}
			}
			return k
		}
		if g := l.groupFrom(n); g != nil && l.beginsClause(g) {
			return n
		}
	}
	return n
}
