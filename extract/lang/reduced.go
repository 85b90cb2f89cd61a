package lang

// looksReduced reports whether the verb at chunk i is a past participle, or a
// form that can be one, that stands without auxiliary where a reduced relative
// clause would: soldiers wounded in the attack died.
func (b *builder) looksReduced(i int) bool {
	g := b.chunks[i].verb
	switch {
	case g.First != g.Main, !isPast(g.Form), g.Lemma == "be", b.sharesAuxiliary(i), b.w.intransitive.has(g.Lemma):
		return false // not a man whose son was on the bus said
	case b.followsContact(i), b.followsPronoun(i):
		return false // the charity that runs it said
	case b.tellsBehindAdverb(i):
		return false
	case b.kind(i-1) != cNoun:
		return g.Form == "VBN" && !b.closesParenthesis(i) && !b.aimsAlong(i)
	}
	n := b.phraseHead(i - 1)
	switch {
	case b.describesThose(i), b.namesGroup(i), b.tellsOutcome(i, n), b.describesAgent(i, n):
		return true
	case b.verbOfRelative(i, n), b.verbOfSecondSubject(n):
		return false
	case b.describesSecondObject(i, n):
		return true
	}
	if g.Form == "VBD" {
		if reduced, decided := b.pastLooksReduced(i); decided {
			return reduced
		}
	}
	if b.mainVerbAhead(i, false) {
		return true
	}
	j := b.climb(i - 1)
	switch {
	case j < 0:
		return g.Form == "VBN"
	case b.afterReport(j):
		return false
	case b.describesApposition(i, j):
		return true
	case b.opensClause(j) && b.isMainPredicate(i, j):
		return false
	}
	return g.Form == "VBN"
}

// followsPronoun: it | said/VBD.
func (b *builder) followsPronoun(i int) bool {
	return b.kind(i-1) == cNoun && b.chunks[i-1].noun.Pronoun && b.chunks[i].verb.Form == "VBD" && !b.describesThose(i)
}

// describesThose: was among those | killed/VBD.
func (b *builder) describesThose(i int) bool {
	return b.kind(i-1) == cNoun && b.s.Tokens.Is(b.chunks[i-1].first, "those") && b.kind(i-2) == cPrep && b.chunks[i-1].noun.Last == b.chunks[i-1].noun.First
}

// followsContact: a grenade (that) they had found | exploded/VBN.
func (b *builder) followsContact(i int) bool {
	p := b.clauseAt(i - 1)
	return p != nil && p.Link == Relative && p.Kind == Finite && p.antecedent >= 0 && p.subject > p.antecedent && p.subject <= p.antecedent+2
}

// tellsBehindAdverb reports whether the past at chunk i is the main verb behind a noun and an adverb:
// guardsmen later fired/VBN on dockers; said the man first shot/VBN at a guard; but not: men previously wounded/VBN in the fighting died; a
// town recently taken/VBN by rebels.
func (b *builder) tellsBehindAdverb(i int) bool {
	k := i - 1
	for b.kind(k) == cAdverb {
		k--
	}
	if k == i-1 || !b.nounAt(k) || b.prepositionAt(i+1, "by") || b.mainVerbAhead(i, false) {
		return false
	}
	j := b.climb(k)
	return j >= 0 && (b.afterReport(j) || b.opensClause(j) && b.isMainPredicate(i, j))
}

// tellsOutcome: attacked a patrol near the town, with three soldiers killed/VBD. The phrase
// of those it was done to begins at chunk n.
func (b *builder) tellsOutcome(i, n int) bool {
	p := b.lastVerb(n)
	return b.prepositionAt(n-1, "with") && b.kind(n-2) == cComma && p != nil && p.Kind == Finite &&
		b.w.transitive.has(b.chunks[i].verb.Lemma) && !b.hasObject(i)
}

// describesAgent reports whether the verb at chunk i describes what brought about a passive, whose
// group begins at chunk n: were hurt by a parcel bomb [sent/VBD to a court].
func (b *builder) describesAgent(i, n int) bool {
	p := b.lastVerb(n)
	in := b.prepositionAt(n-1, "in")
	return (in || b.prepositionAt(n-1, "by")) && p != nil && (p.Predicate.Voice == Passive || in && b.kind(n-2) == cVerb) && !(in && p.Link == Relative) && p.Verb.Finite && !b.hasObject(i) && !isReporting(b.chunks[i].verb)
}

