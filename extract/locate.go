package extract

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/extract/article"
	"sitrep/extract/event"
	"sitrep/extract/lang"
	"sitrep/extract/mention"
	"sitrep/extract/rules"
)

// locateReach is how many sentences back a happening without a place of its
// own looks for one.
const locateReach = 3

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
		for k := i - 1; k >= 0 && len(out[i]) == 0 && e.Sentence.Index-events[k].Sentence.Index <= locateReach; k-- {
			out[i] = out[k]
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
			if !slices.ContainsFunc(out, func(o mention.Place) bool { return o.Overlaps(p.Span) }) {
				out = append(out, p)
			}
		}
	}
	for _, c := range clauses {
		for _, a := range c.Args {
			if a.Shared && a.Function != lang.Oblique || a.Function == lang.Oblique && (!f.locative(a.Prep) || a.Group.Time) {
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
	out = f.chained(e, out)
	sort.SliceStable(out, func(i, j int) bool { return out[i].Start < out[j].Start })
	sort.SliceStable(out, func(i, j int) bool { return width(&out[i]) < width(&out[j]) })
	return out
}

func (f *found) locative(prep string) bool {
	return slices.Contains(f.sense.set.Grammar.Locative, prep)
}

func (f *found) where(prep string) bool { return slices.Contains(f.sense.set.Grammar.Where, prep) }

func (f *found) isPlace(g *lang.NounGroup) bool {
	return f.sense.Class(g).Is(rules.Place|rules.Facility) && !f.sense.Class(g).Is(rules.Force)
}

// placesOf are the places in a noun group: those that the gazetteer knows,
// else the group itself where it is a name that says where (a village that is
// in no gazetteer).
func (f *found) placesOf(e *event.Event, g *lang.NounGroup, prep string) []mention.Place {
	var out []mention.Place
	known := false
	for k := f.sense.placeFrom(g.Start); k < len(f.places) && f.places[k].Start < g.End; k++ {
		p := &f.places[k]
		known = true
		if p.Use == mention.UsePlace && !f.actsAt(e, g, p) {
			out = append(out, *p)
		}
	}
	if !known && !named(g) {
		out = f.meant(g)
	}
	if known || len(out) > 0 || !f.namesPlace(e, g, prep) {
		return out
	}
	span := article.Span{Start: g.Sentence.Tokens[f.nameStart(g)].Start, End: g.End}
	return []mention.Place{{Span: span, Text: f.doc.Article.Slice(span), Use: mention.UsePlace, Precision: 2}}
}

// named says whether a description brings its name along: the suburb of Cosa.
func named(g *lang.NounGroup) bool {
	return slices.ContainsFunc(g.Attached, func(a *lang.Attachment) bool { return a.Prep == "of" && a.Group.Proper })
}

// meant is the named place that a description stands for: the base, the city.
func (f *found) meant(g *lang.NounGroup) []mention.Place {
	for _, m := range f.actors.Of(g) {
		if m.Antecedent == nil {
			continue
		}
		for k := range f.places {
			if p := &f.places[k]; p.Use == mention.UsePlace && m.Antecedent.Overlaps(p.Span) && (f.isPlace(g) || g.Pronoun) {
				return []mention.Place{*p}
			}
		}
	}
	return nil
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

// nameStart is the token at which a group's name begins, after determiner and
// possessor.
func (f *found) nameStart(g *lang.NounGroup) int {
	i := g.First
	if g.Possessor != nil {
		i = g.Possessor.Last + 2
	}
	if g.Modifiers.From > i && !g.Modifiers.Empty() {
		i = g.Modifiers.From
	} else if g.Modifiers.Empty() && g.Possessor == nil {
		i = g.Head
	}
	if i > g.Head {
		i = g.Head
	}
	return i
}

// namesPlace says whether a group that no gazetteer knows is the name of a
// place: capitalised, and nobody's.
func (f *found) namesPlace(e *event.Event, g *lang.NounGroup, prep string) bool {
	if g.Pronoun || g.Time || takesPart(e, g) {
		return false
	}
	c := f.sense.Class(g)
	if c.Is(rules.Force|rules.Person|rules.Government|rules.Crowd|rules.Group|rules.Weapon|rules.Carrier|rules.Vehicle) || c.Is(rules.Happening) && !g.Proper {
		return false
	}
	if len(f.datesIn(e.Sentence, g.Span)) > 0 {
		return false
	}
	for _, t := range g.Sentence.Tokens[f.nameStart(g) : g.Last+1] {
		if r, _ := utf8.DecodeRuneInString(t.Text); unicode.IsUpper(r) && !strings.HasPrefix(t.Tag, "JJ") { // a Yemeni province is no name
			return c.Is(rules.Place|rules.Facility) && prep != "" || g.Proper && f.where(prep)
		}
	}
	return false
}

// takesPart says whether the group is a party to the event, other than as a
// place that was hit.
func takesPart(e *event.Event, g *lang.NounGroup) bool {
	for _, fs := range [][]event.Filler{e.Actors, e.Targets} {
		for _, x := range fs {
			if x.Group == g && !x.Class.Is(rules.Place|rules.Facility) {
				return true
			}
		}
	}
	return false
}

// datesIn are the dates that overlap a span of the sentence.
func (f *found) datesIn(s *lang.Sentence, span article.Span) []mention.Date {
	var out []mention.Date
	for _, d := range f.datesOf(s) {
		if d.Overlaps(span) {
			out = append(out, d)
		}
	}
	return out
}

// actsAt says whether the place name stands for who acts or speaks: Israel
// struck, Syria's government, the Iraqi army in Mosul said.
func (f *found) actsAt(e *event.Event, g *lang.NounGroup, p *mention.Place) bool {
	for _, a := range e.Actors {
		if a.Group.Overlaps(p.Span) && (!a.Class.Is(rules.Place) || a.Class.Is(rules.Government)) {
			return true
		}
	}
	for i := range f.attributions {
		a := &f.attributions[i]
		if a.Source.Start <= p.Start && (p.End <= a.Source.End || p.End <= a.Cue.Start && a.Source.Start < a.Cue.Start && a.Sentence == g.Sentence.Index) {
			return true // of the source, or said of it: the Observatory, a monitor in Britain, said
		}
	}
	head := g.Sentence.Tokens[g.Head]
	if f.sense.set.Nouns[g.Lemma].Is(rules.Place) && slices.ContainsFunc(e.Clauses, func(c *lang.Clause) bool { return isOblique(c, g) }) {
		return false // in Yemen's capital
	}
	return !p.Overlaps(head.Span) && f.sense.Class(g).Is(rules.Force|rules.Government|rules.Group|rules.Person)
}

// isOblique says whether the group stands after a preposition in the clause.
func isOblique(c *lang.Clause, g *lang.NounGroup) bool {
	return slices.ContainsFunc(c.Args, func(a lang.Arg) bool { return a.Function == lang.Oblique && a.Group == g })
}

// width ranks a place by how much ground it covers.
func width(p *mention.Place) int {
	switch p.Kind {
	case "country":
		return 4
	case "first-order division", "region":
		return 3
	case "second-order division":
		return 2
	}
	return 1
}
