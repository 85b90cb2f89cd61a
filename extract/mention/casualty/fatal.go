package casualty

// fatally reads at token i the adverb that says of a number of those who were hurt
// that they died of it: wounded 11 pupils, five of them fatally; shot four men, one
// fatally.
func (f *finder) fatally(i int) {
	if !f.w.fatal[f.t[i].Lower] || f.t.Verb(i+1) || f.t.Tagged(i+1, "JJ") {
		return
	}
	n := f.numberAt(i - 1)
	if g := f.s.GroupAt(i - 1); n == nil && g != nil && f.t.Is(g.First-1, "of") {
		n = f.numberAt(g.First - 2)
	}
	if n == nil || n.Measure {
		return
	}
	if p, ok := f.numbered(n); ok {
		f.addAll([]string{Killed}, []patient{p}, i, false)
	}
}

// alike reads at token i those whom befell what befell people counted before: 121 guards died, [as did]
// 374 militants.
func (f *finder) alike(i int) {
	if !f.t.Is(i, "as") || !f.t.In(i+1, f.w.echoes) || len(f.out) == 0 {
		return
	}
	last := f.out[len(f.out)-1]
	if p, ok := f.objectAfter(i + 2); ok && !p.quantity.Unknown && last.Quantity.End < p.quantity.Start {
		f.addAll([]string{last.Kind}, []patient{p}, f.s.TokensIn(last.Anchor).From, false)
	}
}
