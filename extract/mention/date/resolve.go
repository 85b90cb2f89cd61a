package date

import (
	"time"

	"sitrep/extract/mention"
)

// resolver turns expressions into days. A zero published leaves unresolved
// whatever is counted from it.
type resolver struct {
	published  time.Time
	head       int  // the year that heads the sentence, as in "1921 – On 24 June", or 0
	inferred   bool // published is only the latest day that the text names
	year       int  // of a date without one, where published is zero; or 0
	monthFirst bool
	dayFirst   bool
}

// resolve gives the days of an expression told in a tense.
func (r *resolver) resolve(e *expr, t tense) (days, bool) {
	d, ok := r.open(e, t)
	if !ok {
		return days{}, false
	}
	if e.isNamed() && !d.from.After(r.published) {
		return d, true // in 2016, whenever in that year the text is written
	}
	return r.until(d, t)
}

// until ends with publication what is told as past. What begins after it
// cannot be past, and is left unresolved rather than believed.
func (r *resolver) until(d days, t tense) (days, bool) {
	if t == futureTense || r.published.IsZero() {
		return d, true
	}
	if d.from.After(r.published) {
		return d, t == noTense || r.inferred && !d.from.After(r.published.AddDate(0, 0, behindInferred))
	}
	if d.to.After(r.published) && !r.inferred {
		d.to = r.published
	}
	return d, true
}

// besideInferred is how many days the days told in a text may lie before or after the
// only day that it names.
const besideInferred = 3

// behindInferred is how many days after that day a date without a year may lie: they took the
// city on 4 May 2014, and on 7 May jets bombed it.
const behindInferred = 60

// open returns the days of an expression, also those after publication.
func (r *resolver) open(e *expr, t tense) (days, bool) {
	if e.told {
		return days{}, false
	}
	switch e.kind {
	case absolute:
		return r.absolute(e, t)
	case decade:
		return decadeOf(e), true
	case interval:
		return r.interval(e, t)
	case fraction:
		return r.fraction(e)
	case feastDay:
		return r.feast(e, t)
	case season:
		return r.season(e, t)
	case weekOfDay:
		return r.weekOfDay(e, t)
	case vague, offset, lasting:
		return days{}, false
	}
	if r.published.IsZero() || r.inferred && !e.isOfDays() {
		return days{}, false
	}
	return r.fromPublication(e, t)
}

// isOfDays reports whether an expression names a single day by the one that the text is
// written on and may follow the last day that it names: on Monday, overnight. The last day that a text names is too far
// from that for last week, three months ago.
func (e *expr) isOfDays() bool {
	return e.kind == weekday || e.kind == overnight
}

// decadeOf returns the years of a decade, or of its part: the early 1990s.
func decadeOf(e *expr) days {
	d := days{day(e.year, 1, 1), day(e.year+9, 12, 31), mention.Year}
	switch e.part {
	case early:
		d.to = day(e.year+3, 12, 31)
	case mid:
		d.from, d.to = day(e.year+4, 1, 1), day(e.year+6, 12, 31)
	case late:
		d.from = day(e.year+7, 1, 1)
	}
	return d
}

// weekOfDay returns the week or weekend of a date: the week of 5 December.
func (r *resolver) weekOfDay(e *expr, t tense) (days, bool) {
	a, ok := r.absolute(e.a, t)
	d := weekOf(a.from)
	switch {
	case e.name == "weekend":
		d.from, d.precision = d.from.AddDate(0, 0, 5), mention.Day
	case e.sign < 0:
		d.from, d.to = a.from.AddDate(0, 0, -6), a.from
	}
	return d, ok
}

