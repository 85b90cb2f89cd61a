package attribution

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/extract/article"
	"sitrep/extract/lang"
)

// speaker makes a source of a noun group, or of the author where the group is a
// document with one. ok is false where the group cannot be the source of w.
func (l *parsed) speaker(g *lang.NounGroup, w *entry) (Source, bool) {
	if g == nil || l.isTime(g) || !l.canBeSource(g) {
		return Source{}, false
	}
	if a := l.author(g); a != nil {
		return l.sourceOf(a), true
	}
	kind := l.sourceKind(g)
	switch {
	case w.has(fDocument) && kind != "document" && !l.isPaper(g),
		w.has(fListed) && kind == "",
		w.has(fAgent) && (kind == "" || kind == "document"):
		return Source{}, false
	}
	return l.sourceOf(g), true
}

// canBeSource reports whether a group can be who says something. We, that, the
// there of there were, and no official cannot.
func (l *parsed) canBeSource(g *lang.NounGroup) bool {
	h := l.t[g.Head]
	if (g.Pronoun || h.Tag == "PRP") && is("no speaker", h.Lower) || is("nobody", h.Lower) {
		return false
	}
	switch h.Tag {
	case "EX", "WDT", "WP", "WRB", "MD", "IN", "TO":
		return false
	}
	return g.Det != "no" && g.Det != "neither" && l.word(g.First) != "no" && l.word(g.First-1) != "no"
}

// sourceKind returns the kind of source that the group's head names, as
// data/sources.csv has it, or "".
func (l *parsed) sourceKind(g *lang.NounGroup) string {
	h := l.t[g.Head]
	lex := words()
	for _, w := range []string{h.Lemma, h.Lower, strings.TrimSuffix(h.Lower, "s")} {
		if k := lex.sources[w]; k != "" {
			return k
		}
	}
	return ""
}

// isPaper reports whether the group's head is a noun for something with an
// author: a statement, a report.
func (l *parsed) isPaper(g *lang.NounGroup) bool {
	w := words().nouns[l.t[g.Head].Lower]
	return w != nil && w.has(fPaper) && l.isNoun(g.Head)
}

// author returns whom a statement, a report or a claim is by, or nil: X's
// statement, a statement by X, a report from X.
func (l *parsed) author(g *lang.NounGroup) *lang.NounGroup {
	w := words().nouns[l.t[g.Head].Lower]
	if w == nil {
		return nil
	}
	for _, c := range g.Relative {
		if by := c.Arg(lang.By); by != nil && c.Kind == lang.Participle {
			return by
		}
	}
	for _, a := range g.Attached {
		if a.Prep == "of" && w.has(fOf) && !l.isResponsibility(a.Group.First) {
			break // reports of killings | by the militia
		}
		if (a.Prep == "by" || a.Prep == "from") && l.attachedTo[a.Group] == g && !l.isTime(a.Group) && !l.isPaper(a.Group) && !l.fromPlace(g, a) {
			return a.Group
		}
	}
	if p := g.Possessor; p != nil && !l.isTime(p) {
		return p
	}
	return l.original(g)
}

// fromPlace reports whether reports come from a place and not from somebody:
// reports from Mopti, not reports from Reuters or from the ministry.
func (l *parsed) fromPlace(g *lang.NounGroup, a *lang.Attachment) bool {
	if a.Prep != "from" || g.Number != lang.Plural || !a.Group.Proper || l.sourceKind(a.Group) != "" {
		return false
	}
	_, outlet := l.outletAt(a.Group.Start)
	return !outlet
}

// original returns the author of what a document was taken from, as in an image
// from a video released by X, or nil.
func (l *parsed) original(g *lang.NounGroup) *lang.NounGroup {
	var from []*lang.NounGroup
	for _, a := range g.Attached {
		if a.Prep == "from" || a.Prep == "of" {
			from = append(from, a.Group)
		}
	}
	for _, c := range g.Relative {
		for _, a := range c.Args {
			if a.Function == lang.Oblique && a.Prep == "from" {
				from = append(from, a.Group)
			}
		}
	}
	for _, o := range from {
		// What stands before the document cannot be what it was taken from,
		// so this comes to an end.
		if o.First > g.First && l.isPaper(o) {
			if a := l.author(o); a != nil {
				return a
			}
			return o
		}
	}
	return nil
}

