package attribution

import (
	"strings"

	"sitrep/extract/article"
	"sitrep/extract/lang"
)

// citedSource reads a cue whose object is the source: citing a police source,
// quoting state media. What it said is what the sentence's other source passes
// on.
func (l *parsed) citedSource(u *saying) *saying {
	g := l.groupFrom[u.lastToken+1]
	if g == nil {
		return nil
	}
	before := l.mark(g.Last+1) == ',' && l.word(g.Last+2) == "that" // citing court files, that
	if !before && !g.Proper && l.sourceKind(g) == "" && !words().channels[l.t[g.Head].Lemma] {
		return nil
	}
	src, ok := l.speaker(g, u.entry)
	if !ok {
		return nil
	}
	u.source, u.hasSource, u.cited = src, true, true
	u.from, u.to = u.cueToken, l.tokenAt(src.End-1)+1
	return u
}

// isPassive reports whether the verb is passive: was reported by.
func (u *saying) isPassive() bool {
	if u.clause != nil {
		return u.clause.Predicate.Voice == lang.Passive
	}
	return u.verb.Voice == lang.Passive
}

// unmarkedPast reports whether a participle without an auxiliary is the main
// verb of its sentence: it follows a noun group that opens the clause, and what
// is said follows it.
func (l *parsed) unmarkedPast(u *saying) bool {
	v := u.verb
	if v.First != v.Main || l.groupTo[max(v.First-1, 0)] == nil || v.First == 0 {
		return false
	}
	n := l.skipAdjuncts(u.lastToken+1, u)
	if u.has(fTo) && l.infinitiveAt(u.lastToken+1) >= 0 {
		return true
	}
	if lead, _ := l.leadingContent(&saying{entry: u.entry, from: v.First, to: u.lastToken + 1, cueToken: u.cueToken, lastToken: u.lastToken, verb: v, hasSource: true}, n); lead < 0 {
		return false
	}
	for _, o := range l.s.Verbs {
		if o.Finite && o.First < v.First {
			return false
		}
	}
	return true
}

// isMistaggedVerb reports whether a word that is tagged as a noun or an
// adjective is a verb of saying.
func (l *parsed) isMistaggedVerb(k int) bool {
	if !l.isNoun(k) && !strings.HasPrefix(l.tag(k), "JJ") {
		return false
	}
	return l.endsSubject(k) || l.precedesOutlet(k) || is("never noun", l.word(k))
}

// endsSubject reports whether the word at token k is a verb that the tagger
// has drawn into its subject: the government | claims to have ….
func (l *parsed) endsSubject(k int) bool {
	g, w, next := l.groupAt[k], l.t[k].Lower, l.word(k+1)
	if g == nil || g.First == k || g.Last != k {
		return false
	}
	ends := k+2 >= len(l.t) && l.mark(k+1) == '.'
	switch s := strings.HasSuffix(w, "s"); {
	case s && (next == "that" || next == "to" && l.verbs[k+1] != nil) && l.isNoSubject(g):
		return true // the government | claims to have
	case next == "that" && words().nouns[w] == nil && l.wholeGroup(g).Number == lang.Plural:
		return true // officials in the north | confirm that
	case s && ends && l.mark(l.outermostGroup(g).First-1) == ',' && l.saidBefore(g.First):
		return true // …, Reuters news agency | reports.
	}
	v := words().verbs[w]
	return next == "about" && v != nil && v.has(fAbout) && l.tag(k-1) == "NNS" && l.isNoSubject(g) // the troops | report about shelling
}

// precedesOutlet reports whether the word at k is a verb before the name of a
// news medium at the end of what that reports, with or without a comma: …,
// reports The Sentinel.
func (l *parsed) precedesOutlet(k int) bool {
	w := words().verbs[l.word(k)]
	if w == nil || w.kind != Reported || k+1 >= len(l.t) || l.t[k].Text != l.t[k].Lower || l.word(k) == w.lemma {
		return false
	}
	return l.looksLikeOutlet(k+1) && l.saidBefore(k)
}

// looksLikeOutlet reports whether token k is written like the name of a paper
// or a site, whatever its tag is: Sify.com.
func (l *parsed) looksLikeOutlet(k int) bool {
	w := l.t[k].Text
	return capitalised(w) || strings.Contains(strings.TrimSuffix(w, "."), ".")
}

// splitGroup takes a verb out of the noun group that the tagger has drawn it
// into, and makes a group of the words after it: reports | Daily Times.
func (l *parsed) splitGroup(k int) {
	g := l.groupAt[k]
	if g == nil || g.Last <= k || l.groupFrom[k+1] != nil {
		return
	}
	r := *g
	r.First, r.Det, r.Possessor = k+1, "", nil
	r.Start = l.t[k+1].Start
	l.groupFrom[k+1] = &r
	for i := k + 1; i <= r.Last; i++ {
		l.groupAt[i] = &r
	}
}

