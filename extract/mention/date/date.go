package date

import (
	"sort"
	"strings"
	"time"

	"sitrep/extract/article"
	"sitrep/extract/lang"
	"sitrep/extract/mention"
)

// Context is what a sentence's dates are resolved against.
type Context struct {
	// Published is the day of publication; zero leaves relative dates
	// unresolved.
	Published time.Time
	// Inferred tells that Published is only the latest day that the text
	// names: what counts from that day may lie after it.
	Inferred bool
	// Country is the publisher's (ISO 3166-1 alpha-3, see PublisherCountry):
	// it decides between 05/06 and 06/05. Empty leaves those unresolved.
	Country string
	// Anchor is the day of the event that the sentence continues, for
	// "two days later" where the sentence itself gives no date. Zero where
	// it is not known.
	Anchor mention.Date
	// Year is that of dates without one where the day of publication is not
	// known: 22 February 1966 … on 4 April. 0 leaves them unresolved.
	Year int
}

// Expressions are the time expressions of a text as they are written. What days
// they mean, Dates says. They are only read, however often they are resolved.
type Expressions struct {
	p   *parser
	all []found
}

// Read returns the time expressions of a text, or nil where it has none.
func Read(text string) *Expressions {
	if text == "" {
		return nil
	}
	p := readParser(text)
	if p == nil {
		return nil
	}
	all := p.all()
	all = append(all, p.lasting()...)
	if len(all) == 0 {
		return nil
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].first < all[j].first })
	share(p, all)
	return &Expressions{p, all}
}

// InPassing reports whether a word before the byte offset end says that a date which ends there is
// named in passing, or is not that of an event: rebels, who fought a war [in 2006], shelled the
// airfield; the first raid [since 2011]; it should be built [in 2018].
func (x *Expressions) InPassing(end int) bool {
	for i := 0; i < len(x.p.w) && x.p.w[i].start < end; i++ {
		if x.p.is(i, x.p.l.sets["passing"]) {
			return true
		}
	}
	return false
}

// Dates resolves the time expressions of a sentence, whose text has been read. The
// sentence needs its Tokens: they hold the tense.
func (x *Expressions) Dates(s *lang.Sentence, ctx Context) []mention.Date {
	if x == nil {
		return nil
	}
	p, all := x.p, x.all
	r := &resolver{published: ctx.Published, inferred: ctx.Inferred, year: ctx.Year, monthFirst: ctx.Country == "USA", dayFirst: ctx.Country != "" && ctx.Country != "USA"}
	out := make([]resolved, len(all))
	for i, f := range all {
		start, end := p.w[f.first].start, p.w[f.next-1].end
		out[i] = resolved{found: f, tense: governing(s, start, end)}
		if f.e.kind == lasting {
			out[i].perfect = perfect(s, start)
		}
		if f.first == 0 && f.e.isYear() && p.headedBy(0) {
			r.head = f.e.year
		}
		if out[i].days, out[i].ok = r.resolve(f.e, out[i].tense); out[i].ok && ctx.Published.IsZero() && out[i].days.precision != mention.Year {
			r.year = out[i].days.from.Year()
		}
	}
	a := anchors{s, p, r, out, ctx.Anchor, ctx.Inferred}
	for i := range out {
		a.settle(i)
	}
	var dates []mention.Date
	for _, x := range out {
		if x.dropped {
			continue
		}
		start, end := p.w[x.first].start, p.w[x.next-1].end
		d := mention.Date{Span: article.Span{Start: s.Start + start, End: s.Start + end}, Text: s.Text[start:end]}
		if x.ok && !x.days.to.Before(x.days.from) {
			d.From, d.To, d.Precision = x.days.from, x.days.to, x.days.precision
			d.Next, d.Exact = x.ahead, x.day
		}
		if x.e.kind == since {
			if began, ok := r.resolve(x.e.a, pastTense); ok {
				d.Since = &mention.Date{Span: d.Span, Text: d.Text, From: began.from, To: began.to, Precision: began.precision}
			}
		}
		d.Counts = x.e.clause
		d.Open = openness(x.e, !d.From.IsZero())
		dates = append(dates, d)
	}
	return dates
}

