package place

import (
	"strings"

	"sitrep/gazetteer"
)

func lowered(s string) string { return strings.ToLower(s) }

// adjacent says whether word i and the one before it stand side by side.
func (t *text) adjacent(i int) bool {
	return i > 0 && i < len(t.words) && (t.words[i].before == gapSpace || t.words[i].before == gapHyphen) && t.words[i].sentence == t.words[i-1].sentence
}

// meetPersons collects the names of persons: what follows a first name or a
// title in one run of capitalised words.
func (t *text) meetPersons() {
	t.persons, t.personAt = map[string]int{}, map[int]bool{}
	for i := 0; i < len(t.words); i++ {
		w := &t.words[i]
		if !w.capital && w.entry.class&(classTitle|classOffice) == 0 {
			continue
		}
		start := i
		switch {
		case w.entry.class&classTitle != 0:
			start = i + 1
			if start < len(t.words) && t.words[start].before == gapStop {
				// Gen. Smith: the stop is the title's own.
				if t.src[t.words[i].end:t.words[start].start] != ". " {
					continue
				}
			} else if !t.adjacent(start) {
				continue
			}
		case w.entry.class&classOffice != 0:
			start = i + 1
			if !t.adjacent(start) || !t.words[start].capital {
				continue
			}
			if _, place := t.spotAt[start]; place && !t.given(start) {
				continue // President Syria? a headline; a given name decides
			}
		case w.entry.class&classGiven != 0:
			if _, n := t.name(i); n < 2 || t.placeName(i) {
				continue
			}
		case t.firstName(i):
		default:
			continue
		}
		if start >= len(t.words) || !t.words[start].capital && !t.particle(start) {
			continue
		}
		_, n := t.name(start)
		for k := start; k < start+n; k++ {
			if t.words[k].capital && t.words[k].entry.class&(classDay|classMonth) == 0 {
				t.persons[lowered(t.src[t.words[k].start:t.words[k].end])]++
				t.personAt[k] = true
			}
		}
		i = start + max(n, 1) - 1
	}
}

// firstName says whether a place's name at word i is a first name here: Jordan
// Henderson, Paris Hilton.
func (t *text) firstName(i int) bool {
	n, ok := t.spotAt[i]
	k := i + 1
	if !ok || t.spots[n].last > i || t.spots[n].hit.Word&gazetteer.GivenName == 0 || !t.adjacent(k) || t.words[k].before == gapHyphen || t.words[i].possessive || !t.words[k].capital || t.headline(i) {
		return false
	}
	e, _ := t.phrase(k)
	if e.feature != "" || e.class&^classGiven != 0 || t.words[k].upper || t.demonymAt(k) || t.words[i].first && t.words[i].entry.class&classLead != 0 {
		return false
	}
	if m, ok := t.spotAt[k]; ok && t.spots[m].hit.Word&(gazetteer.Surname|gazetteer.GivenName) == 0 {
		return false // Cairo Illinois
	}
	if m, ok := t.actors.Longest(t.src, t.words[k].start); ok && m.Form == gazetteer.FormName {
		return false // Israel Hamas talks
	}
	return true
}

// placeName says whether the first name at word i rather begins the name of a
// place: Laurel County, Paris police, Florence Avenue.
func (t *text) placeName(i int) bool {
	if n, ok := t.spotAt[i]; ok && t.spots[n].last > i {
		return true
	}
	e, _ := t.phrase(i + 1)
	return e.feature != "" || e.class&(classStreet|classLocal|classOrganisation) != 0
}

func (t *text) given(i int) bool { return t.words[i].entry.class&classGiven != 0 }

// particle says whether word i is a lower-case part of a name: al-Assad, bin
// Laden, van Gogh.
func (t *text) particle(i int) bool {
	switch t.src[t.words[i].start:t.words[i].end] {
	case "al", "el", "bin", "ibn", "van", "von", "der", "de", "da", "di", "ul", "ur":
		return i+1 < len(t.words) && t.words[i+1].capital && t.adjacent(i+1)
	}
	return false
}

