package lang

// coordinate finds A, B and C that begins at chunk i. A verb right after the
// last member leaves the decision to subjectAt: the last may be a subject of
// its own. Where sameShape is set, only groups of one shape are coordinated.
func (b *builder) coordinate(i int, sameShape bool) {
	if _, member := b.head[i]; member || b.chunks[i].time || b.members[i] != nil {
		return
	}
	at := b.endOf(i)
	if b.endsBeforeList(i) {
		return
	}
	if b.kind(at+1) == cComma && b.kind(at+2) == cAnd && b.kind(at+4) == cComma && b.renames(at, at+2, at+4) {
		if b.chunks[i].noun.Apposition == nil {
			b.chunks[i].noun.Apposition = b.chunks[at+3].noun
		}
		return // the National Front, or NF, …
	}
	at = b.endOfExplanation(i, at)
	var list []int
	for {
		k, last := b.nextMember(i, at, sameShape)
		if k < 0 {
			break
		}
		list = append(list, k)
		at = b.endOf(k)
		if last {
			break
		}
	}
	if len(list) == 0 {
		return
	}
	if b.members == nil { // few sentences have any
		b.members, b.head = map[int][]int{}, map[int]int{}
	}
	b.members[i] = list
	for _, k := range list {
		b.head[k] = i
	}
}

// endsBeforeList reports whether the group at chunk i is not coordinated with what follows it,
// whatever the form of that.
func (b *builder) endsBeforeList(i int) bool {
	at := b.endOf(i)
	if b.isSaidOfPart(i) || b.isApposition(i) && b.secondRole(i) >= 0 {
		return true // four guards, two of them brothers, and …; Omar Said, a driver and father
	}
	if b.kind(at+1) != cComma {
		return false
	}
	return b.isApposition(i) || // Omar Said, a police chief, and …
		b.isExample(i) && b.kind(at+2) == cAnd || // two policemen, including a sergeant, and …
		b.listAfterFronted(i) // in Goma, soldiers and rebels fought
}

// listAfterFronted reports whether the group at chunk i ends a phrase that opens the sentence, and
// the list behind its comma is the subject of the verb that follows: in Goma, [soldiers and rebels]
// fought; but not in Goma, Bukavu and Beni, rebels fought.
func (b *builder) listAfterFronted(i int) bool {
	at := b.endOf(i)
	if !b.isFronted(i) || b.kind(at+1) != cComma {
		return false
	}
	k := at + 2
	for b.nounAt(k) {
		k = b.endOf(k) + 1
		next, and := b.afterJoint(k)
		if next == k {
			break
		}
		if k = next; and && b.nounAt(k) {
			k = b.endOf(k) + 1
			return b.kind(k) == cVerb && b.chunks[k].verb.Finite
		}
	}
	return false
}

// isFronted reports whether the group at chunk i is in a phrase, and only phrases stand before it
// in the sentence: in the town of [Goma]; according to [the radio].
func (b *builder) isFronted(i int) bool {
	for i--; b.kind(i) == cPrep; i -= 2 {
		if i == 0 || i == 1 && b.kind(0) == cVerb && !b.chunks[0].verb.Finite {
			return true
		}
		if b.kind(i-1) != cNoun {
			return false
		}
	}
	return false
}

// endOfExplanation returns the last chunk of what is said between commas of the group at chunk i,
// which ends at chunk at, where another group follows it: Omar Said, [a police chief], and his
// driver; a trader, [identified as Omar Said], and his nephew. Without it it returns at.
func (b *builder) endOfExplanation(i, at int) int {
	k := at + 2
	switch {
	case b.kind(at+1) != cComma:
		return at
	case b.isApposition(k) && b.explained(k) == i:
	case b.isExample(k + 1), b.prepositionAt(k, "aged") && b.nounAt(k+1):
		k++
	case b.isNaming(k):
		k += 2
	case b.endOfPart(k) > k+1 && b.kind(b.endOfPart(k)+1) == cAnd:
		return b.endOfPart(k) - 1
	default:
		return at
	}
	if r := b.secondRole(k); r >= 0 {
		k = r
	}
	if e := b.endOf(k); b.kind(e+1) == cComma && b.kind(e+2) == cAnd {
		return e
	}
	return at
}

// isExample reports whether the group at chunk i stands after a comma and including.
func (b *builder) isExample(i int) bool {
	return b.nounAt(i) && b.prepositionAt(i-1, "including") && b.kind(i-2) == cComma
}

