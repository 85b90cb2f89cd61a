package lang

// finite finds the subject of a finite verb.
func (b *builder) finite(v *verbClause) {
	if b.inverted(v) {
		v.subject = v.at + 1
		return
	}
	j := v.at - 1
	if k := b.pronounBefore(j); k >= 0 {
		b.relative(v, k)
		return
	}
	for k := b.skipLeft(j); k != j; k = b.skipLeft(j) {
		j = k
	}
	switch b.kind(j) {
	case cNoun:
		b.subjectAt(v, j)
	case cRel:
		b.relative(v, j)
	case cMark:
		v.begin, v.Mark = j, b.chunks[j].word
		v.Link = b.chunks[j].link
		b.share(v)
	case cAnd:
		b.coordinateClause(v, j)
	case cComma:
		b.afterComma(v, j)
	case cVerb: // the men whom they abducted were freed
		if a := antecedentOf(b.clauseAt(j)); a >= 0 {
			b.subjectAt(v, a)
		} else if p := b.clauseAt(j); p != nil && j == v.at-1 && isReporting(p.Verb) && isPast(v.Verb.Form) && p.Predicate.Tense == Present {
			v.begin, v.Link, v.sharesWith = v.at, Complement, p // the army says | killed nine rebels
		}
	case cStop: // engaged a unit; destroyed a tunnel
		if j > 0 && b.s.Tokens[b.chunks[j].first].Lower == ";" {
			b.coordinateClause(v, j)
		} else if k := b.beforeDashes(j); k >= 0 {
			b.subjectAt(v, k)
		}
	}
}

// beforeDashes returns the chunk before what stands between two dashes, the second of
// which is chunk j: gangs in [gangs — they call themselves Tigers — roamed the port].
// It returns -1 where there is no noun group before another dash.
func (b *builder) beforeDashes(j int) int {
	for k := j - 1; k > 0 && b.isDash(j); k-- {
		if b.isDash(k) {
			if b.nounAt(k - 1) {
				return k - 1
			}
			return -1
		}
	}
	return -1
}

// isDash reports whether chunk i is a dash between words.
func (b *builder) isDash(i int) bool {
	return b.kind(i) == cStop && i > 0 && i < len(b.chunks) && b.s.Tokens.Mark(b.chunks[i].first) == '-'
}

// skipLeft returns the chunk from which to look on for a subject if chunk j
// cannot tell, else j: it passes over adverbs, brackets, dates and dangling
// prepositions.
func (b *builder) skipLeft(j int) int {
	switch b.kind(j) {
	case cAdverb, cAdjective, cQuote, cOther, cPrep:
		return j - 1
	case cClose:
		return b.beforeBrackets(j)
	case cNoun:
		if b.chunks[j].time {
			return b.skipDate(j)
		}
		if b.floats(j) {
			return j - 1
		}
		if k := b.beforePart(j); k >= 0 {
			return k
		}
	}
	return j
}

// beforePart returns the chunk of counted people before words that end at chunk j and tell who some
// or most of them are, or -1: nine people [mostly farmers]; nine people [some of them children].
func (b *builder) beforePart(j int) int {
	if first, listed := b.head[j]; listed {
		j = first
	}
	k := -1
	switch {
	case b.kind(j-1) == cAdverb && b.w.mostly.has(b.chunks[j-1].word) && b.chunks[j].noun.Det == "":
		k = j - 2
	case j < 3 || b.kind(j-1) != cNoun || b.chunks[j-1].noun.Lemma != "them":
	case b.prepositionAt(j-2, "among"):
		k = j - 3
	case b.prepositionAt(j-2, "of"):
		k = j - 4
	}
	if b.kind(k) == cComma {
		k-- // nine people, some of them children | died
	}
	if !b.nounAt(k) || b.chunks[k].noun.Numeral.Empty() || b.chunks[k].noun.Number != Plural {
		return -1
	}
	return k
}