// openness returns what an expression leaves to be decided by the date of what was
// told before.
func openness(e *expr, known bool) mention.Open {
	switch {
	case e.kind == offset && !known && (!e.clause || e.comes), e.told && (!known || e.month == 0 && e.day > 0), e.isPartOfDay():
		return mention.OpenDay
	case e.lacksYear():
		return mention.OpenYear
	}
	return mention.Settled
}

// resolved is an expression with its days.
type resolved struct {
	found
	tense   tense
	days    days
	ok      bool
	perfect bool
	dropped bool
	day     time.Time // the very day that is probably meant, or zero
	ahead   bool      // is the date of the clause after it: a day after they had left
}

// share gives dates without a year or week that of the next in their list, as in
// on 3 May and 5 June 2016 and Thursday and Friday last week.
func share(p *parser, all []found) {
	for i := len(all) - 2; i >= 0; i-- {
		a, b := all[i].e, all[i+1].e
		if b.kind == interval {
			b = b.b
		}
		gap := p.w[all[i].next:max(all[i].next, all[i+1].first)]
		if len(gap) > 2 || len(gap) == 0 || !list(gap) {
			continue
		}
		switch {
		case a.lacksYear() && b.kind == absolute && b.month > 0:
			a.year, a.ref, a.yearRef = b.year, b.ref, b.yearRef
		case a.kind == offset && a.unit == "year" && !a.clause && b.lacksYear():
			b.told = true // the next year, in October
		}
	}
}

// list reports whether the words only join the members of a list.
func list(ws []word) bool {
	for _, w := range ws {
		switch w.lower {
		case "and", "or", ",", "on", "in":
		default:
			return false
		}
	}
	return true
}

// anchors settles the expressions that count from another date of the
// sentence.
type anchors struct {
	s   *lang.Sentence
	p   *parser
	r   *resolver
	all []resolved
	out mention.Date // the anchor from outside the sentence
	// inferred tells that the day of publication is only the last one named.
	inferred bool
}

// settle gives expression i the days that it has by the other dates of the
// sentence, or drops it where it is no date without them.
func (a anchors) settle(i int) {
	x := &a.all[i]
	switch {
	case x.e.kind == offset:
		if !a.settleOffset(i) {
			return
		}
	case x.e.kind == nthDay:
		a.settleNth(i)
	case x.e.isPartOfDay():
		a.settlePart(x)
	case x.e.told && x.e.kind == absolute && x.e.month == 0:
		a.settleMonth(i)
	case x.e.told:
		a.settleYear(i)
	case x.e.kind == lasting && x.e.sign < 0: // have shelled the town for five days
		x.dropped = !x.perfect
		if x.perfect && !a.r.published.IsZero() {
			x.days, x.ok = a.r.past(x.e, pastTense)
		}
	case x.e.kind == lasting:
		a.settleDuration(i)
	default:
		return
	}
	if x.ok && !(a.inferred && (x.e.kind == offset || x.e.told)) {
		x.days, x.ok = a.r.until(x.days, x.tense)
	}
}

// isGloss reports whether the offset at i only says how far the date before it is
// from something else: on Tuesday, [five days before the election], a bomb went off.
// Words with a verb among them tell of another happening: a day after mobs stormed it.
func (a anchors) isGloss(i int) bool {
	x := &a.all[i]
	if !x.e.clause || i == 0 || !a.all[i-1].ok || a.all[i-1].next+1 != x.first || !a.p.at(x.first-1, ",") {
		return false
	}
	for k := x.next; k < len(a.p.w) && k <= x.next+longestGloss; k++ {
		if a.p.at(k, ",") {
			return !a.verbIn(x.next, k)
		}
	}
	return false
}

