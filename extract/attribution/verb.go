package attribution

import (
	"slices"
	"strings"

	"sitrep/extract/article"
	"sitrep/extract/lang"
)

// verbCue reads a verb of saying and finds who says it. It returns nil where
// the word at token k is not a verb, or does not tell that something was said.
func (l *parsed) verbCue(k int, h match) *saying {
	u := l.startVerbCue(k, h)
	if u == nil {
		return nil
	}
	v := u.verb
	if h.has(fQuoted) {
		return l.quotedSource(u)
	}
	if h.has(fCites) && v != nil && v.Form == "VBG" {
		if c := l.citedSource(u); c != nil {
			return c
		}
	}
	if v != nil && u.isPassive() && !l.saysByChannel(u) {
		if p := l.bySource(u); p != nil {
			return p
		}
		if !l.unmarkedPast(u) && !l.answersClaim(u) && l.unstoppedSpeaker(v.First, u.lastToken+1) == nil {
			return nil
		}
		u.clause = nil // the tagger took admitted in admitted it had … for a participle
	}
	if l.describesNextSource(k) {
		return nil
	}
	if !h.has(fUninverted) && l.invertedSource(u) {
		return u
	}
	return l.activeCue(u)
}

// startVerbCue returns a saying for the verb at token k, still without its
// source. It returns nil where the word is not a verb, or where the saying is
// not told as a fact.
func (l *parsed) startVerbCue(k int, h match) *saying {
	v := l.s.VerbAt(k)
	if v != nil && v.Main != k || l.partOfName(k) {
		return nil // an auxiliary, a particle
	}
	u := &saying{entry: h.entry, cue: h.Span, cueToken: k, lastToken: k, verb: v, contentFrom: -1}
	if v == nil {
		if !l.isMistaggedVerb(k) {
			return nil
		}
		l.splitGroup(k)
		return u
	}
	u.lastToken = max(v.Last, k)
	if h.particle != "" && u.lastToken == k {
		u.lastToken = k + 1
	}
	u.clause = l.clauses[k]
	if !l.affirmed(u) {
		return nil
	}
	return u
}

// partOfName reports whether the word at token k belongs to a name and is not
// the verb of a headline: the United States to ….
func (l *parsed) partOfName(k int) bool {
	return k > 0 && k+1 < len(l.t) && l.t.Mark(k-1) == 0 && l.t.Mark(k+1) == 0 && l.s.Part == article.Body &&
		article.IsCapital(l.t[k].Text) && !article.IsCapital(l.t[k+1].Text)
}

// activeCue finds the source of a verb among the subjects: its own, the one
// that it shares, or the noun group that its relative clause describes.
func (l *parsed) activeCue(u *saying) *saying {
	if is("reflexive", l.t.Word(u.cueToken+1)) {
		return nil // a group calling itself …
	}
	g, own := l.subject(u)
	if d := l.deedDoer(u); d != nil {
		g, own = d, false
	} else if !own {
		if l.describesNoun(u) {
			return nil
		}
		g = l.sharedSource(u, g)
	}
	if u.has(fClaims) && !l.objectIsClaim(u) && !l.answersClaim(u) {
		return nil
	}
	src, ok := l.speaker(g, u.entry)
	if !ok && l.listsVictims(u, g) {
		src, ok = l.sourceOf(g), true
	}
	if !ok || u.takesCounted() && !l.objectIsCounted(u) || l.hasExceptedObject(u) || u.has(fLabel) && l.t.Word(g.First-1) == "what" {
		return nil // what they call a safe zone
	}
	if src.Start < u.cue.Start && src.End > u.cue.Start {
		src.Span = l.trim(article.Span{Start: src.Start, End: u.cue.Start})
		src.Text = l.text[src.Start:src.End]
	}
	u.source, u.hasSource = src, own
	u.from, u.to = u.firstToken(), u.lastToken+1
	if own {
		u.from = l.officeFrom(u, g.First)
		if l.describesNextSource(u.from - 1) {
			u.from--
		}
	}
	return u
}

// listsVictims reports whether a group that is nobody may be the source of a verb that
// lists: the report | records 40 deaths.
func (l *parsed) listsVictims(u *saying, g *lang.NounGroup) bool {
	return g != nil && u.has(fListed) && l.canSpeak(g) && l.canBeSource(g) && !l.isTime(g) && l.objectIsCounted(u)
}

