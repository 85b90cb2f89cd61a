package lang

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