// aimsAlong: crossed into Guyana and fired/VBN on a boat.
func (b *builder) aimsAlong(i int) bool {
	p := b.lastVerb(i)
	if b.kind(i-1) != cAnd || p == nil || p.Kind != Finite || p.Verb.Tense != Past || p.Verb.Voice != Active {
		return false
	}
	if k := b.behindPhrases(i + 1); k > i+1 && b.nounAt(k) && !b.finiteAt(k+1) {
		return true
	}
	return (b.w.aimed.has(b.chunks[i].verb.Lemma) || !b.w.transitive.has(b.chunks[i].verb.Lemma)) && (b.prepositionAt(i+1, "on") || b.prepositionAt(i+1, "at")) && b.nounAt(i+2)
}

// behindPhrases returns the chunk behind the phrases that begin at chunk i: from their homes
// in Basilan | three teachers.
func (b *builder) behindPhrases(i int) int {
	for b.kind(i) == cPrep && b.nounAt(i+1) && !b.beginsAt(i+1) {
		i += 2
	}
	return i
}

// namesGroup: shot a lawyer called/VBD Ali Said.
func (b *builder) namesGroup(i int) bool {
	g, k := b.chunks[i-1].noun, i+1
	if b.kind(k) == cQuote {
		k++
	}
	return words().naming.has(b.chunks[i].verb.Lemma) && !g.Proper && !g.Pronoun && (b.kind(i-2) == cVerb || b.finiteAt(k+1)) && b.nounAt(k) && b.chunks[k].noun.Proper
}

// sharesAuxiliary: have killed and injured.
func (b *builder) sharesAuxiliary(i int) bool {
	return b.kind(i-1) == cAnd && b.finiteAt(i-2) && b.chunks[i-2].verb.First != b.chunks[i-2].verb.Main
}

// verbOfRelative: the men whom the militia abducted. The verb's phrase begins
// at chunk n.
func (b *builder) verbOfRelative(i, n int) bool {
	return b.kind(n-1) == cRel && (b.kind(n-2) != cPrep || !b.mainVerbAhead(i, true) || !b.w.transitive.has(b.chunks[i].verb.Lemma))
}

// verbOfSecondSubject: ten were killed and eleven wounded by shells.
func (b *builder) verbOfSecondSubject(n int) bool {
	if b.kind(n-1) != cAnd || b.chunks[n].noun.Numeral.Empty() {
		return false
	}
	p := b.lastVerb(n)
	return p != nil && p.Predicate.Voice == Passive && (p.Verb.Finite || p.Verb.Infinitive)
}

// describesSecondObject: destroyed a lorry and two cranes used by the group.
func (b *builder) describesSecondObject(i, n int) bool {
	if b.chunks[i].verb.Form != "VBN" || !b.prepositionAt(i+1, "by") || b.kind(n-1) != cAnd {
		return false
	}
	p := b.lastVerb(n)
	return p != nil && p.Predicate.Voice == Active && p.Verb.Finite && !isReporting(p.Verb)
}

// pastLooksReduced decides for a verb that has the tag of a past, as far as it
// and its neighbours tell.
func (b *builder) pastLooksReduced(i int) (reduced, decided bool) {
	g := b.chunks[i].verb
	switch {
	case b.hasObject(i) || words().pasts.has(b.s.Tokens[g.Main].Lower):
		return false, true
	case b.afterObject(i - 1):
		// dropped two bombs loaded/VBD with nails; but not refugees who reached Homs said
		return !(isReporting(g) && b.clauseAt(b.phraseHead(i-1)-1).antecedent >= 0), true
	case (!isReporting(g) || b.kind(i+1) == cVerb) && b.mainVerbAhead(i, true):
		return true, true // a round fired/VBD from the hills struck a house
	case b.w.control.has(g.Lemma) && b.kind(i+1) == cVerb && b.chunks[i+1].verb.Infinitive && b.mainVerbAhead(i, false):
		return true, true // a unit ordered/VBD to defend the town surrendered
	}
	return false, !b.w.transitive.has(g.Lemma)
}

