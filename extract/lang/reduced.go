package lang

// looksReduced says whether a past participle, or a form that can be one,
// stands without auxiliary where a reduced relative clause would.
func (b *builder) looksReduced(i int) bool {
	g := b.cs[i].verb
	single := g.First == g.Main
	if single && g.Form == "VBD" && b.kind(i-1) == cNoun && !b.hasObject(i) && b.afterObject(i-1) {
		return true // dropped two bombs loaded/VBD with …
	}
	if !single || g.Form != "VBN" && !(g.Form == "VBD" && words().transitive[g.Lemma] && !b.hasObject(i)) {
		return false
	}
	if b.kind(i-1) == cNoun {
		if b.mainVerbAhead(i) {
			return true
		}
		j := b.climb(i - 1)
		if j >= 0 && b.opensClause(j) && (g.Form == "VBD" || b.hasNoFinite(i) || b.kind(j-1) == cAnd || b.kind(j-1) == cMark || b.kind(j-1) == cComma || b.kind(j-1) == cNoun || j == 0) {
			return false // 12 killed as …; and five others wounded
		}
		return g.Form == "VBN"
	}
	return g.Form == "VBN"
}

// afterObject says whether the group at chunk j is the object of a finite verb
// that takes no clause, so that no verb can have it as its subject.
func (b *builder) afterObject(j int) bool {
	v := b.byChunk[j-1]
	return v != nil && v.Kind == Finite && v.Predicate.Voice == Active && !reports(v.Verb) && !b.cs[j].time
}

// hasObject says whether a direct object follows the verb at chunk i.
func (b *builder) hasObject(i int) bool {
	k := i + 1
	for b.kind(k) == cAdverb || b.kind(k) == cAdjective {
		k++
	}
	return b.kind(k) == cNoun && !b.cs[k].time
}

// mainVerbAhead says whether a finite verb follows the participle at chunk i
// within its phrase: soldiers wounded in the attack died.
func (b *builder) mainVerbAhead(i int) bool {
	comma := b.kind(i-1) == cComma
	for k := i + 1; k < len(b.cs); k++ {
		switch b.cs[k].kind {
		case cNoun:
			if b.kind(k-1) == cNoun && !b.cs[k-1].time && !b.cs[k].time {
				return false
			}
		case cPrep, cAdverb, cAdjective:
		case cComma:
			if !comma {
				return false
			}
			return b.kind(k+1) == cVerb && b.cs[k+1].verb.Finite
		case cVerb:
			if b.cs[k].verb.Infinitive {
				continue // militants believed to be infiltrators opened fire
			}
			return b.cs[k].verb.Finite && b.kind(k-1) != cAnd
		default:
			return false
		}
	}
	return false
}

func (b *builder) hasNoFinite(i int) bool {
	for k := range b.cs {
		if k != i && b.cs[k].kind == cVerb && b.cs[k].verb.Finite && !b.marked(k) {
			return false
		}
	}
	return true
}

// marked says whether a subordinator or relative opens the clause of the
// verb at chunk k.
func (b *builder) marked(k int) bool {
	for k--; k >= 0; k-- {
		switch b.cs[k].kind {
		case cMark, cRel:
			return true
		case cVerb, cStop:
			return false
		}
	}
	return false
}
