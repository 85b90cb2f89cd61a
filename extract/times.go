package extract

import (
	"slices"

	"sitrep/extract/article"
	"sitrep/extract/event"
	"sitrep/extract/mention"
	"sitrep/extract/record"
)

// timeOf is the date of the event: the nearest to its trigger in its sentence
// that dates neither the saying of it nor another clause.
func (f *found) timeOf(e *event.Event) *record.Time {
	a := f.Document.Article
	ds := f.Dates(e.Sentence)
	var best *mention.Date
	for i := range ds {
		d := &ds[i]
		if d.Next && e.Trigger.End <= d.Start || f.datesSaying(e, d) {
			continue
		}
		if best == nil || d.Span.Distance(e.Trigger) < best.Span.Distance(e.Trigger) {
			best = d
		}
	}
	if best == nil {
		return nil
	}
	t := &record.Time{Text: best.Text, Start: a.CodePoint(best.Start), End: a.CodePoint(best.End)}
	t.From, t.To, t.Precision = days(*best)
	return t
}

// besideCue is how many bytes may part the date of a saying from its cue.
const besideCue = 2

// datesSaying says whether the date tells when a source told of the event:
// police said on Sunday, the paper reported on November 19.
func (f *found) datesSaying(e *event.Event, d *mention.Date) bool {
	for i := range f.Attributions() {
		a := &f.Attributions()[i]
		in := func(span article.Span) bool {
			return slices.ContainsFunc(a.Content, func(c article.Span) bool { return c.Contains(span) })
		}
		if a.Sentence == e.Sentence.Index && a.Cue.Span.Distance(d.Span) <= besideCue && in(e.Trigger) && !in(d.Span) {
			return true
		}
	}
	return false
}

// shareTimes gives the tellings of an incident that say no day the day that
// the others agree on.
func shareTimes(rs []record.Record) {
	type known struct {
		time *record.Time
		torn bool
	}
	by := map[string]*known{}
	for i := range rs {
		t := rs[i].Time
		if t == nil || t.From == "" {
			continue
		}
		k := by[rs[i].Incident]
		switch {
		case k == nil:
			by[rs[i].Incident] = &known{time: t}
		case k.time.From != t.From || k.time.To != t.To:
			k.torn = true
		}
	}
	for i := range rs {
		if rs[i].Time == nil {
			// a month is that of the background, which is told by the way
			if k := by[rs[i].Incident]; k != nil && !k.torn && k.time.Precision == string(mention.Day) {
				rs[i].Time = k.time
			}
		}
	}
}
