package attribution

import (
	"sort"
	"strings"
	"unicode"
)

// minQuoted is the fewest words in an unfinished quotation that is taken for
// speech, and not for a title or a single word in quotation marks.
const minQuoted = 4

// attributeQuotations gives quotations without a cue of their own to whoever
// spoke before them in the same paragraph, or in the one before.
func (r *reader) attributeQuotations() {
	sort.SliceStable(r.found, func(i, j int) bool { return r.found[i].Cue.Start < r.found[j].Cue.Start })
	for i := range r.quotes {
		q := &r.quotes[i]
		inner := r.text[q.Inner.Start:q.Inner.End]
		whole := strings.HasSuffix(inner, ".") || strings.HasSuffix(inner, "!") || strings.HasSuffix(inner, "?")
		if r.isAttributed(q) || !whole && len(strings.Fields(inner)) < minQuoted {
			continue
		}
		n := r.sentenceAt(q.Start)
		if n < 0 || r.trimLeft(r.d.Sentences[n].Start) < q.Start {
			continue // words quoted within a sentence
		}
		if a := r.speakerBefore(q, n); a != nil {
			a.Content = append(a.Content, q.Inner)
		}
	}
}

// trimLeft returns the offset of the first character from at on that is not
// white space.
func (r *reader) trimLeft(at int) int {
	return at + len(r.text[at:]) - len(strings.TrimLeftFunc(r.text[at:], unicode.IsSpace))
}

// cueReach is the most bytes between a quotation and the cue that introduces
// it. They share a sentence, and no sentence is longer.
const cueReach = 2500

// cuesBetween returns the attributions whose cues begin between two offsets.
func (r *reader) cuesBetween(from, to int) []*Attribution {
	i := sort.Search(len(r.found), func(i int) bool { return r.found[i].Cue.Start >= from })
	k := sort.Search(len(r.found), func(i int) bool { return r.found[i].Cue.Start >= to })
	return r.found[i:k]
}

// isAttributed reports whether a quotation is part of an attribution already.
func (r *reader) isAttributed(q *quotation) bool {
	for _, a := range r.cuesBetween(q.Start-cueReach, q.End+cueReach) {
		for _, c := range a.Content {
			if c.Overlaps(q.Inner) && !q.Contains(a.Cue.Span) {
				return true
			}
		}
	}
	return false
}

// speakerBefore returns the attribution that the quotation q of sentence n
// continues, or nil.
func (r *reader) speakerBefore(q *quotation, n int) *Attribution {
	var last *Attribution
	for before := r.cuesBetween(0, q.Start); len(before) > 0 && last == nil; before = before[:len(before)-1] {
		a := before[len(before)-1]
		if r.quoteAt(a.Cue.Start) != nil || a.Kind == Showed || a.Kind == Believed || a.Kind == Hedged {
			continue
		}
		last = a
	}
	if last == nil {
		return nil
	}
	p := r.d.Sentences[n].Paragraph
	lp := r.d.Sentences[last.Sentence].Paragraph
	switch {
	case lp == p:
		return r.outermost(last)
	case lp < p && r.reachesParagraph(last, p):
		return r.outermost(last)
	}
	return nil
}

// outermost returns the attribution of the same sentence whose content holds a,
// or a itself: its source is the one who speaks on.
func (r *reader) outermost(a *Attribution) *Attribution {
	s := r.d.Sentences[a.Sentence]
	for _, o := range r.cuesBetween(s.Start, s.End) {
		if o.Sentence == a.Sentence && o != a && o.covers(a.Cue.Span) {
			return o
		}
	}
	return a
}

// reachesParagraph reports whether the attribution's content goes up to
// paragraph p or to the one before it.
func (r *reader) reachesParagraph(a *Attribution, p int) bool {
	end := a.Cue.End
	for _, c := range a.Content {
		end = max(end, c.End)
	}
	n := r.sentenceAt(max(end-1, 0))
	if n < 0 {
		return false
	}
	next := n + 1 // the first sentence of p, where the content goes up to the last of the paragraph before
	return r.d.Sentences[n].Paragraph == p || next < len(r.d.Sentences) && r.d.Sentences[next].Paragraph == p
}
