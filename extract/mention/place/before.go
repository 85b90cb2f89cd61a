package place

import (
	"strings"

	"sitrep/extract/lexicon"
)

// scoreBefore weighs the words before a toponym. It sets its feature where they
// ask for one.
func (t *text) scoreBefore(tp *toponym, titleCase bool) float64 {
	if !t.adjacent(tp.first) {
		return t.scoreBeforeMark(tp)
	}
	i := tp.first - 1
	w := &t.words[i]
	if t.words[tp.first].before == gapHyphen {
		if m, ok := t.toponymEnding(i); ok && !t.areTwoPlaces(&t.toponyms[m], tp) {
			return againstOrg
		}
		if k := i - 1; !w.capital && w.before == gapHyphen && t.adjacent(i) && t.words[k].capital {
			return againstOrg // Qala-e-Shirgul
		}
		return 0
	}
	score := 0.0
	if w.entry.feature != "" && w.capital && !w.first && t.noPlaceEndsBefore(i) { // Wilayat X, Camp X
		tp.feature, tp.featureFrom = w.entry.feature, i
		score += forFeature / 2
	}
	if t.spelt(i) == "of" && t.adjacent(i) {
		score += t.scoreBeforeOf(tp, i-1)
	}
	return score + t.scoreNextTo(tp, i, titleCase)
}

// scoreBeforeMark weighs the word before a toponym where a mark stands between
// them: the main town, X; Gen. X.
func (t *text) scoreBeforeMark(tp *toponym) float64 {
	i := tp.first - 1
	if i < 0 {
		return 0
	}
	switch w := &t.words[i]; t.words[tp.first].before {
	case gapComma:
		if w.entry.feature == "populated" {
			return forLocative
		}
	case gapStop:
		if w.is(classTitle) && t.stopOnly(i) {
			return againstTitle
		}
	}
	return 0
}

// stopOnly reports whether a full stop and a blank stand after word i.
func (t *text) stopOnly(i int) bool {
	return t.src[t.words[i].end:t.words[i+1].start] == ". "
}

// scoreBeforeOf weighs word i, which stands before of and a toponym: the
// village of X, the north of X, the outskirts of X, the governor of X.
func (t *text) scoreBeforeOf(tp *toponym, i int) float64 {
	e := t.words[i].entry
	switch {
	case e.feature == "facility" && strings.HasPrefix(t.names[tp.name].key, "saint"):
		return againstOrg // the church of St. Peter
	case e.feature != "":
		tp.featureFrom = i
		tp.feature = e.feature
		if e.feature == "area" || e.feature == "facility" {
			tp.feature = "" // the gazetteer has no such kind
		}
		return forFeature
	case e.is(classOrganisation) && t.words[i].capital:
		return againstOrg // the Bank of Georgia
	case e.is(classBearing | classAroundOf):
		return forLocative
	case e.is(classOffice | classTitle):
		return forWeakLocative
	}
	return 0
}

// scoreNextTo weighs word i, which stands right before a toponym.
func (t *text) scoreNextTo(tp *toponym, i int, titleCase bool) float64 {
	w := &t.words[i]
	e := w.entry
	switch {
	case e.is(classTitle) && w.capital, e.is(classVessel) && !t.words[tp.last].possessive:
		return againstTitle
	case t.introducesPerson(tp, i):
		return againstPerson
	case e.locative > 0 && e.feature == "":
		return e.locative * perLocative
	case e.is(classDirection):
		return forDirection
	case t.spelt(i) == "the" || t.spelt(i) == "The":
		return 0
	case t.firstNameBefore(i):
		return againstPerson
	case e.is(classOffice) && (t.isGivenName(tp.first) || !titleCase && t.isOfficer(i, tp)):
		return againstTitle
	case !titleCase && t.unknownNamePart(i) && !(w.first && e.is(classMetonym)):
		return againstName
	}
	return 0
}

// introducesPerson reports whether word i says that the toponym after it is the name of somebody:
// killing one Omar; a carpenter named Emile.
func (t *text) introducesPerson(tp *toponym, i int) bool {
	e := t.words[i].entry
	return (e.is(classIntroducing) || e.is(classCalling) && t.isPerson(i-1)) && t.isNoMore(tp)
}

// isPerson reports whether word i, right before the next one, is a noun for somebody: a carpenter
// named Emile; a boy called Jordan.
func (t *text) isPerson(i int) bool {
	return i >= 0 && t.adjacent(i+1) && !t.words[i].capital && lexicon.People(lexicon.Person)[t.lower(i)]
}

// isNoMore reports whether no noun for a place or other name goes on after a toponym of
// one word: one Nazar, but not one Nazar village.
func (t *text) isNoMore(tp *toponym) bool {
	k := tp.last + 1
	return tp.hit.Words == 1 && !t.words[tp.last].possessive && (!t.adjacent(k) || t.words[k].entry.feature == "" && !t.words[k].capital)
}

// isOfficer reports whether a toponym after the office at word i, in small letters, is
// rather the surname of who holds it: prosecutor Valencia, but not president Syria.
func (t *text) isOfficer(i int, tp *toponym) bool {
	return !t.words[i].capital && t.words[tp.first].before == gapSpace && !t.isPower(tp)
}

// firstNameBefore reports whether word i is a first name that the toponym after
// it belongs to, as in Michael Jackson.
func (t *text) firstNameBefore(i int) bool {
	w := &t.words[i]
	if !w.capital || !t.isGivenName(i) {
		return false
	}
	if w.first {
		return !t.inToponym(i)
	}
	return !w.possessive
}

// unknownNamePart reports whether word i has a capital without a reason that is
// known, so that it and the toponym after it are a name that the gazetteer
// lacks.
func (t *text) unknownNamePart(i int) bool {
	w := &t.words[i]
	return w.capital && !w.possessive && !w.is(classDate|classOpener|classLocal) && w.entry.feature == "" &&
		!t.inToponym(i) && !t.demonymAt(i)
}

// noPlaceEndsBefore reports whether the word before word i belongs to no
// toponym.
func (t *text) noPlaceEndsBefore(i int) bool { return i == 0 || !t.adjacent(i) || !t.inToponym(i-1) }
