package setting

import (
	"slices"
	"sort"

	"sitrep/extract/event"
	"sitrep/extract/lang"
	"sitrep/extract/mention"
	"sitrep/gazetteer"
)

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
		n := sort.Search(len(f.Document.Sentences), func(i int) bool { return f.Document.Sentences[i].Start > p.Start }) - 1
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
