package place

import (
	"strings"

	"sitrep/gazetteer"
)

// lowered is s in lower case.
func lowered(s string) string { return strings.ToLower(s) }

// adjacent says whether word i and the one before it stand side by side.
func (t *text) adjacent(i int) bool {
	return i > 0 && i < len(t.words) && (t.words[i].before == gapSpace || t.words[i].before == gapHyphen) && t.words[i].sentence == t.words[i-1].sentence
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

// abbreviation says whether the name may be an abbreviation of a place.
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
		if w.capital && !t.endsPlace(i) && !w.first {
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
		return score
	case w.capital && t.given(i) && !w.possessive && !w.first:
		return score + againstPerson
	case w.capital && w.first && t.given(i) && !t.endsPlace(i):
		return score + againstPerson
	}
	if e.class&classOffice != 0 && t.given(s.first) {
		return score + againstTitle
	}
	// Another capitalised word: part of a name that we do not know, unless
	// it only begins the sentence.
	if w.capital && !headline && !w.possessive && e.class&(classDay|classMonth|classLead|classLocal) == 0 && e.feature == "" && !t.endsPlace(i) && !t.demonymAt(i) {
		if w.first && e.class&classMetonym != 0 {
			return score
		}
		return score + againstName
	}
	return score
}

// endsPlace says whether word i is the last of a spot.
func (t *text) endsPlace(i int) bool {
	for k := i; k >= 0 && k > i-8; k-- {
		if n, ok := t.spotAt[k]; ok {
			return t.spots[n].last >= i
		}
	}
	return false
}

// noPlaceEnds says whether the word before word i belongs to no place.
func (t *text) noPlaceEnds(i int) bool { return i == 0 || !t.adjacent(i) || !t.endsPlace(i-1) }

// demonymAt says whether a people is named at word i.
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
