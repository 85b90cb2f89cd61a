package lang

import (
	"strings"

	"sitrep/extract/article"
)

// grouper reads base noun groups from tagged tokens, left to right, in one
// pass and without backing up.
type grouper struct {
	s *Sentence
	t Tokens
	w *lexicon

	spare *NounGroup // one that turned out to be no group
	chain []int      // the memory of verbChain
}

// nounScan is a noun group that is being read.
type nounScan struct {
	*grouper
	*NounGroup
	start int // first token, also of what turns out to be a possessor
	mods  int // first token after determiner and numeral
}

// at returns the noun group that begins at token i, or nil.
func (p *grouper) at(i int) *NounGroup {
	if i >= len(p.t) {
		return nil
	}
	if p.t[i].Tag == "PRP" {
		g := p.group(i, i, i)
		g.Pronoun = true
		return g
	}
	first := p.spare
	if p.spare = nil; first == nil {
		first = p.s.newGroup(NounGroup{})
	}
	*first = NounGroup{Sentence: p.s, Index: first.Index, First: i, Head: -1}
	n := nounScan{grouper: p, NounGroup: first, start: i}
	i = n.opening(i)
	n.mods = i
	for i < len(p.t) {
		k := n.part(i)
		if k == i {
			break
		}
		i = k
	}
	if n.Head < 0 {
		g := p.headless(n.NounGroup, n.start, n.mods, i)
		if g == nil && n.NounGroup == first {
			p.spare = first
		}
		return g
	}
	n.Last = n.Head
	if p.t.Tag(n.Head+1) == "CD" && n.Head+1 < i {
		n.Last = i - 1 // September 30
	}
	n.Modifiers = Range{n.mods, n.Head}
	return p.finish(n.NounGroup)
}

// opening reads the determiner and the numeral that open a group at token i,
// and returns the token after them: all the; at least 12; two of the; some of the.
func (n *nounScan) opening(i int) int {
	t := n.t
	if n.partitive(i) {
		n.Numeral = Range{i, i + 2}
		return i + 3
	}
	if n.predetermines(i) {
		i++
		n.First, n.start = i, i
	}
	if t[i].Tag == "PDT" {
		n.Det = t[i].Lower
		i++
	}
	if i < len(t) && isDeterminer(t[i]) && n.t.qualifier(i).Empty() {
		n.Det = t[i].Lower
		i++
	}
	if i+1 < len(t) && t[i+1].Tag == "CD" && n.w.currencies[t[i].Lower] {
		i++ // a bounty of [Rs 14 lakh]
	}
	if q := n.numeral(i); !q.Empty() {
		n.Numeral = q
		i = q.To
		if i < len(t) && t[i-1].Lower == "of" && isDeterminer(t[i]) {
			i++
		}
	}
	return i
}

// predetermines reports whether token i stands before the determiner of a group and is no
// part of it: both [the army] and [the rebels].
func (n *nounScan) predetermines(i int) bool {
	return n.t[i].Lower == "both" && i+1 < len(n.t) && isDeterminer(n.t[i+1])
}

// part reads the next part of the group at token i and returns the token after
// it, or i where the group ends before it.
func (n *nounScan) part(i int) int {
	t := n.t
	switch tag := t[i].Tag; {
	case n.temporalBreak(n.start, i), n.placeBreak(n.start, i), n.nameBreak(n.start, i):
		return i
	case tag == "POS" && n.Head >= 0:
		return n.possessor(i)
	case n.bracketed(n.Head, i):
		return i + 3
	case n.dashInName(i):
		return i + 1
	case isNoun(tag):
		if n.Head >= 0 && (n.nameEnds(i) || n.becomes(i) || n.isTold(i)) {
			return i
		}
		n.Head = i
		return i + 1
	case n.Head >= 0 && tag == "CD" && !n.numberFollows(n.Head, i), n.Head >= 0 && t.Adjective(i) && !n.modifierAfterNoun(i):
		return i
	case tag == "CD", t.Adjective(i), n.participleInGroup(i), n.adverbInGroup(i), n.commaBetweenAdjectives(i), n.coordinatesModifiers(i):
		return i + 1
	case n.commaForAnd(i):
		n.Head = -1
		return i + 1
	}
	return i
}

