package setting

import (
	"slices"
	"strings"

	"sitrep/extract/article"
	"sitrep/extract/event"
	"sitrep/extract/lang"
	"sitrep/extract/mention"
	"sitrep/extract/rules"
	"sitrep/extract/telling"
	"sitrep/gazetteer"
)

// named returns the places that the sentence of an event names in words that
// are no argument of its clauses, from the phrase that most likely says where
// it happened, or nil. The names of speakers and parties are none.
func (f finder) named(e *event.Event) []mention.Place {
	s := e.Sentence
	best, rank, distance := []mention.Place(nil), noPhrase, 0
	for _, g := range s.Nouns {
		if g.Pronoun || g.Time || g.Coordinated != nil || isPossessor(g) || isTrailing(g) || s.IsAcrossAnswer(e.Trigger, g.Span) || f.isOfDescription(e, g) || g.Start <= e.Trigger.Start && e.Trigger.End <= g.End && !g.Proper && f.PlaceIn(g) == nil {
			continue
		}
		prep := f.prepositionBefore(g)
		r := f.rankOf(e, g, prep)
		d := g.Distance(e.Trigger)
		if r > rank || r == rank && (r != otherPhrase || d >= distance) {
			continue
		}
		if r == headingPhrase {
			prep = introduced
		}
		places := f.placesSaid(e, g, prep)
		if len(places) == 0 {
			continue
		}
		best, rank, distance = places, r, d
	}
	if rank == noPhrase {
		return nil
	}
	return narrowFirst(f.chained(e, best))
}

// isOfDescription reports whether a group is an argument of a clause that only says what
// somebody is.
func (f finder) isOfDescription(e *event.Event, g *lang.NounGroup) bool {
	return slices.ContainsFunc(e.Sentence.Clauses, func(c *lang.Clause) bool {
		return (f.tellsOfParty(e, c) || f.tellsOfBase(e, c)) && slices.ContainsFunc(c.Args, func(a lang.Arg) bool { return a.Group == g })
	})
}

// isTrailing reports whether the group ends its sentence after a dash, as who
// says so in a headline: two engineers dead - Kyiv.
func isTrailing(g *lang.NounGroup) bool {
	t := g.Sentence.Tokens
	if g.First < 1 || g.Last < len(t)-2 {
		return false
	}
	m := t[g.First-1].Text
	return m == "-" || m == "–" || m == "—"
}

// isPossessor reports whether the group is the possessor of another one.
func isPossessor(g *lang.NounGroup) bool {
	o := g.Sentence.GroupAt(g.First)
	return o != nil && o.Possessor == g
}

// The kinds of phrases that say where, the likeliest first.
const (
	frontedPhrase = iota // In Goma, North Kivu, gunmen killed three
	headingPhrase        // Sanaa: air strikes hit a depot
	laterPhrase          // killed the deputy, 61, in Bujumbura
	partPhrase           // the Hodeida attack; a bomb in a Baghdad market
	otherPhrase          // buses were stopped near Dori by men who shot a passenger
	noPhrase
)

// rankOf returns the kind of phrase that a noun group after a preposition is to
// an event.
func (f finder) rankOf(e *event.Event, g *lang.NounGroup, prep string) int {
	switch {
	case f.isHeading(g) || f.isItem(g):
		return headingPhrase
	case f.saysWhere(prep) && isFronted(g):
		return frontedPhrase
	case f.saysWhere(prep) && (g.Start > e.Trigger.End && !verbBetween(e, g) || f.isParenthesis(e, g)):
		return laterPhrase
	case (prep == "" || f.isLocative(prep) && prep != "of" && prep != "from") && f.isPartOf(e, g):
		return partPhrase
	case f.isTown(g) && (prep == "" || f.isLocative(prep) && prep != "of" && prep != "from" && prep != "to"):
		return otherPhrase
	}
	return noPhrase
}

