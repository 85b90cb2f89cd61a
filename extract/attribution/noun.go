package attribution

import (
	"strings"

	"sitrep/extract/article"
	"sitrep/extract/lang"
)

// phraseCue reads according to X.
func (l *line) phraseCue(k int, h hit) *unit {
	n := k + len(h.words)
	g := l.starts[n]
	for n < len(l.t) && g == nil && (l.mark(n) == '"' || l.tag(n) == "DT") {
		n++
		g = l.starts[n]
	}
	if g != nil && capitalised(l.t[k].Text) && !l.commaClause(g.Last+1) {
		g = l.unfused(g)
	}
	src, ok := l.speaker(g, h.word)
	if !ok {
		return nil
	}
	u := &unit{word: h.word, cue: h.Span, main: k, last: n - 1, source: src, own: true, from: k, lead: -1, done: false}
	u.to = l.tokenAt(src.End-1) + 1
	return u
}

// commaClause says whether a clause begins after a comma from token k on.
func (l *line) commaClause(k int) bool {
	for k++; k+1 < len(l.t); k++ {
		if g := l.starts[k+1]; l.mark(k) == ',' && g != nil && l.beginsClause(g) {
			return true
		}
	}
	return false
}

// phraseContent is the rest of the sentence: what follows a phrase that opens
// it, what precedes one that does not.
func (l *line) phraseContent(u *unit, later []*unit) {
	k := u.from
	for k > 0 && (l.mark(k-1) == ',' || l.mark(k-1) == '-' || l.mark(k-1) == '(' || l.tag(k-1) == "CC") {
		k--
	}
	f := l.beginning(k, nil)
	if l.opensClause(u, f, k) {
		n := u.to
		if !l.verbAhead(n) {
			n = l.pastSource(n)
		}
		if n < len(l.t) {
			u.lead = n
			u.content = append(u.content, l.rest(n, l.cut(u, n, later)))
		}
		return
	}
	u.content = append(u.content, l.trim(l.span(f, k)))
	n := l.skipAdjuncts(u.to, u)
	if l.mark(n) == ',' && l.tag(n+1) != "CC" && l.interruptsClause(u, n) {
		u.content = append(u.content, l.rest(n+1, l.cut(u, n+1, later)))
	}
}

// opensClause reports whether the phrase stands before what is said, in a
// clause that begins at token f: according to X, rebels withdrew.
func (l *line) opensClause(u *unit, f, k int) bool {
	next := l.starts[min(u.to, len(l.t))]
	return f >= k || next != nil && l.beginsClause(next) || l.mark(k-1) == ';' || l.mark(k-1) == ':' ||
		l.mark(k-1) == 0 && (capitalised(l.t[k].Text) || is("subordinator", l.word(k-1)) || l.word(k-1) == "that")
}

// nounCue reads X's claim that …, a statement by X that …, reports of ….
func (l *line) nounCue(k int, h hit) *unit {
	g := l.in[k]
	if !l.noun(k) || g == nil || g.Head != k || l.verbs[k] != nil || is("no", g.Det) {
		return nil
	}
	u := &unit{word: h.word, cue: article.Span{Start: l.t[k].Start, End: l.t[k].End}, main: k, last: k, from: g.First, to: k + 1, own: true, lead: -1, done: true}
	author := l.author(g)
	if author == nil && h.has(fPaper) && !h.has(fOf) && l.s.Part == article.Title && len(g.Attached) > 0 && g.Attached[0].Prep == "of" {
		author = g.Attached[0].Group // Statement of the ministry
	}
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
		if !l.announced(u, c) {
			u.lead = c + 1
			u.content = append(u.content, l.rest(c+1, nil))
		}
		return u
	}
	n := k + 1
	if author != nil && author.First > k {
		n = l.tokenAt(u.source.End-1) + 1
	}
	if u.lead = l.nounLead(u, l.skipTimes(n)); u.lead < 0 {
		return nil
	}
	end := l.nounEnd(u.lead, g)
	u.content = append(u.content, l.rest(u.lead, &end))
	return u
}

// nounSource is who says what the noun g names: its author, the paper that
// stands before it, who has received it, or nobody but itself, as in reports
// of …. ok is false where it is nobody's.
func (l *line) nounSource(u *unit, g, author *lang.NounGroup) (src Source, ok bool) {
	if author != nil {
		return l.speaker(author, u.word)
	}
	if p := l.publisher(g); p != nil && u.has(fPaper|fThat) {
		return l.sourceOf(p), true
	}
	if r := l.receiver(g); r != nil {
		return l.speaker(r, u.word)
	}
	if u.has(fItself) && (g.Det == "" || strings.HasSuffix(l.t[u.main].Lower, "s")) {
		src = l.sourceOf(g)
		src.Span = article.Span{Start: l.t[g.First].Start, End: l.t[u.main].End}
		src.Text = l.text[src.Start:src.End]
		return src, true
	}
	v := l.verbBefore(g.First)
	if v < 0 || !l.colonAhead(u.main) {
		return Source{}, false
	}
	giver, _ := l.subject(&unit{main: v, clause: l.clauses[v]}) // X issued this statement:
	if giver == nil {
		giver = l.named(v)
	}
	return l.speaker(giver, u.word)
}

// nounLead is the first token of what a noun reports, where that stands at
// token n: that …, to …, of …, about …. It is -1 where nothing of the kind
// does.
func (l *line) nounLead(u *unit, n int) int {
	switch w := l.word(n); {
	case w == "that" && u.has(fThat), w == "of" && u.has(fOf), w == "about" && u.has(fAbout):
		return n + 1
	case u.has(fTo) && l.infinitiveAt(n) >= 0:
		return n
	}
	return -1
}

