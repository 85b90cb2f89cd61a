package lang

// pronounBefore returns the chunk of the relative pronoun that only phrases and dates
// divide from what follows chunk j, or -1: the rebels who [on Monday] attacked; the men
// who, [in May], shot a priest. It is -1 where nothing stands between.
func (b *builder) pronounBefore(j int) int {
	k := j
	if b.kind(j) == cComma {
		k--
	}
	from := k
	for {
		switch {
		case b.kind(k) == cAdverb, b.kind(k) == cNoun && b.chunks[k].time && b.kind(k-1) != cPrep:
			k--
			continue
		case b.kind(k) == cNoun && b.kind(k-1) == cPrep:
			k -= 2
			continue
		}
		break
	}
	if b.kind(j) == cComma {
		if b.kind(k) != cComma {
			return -1
		}
		k--
	}
	if b.kind(k) != cRel || k >= from {
		return -1
	}
	return k
}

// isAccording reports whether the verb at chunk k is that of "according to".
func (b *builder) isAccording(k int) bool {
	return b.kind(k) == cVerb && b.chunks[k].verb.Lemma == "accord" && b.chunks[k].verb.Form == "VBG" && b.prepositionAt(k+1, "to")
}

// beforeAccording returns the chunk before an "according to" phrase that ends at chunk j, with or
// without commas, or j where there is none: a raid in which, [according to the mayor,] nine died.
func (b *builder) beforeAccording(j int) int {
	k := j
	if b.kind(k) == cComma {
		k--
	}
	for b.kind(k) == cNoun && b.kind(k-1) == cPrep {
		k -= 2
		if b.isAccording(k) {
			if b.kind(j) == cComma && b.kind(k-1) == cComma {
				k--
			}
			return k - 1
		}
	}
	return j
}

// accordingRelative reads the verb at chunk v.at as that of a relative clause that has "according
// to" behind its pronoun: a strike which, according to the mayor, [killed] nine. It reports whether
// it is one.
func (b *builder) accordingRelative(v *verbClause) bool {
	g := v.Verb
	k := b.beforeAccording(v.at - 1)
	if k == v.at-1 || v.Verb.Infinitive || g.Form == "VBG" || b.kind(k) != cRel && (b.kind(k) != cMark || b.chunks[k].word != "that") {
		return false
	}
	if a := b.antecedent(k - 1); a < 0 || !b.nounAt(a) {
		return false
	}
	v.Kind = Finite
	if g.First == g.Main && isPast(g.Form) {
		g.Voice, v.Predicate.Voice, v.Predicate.Tense = Active, Active, Past
	}
	b.relative(v, k)
	return true
}

// frontedInRelative collects the phrases between a relative pronoun and its verb: the
// rebels who [on Monday] attacked.
func (b *builder) frontedInRelative(v *verbClause) {
	for k := v.at - 1; k > v.begin; {
		if b.kind(k) == cComma || b.kind(k) == cAdverb {
			k--
			continue
		}
		arg, at, next := b.frontedPhrase(k)
		if arg.Group == nil || next < v.begin {
			return
		}
		b.conjoin(at)
		v.Args = append(v.Args, arg)
		k = next
	}
}

// verbFollows reports whether a finite verb begins at chunk i, or after phrases and
// dates there: the group that seized the town; the group that [in May] seized it.
func verbFollows(cs []chunk, i int) bool {
	for i < len(cs) {
		switch {
		case cs[i].kind == cVerb:
			return cs[i].verb.Finite
		case cs[i].kind == cNoun && cs[i].time:
			i++
		case cs[i].kind == cPrep && i+1 < len(cs) && cs[i+1].kind == cNoun:
			i += 2
		default:
			return false
		}
	}
	return false
}
