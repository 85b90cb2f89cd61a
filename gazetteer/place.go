package gazetteer

import (
	"math"
	"strconv"

	"sitrep/gazetteer/internal/fold"
	"sitrep/gazetteer/internal/layout"
)

// Place is one spot of the gazetteer. Latitude and Longitude are decimal
// degrees, WGS 84; of a country or division they are a point within it by
// convention. Precision is ACLED's: 1 a town or narrower, 2 a part of a
// region, 3 a region.
type Place struct {
	ID          string // geonames:163808, ourairports:3, sitrep:khmeimim, iso3166:SYR
	Name        string
	Kind        string // populated place, first-order division, air base, …
	Country     string // ISO 3166-1 alpha-3, "" for seas and the like
	CountryName string
	Admin1      string // name of the first-order division
	Admin2      string
	Admin2ID    string // of the second-order division, "" in a list of one's own
	Latitude    float64
	Longitude   float64
	Population  int
	Precision   int
	Capital     bool // of its country
	Seat        int  // 1, 2: seat of its first- or second-order division
	Curated     bool // a row of ours
	Ref         PlaceRef
	Form        NameForm // which of its names was asked for
	Loose       bool     // found through transliteration only
}

// PlaceRef names a place within one index. The zero value is the first place;
// compare refs of one index only.
type PlaceRef int32

// NameForm says what a name is to the place it was found by.
type NameForm uint8

// The forms.
const (
	PrimaryName   NameForm = layout.Primary
	AlternateName NameForm = layout.Alternate
	DerivedName   NameForm = layout.Derived      // a division without its kind
	Abbreviated   NameForm = layout.Abbreviation // US: holds in capitals only
	PostalName    NameForm = layout.Postal       // Ky.: holds after a comma
	DemonymName   NameForm = layout.Demonym      // Syrian, Syrians
	OtherName     NameForm = layout.Other        // no spelling of its name: Saigon
)

// Kinds that rules ask for.
const (
	KindCountry        = "country"
	KindDivision1      = "first-order division"
	KindDivision2      = "second-order division"
	KindPopulatedPlace = "populated place"
	KindNeighbourhood  = "neighbourhood"
	KindAirport        = "airport"
	KindAirBase        = "air base"
)

// Fold returns the tight key of a name: it forgives case, diacritics, apostrophes,
// hyphens and the forms of the Arabic article.
func Fold(name string) string { return fold.Tight(name) }

// Prior returns how likely an unexplained mention of the place's name means this
// place: about the logarithm of its population, more for capitals and seats,
// less for a name it does not usually go by. It ranks; it is no probability.
func (p *Place) Prior() float64 {
	s := math.Log10(float64(p.Population) + 200)
	switch p.Kind {
	case KindCountry:
		s = 9
	case KindDivision1:
		s = math.Max(s*0.9, 4)
	case KindDivision2:
		s = math.Max(s*0.7, 2.4) - 0.5
		if p.Form == DerivedName {
			s-- // Delaware is seldom Delaware County
		}
	case KindNeighbourhood:
		s -= 0.7
	case "continent", "ocean", "sea", "former country":
		s = 7
	case KindAirport, KindAirBase:
		s = math.Max(s, 3.5)
	}
	if p.Curated {
		s = math.Max(s, 5)
	}
	if p.Capital {
		s += 1.5
	} else if p.Seat == 1 {
		s += 0.7
	} else if p.Seat == 2 {
		s += 0.2
	}
	switch p.Form {
	case AlternateName:
		s -= 0.6
	case OtherName:
		s -= 1.5
	case DerivedName:
		s -= 0.3
	case DemonymName:
		s -= 2
	}
	if p.Loose {
		s -= 1
	}
	return s
}

// Contains reports whether p is a country or division that q lies in.
func (p *Place) Contains(q *Place) bool {
	if p.Country == "" || p.Country != q.Country || p.ID == q.ID {
		return false
	}
	switch p.Kind {
	case KindCountry:
		return true
	case KindDivision1:
		return p.Admin1 == q.Admin1
	case KindDivision2:
		return p.Admin1 == q.Admin1 && p.Admin2 != "" && p.Admin2 == q.Admin2
	}
	return false
}

// earth is the mean radius in kilometres.
const earth = 6371.0088

// Distance returns the great-circle distance of two points in kilometres.
func Distance(lat1, lon1, lat2, lon2 float64) float64 {
	const p = math.Pi / 180
	dy, dx := math.Sin((lat2-lat1)*p/2), math.Sin((lon2-lon1)*p/2)
	h := dy*dy + math.Cos(lat1*p)*math.Cos(lat2*p)*dx*dx
	return 2 * earth * math.Asin(math.Min(1, math.Sqrt(h)))
}

// Distance to another place in kilometres.
func (p *Place) Distance(q *Place) float64 {
	return Distance(p.Latitude, p.Longitude, q.Latitude, q.Longitude)
}

// The fewest kilometres that a degree has: of latitude, and of longitude up to the
// highest latitude for which FurtherThan looks at it, where the shortest way goes over
// higher ones.
const (
	degreeNorth = 111.0
	degreeEast  = 35.0
	farNorth    = 60.0
)

// FurtherThan reports whether the degrees of two places alone tell that they are more than
// so many kilometres apart, as those of most are: it may only save asking for the Distance,
// so that false says nothing.
func (p *Place) FurtherThan(q *Place, km float64) bool {
	if math.Abs(p.Latitude-q.Latitude)*degreeNorth > km {
		return true
	}
	if math.Abs(p.Latitude) > farNorth || math.Abs(q.Latitude) > farNorth {
		return false
	}
	east := math.Abs(p.Longitude - q.Longitude)
	return min(east, 360-east)*degreeEast > km
}

// Move returns the point that lies km kilometres from a point at a bearing in
// degrees clockwise from north, to a ten-thousandth of a degree: what is told
// in kilometres is no finer than these eleven metres.
func Move(lat, lon, km, bearing float64) (float64, float64) {
	const p = math.Pi / 180
	d, b, la := km/earth, bearing*p, lat*p
	la2 := math.Asin(math.Sin(la)*math.Cos(d) + math.Cos(la)*math.Sin(d)*math.Cos(b))
	lo2 := lon*p + math.Atan2(math.Sin(b)*math.Sin(d)*math.Cos(la), math.Cos(d)-math.Sin(la)*math.Sin(la2))
	round := func(x float64) float64 { return math.Round(x*1e4) / 1e4 }
	return round(la2 / p), round(math.Mod(lo2/p+540, 360) - 180)
}

func idOf(r *layout.Record) string {
	switch r.Precision >> 4 {
	case layout.GeoNames:
		return "geonames:" + strconv.Itoa(int(r.ID))
	case layout.Airport:
		return "ourairports:" + strconv.Itoa(int(r.ID))
	}
	return layout.String(placeStrings, int(r.ID))
}
