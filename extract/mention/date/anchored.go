package date

import "strings"

// The expressions that are counted from another time: three days ago, two days later.

// anchored reads three days ago, two days later, a day after, the same day,
// the day before yesterday.
func (p *parser) anchored(i int, _ bool) (*expr, int) {
	if p.is(i, p.l.sets["counted"]) {
		if p.at(i+1, "later") && p.unit(i) == "hour" {
			return &expr{kind: offset, unit: "day"}, i + 2
		}
		if p.at(i+1, "ago", "later", "earlier") { // weeks ago
			return &expr{kind: vague}, i + 2
		}
		return nil, i
	}
	if p.at(i, "the", "that", "on") {
		if e, next := p.definite(i); e != nil {
			return e, next
		}
	}
	n, j, ok := p.number(i)
	unit := p.unit(j)
	if !ok || unit == "" {
		return nil, i
	}
	j++
	if p.at(j, "and") && p.at(j+1, "a") && p.at(j+2, "half") {
		n, j = 0, j+3
	}
	return p.away(i, j, n, unit)
}

// away reads what follows a number n of units of time, which begins at word i and ends
// before word j: ago, later, before.
func (p *parser) away(i, j, n int, unit string) (*expr, int) {
	unsure := n == 0 || p.at(i-1, "than") || p.at(i-1, "over")
	switch {
	case !p.at(j, "ago", "later", "earlier", "previously", "after", "before"):
		return nil, i
	case p.at(j, "after", "later") && !wholeDays(unit) && n < hoursOfDay:
		return &expr{kind: offset, unit: "day", clause: p.at(j, "after") && !p.ends(j+1)}, j + 1
	case unsure || p.at(j, "after", "before") && !wholeDays(unit):
		return &expr{kind: vague}, j + 1
	case p.at(j, "ago"):
		return p.ago(n, unit, j+1)
	}
	e := &expr{kind: offset, n: n, unit: unit, sign: -1}
	if p.at(j, "later", "after") {
		e.sign = 1
	}
	e.clause = p.at(j, "after", "before") && !p.ends(j+1)
	e.comes = e.clause && p.comes(i)
	return e, j + 1
}

// comes reports whether the words before i say of what was told before that it
// came when the words at i say: the blast came [two days after] a raid.
func (p *parser) comes(i int) bool {
	return p.at(i-1, "came", "comes", "happened", "occurred")
}

// hoursOfDay is how many hours or minutes later may be the same day.
const hoursOfDay = 12

const monthsOfYear = 12

// ago reads what follows ago: two weeks ago [on Friday].
func (p *parser) ago(n int, unit string, next int) (*expr, int) {
	e := &expr{kind: ago, n: n, unit: unit}
	if p.at(next, "this") && unit == "year" && p.unit(next+1) == "month" { // ten years ago this month
		e.n, e.unit = n*monthsOfYear, "month"
		return e, next + 2
	}
	if p.at(next, "on") && unit == "week" {
		if d, ok := p.sense(next+1, "weekday"); ok {
			e.dayOfWeek = d.n + 1
			return e, next + 2
		}
	}
	if day, end := p.day(next); day != nil && wholeDays(unit) && unit != "day" {
		e.a = day
		return e, end
	}
	return e, next
}

// day reads the day, or the week, that a number of years ago counts from: today,
// tomorrow, this week, on Monday.
func (p *parser) day(i int) (*expr, int) {
	if d, ok := p.sense(i, "day"); ok && p.w[i].lower != "overnight" {
		return &expr{kind: dayRef, n: d.n}, i + 1
	}
	if p.at(i, "this") && p.unit(i+1) == "week" {
		return &expr{kind: unitRef, unit: "week", hasRef: true}, i + 2
	}
	if p.at(i, "on") {
		i++
	}
	if d, ok := p.sense(i, "weekday"); ok && p.w[i].capital() {
		return &expr{kind: weekday, dayOfWeek: d.n + 1}, i + 1
	}
	return nil, i
}

// ends reports whether a clause or sentence ends before word i.
func (p *parser) ends(i int) bool { return i >= len(p.w) || p.at(i, ".", ",", ";", ")", ":") }

// definite reads the same day, the following week, the day before, the night
// before, the day after tomorrow.
func (p *parser) definite(i int) (*expr, int) {
	j := i + 1
	if p.at(i, "on") && p.at(j, "the", "that") {
		i++
		j++
	}
	unit := p.unitOrPart(j)
	if p.at(i, "that") {
		switch unit {
		case "day", "week", "month", "year":
			return &expr{kind: offset, unit: unit}, j + 1
		}
	}
	if unit != "" && p.at(i, "the") && p.at(j+1, "before", "after") {
		if p.several(j) {
			return &expr{kind: vague}, j + 2
		}
		return p.beforeOrAfter(j+1, unit)
	}
	sign, ok := p.neighbour(j)
	unit = p.unitOrPart(j + 1)
	switch {
	case !ok || !wholeDays(unit):
		return nil, i
	case p.several(j + 1):
		return &expr{kind: vague}, j + 2
	}
	n := 1
	if sign == 0 {
		n = 0
	}
	return &expr{kind: offset, n: n, unit: unit, sign: sign}, j + 2
}

// unitOrPart returns the unit at i, or day for a part of one, or "".
func (p *parser) unitOrPart(i int) string {
	if p.partOfDay(i) {
		return "day"
	}
	return p.unit(i)
}

// several reports whether the unit at i is of more than one: in the weeks after.
func (p *parser) several(i int) bool { return strings.HasSuffix(p.w[i].lower, "s") }

// neighbour reads a word for the time next to one that was told, and its sign:
// the same, following, previous day.
func (p *parser) neighbour(i int) (sign int, ok bool) {
	switch {
	case p.at(i, "same"):
		return 0, true
	case p.at(i, "following", "next"):
		return 1, true
	case p.at(i, "previous", "preceding"):
		return -1, true
	}
	return 0, false
}

// beforeOrAfter reads the before or after at i behind a unit: the day [before],
// the day [after tomorrow], the day [after they had left].
func (p *parser) beforeOrAfter(i int, unit string) (*expr, int) {
	sign := 1
	if p.at(i, "before") {
		sign = -1
	}
	if d, ok := p.sense(i+1, "day"); ok && d.n != 0 {
		return &expr{kind: dayRef, n: d.n + sign}, i + 2
	}
	if p.at(i+1, "that") {
		return &expr{kind: offset, n: 1, unit: unit, sign: sign}, i + 2
	}
	// and the year after eight men were shot
	return &expr{kind: offset, n: 1, unit: unit, sign: sign, clause: !p.ends(i+1) && !p.at(i-3, "and")}, i + 1
}
