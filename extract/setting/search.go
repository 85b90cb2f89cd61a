package setting

import (
	"slices"
	"sort"
	"strings"

	"sitrep/extract/article"
	"sitrep/extract/event"
	"sitrep/extract/lang"
	"sitrep/extract/mention"
	"sitrep/extract/mention/place"
	"sitrep/extract/rules"
	"sitrep/gazetteer"
)

// introduced stands for the preposition of a name that a noun for a place
// introduces, as in "the town of Kot was shelled".
const introduced = "in"

// search collects the places that clauses say an event happened at.
type search struct {
	finder
	event  *event.Event
	strict bool // the clauses are not the event's own: only what says where
	afar   bool // where something was fired from will do
	all    bool // any preposition will do before a place that is no state
	found  []mention.Place
	seats  []mention.Place // where a ministry or government that acts has its seat
}

// in returns the places that the clauses tell, the narrowest first.
func (s *search) in(clauses []*lang.Clause) []mention.Place {
	for _, c := range clauses {
		if s.strict && c.Predicate.Noun && place.IsUnit(c.Predicate.Lemma) {
			continue // in Samarra, 125 km north of Baghdad
		}
		if s.isLaunch(c) || s.tellsOfParty(s.event, c) || !s.all && s.tellsOfBase(s.event, c) || s.isAim(c) || len(s.found) > 0 && s.isEcho(s.event, c) {
			continue
		}
		for _, a := range c.Args {
			if a.Function == lang.Oblique && (!s.mayBeWhere(c, a) || c.Sentence.IsAcrossAnswer(s.event.Trigger, a.Group.Span)) || a.Function != lang.Oblique && a.Shared {
				continue
			}
			s.addArgument(c, a)
		}
		if c.Predicate.Noun && c.Group != nil {
			s.addShared(c.Group)
		}
	}
	s.dropSeats()
	return s.withoutBracketed(narrowFirst(s.chained(s.event, s.homes())))
}

// mayBeWhere reports whether an oblique of a clause may say where: its preposition does,
// and it is no date, nor where somebody comes from, is sent, or sends what hits.
func (s *search) mayBeWhere(c *lang.Clause, a lang.Arg) bool {
	return s.isLocative(a.Prep) && !s.isDate(a.Group) && !s.isOrigin(a) && !s.isHomeOf(c, a) && !s.isWayFrom(c, a) && !s.isPost(a.Group) && !s.isOfLaunch(a.Group, a.Prep) && !(a.Shared && s.isCarriedTo(a.Group))
}

// isLaunch reports whether a clause only says who sent what hit, and where he was, as
// in "rockets fired by militants in Lebanon hit Safed", "shells launched from Syria
// landed in Kilis".
func (s *search) isLaunch(c *lang.Clause) bool {
	if !slices.Contains(s.Rules.Grammar.Launching, s.event.Type) {
		return false
	}
	for ; c != nil && c != s.event.Clause; c = c.Parent {
		if c.Kind == lang.Participle && c.Link == lang.Relative && slices.Contains(s.Rules.Grammar.Sending, c.Predicate.Lemma) {
			return true
		}
	}
	return false
}

// isAim reports whether a clause only tells to what end something is done, which is
// elsewhere or later, as in "was hit on his way to work in Omagh".
func (s *search) isAim(c *lang.Clause) bool {
	return s.strict && c.Link == lang.Purpose && !s.event.IsUnder(c)
}

// tellsOfParty reports whether a clause only says what somebody is, or where he is
// from, and no act, as in "fighters of a group outlawed in Turkey".
func (f finder) tellsOfParty(e *event.Event, c *lang.Clause) bool {
	return !slices.Contains(e.Clauses, c) && slices.Contains(f.Rules.Grammar.Describing, c.Predicate.Lemma)
}

