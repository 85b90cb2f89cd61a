package casualty

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

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
	weak        bool // see Casualty
	corrects    bool // see Casualty
}

// numberAt returns the number whose words begin or lie at token i.
func (f *finder) numberAt(i int) *quantity.Number {
	for k := range f.numbers {
		if n := &f.numbers[k]; n.From <= i && i < n.To {
			return n
		}
	}
	return nil
}

// numbered returns the patient that a number begins, or false where the number
// counts no people: time, money, an age.
func (f *finder) numbered(n *quantity.Number) (patient, bool) {
	if n.Measure || n.Max != nil && *n.Max == 0 || f.ageBehindName(n) || f.noneOf(n) || f.t.In(n.First-1, f.w.labels) {
		return patient{}, false
	}
	g := f.countedGroup(n)
	if isYear(f.t, n) && (g == nil || g.Number != lang.Plural) {
		return patient{}, false // the 2008 murder of a guard
	}
	if f.t.Is(n.First, "one") && n.First == n.Last && f.t.Tagged(n.To, "NNP") &&
		g != nil && g.Number != lang.Plural && f.t.Tagged(g.Head, "NNP") { // one Imran
		p, ok := f.unnumbered(g)
		p.first = min(p.first, n.First)
		return p, ok
	}
	p := patient{quantity: n.Quantity, number: n, first: n.From, last: n.To - 1}
	if n.More {
		p.toll = TollNew
	}
	if n.Total {
		p.toll = TollTotal
	}
	if g != nil {
		p.victims, p.last = g, max(g.Last, p.last)
	}
	return p, true
}

// isYear reports whether a number is one word that can be a year behind an article, or between two names:
// the 2008 murder; AFP 2018 Omar Said.
func isYear(t lang.Tokens, n *quantity.Number) bool {
	if n.First != n.Last || n.First == 0 || len(t[n.First].Text) != len("2008") || n.Max == nil || *n.Max < 1900 || *n.Max >= 2100 {
		return false
	}
	return t.Is(n.First-1, "the", "a", "this", "that", "his", "her", "its", "their") || t.Tagged(n.First-1, "NNP", "JJ", "NN") && isCapital(t.At(n.First-1)) && isCapital(t.At(n.First+1))
}

// isCapital reports whether a word begins with a capital letter.
func isCapital(t lang.Token) bool {
	r, _ := utf8.DecodeRuneInString(t.Text)
	return unicode.IsUpper(r)
}

// ageBehindName reports whether the number is the age of a person: Karimi (47),
// Karimi, 47, a woman, 33,
func (f *finder) ageBehindName(n *quantity.Number) bool {
	before := f.t.At(n.From - 2)
	if f.isInAges(n) && f.countedGroup(n) == nil || f.isAgeOf(n) {
		return true
	}
	one := f.t.Tagged(n.From-2, "NNP") || f.t.Tagged(n.From-2, "NN") && f.w.person(before.Lemma, before.Lower)
	return one && n.To == n.From+1 && f.t.Is(n.From-1, "(", ",") && f.t.Is(n.To, ")", ",") && n.Max != nil && *n.Max <= oldest
}

// isAgeOf reports whether the number tells how old the one person is whose noun stands
// before of: a shepherd of fourteen trod on a mine.
func (f *finder) isAgeOf(n *quantity.Number) bool {
	if !f.t.Is(n.From-1, "of", "aged") || n.To > n.From+1 || n.Max == nil || *n.Max > oldest || f.countedGroup(n) != nil {
		return false
	}
	g := f.s.GroupAt(n.From - 2)
	return g != nil && g.Last == n.From-2 && g.Number != lang.Plural && !f.w.wholes[g.Lemma] && f.w.person(g.Lemma, f.t[g.Head].Lower)
}

// isInAges reports whether the number is one of the ages of several people, between
// commas behind their noun: two novices, 12 and 14, were shot.
func (f *finder) isInAges(n *quantity.Number) bool {
	from, to, ages := n.From, n.To, 1
	for f.t.Is(from-1, "and") || f.t.Is(from-1, ",") && f.t.Tagged(from-2, "CD") || f.t.Tagged(from-1, "CD") {
		if from--; f.t.Tagged(from, "CD") {
			ages++
		}
	}
	for f.t.Is(to, "and") || f.t.Is(to, ",") && f.t.Tagged(to+1, "CD", "CC") || f.t.Tagged(to, "CD") {
		if f.t.Tagged(to, "CD") {
			ages++
		}
		to++
	}
	if ages > 1 && f.t.In(from-1, f.w.labels) {
		return true // aged 34 and 51
	}
	return ages > 1 && f.t.Is(from-1, ",") && f.t.Tagged(from-2, "NNS") && f.t.Is(to, ",") && n.Max != nil && *n.Max <= oldest
}

// oldest is the highest number that is taken for an age.
const oldest = 110

