package gazetteer

import (
	"archive/zip"
	"bufio"
	"bytes"
	_ "embed"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"sitrep/gazetteer/internal/layout"
	"sitrep/gazetteer/internal/table"
)

// PlaceError is a row of a user's file that cannot be used.
type PlaceError struct {
	File   string
	Line   int    // from 1
	Column string // name of the column or property, or its number
	Reason string
}

func (e *PlaceError) Error() string {
	if e.Column == "" {
		return fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.Reason)
	}
	return fmt.Sprintf("%s:%d: %s: %s", e.File, e.Line, e.Column, e.Reason)
}

// maxErrors bounds the errors reported for one file: a file of another format
// is wrong in every row.
const maxErrors = 20

// ReadPlacesFile reads a user's places as ReadPlaces does.
func ReadPlacesFile(path string) ([]OwnPlace, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if strings.EqualFold(filepath.Ext(path), ".zip") {
		return readZipped(path)
	}
	return ReadPlaces(path, f)
}

// readZipped reads the places of a country file of GeoNames as it is downloaded:
// the largest text in the archive, beside which lies a readme.
func readZipped(path string) ([]OwnPlace, error) {
	z, err := zip.OpenReader(path)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	defer z.Close()
	var largest *zip.File
	for _, f := range z.File {
		if strings.EqualFold(filepath.Ext(f.Name), ".txt") && (largest == nil || f.UncompressedSize64 > largest.UncompressedSize64) {
			largest = f
		}
	}
	if largest == nil {
		return nil, fmt.Errorf("%s: no text file in the archive", path)
	}
	r, err := largest.Open()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	defer r.Close()
	return ReadPlaces(path, r)
}

// ReadPlaces reads a user's places: CSV with a header (name, latitude and
// longitude needed; id, kind, country, admin1, geo_precision, population and
// aliases, with | between them, known), a GeoNames dump (19 fields, tabs between
// them) or
// a GeoJSON feature collection. file is for messages. Any bad row fails the
// whole file; the error joins a PlaceError for each, up to twenty.
func ReadPlaces(file string, r io.Reader) ([]OwnPlace, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if !utf8.Valid(data) {
		return nil, &PlaceError{file, 1 + bytes.Count(data[:invalid(data)], []byte("\n")), "", "not UTF-8"}
	}
	in := &placeReader{file: file, seen: map[string]int{}}
	trimmed := bytes.TrimLeft(data, " \t\r\n")
	line, _, _ := bytes.Cut(trimmed, []byte("\n"))
	switch {
	case len(trimmed) == 0:
		in.fail(1, "", "the file is empty")
	case trimmed[0] == '{' || trimmed[0] == '[':
		in.geoJSON(data)
	case bytes.Count(line, []byte("\t")) >= 14:
		in.dump(data)
	default:
		in.csv(data)
	}
	if len(in.errs) > 0 {
		return nil, errors.Join(in.errs...)
	}
	return in.places, nil
}

func invalid(data []byte) int {
	i := 0
	for i < len(data) {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			break
		}
		i += n
	}
	return i
}

type placeReader struct {
	file   string
	places []OwnPlace
	errs   []error
	seen   map[string]int // id → line
}

func (in *placeReader) fail(line int, column, format string, args ...any) {
	if len(in.errs) < maxErrors {
		in.errs = append(in.errs, &PlaceError{in.file, line, column, fmt.Sprintf(format, args...)})
	}
}

