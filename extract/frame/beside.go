package frame

import (
	"slices"
	"sort"

	"sitrep/extract/event"
	"sitrep/extract/mention"
	"sitrep/extract/mention/actor"
	"sitrep/extract/telling"
)

// namesBeside reports whether the sentence of a telling names a place, and
// whether all that it names are of other countries than the places are.
func (f *finder) namesBeside(t *telling.Telling, places []mention.Place) (names, others bool) {
	others = true
	s, all := t.Event.Sentence, f.Places()
	// The places are in text order. A long text asks this of every telling with
	// every setting, so only those of the sentence are looked at.
	first := sort.Search(len(all), func(i int) bool { return all[i].Start >= s.Start })
	for _, p := range all[first:] {
		if p.Start >= s.End {
			break
		}
		if p.End > s.End || p.Use != mention.UsePlace || !f.SaidTogether(s, t.Event.Trigger, p.Span) {
			continue
		}
		names = true
		if p.Country == "" || isHome(places, p.Country) {
			others = false
		}
	}
	return names, names && others
}

// isElsewhere reports whether a telling can't be at the places: its sentence names
// places of other countries only, or its sides are both of other countries.
func (f *finder) isElsewhere(t *telling.Telling, places []mention.Place) bool {
	_, others := f.namesBeside(t, places)
	return others && !t.Dates || f.isSideAbroad(t, places)
}

// isHome reports whether one of the places is in the country, or in none that is
// known.
func isHome(places []mention.Place, country string) bool {
	return slices.ContainsFunc(places, func(p mention.Place) bool { return p.Country == "" || p.Country == country })
}

// isSideAbroad reports whether both sides of a telling are of countries that the
// places are not in, as where Azerbaijani forces shell Armenian ones in the
// sentence after a bombing in Syria.
func (f *finder) isSideAbroad(t *telling.Telling, places []mention.Place) bool {
	return f.isAbroad(t.Actors, places) && f.isAbroad(t.Targets, places)
}

// isAbroad reports whether a side has known countries, none of which is home.
func (f *finder) isAbroad(side []event.Filler, places []mention.Place) bool {
	abroad := false
	for _, x := range side {
		for _, m := range f.ActorsOf(x.Group) {
			if m.Country == "" || isHome(places, m.Country) {
				return false
			}
			abroad = true
		}
	}
	return abroad
}

// takesPart reports whether a side is known to be of a country.
func (f *finder) takesPart(side []event.Filler, country string) bool {
	return slices.ContainsFunc(side, func(x event.Filler) bool {
		return slices.ContainsFunc(f.ActorsOf(x.Group), func(m *actor.Mention) bool { return m.Country == country && country != "" })
	})
}

// identity returns the id of a known actor, or "".
func (f *finder) identity(x event.Filler) string {
	for _, m := range f.ActorsOf(x.Group) {
		if m.ID != "" {
			return m.ID
		}
		if m.Antecedent != nil && m.Antecedent.ID != "" {
			return m.Antecedent.ID
		}
	}
	return ""
}
