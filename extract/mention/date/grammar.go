package date

import (
	"slices"
	"strings"
	"sync"

	"sitrep/extract/article"
)

// parser reads time expressions from scanned words, left to right.
type parser struct {
	l      *vocabulary
	w      []word
	senses []*senses // of each word, which are asked for many times
}

// parserOf returns the parser of the words of a text.
func parserOf(words []word) *parser {
	p := &parser{l: lex(), w: words, senses: make([]*senses, len(words))}
	for i := range words {
		p.senses[i] = p.l.senses(words[i].lower)
	}
	return p
}

// senses returns those of a word.
func (l *vocabulary) senses(word string) *senses {
	if s := l.words[word]; s != nil {
		return s
	}
	return &senseless
}

// wordMemory is the memory of the words of texts without dates, as most are.
var wordMemory = sync.Pool{New: func() any { return new([]word) }}

// readParser returns the parser of a text that may have dates, and nil for one of which no word
// can be what a date is named by: it has none, whatever else it says.
func readParser(text string) *parser {
	memory := wordMemory.Get().(*[]word)
	defer wordMemory.Put(memory)
	words := scan((*memory)[:0], text)
	*memory = words
	if !slices.ContainsFunc(words, func(w word) bool { return lex().senses(w.lower).names || isDigits(w.lower[:1]) }) {
		return nil
	}
	return parserOf(slices.Clone(words))
}

// begins reports whether an expression can begin at word i.
func (p *parser) begins(i int) bool { return p.senses[i].begins || isDigits(p.w[i].lower[:1]) }

// found is an expression and the words it covers.
type found struct {
	first, next int
	e           *expr
}

