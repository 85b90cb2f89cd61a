package lang

import (
	"strings"
	"unicode"

	"sitrep/extract/article"
)

// grouper reads base noun phrases from tagged tokens, left to right, in one
// pass and without backing up.
type grouper struct {
	s *Sentence
	t Tokens
}

// at reads the noun group that begins at token i, or nil.
func (p *grouper) at(i int) *NounGroup {
	t := p.t
	if i >= len(t) {
		return nil
	}
	if t[i].Tag == "PRP" {
		g := p.group(i, i, i)
		g.Pronoun = true
		return g
	}
	start := i
	g := &NounGroup{Sentence: p.s, First: i, Head: -1}
	if t[i].Tag == "PDT" {
		g.Det = t[i].Lower
		i++
	}
	if i < len(t) && isDeterminer(t[i]) && !p.qualifier(i).nonEmpty() {
		g.Det = t[i].Lower
		i++
	}
	if q := p.numeral(i); !q.Empty() {
		g.Numeral = q
		i = q.To
		if i > q.From && i < len(t) && p.t[i-1].Lower == "of" && isDeterminer(t[i]) {
			i++ // two of the soldiers
		}
	}
	mods := i
	for i < len(t) {
		switch {
		case p.temporalBreak(start, i):
		case t[i].Tag == "POS" && g.Head >= 0:
			owner := p.group(start, i-1, g.Head)
			owner.Det, owner.Numeral = g.Det, g.Numeral
			owner.Modifiers = Range{mods, g.Head}
			g.Possessor = owner
			g.Head, g.Numeral = -1, Range{}
			i++
			if q := p.numeral(i); !q.Empty() {
				g.Numeral = q
				i = q.To
			}
			mods = i
			continue
		case p.bracketed(g.Head, i):
			i += 3 // Islamic State (IS) militants
			continue
		case isNoun(t[i].Tag):
			if g.Head >= 0 && p.nameEnds(i) {
				goto done
			}
			g.Head = i
			i++
			continue
		case t[i].Tag == "CD" && g.Head >= 0:
			if !p.numberFollows(g.Head, i) {
				goto done
			}
			i++
			continue
		case t[i].Tag == "CD" && g.Head < 0, strings.HasPrefix(t[i].Tag, "JJ"):
			if g.Head >= 0 && !p.modifierAfterNoun(i) {
				goto done
			}
			i++
			continue
		case (t[i].Tag == "VBN" || t[i].Tag == "VBG" || t[i].Tag == "VBD") && p.participleModifies(start, i):
			i++
			continue
		case strings.HasPrefix(t[i].Tag, "RB") && i+1 < len(t) && i > start && (t[i+1].Tag == "JJ" || t[i+1].Tag == "VBN") && p.nounAhead(i+1):
			i++
			continue
		case t[i].Tag == "," && g.Head < 0 && i > start && t[i-1].Tag == "JJ" && i+2 < len(t) && t[i+1].Tag == "JJ" && words().standalone[t[i+1].Lower] == UnknownNumber && p.nounAhead(i+2):
			i++ // a brutal, senseless attack
			continue
		case t[i].Tag == "CC" && p.coordinatesModifiers(start, i, g):
			i++
			continue
		case t[i].Tag == "," && p.commaForAnd(start, i):
			g.Head = -1
			i++
			continue
		}
		break
	}
done:
	if g.Head < 0 {
		return p.headless(g, start, mods, i)
	}
	g.Last = g.Head
	if g.Head+1 < i && t[g.Head+1].Tag == "CD" {
		g.Last = g.Head + 1
		if g.Last+1 < i {
			g.Last = i - 1
		}
	}
	g.Modifiers = Range{mods, g.Head}
	return p.finish(g)
}

