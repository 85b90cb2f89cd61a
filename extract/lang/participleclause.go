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
		if p := b.lastVerb(v.at); p != nil && p.Kind == Participle && !b.passesDescription(v, p) {
			v.sharesWith, v.previous = p, p
			v.Link = Coordinate
		} else if passive && p != nil && p.elided {
			b.elide(v)
		}
	case cMark:
		v.begin, v.Mark, v.Link = j, b.chunks[j].word, b.chunks[j].link
		b.share(v)
	case cPrep:
		b.participleAfterPreposition(v, j)
	case cVerb:
		v.Link, v.previous = Complement, b.clauseAt(j)
		v.sharesWith = b.clauseAt(j)
	default:
		v.Link = Adverbial // fronted: Backed by jets, rebels …
	}
}

// participleAfterGroup links a participle to the group at chunk j before it:
// militants wounded in the attack.
func (b *builder) participleAfterGroup(v *verbClause, j int, passive bool) {
	if p := b.ownedBehind(j); p != nil && !passive {
		v.Link, v.previous, v.sharesWith = Complement, p, p
		return
	}
	if b.chunks[j].time && (b.kind(j-1) != cPrep || b.kind(j-2) == cComma) {
		b.share(v) // …, on Monday shelling the town
		v.Link = Result
		return
	}
	if !passive && b.tellsOutcomeBehind(v, j) {
		b.share(v)
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

// ownedBehind returns the clause of saying of whose deed an -ing form tells behind the phrases that
// end at chunk j, or nil: denied [in a statement] having shelled the camp.
func (b *builder) ownedBehind(j int) *verbClause {
	for b.kind(j) == cNoun && b.kind(j-1) == cPrep {
		j -= 2
	}
	for b.kind(j) == cAdverb {
		j--
	}
	if p := b.clauseAt(j); p != nil && p.Kind == Finite && p.Verb.First == p.Verb.Main && b.w.owning.has(p.Verb.Lemma) {
		return p
	}
	return nil
}

// tellsOutcomeBehind reports whether the name at chunk j before an -ing form says where
// something happened and is no doer, so that the form goes on with the clause before,
// without a comma: a bomb exploded in Baghdad wounding 12; but not troops in Abyei guarding
// a convoy came under fire.
func (b *builder) tellsOutcomeBehind(v *verbClause, j int) bool {
	if b.kind(j-1) != cPrep || !b.s.Tokens.Is(b.chunks[j-1].first, "in", "at", "near", "outside", "into", "across") || !b.chunks[j].noun.Proper {
		return false
	}
	p := b.lastVerb(v.at)
	return p != nil && p.Kind == Finite && !isReporting(p.Verb) && !words().carrying.has(v.Verb.Lemma)
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
	case passive && b.goesOnWithPassive(v, k):
		b.elide(v)
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

// goesOnWithPassive reports whether the participle of v, behind a comma, is one of a series that
// began with a passive and whose last member follows "and". A phrase ends before the comma, at chunk
// k: they were taken from a mosque, [bound] and shot; but not they were killed by rebels, armed and
// paid by Chad.
func (b *builder) goesOnWithPassive(v *verbClause, k int) bool {
	p := b.lastVerb(v.at)
	if p == nil || p.Predicate.Voice != Passive || p.Link == Relative && p.Kind != Finite || b.kind(k-1) != cPrep || b.prepositionAt(k-1, "by") {
		return false
	}
	for n := v.at + 1; n < len(b.chunks); n++ {
		switch b.kind(n) {
		case cNoun, cPrep, cAdverb, cAdjective:
		case cComma:
			if b.kind(n+1) != cAnd && !b.isBarePast(n+1) {
				return false
			}
		case cAnd:
			return b.isBarePast(n + 1)
		default:
			return false
		}
	}
	return false
}

// elide makes v a finite passive that shares the auxiliary of the passive before it.
func (b *builder) elide(v *verbClause) {
	v.Kind, v.Link, v.Predicate.Tense, v.elided = Finite, Coordinate, Past, true
	b.share(v)
}

// isBarePast reports whether chunk k is a past or past participle without an auxiliary.
func (b *builder) isBarePast(k int) bool {
	return b.kind(k) == cVerb && b.chunks[k].verb.First == b.chunks[k].verb.Main && isPast(b.chunks[k].verb.Form)
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
