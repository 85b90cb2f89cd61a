package lang

// isInsertedReport reports whether the clause p only says, between two commas, who told what
// stands around it: opened fire, [witnesses said], on the crowd and killed three.
func (b *builder) isInsertedReport(p *verbClause) bool {
	if p == nil || p.Kind != Finite || p.subject < 0 || !isReporting(p.Verb) || p.Verb.Voice == Passive {
		return false
	}
	first, last := min(p.subject, p.at), max(p.subject, p.at)
	return p.begin == first && b.kind(first-1) == cComma && b.kind(last+1) == cComma && p.previousFinite(b) != nil
}

// insertedReport returns the inserted report that stands after the comma at chunk i, or nil.
func (b *builder) insertedReport(i int) *verbClause {
	for k := i + 1; k < len(b.chunks) && b.kind(k) != cComma && b.kind(k) != cStop; k++ {
		if p := b.clauseAt(k); p != nil && p.begin == i+1 && b.isInsertedReport(p) {
			return p
		}
	}
	return nil
}

// behindReport returns the chunk at which a clause goes on behind the report inserted after
// the comma at chunk i with a phrase, or -1: opened fire, witnesses said, [on the crowd].
func (b *builder) behindReport(i int) int {
	p := b.insertedReport(i)
	if p == nil {
		return -1
	}
	if k := max(p.subject, p.at) + 2; b.kind(k) == cPrep && b.kind(k+1) == cNoun && !b.beginsAt(k+1) {
		return k
	}
	return -1
}

// givesUpPhrases reports whether the clause p is a report inserted into a finite clause, to which
// the phrases behind the report belong. Behind a participle clause they belong to the report: killed
// four, wounding two, the army said, in an ambush near Gao.
func (b *builder) givesUpPhrases(p *verbClause) bool {
	if !b.isInsertedReport(p) {
		return false
	}
	v := b.lastVerb(p.begin)
	return v != nil && v.Kind == Finite
}

// endsReport reports whether a comma right behind a verb of saying ends what it tells, as in
// Eagle Brigade rebels, a nurse [said], stormed the town.
func (b *builder) endsReport(v *verbClause) bool {
	return isReporting(v.Verb) && b.kind(v.at+1) == cComma && b.kind(v.at+2) == cVerb
}