// becomes reports whether the noun at token i says what those of the group have become: took
// nine soldiers | prisoner.
func (n *nounScan) becomes(i int) bool {
	return n.Head == i-1 && n.t.Tag(i-1) == "NNS" && words().resulting.has(n.t.Word(i))
}

// isTold reports whether the group is who is told what the noun at token i begins: told reporters |
// rebels had fired.
func (n *nounScan) isTold(i int) bool {
	t := n.t
	return n.Head == i-1 && t.Tag(i) == "NNS" && (t.Tag(i-1) == "NNS" || words().mastheads.has(t.Word(i-1)) && t.Capital(i-1)) &&
		n.start > 0 && t.Verb(n.start-1) && n.w.addressing.has(Lemma(t.Word(n.start-1), t.Tag(n.start-1)))
}

// dashInName reports whether token i is a dash or slash without spaces between two names:
// the Jolo–Patikul road, YPG/PKK fighters.
func (n *nounScan) dashInName(i int) bool {
	t := n.t
	return n.Head >= 0 && n.Head == i-1 && t.Tagged(i-1, "NNP") && t.Tagged(i+1, "NNP") && (t.Mark(i) == '-' || t.Is(i, "/")) &&
		t[i-1].End == t[i].Start && t[i].End == t[i+1].Start
}

// possessor makes of what was read a possessor, whose 's is token i, and goes
// on with what is possessed: the army's two bases.
func (n *nounScan) possessor(i int) int {
	owner := n.group(n.start, i-1, n.Head)
	owner.Det, owner.Numeral = n.Det, n.Numeral
	owner.Modifiers = Range{n.mods, n.Head}
	n.Possessor = owner
	n.Head, n.Numeral = -1, Range{}
	i++
	if q := n.numeral(i); !q.Empty() {
		n.Numeral = q
		i = q.To
	}
	n.mods = i
	return i
}

// headless reads groups without a noun: 12 (were killed), the wounded,
// several, those, both.
func (p *grouper) headless(g *NounGroup, start, mods, end int) *NounGroup {
	t := p.t
	switch {
	case !g.Numeral.Empty() && p.sharedNoun(end) > 0:
		g.Head = end - 1 // four Armenian and three Azerbaijani soldiers
	case !g.Numeral.Empty():
		g.Head = g.Numeral.To - 1
		for g.Head > g.Numeral.From && t[g.Head].Lower == "of" {
			g.Head--
		}
	case end > mods && g.Det != "" && g.Det != "no" && (strings.HasPrefix(t[end-1].Tag, "JJ") || t[end-1].Tag == "VBN"):
		g.Head = end - 1 // the wounded
	case g.Possessor != nil:
		return p.finish(g.Possessor)
	case end > mods && t[end-1].Tag == "CD":
		g.Head = end - 1
	case end > mods && words().quantityAdjective(t[end-1].Lower):
		g.Head = end - 1
	case end == mods && mods == start+1 && words().standsAlone(g.Det):
		g.Head = start
		g.Pronoun = true
	default:
		return nil
	}
	g.Last = g.Head
	if g.Modifiers = (Range{mods, g.Head}); g.Modifiers.Empty() {
		g.Modifiers = Range{}
	}
	return p.finish(g)
}

