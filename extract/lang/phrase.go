package lang

import "slices"
import "unicode"

// phrases hangs prepositional phrases, appositions and conjuncts on noun
// groups, as far as that can be told without verbs.
func (b *builder) phrases() {
	for i := range b.chunks {
		if b.chunks[i].kind == cNoun {
			b.appose(i)
			b.attach(i)
		}
	}
	// The nearest group before a conjunction takes what follows it where the
	// two have the same shape (villages of A, B and C), else the one that heads
	// the phrase (soldiers in A and rebels in B).
	for _, sameShape := range []bool{true, false} {
		for i := len(b.chunks) - 1; i >= 0; i-- {
			if b.chunks[i].kind == cNoun {
				b.coordinate(i, sameShape)
			}
		}
	}
}

// appose finds what explains the group at chunk i: an alias in brackets, as in
// Islamic State (IS), or an apposition, as in Omar Said, the mayor of Rutba.
func (b *builder) appose(i int) {
	g := b.chunks[i].noun
	switch {
	case b.kind(i+1) == cOpen && b.kind(i+2) == cNoun && b.kind(i+3) == cClose && b.chunks[i+2].noun.Numeral.Empty():
		g.Apposition = b.chunks[i+2].noun
	case !b.chunks[i].time && b.kind(i+1) == cComma && b.nounAt(i+2) && b.apposes(i, i+2):
		g.Apposition = b.chunks[i+2].noun
		if r := b.secondRole(i + 2); r >= 0 {
			g.Apposition.Apposition = b.chunks[r].noun
		}
	}
}

// secondRole returns the chunk of what somebody is beside what the group at chunk k, which has an
// article for both, says of him, or -1: a driver and [father] of five.
func (b *builder) secondRole(k int) int {
	g := b.chunks[k].noun
	e := b.behindPhrases(k + 1)
	if g.Det != "a" && g.Det != "an" || b.kind(e) != cAnd || !b.nounAt(e+1) {
		return -1
	}
	r := b.chunks[e+1].noun
	if r.Det != "" || r.Possessor != nil || r.Proper || r.Pronoun || !r.Numeral.Empty() || r.Number != Singular {
		return -1
	}
	return e + 1
}

// attach hangs the phrases that follow the group at chunk i on it: soldiers
// [in Homs] [of the army]. Each phrase hangs on all the groups before it.
func (b *builder) attach(i int) {
	g := b.chunks[i].noun
	at := i
	for k := b.afterBrackets(i + 1); b.kind(k) == cPrep && b.kind(k+1) == cNoun; k = b.afterBrackets(at + 1) {
		g.Attached = append(g.Attached, &Attachment{Prep: b.chunks[k].word, At: b.chunks[k].first, Group: b.chunks[k+1].noun})
		at = k + 1
		// by A and B: the others follow as conjuncts
		for b.kind(at+1) == cAnd && b.kind(at+2) == cNoun && b.kind(at+3) != cVerb {
			at += 2
		}
		if len(g.Attached) > 8 {
			break
		}
	}
}

// endOf returns the last chunk of the noun group at i with its of-phrases and
// brackets.
func (b *builder) endOf(i int) int {
	for {
		k := b.afterBrackets(i + 1)
		if b.kind(k) == cPrep && b.kind(k+1) == cNoun && !b.chunks[k+1].time {
			i = k + 1
			continue
		}
		return k - 1
	}
}

// afterBrackets returns the chunk after a bracketed stretch that begins at i.
func (b *builder) afterBrackets(i int) int {
	if b.kind(i) != cOpen {
		return i
	}
	for k := i + 1; k < len(b.chunks) && k < i+12; k++ {
		if b.chunks[k].kind == cClose {
			return k + 1
		}
	}
	return i
}

// beforeBrackets returns the chunk before a bracketed stretch that ends at i.
func (b *builder) beforeBrackets(i int) int {
	for k := i; k >= 0 && k > i-12; k-- {
		if b.chunks[k].kind == cOpen {
			return k - 1
		}
	}
	return i
}

// isApposition reports whether chunk i is the apposition of a group.
func (b *builder) isApposition(i int) bool {
	return b.kind(i) == cNoun && b.explained(i) >= 0
}

// explained returns the chunk of the group that the one at chunk i is the
// apposition of, or -1.
func (b *builder) explained(i int) int {
	for k := i - 2; k >= 0 && k >= i-6; k-- {
		if b.chunks[k].kind == cNoun && b.chunks[k].noun.Apposition == b.chunks[i].noun {
			return k
		}
	}
	return -1
}

