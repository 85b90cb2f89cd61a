package place

import (
	"strconv"
	"strings"
	"unicode"

	"sitrep/extract/mention"
	"sitrep/gazetteer"
)

// relate sets how what is told stands to the place: around Homs, 20 km south of
// Homs, on the road from Homs to Hama. A place that something is near is not
// where it is: that is ACLED's precision 2.
func (t *text) relate(tp *toponym, m *mention.Place) {
	from := tp.first
	if tp.featureFrom > 0 && tp.featureFrom < tp.first && !t.words[tp.featureFrom].is(classAroundOf) {
		from = tp.featureFrom
	}
	relation := t.relationBefore(from, m)
	if relation == "" {
		relation = t.between(tp)
	}
	if relation == "" {
		relation = t.alongRoad(tp)
	}
	if relation == "" {
		relation = t.relationAfter(tp)
	}
	if relation == "" {
		return
	}
	m.Relation = relation
	m.Precision = max(m.Precision, 2)
}

// relationBefore returns the relation that the words before word first express,
// or "". A distance with a bearing moves the point of the mention.
func (t *text) relationBefore(first int, m *mention.Place) string {
	if t.isCalled(first) {
		first-- // the noun stands where the name does
	}
	if !t.adjacent(first) {
		return ""
	}
	i := t.skipModifiers(first - 1)
	if i < 0 || !t.adjacent(i+1) {
		return ""
	}
	switch w := t.lower(i); {
	case t.words[i].is(classAround):
		return w // around Homs
	case w == "to" && i > 0 && t.adjacent(i) && t.lower(i-1) == "close":
		return "near"
	case (w == "of" || w == "from") && t.adjacent(i):
		return t.offset(i, m)
	case t.words[i].is(classBearing) && w != "central":
		return w // northern Homs
	}
	return ""
}

// isCalled reports whether the name that begins with word i is put after a comma
// behind the noun for what it is, as in "south of the Tunisian capital, Tunis".
func (t *text) isCalled(i int) bool {
	return i > 0 && t.words[i].before == gapComma && t.words[i].sentence == t.words[i-1].sentence && t.words[i-1].entry.feature == "populated"
}

// maxModifiers is how many words may stand between a relation and a name.
const maxModifiers = 3

// skipModifiers returns the last word up to i that is no article, adjective or
// feature noun of the name after it: the around of around the old city of X.
func (t *text) skipModifiers(i int) int {
	for steps := 0; steps < maxModifiers && i > 0 && t.adjacent(i+1) && t.isModifier(i); steps++ {
		i--
	}
	return i
}

// isModifier reports whether word i belongs to the name after it and expresses
// no relation itself.
func (t *text) isModifier(i int) bool {
	w := &t.words[i]
	if w.is(classAround) {
		return false
	}
	spelt := t.lower(i)
	switch {
	case w.is(classBearing) && spelt != "central":
		return false
	case spelt == "of": // the city of X, but not the outskirts of X
		return t.words[i-1].entry.feature != "" && !t.words[i-1].is(classAroundOf)
	}
	return w.is(classArticle|classDirection) || w.entry.feature != "" || t.demonymAt(i)
}

// offset returns the relation that the words before the preposition at word
// prep express: outskirts of, west of, 20 km south of, 20 km from. With a
// distance and a bearing it moves the point of the mention.
func (t *text) offset(prep int, m *mention.Place) string {
	j := prep - 1
	preposition := t.lower(prep)
	if t.words[j].is(classAroundOf) && preposition == "of" {
		return t.lower(j) + " of"
	}
	degrees, words := t.bearing(j)
	bearing := ""
	if words > 0 {
		bearing = t.vocab.bearings[degrees]
		j -= words
	}
	for j >= 0 && t.words[j].is(classFiller) {
		j-- // 20 km to the south of
	}
	km, distance, ok := t.distance(j)
	switch {
	case ok && words > 0:
		m.Latitude, m.Longitude = gazetteer.Move(m.Latitude, m.Longitude, km, degrees)
		return distance + " " + bearing + " " + preposition
	case ok:
		return distance + " " + preposition
	case words > 0 && preposition == "of":
		return bearing + " of"
	}
	return ""
}

// bearing returns the degrees of the bearing that ends with word j, and of how
// many words it is: none, one, or two, as in south east and south-east.
func (t *text) bearing(j int) (degrees float64, words int) {
	e := t.words[j].entry
	if !e.is(classBearing) {
		return 0, 0
	}
	if j > 0 && t.adjacent(j) {
		first, second := t.lower(j-1), t.lower(j)
		if two := t.vocab.entry(first + " " + second); two.is(classBearing) {
			return two.degrees, 2
		}
	}
	return e.degrees, 1
}

// distance returns the distance that ends with word j, and its words. A
// conversion in brackets is passed over: 20 km; 20 km (12 miles).
func (t *text) distance(j int) (km float64, text string, ok bool) {
	if km, ok := t.joined(j); ok {
		return km, t.spelt(j), true
	}
	for tries := 0; tries < 2; tries++ {
		if j < 1 || !t.words[j].is(classUnit) {
			return 0, "", false
		}
		number, from, ok := t.numberBefore(j)
		if !ok {
			return 0, "", false
		}
		if t.words[from].before == gapBracket && from > 1 && t.words[from-1].is(classUnit) {
			j = from - 1
			continue
		}
		return number * t.words[j].entry.kilometres, t.src[t.words[from].start:t.words[j].end], true
	}
	return 0, "", false
}

// joined returns the distance that word j is alone, with its unit behind the figure
// and no blank between, as in "30km".
func (t *text) joined(j int) (km float64, ok bool) {
	if j < 0 {
		return 0, false
	}
	figure := strings.TrimRightFunc(t.spelt(j), unicode.IsLetter)
	unit := t.vocab.entry(t.lower(j)[len(figure):])
	if !isDigits(figure) || !unit.is(classUnit) {
		return 0, false
	}
	number, err := strconv.ParseFloat(figure, 64)
	return number * unit.kilometres, err == nil
}

// numberBefore returns the number that ends before word i, which is not the
// first, and the word that it begins with: 20, 1,200, 2.5, twelve.
func (t *text) numberBefore(i int) (number float64, from int, ok bool) {
	from = i - 1
	figure := t.spelt(from)
	if from > 0 && t.words[from].before == gapStop && t.words[from].start == t.words[from-1].end+1 && isDigits(figure) && isDigits(t.spelt(from-1)) {
		figure = t.src[t.words[from-1].start:t.words[from].end]
		from--
	}
	number, err := strconv.ParseFloat(strings.ReplaceAll(figure, ",", ""), 64)
	if err == nil {
		return number, from, true
	}
	e := t.words[from].entry
	return e.numeral, from, e.is(classNumeral)
}

// isDigits reports whether s is a number of digits alone.
func isDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// relationAfter returns the relation that the words after a toponym express, or
// "": Homs countryside, Homs northern countryside, Damascus suburbs.
func (t *text) relationAfter(tp *toponym) string {
	k := tp.last + 1
	for steps := 0; steps < 2 && t.adjacent(k); steps++ {
		w := &t.words[k]
		if w.is(classAroundOf) && !w.is(classAround) {
			if w.is(classApproach) {
				return ""
			}
			return t.lower(k)
		}
		if !w.is(classDirection) && w.entry.feature == "" {
			return ""
		}
		k++
	}
	return ""
}

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
