package place

import (
	"sitrep/gazetteer"
)

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

// given says whether word i is a first name.
func (t *text) given(i int) bool { return t.words[i].entry.class&classGiven != 0 }

// particle says whether word i is a lower-case part of a name: al-Assad, bin
// Laden, van Gogh.
func (t *text) particle(i int) bool {
	return t.words[i].entry.class&classParticle != 0 && !t.words[i].capital && i+1 < len(t.words) && t.words[i+1].capital && t.adjacent(i+1)
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