// row takes the fields of one place by column name.
func (in *placeReader) row(line int, get func(string) string) {
	before := len(in.errs)
	p := OwnPlace{}
	p.Name = get("name")
	if Fold(p.Name) == "" {
		in.fail(line, "name", "%q has no letter", p.Name)
	}
	p.Latitude = in.number(line, "latitude", get("latitude"), 90)
	p.Longitude = in.number(line, "longitude", get("longitude"), 180)
	if c := get("country"); c != "" {
		country, ok := Places().Country(c)
		if !ok {
			in.fail(line, "country", "%q is not an ISO 3166-1 code", c)
		}
		p.Country, p.CountryName = country.Country, country.Name
	}
	p.Kind = get("kind")
	if p.Kind == "" {
		p.Kind = KindPopulatedPlace
	}
	p.Admin1 = get("admin1")
	p.Precision = 1
	if s := get("geo_precision"); s != "" {
		n, err := strconv.Atoi(s)
		if err != nil || n < 1 || n > 3 {
			in.fail(line, "geo_precision", "%q is not 1, 2 or 3", s)
		}
		p.Precision = n
	}
	if s := get("population"); s != "" {
		n, err := strconv.Atoi(s)
		if err != nil || n < 0 {
			in.fail(line, "population", "%q is not a number of people", s)
		}
		p.Population = n
	}
	for _, a := range strings.Split(get("aliases"), "|") {
		if a = strings.TrimSpace(a); a != "" {
			p.Aliases = append(p.Aliases, a)
		}
	}
	p.ID = get("id")
	if p.ID == "" {
		p.ID = "own:" + strings.ReplaceAll(Fold(p.Name), " ", "-")
		for n := 2; in.seen[p.ID] != 0; n++ {
			p.ID = "own:" + strings.ReplaceAll(Fold(p.Name), " ", "-") + "-" + strconv.Itoa(n)
		}
	}
	if at, twice := in.seen[p.ID]; twice {
		in.fail(line, "id", "%q is already in line %d", p.ID, at)
	}
	in.seen[p.ID] = line
	p.Curated = true // a user's word counts as much as ours
	if len(in.errs) == before {
		in.places = append(in.places, p)
	}
}

func (in *placeReader) number(line int, column, s string, limit float64) float64 {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsNaN(v) || math.Abs(v) > limit {
		in.fail(line, column, "%q is not between -%v and %v", s, limit, limit)
		return 0
	}
	return math.Round(v*1e7) / 1e7 // a centimetre; spreadsheets show fifteen digits
}

var columns = map[string]string{
	"id": "id", "name": "name", "kind": "kind", "type": "kind", "country": "country", "admin1": "admin1",
	"latitude": "latitude", "lat": "latitude", "longitude": "longitude", "lon": "longitude", "lng": "longitude",
	"geo_precision": "geo_precision", "precision": "geo_precision", "population": "population", "aliases": "aliases", "note": "",
	"near": "", "near_km": "",
}

func (in *placeReader) csv(data []byte) {
	r := csv.NewReader(bytes.NewReader(data))
	r.FieldsPerRecord = -1
	r.Comment = '#'
	header, err := r.Read()
	if err != nil {
		in.syntax(err)
		return
	}
	at := map[string]int{}
	for i, h := range header {
		name, known := columns[strings.ToLower(strings.TrimSpace(h))]
		if !known {
			in.fail(1, h, "unknown column; known are id, name, kind, country, admin1, latitude, longitude, geo_precision, population, aliases, note")
		} else if name != "" {
			at[name] = i
		}
	}
	for _, need := range []string{"name", "latitude", "longitude"} {
		if _, ok := at[need]; !ok {
			in.fail(1, need, "column missing")
		}
	}
	if len(in.errs) > 0 {
		return
	}
	for {
		cells, err := r.Read()
		if err == io.EOF {
			return
		}
		if err != nil {
			in.syntax(err)
			return
		}
		line, _ := r.FieldPos(0)
		if len(cells) != len(header) {
			in.fail(line, "", "%d fields, the header has %d", len(cells), len(header))
			continue
		}
		in.row(line, func(c string) string {
			if i, ok := at[c]; ok {
				return strings.TrimSpace(cells[i])
			}
			return ""
		})
	}
}

func (in *placeReader) syntax(err error) {
	var e *csv.ParseError
	if errors.As(err, &e) {
		in.fail(e.Line, strconv.Itoa(e.Column), "%v", e.Err)
		return
	}
	in.fail(1, "", "%v", err)
}

//go:embed data/features.csv
var featureRows string

var featureColumns = []string{"code", "kind", "precision"}

type feature struct{ kind, precision string }

