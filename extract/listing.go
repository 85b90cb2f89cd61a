package extract

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"sitrep/extract/event"
	"sitrep/extract/lang"
	"sitrep/extract/mention"
	"sitrep/extract/mention/actor"
	"sitrep/extract/record"
	"sitrep/gazetteer"
)

// kindsOfMentions are those that Result.Mentions can hold.
var kindsOfMentions = []string{record.MentionPlace, record.MentionActor, record.MentionWeapon,
	record.MentionCasualty, record.MentionDate, record.MentionAttribution}

// kindsAsked are the kinds of mentions that the options ask for.
func (o *options) kindsAsked() (map[string]bool, error) {
	if !o.mentions {
		return nil, nil
	}
	kinds := o.kinds
	if len(kinds) == 0 {
		kinds = kindsOfMentions
	}
	out := map[string]bool{}
	for _, k := range kinds {
		if !slices.Contains(kindsOfMentions, k) {
			return nil, fmt.Errorf("no such kind of mention: %q", k)
		}
		out[k] = true
	}
	return out, nil
}

// listing collects the mentions of an article.
type listing struct {
	f    *found
	head record.MentionArticle
	out  []record.MentionRecord

	known map[*actor.Mention]bool // names of no dictionary that are actors'
}

// list gives the mentions of the kinds asked for, in text order. Actors,
// weapons, casualties and dates need every sentence read, so nothing but this
// asks for them all.
func (f *found) list(kinds map[string]bool, records []record.Record) []record.MentionRecord {
	l := &listing{f: f, head: record.MentionArticle{ID: f.Document.Article.ID}}
	if kinds[record.MentionPlace] {
		l.places()
	}
	if kinds[record.MentionAttribution] {
		l.attributions(records)
	}
	if kinds[record.MentionActor] {
		l.known = l.strangers()
	}
	each := map[string]func(*lang.Sentence){
		record.MentionActor: l.actors, record.MentionWeapon: l.weapons, record.MentionCasualty: l.casualties, record.MentionDate: l.dates,
	}
	for _, k := range kindsOfMentions {
		if read := each[k]; read != nil && kinds[k] {
			for i := range f.Document.Sentences {
				read(f.Document.Analyse(i))
			}
		}
	}
	slices.SortStableFunc(l.out, func(a, b record.MentionRecord) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	return l.out
}

// add begins a mention.
func (l *listing) add(kind, text string, start, end int) *record.MentionRecord {
	a := l.f.Document.Article
	l.out = append(l.out, record.MentionRecord{Article: l.head, Kind: kind, Text: text, Start: a.CodePoint(start), End: a.CodePoint(end)})
	return &l.out[len(l.out)-1]
}

func (l *listing) places() {
	for i := range l.f.Places() {
		p := &l.f.Places()[i]
		m := l.add(record.MentionPlace, p.Text, p.Start, p.End)
		m.Name, m.ID, m.Class, m.Country, m.Admin1 = p.Name, p.ID, p.Kind, p.Country, p.Admin1
		m.Relation, m.GeoPrecision, m.Use = p.Relation, p.Precision, p.Use
		if p.Located {
			lat, lon := p.Latitude, p.Longitude
			m.Latitude, m.Longitude = &lat, &lon
		}
		for _, o := range p.Alternatives {
			m.Alternatives = append(m.Alternatives, record.Alternative{
				Name: o.Name, ID: o.ID, Country: o.Country, Latitude: o.Latitude, Longitude: o.Longitude, Score: o.Score, Reason: o.Reason,
			})
		}
	}
}

func (l *listing) actors(s *lang.Sentence) {
	a := l.f.Document.Article
	for _, m := range l.f.ActorsIn(s.Index) {
		if !actsOrSuffers(m) || m.Form == actor.Unknown && l.placed(m) || m.Stranger() && !l.known[m] {
			continue
		}
		r := l.add(record.MentionActor, m.Text, m.Start, m.End)
		r.Name, r.ID, r.Class, r.Country = m.Name, m.ID, m.Kind, m.Country
		if x := m.Antecedent; x != nil {
			r.Antecedent = &record.Antecedent{Text: x.Text, Start: a.CodePoint(x.Start), End: a.CodePoint(x.End)}
		}
	}
}

// actsOrSuffers says whether a mention is an actor to whoever reads a list of
// them: not a building or a lorry, and not a pronoun that stands for nobody.
func actsOrSuffers(m *actor.Mention) bool {
	switch m.Form {
	case actor.Pronoun:
		return m.Antecedent != nil
	case actor.Description:
		switch m.Noun.Class {
		case gazetteer.NounFacility, gazetteer.NounCarrier, gazetteer.NounObject:
			return m.ID != ""
		}
	}
	return true
}

func (l *listing) weapons(s *lang.Sentence) {
	for _, w := range event.Weapons(l.f.Rules, s) {
		m := l.add(record.MentionWeapon, w.Text, w.Start, w.End)
		m.Name, m.Class = w.Name, w.Class
	}
}

func (l *listing) casualties(s *lang.Sentence) {
	for _, t := range l.f.Casualties(s) {
		c := l.f.casualty(t)
		m := l.add(record.MentionCasualty, c.Text, t.Quantity.Start, t.Quantity.End)
		m.Class, m.Min, m.Max, m.Combined, m.Toll, m.Victims = c.Kind, c.Min, c.Max, c.Combined, c.Toll, c.Victims
	}
}

func (l *listing) dates(s *lang.Sentence) {
	for _, d := range l.f.Dates(s) {
		m := l.add(record.MentionDate, d.Text, d.Start, d.End)
		m.From, m.To, m.Precision = days(d)
	}
}

// days are a date's bounds as records write them, empty where it could not
// be resolved.
func days(d mention.Date) (from, to, precision string) {
	if d.From.IsZero() {
		return "", "", ""
	}
	return d.From.Format(time.DateOnly), d.To.Format(time.DateOnly), string(d.Precision)
}

func (l *listing) attributions(records []record.Record) {
	a := l.f.Document.Article
	mark := belligerent(records)
	for i := range l.f.Attributions() {
		t := &l.f.Attributions()[i]
		m := l.add(record.MentionAttribution, t.Cue.Text, t.Cue.Start, t.Cue.End)
		s := l.f.Source(t)
		mark(&s)
		m.Cue, s.Cue, s.Content = s.Cue, nil, nil
		m.Source = &s
		if x := t.Extent(); x.Len() > 0 {
			m.Content = &record.Span{Text: a.Slice(x), Start: a.CodePoint(x.Start), End: a.CodePoint(x.End)}
		}
	}
}
