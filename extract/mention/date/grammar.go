package date

import "strings"

// parser reads time expressions from scanned words, left to right.
type parser struct {
	l *vocabulary
	w []word
}

// found is an expression and the words it covers.
type found struct {
	first, next int
	e           *expr
}

// all reads every time expression, leftmost and longest first.
func (p *parser) all() []found {
	var out []found
	for i := 0; i < len(p.w); {
		if n := p.onlyName(i); n > 0 {
			i += n
			continue
		}
		e, next := p.phrase(i)
		if e == nil {
			i++
			continue
		}
		first := i
		if next <= i {
			break
		}
		if !p.habitual(i) && !p.street(i, next) {
			out = append(out, found{first, next, e})
		}
		i = next
	}
	return out
}

// habitual says whether the expression at i repeats: every Friday.
func (p *parser) habitual(i int) bool {
	set := p.l.sets["habitual"]
	return i > 0 && p.is(i-1, set) || p.is(i, set) || p.is(i+1, set)
}

// street says whether the word after the expression makes a name of it: 7
// April Street, the 17 November group, Friday Harbor.
func (p *parser) street(first, next int) bool {
	if !p.is(next, p.l.sets["name head"]) || p.w[next-1].isYear() || p.w[next].start != p.w[next-1].end+1 {
		return false
	}
	return p.w[next].capital() || p.at(first, "the") || p.at(first-1, "the")
}

func (w word) capital() bool { return capital(w.text) }

// onlyName is the length of the name at i that only looks like a date, or 0.
func (p *parser) onlyName(i int) int {
	for _, name := range p.l.names[p.w[i].lower] {
		if p.seq(i, name) && p.w[i].capital() {
			return len(name)
		}
	}
	return 0
}

func (p *parser) seq(i int, words []string) bool {
	if i+len(words) > len(p.w) {
		return false
	}
	for k, s := range words {
		if p.w[i+k].lower != s {
			return false
		}
	}
	return true
}

func (p *parser) is(i int, set map[string]bool) bool {
	return i >= 0 && i < len(p.w) && set[p.w[i].lower]
}

func (p *parser) at(i int, words ...string) bool {
	if i < 0 || i >= len(p.w) {
		return false
	}
	for _, s := range words {
		if p.w[i].lower == s {
			return true
		}
	}
	return false
}

// sense is the entry of the word at i in one of the classes.
func (p *parser) sense(i int, classes ...string) (entry, bool) {
	if i < 0 || i >= len(p.w) {
		return entry{}, false
	}
	for _, e := range p.l.words[p.w[i].lower] {
		for _, c := range classes {
			if e.class == c {
				return e, true
			}
		}
	}
	return entry{}, false
}

// glued says whether nothing stands between word i and the one before.
func (p *parser) glued(i int) bool {
	return i > 0 && i < len(p.w) && p.w[i].start == p.w[i-1].end
}

// number reads a count at i. Zero stands for a vague one (several).
func (p *parser) number(i int) (n, next int, ok bool) {
	for {
		if _, about := p.sense(i, "about"); !about {
			break
		}
		i++
	}
	if i >= len(p.w) {
		return 0, i, false
	}
	if p.w[i].digits && p.w[i].suffix == "" && p.w[i].num > 0 && p.w[i].num < 1000 {
		return p.w[i].num, i + 1, true
	}
	if p.at(i, "half") && p.at(i+1, "a", "an") {
		return 0, i + 2, true
	}
	if p.at(i, "a", "the") {
		if v, ok := p.sense(i+1, "vague"); ok && p.at(i+2, "of") {
			return v.n, i + 3, true
		}
		if v, ok := p.sense(i+1, "vague"); ok {
			return v.n, i + 2, true
		}
	}
	if e, ok := p.sense(i, "number"); ok {
		if p.at(i+1, "-") && e.n >= 20 {
			if u, ok := p.sense(i+2, "number"); ok && u.n < 10 {
				return e.n + u.n, i + 3, true
			}
		}
		return e.n, i + 1, true
	}
	if e, ok := p.sense(i, "article"); ok {
		return e.n, i + 1, true
	}
	if v, ok := p.sense(i, "vague"); ok {
		if p.at(i+1, "of") {
			return v.n, i + 2, true
		}
		return v.n, i + 1, true
	}
	return 0, i, false
}

