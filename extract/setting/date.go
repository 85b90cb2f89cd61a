package setting

import (
	"sitrep/extract/event"
	"sitrep/extract/mention"
	"sitrep/extract/record"
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

// isDay reports whether a date is that of a day.
func isDay(d *mention.Date) bool {
	return d != nil && !d.From.IsZero() && d.Precision == mention.Day
}

func isActual(e *event.Event) bool { return e.Modality == record.Actual }

// onOtherDays reports whether the text dates two events and the dates do not
// meet.
func (f finder) onOtherDays(a, b *event.Event) bool {
	x, y := f.dateOf(a), f.dateOf(b)
	return x != nil && y != nil && !x.From.IsZero() && !y.From.IsZero() && (x.From.After(y.To) || y.From.After(x.To))
}
