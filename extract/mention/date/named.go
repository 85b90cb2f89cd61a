package date

// The expressions that name a day, month or year of the calendar.

// numeric reads 2016-12-10, 10.12.2016, 10/12/2016, 25/12.
func (p *parser) numeric(i int, _ bool) (*expr, int) {
	w := p.w
	if i+2 >= len(w) || !w[i].digits || w[i].suffix != "" || !p.glued(i+1) || !p.glued(i+2) || !w[i+2].digits || w[i+2].suffix != "" {
		return nil, i
	}
	if i > 0 && p.glued(i) && !p.at(i-1, "(", "-") {
		return nil, i
	}
	mark := w[i+1].lower
	if mark != "-" && mark != "." && mark != "/" {
		return nil, i
	}
	if i+4 < len(w) && w[i+3].lower == mark && p.glued(i+3) && p.glued(i+4) && w[i+4].digits && w[i+4].suffix == "" {
		a, b, c := w[i].num, w[i+2].num, w[i+4].num
		switch {
		case w[i].isYear() && valid(a, b, c):
			return &expr{kind: absolute, year: a, month: b, day: c}, i + 5
		case w[i+4].isYear() || w[i+4].end-w[i+4].start == 2:
			if !w[i+4].isYear() {
				c += 2000
			}
			if e := ordered(a, b, c, mark); e != nil {
				return e, i + 5
			}
		}
		return nil, i
	}
	short := func(k int) bool { return w[k].end-w[k].start <= 2 }
	if mark == "/" && short(i) && short(i+2) && !(i+3 < len(w) && p.glued(i+3) && !p.at(i+3, ".", ",", ")", ":", ";", "'s", "\"", "”")) {
		if e := ordered(w[i].num, w[i+2].num, 0, mark); e != nil {
			return e, i + 3
		}
	}
	if mark == "." && short(i) && short(i+2) && p.at(i+3, ".") && p.glued(i+3) && p.at(i-1, "on", "since", "from", "until", "by") {
		if e := ordered(w[i].num, w[i+2].num, 0, mark); e != nil {
			return e, i + 4
		}
	}
	return nil, i
}

// ordered decides between day-month and month-day where the numbers or the
// mark do; else the expression keeps both numbers for the publisher's country.
func ordered(a, b, year int, mark string) *expr {
	e := &expr{kind: absolute, year: year}
	y := year
	if y == 0 {
		y = 2000 // a leap year
	}
	dm, md := valid(y, b, a), valid(y, a, b)
	switch {
	case dm && (!md || mark == "." || a == b):
		e.day, e.month = a, b
	case md && mark != "." && !dm:
		e.day, e.month = b, a
	case dm && md:
		e.ambiguous, e.dayFirst = true, [2]int{a, b}
	default:
		return nil
	}
	return e
}

// dated reads dates with the name of a month: Friday, 3 May 2016; May 3-5;
// the first of May; March 2014; mid-March last year.
func (p *parser) dated(i int, prep bool) (*expr, int) {
	j := i
	wd := 0
	if e, ok := p.sense(j, "weekday", "weekday abbreviation"); ok && p.w[j].capital() {
		wd = e.n + 1
		j++
		if p.at(j, ".") && e.class == "weekday abbreviation" {
			j++
		}
		for p.at(j, ",", "the", "on") {
			j++
		}
	}
	if e, next := p.dayMonth(j); e != nil {
		e.wd = wd
		return p.yearOfDate(e, next)
	}
	if e, next := p.monthDay(j, p.at(i-1, "in")); e != nil {
		e.wd = wd
		return p.yearOfDate(e, next)
	}
	if wd > 0 {
		return nil, i
	}
	return p.monthOnly(j, prep)
}

