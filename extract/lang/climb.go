package lang

import "strings"

// climb goes from the noun group at chunk j to the one that heads the phrase
// that ends there: from checkpoint to soldiers in soldiers who manned the
// checkpoint. It returns -1 where the group can't be a subject.
func (b *builder) climb(j int) int {
	for range 40 {
		next, done := b.climbStep(j)
		if done {
			return next
		}
		j = next
	}
	return j
}

// climbStep returns the next group on the way of climb, or its result.
func (b *builder) climbStep(j int) (next int, done bool) {
	if h, ok := b.head[j]; ok {
		return b.climbList(j, h)
	}
	switch b.kind(j - 1) {
	case cPrep:
		return b.climbPhrase(j - 2)
	case cVerb:
		if b.tellsOf(j - 1) {
			return j, true
		}
		if a := antecedentOf(b.clauseAt(j - 1)); a >= 0 {
			return a, false
		}
		if a := b.placeOf(b.clauseAt(j - 1)); a >= 0 {
			return a, false
		}
		if a := b.headOf(b.clauseAt(j - 1)); a >= 0 {
			return a, true
		}
	case cAdverb:
		if a := antecedentOf(b.clauseAt(j - 2)); a >= 0 {
			return a, false
		}
	}
	return j, true
}

// placeOf returns the chunk of the group that a clause with "where" describes, or -1: [the town]
// where rebels killed nine people | lies near Goma.
func (b *builder) placeOf(v *verbClause) int {
	if v == nil || v.Mark != "where" || v.Kind != Finite || v.subject < 0 || b.isBePassive(v.Verb) || !b.nounAt(v.begin-1) {
		return -1
	}
	return v.begin - 1
}

// tellsOf reports whether the verb at chunk k is a participle of saying that describes an
// object or the group of a phrase, so that a clause of its own follows: issued a statement
// saying | rebels attacked the base; or one that says nothing but clauses: the mayor, who said |
// rebels had burned 20 houses.
func (b *builder) tellsOf(k int) bool {
	v := b.clauseAt(k)
	if v != nil && v.Link == Relative && v.Kind == Finite && v.Verb.Voice == Active && words().clausal.has(v.Verb.Lemma) {
		return true
	}
	if v == nil || v.antecedent < 0 || v.Verb.Form != "VBG" || !isReporting(v.Verb) {
		return false
	}
	return b.objectAt(v.antecedent) || b.kind(b.phraseHead(v.antecedent)-1) == cPrep
}

// climbList goes from the member of a coordination at chunk j to its first
// member, at chunk h, or takes the two apart.
func (b *builder) climbList(j, h int) (next int, done bool) {
	if first := b.members[h][0]; b.frontedAt(h) && b.kind(first-1) == cComma {
		b.split(h)
		return first, false // In Homs, | two soldiers and a guard were …
	}
	if j != h && !b.describesSubject(h) && (b.objectAt(h) || b.newSubject(j, h)) {
		delete(b.head, j) // seized the town and | the army retook it
		b.dropMember(h, j)
		return j, true
	}
	return h, false
}

// describesSubject reports whether the group at chunk h is what a participle has as its
// object, or in a phrase, that describes a group with which a clause opens, so that no
// clause ends with it: a man wearing [a helmet and scarf] threw a grenade.
func (b *builder) describesSubject(h int) bool {
	k := h - 1
	if b.kind(k) == cPrep {
		k--
	}
	v := b.clauseAt(k)
	if v == nil || v.Kind != Participle || v.antecedent < 0 || v.antecedent != k-1 {
		return false
	}
	a := b.phraseHead(v.antecedent)
	return a == 0 || b.kind(a-1) == cMark || b.kind(a-1) == cStop || b.afterFronted(a)
}

// afterFronted reports whether only a phrase and a comma stand before the group at
// chunk a: On Monday, | a man.
func (b *builder) afterFronted(a int) bool {
	return b.kind(a-1) == cComma && b.noFinite(0, a)
}

// newSubject reports whether the group at chunk j is not coordinated with the
// name in a phrase at chunk h: troops entered from Syria and | fighters left.
func (b *builder) newSubject(j, h int) bool {
	return b.kind(h-1) == cPrep && !b.needsPartner(h) && b.chunks[h].noun.Proper && !b.capitalised(b.chunks[j].noun) && b.kind(j-1) == cAnd && b.kind(j+1) == cVerb
}

