package gazetteer

import (
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
	}
	for _, p := range own {
		n := len(o.places)
		o.places = append(o.places, p.Place)
		o.replaces[p.ID] = true
		o.name(n, p.Name, PrimaryName)
		for _, a := range p.Aliases {
			o.name(n, a, AlternateName)
		}
	}
	return &PlaceIndex{names: x.names, kinds: x.kinds, own: o}
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
	for _, n := range o.names[key] {
		if n.place == place {
			return true
		}
	}
	return false
}
