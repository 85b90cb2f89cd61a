package gazetteer

import (
	"bufio"
	_ "embed"
	"encoding/csv"
	"fmt"
	"io"
	"math"
	"sort"
	"strconv"
	"strings"
	"sync"

	"github.com/blevesearch/vellum"

	"sitrep/gazetteer/internal/layout"
)

// placeColumns are what WritePlaces writes and ReadPlaces reads.
var placeColumns = []string{"id", "name", "kind", "country", "admin1", "latitude", "longitude", "geo_precision", "population", "aliases"}

// WritePlaces writes places as the CSV that --places reads.
func WritePlaces(w io.Writer, places []OwnPlace) error {
	out := csv.NewWriter(w)
	if err := out.Write(placeColumns); err != nil {
		return err
	}
	for _, p := range places {
		population := ""
		if p.Population > 0 {
			population = strconv.Itoa(p.Population)
		}
		row := []string{p.ID, p.Name, p.Kind, p.Country, p.Admin1, degrees(p.Latitude), degrees(p.Longitude), strconv.Itoa(p.Precision), population, strings.Join(p.Aliases, "|")}
		if err := out.Write(row); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

func degrees(v float64) string { return strconv.FormatFloat(math.Round(v*1e5)/1e5, 'f', -1, 64) }

// WriteLookup writes what a name may mean, the likeliest first, one a line,
// separated by tabs: rank, id, name, kind, division, country, point, population
// and how the name was met.
func WriteLookup(w io.Writer, x *PlaceIndex, name string) (found int, err error) {
	out := bufio.NewWriter(w)
	for i, p := range x.Lookup(name) {
		how := [...]string{PrimaryName: "name", AlternateName: "alternate", DerivedName: "short", Abbreviated: "abbreviation", PostalName: "postal", DemonymName: "demonym", OtherName: "other name"}[p.Form]
		if p.Loose {
			how = "transliterated"
		}
		where := p.CountryName
		if p.Admin1 != "" && p.Admin1 != p.Name {
			where = p.Admin1 + ", " + where
		}
		fmt.Fprintf(out, "%s\t%d\t%s\t%s\t%s\t%s\t%.4f, %.4f\t%d\t%s\n", name, i+1, p.ID, p.Name, p.Kind, where, p.Latitude, p.Longitude, p.Population, how)
		found++
	}
	return found, out.Flush()
}

// PlaceNotice is a row of a user's file that is allowed and worth a word.
type PlaceNotice struct {
	ID, Text string
}

// CheckPlaces reports what is odd about places that could be read: one that
// replaces a built-in place, one next to a built-in place of its name,
// one far from every town of its country.
func CheckPlaces(x *PlaceIndex, own []OwnPlace) []PlaceNotice {
	var out []PlaceNotice
	for _, p := range own {
		var near []string
		for _, q := range x.Lookup(p.Name) {
			switch d := p.Distance(&q); {
			case q.ID == p.ID:
				out = append(out, PlaceNotice{p.ID, fmt.Sprintf("%s stands in for the built-in %s, %.0f km away", p.Name, q.Name, d)})
			case d < 5 && !q.Loose && q.Kind != KindDivision2:
				near = append(near, q.ID)
			case d > 2000 && q.Country == p.Country && q.Kind == p.Kind && len(near) == 0 && p.Country != "":
				out = append(out, PlaceNotice{p.ID, fmt.Sprintf("%s lies %.0f km from the built-in one of its name in %s; are latitude and longitude in their columns?", p.Name, d, q.CountryName)})
			}
		}
		if len(near) > 0 {
			sort.Strings(near)
			out = append(out, PlaceNotice{p.ID, fmt.Sprintf("%s is built in already: %s", p.Name, strings.Join(near, ", "))})
		}
	}
	return out
}

//go:generate go run ./internal/build

// The built tables. They stay where the linker put them: nothing is copied,
// decoded or decompressed when the index opens.
var (
	//go:embed data/places.fst
	placeNames []byte
	//go:embed data/postings.bin
	placePostings string
	//go:embed data/records.bin
	placeRecords string
	//go:embed data/strings.bin
	placeStrings string
	//go:embed data/admin1.bin
	placeAdmin1 string
	//go:embed data/admin2.bin
	placeAdmin2 string
	//go:embed data/countries.bin
	placeCountries string
	//go:embed data/kinds.txt
	placeKinds string
)

// countryEntry is nine bytes of countries.bin: alpha-2, alpha-3, record.
const countryEntry = 9

// Places returns the built-in index. It opens once, and is safe for concurrent
// use.
var Places = sync.OnceValue(func() *PlaceIndex {
	fst, err := vellum.Load(placeNames)
	if err != nil {
		panic("gazetteer: the embedded names cannot be read: " + err.Error())
	}
	_, kinds, _ := strings.Cut(placeKinds, "\n") // after the comment
	return newPlaceIndex(fst, strings.Split(strings.TrimSpace(kinds), "\n"), nil)
})

func countryOf(n uint8) (iso3 string, record int) {
	if n == 0 {
		return "", -1
	}
	at := (int(n) - 1) * countryEntry
	return placeCountries[at+2 : at+5], int(layout.U32(placeCountries, at+5))
}

// countryNumber finds a country by ISO 3166-1 alpha-2 or alpha-3, 0 for none.
func countryNumber(iso string) uint8 {
	for at, n := 0, uint8(1); at < len(placeCountries); at, n = at+countryEntry, n+1 {
		if placeCountries[at:at+2] == iso || placeCountries[at+2:at+5] == iso {
			return n
		}
	}
	return 0
}
