package claim

import (
	"strings"

	"sitrep/extract/article"
	"sitrep/extract/lang"
)

// list is the patient and what is coordinated with it; kin of one person are
// one figure.
func (f *finder) list(p patient, subject bool) []patient {
	members := []*lang.NounGroup{p.victims}
	if subject {
		members = f.upwards(p)
	}
	if last := members[len(members)-1]; last != nil && !subject {
		members = f.downwards(members)
	}
	var out []patient
	for i, g := range members {
		q, ok := p, true
		if g != p.victims {
			q, ok = f.patientOf(g)
		}
		if !ok || f.thing(q) || g != p.victims && f.mistagged(g, q) {
			continue
		}
		if len(out) > 0 && i > 0 && q.number == nil && q.quantity.Unknown && g.Det == "" && out[len(out)-1].number != nil {
			continue // dozens of soldiers and policemen: one number
		}
		out = append(out, q)
	}
	return f.family(out)
}

// upwards is the coordination that ends with the patient of a subject.
func (f *finder) upwards(p patient) []*lang.NounGroup {
	members := []*lang.NounGroup{p.victims}
	first := p.first
	for g := p.victims; ; {
		var prev *lang.NounGroup
		if f.at(first-1, "and", ",", "&") && f.tag(first-2, "NNS", "NN", "NNP", "NNPS", "PRP", "CD", ")") || f.at(first-1, "and") && f.at(first-2, ",") {
			k := first - 2
			if f.at(k, ",") {
				k--
			}
			prev = f.groupOn(k)
		}
		if g != nil && g.Coordinated != nil && (prev == nil || prev.First < g.Coordinated.First) {
			prev = g.Coordinated
		}
		if prev == nil || prev.First >= first {
			break
		}
		q, ok := f.patientOf(prev)
		if !ok || !f.people(q) || f.partOf(q) || f.governed(q) || f.at(first-1, ",") && len(members) == 1 || p.number != nil && q.number == nil && f.at(first-1, ",") {
			break
		}
		members = append([]*lang.NounGroup{prev}, members...)
		g, first = prev, min(q.first, prev.First)
	}
	if p.victims != nil && len(members) == 1 {
		members = f.downwards(members)
	}
	return members
}

// governed says whether the patient is what another verb or preposition
// before it has: killed 12 men | and wounded three.
func (f *finder) governed(p patient) bool {
	k := p.first - 1
	for f.tag(k, "RB") {
		k--
	}
	if k < 0 || f.w.leaving[f.t[k].Lemma] || f.at(k, "that", "with", "including") {
		return f.at(k, "including")
	}
	return strings.HasPrefix(f.t[k].Tag, "VB") && !f.w.copulas[f.t[k].Lemma] || f.tag(k, "IN", "TO") && !f.at(k, "that", "as", "while", "after", "when") || f.at(k, "dead")
}

// downwards is the coordination that begins with a group. What turns out to
// be the subject of a verb of its own does not belong to it: killed 38
// people, police and health officials said.
func (f *finder) downwards(members []*lang.NounGroup) []*lang.NounGroup {
	for g := members[len(members)-1]; g != nil; {
		if len(g.Conjuncts) == 0 {
			break
		}
		if f.verbBetween(g, g.Conjuncts[0]) || len(members) > len(f.s.Nouns) {
			break
		}
		members = append(members, g.Conjuncts...)
		g = g.Conjuncts[len(g.Conjuncts)-1]
	}
	for len(members) > 1 && f.startsClause(members[len(members)-1]) {
		for len(members) > 2 && !f.at(members[len(members)-1].First-1, ",") && f.at(members[len(members)-2].First-1, ",") {
			members = members[:len(members)-1]
		}
		members = members[:len(members)-1]
	}
	return members
}

// verbBetween says whether a verb stands between two groups that were taken
// for a coordination: killed ten men and destroyed eight vehicles.
func (f *finder) verbBetween(a, b *lang.NounGroup) bool {
	for i := a.Last + 1; i < b.First; i++ {
		if f.tag(i, "VBD", "VBZ", "VBP") {
			return true
		}
	}
	return false
}

// mistagged says whether a group begins with a trigger that was taken for its
// adjective: killed ten and [injured scores of others].
func (f *finder) mistagged(g *lang.NounGroup, p patient) bool {
	if g == nil || p.number == nil {
		return false
	}
	for i := g.First; i < p.number.From; i++ {
		if f.tag(i, "VBN", "VBD", "JJ", "VBG") && len(f.w.verbs[verbOf(f.t[i])]) > 0 {
			return true
		}
	}
	return false
}

// startsClause says whether g is the subject of a verb of its own rather than
// a member of the list before it: killed 12 soldiers and rebels fled.
func (f *finder) startsClause(g *lang.NounGroup) bool {
	i := g.Last + 1
	for f.tag(i, "RB") {
		i++
	}
	return f.tag(i, "VBD", "VBZ", "VBP", "MD", "VBN") || f.at(i, "dead", "missing")
}

// family adds up the kin that follow a possessor: his wife and two children.
func (f *finder) family(ps []patient) []patient {
	var out []patient
	for _, p := range ps {
		if n := len(out); n > 0 && f.related(p) && p.victims.Det == "" && f.related(out[n-1]) && (f.possessed(out[n-1])) {
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

func (f *finder) related(p patient) bool {
	return p.victims != nil && f.w.kin[f.t[p.victims.Head].Lemma]
}

func (f *finder) possessed(p patient) bool {
	g := p.victims
	return g.Possessor != nil || f.tag(g.First, "PRP$") || f.tag(g.First-1, "PRP$", "POS")
}