// fromPublication returns the days of what is counted from the day of
// publication: yesterday, last week, three days ago.
func (r *resolver) fromPublication(e *expr, t tense) (days, bool) {
	p := r.published
	switch e.kind {
	case weekday:
		return r.weekday(e, t), true
	case dayRef:
		d := p.AddDate(0, 0, e.n)
		if e.n > 0 {
			return days{d, d, mention.Day}, t == futureTense || t == noTense
		}
		return r.night(e, days{d, d, mention.Day}), true
	case overnight:
		return days{p.AddDate(0, 0, -1), p, mention.Day}, true
	case unitRef:
		return r.unit(e, t)
	case weekend:
		return r.weekend(e, t), true
	case ago:
		if e.a != nil {
			return r.agoFrom(e, t)
		}
		d, ok := shift(days{p, p, mention.Day}, -1, e.n, e.unit)
		if ok && e.dayOfWeek > 0 {
			d = onWeekday(d.from, e.dayOfWeek)
		}
		return d, ok
	case past:
		return r.past(e, t)
	case nthDay:
		return r.nth(e, p)
	case since:
		a, ok := r.resolve(e.a, pastTense)
		return days{a.from, p, a.precision}, ok && !a.from.After(p)
	}
	return days{}, false
}

// agoFrom returns the day that lies a number of years, months or weeks before another
// one: twenty years ago [tomorrow].
func (r *resolver) agoFrom(e *expr, t tense) (days, bool) {
	if e.a.kind == dayRef && e.a.n > 0 {
		t = futureTense // twenty years ago tomorrow
	}
	d, ok := r.resolve(e.a, t)
	if !ok {
		return days{}, false
	}
	years, months, days := 0, 0, 0
	switch e.unit {
	case "decade":
		years = 10 * e.n
	case "year":
		years = e.n
	case "month":
		months = e.n
	case "week":
		days = 7 * e.n
	default:
		return d, false
	}
	d.from, d.to = d.from.AddDate(-years, -months, -days), d.to.AddDate(-years, -months, -days)
	return d, true
}

// night adds the day that the night runs into.
func (r *resolver) night(e *expr, d days) days {
	if e.night {
		d.to = d.to.AddDate(0, 0, 1)
	}
	return d
}

// absolute returns the days of a date of the calendar. Without a year it is the
// nearest such date, before publication or, in the future tense, after it.
func (r *resolver) absolute(e *expr, t tense) (days, bool) {
	m, d, ok := r.monthAndDay(e)
	if !ok {
		return days{}, false
	}
	if e.year > 0 {
		x, ok := inYear(e.year, m, d, e.part)
		return r.night(e, x), ok
	}
	p := r.published
	if y := r.yearTold(e, m); y > 0 {
		x, ok := inYear(y, m, d, e.part)
		return r.night(e, x), ok
	}
	if p.IsZero() {
		return days{}, false
	}
	if e.yearRef {
		return inYear(p.Year()+e.ref, m, d, e.part)
	}
	if m == 0 { // the 5th of last month
		month := day(p.Year(), int(p.Month())+e.ref, 1)
		y, m := month.Year(), int(month.Month())
		return days{day(y, m, d), day(y, m, d), mention.Day}, d > 0 && valid(y, m, d)
	}
	limit, forward := r.limit(e, t)
	y, step := p.Year()+1, -1
	if forward {
		y, step = p.Year(), 1
	}
	for range 9 { // 29 February comes round in eight years
		x, ok := inYear(y, m, d, e.part)
		y += step
		if !ok || forward && x.to.Before(limit) || !forward && x.from.After(limit) {
			continue
		}
		if forward && x.from.Before(p) {
			x.from = p
		}
		return r.night(e, x), true
	}
	return days{}, false
}

// yearTold returns the year that the text tells of where a date in month m names none: the
// one that heads the sentence, or, where the day of publication is not known, that of
// the date before. It is 0 where neither is known.
func (r *resolver) yearTold(e *expr, m int) int {
	switch {
	case m == 0 || e.yearRef:
		return 0
	case r.head > 0 && !e.hasRef:
		return r.head
	case r.published.IsZero():
		return r.year
	}
	return 0
}

// monthAndDay returns the month and day of a date, 0 where it has none. Which of
// 05/06 is the month is settled by the publisher's country, or not at all.
func (r *resolver) monthAndDay(e *expr) (m, d int, ok bool) {
	switch {
	case !e.ambiguous:
		return e.month, e.day, true
	case r.monthFirst:
		return e.dayFirst[0], e.dayFirst[1], true
	case r.dayFirst:
		return e.dayFirst[1], e.dayFirst[0], true
	}
	return 0, 0, false
}