// placesSaid returns the places of a group that are said in the same words as
// the event, or nil.
func (f finder) placesSaid(e *event.Event, g *lang.NounGroup, prep string) []mention.Place {
	var out []mention.Place
	members := append([]*lang.NounGroup{g}, g.Conjuncts...)
	for _, m := range members {
		if f.isHospital(m) || isOfParty(e, m) {
			continue
		}
		for _, p := range f.placesOf(e, m, prep) {
			if f.isSaidWith(e, p.Span) && !overlapsAny(out, p) {
				out = append(out, p)
			}
		}
	}
	return out
}

// isOfParty reports whether the group lies in the words for who acts or whom it
// was done to, other than a place or building.
func isOfParty(e *event.Event, g *lang.NounGroup) bool {
	for _, fs := range [][]event.Filler{e.Actors, e.Targets} {
		for _, x := range fs {
			if x.Group.Overlaps(g.Span) && !x.Class.Is(rules.Place|rules.Facility) {
				return true
			}
		}
	}
	return false
}

// prepositionBefore returns the preposition right before a noun group, or "".
func (f finder) prepositionBefore(g *lang.NounGroup) string {
	return f.prepositions.Of(g, f.findPrepositionBefore)
}

func (f finder) findPrepositionBefore(g *lang.NounGroup) string {
	for n := min(4, g.First); n > 0; n-- {
		if w, k := f.connector(g.Sentence, g.First-n); k == n && w != "," {
			return w
		}
	}
	if t := g.Sentence.Tokens; t.Tagged(g.First-1, "IN", "TO") {
		return t.Word(g.First - 1)
	}
	return ""
}

// isHeading reports whether a colon or dash after the group, or after the names
// of what it lies in, makes it the heading of its sentence, as in "Sanaa: air
// strikes hit a depot", "Boni, Mopti: gunmen shot a teacher".
func (f finder) isHeading(g *lang.NounGroup) bool {
	t := g.Sentence.Tokens
	last := g
	for n := 0; n < maxChain && last.Last+2 < len(t) && t[last.Last+1].Text == "," && g.Proper; n++ {
		next := g.Sentence.GroupFrom(last.Last + 2)
		if next == nil || f.PlaceIn(next) == nil {
			break
		}
		last = next
	}
	if last.Last+1 >= len(t) || f.FirstPlaceIn(last) == nil {
		return false
	}
	if m := t[last.Last+1].Text; m != ":" && m != "-" && m != "–" && m != "—" {
		return false
	}
	return !lang.AnyIn(0, g.First, func(i int) bool { return t[i].Text != ":" && t[i].Text != "-" && t[i].Text != "," && !t.Capital(i) })
}

// isItem reports whether a group opens an item of a list of places with what happened
// at each after a colon, as in "Zafaraniyah, at a bus stop: 4 killed, 19 wounded".
func (f finder) isItem(g *lang.NounGroup) bool {
	t := g.Sentence.Tokens
	if g.First != 0 || !g.Proper {
		return false
	}
	for i := g.Last + 1; i+1 < len(t) && i < g.Last+longestItem; i++ {
		if t[i].Text == ":" {
			return t[i+1].Tag == "CD" || t.Word(i+1) == "one"
		}
		if i == g.Last+1 && t[i].Text != "," {
			return false
		}
	}
	return false
}

// longestItem is how many words may stand between the name of an item and its colon.
const longestItem = 8

// isFronted reports whether no verb and no other group but dates and names
// stands before the group in its sentence, as in "Hours later, in Goma, …".
func isFronted(g *lang.NounGroup) bool {
	s := g.Sentence
	return !slices.ContainsFunc(s.Verbs, func(v *lang.VerbGroup) bool {
		return v.First < g.First
	}) && !slices.ContainsFunc(s.Nouns, func(o *lang.NounGroup) bool {
		return o.Last < g.First && !o.Proper && !o.Time && !s.Tokens.Is(o.Last+1, "later", "earlier", "afterwards", "before")
	})
}

