package attribution

import (
	"strings"

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
	return g.Det != "no" && g.Det != "neither" && l.t.Word(g.First) != "no" && l.t.Word(g.First-1) != "no"
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
	return w != nil && w.has(fPaper) && l.t.Noun(g.Head)
}

// author returns whom a statement, a report or a claim is by, or nil: X's
// statement, a statement by X, a report from X.
func (l *parsed) author(g *lang.NounGroup) *lang.NounGroup {
	w := words().nouns[l.t[g.Head].Lower]
	if w == nil {
		return nil
	}
	for _, c := range g.Relative {
		if by := c.Arg(lang.By); by != nil && c.Kind == lang.Participle && !is("seeing", c.Predicate.Lemma) {
			return by // but not of a report seen by a paper
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
	if by := l.issuer(g); by != nil {
		return by
	}
	return l.original(g)
}

// issuer returns who has given out a paper, the subject of the verb whose object it is, or
// nil: [the army] issued a statement.
func (l *parsed) issuer(g *lang.NounGroup) *lang.NounGroup {
	for _, c := range l.s.Clauses {
		if c.Arg(lang.Object) == g && c.Predicate.Voice == lang.Active && is("issuing", c.Predicate.Lemma) {
			return c.Arg(lang.Subject)
		}
	}
	return nil
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
		if is("reflexive", l.t.Word(k)) { // a group calling itself X
			named = l.groupFrom(k + 1)
		}
	}
	for last > first && l.t.Mark(first) != 0 {
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
		if o := l.groupFrom(last + 3); o != nil && strings.HasPrefix(l.t.Tag(last+1), "JJ") && l.t.Tag(last+2) == "IN" {
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
	a := l.groupFrom(last + 2)
	if a == nil || l.t.Mark(last+1) != ',' || !a.Proper || l.sourceKind(g) != "person" || g.Number == lang.Plural {
		return -1
	}
	if end := l.phraseEnd(a, true); l.boundary(end+1) && l.t.Mark(end+1) != '.' {
		return end
	}
	return -1
}

// alias returns the name that a participle at token k gives to what stands
// before it, as in the coalition | known as the Front of Hope, or nil.
func (l *parsed) alias(k int) *lang.NounGroup {
	if !is("naming", l.t.Word(k)) || l.t.Tag(k) != "VBN" {
		return nil
	}
	k++
	if l.t.Word(k) == "as" {
		k++
	}
	if g := l.groupFrom(k); g != nil && g.Proper {
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
	return !lang.AnyIn(i, k, func(n int) bool { return l.t.Word(n) != "," && l.t.Tag(n) != "CC" && !l.t.Adverb(n) })
}
