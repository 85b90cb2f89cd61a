package lang

// participle links -ing and -ed clauses: killing dozens, backed by Turkey.
func (b *builder) participle(v *verbClause) {
	passive := v.Verb.Voice == Passive || v.Verb.First == v.Verb.Main && isPast(v.Verb.Form)
	if passive {
		v.Verb.Voice = Passive
		v.Predicate.Voice = Passive
		v.Predicate.Tense = NoTense
	}
	j := v.at - 1
	for b.kind(j) == cAdverb || b.kind(j) == cQuote {
		j--
	}
	switch b.kind(j) {
	case cNoun:
		b.participleAfterGroup(v, j, passive)
	case cClose:
		if n := b.beforeBrackets(j); b.kind(n) == cNoun {
			v.Link, v.antecedent = Relative, n
		}
	case cComma:
		b.participleAfterComma(v, j, passive)
	case cAnd:
		v.begin, v.Link = j, Coordinate
		b.share(v)
		if p := b.lastVerb(v.at); p != nil && p.Kind == Participle {
			v.sharesWith, v.previous = p, p
			v.Link = Coordinate
		}
	case cMark:
		v.begin, v.Mark, v.Link = j, b.chunks[j].word, b.chunks[j].link
		b.share(v)
	case cPrep:
		b.participleAfterPreposition(v, j)
	case cVerb:
		v.Link, v.previous = Complement, b.byChunk[j]
		v.sharesWith = b.byChunk[j]
	default:
		v.Link = Adverbial // fronted: Backed by jets, rebels …
	}
}

// participleAfterGroup links a participle to the group at chunk j before it:
// militants wounded in the attack.
func (b *builder) participleAfterGroup(v *verbClause, j int, passive bool) {
	if b.chunks[j].time && (b.kind(j-1) != cPrep || b.kind(j-2) == cComma) {
		b.share(v) // …, on Monday shelling the town
		v.Link = Result
		return
	}
	v.Link = Relative
	v.antecedent = j
	switch {
	case b.chunks[j].time && b.kind(j-1) == cPrep && b.kind(j-2) == cNoun:
		v.antecedent = j - 2 // militants on Monday wounded
	case passive:
		v.antecedent = b.restricted(j, false)
	}
}

// participleAfterComma links a participle after the comma at chunk j: to a
// group, as in the militants, backed by Turkey, or to the clause before it, as
// in shelled the town, killing dozens.
func (b *builder) participleAfterComma(v *verbClause, j int, passive bool) {
	v.Link = Result
	k := j - 1
	if b.kind(k) == cClose {
		k = b.beforeBrackets(k)
	}
	switch {
	case passive && b.nounAt(k):
		v.Link, v.antecedent = Relative, k
		if h, ok := b.head[k]; ok {
			v.antecedent = h
		}
	case b.kind(k) == cNoun && b.closedByComma(v.at):
		v.Link, v.antecedent = Relative, k
	default:
		b.share(v)
	}
}

// participleAfterPreposition links a participle after the preposition at chunk
// j, whose subject is that of the clause or its object: accused rebels of
// killing civilians.
func (b *builder) participleAfterPreposition(v *verbClause, j int) {
	v.begin, v.Mark, v.Link = j, b.chunks[j].word, Argument
	b.share(v)
	v.previous = b.lastVerb(j)
	if p := v.previous; p != nil && words().control.has(p.Verb.Lemma) && p.Verb.Voice == Active && b.kind(p.at+1) == cNoun {
		v.subject = p.at + 1
		v.sharesWith = nil
	}
}

// closedByComma reports whether the participle clause at chunk i ends in a comma
// before a finite verb.
func (b *builder) closedByComma(i int) bool {
	for k := i + 1; k < len(b.chunks); k++ {
		switch b.chunks[k].kind {
		case cNoun, cPrep, cAdverb, cAdjective, cAnd:
		case cComma:
			return b.kind(k+1) == cVerb && b.chunks[k+1].verb.Finite
		default:
			return false
		}
	}
	return false
}
