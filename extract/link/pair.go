package link

import (
	"math"
	"slices"
	"strings"
)

// feature is a thing that speaks for or against two accounts being of one
// happening. Its weight stands in data/weights.csv.
type feature int

const (
	bias feature = iota
	placeSame
	placeNamed
	placeNear
	placeDistrict
	placeFar
	placeWithin
	placeUnknown
	daySame
	dayOverlap
	dayAdjacent
	dayApart
	dayUnknown
	typeSame
	typeKin
	typeOther
	actorSame
	actorKin
	actorOther
	targetSame
	targetKin
	targetOther
	tollSame
	tollSameSmall
	tollOverlap
	tollRising
	tollFalling
	tollUnlike
	tollOtherDay
	words
	names
	namesApart
	sameArticle
	headline
	features
)

var featureNames = [features]string{
	"bias", "place_same", "place_named", "place_near", "place_district", "place_far", "place_within", "place_unknown",
	"day_same", "day_overlap", "day_adjacent", "day_apart", "day_unknown",
	"type_same", "type_kin", "type_other", "actor_same", "actor_kin", "actor_other", "target_same", "target_kin", "target_other",
	"toll_same", "toll_same_small", "toll_overlap", "toll_rising", "toll_falling", "toll_unlike", "toll_other_day",
	"words", "names", "names_apart", "same_article", "headline",
}

// evidence is the features of a pair.
type evidence [features]float64

func (e *evidence) has(f feature) { e[f] = 1 }

// odds returns the log-odds that the evidence amounts to.
func (m *model) odds(e *evidence) float64 {
	sum := 0.0
	for f, v := range e {
		sum += m[f] * v
	}
	return sum
}

// compare returns the evidence of an earlier and a later account being of one
// happening. possible is false where no evidence could make them one: they lie
// in two countries, or days apart.
func compare(a, b *account) (e evidence, possible bool) {
	if a.class != b.class {
		return e, false
	}
	e.has(bias)
	if !e.comparePlaces(a, b) || !e.compareDays(a, b) {
		return e, false
	}
	e.compareTypes(a, b)
	e.compareSides(a.actors, b.actors, actorSame, actorKin, actorOther)
	e.compareSides(a.targets, b.targets, targetSame, targetKin, targetOther)
	e.compareTolls(a, b)
	if e[words] = shared(a.words, b.words, 4); len(a.names) > 0 && len(b.names) > 0 {
		if e[names] = shared(a.names, b.names, 2); e[names] == 0 && e[placeSame]+e[placeNear]+e[placeWithin] == 0 {
			e.has(namesApart)
		}
	}
	if a.isArticleOf(b) {
		e.has(sameArticle)
		otherTown := e[placeDistrict]+e[placeFar] > 0
		if (a.isHeadline && b.isLead || a.isLead && b.isHeadline) && !otherTown {
			e.has(headline)
		}
	}
	return e, true
}

// How far apart, in kilometres, two points may be near each other or in one
// district.
const (
	near     = 12
	district = 60
	farthest = 400
)

// comparePlaces reports whether the places of two accounts can be one: it is
// false for two countries and for towns farther apart than any error of a name.
// A town by the border may be found on either side of it, and a name that two
// towns have in either of them.
func (e *evidence) comparePlaces(a, b *account) bool {
	if len(a.spots) == 0 || len(b.spots) == 0 {
		e.has(placeUnknown)
		return true
	}
	least, same, named := nearest(a, b)
	switch {
	case same || least < 1:
		e.has(placeSame)
	case least <= near:
		e.has(placeNear)
	case named:
		e.has(placeNamed)
	case !shareCountry(a, b) || !math.IsInf(least, 1) && least > farthest:
		return false
	case least <= district:
		e.has(placeDistrict)
	case least <= farthest || divisionsDiffer(a, b) || regionsApart(a, b):
		e.has(placeFar)
	default:
		e.has(placeWithin)
	}
	return true
}

// nearest returns the least distance between points of two accounts, infinite
// where one has none; whether they have a place in common; and whether a name. A
// region in common is none where both name a town: Kizara, Zamfara; Maru, Zamfara.
func nearest(a, b *account) (least float64, same, named bool) {
	least = math.Inf(1)
	towns := a.namesTown() && b.namesTown()
	for _, x := range a.spots {
		for _, y := range b.spots {
			if x.isPoint && y.isPoint {
				least = min(least, distance(x, y))
			}
			if x.isCountry || x.isRegion && towns {
				continue
			}
			same = same || x.id == y.id
			named = named || x.text == y.text
		}
	}
	return least, same, named
}

// shareCountry reports whether two accounts have a country in common, or one
// of them names none.
func shareCountry(a, b *account) bool {
	x, y := a.countries(), b.countries()
	return len(x) == 0 || len(y) == 0 || slices.ContainsFunc(x, func(c string) bool { return slices.Contains(y, c) })
}

// widest is how many kilometres there may be between the middle of a region and
// a place in it.
const widest = 450