// headless reads groups without a noun: 12 (were killed), the wounded,
// several, those, both.
func (p *grouper) headless(g *NounGroup, start, mods, end int) *NounGroup {
	t := p.t
	switch {
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

func (p *grouper) finish(g *NounGroup) *NounGroup {
	t := p.t
	g.Span = article.Span{Start: t[g.First].Start, End: t[g.Last].End}
	h := t[g.Head]
	g.Lemma = h.Lemma
	g.Proper = strings.HasPrefix(h.Tag, "NNP")
	switch {
	case strings.HasSuffix(h.Tag, "S") && strings.HasPrefix(h.Tag, "NN"), g.Det == "these" || g.Det == "those" || g.Det == "both" || g.Det == "several" || g.Det == "many":
		g.Number = Plural
	case g.Pronoun && words().pluralPronoun(h.Lower):
		g.Number = Plural
	case strings.HasPrefix(h.Tag, "NN"), g.Pronoun:
		g.Number = Singular
	}
	if h.Lemma == "people" || h.Lemma == "police" || h.Lemma == "troops" {
		g.Number = Plural
	}
	return g
}

// group makes a plain group of tokens first to last.
func (p *grouper) group(first, last, head int) *NounGroup {
	g := &NounGroup{Sentence: p.s, First: first, Last: last, Head: head}
	return p.finish(g)
}

// numeral is the quantity that begins at i: at least 12, dozens of, two of,
// a number of, three.
func (p *grouper) numeral(i int) Range {
	t := p.t
	start := i
	q := p.qualifier(i)
	if q.nonEmpty() {
		i = q.To
	}
	n := i
	for n < len(t) && (t[n].Tag == "CD" || n > i && (t[n].Lower == "and" || t[n].Lower == "or" || t[n].Lower == "to" || t[n].Lower == "-") && n+1 < len(t) && t[n+1].Tag == "CD" && t[n-1].Tag == "CD") {
		n++
	}
	if n > i {
		if n < len(t) && words().quantifiers[t[n].Lower] && t[n].Lower != t[n].Text+"s" && n+1 < len(t) && t[n+1].Lower == "of" {
			return Range{start, n + 2} // two dozen of
		}
		if n < len(t) && t[n].Lower == "of" && n+1 < len(t) && (isDeterminer(t[n+1]) || t[n+1].Tag == "PRP$") {
			return Range{start, n + 1} // two of the
		}
		return Range{start, n}
	}
	// dozens of, a number of, hundreds
	k := i
	if k < len(t) && (t[k].Lower == "a" || t[k].Lower == "the") {
		k++
	}
	for k < len(t) && strings.HasPrefix(t[k].Tag, "JJ") && k < i+3 {
		k++
	}
	if k+1 < len(t) && words().quantifiers[t[k].Lower] && t[k+1].Lower == "of" && k+2 < len(t) && (t.startsNoun(k+2) || t[k+2].Tag == "VBN") {
		return Range{start, k + 2}
	}
	if q.nonEmpty() && k < len(t) && words().quantifiers[t[k].Lower] {
		return Range{start, k + 1}
	}
	return Range{start, start}
}

func (r Range) nonEmpty() bool { return r.From < r.To }

// qualifier is the phrase at i that bounds the number after it.
func (p *grouper) qualifier(i int) Range {
	t := p.t
	for n := 3; n >= 1; n-- {
		if i+n >= len(t) {
			continue
		}
		if !words().qualifier(t[i : i+n]) {
			continue
		}
		next := t[i+n]
		if next.Tag == "CD" || words().quantifiers[next.Lower] || next.Lower == "a" && i+n+1 < len(t) && words().quantifiers[t[i+n+1].Lower] {
			return Range{i, i + n}
		}
	}
	return Range{i, i}
}

// temporalBreak says whether a group that began at start ends before i,
// because a bare date stands between: on Monday | rebels; rebels | Monday.
func (p *grouper) temporalBreak(start, i int) bool {
	w := words()
	t := p.t
	if i == start {
		return false
	}
	kind := w.timeWord(t[i-1].Lower)
	if w.temporal[t[i-1].Lower] == "unit" && start == 1 && t[0].Tag == "IN" && isNoun(t[i].Tag) && i+1 < len(t) && (t[i+1].Tag == "VBD" || t[i+1].Tag == "VBZ" || t[i+1].Tag == "VBP") {
		return true // In the afternoon | police opened fire
	}
	if t[i-1].Tag == "POS" || !unicode.IsUpper(firstRune(t[i-1].Text)) {
		kind = ""
	}
	if kind == "weekday" && t[i].Tag != "POS" && w.timeWord(t[i].Lower) == "" {
		before := i - 2
		return before < 0 || t[before].Lower == "on" || strings.HasPrefix(t[before].Tag, "V") || t[before].Tag == "," || isNoun(t[before].Tag)
	}
	if w.timeWord(t[i].Lower) == "weekday" && unicode.IsUpper(firstRune(t[i].Text)) && isNoun(t[i-1].Tag) && w.timeWord(t[i-1].Lower) == "" {
		return true
	}
	if d := w.timeWord(t[i].Lower); d == "day" && isNoun(t[i-1].Tag) && (i+1 >= len(t) || t[i+1].Tag != "POS") && w.timeWord(t[i-1].Lower) == "" {
		return true
	}
	if d := w.timeWord(t[i-1].Lower); d == "day" && i-1 == start && !(start > 0 && t[start].Tag == "NNP") && t[i].Tag != "POS" && w.timeWord(t[i].Lower) == "" {
		return true
	}
	return false
}

// nameEnds says whether the noun at i cannot belong to the nouns before it.
func (p *grouper) nameEnds(i int) bool {
	t := p.t
	if t[i-1].Tag == "NNS" && t[i].Tag == "NNP" && words().temporal[t[i-1].Lower] != "" {
		return true
	}
	if i > 1 && words().temporal[t[i-1].Lower] == "month" && t[i-1].Tag == "NNP" && t[i-2].Tag == "IN" && t[i].Tag == "NNS" && i+1 < len(t) && isVerb(t[i+1].Tag) {
		return true // in May attackers threw
	}
	return t[i-1].Tag == "CD" && i > 1 && words().temporal[t[i-2].Lower] == "month"
}

// bracketed says whether an abbreviation in brackets stands at i, between a
// name and the noun that it belongs to.
func (p *grouper) bracketed(head, i int) bool {
	t := p.t
	return head >= 0 && head == i-1 && i+3 < len(t) && t[i].Tag == "(" && t[i+2].Tag == ")" &&
		isNoun(t[i+1].Tag) && isNoun(t[i+3].Tag) && !strings.HasPrefix(t[i+3].Tag, "NNP")
}

// numberFollows says whether the number at i belongs to the noun before it:
// September 30, T 4, Flight 370; not Idlib 12 people.
func (p *grouper) numberFollows(head, i int) bool {
	t := p.t
	if words().temporal[t[head].Lower] == "month" || t[i-1].Tag == "CD" && words().temporal[t[head].Lower] == "month" {
		return true
	}
	if i+1 < len(t) && (isNoun(t[i+1].Tag) || t[i+1].Tag == "JJ") {
		return false
	}
	return strings.HasPrefix(t[head].Tag, "NN") && t[head].Tag != "NNS" && i == head+1
}

// modifierAfterNoun says whether an adjective or number after a noun opens
// more of the same group (Kurdistan regional government).
func (p *grouper) modifierAfterNoun(i int) bool {
	t := p.t
	if t[i].Tag == "CD" || t[i].Lower == "dead" || words().temporal[t[i].Lower] == "order" {
		return false
	}
	if t[i].Lower == "old" && words().temporal[t[i-1].Lower] == "unit" {
		return true // a ten year old boy
	}
	if t[i-1].Tag == "NN" && i+1 < len(t) && t[i+1].Tag == "NNS" && i > 1 && (strings.HasPrefix(t[i-2].Tag, "JJ") || t[i-2].Tag == "NN") {
		return true // unidentified motorcycle bourne assailants
	}
	return i+1 < len(t) && isNoun(t[i+1].Tag) && strings.HasPrefix(t[i-1].Tag, "NNP") && words().temporal[t[i-1].Lower] == ""
}

// participleModifies says whether the participle at i stands before the noun
// it modifies (armed men, the ongoing fighting), not after its subject.
func (p *grouper) participleModifies(start, i int) bool {
	t := p.t
	if !p.nounAhead(i + 1) {
		return false
	}
	if i > start {
		if t[i].Tag == "VBG" && words().gerunds[t[i].Lower] && (t[i-1].Tag == "NN" || t[i-1].Tag == "NNP" && t[i+1].Tag == "NN" && isDeterminer(t[start])) {
			return true // suicide bombing attack
		}
		if t[i].Tag == "VBD" {
			// some suspected/VBD rebels, two unidentified/VBD armed assailants
			return isDeterminer(t[i-1]) && t[i-1].Tag != "PRP$" || (t[i-1].Tag == "CD" || strings.HasPrefix(t[i-1].Tag, "JJ")) && !words().transitive[t[i].Lemma]
		}
		return (isDeterminer(t[i-1]) || strings.HasPrefix(t[i-1].Tag, "JJ") || t[i-1].Tag == "CD" || t[i-1].Tag == "PRP$" || t[i-1].Tag == "POS" || t[i-1].Tag == "CC" || strings.HasPrefix(t[i-1].Tag, "RB") || t[i-1].Lower == "of")
	}
	if t[i].Tag != "VBN" {
		return t[i].Tag == "VBD" && i == 0
	}
	if i == 0 {
		return true
	}
	prev := t[i-1]
	if prev.Tag == "RB" && strings.HasSuffix(prev.Lower, "ly") && i > 1 && (t[i-2].Tag == "VBD" || t[i-2].Tag == "VBZ" || t[i-2].Tag == "IN") && !isAuxiliary(t[i-2].Lower) {
		return true // intercepted a heavily armed group
	}
	if prev.Lemma == "be" || prev.Lemma == "have" || isNoun(prev.Tag) || strings.HasPrefix(prev.Tag, "RB") || prev.Tag == "PRP" {
		return false
	}
	if prev.Tag == "CC" && i > 1 {
		return !strings.HasPrefix(t[i-2].Tag, "V") && !words().transitive[t[i].Lemma]
	}
	return true
}

// nounAhead says whether the words from i on end in a noun without leaving
// the group.
func (p *grouper) nounAhead(i int) bool {
	t := p.t
	for k := i; k < len(t) && k < i+4; k++ {
		switch {
		case isNoun(t[k].Tag):
			return words().temporal[t[k].Lower] == "" || k+1 < len(t) && isNoun(t[k+1].Tag)
		case strings.HasPrefix(t[k].Tag, "JJ"), t[k].Tag == "VBN":
		case t[k].Tag == "CC" && k > 1 && t[k-2].Tag == "PRP$": // their determined and sustained efforts
		default:
			return false
		}
	}
	return false
}

// coordinatesModifiers says whether the conjunction at i joins two modifiers
// of one head: Russian and Syrian warplanes, oil and gas fields.
func (p *grouper) coordinatesModifiers(start, i int, g *NounGroup) bool {
	t := p.t
	if i == start || i+2 >= len(t) || t[i].Lower != "and" && t[i].Lower != "or" && t[i].Lower != "&" {
		return false
	}
	left, right, head := t[i-1], t[i+1], t[i+2]
	if !isNoun(head.Tag) && !(strings.HasPrefix(head.Tag, "JJ") && i+3 < len(t) && isNoun(t[i+3].Tag)) {
		return false
	}
	adjective := func(k Token) bool { return strings.HasPrefix(k.Tag, "JJ") || k.Tag == "VBN" && g.Det != "" }
	if adjective(left) && (adjective(right) || right.Tag == "NNP" && head.Tag != "NNP") && g.Head < 0 {
		return true
	}
	if left.Tag == "NN" && right.Tag == "NN" && words().compound[left.Lower] && words().compound[right.Lower] {
		return true // several gas and oil installations
	}
	if g.Det != "" || !g.Numeral.Empty() {
		return false
	}
	if left.Tag == "NN" && right.Tag == "NN" && (head.Tag == "NNS" || head.Tag == "NN") && i-1 == start {
		return true
	}
	if left.Tag == "NNP" && right.Tag == "NNP" && (head.Tag == "NNS" || head.Tag == "NN") && i-1 == start {
		return words().temporal[left.Lower] == ""
	}
	return false
}

// commaForAnd says whether the comma at i joins two modifiers as headlines do:
// Russian, Syrian jets.
func (p *grouper) commaForAnd(start, i int) bool {
	t := p.t
	if p.s.Part != article.Title || i-1 != start || i+2 >= len(t) || t[i+2].Tag != "NNS" {
		return false
	}
	name := func(k Token) bool {
		return (k.Tag == "NNP" || k.Tag == "JJ") && unicode.IsUpper(firstRune(k.Text)) && words().temporal[k.Lower] == ""
	}
	return name(t[i-1]) && name(t[i+1]) && !unicode.IsUpper(firstRune(t[i+2].Text))
}

func isNoun(tag string) bool { return strings.HasPrefix(tag, "NN") }

func isDeterminer(t Token) bool {
	return t.Tag == "DT" || t.Tag == "PRP$" || t.Tag == "WP$"
}

func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}
