package gazetteer

import (
	"slices"
	"strings"

	"sitrep/gazetteer/internal/fold"
	"sitrep/gazetteer/internal/layout"
)

// OwnPlace is a place of a user's, with its other names.
type OwnPlace struct {
	Place
	Aliases []string
}

// overlay is a user's own places on top of the built-in ones.
type overlay struct {
	places   []Place
	names    map[string][]ownName
	leads    map[string]bool // keys that longer names begin with
	replaces map[string]bool // ids of ours that a row of the user's replaces
	shelves  []*shelf        // of large files; their places are counted after places
}

// at returns the place with a number.
func (o *overlay) at(n int) Place {
	if n < len(o.places) {
		return o.places[n]
	}
	n -= len(o.places)
	for _, s := range o.shelves {
		if n < s.count {
			return s.at(n)
		}
		n -= s.count
	}
	return Place{}
}

// len returns the number of places.
func (o *overlay) len() int {
	n := len(o.places)
	for _, s := range o.shelves {
		n += s.count
	}
	return n
}

// named returns the places of a key.
func (o *overlay) named(key string) []ownName {
	found := o.names[key]
	base := len(o.places)
	for _, s := range o.shelves {
		found = s.named(found[:len(found):len(found)], key, base)
		base += s.count
	}
	return found
}

// leadsOn reports whether longer names begin with the key.
func (o *overlay) leadsOn(key string) bool {
	if o.leads[key] {
		return true
	}
	return slices.ContainsFunc(o.shelves, func(s *shelf) bool { return s.leadsOn(key) })
}

// standsIn reports whether one of the places has the id of a built-in one.
func (o *overlay) standsIn(id string) bool {
	if o.replaces[id] {
		return true
	}
	return slices.ContainsFunc(o.shelves, func(s *shelf) bool { return s.has(id) })
}

type ownName struct {
	place int
	form  NameForm
}

// With returns the index with a user's places on top: they are found by their
// names beside the built-in ones, and one that has the id of a built-in place
// replaces it. x itself is not changed.
func (x *PlaceIndex) With(own ...OwnPlace) *PlaceIndex {
	o := &overlay{names: map[string][]ownName{}, leads: map[string]bool{}, replaces: map[string]bool{}}
	if x.own != nil {
		o.places = append(o.places, x.own.places...)
		for k, v := range x.own.names {
			o.names[k] = append([]ownName(nil), v...)
		}
		for k := range x.own.leads {
			o.leads[k] = true
		}
		for k := range x.own.replaces {
			o.replaces[k] = true
		}
		o.shelves = x.own.shelves
	}
	o.add(own)
	return newPlaceIndex(x.names, x.kinds, o)
}

// withShelves returns the index with the places of large files on top.
func (x *PlaceIndex) withShelves(shelves []*shelf) *PlaceIndex {
	o := overlay{}
	if x.own != nil {
		o = *x.own
	}
	o.shelves = append(o.shelves[:len(o.shelves):len(o.shelves)], shelves...)
	return newPlaceIndex(x.names, x.kinds, &o)
}

// add adds places and their names.
func (o *overlay) add(own []OwnPlace) {
	for _, p := range own {
		n := len(o.places)
		o.places = append(o.places, p.Place)
		o.replaces[p.ID] = true
		o.name(n, p.Name, PrimaryName)
		for _, a := range p.Aliases {
			o.name(n, a, AlternateName)
		}
	}
}

func (o *overlay) name(place int, name string, form NameForm) {
	keys := []string{fold.Tight(name)}
	if l := fold.Loose(name); l != "" {
		keys = append(keys, string(layout.LoosePrefix)+l)
	}
	for _, k := range keys {
		if k == "" || o.has(k, place) {
			continue
		}
		o.names[k] = append(o.names[k], ownName{place, form})
		for i := strings.LastIndexByte(k, ' '); i > 0; i = strings.LastIndexByte(k[:i], ' ') {
			o.leads[k[:i]] = true
		}
	}
}

func (o *overlay) has(key string, place int) bool {
	return slices.ContainsFunc(o.names[key], func(n ownName) bool { return n.place == place })
}
