package place

// findContainers notes which toponyms the text puts inside which.
func (t *text) findContainers() {
	for n := range t.toponyms {
		tp := &t.toponyms[n]
		if outer, ok := t.possessorOf(tp); ok {
			tp.containers = append(tp.containers, containment{outer, forContainer})
		}
		if outer, weight, ok := t.containerAfter(tp); ok {
			tp.containers = append(tp.containers, containment{outer, weight})
		}
	}
}

// possessorOf returns the toponym that a toponym is said to belong to, as in
// Lebanon's Tripoli. Syrian Aleppo is left to the weight of the country.
func (t *text) possessorOf(tp *toponym) (int, bool) {
	k := tp.first - 1
	if k < 0 || !t.words[k].possessive {
		return 0, false
	}
	if k > 0 && t.words[k].entry.feature != "" && t.adjacent(k) {
		k-- // Chhattisgarh state's Bijapur
	}
	return t.toponymEnding(k)
}

// containerAfter returns the toponym that the words after a toponym put it in,
// and the weight of that: Tripoli, Lebanon; Tripoli (Lebanon); Hinton in
// Plymouth County; with a feature noun between, Nowa village, Homs province.
func (t *text) containerAfter(tp *toponym) (outer int, weight float64, ok bool) {
	i := tp.last + 1
	if i >= len(t.words) || t.words[i].sentence != t.words[tp.first].sentence && !tp.dateline {
		return 0, 0, false
	}
	k := i
	if t.adjacent(k) && t.words[k].entry.feature != "" {
		k++
	}
	if k >= len(t.words) {
		return 0, 0, false
	}
	comma := false // right after the name, the closest tie
	switch {
	case t.words[k].before == gapComma && k == i:
		comma = true
	case t.words[k].before == gapComma || t.words[k].before == gapBracket:
	case t.adjacent(k) && (t.spelt(k) == "in" || t.spelt(k) == "of"):
		k++
	default:
		return 0, 0, false
	}
	return t.walkToContainer(k, comma)
}

// maxBetween is how many words may stand between a place and its container.
const maxBetween = 5

// walkToContainer returns the toponym at word k or after the words that may
// precede its name, and the weight of being in it: the northern province of
// Homs, capital of Quindío. Any other word ends the search. After a comma only
// a name right there, or one with a direction or a feature noun before it, is
// a container.
func (t *text) walkToContainer(k int, comma bool) (outer int, weight float64, ok bool) {
	weight = forContainer
	if comma {
		weight *= 2
	}
	for step := 0; step < maxBetween && k < len(t.words); step++ {
		if m, ok := t.toponymAt[k]; ok {
			return m, weight, true
		}
		if step > 0 && !t.adjacent(k) {
			break
		}
		if step == 0 && comma && t.describes(k) {
			comma, weight = false, forContainer // Bor, a village in northern Cameroon
			k++
			continue
		}
		w := &t.words[k]
		directionOrFeature := w.is(classDirection) || w.entry.feature != ""
		if w.capital || !directionOrFeature && (weight == 2*forContainer || !functionWord(t.spelt(k))) {
			break
		}
		if w.entry.feature != "" {
			weight = forContainer
		}
		k++
	}
	return 0, 0, false
}

// describes reports whether an article at word k and a noun for a kind of place
// after it describe the name before them, as in "a small village in".
func (t *text) describes(k int) bool {
	if !t.words[k].is(classArticle) {
		return false
	}
	for i := k + 1; i < len(t.words) && i <= k+2 && t.adjacent(i); i++ {
		if t.words[i].entry.feature != "" {
			return true
		}
	}
	return false
}

// functionWord reports whether a word may stand before the name of a container.
func functionWord(w string) bool { return w == "the" || w == "of" || w == "in" || w == "a" }
