package entity

import (
	"cmp"
	"slices"
	"strings"

	"sitrep/extract/lang"
	"sitrep/extract/mention"
	"sitrep/extract/mention/actor"
	"sitrep/gazetteer"
)

// sortOf returns the sort of a place (settlement, region, country or base), as
// data/sorts.csv names it for nouns.
func sortOf(p *mention.Place) string {
	switch {
	case p.Kind == "country":
		return "country"
	case strings.Contains(p.Kind, "region") || strings.Contains(p.Kind, "division") || strings.Contains(p.Kind, "province") || strings.Contains(p.Kind, "district"):
		return "region"
	case strings.Contains(p.Kind, "base") || strings.Contains(p.Kind, "airport") || p.Kind == "camp":
		return "base"
	}
	return "settlement"
}

// place resolves the city, the base, the province to a place before it that can
// be called so, and the facility to a building.
func (c *Resolver) place(m *actor.Mention) {
	sort, ok := words().sorts[m.Noun.Noun]
	switch {
	case !ok || m.Plural:
	case sort == "any":
		c.building(m)
	default:
		c.nearest(m, sort)
	}
}

// nearest makes the nearest place of the sort before m its antecedent, unless
// two places are joined there by and.
func (c *Resolver) nearest(m *actor.Mention, sort string) {
	from := 0
	if i := m.Sentence.Index - Earlier; i >= 0 {
		from = c.r.Document().Sentences[i].Start
	}
	text := c.r.Document().Article.Text
	fits := func(p *mention.Place) bool {
		if p.Use == mention.UseMetonym || p.Use == mention.UseDateline {
			return false
		}
		named := p.Head.End > p.Start && strings.Contains(strings.ToLower(text[min(p.Head.Start, p.Start):max(p.Head.End, p.End)]), m.Noun.Noun)
		return named || sort == sortOf(p)
	}
	called := func(p *mention.Place) bool { return fits(p) && isCalled(text, p, m.Noun.Noun) }
	p := c.r.NearestPlace(m.Start, from, called)
	if p == nil {
		p = c.topic(c.r.NearestPlace(m.Start, from, fits), from, fits)
	}
	if p != nil && c.isDestination(p) {
		p = cmp.Or(c.r.NearestPlace(p.Start, from, func(q *mention.Place) bool { return fits(q) && !c.isDestination(q) }), p)
	}
	if p == nil {
		return
	}
	if q := c.r.NearestPlace(p.Start, from, fits); q != nil && strings.TrimSpace(text[q.End:p.Start]) == "and" {
		return
	}
	span := p.Span
	if p.Head.End > p.Start && p.Head.Start <= p.Start {
		span = p.Head
	}
	m.Antecedent = &mention.Actor{Span: span, Text: text[span.Start:span.End], Name: p.Name, Kind: m.Kind, Country: p.Country}
	m.Name = p.Name
	if m.Country == "" {
		m.Country = p.Country
	}
}

// isDestination reports whether a place is where somebody was brought, so that the text does not go
// on there: nine people were hurt in Jalalabad. The wounded were flown to [Kabul]. Police sealed off
// the city.
func (c *Resolver) isDestination(p *mention.Place) bool {
	doc := c.r.Document()
	s := doc.Analyse(doc.SentenceAt(p.Start))
	g := s.InnermostGroup(p.Start)
	return g != nil && slices.ContainsFunc(s.Clauses, func(c *lang.Clause) bool {
		return c.Predicate.Voice == lang.Passive && slices.ContainsFunc(c.Args, func(a lang.Arg) bool {
			return a.Prep == "to" && (a.Group == g || slices.ContainsFunc(a.Group.Attached, func(x *lang.Attachment) bool { return x.Group == g }))
		})
	})
}

// isCalled reports whether the text calls a place by a noun where it names it: Dara
// village, the village of Dara, his village Dara.
func isCalled(text string, p *mention.Place, noun string) bool {
	before := strings.TrimRight(text[:min(p.Start, p.Head.Start)], " ")
	before = strings.TrimRight(strings.TrimSuffix(before, " of"), " ")
	return hasSuffixFold(before, " "+noun) || strings.Contains(strings.ToLower(p.Text), noun)
}

// hasSuffixFold is strings.HasSuffix without case.
func hasSuffixFold(s, suffix string) bool {
	return len(s) >= len(suffix) && strings.EqualFold(s[len(s)-len(suffix):], suffix)
}

// topicReach is how many mentions of places topic counts.
const topicReach = 30

// topic returns the place that the text has mentioned most, up to the nearest
// one: the city is the one that the article is about, not the last that it
// named in passing.
func (c *Resolver) topic(nearest *mention.Place, from int, fits func(*mention.Place) bool) *mention.Place {
	if nearest == nil {
		return nil
	}
	count := map[string]int{}
	for p, n := nearest, 0; p != nil && n < topicReach; p, n = c.r.NearestPlace(p.Start, 0, fits), n+1 {
		count[p.Name]++
	}
	best := nearest
	for p := nearest; p != nil; p = c.r.NearestPlace(p.Start, from, fits) {
		if count[p.Name] > count[best.Name]+1 {
			best = p
		}
	}
	return best
}

// building resolves the facility, the site to the building that the nearest
// sentence before it with a building speaks of, if there is only one. What says more
// of itself than its noun is another one: the Kolo displacement site.
func (c *Resolver) building(m *actor.Mention) {
	if m.Group != nil && !m.Group.Modifiers.Empty() {
		return
	}
	var only *actor.Mention
	for back, sentence := range c.before(m) {
		if back == 0 {
			continue
		}
		for _, a := range sentence {
			if a.Noun.Class != gazetteer.NounFacility || a.Kind != gazetteer.KindFacility || a.Plural {
				continue
			}
			if only != nil && only.Noun.Noun != a.Noun.Noun {
				return
			}
			only = a
		}
		if only != nil {
			c.adopt(m, only)
			return
		}
	}
}