// sourceOf returns the source that a group is, with the title or description
// before a name, or with what describes a group that is not a name.
func (l *parsed) sourceOf(g *lang.NounGroup) Source {
	first, last := g.First, l.sourceEnd(g)
	named := l.alias(last + 1)
	if named != nil {
		last = l.phraseEnd(named, true)
	}
	for k := first + 1; k < last && named == nil; k++ {
		if is("reflexive", l.word(k)) { // a group calling itself X
			named = l.groupFrom[k+1]
		}
	}
	for last > first && l.mark(first) != 0 {
		first++
	}
	span := article.Span{Start: l.t[first].Start, End: l.t[last].End}
	return Source{Span: span, Text: l.text[span.Start:span.End], Group: g, Named: named, Document: l.sourceKind(g) == "document"}
}

// sourceEnd returns the last token of a source with what tells who it is.
func (l *parsed) sourceEnd(g *lang.NounGroup) int {
	proper := g.Proper && !l.isTitle(g)
	last := l.phraseEnd(g, proper)
	if !proper {
		if a := g.Apposition; a != nil && a.Proper && a.First > last && a.First <= last+2 && l.t[a.First-1].Lower == "," {
			last = a.Last // a spokesman, John Smith
		}
		if end := l.namedAfterComma(g, last); end > last {
			last = end
		}
		if o := l.groupFrom[min(last+3, len(l.t))]; o != nil && strings.HasPrefix(l.tag(last+1), "JJ") && l.tag(last+2) == "IN" {
			last = l.phraseEnd(o, false) // people familiar with the matter
		}
	}
	for _, c := range g.Conjuncts {
		if c.First > last && l.onlyJoined(last+1, c.First) {
			last = l.phraseEnd(c, c.Proper)
		}
	}
	return last
}

// namedAfterComma returns the last token of the name after a comma that tells
// who a person is, as in a resident of the town, | Mohammed Hassan, said, or
// -1.
func (l *parsed) namedAfterComma(g *lang.NounGroup, last int) int {
	a := l.groupFrom[min(last+2, len(l.t))]
	if a == nil || l.mark(last+1) != ',' || !a.Proper || l.sourceKind(g) != "person" || g.Number == lang.Plural {
		return -1
	}
	if end := l.phraseEnd(a, true); l.boundary(end+1) && l.mark(end+1) != '.' {
		return end
	}
	return -1
}

// alias returns the name that a participle at token k gives to what stands
// before it, as in the coalition | known as the Front of Hope, or nil.
func (l *parsed) alias(k int) *lang.NounGroup {
	if !is("naming", l.word(k)) || l.tag(k) != "VBN" {
		return nil
	}
	k++
	if l.word(k) == "as" {
		k++
	}
	if g := l.groupFrom[min(k, len(l.t))]; g != nil && g.Proper {
		return g
	}
	return nil
}

// isTitle reports whether a capitalised group is a title or an office and not a
// name: Foreign Office Minister.
func (l *parsed) isTitle(g *lang.NounGroup) bool {
	return words().sources[strings.ToLower(l.t[g.Head].Text)] == "person"
}

// onlyJoined reports whether only commas, conjunctions and adverbs stand from
// token i up to k.
func (l *parsed) onlyJoined(i, k int) bool {
	for ; i < k; i++ {
		if l.word(i) != "," && l.tag(i) != "CC" && !strings.HasPrefix(l.tag(i), "RB") {
			return false
		}
	}
	return true
}

