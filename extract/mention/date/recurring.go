package date

import "sitrep/extract/mention"

// Seasons, parts of a year and feasts: what comes round every year.

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
	if t == future || e.hasRef && e.ref > 0 {
		for y := p.Year(); ; y++ {
			if d := of(y); d.from.After(p) || !d.to.Before(p) && !(e.hasRef && e.ref > 0) {
				return d, true
			}
		}
	}
	for y := p.Year(); ; y-- {
		d := of(y)
		if e.hasRef && e.ref < 0 && d.to.Before(p) || !(e.hasRef && e.ref < 0) && !d.from.After(p) {
			return d, true
		}
	}
}

func (r *resolver) fraction(e *expr) (days, bool) {
	base, ok := r.open(e.a, untold)
	if e.a.kind == unitRef && ok { // the year so far is not what is halved
		switch e.a.unit {
		case "year":
			base = yearOf(base.from.Year())
		case "month":
			base = monthOf(base.from.Year(), int(base.from.Month()))
		}
	}
	if !ok || base.precision != mention.Year && base.precision != mention.Month {
		return days{}, false
	}
	y, m := base.from.Year(), int(base.from.Month())
	if base.precision == mention.Month {
		half := day(y, m, 15)
		switch {
		case e.name == "half" && e.n == 1:
			return days{base.from, half, mention.Month}, true
		case e.name == "half":
			return days{half.AddDate(0, 0, 1), base.to, mention.Month}, true
		case e.name == "months" && e.unit != "month":
			return edge(base, e)
		}
		return days{}, false
	}
	span, n := 6, e.n
	switch e.name {
	case "quarter":
		span = 3
	case "months":
		if e.unit != "month" {
			return edge(base, e)
		}
		if span, n = e.n, 1; e.sign < 0 {
			return days{day(y, 13-span, 1), base.to, mention.Month}, span <= 12
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

func (r *resolver) feast(e *expr, t tense) (days, bool) {
	f := lex().feasts[e.name]
	rules := []string{f.rule}
	if f.rule == "eid" {
		rules = []string{"fitr", "adha"}
	}
	p := r.published
	y := e.year
	if y == 0 {
		if p.IsZero() {
			return days{}, false
		}
		y = p.Year()
		if e.yearRef {
			y += e.ref
		}
	}
	best, ok := days{}, false
	for _, rule := range rules {
		f.rule = rule
		for _, year := range []int{y, y - 1, y + 1} {
			d, known := f.of(year)
			if !known || (e.year > 0 || e.yearRef) && year != y {
				continue
			}
			d.from = d.from.AddDate(0, 0, e.n)
			if e.n != 0 {
				d.to, d.precision = d.from, mention.Day
			}
			if e.year > 0 || e.yearRef {
				return d, true
			}
			forward := t == future && !(e.hasRef && e.ref < 0) || e.hasRef && e.ref > 0
			strict := e.hasRef && e.ref < 0 && !d.to.Before(p)
			switch {
			case forward && !d.to.Before(p) && (!ok || d.from.Before(best.from)):
				best, ok = d, true
			case !forward && !strict && !d.from.After(p) && (!ok || d.from.After(best.from)):
				best, ok = d, true
			}
		}
	}
	return best, ok
}
