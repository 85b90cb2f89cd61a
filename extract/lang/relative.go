package lang

import vocabulary "sitrep/extract/lexicon"

// relative links a verb whose subject is the relative pronoun at chunk j.
func (b *builder) relative(v *verbClause, j int) {
	v.begin = j
	v.Link = Relative
	k := j - 1
	if b.kind(k) == cPrep {
		k--
	}
	v.antecedent = b.antecedent(k)
	if h := b.pluralOf(v, v.antecedent); h >= 0 {
		v.antecedent = h
		return
	}
	if h := b.personOf(v.antecedent, j); h >= 0 {
		v.antecedent = h
		return
	}
	if v.antecedent == k && k == j-1 && !(b.chunks[j].word == "who" && b.prepositionAt(k-1, "by")) {
		v.antecedent = b.restricted(k, v.Verb.Voice == Active && b.hasObject(v.at))
	}
}

// personOf returns the chunk of the person in whose phrase the group at chunk k stands, if the "who"
// at chunk j, behind a comma, cannot mean the group at k, or -1: the mayor of [the town], who said;
// the head of [Bria's hospital], who fled; but not the wife of Omar Said, who said.
func (b *builder) personOf(k, j int) int {
	if k < 2 || b.chunks[j].word != "who" || b.kind(j-1) != cComma || b.kind(k-1) != cPrep || !b.nounAt(k-2) {
		return -1
	}
	g, of := b.chunks[k].noun, b.chunks[k-2].noun
	if vocabulary.People(vocabulary.Person)[g.Lemma] || g.Number == Plural || g.Pronoun || vocabulary.Given()[b.s.Tokens[g.First].Lower] {
		return -1
	}
	if of.Number == Plural || !vocabulary.People(vocabulary.Source)[of.Lemma] || vocabulary.People(vocabulary.Kin)[of.Lemma] {
		return -1
	}
	return k - 2
}

// pluralOf returns the first of the coordinated groups of which the one at chunk k is the last,
// where the verb of a relative clause says that there are several, or -1: Said and Musa, who [are
// accused of the bombing].
func (b *builder) pluralOf(v *verbClause, k int) int {
	h, member := b.head[k]
	if !member || v.Kind != Finite || b.chunks[k].noun.Number == Plural || !b.s.Tokens.Is(v.Verb.First, "are", "were", "have") {
		return -1
	}
	return h
}

// restricted returns the chunk of the group that a relative clause without
// comma after the group at chunk k can hang on. A name is not described by such
// a clause, so it is the group that the name is a phrase of: villages of Homs
// that burned. Where the clause acts on something it is the first of all the
// groups: attacks in the villages of Homs which killed ten.
func (b *builder) restricted(k int, acts bool) int {
	if b.kind(k) != cNoun || !b.chunks[k].time && (!b.chunks[k].noun.Proper || b.chunks[k].noun.Number == Plural) {
		return k
	}
	first, inner := -1, k
	h := k
	for b.kind(h-1) == cPrep {
		n := h - 2
		if v := b.clauseAt(n); v != nil && v.Kind == Participle && v.antecedent >= 0 {
			n = v.antecedent // tanks stationed at Fotar that shelled the camp
		}
		if b.kind(n) != cNoun {
			break
		}
		inner, h = h, n
		if first < 0 && !b.chunks[h].noun.Proper {
			first = h
		}
	}
	switch {
	case first < 0:
		return k
	case acts && b.isBare(h) && first != h:
		return inner // claimed responsibility for a bomb in Homs that killed ten
	case acts && !b.chunks[h].noun.Proper:
		return h
	}
	return first
}

// isBare reports whether the group at chunk i is a lone common noun in the singular,
// as responsibility is in claimed responsibility for a bomb.
func (b *builder) isBare(i int) bool {
	g := b.chunks[i].noun
	return g.First == g.Last && !g.Proper && !g.Pronoun && g.Number == Singular
}

// piped returns the chunk of the group that a relative clause behind a preposition hangs on, given the
// one before it: the raid in Homs, for which X claimed responsibility; the raid in May in which nine died.
func (b *builder) piped(k int, prep string) int {
	if prep != "for" && (k < 0 || !b.chunks[k].time) {
		return k
	}
	for k >= 0 && b.kind(k) == cNoun && b.chunks[k].noun.Proper && b.kind(k-1) == cPrep && b.kind(k-2) == cNoun {
		k -= 2
	}
	return k
}

// antecedent returns the chunk of the noun group that a relative clause after
// chunk k hangs on.
func (b *builder) antecedent(k int) int {
	if b.kind(k) == cComma {
		k--
	}
	if b.kind(k) == cClose {
		k = b.beforeBrackets(k)
	}
	if b.kind(k) != cNoun {
		return -1
	}
	if n := b.beforeCorrection(k); n >= 0 {
		return n
	}
	return k
}

// beforeCorrection returns the group that stands before the one at chunk k where that is only
// said not to be meant, or -1: it was [the army], not the rebels, that burned the village.
func (b *builder) beforeCorrection(k int) int {
	not := b.chunks[k].first - 1
	if b.kind(k+1) != cComma || not < 0 || !isNegation(b.s.Tokens[not]) {
		return -1
	}
	n := k - 1
	for b.kind(n) == cAdverb || b.kind(n) == cOther {
		n--
	}
	if b.kind(n) != cComma || !b.nounAt(n-1) {
		return -1
	}
	return n - 1
}

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
