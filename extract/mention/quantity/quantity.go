package quantity

import (
	"strings"

	"sitrep/extract/article"
	"sitrep/extract/lang"
	"sitrep/extract/lexicon"
	"sitrep/extract/mention"
)

// Number is a quantity in figures or words, and the tokens that say it.
type Number struct {
	mention.Quantity
	First, Last int  // tokens of Text
	From, To    int  // half-open: with the words around it that Text leaves out (another, a total of, … of the)
	More        bool // another 7, 7 more
	Total       bool // a total of 43
	Measure     bool // counts time, money, length or a share, not persons or things
}

// Find returns the numbers of a sentence in text order.
func Find(s *lang.Sentence) []Number {
	r := &reader{l: lex(), s: s, t: s.Tokens}
	var out []Number
	for i := 0; i < len(r.t); {
		n, next, ok := r.number(i)
		if !ok {
			i++
			continue
		}
		if k := len(out) - 1; k >= 0 && r.t.Is(n.First, "many") && r.t.Is(n.First-1, "as") { // four soldiers and as many rebels
			n.Min, n.Max, n.Unknown, n.From = out[k].Min, out[k].Max, out[k].Unknown, n.First-1
		}
		out = append(out, n)
		i = max(next, i+1)
	}
	return out
}

// reader reads the numbers of one sentence.
type reader struct {
	l *vocabulary
	s *lang.Sentence
	t lang.Tokens
}

// bounds are the ends of a quantity; open means that there is no upper one.
type bounds struct {
	min, max    int
	open, round bool
}

// in reports whether the word at i has a class in data/grammar.csv.
func (r *reader) in(i int, class string) bool {
	return r.t.In(i, r.l.grammar[class])
}

// class returns the entry of the word at i and its class in data/words.csv, or "".
func (r *reader) class(i int) (entry, string) {
	e := r.l.words[r.t.Word(i)]
	return e, e.class
}

// qualified is what stands before an amount: at least, a total of.
type qualified struct {
	effect      string
	more, total bool
	first       int // first token of the number's text, without another and the like
	next        int // where the amount begins
}

// number reads a qualified number or range that begins at i.
func (r *reader) number(i int) (Number, int, bool) {
	q := r.qualifiers(i)
	n := Number{From: i, More: q.more, Total: q.total}
	if b, end, ok := r.betweenRange(q.next); ok {
		return r.finish(n, q.first, end, b, "")
	}
	if b, end, ok := r.part(q.next); ok {
		return r.finish(n, q.first, end, b, q.effect)
	}
	j, effect := q.next, q.effect
	b, k, ok := r.amount(j)
	if !ok && j > i && r.t.Is(j-1, "some") { // some civilians: no qualifier, but the amount
		j, effect = j-1, ""
		b, k, ok = r.amount(j)
	}
	if !ok {
		return n, i, false
	}
	if upper, end, ok := r.upperEnd(i, k, b); ok {
		b, k = bounds{min: r.scaled(b.min, upper, end), max: upper.max}, end
		if effect != "least" {
			effect = ""
		}
	}
	return r.finish(n, q.first, k, b, effect)
}

// qualifiers reads the qualifiers at i, several of them too, as in another at
// least 12.
func (r *reader) qualifiers(i int) qualified {
	out := qualified{first: i, next: i}
	for {
		q, ok := r.qualifier(out.next)
		if !ok {
			return out
		}
		next := out.next + len(q.words)
		switch q.effect {
		case "more", "total":
			out.more = out.more || q.effect == "more"
			out.total = out.total || q.effect == "total"
			if out.first == out.next {
				out.first = next
			}
		case "about":
			if out.effect == "" {
				out.effect = "about"
			}
		case "opening": // As many as 17 rebels surrendered: so many, and no fewer
			out.effect = "most"
			if out.next == 0 {
				out.effect = "about"
			}
		default:
			out.effect = q.effect
		}
		out.next = next
	}
}

// qualifier returns the longest qualifier at i that has words after it. An up that belongs
// to a verb is not one: the toll went up to 26.
func (r *reader) qualifier(i int) (phrase, bool) {
	if r.t.Is(i, "up") && r.l.grammar["rising"][r.t.Lemma(i-1)] {
		return phrase{}, false
	}
	for _, q := range r.l.qualifiers[r.t.Word(i)] {
		if i+len(q.words) < len(r.t) && r.t.Spell(i, q.words...) {
			return q, true
		}
	}
	return phrase{}, false
}