// features maps GeoNames' feature classes and codes to kinds; no kind: left
// out (streets' crossings, undersea, countries, which are built in).
var features = sync.OnceValue(func() map[string]feature {
	m := map[string]feature{}
	err := table.Each("data/features.csv", featureRows, featureColumns, len(featureColumns), func(t *table.Table) error {
		m[t.Get(0)] = feature{t.Get(1), t.Get(2)}
		return nil
	})
	if err != nil {
		panic(err) // the table is embedded, and a test reads it
	}
	return m
})

// divisionNames maps GeoNames' codes (SY.11) to the names of the divisions.
var divisionNames = sync.OnceValue(func() map[string]string { return namesByCode(placeAdmin1) })

// secondNames maps GeoNames' codes (NG.27.106) to the names of the divisions of
// the second order.
var secondNames = sync.OnceValue(func() map[string]string { return namesByCode(placeAdmin2) })

func namesByCode(table string) map[string]string {
	m := map[string]string{}
	for i := 4; i < len(table); i += 4 {
		record := int(layout.U32(table, i))
		r := layout.At(placeRecords, record)
		m[strings.TrimPrefix(idOf(&r), "geonames:")] = nameOf(record)
	}
	return m
}

func (in *placeReader) dump(data []byte) {
	s := bufio.NewScanner(bytes.NewReader(data))
	s.Buffer(nil, len(data)+1)
	for line := 1; s.Scan(); line++ {
		if strings.TrimSpace(s.Text()) == "" {
			continue
		}
		f := strings.Split(strings.TrimSuffix(s.Text(), "\r"), "\t")
		if len(f) != 19 {
			in.fail(line, "", "%d fields, a GeoNames dump has 19", len(f))
			continue
		}
		if _, err := strconv.ParseUint(f[0], 10, 32); err != nil {
			in.fail(line, "geonameid", "%q is no number", f[0])
			continue
		}
		kind, ok := features()[f[6]+"."+f[7]]
		if !ok {
			kind = features()[f[6]]
		}
		if kind.kind == "" {
			continue
		}
		var aliases []string
		for _, a := range append([]string{f[2]}, strings.Split(f[3], ",")...) {
			if a != f[1] && Fold(a) != "" && ascii(Fold(a)) {
				aliases = append(aliases, strings.ReplaceAll(a, "|", " "))
			}
		}
		values := map[string]string{
			"id": "geonames:" + f[0], "name": f[1], "latitude": f[4], "longitude": f[5], "country": f[8],
			"kind": kind.kind, "geo_precision": kind.precision, "population": f[14],
			"admin1": divisionNames()[f[8]+"."+f[10]], "aliases": strings.Join(aliases, "|"),
		}
		before := len(in.places)
		in.row(line, func(c string) string { return values[c] })
		if len(in.places) == before {
			continue
		}
		p := &in.places[before]
		if code := f[8] + "." + f[10] + "." + f[11]; f[11] != "" && secondNames()[code] != "" {
			p.Admin2, p.Admin2ID = secondNames()[code], "geonames:"+code
		}
		if kind.kind == KindPopulatedPlace || kind.kind == KindNeighbourhood {
			p.Curated = false // as ours of the same source
			switch f[7] {
			case "PPLC":
				p.Capital, p.Seat = true, 1
			case "PPLA":
				p.Seat = 1
			case "PPLA2":
				p.Seat = 2
			}
		}
	}
	if err := s.Err(); err != nil {
		in.fail(1, "", "%v", err)
	}
}

func ascii(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r >= utf8.RuneSelf }) < 0
}

// WithPlacesFiles returns the built-in index with users' files on top, in order.
// Where one of them is bad, none is loaded.
func WithPlacesFiles(paths ...string) (*PlaceIndex, error) {
	var own []OwnPlace
	var errs []error
	var shelves []*shelf
	for _, path := range paths {
		path = filepath.Clean(path)
		s, err := cachedPlaces(path)
		switch {
		case err != nil:
			errs = append(errs, err)
			continue
		case s != nil:
			shelves = append(shelves, s)
			continue
		}
		places, err := ReadPlacesFile(path)
		if err != nil {
			errs = append(errs, err)
		}
		own = append(own, places...)
	}
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	index := Places()
	if len(own) > 0 {
		index = index.With(own...)
	}
	if len(shelves) > 0 {
		index = index.withShelves(shelves)
	}
	return index, nil
}