// dayMonth reads 3 May, the 3rd of May, 3-5 May, 3 and 4 May.
func (p *parser) dayMonth(i int) (*expr, int) {
	j := i
	if p.at(j, "the") {
		j++
	}
	a, j, ok := p.dayNumber(j)
	if !ok {
		return nil, i
	}
	b := 0
	if p.at(j, "-", "to", "and", "or", "/", "through", "until") {
		if d, k, ok := p.dayNumber(p.skipThe(j + 1)); ok && d > a {
			b, j = d, k
		}
	}
	if p.at(j, "-") && p.glued(j) { // 7-October
		j++
	}
	ordinal := p.at(j, "of")
	if ordinal {
		j++
	}
	m, next, _ := p.month(j)
	if m == 0 {
		if ordinal && b == 0 && p.at(j, "this", "last", "next") && p.unit(j+1) == "month" {
			r, _ := p.sense(j, "reference")
			return &expr{kind: absolute, day: a, ref: r.n, hasRef: true}, j + 2
		}
		return nil, i
	}
	if b > 0 {
		return &expr{kind: interval, a: &expr{kind: absolute, day: a, month: m}, b: &expr{kind: absolute, day: b, month: m}}, next
	}
	return &expr{kind: absolute, day: a, month: m}, next
}

func (p *parser) skipThe(i int) int {
	if p.at(i, "the") {
		return i + 1
	}
	return i
}

// dayNumber reads a day of the month: 3, 3rd, third, twenty-first.
func (p *parser) dayNumber(i int) (n, next int, ok bool) {
	if i >= len(p.w) {
		return 0, i, false
	}
	if w := p.w[i]; w.digits && w.suffix == "" && w.num >= 1 && w.num <= 31 && w.end-w.start <= 2 {
		return w.num, i + 1, true
	}
	if n, next, ok := p.ordinal(i); ok && n >= 1 && n <= 31 {
		return n, next, true
	}
	return 0, i, false
}

// monthDay reads May 3, May 3rd, May 3-5, May 3 and 4. After "in" a number is
// no day: in May 12 people were killed.
func (p *parser) monthDay(i int, afterIn bool) (*expr, int) {
	m, j, _ := p.month(i)
	if m == 0 {
		return nil, i
	}
	a, k, ok := p.dayNumber(p.skipThe(j))
	if !ok || k-1 < len(p.w) && p.unitAfter(k) {
		return nil, i
	}
	if afterIn && p.w[k-1].digits && p.w[k-1].suffix == "" && !(p.at(k, ",") && k+1 < len(p.w) && p.w[k+1].isYear()) {
		return nil, i
	}
	if p.w[k-1].digits && p.glued(k) && p.at(k, ":", ".") && k+1 < len(p.w) && p.glued(k+1) && p.w[k+1].digits {
		return nil, i // May 10:30
	}
	if p.at(k, "-", "to", "and", "or", "through", "/") {
		if b, next, ok := p.dayNumber(p.skipThe(k + 1)); ok && b > a && !p.monthAt(next) && !(p.at(k, "and") && p.countedAfter(next)) {
			return &expr{kind: interval, a: &expr{kind: absolute, day: a, month: m}, b: &expr{kind: absolute, day: b, month: m}}, next
		}
	}
	return &expr{kind: absolute, day: a, month: m}, k
}

func (p *parser) monthAt(i int) bool {
	if p.at(i, "of") {
		i++
	}
	m, _, _ := p.month(i)
	return m > 0
}

// unitAfter says whether a unit follows, so that the number counts it.
func (p *parser) unitAfter(i int) bool {
	_, ok := p.sense(i, "unit")
	return ok || p.at(i, "-") && p.unit(i+1) != ""
}

// countedAfter says whether a lower-case word follows that the number before
// it may count.
func (p *parser) countedAfter(i int) bool {
	return i < len(p.w) && p.w[i].text == p.w[i].lower && p.w[i].lower[0] >= 'a' && p.w[i].lower[0] <= 'z'
}

// yearOfDate reads the year after a day and month.
func (p *parser) yearOfDate(e *expr, i int) (*expr, int) {
	j := i
	if p.at(j, ",") || p.at(j, "of") || p.at(j, "in") {
		j++
	}
	set := func(f func(*expr)) {
		if e.kind == interval {
			f(e.a)
			f(e.b)
			return
		}
		f(e)
	}
	if j < len(p.w) && p.w[j].isYear() && !p.at(j+1, "people") {
		set(func(x *expr) { x.year = p.w[j].num })
		return e, j + 1
	}
	if ref, next, ok := p.yearReference(j); ok {
		set(func(x *expr) { x.ref, x.yearRef = ref, true })
		return e, next
	}
	return e, i
}