// isSaidOfPart reports whether the group at chunk i says in an aside what some of those before
// it are: four guards, two of them [brothers], and a driver.
func (b *builder) isSaidOfPart(i int) bool {
	return b.kind(i-1) == cNoun && b.chunks[i-1].noun.Pronoun && b.prepositionAt(i-2, "of") && b.kind(i-4) == cComma && b.endOfPart(i-3) == i+1
}

// isNaming reports whether the participle at chunk i gives a name to what stands before:
// identified as Omar Said.
func (b *builder) isNaming(i int) bool {
	return b.kind(i) == cVerb && !b.chunks[i].verb.Finite && b.w.asVerbs.has(b.chunks[i].verb.Lemma) && b.prepositionAt(i+1, "as") && b.nounAt(i+2) && b.chunks[i+2].noun.Proper
}

// nextMember returns the chunk of the group that is coordinated with the one at
// chunk i, after the member that ends at chunk at, or -1. It is the last one if
// an and stands before it.
func (b *builder) nextMember(i, at int, sameShape bool) (k int, last bool) {
	k, and := b.afterJoint(at + 1)
	if k == at+1 || !b.nounAt(k) || b.isAge(i) && !b.isAge(k) || b.chunks[k].noun.Det == "whose" {
		return -1, false // not: Omar, whose wife and sons were killed
	}
	if b.headlinePair(i, at, k) {
		return k, true
	}
	if b.isAnother(i, k) || b.isParallel(i, k) || and && b.kind(k+1) == cComma && b.renames(at, at+2, k+1) {
		return -1, false
	}
	if _, member := b.head[k]; member || sameShape && !b.sameShape(i, k) && !b.needsPartner(i) {
		return -1, false
	}
	if !and && (b.chunks[i].noun.Apposition == b.chunks[k].noun || !b.listContinues(k)) {
		return -1, false
	}
	return k, and
}

// isAnother reports whether the group at chunk k belongs to somebody, and the one at chunk i
// only names his land, so that the two are not coordinated: the governor of Wardak province
// and | his driver; but not: out of the district and its villages.
func (b *builder) isAnother(i, k int) bool {
	return b.isOwned(k) && b.w.divisions.has(b.chunks[i].noun.Lemma) && (b.w.people.has(b.chunks[k].noun.Lemma) || !b.s.Tokens.Is(b.chunks[k].first, "its", "their"))
}

// isParallel reports whether the group at chunk k is coordinated with the one that the group at
// chunk i qualifies, because it has the form of that and not of this: soldiers of the brigade and |
// militiamen of the NDC; but not towns of the north and villages of the south.
func (b *builder) isParallel(i, k int) bool {
	if !b.prepositionAt(i-1, "of") || !b.nounAt(i-2) {
		return false
	}
	head, nested, g := b.chunks[i-2].noun, b.chunks[i].noun, b.chunks[k].noun
	switch {
	case g.Proper || !sameForm(head, g):
		return false
	case isIndefinite(g) && !isIndefinite(nested):
		return true
	}
	return b.prepositionAt(k+1, "of") && b.nounAt(k+2) && (nested.Number != g.Number || nested.Numeral.Empty() != g.Numeral.Empty())
}

// sameForm reports whether two groups agree in number, and in whether they have an article and a
// numeral: an officer, a member; two soldiers, three rebels.
func sameForm(a, b *NounGroup) bool {
	return a.Number == b.Number && isIndefinite(a) == isIndefinite(b) && (a.Det == "") == (b.Det == "") && a.Numeral.Empty() == b.Numeral.Empty()
}

// isIndefinite reports whether a group has the indefinite article: a soldier, an officer.
func isIndefinite(g *NounGroup) bool { return g.Det == "a" || g.Det == "an" }

// isOwned reports whether the group at chunk i is somebody's: his driver.
func (b *builder) isOwned(i int) bool {
	return b.s.Tokens[b.chunks[i].noun.First].Tag == "PRP$"
}

// afterJoint returns the chunk behind the comma, conjunction and adverb at chunk k, and
// whether there is a conjunction; k itself where nothing joins.
func (b *builder) afterJoint(k int) (next int, and bool) {
	if b.kind(k) == cComma {
		k++
	}
	if b.kind(k) != cAnd || !(b.chunks[k].word == "and" || b.chunks[k].word == "or" || b.chunks[k].word == "&") {
		return k, false
	}
	k++
	if b.kind(k) == cAdverb {
		k++
	}
	return k, true
}

