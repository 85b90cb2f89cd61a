package attribution

import (
	"sitrep/extract/article"
	"sitrep/extract/lang"
)

// cut is the token at which a later unit, or a clause that is no longer said,
// ends the content that begins at token lead. It is nil where nothing does.
func (l *line) cut(u *unit, lead int, later []*unit) *int {
	end := l.semicolon(lead)
	for _, k := range [...]int{l.sharing(u, lead), l.mainClause(u, lead)} {
		if k >= 0 && (end < 0 || k < end) {
			end = k
		}
	}
	for _, o := range later {
		if end >= 0 && o.from > end {
			break
		}
		if o.main <= u.main || o.from <= lead {
			continue
		}
		if c := l.resumes(o); c > lead {
			o.echoes = u
			return &c
		}
		if k := l.separate(u, o, lead); k >= 0 {
			for k > lead && (l.mark(k-1) == ',' || l.tag(k-1) == "CC" || l.word(k-1) == "as") {
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

// separate is the token at which the later unit o ends what u says, or -1
// where o is part of it.
func (l *line) separate(u, o *unit, lead int) int {
	k := o.from
	comma, and := l.mark(k-1) == ',', l.tag(k-1) == "CC"
	same := !o.own && o.source.Span == u.source.Span
	switch {
	case comma && o.word.words != nil, // …, according to X
		comma && o.own && k-1 > lead && (l.closes(o) || l.addsOn(o)), // …, state media reported.
		comma && same: // …, adding that
		return k
	case and && (same || o.own), o.own && is("contrast", l.word(k-1)):
		return k - 1
	}
	return -1
}

// semicolon is the first semicolon after token k that is in no quotation, or
// -1.
func (l *line) semicolon(k int) int {
	for ; k < len(l.t); k++ {
		if l.mark(k) == ';' && l.quoteAt(l.t[k].Start) == nil {
			return k
		}
	}
	return -1
}

// mainClause is the comma before the main clause of a sentence that opens
// with the cue's own clause, or -1: though she called it a mistake, | she ….
func (l *line) mainClause(u *unit, lead int) int {
	if u.clause == nil || u.clause.Link != lang.Adverbial {
		return -1
	}
	for _, c := range l.s.Clauses {
		if c.Kind != lang.Finite || c.Link != lang.Root {
			continue
		}
		if s := c.Arg(lang.Subject); s != nil && s.First > lead && l.mark(s.First-1) == ',' {
			return s.First - 1
		}
	}
	return -1
}

// sharing is the comma before a verb that shares the cue's subject, or -1:
// said the vote was fair, and thanked the staff.
func (l *line) sharing(u *unit, lead int) int {
	for _, c := range l.s.Clauses {
		if c.Verb == nil || c.Link != lang.Coordinate || c.Verb.First <= lead || l.tag(c.Verb.First-1) != "CC" {
			continue
		}
		and := c.Verb.First - 1
		comma := l.mark(and-1) == ','
		if !comma && l.word(and) != "but" {
			continue
		}
		for _, a := range c.Args {
			if a.Function == lang.Subject && a.Shared && (a.Group == u.source.Group || comma && !l.acts(a.Group)) {
				if comma {
					return and - 1
				}
				return and
			}
		}
	}
	return -1
}

// clip keeps what is said inside a quotation within it.
func (l *line) clip(u *unit) {
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

// repeat gives a source that is cited what the unit that cites it says, and
// that unit's source as the one who passes it on.
func (l *line) repeat(u *unit, k int) {
	var by *unit
	for i, o := range l.units {
		if !o.echo && len(o.content) > 0 && (i < k || by == nil) {
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
	u.kind = by.word.kind
}

// resumes is the comma before a noun that takes up what was said so that
// another source can answer it, or -1: …, a charge that the army denied.
func (l *line) resumes(o *unit) int {
	k := o.from - 1
	if k < 1 || l.word(k) != "that" && l.word(k) != "which" || !l.closes(o) {
		return -1
	}
	g := l.ends[k-1]
	if g == nil || l.mark(g.First-1) != ',' || words().nouns[l.t[g.Head].Lower] == nil {
		return -1
	}
	return g.First - 1
}

// addsOn says whether a unit ends what it says and a participle of saying goes
// on: …, the officer said, | adding that.
func (l *line) addsOn(u *unit) bool {
	n := l.skipAdjuncts(u.to, u)
	return l.mark(n) == ',' && l.tag(n+1) == "VBG" && words().verbs[l.word(n+1)] != nil
}

// closes says whether a unit ends its sentence without saying anything more.
func (l *line) closes(u *unit) bool {
	n := l.skipAdjuncts(u.to, u)
	return n >= len(l.t) || l.mark(n) == '.'
}