// longestGloss is how many words the thing that a gloss counts from has at most.
const longestGloss = 6

// verbIn reports whether one of the words between two is a verb, as far as the tags
// are known.
func (a anchors) verbIn(from, to int) bool {
	if len(a.s.Tokens) == 0 {
		return false
	}
	first, last := covered(a.s, a.p.w[from].start, a.p.w[to-1].end)
	return lang.AnyIn(first, last, func(k int) bool { return a.s.Tokens.FiniteVerb(k) || a.s.Tokens.Tagged(k, "VBN", "VBD") })
}

// settleOffset counts from the date that the expression refers to: two days
// later. It reports whether there is one.
func (a anchors) settleOffset(i int) bool {
	x := &a.all[i]
	if a.isGloss(i) {
		x.dropped = true
		return false
	}
	base, sign, ok := a.base(i)
	if !ok {
		return false
	}
	x.ahead = x.e.clause && sign != x.e.sign
	switch {
	case x.e.unit == "weekday":
		d := nextWeekday(base.to, x.e)
		x.days, x.ok = days{d, d, mention.Day}, base.precision == mention.Day
	case sign == 0 || x.e.n == 0: // the same day
		x.days, x.ok = shift(base, 1, 0, x.e.unit)
	default:
		x.days, x.ok = shift(base, sign, x.e.n, x.e.unit)
		if n := weekDays[x.e.unit]; n > 0 && base.precision == mention.Day && base.from.Equal(base.to) {
			x.day = base.to.AddDate(0, 0, sign*x.e.n*n)
		}
	}
	return true
}

// weekDays are the days of a unit of weeks.
var weekDays = map[string]int{"week": 7, "fortnight": 14}

// nextWeekday returns the weekday of the expression after t: the following
// Monday. The same Monday may be t itself.
func nextWeekday(t time.Time, e *expr) time.Time {
	for k := range 7 {
		if e.sign > 0 || k > 0 {
			t = t.AddDate(0, 0, 1)
		}
		if int(t.Weekday()) == e.dayOfWeek-1 {
			break
		}
	}
	return t
}

// settleNth settles for a third day by the day beside it. The act is that of its last
// day, unless it is said to go on into it or counts years: in its third year.
func (a anchors) settleNth(i int) {
	x := &a.all[i]
	for _, k := range []int{i - 1, i + 1} {
		if k >= 0 && k < len(a.all) && a.all[k].ok && a.all[k].e.kind == weekday {
			x.days, x.ok = a.r.nth(x.e, a.all[k].days.to)
		}
	}
	if x.ok && x.e.sign == 0 && x.days.precision != mention.Year {
		x.day = x.days.to
	}
}

// settlePart settles a part of the day that stands alone, as in at dawn: it is
// of the day that the sentence names, or else of the day before it.
func (a anchors) settlePart(x *resolved) {
	if len(a.all) > 1 {
		x.dropped = true
	} else if !a.out.From.IsZero() && a.out.Precision == mention.Day {
		x.days, x.ok = days{a.out.From, a.out.To, mention.Day}, true
	}
}

// settleYear gives a month or season that names the year of another date the days
// that it has in that year.
func (a anchors) settleYear(i int) {
	year := 0
	if k := a.resolvedBefore(i); k >= 0 {
		year = a.all[k].days.from.Year()
	} else if !a.out.From.IsZero() {
		year = a.out.From.Year()
	}
	if year == 0 {
		return
	}
	x := &a.all[i]
	e := *x.e
	e.year, e.told = year+e.yearsOn, false
	x.days, x.ok = a.r.open(&e, x.tense)
}

