package attribution

import (
	"slices"
	"strings"

	"sitrep/extract/article"
	"sitrep/extract/lang"
)

// isMistaggedVerb reports whether a word that is tagged as a noun or an
// adjective is a verb of saying; but not the surname in Omar Said.
func (l *parsed) isMistaggedVerb(k int) bool {
	if !l.t.Noun(k) && !strings.HasPrefix(l.t.Tag(k), "JJ") || l.t.ProperNoun(k) && l.t.ProperNoun(k-1) && l.t.Capital(k) {
		return false
	}
	return l.endsSubject(k) && !l.isDescribed(l.groupAt[k], k) || l.precedesOutlet(k) || is("never noun", l.t.Word(k))
}

// endsSubject reports whether the word at token k is a verb that the tagger
// has drawn into its subject: the government | claims to have ….
func (l *parsed) endsSubject(k int) bool {
	g, w, next := l.groupAt[k], l.t[k].Lower, l.t.Word(k+1)
	if g == nil || g.First == k || g.Last != k {
		return false
	}
	verb := words().verbs[w]
	switch {
	case verb != nil && l.endsAside(g, k, verb):
		return true // …, the court | heard, …
	case strings.HasSuffix(w, "s") && (next == "that" || next == "to" && l.s.VerbAt(k+1) != nil) && l.isNoSubject(g):
		return true // the government | claims to have
	case next == "that" && words().nouns[w] == nil && l.outermostGroup(g).Number == lang.Plural:
		return true // officials in the north | confirm that
	case strings.HasSuffix(w, "s") && l.endsWithSource(g, k):
		return true // …, Reuters news agency | reports.
	}
	return next == "about" && verb != nil && verb.has(fAbout) && l.t.Tag(k-1) == "NNS" && l.isNoSubject(g) // the troops | report about shelling
}

// isDescribed reports whether the word at token k is a noun, as an adjective alone stands
// before it: the mission received [credible reports] that ….
func (l *parsed) isDescribed(g *lang.NounGroup, k int) bool {
	return g.Det == "" && g.First == k-1 && l.t.Tag(k-1) == "JJ" && !article.IsCapital(l.t[k-1].Text)
}

// endsWithSource reports whether the word at token k ends the sentence with a source and
// its verb, behind the comma that follows what is said.
func (l *parsed) endsWithSource(g *lang.NounGroup, k int) bool {
	return k+2 >= len(l.t) && l.t.Mark(k+1) == '.' && l.t.Mark(l.outermostGroup(g).First-1) == ',' && l.saidBefore(g.First)
}

// endsAside reports whether the past of a verb of saying ends a group between commas,
// and what is left of it can speak: …, the court | heard, ….
func (l *parsed) endsAside(g *lang.NounGroup, k int, verb *entry) bool {
	return l.isAside(g) && verb.has(fThat) && verb.lemma != l.t[k].Lower && l.canSpeak(l.cutAfter(g, k-1))
}

// isAside reports whether the group stands alone between commas, where a list
// does not go on.
func (l *parsed) isAside(g *lang.NounGroup) bool {
	return g.First > 0 && l.t.Mark(g.First-1) == ',' && l.t.Mark(g.Last+1) == ',' && g.Coordinated == nil && l.t[g.Head].Text == l.t[g.Head].Lower
}

// splitGroup takes a verb out of the noun group that the tagger has drawn it
// into, and makes a group of the words after it: reports | Daily Times.
func (l *parsed) splitGroup(k int) {
	g := l.groupAt[k]
	if g == nil || g.Last <= k || l.groupFrom(k+1) != nil {
		return
	}
	r := g.Copy()
	r.First, r.Det, r.Possessor = k+1, "", nil
	r.Start = l.t[k+1].Start
	l.begins[k+1] = r
	for i := k + 1; i <= r.Last; i++ {
		l.groupAt[i] = r
	}
}

// unmarkedPast reports whether a participle without an auxiliary is the main
// verb of its sentence: it follows a noun group that opens the clause, and what
// is said follows it.
func (l *parsed) unmarkedPast(u *saying) bool {
	v := u.verb
	if v.First != v.Main || l.s.GroupTo(max(v.First-1, 0)) == nil || v.First == 0 {
		return false
	}
	n := l.skipAdjuncts(u.lastToken+1, u)
	if u.has(fTo) && l.infinitiveAt(u.lastToken+1) >= 0 {
		return true
	}
	if lead, _ := l.leadingContent(&saying{entry: u.entry, from: v.First, to: u.lastToken + 1, cueToken: u.cueToken, lastToken: u.lastToken, verb: v, hasSource: true}, n); lead < 0 {
		return false
	}
	return !slices.ContainsFunc(l.s.Verbs, func(o *lang.VerbGroup) bool { return o.Finite && o.First < v.First })
}

// isNoSubject reports whether the group is not the subject of any clause.
func (l *parsed) isNoSubject(g *lang.NounGroup) bool {
	return !slices.ContainsFunc(l.s.Clauses, func(c *lang.Clause) bool {
		return c.Kind == lang.Finite && c.Verb != nil && c.Arg(lang.Subject) == g
	})
}

// withoutName returns the group without a name at its end that is the subject
// of the verb after it: in a statement | Chad had …; as per police sources |
// Maoists had …. The name becomes a group of its own.
func (l *parsed) withoutName(g *lang.NounGroup) *lang.NounGroup {
	if l.s.VerbAt(min(g.Last+1, len(l.t)-1)) == nil {
		return g
	}
	for k := g.Last - 1; k >= g.First; k-- {
		t := l.t[k]
		if !article.IsCapital(t.Text) && article.IsCapital(l.t[k+1].Text) && (words().channels[t.Lower] || words().sources[t.Lemma] != "") {
			l.splitGroup(k)
			return l.cutAfter(g, k)
		}
	}
	return g
}

// cutAfter returns a copy of the group that ends at token last, for where the
// tagger took the verb after it for its head: the government | claims to.
func (l *parsed) cutAfter(g *lang.NounGroup, last int) *lang.NounGroup {
	s := g.Copy()
	s.Head, s.Last = last, last
	s.Lemma, s.Proper = l.t[last].Lemma, strings.HasPrefix(l.t[last].Tag, "NNP")
	s.Attached, s.Apposition, s.Conjuncts = nil, nil, nil
	s.End = l.t[last].End
	return s
}