// inYear returns the day, the month, or the part of the month or year, in year y.
func inYear(y, m, d int, p part) (days, bool) {
	switch {
	case d > 0:
		return days{day(y, m, d), day(y, m, d), mention.Day}, valid(y, m, d)
	case m > 0:
		return portion(monthOf(y, m), p), true
	}
	return portion(yearOf(y), p), true
}

// limit returns the day that a date without a year is looked for from, and
// whether forward. Last March is never the current one, nor is next March.
func (r *resolver) limit(e *expr, t tense) (limit time.Time, forward bool) {
	p := r.published
	switch {
	case e.hasRef && e.ref < 0:
		return day(p.Year(), int(p.Month()), 1).AddDate(0, 0, -1), false
	case e.hasRef && e.ref > 0:
		return day(p.Year(), int(p.Month())+1, 1), true
	}
	if r.inferred && e.month > 0 {
		p = p.AddDate(0, 0, behindInferred)
	}
	return p, t == futureTense
}

func (r *resolver) weekday(e *expr, t tense) days {
	p := r.published
	if e.weekRef {
		d := onWeekday(weekOf(p).from.AddDate(0, 0, 7*e.ref), e.dayOfWeek)
		return r.night(e, d)
	}
	back := (int(p.Weekday()) - (e.dayOfWeek - 1) + 7) % 7
	d := p.AddDate(0, 0, -back)
	switch {
	case e.hasRef && e.ref < 0:
		if back == 0 {
			d = d.AddDate(0, 0, -7)
		}
	case e.hasRef && e.ref > 0, t == futureTense:
		d = d.AddDate(0, 0, 7)
	case !e.hasRef && r.inferred && back > besideInferred:
		d = d.AddDate(0, 0, 7) // the nearest, as the text may be of days later
	}
	return r.night(e, days{d, d, mention.Day})
}

// onWeekday is the weekday (1 for Sunday) in the calendar week of t.
func onWeekday(t time.Time, dayOfWeek int) days {
	d := weekOf(t).from.AddDate(0, 0, (dayOfWeek-1+6)%7)
	return days{d, d, mention.Day}
}

func (r *resolver) unit(e *expr, t tense) (days, bool) {
	p := r.published
	var d days
	switch e.unit {
	case "day":
		d = days{p, p, mention.Day}
	case "week":
		d = weekOf(p.AddDate(0, 0, 7*e.ref))
	case "month":
		d = monthOf(p.Year(), int(p.Month())+e.ref)
	case "year":
		d = yearOf(p.Year() + e.ref)
	default:
		return days{}, false
	}
	if e.part != whole {
		return portion(d, e.part), true
	}
	if e.ref == 0 && (t == futureTense || e.sign > 0 && t != pastTense) {
		d.from = p
		return d, true
	}
	if e.ref == 0 && d.to.After(p) {
		d.to = p
	}
	return d, true
}

func (r *resolver) weekend(e *expr, t tense) days {
	p := r.published
	saturday := weekOf(p).from.AddDate(0, 0, 5)
	switch {
	case e.hasRef && e.ref > 0:
		saturday = saturday.AddDate(0, 0, 7)
	case t == futureTense:
	case e.hasRef && e.ref == 0:
		if saturday.After(p) {
			saturday = saturday.AddDate(0, 0, -7)
		}
	case saturday.AddDate(0, 0, 1).After(p) || e.hasRef && e.name == "last":
		saturday = saturday.AddDate(0, 0, -7)
	}
	return days{saturday, saturday.AddDate(0, 0, 1), mention.Day}
}

