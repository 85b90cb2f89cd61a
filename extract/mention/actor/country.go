package actor

import (
	"sort"

	"sitrep/extract/lang"
	"sitrep/extract/mention"
	"sitrep/gazetteer"
)

// countryCounts is how often the text names each country, by what it names.
type countryCounts struct {
	countries map[string]int   // anything
	placesOf  map[string]int   // places in it
	placesIn  []map[string]int // places in it, by sentence
	groupsOf  map[string]int   // groups that are of no other country
	statesOf  map[string]int   // the state, its leaders and forces
	foesOf    map[string]int   // groups that fight the state
}

// countCountries counts the countries of the names and places of the text.
func (r *Reader) countCountries() {
	r.countryCounts = countryCounts{
		countries: map[string]int{}, placesOf: map[string]int{}, groupsOf: map[string]int{}, statesOf: map[string]int{}, foesOf: map[string]int{},
		placesIn: make([]map[string]int, len(r.doc.Sentences)),
	}
	for _, m := range r.names {
		c := m.Candidates[0]
		if c.Ambiguous {
			continue
		}
		oneCountry := len(c.Countries()) == 1
		if m.Form == gazetteer.FormName && oneCountry && c.Kind != "" {
			r.groupsOf[c.Country]++
		}
		if m.Form != gazetteer.FormName || oneCountry {
			r.countries[c.Country]++
		}
		if m.Form != gazetteer.FormName && m.Form != gazetteer.FormAdjective && m.Form != gazetteer.FormPeople {
			r.statesOf[c.Country]++
		}
	}
	r.countFoes()
	sentences := r.doc.Sentences
	k := 0
	for i := range r.places {
		p := &r.places[i]
		if p.Country == "" {
			continue
		}
		r.countries[p.Country]++
		if p.Use == mention.UseMetonym || p.Kind == gazetteer.KindCountry {
			continue
		}
		r.placesOf[p.Country]++
		for k < len(sentences) && sentences[k].End <= p.Start {
			k++
		}
		if k < len(sentences) && sentences[k].Start <= p.Start {
			if r.placesIn[k] == nil {
				r.placesIn[k] = map[string]int{}
			}
			r.placesIn[k][p.Country]++
		}
	}
}

// countFoes counts the groups of the text by the states that they fight; one whose name
// others share counts where the text names that state.
func (r *Reader) countFoes() {
	for _, m := range r.names {
		if m.Form != gazetteer.FormName {
			continue
		}
		c := m.Candidates[0]
		for _, iso3 := range c.Against() {
			if !c.Ambiguous || r.statesOf[iso3] > 0 {
				r.foesOf[iso3]++
			}
		}
	}
}

// countryOf returns the country that a sentence is about: that of its places,
// else of all places of the text, else of all that the text names; "" where it
// could be two.
func (r *Reader) countryOf(s *lang.Sentence) string {
	for _, counts := range [...]map[string]int{r.placesIn[s.Index], r.placesOf, r.countries} {
		if len(counts) == 0 {
			continue
		}
		c := majority(counts)
		if g := majority(r.groupsOf); g != "" && c != "" && r.groupsOf[c] == 0 && r.countries[c] <= 1 {
			return g // one village abroad, and a group that fights at home
		}
		return c
	}
	return ""
}

// majority returns the country with more than three quarters of the counts, or
// "".
func majority(counts map[string]int) string {
	all, most, country := 0, 0, ""
	for c, n := range counts {
		all += n
		if n > most || n == most && c < country {
			most, country = n, c
		}
	}
	if 4*most > 3*all {
		return country
	}
	return ""
}

// Localise gives a description without a country that of its sentence: police
// in a text about Quetta are those of Pakistan. It is for descriptions that
// have no antecedent.
func (r *Reader) Localise(m *Mention) {
	if m.Form != Description && m.Form != Unknown || m.ID != "" || m.Country != "" || m.Sentence == nil || !m.ofSomeCountry() {
		return
	}
	country := r.countryOf(m.Sentence)
	if country == "" || m.Noun.Service == "MIL" && m.Noun.Class != gazetteer.NounOfficial && !r.isScene(m, country) {
		return
	}
	m.Country = country
	if m.Kind != gazetteer.KindStateForces || m.Noun.Service == "" {
		return
	}
	if f := r.dictionary.StateForce(country, m.Noun.Service); f != nil {
		source := m.SourceKind
		m.identify(f)
		if source != "" {
			m.SourceKind = source
		}
	}
}

// namedOften is how often a text names the state that it is about.
const namedOften = 2

// isScene reports whether the text is about a state: it names it, or those who fight it,
// more often than any other state. Only then are soldiers whose side it does not tell
// that state's: troops who seize a town are not those of the country that it lies in. Of
// the army it is enough that no other state is named.
func (r *Reader) isScene(m *Mention, country string) bool {
	named := max(r.statesOf[country], 1+r.foesOf[country]) // its place alone names it once
	if m.Definite() && words().national[m.Noun.Noun] {
		named++
	}
	for c, n := range r.statesOf {
		if c != country && n >= named {
			return false
		}
	}
	return named >= namedOften
}

// ofSomeCountry reports whether a description is one of people who belong to
// the country in which they act: soldiers, officials, a crowd.
func (m *Mention) ofSomeCountry() bool {
	if m.Kind == gazetteer.KindExternalForces || m.Kind == gazetteer.KindFacility {
		return false
	}
	switch m.Noun.Class {
	case gazetteer.NounForce, gazetteer.NounCrowd, gazetteer.NounOfficial:
		return true
	}
	return m.Noun.Service != ""
}

// NearestPlace returns the last place that begins before one byte offset, not
// before another, and fits, or nil.
func (r *Reader) NearestPlace(before, from int, fits func(*mention.Place) bool) *mention.Place {
	i := sort.Search(len(r.places), func(i int) bool { return r.places[i].Start >= before }) - 1
	for ; i >= 0 && r.places[i].Start >= from; i-- {
		if p := &r.places[i]; fits(p) {
			return p
		}
	}
	return nil
}
