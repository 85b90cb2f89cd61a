package claim

import (
	"strings"

	"sitrep/extract/article"
	"sitrep/extract/lang"
	"sitrep/extract/mention"
	"sitrep/extract/mention/quantity"
)

// patient is a counted or plain noun group that something may have happened
// to; first and last are its tokens.
type patient struct {
	quantity    mention.Quantity
	victims     *lang.NounGroup
	number      *quantity.Number
	first, last int
	toll        string
}

// numberAt is the number whose words begin or lie at token i.
func (f *finder) numberAt(i int) *quantity.Number {
	for k := range f.numbers {
		if n := &f.numbers[k]; n.From <= i && i < n.To {
			return n
		}
	}
	return nil
}

// groupOn is the smallest noun group that has token i.
func (f *finder) groupOn(i int) *lang.NounGroup {
	var best *lang.NounGroup
	for _, g := range f.s.Nouns {
		if g.First <= i && i <= g.Last && (best == nil || g.Last-g.First <= best.Last-best.First) {
			best = g
		}
	}
	return best
}

// numbered is the patient that a number begins, or false where the number
// counts time, money or the like.
func (f *finder) numbered(n *quantity.Number) (patient, bool) {
	if n.Measure || n.Max != nil && *n.Max == 0 {
		return patient{}, false
	}
	if n.First > 0 && (f.at(n.First-1, "no", "aged", "age", "number", "article", "page", "phase")) {
		return patient{}, false
	}
	p := patient{quantity: n.Quantity, number: n, first: n.From, last: n.To - 1}
	if n.More {
		p.toll = TollNew
	}
	if n.Total {
		p.toll = TollTotal
	}
	g := f.countedGroup(n)
	if g != nil {
		p.victims, p.last = g, max(g.Last, p.last)
	}
	return p, true
}

// countedGroup is the noun group that a number counts.
func (f *finder) countedGroup(n *quantity.Number) *lang.NounGroup {
	i := n.To
	for f.tag(i, "RB") && f.tag(i+1, "JJ", "VBN") {
		i++
	}
	if f.at(i, "-") {
		i++
	}
	if i >= len(f.t) {
		return nil
	}
	g := f.groupOn(i)
	if g == nil || g.Head < i {
		return nil
	}
	if g.Pronoun && i > n.Last+1 && f.at(i, "them", "us", "whom", "which") {
		return nil
	}
	return g
}

// plain is the patient of a noun group without a number.
func (f *finder) plain(g *lang.NounGroup) (patient, bool) {
	head := f.t[g.Head]
	if g.Det == "no" || f.at(g.First, "no", "nobody", "none", "neither", "nothing") || f.at(g.First-1, "no", "without") {
		return patient{}, false
	}
	p := patient{victims: g, first: g.First, last: g.Last}
	switch {
	case g.Pronoun || head.Tag == "PRP":
		switch head.Lower {
		case "he", "him", "she", "her", "himself", "herself":
			lo, hi := 1, 1
			p.quantity = mention.Quantity{Span: head.Span, Text: head.Text, Min: &lo, Max: &hi}
		case "they", "them", "themselves", "others":
			lo := 1
			p.quantity = mention.Quantity{Span: head.Span, Text: head.Text, Min: &lo, Unknown: true}
		case "another":
			lo, hi := 1, 1
			p.quantity = mention.Quantity{Span: head.Span, Text: head.Text, Min: &lo, Max: &hi}
			p.toll, p.victims = TollNew, nil
		default:
			return patient{}, false
		}
		return p, true
	case !strings.HasPrefix(head.Tag, "NN") && !f.w.person(head.Lemma, head.Lower):
		return patient{}, false
	case f.w.things[head.Lemma] || f.w.things[head.Lower]:
		return patient{}, false
	}
	p.quantity = quantity.Of(g)
	if g.Det == "another" || f.at(g.First, "another") {
		p.toll = TollNew
	}
	return p, true
}

// patientOf reads a noun group as a patient, with its number or without.
func (f *finder) patientOf(g *lang.NounGroup) (patient, bool) {
	for i := g.First; i <= g.Head; i++ {
		if n := f.numberAt(i); n != nil && n.To <= g.Head+1 || n != nil && n.First <= g.First {
			if f.at(n.From-1, "no") {
				return patient{}, false
			}
			p, ok := f.numbered(n)
			if ok && p.victims == nil && n.To <= g.Head {
				p.victims = g
			}
			return p, ok
		}
	}
	if f.w.wholes[g.Lemma] && f.at(g.Last+1, "of") { // a family of five
		if n := f.numberAt(g.Last + 2); n != nil && n.From == g.Last+2 {
			p, ok := f.numbered(n)
			if ok && p.victims == nil {
				p.victims, p.first = g, g.First
				p.quantity.Span = article.Span{Start: g.Start, End: n.End}
				p.quantity.Text = f.s.Text[g.Start-f.s.Start : n.End-f.s.Start]
			}
			return p, ok
		}
	}
	// the number may stand before the group: dozens of [people]
	if n := f.numberAt(g.First - 1); n != nil && n.To >= g.First {
		return f.numbered(n)
	}
	return f.plain(g)
}

// thing says whether the patient cannot be people.
func (f *finder) thing(p patient) bool {
	if p.victims == nil {
		return false
	}
	h := f.t[p.victims.Head]
	return (f.w.things[h.Lemma] || f.w.things[h.Lower]) && !p.victims.Pronoun
}