// subject returns who does what the verb says: the subject of its clause, the
// noun that its relative clause describes, or the subject that it shares. own
// is set where that stands in the verb's own clause.
func (l *parsed) subject(u *saying) (g *lang.NounGroup, own bool) {
	first := u.firstToken()
	if g := l.unstoppedSpeaker(first, u.lastToken+1); g != nil {
		return g, true
	}
	if u.clause != nil {
		for _, a := range u.clause.Args {
			if a.Function == lang.Subject {
				return l.clauseSubject(a, first)
			}
		}
	}
	if g := l.groupAt[u.cueToken]; g != nil && u.verb == nil && g.First < u.cueToken {
		if h := l.wholeGroup(g); h != g && (h.Number == lang.Plural || l.mark(h.First-1) == ',') {
			return h, true
		}
		return l.cutAfter(g, u.cueToken-1), true
	}
	if g := l.beforeDate(first); g != nil {
		return g, true
	}
	k := first - 1
	for strings.HasPrefix(l.tag(k), "RB") {
		k--
	}
	if k < 0 || l.groupTo[k] == nil {
		return nil, false
	}
	if g := l.lastOfList(l.groupTo[k]); g != nil {
		return g, true
	}
	return l.repairedSubject(l.outermostGroup(l.groupTo[k])), true
}

// clauseSubject returns whom the subject argument a of a clause stands for. The
// verb group of the clause begins at token first.
func (l *parsed) clauseSubject(a lang.Arg, first int) (g *lang.NounGroup, own bool) {
	g = l.repairedSubject(a.Group)
	if a.Shared {
		if o := l.beforeComma(first); o != nil {
			return o, true
		}
		return g, false
	}
	if g.First >= first {
		return nil, false
	}
	if e := l.groupTo[first-1]; e != nil && slices.Contains(g.Conjuncts, e) && l.sourceKind(e) != "" && l.sourceKind(g) == "" {
		if c := l.lastOfList(e); c != nil && c.First > g.Last {
			return c, true
		}
	}
	return g, g.Last < first
}

// unstoppedSpeaker returns the source right before a verb of saying that ends
// its sentence without a full stop, as in … from across the border | officials
// said The gunmen …, or nil. The verb group begins at token verb; next is the
// token after it.
func (l *parsed) unstoppedSpeaker(verb, next int) *lang.NounGroup {
	reported := next < len(l.t) && l.precedesOutlet(next)
	if !l.opensUnmarked(next) && !reported || verb == 0 || l.groupTo[verb-1] == nil || !l.saidBefore(verb) {
		return nil
	}
	g := l.groupTo[verb-1]
	if !reported && (g.Proper || l.sourceKind(g) == "") || l.mark(g.First-1) != 0 {
		return nil
	}
	return g
}

// opensUnmarked reports whether a sentence seems to begin at token k although
// no full stop ends the one before.
func (l *parsed) opensUnmarked(k int) bool {
	return k < len(l.t) && l.mark(k) == 0 && capitalised(l.t[k].Text) && !strings.HasPrefix(l.tag(k), "NN") && !strings.HasPrefix(l.tag(k), "JJ") && l.word(k) != "i"
}

// lastOfList returns the source at the end of a sentence that the clause
// builder took for the last members of the list before it, or nil: … killed
// nine men, | health and police officials said.
func (l *parsed) lastOfList(g *lang.NounGroup) *lang.NounGroup {
	first := g.First
	for first > 1 && l.tag(first-1) == "CC" && l.groupTo[first-2] != nil {
		first = l.groupTo[first-2].First
	}
	if first == 0 || l.mark(first-1) != ',' || !l.saidBefore(first) || l.attachedTo[g] != nil {
		return nil
	}
	c := *g
	c.First, c.Start = first, l.t[first].Start
	c.Coordinated, c.Conjuncts = nil, nil
	return &c
}

// beforeComma returns the name that a comma separates from its verb, which
// begins at token first, or nil: "…," Colonel X, | said.
func (l *parsed) beforeComma(first int) *lang.NounGroup {
	if first < 2 || l.mark(first-1) != ',' {
		return nil
	}
	g := l.groupTo[first-2]
	if g == nil || !g.Proper || l.isTime(g) {
		return nil
	}
	if m := l.mark(g.First - 1); m != '"' && g.First > 0 {
		return nil
	}
	return g
}

