package extract

import (
	"os"

	"sitrep/extract/claim/attribution"
	"sitrep/extract/coref"
	"sitrep/extract/lang"
	"sitrep/extract/mention"
	"sitrep/extract/mention/actor"
	"sitrep/extract/mention/date"
	"sitrep/gazetteer"
)

// found is all that was found in a document before and beside its events.
type found struct {
	places       []mention.Place
	attributions []attribution.Attribution
	actors       *coref.Resolver
	sense        *sense
	dates        map[int][]mention.Date // by sentence
	context      date.Context
	doc          *lang.Document
}

// mentions runs the finders over the document.
func (x *Extractor) mentions(d *lang.Document) *found {
	f := &found{doc: d, dates: map[int][]mention.Date{}}
	f.places = x.places.Find(d)
	f.attributions = attribution.Find(d)
	f.actors = coref.New(actor.Read(x.actors, d))
	f.sense = &sense{set: x.rules, actors: f.actors, index: x.actors, places: f.places}
	f.context = date.Context{Published: d.Article.Published, Country: date.PublisherCountry(d.Article.Publisher)}
	return f
}

// datesOf are the dates of a sentence, found once.
func (f *found) datesOf(s *lang.Sentence) []mention.Date {
	ds, ok := f.dates[s.Index]
	if !ok {
		ds = date.Find(s, f.context)
		f.dates[s.Index] = ds
	}
	return ds
}

// loadActors is the dictionary with the user's files on top.
func loadActors(paths []string) (*gazetteer.ActorIndex, error) {
	if len(paths) == 0 {
		return gazetteer.Actors(), nil
	}
	var files []gazetteer.ActorFile
	for _, p := range paths {
		f, err := os.Open(p)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		files = append(files, gazetteer.ActorFile{Name: p, Data: f})
	}
	x, _, err := gazetteer.ActorsWith(files...)
	return x, err
}
