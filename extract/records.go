package extract

import (
	"fmt"
	"sort"
	"strings"
	"time"

	"sitrep/extract/article"
	"sitrep/extract/claim/attribution"
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
	places := f.locate(events)
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
			Status: record.Reported,
			Evidence: record.Evidence{
				Sentence: e.Sentence.Index, Text: e.Sentence.Text, Start: a.CodePoint(e.Sentence.Start), End: a.CodePoint(e.Sentence.End),
			},
		}
		for _, p := range e.Actors {
			r.Actors = append(r.Actors, f.party(p)...)
		}
		for _, p := range e.Targets {
			r.Targets = append(r.Targets, f.party(p)...)
		}
		for _, w := range e.Weapons {
			r.Weapons = append(r.Weapons, record.Weapon{Text: w.Text, Name: w.Name, Start: a.CodePoint(w.Start), End: a.CodePoint(w.End)})
		}
		for _, p := range places[i] {
			r.Locations = append(r.Locations, location(a, p))
		}
		for _, c := range tolls[i] {
			r.Casualties = append(r.Casualties, f.casualty(c))
		}
		r.Time = f.timeOf(e)
		f.attribute(e, &r)
		r.ID = fmt.Sprintf("%s-%d-%s", head.Fingerprint[:12], r.Trigger.Start, strings.ReplaceAll(e.Act, " ", "-"))
		out = append(out, r)
	}
	return out
}

func articleRecord(a *article.Article) record.Article {
	r := record.Article{ID: a.ID, Title: a.Title, Publisher: a.Publisher, Dateline: a.Dateline, URL: a.URL, Fingerprint: a.Fingerprint()}
	if !a.Published.IsZero() {
		r.Published = a.Published.Format(time.DateOnly)
	}
	return r
}

