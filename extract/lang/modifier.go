package lang

import (
	"strings"

	"sitrep/extract/article"
)

// nameEnds reports whether the noun at i cannot belong to the nouns before it.
func (p *grouper) nameEnds(i int) bool {
	t := p.t
	if t[i-1].Tag == "NNS" && t[i].Tag == "NNP" && words().temporal[t[i-1].Lower] != "" {
		return true
	}
	if i > 1 && words().temporal[t[i-1].Lower] == "month" && t[i-1].Tag == "NNP" && t[i-2].Tag == "IN" && t[i].Tag == "NNS" && i+1 < len(t) && isVerb(t[i+1].Tag) {
		return true // in May attackers threw
	}
	return t[i-1].Tag == "CD" && i > 1 && isMonth(t[i-2]) && !p.datesNoun(i)
}

// datesNoun reports whether the date before the noun at i says which one is meant:
// the September 11 attacks, a Nov. 3 strike; but not on May 3 rebels.
func (p *grouper) datesNoun(i int) bool {
	return i > 2 && isDeterminer(p.t[i-3]) && !p.t.ProperNoun(i)
}

// isMonth reports whether a word is the name of a month or short for it: May, Nov.
func isMonth(t Token) bool { return words().temporal[t.Lower] == "month" }

// bracketed reports whether an abbreviation in brackets stands at i, between a
// name and the noun that it belongs to.
func (p *grouper) bracketed(head, i int) bool {
	t := p.t
	return head >= 0 && head == i-1 && i+3 < len(t) && t[i].Tag == "(" && t[i+2].Tag == ")" &&
		isNoun(t[i+1].Tag) && isNoun(t[i+3].Tag) && !strings.HasPrefix(t[i+3].Tag, "NNP")
}

// numberFollows reports whether the number at i belongs to the noun before it:
// September 30, T 4, Flight 370; not Idlib 12 people, on the third night two of them.
func (p *grouper) numberFollows(head, i int) bool {
	t := p.t
	if isMonth(t[head]) {
		return true
	}
	if i+1 < len(t) && (isNoun(t[i+1].Tag) || t[i+1].Tag == "JJ" || t[i+1].Lower == "of" && t.Tag(i+2) == "PRP") {
		return false
	}
	return strings.HasPrefix(t[head].Tag, "NN") && t[head].Tag != "NNS" && i == head+1
}

// modifierAfterNoun reports whether an adjective or number after a noun opens
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

// participleInGroup reports whether token i is a participle in the group that
// is being read: armed men.
func (n *nounScan) participleInGroup(i int) bool {
	return n.t.Tagged(i, "VBN", "VBG", "VBD") && !isAuxiliary(n.t.Word(i)) && n.participleModifies(n.start, i)
}

// adverbInGroup reports whether token i is an adverb before an adjective of
// the group: two heavily armed men.
func (n *nounScan) adverbInGroup(i int) bool {
	return n.t.Adverb(i) && n.t.Tagged(i+1, "JJ", "VBN") && (i > n.start || n.adverbOpensGroup(i)) && n.nounAhead(i+1)
}

// adverbOpensGroup reports whether the adverb at token i belongs to the adjective after it and can
// begin a group: was shot by [heavily armed men]; at [largely peaceful rallies]; but not: gunmen
// [later] killed young men.
func (n *nounScan) adverbOpensGroup(i int) bool {
	t := n.t
	if !strings.HasSuffix(t.Word(i), "ly") || n.w.lyNouns.has(t.Word(i)) {
		return false
	}
	return i == 0 || t.Tagged(i-1, "IN", "TO", "WRB") || t.Tag(i+1) == "JJ" && t.Tagged(i-1, "CC", ",", "VBD")
}

// commaBetweenAdjectives: a brutal, senseless attack; but 13 dead, local officials say.
func (n *nounScan) commaBetweenAdjectives(i int) bool {
	t := n.t
	return t[i].Tag == "," && n.Head < 0 && i > n.start && t[i-1].Tag == "JJ" && t.Tag(i+1) == "JJ" &&
		!((t.Tag(i-2) == "CD" || t.Noun(i-2)) && words().outcomes.has(t.Word(i-1))) &&
		words().standalone[t.Word(i+1)] == UnknownNumber && n.nounAhead(i+2)
}

