package setting

import (
	"slices"
	"sort"
	"strings"

	"sitrep/extract/mention"
	"sitrep/extract/telling"
	"sitrep/gazetteer"
)

// locate gives the places of a telling that no gazetteer has the point of the
// narrowest place around them: Kibanda village, Beni territory, lies at Beni.
// What is around them is a place named with them, else one that their sentence
// names, which is then one of its places too where the name is that of a
// building, of which many towns have one. The place of an earlier sentence is none: the village may be anywhere.
func (f finder) locate(t *telling.Telling) {
	var beside *mention.Place
	for i := range t.Places {
		p := &t.Places[i]
		if p.Located || p.Use != mention.UsePlace {
			continue
		}
		if on := f.townOnRoad(p); on != nil {
			put(p, on)
		} else if around := namedAround(t.Places, p); around != nil {
			put(p, around)
		} else if around := namedAround(f.saidBeside(t), p); around != nil {
			put(p, around)
			p.Precision = 3
			if strings.Contains(p.Text, " ") {
				beside = around // the Ouagadougou complex, the headquarters of the group in Sirte
			}
		}
	}
	if beside != nil && beside.Width() <= 2 {
		t.Places = append(t.Places, *beside)
	}
}

// townOnRoad returns the town in the name of a road that leads to it, as in "the
// Dara-Homs road", or nil.
func (f finder) townOnRoad(p *mention.Place) *mention.Place {
	q := f.PlaceAt(p.Start)
	if q == nil {
		if q = f.firstPlaceFrom(p.Start); q == nil || q.End > p.End {
			return nil
		}
	}
	if !isKnown(q) || !strings.HasPrefix(q.Relation, "road ") || q.Width() > 2 {
		return nil
	}
	return q
}

// firstPlaceFrom returns the first place that the text names from an offset on, or
// nil.
func (f finder) firstPlaceFrom(start int) *mention.Place {
	places := f.Places()
	if i := sort.Search(len(places), func(i int) bool { return places[i].Start >= start }); i < len(places) {
		return &places[i]
	}
	return nil
}

// namedAround returns the narrowest of the places that can hold p, the nearest
// of equals, or nil.
func namedAround(places []mention.Place, p *mention.Place) *mention.Place {
	var best *mention.Place
	for i := range places {
		q := &places[i]
		if !isKnown(q) || p.Country != "" && p.Country != q.Country || isUnbounded(q) {
			continue
		}
		if best == nil || q.Width() < best.Width() || q.Width() == best.Width() && q.Distance(p.Span) < best.Distance(p.Span) {
			best = q
		}
	}
	return best
}

// saidBeside returns the places that the sentence of a telling names and says
// in the same words.
func (f finder) saidBeside(t *telling.Telling) []mention.Place {
	return slices.DeleteFunc(f.namedIn(t.Event.Sentence), func(p mention.Place) bool {
		return overlapsAny(t.Places, p) || !f.isSaidWith(t.Event, p.Span)
	})
}

// put gives p the point and the divisions of a place around it.
func put(p, around *mention.Place) {
	p.Country, p.Admin1, p.Admin2, p.Admin2ID = around.Country, around.Admin1, around.Admin2, around.Admin2ID
	p.Latitude, p.Longitude, p.Located, p.ResolvedBy = around.Latitude, around.Longitude, true, mention.ByContainer
	p.Precision = 2
	if around.Width() > 2 {
		p.Precision = 3
	}
	if p.Relation == "" {
		p.Relation = "in"
	}
}

// isKnown reports whether a place has a point of its own.
func isKnown(p *mention.Place) bool { return p.Located && p.ResolvedBy == "" }

// isUnbounded reports whether a place is too wide to say where something in it
// is: a sea, a continent.
func isUnbounded(p *mention.Place) bool {
	switch p.Kind {
	case "continent", "ocean", "sea":
		return true
	}
	return p.Kind != gazetteer.KindCountry && p.Country == ""
}
