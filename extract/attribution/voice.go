package attribution

import (
	"strings"

	"sitrep/extract/article"
	"sitrep/extract/lang"
)

// citing reads citing a police source, quoting state media: the object is the
// source, and what it said is what the sentence's other source passes on.
func (l *line) citing(u *unit) *unit {
	g := l.starts[u.last+1]
	if g == nil {
		return nil
	}
	before := l.mark(g.Last+1) == ',' && l.word(g.Last+2) == "that" // citing court files, that
	if !before && !g.Proper && l.sourceKind(g) == "" && !words().channels[l.t[g.Head].Lemma] {
		return nil
	}
	src, ok := l.speaker(g, u.word)
	if !ok {
		return nil
	}
	u.source, u.own, u.echo = src, true, true
	u.from, u.to = u.main, l.tokenAt(src.End-1)+1
	return u
}

func (u *unit) passive() bool {
	if u.clause != nil {
		return u.clause.Predicate.Voice == lang.Passive
	}
	return u.verb.Voice == lang.Passive
}

// unmarkedPast says whether a participle without auxiliary is the verb of its
// sentence: it follows a noun group that opens the clause, and what is said
// follows it.
func (l *line) unmarkedPast(u *unit) bool {
	v := u.verb
	if v.First != v.Main || l.ends[max(v.First-1, 0)] == nil || v.First == 0 {
		return false
	}
	n := l.skipAdjuncts(u.last+1, u)
	if u.has(fTo) && l.infinitiveAt(u.last+1) >= 0 {
		return true
	}
	if lead, _ := l.leading(&unit{word: u.word, from: v.First, to: u.last + 1, main: u.main, last: u.last, verb: v, own: true}, n); lead < 0 {
		return false
	}
	for _, o := range l.s.Verbs {
		if o.Finite && o.First < v.First {
			return false
		}
	}
	return true
}

// mistagged reports whether a word that is tagged as a noun or an adjective is
// a verb of saying.
func (l *line) mistagged(k int) bool {
	if !l.noun(k) && !strings.HasPrefix(l.tag(k), "JJ") {
		return false
	}
	return l.endsSubject(k) || l.trailingReport(k) || is("never noun", l.word(k))
}

// endsSubject reports whether the word at token k is a verb that the tagger
// has drawn into its subject: the government | claims to have ….
func (l *line) endsSubject(k int) bool {
	g, w, next := l.in[k], l.t[k].Lower, l.word(k+1)
	if g == nil || g.First == k || g.Last != k {
		return false
	}
	ends := k+2 >= len(l.t) && l.mark(k+1) == '.'
	switch s := strings.HasSuffix(w, "s"); {
	case s && (next == "that" || next == "to" && l.verbs[k+1] != nil) && l.noFinite(g):
		return true // the government | claims to have
	case next == "that" && words().nouns[w] == nil && l.whole(g).Number == lang.Plural:
		return true // officials in the north | confirm that
	case s && ends && l.mark(l.top(g).First-1) == ',' && l.saidBefore(g.First):
		return true // …, Reuters news agency | reports.
	}
	v := words().verbs[w]
	return next == "about" && v != nil && v.has(fAbout) && l.tag(k-1) == "NNS" && l.noFinite(g) // the troops | report about shelling
}

// trailingReport reports whether the word at k is a verb before the name of a
// paper at the end of what it reports, with or without a comma: …, reports The
// Sentinel.
func (l *line) trailingReport(k int) bool {
	w := words().verbs[l.word(k)]
	if w == nil || w.kind != Reported || k+1 >= len(l.t) || l.t[k].Text != l.t[k].Lower || l.word(k) == w.lemma {
		return false
	}
	return l.titleLike(k+1) && l.saidBefore(k)
}

// titleLike says whether token k is written as the name of a paper or a site
// is, whatever its tag says: Sify.com.
func (l *line) titleLike(k int) bool {
	w := l.t[k].Text
	return capitalised(w) || strings.Contains(strings.TrimSuffix(w, "."), ".")
}

// split takes a word that is a verb out of the noun group that the tagger has
// drawn it into, for the words after it: reports | Daily Times.
func (l *line) split(k int) {
	g := l.in[k]
	if g == nil || g.Last <= k || l.starts[k+1] != nil {
		return
	}
	r := *g
	r.First, r.Det, r.Possessor = k+1, "", nil
	r.Start = l.t[k+1].Start
	l.starts[k+1] = &r
	for i := k + 1; i <= r.Last; i++ {
		l.in[i] = &r
	}
}

// invert reads a source that follows its cue: …," said a doctor; reports The
// Sentinel.
func (l *line) invert(u *unit) bool {
	k := u.main
	if v := u.verb; v != nil && (v.First != k || !v.Finite && v.Form != "VBN") || !u.has(fThat|fQuote) || k == 0 {
		return false
	}
	before := l.mark(k - 1)
	bare := before == 0 && l.trailingReport(k)
	if before != ',' && before != '"' && before != '-' && before != '.' && !bare {
		return false
	}
	n := u.last + 1
	if l.credits(u, n) {
		return true
	}
	if before != '"' && !bare && !l.saidBefore(k-1) {
		return false
	}
	src, ok := l.speaker(l.starts[n], u.word)
	if !ok {
		return false
	}
	end := l.tokenAt(src.End-1) + 1
	if before != '"' && l.subjectAfterAll(u, end) {
		return false
	}
	u.source, u.own, u.inverted = src, true, true
	u.from, u.to = k, end
	l.note(u)
	return true
}

