package role

import (
	"slices"

	"sitrep/extract/event"
	"sitrep/extract/lang"
	"sitrep/extract/reading"
	"sitrep/extract/telling"
)

// proposedTargets returns the targets of a telling by rule and toll: the
// event's own, and its victims where the event names no others.
func proposedTargets(r *reading.Reading, t *telling.Telling) []event.Filler {
	own, hurt := t.Event.Targets, victims(r, t)
	switch {
	case len(own) == 0:
		return hurt
	case !slices.ContainsFunc(own, func(x event.Filler) bool { return !holds(hurt, x.Group) }):
		for _, v := range hurt {
			if !holds(own, v.Group) {
				own = append(slices.Clip(own), v)
			}
		}
	case len(own) == 1 && own[0].Group.Pronoun:
		// were killed when gunmen attacked them
		if others := opponents(r, t.Event.Actors, hurt); len(others) > 0 {
			return others
		}
	}
	return own
}

// victims returns those whom a telling says were killed, hurt or taken, but
// for its actors.
func victims(r *reading.Reading, t *telling.Telling) []event.Filler {
	var out []event.Filler
	for _, c := range t.Tolls {
		for _, g := range append([]*lang.NounGroup{c.Victims}, c.Members...) {
			if g != nil && !holds(t.Event.Actors, g) && !holds(out, g) {
				out = append(out, event.Filler{Group: g, Class: r.Class(g)})
			}
		}
	}
	return out
}

// holds reports whether one of the fillers is the group or overlaps it.
func holds(fs []event.Filler, g *lang.NounGroup) bool {
	return slices.ContainsFunc(fs, func(x event.Filler) bool { return x.Group == g || x.Group.Overlaps(g.Span) })
}

// opponents returns the fillers that are named and of another kind than the
// actors.
func opponents(r *reading.Reading, actors, fs []event.Filler) []event.Filler {
	var out []event.Filler
	for _, x := range fs {
		same := slices.ContainsFunc(actors, func(a event.Filler) bool {
			return kindOf(r, a.Group) == kindOf(r, x.Group) || a.Group.Lemma == x.Group.Lemma
		})
		if !x.Group.Pronoun && !same {
			out = append(out, x)
		}
	}
	return out
}

// kindOf returns the kind of the first actor that a group names, or "".
func kindOf(r *reading.Reading, g *lang.NounGroup) string {
	if ms := r.ActorsOf(g); len(ms) > 0 {
		return ms[0].Kind
	}
	return ""
}
