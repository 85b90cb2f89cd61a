package attribution

import (
	"strings"

	"sitrep/extract/article"
	"sitrep/extract/lang"
)

// contentEnd returns the token at which the content that begins at token from
// ends, because a later saying or a clause that is not said begins there. It
// returns nil where the content goes to the end of the sentence.
func (l *parsed) contentEnd(u *saying, lead int, later []*saying) *int {
	end := l.semicolon(lead)
	for _, k := range [...]int{l.sharing(u, lead), l.mainClause(u, lead), l.mainVerb(u, lead)} {
		if k >= 0 && (end < 0 || k < end) {
			end = k
		}
	}
	for _, o := range later {
		if end >= 0 && o.from > end {
			break
		}
		if o.cueToken <= u.cueToken || o.from <= lead {
			continue
		}
		if c := l.answeredNoun(o); c > lead {
			o.answers = u
			return &c
		}
		if k := l.otherFrom(u, o, lead); k >= 0 {
			for k > lead && (l.t.Mark(k-1) == ',' || l.t.Tag(k-1) == "CC" || l.t.Word(k-1) == "as") {
				k--
			}
			return &k
		}
	}
	if end >= 0 {
		return &end
	}
	return nil
}

// otherFrom returns the token at which the later saying o ends what u says, or
// -1 where o is part of what u says.
func (l *parsed) otherFrom(u, o *saying, lead int) int {
	k := o.from
	comma, and := l.t.Mark(k-1) == ',', l.t.Tag(k-1) == "CC"
	same := !o.hasSource && o.source.Span == u.source.Span
	switch {
	case comma && o.entry.words != nil, // …, according to X
		comma && o.hasSource && k-1 > lead && (l.endsSentence(o) || l.participleFollows(o)), // …, state media reported.
		comma && same: // …, adding that
		return k
	case and && (same || o.hasSource), o.hasSource && is("contrast", l.t.Word(k-1)):
		return k - 1
	}
	return -1
}

// semicolon returns the first semicolon from token k on that is not in a
// quotation, or -1.
func (l *parsed) semicolon(k int) int {
	for ; k < len(l.t); k++ {
		if l.t.Mark(k) == ';' && l.quoteAt(l.t[k].Start) == nil {
			return k
		}
	}
	return -1
}

// mainClause returns the comma before the main clause of a sentence that opens
// with the saying's own clause, as in though she called it a mistake, | she …,
// or -1.
func (l *parsed) mainClause(u *saying, lead int) int {
	if u.clause == nil || u.clause.Link != lang.Adverbial {
		return -1
	}
	for _, c := range l.s.Clauses {
		if c.Kind != lang.Finite || c.Link != lang.Root {
			continue
		}
		if s := c.Arg(lang.Subject); s != nil && s.First > lead && l.t.Mark(s.First-1) == ',' {
			return s.First - 1
		}
	}
	return -1
}

// mainVerb returns the comma behind a relative clause of saying, where the verb of
// the noun that the clause describes goes on, as in the judge, who accused him of
// fraud, | was found dead; the gunman, who police said wore a mask, | shot nine people, or -1.
func (l *parsed) mainVerb(u *saying, lead int) int {
	inRelative := l.t.Tagged(u.from-1, "WP", "WDT") && l.t.Mark(u.from-2) == ','
	if !inRelative && (u.clause == nil || u.clause.Link != lang.Relative || u.source.Group == nil) {
		return -1
	}
	for _, c := range l.s.Clauses {
		if c.Kind == lang.Finite && c.Verb.First > lead && l.t.Mark(c.Verb.First-1) == ',' && (inRelative || c.Arg(lang.Subject) == u.source.Group) {
			return c.Verb.First - 1
		}
	}
	return -1
}

// sharing returns the comma or conjunction before a coordinate verb that shares the
// subject of the saying, as in said the vote was fair, | and thanked the staff, or -1.
func (l *parsed) sharing(u *saying, lead int) int {
	for _, c := range l.s.Clauses {
		if c.Verb == nil || c.Link != lang.Coordinate || c.Verb.First <= lead || l.t.Tag(c.Verb.First-1) != "CC" {
			continue
		}
		and := c.Verb.First - 1
		comma := l.t.Mark(and-1) == ','
		if !comma && c.Parent == u.clause && u.clause != nil {
			return and // denied that its men had fled | and condemned the attack
		}
		if l.isQuotation(lead, and) {
			return and // ran in shouting "the land is ours" | and shot a guard
		}
		if !comma && l.t.Word(and) != "but" {
			continue
		}
		for _, a := range c.Args {
			if a.Function == lang.Subject && a.Shared && (a.Group == u.source.Group || comma && !l.canSpeak(a.Group)) {
				if comma {
					return and - 1
				}
				return and
			}
		}
	}
	return -1
}

