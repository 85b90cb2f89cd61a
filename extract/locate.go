package extract

import (
	"slices"
	"sort"
	"strings"

	"sitrep/extract/article"
	"sitrep/extract/event"
	"sitrep/extract/lang"
	"sitrep/extract/mention"
	"sitrep/extract/rules"
	"sitrep/gazetteer"
)

// namedBy stands for the preposition of a name that a noun for a place
// introduces: the town of Kot was shelled.
const namedBy = "in"

// locate finds the places of every event: those of its own clauses, else of
// its sentence, else where its news comes from, else of the happening before
// it, else any that its sentence names. The other result is the index of the
// happening before it that they are of, -1 where of none.
func (f *found) locate(events []*event.Event) ([][]mention.Place, []int) {
	out, from := make([][]mention.Place, len(events)), make([]int, len(events))
	for i, e := range events {
		from[i] = -1
		if p := f.hitIt(e); p != nil {
			out[i] = []mention.Place{*p}
			continue
		}
		own := search{f: f, e: e}
		if out[i] = own.in(e.Clauses); len(out[i]) == 0 {
			own.strict = true
			out[i] = own.in(e.Sentence.Clauses)
		}
		if len(out[i]) == 0 {
			out[i] = f.reportedFrom(e)
		}
		if out[i], from[i] = f.carried(events, out, i); len(out[i]) == 0 && !general(e) {
			own.strict, own.all = true, true
			out[i] = own.in(e.Sentence.Clauses)
		}
	}
	return out, from
}

// search collects the places that clauses say an event happened at.
type search struct {
	f      *found
	e      *event.Event
	strict bool // the clauses are not the event's own: only what says where
	all    bool // any preposition will do before a place that is no state
	out    []mention.Place
}

// in are the places that the clauses tell, the narrowest first.
func (s *search) in(clauses []*lang.Clause) []mention.Place {
	for _, c := range clauses {
		for _, a := range c.Args {
			if a.Shared && a.Function != lang.Oblique || ofBody(s.f, a) || a.Function == lang.Oblique && (!s.f.locative(a.Prep) || a.Group.Time) {
				continue
			}
			s.argument(c, a)
		}
	}
	return s.f.onceEach(narrowFirst(s.f.chained(s.e, s.out)))
}

// onceEach leaves out what only names a place again in brackets: Tadmur
// (Palmyra).
func (f *found) onceEach(places []mention.Place) []mention.Place {
	return slices.DeleteFunc(slices.Clone(places), func(p mention.Place) bool {
		return slices.ContainsFunc(places, func(q mention.Place) bool {
			return q.End < p.Start && strings.TrimSpace(f.Document.Article.Text[q.End:p.Start]) == "(" && (p.ID == q.ID || !p.Located)
		})
	})
}

// argument adds the places of an argument of a clause, of its conjuncts,
// apposition and attachments.
func (s *search) argument(c *lang.Clause, a lang.Arg) {
	for _, g := range append([]*lang.NounGroup{a.Group}, a.Group.Conjuncts...) {
		switch {
		case a.Function == lang.Oblique:
			s.add(g, a.Prep)
		case a.Function == lang.Modifier && !c.Predicate.Noun:
		case s.f.IsPlace(g):
			s.add(g, "")
		}
		if g.Apposition != nil && s.f.IsPlace(g.Apposition) {
			s.add(g.Apposition, a.Prep)
		}
		for _, at := range g.Attached {
			s.attached(g, at, a.Prep)
		}
	}
}

// attached adds the places of what hangs on a group that stands after outer.
func (s *search) attached(g *lang.NounGroup, at *lang.Attachment, outer string) {
	f := s.f
	person := f.Class(g).Is(rules.Force | rules.Person | rules.Government | rules.Group)
	several := f.IsPlace(g) && slices.Contains(f.Rules.Grammar.Naming, at.Prep) // several fields, including A and B
	if !several && !f.locative(at.Prep) || at.Group.Time || person && !f.where(at.Prep) {
		return
	}
	prep := at.Prep
	switch {
	case several:
		prep = namedBy
	case prep == "of" && at.Group.Proper && f.Rules.Nouns[g.Lemma].Is(rules.Place):
		prep = outer // in the villages of Dara and Kot
		if prep == "" {
			prep = namedBy
		}
	}
	for _, m := range append([]*lang.NounGroup{at.Group}, at.Group.Conjuncts...) {
		s.add(m, prep)
	}
}

