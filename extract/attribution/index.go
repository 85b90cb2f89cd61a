package attribution

import (
	"slices"
	"sort"

	"sitrep/extract/article"
)

// Index finds the attributions of a text without looking at all of them, so that
// what is asked of every event costs no more in a long text.
type Index struct {
	all               []Attribution // in the order of their cues, and so of their sentences
	contents, sources spans
}

// NewIndex returns the index of the attributions of a text, which are in the order
// of their cues.
func NewIndex(all []Attribution) *Index {
	x := &Index{all: all}
	for i := range all {
		x.sources = append(x.sources, span{Span: all[i].Source.Span, of: i})
		for _, c := range all[i].Content {
			x.contents = append(x.contents, span{Span: c, of: i})
		}
	}
	x.sources.sort()
	x.contents.sort()
	return x
}

// All returns all attributions.
func (x *Index) All() []Attribution { return x.all }

// In returns the attributions whose cues are in sentence n.
func (x *Index) In(n int) []Attribution {
	from := len(x.Before(n))
	return x.all[from:len(x.Before(n+1))]
}

// Before returns the attributions whose cues are in the sentences before n.
func (x *Index) Before(n int) []Attribution {
	return x.all[:sort.Search(len(x.all), func(i int) bool { return x.all[i].Sentence >= n })]
}

// HasSource reports whether a span lies in the source of an attribution.
func (x *Index) HasSource(s article.Span) bool { return len(x.sources.around(s)) > 0 }

// Covering returns the attributions whose content holds the span, innermost
// first.
func (x *Index) Covering(s article.Span) []*Attribution {
	var out []*Attribution
	for _, i := range x.contents.around(s) {
		out = append(out, &x.all[i])
	}
	sort.SliceStable(out, func(i, j int) bool {
		a, b := out[i], out[j]
		if a.covers(b.Cue.Span) != b.covers(a.Cue.Span) {
			return b.covers(a.Cue.Span)
		}
		if a.passedOnBy(b) != b.passedOnBy(a) {
			return a.passedOnBy(b) // said the Guardian, quoting a governor
		}
		return a.size() < b.size()
	})
	return out
}

// passedOnBy reports whether the source of b hands on what that of a says.
func (a *Attribution) passedOnBy(b *Attribution) bool {
	return slices.ContainsFunc(a.Via, func(s Source) bool { return s.Span == b.Source.Span })
}

// spans are spans of attributions in text order.
type spans []span

type span struct {
	article.Span
	of    int // the attribution
	reach int // the last end of this and the spans before it
}

func (all spans) sort() {
	sort.SliceStable(all, func(i, j int) bool { return all[i].Start < all[j].Start })
	reach := 0
	for i := range all {
		reach = max(reach, all[i].End)
		all[i].reach = reach
	}
}

// around returns the attributions of the spans that hold s, in their order.
func (all spans) around(s article.Span) []int {
	var out []int
	for i := sort.Search(len(all), func(i int) bool { return all[i].Start > s.Start }) - 1; i >= 0 && all[i].reach >= s.End; i-- {
		if all[i].Contains(s) {
			out = append(out, all[i].of)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
