package frame

import (
	"slices"
	"sort"

	"sitrep/extract/attribution"
	"sitrep/extract/event"
	"sitrep/extract/lang"
	"sitrep/extract/mention"
	"sitrep/extract/mention/actor"
	"sitrep/extract/telling"
)

// namesBeside reports whether the sentence of a telling names a place, and
// whether all that it names are of other countries than the places are.
func (f *finder) namesBeside(t *telling.Telling, places []mention.Place) (names, others bool) {
	others = true
	s, all := t.Event.Sentence, f.Places()
	// The places are in text order. A long text asks this of every telling with
	// every setting, so only those of the sentence are looked at.
	first := sort.Search(len(all), func(i int) bool { return all[i].Start >= s.Start })
	for _, p := range all[first:] {
		if p.Start >= s.End {
			break
		}
		if p.End > s.End || p.Use != mention.UsePlace || !f.SaidTogether(s, t.Event.Trigger, p.Span) || f.IsSetApart(s, t.Event.Trigger, p.Span) {
			continue
		}
		names = true
		if p.Country == "" || isHome(places, p.Country) {
			others = false
		}
	}
	return names, names && others
}

// isElsewhere reports whether a telling can't be at the places: its sentence names
// places of other countries only, or its sides are both of other countries.
func (f *finder) isElsewhere(t *telling.Telling, places []mention.Place) bool {
	_, others := f.namesBeside(t, places)
	return others && !t.Dates || f.isSideAbroad(t, places)
}

// isHome reports whether one of the places is in the country, or in none that is
// known.
func isHome(places []mention.Place, country string) bool {
	return slices.ContainsFunc(places, func(p mention.Place) bool { return p.Country == "" || p.Country == country })
}

// isSideAbroad reports whether both sides of a telling are of countries that the
// places are not in, as where Azerbaijani forces shell Armenian ones in the
// sentence after a bombing in Syria.
func (f *finder) isSideAbroad(t *telling.Telling, places []mention.Place) bool {
	return f.isAbroad(t.Actors, places) && f.isAbroad(t.Targets, places)
}

// isAbroad reports whether a side has known countries, none of which is home.
func (f *finder) isAbroad(side []event.Filler, places []mention.Place) bool {
	abroad := false
	for _, x := range side {
		for _, m := range f.ActorsOf(x.Group) {
			if m.Country == "" || isHome(places, m.Country) {
				return false
			}
			abroad = true
		}
	}
	return abroad
}

// takesPart reports whether a side is known to be of a country.
func (f *finder) takesPart(side []event.Filler, country string) bool {
	return slices.ContainsFunc(side, func(x event.Filler) bool {
		return slices.ContainsFunc(f.ActorsOf(x.Group), func(m *actor.Mention) bool { return m.Country == country && country != "" })
	})
}

// identity returns the id of a known actor, or "".
func (f *finder) identity(x event.Filler) string {
	for _, m := range f.ActorsOf(x.Group) {
		if m.ID != "" {
			return m.ID
		}
		if m.Antecedent != nil && m.Antecedent.ID != "" {
			return m.Antecedent.ID
		}
	}
	return ""
}

// nearFloor is how likely the place of the sentence before must at least be to be that of a
// telling rather than one of another paragraph.
const nearFloor = 0.15

// isFar reports whether the likeliest setting of a telling is a place that its paragraph has not
// told, but the title or another paragraph. A telling that points back may well be there.
func (p *pass) isFar(t *telling.Telling, best *setting) bool {
	if best == nil || len(best.places) == 0 || t.Anaphoric || isWide(best.places) || best.origin == ofAside || best.origin == ofSentence {
		return false
	}
	n := len(best.tellings)
	return n == 0 || best.from == nil || p.isApart(t, best.tellings[n-1].Event.Sentence.Index) || p.isApart(t, best.from.Event.Sentence.Index)
}

// nearer returns the place at which the sentence before, of the same paragraph, tells what
// happened, or best where it tells none: in the worst incident soldiers surrounded the hill of
// Rugano; they ordered the residents out and [opened fire].
func (p *pass) nearer(t *telling.Telling, best *setting, cs []*setting, all []float64) *setting {
	i := slices.IndexFunc(cs, func(s *setting) bool { return p.isNear(t, s) })
	if i < 0 || all[i] < nearFloor {
		return best
	}
	return cs[i]
}

// isNear reports whether the sentence of a telling or the one before it in its paragraph tells
// that something happened at the places of a setting, in a main clause or in what somebody says:
// but not on the word of a man arrested in Comilla.
func (p *pass) isNear(t *telling.Telling, s *setting) bool {
	if s.from == nil || isWide(s.places) {
		return false
	}
	n, at := t.Event.Sentence.Index, s.from.Event.Sentence.Index
	if at > n || p.isApart(t, at) || n-s.tellings[len(s.tellings)-1].Event.Sentence.Index > 1 {
		return false
	}
	switch s.from.Event.Clause.Link {
	case lang.Root, lang.Coordinate, lang.Complement:
		return true
	}
	return false
}

// tellsOfTeller reports whether a telling only says where those have gone who tell the
// rest, which happened where they came from: a farmer [who had fled to Goma] said that
// gunmen burned his house.
func (f *finder) tellsOfTeller(t *telling.Telling) bool {
	c := t.Event.Clause
	if t.Event.Rule.Act != "displace" || c.Link != lang.Relative || !slices.ContainsFunc(c.Args, func(x lang.Arg) bool { return x.Prep == "to" || x.Prep == "into" }) {
		return false
	}
	return f.describesTeller(c, t.Event.Sentence.Index)
}

// describesTeller reports whether a clause of sentence n is a relative one of somebody who says
// something there.
func (f *finder) describesTeller(c *lang.Clause, n int) bool {
	return c.Link == lang.Relative && slices.ContainsFunc(f.AttributionIndex().In(n), func(a attribution.Attribution) bool {
		return a.Source.Group != nil && slices.ContainsFunc(c.Args, func(x lang.Arg) bool { return x.Shared && x.Group == a.Source.Group })
	})
}

// isOfTeller reports whether sentence n names a place only to say where somebody went who tells
// something: traders who reached [Gao] said that six men were shot.
func (f *finder) isOfTeller(at *mention.Place, n int) bool {
	return slices.ContainsFunc(f.Document.Analyse(n).Clauses, func(c *lang.Clause) bool {
		return c.Contains(at.Span) && f.describesTeller(c, n)
	})
}