func (r *resolver) past(e *expr, t tense) (days, bool) {
	p := r.published
	n := e.n * e.sign
	edge, precision := p, mention.Day
	switch e.unit {
	case "hour":
		edge = p.AddDate(0, 0, e.sign*((e.n+23)/24))
	case "day":
		edge = p.AddDate(0, 0, n-e.sign)
	case "week":
		edge, precision = p.AddDate(0, 0, 7*n-e.sign), mention.Week
	case "fortnight":
		edge, precision = p.AddDate(0, 0, 14*n-e.sign), mention.Week
	case "month":
		edge, precision = p.AddDate(0, n, -e.sign), mention.Month
	case "year":
		edge, precision = p.AddDate(n, 0, -e.sign), mention.Year
	case "decade":
		edge, precision = p.AddDate(10*n, 0, -e.sign), mention.Year
	default:
		return days{}, false
	}
	if e.sign > 0 {
		return days{p, edge, precision}, t == futureTense
	}
	return days{edge, p, precision}, true
}

// nth is the n days, weeks or months that end with the day end.
func (r *resolver) nth(e *expr, end time.Time) (days, bool) {
	switch e.unit {
	case "day":
		return days{end.AddDate(0, 0, 1-e.n), end, mention.Day}, true
	case "week":
		return days{weekOf(end.AddDate(0, 0, -7*(e.n-1))).from, end, mention.Week}, true
	case "month":
		return days{monthOf(end.Year(), int(end.Month())-e.n+1).from, end, mention.Month}, true
	case "year":
		return days{yearOf(end.Year() - e.n + 1).from, end, mention.Year}, true
	}
	return days{}, false
}

// shift moves d by n units; weeks, months and years give whole ones.
func shift(d days, sign, n int, unit string) (days, bool) {
	at := d.to
	if sign < 0 {
		at = d.from
	}
	n *= sign
	exact := d.precision == mention.Day
	switch unit {
	case "minute":
		return days{at, at, mention.Day}, exact
	case "hour":
		at = at.AddDate(0, 0, n/24)
		return days{at, at, mention.Day}, exact
	case "day":
		at = at.AddDate(0, 0, n)
		return days{at, at, mention.Day}, exact
	case "week":
		return weekOf(at.AddDate(0, 0, 7*n)), exact || d.precision == mention.Week
	case "fortnight":
		return weekOf(at.AddDate(0, 0, 14*n)), exact || d.precision == mention.Week
	case "month":
		return monthOf(at.Year(), int(at.Month())+n), d.precision != mention.Year
	case "year":
		return yearOf(at.Year() + n), true
	case "decade":
		return yearOf(at.Year() + 10*n), true
	}
	return days{}, false
}

// interval resolves both ends; what one lacks (year, week) it takes from the
// other, and without either the ends are the nearest in their order.
func (r *resolver) interval(e *expr, t tense) (days, bool) {
	a, b := *e.a, *e.b
	complete(&a, &b)
	if t == futureTense {
		x, ok := r.open(&a, t)
		if !ok {
			return days{}, false
		}
		after := resolver{published: x.from, monthFirst: r.monthFirst, dayFirst: r.dayFirst}
		y, ok := after.open(&b, t)
		return days{x.from, y.to, y.precision}, ok && !y.to.Before(x.from)
	}
	y, ok := r.open(&b, t)
	if !ok {
		return days{}, false
	}
	before := resolver{published: y.from, monthFirst: r.monthFirst, dayFirst: r.dayFirst}
	if r.published.IsZero() || a.year > 0 || a.yearRef || a.weekRef || a.kind == dayRef {
		before = *r
	}
	x, ok := before.open(&a, t)
	precision := y.precision
	if x.precision == mention.Day {
		precision = mention.Day
	}
	return days{x.from, y.to, precision}, ok && !y.to.Before(x.from)
}

// complete gives either end of an interval the year or week of the other: 28
// December to 3 January 2017, Monday to Friday last week.
func complete(a, b *expr) {
	switch {
	case a.year == 0 && b.year > 0 && !a.yearRef:
		a.year = b.year
		if a.month > b.month && b.month > 0 {
			a.year--
		}
	case b.year == 0 && a.year > 0 && b.kind == absolute:
		b.year = a.year
		if b.month > 0 && b.month < a.month {
			b.year++
		}
	case b.yearRef && !a.yearRef:
		a.yearRef, a.ref = true, b.ref
	case b.weekRef && !a.weekRef && a.kind == weekday:
		a.weekRef, a.ref, a.hasRef = true, b.ref, true
	}
}
