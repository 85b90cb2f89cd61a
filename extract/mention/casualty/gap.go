package casualty

import (
	"sitrep/extract/mention"
	"sitrep/extract/mention/quantity"
)

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

// bare returns the uncounted people of a plural noun that a verb of causing has behind
// it, alone or after such a noun and an and: resulting in deaths and injuries.
func (f *finder) bare(i int) (patient, bool) {
	k := i
	if f.t.Is(i-1, "and") && f.t.Tagged(i-2, "NNS") && len(f.w.nouns[f.t[i-2].Lemma]) > 0 {
		k = i - 2
	}
	if !f.t.Tagged(i, "NNS") || k == 0 || f.t.Is(i+1, "of", "to") || f.unreal(k-1) || f.unreal(k-2) {
		return patient{}, false
	}
	caused := f.w.causing[f.t[k-1].Lemma] || f.t.Tagged(k-1, "IN", "TO") && k > 1 && f.w.causing[f.t[k-2].Lemma+" "+f.t[k-1].Lower]
	lo := 1
	return patient{first: i, last: i, quantity: mention.Quantity{Span: f.t[i].Span, Text: f.t[i].Text, Min: &lo, Unknown: true}}, caused
}
