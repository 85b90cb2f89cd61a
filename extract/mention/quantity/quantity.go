package quantity

import (
	"strings"

	"sitrep/extract/article"
	"sitrep/extract/lang"
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

// Find gives the numbers of a sentence in text order.
func Find(s *lang.Sentence) []Number {
	r := &reader{l: lex(), s: s, t: s.Tokens}
	var out []Number
	for i := 0; i < len(r.t); {
		n, next, ok := r.number(i)
		if !ok {
			i++
			continue
		}
		if k := len(out) - 1; k >= 0 && r.at(n.First, "many") && r.at(n.First-1, "as") { // four soldiers and as many rebels
			n.Min, n.Max, n.Unknown, n.From = out[k].Min, out[k].Max, out[k].Unknown, n.First-1
		}
		out = append(out, n)
		i = max(next, i+1)
	}
	return out
}

type reader struct {
	l *vocabulary
	s *lang.Sentence
	t []lang.Token
}

// bounds are the ends of a quantity; open means that there is no upper one.
type bounds struct {
	min, max    int
	open, round bool
}

func (r *reader) seq(i int, words []string) bool {
	if i < 0 || i+len(words) > len(r.t) {
		return false
	}
	for k, w := range words {
		if r.t[i+k].Lower != w {
			return false
		}
	}
	return true
}

func (r *reader) at(i int, words ...string) bool {
	if i < 0 || i >= len(r.t) {
		return false
	}
	for _, w := range words {
		if r.t[i].Lower == w {
			return true
		}
	}
	return false
}

// in says whether the word at i is of a class of data/grammar.csv.
func (r *reader) in(i int, class string) bool {
	return i >= 0 && i < len(r.t) && r.l.grammar[class][r.t[i].Lower]
}

func (r *reader) class(i int) (entry, string) {
	if i < 0 || i >= len(r.t) {
		return entry{}, ""
	}
	e := r.l.words[r.t[i].Lower]
	return e, e.class
}

// number reads a qualified number or range that begins at i.
func (r *reader) number(i int) (Number, int, bool) {
	n := Number{From: i}
	first, j := i, i
	effect := ""
	for again := true; again; {
		again = false
		for _, q := range r.l.qualifiers {
			if !r.seq(j, q.words) {
				continue
			}
			k := j + len(q.words)
			if k >= len(r.t) {
				continue
			}
			switch q.effect {
			case "more":
				n.More = true
			case "total":
				n.Total = true
			case "about":
				if effect == "" {
					effect = "about"
				}
			case "opening": // As many as 17 rebels surrendered: so many, and no fewer
				effect = "most"
				if j == 0 {
					effect = "about"
				}
			default:
				effect = q.effect
			}
			if q.effect == "more" || q.effect == "total" {
				if first == j {
					first = k
				}
			}
			j, again = k, true
			break
		}
	}
	if r.at(j, "between", "from") {
		a, k, ok := r.amount(j + 1)
		between := r.at(j, "between")
		if ok && (between && r.at(k, "and") || !between && r.at(k, "to")) {
			if b, end, ok := r.amount(k + 1); ok && b.max >= a.min && (between || r.countable(end)) {
				if effect != "" && first > j {
					first = j
				}
				return r.finish(n, first, end, bounds{min: r.scaled(a.min, b, end), max: b.max, open: b.open}, "")
			}
		}
	}
	b, k, ok := r.amount(j)
	if !ok && j > i && r.at(j-1, "some") { // some civilians: no qualifier, but the amount
		j, effect = j-1, ""
		b, k, ok = r.amount(j)
	}
	if !ok {
		return n, i, false
	}
	if r.at(k, "or", "-") || r.at(k, "to") && !r.at(i-1, "from") { // rose from 38 to 43 is no range
		if c, end, ok := r.amount(k + 1); ok && c.max > b.max && !c.round && !b.round && !c.open && !r.at(k+1, "a", "an", "one") {
			b, k = bounds{min: r.scaled(b.min, c, end), max: c.max}, end
			effect = map[bool]string{true: effect}[effect == "least"]
		}
	}
	return r.finish(n, first, k, b, effect)
}

// scaled gives the lower end of three to four hundred its hundreds. end is
// the token after the upper end.
func (r *reader) scaled(min int, upper bounds, end int) int {
	m, class := r.class(end - 1)
	if class == "multiplier" && min < m.min && min*m.min <= upper.max {
		return min * m.min
	}
	return min
}

// finish applies qualifiers before and after the amount, and takes in the
// words that belong to it without being its text.
func (r *reader) finish(n Number, first, next int, b bounds, effect string) (Number, int, bool) {
	end := next
	for _, q := range r.l.trailers {
		if r.seq(next, q.words) {
			next += len(q.words)
			end = next
			if effect == "" || effect == "about" {
				effect = q.effect
			}
			break
		}
	}
	if r.in(end, "further") && !r.at(end+1, "than") {
		n.More = true
		end++
	}
	if b.open && effect == "" {
		n.Min = &b.min
	}
	lo, hi := b.min, b.max
	switch effect {
	case "", "about":
		n.Min = &lo
		if !b.open {
			n.Max = &hi
		}
	case "least":
		n.Min = &lo
	case "over":
		lo++
		n.Min = &lo
		if b.round {
			lo--
		}
	case "most":
		if !b.open {
			n.Max = &hi
		}
	case "under":
		hi = max(hi-1, 0)
		if b.round {
			hi++
		}
		if !b.open {
			n.Max = &hi
		}
	}
	n.First, n.Last, n.To = first, next-1, end
	n.Span = article.Span{Start: r.t[first].Start, End: r.t[next-1].End}
	n.Text = r.s.Text[n.Start-r.s.Start : n.End-r.s.Start]
	if r.at(n.To, "of") {
		k := n.To + 1
		for r.in(k, "determiner") {
			k++
		}
		n.To = k
	}
	m := n.To
	for r.at(m, "-") {
		m++
	}
	if m < len(r.t) {
		n.Measure = r.l.measures[r.t[m].Lower] != "" && r.l.measures[r.t[m].Lower] != "month"
		if r.l.measures[r.t[m].Lower] == "month" && r.t[m].Text != r.t[m].Lower {
			n.Measure = true
		}
		if r.at(m, "and") && r.at(m+1, "a") && r.at(m+2, "half") {
			n.Measure = true
		}
	}
	if first > 0 && r.l.measures[r.t[first-1].Lower] == "month" && r.t[first-1].Text != r.t[first-1].Lower && !r.countable(n.To) {
		n.Measure = true // August 15
	}
	if first > 0 && r.at(first-1, "$", "€", "£", "us$") || r.at(first, "$", "€", "£") {
		n.Measure = true
	}
	return n, n.To, true
}

// amount reads a bare amount: 12, 4,000, 1.2 million, twenty-three, two
// dozen, a couple, dozens, tens of thousands, several hundred.
func (r *reader) amount(i int) (bounds, int, bool) {
	if i >= len(r.t) {
		return bounds{}, i, false
	}
	e, class := r.class(i)
	switch class {
	case "round":
		b, k := r.round(i, e)
		return b, k, true
	case "vague":
		if r.in(i, "with article") {
			return bounds{}, i, false // these need their article
		}
		if r.in(i, "before plural") && !r.countable(i+1) {
			return bounds{}, i, false
		}
		b := bounds{min: e.min, max: e.max, round: true}
		if m, c := r.class(i + 1); c == "multiplier" || c == "group" {
			k := i + 2
			b.min, b.max = b.min*m.min, b.max*m.min
			if t, c := r.class(k); c == "multiplier" {
				b.min, b.max = b.min*t.min, b.max*t.min
				k++
			}
			return b, k, true
		}
		return b, i + 1, true
	case "open":
		if r.at(i, "lot", "lots") {
			return bounds{min: 1, open: true}, i + 1, r.at(i+1, "of")
		}
		return bounds{min: e.min, open: true}, i + 1, r.countable(i+1) || r.at(i, "many")
	case "all":
		return bounds{min: 2, max: 2}, i + 1, !r.joins(i)
	case "half":
		if r.at(i+1, "a", "an", "-") {
			if m, c := r.class(i + 2); c == "multiplier" || c == "group" {
				return bounds{min: m.min / 2, max: m.min / 2}, i + 3, true
			}
		}
		return bounds{}, i, false
	case "article":
		return r.afterArticle(i)
	case "size":
		if r.at(i+1, "numbers") && r.at(i+2, "of") {
			return bounds{min: 1, open: true}, i + 2, true
		}
		return bounds{}, i, false
	}
	if r.at(i, "half-dozen") {
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

// round reads a round word with those that multiply or repeat it: dozens,
// tens of thousands, hundreds and hundreds.
func (r *reader) round(i int, e entry) (bounds, int) {
	b, k := bounds{min: e.min, max: e.max, round: true}, i+1
	for r.at(k, "of") {
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
	if r.at(k, "and") && r.at(k+1, r.t[i].Lower) {
		k += 2 // hundreds and hundreds
	}
	return b, k
}

// afterArticle reads an amount that begins with a or an: a hundred, a good
// dozen, a few hundred, a large number of.
func (r *reader) afterArticle(i int) (bounds, int, bool) {
	if r.at(i+1, "half-dozen") {
		return bounds{min: 6, max: 6}, i + 2, true
	}
	if r.in(i+1, "emphasis") {
		i++
	}
	m, c := r.class(i + 1)
	switch c {
	case "multiplier", "group":
		if r.at(i+1, "score") && !r.at(i+2, "of") && !r.countable(i+2) {
			return bounds{}, i, false
		}
		return r.multiplied(1, i+1)
	case "half": // a half dozen
		if u, c := r.class(i + 2); c == "group" || c == "multiplier" {
			return bounds{min: u.min / 2, max: u.min / 2}, i + 3, true
		}
	case "vague":
		if r.at(i+1, "several", "some") {
			return bounds{}, i, false
		}
		if u, c := r.class(i + 2); c == "group" || c == "multiplier" { // a few hundred
			return bounds{min: m.min * u.min, max: m.max * u.min, round: m.min != m.max}, i + 3, true
		}
		if r.at(i+1, "few") || r.at(i+2, "of") {
			return bounds{min: m.min, max: m.max, round: m.min != m.max}, i + 2, true
		}
		if r.at(i+1, "couple") && r.at(i+2, "more") {
			return bounds{min: 2, max: 2}, i + 2, true
		}
		if r.at(i+1, "handful") {
			return bounds{min: m.min, max: m.max, round: true}, i + 2, true
		}
	case "size":
		if r.at(i+2, "number", "numbers") && r.at(i+3, "of") {
			return bounds{min: m.min, max: m.max, open: m.open, round: true}, i + 3, true
		}
	case "open":
		if r.at(i+2, "of") {
			return bounds{min: 1, open: true}, i + 2, true
		}
	}
	return bounds{}, i, false
}

// countable says whether a noun or its modifier stands at i, so that a word
// like some or many counts it.
func (r *reader) countable(i int) bool {
	if i >= len(r.t) {
		return false
	}
	t := r.t[i].Tag
	if r.in(i, "countable") {
		return true
	}
	if strings.HasPrefix(t, "NN") && t != "NN" && t != "NNP" {
		return true
	}
	if strings.HasPrefix(t, "JJ") || t == "VBN" || t == "NN" || t == "NNP" || t == "VBG" {
		for k := i + 1; k < len(r.t) && k < i+5; k++ {
			switch tag := r.t[k].Tag; {
			case tag == "NNS" || tag == "NNPS" || r.t[k].Lemma == "people":
				return true
			case !strings.HasPrefix(tag, "NN") && !strings.HasPrefix(tag, "JJ") && tag != "VBN" && tag != "VBG" && tag != "CC":
				return false
			}
		}
	}
	return r.t[i].Lemma == "people"
}

// joins says whether both at i means "both X and Y".
func (r *reader) joins(i int) bool {
	for k := i + 1; k < len(r.t) && k < i+5; k++ {
		if r.at(k, "and") {
			return true
		}
		if strings.HasPrefix(r.t[k].Tag, "V") {
			return false
		}
	}
	return false
}