// isQuotation reports whether the tokens before token to, from token from on, are a quotation.
func (l *parsed) isQuotation(from, to int) bool {
	q := l.quoteOpening(l.t[from].Start)
	return q != nil && q.End == l.t[to-1].End
}

// keepInQuotation cuts the content of a saying that stands in a quotation to
// that quotation.
func (l *parsed) keepInQuotation(u *saying) {
	q := l.quoteAt(u.cue.Start)
	if q == nil || !q.double {
		return
	}
	for i, c := range u.content {
		if c.Start < q.Inner.Start && c.End > q.Inner.Start {
			u.content[i].Start = q.Inner.Start
		}
		if c.End > q.Inner.End && c.Start < q.Inner.End {
			u.content[i].End = l.trim(article.Span{Start: u.content[i].Start, End: q.Inner.End}).End
		}
	}
}

// copyContent gives a cited source the content of the saying that cites it, and
// the source of that saying as the one who passes it on.
func (l *parsed) copyContent(u *saying, k int) {
	var by *saying
	for i, o := range l.sayings {
		if !o.cited && len(o.content) > 0 && (i < k || by == nil) {
			by = o
		}
	}
	if by == nil {
		return
	}
	for i, c := range by.content {
		if c.Contains(u.cue) {
			c.End = l.trim(article.Span{Start: c.Start, End: u.cue.Start}).End
			by.content[i] = c
		}
	}
	u.content = append(u.content, by.content...)
	u.via = append(u.via, by.source)
	u.kind = by.entry.kind
}

// answeredNoun returns the comma before the words for what was said that the source of
// o answers, a noun or which, or -1: …, a charge that the army denied; …, which the army denied.
func (l *parsed) answeredNoun(o *saying) int {
	if !l.endsSentence(o) {
		return -1
	}
	if o.entry.kind == Denied && l.t.Word(o.from-1) == "which" && l.t.Mark(o.from-2) == ',' {
		return o.from - 2
	}
	if g := l.claimBefore(min(o.from, o.cueToken)); g != nil {
		return g.First - 1
	}
	return -1
}

// isOfSaying reports whether the content is only a word for what was said before: but the army
// denied [this]; [a claim] rejected by the army.
func (l *parsed) isOfSaying(u *saying) bool {
	if len(u.content) != 1 {
		return false
	}
	words := strings.Fields(strings.ToLower(l.text[u.content[0].Start:u.content[0].End]))
	return len(words) > 0 && len(words) < 3 && isClaim(words[len(words)-1])
}

// isClaim reports whether a noun or pronoun stands for what was said: a charge, something, it.
func isClaim(word string) bool { return words().nouns[word] != nil || is("claim", word) }

// claimBefore returns the noun for what was said, behind a comma, that a relative clause whose
// subject begins at token k is about, or nil: [a charge] that | the army denied.
func (l *parsed) claimBefore(k int) *lang.NounGroup {
	k--
	if l.t.Word(k) == "that" || l.t.Word(k) == "which" {
		k--
	}
	if k < 1 {
		return nil
	}
	g := l.s.GroupTo(k)
	if g == nil || l.t.Mark(g.First-1) != ',' || !isClaim(l.t.Word(g.Head)) {
		return nil
	}
	return g
}

// answersClaim reports whether what was said stands before the source right before a verb
// that is no passive, so that the verb has it as its object: a claim (that) the rebels
// rejected.
func (l *parsed) answersClaim(u *saying) bool {
	g, v := l.s.GroupTo(u.firstToken()-1), u.verb
	if g == nil || v == nil || v.First != v.Main && (!v.Perfect || v.Voice == lang.Passive) {
		return false
	}
	return l.claimBefore(g.First) != nil
}

// participleFollows reports whether a participle of saying follows the saying
// after a comma: …, the officer said, | adding that.
func (l *parsed) participleFollows(u *saying) bool {
	n := l.skipAdjuncts(u.to, u)
	return l.t.Mark(n) == ',' && l.t.Tag(n+1) == "VBG" && words().verbs[l.t.Word(n+1)] != nil
}

// endsSentence reports whether nothing follows the saying in its sentence.
func (l *parsed) endsSentence(u *saying) bool {
	n := l.skipAdjuncts(u.to, u)
	return n >= len(l.t) || l.t.Mark(n) == '.'
}
