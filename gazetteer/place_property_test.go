package gazetteer

import (
	"math"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"

	"sitrep/gazetteer/internal/layout"
)

// Every place is found again by its own name, with the same record.
func TestPlaceFoundByItsName(t *testing.T) {
	x := Places()
	var refs []Place
	for i := range len(placeRecords) / layout.RecordSize {
		p := x.At(PlaceRef(i))
		if strings.ContainsAny(p.Name, ",;()\"") || Fold(p.Name) == "" {
			continue // cannot be met in running text as one name
		}
		h, ok := x.get(Fold(p.Name), false)
		if !ok {
			t.Fatalf("%s %q: its name leads nowhere", p.ID, p.Name)
		}
		found := false
		for _, q := range x.Refs(refs[:0], h) {
			found = found || q.Ref == p.Ref
		}
		if !found {
			t.Fatalf("%s %q: another place answers to its name", p.ID, p.Name)
		}
		if p.Latitude < -90 || p.Latitude > 90 || p.Longitude < -180 || p.Longitude > 180 || p.Precision < 1 || p.Precision > 3 {
			t.Fatalf("%s %q: %v, %v, precision %d", p.ID, p.Name, p.Latitude, p.Longitude, p.Precision)
		}
	}
}

// A name is found where it stands in a text, as a place or as the beginning
// of a longer one.
func TestPlaceScannedByItsName(t *testing.T) {
	x := Places()
	s := x.Scanner()
	missed := 0
	total := len(placeRecords) / layout.RecordSize
	for i := 0; i < total; i += 7 {
		name := x.At(PlaceRef(i)).Name
		h, ok := s.Longest(name+" was quiet", 0)
		if !ok || h.End > len(name) {
			missed++
		}
	}
	// Names that begin with a digit or an apostrophe, or hold a comma.
	if missed*100 > total/7*4 {
		t.Errorf("%d of %d names are not read in a text", missed, total/7)
	}
}

func TestCountries(t *testing.T) {
	for word, want := range map[string]string{"Syrian": "SYR", "Syrians": "SYR", "Afghan": "AFG", "Ivorian": "CIV", "Congolese": "", "Houthi": "", "Turkish": "TUR", "Dutch": "NLD", "Burmese": "MMR", "Kosovar": "XKX", "Palestinian": "PSE"} {
		got, ok := Places().Demonym(word)
		if got != want || ok != (want != "") {
			t.Errorf("%s: %q, want %q", word, got, want)
		}
	}
	capitals := map[string]bool{}
	x := Places()
	for i := range len(placeRecords) / layout.RecordSize {
		if p := x.At(PlaceRef(i)); p.Capital {
			capitals[p.Country] = true
		}
	}
	for at := 0; at < len(placeCountries); at += countryEntry {
		iso := placeCountries[at+2 : at+5]
		c, ok := x.Country(iso)
		if !ok || c.Country != iso || c.Kind != KindCountry {
			t.Errorf("%s: %+v", iso, c)
		}
		if !capitals[iso] && !map[string]bool{"ATA": true, "BES": true, "CCK": true, "IOT": true, "UMI": true, "SJM": true, "TKL": true, "PSE": true, "CXR": true, "MAC": true, "ATF": true, "GIB": true, "MCO": true, "SMR": true, "SXM": true, "VAT": true, "MAF": true}[iso] {
			t.Logf("%s (%s) has no capital", iso, c.Name)
		}
	}
}

func TestPlacesConcurrent(t *testing.T) {
	var wg sync.WaitGroup
	for range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			s := Places().Scanner()
			for range 200 {
				if _, ok := s.Longest("Deir ez-Zor fell", 0); !ok {
					t.Error("lost")
				}
				Places().Lookup("Aleppo")
			}
		}()
	}
	wg.Wait()
}

func TestMove(t *testing.T) {
	lat, lon := Move(34.73, 36.72, 20, 180)
	if d := Distance(34.73, 36.72, lat, lon); d < 19.99 || d > 20.01 || lat > 34.73 {
		t.Errorf("%v, %v: %.2f km", lat, lon, d)
	}
	if _, lon := Move(0, 179.9, 50, 90); lon > -179 {
		t.Errorf("across the antimeridian: %v", lon)
	}
}

// Places that their degrees tell to be further apart are.
func TestFurtherThan(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 5))
	told := 0
	for range 400_000 {
		scale := math.Pow(10, -3*r.Float64()) // near and far
		p := Place{Latitude: 180*r.Float64() - 90, Longitude: 360*r.Float64() - 180}
		q := Place{Latitude: max(-90, min(90, p.Latitude+scale*(180*r.Float64()-90))), Longitude: math.Mod(p.Longitude+scale*(360*r.Float64()-180)+540, 360) - 180}
		km := 600 * r.Float64()
		if p.FurtherThan(&q, km) {
			told++
			if d := p.Distance(&q); d <= km {
				t.Fatalf("%v and %v are %f km apart, not %f", p, q, d, km)
			}
		}
	}
	if told < 100_000 {
		t.Error("hardly any distance is told by degrees:", told)
	}
}