// name is the run of capitalised words and particles that begins at word i:
// at most four words, within one sentence, without marks but initials' stops.
func (t *text) name(i int) (end, n int) {
	for k := i; k < len(t.words) && n < 5; k++ {
		if k > i {
			initial := t.words[k].before == gapStop && t.words[k-1].end-t.words[k-1].start == 1
			if !t.adjacent(k) && !initial || t.words[k-1].possessive {
				break
			}
			if t.words[k].entry.class&(classDay|classMonth) != 0 && t.words[k].entry.class&classGiven == 0 {
				break
			}
		}
		if !t.words[k].capital && !t.particle(k) {
			break
		}
		n++
	}
	return i + n, n
}

// Weights of what stands around a name. They were set by hand on sentences of
// our own and held on measured texts; each is in the same unit, and a name
// above zero is a place.
const (
	perLocative     = 0.75 // times the word's strength: in 2, from 1
	forLocative     = 1.5
	forWeakLocative = 0.7
	forFeature      = 2.5
	forContainer    = 3
	forDateline     = 4
	forDirection    = 1.5
	againstPerson   = -5
	againstTitle    = -5
	againstOrg      = -4
	againstName     = -2
	againstVerb     = -1
	againstFirst    = -1
)

// local weighs the words around spot n, and notes the kind of place that they
// ask for.
func (t *text) local(n int) float64 {
	s := &t.spots[n]
	score := 0.0
	if first := &t.words[s.first]; s.first == s.last && first.entry.class&(classMonth|classDay|classNever) != 0 {
		return againstPerson
	}
	if e, n := t.phrase(s.first); n > 1 && e.class&classNever != 0 && len(s.containers) == 0 {
		return againstPerson // the far north; Cameroon's Far North is one
	}
	if s.actor {
		return 2 * againstOrg
	}
	if s.dateline {
		return forDateline
	}
	headline := t.headline(s.first)
	score += t.behind(n, headline)
	score += t.ahead(n, headline)
	for _, c := range s.containers {
		if c.weight >= forContainer {
			score += forContainer
			break
		}
	}
	w := &t.words[s.first]
	if s.first == s.last {
		switch key := lowered(t.src[w.start:w.end]); {
		case t.persons[key] > 0 && t.power(s):
			score += againstPerson / 2
		case t.persons[key] > 0:
			score += againstPerson
		}
		switch {
		case w.entry.class&classPeople != 0, w.entry.feature != "", w.entry.class&(classLocal|classStreet) != 0 && !t.power(s):
			score += againstOrg
		}
		if t.personAt[s.first] {
			score += againstPerson
		}
		score += t.letters(s)
	} else if t.given(s.first) && !t.power(s) && s.hit.Words == 2 && t.persons[lowered(t.src[t.words[s.first].start:t.words[s.first].end])] > 0 {
		score += againstPerson
	}
	return score
}

// letters weighs a word of capitals among others that are not: an acronym
// (NATO, IRNA), unless it opens a paragraph as datelines do.
func (t *text) letters(s *spot) float64 {
	w := &t.words[s.first]
	if !w.upper || t.groups[s.group].abbreviation() {
		return 0
	}
	if n := w.end - w.start; n > 6 || n > 3 && (w.first || t.headlineUpper(s.first)) {
		return 0
	}
	for _, c := range s.containers {
		if c.weight >= forContainer {
			return 0
		}
	}
	return againstOrg
}

// headlineUpper says whether the words around are in capitals too.
func (t *text) headlineUpper(i int) bool {
	return t.adjacent(i) && t.words[i-1].upper || t.adjacent(i+1) && t.words[i+1].upper
}

