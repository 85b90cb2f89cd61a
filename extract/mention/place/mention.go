package place

import (
	"math"

	"sitrep/extract/article"
	"sitrep/extract/mention"
	"sitrep/gazetteer"
)

// maxAlternatives is how many of the other candidates a mention keeps.
const maxAlternatives = 4

// mention returns toponym n as a mention.
func (t *text) mention(n int) mention.Place {
	tp := &t.toponyms[n]
	nm := &t.names[tp.name]
	k := t.chosen(n)
	c := &nm.candidates[k]
	m := mention.Place{
		Span: article.Span{Start: tp.hit.Start, End: tp.hit.End}, Text: t.src[tp.hit.Start:tp.hit.End], Use: t.use(n, c),
		ID: c.place.ID, Name: c.place.Name, Kind: c.place.Kind, Country: c.place.Country, Admin1: c.place.Admin1,
		Admin2: c.place.Admin2, Admin2ID: c.place.Admin2ID,
		Latitude: c.place.Latitude, Longitude: c.place.Longitude, Located: true, Precision: c.place.Precision, Head: t.head(tp),
	}
	m.Reason = t.why(n, k)
	if c.place.Country == "" {
		m.Countries = c.place.Countries()
	}
	outer, namesake := t.missingIn(n, c), t.onlyNamesake(n, c)
	if (outer != nil || namesake) && t.isBuildingName(n) {
		m.End = t.words[tp.last+1].end // Liberty Market, in Lahore
		m.Text, m.Head = t.src[m.Start:m.End], m.Span
	}
	if outer != nil {
		putInside(&m, &outer.place)
	}
	if namesake {
		m.ID, m.Name, m.Kind, m.Country, m.Admin1, m.Admin2, m.Admin2ID = "", m.Text, gazetteer.KindPopulatedPlace, "", "", "", ""
		m.Latitude, m.Longitude, m.Located, m.Precision = 0, 0, false, 0
	}
	t.relate(tp, &m)
	for _, i := range t.alternatives(n, k, maxAlternatives) {
		a := &nm.candidates[i]
		m.Alternatives = append(m.Alternatives, mention.PlaceAlternative{
			ID: a.place.ID, Name: a.place.Name, Country: a.place.Country, Latitude: a.place.Latitude, Longitude: a.place.Longitude,
			Score: math.Round(a.score*100) / 100, Reason: t.whyNot(a, c),
		})
	}
	return m
}

// putInside makes a mention one of a place somewhere in outer that the gazetteer
// lacks. It gets the point of a division: somewhere in Missouri is better than
// a namesake in Texas. Somewhere in a country is nowhere.
func putInside(m *mention.Place, outer *gazetteer.Place) {
	m.ID, m.Name, m.Kind, m.Country, m.Admin1 = "", m.Text, gazetteer.KindPopulatedPlace, outer.Country, outer.Admin1
	m.Admin2, m.Admin2ID, m.Relation, m.ResolvedBy = outer.Admin2, outer.Admin2ID, "in", mention.ByContainer
	m.Latitude, m.Longitude, m.Precision = outer.Latitude, outer.Longitude, 3
	if outer.Kind == gazetteer.KindCountry {
		m.Latitude, m.Longitude, m.Located, m.Relation, m.ResolvedBy = 0, 0, false, "", ""
	}
}

// why returns what speaks most for candidate k of toponym n, "" where no other
// place has its name.
func (t *text) why(n, k int) string {
	tp := &t.toponyms[n]
	nm := &t.names[tp.name]
	switch c := &nm.candidates[k]; {
	case len(nm.candidates) == 1:
		return onlyOne
	case k != nm.best && tp.sense > 0:
		return byContainer
	case k != nm.best:
		return byKind
	default:
		return c.reason
	}
}

// whyNot says why a candidate lost against the one that was chosen.
func (t *text) whyNot(lost, chosen *candidate) string {
	switch {
	case chosen.reason != lost.reason && chosen.reason != byPopulation:
		return "the other is " + chosen.reason
	case chosen.place.Country != lost.place.Country && t.countryWeight[chosen.place.Country] > t.countryWeight[lost.place.Country]:
		return "the article speaks of " + chosen.place.CountryName
	case chosen.place.Kind != lost.place.Kind && chosen.place.Country == lost.place.Country && chosen.place.Admin1 == lost.place.Admin1:
		return "a " + lost.place.Kind + " of the same name"
	case chosen.prior > lost.prior:
		return "less known"
	}
	return "further from the article's other places"
}

// head returns the span of a toponym with the feature words beside it: the
// village of X, X district.
func (t *text) head(tp *toponym) article.Span {
	span := article.Span{Start: tp.hit.Start, End: tp.hit.End}
	if tp.featureTo > 0 {
		span.End = t.words[tp.featureTo].end
	}
	if tp.featureFrom > 0 && tp.featureFrom < tp.first {
		span.Start = t.words[tp.featureFrom].start
	}
	return span
}
