package casualty

import "sitrep/extract/mention"

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

// each returns those who suffered the acts that a number counts, each of them one:
// nineteen killings of preachers.
func (f *finder) each(i int) (patient, bool) {
	n := f.numberAt(i - 1)
	if n == nil || n.To != i || !f.t.Is(i+1, "of") {
		return patient{}, false
	}
	p, ok := f.numbered(n)
	g, isObject := f.objectAfter(i + 2)
	if !ok || !isObject || g.number != nil || !f.isPeople(g) {
		return patient{}, false
	}
	p.victims = g.victims
	return p, true
}

// multiple returns the figure in the adjective of an act noun: a double murder.
func (f *finder) multiple(i int) (patient, bool) {
	if i == 0 {
		return patient{}, false
	}
	t := f.t[i-1]
	n, ok := f.w.multiples[t.Lower]
	if !ok || f.t.Tagged(i+1, "NN", "NNS") {
		return patient{}, false
	}
	return patient{first: i - 1, last: i - 1, quantity: mention.Quantity{Span: t.Span, Text: t.Text, Min: &n, Max: &n}}, true
}
