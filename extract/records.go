package extract

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"sitrep/extract/article"
	"sitrep/extract/event"
	"sitrep/extract/lang"
	"sitrep/extract/mention"
	"sitrep/extract/record"
	"sitrep/extract/rules"
	"sitrep/gazetteer"
)

// records turns events into records, with all that other stages know of
// them. From here on offsets count code points.
func (x *Extractor) records(d *lang.Document, f *found, events []*event.Event) []record.Record {
	a := d.Article
	head := articleRecord(a)
	places, from := f.locate(events)
	tolls := f.assign(events)
	out := make([]record.Record, 0, len(events))
	for i, e := range events {
		r := record.Record{
			Schema: record.Schema, Article: head,
			EventType: rules.EventType(e.Type), SubEventType: e.Type, Action: e.Act,
			Modality: e.Modality, Scope: e.Scope, Rule: e.Rule.ID,
			Codes: record.Codes{CAMEO: e.Rule.Codes.CAMEO, PLOVER: e.Rule.Codes.PLOVER, PLOVERMode: e.Rule.Codes.Mode},
			Trigger: record.Trigger{
				Text: e.Word, Lemma: e.Lemma, Start: a.CodePoint(e.Trigger.Start), End: a.CodePoint(e.Trigger.End),
			},
			Evidence: record.Evidence{
				Sentence: e.Sentence.Index, Text: e.Sentence.Text, Start: a.CodePoint(e.Sentence.Start), End: a.CodePoint(e.Sentence.End),
			},
		}
		f.attribute(e, &r)
		actors, targets := f.sides(e, tolls[i])
		for _, p := range actors {
			r.Actors = append(r.Actors, f.party(p, r.Source)...)
		}
		r.Actors = once(r.Actors)
		it := f.hitIt(e)
		for _, p := range targets {
			if it != nil && p.Group.Pronoun {
				r.Targets = append(r.Targets, f.facility(p.Group, it))
				continue
			}
			r.Targets = append(r.Targets, f.party(p, r.Source)...)
		}
		for _, w := range e.Weapons {
			r.Weapons = append(r.Weapons, record.Weapon{Text: w.Text, Name: w.Name, Start: a.CodePoint(w.Start), End: a.CodePoint(w.End)})
		}
		for k := range places[i] {
			r.Locations = append(r.Locations, location(a, &places[i][k]))
		}
		for _, c := range tolls[i] {
			r.Casualties = append(r.Casualties, f.casualty(c))
		}
		r.Time = f.timeOf(e)
		if k := from[i]; r.Time == nil && k >= 0 && e.Modality == record.Actual && out[k].Time != nil && out[k].Time.Precision == string(mention.Day) {
			r.Time = out[k].Time // what happened where it did happened when it did
		}
		r.ID = fmt.Sprintf("%s-%d-%s", head.Fingerprint[:12], r.Trigger.Start, strings.ReplaceAll(e.Act, " ", "-"))
		out = append(out, r)
	}
	return out
}

// once leaves out the pronouns among parties that only name again one of the
// others: the soldiers went on with their advance.
func once(ps []record.Party) []record.Party {
	named := map[string]bool{}
	for _, p := range ps {
		if p.ID != "" && p.Antecedent == nil {
			named[p.ID] = true
		}
	}
	return slices.DeleteFunc(ps, func(p record.Party) bool { return p.Antecedent != nil && named[p.ID] })
}

func articleRecord(a *article.Article) record.Article {
	r := record.Article{ID: a.ID, Title: a.Title, Publisher: a.Publisher, Dateline: a.Dateline, URL: a.URL, Fingerprint: a.Fingerprint()}
	if !a.Published.IsZero() {
		r.Published = a.Published.Format(time.DateOnly)
	}
	return r
}

// facility is a pronoun that stands for a named place that was hit.
func (f *found) facility(g *lang.NounGroup, p *mention.Place) record.Party {
	a := f.Document.Article
	return record.Party{
		Text: g.Text(), Name: p.Name, Kind: gazetteer.KindFacility, Country: p.Country,
		Start: a.CodePoint(g.Start), End: a.CodePoint(g.End),
		Antecedent: &record.Antecedent{Text: p.Text, Start: a.CodePoint(p.Start), End: a.CodePoint(p.End)},
	}
}

// party is a filler as the record has it: one for every actor that the group
// names (Russian and Syrian warplanes are two).
func (f *found) party(p event.Filler, speaker *record.Source) []record.Party {
	a := f.Document.Article
	g := p.Group
	ms := f.ActorsOf(g)
	whole := record.Party{Text: g.Text(), Start: a.CodePoint(g.Start), End: a.CodePoint(g.End)}
	if p.Class.Is(rules.Facility) {
		whole.Kind = gazetteer.KindFacility
	}
	if own := slices.Contains(f.Rules.Grammar.Speaker, g.Sentence.Tokens[g.First].Lower); own && speaker != nil && speaker.ID != "" {
		// our fighters: the speaker's
		whole.ID, whole.Name, whole.Country = speaker.ID, speaker.Name, speaker.Country
		if x, ok := f.ActorIndex.ByID(speaker.ID); ok {
			whole.Kind = x.Kind
		}
		whole.Antecedent = &record.Antecedent{Text: speaker.Text, Start: speaker.Start, End: speaker.End}
		return []record.Party{whole}
	}
	if len(ms) == 0 {
		return []record.Party{whole}
	}
	if len(ms) == 1 && len(ms[0].Parts) > 0 { // they, who are two
		var out []record.Party
		for _, x := range ms[0].Parts {
			r := whole
			r.Name, r.ID, r.Kind, r.Country = x.Name, x.ID, x.Kind, x.Country
			r.Antecedent = &record.Antecedent{Text: x.Text, Start: a.CodePoint(x.Start), End: a.CodePoint(x.End)}
			if r.Name == "" {
				r.Name = x.Text
			}
			out = append(out, r)
		}
		return out
	}
	var out []record.Party
	for i, m := range ms {
		if i > 0 && (m.ID == ms[i-1].ID || m.Overlaps(ms[i-1].Span)) {
			continue
		}
		r := whole
		if len(ms) > 1 {
			r.Text, r.Start, r.End = m.Text, a.CodePoint(m.Start), a.CodePoint(m.End)
		}
		r.Name, r.ID, r.Country = m.Name, m.ID, m.Country
		if m.Kind != "" {
			r.Kind = m.Kind
		}
		if x := m.Antecedent; x != nil {
			r.Antecedent = &record.Antecedent{Text: x.Text, Start: a.CodePoint(x.Start), End: a.CodePoint(x.End)}
			if r.Name == "" {
				r.Name = x.Text
			}
		}
		out = append(out, r)
	}
	return out
}

func location(a *article.Article, p *mention.Place) record.Location {
	l := record.Location{
		Text: p.Text, Name: p.Name, ID: p.ID, Kind: p.Kind, Country: p.Country, Admin1: p.Admin1,
		Relation: p.Relation, GeoPrecision: p.Precision, Start: a.CodePoint(p.Start), End: a.CodePoint(p.End),
	}
	if p.Located {
		lat, lon := p.Latitude, p.Longitude
		l.Latitude, l.Longitude = &lat, &lon
	}
	return l
}
