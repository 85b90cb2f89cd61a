package place

import (
	"strconv"
	"strings"

	"sitrep/extract/mention"
	"sitrep/gazetteer"
)

// relate sets how the place stands to what is told: around Homs, 20 km south
// of Homs, on the road from Homs to Hama. Near is not at: ACLED's precision 2.
func (t *text) relate(n int, m *mention.Place) {
	s := &t.spots[n]
	from := s.first
	if s.featureFrom > 0 && s.featureFrom < s.first && t.words[s.featureFrom].entry.class&classAroundOf == 0 {
		from = s.featureFrom
	}
	relation := ""
	switch {
	case t.before(from, m, &relation):
	case t.between(n, &relation):
	case t.road(n, &relation):
	default:
		t.after(n, &relation)
	}
	if relation == "" {
		return
	}
	m.Relation = relation
	m.Precision = max(m.Precision, 2)
}

// lower is word i in lower case.
func (t *text) lower(i int) string { return lowered(t.src[t.words[i].start:t.words[i].end]) }

// skip steps back over an article and adjectives: around the old city of X.
func (t *text) skip(i int) int {
	for steps := 0; steps < 3 && i > 0 && t.adjacent(i+1); steps++ {
		w := t.lower(i)
		if t.words[i].entry.class&classArticle == 0 && t.words[i].entry.class&classDirection == 0 && t.words[i].entry.feature == "" && w != "of" && !t.demonymAt(i) {
			break
		}
		if t.words[i].entry.class&classAround != 0 || t.words[i].entry.class&(classBearing) != 0 && w != "central" {
			break
		}
		if w == "of" && (i == 0 || t.words[i-1].entry.feature == "" || t.words[i-1].entry.class&classAroundOf != 0) {
			break
		}
		i--
	}
	return i
}

// before reads a relation off the words before the name.
func (t *text) before(first int, m *mention.Place, relation *string) bool {
	if !t.adjacent(first) {
		return false
	}
	i := t.skip(first - 1)
	if i < 0 || !t.adjacent(i+1) {
		return false
	}
	w := t.lower(i)
	e := t.words[i].entry
	switch {
	case e.class&classAround != 0:
		*relation = w
		return true
	case w == "to" && i > 0 && t.adjacent(i) && t.lower(i-1) == "close":
		*relation = "near"
		return true
	case (w == "of" || w == "from") && i > 0 && t.adjacent(i):
		return t.off(i, m, relation)
	case e.class&classBearing != 0 && w != "central":
		*relation = w // northern Homs
		return true
	}
	return false
}

// off reads what precedes of or from: 20 km south of, west of, outskirts of.
func (t *text) off(of int, m *mention.Place, relation *string) bool {
	j := of - 1
	prep := t.lower(of)
	if t.words[j].entry.class&classAroundOf != 0 && prep == "of" {
		*relation = t.lower(j) + " of"
		return true
	}
	bearing, hasBearing := 0.0, false
	name := ""
	if e := t.words[j].entry; e.class&classBearing != 0 {
		bearing, hasBearing, name = e.bears, true, t.lower(j)
		if j > 0 && t.adjacent(j) {
			if two, ok := t.lex.words[t.lower(j-1)+" "+name]; ok && two.class&classBearing != 0 {
				bearing, name = two.bears, t.lower(j-1)+" "+name
				j--
			} else if two, ok := t.lex.words[t.lower(j-1)+"-"+name]; ok && two.class&classBearing != 0 && t.words[j].before == gapHyphen {
				bearing, name = two.bears, t.lower(j-1)+"-"+name
				j--
			}
		}
		j--
	}
	if hasBearing {
		name = t.lex.names[bearing]
	}
	// to the south of; 20 km to the south of
	for j >= 0 && t.words[j].entry.class&classFiller != 0 {
		j--
	}
	km, text, ok := t.distance(j)
	switch {
	case ok && hasBearing:
		*relation = text + " " + name + " " + prep
		m.Latitude, m.Longitude = gazetteer.Move(m.Latitude, m.Longitude, km, bearing)
	case ok:
		*relation = text + " " + prep
	case hasBearing && prep == "of":
		*relation = name + " of"
	default:
		return false
	}
	return true
}