// tellsOfBase reports whether a clause only says where a force has its base, which need not be where
// it acts, as in "peacekeepers based at Bule exchanged fire with the rebels".
func (f finder) tellsOfBase(e *event.Event, c *lang.Clause) bool {
	return !slices.Contains(e.Clauses, c) && slices.Contains(f.Rules.Grammar.Stationing, c.Predicate.Lemma)
}

// isOfLaunch reports whether a group after a preposition says where something is that an attack or a
// force came from, as in "shelled Omdurman from its positions in Bahri", "tanks from the camp at Ouidah
// reached the city".
func (s *search) isOfLaunch(g *lang.NounGroup, prep string) bool {
	if s.afar || prep != "in" && prep != "at" && !slices.Contains(s.Rules.Grammar.Beside, prep) {
		return false
	}
	from := g.Sentence.GroupTo(g.First - 1 - len(strings.Fields(prep)))
	if from == nil || s.prepositionBefore(from) != "from" {
		return false
	}
	of := g.Sentence.GroupTo(from.First - 2)
	return slices.Contains(s.Rules.Grammar.Launching, s.event.Type) || of != nil && s.Class(of).Is(rules.Force|rules.Carrier) && s.Class(from).Is(rules.Facility|rules.Post)
}

// isDate reports whether a group is a date and no place before one, as in "in
// Bijapur District February 4".
func (s *search) isDate(g *lang.NounGroup) bool { return g.Time && s.PlaceIn(g) == nil }

// addArgument adds the places of an argument of a clause, of its conjuncts,
// apposition and attachments.
func (s *search) addArgument(c *lang.Clause, a lang.Arg) {
	for _, g := range append([]*lang.NounGroup{a.Group}, a.Group.Conjuncts...) {
		switch {
		case s.isUnknown(g) && s.mustBePlace(c, a, g):
			s.found = append(s.found, s.unlisted(g))
		case a.Function == lang.Oblique:
			s.add(g, a.Prep)
		case s.IsPlace(g) || s.reached(c, a) == hit && s.mission(g) != nil:
			prep := s.reached(c, a)
			if prep != "" {
				s.addNarrower(g, prep)
			}
			s.add(g, prep)
		case s.isShownAsPlace(g, a) && s.namesPlace(s.event, g, introduced):
			s.add(g, introduced)
		}
		if g.Apposition != nil && s.IsPlace(g.Apposition) {
			s.add(g.Apposition, a.Prep)
		}
		for _, at := range g.Attached {
			if !c.Sentence.IsAcrossAnswer(s.event.Trigger, at.Group.Span) {
				s.addAttached(g, at, a.Prep)
			}
		}
	}
}

// isShownAsPlace reports whether where a group stands shows that it names a place: in
// brackets, or as an object beside a place or with the noun of one.
func (s *search) isShownAsPlace(g *lang.NounGroup, a lang.Arg) bool {
	return s.isPutInBrackets(g) || a.Function == lang.Object && (s.isBesidePlace(g) || s.sharesNoun(g))
}

// hit stands for the preposition of a place or building that an act is done to,
// as in "attacked Dif village", "the Mutakura camp was stormed".
const hit = "hit"

// reached returns the preposition that stands for the function of an argument
// that is a place, "" for that of who acts.
func (s *search) reached(c *lang.Clause, a lang.Arg) string {
	if s.strict || a.Function != lang.Object && !(a.Function == lang.Subject && c.Predicate.Voice == lang.Passive) {
		return ""
	}
	return hit
}

// addShared adds the places that hang on a noun that an event noun is coordinated
// with, and that it shares, as in "the shelling and burning of Malakal".
func (s *search) addShared(g *lang.NounGroup) {
	all := g.Conjuncts
	if g.Coordinated != nil {
		all = g.Coordinated.Conjuncts
	}
	for _, h := range all {
		if h.Start < g.Start || h.Proper || s.Class(h)&^rules.Happening != 0 {
			continue
		}
		for _, at := range h.Attached {
			if at.Prep == "of" {
				s.addAttached(h, at, "")
			}
		}
	}
}

