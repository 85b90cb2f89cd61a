package reading

import (
	"sort"

	"sitrep/extract/article"
	"sitrep/extract/clock"
	"sitrep/extract/lang"
	"sitrep/extract/mention"
	"sitrep/extract/rules"
	"sitrep/gazetteer"
)

// Places returns the places of the gazetteer that the text names, in text
// order, none within another.
func (r *Reading) Places() []mention.Place {
	return r.places.get(func() []mention.Place {
		r.Document.Clock.Start(clock.Places)
		defer r.Document.Clock.Stop()
		return outsideNames(r.finder.FindBeside(r.Document, r.parties), r.names)
	})
}

// outsideNames leaves out the places whose name lies within a name of an
// actor: the dictionary of actors has Ansar Allah, the gazetteer an Allah.
func outsideNames(ps []mention.Place, names []article.Span) []mention.Place {
	kept := ps[:0]
	n := 0
	for _, p := range ps {
		for n < len(names) && names[n].End <= p.Start {
			n++
		}
		if n == len(names) || !names[n].Contains(p.Span) {
			kept = append(kept, p)
		}
	}
	return kept
}

// placesFrom returns the places from the first that ends after the offset on.
func (r *Reading) placesFrom(offset int) []mention.Place {
	ps := r.Places()
	return ps[sort.Search(len(ps), func(i int) bool { return ps[i].End > offset }):]
}

// PlaceAt returns the place whose name the offset lies in, or nil. It may be
// one that stands for a government, or that heads the text.
func (r *Reading) PlaceAt(offset int) *mention.Place {
	if ps := r.placesFrom(offset); len(ps) > 0 && ps[0].Start <= offset {
		return &ps[0]
	}
	return nil
}

// NamesPlaceAt reports whether the offset lies in the name of a place that is
// meant as a place.
func (r *Reading) NamesPlaceAt(offset int) bool {
	p := r.PlaceAt(offset)
	return p != nil && p.Use == mention.UsePlace
}

// NamesTown reports whether a noun group is the name of a town that is meant as a place,
// though it may be a capital: the [Kabul] attack.
func (r *Reading) NamesTown(g *lang.NounGroup) bool {
	p := r.PlaceAt(g.Sentence.Tokens[g.Head].Start)
	return p != nil && p.Use == mention.UsePlace && p.Kind == gazetteer.KindPopulatedPlace
}

// FirstPlaceIn returns the first place that is named in a noun group, as
// whatever it is meant, or nil.
func (r *Reading) FirstPlaceIn(g *lang.NounGroup) *mention.Place {
	if ps := r.placesFrom(g.Start); len(ps) > 0 && ps[0].Start < g.End {
		return &ps[0]
	}
	return nil
}

// PlaceIn returns the first place of the gazetteer that is named in a noun
// group and meant as a place, or nil.
func (r *Reading) PlaceIn(g *lang.NounGroup) *mention.Place {
	ps := r.placesFrom(g.Start)
	for i := range ps {
		if ps[i].Start >= g.End {
			break
		}
		if ps[i].Use == mention.UsePlace {
			return &ps[i]
		}
	}
	return nil
}

// PlacesIn returns the places of the gazetteer that are named in a noun group
// and meant as places.
func (r *Reading) PlacesIn(g *lang.NounGroup) []mention.Place { return r.PlacesWithin(g.Span) }

// PlacesWithin returns the places of the gazetteer that are named in a stretch of
// text and meant as places.
func (r *Reading) PlacesWithin(span article.Span) []mention.Place {
	var out []mention.Place
	for _, p := range r.placesFrom(span.Start) {
		if p.Start >= span.End {
			break
		}
		if p.Use == mention.UsePlace {
			out = append(out, p)
		}
	}
	return out
}

// MainCountry returns the country that most places of the text are in, and how many, or
// "": of two with as many, the one that has them first.
func (r *Reading) MainCountry() (country string, places int) {
	m := r.country.get(r.mainCountry)
	return m.name, m.places
}

// mainCountry finds what MainCountry returns.
func (r *Reading) mainCountry() mainCountry {
	m, counts := mainCountry{}, map[string]int{}
	for _, p := range r.Places() {
		if p.Country == "" || p.Use == mention.UseMetonym {
			continue
		}
		counts[p.Country]++
		if counts[p.Country] > m.places {
			m = mainCountry{name: p.Country, places: counts[p.Country]}
		}
	}
	return m
}

// mainCountry is a country and how many places of a text are in it.
type mainCountry struct {
	name   string
	places int
}

// IsPlace reports whether a noun group stands for a place or a building, and
// not for the people in it.
func (r *Reading) IsPlace(g *lang.NounGroup) bool {
	c := r.Class(g)
	return c.Is(rules.Place|rules.Facility) && !c.Is(rules.Force)
}