// people says whether the patient must be persons: by its head, or a number
// without a noun.
func (f *finder) people(p patient) bool {
	if p.victims == nil {
		return p.number != nil
	}
	h := f.t[p.victims.Head]
	if p.victims.Pronoun || h.Tag == "PRP" {
		return !f.at(p.victims.Head, "it")
	}
	if f.w.person(h.Lemma, h.Lower) {
		return true
	}
	if p.victims.Apposition != nil {
		a := f.t[p.victims.Apposition.Head]
		return f.w.person(a.Lemma, a.Lower)
	}
	return p.number != nil && strings.HasPrefix(h.Tag, "NNP") // three Palestinians
}

// after is the patient that begins at token i, over adverbs.
func (f *finder) after(i int) (patient, bool) {
	for f.tag(i, "RB", "RBR", "RP") && f.numberAt(i) == nil || f.at(i, "at", "least") && f.numberAt(i) == nil && f.numberAt(i+2) != nil {
		i++
	}
	if i >= len(f.t) {
		return patient{}, false
	}
	if n := f.numberAt(i); n != nil && n.From <= i {
		return f.numbered(n)
	}
	if f.tag(i, "DT", "PRP$", "PDT") || f.at(i, "all", "both") { // the 12 men, his two sons
		for k := i + 1; k <= i+2; k++ {
			if n := f.numberAt(k); n != nil && n.From >= i {
				p, ok := f.numbered(n)
				p.first = i
				return p, ok
			}
		}
	}
	g := f.starting(i)
	if g == nil {
		return patient{}, false
	}
	return f.patientOf(g)
}

// starting is the noun group that begins at token i.
func (f *finder) starting(i int) *lang.NounGroup {
	var best *lang.NounGroup
	for _, g := range f.s.Nouns {
		if g.First == i && (best == nil || g.Last > best.Last) {
			best = g
		}
	}
	return best
}

// before is the patient that stands before token i as a subject does: over
// auxiliaries, relative pronouns, prepositional phrases and appositions.
func (f *finder) before(i int) (patient, bool) {
	k := i - 1
	for k >= 0 && (strings.HasPrefix(f.t[k].Tag, "RB") || f.tag(k, "MD", "WP", "WDT", "TO") || f.t[k].Lemma == "be" || f.t[k].Lemma == "have" || f.t[k].Lemma == "get" || f.at(k, "that", "who", "feared", "reportedly", "believed", "reported", "presumed", "confirmed", "either", "being", "said", "known", "found", "pronounced", "declared", "thought") && !f.tag(k, "DT")) {
		k--
	}
	for k >= 0 {
		comma := false
		for k >= 0 && (f.at(k, ",", ")", "\"", "-") || f.tag(k, "''", "``")) {
			comma = comma || f.at(k, ",", ")")
			k--
		}
		if k < 0 {
			return patient{}, false
		}
		p, ok, found := f.ending(k)
		if !found {
			return patient{}, false
		}
		j := p.first - 1
		switch {
		case f.tag(j, "IN", "TO") || f.at(j, "including", "among", "of", "in", "at", "from", "near", "with", "on", "like"):
			// a prepositional phrase: the group before its preposition
			for j >= 0 && (f.tag(j, "IN", "TO", "VBG") || f.at(j, "including", "among")) {
				j--
			}
			k = j
			if f.at(k, "because", "according") {
				return patient{}, false
			}
			continue
		case comma && f.at(j, ",", "(") && j > 0 && !ok || comma && f.at(j, ",", "(") && j > 0 && p.number == nil && p.victims != nil && f.apposition(p.victims, j-1):
			k = j - 1
			continue
		}
		return p, ok
	}
	return patient{}, false
}

// apposition says whether g, after a comma or bracket, only describes the
// group that ends at token j: Karimi, a farmer, was.
func (f *finder) apposition(g *lang.NounGroup, j int) bool {
	prev := f.groupOn(j)
	return prev != nil && (g.Det == "a" || g.Det == "an" || g.Det == "the") && prev.Head >= 0 && f.w.person(f.t[g.Head].Lemma, f.t[g.Head].Lower)
}

// ending is the patient whose words end at token k. found says that there is
// a group at all; ok, that it can be a patient.
func (f *finder) ending(k int) (p patient, ok, found bool) {
	if n := f.numberAt(k); n != nil && n.To == k+1 {
		p, ok = f.numbered(n)
		p.first = n.From
		return p, ok, true
	}
	g := f.groupOn(k)
	if g == nil || g.Last > k {
		return patient{}, false, false
	}
	p, ok = f.patientOf(g)
	if !ok {
		p.first = g.First
	}
	if p.first > g.First {
		p.first = g.First
	}
	return p, ok, true
}

// list is the patient and what is coordinated with it; kin of one person are
// one figure.
func (f *finder) list(p patient, subject bool) []patient {
	out := []patient{p}
	if p.victims != nil {
		first := p.victims
		if first.Coordinated != nil && subject {
			first = first.Coordinated
			if q, ok := f.patientOf(first); ok {
				out = []patient{q}
			} else {
				out = nil
			}
		}
		for _, g := range first.Conjuncts {
			if !subject && f.startsClause(g) {
				break
			}
			if q, ok := f.patientOf(g); ok && !f.thing(q) {
				out = append(out, q)
			}
		}
	}
	return f.family(out)
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