// yearReference reads last year, this year, two years ago.
func (p *parser) yearReference(i int) (ref, next int, ok bool) {
	if r, ok := p.sense(i, "reference"); ok && p.unit(i+1) == "year" && !p.at(i, "past") {
		return r.n, i + 2, true
	}
	if n, j, ok := p.number(i); ok && n > 0 && p.unit(j) == "year" && p.at(j+1, "ago") {
		return -n, j + 2, true
	}
	return 0, i, false
}

// monthOnly reads March, March 2014, last March, March of last year. A month
// that is also a word or a name must be in the company that a month keeps.
func (p *parser) monthOnly(i int, prep bool) (*expr, int) {
	j := i
	ref, hasRef := 0, false
	if r, ok := p.sense(j, "reference"); ok && !p.at(j, "past") {
		if m, _, _ := p.month(j + 1); m > 0 {
			ref, hasRef = r.n, true
			j++
		}
	}
	m, next, bare := p.month(j)
	if m == 0 {
		return nil, i
	}
	e := &expr{kind: absolute, month: m, ref: ref, hasRef: hasRef}
	if hasRef {
		return e, next
	}
	if dated, end := p.yearOfDate(&expr{kind: absolute, month: m}, next); end > next {
		return dated, end
	}
	if p.at(next, "'") && next+1 < len(p.w) && p.w[next+1].digits && p.w[next+1].end-p.w[next+1].start == 2 {
		e.year = 2000 + p.w[next+1].num
		return e, next + 2
	}
	if p.at(next, "-", "to", "through", "and") && p.monthAt(next+1) {
		return e, next
	}
	if !bare {
		return nil, i
	}
	if prep || p.at(i-1, "-") || p.is(i-1, p.l.sets["before month"]) || p.at(next, "'s") {
		if next < len(p.w) && p.w[next].capital() && i > 0 && !prep && p.l.sets["given name"][p.w[j].lower] {
			return nil, i
		}
		return e, next
	}
	if p.l.sets["given name"][p.w[j].lower] || j == 0 {
		return nil, i
	}
	return e, next
}

// year reads a bare year where only a year can stand, and decades.
func (p *parser) year(i int, prep bool) (*expr, int) {
	j := i
	if p.at(j, "the") {
		j++
	}
	q := whole
	if e, ok := p.sense(j, "part"); ok && j > i {
		q = parts[e.text]
		j++
		if p.at(j, "-") {
			j++
		}
	}
	if j >= len(p.w) {
		return nil, i
	}
	w := p.w[j]
	if w.digits && w.suffix == "s" && w.num%10 == 0 && (w.num >= 1900 && w.num < 2100 || w.num < 100 && w.num >= 20 && j > i) {
		y := w.num
		if y < 100 {
			y += 1900
		}
		return &expr{kind: decade, year: y, part: q}, j + 1
	}
	if !w.isYear() {
		return nil, i
	}
	if p.glued(j+1) && j+2 < len(p.w) && p.glued(j+2) && p.at(j+1, ".", "/", ":") {
		return nil, i
	}
	e := &expr{kind: absolute, year: w.num, part: q}
	next := j + 1
	if p.at(next, "-", "/") && p.glued(next) && next+1 < len(p.w) && p.glued(next+1) && p.w[next+1].digits {
		b := p.w[next+1]
		if b.end-b.start == 2 && b.num == (w.num+1)%100 || b.end-b.start == 2 && b.num > w.num%100 {
			return &expr{kind: interval, a: e, b: &expr{kind: absolute, year: w.num/100*100 + b.num}}, next + 2
		}
	}
	counted := p.countedAfter(next)
	switch {
	case j > i: // the 2014 war
		if !counted {
			return nil, i
		}
	case prep && !p.at(i-1, "at", "over", "around"):
	case p.at(i-1, "(", "'s", "its", "their", "his", "her", "a") || p.at(next, "'s"):
	case p.is(i-1, p.l.sets["before year"]) && !counted:
	case prep && !counted:
	default:
		return nil, i
	}
	return e, next
}