// isParenthesis reports whether a group stands between commas, right after who or what
// does the act, as in "one, in Bouro in September, hit a market".
func (f finder) isParenthesis(e *event.Event, g *lang.NounGroup) bool {
	s := e.Sentence
	i := g.First - len(strings.Fields(f.prepositionBefore(g))) - 1
	if g.End > e.Trigger.Start || i < 1 || s.Tokens[i].Text != "," {
		return false
	}
	subject := s.GroupTo(i - 1)
	return subject != nil && slices.ContainsFunc(e.Clause.Args, func(a lang.Arg) bool { return a.Function == lang.Subject && a.Group == subject })
}

// withFronted adds the country or division that opens the sentence where it holds
// the places of an event further on, as in "In Kenya, police said, gunmen attacked
// a bus near Mandera".
func (f finder) withFronted(e *event.Event, places []mention.Place) []mention.Place {
	g := e.Sentence.GroupFrom(1)
	if g == nil || e.Sentence.Tokens[0].Lower != "in" || g.Start > e.Trigger.Start {
		return places
	}
	p := f.PlaceIn(g)
	if p == nil || p.Country == "" || p.Width() < 3 || p.Country != places[0].Country || overlapsAny(places, *p) {
		return places
	}
	if slices.ContainsFunc(places, func(q mention.Place) bool { return q.Width() >= p.Width() }) {
		return places
	}
	return append(places, *p)
}

// verbBetween reports whether a finite verb stands between an event and a group
// after it.
func verbBetween(e *event.Event, g *lang.NounGroup) bool {
	between := article.Span{Start: e.Trigger.End, End: g.Start}
	return slices.ContainsFunc(e.Sentence.Verbs, func(v *lang.VerbGroup) bool { return v.Finite && between.Contains(v.Span) })
}

// isTown reports whether the group is the name of a place that is narrower than
// a division, or what happened there, as in "Ferrara", "the Ferrara bombing",
// and no person's name that a place is part of.
func (f finder) isTown(g *lang.NounGroup) bool {
	p := f.PlaceIn(g)
	if p == nil || !p.Located || p.Width() > 1 || f.Class(g).Is(rules.Person|rules.Force|rules.Government) && !f.Class(g).Is(rules.Place) {
		return false
	}
	t := g.Sentence.Tokens
	for i := g.First; i <= g.Last; i++ {
		if t[i].Tag == "NNP" && !p.Head.Overlaps(t[i].Span) {
			return false
		}
	}
	return p.Head.Overlaps(t[g.Head].Span) || f.Class(g).Is(rules.Happening)
}

// isPartOf reports whether the group is the event's own noun or a place or
// building in its clauses, as in "the Hodeida attack", "a Baghdad market".
func (f finder) isPartOf(e *event.Event, g *lang.NounGroup) bool {
	for _, c := range e.Clauses {
		if c.Group != nil && c.Group.Contains(g.Span) {
			return g.Possessor == nil
		}
		for _, a := range c.Args {
			if a.Group.Contains(g.Span) && a.Function != lang.Subject && f.IsPlace(a.Group) && f.IsPlace(g) {
				return true
			}
		}
	}
	return false
}

// antecedentOfWhere returns the places that the "where" of the event's clause
// stands for, as in "drove to Labé, where police fired", or nil.
func (f finder) antecedentOfWhere(e *event.Event) []mention.Place {
	s := e.Sentence
	for c := range e.ClausesAbove() {
		if c.Mark != "where" {
			continue
		}
		i := s.TokensIn(c.Span).From
		for i > 0 && i < len(s.Tokens) && s.Tokens[i].Lower != "where" {
			i--
		}
		for i--; i >= 0 && s.Tokens[i].Text == ","; i-- {
		}
		g := s.GroupTo(i)
		if i < 0 || g == nil {
			return nil
		}
		return f.chainTo(e, g)
	}
	return nil
}

