package extract

import (
	"slices"

	"sitrep/extract/event"
	"sitrep/extract/mention"
	"sitrep/extract/record"
	"sitrep/gazetteer"
)

// locateReach is how many sentences back a happening without a place of its
// own looks for one.
const locateReach = 3

// carried completes the places of event i by those of the happenings before
// it: all of them where it has none of its own or none but the area. It tells
// which event these are from, -1 where from none.
func (f *found) carried(events []*event.Event, places [][]mention.Place, i int) ([]mention.Place, int) {
	e := events[i]
	own := places[i]
	again := len(own) > 0 && !slices.ContainsFunc(own, func(p mention.Place) bool { return e.Sentence.Contains(p.Span) })
	for k := i - 1; k >= 0 && e.Sentence.Index-events[k].Sentence.Index <= locateReach; k-- {
		if len(places[k]) == 0 {
			continue
		}
		if len(own) == 0 && (general(e) || f.otherDay(e, events[k])) {
			return nil, -1
		}
		if len(own) == 0 || again && slices.ContainsFunc(places[k], func(p mention.Place) bool { return p.Span == own[0].Span }) {
			return slices.DeleteFunc(slices.Clone(places[k]), func(p mention.Place) bool {
				return again && p.Kind == gazetteer.KindCountry && p.Span != own[0].Span
			}), k
		}
		break
	}
	if len(own) == 0 {
		return nil, -1
	}
	return widened(events, places, i), -1
}

// general says whether the event is no one happening that the text has told
// of: threatened more attacks.
func general(e *event.Event) bool {
	g := e.Clause.Group
	return e.Modality != record.Actual && g != nil && e.Clause.Predicate.Plural && (g.Det == "" || g.Det == "any")
}

// otherDay says whether the text tells that the events are not of one day.
func (f *found) otherDay(a, b *event.Event) bool {
	x, y := f.timeOf(a), f.timeOf(b)
	return x != nil && y != nil && x.From != "" && y.From != "" && (x.From > y.To || y.From > x.To)
}

// widened adds to the places of an event the wider ones that an earlier
// happening was placed in, where the text names the place again without them
// (in Kot town of Swat District; later, in Kot), or names only a spot that no
// gazetteer knows (a road, a bank). A country goes without saying.
func widened(events []*event.Event, places [][]mention.Place, i int) []mention.Place {
	own := places[i]
	for k := i - 1; k >= 0 && events[i].Sentence.Index-events[k].Sentence.Index <= locateReach; k-- {
		if len(places[k]) == 0 {
			continue
		}
		var wider []mention.Place
		for _, p := range places[k] {
			if p.Kind != gazetteer.KindCountry && p.Located && isWithin(own, &p, places[k]) {
				wider = append(wider, p)
			}
		}
		return append(slices.Clone(own), wider...)
	}
	return own
}

// isWithin says whether all of the places lie within p, as far as the earlier
// ones, of which p is one, tell.
func isWithin(own []mention.Place, p *mention.Place, earlier []mention.Place) bool {
	again := false
	for i := range own {
		q := &own[i]
		if q.Text == p.Text || q.ID != "" && q.ID == p.ID {
			return false
		}
		if q.Located && (width(q) >= width(p) || q.Country != p.Country || p.Admin1 != "" && q.Admin1 != p.Admin1) {
			return false
		}
		again = again || !q.Located || slices.ContainsFunc(earlier, func(e mention.Place) bool { return e.Text == q.Text })
	}
	return again
}
