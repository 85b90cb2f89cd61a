package setting

import (
	"sitrep/extract/mention"
	"sitrep/extract/reading"
	"sitrep/extract/telling"
)

// Add gives the tellings the places and dates that their own sentences tell.
func Add(r *reading.Reading, ts []*telling.Telling) {
	f := finder{r}
	for _, t := range ts {
		t.Date = f.dateOf(t.Event)
		f.place(t)
		f.locate(t)
		t.Places = withoutLandmarks(t.Places)
	}
}

// finder looks for the setting of events in one text.
type finder struct{ *reading.Reading }

// place gives a telling its places: those of its own clauses, else of its
// sentence, else where its news comes from. Where there is none, it notes what
// else its sentence names.
func (f finder) place(t *telling.Telling) {
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
		s.strict, s.afar = false, true
		places = s.in(t.Event.Clauses)
	}
	if len(places) == 0 {
		places = f.reportedFrom(t.Event)
	}
	t.Places = places
	if len(t.Places) > 0 {
		return
	}
	if t.Nearby = f.localTo(t.Event); len(t.Nearby) == 0 {
		s.strict, s.all = true, true
		t.Nearby = s.in(t.Event.Sentence.Clauses)
	}
}
