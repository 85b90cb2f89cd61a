package coref

import (
	"strings"

	"sitrep/extract/mention"
	"sitrep/extract/mention/actor"
)

// settlements, regions, countries and bases are told apart by the class of
// the place's name.
func sortOf(p *mention.Place) string {
	switch {
	case p.Kind == "country":
		return "country"
	case strings.Contains(p.Kind, "region") || strings.Contains(p.Kind, "division") || strings.Contains(p.Kind, "province") || strings.Contains(p.Kind, "district"):
		return "region"
	}
	return "settlement"
}

// place resolves the city, the base, the province to the nearest place that
// can be called so.
func (c *Resolver) place(m *actor.Mention) {
	sort, ok := words().sorts[m.Noun.Noun]
	if !ok || m.Plural {
		return
	}
	from := m.Sentence.Start
	if i := m.Sentence.Index - Earlier; i >= 0 {
		from = c.r.Document().Sentences[i].Start
	} else {
		from = 0
	}
	text := c.r.Document().Article.Text
	p := c.r.NearestPlace(m.Start, from, func(p *mention.Place) bool {
		if p.Use == mention.UseMetonym || p.Use == mention.UseDateline {
			return false
		}
		named := p.Head.End > p.Start && strings.Contains(strings.ToLower(text[min(p.Head.Start, p.Start):max(p.Head.End, p.End)]), m.Noun.Noun)
		return named || sort == sortOf(p)
	})
	if p == nil {
		return
	}
	a := &mention.Actor{Span: p.Span, Text: p.Text, Name: p.Name, Kind: m.Kind, Country: p.Country}
	m.Antecedent = a
	m.Name = p.Name
	if m.Country == "" {
		m.Country = p.Country
	}
}