// settleMonth gives a day of a month the month of the date before it, or the one that
// follows where that date is a later day; else the latest month before publication
// that has had the day: on the 16th.
func (a anchors) settleMonth(i int) {
	x := &a.all[i]
	var base days
	switch k := a.resolvedBefore(i); {
	case k >= 0:
		base = a.all[k].days
	case !a.out.From.IsZero():
		base = days{a.out.From, a.out.To, a.out.Precision}
	case !a.r.published.IsZero() && !a.inferred:
		base = days{a.r.published, a.r.published, mention.Day}
		if x.e.day > a.r.published.Day() {
			base.to = monthOf(base.to.Year(), int(base.to.Month())-1).to
		}
		x.days, x.ok = inYear(base.to.Year(), int(base.to.Month()), x.e.day, whole)
		return
	}
	if base.to.IsZero() || base.precision == mention.Year {
		return
	}
	y, m := base.to.Year(), int(base.to.Month())
	if base.precision == mention.Day && x.e.day < base.to.Day() {
		next := monthOf(y, m+1)
		y, m = next.from.Year(), int(next.from.Month())
	}
	x.days, x.ok = inYear(y, m, x.e.day, whole)
}

// settleDuration settles a duration by the day of its end: a five-day siege
// that ended on Sunday.
func (a anchors) settleDuration(i int) {
	x := &a.all[i]
	for k := range a.all {
		o := a.all[k]
		if k != i && o.ok && o.first > x.first && o.days.precision == mention.Day && a.ended(x.next, o.first) {
			x.days, x.ok = a.r.nth(x.e, o.days.to)
			break
		}
	}
	x.dropped = !x.ok
}

// base returns the date that the offset at i counts from, and the direction. A
// date inside "a day after …" is of what is told there, so the expression is the
// day after it; the date of the main clause is of the other event, so the
// expression is the day before it.
func (a anchors) base(i int) (days, int, bool) {
	x := a.all[i]
	sign := x.e.sign
	if x.e.clause {
		if k := a.resolvedAfter(i); k >= 0 && !a.comma(x.next, a.all[k].first) {
			return a.all[k].days, sign, true
		}
		sign = -sign
	}
	k := a.resolvedBefore(i)
	if k < 0 && x.e.clause {
		k = a.resolvedAfter(i)
	}
	switch {
	case k >= 0:
		return a.all[k].days, sign, true
	case !a.out.From.IsZero():
		return days{a.out.From, a.out.To, a.out.Precision}, sign, true
	}
	return days{}, 0, false
}

// resolvedBefore returns the nearest expression before i that has its days, or -1.
func (a anchors) resolvedBefore(i int) int {
	for k := i - 1; k >= 0; k-- {
		if a.all[k].ok {
			return k
		}
	}
	return -1
}

// resolvedAfter returns the nearest expression after i that has its days, or -1.
func (a anchors) resolvedAfter(i int) int {
	for k := i + 1; k < len(a.all); k++ {
		if a.all[k].ok {
			return k
		}
	}
	return -1
}

// comma reports whether a comma stands between two words.
func (a anchors) comma(from, to int) bool {
	return lang.AnyIn(from, to, func(k int) bool { return a.p.at(k, ",", ";") })
}

// ended reports whether the words between two say that something ended.
func (a anchors) ended(from, to int) bool {
	return lang.AnyIn(from, to, func(k int) bool { return strings.HasPrefix(a.p.w[k].lower, "end") })
}

// lasting returns the durations, as in a five-day siege; they are dates only where
// their end has one.
func (p *parser) lasting() []found {
	var out []found
	for i := range p.w {
		if i > 0 && p.at(i-1, "-") {
			continue
		}
		n, j, ok := p.number(i)
		if !ok || n == 0 || !p.at(j, "-") || !p.glued(j) {
			continue
		}
		if u := p.unit(j + 1); (u == "day" || u == "week" || u == "month") && !p.at(j+2, "-") {
			out = append(out, found{i, j + 2, &expr{kind: lasting, n: n, unit: u}})
		}
	}
	return out
}