// ordinal reads third, 3rd, twenty-first.
func (p *parser) ordinal(i int) (n, next int, ok bool) {
	if i >= len(p.w) {
		return 0, i, false
	}
	if w := p.w[i]; w.digits && w.suffix != "" && w.suffix != "s" {
		return w.num, i + 1, true
	}
	if e, ok := p.sense(i, "ordinal"); ok {
		return e.n, i + 1, true
	}
	if e, ok := p.sense(i, "number"); ok && e.n >= 20 && e.n < 100 && p.at(i+1, "-") {
		if u, ok := p.sense(i+2, "ordinal"); ok && u.n < 10 {
			return e.n + u.n, i + 3, true
		}
	}
	return 0, i, false
}

// phrase reads an expression with its prepositions at i.
func (p *parser) phrase(i int) (*expr, int) {
	j, kind := i, ""
	for _, l := range p.l.preps {
		if p.seq(i, l.words) {
			j, kind = i+len(l.words), l.effect
			break
		}
	}
	switch kind {
	case "since":
		if e, next := p.timed(j, true); e != nil {
			return &expr{kind: since, a: e}, next
		}
		return nil, i
	case "between":
		if a, k := p.timed(j, true); a != nil {
			if a.kind == interval {
				return a, k
			}
			if p.at(k, "and") {
				if b, next := p.timed(k+1, true); b != nil {
					return &expr{kind: interval, a: a, b: b}, next
				}
			}
			return a, k
		}
		return nil, i
	}
	if e, next := p.lastingFor(i); e != nil {
		return e, next
	}
	e, next := p.timed(j, kind != "")
	if e == nil {
		return p.nth(i)
	}
	if kind == "from" && p.at(next, "on", "onward", "onwards") && !p.at(next+1, "a", "the") {
		return &expr{kind: since, a: e}, next + 1
	}
	if e.kind == weekday && p.at(next, "and", "or") {
		if b, end := p.timed(p.skipOn(next+1), true); b != nil && b.kind == weekday && b.wd-1 == e.wd%7 && !e.hasRef {
			return &expr{kind: interval, a: e, b: b}, end // Monday and Tuesday
		}
	}
	connectors := []string{"to", "through", "into", "-"}
	if kind == "from" {
		connectors = append(connectors, "until", "till")
	}
	if p.at(next, connectors...) && joinable(e) {
		if b, end := p.timed(next+1, true); b != nil && joinable(b) && (p.w[next].lower != "-" || b.kind == e.kind) {
			return &expr{kind: interval, a: e, b: b}, end
		}
	}
	return e, next
}

// joinable says whether the expression can be an end of an interval.
func joinable(e *expr) bool {
	switch e.kind {
	case absolute, weekday, dayRef, season, overnight:
		return true
	}
	return false
}

// timed reads an expression with the words before and after it that say when
// in the day, month or year.
func (p *parser) timed(i int, prep bool) (*expr, int) {
	if p.at(i, "earlier", "later") {
		j := i + 1
		if p.at(j, "in", "on") {
			j++
		}
		if p.at(i+1, "in") && p.at(j, "the") {
			if u, ok := p.sense(j+1, "unit"); ok {
				return &expr{kind: unitRef, unit: u.text, sign: sign(p.w[i].lower), hasRef: true}, j + 2
			}
		}
		if e, next := p.decorated(j, true); e != nil && e.kind != offset && e.kind != ago {
			if e.kind == unitRef {
				e.sign = sign(p.w[i].lower)
			}
			return e, next
		}
		return nil, i
	}
	for _, l := range p.l.leads {
		if !p.seq(i, l.words) {
			continue
		}
		j := i + len(l.words)
		if p.at(j, "the") && !p.at(j+1, "last", "past", "next") {
			if _, ok := p.sense(j+1, "unit"); ok { // the end of the month
				e := &expr{kind: unitRef, hasRef: true, unit: p.unit(j + 1)}
				e.part = parts[l.effect]
				return e, j + 2
			}
		}
		if k := p.skipThe(j); p.at(j-1, "of") && (p.partOfDay(k) || p.at(k, "daylight")) {
			return &expr{kind: dayRef, name: "part"}, p.skipThe(j) + 1 // the early hours of the morning
		}
		e, next := p.decorated(j, true)
		if e == nil {
			continue
		}
		switch l.effect {
		case "night", "overnight":
			if e.kind == weekday || e.kind == absolute && e.day > 0 || e.kind == dayRef {
				e.night = l.effect == "overnight"
			} else if l.effect == "overnight" {
				continue
			}
		case "":
		default:
			applyPart(e, parts[l.effect])
		}
		return e, next
	}
	return p.decorated(i, prep)
}