// betweenRange reads a range with a word before both of its ends: between 10
// and 15, from 10 to 15 men.
func (r *reader) betweenRange(i int) (b bounds, next int, ok bool) {
	between := r.t.Is(i, "between")
	if !between && !r.t.Is(i, "from") {
		return bounds{}, i, false
	}
	lower, k, ok := r.amount(i + 1)
	if !ok || between && !r.t.Is(k, "and") || !between && !r.t.Is(k, "to") {
		return bounds{}, i, false
	}
	upper, end, ok := r.amount(k + 1)
	if !ok || upper.max < lower.min || !between && !r.countable(end) {
		return bounds{}, i, false
	}
	return bounds{min: r.scaled(lower.min, upper, end), max: upper.max, open: upper.open}, end, true
}

// upperEnd reads at k the upper end of a range whose lower end is b, as in 10
// to 15 and two or three. first is the token that the number begins with: rose
// from 38 to 43, or by five to 43, is no range.
func (r *reader) upperEnd(first, k int, b bounds) (upper bounds, next int, ok bool) {
	if !r.t.Is(k, "or", "-") && (!r.t.Is(k, "to") || r.t.Is(first-1, "from")) {
		return bounds{}, k, false
	}
	upper, next, ok = r.amount(k + 1)
	exact := !upper.round && !b.round && !upper.open
	rise := r.t.Is(first-1, "by") && r.t.Is(k, "to") && !r.countable(next)
	return upper, next, ok && upper.max > b.max && exact && !rise && !r.t.Is(k+1, "a", "an", "one")
}

// scaled returns the lower end of a range with the multiplier of its upper end,
// as in three to four hundred. end is the token after the upper end.
func (r *reader) scaled(min int, upper bounds, end int) int {
	m, class := r.class(end - 1)
	if (class == "multiplier" || class == "group") && min < m.min && min*m.min <= upper.max {
		return min * m.min
	}
	return min
}

// finish applies the qualifiers before and after an amount, and includes the
// words that belong to the number without being its text.
func (r *reader) finish(n Number, first, next int, b bounds, effect string) (Number, int, bool) {
	if q, ok := r.trailer(next); ok && !r.counts(next+len(q.words)) {
		next += len(q.words)
		if effect == "" || effect == "about" {
			effect = q.effect
		}
	}
	n.To = next
	if r.in(next, "further") && !r.t.Is(next+1, "than") { // 12 more
		n.More = true
		n.To++
	}
	n.Min, n.Max = b.qualified(effect)
	n.First, n.Last = first, next-1
	n.Span = article.Span{Start: r.t[first].Start, End: r.t[next-1].End}
	n.Text = r.s.Text[n.Start-r.s.Start : n.End-r.s.Start]
	if r.t.Is(n.To, "of") { // 12 of the rebels
		n.To++
		for r.in(n.To, "determiner") {
			n.To++
		}
	}
	n.Measure = r.measure(n.To) || r.dayOfMonth(first-1, n.To) || r.yearOfDate(first) || r.money(first)
	return n, n.To, true
}

// counts reports whether a number begins at i, which the qualifier before it then
// belongs to: 20 | at least 12 rebels were killed.
func (r *reader) counts(i int) bool {
	_, _, ok := r.amount(i)
	return ok
}

// trailer returns the longest qualifier behind an amount: or more.
func (r *reader) trailer(i int) (phrase, bool) {
	for _, q := range r.l.trailers {
		if r.t.Spell(i, q.words...) {
			return q, true
		}
	}
	return phrase{}, false
}

// qualified returns the bounds under the effect of a qualifier; an open one is
// nil. More than a round number includes it: more than a dozen may be twelve.
func (b bounds) qualified(effect string) (least, most *int) {
	lo, hi := b.min, b.max
	switch effect {
	case "most":
		least = nil
	case "under":
		if !b.round {
			hi = max(hi-1, 0)
		}
	case "over":
		if !b.round {
			lo++
		}
		least = &lo
	default:
		least = &lo
	}
	if !b.open && effect != "least" && effect != "over" {
		most = &hi
	}
	return least, most
}

