package gazetteer

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/blevesearch/vellum"

	"sitrep/gazetteer/internal/layout"
)

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
