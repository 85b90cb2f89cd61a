package attribution

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/extract/article"
)

// credited is a report that names its paper after what it says: …, reports
// The Sentinel.
type credited struct {
	source Source
	cue    article.Span
	from   int // offset after the paper's name
}

// outletAt is the name of a news medium that begins at the offset.
func (r *reader) outletAt(offset int) (article.Span, bool) {
	i := sort.Search(len(r.outlets), func(i int) bool { return r.outlets[i].Start >= offset })
	if i < len(r.outlets) && r.outlets[i].Start == offset {
		return r.outlets[i], true
	}
	return article.Span{}, false
}

// credits reads a report whose paper is a known one, even where the next
// sentence goes on without a full stop: … reports Daily Gazette Militants
// fired.
func (l *line) credits(u *unit, n int) bool {
	if u.word.kind != Reported || n >= len(l.t) || !l.trailingReport(u.main) {
		return false
	}
	at := n
	if l.word(n) == "the" {
		at++
	}
	if at >= len(l.t) {
		return false
	}
	o, ok := l.outletAt(l.t[n].Start)
	if !ok {
		o, ok = l.outletAt(l.t[at].Start)
	}
	if !ok {
		return false
	}
	o.Start = l.t[n].Start
	end := l.tokenAt(o.End-1) + 1
	if end <= n {
		return false
	}
	if v := l.verbs[end]; v != nil && v.Finite && l.mark(end) == 0 {
		return false
	}
	u.source = Source{Span: o, Text: l.text[o.Start:o.End]}
	u.own, u.inverted = true, true
	u.from, u.to = u.main, end
	u.done = true
	if f := l.beginning(u.from, nil); f < u.from {
		u.content = append(u.content, l.trim(l.span(f, u.from)))
	}
	l.note(u)
	return true
}

// note keeps a report with its paper at its end for what follows it.
func (l *line) note(u *unit) {
	if l.s.Part == article.Body && l.trailingReport(u.main) && (l.boundary(u.to) || u.done || capitalised(l.t[u.to].Text)) {
		l.credit = append(l.credit, &credited{u.source, u.cue, u.source.End})
	}
}

// credits gives the paper what is told after its name where a full stop is
// missing, up to where somebody else is named.
func (r *reader) credits() {
	for _, c := range r.credit {
		a := r.attributionOf(c)
		n := r.sentenceAt(c.cue.Start)
		if a == nil || n < 0 {
			continue
		}
		for from, open := c.from, true; open; n++ {
			end := r.d.Sentences[n].End
			to := r.elsewhere(a, n, from, end)
			s := r.trim(article.Span{Start: from, End: max(from, to)})
			if n > a.Sentence || len(strings.Fields(r.text[s.Start:s.End])) > minQuoted {
				a.Content = append(a.Content, s)
			}
			if open = to == end && r.unstopped(n); open {
				from = r.d.Sentences[n+1].Start
			}
		}
	}
}

// elsewhere is where in sentence n, from an offset on, what somebody other
// than a says begins; end where nobody does.
func (r *reader) elsewhere(a *Attribution, n, from, end int) int {
	for _, o := range r.found {
		if o != a && o.Sentence == n && o.Cue.Start > from && len(o.Content) > 0 && o.Kind != Described {
			end = min(end, o.Content[0].Start, o.Source.Start, o.Cue.Start)
		}
	}
	return end
}

// unstopped says whether sentence n ends without a full stop, in the middle of
// its paragraph: a text without punctuation was cut there.
func (r *reader) unstopped(n int) bool {
	if n+1 >= len(r.d.Sentences) {
		return false
	}
	s, next := r.d.Sentences[n], r.d.Sentences[n+1]
	last, _ := utf8.DecodeLastRuneInString(strings.TrimSpace(s.Text))
	return s.Part == article.Body && s.Paragraph == next.Paragraph && (unicode.IsLetter(last) || unicode.IsDigit(last))
}

// attributionOf is what a credit has become.
func (r *reader) attributionOf(c *credited) *Attribution {
	for _, a := range r.found {
		if a.Cue.Span == c.cue {
			return a
		}
	}
	return nil
}
