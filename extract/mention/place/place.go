package place

import (
	"math"
	"slices"
	"sort"
	"sync"

	"sitrep/extract/article"
	"sitrep/extract/lang"
	"sitrep/extract/mention"
	"sitrep/gazetteer"
)

// Finder finds the places in documents. It is safe for concurrent use: its
// fields do not change after it is made.
type Finder struct {
	places *gazetteer.PlaceIndex
	actors *gazetteer.ActorIndex
}

// New returns a Finder over a place index: gazetteer.Places(), or that with a
// user's own places on top.
func New(places *gazetteer.PlaceIndex) *Finder {
	return &Finder{places: places, actors: gazetteer.Actors()}
}

// WithActors returns a copy of f with another dictionary of actors. The name of a
// place within the name of an actor is no place, as in the Arakan Army or Al
// Qaeda in the Arabian Peninsula.
func (f *Finder) WithActors(actors *gazetteer.ActorIndex) *Finder {
	return &Finder{places: f.places, actors: actors}
}

// Find returns the places that the document names, resolved, in text order and
// without overlap. It reads the raw text, and asks for the analysis of a
// sentence only where the words around a name leave it open whether the name
// is a place. The result does not depend on what was analysed before.
func (f *Finder) Find(doc *lang.Document) []mention.Place { return f.FindBeside(doc, nil) }

// A Party is an actor that the document names and the country that it is of,
// which speaks for the places there.
type Party struct {
	Start   int // byte offset of its name
	Country string
}

// FindBeside is Find where the actors of the document are known.
func (f *Finder) FindBeside(doc *lang.Document, parties []Party) []mention.Place {
	m := memories.Get().(*memory)
	t := &text{words: m.words, toponyms: m.toponyms[:0], doc: doc, src: doc.Article.Text, places: f.places, actors: f.actors, vocab: vocab(), parties: parties}
	defer func() {
		m.words, m.toponyms = t.words, t.toponyms
		clear(m.toponyms) // they hold what must not live on
		memories.Put(m)
	}()
	t.readWords()
	t.scan()
	t.findPersons()
	t.findUsages()
	t.findLeaders()
	t.findContainers()
	for n := range t.toponyms {
		t.toponyms[n].context = t.scoreContext(n)
	}
	t.resolve()
	t.settleSenses()
	t.decide()
	accepted := 0
	for n := range t.toponyms {
		if t.toponyms[n].accepted {
			accepted++
		}
	}
	out := make([]mention.Place, 0, accepted)
	for n := range t.toponyms {
		if t.toponyms[n].accepted {
			out = append(out, t.mention(n))
		}
	}
	out = append(out, t.unlisted()...)
	sort.SliceStable(out, func(i, j int) bool { return out[i].Start < out[j].Start })
	return out
}

// memory is that of the words and toponyms of a text, which nobody asks for once its
// places are found.
type memory struct {
	words    []word
	toponyms []toponym
}

var memories = sync.Pool{New: func() any { return new(memory) }}

// text holds what is known of one document while its places are found. Words,
// toponyms and names are referred to by their indices in its slices: i and k
// are words, n and m toponyms, g names.
type text struct {
	doc    *lang.Document
	src    string
	places *gazetteer.PlaceIndex
	actors *gazetteer.ActorIndex
	vocab  *vocabulary

	words      []word
	toponyms   []toponym
	toponymAt  map[int]int // first word of a toponym → the toponym
	names      []name
	nameByKey  map[string]int
	demonyms   []demonym        // in text order
	peoples    map[int][]string // their countries, by sentence
	parties    []Party
	usages     []string // countries, of words that only their people use
	chartNames []int    // the names whose places are evidence for one another

	// personWords counts the words of persons' names, in lower case: after
	// Michael Jackson in the first paragraph, a later Jackson is he.
	personWords map[string]int
	inPerson    map[int]bool // the words that stand in such a name

	countryWeight map[string]float64 // how much the article speaks of a country
	totalWeight   float64
}

// demonym is a word for the people of a country, as in Syrian rebels.
type demonym struct {
	country  string
	word     int
	sentence int
}

// toponym is one occurrence of a gazetteer name, which may be a place.
type toponym struct {
	hit         gazetteer.PlaceHit
	first, last int // words
	name        int
	feature     string // the kind that a feature word beside it asks for: Homs province
	featureFrom int    // first word of a feature phrase before it: the village of X
	featureTo   int    // last word of a feature phrase after it: X air base
	containers  []containment
	holds       []containment // what the text puts right inside it
	context     float64       // evidence of the words around it: a place is above zero
	sense       int           // 1 + the candidate that the text itself points to; 0 for the best of its name
	accepted    bool
	dateline    bool
	inActor     bool // within the longer name of an actor
}

// containment says that the text puts a toponym inside another one, as in
// Tripoli, Lebanon.
type containment struct {
	outer  int // the other toponym
	weight float64
}

// name is a gazetteer name with all its occurrences in the text and all places
// that go by it.
type name struct {
	key        string // folded
	toponyms   []int
	candidates []candidate
	best       int     // candidate
	context    float64 // the highest evidence for a place of any of its toponyms
}

// candidate is a place that a name may stand for.
type candidate struct {
	place  gazetteer.Place
	prior  float64 // evidence without the text: about the logarithm of the population
	score  float64
	reason string // the strongest evidence for it: one of the constants below
}

// Reasons for a candidate, as they stand in mention.PlaceAlternative.
const (
	onlyOne      = "the only one of its name"
	byPopulation = "population"
	byContainer  = "named with it"
	byCountry    = "country of the article"
	byDemonym    = "people of the sentence"
	byPeer       = "named beside its like"
	byKind       = "kind asked for"
	byNeighbours = "close to the article's other places"
	byDivision   = "division of the article"
)

// best returns the candidate that the name of toponym n stands for in the
// article, or nil where it has none.
func (t *text) best(n int) *candidate {
	nm := &t.names[t.toponyms[n].name]
	if len(nm.candidates) == 0 {
		return nil
	}
	return &nm.candidates[nm.best]
}

// toponymEnding returns the toponym that covers word i and reports whether it
// ends with that word.
func (t *text) toponymEnding(i int) (int, bool) {
	for k := i; k >= 0 && k > i-maxNameWords; k-- {
		if n, ok := t.toponymAt[k]; ok {
			return n, t.toponyms[n].last == i
		}
	}
	return 0, false
}

// maxNameWords is how many words a gazetteer name has at most.
const maxNameWords = 8

// inToponym reports whether word i belongs to a toponym that begins at it or
// before it.
func (t *text) inToponym(i int) bool {
	for k := i; k >= 0 && k > i-maxNameWords; k-- {
		if n, ok := t.toponymAt[k]; ok {
			return t.toponyms[n].last >= i
		}
	}
	return false
}

// demonymAt reports whether word i is a demonym.
func (t *text) demonymAt(i int) bool {
	_, found := slices.BinarySearchFunc(t.demonyms, i, func(d demonym, i int) int { return d.word - i })
	return found
}

// isPower reports whether the toponym may name a country or a capital, whose
// government can say and do things.
func (t *text) isPower(tp *toponym) bool {
	return slices.ContainsFunc(t.names[tp.name].candidates, func(c candidate) bool {
		return c.place.Kind == gazetteer.KindCountry || c.place.Capital
	})
}

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
