package quantity

import (
	"math"
	"strconv"
	"strings"

	"sitrep/extract/article"
	"sitrep/extract/lang"
	"sitrep/extract/mention"
)

// limit keeps products far from the ends of int.
const limit = 20_000_000_000

// plain reads numerals: 12, 4,000, 1.2 million, 1.5m, twenty-three, one
// hundred and five, two dozen.
func (r *reader) plain(i int) (bounds, int, bool) {
	if v, whole, ok := digits(r.t[i].Lower); ok {
		k := i + 1
		if m, c := r.class(k); c == "multiplier" || c == "group" && whole {
			v *= float64(m.min)
			k++
		} else if !whole {
			return bounds{}, i, false
		}
		if v > limit {
			return bounds{}, i, false
		}
		n := int(math.Round(v))
		return bounds{min: n, max: n}, k, !r.isYear(i)
	}
	n, k, ok := r.words(i)
	if !ok {
		return bounds{}, i, false
	}
	return r.multiplied(n, k)
}

// isYear reports whether the four digits at i are more likely a year than a
// count: they count nothing and stand behind a preposition, as in since 2014.
func (r *reader) isYear(i int) bool {
	w := r.t[i].Lower
	if len(w) != 4 || w < "1900" || w > "2100" {
		return false
	}
	return i > 0 && (r.t.Is(i-1, ",") || r.in(i-1, "year")) && !r.countable(i+1)
}

// digits reads 12, 4,000, 1.2, 1.5m, 300k.
func digits(s string) (v float64, whole, ok bool) {
	scale := 1.0
	body := strings.TrimSuffix(s, "+")
	switch {
	case strings.HasSuffix(body, "m") || strings.HasSuffix(body, "mn"):
		body, scale = strings.TrimRight(body, "mn"), 1e6
	case strings.HasSuffix(body, "k"):
		body, scale = strings.TrimSuffix(body, "k"), 1e3
	case strings.HasSuffix(body, "bn"):
		body, scale = strings.TrimSuffix(body, "bn"), 1e9
	}
	if body == "" || body[0] < '0' || body[0] > '9' {
		return 0, false, false
	}
	clean := strings.ReplaceAll(body, ",", "")
	if strings.Count(body, ",") > 0 {
		for _, group := range strings.Split(body, ",")[1:] {
			if len(group) < 3 && !strings.Contains(group, ".") && len(group) != 2 { // 1,00,000 is Indian
				return 0, false, false
			}
		}
	}
	v, err := strconv.ParseFloat(clean, 64)
	if err != nil || v < 0 || v > limit || strings.ContainsAny(clean, "exp_i") {
		return 0, false, false
	}
	return v * scale, v*scale == math.Trunc(v*scale), true
}

// words reads number words up to ninety-nine, in one token or several.
func (r *reader) words(i int) (n, next int, ok bool) {
	if i >= len(r.t) {
		return 0, i, false
	}
	if tens, ones, hyphen := strings.Cut(r.t[i].Lower, "-"); hyphen {
		a, b := r.l.words[tens], r.l.words[ones]
		if a.class == "number" && a.min >= 20 && b.class == "number" && b.min > 0 && b.min < 10 {
			return a.min + b.min, i + 1, true
		}
		return 0, i, false
	}
	e, c := r.class(i)
	if c != "number" {
		return 0, i, false
	}
	k := i + 1
	if e.min >= 20 {
		if u, c := r.class(k); c == "number" && u.min > 0 && u.min < 10 {
			return e.min + u.min, k + 1, true
		}
		k = i + 1
	}
	return e.min, k, true
}

// multiplied reads what multiplies or adds to n: hundred and five, thousand
// two hundred, dozen.
func (r *reader) multiplied(n, k int) (bounds, int, bool) {
	total, current := 0, n
	for k < len(r.t) {
		m, c := r.class(k)
		switch {
		case c == "group":
			v := (total + current) * m.min
			return bounds{min: v, max: v}, k + 1, true
		case c == "multiplier" && m.min == 100:
			current *= 100
			k++
		case c == "multiplier":
			total += current * m.min
			current = 0
			k++
		default:
			j := k
			if r.t.Is(j, "and") {
				j++
			}
			w, next, ok := r.words(j)
			follows := ok && (current >= 100 && current%100 == 0 && w < 100 || total > 0 && current == 0)
			if follows && j > k { // one thousand and five, not one thousand and 2 soldiers
				follows = current >= 100 || total > 0
			}
			if !follows || total+current > limit {
				v := total + current
				return bounds{min: v, max: v}, k, v <= limit
			}
			current += w
			k = next
		}
		if total+current > limit {
			return bounds{}, k, false
		}
	}
	v := total + current
	return bounds{min: v, max: v}, k, v <= limit
}

// rangeToken reads a range that is one token: 10-15.
func (r *reader) rangeToken(i int) (bounds, bool) {
	a, b, ok := strings.Cut(r.t[i].Lower, "-")
	if !ok {
		return bounds{}, false
	}
	x, wx, okx := digits(a)
	y, wy, oky := digits(b)
	if okx && oky && wx && wy && x < y {
		return bounds{min: int(x), max: int(y)}, true
	}
	ex, ey := r.l.words[a], r.l.words[b]
	if ex.class == "number" && ey.class == "number" && ex.min < ey.min && !(ex.min >= 20 && ey.min < 10) {
		return bounds{min: ex.min, max: ey.min}, true
	}
	return bounds{}, false
}

// Of returns the quantity of a noun group that has no number: one for a single
// person or thing (a soldier, the governor, a name), two for a couple, and
// open from one for a bare plural. The text is the group's, without "the".
func Of(g *lang.NounGroup) mention.Quantity {
	exactly := func(n int) mention.Quantity {
		q := text(g)
		q.Min, q.Max = &n, &n
		return q
	}
	if n, ok := lex().collectives[g.Lemma]; ok && !g.Proper {
		return exactly(n)
	}
	if g.Plural() {
		q := text(g)
		lo := 1
		q.Min, q.Unknown = &lo, true
		return q
	}
	return exactly(1)
}

// text returns a quantity without bounds whose text is the group's, without an
// article before a plural.
func text(g *lang.NounGroup) mention.Quantity {
	start := g.Start
	t := g.Sentence.Tokens
	if g.Plural() && g.First < g.Last && (t[g.First].Tag == "DT" || t[g.First].Tag == "PDT") {
		start = t[g.First+1].Start
	}
	span := article.Span{Start: start, End: g.End}
	return mention.Quantity{Span: span, Text: g.Sentence.Text[start-g.Sentence.Start : g.End-g.Sentence.Start]}
}

// IsRound reports whether a word is an amount by itself: dozens, scores, hundreds.
func IsRound(word string) bool { return lex().words[word].class == "round" }
