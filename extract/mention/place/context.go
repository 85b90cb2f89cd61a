package place

import "slices"
import "sitrep/gazetteer"

// Evidence of what stands around a name: with a sum above zero, it is a place.
// The weights were set by hand on sentences of our own and checked on measured
// texts.
const (
	perLocative     = 0.75 // times the value of the locative: 2 of in, 1 of from
	forLocative     = 1.5
	forEntered      = 1.0 // after a verb of what is done to towns: stormed
	forWeakLocative = 0.7
	forFeature      = 2.5
	forContainer    = 3
	forLandmark     = 0.9 * forContainer // does not contain it
	forDateline     = 4
	forDirection    = 1.5
	againstPerson   = -5
	againstTitle    = -5
	againstOrg      = -4
	againstName     = -2
	againstVerb     = -1
)

// scoreContext weighs the words around toponym n, and notes the kind of place
// that they ask for.
func (t *text) scoreContext(n int) float64 {
	tp := &t.toponyms[n]
	switch {
	case tp.first == tp.last && t.words[tp.first].is(classDate|classNever):
		return againstPerson
	case t.beginsPhraseForNoPlace(tp) && len(tp.containers) == 0:
		return againstPerson // the far north; but Cameroon's Far North is a place
	case tp.inActor:
		return 2 * againstOrg
	case t.isOneOfSaints(tp):
		return againstOrg
	case tp.dateline:
		return forDateline
	}
	titleCase := t.inTitleCase(tp.first)
	score := t.scoreBefore(tp, titleCase)
	score += t.scoreAfter(tp, titleCase)
	if tp.contained() {
		score += forContainer
	}
	if t.inBracketOfName(tp) {
		score += forLocative
	}
	if tp.first == tp.last {
		return t.scoreSingleWord(tp, score)
	}
	if t.isGivenName(tp.first) && !t.isPower(tp) && tp.hit.Words == 2 && t.personWords[t.lower(tp.first)] > 0 {
		score += againstPerson
	}
	return score
}

// isOneOfSaints reports whether a toponym is one of two saints that a church is named
// after, as in the church of St. Peter and St. Paul.
func (t *text) isOneOfSaints(tp *toponym) bool {
	if !t.words[tp.first].is(classSaint) {
		return false
	}
	k, i := tp.last+1, tp.first-1
	if t.adjacent(k) && t.isConjunction(k) && t.adjacent(k+1) && t.words[k+1].is(classSaint) {
		return true
	}
	return i > 1 && t.adjacent(i) && t.isConjunction(i) && t.words[i-2].is(classSaint) && t.words[i-2].sentence == t.words[i].sentence
}

// beginsPhraseForNoPlace reports whether the vocabulary has a longer phrase from
// the toponym on that is no place, as in turkey dinner.
func (t *text) beginsPhraseForNoPlace(tp *toponym) bool {
	e, words := t.phrase(tp.first)
	return words > 1 && e.is(classNever)
}

// inBracketOfName reports whether a toponym stands in brackets, with names alone before it, right
// after a name, as in Pinlebu (Sagaing).
func (t *text) inBracketOfName(tp *toponym) bool {
	for i := tp.first; i > 0 && i > tp.first-maxInBracket && t.words[i].sentence == t.words[i-1].sentence; i-- {
		w := &t.words[i]
		if !w.capital && w.entry.feature == "" || w.upper {
			return false
		}
		switch w.before {
		case gapBracket:
			return t.words[i-1].capital && !t.words[i-1].upper || t.words[i-1].entry.feature != ""
		case gapSpace, gapComma, gapHyphen:
		default:
			return false
		}
	}
	return false
}

// maxInBracket is how many words may stand between the bracket and the place.
const maxInBracket = 5

// contained reports whether the text puts the toponym inside another one.
func (tp *toponym) contained() bool {
	return slices.ContainsFunc(tp.containers, func(c containment) bool { return c.weight >= forContainer })
}

// scoreSingleWord adds to score what a name of one word may be besides a place:
// a person named before, a people, an acronym.
func (t *text) scoreSingleWord(tp *toponym, score float64) float64 {
	w := &t.words[tp.first]
	if t.personWords[t.lower(tp.first)] > 0 {
		if t.isPower(tp) {
			score += againstPerson / 2
		} else {
			score += againstPerson
		}
	}
	if w.is(classPeople) || w.entry.feature != "" || w.is(classLocal|classStreet|classOrganisation) && !t.isPower(tp) {
		score += againstOrg
	}
	if t.inPerson[tp.first] {
		score += againstPerson
	}
	return score + t.scoreAcronym(tp)
}

// scoreAcronym weighs a word in capitals among others that are not: it is an
// acronym, as NATO or IRNA, unless it opens a paragraph as datelines do.
func (t *text) scoreAcronym(tp *toponym) float64 {
	w := &t.words[tp.first]
	if !w.upper || t.names[tp.name].hasAbbreviation() || tp.contained() {
		return 0
	}
	capitalsAround := t.adjacent(tp.first) && t.words[tp.first-1].upper || t.adjacent(tp.first+1) && t.words[tp.first+1].upper
	if size := w.end - w.start; size > 6 || size > 3 && (w.first || capitalsAround) {
		return 0
	}
	return againstOrg
}

// hasAbbreviation reports whether the name may be the abbreviation of a place.
func (nm *name) hasAbbreviation() bool {
	for i := range nm.candidates {
		if f := nm.candidates[i].place.Form; f == gazetteer.Abbreviated || f == gazetteer.PostalName {
			return true
		}
	}
	return false
}