// subjectAfterAll reports whether the group after the cue, which ends at token
// end, is not its source: it has a verb of its own, as in …, said rebels fired,
// or the cue has a subject before it, as in the army, …, reported an attack.
func (l *line) subjectAfterAll(u *unit, end int) bool {
	if v := l.verbs[end]; v != nil && v.Finite && l.mark(end) == 0 {
		return true
	}
	if !u.has(fThing) || !l.ownSubject(u) {
		return false
	}
	return !l.trailingReport(u.main) || l.skipAdjuncts(end, u)+1 < len(l.t) && !capitalised(l.t[end].Text)
}

// Silence says whether a sentence tells that nobody has said something: no
// group has claimed the attack.
func Silence(s *lang.Sentence) bool {
	for _, c := range s.Clauses {
		if c.Verb == nil {
			continue
		}
		if w := s.Tokens[c.Verb.Main].Lower; words().verbs[w] == nil && words().phrasal[w] == nil {
			continue
		}
		if g := c.Arg(lang.Subject); g != nil && (is("no", g.Det) && g.Det != "any" || is("nobody", s.Tokens[g.Head].Lower)) {
			return true
		}
	}
	return false
}

// ownSubject says whether the clause builder found a subject of the cue's own.
func (l *line) ownSubject(u *unit) bool {
	if u.clause == nil {
		return false
	}
	for _, a := range u.clause.Args {
		if a.Function == lang.Subject && !a.Shared {
			return true
		}
	}
	return false
}

// saidBefore says whether what stands before token k is a clause: it has a
// finite verb that is in no relative clause.
func (l *line) saidBefore(k int) bool {
	for m, c := range l.clauses {
		if m < k && c.Kind == lang.Finite && c.Link != lang.Relative {
			return true
		}
	}
	return l.s.Part == article.Title
}

// relayed reads in a report by X, it was said that: the author of what the
// sentence opens with is the source.
func (l *line) relayed(u *unit) bool {
	it := u.verb.First - 1
	if it < 2 || l.word(it) != "it" || l.mark(it-1) != ',' {
		return false
	}
	for _, g := range l.s.Nouns {
		if g.First >= it || !l.isPaper(g) {
			continue
		}
		if a := l.author(g); a != nil {
			u.source, u.own = l.sourceOf(a), true
			u.from, u.to = it, u.last+1
			return true
		}
	}
	return false
}

// passiveCue reads was first reported by X, a plan announced by X.
func (l *line) passiveCue(u *unit) *unit {
	if u.clause == nil {
		return nil
	}
	if l.relayed(u) {
		return u
	}
	for _, a := range u.clause.Args {
		if a.Function != lang.By || a.Group.First < u.main {
			continue
		}
		src, ok := l.speaker(a.Group, u.word)
		if !ok || a.Group.First > u.last+6 {
			return nil
		}
		u.source, u.own = src, true
		u.from, u.to = u.verb.First, l.tokenAt(src.End-1)+1
		u.done = true
		if g := u.clause.Arg(lang.Subject); g != nil && g.First < u.main {
			if u.has(fThing | fLabel | fAs) {
				u.content = append(u.content, l.span(g.First, min(l.phraseEnd(g, false)+1, u.verb.First)))
			}
		}
		if u.has(fAs | fLabel) {
			if n := u.to; l.word(n) == "as" {
				u.content = append(u.content, l.rest(n+1, nil))
			}
		}
		if n := l.skipAdjuncts(u.to, u); l.word(n) == "that" && u.has(fThat) {
			u.content = []article.Span{l.rest(n+1, nil)}
		}
		return u
	}
	return nil
}

// quotedCue reads X was quoted by Y as saying, and Y quoted X as saying: X is
// the source, Y passes it on.
func (l *line) quotedCue(u *unit) *unit {
	c := u.clause
	if c == nil {
		return nil
	}
	if u.verb.Form == "VBG" {
		return l.citing(u)
	}
	as := l.asSaying(u.last + 1)
	if as < 0 {
		return nil
	}
	who, channel := c.Arg(lang.Subject), c.Arg(lang.By)
	if !u.passive() {
		who, channel = nil, who
		for k := u.last + 1; k < as && who == nil; k++ {
			who = l.starts[k]
		}
	}
	src, ok := l.speaker(who, u.word)
	if !ok {
		return nil
	}
	u.source, u.own = src, true
	if via, ok := l.speaker(channel, u.word); ok {
		u.via = append(u.via, via)
	}
	said := *words().verbs[l.word(as+1)]
	said.lemma = u.lemma
	said.frames |= fThat | fQuote
	u.word = &said
	u.from, u.to, u.last = u.verb.First, as+2, as+1
	if s := c.Arg(lang.Subject); s != nil && s.First < u.from {
		u.from = s.First
	}
	l.taken[as+1] = true
	return u
}

// asSaying returns the first token from k on of as saying, as telling, or -1.
func (l *line) asSaying(k int) int {
	for end := k + 29; k+1 < len(l.t) && k < end; k++ {
		if l.word(k) == "as" && strings.HasSuffix(l.word(k+1), "ing") && words().verbs[l.word(k+1)] != nil {
			return k
		}
	}
	return -1
}