// noneOf reports whether none of those that the number counts are meant: neither of
// the two.
func (f *finder) noneOf(n *quantity.Number) bool {
	return f.t.Is(n.From-1, "the") && f.t.Is(n.From-2, "of") && f.t.In(n.From-3, f.w.nobody)
}

// countedGroup returns the noun group that a number counts.
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
	if g == nil || g.Head < i || g.Time { // killed 17 | an hour later
		return nil
	}
	if g.Pronoun && i > n.Last+1 && f.t.In(i, f.w.partial) {
		return nil
	}
	return g
}

// oneOf returns the patient of an ordinal without a noun: the third was arrested.
func oneOf(g *lang.NounGroup) patient {
	p := patient{first: g.First, last: g.Last}
	p.quantity = mention.Quantity{Span: g.Span, Text: g.Text(), Min: number(1), Max: number(1)}
	if g.Det == "a" {
		p.toll = TollNew
	}
	return p
}

// isOneMore reports whether a group counts somebody beside those told of: a second soldier.
func (f *finder) isOneMore(g *lang.NounGroup) bool {
	return g.Det == "a" && !g.Modifiers.Empty() && f.w.ones[f.t[g.Modifiers.From].Lower] && !f.t.Is(g.Modifiers.From, "other")
}

// unnumbered returns the patient of a noun group without a number.
func (f *finder) unnumbered(g *lang.NounGroup) (patient, bool) {
	head := f.t[g.Head]
	if f.w.nobody[g.Det] || f.t.In(g.First, f.w.nobody) || f.t.In(g.First-1, f.w.nobody) {
		return patient{}, false
	}
	if g.Pronoun || head.Tag == "PRP" {
		return f.pronoun(g)
	}
	p := patient{victims: g, first: g.First, last: g.Last}
	if f.w.ones[head.Lower] && g.Last == g.Head && (g.Det == "the" || g.Det == "a") {
		return oneOf(g), true
	}
	if !f.t.Noun(g.Head) && !f.w.person(head.Lemma, head.Lower) && !AreHurt(g) || f.neverVictim(g) {
		return patient{}, false
	}
	p.quantity = quantity.Of(g)
	if f.areUncounted(g) {
		p.quantity.Max, p.quantity.Unknown = nil, true
	}
	if g.Det == "another" || f.t.Is(g.First, "another") || f.isOneMore(g) {
		p.toll = TollNew
	}
	return p, true
}

// areUncounted reports whether a group in the singular stands for people, nobody knows how
// many: the wounded, Sunnis, a company.
func (f *finder) areUncounted(g *lang.NounGroup) bool {
	head := f.t[g.Head]
	singular, cut := strings.CutSuffix(head.Lower, "s")
	return cut && g.Proper && f.w.persons[singular] || f.w.wholes[head.Lower] || !f.t.Noun(g.Head) && !f.w.person(head.Lemma, head.Lower)
}

// pronoun returns the patient of a pronoun: one person for he, an unknown number
// for they, one more for another.
func (f *finder) pronoun(g *lang.NounGroup) (patient, bool) {
	head := f.t[g.Head]
	p := patient{victims: g, first: g.First, last: g.Last}
	p.quantity = mention.Quantity{Span: head.Span, Text: head.Text, Min: number(1)}
	switch {
	case f.w.one[head.Lower]:
		p.quantity.Max = number(1)
	case f.w.many[head.Lower]:
		p.quantity.Unknown = true
	case head.Lower == "another":
		p.quantity.Max = number(1)
		p.toll, p.victims = TollNew, nil
	default:
		return patient{}, false
	}
	return p, true
}

// AreHurt reports whether a noun group says of people that they are hurt: the wounded, the
// injured soldiers.
func AreHurt(g *lang.NounGroup) bool {
	ts := g.Sentence.Tokens
	return g.Number != lang.Singular && slices.ContainsFunc(ts[g.First:g.Head+1], func(t lang.Token) bool {
		return slices.ContainsFunc(words().verbs[verbOf(t)], func(e *verbEntry) bool { return e.Kind == Wounded && e.Patient == "object" })
	})
}

// number returns a bound of a quantity.
func number(n int) *int { return &n }

// patientOf reads a noun group as a patient, with its number or without.
func (f *finder) patientOf(g *lang.NounGroup) (patient, bool) {
	if g.IsRanked() {
		return patient{}, false
	}
	if n := f.numberIn(g); n != nil {
		if f.t.Is(n.From-1, "no") {
			return patient{}, false
		}
		return f.numbered(n)
	}
	if n := f.sizeOf(g); n != nil {
		p, ok := f.numbered(n)
		if ok && p.victims == nil {
			p.victims, p.first = g, g.First
			p.quantity.Span = article.Span{Start: g.Start, End: n.End}
			p.quantity.Text = f.s.Text[g.Start-f.s.Start : n.End-f.s.Start]
		}
		return p, ok
	}
	// the number may stand before the group: dozens of [people]
	if n := f.numberAt(g.First - 1); n != nil && n.To >= g.First {
		return f.numbered(n)
	}
	return f.unnumbered(g)
}

