package extract

import (
	"slices"

	"sitrep/extract/event"
	"sitrep/extract/lang"
	"sitrep/extract/mention/casualty"
)

// sides are the actors and targets of an event, once its dead, hurt and taken
// are known: they are the targets of an act that names no others.
func (f *found) sides(e *event.Event, tolls []casualty.Casualty) (actors, targets []event.Filler) {
	actors, targets = e.Actors, e.Targets
	hurt := f.victims(e, tolls)
	switch {
	case len(targets) == 0:
		targets = hurt
	case !slices.ContainsFunc(targets, func(t event.Filler) bool { return !holds(hurt, t.Group) }):
		for _, v := range hurt {
			if !holds(targets, v.Group) {
				targets = append(slices.Clip(targets), v)
			}
		}
	case len(targets) == 1 && targets[0].Group.Pronoun:
		if others := f.against(actors, hurt); len(others) > 0 { // were killed when gunmen attacked them
			targets = others
		}
	}
	return actors, targets
}

// victims are those whom an event killed, hurt or took, but for its actors.
func (f *found) victims(e *event.Event, tolls []casualty.Casualty) []event.Filler {
	var out []event.Filler
	for _, c := range tolls {
		for _, g := range append([]*lang.NounGroup{c.Victims}, c.Members...) {
			if g != nil && !holds(e.Actors, g) && !holds(out, g) {
				out = append(out, event.Filler{Group: g, Class: f.Class(g)})
			}
		}
	}
	return out
}

// holds says whether one of the fillers is the group or a part of it.
func holds(fs []event.Filler, g *lang.NounGroup) bool {
	return slices.ContainsFunc(fs, func(x event.Filler) bool { return x.Group == g || x.Group.Overlaps(g.Span) })
}

// against are the fillers that are named and of another kind than the actors.
func (f *found) against(actors, fs []event.Filler) []event.Filler {
	var out []event.Filler
	for _, x := range fs {
		same := slices.ContainsFunc(actors, func(a event.Filler) bool { return f.kind(a.Group) == f.kind(x.Group) || a.Group.Lemma == x.Group.Lemma })
		if !x.Group.Pronoun && !same {
			out = append(out, x)
		}
	}
	return out
}

// kind is the kind of the first actor that a group names.
func (f *found) kind(g *lang.NounGroup) string {
	if ms := f.ActorsOf(g); len(ms) > 0 {
		return ms[0].Kind
	}
	return ""
}