// participleModifies reports whether the participle at i stands before the
// noun that it modifies (armed men, the ongoing fighting), and not after its
// subject. The group began at start, or begins with the participle.
func (p *grouper) participleModifies(start, i int) bool {
	switch {
	case !p.nounAhead(i + 1):
		return false
	case i > start:
		return p.participleInside(start, i)
	}
	return p.participleOpens(i)
}

// participleInside decides for a participle that is not the first of its
// group.
func (p *grouper) participleInside(start, i int) bool {
	t := p.t
	switch {
	case t[i].Tag == "VBG" && p.w.gerunds.has(t[i].Lower) && (t[i-1].Tag == "NN" || t[i-1].Tag == "NNP" && t[i+1].Tag == "NN" && isDeterminer(t[start])):
		return true // suicide bombing attack
	case t[i].Tag == "VBD" && (p.w.pasts.has(t[i].Lower) || isAuxiliary(t[i].Lower)):
		return false // a crowd of some 200 threw bottles; the 16 dead were women
	case t[i].Tag != "VBD":
		return isDeterminer(t[i-1]) || t.Adjective(i-1) || t.Tagged(i-1, "CD", "POS", "CC") || t.Adverb(i-1) || t[i-1].Lower == "of"
	case t[i-1].IsYear():
		return false // riots in 1989 left hundreds dead
	case t[i-1].Tag == "CD" || t.Adjective(i-1):
		return !p.w.transitive.has(t[i].Lemma) // two unidentified/VBD armed assailants
	}
	return isDeterminer(t[i-1]) && t[i-1].Tag != "PRP$" // some suspected/VBD rebels
}

// participleOpens decides for a participle that is the first of its group: Armed men attacked.
func (p *grouper) participleOpens(i int) bool {
	t := p.t
	switch {
	case t[i].Tag != "VBN":
		return t[i].Tag == "VBD" && t.opens(i)
	case t.opens(i), p.afterAdverbOfDegree(i):
		return true
	case t.Lemma(i-1) == "be", t.Lemma(i-1) == "have", t.Noun(i - 1), t.Adverb(i - 1), t[i-1].Tag == "PRP":
		return false
	case t[i-1].Tag == "CC" && i > 1:
		return !strings.HasPrefix(t[i-2].Tag, "V") && !p.w.transitive.has(t[i].Lemma)
	}
	return true
}

// afterAdverbOfDegree: intercepted heavily armed men.
func (p *grouper) afterAdverbOfDegree(i int) bool {
	t := p.t
	return t.Tag(i-1) == "RB" && strings.HasSuffix(t[i-1].Lower, "ly") && t.Tagged(i-2, "VBD", "VBZ", "IN") && !isAuxiliary(t[i-2].Lower)
}

// nounAhead reports whether the words from i on end in a noun without leaving
// the group.
func (p *grouper) nounAhead(i int) bool {
	t := p.t
	for k := i; k < len(t) && k < i+6; k++ {
		switch {
		case isNoun(t[k].Tag):
			return words().temporal[t[k].Lower] == "" || k+1 < len(t) && isNoun(t[k+1].Tag)
		case strings.HasPrefix(t[k].Tag, "JJ"), t[k].Tag == "VBN":
		case t.joinsParticiples(k), t[k].Tag == "RB" && t.joinsParticiples(k-1):
		case t[k].Tag == "CC" && k > 1 && t[k-2].Tag == "PRP$": // their determined and sustained efforts
		default:
			return false
		}
	}
	return false
}

