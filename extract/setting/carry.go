package setting

import (
	"slices"
	"strings"

	"sitrep/extract/event"
	"sitrep/extract/mention"
	"sitrep/extract/telling"
	"sitrep/gazetteer"
)

// reach is how many sentences back a telling without a place of its own looks
// for one.
const reach = 3

// carried completes the places that a telling has of its own by those of the
// tellings before it: all of them where it has none of its own or only names
// one of them again. It returns the telling that they are all from, or nil.
func (f finder) carried(before []*telling.Telling, t *telling.Telling, own []mention.Place) ([]mention.Place, *telling.Telling) {
	prior := lastPlaced(before, t)
	switch {
	case prior == nil:
		return own, nil
	case len(own) == 0:
		if isGeneral(t.Event) || f.onOtherDays(t.Event, prior.Event) || f.isAbroad(t, prior.Places) {
			return nil, nil
		}
		return slices.Clone(prior.Places), prior
	}
	elsewhere := !slices.ContainsFunc(own, func(p mention.Place) bool { return t.Event.Sentence.Contains(p.Span) })
	if elsewhere && slices.ContainsFunc(prior.Places, func(p mention.Place) bool { return p.Span == own[0].Span }) {
		return slices.DeleteFunc(slices.Clone(prior.Places), func(p mention.Place) bool {
			return p.Kind == gazetteer.KindCountry && p.Span != own[0].Span
		}), prior
	}
	return widened(own, prior.Places), nil
}

// isAbroad reports whether a telling can't be at the places: its sentence names
// places of other countries only, or its sides are both of other countries, as
// where Azerbaijani forces shell Armenian ones in the sentence after a bombing in
// Syria.
func (f finder) isAbroad(t *telling.Telling, places []mention.Place) bool {
	home := func(country string) bool {
		return slices.ContainsFunc(places, func(p mention.Place) bool {
			return p.Country == "" || p.Country == country
		})
	}
	others := false
	for _, p := range f.saidBeside(t) {
		if g := t.Event.Sentence.InnermostGroup(p.Start); g != nil && f.prepositionBefore(g) == "from" {
			continue // a visitor from Canada
		}
		if p.Country == "" || home(p.Country) {
			others = false
			break
		}
		others = true
	}
	return others || f.sideAbroad(t.Event.Actors, home) && f.sideAbroad(t.Event.Targets, home)
}

// sideAbroad reports whether a side has known countries, none of which is home.
func (f finder) sideAbroad(side []event.Filler, home func(country string) bool) bool {
	abroad := false
	for _, x := range side {
		for _, m := range f.ActorsOf(x.Group) {
			if m.Country == "" || home(m.Country) {
				return false
			}
			abroad = true
		}
	}
	return abroad
}

// lastPlaced returns the last telling within reach of t that has a place, or
// nil.
func lastPlaced(before []*telling.Telling, t *telling.Telling) *telling.Telling {
	for k := len(before) - 1; k >= 0 && t.Event.Sentence.Index-before[k].Event.Sentence.Index <= reach; k-- {
		if len(before[k].Places) > 0 {
			return before[k]
		}
	}
	return nil
}

// isGeneral reports whether the event is no one happening that the text has
// told of, as in "threatened more attacks".
func isGeneral(e *event.Event) bool {
	g := e.Clause.Group
	return !isActual(e) && g != nil && e.Clause.Predicate.Plural && (g.Det == "" || g.Det == "any")
}

// widened adds to the places of a telling the wider ones that an earlier
// happening was placed in, where the text names the place again without them
// (in Kot town of Swat District; later, in Kot), or names only a spot that no
// gazetteer knows (a road, a bank). A country goes without saying.
func widened(own, earlier []mention.Place) []mention.Place {
	out := slices.Clone(own)
	for i := range earlier {
		p := &earlier[i]
		if p.Kind != gazetteer.KindCountry && isKnown(p) && isWithin(own, p, earlier) {
			out = append(out, *p)
		}
	}
	return out
}

// isRoadOrBank reports whether a name that no gazetteer has is that of a road or
// a building, of which a town has many, and no village's.
func isRoadOrBank(p *mention.Place) bool { return p.Kind == "" && strings.Contains(p.Text, " ") }

// isWithin reports whether all of the places lie within p, as far as the
// earlier ones, of which p is one, tell.
func isWithin(own []mention.Place, p *mention.Place, earlier []mention.Place) bool {
	again := false
	for i := range own {
		q := &own[i]
		if q.Text == p.Text || q.ID != "" && q.ID == p.ID {
			return false
		}
		if isKnown(q) && (width(q) >= width(p) || q.Country != p.Country || p.Admin1 != "" && q.Admin1 != p.Admin1) {
			return false
		}
		again = again || !isKnown(q) && isRoadOrBank(q) || slices.ContainsFunc(earlier, func(e mention.Place) bool { return e.Text == q.Text })
	}
	return again
}