// add adds the places of a group after a preposition.
func (s *search) add(g *lang.NounGroup, prep string) {
	if s.strict && !s.says(g, prep) && !(s.all && s.town(g, prep)) || s.away() && s.f.inWard(g) {
		return
	}
	for _, p := range s.f.placesOf(s.e, g, prep) {
		if s.strict && !s.f.saidWith(s.e, p.Span) || slices.ContainsFunc(s.out, func(o mention.Place) bool { return o.Overlaps(p.Span) }) {
			continue
		}
		s.out = append(s.out, p)
	}
}

// says says whether the preposition alone tells where the event happened. Who
// is taken is taken from there.
func (s *search) says(g *lang.NounGroup, prep string) bool {
	return s.f.where(prep) || prep == "on" && s.f.IsPlace(g) || prep == "from" && slices.Contains(s.f.Rules.Grammar.Taking, s.e.Type)
}

// town says whether a place that no government is called by stands after a
// preposition.
func (s *search) town(g *lang.NounGroup, prep string) bool {
	c := s.f.Class(g)
	return prep != "" && c.Is(rules.Place) && !c.Is(rules.Government)
}

// away says whether the clauses may tell of where the wounded were taken or
// died, which is not where they were hurt.
func (s *search) away() bool {
	return s.strict || slices.Contains(s.f.Rules.Grammar.Dying, s.e.Lemma)
}

// inWard says whether the group is a hospital or the place of one: at a
// hospital in Raipur.
func (f *found) inWard(g *lang.NounGroup) bool {
	if slices.Contains(f.Rules.Grammar.Wards, g.Lemma) {
		return true
	}
	t, i := g.Sentence.Tokens, g.First-1
	for i >= 0 && (t[i].Tag == "IN" || t[i].Tag == ",") {
		i--
	}
	for _, h := range g.Sentence.Nouns {
		if h.Last == i && i < g.First-1 {
			return f.inWard(h)
		}
	}
	return false
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
	for i := range f.Attributions() {
		a := &f.Attributions()[i]
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
	for i := range f.Attributions() {
		a := &f.Attributions()[i]
		g := a.Source.Group
		if a.Sentence != e.Sentence.Index || g == nil || a.Cue.Start < g.End {
			continue
		}
		from := g.Start // the reports are from this very place
		if !f.IsPlace(g) || f.FirstPlaceIn(g) != nil && len(f.PlacesIn(g)) == 0 {
			if g.Proper || g.Pronoun || !slices.Contains(f.Rules.Grammar.Documents, g.Lemma) && !f.Class(g).Is(rules.Person) {
				continue
			}
			from = g.Sentence.Tokens[g.Last].End
		}
		if !slices.ContainsFunc(a.Content, func(s article.Span) bool { return s.Contains(e.Trigger) }) {
			continue
		}
		for _, h := range e.Sentence.Nouns {
			if h.Start < from || h.End > a.Cue.Start {
				continue
			}
			ps := f.PlacesIn(h)
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

// ofBody says whether the oblique says where a person comes from or whose body
// is meant: Omar Ali (24), of Dara; the Food Corporation of India.
func ofBody(f *found, a lang.Arg) bool {
	t, i := a.Group.Sentence.Tokens, a.Group.First-2
	if a.Function != lang.Oblique || a.Prep != "of" || i < 0 {
		return false
	}
	if t[i].Text == "," || t[i].Text == ")" {
		return true
	}
	p := f.PlaceIn(a.Group)
	return p != nil && p.Kind == gazetteer.KindCountry && t[i].Tag == "NNP" && f.PlaceAt(t[i].Start) == nil
}

func (f *found) locative(prep string) bool {
	return slices.Contains(f.Rules.Grammar.Locative, prep)
}

func (f *found) where(prep string) bool { return slices.Contains(f.Rules.Grammar.Where, prep) }

// isHuman says whether a class is of people, and not of an organisation.
func isHuman(c rules.Class) bool { return c.Is(rules.Person) && !c.Is(rules.Group) }

// hitIt is the named place that it stands for where the act is one on
// facilities: moved towards the base and shelled it. The nearest before it in
// its sentence is meant.
func (f *found) hitIt(e *event.Event) *mention.Place {
	role := e.Rule.Roles.Target
	if role == nil || !slices.Contains(role.Kinds, "facility") {
		return nil
	}
	for _, t := range e.Targets {
		if !t.Group.Pronoun || t.Group.Number == lang.Plural || isHuman(f.Class(t.Group)) {
			continue
		}
		for k := len(f.Places()) - 1; k >= 0; k-- {
			p := &f.Places()[k]
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
