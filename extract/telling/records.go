package telling

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"sitrep/extract/article"
	"sitrep/extract/event"
	"sitrep/extract/mention"
	"sitrep/extract/mention/casualty"
	"sitrep/extract/reading"
	"sitrep/extract/record"
	"sitrep/extract/rules"
)

// Records makes the record of every telling and sets its Record. From here on
// offsets count code points.
func Records(r *reading.Reading, ts []*Telling, head record.Article) []record.Record {
	out := make([]record.Record, len(ts))
	for i, t := range ts {
		t.Record = &out[i]
		out[i] = newRecord(r.Article(), head, t.Event)
		t.fillIn(r)
	}
	markBelligerents(out)
	return out
}

// newRecord returns what the record of an event says by the event alone.
func newRecord(a *article.Article, head record.Article, e *event.Event) record.Record {
	x := record.Record{
		Schema: record.Schema, Article: head,
		Action: e.Act, Scope: e.Scope, Rule: e.Rule.ID,
		Codes: record.Codes{CAMEO: e.Rule.Codes.CAMEO, PLOVER: e.Rule.Codes.PLOVER, PLOVERMode: e.Rule.Codes.Mode},
		Trigger: record.Trigger{
			Text: a.Slice(e.Trigger), Lemma: e.Lemma, Start: a.CodePoint(e.Trigger.Start), End: a.CodePoint(e.Trigger.End),
		},
		Evidence: record.Evidence{
			Sentence: e.Sentence.Index, Text: e.Sentence.Text, Start: a.CodePoint(e.Sentence.Start), End: a.CodePoint(e.Sentence.End),
		},
	}
	x.ID = fmt.Sprintf("%s-%d-%s", head.Fingerprint[:12], x.Trigger.Start, strings.ReplaceAll(e.Act, " ", "-"))
	for _, w := range e.Weapons {
		x.Weapons = append(x.Weapons, record.Weapon{Text: w.Text, Name: w.Name, Start: a.CodePoint(w.Start), End: a.CodePoint(w.End)})
	}
	return x
}

// fillIn adds to the record of a telling what the stages found.
func (t *Telling) fillIn(r *reading.Reading) {
	x, a := t.Record, r.Article()
	x.Modality, x.Source, x.Also = t.modality(), t.Source, t.Also
	if t.Aggregate {
		x.Scope = record.Aggregate
	}
	x.EventType, x.SubEventType = rules.EventType(t.Type), t.Type
	for _, f := range t.Actors {
		ps := Parties(r, f, t.Source)
		if x.EventType != "Protests" && isFaceless(r, f.Group) {
			arm(ps)
		}
		x.Actors = append(x.Actors, ps...)
	}
	x.Actors = withoutRepeated(x.Actors)
	for _, f := range t.Targets {
		if t.Site != nil && f.Group.Pronoun {
			x.Targets = append(x.Targets, facility(a, f.Group, t.Site))
			continue
		}
		x.Targets = append(x.Targets, Parties(r, f, t.Source)...)
	}
	for i := range t.Places {
		l := location(a, &t.Places[i])
		if t.PlaceProbability > 0 && !t.Names(&t.Places[i]) {
			l.Inherited, l.Confidence = true, math.Round(100*t.PlaceProbability)/100
		}
		x.Locations = append(x.Locations, l)
	}
	for _, c := range t.figures() {
		y := Casualty(r, c)
		y.Source = t.TollSources[c.Quantity.Span]
		if slices.Contains(t.Running, c.Quantity.Span) {
			y.Scope = record.Aggregate
		}
		x.Casualties = append(x.Casualties, y)
	}
	if t.Date != nil && !(t.Aggregate && t.isDateTaken()) {
		x.Time = &record.Time{Text: t.Date.Text, Start: a.CodePoint(t.Date.Start), End: a.CodePoint(t.Date.End)}
		x.Time.From, x.Time.To, x.Time.Precision = Days(t.Date)
		x.Time.Inherited, x.Time.Confidence = t.DateProbability > 0, math.Round(100*t.DateProbability)/100
	}
}

// figures returns the tolls of a telling, or none where it says that nothing happened: the
// army denied that it had killed two herders.
func (t *Telling) figures() []casualty.Casualty {
	if t.modality() == record.Negated {
		return nil
	}
	return t.Tolls
}

// Article returns an article as records name it.
func Article(a *article.Article) record.Article {
	x := record.Article{ID: a.ID, Title: a.Title, Publisher: a.Publisher, Dateline: a.Dateline, URL: a.URL, Fingerprint: a.Fingerprint()}
	if !a.Published.IsZero() {
		x.Published = a.Published.Format(time.DateOnly)
	}
	return x
}

func location(a *article.Article, p *mention.Place) record.Location {
	l := record.Location{
		Text: p.Text, Name: p.Name, ID: p.ID, Kind: p.Kind, Country: p.Country, Countries: p.Countries, Admin1: p.Admin1,
		Admin2: p.Admin2, Admin2ID: p.Admin2ID, ResolvedBy: p.ResolvedBy,
		Relation: p.Relation, GeoPrecision: p.Precision, Start: a.CodePoint(p.Start), End: a.CodePoint(p.End),
	}
	if p.Located {
		lat, lon := p.Latitude, p.Longitude
		l.Latitude, l.Longitude = &lat, &lon
	}
	return l
}

// Casualty returns a toll as records have it, its victims resolved.
func Casualty(r *reading.Reading, c casualty.Casualty) record.Casualty {
	a := r.Article()
	x := record.Casualty{
		Kind: c.Kind, Text: a.Slice(c.Quantity.Span), Start: a.CodePoint(c.Quantity.Start), End: a.CodePoint(c.Quantity.End),
		Min: c.Quantity.Min, Max: c.Quantity.Max, Combined: c.Combined, Toll: c.Toll,
	}
	if g := c.Victims; g != nil {
		span := g.Written()
		v := record.Mention{Text: a.Slice(span), Start: a.CodePoint(span.Start), End: a.CodePoint(span.End)}
		if ms := r.ActorsOf(g); len(ms) > 0 {
			v.Name, v.ID, v.Kind = ms[0].Name, ms[0].ID, ms[0].Kind
		}
		x.Victims = &v
	}
	return x
}

// Days returns the bounds of a date as records write them, empty where it
// could not be resolved.
func Days(d *mention.Date) (from, to, precision string) {
	if d.From.IsZero() {
		return "", "", ""
	}
	return d.From.Format(time.DateOnly), d.To.Format(time.DateOnly), string(d.Precision)
}