// measure reports whether a number before i counts time, length, money or a
// share: 30 percent, 12 days, an hour and a half.
func (r *reader) measure(i int) bool {
	for r.t.Is(i, "-") {
		i++
	}
	unit := r.l.measures[r.t.Word(i)]
	switch {
	case unit == "month" && r.monthName(i):
		return true
	case unit != "" && unit != "month":
		return true
	}
	return r.t.Spell(i, "and", "a", "half")
}

// monthName reports whether the name of a month stands at i: May, not may.
func (r *reader) monthName(i int) bool {
	t := r.t.At(i)
	return r.l.measures[t.Lower] == "month" && t.Text != t.Lower
}

// dayOfMonth reports whether the number between token before and token after is
// a day: August 15. In May 12 men died it counts them, as in May five died.
func (r *reader) dayOfMonth(before, after int) bool {
	return r.monthName(before) && !r.countable(after) && !(r.t.Is(before-1, "in") && r.t.Tagged(after, "VBD", "VBP"))
}

// yearOfDate reports whether the number at i is the year of a date before it: 3
// July 2016, July 3, 2016. A scraped text may go on without a stop.
func (r *reader) yearOfDate(i int) bool {
	if y := r.t.Word(i); len(y) != 4 || y < "1900" || y > "2100" {
		return false
	}
	if r.t.Is(i-1, ",") {
		i--
	}
	return r.monthName(i-1) || r.monthName(i-2) && r.t.At(i-1).Tag == "CD"
}

// money reports whether the number at i is a sum: $ 5 million, Rs 14 lakh.
func (r *reader) money(i int) bool {
	return i > 0 && lexicon.Currencies()[r.t.At(i-1).Lower] || lexicon.Currencies()[r.t.At(i).Lower]
}

// amount reads a bare amount: 12, 4,000, 1.2 million, twenty-three, two
// dozen, a couple, dozens, tens of thousands, several hundred.
func (r *reader) amount(i int) (bounds, int, bool) {
	if i >= len(r.t) {
		return bounds{}, i, false
	}
	if b, k, ok := r.andAHalf(i); ok {
		return b, k, true
	}
	e, class := r.class(i)
	switch class {
	case "round":
		b, k := r.round(i, e)
		return b, k, true
	case "vague":
		return r.vague(i, e)
	case "open":
		if r.t.Is(i, "lot", "lots") {
			return bounds{min: 1, open: true}, i + 1, r.t.Is(i+1, "of")
		}
		return bounds{min: e.min, open: true}, i + 1, r.countable(i+1) || r.t.Is(i, "many")
	case "all":
		return bounds{min: 2, max: 2}, i + 1, !r.joins(i)
	case "half":
		if !r.t.Is(i+1, "a", "an", "-") {
			return bounds{}, i, false
		}
		return r.halfOf(i + 2)
	case "article":
		return r.afterArticle(i)
	case "size":
		return bounds{min: 1, open: true}, i + 2, r.t.Spell(i+1, "numbers", "of")
	}
	if r.t.Is(i, "half-dozen") {
		return bounds{min: 6, max: 6}, i + 1, true
	}
	if b, ok := r.rangeToken(i); ok {
		if m, c := r.class(i + 1); c == "multiplier" {
			return bounds{min: b.min * m.min, max: b.max * m.min}, i + 2, true
		}
		return b, i + 1, true
	}
	return r.plain(i)
}

// vague reads a vague amount: several, several hundred, some hundred thousand.
func (r *reader) vague(i int, e entry) (bounds, int, bool) {
	if r.in(i, "with article") || r.in(i, "before plural") && !r.countable(i+1) {
		return bounds{}, i, false
	}
	b, k := bounds{min: e.min, max: e.max, round: true}, i+1
	if m, ok := r.unit(k); ok {
		b.min, b.max = b.min*m, b.max*m
		k++
		if t, c := r.class(k); c == "multiplier" {
			b.min, b.max = b.min*t.min, b.max*t.min
			k++
		}
	}
	return b, k, true
}

// unit returns what the word at i multiplies by: 100 for hundred, 12 for dozen.
func (r *reader) unit(i int) (n int, ok bool) {
	m, c := r.class(i)
	return m.min, c == "multiplier" || c == "group"
}

// halfOf reads what half stands before: half a [dozen].
func (r *reader) halfOf(i int) (bounds, int, bool) {
	m, ok := r.unit(i)
	return bounds{min: m / 2, max: m / 2}, i + 1, ok
}

