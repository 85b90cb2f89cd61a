package reading

import (
	"slices"
	"sort"
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
		ds = r.expressions(s).Dates(s, r.contextOf(s))
		r.dates[s.Index] = ds
	}
	return ds
}

// mostWritten is how many sentences are kept as they are written. Those of a long article
// would take more than its events, and are hardly asked for again.
const mostWritten = 256

// expressions returns the time expressions of a sentence as they are written.
func (r *Reading) expressions(s *lang.Sentence) *date.Expressions {
	if r.written == nil {
		r.written = map[int]*date.Expressions{}
	}
	x, ok := r.written[s.Index]
	if !ok {
		if len(r.written) == mostWritten {
			clear(r.written)
		}
		x = date.Read(s.Text)
		r.written[s.Index] = x
	}
	return x
}

// contextOf returns what the dates of a sentence are resolved with. Where the day
// of publication is not known, a date without a year is of that of the date before
// it.
func (r *Reading) contextOf(s *lang.Sentence) today {
	ctx := r.today.get(r.dayOfWriting)
	if ctx.Published.IsZero() {
		ctx.Year = r.yearBefore(s)
	}
	return ctx
}

// DateAfter returns a date of a sentence as it reads where what was told before it
// happened on another date: two days later, and in August. It is d itself where
// that decides nothing.
func (r *Reading) DateAfter(s *lang.Sentence, d, before *mention.Date) *mention.Date {
	ctx := r.contextOf(s)
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
	for _, x := range r.expressions(s).Dates(s, ctx) {
		if x.Span == d.Span && !x.From.IsZero() {
			return &x
		}
	}
	return d
}

// ToldBefore returns the last date that the text names before a sentence, or nil.
// What counts from another date counts from the one before it.
func (r *Reading) ToldBefore(s *lang.Sentence) *mention.Date {
	if t := r.lastTold(s); t != nil {
		return &t.Date
	}
	return nil
}

// yearBefore returns the year that the text was telling of before a sentence, or 0:
// that of the last date with a day or month, or of the last year that the text came to,
// see comesTo.
func (r *Reading) yearBefore(s *lang.Sentence) int {
	if t := r.lastTold(s); t != nil {
		return t.year
	}
	return 0
}

// lastTold returns the last date before a sentence, or nil.
func (r *Reading) lastTold(s *lang.Sentence) *toldDate {
	told := r.told.get(r.datesInOrder)
	k := sort.Search(len(told), func(i int) bool { return told[i].Start >= s.Start })
	if k == 0 {
		return nil
	}
	return &told[k-1]
}

// toldDate is a date of the text, and the year that the text tells of after it, or 0.
type toldDate struct {
	mention.Date
	year int
}

// beganThen reports whether a date only says when something began that has gone on since, so that
// the text does not go on from there: the heaviest blow since the junta seized power in [February 2021].
func beganThen(s *lang.Sentence, d *mention.Date) bool {
	before := s.Text[:d.Start-s.Start]
	before = before[strings.LastIndexAny(before, ",;:")+1:]
	i := strings.LastIndex(strings.ToLower(before), "since ")
	return i >= 0 && strings.Contains(strings.TrimSpace(before[i:]), " ") && (i == 0 || before[i-1] == ' ')
}

// datesInOrder returns the dates that the text names, in text order. It reads the
// words alone and has nothing analysed, so that it is the same whatever has been.
func (r *Reading) datesInOrder() []toldDate {
	ctx := r.today.get(r.dayOfWriting)
	var told []toldDate
	for _, s := range r.Document.Sentences {
		for _, d := range r.expressions(s).Dates(words(s), ctx) {
			if d.Since != nil {
				d = *d.Since // since 2021 … in November of that year
			}
			if d.From.IsZero() || d.From.AddDate(1, 0, 0).Before(d.To) {
				continue // a war of ten years is nothing that days count from
			}
			t := toldDate{Date: d}
			if n := len(told); n > 0 {
				t.year = told[n-1].year
			}
			if !beganThen(s, &d) && (d.Precision != mention.Year || r.comesTo(s, &d, t.year)) {
				t.year = d.From.Year()
			}
			if d.Precision == mention.Day && looksBack(s) && r.expressions(s).InPassing(d.Start-s.Start) {
				continue // police, who had been sent two days earlier, shot a student; the next day
			}
			told = append(told, t)
			ctx.Anchor = d
			if ctx.Published.IsZero() && t.year > 0 {
				ctx.Year = t.year
			}
		}
	}
	return told
}

