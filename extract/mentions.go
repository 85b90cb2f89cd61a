package extract

import (
	"sitrep/extract/article"
	"sitrep/extract/attribution"
	"sitrep/extract/entity"
	"sitrep/extract/lang"
	"sitrep/extract/mention"
	"sitrep/extract/mention/actor"
	"sitrep/extract/mention/casualty"
	"sitrep/extract/mention/date"
	"sitrep/extract/rules"
	"sitrep/gazetteer"
)

// found is all that was found in a document before and beside its events.
type found struct {
	places       []mention.Place
	attributions []attribution.Attribution
	actors       *entity.Resolver
	sense        *sense
	dates        map[int][]mention.Date      // by sentence
	tolls        map[int][]casualty.Casualty // by sentence
	context      date.Context
	doc          *lang.Document
	weighed      bool
	weights      []attribution.Verification // once weighed is set
	asked        *asking                    // nil without a trace
}

// mentions runs the finders over the document.
func (x *Extractor) mentions(d *lang.Document) *found {
	f := &found{doc: d, dates: map[int][]mention.Date{}, tolls: map[int][]casualty.Casualty{}, asked: x.asking(d)}
	names, outlets := x.namesOf(d)
	d.SetNames(names)
	if x.options.eager {
		for i := range d.Sentences {
			d.Analyse(i)
		}
	}
	f.places = besideNames(x.places.Find(d), names)
	f.asked.after(stagePlaces)
	f.actors = entity.New(actor.Read(x.actors, d, f.places))
	f.attributions = attribution.Find(d, outlets...)
	f.asked.after(stageAttribution)
	f.sense = &sense{set: x.rules, actors: f.actors, index: x.actors, places: f.places, known: map[*lang.NounGroup]rules.Class{}}
	f.context = date.Context{Published: d.Article.Published, Country: date.PublisherCountry(d.Article.Publisher)}
	if f.context.Published.IsZero() {
		f.context.Published = present(d)
	}
	return f
}

// besideNames leaves out the places whose name lies within a name of an
// actor: the dictionary of actors knows Ansar Allah, the gazetteer an Allah.
func besideNames(ps []mention.Place, names []article.Span) []mention.Place {
	kept := ps[:0]
	n := 0
	for _, p := range ps {
		for n < len(names) && names[n].End <= p.Start {
			n++
		}
		if n == len(names) || !names[n].Contains(p.Span) {
			kept = append(kept, p)
		}
	}
	return kept
}

// namesOf are the stretches of the text that are names of actors and need
// nothing else in the text to be, and the names of news media, in text order.
func (x *Extractor) namesOf(d *lang.Document) (names, outlets []article.Span) {
	for _, m := range x.actors.Scan(d.Article.Text) {
		span := article.Span{Start: m.Start, End: m.End}
		if (m.Form == gazetteer.FormName || m.Form == gazetteer.FormLeader) && !m.Candidates[0].Ambiguous {
			names = append(names, span)
		}
		if len(m.Candidates) > 0 && m.Candidates[0].SourceKind == gazetteer.SourceMedia {
			outlets = append(outlets, span)
		}
	}
	return names, outlets
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