// round reads a round word with those that multiply or repeat it: dozens,
// tens of thousands, hundreds and hundreds.
func (r *reader) round(i int, e entry) (bounds, int) {
	b, k := bounds{min: e.min, max: e.max, round: true}, i+1
	for r.t.Is(k, "of") {
		m, c := r.class(k + 1)
		if c != "round" || m.min < 200 { // tens of thousands
			break
		}
		unit := m.min / 2
		if b.min > 40 {
			b.min = b.min / 200 * 200
		}
		b = bounds{min: b.min * unit, max: (b.max+1)*unit - 1, round: true}
		k += 2
	}
	if r.t.Is(k, "and") && r.t.Is(k+1, r.t[i].Lower) {
		k += 2 // hundreds and hundreds
	}
	return b, k
}

// afterArticle reads an amount that begins with a or an: a hundred, a good
// dozen, a few hundred, a large number of.
func (r *reader) afterArticle(i int) (bounds, int, bool) {
	i++
	if r.t.Is(i, "half-dozen") {
		return bounds{min: 6, max: 6}, i + 1, true
	}
	if r.in(i, "emphasis") {
		i++
	}
	m, class := r.class(i)
	switch class {
	case "multiplier", "group":
		return r.multiplied(1, i)
	case "half": // a half dozen
		return r.halfOf(i + 1)
	case "vague":
		return r.vagueAfterArticle(i, m)
	case "size":
		return bounds{min: m.min, max: m.max, open: m.open, round: true}, i + 2, r.t.Is(i+1, "number", "numbers") && r.t.Is(i+2, "of")
	case "open":
		return bounds{min: 1, open: true}, i + 1, r.t.Is(i+1, "of")
	}
	return bounds{}, i, false
}

// vagueAfterArticle reads the vague word at i behind an article: a few hundred,
// a couple of, a handful.
func (r *reader) vagueAfterArticle(i int, e entry) (bounds, int, bool) {
	if r.t.Is(i, "several", "some") {
		return bounds{}, i, false
	}
	round := e.min != e.max
	if m, ok := r.unit(i + 1); ok {
		return bounds{min: e.min * m, max: e.max * m, round: round}, i + 2, true
	}
	switch {
	case r.t.Is(i, "few") || r.t.Is(i+1, "of"):
		return bounds{min: e.min, max: e.max, round: round}, i + 1, true
	case r.t.Spell(i, "couple", "more"):
		return bounds{min: 2, max: 2}, i + 1, true
	case r.t.Is(i, "handful"):
		return bounds{min: e.min, max: e.max, round: true}, i + 1, true
	}
	return bounds{}, i, false
}

// countable reports whether a noun or its modifier stands at i, so that a word
// such as some or many counts it.
func (r *reader) countable(i int) bool {
	switch tag := r.t.Tag(i); {
	case r.in(i, "countable"), tag == "NNS", tag == "NNPS":
		return true
	case tag == "NN", tag == "NNP", tag == "VBN", tag == "VBG", r.t.Adjective(i):
		return r.modifiesPlural(i)
	}
	return r.t.Lemma(i) == "people"
}

// modifiesPlural reports whether a plural noun follows the modifier at i with
// nothing but modifiers between: armed tribal fighters.
func (r *reader) modifiesPlural(i int) bool {
	for k := i + 1; k < len(r.t) && k < i+5; k++ {
		switch tag := r.t[k].Tag; {
		case tag == "NNS", tag == "NNPS", r.t[k].Lemma == "people":
			return true
		case !r.t.Noun(k) && !r.t.Adjective(k) && tag != "VBN" && tag != "VBG" && tag != "CC":
			return false
		}
	}
	return r.t.Lemma(i) == "people"
}

// joins reports whether both at i joins two groups and counts neither: both
// soldiers and rebels; but not both soldiers and wounded a nurse.
func (r *reader) joins(i int) bool {
	if r.t.Is(i+1, "of") {
		return false // both of the rebels and a nurse
	}
	for k := i + 1; k < len(r.t) && k < i+5; k++ {
		if r.t.Is(k, "and") {
			return !strings.HasPrefix(r.t.Tag(k+1), "V")
		}
		if strings.HasPrefix(r.t[k].Tag, "V") {
			return false
		}
	}
	return false
}
