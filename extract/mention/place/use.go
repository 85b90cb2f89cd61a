package place

import (
	"strings"

	"sitrep/extract/mention"
	"sitrep/gazetteer"
)

// use tells a government or army, meant by its capital or country, from the
// place.
func (t *text) use(n int, c *candidate) string {
	s := &t.spots[n]
	if s.dateline {
		return mention.UseDateline
	}
	if c.place.Kind != gazetteer.KindCountry && !c.place.Capital && c.place.Kind != "government building" || s.feature != "" {
		return mention.UsePlace
	}
	if t.acts(n, c, 0) {
		return mention.UseMetonym
	}
	return mention.UsePlace
}

// acts says whether the words around a state or capital make it one that
// speaks, does or is spoken to.
func (t *text) acts(n int, c *candidate, depth int) bool {
	s := &t.spots[n]
	var prev entry
	first := s.first
	for t.adjacent(first) && t.words[first-1].entry.class&classDirection != 0 && !t.words[first-1].possessive {
		first-- // in southern Somalia
	}
	behind := t.adjacent(first)
	if behind {
		prev = t.words[first-1].entry
	}
	i := s.last + 1
	if t.words[s.last].possessive {
		if !t.adjacent(i) {
			return false
		}
		e, _ := t.phrase(i)
		return c.place.Capital && e.class&classOwned != 0 // Washington's decision
	}
	if c.place.Form == gazetteer.Abbreviated && t.adjacent(i) && t.words[i].entry.class&(classLead|classMetonym|classBe) == 0 && prev.locative < 2 {
		return true // U.S. forces
	}
	if t.adjacent(i) && t.words[i].before == gapHyphen {
		return t.words[i].entry.class&classPassive != 0 // Turkey-backed
	}
	if behind && prev.class&classAddressee != 0 {
		return true // accused Damascus of
	}
	if behind && prev.class&classAgainst != 0 && prev.locative < 2 && c.place.Capital && t.lower(first-1) != "on" && !t.adjacent(i) {
		return true // talks with Damascus. The offer by Khartoum,
	}
	if prev.locative > 0 && prev.class&classLead == 0 || prev.locative > 0 && t.lower(first-1) != "and" && t.lower(first-1) != "but" && t.lower(first-1) != "as" {
		return false
	}
	// The subject of what a government does: after adverbs and auxiliaries a
	// verb that is no passive.
	k := i
	for k < i+3 && t.adjacent(k) && t.words[k].entry.class&classAuxiliary != 0 {
		k++
	}
	if !t.adjacent(k) {
		return false
	}
	e := t.words[k].entry
	switch {
	case t.words[k].capital:
		return false
	case e.class&classMetonym != 0:
		return !(t.adjacent(k+1) && t.lower(k+1) == "by")
	case e.class&classBe != 0:
		return false
	case k > i && e.locative == 0 && !t.words[k].capital && e.class&classLead == 0:
		return t.words[i].entry.class&classLead == 0 || t.lower(i) == "will" || t.lower(i) == "would" || t.lower(i) == "has" || t.lower(i) == "have"
	case strings.HasSuffix(t.lower(k), "ed") && e.class&classLocative == 0 || strings.HasSuffix(t.lower(k), "ed") && c.place.Kind == gazetteer.KindCountry:
		return !(t.adjacent(k+1) && t.lower(k+1) == "by")
	case t.lower(k) == "and" && depth < 2:
		// Islamabad and New Delhi traded blame: as the last of them.
		if m, ok := t.spotAt[k+1]; ok {
			if o := t.best(m); o != nil && (o.place.Capital || o.place.Kind == gazetteer.KindCountry) {
				return t.acts(m, o, depth+1)
			}
		}
	}
	return false
}