// regionsApart reports whether both accounts name a place that is no country, and
// all of them are too far from each other for one to lie in another.
func regionsApart(a, b *account) bool {
	some := false
	for _, x := range a.spots {
		for _, y := range b.spots {
			if !x.isLocated || !y.isLocated || x.isCountry || y.isCountry {
				continue
			}
			if some = true; distance(x, y) <= widest {
				return false
			}
		}
	}
	return some
}

// divisionsDiffer reports whether both accounts name a part of the country and
// no part in common.
func divisionsDiffer(a, b *account) bool {
	some := false
	for _, x := range a.spots {
		for _, y := range b.spots {
			if x.admin1 == "" || y.admin1 == "" || x.isCountry || y.isCountry {
				continue
			}
			if some = true; x.admin1 == y.admin1 {
				return false
			}
		}
	}
	return some
}

// distance returns the kilometres between two points.
func distance(a, b spot) float64 {
	const radius, radian = 6371, math.Pi / 180
	dLat, dLon := (b.latitude-a.latitude)*radian, (b.longitude-a.longitude)*radian
	h := math.Pow(math.Sin(dLat/2), 2) + math.Cos(a.latitude*radian)*math.Cos(b.latitude*radian)*math.Pow(math.Sin(dLon/2), 2)
	return 2 * radius * math.Asin(math.Sqrt(h))
}

// mostDaysApart is how many days two dates of one happening may differ: a
// report of the night, another of the morning, an error.
const mostDaysApart = 3

// compareDays reports whether two accounts can be of one day.
func (e *evidence) compareDays(a, b *account) bool {
	if !a.isDated() || !b.isDated() {
		e.has(dayUnknown)
		return !b.isDated() || a.report == 0 || b.from-a.report <= mostDaysApart
	}
	gap := max(a.from-b.to, b.from-a.to)
	switch {
	case a.from == b.from && a.to == b.to:
		e.has(daySame)
	case gap <= 0:
		e.has(dayOverlap)
	case gap == 1:
		e.has(dayAdjacent)
	case gap <= mostDaysApart:
		e.has(dayApart)
	default:
		return false
	}
	return true
}

func (e *evidence) compareTypes(a, b *account) {
	best := typeOther
	for _, x := range a.subtypes {
		for _, y := range b.subtypes {
			switch {
			case x == y:
				best = typeSame
			case best == typeOther && areKin(x, y):
				best = typeKin
			}
		}
	}
	e.has(best)
}

// compareSides adds how two lists of parties agree. A side of which one of
// them says nothing is no evidence.
func (e *evidence) compareSides(a, b []side, same, kin, other feature) {
	best := feature(-1)
	for _, x := range a {
		for _, y := range b {
			switch {
			case x.id != "" && x.id == y.id:
				e.has(same)
				return
			case x.isKin(y):
				best = kin
			case best < 0 && x.contradicts(y):
				best = other
			}
		}
	}
	if best >= 0 {
		e.has(best)
	}
}

// isKin reports whether one party may be the other in other words: the army
// and its government, "gunmen" and a named militia.
func (s side) isKin(o side) bool {
	if s.id != "" && o.id != "" {
		x, _, isState := strings.Cut(s.id, "-")
		y, _, isStateToo := strings.Cut(o.id, "-")
		return isState && isStateToo && len(x) == 3 && x == y
	}
	return s.kind != "" && s.kind == o.kind && (s.country == o.country || s.country == "" || o.country == "")
}

// contradicts reports whether one party can't be the other.
func (s side) contradicts(o side) bool {
	if s.id != "" && o.id != "" {
		return true
	}
	return s.kind != "" && o.kind != "" && isArmy(s.kind) != isArmy(o.kind)
}

func isArmy(kind string) bool {
	return kind == "state forces" || kind == "external/other forces"
}

// smallToll is a toll so common that two of it say little.
const smallToll = 3

// compareTolls adds how the tolls of an earlier and a later account agree: they
// rise. Another toll on another day is another happening.
func (e *evidence) compareTolls(x, y *account) {
	a, b := x.dead, y.dead
	if !a.known || !b.known || x.isVague || y.isVague {
		return
	}
	switch {
	case a.lo == b.lo && a.lo >= smallToll:
		e.has(tollSame)
		return
	case a.lo == b.lo:
		e.has(tollSameSmall)
		return
	case (a.hi < 0 || b.lo <= a.hi) && (b.hi < 0 || a.lo <= b.hi):
		e.has(tollOverlap)
	case b.lo > a.lo && b.lo <= 3*a.lo:
		e.has(tollRising)
	case b.lo < a.lo && a.lo <= 2*b.lo:
		e.has(tollFalling)
	default:
		e.has(tollUnlike)
	}
	if e[dayAdjacent]+e[dayApart] > 0 {
		e.has(tollOtherDay)
	}
}

// shared returns which part of the fewer of two sets of hashes, but of at least
// the number given, is in the other.
func shared(a, b []uint64, least int) float64 {
	n, i, j := 0, 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return float64(n) / float64(max(least, min(len(a), len(b))))
}