// afterReport: said troops fired/VBN on the crowd; told reporters the man later shot/VBN at a guard.
func (b *builder) afterReport(j int) bool {
	k := j - 1
	if b.nounAt(k) && b.finiteAt(k-1) && b.w.addressing.has(b.chunks[k-1].verb.Lemma) {
		k--
	}
	return b.finiteAt(k) && isReporting(b.chunks[k].verb)
}

// describesApposition: the T4 airbase, a large airport used by helicopters; died in Quetta, an
// attack blamed/VBD on rebels.
func (b *builder) describesApposition(i, j int) bool {
	by := i + 1
	if b.kind(by) == cPrep && b.kind(by+1) == cNoun && b.chunks[by+1].time {
		by += 2
	}
	passive := b.prepositionAt(by, "by") || b.w.transitive.has(b.chunks[i].verb.Lemma)
	return b.kind(j-1) == cComma && b.kind(j-2) == cNoun && passive && b.chunks[j].noun.Det != ""
}

// isMainPredicate reports whether the verb at chunk i is the predicate of the
// group at chunk j, with which a clause opens: 12 killed as a bus overturned;
// and five others wounded.
func (b *builder) isMainPredicate(i, j int) bool {
	switch b.kind(j - 1) {
	case cAnd, cMark, cComma, cNoun:
		return true
	}
	return j == 0 || b.chunks[i].verb.Form == "VBD" || b.hasNoFinite(i)
}

// closesParenthesis reports whether the participle at chunk i follows a
// parenthesis after a subject that has no other verb: The rebels, the army
// said, attacked/VBN.
func (b *builder) closesParenthesis(i int) bool {
	if b.kind(i-1) != cComma {
		return false
	}
	k, ok := b.parenthesis(i - 1)
	if !ok || b.kind(k) != cNoun {
		return false
	}
	j := b.climb(k)
	if j < 0 || !b.opensClause(j) && j != 0 {
		return false
	}
	return !AnyIn(i+1, len(b.chunks), func(n int) bool { return b.finiteAt(n) && !b.inSubordinate(n) })
}

// afterObject reports whether the group at chunk j is the object of a finite
// verb that takes no clause, so that no verb can have it as its subject.
func (b *builder) afterObject(j int) bool {
	v := b.clauseAt(b.phraseHead(j) - 1) // the bodies of two men
	return v != nil && v.Kind == Finite && v.Predicate.Voice == Active && !isReporting(v.Verb) && !b.chunks[j].time
}

// hasObject reports whether a direct object follows the verb at chunk i.
func (b *builder) hasObject(i int) bool {
	k := i + 1
	for b.kind(k) == cAdverb || b.kind(k) == cAdjective {
		k++
	}
	return b.nounAt(k)
}

// mainVerbAhead reports whether a finite verb follows the participle at chunk
// i within its phrase: soldiers wounded in the attack died. A sure one has an
// auxiliary or an object.
func (b *builder) mainVerbAhead(i int, sure bool) bool {
	for k := i + 1; k < len(b.chunks); k++ {
		switch b.chunks[k].kind {
		case cPrep, cAdverb, cAdjective:
		case cNoun:
			if b.nounAt(k) && b.nounAt(k-1) {
				return false
			}
		case cAnd:
			if !b.joinsAgents(i, k) && !b.sharesArticle(k) && !b.joinsParticiple(k) {
				return false
			}
		case cComma:
			if !b.listsMeans(i, k) {
				return b.kind(i-1) == cComma && b.finiteAt(k+1)
			}
		case cVerb:
			if main, decided := b.mainVerbAt(i, k, sure); decided {
				return main
			}
		default:
			return false
		}
	}
	return false
}

// mainVerbAt reports whether the verb at chunk k is the main verb behind the participle at
// chunk i, as in snipers posted on roofs [fired] on women. That is not decided where the verb
// only belongs to the phrase before it.
func (b *builder) mainVerbAt(i, k int, sure bool) (main, decided bool) {
	finite := b.chunks[k].verb.Finite || b.aimsAt(k)
	if b.isNested(k) || b.joinsParticiple(k-1) || sure && !finite && k > i+1 {
		return false, false
	}
	return finite && b.kind(k-1) != cAnd && (!sure || b.surelyFinite(k)), true
}

