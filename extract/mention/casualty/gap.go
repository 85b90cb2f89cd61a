package casualty

import "sitrep/extract/mention/quantity"

// gapReach is how many words after the first figure the second may stand.
const gapReach = 8

// figureWithoutVerb reads a second figure that shares the verb of the first and says
// where its own dead fell: killed 12 in Homs and five in Hama; in Taiz 34 were killed
// and in Ibb 27. The words after the first figure or its verb begin at i.
func (f *finder) figureWithoutVerb(kinds []string, i, anchor int, combined bool) {
	for k := i; k < len(f.t) && k < i+gapReach; k++ {
		if f.t.Tagged(k, "VBD", "VBZ", "VBP", "VBG", "VBN", "MD", ".") || f.t.Is(k, ";", "of") {
			return
		}
		if !f.t.Is(k, "and", ",") {
			continue
		}
		j := k + 1
		if f.t.Is(j, "and") {
			j++
		}
		n := f.numberWithPlace(j)
		if n == nil || k == i && n.From == j {
			continue
		}
		if q, ok := f.numbered(n); ok && q.victims == nil {
			f.addAll(kinds, []patient{q}, anchor, combined)
		}
		return
	}
}

// numberWithPlace returns the bare number that begins at i before its place, or that
// ends a list member behind it: five in Hama; in Ibb 27. Else it returns nil.
func (f *finder) numberWithPlace(i int) *quantity.Number {
	if n := f.numberAt(i); n != nil {
		if n.From == i && f.t.In(n.To, f.w.near) {
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