// climbPhrase climbs from chunk k, which stands before a preposition.
func (b *builder) climbPhrase(k int) (next int, done bool) {
	if b.kind(k) == cAdjective && b.kind(k-1) == cNoun {
		k-- // fighters loyal to the general
	}
	if b.isDistance(k) {
		k-- // a vessel 60 nautical miles south of Aden
	}
	if b.kind(k) == cAnd && b.nounAt(k-1) && b.kind(k-2) == cPrep {
		k-- // men on motorcycles and in plain clothes
	}
	switch b.kind(k) {
	case cNoun:
		return k, false
	case cClose:
		if n := b.beforeBrackets(k); b.kind(n) == cNoun {
			return n, false
		}
	case cVerb:
		if a := antecedentOf(b.clauseAt(k)); a >= 0 {
			return a, false
		}
		return b.headOf(b.clauseAt(k)), true
	}
	return -1, true
}

// isDistance reports whether the group at chunk k tells how far off a place the one
// right before it is: a vessel [60 nautical miles] south of Aden.
func (b *builder) isDistance(k int) bool {
	if !b.nounAt(k) || !b.nounAt(k-1) || b.chunks[k].noun.Numeral.Empty() || b.chunks[k-1].time {
		return false
	}
	to := b.chunks[k+1].word
	return to == "off" || to == "from" || IsCompass(strings.TrimSuffix(to, " of"))
}

// objectAt reports whether the group at chunk i stands where the object of an
// ordinary verb, or a prepositional phrase of it, stands: threw stones and bottles at
// [soldiers].
func (b *builder) objectAt(i int) bool {
	k := b.phraseHead(i)
	if first, member := b.head[k]; member && (k < i || b.kind(k-1) == cAnd) {
		k = b.phraseHead(first)
	}
	k--
	if b.kind(k) == cAdverb || b.kind(k) == cAdjective {
		k--
	}
	if b.kind(k) == cPrep && b.kind(k-1) == cVerb {
		k--
	}
	if b.kind(k) != cVerb {
		return false
	}
	v := b.clauseAt(k)
	return v != nil && (v.antecedent < 0 || v.Verb.Form == "VBG") && !isReporting(v.Verb)
}

// isReporting reports whether a verb is commonly followed by a clause without that:
// said Islamic State had …
func isReporting(v *VerbGroup) bool { return words().complement.has(v.Lemma) }

// opensClause reports whether the group at chunk j stands where a clause begins.
func (b *builder) opensClause(j int) bool {
	switch b.kind(j - 1) {
	case cStop, cMark, cAnd, cQuote, cClose, cComma:
		return true
	case cNoun:
		return b.chunks[j-1].time
	}
	return false
}

// frontedAt reports whether the group at chunk i is that of a prepositional
// phrase with which a clause begins.
func (b *builder) frontedAt(i int) bool {
	if b.kind(i-1) != cPrep {
		return false
	}
	switch k := i - 2; b.kind(k) {
	case cStop, cMark, cAnd, cQuote:
		return true
	case cComma:
		return b.kind(k-1) == cAdverb
	case cAdverb:
		return b.kind(k-1) == cStop
	}
	return false
}

// headOf returns the chunk of the noun group whose purpose the infinitive v
// tells, where no verb governs the group: an offensive to retake the city
// began. It returns -1 where there is none.
func (b *builder) headOf(v *verbClause) int {
	if v == nil || v.Kind != Infinite || b.kind(v.at-1) != cNoun {
		return -1
	}
	h := b.phraseHead(v.at - 1)
	if b.chunks[h].time {
		return -1
	}
	if b.afterReport(h) && b.chunks[h-1].verb.Voice == Active || b.opensClause(h) {
		return h
	}
	return -1
}

// antecedentOf returns the chunk of the noun group that the clause, or the relative
// clause that it is a part of, hangs on: militants believed to be members. It
// returns -1 where there is none.
func antecedentOf(v *verbClause) int {
	for n := 0; v != nil && n < 4; n++ {
		if v.antecedent >= 0 {
			return v.antecedent
		}
		if v.Kind == Finite && v.Link != Coordinate || v.subject >= 0 {
			return -1
		}
		v = v.previous
	}
	return -1
}