// floats reports whether chunk j is a quantifier between a plural subject and its verb: the two sides
// [both] shelled the town.
func (b *builder) floats(j int) bool {
	g := b.chunks[j].noun
	if g.First != g.Last || b.s.Tokens.Tag(g.Head) != "DT" || b.kind(j+1) != cVerb || !b.nounAt(j-1) {
		return false
	}
	_, listed := b.head[j-1]
	return listed || b.chunks[j-1].noun.Number == Plural
}

// skipDate returns the chunk before the bare date at chunk j and before its
// preposition, or j where the date can be the subject.
func (b *builder) skipDate(j int) int {
	switch {
	case b.kind(j-1) == cStop:
		return j
	case b.kind(j-1) == cMark && b.nounAt(j-2), b.kind(j-1) == cPrep && b.kind(j-2) == cAdverb && b.nounAt(j-3):
		return j - 2 // militiamen before dawn torched; gunmen late on Tuesday shot
	case b.kind(j-1) != cPrep:
		return j - 1 // the army Monday attacked
	case b.kind(j-2) == cComma && b.kind(j-3) == cNoun, b.kind(j-2) == cNoun:
		return j - 2 // the commander, Abu Ali, on Monday executed
	}
	return j
}

// coordinateClause links v, which begins at chunk j, to the clause before it and
// gives it the same subject.
func (b *builder) coordinateClause(v *verbClause, j int) {
	v.begin = j
	v.Link = Coordinate
	b.share(v)
}

// afterComma finds the subject of a verb after the comma at chunk j: it stands
// before a parenthesis, opens the sentence, or is that of the clause before.
func (b *builder) afterComma(v *verbClause, j int) {
	if k, ok := b.parenthesis(j); ok {
		b.subjectAt(v, k)
		return
	}
	if k := b.opening(j); k >= 0 {
		b.subjectAt(v, k)
		return
	}
	b.coordinateClause(v, j)
}

// subjectAt makes the phrase that ends at chunk j the subject.
func (b *builder) subjectAt(v *verbClause, j int) {
	h := b.climb(j)
	if h < 0 {
		if j > 0 && b.kind(j-1) == cPrep {
			b.share(v)
			v.Link = Coordinate
		}
		return
	}
	if k := b.explained(h); k >= 0 {
		h = k // a police officer, Mohan Lal, 45, was …
		if first := b.climb(k); first >= 0 {
			h = first // troops of the regional mission, SAMIM, overran
		}
	}
	if b.explainsOpening(h) && !b.endsReport(v) {
		h = 0 // Ansar Dine, a jihadist group linked to it has claimed
	}
	if b.isObjectBefore(v, h) {
		begin := v.at
		if b.kind(begin-1) != cNoun {
			begin--
		}
		b.coordinateClause(v, begin)
		return
	}
	v.subject = h
	v.begin = h
	if b.chunks[h].noun.Det == "whose" {
		v.Link, v.whose = Relative, true
		v.antecedent = b.antecedent(h - 1)
		return
	}
	if b.isContact(v, h) {
		v.Link, v.antecedent = Relative, h-1
		return
	}
	b.linkBefore(v, h-1)
}

// explainsOpening reports whether the group at chunk h says who the name is that opens the
// sentence, though no comma ends it: Omar Said, a nurse in Kidal | counted nine bodies.
func (b *builder) explainsOpening(h int) bool {
	if h != 2 || b.kind(0) != cNoun || b.kind(1) != cComma || b.chunks[0].time {
		return false
	}
	name, g := b.chunks[0].noun, b.chunks[2].noun
	return name.Proper && name.First < name.Last && name.Number != Plural && (g.Det == "a" || g.Det == "an") && len(g.Conjuncts) == 0
}

