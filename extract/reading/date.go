package reading

import (
	"strings"
	"time"

	"sitrep/extract/article"
	"sitrep/extract/clock"
	"sitrep/extract/lang"
	"sitrep/extract/mention"
	"sitrep/extract/mention/date"
)

// today is what relative dates such as "on Monday" are resolved with.
type today = date.Context

// Dates returns the dates that a sentence names.
func (r *Reading) Dates(s *lang.Sentence) []mention.Date {
	ds, ok := r.dates[s.Index]
	if !ok {
		r.Document.Clock.Start(clock.Dates)
		defer r.Document.Clock.Stop()
		ds = date.Find(s, r.today.get(r.dayOfWriting))
		r.dates[s.Index] = ds
	}
	return ds
}

// DateAfter returns a date of a sentence as it reads where what was told before it
// happened on another date: two days later, and in August. It is d itself where
// that decides nothing.
func (r *Reading) DateAfter(s *lang.Sentence, d, before *mention.Date) *mention.Date {
	ctx := r.today.get(r.dayOfWriting)
	switch d.Open {
	case mention.OpenDay:
		ctx.Anchor = *before
	case mention.OpenYear:
		next := before.From.AddDate(1, 0, 0)
		if ctx.Published.IsZero() || next.After(ctx.Published) {
			return d
		}
		ctx.Published = next
	default:
		return d
	}
	for _, x := range date.Find(s, ctx) {
		if x.Span == d.Span && !x.From.IsZero() {
			return &x
		}
	}
	return d
}

// IsDate reports whether a date of the sentence overlaps the span.
func (r *Reading) IsDate(s *lang.Sentence, span article.Span) bool {
	for _, d := range r.Dates(s) {
		if d.Overlaps(span) {
			return true
		}
	}
	return false
}

// dayOfWriting is the day the article was published on, else the latest that
// it names.
func (r *Reading) dayOfWriting() today {
	a := r.Article()
	t := today{Published: a.Published, Country: date.PublisherCountry(a.Publisher)}
	if t.Published.IsZero() {
		t.Published = latestFullDate(r.Document)
	}
	return t
}

// latestFullDate returns the latest full date that a text gives, where all of
// its full dates are of one year, and the zero time otherwise: a text without
// a publication date most likely speaks on that day. It reads the words alone
// and has nothing analysed.
func latestFullDate(d *lang.Document) time.Time {
	var latest time.Time
	for _, s := range d.Sentences {
		if !strings.ContainsAny(s.Text, "0123456789") {
			continue // no full date, and cheaper to know
		}
		for _, x := range date.Find(s, date.Context{}) {
			if x.Precision != mention.Day || x.From.IsZero() || !x.From.Equal(x.To) {
				continue
			}
			if !latest.IsZero() && x.From.Year() != latest.Year() {
				return time.Time{}
			}
			if x.From.After(latest) {
				latest = x.From
			}
		}
	}
	return latest
}
