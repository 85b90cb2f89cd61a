package place

import (
	"strings"

	"sitrep/extract/mention"
	"sitrep/gazetteer"
)

// use returns what toponym n is used for: as a place, or for a government or
// army that is meant by its country or capital.
func (t *text) use(n int, c *candidate) string {
	tp := &t.toponyms[n]
	switch {
	case tp.dateline:
		return mention.UseDateline
	case !c.isPower() && c.place.Kind != "government building" || tp.feature != "":
		return mention.UsePlace
	case t.actsAsGovernment(tp, c, 0):
		return mention.UseMetonym
	}
	return mention.UsePlace
}

func (c *candidate) isPower() bool { return c.place.Kind == gazetteer.KindCountry || c.place.Capital }

// actsAsGovernment reports whether the words around a country or capital make
// it one that speaks, acts or is spoken to.
func (t *text) actsAsGovernment(tp *toponym, c *candidate, depth int) bool {
	before, after := t.wordBefore(tp), tp.last+1
	switch {
	case t.words[tp.last].possessive:
		return c.place.Capital && t.ownsAsGovernment(after)
	case t.shortForState(c, before, after):
		return true
	case t.adjacent(after) && t.words[after].before == gapHyphen:
		return t.words[after].is(classPassive) // Turkey-backed
	case t.joinsAllegiance(tp.first):
		return true // pro-Moscow
	case before >= 0 && t.words[before].is(classAddressee):
		return true // accused Damascus of
	case c.place.Capital && before >= 0 && t.counterpart(before) && !t.adjacent(after):
		return true // talks with Damascus. The offer by Khartoum,
	case before >= 0 && t.locates(before):
		return false
	}
	return t.isSubject(after, c, depth)
}

// joinsAllegiance reports whether a hyphen joins word i to what tells for or against whom
// somebody is: pro-Moscow, anti-Kabul.
func (t *text) joinsAllegiance(i int) bool {
	return t.adjacent(i) && t.words[i].before == gapHyphen && t.words[i-1].is(classAllegiance)
}

// wordBefore returns the word before a toponym and the directions with it, as
// in of in southern Somalia, or -1 where none is adjacent. A preposition is no
// direction: near Kabul.
func (t *text) wordBefore(tp *toponym) int {
	first := tp.first
	for t.adjacent(first) && t.words[first-1].is(classDirection) && !t.words[first-1].possessive && !t.locates(first-1) {
		first--
	}
	if !t.adjacent(first) {
		return -1
	}
	return first - 1
}

// ownsAsGovernment reports whether word i, after a possessive, is what only a
// government has: Washington's decision.
func (t *text) ownsAsGovernment(i int) bool {
	if !t.adjacent(i) {
		return false
	}
	e, _ := t.phrase(i)
	return e.is(classOwned)
}

// shortForState reports whether an abbreviation of a country stands before a
// noun as its adjective: U.S. forces.
func (t *text) shortForState(c *candidate, before, after int) bool {
	if c.place.Form != gazetteer.Abbreviated || !t.adjacent(after) || t.words[after].is(classOpener|classMetonym|classBe) {
		return false
	}
	return before < 0 || t.words[before].entry.locative < 2
}

// counterpart reports whether word i is a preposition before whom something is
// done with or to: talks with Damascus, an attack against Damascus.
func (t *text) counterpart(i int) bool {
	return t.words[i].is(classAgainst) && t.words[i].entry.locative < 2 && t.lower(i) != "on"
}

// locates reports whether word i is a preposition or verb that takes a place
// after it. A conjunction that opens a clause is none.
func (t *text) locates(i int) bool {
	if t.words[i].entry.locative <= 0 {
		return false
	}
	w := t.lower(i)
	return !(t.words[i].is(classOpener) && (w == "and" || w == "but" || w == "as"))
}

// isSubject reports whether the words from i on, after a toponym, make it the
// subject of what a government does: after adverbs and auxiliaries stands a
// verb that is no passive.
func (t *text) isSubject(i int, c *candidate, depth int) bool {
	k := i
	for k < i+3 && t.adjacent(k) && t.words[k].is(classAuxiliary) {
		k++
	}
	if !t.adjacent(k) {
		return false
	}
	w := &t.words[k]
	switch {
	case w.capital:
		return false
	case w.is(classMetonym):
		return !t.wordIs(k+1, "by")
	case w.is(classBe):
		return false
	case k > i && w.entry.locative == 0 && !w.is(classOpener):
		return !t.words[i].is(classOpener) || t.isVerbalOpener(i)
	case strings.HasSuffix(t.lower(k), "ed") && (!w.is(classLocative) || c.place.Kind == gazetteer.KindCountry):
		return !t.wordIs(k+1, "by")
	case t.lower(k) == "and" && depth < 2:
		// Islamabad and New Delhi traded blame: as the last of them.
		if m, ok := t.toponymAt[k+1]; ok {
			if o := t.best(m); o != nil && o.isPower() {
				return t.actsAsGovernment(&t.toponyms[m], o, depth+1)
			}
		}
	}
	return false
}

// isVerbalOpener reports whether word i is an auxiliary among the words that may
// open a sentence: Damascus will never accept.
func (t *text) isVerbalOpener(i int) bool {
	switch t.lower(i) {
	case "will", "would", "has", "have":
		return true
	}
	return false
}
