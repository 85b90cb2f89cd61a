package telling

import (
	"math"
	"slices"

	"sitrep/extract/article"
	"sitrep/extract/event"
	"sitrep/extract/lang"
	"sitrep/extract/mention"
	"sitrep/extract/mention/actor"
	"sitrep/extract/reading"
	"sitrep/extract/record"
	"sitrep/extract/rules"
	"sitrep/gazetteer"
)

// Parties returns a filler as records have it: one party for every actor that
// its noun group names, as in "Russian and Syrian warplanes".
func Parties(r *reading.Reading, f event.Filler, source *record.Source) []record.Party {
	a, g := r.Article(), f.Group
	span := g.Written()
	whole := record.Party{Text: a.Slice(span), Start: a.CodePoint(span.Start), End: a.CodePoint(span.End), Confidence: math.Round(100*f.Probability) / 100}
	if f.Class.Is(rules.Facility) {
		whole.Kind = gazetteer.KindFacility
	}
	if source != nil && source.ID != "" && isSpeakers(r, g) {
		return []record.Party{ofSource(r, whole, source)}
	}
	ms := r.ActorsOf(g)
	switch {
	case len(ms) < 2 && f.Class.Is(rules.Force|rules.Person|rules.Crowd|rules.Government):
		if first, second, ok := g.Joined(); ok {
			return joined(a, whole, ms, first, second)
		}
	}
	switch {
	case len(ms) == 0:
		return []record.Party{whole}
	case len(ms) == 1 && len(ms[0].Parts) > 0: // they, who are two
		var out []record.Party
		for _, x := range ms[0].Parts {
			p := whole
			p.Name, p.ID, p.Kind, p.Country = x.Name, x.ID, x.Kind, x.Country
			setAntecedent(a, &p, &x.Actor)
			out = append(out, p)
		}
		return out
	}
	var out []record.Party
	for _, m := range ms {
		p := whole
		if len(ms) > 1 {
			p.Text, p.Start, p.End = m.Text, a.CodePoint(m.Start), a.CodePoint(m.End)
		}
		p.Name, p.ID, p.Country = m.Name, m.ID, m.Country
		if m.Kind != "" {
			p.Kind = m.Kind
		}
		if x := m.Antecedent; x != nil {
			setAntecedent(a, &p, x)
		}
		if isKin(m, g) {
			p.Name = m.Name // his wife is not he
		}
		out = append(out, p)
	}
	return out
}

// isSpeakers reports whether a group belongs to the speaker: our fighters; but not US
// troops.
func isSpeakers(r *reading.Reading, g *lang.NounGroup) bool {
	first := g.Sentence.Tokens[g.First]
	return slices.Contains(r.Rules.Grammar.Speaker, first.Lower) && !article.InCapitals(first.Text)
}

// isKin reports whether a mention is of people who belong to somebody and are not he: his
// wife, their guests.
func isKin(m *actor.Mention, g *lang.NounGroup) bool {
	return m.Noun.Class == gazetteer.NounCivilian && g.Sentence.Tokens[g.First].Tag == "PRP$"
}

// joined returns the two parties of a group such as "French and African forces", of
// which the dictionary knows one at most: it is the first.
func joined(a *article.Article, whole record.Party, ms []*actor.Mention, first, second article.Span) []record.Party {
	out := []record.Party{whole, whole}
	for i, s := range []article.Span{first, second} {
		out[i].Text, out[i].Start, out[i].End = a.Slice(s), a.CodePoint(s.Start), a.CodePoint(s.End)
	}
	if len(ms) > 0 {
		out[0].Name, out[0].ID, out[0].Country, out[0].Kind, out[1].Kind = ms[0].Name, ms[0].ID, ms[0].Country, ms[0].Kind, ms[0].Kind
	}
	return out
}

// ofSource returns a party that is the source's own, as in "our fighters".
func ofSource(r *reading.Reading, p record.Party, source *record.Source) record.Party {
	p.ID, p.Name, p.Country = source.ID, source.Name, source.Country
	if x, ok := r.ActorIndex.ByID(source.ID); ok {
		p.Kind = x.Kind
	}
	p.Antecedent = &record.Antecedent{Text: source.Text, Start: source.Start, End: source.End}
	return p
}

// setAntecedent says whom a party stands for, and names it so where it has no
// name.
func setAntecedent(a *article.Article, p *record.Party, x *mention.Actor) {
	p.Antecedent = &record.Antecedent{Text: x.Text, Start: a.CodePoint(x.Start), End: a.CodePoint(x.End)}
	if p.Name == "" {
		p.Name = x.Text
	}
}

// withoutRepeated leaves out the pronouns among parties that only name another
// of them again, as in "the soldiers went on with their advance".
func withoutRepeated(ps []record.Party) []record.Party {
	named := map[string]bool{}
	for _, p := range ps {
		if p.ID != "" && p.Antecedent == nil {
			named[p.ID] = true
		}
	}
	return slices.DeleteFunc(ps, func(p record.Party) bool { return p.Antecedent != nil && named[p.ID] })
}

// facility returns the party that a pronoun is where it stands for a named
// place that was hit.
func facility(a *article.Article, g *lang.NounGroup, p *mention.Place) record.Party {
	span := g.Written()
	return record.Party{
		Text: a.Slice(span), Name: p.Name, Kind: gazetteer.KindFacility, Country: p.Country,
		Start: a.CodePoint(span.Start), End: a.CodePoint(span.End),
		Antecedent: &record.Antecedent{Text: p.Text, Start: a.CodePoint(p.Start), End: a.CodePoint(p.End)},
	}
}

// isFaceless reports whether a group is of people of whom the text says that nobody knows
// who they are: unidentified men, four unknown persons.
func isFaceless(r *reading.Reading, g *lang.NounGroup) bool {
	return slices.ContainsFunc(g.Sentence.Tokens[g.First:g.Head], func(t lang.Token) bool {
		return slices.Contains(r.Rules.Grammar.Faceless, t.Lower)
	})
}

// arm makes people whom nobody knows, and who have done violence, the militia that gunmen
// are; who was told as anybody else is left.
func arm(ps []record.Party) {
	for i := range ps {
		if ps[i].Kind == gazetteer.KindCivilians {
			ps[i].Kind = gazetteer.KindPoliticalMilitia
		}
	}
}

// markBelligerents marks the sources of the records that are parties to them.
func markBelligerents(rs []record.Record) {
	mark := MarkBelligerent(rs)
	for i := range rs {
		if rs[i].Source != nil {
			mark(rs[i].Source)
		}
		for k := range rs[i].Also {
			mark(&rs[i].Also[k])
		}
		for k := range rs[i].Casualties {
			if s := rs[i].Casualties[k].Source; s != nil {
				mark(s)
			}
		}
	}
}

// MarkBelligerent returns a function that marks a source as a belligerent
// where it, or its state, is an actor or target of one of the records.
func MarkBelligerent(rs []record.Record) func(*record.Source) {
	parties := map[string]bool{}
	for i := range rs {
		for _, ps := range [][]record.Party{rs[i].Actors, rs[i].Targets} {
			for _, p := range ps {
				if p.ID != "" {
					parties[p.ID] = true
					if len(p.ID) > 4 && p.ID[3] == '-' {
						parties[p.ID[:4]] = true
					}
				}
			}
		}
	}
	return func(s *record.Source) {
		if s.ID != "" && s.Kind != gazetteer.SourceMedia && (parties[s.ID] || len(s.ID) > 4 && s.ID[3] == '-' && parties[s.ID[:4]]) {
			s.Kind = gazetteer.SourceBelligerent
		}
	}
}