// addNarrower adds the place that opens the sentence where the group only says
// what it lies in, as in "Kibanda village, Beni territory, was attacked".
func (s *search) addNarrower(g *lang.NounGroup, prep string) {
	t := g.Sentence.Tokens
	if g.First < 2 || t[g.First-1].Text != "," {
		return
	}
	if h := g.Sentence.GroupTo(g.First - 2); h != nil && h.First <= 1 && s.IsPlace(h) && s.prepositionBefore(h) == "" {
		s.add(h, prep)
	}
}

// addAttached adds the places of what hangs on a group that stands after the
// preposition outer.
func (s *search) addAttached(g *lang.NounGroup, at *lang.Attachment, outer string) {
	if !s.strict && s.isUnknown(at.Group) && s.isHome(g.Lemma, at.Prep) {
		s.found = append(s.found, s.unlisted(at.Group))
		return
	}
	if at.Prep == "for" && slices.Contains(s.Rules.Grammar.Exits, g.Lemma) {
		s.add(at.Group, "near")
		return
	}
	named := s.IsPlace(g) && slices.Contains(s.Rules.Grammar.Naming, at.Prep) // several fields, including A and B
	if !named && !s.isLocative(at.Prep) || !s.mayHangOn(g, at) {
		return
	}
	prep := at.Prep
	switch {
	case named:
		prep = introduced
	case prep == "of" && at.Group.Proper && s.Rules.Nouns[g.Lemma].Is(rules.Place):
		prep = outer // in the villages of Dara and Kot
		if prep == "" {
			prep = introduced
		}
	}
	before := len(s.found)
	for _, m := range append([]*lang.NounGroup{at.Group}, at.Group.Conjuncts...) {
		s.add(m, prep)
	}
	if at.Prep == "in" && s.Class(g).Is(rules.Government) && s.acts(g) {
		s.seats = append(s.seats, s.found[before:]...)
	}
}

// acts reports whether a group is the subject of an active clause of the event.
func (s *search) acts(g *lang.NounGroup) bool {
	return slices.ContainsFunc(s.event.Clauses, func(c *lang.Clause) bool {
		return !c.Predicate.Noun && c.Predicate.Voice == lang.Active && c.Arg(lang.Subject) == g
	})
}

// dropSeats leaves out the seats of those who act where another place is named: the ministry in
// [Moscow] sent ten tanks to Dushanbe.
func (s *search) dropSeats() {
	isSeat := func(p mention.Place) bool { return overlapsAny(s.seats, p) }
	if slices.ContainsFunc(s.found, func(p mention.Place) bool { return !isSeat(p) }) {
		s.found = without(s.found, isSeat)
	}
	s.seats = nil
}

// mayHangOn reports whether what hangs on a group may say where: it is no date, nor what
// somebody is of, is sent to, or sends what hits from.
func (s *search) mayHangOn(g *lang.NounGroup, at *lang.Attachment) bool {
	if s.Class(g).Is(rules.Force|rules.Person|rules.Government|rules.Group) && !s.saysWhere(at.Prep) {
		return false
	}
	return !at.Group.Time && !s.isOfLaunch(at.Group, at.Prep) && !(at.Prep == "to" && slices.Contains(s.Rules.Grammar.Envoys, g.Lemma))
}

// add adds the places of a group after a preposition.
func (s *search) add(g *lang.NounGroup, prep string) {
	if s.strict && !s.isSetting(g, prep) && !(s.all && s.isNoState(g, prep)) || s.mayTellOfTreatment() && s.isHospital(g) {
		return
	}
	if prep == "from" && !s.afar && slices.Contains(s.Rules.Grammar.Launching, s.event.Type) {
		return
	}
	places := s.placesOf(s.event, g, prep)
	if len(places) == 0 {
		places = s.placesAround(g)
	}
	for _, p := range places {
		if s.strict && !s.isSaidWith(s.event, p.Span) || overlapsAny(s.found, p) {
			continue
		}
		s.found = append(s.found, p)
	}
}