// comesTo reports whether a text that was telling of the year before, or of none if that is 0,
// now tells of the year of the date d of sentence s: d opens the sentence, or is no earlier and
// not named in passing. War broke out in 1966. On 11 May …; in 1966 the tribe, which had made
// its peace in 1965, mined the road. On 11 May …; by 1966 the war had spread. On 11 May …
func (r *Reading) comesTo(s *lang.Sentence, d *mention.Date, before int) bool {
	switch s.Text[:d.Start-s.Start] {
	case "":
		return before == 0 || !looksBack(s)
	case "By ":
		return true
	}
	return d.From.Year() >= before && !looksBack(s) && !r.expressions(s).InPassing(d.End-s.Start)
}

// looksBack reports whether a sentence tells of what was before, in the past perfect:
// in 1986 the ministry had ordered that a fence be built.
func looksBack(s *lang.Sentence) bool { return strings.Contains(s.Text, " had ") }

// words returns a sentence of which nothing but the words is known.
func words(s *lang.Sentence) *lang.Sentence {
	return &lang.Sentence{Span: s.Span, Index: s.Index, Text: s.Text}
}

// IsDate reports whether a date of the sentence overlaps the span.
func (r *Reading) IsDate(s *lang.Sentence, span article.Span) bool {
	return slices.ContainsFunc(r.Dates(s), func(d mention.Date) bool { return d.Overlaps(span) })
}

// dayOfWriting is the day the article was published on, else the latest that
// it names.
func (r *Reading) dayOfWriting() today {
	a := r.Article()
	t := today{Published: a.Published, Country: date.PublisherCountry(a.Publisher)}
	if t.Published.IsZero() {
		t.Published, t.Inferred = r.latestFullDate(), true
	}
	return t
}

// latestFullDate returns the latest full date that a text gives, where all of
// its full dates are of one year, and the zero time otherwise: a text without
// a publication date most likely speaks on that day. It does not where the text
// names a later year, or goes on from that day as a chronicle does. It reads the
// words alone and has nothing analysed.
func (r *Reading) latestFullDate() time.Time {
	var latest, newest, last time.Time
	after := 0 // dates without a year that go on from the latest, in their order
	for _, s := range r.Document.Sentences {
		if !strings.ContainsAny(s.Text, "0123456789") {
			continue // no full date, and cheaper to know
		}
		ctx := date.Context{}
		if !latest.IsZero() {
			ctx.Year = latest.Year()
		}
		for _, x := range r.expressions(s).Dates(words(s), ctx) {
			if x.From.IsZero() || latest.IsZero() && x.Open == mention.OpenYear {
				continue
			}
			if x.Open == mention.OpenYear {
				if x.From.After(last) {
					after++
				}
				last = x.From
				continue
			}
			if x.From.After(newest) {
				newest = x.From
			}
			if x.Precision != mention.Day || !x.From.Equal(x.To) {
				continue
			}
			if !latest.IsZero() && x.From.Year() != latest.Year() {
				return time.Time{}
			}
			if x.From.After(latest) {
				latest, last, after = x.From, x.From, 0
			}
		}
	}
	if newest.After(latest) || after >= chronicle {
		return time.Time{}
	}
	return latest
}

// chronicle is how many days without a year, each later than the one before, make
// the text after a full date a chronicle.
const chronicle = 2
