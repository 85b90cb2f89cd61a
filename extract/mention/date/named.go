package date

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The expressions that name a day, month or year of the calendar.

// numeric reads a date in figures: 2016-12-10, 10.12.2016, 10/12/2016, 25/12.
func (p *parser) numeric(i int, _ bool) (*expr, int) {
	mark := p.separator(i)
	if mark == "" || i > 0 && p.glued(i) && !p.at(i-1, "(", "-") {
		return nil, i
	}
	if p.separator(i+2) == mark {
		return p.threeFigures(i, mark)
	}
	return p.twoFigures(i, mark)
}

// figure reports whether a plain number stands at i.
func (p *parser) figure(i int) bool {
	return i < len(p.w) && p.w[i].digits && p.w[i].suffix == ""
}

// separator returns the mark between the figures at i and i+2 where they are
// written together, as in 10.12 and 10/12, or "".
func (p *parser) separator(i int) string {
	if p.figure(i) && p.glued(i+1) && p.glued(i+2) && p.figure(i+2) && p.at(i+1, "-", ".", "/") {
		return p.w[i+1].lower
	}
	return ""
}

// threeFigures reads a day, a month and a year: 2016-12-10, 10.12.16.
func (p *parser) threeFigures(i int, mark string) (*expr, int) {
	a, b, last := p.w[i].num, p.w[i+2].num, p.w[i+4]
	if p.w[i].isYear() && valid(a, b, last.num) {
		return &expr{kind: absolute, year: a, month: b, day: last.num}, i + 5
	}
	year := last.num
	if !last.isYear() {
		if last.end-last.start != 2 {
			return nil, i
		}
		year += 2000
	}
	if e := ordered(a, b, year, mark); e != nil {
		return e, i + 5
	}
	return nil, i
}