// placesAround returns the places that a participle says a nameless place is at, as
// in "in the area surrounding Dara", "at a camp located near Kot", or nil.
func (s *search) placesAround(g *lang.NounGroup) []mention.Place {
	if g.Proper || !s.IsPlace(g) {
		return nil
	}
	if w, n := s.connector(g.Sentence, g.Last+1); n == 0 || !s.leadsOn(w) {
		return nil
	}
	return s.placesAfter(s.event, g.Last+1)
}

// overlapsAny reports whether a place overlaps one of the places.
func overlapsAny(ps []mention.Place, p mention.Place) bool {
	return slices.ContainsFunc(ps, func(o mention.Place) bool { return o.Overlaps(p.Span) })
}

// isSetting reports whether the preposition alone says that the event happened
// at the group. Who is taken is taken from there.
func (s *search) isSetting(g *lang.NounGroup, prep string) bool {
	if prep == "of" {
		prep = s.prepositionOver(g)
	}
	return s.saysWhere(prep) || prep == "on" && s.IsPlace(g) || prep == "from" && slices.Contains(s.Rules.Grammar.Taking, s.event.Type)
}

// prepositionOver returns the preposition before the noun for places that a
// group after "of" names, as in "fired into the capital of Mali", or "".
func (f finder) prepositionOver(g *lang.NounGroup) string {
	h := g.Sentence.GroupTo(g.First - 2)
	if h == nil || !g.Proper || !f.Rules.Nouns[h.Lemma].Is(rules.Place) {
		return ""
	}
	return f.prepositionBefore(h)
}

// isNoState reports whether a place that no government is called by stands after
// a preposition.
func (s *search) isNoState(g *lang.NounGroup, prep string) bool {
	c := s.Class(g)
	return prep != "" && c.Is(rules.Place) && !c.Is(rules.Government)
}

// withoutBracketed leaves out what only names a place again in brackets, as in
// "Tadmur (Palmyra)".
func (f finder) withoutBracketed(places []mention.Place) []mention.Place {
	return without(places, func(p mention.Place) bool {
		return slices.ContainsFunc(places, func(q mention.Place) bool {
			return q.End < p.Start && strings.TrimSpace(f.Article().Text[q.End:p.Start]) == "(" && q.Located && (p.ID != "" && p.ID == q.ID || !p.Located && !strings.HasPrefix(f.Article().Text[p.End:], ","))
		})
	})
}

// narrowFirst sorts places by how much ground they cover, then by where they
// stand in the text. A place that is named twice is one.
func narrowFirst(ps []mention.Place) []mention.Place {
	sort.SliceStable(ps, func(i, j int) bool { return ps[i].Start < ps[j].Start })
	sort.SliceStable(ps, func(i, j int) bool {
		if a, b := ps[i].Width(), ps[j].Width(); a != b {
			return a < b
		}
		return ps[i].Kind == gazetteer.KindNeighbourhood && ps[j].Kind != gazetteer.KindNeighbourhood // Baghdad's Sadr City
	})
	out := ps[:0]
	for i := range ps {
		if !slices.ContainsFunc(out, func(o mention.Place) bool { return o.IsSame(&ps[i]) }) {
			out = append(out, ps[i])
		}
	}
	return out
}

// isSaidWith reports whether a place stands in the same words of a speaker as
// the event, where it stands in any, and not in a later clause with a place of its own. In
// "told reporters in Ankara that …" it does not.
func (f finder) isSaidWith(e *event.Event, place article.Span) bool {
	return f.SaidTogether(e.Sentence, e.Trigger, place) && !f.IsSetApart(e.Sentence, e.Trigger, place) && !f.isOfFormer(e, place)
}

