package date

// The expressions that are counted from publication or from another date.

// weekdays reads Monday, last Monday, Monday last week, the night of Monday.
func (p *parser) weekdays(i int, _ bool) (*expr, int) {
	if !p.mayBegin(i) {
		return nil, i
	}
	j := i
	e := &expr{kind: weekday}
	if p.at(j, "the") {
		j++
	}
	if r, ok := p.sense(j, "reference"); ok {
		e.ref, e.hasRef = r.n, true
		j++
	} else if p.at(j, "following", "same") && j > i {
		e.kind, e.unit, e.sign = offset, "weekday", 1
		if p.at(j, "same") {
			e.sign = 0
		}
		j++
	} else if j > i {
		return nil, i
	}
	if d, ok := p.sense(j, "weekday"); ok && p.w[j].capital() {
		e.dayOfWeek = d.n + 1
		j++
		if r, ok := p.sense(j, "reference"); ok && p.unit(j+1) == "week" {
			e.ref, e.hasRef, e.weekRef = r.n, true, true
			return e, j + 2
		}
		if p.at(j, "of", "in") {
			if r, ok := p.sense(j+1, "reference"); ok && p.unit(j+2) == "week" {
				e.ref, e.hasRef, e.weekRef = r.n, true, true
				return e, j + 3
			}
		}
		if e.kind == weekday && !e.hasRef && p.at(j, "in") {
			if m, next := p.monthOnly(j+1, true); m != nil { // a Sunday in May 1991
				return m, next
			}
		}
		return e, j
	}
	return nil, i
}

// mayBegin reports whether word i is the or that, or one that dates are made of.
// Few words are.
func (p *parser) mayBegin(i int) bool {
	return i < len(p.w) && (len(p.senses[i].entries) > 0 || p.at(i, "the", "that"))
}

// relative reads today, this week, last month, the past 48 hours, the weekend.
func (p *parser) relative(i int, _ bool) (*expr, int) {
	if d, ok := p.sense(i, "day"); ok {
		if d.n >= 0 && p.at(i-1, "of") {
			return nil, i // the leaders of tomorrow
		}
		return &expr{kind: dayRef, n: d.n}, i + 1
	}
	j := i
	definite := p.at(j, "the", "these")
	if definite {
		j++
	}
	if e, next := p.weekOfDate(j); e != nil {
		return e, next
	}
	if p.at(j, "weekend") {
		return &expr{kind: weekend}, j + 1
	}
	if p.at(j, "recent") && p.unit(j+1) != "" {
		return &expr{kind: vague}, j + 2
	}
	if e, next := p.referred(j, definite); e != nil {
		return e, next
	}
	return nil, i
}

// weekOfDate reads a week or weekend that a date in it names: week of 5
// December, week ending on 5 December.
func (p *parser) weekOfDate(i int) (*expr, int) {
	if !p.at(i, "weekend", "week") || !p.at(i+1, "of", "beginning", "starting", "ending") {
		return nil, i
	}
	k := i + 2
	for p.at(k, "on", ",") {
		k++
	}
	d, next := p.dated(k, true)
	if d == nil || d.kind != absolute || d.day == 0 {
		return nil, i
	}
	e := &expr{kind: weekOfDay, name: p.w[i].lower, a: d}
	if p.at(i+1, "ending") {
		e.sign = -1
	}
	return e, next
}

// referred reads what last, this or next stands before: last month, this
// morning, past 48 hours. definite tells that an article stands before it.
func (p *parser) referred(i int, definite bool) (*expr, int) {
	r, ok := p.sense(i, "reference")
	if !ok {
		return nil, i
	}
	lower := p.w[i].lower
	j := i + 1
	if p.at(j, "weekend") {
		return &expr{kind: weekend, ref: r.n, hasRef: true, name: lower}, j + 1
	}
	if p.at(j, "past") { // this past week
		j++
		lower = "past"
	}
	if p.partOfDay(j) && !definite {
		return &expr{kind: dayRef, n: min(r.n, 0)}, j + 1
	}
	if unit := p.unit(j); wholeDays(unit) && unit != "century" {
		switch {
		case lower == "past" || definite && r.n < 0 && lower != "previous":
			return &expr{kind: past, n: 1, unit: unit, sign: -1}, j + 1
		case unit == "day" || unit == "decade":
			return nil, i
		}
		return &expr{kind: unitRef, unit: unit, ref: r.n, hasRef: true}, j + 1
	}
	n, k, ok := p.number(j)
	switch unit := p.unit(k); {
	case !ok || r.n == 0 || unit == "":
		return nil, i
	case n == 0: // the past few days
		return &expr{kind: vague}, k + 1
	default:
		return &expr{kind: past, n: n, unit: unit, sign: r.n}, k + 1
	}
}

// wholeDays reports whether a unit is a day or longer.
func wholeDays(unit string) bool { return unit != "" && unit != "hour" && unit != "minute" }

// nth reads for a third day, into its second week.
func (p *parser) nth(i int) (*expr, int) {
	if !p.at(i, "for", "into", "entered", "in", "on") || !p.at(i+1, "a", "the", "its", "their") {
		return nil, i
	}
	n, j, ok := p.ordinal(i + 2)
	if !ok {
		return nil, i
	}
	row := false
	if _, ok := p.sense(j, "row"); ok {
		row = true
		j++
	}
	unit := p.unit(j)
	if !wholeDays(unit) {
		return nil, i
	}
	j++
	if _, ok := p.sense(j, "row"); ok {
		row = true
		j++
	} else if p.at(j, "in") && p.at(j+1, "a") && p.at(j+2, "row") {
		row = true
		j += 3
	}
	if p.at(i, "on", "in") && !row && !p.at(i+1, "its", "their") {
		return nil, i
	}
	e := &expr{kind: nthDay, n: n, unit: unit}
	if p.at(i, "into", "entered") {
		e.sign = 1
	}
	return e, j
}

