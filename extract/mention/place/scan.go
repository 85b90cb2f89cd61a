package place

import (
	"sort"

	"sitrep/extract/article"
	"sitrep/gazetteer"
)

// readWords finds the words of every sentence and dateline.
func (t *text) readWords() {
	segments := t.doc.Article.Segments
	if t.words = t.words[:0]; t.words == nil {
		t.words = make([]word, 0, len(t.src)/5)
	}
	k := 0
	for i, s := range t.doc.Sentences {
		for ; k < len(segments) && segments[k].End <= s.Start; k++ {
			t.readDateline(segments[k])
		}
		t.words = appendWords(t.words, t.src, s.Start, s.End, i)
	}
	for ; k < len(segments); k++ {
		t.readDateline(segments[k])
	}
}

// readDateline finds the words of a dateline, which belongs to no sentence.
func (t *text) readDateline(s article.Segment) {
	if s.Part == article.Dateline {
		t.words = appendWords(t.words, t.src, s.Start, s.End, -1)
	}
}

// scan finds the longest gazetteer names, from left to right. It fills
// toponyms, names and demonyms.
func (t *text) scan() {
	t.nameByKey, t.peoples = map[string]int{}, map[int][]string{}
	t.toponymAt = map[int]int{}
	scanner := t.places.Scanner()
	defer scanner.Close()
	var places []gazetteer.Place
	for i := 0; i < len(t.words); i++ {
		if !t.mayBeginName(i) {
			continue
		}
		hit, ok := scanner.Longest(t.src, t.words[i].start)
		if !ok {
			continue
		}
		last := i
		for last+1 < len(t.words) && t.words[last+1].start < hit.End {
			last++
		}
		places = t.places.Refs(places[:0], hit)
		if t.addDemonym(places, i) {
			i = last
			continue
		}
		if places = t.withFormOf(places, i); len(places) == 0 {
			continue
		}
		t.add(toponym{hit: hit, first: i, last: last, dateline: t.words[i].sentence < 0}, places)
		i = last
	}
}

// mayBeginName reports whether the gazetteer is to be asked for a name that
// begins at word i.
func (t *text) mayBeginName(i int) bool {
	w := &t.words[i]
	if !w.capital && !t.articleBeforeHyphen(w) {
		return false
	}
	if w.before == gapHyphen && i > 0 && t.words[i-1].capital && !t.lastToponymEndsAt(i-1) && !t.words[i-1].first {
		return false // the second half of a double name: Smith-Holland
	}
	if w.is(classNumeral) && t.adjacent(i+1) && t.words[i+1].before == gapHyphen && t.words[i+1].is(classNumeral) {
		return false // Ninety-six people; the town is Ninety Six
	}
	// At Taji, In Najaf: a preposition that opens the sentence is no Arabic
	// article (At-Taji, An Najaf).
	return !(w.first && w.is(classOpener) && w.end-w.start < 3 && t.src[w.end:min(w.end+1, len(t.src))] != "-")
}

// articleBeforeHyphen reports whether the word is short and has a hyphen after
// it, as al- of al-Bab.
func (t *text) articleBeforeHyphen(w *word) bool {
	return w.end-w.start <= 4 && w.end < len(t.src) && t.src[w.end] == '-'
}

// lastToponymEndsAt reports whether the toponym that was found last ends with
// word i.
func (t *text) lastToponymEndsAt(i int) bool {
	n := len(t.toponyms)
	return n > 0 && t.toponyms[n-1].last == i
}

// addDemonym reports whether a name is a demonym, and notes its country where
// it has only one. Such a name is no place, however many hamlets bear it.
func (t *text) addDemonym(places []gazetteer.Place, first int) bool {
	country, found, several := "", false, false
	for _, p := range places {
		switch p.Form {
		case gazetteer.DemonymName:
			found = true
			several = several || country != "" && country != p.Country
			country = p.Country
		case gazetteer.PrimaryName, gazetteer.AlternateName:
			if p.Kind == gazetteer.KindCountry {
				return false
			}
		}
	}
	if found && !several {
		sentence := t.words[first].sentence
		t.demonyms = append(t.demonyms, demonym{country, first, sentence})
		t.peoples[sentence] = append(t.peoples[sentence], country)
	}
	return found
}

