package place

import "strings"

// scoreAfter weighs the words after a toponym. It sets its feature where they
// ask for one.
func (t *text) scoreAfter(tp *toponym, titleCase bool) float64 {
	i := tp.last + 1
	if t.words[tp.last].possessive {
		return t.scorePossessive(tp)
	}
	if t.holdsOffice(tp) {
		return againstPerson
	}
	if !t.adjacent(i) {
		return 0
	}
	w := &t.words[i]
	e, length := t.phrase(i)
	if w.before == gapHyphen {
		return t.scoreAfterHyphen(tp, i, e)
	}
	switch {
	case t.endsOtherName(tp, i, e, length), t.isMake(tp, i, e):
		return againstOrg
	case e.is(classEvent) && !w.capital:
		return forLocative // the Beslan siege
	case e.feature != "":
		tp.feature, tp.featureTo = e.feature, i+length-1
		if e.feature == "area" || e.feature == "facility" || e.feature == "port" && w.capital {
			tp.feature = "" // the gazetteer has no such kind
		}
		return forFeature
	case w.capital && e.is(classOpener):
		return 0 // AUSTIN, Texas A man was: the dash of the dateline is lost
	case w.capital && e.is(classLocal):
		return t.scoreLocalBody(i)
	case e.is(classDate):
		return 0
	case w.capital && !titleCase:
		return t.scoreCapitalAfter(tp, i)
	}
	return t.scoreVerbAfter(tp, e)
}

// isMake reports whether the words from word i on are weapons that are called by a toponym,
// as in Iskander missiles; but not the name of a country, as in Iran drones.
func (t *text) isMake(tp *toponym, i int, e *entry) bool {
	return e.is(classArm) && !t.words[i].capital && !t.isPower(tp)
}

// holdsOffice reports whether what follows a toponym after a comma tells its office, so
// that it is a person: arrested Sakib, commander of the group; but not in Gao, commander
// Ali Omar said.
func (t *text) holdsOffice(tp *toponym) bool {
	k := tp.last + 1
	if k >= len(t.words) || t.words[k].before != gapComma || t.words[k].sentence != t.words[tp.last].sentence || t.wordIsLocative(tp.first-1) || tp.hit.Words > 1 {
		return false
	}
	for end := k + maxModifiers; k < end && k+1 < len(t.words); k++ {
		if t.words[k].capital || k > tp.last+1 && !t.adjacent(k) {
			return false
		}
		if t.words[k].is(classOffice | classTitle) {
			return t.wordIs(k+1, "of")
		}
	}
	return false
}

// scorePossessive weighs what a toponym in the possessive is said to have: followers
// make a person of it, as in Castro's rebels.
func (t *text) scorePossessive(tp *toponym) float64 {
	if k := tp.last + 1; tp.hit.Words == 1 && t.adjacent(k) && t.words[k].is(classFollower) && !t.isPower(tp) {
		return againstPerson
	}
	return forWeakLocative / 2
}

// scoreAfterHyphen weighs word i, which a hyphen joins to a toponym before it:
// Paris-Match, Qala-e-Shirgul, but Turkey-backed and Damascus-Homs.
func (t *text) scoreAfterHyphen(tp *toponym, i int, e *entry) float64 {
	w := &t.words[i]
	if !w.capital {
		if k := i + 1; t.adjacent(k) && t.words[k].before == gapHyphen && t.words[k].capital {
			return againstOrg
		}
		if t.isTail(i) {
			return againstOrg
		}
		return 0
	}
	m, place := t.toponymAt[i]
	switch {
	case e.is(classOpener):
		return 0
	case !place:
		return againstName
	case !t.areTwoPlaces(tp, &t.toponyms[m]):
		return againstOrg
	}
	return 0
}

// isTail reports whether the small word i after a hyphen goes on with the name, as
// in Kotte-oya, and is no word that is joined to names, as in Damascus-based,
// Paris-wide, Homs-area.
func (t *text) isTail(i int) bool {
	w := t.spelt(i)
	return !t.words[i].is(classJoined) && !strings.HasSuffix(w, "ed") && !strings.HasSuffix(w, "ing") && t.words[i].entry.feature == ""
}

// areTwoPlaces reports whether a hyphen between two toponyms joins two places,
// as in the Damascus-Homs highway, and not the parts of one name, as in
// Pende-Kota.
func (t *text) areTwoPlaces(a, b *toponym) bool {
	if t.isPower(a) || t.isPower(b) || t.firstOfHighway(a) || t.secondOfHighway(b) {
		return true
	}
	for i := range t.names[a.name].candidates {
		p := &t.names[a.name].candidates[i]
		for k := range t.names[b.name].candidates {
			q := &t.names[b.name].candidates[k]
			if p.prior >= knownTown && q.prior >= knownTown && p.place.Country == q.place.Country {
				return true
			}
		}
	}
	return false
}

// knownTown is the prior from which a place is known beyond its division.
const knownTown = 4

// endsOtherName reports whether the words from i on make the toponym before
// them part of the name of something else: Tamil Tigers, the Lusaka Protocol,
// St. Michael's Hospital, Baker Street.
func (t *text) endsOtherName(tp *toponym, i int, e *entry, length int) bool {
	w := &t.words[i]
	switch {
	case e.is(classOrganisation) && w.capital && (e.feature == "" || length > 1):
		return true
	case e.is(classCompound):
		return true
	case w.capital && e.feature == "facility" && strings.HasPrefix(t.names[tp.name].key, "saint "):
		return true
	case t.isParticle(i) && w.before == gapSpace && t.words[i+1].before == gapHyphen:
		return true // Bir al-Abed, of which the gazetteer has only Bir
	}
	return w.capital && e.is(classStreet|classNamed)
}

// scoreLocalBody weighs a capitalised noun for a place's own body at word i,
// as in Paris Police. In Homs Media Centre it is an organisation's: the word
// that says so comes later.
func (t *text) scoreLocalBody(i int) float64 {
	for k := i + 1; k <= i+3 && t.adjacent(k) && t.words[k].capital; k++ {
		if e := t.words[k].entry; e.is(classOrganisation) && e.feature == "" && !e.is(classLocal) {
			return againstOrg / 2
		}
	}
	return forWeakLocative
}

// scoreCapitalAfter weighs another capitalised word after a toponym.
func (t *text) scoreCapitalAfter(tp *toponym, i int) float64 {
	_, place := t.toponymAt[i]
	switch {
	case t.words[tp.first].is(classTitle):
		return againstPerson // General Santos Cruz
	case place || t.demonymAt(i):
		return 0
	case t.organisationSoon(i):
		return againstOrg // Baltimore Symphony Foundation
	case t.isGivenName(i):
		return 0 // Paris Mayor Anne; Whittier resident Bob
	case tp.first < tp.last:
		return againstName / 2 // Metcalfe County Coroner
	}
	return againstName
}

// organisationSoon reports whether the capitalised words from i on come to one
// that ends the name of an organisation.
func (t *text) organisationSoon(i int) bool {
	for k := i; k <= i+3 && t.adjacent(k) && t.words[k].capital; k++ {
		if e, length := t.phrase(k); e.is(classOrganisation) && (e.feature == "" || length > 1) {
			return true
		}
	}
	return false
}

// scoreVerbAfter weighs a verb after a toponym: persons laugh, and only persons
// and governments say.
func (t *text) scoreVerbAfter(tp *toponym, e *entry) float64 {
	switch {
	case !e.is(classPersonVerb):
		return 0
	case !e.is(classMetonym):
		return againstVerb * 2
	case !t.isPower(tp):
		return againstVerb
	}
	return 0
}
