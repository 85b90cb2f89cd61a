package attribution

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/extract/article"
)

// outletReport is a report with the name of a news medium at its end: …,
// reports The Sentinel.
type outletReport struct {
	source Source
	cue    article.Span
	from   int // offset after the paper's name
}

// outletAt returns the name of a news medium that begins at the offset.
func (r *reader) outletAt(offset int) (article.Span, bool) {
	i := sort.Search(len(r.outlets), func(i int) bool { return r.outlets[i].Start >= offset })
	if i < len(r.outlets) && r.outlets[i].Start == offset {
		return r.outlets[i], true
	}
	return article.Span{}, false
}

// outletSource reads a report with the name of a known news medium after it,
// even where the next sentence follows without a full stop: … reports Daily
// Gazette Militants fired. It reports whether it is one.
func (l *parsed) outletSource(u *saying, n int) bool {
	if u.entry.kind != Reported || n >= len(l.t) || !l.precedesOutlet(u.cueToken) {
		return false
	}
	o, ok := l.outletAt(l.t[n].Start)
	if !ok && l.t.Word(n) == "the" {
		o, ok = l.outletAt(l.t.At(n + 1).Start)
	}
	end := l.tokenAt(o.End-1) + 1
	if !ok || end <= n {
		return false
	}
	o.Start = l.t[n].Start
	u.source = Source{Span: o, Text: l.text[o.Start:o.End]}
	u.hasSource, u.inverted = true, true
	u.from, u.to = u.cueToken, end
	u.complete = true
	if f := l.precedingFrom(u.from, nil); f < u.from {
		u.content = append(u.content, l.trim(l.span(f, u.from)))
	}
	l.noteOutletReport(u)
	return true
}

// noteOutletReport remembers a report with the name of a news medium at its
// end, for extendOutletReports.
func (l *parsed) noteOutletReport(u *saying) {
	if l.s.Part == article.Body && l.precedesOutlet(u.cueToken) && (l.boundary(u.to) || u.complete || capitalised(l.t[u.to].Text)) {
		l.outletReports = append(l.outletReports, &outletReport{u.source, u.cue, u.source.End})
	}
}

// extendOutletReports adds to a report what follows the name of the news medium
// without a full stop, up to where somebody else is named.
func (r *reader) extendOutletReports() {
	for _, c := range r.outletReports {
		a := r.attributionOf(c)
		n := r.sentenceAt(c.cue.Start)
		if a == nil || n < 0 {
			continue
		}
		for from, open := c.from, true; open; n++ {
			end := r.d.Sentences[n].End
			to := r.othersFrom(a, n, from, end)
			s := r.trim(article.Span{Start: from, End: max(from, to)})
			if n > a.Sentence || len(strings.Fields(r.text[s.Start:s.End])) > minQuoted {
				a.Content = append(a.Content, s)
			}
			if open = to == end && r.lacksFullStop(n); open {
				from = r.d.Sentences[n+1].Start
			}
		}
	}
}

// othersFrom returns the offset in sentence n, after from, at which an
// attribution other than a begins, or end.
func (r *reader) othersFrom(a *Attribution, n, from, end int) int {
	for _, o := range r.found {
		if o != a && o.Sentence == n && o.Cue.Start > from && len(o.Content) > 0 && o.Kind != Described {
			end = min(end, o.Content[0].Start, o.Source.Start, o.Cue.Start)
		}
	}
	return end
}

// lacksFullStop reports whether sentence n ends without a full stop in the
// middle of its paragraph, as the sentences of a text without punctuation do.
func (r *reader) lacksFullStop(n int) bool {
	if n+1 >= len(r.d.Sentences) {
		return false
	}
	s, next := r.d.Sentences[n], r.d.Sentences[n+1]
	last, _ := utf8.DecodeLastRuneInString(strings.TrimSpace(s.Text))
	return s.Part == article.Body && s.Paragraph == next.Paragraph && (unicode.IsLetter(last) || unicode.IsDigit(last))
}

// attributionOf returns the attribution that was made of the report, or nil.
func (r *reader) attributionOf(c *outletReport) *Attribution {
	for _, a := range r.found {
		if a.Cue.Span == c.cue {
			return a
		}
	}
	return nil
}

// precedesOutlet reports whether the word at k is a verb before the name of a
// news medium at the end of what that reports, with or without a comma: …,
// reports The Sentinel.
func (l *parsed) precedesOutlet(k int) bool {
	w := words().verbs[l.t.Word(k)]
	if w == nil || w.kind != Reported || k+1 >= len(l.t) || l.t[k].Text != l.t[k].Lower || l.t.Word(k) == w.lemma {
		return false
	}
	return l.looksLikeOutlet(k+1) && l.saidBefore(k)
}

// looksLikeOutlet reports whether token k is written like the name of a paper
// or a site, whatever its tag is: Sify.com.
func (l *parsed) looksLikeOutlet(k int) bool {
	w := l.t[k].Text
	return capitalised(w) || strings.Contains(strings.TrimSuffix(w, "."), ".")
}