// isContact reports whether the group at chunk h opens a relative clause without a word
// of its own on the group before it, which the verb or a preposition behind it has as its
// object: beheaded four fishermen | they had kidnapped; a shell | they were playing with.
func (b *builder) isContact(v *verbClause, h int) bool {
	if b.kind(h-1) != cNoun || b.chunks[h-1].time || b.chunks[h-1].noun.Pronoun || v.at != h+1 {
		return false
	}
	if !b.chunks[h].noun.Pronoun && !b.isContactNoun(v, h) {
		return false
	}
	g := v.Verb
	if b.lastVerb(h) == nil || b.isBePassive(g) {
		return false
	}
	if b.kind(v.at+1) == cPrep && b.kind(v.at+2) == cVerb || b.chunks[h].noun.Pronoun && verbsMeet(b.chunks, v.at) {
		return true
	}
	return (b.w.transitive.has(g.Lemma) || g.Perfect && !b.w.intransitive.has(g.Lemma)) && g.Tense != Present && g.Particle == "" && !b.hasObject(v.at)
}

// isContactNoun reports whether the group at chunk h, which is no pronoun, can open a
// relative clause without a word of its own: a village | the army had burned; behind a
// comma, a charge | the army rejected.
func (b *builder) isContactNoun(v *verbClause, h int) bool {
	a, g := b.chunks[h-1].noun, b.chunks[h].noun
	if a.Proper || a.Det == "" && a.Numeral.Empty() || g.Det == "" && !g.Proper {
		return false
	}
	return v.Verb.Perfect || b.kind(h-2) == cComma && (a.Det == "a" || a.Det == "an")
}

// isBePassive reports whether a verb has a form of be before its participle: were killed.
func (b *builder) isBePassive(g *VerbGroup) bool { return g.Voice == Passive && g.First != g.Main }

// isObjectBefore reports whether the group at chunk h stands right after a verb that
// always has an object, and so is that object and no subject of a later verb: troops
// detained [nine farmers], two of them women, burned the store and left; but not nine
// kidnapped/VBD [pupils] were rescued.
func (b *builder) isObjectBefore(v *verbClause, h int) bool {
	p := b.clauseAt(h - 1)
	if b.kind(v.at-1) == cNoun && v.Verb.First != v.Verb.Main {
		return false
	}
	return p != nil && p.Kind == Finite && p.subject >= 0 && p.Link != Adverbial && p.Link != Relative &&
		p.Verb.Voice == Active && b.w.transitive.has(p.Verb.Lemma) && !isReporting(p.Verb)
}

// lastComplement returns the last finite clause before chunk k that is what another one
// says, or nil: said [it had foiled a plan to attack the port] and that ….
func (b *builder) lastComplement(k int) *verbClause {
	for k--; k >= 0; k-- {
		if p := b.clauseAt(k); p != nil && p.Kind == Finite && p.Link == Complement && p.previous != nil {
			return p
		}
	}
	return nil
}

// linkBefore links a clause by what stands before its subject, which begins
// after chunk k.
func (b *builder) linkBefore(v *verbClause, k int) {
	for b.kind(k) == cQuote || b.kind(k) == cAdverb {
		k--
	}
	k = b.beforeAccording(k)
	switch b.kind(k) {
	case cMark:
		v.begin, v.Mark, v.Link = k, b.chunks[k].word, b.chunks[k].link
		if v.Mark == "that" || v.Link == Complement {
			v.previous = b.lastVerb(k)
			if p := b.lastComplement(k); v.Mark == "that" && b.kind(k-1) == cAnd && p != nil {
				v.previous = p.previous
			}
		}
	case cRel: // the town that rebels seized
		v.begin = k
		if b.kind(k-1) == cPrep {
			v.begin = k - 1
		}
		v.antecedent = b.antecedent(v.begin - 1)
		if v.begin < k {
			v.antecedent = b.piped(v.antecedent, b.chunks[v.begin].word)
		}
		if v.antecedent >= 0 {
			v.Link = Relative
		}
	case cVerb:
		if p := b.clauseAt(k); p != nil {
			v.Link, v.previous = Complement, p
		}
	case cAnd:
		v.Link = Coordinate
		v.previous = b.lastMain(k)
	case cNoun:
		if p := b.clauseAt(k - 1); p != nil && isReporting(p.Verb) { // told reporters the army had …
			v.Link, v.previous = Complement, p
		}
	}
}
