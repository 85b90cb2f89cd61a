package casualty

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

// numbered is the patient that a number begins, or false where the number
// counts time, money or the like.
func (f *finder) numbered(n *quantity.Number) (patient, bool) {
	if n.Measure || n.Max != nil && *n.Max == 0 {
		return patient{}, false
	}
	if f.t.Is(n.From-1, "(", ",") && f.t.Is(n.To, ")", ",") && f.t.Tagged(n.From-2, "NNP") && n.To == n.From+1 {
		return patient{}, false // Karimi (47), Karimi, 47,
	}
	if f.t.Is(n.From-1, "the") && f.t.Is(n.From-2, "of") && f.t.In(n.From-3, f.w.nobody) {
		return patient{}, false
	}
	if n.First > 0 && f.w.labels[f.t[n.First-1].Lower] {
		return patient{}, false
	}
	if f.t.Is(n.First, "one") && n.First == n.Last && f.t.Tagged(n.To, "NNP") {
		if g := f.countedGroup(n); g != nil && g.Number != lang.Plural && f.t.Tagged(g.Head, "NNP") { // one Imran
			p, ok := f.plain(g)
			p.first = min(p.first, n.First)
			return p, ok
		}
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
	for f.t.Tagged(i, "RB") && f.t.Tagged(i+1, "JJ", "VBN") {
		i++
	}
	if f.t.Is(i, "-") {
		i++
	}
	if i >= len(f.t) {
		return nil
	}
	g := f.s.GroupAt(i)
	if g == nil || g.Head < i {
		return nil
	}
	if g.Pronoun && i > n.Last+1 && f.t.In(i, f.w.partial) {
		return nil
	}
	return g
}

// plain is the patient of a noun group without a number.
func (f *finder) plain(g *lang.NounGroup) (patient, bool) {
	head := f.t[g.Head]
	if f.w.nobody[g.Det] || f.t.In(g.First, f.w.nobody) || f.t.In(g.First-1, f.w.nobody) {
		return patient{}, false
	}
	p := patient{victims: g, first: g.First, last: g.Last}
	switch {
	case g.Pronoun || head.Tag == "PRP":
		switch {
		case f.w.one[head.Lower]:
			lo, hi := 1, 1
			p.quantity = mention.Quantity{Span: head.Span, Text: head.Text, Min: &lo, Max: &hi}
		case f.w.many[head.Lower]:
			lo := 1
			p.quantity = mention.Quantity{Span: head.Span, Text: head.Text, Min: &lo, Unknown: true}
		case head.Lower == "another":
			lo, hi := 1, 1
			p.quantity = mention.Quantity{Span: head.Span, Text: head.Text, Min: &lo, Max: &hi}
			p.toll, p.victims = TollNew, nil
		default:
			return patient{}, false
		}
		return p, true
	case f.w.ones[head.Lower] && g.Last == g.Head && (g.Det == "the" || g.Det == "a"): // the third was arrested
		lo, hi := 1, 1
		p.quantity = mention.Quantity{Span: g.Span, Text: g.Text(), Min: &lo, Max: &hi}
		p.victims = nil
		return p, true
	case !strings.HasPrefix(head.Tag, "NN") && !f.w.person(head.Lemma, head.Lower):
		return patient{}, false
	case f.impersonal(g):
		return patient{}, false
	}
	p.quantity = quantity.Of(g)
	if singular, cut := strings.CutSuffix(head.Lower, "s"); cut && g.Proper && f.w.persons[singular] { // Sunnis
		p.quantity.Max, p.quantity.Unknown = nil, true
	}
	if f.w.wholes[head.Lower] { // a company surrendered
		p.quantity.Max, p.quantity.Unknown = nil, true
	}
	if g.Det == "another" || f.t.Is(g.First, "another") {
		p.toll = TollNew
	}
	return p, true
}

// patientOf reads a noun group as a patient, with its number or without.
func (f *finder) patientOf(g *lang.NounGroup) (patient, bool) {
	if f.t.Tagged(g.First, "NNP") && f.t.In(g.First-1, f.w.joining) && f.t.Tagged(g.First-2, "NNP") { // three Lashkar e Islam fighters
		if left := f.s.GroupAt(g.First - 2); left != nil && left.Last == g.First-2 {
			if n := f.numberAt(left.First); n != nil && n.From == left.First {
				p, ok := f.numbered(n)
				p.victims, p.last = g, g.Last
				return p, ok
			}
			g = f.trimmed(g, left.First, g.Last)
		}
	}
	for i := g.First; i <= g.Head; i++ {
		if n := f.numberAt(i); n != nil && f.age(n, g) {
			continue
		} else if n != nil && n.To <= g.Head+1 || n != nil && n.First <= g.First {
			if f.t.Is(n.From-1, "no") {
				return patient{}, false
			}
			p, ok := f.numbered(n)
			if ok && p.victims == nil && n.To <= g.Head {
				p.victims = g
			}
			return p, ok
		}
	}
	if f.w.wholes[g.Lemma] && f.t.Is(g.Last+1, "of") { // a family of five
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

// age says whether the number only tells how old or how long the person of
// the group is or was what he is: a nine year old girl.
func (f *finder) age(n *quantity.Number, g *lang.NounGroup) bool {
	head := f.t[g.Head]
	return n.Measure && n.To < g.Head && f.w.person(head.Lemma, head.Lower)
}

// thing says whether the patient cannot be people.
func (f *finder) thing(p patient) bool {
	if p.victims == nil {
		return false
	}
	return f.impersonal(p.victims) && !p.victims.Pronoun
}

// impersonal says whether the noun of a group is never a victim. A word that
// may be one or the other is a person behind a noun: a head, a village head.
func (f *finder) impersonal(g *lang.NounGroup) bool {
	h := f.t[g.Head]
	if f.w.persons[h.Lemma] && g.Head > g.First && f.t.Tagged(g.Head-1, "NN") {
		return false
	}
	return f.w.things[h.Lemma] || f.w.things[h.Lower]
}

// people says whether the patient must be persons: by its head, or a number
// without a noun.
func (f *finder) people(p patient) bool {
	if p.victims == nil {
		return p.quantity.Text != ""
	}
	h := f.t[p.victims.Head]
	if p.victims.Pronoun || h.Tag == "PRP" {
		return !f.t.Is(p.victims.Head, "it")
	}
	if f.w.person(h.Lemma, h.Lower) || f.w.wholes[h.Lower] {
		return true
	}
	if p.victims.Proper { // a passing cyclist Hamid Noor
		for i := p.victims.First; i < p.victims.Head; i++ {
			if f.t.Tagged(i, "NN", "NNS") && f.w.person(f.t[i].Lemma, f.t[i].Lower) {
				return true
			}
		}
	}
	if p.victims.Apposition != nil {
		a := f.t[p.victims.Apposition.Head]
		return f.w.person(a.Lemma, a.Lower)
	}
	return p.number != nil && strings.HasPrefix(h.Tag, "NNP") // three Palestinians
}

// after is the patient that begins at token i, over adverbs.
func (f *finder) after(i int) (patient, bool) {
	for f.t.Tagged(i, "RB", "RBR", "RP") && f.numberAt(i) == nil || f.t.Is(i, "at", "least") && f.numberAt(i) == nil && f.numberAt(i+2) != nil {
		i++
	}
	if i >= len(f.t) {
		return patient{}, false
	}
	if n := f.numberAt(i); n != nil && n.From <= i {
		return f.numbered(n)
	}
	if f.t.Tagged(i, "DT", "PRP$", "PDT") || f.t.Is(i, "all", "both") { // the 12 men, his two sons
		for k := i + 1; k <= i+2; k++ {
			if n := f.numberAt(k); n != nil && n.From >= i && !n.Measure {
				p, ok := f.numbered(n)
				p.first = i
				return p, ok
			}
		}
	}
	g := f.s.GroupFrom(i)
	if g == nil {
		whole := f.s.GroupAt(i)
		if whole == nil || whole.Head < i || !f.objectAt(i) {
			return patient{}, false
		}
		g = f.trimmed(whole, i, whole.Last) // [injured] scores of others
	}
	return f.patientOf(g)
}

// trimmed is a group cut to its tokens from first to last.
func (f *finder) trimmed(g *lang.NounGroup, first, last int) *lang.NounGroup {
	c := *g
	c.First, c.Last = first, last
	c.Start, c.End = f.t[first].Start, f.t[last].End
	if c.Head > last {
		c.Head, c.Lemma, c.Number = last, f.t[last].Lemma, lang.Singular
		if f.t.Tagged(last, "NNS", "NNPS") {
			c.Number = lang.Plural
		}
	}
	if first > g.First {
		c.Det, c.Possessor = "", nil
	}
	return &c
}

// before is the patient that stands before token i as a subject does: over
// auxiliaries, relative pronouns, prepositional phrases and appositions. hops
// counts what was passed over.
func (f *finder) before(i int) (best patient, hops int, ok bool) {
	var tail *patient // what goes on a name after a bracket: the Front (FX) | militants
	k := i - 1
	for k >= 0 && (f.t.Adverb(k) || f.t.Tagged(k, "MD", "WP", "WDT", "TO") || strings.HasPrefix(f.t[k].Tag, "VB") && f.w.copulas[f.t[k].Lemma] || f.t.Is(k, "that", "either") && !f.t.Tagged(k, "DT")) {
		k--
	}
	for ; k >= 0; hops++ {
		comma := false
		for k >= 0 && (f.t.Is(k, ",", ")", "\"", "-", "–", "—", "--", "]", "[") || f.t.Tagged(k, "''", "``")) {
			comma = comma || f.t.Is(k, ",", ")", "-", "–", "—", "--")
			k--
		}
		if k < 0 {
			break
		}
		if f.t.Is(k, "(") {
			k--
			continue
		}
		if from := f.aside(k); comma && from > 0 {
			k = from - 1
			continue
		}
		p, isPatient, found := f.ending(k)
		if !found {
			break
		}
		if tail != nil {
			p, isPatient, tail = f.rejoined(p, *tail), true, nil
		}
		j := p.first - 1
		if open := f.opening(j); f.t.Is(j, ")") && !comma && p.number == nil && open > 0 && open < j && f.t.Tagged(open-1, "NNP", "NNPS") {
			if isPatient && f.people(p) && !f.whole(p) {
				q := p
				tail = &q
			}
			k = open - 1
			continue
		}
		if f.t.Is(j, "and") && !f.t.Tagged(j-1, ",") { // identified as A and B
			if g := f.s.GroupAt(j - 1); g != nil && g.First > 0 && (f.t.Is(g.First-1, "as") || f.w.parts[f.t[g.First-1].Lower]) {
				j = g.First - 1
			}
		}
		switch {
		case f.t.Tagged(j, "IN", "TO") && !f.t.In(j, f.w.subordinate) || f.t.In(j, f.w.parts) || f.t.Is(j, "as") && f.t.Tagged(j-1, "VBN", "VBD"):
			if isPatient && (!ok || !f.people(best) && f.people(p)) && !f.whole(p) && !f.t.Is(j, "by") {
				best, ok = p, true
			}
			for j >= 0 && (f.t.Tagged(j, "IN", "TO") || f.t.In(j, f.w.parts) || f.t.In(j, f.w.describing)) {
				j--
			}
			k = j
			continue
		case comma && f.t.Is(j, "(") && j > 0:
			k = j - 1
			continue
		case comma && f.t.Is(f.over(j), ",") && f.over(j) > 0 && p.number == nil && (!isPatient || f.describes(p, f.over(j)-1)):
			k = f.over(j) - 1
			continue
		}
		if isPatient && (!ok || p.number != nil || !f.people(best) || f.people(p)) {
			best, ok = p, true
		}
		break
	}
	return best, hops, ok
}

// over is the last token up to j that is no adverb.
func (f *finder) over(j int) int {
	for f.t.Tagged(j, "RB") {
		j--
	}
	return j
}

// whole says whether the patient is a body of people that others belong to.
func (f *finder) whole(p patient) bool {
	return p.number == nil && p.victims != nil && f.w.wholes[f.t[p.victims.Head].Lower]
}

// rejoined is the patient whose name goes on after a bracket: its number
// stands before, its noun behind (three Front (FX) militants).
func (f *finder) rejoined(name, tail patient) patient {
	if name.number != nil {
		name.victims, name.last = tail.victims, tail.last
		return name
	}
	tail.first = name.first
	return tail
}

// aside is the comma before token k that opens a remark on the figure before
// it (, mostly women and children, / , one of them a captain,), or 0.
func (f *finder) aside(k int) int {
	part := false
	for j := k; j > 0 && j > k-9; j-- {
		part = part || f.t.In(j, f.w.partial)
		if f.t.Is(j, ",", "-", "–", "—", "--") {
			if part || f.t.Tagged(j+1, "RB", "RBR", "RBS") && !part {
				return j
			}
			return 0
		}
		if strings.HasPrefix(f.t[j].Tag, "VB") {
			return 0
		}
	}
	return 0
}

// describes says whether the patient after a comma only describes the group
// that ends at token j (Karimi, a farmer, was) or is the wider place of it
// (of Kobani, Syria, was).
func (f *finder) describes(p patient, j int) bool {
	prev := f.s.GroupAt(j)
	if p.victims == nil || prev == nil {
		return false
	}
	if f.t.Tagged(prev.First-1, "IN", "TO") && p.victims.Proper {
		return true
	}
	return f.apposition(p.victims, j) && prev.Number != lang.Plural
}

// apposition says whether g, after a comma or bracket, only describes the
// group that ends at token j: Karimi, a farmer, was.
func (f *finder) apposition(g *lang.NounGroup, j int) bool {
	prev := f.s.GroupAt(j)
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
	if f.t.Is(k, "another") {
		lo, hi := 1, 1
		p = patient{first: k, last: k, toll: TollNew}
		p.quantity = mention.Quantity{Span: f.t[k].Span, Text: f.t[k].Text, Min: &lo, Max: &hi}
		return p, true, true
	}
	g := f.s.GroupAt(k)
	if g == nil {
		return patient{}, false, false
	}
	if g.Last > k {
		if !f.t.Tagged(k, "NN", "NNS", "NNP", "NNPS") {
			return patient{}, false, false
		}
		g = f.trimmed(g, g.First, k)
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