// all reads every time expression, leftmost and longest first.
func (p *parser) all() []found {
	var out []found
	for i := 0; i < len(p.w); {
		if n := p.nameAt(i); n > 0 {
			i += n
			continue
		}
		if n := p.zonedClock(i); n > 0 {
			i += n
			continue
		}
		if !p.begins(i) {
			i++
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
		if !p.habitual(i) && !p.inName(i, next) {
			out = append(out, found{first, next, e})
		}
		i = next
	}
	return out
}

// zonedClock returns the length of a time of day with its zone at i, or 0: 2000 GMT. In brackets the
// day of that zone belongs to it: at 1:30 a.m. (2000 GMT Friday).
func (p *parser) zonedClock(i int) int {
	switch {
	case p.at(i, "at") && i+1 < len(p.w) && p.zonedClock(i+1) > 0:
		return 1 + p.zonedClock(i+1)
	case !p.w[i].digits || !p.is(i+1, p.l.sets["zone"]):
		return 0
	case p.at(i+3, ")") && (p.at(i-1, "(") || p.at(i-3, "(")):
		return 3
	}
	return 2
}

// habitual reports whether the expression at i repeats: every Friday.
func (p *parser) habitual(i int) bool {
	set := p.l.sets["habitual"]
	return i > 0 && p.is(i-1, set) || p.is(i, set) || p.is(i+1, set)
}

// inName reports whether the word after the expression makes it a part of a name:
// 7 April Street, the 17 November group, Friday Harbor; or the words before it: Movement
// of 9 November.
func (p *parser) inName(first, next int) bool {
	if head := first - 2; p.at(first-1, "of") && p.is(head, p.l.sets["name head"]) && p.w[head].capital() && !p.w[next-1].isYear() {
		return true
	}
	if !p.is(next, p.l.sets["name head"]) || p.w[next-1].isYear() || p.w[next].start != p.w[next-1].end+1 {
		return false
	}
	return p.w[next].capital() || p.at(first, "the") || p.at(first-1, "the") || p.at(first-1, "a")
}

func (w word) capital() bool { return article.IsCapital(w.text) }

// nameAt returns the length of the name at i that only looks like a date, or 0.
func (p *parser) nameAt(i int) int {
	for _, name := range p.senses[i].likeDates {
		if p.spells(i, name) && p.w[i].capital() {
			return len(name)
		}
	}
	return 0
}

func (p *parser) spells(i int, words []string) bool {
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

// phrase reads an expression with its prepositions at i.
func (p *parser) phrase(i int) (*expr, int) {
	j, kind := i, ""
	for _, l := range p.senses[i].preps {
		if p.spells(i, l.words) {
			j, kind = i+len(l.words), l.effect
			break
		}
	}
	switch kind {
	case "since":
		if e, next := p.withLead(j, true); e != nil {
			return &expr{kind: since, a: e}, next
		}
		return nil, i
	case "between":
		if e, next := p.between(j); e != nil {
			return e, next
		}
		return nil, i
	}
	if e, next := p.lastingFor(i); e != nil {
		return e, next
	}
	e, next := p.withLead(j, kind != "")
	if e == nil {
		return p.nth(i)
	}
	if kind == "from" && p.at(next, "on", "onward", "onwards") && !p.at(next+1, "a", "the") {
		return &expr{kind: since, a: e}, next + 1
	}
	if b, end := p.nextDay(e, next); b != nil {
		return &expr{kind: interval, a: e, b: b}, end
	}
	if b, end := p.lastYear(e, next); b != nil {
		return &expr{kind: interval, a: e, b: b}, end
	}
	if b, end := p.lastDay(e, next, kind == "from"); b != nil {
		return &expr{kind: interval, a: e, b: b}, end
	}
	return e, next
}

// lastYear reads the last of several years in a row: 2006 and 2007; 2013, 2014 and 2015.
func (p *parser) lastYear(e *expr, i int) (last *expr, next int) {
	for year := e; year.isYear(); i = next {
		comma := p.at(i, ",")
		if !comma && !p.at(i, "and") {
			return nil, i
		}
		b, end := p.withLead(i+1, true)
		if b == nil || !b.isYear() || b.year != year.year+1 {
			return nil, i
		}
		if !comma {
			return b, end
		}
		year, next = b, end
	}
	return nil, i
}

// between reads what follows between: [between] Monday and Friday. Without an
// and it is the date alone: between 3-5 May.
func (p *parser) between(i int) (*expr, int) {
	a, k := p.withLead(i, true)
	if a == nil || a.kind == interval || !p.at(k, "and") {
		return a, k
	}
	if b, next := p.withLead(k+1, true); b != nil {
		return &expr{kind: interval, a: a, b: b}, next
	}
	return a, k
}

// nextDay reads the weekday that follows e in a pair: Monday [and Tuesday].
func (p *parser) nextDay(e *expr, i int) (*expr, int) {
	if e.kind != weekday || e.hasRef || !p.at(i, "and", "or") {
		return nil, i
	}
	b, end := p.withLead(p.skipOn(i+1), true)
	if b == nil || b.kind != weekday || b.dayOfWeek-1 != e.dayOfWeek%7 || p.at(i+1, "on") && !p.ends(end) {
		return nil, i // were held on Sunday and on Monday taken to court
	}
	return b, end
}

// lastDay reads the end of an interval that begins with e: Monday [to Friday],
// and from Monday [until Friday].
func (p *parser) lastDay(e *expr, i int, from bool) (*expr, int) {
	if !endsInterval(e) || !p.at(i, "to", "through", "into", "-") && !(from && p.at(i, "until", "till")) {
		return nil, i
	}
	b, end := p.withLead(i+1, true)
	if b == nil || !endsInterval(b) || p.at(i, "-") && b.kind != e.kind {
		return nil, i
	}
	return b, end
}

// endsInterval reports whether the expression can be an end of an interval.
func endsInterval(e *expr) bool {
	switch e.kind {
	case absolute, weekday, dayRef, season, overnight:
		return true
	}
	return false
}

// withLead reads an expression with the words before and after it that say when
// in the day, month or year.
func (p *parser) withLead(i int, prep bool) (*expr, int) {
	if p.at(i, "earlier", "later") {
		return p.earlierOrLater(i)
	}
	for _, l := range p.leads(i) {
		if !p.spells(i, l.words) {
			continue
		}
		if e, next := p.afterLead(i+len(l.words), l.effect); e != nil {
			return e, next
		}
	}
	return p.withPartOfDay(i, prep)
}

// leads returns the phrases of data/leads.csv that begin with word i.
func (p *parser) leads(i int) []lead {
	if i >= len(p.w) {
		return nil
	}
	return p.senses[i].leads
}

// earlierOrLater reads earlier this week, later in the month, earlier on Friday.
func (p *parser) earlierOrLater(i int) (*expr, int) {
	j := i + 1
	if p.at(j, "in", "on") {
		j++
	}
	switch {
	case !p.at(i+1, "in") || !p.at(j, "the") || p.unit(j+1) == "":
	case p.unit(j+1) == "day": // the day told of before
		return &expr{kind: dayRef, name: "part"}, j + 2
	default:
		return &expr{kind: unitRef, unit: p.unit(j + 1), sign: sign(p.w[i].lower), hasRef: true}, j + 2
	}
	e, next := p.withPartOfDay(j, true)
	if e == nil || e.kind == offset || e.kind == ago {
		return nil, i
	}
	if e.kind == unitRef {
		e.sign = sign(p.w[i].lower)
	}
	return e, next
}

// afterLead reads the expression at i behind a phrase of data/leads.csv with an effect:
// the end of [the month], early on [Friday], the early hours of [the morning].
func (p *parser) afterLead(i int, effect string) (*expr, int) {
	if p.at(i, "the") && !p.at(i+1, "last", "past", "next") && p.unit(i+1) != "" {
		return &expr{kind: unitRef, hasRef: true, unit: p.unit(i + 1), part: parts[effect]}, i + 2
	}
	if k := p.skipThe(i); p.at(i-1, "of") && (p.partOfDay(k) || p.at(k, "daylight")) {
		return &expr{kind: dayRef, name: "part"}, k + 1
	}
	e, next := p.withPartOfDay(i, true)
	if e == nil {
		return nil, i
	}
	hasNight := e.kind == weekday || e.kind == absolute && e.day > 0 || e.kind == dayRef
	switch {
	case effect == "overnight" && !hasNight:
		return nil, i
	case effect == "overnight" || effect == "night":
		if hasNight {
			e.night = effect == "overnight"
		}
	case effect != "":
		e.part = parts[effect]
	}
	return e, next
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

// withPartOfDay reads an expression with the part of the day after it: Monday
// night, on Friday at dawn.
func (p *parser) withPartOfDay(i int, prep bool) (*expr, int) {
	e, next := p.simple(i, prep)
	if e == nil {
		return nil, i
	}
	if p.at(next, "'s") {
		return e, next + 1
	}
	switch e.kind {
	case absolute, weekday, dayRef, feastDay:
	default:
		return e, next
	}
	for {
		k := p.partAfter(next)
		if k < 0 {
			break
		}
		next = k + 1
	}
	if p.at(next, "'s") {
		next++
	}
	return e, next
}

// partAfter returns the part of the day that follows a date which ends before i,
// or -1: Friday[, just before dawn].
func (p *parser) partAfter(i int) int {
	if p.at(i, ",") {
		i++
	}
	for p.is(i, p.l.sets["before hour"]) {
		i++
	}
	if !p.partOfDay(i) || p.newspaper(i) {
		return -1
	}
	return i
}

// newspaper reports whether the part of the day at i is a name: March 18, Dawn reports.
func (p *parser) newspaper(i int) bool {
	if !article.IsCapital(p.w[i].text) || i > 0 && !p.at(i-1, ",") && !p.w[i-1].digits {
		return false
	}
	return i+1 == len(p.w) || !article.IsCapital(p.w[i+1].text)
}

// simple tries every kind of expression at i. prep says that a preposition or
// modifier stands before it, which a bare May or 2014 needs.
func (p *parser) simple(i int, prep bool) (*expr, int) {
	if i >= len(p.w) {
		return nil, i
	}
	for _, read := range [...]func(*parser, int, bool) (*expr, int){ // no method values, which would be made for every word
		(*parser).numeric, (*parser).dated, (*parser).dayAlone, (*parser).anchored, (*parser).weekdays, (*parser).relative,
		(*parser).seasons, (*parser).fractions, (*parser).feasts, (*parser).nights, (*parser).year,
	} {
		if e, next := read(p, i, prep); e != nil {
			return e, next
		}
	}
	return nil, i
}

// isYear reports whether the word can be a year.
func (w word) isYear() bool {
	return w.digits && w.suffix == "" && w.end-w.start == 4 && w.num >= 1900 && w.num < 2100
}

// month reads the name of a month. bare reports whether it can stand alone, which an
// abbreviation without its full stop cannot.
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
