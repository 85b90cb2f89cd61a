package place

import (
	"sitrep/extract/lexicon"
	"sitrep/gazetteer"
)

// findPersons collects the names of persons: the capitalised words from a first
// name on, or after a title or an office.
func (t *text) findPersons() {
	t.personWords, t.inPerson = map[string]int{}, map[int]bool{}
	for i := 0; i < len(t.words); i++ {
		start, ok := t.personNameFrom(i)
		if !ok || start >= len(t.words) || !t.words[start].capital && !t.isParticle(start) {
			continue
		}
		end := t.nameEnd(start)
		for k := start; k < end; k++ {
			if t.words[k].capital && !t.words[k].is(classDate) {
				t.personWords[t.lower(k)]++
				t.inPerson[k] = true
			}
		}
		i = max(end, start+1) - 1
	}
}

// personNameFrom returns where the name of a person begins that word i opens or
// announces, and reports whether it does.
func (t *text) personNameFrom(i int) (start int, ok bool) {
	w := &t.words[i]
	switch {
	case w.is(classTitle):
		return i + 1, t.nameFollowsTitle(i)
	case w.is(classOffice):
		return i + 1, t.nameFollowsOffice(i)
	case t.nameFollowsKin(i):
		return i + 1, true
	case !w.capital:
		return 0, false
	case w.is(classGiven):
		return i, t.nameEnd(i) >= i+2 && !t.beginsPlaceName(i)
	}
	return i, t.isFirstName(i)
}

// nameFollowsKin reports whether the word at i is a word for kin before a first name between
// commas: survived by his wife, [Elizabeth], and nine children.
func (t *text) nameFollowsKin(i int) bool {
	k := i + 1
	if k+1 >= len(t.words) || t.words[k].before != gapComma || t.words[k+1].before != gapComma || t.words[i].capital {
		return false
	}
	return t.words[k].capital && t.isGivenName(k) && lexicon.People(lexicon.Kin)[t.lower(i)]
}

// nameFollowsTitle reports whether a name may follow the title at word i: Gen.
// Smith, where the stop belongs to the title, or Captain Smith.
func (t *text) nameFollowsTitle(i int) bool {
	if i+1 < len(t.words) && t.words[i+1].before == gapStop {
		return t.stopOnly(i)
	}
	return t.adjacent(i + 1)
}

// nameFollowsOffice reports whether a person's name may follow the office at
// word i. In President Syria, of a headline, the place is none; a given name
// is one although there is a place of that name.
func (t *text) nameFollowsOffice(i int) bool {
	k := i + 1
	if !t.adjacent(k) || !t.words[k].capital {
		return false
	}
	_, place := t.toponymAt[k]
	return !place || t.isGivenName(k)
}

// isFirstName reports whether the place name at word i is a first name here: the
// Jordan of Jordan Henderson, the Paris of Paris Hilton.
func (t *text) isFirstName(i int) bool {
	n, ok := t.toponymAt[i]
	k := i + 1
	if !ok || t.toponyms[n].last > i || t.toponyms[n].hit.Word&gazetteer.GivenName == 0 {
		return false
	}
	if !t.adjacent(k) || t.words[k].before == gapHyphen || t.words[i].possessive || t.inTitleCase(i) {
		return false
	}
	return t.maybeSurname(k) && !(t.words[i].first && t.words[i].is(classOpener))
}

// maybeSurname reports whether word k, after a first name, may be a surname.
func (t *text) maybeSurname(k int) bool {
	e, _ := t.phrase(k)
	if !t.words[k].capital || t.words[k].upper || e.feature != "" || e.is(^classGiven) || t.demonymAt(k) {
		return false
	}
	if m, ok := t.toponymAt[k]; ok && t.toponyms[m].hit.Word&(gazetteer.Surname|gazetteer.GivenName) == 0 {
		return false // Cairo Illinois
	}
	m, ok := t.actors.Longest(t.src, t.words[k].start)
	return !ok || m.Form != gazetteer.FormName // not Israel Hamas talks
}

// beginsPlaceName reports whether the first name at word i rather begins the
// name of a place or of its bodies: Laurel County, Paris Police, Florence
// Avenue.
func (t *text) beginsPlaceName(i int) bool {
	if n, ok := t.toponymAt[i]; ok && t.toponyms[n].last > i {
		return true
	}
	e, _ := t.phrase(i + 1)
	return e.feature != "" || e.is(classStreet|classLocal|classOrganisation)
}

func (t *text) isGivenName(i int) bool { return t.words[i].is(classGiven) }

// isParticle reports whether word i is a lower-case part of a name: al-Assad,
// bin Laden, van Gogh.
func (t *text) isParticle(i int) bool {
	return t.words[i].is(classParticle) && !t.words[i].capital && i+1 < len(t.words) && t.words[i+1].capital && t.adjacent(i+1)
}

// maxPersonWords is how many words of a name are read.
const maxPersonWords = 5

// nameEnd returns the word after the run of capitalised words and particles
// that begins at word i. It stays within one sentence, and passes no marks but
// the stops of initials.
func (t *text) nameEnd(i int) int {
	k := i
	for ; k < len(t.words) && k < i+maxPersonWords; k++ {
		if k > i && !t.continuesName(k) || !t.words[k].capital && !t.isParticle(k) {
			break
		}
	}
	return k
}

// continuesName reports whether word k may belong to the name that the word
// before it is part of. Monday and May do not, unless May is a first name.
func (t *text) continuesName(k int) bool {
	previous := &t.words[k-1]
	afterInitial := t.words[k].before == gapStop && previous.end-previous.start == 1
	if !t.adjacent(k) && !afterInitial || previous.possessive {
		return false
	}
	return !t.words[k].is(classDate) || t.isGivenName(k)
}
