package date

import "sitrep/extract/mention"

// Seasons, parts of a year and feasts: what comes round every year.

// season returns the months of a season: the one named, or the nearest.
func (r *resolver) season(e *expr, t tense) (days, bool) {
	of := func(y int) days { return days{day(y, e.month, 1), day(y, e.month+3, 0), mention.Month} }
	p := r.published
	switch {
	case e.year > 0:
		return of(e.year), true
	case p.IsZero():
		return days{}, false
	case e.yearRef:
		return of(p.Year() + e.ref), true
	}
	next, last := e.hasRef && e.ref > 0, e.hasRef && e.ref < 0
	y, step := p.Year(), -1
	if t == futureTense || next {
		step = 1
	}
	for ; ; y += step {
		d := of(y)
		begun, over := !d.from.After(p), d.to.Before(p)
		switch {
		case step > 0 && (!begun || !over && !next):
			return d, true
		case step < 0 && (last && over || !last && begun):
			return d, true
		}
	}
}

// fraction returns a part of a year or month: the first half of 2016, the last
// three days of March.
func (r *resolver) fraction(e *expr) (days, bool) {
	base, ok := r.open(e.a, noTense)
	if e.a.kind == unitRef && ok { // the year so far is not what is halved
		switch e.a.unit {
		case "year":
			base = yearOf(base.from.Year())
		case "month":
			base = monthOf(base.from.Year(), int(base.from.Month()))
		}
	}
	switch {
	case !ok:
		return days{}, false
	case e.name == "months" && e.unit != "month" && (base.precision == mention.Year || base.precision == mention.Month):
		return edge(base, e)
	case base.precision == mention.Year:
		return yearFraction(base, e)
	case base.precision == mention.Month && e.name == "half":
		half := day(base.from.Year(), int(base.from.Month()), 15)
		if e.n == 1 {
			return days{base.from, half, mention.Month}, true
		}
		return days{half.AddDate(0, 0, 1), base.to, mention.Month}, true
	}
	return days{}, false
}

// yearFraction returns a half, a quarter or the first or last months of a year.
func yearFraction(year days, e *expr) (days, bool) {
	y := year.from.Year()
	span, n := 6, e.n
	switch e.name {
	case "quarter":
		span = 3
	case "months":
		span, n = e.n, 1
		if e.sign < 0 {
			return days{day(y, 13-span, 1), year.to, mention.Month}, span <= 12
		}
	}
	if n < 0 {
		n = 12 / span
	}
	return days{day(y, (n-1)*span+1, 1), day(y, n*span+1, 0), mention.Month}, n*span <= 12
}

// edge is the first or last n days or weeks of base.
func edge(base days, e *expr) (days, bool) {
	n := e.n
	precision := mention.Day
	if e.unit == "week" {
		n, precision = 7*n, mention.Week
	}
	if n > 62 {
		return days{}, false
	}
	if e.sign < 0 {
		return days{base.to.AddDate(0, 0, 1-n), base.to, precision}, true
	}
	return days{base.from, base.from.AddDate(0, 0, n-1), precision}, true
}

// feast returns the days of a feast: in the year that is told, or the nearest.
func (r *resolver) feast(e *expr, t tense) (days, bool) {
	f := lex().feasts[e.name]
	p := r.published
	if e.year == 0 && p.IsZero() {
		return days{}, false
	}
	fixed := e.year > 0 || e.yearRef
	y, years := e.year, []int{-1, 0, 1}
	if y == 0 {
		y = p.Year()
		if e.yearRef {
			y += e.ref
		}
	}
	if fixed {
		years = years[1:2]
	}
	best, ok := days{}, false
	for _, rule := range f.rules {
		for _, offset := range years {
			d, known := f.dayOf(rule, y+offset, e.n)
			switch {
			case known && fixed:
				return d, true
			case known && r.nearer(d, best, ok, e, t):
				best, ok = d, true
			}
		}
	}
	return best, ok
}

// dayOf returns the days of a feast in a year, or the one that is n days after its
// first: the eve of Christmas, the second day of Eid.
func (f feast) dayOf(rule string, year, n int) (days, bool) {
	d, ok := f.of(rule, year)
	if ok && n != 0 {
		from := d.from.AddDate(0, 0, n)
		d = days{from, from, mention.Day}
	}
	return d, ok
}

// nearer reports whether d lies on the side of publication that the tense and a
// last or next ask for, and nearer than best.
func (r *resolver) nearer(d, best days, hasBest bool, e *expr, t tense) bool {
	p := r.published
	next, last := e.hasRef && e.ref > 0, e.hasRef && e.ref < 0
	if next || t == futureTense && !last {
		return !d.to.Before(p) && (!hasBest || d.from.Before(best.from))
	}
	if last && !d.to.Before(p) {
		return false
	}
	return !d.from.After(p) && (!hasBest || d.from.After(best.from))
}
