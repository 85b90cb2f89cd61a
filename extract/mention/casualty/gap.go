package casualty

import (
	"slices"

	"sitrep/extract/mention/quantity"
)

// gapReach is how many words after the first figure the second may stand.
const gapReach = 12

// figureWithoutVerb reads the figures that share the verb of the first and say where or
// when their own dead fell: killed 12 in Homs and five in Hama; in Taiz 34 were killed
// and in Ibb 27; shot four on Monday, two on Tuesday and one on Wednesday. The words
// after the first figure or its verb begin at i.
func (f *finder) figureWithoutVerb(kinds []string, i, anchor int, combined bool) {
	for k := i; k < len(f.t) && k < i+gapReach; k++ {
		if f.t.Tagged(k, "VBD", "VBZ", "VBP", "VBG", "VBN", "MD", ".") || f.t.Is(k, ";", ":", "of") {
			return
		}
		if !f.t.Is(k, "and", ",") {
			continue
		}
		j := k + 1
		if f.t.Is(j, "and") {
			j++
		}
		if q, ok := f.ofTheSecond(j, anchor); ok {
			f.out = slices.DeleteFunc(f.out, func(c Casualty) bool { return c.Quantity.Start == f.t[j].Start && c.Quantity.End < q.quantity.End })
			f.addAll(kinds, []patient{q}, anchor, combined)
			return
		}
		n := f.numberWithSetting(j)
		if n == nil || k == i && n.From == j {
			continue
		}
		q, ok := f.numbered(n)
		if f.isDay(n.To) {
			q.victims, q.last = nil, n.To-1 // another nine | the next day
		}
		if !ok || q.victims != nil && !f.isMoreOfThem(q) {
			return
		}
		f.addAll(kinds, []patient{q}, anchor, combined)
		i = q.last + 1
		k = i - 1
	}
}

// isMoreOfThem reports whether a figure with a noun for people shares the verb of the figure
// before, and has not been read elsewhere: three people in Gao, two others in Ansongo.
func (f *finder) isMoreOfThem(q patient) bool {
	return f.w.others[q.victims.Lemma] && !f.hasVerbBehind(q.last+1) &&
		!slices.ContainsFunc(f.out, func(c Casualty) bool { return c.Quantity.Start == q.quantity.Start })
}

// hasVerbBehind reports whether a finite verb follows from token i on, before a mark or and: 30
// people [in Gao] fled.
func (f *finder) hasVerbBehind(i int) bool {
	for ; i < len(f.t) && !f.t.Is(i, ",", ".", ";", "and"); i++ {
		if f.t.Tagged(i, "VBD", "VBZ", "VBP", "MD") {
			return true
		}
	}
	return false
}

// ofTheSecond returns those whom the second of two did the same to as the first, where the
// words at i tell of them: the first bomb killed nine shoppers and | the second 11 guards.
func (f *finder) ofTheSecond(i, anchor int) (patient, bool) {
	first := false
	for k := anchor - 1; k >= 0 && k > anchor-gapReach; k-- {
		first = first || f.t.Is(k, "first") && f.t.Is(k-1, "the")
	}
	if !first || !f.t.Is(i, "the") || !f.w.ones[f.t.Word(i+1)] {
		return patient{}, false
	}
	p, ok := f.objectAfter(i + 2)
	return p, ok && f.isPeople(p)
}

// numberWithSetting returns the bare number that begins at i before its place or day, or that ends
// a list member behind its place: five in Hama; ten others on Tuesday. Else it returns nil.
func (f *finder) numberWithSetting(i int) *quantity.Number {
	if n := f.numberAt(i); n != nil {
		to := n.To
		for f.t.In(to, f.w.others) {
			to++
		}
		if n.From == i && (f.t.In(to, f.w.near) || f.isDay(to)) {
			return n
		}
		return nil
	}
	g := f.s.GroupAt(i + 1)
	if !f.t.In(i, f.w.near) || g == nil || g.First != i+1 {
		return nil
	}
	for k := i + 1; k <= g.Last+1; k++ {
		n := f.numberAt(k)
		if n != nil && k > i+1 && n.From == k && (n.To >= len(f.t) || f.t.Is(n.To, ",", ".", ";", "and")) {
			return n
		}
	}
	return nil
}

// isDay reports whether the words at i are those of a day: on Tuesday, the next day.
func (f *finder) isDay(i int) bool {
	if f.t.Is(i, "on") {
		return f.t.In(i+1, f.w.times)
	}
	return f.t.Is(i, "the") && f.t.In(i+1, f.w.following) && f.t.Is(i+2, "day")
}