// twoFigures reads a day and a month: 25/12.
func (p *parser) twoFigures(i int, mark string) (*expr, int) {
	if p.w[i].end-p.w[i].start > 2 || p.w[i+2].end-p.w[i+2].start > 2 {
		return nil, i
	}
	next := i + 3
	if mark != "/" || p.glued(next) && !p.at(next, ".", ",", ")", ":", ";", "'s", "\"", "”") {
		return nil, i
	}
	if e := ordered(p.w[i].num, p.w[i+2].num, 0, mark); e != nil {
		return e, next
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

// dated reads dates with the name of a month: Friday, 3 May 2016; May 3-5; the first of May.
func (p *parser) dated(i int, prep bool) (*expr, int) {
	j := i
	dayOfWeek := 0
	if e, ok := p.sense(j, "weekday", "weekday abbreviation"); ok && p.w[j].capital() {
		dayOfWeek = e.n + 1
		j++
		if p.at(j, ".") && e.class == "weekday abbreviation" {
			j++
		}
		for p.at(j, ",", "the", "on") {
			j++
		}
	}
	if e, next := p.dayMonth(j); e != nil {
		e.dayOfWeek = dayOfWeek
		return p.yearOfDate(e, next)
	}
	if e, next := p.monthDay(j, p.at(i-1, "in")); e != nil {
		e.dayOfWeek = dayOfWeek
		return p.yearOfDate(e, next)
	}
	if dayOfWeek > 0 {
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

// dayAlone reads a day of a month that was told before: [on] the 16th, [on the night
// of] the 19th. What follows must be no noun that it numbers: the 16th floor.
func (p *parser) dayAlone(i int, _ bool) (*expr, int) {
	if !p.at(i, "the") || !p.at(i-1, "on", "of", "by", "until", "since") || p.at(i-1, "of") && !p.inDay(i-2) {
		return nil, i
	}
	n, next, ok := p.ordinal(i + 1)
	if !ok || n > 31 || !p.w[i+1].digits || !p.ends(next) && !p.is(next, p.l.sets["after day"]) {
		return nil, i
	}
	return &expr{kind: absolute, day: n, told: true}, next
}

// inDay reports whether the word at i is a stretch of the day: on the night of.
func (p *parser) inDay(i int) bool { return p.partOfDay(i) || p.at(i, "hours") }

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
	if !ok || p.unitAfter(k) || afterIn && p.countsAfterIn(k) || p.clockAt(k-1) {
		return nil, i
	}
	first := &expr{kind: absolute, day: a, month: m}
	if p.at(k, "-", "to", "and", "or", "through", "/") {
		if b, next, ok := p.dayNumber(p.skipThe(k + 1)); ok && b > a && !p.monthAt(next) && !(p.at(k, "and") && p.countedAfter(next)) {
			return &expr{kind: interval, a: first, b: &expr{kind: absolute, day: b, month: m}}, next
		}
	}
	return first, k
}

// countsAfterIn reports whether the number that ends before i, behind in and a
// month, counts something rather than naming a day: in May 12 [people]. A year
// after a comma makes it a day: in May 12, 2016.
func (p *parser) countsAfterIn(i int) bool {
	plain := p.w[i-1].digits && p.w[i-1].suffix == ""
	return plain && !(p.at(i, ",") && i+1 < len(p.w) && p.w[i+1].isYear())
}

// clockAt reports whether a time of the day begins at i: May 10:30.
func (p *parser) clockAt(i int) bool {
	return p.w[i].digits && p.at(i+1, ":", ".") && p.glued(i+1) && p.glued(i+2) && p.w[i+2].digits
}

// monthAt reports whether a month stands at i: 3 [May].
func (p *parser) monthAt(i int) bool {
	m, _, _ := p.month(i)
	return m > 0
}

// unitAfter reports whether a unit follows, so that the number counts it.
func (p *parser) unitAfter(i int) bool {
	_, ok := p.sense(i, "unit")
	return ok || p.at(i, "-") && p.unit(i+1) != ""
}

// countedAfter reports whether a lower-case word follows that the number before
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
	if shift, next, ok := p.thatYear(j); ok {
		set(func(x *expr) { x.told, x.yearsOn = true, shift })
		return e, next
	}
	return e, i
}

// thatYear reads that year, the same year or the following year, and returns how many years it
// lies after the one that was told.
func (p *parser) thatYear(i int) (shift, next int, ok bool) {
	if p.at(i, "that") && p.unit(i+1) == "year" {
		return 0, i + 2, true
	}
	if p.at(i, "the") {
		i++
	}
	shift, ok = p.neighbour(i)
	return shift, i + 2, ok && (shift == 0 || p.at(i-1, "the")) && p.unit(i+1) == "year"
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
	if r, ok := p.sense(i, "reference"); ok && !p.at(i, "past") {
		if m, next, _ := p.month(i + 1); m > 0 {
			return &expr{kind: absolute, month: m, ref: r.n, hasRef: true}, next
		}
	}
	m, next, bare := p.month(i)
	if m == 0 {
		return nil, i
	}
	if p.partOfDay(next) && (p.at(next+1, "in", "of") || p.ends(next+1)) { // a December night in 1991
		next++
	}
	if dated, end := p.yearOfDate(&expr{kind: absolute, month: m}, next); end > next {
		return dated, end
	}
	if year := p.shortYear(next); year > 0 {
		return &expr{kind: absolute, month: m, year: year}, next + 2
	}
	isRange := p.at(next, "-", "to", "through", "and") && p.monthAt(next+1)
	if isRange || bare && p.monthAlone(i, next, prep) {
		return &expr{kind: absolute, month: m}, next
	}
	return nil, i
}

// shortYear returns the year of two digits at i, as in March '14, or 0.
func (p *parser) shortYear(i int) int {
	if p.at(i, "'") && i+1 < len(p.w) && p.w[i+1].digits && p.w[i+1].end-p.w[i+1].start == 2 {
		return 2000 + p.w[i+1].num
	}
	return 0
}

// monthAlone reports whether the name of a month at i, which ends before next,
// is one without a day or a year: in March, until May, March: a bus was burned; and not
// May resigned.
func (p *parser) monthAlone(i, next int, prep bool) bool {
	name := p.l.sets["given name"][p.w[i].lower]
	if prep || p.headedBy(i) || p.isOnlyWord(i) {
		return true
	}
	if p.at(i-1, "-") || p.is(i-1, p.l.sets["before month"]) || p.at(next, "'s") {
		return !name || i == 0 || next >= len(p.w) || !p.w[next].capital()
	}
	return !name && i > 0
}

// year reads a bare year where only a year can stand, and decades.
func (p *parser) year(i int, prep bool) (*expr, int) {
	j := p.skipThe(i)
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
	if y := p.w[j].decade(j > i); y > 0 {
		return &expr{kind: decade, year: y, part: q}, j + 1
	}
	if !p.w[j].isYear() || p.at(j+1, ".", "/", ":") && p.glued(j+1) && p.glued(j+2) {
		return nil, i
	}
	e := &expr{kind: absolute, year: p.w[j].num, part: q}
	if last := p.yearRange(j); last > 0 {
		return &expr{kind: interval, a: e, b: &expr{kind: absolute, year: last}}, j + 3
	}
	if !p.yearAlone(i, j, prep) {
		return nil, i
	}
	return e, j + 1
}

// decade returns the first year of the decade that the word names, or 0: 1990s,
// and with an article before it 90s.
func (w word) decade(article bool) int {
	switch {
	case !w.digits || w.suffix != "s" || w.num%10 != 0:
		return 0
	case w.num >= 1900 && w.num < 2100:
		return w.num
	case w.num >= 20 && w.num < 100 && article:
		return 1900 + w.num
	}
	return 0
}

// yearRange returns the last year of a range that begins with the year at i, or
// 0: 2014-15, 2014/15.
func (p *parser) yearRange(i int) int {
	if !p.at(i+1, "-", "/") || !p.glued(i+1) || !p.glued(i+2) || !p.w[i+2].digits || p.w[i+2].end-p.w[i+2].start != 2 {
		return 0
	}
	first, last := p.w[i].num, p.w[i+2].num
	if last != (first+1)%100 && last <= first%100 {
		return 0
	}
	return first/100*100 + last
}

// isPlural reports whether the word at i, or the one behind it, is what a number may
// count: a further 2013 people, the other 1990 armed men.
func (p *parser) isPlural(i int) bool {
	return slices.ContainsFunc([]int{i, i + 1}, func(k int) bool {
		return p.is(k, p.l.sets["counted people"])
	}) || len(p.w[i].lower) > len("gas") && strings.HasSuffix(p.w[i].lower, "s")
}

// headedBy reports whether the year or month at i is the heading of what its paragraph goes on
// to tell: 1942 – A constable was shot dead; March: A signal box was burned.
func (p *parser) headedBy(i int) bool {
	return i == 0 && (p.at(1, "-") && !p.glued(1) || p.at(1, ":")) && !p.glued(2)
}

// isOnlyWord reports whether the word at i is the only one, with marks at most around it, as in
// a heading: == 2014 ==.
func (p *parser) isOnlyWord(i int) bool {
	for k, w := range p.w {
		if r, _ := utf8.DecodeRuneInString(w.text); k != i && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			return false
		}
	}
	return true
}

// namesYear reports whether the words before the number at i show that it is a year: the worst
// year was 2014; the next year, 2014, was worse; then came 2014; By 2014 rebels held the north.
func (p *parser) namesYear(i int) bool {
	return p.at(i-1, "was", ",") && p.unit(i-2) == "year" || p.at(i-1, "came") || i == 1 && p.at(0, "by")
}

// yearAlone reports whether the year at j, in a phrase that begins at i, counts
// nothing: in 2014, the 2014 war, and not 2014 people.
func (p *parser) yearAlone(i, j int, prep bool) bool {
	counts := p.countedAfter(j + 1)
	switch {
	case i == j && (p.headedBy(i) || p.isOnlyWord(i) || p.namesYear(i)):
		return true
	case j > i: // the 2014 war
		return counts
	case prep && !p.at(i-1, "at", "over", "around"):
		return true
	case p.at(i-1, "(", "'s", "its", "their", "his", "her", "a") || p.at(j+1, "'s"):
		return true
	case p.at(i-2, "a", "an", "the") && p.countedAfter(i-1) && counts && !p.isPlural(j+1): // a deadly 2013 attack
		return true
	}
	return !counts && (prep || p.is(i-1, p.l.sets["before year"]))
}
