package setting

import (
	"slices"
	"sort"

	"sitrep/extract/lang"
	"sitrep/extract/mention"
	"sitrep/extract/rules"
	"sitrep/extract/telling"
)

// toponymsBeside returns what the sentence of an event names that may be a place, said in
// the same words as the event.
func (f finder) toponymsBeside(t *telling.Telling, of map[*lang.Sentence][]telling.Toponym) []telling.Toponym {
	s := t.Event.Sentence
	if _, done := of[s]; !done {
		of[s] = f.toponyms(s)
	}
	return without(of[s], func(n telling.Toponym) bool {
		return !f.isSaidWith(t.Event, n.Span) || f.isInEcho(t, &n) || s.IsAcrossAnswer(t.Event.Trigger, n.Span)
	})
}

// toponyms returns what a sentence names that may be a place, whether or not something
// happened there, in text order. A name that no gazetteer has is put at the narrowest
// place around it.
func (f finder) toponyms(s *lang.Sentence) []telling.Toponym {
	var out []telling.Toponym
	add := func(n telling.Toponym) {
		if !slices.ContainsFunc(out, func(o telling.Toponym) bool { return o.Overlaps(n.Span) }) {
			out = append(out, n)
		}
	}
	for _, g := range s.Nouns {
		if f.isHospital(g) || isTrailing(g) {
			continue // where the wounded were taken; who says so, after a dash
		}
		first := g
		if g.Coordinated != nil {
			first = g.Coordinated
		}
		prep := f.prepositionBefore(first)
		if slices.Contains(f.Rules.Grammar.Elsewhere, prep) || f.isWhereCourtSits(first, prep) {
			continue // a setback for Damascus; a court in Oslo
		}
		for _, p := range f.toponymsIn(g, prep) {
			add(telling.Toponym{Place: p, Group: g, Prep: prep})
		}
	}
	for _, p := range f.namedIn(s) {
		if !slices.ContainsFunc(s.Nouns, func(g *lang.NounGroup) bool { return g.Contains(p.Span) }) {
			add(telling.Toponym{Place: p})
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Start < out[j].Start })
	f.locateToponyms(out)
	return out
}

// toponymsIn returns the places that a group after a preposition names, or the group
// itself where it may be the name of a place that no gazetteer has.
func (f finder) toponymsIn(g *lang.NounGroup, prep string) []mention.Place {
	if known := f.PlacesIn(g); len(known) > 0 {
		return f.fused(g, known)
	}
	if f.FirstPlaceIn(g) != nil {
		return nil
	}
	if p := f.titled(g); p != nil {
		return []mention.Place{*p}
	}
	if f.isToponym(g, prep) {
		return []mention.Place{f.unlisted(g)}
	}
	return nil
}

// isToponym reports whether a group that no gazetteer has may be the name of a place:
// it has a capital, and nothing makes it that of somebody or of a thing.
func (f finder) isToponym(g *lang.NounGroup, prep string) bool {
	switch {
	case f.isNoName(g):
		return false
	case f.isSeat(g, prep):
		return true
	case !f.mayNamePlace(g):
		return false
	case f.Class(g).Is(rules.Place | rules.Facility):
		return !f.isOnlySort(g) && (f.standsForItself(g) || f.hasOwnName(g))
	}
	return f.isBareName(g) && (f.isCalledPlace(g, prep) || g.Apposition != nil && f.IsPlace(g.Apposition))
}

// namedIn returns the places of the gazetteer that a sentence names as places.
func (f finder) namedIn(s *lang.Sentence) []mention.Place {
	var out []mention.Place
	all := f.Places()
	for i := sort.Search(len(all), func(i int) bool { return all[i].Start >= s.Start }); i < len(all) && all[i].Start < s.End; i++ {
		if p := all[i]; p.End <= s.End && p.Use == mention.UsePlace {
			out = append(out, p)
		}
	}
	return out
}

// locateToponyms gives those that no gazetteer has the point of the narrowest place
// around them.
func (f finder) locateToponyms(ts []telling.Toponym) {
	places := make([]mention.Place, len(ts))
	for i, t := range ts {
		places[i] = t.Place
	}
	for i := range ts {
		p := &ts[i].Place
		if p.Located {
			continue
		}
		if on := f.townOnRoad(p); on != nil {
			put(p, on)
		} else if around := namedAround(places, p); around != nil {
			put(p, around)
		}
	}
}