// chainTo returns the places of the chain of names and prepositions that ends
// with a group, the first of them first, as in "in Dara village of Kot tehsil,
// Swat".
func (f finder) chainTo(e *event.Event, last *lang.NounGroup) []mention.Place {
	var out []mention.Place
	s := last.Sentence
	for g := last; g != nil && len(out) < maxChain; {
		if slices.Contains(f.Rules.Grammar.Dying, e.Lemma) && f.isHospital(g) {
			return nil
		}
		if g.Coordinated != nil {
			g = g.Coordinated
		}
		var places []mention.Place
		for _, m := range append([]*lang.NounGroup{g}, g.Conjuncts...) {
			places = append(places, f.placesOf(e, m, introduced)...)
		}
		if len(places) == 0 {
			break
		}
		out = append(places, out...)
		prep := f.prepositionBefore(g)
		i := g.First - len(strings.Fields(prep))
		switch {
		case prep == "of" || prep == "in":
		case prep == "" && i > 0 && s.Tokens[i-1].Text == ",":
			i--
		default:
			i = 0
		}
		g = s.GroupTo(i - 1)
	}
	return narrowFirst(out)
}

// isEcho reports whether a clause only tells what an event, its subject, stirred up, which may
// be elsewhere: the fall of Kabul [has changed minds in Moscow]; an attack in Jos [sparked riots
// in Kano]; a massacre in Bucha [drew condemnation in Berlin]; but not the blast [took place in
// Kano].
func (f finder) isEcho(e *event.Event, c *lang.Clause) bool {
	g := e.Clause.Group
	if c.Predicate.Noun || g == nil || c.Arg(lang.Subject) != g {
		return false
	}
	o := c.Arg(lang.Object)
	if o == nil || o.Proper || o.Pronoun || o.Time || slices.Contains(f.Rules.Modality.Happening, c.Predicate.Lemma+" "+o.Lemma) {
		return false
	}
	class := f.Class(o)
	return class&^(rules.Abstract|rules.Happening) == 0 && (class != 0 || o.Det == "" && o.Numeral.Empty() && o.Number != lang.Plural)
}

// isInEcho reports whether a name stands only where the sentence says what an event with a place
// of its own stirred up.
func (f finder) isInEcho(t *telling.Telling, n *telling.Toponym) bool {
	if len(t.Places) == 0 || t.By != ByOwn || t.Places[0].Overlaps(n.Span) {
		return false
	}
	return slices.ContainsFunc(t.Event.Sentence.Clauses, func(c *lang.Clause) bool {
		return f.isEcho(t.Event, c) && c.Arg(lang.Object).Start <= n.Start && n.Start < c.End
	})
}

// localTo returns the town or division by whose name the text calls those who
// take part, or whose court or police acts, as in "Harare lawyers took to the
// streets", "a Tirana court jailed two men", or nil. An army called by a capital
// may be anywhere.
func (f finder) localTo(e *event.Event) []mention.Place {
	for _, fs := range [][]event.Filler{e.Actors, e.Targets} {
		for _, x := range fs {
			if p := f.homeOf(x.Group); p != nil {
				return []mention.Place{*p}
			}
		}
	}
	return nil
}

// homeOf returns the place before the head of a group for a local body, for
// people or for a building that it belongs to, or nil.
func (f finder) homeOf(g *lang.NounGroup) *mention.Place {
	if g.Pronoun || !f.isLocalBody(g) {
		return nil
	}
	head := g.Sentence.Tokens[g.Head]
	places := f.PlacesIn(g)
	for i := range places {
		p := &places[i]
		if p.Located && p.End <= head.Start && p.Kind != gazetteer.KindCountry && p.Country != "" {
			return p
		}
	}
	return nil
}

// isLocalBody reports whether a group stands for people, a building, a court or
// the police, and not for an army or those who rule.
func (f finder) isLocalBody(g *lang.NounGroup) bool {
	c := f.Rules.Nouns[g.Lemma]
	switch {
	case c.Is(rules.Police | rules.Facility):
		return true
	case c.Is(rules.Force | rules.Government | rules.Group):
		return false
	}
	return c.Is(rules.Person | rules.Crowd)
}
