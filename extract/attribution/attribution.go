package attribution

import (
	"slices"
	"sort"

	"sitrep/extract/article"
	"sitrep/extract/lang"
)

// Kind is what a source does with its content.
type Kind string

// The kinds.
const (
	Said       Kind = "said"
	Reported   Kind = "reported"
	Confirmed  Kind = "confirmed"
	Denied     Kind = "denied"
	Claimed    Kind = "claimed"
	Claimant   Kind = "claimed responsibility"
	Accused    Kind = "accused"
	Admitted   Kind = "admitted"
	Described  Kind = "described"
	Estimated  Kind = "estimated"
	Warned     Kind = "warned"
	Threatened Kind = "threatened"
	Pledged    Kind = "pledged"
	Demanded   Kind = "demanded"
	Asked      Kind = "asked"
	Believed   Kind = "believed"
	Showed     Kind = "showed"
	Hedged     Kind = "hedged"
)

// Source is whom the text names. Group is nil where the source stands in a
// headline or a line that was not parsed. Antecedent is the earlier source that a
// pronoun refers to: General X, for the he of he said.
type Source struct {
	article.Span
	Text       string
	Group      *lang.NounGroup
	Antecedent *Source
	Person     bool            // a single person; set on antecedents only
	Named      *lang.NounGroup // X, in a group known as X or calling itself X
	Document   bool            // no speaker: footage, a letter, tests
}

// Cue is the word or phrase that tells that somebody said something.
type Cue struct {
	article.Span
	Text  string
	Lemma string
}

// Attribution is one source saying one thing. Content has one span for every
// unbroken stretch, in text order: a quotation that its source interrupts has two,
// and one that continues in later sentences has one for each. Via holds those who
// pass the words on, the nearest first. Sentence is the index of the cue's
// sentence.
type Attribution struct {
	Source   Source
	Cue      Cue
	Content  []article.Span
	Via      []Source
	Sentence int
	Kind     Kind
}

// Extent returns the span from the first to the last character of the content.
func (a *Attribution) Extent() article.Span {
	return article.Span{Start: a.Content[0].Start, End: a.Content[len(a.Content)-1].End}
}

// covers reports whether the content holds the span.
func (a *Attribution) covers(s article.Span) bool {
	return slices.ContainsFunc(a.Content, func(c article.Span) bool { return c.Contains(s) })
}

// size returns the length of the content in bytes.
func (a *Attribution) size() int {
	n := 0
	for _, c := range a.Content {
		n += c.Len()
	}
	return n
}

// Find returns the attributions of a document in the order of their cues. It
// analyses only the sentences that contain a cue. Outlets are the names of news
// media in the text, in text order.
func Find(d *lang.Document, outlets ...article.Span) []Attribution {
	r := newReader(d)
	r.outlets = outlets
	for _, i := range r.sentencesWithCues() {
		r.readSentence(i)
	}
	r.headlines()
	r.transcript()
	r.interview()
	r.attributeQuotations()
	r.releases()
	out := r.result()
	r.resolvePronouns(out)
	return out
}

// result returns the attributions found, in text order, with the outer sources
// of nested attributions in Via.
func (r *reader) result() []Attribution {
	sort.SliceStable(r.found, func(i, j int) bool { return r.found[i].Cue.Start < r.found[j].Cue.Start })
	var out []Attribution
	for _, a := range r.found {
		a.Content = tidy(a.Content)
	}
	outer := r.nesting()
	for i, a := range r.found {
		if len(a.Content) == 0 || a.Source.Contains(a.Cue.Span) && len(outer[i]) > 0 {
			// An attribution to nobody (reports of …) within what a named
			// source says, confirms or denies: that source answers for it.
			continue
		}
		for _, o := range outer[i] {
			if o.Source.Span != a.Source.Span {
				a.Via = append(a.Via, o.Source)
			}
		}
		out = append(out, *a)
	}
	return out
}

// maxOpen bounds how deeply sayings are nested, so that a text that opens
// quotations and never closes them costs time linear in its length.
const maxOpen = 16

// nesting lists for every attribution those whose content holds its cue,
// innermost first. It sweeps over the text once.
func (r *reader) nesting() [][]*Attribution {
	type stretch struct {
		article.Span
		*Attribution
	}
	var all, open []stretch
	for _, a := range r.found {
		for _, c := range a.Content {
			all = append(all, stretch{c, a})
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].Span.Start < all[j].Span.Start })
	out := make([][]*Attribution, len(r.found))
	next := 0
	for i, a := range r.found {
		for ; next < len(all) && all[next].Span.Start <= a.Cue.Start; next++ {
			open = append(open, all[next])
		}
		still := open[:0]
		for _, o := range open {
			if o.End > a.Cue.Start {
				still = append(still, o)
				if o.Attribution != a && o.Span.Contains(a.Cue.Span) {
					out[i] = append(out[i], o.Attribution)
				}
			}
		}
		open = still
		if n := len(open) - maxOpen; n > 0 {
			open = append(open[:0], open[n:]...)
		}
		inner := out[i]
		sort.SliceStable(inner, func(i, j int) bool { return inner[i].size() < inner[j].size() })
	}
	return out
}

// tidy sorts spans, merges those that touch and drops empty ones.
func tidy(spans []article.Span) []article.Span {
	sort.SliceStable(spans, func(i, j int) bool { return spans[i].Start < spans[j].Start })
	var out []article.Span
	for _, s := range spans {
		if s.Len() <= 0 {
			continue
		}
		if n := len(out); n > 0 && s.Start <= out[n-1].End {
			out[n-1].End = max(out[n-1].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}
