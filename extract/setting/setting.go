package setting

import (
	"sitrep/extract/mention"
	"sitrep/extract/reading"
	"sitrep/extract/telling"
)

// Add gives the tellings their places and dates.
func Add(r *reading.Reading, ts []*telling.Telling) {
	f := finder{r}
	for _, t := range ts {
		t.Date = f.dateOf(t.Event)
	}
	for i, t := range ts {
		f.place(ts[:i], t)
		f.locate(t)
		if from := t.PlaceFrom; t.Date == nil && from != nil && isDay(from.Date) && isActual(t.Event) {
			t.Date = from.Date // what happened where it did happened when it did
		}
	}
}

// finder looks for the setting of events in one text.
type finder struct{ *reading.Reading }

// place gives a telling its places: those of its own clauses, else of its
// sentence, else where its news comes from, else of the tellings before it,
// else any that its sentence names.
func (f finder) place(before []*telling.Telling, t *telling.Telling) {
	if t.Site = f.siteHit(t.Event); t.Site != nil {
		t.Places = []mention.Place{*t.Site}
		return
	}
	s := search{finder: f, event: t.Event}
	places := s.in(t.Event.Clauses)
	if len(places) == 0 {
		places = f.antecedentOfWhere(t.Event)
	}
	if len(places) == 0 {
		s.strict = true
		places = s.in(t.Event.Sentence.Clauses)
	}
	if len(places) == 0 {
		places = f.named(t.Event)
	}
	if len(places) == 0 {
		places = f.reportedFrom(t.Event)
	}
	t.Places, t.PlaceFrom = f.carried(before, t, places)
	if len(t.Places) == 0 && !isGeneral(t.Event) {
		s.strict, s.all = true, true
		t.Places = s.in(t.Event.Sentence.Clauses)
	}
}