// objectIsCounted reports whether the verb's object is a number of victims or of
// acts: recorded [40 deaths], counted [150 attacks], lists [nine people killed].
func (l *parsed) objectIsCounted(u *saying) bool {
	k := u.lastToken + 1
	g := l.groupFrom(k)
	if g == nil || g.Numeral.Empty() && g.Number != lang.Plural {
		return false
	}
	return is("counted", l.t[g.Head].Lower) || is("counted", l.t.Word(g.Last+1))
}

// takesCounted reports whether the verb says something with a number of victims or of
// acts only: the register lists 40 people wounded, not the register lists addresses.
func (u *saying) takesCounted() bool { return u.has(fListed) && u.has(fThing) && !u.has(fThat) }

// describesNoun reports whether the verb is a participle that describes a noun
// and reports nothing: a stream called X, drivers reporting losses.
func (l *parsed) describesNoun(u *saying) bool {
	v := u.verb
	return v == nil || v.Form == "VBN" && v.First == v.Main && l.t.Tag(v.First-1) != "CC" && !u.isFinite() || l.reducedThing(u)
}

// isFinite reports whether the clause of the verb is finite and active, whatever its tag says: the
// rebels denied/VBN in a statement that ….
func (u *saying) isFinite() bool {
	return u.clause != nil && u.clause.Kind == lang.Finite && u.clause.Predicate.Voice == lang.Active
}

// officeFrom returns the token at which a source begins, given the first of its
// noun group. It differs where the name of an office has words in brackets:
// Superintendent of Police (City) Karim | said.
func (l *parsed) officeFrom(u *saying, first int) int {
	open := first - 1
	if l.t.Mark(open) != ')' {
		return first
	}
	for open > 0 && open > first-5 && l.t.Mark(open) != '(' {
		open--
	}
	if open == 0 || l.t.Mark(open) != '(' || l.s.GroupTo(open-1) == nil || !strings.HasPrefix(l.t.Tag(first), "NNP") {
		return first
	}
	g := l.outermostGroup(l.s.GroupTo(open - 1))
	if !strings.HasPrefix(l.t.Tag(g.First), "NNP") {
		return first
	}
	u.source.Span.Start = g.Start
	u.source.Text = l.text[u.source.Start:u.source.End]
	return g.First
}

// describesNextSource reports whether the participle at token k only describes
// the source after it: …, informed sources | told the paper.
func (l *parsed) describesNextSource(k int) bool {
	if k < 1 || l.t.Mark(k-1) != ',' || !strings.HasPrefix(l.t.Tag(k), "VB") || l.groupFrom(k+1) == nil {
		return false
	}
	g := l.groupFrom(k + 1)
	v := l.s.VerbAt(min(g.Last+1, len(l.t)))
	return g.Det == "" && v != nil && v.Finite && words().verbs[l.t.Word(v.Main)] != nil && l.sourceKind(g) != ""
}

// reducedThing reports whether the verb is a participle right after the noun
// that it describes, with a thing as its object and not a clause: residents
// reporting outages.
func (l *parsed) reducedThing(u *saying) bool {
	v := u.verb
	if v.Form != "VBG" || v.First == 0 || l.s.GroupTo(v.First-1) == nil || l.governsClause(u) {
		return false
	}
	if g := l.outermostGroup(l.s.GroupTo(v.First - 1)); l.t.Word(g.First-1) == "with" && l.canSpeak(g) {
		return false // with the UN reporting 85 deaths
	}
	n := l.skipAdjuncts(u.lastToken+1, u)
	return u.has(fDocument) || !is("clause word", l.t.Word(n)) && !u.has(fOf) && l.t.Mark(n) != '"' && l.t.Mark(n) != ':'
}

// governsClause reports whether a finite clause is what the verb says, though no that
// opens it: a statement saying | rebels had attacked.
func (l *parsed) governsClause(u *saying) bool {
	return slices.ContainsFunc(l.s.Clauses, u.hasComplement)
}

// hasComplement reports whether a finite clause hangs on that of the saying as what is said.
func (u *saying) hasComplement(c *lang.Clause) bool {
	return u.clause != nil && c.Parent == u.clause && c.Kind == lang.Finite && c.Link == lang.Complement
}

// firstToken returns the first token of the saying's verb group.
func (u *saying) firstToken() int {
	if u.verb != nil {
		return u.verb.First
	}
	return u.cueToken
}

// canSpeak reports whether a group is likely to be somebody: a name, a pronoun,
// a plural, or a noun for a source. The road and the vote are not.
func (l *parsed) canSpeak(g *lang.NounGroup) bool {
	return g.Proper || g.Pronoun || g.Number == lang.Plural || l.sourceKind(g) != ""
}
