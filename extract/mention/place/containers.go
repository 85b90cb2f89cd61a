package place

import (
	"math"

	"sitrep/gazetteer"
)

// findContainers notes which toponyms the text puts inside which.
func (t *text) findContainers() {
	for n := len(t.toponyms) - 1; n >= 0; n-- {
		tp := &t.toponyms[n]
		if outer, ok := t.possessorOf(tp); ok {
			tp.containers = append(tp.containers, containment{outer, forContainer})
		}
		outer, weight, ok := t.containerAfter(tp)
		if !ok || !t.mayHold(outer, n) {
			if o, w, listed := t.containerOfList(tp); listed {
				outer, weight, ok = o, w, true
			}
		}
		if ok {
			if weight >= 2*forContainer {
				t.toponyms[outer].holds = append(t.toponyms[outer].holds, containment{n, weight})
			}
			tp.containers = append(tp.containers, containment{outer, weight})
			tp.containers = append(tp.containers, t.containersAround(outer)...)
		}
	}
}

// containerOfList returns the toponym that the words after a list of villages put
// all of them in, and the weight of that, where the toponym opens or goes on with
// the list: Rim, Jol and Dorok in Riyom. The names of a list of countries or cities
// lie each where it lies.
func (t *text) containerOfList(tp *toponym) (outer int, weight float64, ok bool) {
	if t.bestKnown(tp) >= famous && !t.onlySecondaryNames(tp) {
		return 0, 0, false
	}
	k := tp.last + 1
	for n := 0; n < maxListed; n++ {
		if k = t.nextInList(k); k < 0 {
			return 0, 0, false
		}
		if k = t.listedNameEnd(k); k >= len(t.words) {
			return 0, 0, false
		}
		if t.adjacent(k) && t.lower(k) == "in" {
			return t.walkToContainer(k+1, false)
		}
	}
	return 0, 0, false
}

// listedNameEnd returns the word after the name at word k, with the feature noun
// behind it: Myit Wa villages.
func (t *text) listedNameEnd(k int) int {
	k = t.nameEnd(k)
	if k < len(t.words) && t.adjacent(k) && t.words[k].entry.feature != "" {
		k++
	}
	return k
}

// bestKnown returns the prior of the best known place that a toponym may stand for.
func (t *text) bestKnown(tp *toponym) float64 {
	best := 0.0
	for i := range t.names[tp.name].candidates {
		best = math.Max(best, t.names[tp.name].candidates[i].place.Prior())
	}
	return best
}

// onlySecondaryNames reports whether no place has the name of a toponym as its own.
func (t *text) onlySecondaryNames(tp *toponym) bool {
	for i := range t.names[tp.name].candidates {
		if !t.names[tp.name].candidates[i].bySecondaryName() {
			return false
		}
	}
	return true
}

// containersAround returns the containers of a toponym that may indeed hold it,
// so that they hold what lies in it too: Roma village, Shiroro, Niger State, but
// not Baghdad, Kabul, Nigeria.
func (t *text) containersAround(n int) []containment {
	var out []containment
	for _, in := range t.toponyms[n].containers {
		if in.outer > n && len(out) < maxBetween && t.mayHold(in.outer, n) {
			out = append(out, in)
		}
	}
	return out
}

// mayHold reports whether a division or country that one toponym may stand for
// contains a place that the other may stand for.
func (t *text) mayHold(outer, inner int) bool {
	for i := range t.names[t.toponyms[outer].name].candidates {
		o := &t.names[t.toponyms[outer].name].candidates[i].place
		if o.Kind != gazetteer.KindCountry && !isDivision(o) {
			continue
		}
		for k := range t.names[t.toponyms[inner].name].candidates {
			if p := &t.names[t.toponyms[inner].name].candidates[k].place; o.ID != p.ID && o.Contains(p) {
				return true
			}
		}
	}
	return false
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

// containerAfter returns the toponym that the words after a toponym put it in, and the weight of
// that: Tripoli, Lebanon; Tripoli (Lebanon); Hinton in Plymouth County.
func (t *text) containerAfter(tp *toponym) (outer int, weight float64, ok bool) {
	i := tp.last + 1
	if i >= len(t.words) || t.words[i].sentence != t.words[tp.first].sentence && !tp.dateline {
		return 0, 0, false
	}
	k := i
	if t.adjacent(k) && t.words[k].entry.feature != "" {
		if t.words[k].capital && t.words[k].is(classNamed) {
			return 0, 0, false // the Baghdad Hotel in Kabul
		}
		k++
	}
	if k >= len(t.words) {
		return 0, 0, false
	}
	return t.containerFrom(k, k == i)
}

// containerFrom returns the toponym that the words from word k on put the name
// before them in, and the weight of that. After the name itself, and not after a
// feature noun, a comma is the closest tie.
func (t *text) containerFrom(k int, afterName bool) (outer int, weight float64, ok bool) {
	w := &t.words[k]
	if t.adjacent(k) {
		switch t.spelt(k) {
		case "in", "of":
			return t.walkToContainer(k+1, false)
		case "under":
			return t.walkToContainer(t.pastUnknown(k+1), false)
		}
	}
	if m, weight := t.landmarkFrom(k); weight > 0 {
		return m, weight, true
	}
	if w.before != gapComma && w.before != gapBracket {
		return 0, 0, false
	}
	return t.walkToContainer(k, afterName && w.before == gapComma)
}

// maxToLandmark is how many words may stand between a place and a landmark near it.
const maxToLandmark = 8

// landmarkFrom returns the toponym that the words from word k on say a place is close to, and the
// weight of that, or 0: on the edge of Istanbul; on Istanbul's eastern edge.
func (t *text) landmarkFrom(k int) (toponym int, weight float64) {
	for i := k; i < k+maxToLandmark && i < len(t.words) && (i == k || t.adjacent(i)); i++ {
		if m, ok := t.toponymAt[i]; ok {
			if i > k && weight == 0 && t.lower(i-1) == "on" && t.words[t.toponyms[m].last].possessive {
				weight = forContainer
			}
			return m, weight
		}
		w := &t.words[i]
		switch {
		case w.capital || !t.leadsToLandmark(i, i == k):
			return 0, 0
		case w.is(classAroundOf) && weight == 0:
			weight = forContainer
		case w.is(classAround | classBearing | classUnit):
			weight = forLandmark
		}
	}
	return 0, 0
}

// leadsToLandmark reports whether word i may stand between a place and one that
// it is close to.
func (t *text) leadsToLandmark(i int, first bool) bool {
	w := &t.words[i]
	if w.is(classAround|classAroundOf|classBearing|classUnit|classNumeral|classFiller|classArticle|classDirection) || isDigits(t.spelt(i)) {
		return true
	}
	spelt := t.lower(i)
	return first && spelt == "on" || !first && (spelt == "of" || spelt == "from")
}

// pastUnknown returns the word after the "in" or "of" that follows a name that the
// gazetteer lacks at word k, as in under Nauhatta police station in Rohtas; where
// none does, the end of the text.
func (t *text) pastUnknown(k int) int {
	for i := k; i < k+maxToLandmark && t.adjacent(i); i++ {
		if w := t.spelt(i); i > k && (w == "in" || w == "of") {
			return i + 1
		}
	}
	return len(t.words)
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
