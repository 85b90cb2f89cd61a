package casualty

import (
	"sitrep/extract/article"
	"sitrep/extract/lang"
)

// addKin adds up the kin that follow a possessor: his wife and two children.
func (f *finder) addKin(ps []patient) []patient {
	var out []patient
	for _, p := range ps {
		if n := len(out); n > 0 && f.isKin(p) && p.victims.Det == "" && f.isKin(out[n-1]) && f.hasPossessor(out[n-1]) {
			a := &out[n-1]
			q := a.quantity
			start := a.victims.Start
			if a.number == nil {
				start = q.Start
			} else {
				start = min(start, q.Start)
			}
			q.Span = article.Span{Start: start, End: max(p.victims.End, p.quantity.End)}
			q.Text = f.s.Text[q.Start-f.s.Start : q.End-f.s.Start]
			q.Min, q.Max = plus(q.Min, p.quantity.Min), plus(q.Max, p.quantity.Max)
			a.quantity, a.last = q, p.last
			continue
		}
		out = append(out, p)
	}
	return out
}

// isKin reports whether a patient is named by a word for kin: his wife, two children.
func (f *finder) isKin(p patient) bool {
	return p.victims != nil && f.w.kin[f.t[p.victims.Head].Lemma]
}

// hasPossessor reports whether it is said whose a patient is: his wife, the judge's wife.
func (f *finder) hasPossessor(p patient) bool {
	g := p.victims
	return g.Possessor != nil || f.t.Tagged(g.First, "PRP$") || f.t.Tagged(g.First-1, "PRP$", "POS")
}

// isKinBeside reports whether g is a relation of somebody told right before it: a judge, |
// his wife and two children were killed.
func (f *finder) isKinBeside(g *lang.NounGroup) bool {
	return g != nil && f.w.kin[g.Lemma] && f.t.Tagged(g.First, "PRP$")
}
