package gazetteer

import (
	"encoding/csv"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"sitrep/gazetteer/internal/layout"
)

// A row may lie across a border or division line from the town nearest to it:
// so much further may the nearest town of its own country and division be, in
// kilometres. Regions, which have no edge here, are held to neither.
const (
	acrossBorder   = 90
	acrossDivision = 120
)

// remote are rows in thinly settled borderlands, where the nearest town of the
// own country or division is further still; each was looked at by itself.
var remote = map[string]bool{}

func init() {
	for _, id := range strings.Fields("ariwara aru assamaka beloko berhale bir-lehlou bordj-badji-mokhtar boulikessi chinshwehaw demchok doruma guerguerat gwa hkamti homalin humera " +
		"jebel-uweinat khe-sanh-combat-base lankien laukkai " +
		"mahagi mahbes maiwut mecula pagak pochalla puerto-paez putao pweto reko-diq renk saindak taftan tanai thandwe tifariti tina todonyang um-dukhun") {
		remote["sitrep:"+id] = true
	}
}

// townsByLatitude are the populated places in bands of a degree.
type townsByLatitude [181][]Place

func (t *townsByLatitude) nearest(lat, lon float64, fits func(*Place) bool) (best *Place, km float64) {
	km = math.Inf(1)
	for step := range 90 {
		if float64(step-1)*111 > km {
			break // no band further away can be nearer
		}
		for _, band := range []int{int(lat+90) - step, int(lat+90) + step} {
			if band < 0 || band > 180 || step == 0 && band != int(lat+90) {
				continue
			}
			for i := range t[band] {
				p := &t[band][i]
				if fits(p) {
					if d := Distance(lat, lon, p.Latitude, p.Longitude); d < km {
						best, km = p, d
					}
				}
			}
		}
	}
	return best, km
}

// TestCurated recomputes what every curated row says of itself: the town
// nearest to it and the distance, its country and its division.
func TestCurated(t *testing.T) {
	f, err := os.Open("data/curated.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comment = '#'
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if n := len(rows) - 1; n < 1500 {
		t.Errorf("%d rows, want 1500", n)
	}
	x := Places()
	var towns townsByLatitude
	divisions := map[string]string{} // country/name → the name as Admin1 has it
	for i := range len(placeRecords) / layout.RecordSize {
		p := x.At(PlaceRef(i))
		switch {
		case p.Kind == KindDivision1:
			divisions[p.Country+"/"+Fold(p.Name)] = p.Name
		case strings.HasPrefix(p.ID, "geonames:") && p.Kind != KindDivision2:
			band := int(p.Latitude + 90)
			towns[band] = append(towns[band], p)
		}
	}
	seen := map[string]bool{}
	for i, r := range rows[1:] {
		fail := func(format string, args ...any) {
			t.Errorf("line %d, %s: "+format, append([]any{i + 2, r[0]}, args...)...)
		}
		id, name, kind, country, division := r[0], r[1], r[2], r[3], r[4]
		if seen[id] || !strings.HasPrefix(id, "sitrep:") {
			fail("no new id of ours")
		}
		seen[id] = true
		lat, err1 := strconv.ParseFloat(r[5], 64)
		lon, err2 := strconv.ParseFloat(r[6], 64)
		km, err3 := strconv.ParseFloat(r[10], 64)
		if err1 != nil || err2 != nil || err3 != nil {
			fail("a latitude, longitude or distance is no number")
			continue
		}
		near, d := towns.nearest(lat, lon, func(*Place) bool { return true })
		if _, want, _ := strings.Cut(r[9], "#"); near.ID != "geonames:"+want && d < km-0.2 || math.Abs(d-km) > 0.2 {
			fail("nearest is %s (%s), %.1f km, not %s, %s", near.Name, near.ID, d, r[9], r[10])
		}
		vast := remote[id] || r[7] == "3" || kind == "sea" || kind == "island"
		if country != "" {
			if _, ok := x.Country(country); !ok {
				fail("no country %q", country)
			} else if _, own := towns.nearest(lat, lon, func(p *Place) bool { return p.Country == country }); own > d+acrossBorder && !vast {
				fail("%s has no town within %.0f km", country, own)
			}
		}
		if division != "" {
			if _, own := towns.nearest(lat, lon, func(p *Place) bool { return p.Country == country && Fold(p.Admin1) == Fold(division) }); own > d+acrossDivision && !vast {
				if _, known := divisions[country+"/"+Fold(division)]; known || !math.IsInf(own, 1) {
					fail("%s has no town within %.0f km", division, own)
				}
			}
		}
		found := strings.ContainsAny(name, ",;()")
		for _, p := range x.Lookup(name) {
			found = found || p.ID == id || p.Country == country && Distance(lat, lon, p.Latitude, p.Longitude) < 6
		}
		if !found {
			fail("not found by its name %q", name)
		}
	}
}
