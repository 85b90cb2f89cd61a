package gazetteer

import (
	"strconv"
	"strings"
	"testing"
)

const dumpRow = "1\tXyztown\tXyztown\tXyzburg,Ксиз\t34.5\t36.5\tP\tPPLA2\tSY\t\t11\t\t\t\t5000\t\t\tAsia/Damascus\t2020-01-01\n"

func TestReadPlaces(t *testing.T) {
	for name, c := range map[string]struct {
		in, want string // want: ID name kind country lat lon of the first, or the error
	}{
		"csv":       {"name,latitude,longitude,country,kind,aliases\nXyztown,34.5,36.5,SYR,village,Xyzburg|Xyzdorf\n", "own:xyztown Xyztown village SYR 34.5 36.5"},
		"csv short": {"\ufeffname,lat,lon\nXyztown,34.5,36.5\n", "own:xyztown Xyztown populated place  34.5 36.5"},
		"dump":      {dumpRow, "geonames:1 Xyztown populated place SYR 34.5 36.5"},
		"geojson":   {`{"type":"FeatureCollection","features":[{"type":"Feature","id":"a","properties":{"name":"Xyztown","country":"SY"},"geometry":{"type":"Point","coordinates":[36.5,34.5]}}]}`, "a Xyztown populated place SYR 34.5 36.5"},
		"polygon":   {`{"type":"FeatureCollection","features":[{"properties":{"name":"Xyzland","kind":"region"},"geometry":{"type":"Polygon","coordinates":[[[36,34],[37,34],[37,35],[36,34]]]}}]}`, "own:xyzland Xyzland region  34.5 36.5"},

		"latitude":  {"name,latitude,longitude\nXyztown,934.5,36.5\n", `f:2: latitude: "934.5" is not between -90 and 90`},
		"column":    {"name,latitude,longitude,colour\nXyztown,34.5,36.5,red\n", "f:1: colour: unknown column; known are id, name, kind, country, admin1, latitude, longitude, geo_precision, population, aliases, note"},
		"missing":   {"name,latitude\nXyztown,34.5\n", "f:1: longitude: column missing"},
		"fields":    {"name,latitude,longitude\nXyztown,34.5\n", "f:2: 2 fields, the header has 3"},
		"quote":     {"name,latitude,longitude\n\"Xyz\"town,34.5,36.5\n", "f:2: 5: extraneous or missing \" in quoted-field"},
		"country":   {"name,latitude,longitude,country\nXyztown,34.5,36.5,XYZ\n", `f:2: country: "XYZ" is not an ISO 3166-1 code`},
		"no name":   {"name,latitude,longitude\n!!,34.5,36.5\n", `f:2: name: "!!" has no letter`},
		"twice":     {"id,name,latitude,longitude\na,Xyztown,34.5,36.5\na,Xyzburg,34.5,36.5\n", `f:3: id: "a" is already in line 2`},
		"empty":     {" \n", "f:1: the file is empty"},
		"bytes":     {"name,latitude,longitude\n\xff\n", "f:2: not UTF-8"},
		"dump row":  {dumpRow + "2\tb\n", "f:2: 2 fields, a GeoNames dump has 19"},
		"json":      {"{\"features\":[\n{]}", "f:2: not GeoJSON: invalid character ']' looking for beginning of object key string"},
		"geometry":  {"{\"features\":[\n{\"properties\":{\"name\":\"X\"}}]}", "f:2: geometry: missing"},
		"truncated": {"{\"features\":[", "f:1: not GeoJSON: EOF"},
	} {
		places, err := ReadPlaces("f", strings.NewReader(c.in))
		got := ""
		if err != nil {
			got = err.Error()
			if places != nil {
				t.Errorf("%s: half loaded", name)
			}
		} else {
			p := places[0]
			got = strings.Join([]string{p.ID, p.Name, p.Kind, p.Country}, " ") + " " + trim(p.Latitude) + " " + trim(p.Longitude)
		}
		if got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", name, got, c.want)
		}
	}
}

func TestWith(t *testing.T) {
	own, err := ReadPlaces("f", strings.NewReader("id,name,latitude,longitude,country,aliases\ngeonames:163808,Tadmur,1,2,SYR,Palmyra of Test\n,Xyz al-Test,3,4,SYR,\n"))
	if err != nil {
		t.Fatal(err)
	}
	x := Places().With(own...)
	for name, lat := range map[string]float64{"Tadmur": 1, "Palmyra of Test": 1, "Xyz al-Test": 3, "Xyz et-Test": 3} {
		if ps := x.Lookup(name); len(ps) == 0 || ps[0].Latitude != lat {
			t.Errorf("%s: %+v", name, ps)
		}
	}
	if h, ok := x.Scanner().Longest("Palmyra of Test fell", 0); !ok || h.End != 15 {
		t.Errorf("%+v", h)
	}
	if ps := Places().Lookup("Xyz al-Test"); len(ps) != 0 {
		t.Error("the built-in index has changed")
	}
	for _, p := range x.Lookup("Palmyra") {
		if p.ID == "geonames:163808" && p.Latitude != 1 {
			t.Error("a replaced row still answers")
		}
	}
}

func trim(f float64) string {
	return strconv.FormatFloat(f, 'f', -1, 64)
}

func FuzzReadPlaces(f *testing.F) {
	f.Add("name,latitude,longitude\nXyztown,34.5,36.5\n")
	f.Add(dumpRow)
	f.Add(`{"type":"FeatureCollection","features":[{"properties":{"name":"a"},"geometry":{"type":"Point","coordinates":[36.5,34.5]}}]}`)
	f.Add(`{"features":[{"geometry":{"coordinates":[[],[1]]}}]}`)
	f.Fuzz(func(t *testing.T, in string) {
		places, err := ReadPlaces("f", strings.NewReader(in))
		if err != nil && places != nil {
			t.Fatal("half loaded")
		}
		for _, p := range places {
			if p.Latitude < -90 || p.Latitude > 90 || p.Longitude < -180 || p.Longitude > 180 || Fold(p.Name) == "" {
				t.Fatalf("%+v", p)
			}
		}
	})
}

func FuzzScan(f *testing.F) {
	for _, s := range []string{"Deir ez-Zor", "al-Bab", "St. John's", "U.S.", "L’Aquila", "A\xff", "Ås", "New\nYork", "O'"} {
		f.Add(s)
	}
	s := Places().Scanner()
	f.Fuzz(func(t *testing.T, in string) {
		if h, ok := s.Longest(in, 0); ok && (h.Start != 0 || h.End <= 0 || h.End > len(in) || h.Words < 1) {
			t.Fatalf("%q: %+v", in, h)
		}
	})
}
