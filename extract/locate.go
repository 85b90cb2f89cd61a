package extract

import (
	"slices"
	"sort"

	"sitrep/extract/article"
	"sitrep/extract/event"
	"sitrep/extract/lang"
	"sitrep/extract/mention"
	"sitrep/extract/rules"
)

// namedBy stands for the preposition of a name that a noun for a place
// introduces: the town of Kot was shelled.
const namedBy = "in"

// locate finds the places of every event: those of its own clauses, else of
// its sentence, else of the happening before it.
func (f *found) locate(events []*event.Event) [][]mention.Place {
	out := make([][]mention.Place, len(events))
	for i, e := range events {
		if p := f.hitIt(e); p != nil {
			out[i] = []mention.Place{*p}
			continue
		}
		out[i] = f.placesIn(e, e.Clauses, false)
		if len(out[i]) == 0 {
			out[i] = f.placesIn(e, e.Sentence.Clauses, true)
		}
		if len(out[i]) == 0 {
			out[i] = f.reportedFrom(e)
		}
		for k := i - 1; k >= 0 && len(out[i]) == 0 && e.Sentence.Index-events[k].Sentence.Index <= locateReach; k-- {
			out[i] = out[k]
		}
		if len(out[i]) > 0 {
			out[i] = widened(events, out, i)
		}
	}
	return out
}

// placesIn are the places that the clauses say an event happened at, the
// narrowest first.
func (f *found) placesIn(e *event.Event, clauses []*lang.Clause, strict bool) []mention.Place {
	var out []mention.Place
	add := func(g *lang.NounGroup, prep string) {
		if strict && !f.where(prep) {
			return
		}
		for _, p := range f.placesOf(e, g, prep) {
			if strict && !f.saidWith(e, p.Span) {
				continue
			}
			if !slices.ContainsFunc(out, func(o mention.Place) bool { return o.Overlaps(p.Span) }) {
				out = append(out, p)
			}
		}
	}
	for _, c := range clauses {
		for _, a := range c.Args {
			if a.Shared && a.Function != lang.Oblique || fromWhom(a) || a.Function == lang.Oblique && (!f.locative(a.Prep) || a.Group.Time) {
				continue
			}
			for _, g := range append([]*lang.NounGroup{a.Group}, a.Group.Conjuncts...) {
				switch {
				case a.Function == lang.Oblique:
					add(g, a.Prep)
				case a.Function == lang.Modifier && !c.Predicate.Noun:
				case f.isPlace(g):
					add(g, "")
				}
				if g.Apposition != nil && f.isPlace(g.Apposition) {
					add(g.Apposition, a.Prep)
				}
				person := f.sense.Class(g).Is(rules.Force | rules.Person | rules.Government | rules.Group)
				for _, at := range g.Attached {
					named := f.isPlace(g) && slices.Contains(f.sense.set.Grammar.Naming, at.Prep) // several fields, including A and B
					if !named && !f.locative(at.Prep) || at.Group.Time || person && !f.where(at.Prep) {
						continue
					}
					prep := at.Prep
					if named {
						prep = namedBy
					}
					if prep == "of" && at.Group.Proper && f.sense.set.Nouns[g.Lemma].Is(rules.Place) {
						prep = a.Prep // in the villages of Dara and Kot
						if prep == "" {
							prep = namedBy
						}
					}
					add(at.Group, prep)
					for _, m := range at.Group.Conjuncts {
						add(m, prep)
					}
				}
			}
		}
	}
	return narrowFirst(f.chained(e, out))
}

// narrowFirst puts the narrowest places first.
func narrowFirst(out []mention.Place) []mention.Place {
	sort.SliceStable(out, func(i, j int) bool { return out[i].Start < out[j].Start })
	sort.SliceStable(out, func(i, j int) bool { return width(&out[i]) < width(&out[j]) })
	return out
}

// saidWith says whether a place stands in the same words of a speaker as the
// event, where it stands in any: told reporters in Ankara that.
func (f *found) saidWith(e *event.Event, place article.Span) bool {
	for i := range f.attributions {
		a := &f.attributions[i]
		told := slices.ContainsFunc(a.Content, func(s article.Span) bool { return s.Contains(e.Trigger) })
		if told && a.Sentence == e.Sentence.Index && !slices.ContainsFunc(a.Content, func(s article.Span) bool { return s.Contains(place) }) {
			return false
		}
	}
	return true
}

// reportedFrom are the places that the news of the event comes from, where no
// name of a speaker stands for it: reports from Goma, officials in Kivu say.
func (f *found) reportedFrom(e *event.Event) []mention.Place {
	var out []mention.Place
	for i := range f.attributions {
		a := &f.attributions[i]
		g := a.Source.Group
		if a.Sentence != e.Sentence.Index || g == nil || g.Proper || g.Pronoun || a.Cue.Start < g.End {
			continue
		}
		if !slices.Contains(f.sense.set.Grammar.Documents, g.Lemma) && !f.sense.Class(g).Is(rules.Person) {
			continue
		}
		if !slices.ContainsFunc(a.Content, func(s article.Span) bool { return s.Contains(e.Trigger) }) {
			continue
		}
		for _, h := range e.Sentence.Nouns {
			if h.Start < g.Sentence.Tokens[g.Last].End || h.End > a.Cue.Start {
				continue
			}
			ps := f.listed(h)
			if len(ps) == 0 && h.Proper && f.namesPlace(e, h, namedBy) {
				ps = []mention.Place{f.unlisted(h)}
			}
			for _, p := range ps {
				if !slices.ContainsFunc(out, func(o mention.Place) bool { return o.Overlaps(p.Span) }) {
					out = append(out, p)
				}
			}
		}
	}
	return narrowFirst(out)
}

// fromWhom says whether the oblique says where a person comes from: Omar Ali
// (24), of Dara.
func fromWhom(a lang.Arg) bool {
	t, i := a.Group.Sentence.Tokens, a.Group.First-2
	return a.Function == lang.Oblique && a.Prep == "of" && i >= 0 && (t[i].Text == "," || t[i].Text == ")")
}

func (f *found) locative(prep string) bool {
	return slices.Contains(f.sense.set.Grammar.Locative, prep)
}

func (f *found) where(prep string) bool { return slices.Contains(f.sense.set.Grammar.Where, prep) }

func (f *found) isPlace(g *lang.NounGroup) bool {
	return f.sense.Class(g).Is(rules.Place|rules.Facility) && !f.sense.Class(g).Is(rules.Force)
}

// hitIt is the named place that it stands for where the act is one on
// facilities: moved towards the base and shelled it. The nearest before it in
// its sentence is meant.
func (f *found) hitIt(e *event.Event) *mention.Place {
	role := e.Rule.Roles.Target
	if role == nil || !slices.Contains(role.Kinds, "facility") {
		return nil
	}
	for _, t := range e.Targets {
		if !t.Group.Pronoun || t.Group.Number == lang.Plural || f.sense.Class(t.Group).Is(rules.Person) {
			continue
		}
		for k := len(f.places) - 1; k >= 0; k-- {
			p := &f.places[k]
			if p.End > t.Group.Start || !p.Located || p.Use != mention.UsePlace || p.Kind == "country" {
				continue
			}
			if !e.Sentence.Contains(p.Span) {
				return nil
			}
			return p
		}
	}
	return nil
}