// joinsParticiple reports whether chunk k is a conjunction before a second participle that describes
// the same people: men armed with axes | and wearing masks killed a priest.
func (b *builder) joinsParticiple(k int) bool {
	return b.kind(k) == cAnd && b.kind(k+1) == cVerb && b.chunks[k+1].verb.Form == "VBG" && b.chunks[k+1].verb.First == b.chunks[k+1].verb.Main
}

// joinsAgents reports whether the conjunction at chunk k goes on with what the participle
// at chunk i was done by or with: men armed with sticks | and knives attacked.
func (b *builder) joinsAgents(i, k int) bool {
	return (b.prepositionAt(i+1, "by") || b.prepositionAt(i+1, "with")) && b.kind(k+1) == cNoun
}

// listsMeans reports whether the comma at chunk k stands in a list of what the participle
// at chunk i was done with: men armed with knives | , machetes and guns attacked.
func (b *builder) listsMeans(i, k int) bool {
	return b.prepositionAt(i+1, "with") && b.nounAt(k-1) && b.nounAt(k+1) && (b.kind(k+2) == cAnd || b.kind(k+2) == cComma && b.nounAt(k+3))
}

// isNested reports whether the verb at chunk k belongs to the phrase before it: militants
// believed | to be infiltrators opened fire; a man accused of | having shot a guard was held.
func (b *builder) isNested(k int) bool {
	g := b.chunks[k].verb
	return g.Infinitive || b.s.Tokens[g.First].Tag == "VBG" && b.kind(k-1) == cPrep
}

// sharesArticle reports whether the group after the conjunction at chunk k is one thing
// without an article, which it shares with the group before: dressed in a robe and veil.
func (b *builder) sharesArticle(k int) bool {
	if !b.nounAt(k-1) || !b.nounAt(k+1) {
		return false
	}
	a, g := b.chunks[k-1].noun, b.chunks[k+1].noun
	return (a.Det == "a" || a.Det == "an") && b.isBare(k+1) && g.Number == Singular
}

// surelyFinite reports whether the verb at chunk k cannot be a participle: it
// has an auxiliary, a particle or an object, reports something, is aimed at somebody, has
// a form that is no participle, or no passive: came, collapsed.
func (b *builder) surelyFinite(k int) bool {
	g := b.chunks[k].verb
	return g.First != g.Main || g.Particle != "" || b.hasObject(k) || isReporting(g) || b.aimsAt(k) ||
		words().pasts.has(b.s.Tokens[g.Main].Lower) || b.w.intransitive.has(g.Lemma)
}

// aimsAt reports whether the past at chunk k says whom it is aimed at, so that it is no
// participle, whatever its tag: snipers posted on roofs | fired/VBN on women.
func (b *builder) aimsAt(k int) bool {
	g := b.chunks[k].verb
	return g.First == g.Main && isPast(g.Form) && b.w.aimed.has(g.Lemma) && b.nounAt(k+2) &&
		(b.prepositionAt(k+1, "on") || b.prepositionAt(k+1, "at"))
}

// hasNoFinite reports whether the verb at chunk i is the only one in its part of
// the sentence that could be finite outside of subordinate clauses: the town was quiet; [hundreds
// poured into the streets]; "[hundreds poured into the streets]," he said.
func (b *builder) hasNoFinite(i int) bool {
	for k := i - 1; k >= 0 && !b.endsPart(k); k-- {
		if b.finiteAt(k) && !b.inSubordinate(k) {
			return false
		}
	}
	for k := i + 1; k < len(b.chunks) && !b.endsPart(k); k++ {
		if b.finiteAt(k) && !b.inSubordinate(k) {
			return false
		}
	}
	return true
}

// endsPart reports whether chunk i separates two parts of a sentence: a semicolon, or a quotation
// mark with which a sentence begins, or ends behind a comma.
func (b *builder) endsPart(i int) bool {
	switch b.kind(i) {
	case cStop:
		return b.chunks[i].word == ";"
	case cQuote:
		return b.s.Tokens.opensQuoted(b.chunks[i].first) || b.kind(i-1) == cComma
	}
	return false
}

// inSubordinate reports whether a subordinator or relative opens the clause of the
// verb at chunk k.
func (b *builder) inSubordinate(k int) bool {
	for k--; k >= 0; k-- {
		switch b.chunks[k].kind {
		case cMark, cRel:
			return true
		case cVerb, cStop:
			return false
		}
	}
	return false
}