// invertedSource reads a source that follows its cue, as in …," said a doctor,
// and reports whether there is one.
func (l *parsed) invertedSource(u *saying) bool {
	k := u.cueToken
	if v := u.verb; v != nil && (v.First != k || !v.Finite && v.Form != "VBN") || !u.has(fThat|fQuote) || k == 0 {
		return false
	}
	before := l.mark(k - 1)
	bare := before == 0 && l.precedesOutlet(k)
	if before != ',' && before != '"' && before != '-' && before != '.' && !bare {
		return false
	}
	n := u.lastToken + 1
	if l.outletSource(u, n) {
		return true
	}
	if before != '"' && !bare && !l.saidBefore(k-1) {
		return false
	}
	src, ok := l.speaker(l.groupFrom[n], u.entry)
	if !ok {
		return false
	}
	end := l.tokenAt(src.End-1) + 1
	if before != '"' && l.isSubject(u, end) {
		return false
	}
	u.source, u.hasSource, u.inverted = src, true, true
	u.from, u.to = k, end
	l.noteOutletReport(u)
	return true
}

// isSubject reports whether the group after the cue, which ends before token
// end, is not its source: it is the subject of the next verb, as in …, said
// rebels fired, or the cue has a subject before it, as in the army, …, reported
// an attack.
func (l *parsed) isSubject(u *saying, end int) bool {
	if v := l.verbs[end]; v != nil && v.Finite && l.mark(end) == 0 {
		return true
	}
	if !u.has(fThing) || !l.ownSubject(u) {
		return false
	}
	return !l.precedesOutlet(u.cueToken) || l.skipAdjuncts(end, u)+1 < len(l.t) && !capitalised(l.t[end].Text)
}

// Silence reports whether a sentence tells that nobody has said something: no
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

// ownSubject reports whether the clause of the verb has a subject that it does
// not share.
func (l *parsed) ownSubject(u *saying) bool {
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

// saidBefore reports whether a finite clause other than a relative one begins
// before token k, so that it can be what is said. In a headline anything can
// be.
func (l *parsed) saidBefore(k int) bool {
	for m, c := range l.clauses {
		if m < k && c.Kind == lang.Finite && c.Link != lang.Relative {
			return true
		}
	}
	return l.s.Part == article.Title
}

// relayedSource reads in a report by X, it was said that …: the author of the
// document is the source. It reports whether the sentence has that form.
func (l *parsed) relayedSource(u *saying) bool {
	it := u.verb.First - 1
	if it < 2 || l.word(it) != "it" || l.mark(it-1) != ',' {
		return false
	}
	for _, g := range l.s.Nouns {
		if g.First >= it || !l.isPaper(g) {
			continue
		}
		if a := l.author(g); a != nil {
			u.source, u.hasSource = l.sourceOf(a), true
			u.from, u.to = it, u.lastToken+1
			return true
		}
	}
	return false
}

// bySource reads a passive with its by-phrase: was first reported by X, a plan
// announced by X.
func (l *parsed) bySource(u *saying) *saying {
	if u.clause == nil {
		return nil
	}
	if l.relayedSource(u) {
		return u
	}
	for _, a := range u.clause.Args {
		if a.Function != lang.By || a.Group.First < u.cueToken {
			continue
		}
		src, ok := l.speaker(a.Group, u.entry)
		if !ok || a.Group.First > u.lastToken+6 {
			return nil
		}
		u.source, u.hasSource = src, true
		u.from, u.to = u.verb.First, l.tokenAt(src.End-1)+1
		u.complete = true
		if g := u.clause.Arg(lang.Subject); g != nil && g.First < u.cueToken {
			if u.has(fThing | fLabel | fAs) {
				u.content = append(u.content, l.span(g.First, min(l.phraseEnd(g, false)+1, u.verb.First)))
			}
		}
		if u.has(fAs | fLabel) {
			if n := u.to; l.word(n) == "as" {
				u.content = append(u.content, l.restFrom(n+1, nil))
			}
		}
		if n := l.skipAdjuncts(u.to, u); l.word(n) == "that" && u.has(fThat) {
			u.content = []article.Span{l.restFrom(n+1, nil)}
		}
		return u
	}
	return nil
}

// quotedSource reads X was quoted by Y as saying, and Y quoted X as saying: X
// is the source, Y passes it on.
func (l *parsed) quotedSource(u *saying) *saying {
	c := u.clause
	if c == nil {
		return nil
	}
	if u.verb.Form == "VBG" {
		return l.citedSource(u)
	}
	as := l.asSaying(u.lastToken + 1)
	if as < 0 {
		return nil
	}
	who, channel := c.Arg(lang.Subject), c.Arg(lang.By)
	if !u.isPassive() {
		who, channel = nil, who
		for k := u.lastToken + 1; k < as && who == nil; k++ {
			who = l.groupFrom[k]
		}
	}
	src, ok := l.speaker(who, u.entry)
	if !ok {
		return nil
	}
	u.source, u.hasSource = src, true
	if via, ok := l.speaker(channel, u.entry); ok {
		u.via = append(u.via, via)
	}
	said := *words().verbs[l.word(as+1)]
	said.lemma = u.lemma
	said.frames |= fThat | fQuote
	u.entry = &said
	u.from, u.to, u.lastToken = u.verb.First, as+2, as+1
	if s := c.Arg(lang.Subject); s != nil && s.First < u.from {
		u.from = s.First
	}
	l.used[as+1] = true
	return u
}

// asSaying returns the token of as in the first as saying, as telling or the
// like from token k on, or -1.
func (l *parsed) asSaying(k int) int {
	for end := k + 29; k+1 < len(l.t) && k < end; k++ {
		if l.word(k) == "as" && strings.HasSuffix(l.word(k+1), "ing") && words().verbs[l.word(k+1)] != nil {
			return k
		}
	}
	return -1
}
