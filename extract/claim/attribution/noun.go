package attribution

import (
	"strings"

	"sitrep/extract/article"
)

// phraseCue reads according to X.
func (l *line) phraseCue(k int, h hit) *unit {
	n := k + len(h.words)
	g := l.starts[n]
	for n < len(l.t) && g == nil && (l.mark(n) == '"' || l.tag(n) == "DT") {
		n++
		g = l.starts[n]
	}
	src, ok := l.speaker(g, h.word)
	if !ok {
		return nil
	}
	u := &unit{word: h.word, cue: h.Span, main: k, last: n - 1, source: src, own: true, from: k, lead: -1, done: false}
	u.to = l.tokenAt(src.End-1) + 1
	l.phraseContent(u)
	u.done = true
	return u
}

// phraseContent is the rest of the sentence: what follows a phrase that opens
// it, what precedes one that does not.
func (l *line) phraseContent(u *unit) {
	k := u.from
	for k > 0 && (l.mark(k-1) == ',' || l.mark(k-1) == '-' || l.mark(k-1) == '(' || l.tag(k-1) == "CC" || strings.HasPrefix(l.tag(k-1), "RB")) {
		k--
	}
	f := l.beginning(k, nil)
	if f >= k || l.mark(k-1) == ';' || l.mark(k-1) == ':' {
		n := u.to
		for n < len(l.t) && l.mark(n) != ',' && l.mark(n) != '"' && l.mark(n) != ':' {
			if g := l.starts[n]; g != nil && l.beginsClause(g) {
				break
			}
			n++
		}
		if n < len(l.t) {
			u.lead = n
			u.content = append(u.content, l.rest(n, nil))
		}
		return
	}
	s := l.trim(l.span(f, k))
	if q := l.quoteEnding(l.t[k-1].End); q != nil && q.Start < l.s.Start {
		s.Start = q.Inner.Start
	}
	u.content = append(u.content, s)
	n := l.skipAdjuncts(u.to, u)
	if l.mark(n) == ',' && n+1 < len(l.t) && l.interruptsClause(u, k, n) {
		u.content = append(u.content, l.rest(n+1, nil))
	}
}

// nounCue reads X's claim that …, a statement by X that …, reports of ….
func (l *line) nounCue(k int, h hit) *unit {
	g := l.in[k]
	if !l.noun(k) || g == nil || g.Head != k || l.verbs[k] != nil {
		return nil
	}
	switch g.Det {
	case "no", "any", "neither":
		return nil
	}
	u := &unit{word: h.word, cue: article.Span{Start: l.t[k].Start, End: l.t[k].End}, main: k, last: k, from: g.First, to: k + 1, own: true, lead: -1, done: true}
	author := l.author(g)
	switch {
	case author != nil:
		src, ok := l.speaker(author, h.word)
		if !ok {
			return nil
		}
		u.source = src
	case h.lemma == "report" && (g.Det == "" || strings.HasSuffix(l.t[k].Lower, "s")):
		u.source = l.sourceOf(g)
		u.source.Span = article.Span{Start: l.t[g.First].Start, End: l.t[k].End}
		u.source.Text = l.text[u.source.Start:u.source.End]
	default:
		return nil
	}
	if author != nil && l.titleStatement(u) {
		return u
	}
	n := k + 1
	if c := l.colonAhead(k); c && l.announced(u, l.lastColon()) {
		return u
	}
	if author != nil && author.First > k {
		n = l.tokenAt(u.source.End-1) + 1
	}
	n = l.skipTimes(n)
	switch {
	case l.word(n) == "that" && h.has(fThat):
		u.lead = n + 1
	case h.has(fTo) && l.infinitiveAt(n) >= 0:
		u.lead = n
	case l.word(n) == "of" && h.has(fOf):
		u.lead = n + 1
	case l.word(n) == "about" && h.has(fAbout):
		u.lead = n + 1
	default:
		return nil
	}
	end := l.nounEnd(u.lead, g.First > 0)
	u.content = append(u.content, l.rest(u.lead, &end))
	return u
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

// nounEnd is where the content of a noun ends: before the verb that the noun
// is the subject of, else with the sentence.
func (l *line) nounEnd(from int, inner bool) int {
	for k := from; k < len(l.t); k++ {
		switch l.mark(k) {
		case ',', ';', ':', '-':
			if l.mark(k) != ',' || inner && k > from+3 {
				return k
			}
		}
	}
	return len(l.t)
}

// colonAhead says whether the sentence ends in a colon after the words "the
// following statement", "this statement".
func (l *line) colonAhead(k int) bool {
	if l.lastColon() <= k {
		return false
	}
	switch l.word(k - 1) {
	case "following", "this":
		return true
	}
	return false
}

func (l *line) lastColon() int {
	for k := len(l.t) - 1; k >= len(l.t)-2 && k >= 0; k-- {
		if l.mark(k) == ':' {
			return k
		}
	}
	return -1
}

// verbBefore is the main verb that ends before token k, or -1.
func (l *line) verbBefore(k int) int {
	for k--; k >= 0; k-- {
		if v := l.verbs[k]; v != nil {
			return v.Main
		}
	}
	return -1
}