// apposes reports whether the group at k, after a comma, explains the group at
// i and ends at a comma or at the end of the sentence.
func (b *builder) apposes(i, k int) bool {
	a, g := b.chunks[i].noun, b.chunks[k].noun
	if a.Pronoun || g.Pronoun || !explains(a, g) || !b.numbersAgree(a, g) {
		return false
	}
	e := k + 1
	if b.isParticipleAside(e, g) {
		e++ // al-Shabaab, a group linked to al Qaeda, killed nine
	}
	e = b.behindPhrases(e)
	if r := b.secondRole(k); r >= 0 {
		e = b.behindPhrases(r + 1) // Omar Said, a driver and father of five, died
	}
	if b.kind(e) != cComma && b.kind(e) != cStop || b.subjectAfterPhrase(i, e) {
		return false
	}
	if a.Proper && !g.Proper && (g.Det == "a" || g.Det == "an") {
		return true // Omar Said, a police chief, and his driver
	}
	if b.namesInList(a, g, e) {
		return true
	}
	// A, the B, and C is a list, not an apposition.
	return b.kind(e+1) != cAnd && !(b.kind(e) == cComma && b.kind(e+1) == cNoun && b.kind(e+2) == cAnd)
}

// isParticipleAside reports whether the verb at chunk e has the form of a participle and describes
// the group g before it, up to a comma and a further verb: a group [linked] to al Qaeda, killed nine.
func (b *builder) isParticipleAside(e int, g *NounGroup) bool {
	if b.kind(e) != cVerb || g.Det != "a" && g.Det != "an" {
		return false
	}
	if v := b.chunks[e].verb; v.First != v.Last || !isPast(b.s.Tokens.Tag(v.First)) {
		return false
	}
	k := e + 1
	for b.kind(k) == cPrep && b.kind(k+1) == cNoun {
		k += 2
	}
	return k > e+1 && b.kind(k) == cComma && b.finiteAt(k+1)
}

// namesInList reports whether g only names the person whom a tells by what he is, in a list
// that goes on behind the comma at chunk e: the district head, Musa Bello, and two guards.
// A name of one word does where what follows is his: a bandit leader, Auta, and his driver.
func (b *builder) namesInList(a, g *NounGroup, e int) bool {
	return b.kind(e) == cComma && b.kind(e+1) == cAnd && b.namesRole(a, g) && (g.First < g.Head || b.isHisOrHers(e+2))
}

// namesRole reports whether g is a name of the one person whom a tells by what he is.
func (b *builder) namesRole(a, g *NounGroup) bool {
	return !a.Proper && a.Number == Singular && (a.Det == "the" || a.Det == "a" || a.Det == "an" || a.Possessor != nil) && !b.w.collective.has(a.Lemma) &&
		g.Proper && g.Det == "" && allNames(b.s.Tokens[g.First:g.Last+1])
}

// isHisOrHers reports whether the group at chunk k is of people of somebody named before,
// as in "a bandit leader, Auta, and [20 of his men]".
func (b *builder) isHisOrHers(k int) bool {
	if !b.nounAt(k) {
		return false
	}
	g := b.chunks[k].noun
	return AnyIn(g.First, g.Last+1, func(i int) bool {
		return b.s.Tokens[i].Tag == "PRP$"
	}) || b.prepositionAt(k+1, "of") && b.nounAt(k+2) && b.s.Tokens[b.chunks[k+2].noun.First].Tag == "PRP$"
}

// allNames reports whether all tokens are names: Musa Bello.
func allNames(ts []Token) bool {
	return !slices.ContainsFunc(ts, func(t Token) bool { return t.Tag != "NNP" })
}

// subjectAfterPhrase reports whether the group after the one at chunk i, which ends
// before the comma at e, is the subject of the sentence that chunk i opens, as only
// words set off by commas stand between it and the verb: According to police, the
// gunmen, [wearing army uniforms], shot a farmer. Where another group comes before
// the verb, it explains the first: According to Omar Said, the mayor, who was there,
// gunmen shot a farmer.
func (b *builder) subjectAfterPhrase(i, e int) bool {
	if b.kind(i-1) != cPrep || b.kind(e) != cComma || i > 1 && (i > 2 || b.kind(0) != cVerb) {
		return false
	}
	for k := e + 1; k < len(b.chunks) && k < e+12; k++ {
		if b.kind(k) == cComma {
			for k++; b.kind(k) == cAdverb; k++ {
			}
			return b.finiteAt(k)
		}
	}
	return false
}

// explains reports whether group g has a form in which it can explain group a: the mayor.
func explains(a, g *NounGroup) bool {
	switch {
	case g.Det == "the", g.Det == "a", g.Det == "an", g.Possessor != nil:
		return true
	case g.Proper:
		return !a.Proper
	}
	return a.Proper && g.Det == "" && g.Number == Singular
}

// numbersAgree reports whether two groups can be of the same number. A name
// agrees with both: Democratic Forces/NNS, a militia.
func (b *builder) numbersAgree(a, g *NounGroup) bool {
	return a.Number == g.Number || a.Number == UnknownNumber || g.Number == UnknownNumber || a.Proper || b.capitalised(a)
}

// capitalised reports whether the head of a group has a capital: Democratic
// Forces/NNS.
func (b *builder) capitalised(g *NounGroup) bool {
	return g.Head > 0 && unicode.IsUpper(firstRune(b.s.Tokens[g.Head].Text))
}