func (g *group) abbreviation() bool {
	for i := range g.candidates {
		if f := g.candidates[i].place.Form; f == gazetteer.Abbreviated || f == gazetteer.PostalName {
			return true
		}
	}
	return false
}

// behind weighs what precedes.
func (t *text) behind(n int, headline bool) float64 {
	s := &t.spots[n]
	i := s.first - 1
	if !t.adjacent(s.first) {
		if t.words[s.first].before == gapComma && i >= 0 && t.words[i].entry.feature == "populated" {
			return forLocative // the main town, X
		}
		if t.words[s.first].before == gapStop && i >= 0 && t.words[i].entry.class&classTitle != 0 && t.src[t.words[i].end:t.words[s.first].start] == ". " {
			return againstTitle
		}
		return 0
	}
	w := &t.words[i]
	score := 0.0
	if t.words[s.first].before == gapHyphen {
		if w.capital && !t.covered2(i) && !w.first {
			return againstName
		}
		return 0
	}
	e := w.entry
	// village of X, Wilayat X, Camp X.
	if e.feature != "" && w.capital && !w.first && t.noPlaceEnds(i) {
		s.feature, s.featureFrom = e.feature, i
		score += forFeature / 2
	}
	text := t.src[w.start:w.end]
	if text == "of" && t.adjacent(i) {
		j := i - 1
		if fe := t.words[j].entry; fe.feature == "facility" && strings.HasPrefix(t.groups[s.group].key, "saint") {
			score += againstOrg // the church of St. Peter
		} else if fe.feature != "" {
			s.feature, s.featureFrom = fe.feature, j
			score += forFeature
			if fe.feature == "area" || fe.feature == "facility" {
				s.feature = ""
			}
		} else if fe.class&classBearing != 0 || fe.class&classAroundOf != 0 {
			score += forLocative
		} else if fe.class&(classOffice|classTitle) != 0 {
			score += forWeakLocative
		}
	}
	switch {
	case e.class&classTitle != 0 && w.capital:
		return score + againstTitle
	case e.locative > 0 && e.feature == "":
		return score + e.locative*perLocative
	case e.class&classDirection != 0:
		return score + forDirection
	case text == "the" || text == "The":
		return score + t.article(s)
	case w.capital && t.given(i) && !w.possessive && !w.first:
		return score + againstPerson
	case w.capital && w.first && t.given(i) && !t.covered2(i):
		return score + againstPerson
	}
	if e.class&classOffice != 0 && t.given(s.first) {
		return score + againstTitle
	}
	// Another capitalised word: part of a name that we do not know, unless
	// it only begins the sentence.
	if w.capital && !headline && !w.possessive && e.class&(classDay|classMonth|classLead|classLocal) == 0 && e.feature == "" && !t.covered2(i) && !t.demonymAt(i) {
		if w.first && e.class&classMetonym != 0 {
			return score
		}
		return score + againstName
	}
	return score
}

// article weighs a definite article: the Jordan is a river, the Sudan and the
// Kabul airport are fine.
func (t *text) article(s *spot) float64 {
	return 0
}

// covered2 says whether word i is the last of a spot.
func (t *text) covered2(i int) bool {
	for k := i; k >= 0 && k > i-8; k-- {
		if n, ok := t.spotAt[k]; ok {
			return t.spots[n].last >= i
		}
	}
	return false
}

func (t *text) noPlaceEnds(i int) bool { return i == 0 || !t.adjacent(i) || !t.covered2(i-1) }

func (t *text) demonymAt(i int) bool {
	for _, p := range t.peoples {
		if p.at == i {
			return true
		}
	}
	return false
}