// joinsParticiples reports whether token i joins two participles or adjectives of a group with an
// article, one of them after an adverb: a heavily defended and fortified town.
func (t Tokens) joinsParticiples(i int) bool {
	if i < 2 || t[i].Tag != "CC" || !t.Is(i, "and", "but", "yet") || !t.Tagged(i-1, "VBN", "JJ") {
		return false
	}
	first, k := i-1, i+1
	if t.Tag(first-1) == "RB" {
		first--
	}
	if t.Tag(k) == "RB" {
		k++
	}
	return (first < i-1 || k > i+1) && t.Tagged(first-1, "DT", "PRP$", "CD") && t.Tagged(k, "VBN", "VBD", "JJ") && (t.Noun(k+1) || t.Adjective(k+1) && t.Noun(k+2))
}

// coordinatesModifiers reports whether token i is a conjunction that joins two
// modifiers of one head.
func (n *nounScan) coordinatesModifiers(i int) bool {
	t := n.t
	if t.joinsParticiples(i) {
		return true
	}
	if t[i].Tag != "CC" || i == n.start || i+2 >= len(t) || !t.Is(i, "and", "or", "&") {
		return false
	}
	if !t.Noun(i+2) && !(t.Adjective(i+2) && t.Noun(i+3)) {
		return false
	}
	return n.joinsAdjectives(i) || n.joinsCompounds(i) || n.joinsFirstNouns(i)
}

// joinsAdjectives: old and new weapons; local and Syrian fighters.
func (n *nounScan) joinsAdjectives(i int) bool {
	t := n.t
	return n.Head < 0 && n.adjectival(i-1) && (n.adjectival(i+1) || t[i+1].Tag == "NNP" && t[i+2].Tag != "NNP")
}

// adjectival reports whether token i is an adjective, or a participle that can
// only be one because the group has a determiner.
func (n *nounScan) adjectival(i int) bool {
	return n.t.Adjective(i) || n.t.Tag(i) == "VBN" && n.Det != ""
}

// joinsCompounds: several gas and oil installations.
func (n *nounScan) joinsCompounds(i int) bool {
	t := n.t
	return t[i-1].Tag == "NN" && t[i+1].Tag == "NN" && n.w.compound.has(t.Word(i-1)) && n.w.compound.has(t.Word(i+1))
}

// joinsFirstNouns: Russian and Syrian warplanes, mortar and rocket attacks;
// but not a soldier and police officers.
func (n *nounScan) joinsFirstNouns(i int) bool {
	t := n.t
	if n.Det != "" || !n.Numeral.Empty() || i-1 != n.start || t[i-1].Tag != t[i+1].Tag || !t.Tagged(i+2, "NN", "NNS") {
		return false
	}
	return t[i-1].Tag == "NN" || t[i-1].Tag == "NNP" && words().temporal[t[i-1].Lower] == ""
}

// commaForAnd reports whether the comma at i joins two modifiers as headlines
// do: Russian, Syrian jets.
func (n *nounScan) commaForAnd(i int) bool {
	t := n.t
	return t[i].Tag == "," && n.s.Part == article.Title && i-1 == n.start && t.Tag(i+2) == "NNS" &&
		n.nameModifier(i-1) && n.nameModifier(i+1) && !t.Capital(i+2)
}

// nameModifier reports whether token i is a name, or an adjective made of one.
func (n *nounScan) nameModifier(i int) bool {
	return n.t.Tagged(i, "NNP", "JJ") && n.t.Capital(i) && words().temporal[n.t[i].Lower] == ""
}

// Joined returns the two parties that a plural group names by two names or peoples
// before its head, as in [French] and [African forces]; ok is false where it names one.
// Of words in small letters nobody can tell: police and army posts.
func (g *NounGroup) Joined() (first, second article.Span, ok bool) {
	t := g.Sentence.Tokens
	i := g.Modifiers.From
	if g.Number != Plural || i != g.First || g.Head-i < 3 || t[i+1].Tag != "CC" || !t.Capital(i) || !t.Capital(i+2) || t.Capital(g.Head) {
		return first, second, false
	}
	return article.Span{Start: t[i].Start, End: t[i].End}, article.Span{Start: t[i+2].Start, End: g.End}, true
}
