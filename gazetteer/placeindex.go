package gazetteer

import (
	"sort"
	"strings"
	"sync"

	"github.com/blevesearch/vellum"

	"sitrep/gazetteer/internal/fold"
	"sitrep/gazetteer/internal/layout"
)

// PlaceIndex finds places by name. It is read only and safe for concurrent
// use.
type PlaceIndex struct {
	names *vellum.FST
	kinds []string
	own   *overlay // a user's own places, nil where none

	answers *sync.Pool // of *answers of names
}

func newPlaceIndex(names *vellum.FST, kinds []string, own *overlay) *PlaceIndex {
	return &PlaceIndex{names, kinds, own, &sync.Pool{New: func() any { return new(answers) }}}
}

// ownBit marks refs of the overlay.
const ownBit = 1 << 30

// At returns the place that a ref names.
func (x *PlaceIndex) At(ref PlaceRef) Place {
	if ref&ownBit != 0 {
		p := x.own.at(int(ref &^ ownBit))
		p.Ref = ref
		return p
	}
	r := layout.At(placeRecords, int(ref))
	p := Place{
		ID:         idOf(&r),
		Name:       layout.String(placeStrings, int(r.Name)),
		Kind:       x.kinds[r.Kind],
		Latitude:   r.Latitude,
		Longitude:  r.Longitude,
		Population: int(r.Population),
		Precision:  int(r.Precision & 0x0f),
		Capital:    r.Flags&layout.Capital != 0,
		Curated:    r.Flags&layout.Curated != 0,
		Ref:        ref,
	}
	switch {
	case r.Flags&layout.Seat1 != 0:
		p.Seat = 1
	case r.Flags&layout.Seat2 != 0:
		p.Seat = 2
	}
	if iso, rec := countryOf(r.Country); rec >= 0 {
		p.Country, p.CountryName = iso, nameOf(rec)
	}
	if r.Admin1 != 0 {
		p.Admin1 = nameOf(int(layout.U32(placeAdmin1, 4*int(r.Admin1))))
	}
	if r.Admin2 != 0 {
		record := int(layout.U32(placeAdmin2, 4*int(r.Admin2)))
		division := layout.At(placeRecords, record)
		p.Admin2, p.Admin2ID = nameOf(record), idOf(&division)
	}
	return p
}

func nameOf(record int) string {
	return layout.String(placeStrings, int(layout.U32(placeRecords, record*layout.RecordSize+16)))
}

// Len returns the number of places.
func (x *PlaceIndex) Len() int {
	n := len(placeRecords) / layout.RecordSize
	if x.own != nil {
		n += x.own.len()
	}
	return n
}

// Lookup returns the places of a name, the likeliest first. Where the
// spelling itself is unknown, transliterations of it are tried. Demonyms and
// abbreviations are found too; Form says so.
func (x *PlaceIndex) Lookup(name string) []Place {
	var out []Place
	if h, ok := x.get(fold.Tight(name), false); ok {
		out = x.Refs(out, h)
	}
	if len(out) == 0 {
		if l := fold.Loose(name); l != "" {
			if h, ok := x.get(string(layout.LoosePrefix)+l, true); ok {
				out = x.Refs(out, h)
			}
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Prior() > out[j].Prior() })
	return out
}

func (x *PlaceIndex) get(key string, loose bool) (PlaceHit, bool) {
	v, ok, err := x.names.Get([]byte(key))
	if err != nil || !ok {
		v = 0
	}
	h := PlaceHit{offset: layout.Offset(v), Loose: loose, Word: WordFlags(v >> 1 & 7)}
	if x.own != nil {
		h.own = x.own.named(key)
	}
	return h, h.offset != 0 || len(h.own) > 0
}

// Refs appends the places of a hit to dst. A user's own come first, and stand
// in for ours where they share an id.
func (x *PlaceIndex) Refs(dst []Place, h PlaceHit) []Place {
	for _, n := range h.own {
		p := x.At(PlaceRef(n.place) | ownBit)
		p.Form, p.Loose = n.form, h.Loose
		dst = append(dst, p)
	}
	if h.offset == 0 {
		return dst
	}
	for i := h.offset; ; i++ {
		record, form, last := layout.Unpack(layout.U32(placePostings, 4*i))
		p := x.At(PlaceRef(record))
		p.Form, p.Loose = NameForm(form), h.Loose
		if x.own == nil || !x.own.standsIn(p.ID) {
			dst = append(dst, p)
		}
		if last {
			return dst
		}
	}
}

// Demonym returns the country of a people's name: Syrian, Syrians. A name of
// several (Congolese) is that of none.
func (x *PlaceIndex) Demonym(word string) (iso3 string, ok bool) {
	h, found := x.get(fold.Tight(word), false)
	if !found || h.offset == 0 {
		return "", false
	}
	for i := h.offset; ; i++ {
		record, form, last := layout.Unpack(layout.U32(placePostings, 4*i))
		if form == layout.Demonym {
			c, _ := countryOf(layout.At(placeRecords, record).Country)
			if iso3 != "" && iso3 != c {
				return "", false
			}
			iso3 = c
		}
		if last {
			return iso3, iso3 != ""
		}
	}
}

// Country returns a country by ISO 3166-1 alpha-3 or alpha-2.
func (x *PlaceIndex) Country(iso string) (Place, bool) {
	n := countryNumber(strings.ToUpper(iso))
	if n == 0 {
		return Place{}, false
	}
	_, record := countryOf(n)
	return x.At(PlaceRef(record)), true
}

// CountryNames returns the names of all countries, in the order of their codes.
func (x *PlaceIndex) CountryNames() []string {
	var out []string
	for at := 0; at < len(placeCountries); at += countryEntry {
		if p, ok := x.Country(placeCountries[at+2 : at+5]); ok {
			out = append(out, p.Name)
		}
	}
	return out
}
