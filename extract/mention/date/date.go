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
	// Country is the publisher's (ISO 3166-1 alpha-3, see PublisherCountry):
	// it decides between 05/06 and 06/05. Empty leaves those unresolved.
	Country string
	// Anchor is the day of the happening that the sentence goes on from, for
	// "two days later" where the sentence itself gives no date. Zero where
	// it is not known.
	Anchor mention.Date
}

// Find gives the time expressions of a sentence in text order. The sentence
// needs its Tokens: they hold the tense.
func Find(s *lang.Sentence, ctx Context) []mention.Date {
	if s == nil || s.Text == "" {
		return nil
	}
	p := &parser{l: lex(), w: scan(s.Text)}
	all := p.all()
	all = append(all, p.lasting()...)
	if len(all) == 0 {
		return nil
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].first < all[j].first })
	share(p, all)
	r := &resolver{published: ctx.Published, monthFirst: ctx.Country == "USA", dayFirst: ctx.Country != "" && ctx.Country != "USA"}
	out := make([]resolved, len(all))
	for i, f := range all {
		start, end := p.w[f.first].start, p.w[f.next-1].end
		out[i] = resolved{found: f, tense: governing(s, start, end)}
		if f.e.kind == lasting {
			out[i].perfect = perfect(s, start)
		}
		out[i].days, out[i].ok = r.resolve(f.e, out[i].tense)
	}
	a := anchors{p, r, out, ctx.Anchor}
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
			d.Next = x.ahead
		}
		dates = append(dates, d)
	}
	return dates
}

// resolved is an expression with its days.
type resolved struct {
	found
	tense   tense
	days    days
	ok      bool
	perfect bool
	dropped bool
	ahead   bool // dates the clause after it, by the date of its own
}

// share gives dates without a year the one of the next in their list: on 3
// May and 5 June 2016; Thursday and Friday last week.
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
		case a.kind == absolute && b.kind == absolute && a.month > 0 && a.year == 0 && !a.hasRef && !a.yearRef && b.month > 0:
			a.year, a.ref, a.yearRef = b.year, b.ref, b.yearRef
		case a.kind == weekday && b.kind == weekday && b.weekRef && !a.hasRef:
			a.ref, a.hasRef, a.weekRef = b.ref, true, true
		}
	}
}

func list(ws []word) bool {
	for _, w := range ws {
		if w.lower != "and" && w.lower != "or" && w.lower != "," && w.lower != "on" {
			return false
		}
	}
	return true
}

// anchors settles the expressions that count from another date of the
// sentence.
type anchors struct {
	p   *parser
	r   *resolver
	all []resolved
	out mention.Date // the anchor from outside the sentence
}

func (a anchors) settle(i int) {
	x := &a.all[i]
	e := x.e
	switch {
	case e.kind == offset:
		base, sign, ok := a.base(i)
		if !ok {
			return
		}
		x.ahead = e.clause && sign != e.sign
		if e.unit == "weekday" {
			d := base.to
			for k := 0; k < 7; k++ {
				if e.sign > 0 || k > 0 {
					d = d.AddDate(0, 0, 1)
				}
				if int(d.Weekday()) == e.wd-1 {
					break
				}
			}
			x.days, x.ok = days{d, d, mention.Day}, base.precision == mention.Day
		} else if sign == 0 || e.n == 0 {
			x.days, x.ok = shift(base, 1, 0, e.unit)
		} else {
			x.days, x.ok = shift(base, sign, e.n, e.unit)
		}
	case e.kind == nthDay:
		for _, k := range []int{i - 1, i + 1} {
			if k >= 0 && k < len(a.all) && a.all[k].ok && a.all[k].e.kind == weekday {
				x.days, x.ok = a.r.nth(e, a.all[k].days.to)
			}
		}
	case e.kind == dayRef && e.name == "part":
		if len(a.all) > 1 {
			x.dropped = true // at dawn belongs to the day that the sentence names
		} else if !a.out.From.IsZero() && a.out.Precision == mention.Day {
			x.days, x.ok = days{a.out.From, a.out.To, mention.Day}, true
		}
	case e.kind == lasting && e.sign < 0:
		x.dropped = !x.perfect
		if x.perfect && !a.r.published.IsZero() {
			x.days, x.ok = a.r.past(e, told)
		}
	case e.kind == lasting:
		for k := range a.all {
			if k != i && a.all[k].ok && a.all[k].first > x.first && a.all[k].days.precision == mention.Day && a.ended(x.next, a.all[k].first) {
				x.days, x.ok = a.r.nth(e, a.all[k].days.to)
				break
			}
		}
		x.dropped = !x.ok
	default:
		return
	}
	if x.ok {
		x.days, x.ok = a.r.until(x.days, x.tense)
	}
}

// base is the date that the offset at i counts from, and the direction. A
// date inside "a day after …" dates that happening, so the expression is the
// day after it; the date of the main clause dates the other one, so the
// expression is the day before it.
func (a anchors) base(i int) (days, int, bool) {
	x := a.all[i]
	e := x.e
	if e.clause {
		for k := i + 1; k < len(a.all); k++ {
			if a.all[k].ok && !a.comma(x.next, a.all[k].first) {
				return a.all[k].days, e.sign, true
			}
		}
		for k := i - 1; k >= 0; k-- {
			if a.all[k].ok {
				return a.all[k].days, -e.sign, true
			}
		}
		for k := i + 1; k < len(a.all); k++ {
			if a.all[k].ok {
				return a.all[k].days, -e.sign, true
			}
		}
		if !a.out.From.IsZero() {
			return days{a.out.From, a.out.To, a.out.Precision}, -e.sign, true
		}
		return days{}, 0, false
	}
	for k := i - 1; k >= 0; k-- {
		if a.all[k].ok {
			return a.all[k].days, e.sign, true
		}
	}
	if !a.out.From.IsZero() {
		return days{a.out.From, a.out.To, a.out.Precision}, e.sign, true
	}
	return days{}, 0, false
}

func (a anchors) comma(from, to int) bool {
	for k := from; k < to; k++ {
		if a.p.at(k, ",", ";") {
			return true
		}
	}
	return false
}

// ended says whether words from to to say that something came to its end.
func (a anchors) ended(from, to int) bool {
	for k := from; k < to; k++ {
		if strings.HasPrefix(a.p.w[k].lower, "end") {
			return true
		}
	}
	return false
}

// lasting reads five-day: a duration, and a date only where its end has one.
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
