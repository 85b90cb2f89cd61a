package extract

import (
	"slices"

	"sitrep/extract/event"
	"sitrep/extract/mention"
)

// locateReach is how many sentences back a happening without a place of its
// own looks for one.
const locateReach = 3

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
			if p.Kind != "country" && p.Located && isWithin(own, &p, places[k]) {
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