// party is a filler as the record has it: one for every actor that the group
// names (Russian and Syrian warplanes are two).
func (f *found) party(p event.Filler) []record.Party {
	a := f.doc.Article
	g := p.Group
	ms := f.actors.Of(g)
	whole := record.Party{Text: g.Text(), Start: a.CodePoint(g.Start), End: a.CodePoint(g.End)}
	if p.Class.Is(rules.Facility) {
		whole.Kind = gazetteer.KindFacility
	}
	if len(ms) == 0 {
		return []record.Party{whole}
	}
	var out []record.Party
	for _, m := range ms {
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

// locate finds the places of every event: those of its own clauses, else of
// its sentence, else of the happening before it.
func (f *found) locate(events []*event.Event) [][]*mention.Place {
	out := make([][]*mention.Place, len(events))
	for i, e := range events {
		out[i] = f.inClauses(e)
		if len(out[i]) == 0 {
			out[i] = f.inSentence(e)
		}
		if len(out[i]) == 0 && i > 0 && e.Sentence.Index-events[i-1].Sentence.Index <= 3 {
			out[i] = out[i-1]
		}
	}
	return out
}

func (f *found) inClauses(e *event.Event) []*mention.Place {
	var out []*mention.Place
	for k := range f.places {
		p := &f.places[k]
		if p.Use != mention.UsePlace || !e.Sentence.Contains(p.Span) || f.actsAt(e, p) {
			continue
		}
		for _, c := range e.Clauses {
			if locates(c, p) {
				out = append(out, p)
				break
			}
		}
	}
	return narrowest(out)
}

// locates says whether the place stands in an argument of the clause.
func locates(c *lang.Clause, p *mention.Place) bool {
	for _, a := range c.Args {
		if a.Shared {
			continue
		}
		for _, g := range append([]*lang.NounGroup{a.Group}, a.Group.Conjuncts...) {
			if g.Overlaps(p.Span) {
				return true
			}
			for _, at := range g.Attached {
				if at.Group.Overlaps(p.Span) {
					return true
				}
			}
			if g.Apposition != nil && g.Apposition.Overlaps(p.Span) {
				return true
			}
		}
	}
	return c.Contains(p.Span)
}

// actsAt says whether the place name stands for who acts or speaks: Israel
// struck, Syria's government, the Iraqi army in Mosul said.
func (f *found) actsAt(e *event.Event, p *mention.Place) bool {
	for _, a := range e.Actors {
		if a.Group.Contains(p.Span) && !a.Class.Is(rules.Place) || a.Class.Is(rules.Government) && a.Group.Overlaps(p.Span) {
			return true
		}
	}
	for i := range f.attributions {
		if s := f.attributions[i].Source; s.Start <= p.Start && p.End <= s.End {
			return true
		}
	}
	g := e.Sentence.GroupAt(p.Start)
	for _, o := range e.Sentence.Nouns {
		if o.Possessor == g && g != nil && f.sense.Class(o).Is(rules.Force|rules.Government|rules.Group) {
			return true
		}
	}
	return false
}

func (f *found) inSentence(e *event.Event) []*mention.Place {
	s := e.Sentence
	var out []*mention.Place
	for k := range f.places {
		p := &f.places[k]
		if p.Use == mention.UsePlace && s.Contains(p.Span) && !f.actsAt(e, p) && locative(s, p) {
			out = append(out, p)
		}
	}
	return narrowest(out)
}

// locative says whether the place stands in a phrase that says where: after a
// preposition of place, or as the object of a verb.
func locative(s *lang.Sentence, p *mention.Place) bool {
	for _, c := range s.Clauses {
		for _, a := range c.Args {
			if !holds(a.Group, p) {
				continue
			}
			switch a.Function {
			case lang.Oblique:
				if a.Prep != "with" && a.Prep != "against" {
					return true
				}
			case lang.Object:
				return true
			}
		}
	}
	return false
}

// holds says whether the place stands in the group, its coordination or its
// apposition.
func holds(g *lang.NounGroup, p *mention.Place) bool {
	for _, m := range append([]*lang.NounGroup{g}, g.Conjuncts...) {
		if m.Overlaps(p.Span) || m.Apposition != nil && m.Apposition.Overlaps(p.Span) {
			return true
		}
	}
	return false
}

// narrowest sorts places from the narrowest to the widest, those of one
// width in text order.
func narrowest(ps []*mention.Place) []*mention.Place {
	sort.SliceStable(ps, func(i, j int) bool { return width(ps[i]) < width(ps[j]) })
	return ps
}

func width(p *mention.Place) int {
	switch p.Kind {
	case "country":
		return 4
	case "first-order division", "region":
		return 3
	case "second-order division":
		return 2
	}
	return 1
}

// timeOf is the date of the event: the nearest to its trigger in its clauses,
// else the only one of its sentence.
func (f *found) timeOf(e *event.Event) *record.Time {
	a := f.doc.Article
	ds := f.datesOf(e.Sentence)
	var best *mention.Date
	for i := range ds {
		d := &ds[i]
		if best == nil || distance(d.Span, e.Trigger) < distance(best.Span, e.Trigger) {
			best = d
		}
	}
	if best == nil {
		return nil
	}
	t := &record.Time{Text: best.Text, Start: a.CodePoint(best.Start), End: a.CodePoint(best.End)}
	if !best.From.IsZero() {
		t.From, t.To, t.Precision = best.From.Format(time.DateOnly), best.To.Format(time.DateOnly), string(best.Precision)
	}
	return t
}

// attribute finds who says so.
func (f *found) attribute(e *event.Event, r *record.Record) {
	a := f.doc.Article
	cover := attribution.Covering(f.attributions, e.Trigger)
	if len(cover) == 0 {
		return
	}
	c := cover[0]
	r.Source = &record.Source{
		Text: c.Source.Text, Start: a.CodePoint(c.Source.Start), End: a.CodePoint(c.Source.End),
		Cue: &record.Span{Text: c.Cue.Text, Start: a.CodePoint(c.Cue.Start), End: a.CodePoint(c.Cue.End)},
	}
	x := c.Extent()
	r.Source.Content = &record.Offsets{Start: a.CodePoint(x.Start), End: a.CodePoint(x.End)}
	r.Status = record.Claimed
}