// distance reads a distance that ends with word j, brackets passed over: 20
// km; 20 km (12 miles).
func (t *text) distance(j int) (km float64, text string, ok bool) {
	for tries := 0; tries < 2; tries++ {
		if j < 1 {
			return 0, "", false
		}
		unit := t.words[j].entry
		if unit.class&classUnit == 0 {
			return 0, "", false
		}
		from := j - 1
		number := t.src[t.words[from].start:t.words[from].end]
		if from > 0 && t.words[from].before == gapStop && isDigits(number) && isDigits(t.src[t.words[from-1].start:t.words[from-1].end]) && t.words[from].start == t.words[from-1].end+1 {
			number = t.src[t.words[from-1].start:t.words[from].end] // 2.5
			from--
		}
		v, err := strconv.ParseFloat(strings.ReplaceAll(number, ",", ""), 64)
		if e := t.words[from].entry; err != nil && e.class&classNumeral != 0 {
			v = e.numeral
		} else if err != nil {
			return 0, "", false
		}
		if t.words[from].before == gapBracket && from > 1 && t.words[from-1].entry.class&classUnit != 0 {
			j = from - 1 // the figure in brackets only converts the one before
			continue
		}
		return v * unit.kilometres, t.src[t.words[from].start:t.words[j].end], true
	}
	return 0, "", false
}

// isDigits says whether s is a bare number.
func isDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// between: between A and B.
func (t *text) between(n int, relation *string) bool {
	s := &t.spots[n]
	i := s.first - 1
	if t.adjacent(s.first) && t.lower(i) == "between" {
		k := s.last + 1
		if t.adjacent(k) && t.lower(k) == "and" && t.placeSoon(k+1) {
			*relation = "between"
			return true
		}
		return false
	}
	if t.adjacent(s.first) && t.lower(i) == "and" && i > 0 {
		if o, ok := t.spotEnding(i - 1); ok && t.spots[o].first > 0 && t.lower(t.spots[o].first-1) == "between" {
			*relation = "between"
			return true
		}
	}
	return false
}

// placeSoon says whether a place begins at word i or the few after it.
func (t *text) placeSoon(i int) bool {
	for k := i; k < i+4 && t.adjacent(k); k++ {
		if _, ok := t.spotAt[k]; ok {
			return true
		}
	}
	return false
}

// road: the road from A to B, the A-B highway.
func (t *text) road(n int, relation *string) bool {
	s := &t.spots[n]
	i := s.first - 1
	if t.adjacent(s.first) {
		switch w := t.lower(i); {
		case w == "from" && i > 0 && t.highway(i-1):
			*relation = "road from"
			return true
		case w == "to" && i > 0 && t.highway(i-1):
			*relation = "road to"
			return true
		case w == "to":
			if o, ok := t.spotEnding(i - 1); ok {
				f := t.spots[o].first
				if f > 1 && t.lower(f-1) == "from" && t.highway(f-2) {
					*relation = "road to"
					return true
				}
			}
		}
	}
	k := s.last + 1
	if t.adjacent(k) && t.words[k].before == gapHyphen {
		if o, ok := t.spotAt[k]; ok && t.adjacent(t.spots[o].last+1) && t.highway(t.spots[o].last+1) {
			*relation = "road from"
			return true
		}
	}
	if t.adjacent(s.first) && t.words[s.first].before == gapHyphen && t.adjacent(k) && t.highway(k) {
		if _, ok := t.spotEnding(i); ok {
			*relation = "road to"
			return true
		}
	}
	return false
}

// highway says whether word i is a road or leads along one.
func (t *text) highway(i int) bool {
	return i >= 0 && i < len(t.words) && (t.words[i].entry.class&classHighway != 0 || t.words[i].entry.class&classLeading != 0 && i > 0 && t.words[i-1].entry.class&classHighway != 0)
}

// after: Homs countryside, Damascus suburbs.
func (t *text) after(n int, relation *string) {
	k := t.spots[n].last + 1
	for steps := 0; steps < 2 && t.adjacent(k); steps++ {
		e := t.words[k].entry
		if e.class&classAroundOf != 0 && e.class&classAround == 0 {
			if e.class&classApproach == 0 {
				*relation = t.lower(k)
			}
			return
		}
		if e.class&classDirection == 0 && e.feature == "" {
			return
		}
		k++ // Homs northern countryside
	}
}
