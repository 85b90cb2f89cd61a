package lang

// A relative clause may have put in who tells it: a raid that residents said | killed nine;
// a man who police said | was a spy; a camp the army said | was used by rebels.

// toldRelative reads the verb at chunk v.at as that of a relative clause with the report
// right before it put in. It reports whether it is one.
func (b *builder) toldRelative(v *verbClause) bool {
	p := b.clauseAt(v.at - 1)
	if b.kind(v.at-1) == cComma {
		p = b.clauseAt(v.at - 2)
	}
	if p == nil || !isReporting(p.Verb) || p.Verb.First != p.Verb.Main || !p.Verb.Finite && !isPast(p.Verb.Form) || v.Verb.Infinitive || v.Verb.Form == "VBG" || !b.nounAt(p.at-1) {
		return false
	}
	who := b.phraseHead(p.at - 1)
	begin, antecedent := b.toldOf(v, who)
	if b.kind(v.at-1) == cComma {
		begin, antecedent = b.toldBetweenCommas(who)
	}
	if antecedent < 0 || !b.hasMainVerb(v, antecedent) {
		return false
	}
	v.Kind, v.Link, v.begin, v.antecedent = Finite, Relative, begin, antecedent
	p.Kind, p.Link, p.begin, p.subject, p.antecedent = Finite, Root, who, who, -1
	p.sharesWith, p.previous, p.Told = nil, nil, v.Clause
	p.Verb.Voice, p.Predicate.Voice = Active, Active
	if p.Predicate.Tense == NoTense {
		p.Predicate.Tense = Past
	}
	return true
}

// toldOf returns the chunk at which a relative clause begins that the group at chunk who
// tells, and that of the group which it describes, or -1 for both. Without a relative
// pronoun its verb must be one that is no participle.
func (b *builder) toldOf(v *verbClause, who int) (begin, antecedent int) {
	k := who - 1
	switch {
	case b.kind(k) == cRel, b.kind(k) == cMark && b.chunks[k].word == "that":
		if a := b.antecedent(k - 1); a >= 0 && b.nounAt(a) {
			return k, a
		}
	case b.nounAt(k) && !b.chunks[k].noun.Pronoun && v.Verb.Finite && (v.Verb.First != v.Verb.Main || v.Verb.Lemma == "be"):
		return who, k
	}
	return -1, -1
}

// toldBetweenCommas returns the chunk at which a relative clause begins that has the group at chunk
// who and its verb of saying between commas, and the chunk of the group that it describes, or -1
// for both: a raid that, residents said, killed nine.
func (b *builder) toldBetweenCommas(who int) (begin, antecedent int) {
	k := who - 2
	if b.kind(who-1) != cComma || b.kind(k) != cRel && (b.kind(k) != cMark || b.chunks[k].word != "that") {
		return -1, -1
	}
	if a := b.antecedent(k - 1); a >= 0 && b.nounAt(a) {
		return k, a
	}
	return -1, -1
}

// hasMainVerb reports whether the sentence has a finite verb before the group at chunk k
// or after v, so that v need not be it: an attack that rebels claimed | killed a trader.
func (b *builder) hasMainVerb(v *verbClause, k int) bool {
	return AnyIn(0, len(b.chunks), func(i int) bool {
		return b.kind(i) == cVerb && (i < k || i > v.at) && (b.chunks[i].verb.Finite || isPast(b.chunks[i].verb.Form))
	})
}