// numberIn returns the number that counts the noun of g from within the group, or
// nil: the 12 men.
func (f *finder) numberIn(g *lang.NounGroup) *quantity.Number {
	for i := g.First; i <= g.Head; i++ {
		if n := f.numberAt(i); n != nil && !f.age(n, g) && (n.To <= g.Head+1 || n.First <= g.First) {
			return n
		}
	}
	return nil
}

// sizeOf returns the number of those who make up the group, or nil: a family of
// five; but not the families of five rebels.
func (f *finder) sizeOf(g *lang.NounGroup) *quantity.Number {
	if !f.w.wholes[g.Lemma] || !f.t.Is(g.Last+1, "of") {
		return nil
	}
	n := f.numberAt(g.Last + 2)
	if n == nil || n.From != g.Last+2 {
		return nil
	}
	if o := f.s.GroupAt(n.From); g.Number == lang.Plural && o != nil && o.Head >= n.To {
		return nil
	}
	return n
}

// age reports whether the number only tells how old or how long the person of
// the group is or was what he is: a nine year old girl.
func (f *finder) age(n *quantity.Number, g *lang.NounGroup) bool {
	head := f.t[g.Head]
	return n.Measure && n.To < g.Head && f.w.person(head.Lemma, head.Lower)
}

// notPeople reports whether the patient cannot be people.
func (f *finder) notPeople(p patient) bool {
	if p.victims == nil {
		return false
	}
	return f.neverVictim(p.victims) && !p.victims.Pronoun
}

// neverVictim reports whether the noun of a group is never a victim. A word that
// may be one or the other is a person behind a noun or before of: a head, a village
// head, the head of the police.
func (f *finder) neverVictim(g *lang.NounGroup) bool {
	h := f.t[g.Head]
	if f.w.persons[h.Lemma] && (g.Head > g.First && f.t.Tagged(g.Head-1, "NN") || f.t.Is(g.Head+1, "of") && g.Number != lang.Plural) {
		return false
	}
	return f.w.things[h.Lemma] || f.w.things[h.Lower]
}

// isPeople reports whether the patient must be persons: by its head, or a number
// without a noun.
func (f *finder) isPeople(p patient) bool {
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
	if n := p.number; n != nil && n.To < p.victims.Head && f.w.person(f.t[n.To].Lemma, f.t[n.To].Lower) {
		return true // ten members of the militia
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

// objectAfter returns the patient that begins at token i, over adverbs.
func (f *finder) objectAfter(i int) (patient, bool) {
	i = f.afterAside(f.afterQuote(i))
	for f.numberAt(i) == nil && (f.t.Tagged(i, "RB", "RBR", "RP") || f.t.Is(i, "at", "least") && f.numberAt(i+2) != nil || f.t.Is(i, "both") && f.s.GroupFrom(i) == nil) {
		i++ // both | the driver and his passenger
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

// afterQuote returns the token after the mark at i that closes a single quoted word, or that
// opens the words of somebody with a figure: "neutralized" | five men; killed "up to | 500
// rebels"; else i.
func (f *finder) afterQuote(i int) int {
	switch {
	case f.t.Is(i, "\"", "”", "''", "’") && f.t.Is(i-2, "\"", "“", "``", "‘"):
		return i + 1
	case f.t.Is(i, "\"", "“", "``", "‘"):
		if n := f.numberAt(i + 1); n != nil {
			return i + 1
		}
	}
	return i
}

// asideReach is the most words between the commas of an aside behind a verb.
const asideReach = 8

// afterAside returns the token of the figure behind an aside that begins with the comma
// at i: killed, by the army's account, | 40 rebels; else i.
func (f *finder) afterAside(i int) int {
	if !f.t.Is(i, ",") {
		return i
	}
	for k := i + 1; k < len(f.t) && k <= i+asideReach; k++ {
		if f.t.Is(k, ",") {
			if n := f.numberAt(k + 1); n != nil && n.From == k+1 {
				return k + 1
			}
			return i
		}
	}
	return i
}

// trimmed returns a group cut to its tokens from first to last.
func (f *finder) trimmed(g *lang.NounGroup, first, last int) *lang.NounGroup {
	c := g.Copy()
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
	return c
}

// groupEnding returns the patient whose words end at token k. found says that there is
// a group at all; ok, that it can be a patient.
func (f *finder) groupEnding(k int) (p patient, ok, found bool) {
	if n := f.numberAt(k); n != nil && n.To == k+1 && !(n.Measure && f.w.person(f.t[k].Lemma, f.t[k].Lower)) {
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
