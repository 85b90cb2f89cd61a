package lang

// placeBreak reports whether a group that began at token start ends before token
// i, because the name of a place opens the clause and its subject follows without
// a comma: In Mosul | gunmen killed a judge; in Patan | students threw bricks; but
// not in Mosul hospitals, doctors said; in Taliban attacks.
func (p *grouper) placeBreak(start, i int) bool {
	t := p.t
	if i == start || i > start+longestName || !t.Is(start-1, "in", "at", "near", "outside") || !p.opensClause(start-1) || t.Capital(i) {
		return false
	}
	for k := start; k < i; k++ {
		if !t.ProperNoun(k) || !t.Capital(k) {
			return false
		}
	}
	for k := i; k < len(t) && k < i+longestSubject; k++ {
		switch {
		case t.FiniteVerb(k):
			return k > i && t.Noun(k-1)
		case !t.Noun(k) && !t.Adjective(k):
			return false
		}
	}
	return false
}

// longestName is how many words the name of a place has at most.
const longestName = 3

// opensClause reports whether token i is the first of its sentence, or stands
// behind what parts clauses.
func (p *grouper) opensClause(i int) bool {
	return i == 0 || p.t.Tagged(i-1, ",", ":", "CC", "``") || p.t.Is(i-1, ";")
}
