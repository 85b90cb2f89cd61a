package lang

// fronted collects what stands before the subject: On Monday, in Aleppo, …
// Only a phrase at which a clause begins is: in they attacked the town on
// Monday, he said the date belongs to the verb before it.
func (b *builder) fronted(v *verbClause) {
	if v.Link == Relative && v.Kind == Finite {
		b.frontedInRelative(v)
	}
	if !b.canHaveFronted(v) {
		return
	}
	var found []Arg
	var chunks []int
	near := 0 // how many of them no comma divides from the clause
	comma := false
	k := v.begin - 1
	for {
		switch b.kind(k) {
		case cAdverb, cAdjective:
			k--
			continue
		case cComma:
			comma = true
			if near == 0 {
				near = len(found)
			}
			k--
			continue
		}
		if b.describesFronted(k) {
			k -= 2 // In Djibo, a town in Soum, gunmen
			comma = true
			continue
		}
		arg, at, next := b.frontedPhrase(k)
		if arg.Group == nil {
			break
		}
		found, chunks = append(found, arg), append(chunks, at)
		k = next
	}
	switch b.kind(k) {
	case cStop, cMark, cAnd, cQuote:
	default:
		if !comma || b.kind(v.begin-1) == cComma {
			return
		}
		found, chunks = found[:near], chunks[:near]
	}
	for i, a := range found {
		b.conjoin(chunks[i])
		v.Args = append(v.Args, a)
	}
}

// canHaveFronted reports whether phrases can stand before the clause: not
// before who seized the town, to seize it, and seized it; nor behind a verb before since rebels seized it.
func (b *builder) canHaveFronted(v *verbClause) bool {
	switch {
	case b.kind(v.begin) == cMark && b.chunks[v.begin].word == "since" && b.lastVerb(v.begin) != nil:
		return false
	case v.Link == Relative, v.Kind == Infinite, v.Kind == Participle && v.Link != Adverbial:
		return false
	}
	return b.kind(v.begin) != cAnd && b.kind(v.begin) != cStop
}

// describesFronted reports whether the group at chunk k describes the name before it, in a
// phrase that stands before a clause: a town of in Djibo, a town in Soum, gunmen fired.
func (b *builder) describesFronted(k int) bool {
	if !b.nounAt(k) || b.kind(k-1) != cComma || !b.nounAt(k-2) || b.kind(k-3) != cPrep {
		return false
	}
	g := b.chunks[k].noun
	return !g.Proper && (g.Det == "a" || g.Det == "an" || g.Det == "the") && b.chunks[k-2].noun.Proper
}

// frontedPhrase returns the phrase or bare date that ends at chunk k, the
// chunk of its group, and the chunk before it. Its group is nil where there is
// none.
func (b *builder) frontedPhrase(k int) (phrase Arg, at, next int) {
	if b.kind(k) != cNoun {
		return Arg{}, k, k
	}
	h := k
	if m, ok := b.head[k]; ok && b.kind(m-1) == cPrep {
		h = m // in Homs and Hama
	}
	switch {
	case b.kind(h-1) == cPrep:
		prep := b.chunks[h-1].word
		return Arg{Function: phraseFunction(prep), Prep: prep, Group: b.chunks[h].noun}, h, h - 2
	case b.chunks[k].time:
		return Arg{Function: Time, Group: b.chunks[k].noun}, k, k - 1
	}
	if h := b.chainHead(k); h >= 0 {
		prep := b.chunks[h-1].word
		return Arg{Function: phraseFunction(prep), Prep: prep, Group: b.chunks[h].noun}, h, h - 2
	}
	return Arg{}, k, k
}

// chainHead returns the chunk of the name in a prepositional phrase that other
// names follow after commas, the last of them at chunk k, or -1: Goma of in
// Goma, North Kivu, gunmen killed three.
func (b *builder) chainHead(k int) int {
	for i := k; b.kind(i) == cNoun && b.chunks[i].noun.Proper && !b.chunks[i].time; i -= 2 {
		if i < k && b.kind(i-1) == cPrep {
			return i
		}
		if b.kind(i-1) != cComma {
			break
		}
	}
	return -1
}

// inverted reports whether the subject of a reporting verb stands after it:
// …, said the spokesman; … on March 3 reports Dawn. Behind told stands who is told.
func (b *builder) inverted(v *verbClause) bool {
	if !isReporting(v.Verb) || b.w.addressing.has(v.Verb.Lemma) || v.Verb.First != v.Verb.Last || !b.nounAt(v.at+1) {
		return false
	}
	end := b.endOf(v.at + 1)
	if b.kind(end+1) == cVerb || b.nounAt(end+1) {
		return false
	}
	switch j := v.at - 1; b.kind(j) {
	case cQuote:
		return b.lastVerb(j) != nil
	case cComma:
		return b.lastVerb(j) != nil && b.invertedAfterComma(v, j, end)
	case cNoun:
		return b.paperAfterTime(v, j, end)
	}
	return false
}

// invertedAfterComma decides for a verb after the comma at chunk j and before
// a group that ends at chunk end.
func (b *builder) invertedAfterComma(v *verbClause, j, end int) bool {
	closes := b.kind(end+1) == cStop || b.kind(end+1) == cPrep && b.timeAt(end+2)
	if closes && b.chunks[v.at+1].noun.Proper {
		return true // …, commander of the group, reports Dawn
	}
	_, between := b.parenthesis(j)
	return !between && b.opening(j) < 0
}

// paperAfterTime: two men were killed in the town on March 3 reports Dawn.
func (b *builder) paperAfterTime(v *verbClause, j, end int) bool {
	return v.Verb.Form == "VBZ" && b.chunks[v.at+1].noun.Proper && b.kind(end+1) == cStop && b.lastVerb(j) != nil &&
		(b.chunks[j].time || b.kind(j-1) == cPrep)
}
