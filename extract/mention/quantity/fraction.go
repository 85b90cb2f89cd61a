package quantity

import (
	"slices"
	"strconv"
	"strings"

	"sitrep/extract/wordlist"
)

// fraction is a part of the number behind it: half of the 40.
type fraction struct {
	words        []string
	taken, parts int
}

// fractions returns the rows of data/fractions.csv by their first words, the longest first.
func fractions() map[string][]fraction {
	out := map[string][]fraction{}
	wordlist.Each(data, "data/fractions.csv", "words: taken,parts", func(row []string) (err error) {
		f := fraction{words: strings.Fields(row[0])}
		if f.taken, err = strconv.Atoi(row[1]); err != nil {
			return err
		}
		f.parts, err = strconv.Atoi(row[2])
		out[f.words[0]] = append(out[f.words[0]], f)
		return err
	})
	for _, fs := range out {
		slices.SortStableFunc(fs, func(a, b fraction) int { return len(b.words) - len(a.words) })
	}
	return out
}

// part reads a part of an exact number at i, as in "half of the 40 passengers",
// "three-quarters of its 12 men".
func (r *reader) part(i int) (b bounds, next int, ok bool) {
	for _, f := range r.l.fractions[r.t.Word(i)] {
		if !r.t.Spell(i, f.words...) {
			continue
		}
		k := i + len(f.words)
		if r.t.Is(k, "of") {
			k++
		} else if len(f.words) > 1 || !r.in(k, "determiner") {
			continue // half 40
		}
		for r.in(k, "determiner") {
			k++
		}
		whole, end, ok := r.amount(k)
		if !ok || whole.round || whole.open || whole.min != whole.max || whole.min < f.parts {
			continue
		}
		n := (whole.min*f.taken + f.parts/2) / f.parts
		return bounds{min: n, max: n}, end, true
	}
	return bounds{}, i, false
}

// andAHalf reads a number and a half of what multiplies it: one and a half thousand,
// two-and-a-half million.
func (r *reader) andAHalf(i int) (b bounds, next int, ok bool) {
	n, k, ok := r.words(i)
	if !ok {
		if v, whole, isNumber := digits(r.t[i].Lower); isNumber && whole {
			n, k, ok = int(v), i+1, true
		}
	}
	if whole, cut := strings.CutSuffix(r.t[i].Lower, "-and-a-half"); cut {
		e := r.l.words[whole]
		n, k, ok = e.min, i+1, e.class == "number"
	} else if ok = ok && r.t.Spell(k, "and", "a", "half"); ok {
		k += 3
	}
	m, isUnit := r.unit(k)
	if !ok || !isUnit || n > limit/m {
		return bounds{}, i, false
	}
	v := n*m + m/2
	return bounds{min: v, max: v}, k + 1, true
}