// beforeDate returns the group that a date between commas separates from its
// verb, which begins at token first, or nil: the ministry, on May 11, 2016, |
// said.
func (l *parsed) beforeDate(first int) *lang.NounGroup {
	k := first - 1
	if l.mark(k) != ',' {
		return nil
	}
	dated := false
	for k > 0 {
		g := l.groupAt[k]
		switch {
		case l.mark(k) == ',', dated && l.tag(k) == "IN":
		case l.tag(k) == "CD", g != nil && l.isTime(g):
			dated = true
		default:
			if !dated || l.groupTo[k] == nil {
				return nil
			}
			return l.wholeGroup(l.groupTo[k])
		}
		k--
	}
	return nil
}

// wholeGroup returns the group that g hangs on by prepositions and relative
// clauses: image, for agency in an image released by the agency.
func (l *parsed) wholeGroup(g *lang.NounGroup) *lang.NounGroup {
	g = l.outermostGroup(g)
	for i := len(l.s.Nouns) - 1; i >= 0; i-- {
		o := l.s.Nouns[i]
		if o.Last >= g.First {
			continue
		}
		for _, c := range o.Relative {
			for _, a := range c.Args {
				if !a.Shared && a.Group == g {
					g = l.outermostGroup(o)
				}
			}
		}
	}
	return g
}

// repairedSubject returns the group that the subject g stands for where the
// clause builder has begun it too late: the site Ajel.org reported; [a group]
// calling itself X said.
func (l *parsed) repairedSubject(g *lang.NounGroup) *lang.NounGroup {
	k := g.First
	if k > 1 && is("domain", l.word(k)) && l.mark(k-1) == '.' && l.groupTo[k-2] != nil {
		site := *l.groupTo[k-2] // the site Ajel. | org reported
		site.Last, site.End = g.Last, g.End
		return &site
	}
	// An eyewitness, speaking to the radio by phone said …
	for m := k - 1; m > 1 && m > k-8 && l.mark(m) == 0; m-- {
		if l.tag(m) == "VBG" && l.mark(m-1) == ',' && l.groupTo[m-2] != nil {
			return l.outermostGroup(l.groupTo[m-2])
		}
	}
	if k > 2 && is("reflexive", l.word(k-1)) && l.tag(k-2) == "VBG" && l.groupTo[k-3] != nil {
		named := *l.outermostGroup(l.groupTo[k-3])
		named.Last, named.Attached, named.Apposition, named.Conjuncts = l.phraseEnd(g, false), nil, nil, nil
		named.End = l.t[named.Last].End
		return &named
	}
	return g
}

// cutAfter returns a copy of the group that ends at token last, for where the
// tagger took the verb after it for its head: the government | claims to.
func (l *parsed) cutAfter(g *lang.NounGroup, last int) *lang.NounGroup {
	s := *g
	s.Head, s.Last = last, last
	s.Lemma, s.Proper = l.t[last].Lemma, strings.HasPrefix(l.t[last].Tag, "NNP")
	s.Attached, s.Apposition, s.Conjuncts = nil, nil, nil
	s.End = l.t[last].End
	return &s
}

// withoutName returns the group without a name at its end that is the subject
// of the verb after it: in a statement | Chad had …; as per police sources |
// Maoists had …. The name becomes a group of its own.
func (l *parsed) withoutName(g *lang.NounGroup) *lang.NounGroup {
	if l.verbs[min(g.Last+1, len(l.t)-1)] == nil {
		return g
	}
	for k := g.Last - 1; k >= g.First; k-- {
		t := l.t[k]
		if !capitalised(t.Text) && capitalised(l.t[k+1].Text) && (words().channels[t.Lower] || words().sources[t.Lemma] != "") {
			l.splitGroup(k)
			return l.cutAfter(g, k)
		}
	}
	return g
}

// isNoSubject reports whether the group is not the subject of any clause.
func (l *parsed) isNoSubject(g *lang.NounGroup) bool {
	for _, c := range l.s.Clauses {
		if c.Kind == lang.Finite && c.Verb != nil && c.Arg(lang.Subject) == g {
			return false
		}
	}
	return true
}

// capitalised reports whether the text begins with a capital letter.
func capitalised(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(r)
}