// headlinePair reports whether a comma stands for and between the groups at chunks i and
// k, with which a headline opens: Army, rebels trade fire near Goma.
func (b *builder) headlinePair(i, at, k int) bool {
	return b.headline && b.kind(i-1) == cStop && at == i && k == i+2 && b.kind(i+1) == cComma &&
		b.kind(k+1) == cVerb && b.chunks[k+1].verb.Finite && !isReporting(b.chunks[k+1].verb) && b.chunks[k+1].verb.Form != "VBZ"
}

// sameShape reports whether the groups at chunks i and k look as if they
// belonged to one list: both are names, or neither is. Where the first is in a
// phrase (rounds of ammunition and three grenades) both must be counted.
func (b *builder) sameShape(i, k int) bool {
	a, g := b.chunks[i].noun, b.chunks[k].noun
	if a.Proper != g.Proper && !(a.Proper && (b.sharedHead(g) || b.isOfSeveral(i) && b.w.people.has(g.Lemma))) {
		return false
	}
	nested := b.kind(i-1) == cPrep && b.kind(i-2) == cNoun
	return !nested || a.Numeral.Empty() == g.Numeral.Empty() || b.chunks[i-2].noun.Numeral.Empty()
}

// isOfSeveral reports whether the group at chunk i follows a plural and "of", so that a list of
// owners may begin with it: the lives of | Colonel Bello and two bodyguards.
func (b *builder) isOfSeveral(i int) bool {
	return b.prepositionAt(i-1, "of") && b.nounAt(i-2) && b.chunks[i-2].noun.Number == Plural && !b.w.people.has(b.chunks[i-2].noun.Lemma)
}

// isAge reports whether the group at chunk i is the bare number of a phrase, as in
// a boy of 11, a woman aged 72.
func (b *builder) isAge(i int) bool {
	g := b.chunks[i].noun
	return b.kind(i-1) == cPrep && g.First == g.Last && b.s.Tokens[g.Head].Tag == "CD"
}

// needsPartner reports whether what the group at chunk i stands after takes two of
// them, whatever they look like: between the army and the RSF.
func (b *builder) needsPartner(i int) bool {
	return b.kind(i-1) == cPrep && b.chunks[i-1].word == "between"
}

// sharedHead reports whether a group is a name before a plural that another name
// can share: the Bakwa and Gulistan districts.
func (b *builder) sharedHead(g *NounGroup) bool {
	t := b.s.Tokens
	return g.Det == "" && g.Number == Plural && g.First < g.Head && t[g.First].Tag == "NNP" && t[g.Head-1].Tag == "NNP"
}

// listContinues reports whether a list with commas that holds chunk k ends in
// an and.
func (b *builder) listContinues(k int) bool {
	for n := 0; n < 12; n++ {
		k = b.endOf(k) + 1
		if b.kind(k) == cComma {
			k++
		}
		if b.kind(k) == cAnd {
			return b.kind(k+1) == cNoun
		}
		if b.kind(k) != cNoun || b.kind(k-1) != cComma {
			return false
		}
	}
	return false
}

// skipMembers returns the chunk after a coordination that begins at i.
func (b *builder) skipMembers(i int) int {
	last := i
	for _, k := range b.listed(i) {
		last = k
	}
	return last + 1
}

// listed returns the chunks of the groups that are coordinated with the one at
// chunk i, also those that are coordinated with one of them only.
func (b *builder) listed(i int) []int { return b.appendListed(nil, i) }

func (b *builder) appendListed(out []int, i int) []int {
	for _, k := range b.members[i] {
		if b.beginsAt(k) || b.head[k] != i {
			continue
		}
		out = append(out, k)
		out = b.appendListed(out, k)
	}
	return out
}

// conjoin writes the coordination of the group at chunk i into the group,
// where it is the first of its list.
func (b *builder) conjoin(i int) {
	g := b.chunks[i].noun
	if _, member := b.head[i]; member && !b.beginsAt(i) || g.Conjuncts != nil {
		return
	}
	for _, k := range b.listed(i) {
		m := b.chunks[k].noun
		m.Coordinated = g
		g.Conjuncts = append(g.Conjuncts, m)
	}
}

// split takes the list of the group at chunk h from it and gives it to its
// first member.
func (b *builder) split(h int) {
	list := b.members[h]
	delete(b.members, h)
	first := list[0]
	delete(b.head, first)
	for _, k := range list[1:] {
		b.head[k] = first
	}
	b.members[first] = append(list[1:], b.members[first]...)
}

// dropMember takes the group at chunk j, and what follows it, from the list of
// the group at chunk h.
func (b *builder) dropMember(h, j int) {
	var keep []int
	for _, k := range b.members[h] {
		if k < j {
			keep = append(keep, k)
		}
		if k > j {
			delete(b.head, k)
		}
	}
	b.members[h] = keep
}