// lastingFor reads for five days, which is a date only in the perfect: they
// have shelled the town for five days.
func (p *parser) lastingFor(i int) (*expr, int) {
	if !p.at(i, "for") {
		return nil, i
	}
	n, j, ok := p.number(i + 1)
	if !ok || n == 0 || p.at(i+1, "over") || p.unit(j) == "" {
		return nil, i
	}
	return &expr{kind: lasting, n: n, unit: p.unit(j), sign: -1}, j + 1
}

// seasons reads last summer, the spring of 2015, in autumn 2014.
func (p *parser) seasons(i int, prep bool) (*expr, int) {
	if !p.mayBegin(i) {
		return nil, i
	}
	j := i
	e := &expr{kind: season}
	if p.at(j, "that") {
		e.told = true
		j++
	} else if p.at(j, "the") {
		j++
	}
	if r, ok := p.sense(j, "reference"); ok {
		e.ref, e.hasRef = r.n, true
		j++
	}
	s, ok := p.sense(j, "season")
	if !ok || p.w[j].capital() && j > 0 && p.glued(j) {
		return nil, i
	}
	e.month = s.n
	j++
	if next, ok := p.yearOfSeason(e, j); ok {
		return e, next
	}
	if e.hasRef || e.told || prep && p.at(i-1, "in", "since", "during", "over", "throughout") && !p.at(j, "of") && (p.ends(j) || p.at(i, "the")) {
		return e, j
	}
	return nil, i
}

// yearOfSeason reads the year after a season into its expression: the spring [of 2015],
// in autumn [2014], the summer [of last year], the winter [of that year].
func (p *parser) yearOfSeason(e *expr, i int) (next int, ok bool) {
	if p.at(i, "of") {
		i++
	}
	if i < len(p.w) && p.w[i].isYear() {
		e.year = p.w[i].num
		return i + 1, true
	}
	if ref, next, ok := p.yearReference(i); ok {
		e.ref, e.yearRef = ref, true
		return next, true
	}
	e.yearsOn, next, ok = p.thatYear(i)
	e.told = e.told || ok
	return next, ok
}

// fractions reads the first half of 2016, the second quarter, the first
// three months of the year.
func (p *parser) fractions(i int, _ bool) (*expr, int) {
	j := p.skipThe(i)
	n, k, ok := p.ordinal(j)
	if p.at(j, "last", "final") {
		n, k, ok = -1, j+1, true
	}
	if !ok {
		return nil, i
	}
	e, k := p.portion(n, k)
	if e == nil || !p.at(k, "of") {
		return nil, i
	}
	k++
	if u := p.unit(k + 1); p.at(k, "the", "this") && (u == "year" || u == "month") {
		e.a = &expr{kind: unitRef, unit: u, hasRef: true}
		return e, k + 2
	}
	of, next := p.simple(k, true)
	if of == nil || of.kind != absolute && of.kind != unitRef && of.kind != feastDay {
		return nil, i
	}
	e.a = of
	return e, next
}

// portion reads what the n-th is taken of at i: half, quarter, three months. The
// last one is -1.
func (p *parser) portion(n, i int) (*expr, int) {
	switch {
	case p.at(i, "half") && n <= 2:
		return &expr{kind: fraction, name: "half", n: n}, i + 1
	case p.at(i, "quarter") && n <= 4:
		return &expr{kind: fraction, name: "quarter", n: n}, i + 1
	}
	count, k, ok := p.number(i)
	unit := p.unit(k)
	if !ok || count == 0 || unit != "month" && unit != "day" && unit != "week" {
		return nil, i
	}
	return &expr{kind: fraction, name: "months", n: count, sign: n, unit: unit}, k + 1
}

// feasts reads the feasts of data/feasts.csv, with a year or without.
func (p *parser) feasts(i int, _ bool) (*expr, int) {
	j := i
	if p.at(j, "the") {
		j++
	}
	before := 0
	if p.at(j, "eve") && p.at(j+1, "of") {
		before = -1
		j = p.skipThe(j + 2)
	} else if n, k, ok := p.ordinal(j); ok && p.at(k, "day") && p.at(k+1, "of") {
		before = n - 1
		j = p.skipThe(k + 2)
	}
	for p.is(j, p.l.sets["feast filler"]) {
		j++
	}
	if j >= len(p.w) || !p.w[j].capital() || !p.l.feastWords[p.w[j].lower] {
		return nil, i
	}
	for n := 6; n > 0; n-- {
		if j+n > len(p.w) {
			continue
		}
		if _, ok := p.l.feasts[joined(p.w[j:j+n])]; !ok {
			continue
		}
		e := &expr{kind: feastDay, name: joined(p.w[j : j+n]), n: before}
		if r, ok := p.sense(i-1, "reference"); ok {
			e.ref, e.hasRef = r.n, true
		}
		dated, next := p.yearOfDate(e, j+n)
		return dated, next
	}
	return nil, i
}

// nights reads overnight and a part of the day that stands alone: at dawn.
func (p *parser) nights(i int, prep bool) (*expr, int) {
	if p.at(i, "overnight") {
		return &expr{kind: overnight}, i + 1
	}
	if _, ok := p.sense(i, "hour"); ok && p.at(i-1, "at", "before", "after", "around") {
		return &expr{kind: dayRef, name: "part"}, i + 1
	}
	return nil, i
}
