package setting

import (
	"slices"
	"sort"
	"strings"

	"sitrep/extract/event"
	"sitrep/extract/lang"
	"sitrep/extract/mention"
	"sitrep/extract/telling"
	"sitrep/gazetteer"
)

// locate gives the places of a telling that no gazetteer has the point of the
// narrowest place around them: Kibanda village, Beni territory, lies at Beni.
// What is around them is a place named with them, else one that their sentence
// names, which is then one of its places too where the name is that of a
// building, of which many towns have one. The place of an earlier sentence is none: the village may be anywhere.
func (f finder) locate(t *telling.Telling) {
	var beside *mention.Place
	for i := range t.Places {
		p := &t.Places[i]
		if p.Located || p.Use != mention.UsePlace {
			continue
		}
		if on := f.townOnRoad(p); on != nil {
			put(p, on)
		} else if around := namedAround(t.Places, p); around != nil {
			put(p, around)
		} else if around := namedAround(f.saidBeside(t), p); around != nil {
			put(p, around)
			p.Precision = 3
			if strings.Contains(p.Text, " ") {
				beside = around // the Ouagadougou complex, the headquarters of the group in Sirte
			}
		}
	}
	if beside != nil && beside.Width() <= 2 {
		t.Places = append(t.Places, *beside)
	}
}

// townOnRoad returns the town in the name of a road that leads to it, as in "the
// Dara-Homs road", or nil.
func (f finder) townOnRoad(p *mention.Place) *mention.Place {
	q := f.PlaceAt(p.Start)
	if q == nil {
		if q = f.firstPlaceFrom(p.Start); q == nil || q.End > p.End {
			return nil
		}
	}
	if !q.HasPoint() || !strings.HasPrefix(q.Relation, "road ") || q.Width() > 2 {
		return nil
	}
	return q
}

// firstPlaceFrom returns the first place that the text names from an offset on, or
// nil.
func (f finder) firstPlaceFrom(start int) *mention.Place {
	places := f.Places()
	if i := sort.Search(len(places), func(i int) bool { return places[i].Start >= start }); i < len(places) {
		return &places[i]
	}
	return nil
}

// namedAround returns the narrowest of the places that can hold p, the nearest
// of equals, or nil.
func namedAround(places []mention.Place, p *mention.Place) *mention.Place {
	var best *mention.Place
	for i := range places {
		q := &places[i]
		if !q.HasPoint() || p.Country != "" && p.Country != q.Country || isUnbounded(q) {
			continue
		}
		if best == nil || q.Width() < best.Width() || q.Width() == best.Width() && q.Distance(p.Span) < best.Distance(p.Span) {
			best = q
		}
	}
	return best
}

// saidBeside returns the places that the sentence of a telling names and says
// in the same words.
func (f finder) saidBeside(t *telling.Telling) []mention.Place {
	return slices.DeleteFunc(f.namedIn(t.Event.Sentence), func(p mention.Place) bool {
		return overlapsAny(t.Places, p) || !f.isSaidWith(t.Event, p.Span)
	})
}

// put gives p the point and the divisions of a place around it.
func put(p, around *mention.Place) {
	p.Country, p.Admin1, p.Admin2, p.Admin2ID = around.Country, around.Admin1, around.Admin2, around.Admin2ID
	p.Latitude, p.Longitude, p.Located, p.ResolvedBy = around.Latitude, around.Longitude, true, mention.ByContainer
	p.Precision = 2
	if around.Width() > 2 {
		p.Precision = 3
	}
	if p.Relation == "" {
		p.Relation = "in"
	}
}

// isUnbounded reports whether a place is too wide to say where something in it
// is: a sea, a continent.
func isUnbounded(p *mention.Place) bool {
	switch p.Kind {
	case "continent", "ocean", "sea":
		return true
	}
	return p.Kind != gazetteer.KindCountry && p.Country == ""
}

// fewestInHome is how many places the text names at least in the country that it is about.
const fewestInHome = 3

// homeland returns what "the country" is where the text has not named it before: the one
// that most of its places are in, or nil.
func (f finder) homeland(g *lang.NounGroup) *mention.Place {
	if !isBare(g, "country") && !isBare(g, "nation") {
		return nil
	}
	if p := f.countryBefore(g); p != nil {
		return p
	}
	best, places := f.MainCountry()
	home, ok := f.PlaceIndex.Country(best)
	if !ok || places < fewestInHome {
		return nil
	}
	return &mention.Place{
		Span: g.Span, Text: g.Text(), Use: mention.UsePlace, ID: home.ID, Name: home.Name, Kind: gazetteer.KindCountry, Country: best,
		Latitude: home.Latitude, Longitude: home.Longitude, Located: true, Precision: 3,
	}
}

// seatOfCountry returns what "the capital" is: that of the country that the paragraph last named
// before it, else of the one that the text is about; or nil.
func (f finder) seatOfCountry(g *lang.NounGroup) *mention.Place {
	if !isBare(g, "capital") || bringsName(g) || g.Apposition != nil || f.prepositionBefore(g) == "from" {
		return nil // 300 km from the capital
	}
	country, places := f.MainCountry()
	if p := f.countryBefore(g); p != nil {
		country = p.Country
	} else if places < fewestInHome {
		return nil
	}
	if p := f.capitalOf(country); p != nil {
		return p
	}
	return &mention.Place{Span: g.Span, Text: g.Text(), Use: mention.UsePlace, Kind: gazetteer.KindPopulatedPlace, Country: country, Precision: 3}
}

// countryBefore returns the country that the paragraph of a group last named as a place before it,
// or nil: they withdrew from Mali in 2014; [the country] has since been bombed.
func (f finder) countryBefore(g *lang.NounGroup) *mention.Place {
	all := f.Places()
	k := sort.Search(len(all), func(i int) bool { return all[i].Start >= g.Start })
	for k--; k >= 0; k-- {
		p := &all[k]
		n := f.Document.SentenceAt(p.Start)
		if n < 0 {
			return nil // in the dateline
		}
		s := f.Document.Sentences[n]
		if s.Paragraph != g.Sentence.Paragraph || g.Sentence.Index-s.Index > 2 {
			return nil
		}
		if p.Kind == gazetteer.KindCountry && p.Use == mention.UsePlace && p.Located {
			return p
		}
	}
	return nil
}

// described returns the place that has the description before it on which the clause of an
// event hangs, as in "was born in Lice, a town that soldiers burned", or nil.
func (f finder) described(e *event.Event) []mention.Place {
	for _, c := range e.Clauses {
		if c.Link != lang.Relative {
			continue
		}
		for _, a := range c.Args {
			at := a.Group.First - 1
			if !a.Shared || a.Function == lang.Subject || a.Group.Proper || at < 1 || e.Sentence.Tokens[at].Text != "," || !f.IsPlace(a.Group) {
				continue
			}
			if g := e.Sentence.GroupTo(at - 1); g != nil && g.Proper {
				return f.chainTo(e, g)
			}
		}
	}
	return nil
}

// isBare reports whether a group is nothing but the noun and its article: the country, but
// not the country of his birth.
func isBare(g *lang.NounGroup, noun string) bool {
	return g.Lemma == noun && g.Det == "the" && g.Number != lang.Plural && g.Possessor == nil && g.First == g.Head-1 &&
		!slices.ContainsFunc(g.Attached, func(a *lang.Attachment) bool { return a.Prep == "of" })
}