// isOfFormer reports whether a place is where something happened since which an event is the first of
// its kind: the worst attack since 2019, when gunmen killed nine people [in Gao].
func (f finder) isOfFormer(e *event.Event, place article.Span) bool {
	return slices.ContainsFunc(e.Sentence.Clauses, func(c *lang.Clause) bool {
		return c.Verb != nil && c.Contains(place) && slices.Contains(f.Rules.Grammar.Dating, c.DatePreposition()) && !e.IsUnder(c)
	})
}

// isOrigin reports whether an oblique says where a person comes from or whose
// body is meant, as in "Omar Ali (24), of Dara", "the Food Corporation of
// India".
func (f finder) isOrigin(a lang.Arg) bool {
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

// isWayFrom reports whether an oblique says where somebody came or was sent from: soldiers came
// from Gao and shot nine men; police sent from Lima fired.
func (f finder) isWayFrom(c *lang.Clause, a lang.Arg) bool {
	return a.Prep == "from" && slices.Contains(f.Rules.Grammar.Coming, c.Predicate.Lemma)
}

// isPost reports whether a group right after a diplomat says where he is sent, as in
// "shot the ambassador to Kenya".
func (f finder) isPost(g *lang.NounGroup) bool {
	if f.prepositionBefore(g) != "to" {
		return false
	}
	of := g.Sentence.GroupTo(g.First - 2)
	return of != nil && slices.Contains(f.Rules.Grammar.Envoys, of.Lemma)
}

// isHomeOf reports whether an oblique right after persons says where they come from,
// as in "shot two traders from Benin near Kandi", and not where the act took them from:
// they rescued forty civilians from Raqqa.
func (s *search) isHomeOf(c *lang.Clause, a lang.Arg) bool {
	if a.Function != lang.Oblique || a.Prep != "from" || slices.Contains(s.Rules.Grammar.Moving, c.Predicate.Lemma) {
		return false
	}
	of := a.Group.Sentence.GroupTo(a.Group.First - 2)
	for of != nil && !of.Proper && s.prepositionBefore(of) == "of" {
		of = a.Group.Sentence.GroupTo(of.First - 2) // a member of parliament from Benin
	}
	if of == nil || of.Proper || !s.Class(of).Is(rules.Person|rules.Civilian) || s.Class(of).Is(rules.Force) {
		return false
	}
	p := s.PlaceAt(a.Group.Start)
	return p != nil && (p.Kind == gazetteer.KindCountry && p.End == a.Group.End || s.saysElsewhere(c, a))
}

// saysElsewhere reports whether another oblique of a clause, one of the event's other clauses, or
// one of a clause that it goes on from, says where: shot two traders from Benin near Kandi.
func (s *search) saysElsewhere(c *lang.Clause, a lang.Arg) bool {
	where := func(o lang.Arg) bool {
		return o.Function == lang.Oblique && s.saysWhere(o.Prep) && s.PlaceIn(o.Group) != nil
	}
	for p := c; p.Link == lang.Coordinate && p.Parent != nil; p = p.Parent {
		if slices.ContainsFunc(p.Parent.Args, where) {
			return true
		}
	}
	return slices.ContainsFunc(c.Args, func(o lang.Arg) bool { return o.Group.Start > a.Group.End && where(o) }) ||
		slices.ContainsFunc(s.event.Clauses, func(x *lang.Clause) bool {
			return x != c && !x.Predicate.Noun && slices.ContainsFunc(x.Args, where)
		})
}

// isLocative reports whether a preposition can stand before where something
// happened.
func (f finder) isLocative(prep string) bool { return slices.Contains(f.Rules.Grammar.Locative, prep) }

// saysWhere reports whether a preposition by itself says where something
// happened.
func (f finder) saysWhere(prep string) bool { return slices.Contains(f.Rules.Grammar.Where, prep) }

// without returns a list without what is dropped: the list itself where nothing is, as with
// most, which many tellings then share.
func without[T any](list []T, drop func(T) bool) []T {
	if !slices.ContainsFunc(list, drop) {
		return slices.Clip(list)
	}
	return slices.DeleteFunc(slices.Clone(list), drop)
}