// partOfDay reports whether the word at i names a stretch or a point of the day:
// morning, dawn.
func (p *parser) partOfDay(i int) bool {
	_, ok := p.sense(i, "part of day", "hour")
	return ok
}

func (p *parser) unit(i int) string {
	e, _ := p.sense(i, "unit")
	return e.text
}

func (p *parser) skipOn(i int) int {
	if p.at(i, "on") {
		return i + 1
	}
	return i
}

func sign(s string) int {
	if s == "earlier" {
		return -1
	}
	return 1
}

func applyPart(e *expr, q part) {
	e.part = q
	if e.kind == interval { // late 2015 to early 2016 has a part of its own
		applyPart(e.a, q)
	}
}

// decorated reads an expression with the part of the day after it: Monday
// night, on Friday at dawn.
func (p *parser) decorated(i int, prep bool) (*expr, int) {
	e, next := p.atom(i, prep)
	if e == nil {
		return nil, i
	}
	if p.at(next, "'s") {
		return e, next + 1
	}
	switch e.kind {
	case absolute, weekday, dayRef, feastDay:
		for next < len(p.w) {
			k := next
			if p.at(k, ",") {
				k++
			}
			for p.is(k, p.l.sets["before hour"]) {
				k++
			}
			if !p.partOfDay(k) || p.paper(k) {
				break
			}
			if p.at(k, "night") && e.kind == weekday && p.at(k+1, "into") {
				e.night = true
				return e, k + 1
			}
			next = k + 1
		}
		if p.at(next, "'s") {
			next++
		}
	}
	return e, next
}

// paper says whether the part of the day at i is a name: March 18, Dawn reports.
func (p *parser) paper(i int) bool {
	if !capital(p.w[i].text) || i > 0 && !p.at(i-1, ",") && !p.w[i-1].digits {
		return false
	}
	return i+1 == len(p.w) || !capital(p.w[i+1].text)
}

// atom tries every kind of expression at i. prep says that a preposition or
// modifier stands before it, which a bare May or 2014 needs.
func (p *parser) atom(i int, prep bool) (*expr, int) {
	if i >= len(p.w) {
		return nil, i
	}
	for _, read := range []func(int, bool) (*expr, int){
		p.numeric, p.dated, p.anchored, p.weekdays, p.relative, p.seasons, p.fractions, p.feasts, p.nights, p.year,
	} {
		if e, next := read(i, prep); e != nil {
			return e, next
		}
	}
	return nil, i
}

// isYear says whether the word can be a year.
func (w word) isYear() bool {
	return w.digits && w.suffix == "" && w.end-w.start == 4 && w.num >= 1900 && w.num < 2100
}

// month reads the name of a month. bare says whether it can stand alone; an
// abbreviation without its full stop can not.
func (p *parser) month(i int) (m, next int, bare bool) {
	if i >= len(p.w) || !p.w[i].capital() {
		return 0, i, false
	}
	if e, ok := p.sense(i, "month"); ok {
		return e.n, i + 1, true
	}
	if e, ok := p.sense(i, "month abbreviation"); ok {
		if p.at(i+1, ".") && p.glued(i+1) {
			return e.n, i + 2, true
		}
		return e.n, i + 1, false
	}
	return 0, i, false
}

func joined(words []word) string {
	var b strings.Builder
	for i, w := range words {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w.lower)
	}
	return b.String()
}
