package setting

import (
	"sitrep/extract/event"
	"sitrep/extract/mention"
)

// dateOf returns the date of an event: the nearest to its trigger in its
// sentence that dates neither the saying of it nor another clause. It is nil
// where there is none.
func (f finder) dateOf(e *event.Event) *mention.Date {
	ds := f.Dates(e.Sentence)
	var best *mention.Date
	for i := range ds {
		d := &ds[i]
		if d.Next && e.Trigger.End <= d.Start || f.datesSaying(e, d) {
			continue
		}
		if best == nil || d.Distance(e.Trigger) < best.Distance(e.Trigger) {
			best = d
		}
	}
	return best
}

// besideCue is how many bytes may part the date of a saying from its cue.
const besideCue = 2

// datesSaying reports whether the date tells when a source told of the event,
// as in "police said on Sunday", "the paper reported on November 19".
func (f finder) datesSaying(e *event.Event, d *mention.Date) bool {
	all := f.Attributions()
	for i := range all {
		a := &all[i]
		if a.Sentence == e.Sentence.Index && a.Cue.Distance(d.Span) <= besideCue && says(a, e.Trigger) && !says(a, d.Span) {
			return true
		}
	}
	return false
}
