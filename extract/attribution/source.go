package attribution

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/extract/article"
	"sitrep/extract/lang"
)

// speaker makes a source of a noun group; ok is false where it can be none.
// For a document whose author is named it is the author.
func (l *line) speaker(g *lang.NounGroup, w *word) (Source, bool) {
	if g == nil || l.time(g) || !l.someone(g) {
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

// someone reports whether a group can be somebody: not we or that, not there in
// there were, not no official.
func (l *line) someone(g *lang.NounGroup) bool {
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

func (l *line) sourceKind(g *lang.NounGroup) string {
	h := l.t[g.Head]
	lex := words()
	for _, w := range []string{h.Lemma, h.Lower, strings.TrimSuffix(h.Lower, "s")} {
		if k := lex.sources[w]; k != "" {
			return k
		}
	}
	return ""
}

// isPaper says whether the group's head is a noun for what has an author.
func (l *line) isPaper(g *lang.NounGroup) bool {
	w := words().nouns[l.t[g.Head].Lower]
	return w != nil && w.has(fPaper) && l.noun(g.Head)
}

// author is whom a statement, a report or a claim is by: X's statement, a
// statement by X, a report from X.
func (l *line) author(g *lang.NounGroup) *lang.NounGroup {
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
		if a.Prep == "of" && w.has(fOf) && !l.responsibility(a.Group.First) {
			break // reports of killings | by the militia
		}
		if (a.Prep == "by" || a.Prep == "from") && l.hanger[a.Group] == g && !l.time(a.Group) && !l.isPaper(a.Group) && !l.fromPlace(g, a) {
			return a.Group
		}
	}
	if p := g.Possessor; p != nil && !l.time(p) {
		return p
	}
	return l.original(g)
}

// fromPlace says whether reports come from a place and not from somebody:
// reports from Mopti, against reports from Reuters, from the ministry.
func (l *line) fromPlace(g *lang.NounGroup, a *lang.Attachment) bool {
	if a.Prep != "from" || g.Number != lang.Plural || !a.Group.Proper || l.sourceKind(a.Group) != "" {
		return false
	}
	_, outlet := l.outletAt(a.Group.Start)
	return !outlet
}

// original is the author of what a document was taken from: an image from a
// video released by X, a picture taken from X's film.
func (l *line) original(g *lang.NounGroup) *lang.NounGroup {
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

// sourceOf spans a source: a title or description before a name with it, what
// trails behind a name without.
func (l *line) sourceOf(g *lang.NounGroup) Source {
	first, last := g.First, l.sourceEnd(g)
	named := l.alias(last + 1)
	if named != nil {
		last = l.phraseEnd(named, true)
	}
	for k := first + 1; k < last && named == nil; k++ {
		if is("reflexive", l.word(k)) { // a group calling itself X
			named = l.starts[k+1]
		}
	}
	for last > first && l.mark(first) != 0 {
		first++
	}
	span := article.Span{Start: l.t[first].Start, End: l.t[last].End}
	return Source{Span: span, Text: l.text[span.Start:span.End], Group: g, Named: named, Document: l.sourceKind(g) == "document"}
}

// sourceEnd is the last token of a source, with what tells who it is.
func (l *line) sourceEnd(g *lang.NounGroup) int {
	proper := g.Proper && !l.titled(g)
	last := l.phraseEnd(g, proper)
	if !proper {
		if a := g.Apposition; a != nil && a.Proper && a.First > last && a.First <= last+2 && l.t[a.First-1].Lower == "," {
			last = a.Last // a spokesman, John Smith
		}
		if end := l.namedAfterComma(g, last); end > last {
			last = end
		}
		if o := l.starts[min(last+3, len(l.t))]; o != nil && strings.HasPrefix(l.tag(last+1), "JJ") && l.tag(last+2) == "IN" {
			last = l.phraseEnd(o, false) // people familiar with the matter
		}
	}
	for _, c := range g.Conjuncts {
		if c.First > last && l.joined(last+1, c.First) {
			last = l.phraseEnd(c, c.Proper)
		}
	}
	return last
}

// namedAfterComma is the last token of the name that tells who a person is, or
// -1: a resident of the town, | Mohammed Hassan, said.
func (l *line) namedAfterComma(g *lang.NounGroup, last int) int {
	a := l.starts[min(last+2, len(l.t))]
	if a == nil || l.mark(last+1) != ',' || !a.Proper || l.sourceKind(g) != "person" || g.Number == lang.Plural {
		return -1
	}
	if end := l.phraseEnd(a, true); l.boundary(end+1) && l.mark(end+1) != '.' {
		return end
	}
	return -1
}

// alias is the name that a participle at token k gives to what stands before
// it: the coalition | known as the Front of Hope. It is nil where there is none.
func (l *line) alias(k int) *lang.NounGroup {
	if !is("naming", l.word(k)) || l.tag(k) != "VBN" {
		return nil
	}
	k++
	if l.word(k) == "as" {
		k++
	}
	if g := l.starts[min(k, len(l.t))]; g != nil && g.Proper {
		return g
	}
	return nil
}

// titled says whether a capitalised group is a title or an office and not a
// name: Foreign Office Minister.
func (l *line) titled(g *lang.NounGroup) bool {
	return words().sources[strings.ToLower(l.t[g.Head].Text)] == "person"
}

// joined reports whether only commas, conjunctions and adverbs stand from token i to k.
func (l *line) joined(i, k int) bool {
	for ; i < k; i++ {
		if l.word(i) != "," && l.tag(i) != "CC" && !strings.HasPrefix(l.tag(i), "RB") {
			return false
		}
	}
	return true
}

// subject finds who does what the unit's verb says: the clause's own subject,
// the noun that a relative clause hangs on, or the subject it shares. own is
// set where it stands in the clause.
func (l *line) subject(u *unit) (g *lang.NounGroup, own bool) {
	first := u.verb0()
	if g := l.unstoppedSpeaker(first, u.last+1); g != nil {
		return g, true
	}
	if u.clause != nil {
		for _, a := range u.clause.Args {
			if a.Function == lang.Subject {
				return l.clauseSubject(a, first)
			}
		}
	}
	if g := l.in[u.main]; g != nil && u.verb == nil && g.First < u.main {
		if h := l.whole(g); h != g && (h.Number == lang.Plural || l.mark(h.First-1) == ',') {
			return h, true
		}
		return l.shrunk(g, u.main-1), true
	}
	if g := l.beforeDate(first); g != nil {
		return g, true
	}
	k := first - 1
	for strings.HasPrefix(l.tag(k), "RB") {
		k--
	}
	if k < 0 || l.ends[k] == nil {
		return nil, false
	}
	if g := l.closing(l.ends[k]); g != nil {
		return g, true
	}
	return l.repaired(l.top(l.ends[k])), true
}

// clauseSubject is who the subject of a clause stands for whose verb begins at
// token first.
func (l *line) clauseSubject(a lang.Arg, first int) (g *lang.NounGroup, own bool) {
	g = l.repaired(a.Group)
	if a.Shared {
		if o := l.beforeComma(first); o != nil {
			return o, true
		}
		return g, false
	}
	if g.First >= first {
		return nil, false
	}
	if e := l.ends[first-1]; e != nil && slices.Contains(g.Conjuncts, e) && l.sourceKind(e) != "" && l.sourceKind(g) == "" {
		if c := l.closing(e); c != nil && c.First > g.Last {
			return c, true
		}
	}
	return g, g.Last < first
}

// unstoppedSpeaker is the source right before a verb of saying that ends its
// sentence without a full stop: … from across the border | officials said The
// gunmen …. It is nil where the sentence goes on otherwise.
func (l *line) unstoppedSpeaker(verb, next int) *lang.NounGroup {
	reported := next < len(l.t) && l.trailingReport(next)
	if !l.opensUnmarked(next) && !reported || verb == 0 || l.ends[verb-1] == nil || !l.saidBefore(verb) {
		return nil
	}
	g := l.ends[verb-1]
	if !reported && (g.Proper || l.sourceKind(g) == "") || l.mark(g.First-1) != 0 {
		return nil
	}
	return g
}

// opensUnmarked says whether a sentence begins at token k though no mark ends
// the one before.
func (l *line) opensUnmarked(k int) bool {
	return k < len(l.t) && l.mark(k) == 0 && capitalised(l.t[k].Text) && !strings.HasPrefix(l.tag(k), "NN") && !strings.HasPrefix(l.tag(k), "JJ") && l.word(k) != "i"
}

// closing is the source at the end of a sentence that was taken for the last
// members of a list before its comma: … killed nine men, | health and police
// officials said. It is nil where there is no such comma.
func (l *line) closing(g *lang.NounGroup) *lang.NounGroup {
	first := g.First
	for first > 1 && l.tag(first-1) == "CC" && l.ends[first-2] != nil {
		first = l.ends[first-2].First
	}
	if first == 0 || l.mark(first-1) != ',' || !l.saidBefore(first) || l.hanger[g] != nil {
		return nil
	}
	c := *g
	c.First, c.Start = first, l.t[first].Start
	c.Coordinated, c.Conjuncts = nil, nil
	return &c
}

// beforeComma is a name set off by a comma from the cue at token first, where
// it opens its clause: "…," Colonel X, | said. It is nil where none is.
func (l *line) beforeComma(first int) *lang.NounGroup {
	if first < 2 || l.mark(first-1) != ',' {
		return nil
	}
	g := l.ends[first-2]
	if g == nil || !g.Proper || l.time(g) {
		return nil
	}
	if m := l.mark(g.First - 1); m != '"' && g.First > 0 {
		return nil
	}
	return g
}

// beforeDate is the group that a date between commas separates from the cue at
// token first: the ministry, on May 11, 2016, | said. It is nil where none is.
func (l *line) beforeDate(first int) *lang.NounGroup {
	k := first - 1
	if l.mark(k) != ',' {
		return nil
	}
	dated := false
	for k > 0 {
		g := l.in[k]
		switch {
		case l.mark(k) == ',', dated && l.tag(k) == "IN":
		case l.tag(k) == "CD", g != nil && l.time(g):
			dated = true
		default:
			if !dated || l.ends[k] == nil {
				return nil
			}
			return l.whole(l.ends[k])
		}
		k--
	}
	return nil
}

// whole is the group that g hangs on by prepositions and relative clauses:
// from agency to image in an image released by the agency.
func (l *line) whole(g *lang.NounGroup) *lang.NounGroup {
	g = l.top(g)
	for i := len(l.s.Nouns) - 1; i >= 0; i-- {
		o := l.s.Nouns[i]
		if o.Last >= g.First {
			continue
		}
		for _, c := range o.Relative {
			for _, a := range c.Args {
				if !a.Shared && a.Group == g {
					g = l.top(o)
				}
			}
		}
	}
	return g
}

// repaired is the group that a subject stands for where the clause builder
// takes a word too late: the site Ajel.org reported; [a group] calling itself X
// said.
func (l *line) repaired(g *lang.NounGroup) *lang.NounGroup {
	k := g.First
	if k > 1 && is("domain", l.word(k)) && l.mark(k-1) == '.' && l.ends[k-2] != nil {
		site := *l.ends[k-2] // the site Ajel. | org reported
		site.Last, site.End = g.Last, g.End
		return &site
	}
	// An eyewitness, speaking to the radio by phone said …
	for m := k - 1; m > 1 && m > k-8 && l.mark(m) == 0; m-- {
		if l.tag(m) == "VBG" && l.mark(m-1) == ',' && l.ends[m-2] != nil {
			return l.top(l.ends[m-2])
		}
	}
	if k > 2 && is("reflexive", l.word(k-1)) && l.tag(k-2) == "VBG" && l.ends[k-3] != nil {
		named := *l.top(l.ends[k-3])
		named.Last, named.Attached, named.Apposition, named.Conjuncts = l.phraseEnd(g, false), nil, nil, nil
		named.End = l.t[named.Last].End
		return &named
	}
	return g
}

// shrunk is a group that ends at token last, where the tagger has drawn a verb
// into it: the government | claims to.
func (l *line) shrunk(g *lang.NounGroup, last int) *lang.NounGroup {
	s := *g
	s.Head, s.Last = last, last
	s.Lemma, s.Proper = l.t[last].Lemma, strings.HasPrefix(l.t[last].Tag, "NNP")
	s.Attached, s.Apposition, s.Conjuncts = nil, nil, nil
	s.End = l.t[last].End
	return &s
}

// unfused is a group without the name that the tagger has drawn into it, where
// that name is the subject of the verb after it: in a statement | Chad had …;
// as per police sources | Maoists had …. The name gets a group of its own.
func (l *line) unfused(g *lang.NounGroup) *lang.NounGroup {
	if l.verbs[min(g.Last+1, len(l.t)-1)] == nil {
		return g
	}
	for k := g.Last - 1; k >= g.First; k-- {
		t := l.t[k]
		if !capitalised(t.Text) && capitalised(l.t[k+1].Text) && (words().channels[t.Lower] || words().sources[t.Lemma] != "") {
			l.split(k)
			return l.shrunk(g, k)
		}
	}
	return g
}

// noFinite says whether no clause has the group as its subject.
func (l *line) noFinite(g *lang.NounGroup) bool {
	for _, c := range l.s.Clauses {
		if c.Kind == lang.Finite && c.Verb != nil && c.Arg(lang.Subject) == g {
			return false
		}
	}
	return true
}

// capitalised says whether the span begins with a capital letter.
func capitalised(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(r)
}