// finish fills in what follows from the tokens of a group.
func (p *grouper) finish(g *NounGroup) *NounGroup {
	t := p.t
	g.Span = article.Span{Start: t[g.First].Start, End: t[g.Last].End}
	h := t[g.Head]
	g.Lemma = h.Lemma
	g.Proper = strings.HasPrefix(h.Tag, "NNP")
	if k := p.sharedNoun(g.Last + 1); k > 0 && !g.Numeral.Empty() {
		g.Lemma, g.Proper = t[k].Lemma, false
	}
	g.Number = p.number(g)
	return g
}

// sharedNoun returns the noun behind a conjunction at token i that counted people before it share with
// those after it, or -1: four Armenian | and three Azerbaijani [soldiers].
func (p *grouper) sharedNoun(i int) int {
	t := p.t
	if !t.Tagged(i-1, "JJ", "NNP") || t.Tag(i) != "CC" || t.Tag(i+1) != "CD" || words().timeWord(t.Word(i-1)) != "" {
		return -1
	}
	k := i + 2
	for t.Tagged(k, "JJ", "NNP") {
		k++
	}
	if k == i+2 || t.Tag(k) != "NNS" {
		return -1
	}
	for t.Tag(k+1) == "NNS" {
		k++
	}
	return k
}

// number returns the number of a group as far as its head and its determiner
// tell it.
func (p *grouper) number(g *NounGroup) Number {
	h := p.t[g.Head]
	switch g.Det {
	case "these", "those", "both", "several", "many":
		return Plural
	}
	switch {
	case h.Tag == "NNS", h.Tag == "NNPS", p.w.alwaysPlural.has(h.Lemma), g.Pronoun && p.w.pluralPronoun(h.Lower):
		return Plural
	case isNoun(h.Tag), g.Pronoun:
		return Singular
	}
	return UnknownNumber
}

// group returns a plain group of tokens first to last.
func (p *grouper) group(first, last, head int) *NounGroup {
	g := p.s.newGroup(NounGroup{First: first, Last: last, Head: head})
	return p.finish(g)
}

func isNoun(tag string) bool { return strings.HasPrefix(tag, "NN") }

// isDeterminer reports whether a word is an article or another determiner, or a
// possessive pronoun.
func isDeterminer(t Token) bool {
	return t.Tag == "DT" || t.Tag == "PRP$" || t.Tag == "WP$"
}

// firstRune returns the first rune of a word, or 0.
func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}

// IsRanked reports whether a group gives the place in a series of somebody who was mentioned
// before: was shot dead, becoming [the third mayor] killed this year.
func (g *NounGroup) IsRanked() bool {
	if g.Det != "the" || g.Modifiers.Empty() {
		return false
	}
	t := g.Sentence.Tokens
	if !words().ordinals.has(t.Word(g.Modifiers.From)) || !t.Tagged(g.Last+1, "VBN", "VBD", "TO") {
		return false
	}
	return t.Is(g.First-1, ",", "becoming")
}

// IsOneOf reports whether a group without a noun stands for one of several that were told of: two
// bombs exploded; [the first] killed nine people, [the other] three.
func (g *NounGroup) IsOneOf() bool {
	t := g.Sentence.Tokens
	w := t[g.Last].Lower
	if t.Is(g.Last+1, "of") || !words().oneOf.has(w) && (!words().ordinals.has(w) || g.Det != "the") {
		return false
	}
	return g.First == g.Last || g.Last == g.First+1 && g.Det == "the"
}

// IsReciprocal reports whether a group stands for those in the subject: each other, one
// another.
func (g *NounGroup) IsReciprocal() bool {
	return g.Last == g.First+1 && (g.Lemma == "other" && g.Sentence.Tokens.Is(g.First, "each") || g.Lemma == "another" && g.Sentence.Tokens.Is(g.First, "one"))
}