// ahead weighs what follows.
func (t *text) ahead(n int, headline bool) float64 {
	s := &t.spots[n]
	i := s.last + 1
	if !t.adjacent(i) || t.words[s.last].possessive {
		if t.words[s.last].possessive {
			return forWeakLocative / 2
		}
		return 0
	}
	w := &t.words[i]
	e, length := t.phrase(i)
	if w.before == gapHyphen {
		if w.capital && e.class&classLead == 0 {
			if _, place := t.spotAt[i]; !place {
				return againstName
			}
		}
		return 0
	}
	if e.class&classOrganisation != 0 && w.capital && (e.feature == "" || length > 1) {
		return againstOrg
	}
	if e.class&classBound != 0 || w.capital && e.feature == "facility" && strings.HasPrefix(t.groups[s.group].key, "saint ") {
		return againstOrg // Lusaka Protocol; St. Michael's Hospital
	}
	if t.particle(i) && w.before == gapSpace && t.words[i+1].before == gapHyphen {
		return againstOrg // Bir al-Abed, of which only Bir is known
	}
	if e.class&classEvent != 0 && !w.capital {
		return forLocative
	}
	if w.capital && e.class&classStreet != 0 {
		return againstOrg
	}
	if e.feature != "" {
		s.feature, s.featureTo = e.feature, i+length-1
		if e.feature == "area" || e.feature == "facility" || e.feature == "port" && w.capital {
			s.feature = ""
		}
		return forFeature
	}
	if w.capital && e.class&classLead != 0 {
		return 0 // AUSTIN, Texas A man was: the dash is lost
	}
	if w.capital && e.class&classLocal != 0 {
		// Homs Media Centre: the organisation's word may come later.
		for k := i + 1; k <= i+3 && t.adjacent(k) && t.words[k].capital; k++ {
			if x := t.words[k].entry; x.class&classOrganisation != 0 && x.feature == "" && x.class&classLocal == 0 {
				return againstOrg / 2
			}
		}
		return forWeakLocative
	}
	if e.class&(classDay|classMonth) != 0 {
		return 0
	}
	if w.capital && !headline {
		if t.words[s.first].entry.class&classTitle != 0 {
			return againstPerson // General Santos Cruz
		}
		if _, place := t.spotAt[i]; place || t.demonymAt(i) {
			return 0
		}
		for k := i; k <= i+3 && t.adjacent(k) && t.words[k].capital; k++ {
			if x, l := t.phrase(k); x.class&classOrganisation != 0 && (x.feature == "" || l > 1) {
				return againstOrg
			}
		}
		if t.given(i) {
			return 0 // Paris Mayor Anne; Whittier resident Bob
		}
		if s.first < s.last {
			return againstName / 2 // Metcalfe County Coroner
		}
		return againstName
	}
	if e.class&classPersonVerb != 0 && e.class&classMetonym == 0 {
		return againstVerb * 2
	}
	if e.class&classPersonVerb != 0 && !t.power(s) {
		return againstVerb
	}
	return 0
}

// power says whether a name is that of a country or capital, whose
// government can say something.
func (t *text) power(s *spot) bool {
	for _, c := range t.groups[s.group].candidates {
		if c.place.Kind == gazetteer.KindCountry || c.place.Capital {
			return true
		}
	}
	return false
}

// headline says whether the sentence of word i is in title case, where a
// capital says nothing.
func (t *text) headline(i int) bool {
	sentence := t.words[i].sentence
	capital, all := 0, 0
	for k := i - 1; k >= 0 && t.words[k].sentence == sentence; k-- {
		if t.words[k].end-t.words[k].start > 3 {
			all++
			if t.words[k].capital {
				capital++
			}
		}
	}
	for k := i + 1; k < len(t.words) && t.words[k].sentence == sentence; k++ {
		if t.words[k].end-t.words[k].start > 3 {
			all++
			if t.words[k].capital {
				capital++
			}
		}
	}
	return all >= 3 && capital*4 >= all*3
}

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

func (t *text) spotEnding(word int) (int, bool) {
	for k := word; k >= 0 && k > word-8; k-- {
		if n, ok := t.spotAt[k]; ok {
			return n, t.spots[n].last == word
		}
	}
	return 0, false
}