// withFormOf returns the places whose names may be written as the text writes
// them from word first on: US and DRC only in capitals, Ky. and IN only after
// a comma or, with their stops, after a preposition. It reuses the slice.
func (t *text) withFormOf(places []gazetteer.Place, first int) []gazetteer.Place {
	kept := places[:0]
	for _, p := range places {
		switch p.Form {
		case gazetteer.Abbreviated:
			if !t.inCapitals(first) || t.amongCapitals(first) {
				continue
			}
		case gazetteer.PostalName:
			if !t.postal(first) {
				continue
			}
		}
		kept = append(kept, p)
	}
	return kept
}

// inCapitals reports whether word i is in capitals, with stops or without: US,
// U.S.
func (t *text) inCapitals(i int) bool {
	w := &t.words[i]
	return w.upper || w.end-w.start > 1 && t.src[w.start+1] == '.'
}

// postal reports whether word i can be the abbreviation of a state: Hinton, KY; Hinton, Ky..
func (t *text) postal(i int) bool {
	w := &t.words[i]
	stops := t.src[w.start+1] == '.' || w.end < len(t.src) && t.src[w.end] == '.'
	if w.before == gapComma && i > 0 && t.words[i-1].capital {
		return t.inCapitals(i) || stops // not Smith, Co-owner
	}
	if !t.inCapitals(i) {
		return false
	}
	return stops && i > 0 && t.words[i-1].entry.locative > 0 || w.end-w.start > 2 && !t.amongCapitals(i)
}

// amongCapitals reports whether the words around word i are in capitals too, so
// that its own mean nothing, as in LET US PRAY TODAY.
func (t *text) amongCapitals(i int) bool {
	count := 0
	for _, k := range [...]int{i - 2, i - 1, i + 1, i + 2} {
		if k >= 0 && k < len(t.words) && t.words[k].sentence == t.words[i].sentence && t.words[k].upper && t.words[k].end-t.words[k].start > 3 {
			count++
		}
	}
	return count >= 2 && t.src[t.words[i].start+1] != '.'
}

// add files a toponym under its name.
func (t *text) add(tp toponym, places []gazetteer.Place) {
	key := gazetteer.Fold(t.src[tp.hit.Start:tp.hit.End])
	g, ok := t.nameByKey[key]
	if !ok {
		g = len(t.names)
		t.nameByKey[key] = g
		t.names = append(t.names, name{key: key})
	}
	n := len(t.toponyms)
	tp.name = g
	t.names[g].toponyms = append(t.names[g].toponyms, n)
	t.names[g].addCandidates(places)
	tp.inActor = t.withinActor(&tp)
	t.toponymAt[tp.first] = n
	t.toponyms = append(t.toponyms, tp)
}

// maxCandidates bounds the places that are weighed for one name: there are 160
// called Santa Cruz, and the least of them are never meant.
const maxCandidates = 48

func (nm *name) addCandidates(places []gazetteer.Place) {
	if len(places) > maxCandidates {
		sort.SliceStable(places, func(i, j int) bool { return places[i].Prior() > places[j].Prior() })
		places = places[:maxCandidates]
	}
	if nm.candidates == nil {
		nm.candidates = make([]candidate, 0, len(places))
	}
	for _, p := range places {
		if p.Form != gazetteer.DemonymName && !nm.has(p.Ref) {
			nm.candidates = append(nm.candidates, candidate{place: p, prior: p.Prior()})
		}
	}
}

// has reports whether the place is a candidate of the name.
func (nm *name) has(ref gazetteer.PlaceRef) bool {
	for i := range nm.candidates {
		if nm.candidates[i].place.Ref == ref {
			return true
		}
	}
	return false
}

// maxWordsBefore is how many words of an actor's name may precede a place in
// it.
const maxWordsBefore = 5

// withinActor reports whether a toponym lies within the name of a group, a body
// or a person of the dictionary of actors. The forces of a state do not count,
// as in the Syrian army or Iraq's police.
func (t *text) withinActor(tp *toponym) bool {
	sentence := t.words[tp.first].sentence
	for k := tp.first; k >= 0 && k >= tp.first-maxWordsBefore && t.words[k].sentence == sentence; k-- {
		if k < tp.first && t.words[k+1].before > gapHyphen {
			break
		}
		if !t.words[k].capital {
			continue
		}
		m, ok := t.actors.NameOver(t.src, t.words[k].start, tp.hit.End)
		if !ok {
			continue
		}
		if m.Start < tp.hit.Start || m.End > tp.hit.End+1 || tp.hit.Loose {
			return true
		}
	}
	return false
}
