package frame

import (
	"slices"
	"strings"

	"sitrep/extract/lang"
	"sitrep/extract/mention"
	"sitrep/extract/mention/place"
	own "sitrep/extract/setting"
	"sitrep/extract/telling"
	"sitrep/extract/weigh"
)

// isAside reports whether the places of a telling are those of other words of its
// sentence than its own clauses, which may be about something else: the fighting
// came after gunmen had attacked troops [in El Adde].
func isAside(t *telling.Telling) bool {
	return len(t.Places) > 0 && t.PlaceProbability == 0 && (t.By == own.ByOthers || t.By == own.ByWords || t.By == own.ByNews)
}

// addAside adds what speaks for and against a telling being at the places that other
// words of its sentence name.
func (p *pass) addAside(e *weigh.Evidence, t *telling.Telling, places []mention.Place) {
	e.Add("other words of its sentence")
	e.Add("other words of its sentence: " + t.By)
	s, at := t.Event.Sentence, places[0].Span
	if !s.Contains(at) {
		return
	}
	before := at.End <= t.Event.Trigger.Start
	e.If(before, "other words of its sentence: before it")
	from, to := at.End, t.Event.Trigger.Start
	if !before {
		from, to = t.Event.Trigger.End, at.Start
	}
	if from < to {
		between := p.Article().Text[from:to]
		e.If(strings.Contains(between, ";"), "other words of its sentence: behind a semicolon")
		e.If(!strings.Contains(between, ","), "other words of its sentence: no comma between")
	}
	e.If(p.anotherIsAt(t, places), "other words of its sentence: another happening is there")
	in := innermost(t, at.Start)
	switch {
	case in == nil:
		e.Add("other words of its sentence: in no clause")
		return
	case t.Event.IsUnder(in):
		e.Add("other words of its sentence: a clause above it")
	case isBelow(t, in):
		e.Add("other words of its sentence: a clause below it")
	default:
		e.Add("other words of its sentence: a clause beside it")
	}
	if in.Link == lang.Adverbial && in.Mark != "" && !t.Event.IsUnder(in) {
		e.Add("other words of its sentence: " + in.Mark)
	} else {
		e.Add("other words of its sentence: " + in.Link.String())
	}
	e.If(in.Verb != nil && in.Verb.Perfect && !isPerfect(t), "other words of its sentence: in the past perfect, it not")
}

// anotherIsAt reports whether another telling of the sentence names the place in its
// own clauses.
func (p *pass) anotherIsAt(t *telling.Telling, places []mention.Place) bool {
	return slices.ContainsFunc(p.sentences[t.Event.Sentence], func(o *telling.Telling) bool {
		return o != t && o.By == own.ByOwn && len(o.Places) > 0 && o.Places[0].Span == places[0].Span
	})
}

// innermost returns the last clause of a telling's sentence that begins before an
// offset and holds it, or nil.
func innermost(t *telling.Telling, offset int) *lang.Clause {
	var in *lang.Clause
	for _, c := range t.Event.Sentence.Clauses {
		if c.Verb != nil && c.Start <= offset && offset < c.End && (in == nil || c.Start > in.Start) {
			in = c
		}
	}
	return in
}

// isBelow reports whether a clause depends on one of a telling's.
func isBelow(t *telling.Telling, c *lang.Clause) bool {
	for ; c != nil && c.Link != lang.Root; c = c.Parent {
		if slices.Contains(t.Event.Clauses, c.Parent) {
			return true
		}
	}
	return false
}

// addPointing adds whether the places are of the kind that a noun in the clauses of
// a telling points to, as in "shelled the city again", "in the province".
func (p *pass) addPointing(e *weigh.Evidence, t *telling.Telling, s *setting) {
	width := p.pointsTo(t)
	if width == 0 {
		return
	}
	is := s.places[0].Width() == width
	e.If(is, "is of the kind that its clause points to")
	e.If(!is, "is of another kind than its clause points to")
	e.If(!is && s.places[0].Width() < width, "is narrower than what its clause points to")
}

// pointsTo returns the width of the place that a definite noun in the clauses of a
// telling points to, or 0: the city, this province.
func (p *pass) pointsTo(t *telling.Telling) int {
	for _, c := range t.Event.Clauses {
		for _, a := range c.Args {
			g := a.Group
			if g == nil || g.Proper || g.Det != "the" && g.Det != "this" && g.Det != "that" || p.FirstPlaceIn(g) != nil {
				continue
			}
			if w := place.WidthOf(g.Lemma); w > 0 {
				return w
			}
		}
	}
	return 0
}
