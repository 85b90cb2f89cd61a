package attribution

import (
	"sort"
	"strings"

	"sitrep/extract/article"
)

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
	return true
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
	return article.IsCapital(w) || strings.Contains(strings.TrimSuffix(w, "."), ".")
}