// publisher is a name that stands before a noun for what its bearer has
// published: a [New York Times] report that …. It is nil where none does.
func (l *line) publisher(g *lang.NounGroup) *lang.NounGroup {
	k := g.Head - 1
	if g.Possessor != nil || k < g.Modifiers.From || !strings.HasPrefix(l.tag(k), "NNP") {
		return nil
	}
	first := k
	for first > g.Modifiers.From && strings.HasPrefix(l.tag(first-1), "NNP") {
		first--
	}
	p := l.shrunk(g, k)
	p.First, p.Det = first, ""
	p.Start = l.t[first].Start
	if l.time(p) {
		return nil // a June report
	}
	return p
}

func (l *line) skipTimes(n int) int {
	for n < len(l.t) {
		k := n
		if l.isPreposition(k) && l.word(k) != "of" {
			k++
		}
		g := l.starts[k]
		if g == nil || !l.time(g) || l.beginsClause(g) {
			break
		}
		n = g.Last + 1
	}
	return n
}

// nounEnd is where the content of a noun ends. Where the noun opens the
// sentence, that is before the verb that says something of it: the first
// finite verb after reports of …, the second after the claim that ….
func (l *line) nounEnd(from int, g *lang.NounGroup) int {
	opens := true
	for k := 0; k < g.First; k++ {
		if l.verbs[k] != nil && l.verbs[k].Finite {
			opens = false
		}
	}
	that := l.word(from-1) == "that"
	skip := that
	for k := from; k < len(l.t); k++ {
		switch l.mark(k) {
		case ';', ':', '-':
			return k
		case ',':
			if !that || g.First > 0 && k > from+3 {
				return k
			}
		}
		v := l.verbs[k]
		switch {
		case !opens, v != nil && (v.First != k || !v.Finite) && !l.afterPredicate(k):
		case v == nil:
			if strings.HasSuffix(l.word(k), "ed") && l.afterPredicate(k) {
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

// subordinate reports whether the verb group is that of a clause within what
// is said: of villages [that were burned].
func (l *line) subordinate(v *lang.VerbGroup) bool {
	c, k := l.clauses[v.Main], v.First
	return c != nil && (c.Mark != "" || c.Link == lang.Relative) || l.tag(k-1) == "CC" || l.mark(k-1) == ','
}

// afterPredicate reports whether token k, a form that can be a past tense,
// stands where a clause is complete: would be rationed | caused; were asleep |
// led.
func (l *line) afterPredicate(k int) bool {
	if v := l.verbs[k]; v != nil && v.First != v.Main || k == 0 {
		return false
	}
	p := l.verbs[k-1]
	return p != nil && p != l.verbs[k] || l.tag(k-1) == "JJ" || l.tag(k-1) == "RB"
}

// colonAhead says whether a colon stands in the sentence after the words "the
// following statement", "this statement".
func (l *line) colonAhead(k int) bool {
	return is("pointing", l.word(k-1)) && l.colonAfter(k) > k
}

// colonAfter is the first colon after token k, or -1.
func (l *line) colonAfter(k int) int {
	for k++; k < len(l.t); k++ {
		if l.mark(k) == ':' {
			return k
		}
	}
	return -1
}

// receiver returns who has got the reports that a group names, or nil: the
// office received reports of ….
func (l *line) receiver(g *lang.NounGroup) *lang.NounGroup {
	if k := g.Head - 1; k > g.First && is("receiving", strings.TrimSuffix(l.word(k), "s")) {
		return l.shrunk(g, k-1) // the UN | receives reports
	}
	v := l.verbBefore(g.First)
	if v < 0 || l.verbs[v].Last != g.First-1 || !is("receiving", l.t[v].Lemma) {
		return nil
	}
	if s := l.clauses[v].Arg(lang.Subject); s != nil && l.acts(s) {
		return s
	}
	return nil
}

// named is the name before the verb at token v, initials included: Gen. John
// J. Smith, | issued.
func (l *line) named(v int) *lang.NounGroup {
	k := v - 1
	if l.mark(k) == ',' {
		k--
	}
	if k < 0 || l.ends[k] == nil || !l.ends[k].Proper {
		return nil
	}
	g := *l.ends[k]
	for i := g.First - 1; i >= 0 && (strings.HasPrefix(l.tag(i), "NNP") || l.mark(i) == '.' && i > 0 && len(l.t[i-1].Text) == 1); i-- {
		g.First, g.Start = i, l.t[i].Start
	}
	g.Coordinated = nil
	return &g
}

// verbBefore returns the main verb of the last verb group before token k, or
// -1.
func (l *line) verbBefore(k int) int {
	for k--; k >= 0; k-- {
		if v := l.verbs[k]; v != nil {
			return v.Main
		}
	}
	return -1
}

// pastSource is the token after what trails behind a source that opens the
// sentence: , a lawyer for the prisoners, | ; , which keeps a count, |.
func (l *line) pastSource(n int) int {
	for ; n < len(l.t); n++ {
		switch l.mark(n) {
		case '"', ':':
			return n
		case ',':
			k := n + 1
			g := l.starts[min(k, len(l.t))]
			if is("trailing relative", l.word(k)) || g != nil && !l.beginsClause(g) && !g.Pronoun {
				for next := k; next < len(l.t); next++ {
					if l.mark(next) == ',' {
						return next + 1
					}
				}
			}
			return k
		}
		if g := l.starts[n]; g != nil && l.beginsClause(g) {
			return n
		}
	}
	return n
}
