package place

// gather notes which spots the text puts inside which.
func (t *text) gather() {
	for n := range t.spots {
		s := &t.spots[n]
		i := s.last + 1
		if s.first > 0 {
			// Lebanon's Tripoli; Syrian Aleppo is left to the country's weight.
			if m, ok := t.spotEnding(s.first - 1); ok && t.words[s.first-1].possessive {
				s.containers = append(s.containers, containment{m, forContainer})
			}
		}
		if i >= len(t.words) || t.words[i].sentence != t.words[s.first].sentence && !s.dateline {
			continue
		}
		// Tripoli, Lebanon; Tripoli (Lebanon); Hinton in Plymouth County; a
		// feature word between: Nowa village, Homs province.
		weight := 0.0
		k := i
		if t.adjacent(k) && t.words[k].entry.feature != "" {
			k++
		}
		if k >= len(t.words) {
			continue
		}
		switch {
		case t.words[k].before == gapComma && k == i:
			weight = 2 * forContainer
		case t.words[k].before == gapComma || t.words[k].before == gapBracket:
			weight = forContainer
		case t.adjacent(k) && (t.src[t.words[k].start:t.words[k].end] == "in" || t.src[t.words[k].start:t.words[k].end] == "of"):
			weight = forContainer
			k++
		default:
			continue
		}
		for step := 0; step < 5 && k < len(t.words); step++ {
			if m, ok := t.spotAt[k]; ok {
				s.containers = append(s.containers, containment{m, weight})
				break
			}
			w := &t.words[k]
			if step > 0 && !t.adjacent(k) {
				break
			}
			// in the northern province of Homs; Armenia, capital of Quindío; a
			// capitalised stranger ends it.
			small := t.src[w.start:w.end]
			if w.capital || weight == 2*forContainer && w.entry.class&classDirection == 0 && w.entry.feature == "" {
				break
			}
			if w.entry.class&classDirection == 0 && w.entry.feature == "" && small != "the" && small != "of" && small != "in" && small != "a" {
				break
			}
			if w.entry.feature != "" {
				weight = forContainer
			}
			k++
		}
	}
}

// spotEnding is the spot that covers the word, and whether it ends with it.
func (t *text) spotEnding(word int) (int, bool) {
	for k := word; k >= 0 && k > word-8; k-- {
		if n, ok := t.spotAt[k]; ok {
			return n, t.spots[n].last == word
		}
	}
	return 0, false
}
