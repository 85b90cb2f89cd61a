package attribution

import (
	"sort"
	"strings"
	"unicode"

	"sitrep/extract/article"
)

// minQuoted is the number of words from which a quotation that opens a
// sentence without ending one is speech and not a title or a word held at
// arm's length.
const minQuoted = 4

// runOn gives quotations without a cue of their own to who spoke before them:
// in the same paragraph, or in the one before where the quotation opens its
// paragraph.
func (r *reader) runOn() {
	sort.SliceStable(r.found, func(i, j int) bool { return r.found[i].Cue.Start < r.found[j].Cue.Start })
	for i := range r.quotes {
		q := &r.quotes[i]
		inner := r.text[q.Inner.Start:q.Inner.End]
		whole := strings.HasSuffix(inner, ".") || strings.HasSuffix(inner, "!") || strings.HasSuffix(inner, "?")
		if r.claimed(q) || !whole && len(strings.Fields(inner)) < minQuoted {
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

// trimLeft is the offset of the first letter or quotation mark from at on.
func (r *reader) trimLeft(at int) int {
	return at + len(r.text[at:]) - len(strings.TrimLeftFunc(r.text[at:], unicode.IsSpace))
}

// cueReach bounds how far in bytes a cue stands from a quotation that it
// introduces: they share a sentence, and no sentence is longer.
const cueReach = 2500

// near lists the attributions whose cue begins between two offsets.
func (r *reader) near(from, to int) []*Attribution {
	i := sort.Search(len(r.found), func(i int) bool { return r.found[i].Cue.Start >= from })
	k := sort.Search(len(r.found), func(i int) bool { return r.found[i].Cue.Start >= to })
	return r.found[i:k]
}

// claimed says whether a quotation belongs to an attribution already, or holds
// the words that introduce one.
func (r *reader) claimed(q *quotation) bool {
	for _, a := range r.near(q.Start-cueReach, q.End+cueReach) {
		for _, c := range a.Content {
			if c.Overlaps(q.Inner) && !q.Contains(a.Cue.Span) {
				return true
			}
		}
	}
	return false
}

// speakerBefore is the attribution that the quotation q of sentence n goes on
// with.
func (r *reader) speakerBefore(q *quotation, n int) *Attribution {
	var last *Attribution
	for before := r.near(0, q.Start); len(before) > 0 && last == nil; before = before[:len(before)-1] {
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
	case lp < p && r.reaches(last, p):
		return r.outermost(last)
	}
	return nil
}

// outermost is the first attribution of the last one's sentence whose content
// holds the last one's cue: the one who speaks on is the outer speaker.
func (r *reader) outermost(a *Attribution) *Attribution {
	s := r.d.Sentences[a.Sentence]
	for _, o := range r.near(s.Start, s.End) {
		if o.Sentence == a.Sentence && o != a && o.covers(a.Cue.Span) {
			return o
		}
	}
	return a
}

// reaches says whether the attribution's content goes up to paragraph p or to
// the one before it.
func (r *reader) reaches(a *Attribution, p int) bool {
	end := a.Cue.End
	for _, c := range a.Content {
		end = max(end, c.End)
	}
	n := r.sentenceAt(max(end-1, 0))
	if n < 0 {
		return false
	}
	q := r.d.Sentences[n].Paragraph
	if q == p {
		return true
	}
	// The paragraph before p must be the content's own, to its last sentence.
	for k := n + 1; k < len(r.d.Sentences); k++ {
		s := r.d.Sentences[k]
		if s.Paragraph == p {
			return true
		}
		if s.Part != article.Body || !r.spoken(a, s.Span) {
			return false
		}
	}
	return false
}

func (r *reader) spoken(a *Attribution, s article.Span) bool {
	for _, c := range a.Content {
		if c.Overlaps(s) {
			return true
		}
	}
	return false
}
