package place

// between returns "between" where the toponym is one of the two of a phrase
// between A and B, else "".
func (t *text) between(tp *toponym) string {
	const relation = "between"
	i := tp.first - 1
	if !t.adjacent(tp.first) {
		return ""
	}
	switch t.lower(i) {
	case "between":
		if k := tp.last + 1; t.wordIs(k, "and") && t.toponymSoon(k+1) {
			return relation
		}
	case "and":
		if o, ok := t.toponymEnding(i - 1); ok && t.toponyms[o].first > 0 && t.lower(t.toponyms[o].first-1) == "between" {
			return relation
		}
	}
	return ""
}

// toponymSoon reports whether a toponym begins at word i or at one of the few
// after it.
func (t *text) toponymSoon(i int) bool {
	for k := i; k < i+4 && t.adjacent(k); k++ {
		if _, ok := t.toponymAt[k]; ok {
			return true
		}
	}
	return false
}

// alongRoad returns "road from" or "road to" where the toponym is an end of a
// road, else "".
func (t *text) alongRoad(tp *toponym) string {
	switch {
	case t.afterHighway(tp, "from"):
		return "road from"
	case t.afterHighway(tp, "to"), t.endsRoadFrom(tp):
		return "road to"
	case t.firstOfHighway(tp):
		return "road from"
	case t.secondOfHighway(tp):
		return "road to"
	}
	return ""
}

// afterHighway reports whether a highway and the preposition stand before the
// toponym: the road from A, the road leading to B.
func (t *text) afterHighway(tp *toponym, preposition string) bool {
	return t.adjacent(tp.first) && t.lower(tp.first-1) == preposition && t.isHighway(tp.first-2)
}

// endsRoadFrom reports whether the toponym is the B of the road from A to B.
func (t *text) endsRoadFrom(tp *toponym) bool {
	if !t.adjacent(tp.first) || t.lower(tp.first-1) != "to" {
		return false
	}
	o, ok := t.toponymEnding(tp.first - 2)
	if !ok {
		return false
	}
	a := t.toponyms[o].first
	return a > 1 && t.lower(a-1) == "from" && t.isHighway(a-2)
}

// firstOfHighway reports whether the toponym is the A of the A-B highway.
func (t *text) firstOfHighway(tp *toponym) bool {
	k := tp.last + 1
	if !t.adjacent(k) || t.words[k].before != gapHyphen {
		return false
	}
	o, ok := t.toponymAt[k]
	if !ok {
		return false
	}
	after := t.toponyms[o].last + 1
	return t.adjacent(after) && t.isHighway(after)
}

// secondOfHighway reports whether the toponym is the B of the A-B highway.
func (t *text) secondOfHighway(tp *toponym) bool {
	if !t.adjacent(tp.first) || t.words[tp.first].before != gapHyphen {
		return false
	}
	if k := tp.last + 1; !t.adjacent(k) || !t.isHighway(k) {
		return false
	}
	_, ok := t.toponymEnding(tp.first - 1)
	return ok
}

// isHighway reports whether there is a word i that is a noun for a road or a
// participle after one: the road leading.
func (t *text) isHighway(i int) bool {
	if i < 0 || i >= len(t.words) {
		return false
	}
	return t.words[i].is(classHighway) || t.words[i].is(classLeading) && i > 0 && t.words[i-1].is(classHighway)
}