// numeral returns the tokens of the quantity that begins at token i: at least
// 12, dozens of, two of, a number of, three.
func (p *grouper) numeral(i int) Range {
	start := i
	if i == 0 && len(p.t) > 1 && isNumericDate(p.t[0].Text) {
		return Range{0, 1} // 2023-03-12 | members of a gang
	}
	q := p.t.qualifier(i)
	if !q.Empty() {
		i = q.To
	}
	if n := p.figures(i); n > i {
		return Range{start, p.figuresOf(n)}
	}
	k := p.quantifier(i)
	switch {
	case k < 0:
	case p.t.Word(k+1) == "of" && (p.t.startsNoun(k+2) || p.t.Tag(k+2) == "VBN"):
		return Range{start, k + 2} // a number of soldiers
	case !q.Empty(), words().dozens.has(p.t.Word(k)) && p.nounAhead(k+1):
		return Range{start, k + 1} // at least a dozen soldiers; half a dozen Ghanaian peacekeepers
	}
	return Range{start, start}
}

// figures returns the token after the number that begins at i, in one or more words: 12; 10 to 15.
func (p *grouper) figures(i int) int {
	n := i
	if p.isHour(i) || p.yearBeforeNumber(i) {
		return i + 1
	}
	for p.t.Tag(n) == "CD" || n > i && p.t.Is(n, "and", "or", "to", "-") && p.t.Tag(n+1) == "CD" && p.t.Tag(n-1) == "CD" &&
		p.t[n-1].IsYear() == p.t[n+1].IsYear() && !p.agesBefore(i, n) {
		n++
	}
	return n
}

// agesBefore reports whether the number from token i up to the and at n is how old the one
// person before it is, and no part of the number after it: a boy of [12] and three women;
// but not in an aside: among them a boy of 12 and three women.
func (p *grouper) agesBefore(i, n int) bool {
	return n == i+1 && p.t.Is(n, "and") && p.t.Is(i-1, "of", "aged") && p.t.Tag(i-2) == "NN" && p.t.Is(i-3, "a", "an", "the") && !p.t.Tagged(i-4, "PRP", "WP", "VBG")
}

// yearBeforeNumber reports whether token i is a year that opens a clause and no part of
// the number after it: in 1963 | two men were shot.
func (p *grouper) yearBeforeNumber(i int) bool {
	return i < len(p.t) && p.t[i].IsYear() && p.t.Is(i-1, "in", "since") && p.t.Tag(i+1) == "CD" && p.opensWithTime(i)
}

// figuresOf returns the token after a number that ends before token n and what
// joins it to the noun it counts: two dozen of; two of the.
func (p *grouper) figuresOf(n int) int {
	switch t := p.t; {
	case words().quantifiers.has(t.Word(n)) && t.Word(n+1) == "of":
		return n + 2
	case words().dozens.has(t.Word(n)) && p.nounAhead(n+1):
		return n + 1 // two dozen armed men
	case t.Word(n) == "of" && n+1 < len(t) && isDeterminer(t[n+1]):
		return n + 1
	case t.Is(n, "out") && t.Is(n+1, "of") && t.Tag(n+2) == "CD":
		return p.figures(n + 2) // 20 out of 27 drones
	case t.Is(n, "out") && t.Is(n+1, "of") && t.Is(n+2, "the") && t.Tag(n+3) == "CD":
		return p.figures(n + 3)
	}
	return n
}

// partitive reports whether token i tells how many of those who are named after it are
// meant: some of the hostages, most of his men.
func (p *grouper) partitive(i int) bool {
	return words().partitives.has(p.t.Word(i)) && p.t.Word(i+1) == "of" && i+2 < len(p.t) && isDeterminer(p.t[i+2]) && p.nounAhead(i+3)
}

// quantifier returns the noun of quantity in the words that begin at token i,
// or -1: number in a large number of.
func (p *grouper) quantifier(i int) int {
	k := i
	if p.t.Is(k, "half") {
		k++
	}
	if p.t.Is(k, "a", "the") {
		k++
	}
	for p.t.Adjective(k) && k < i+3 {
		k++
	}
	if words().quantifiers.has(p.t.Word(k)) {
		return k
	}
	return -1
}
