package listing

import (
	"cmp"
	"fmt"
	"slices"

	"sitrep/extract/event"
	"sitrep/extract/lang"
	"sitrep/extract/mention/actor"
	"sitrep/extract/reading"
	"sitrep/extract/record"
	"sitrep/extract/telling"
	"sitrep/gazetteer"
)

// Kinds are the kinds of mentions that can be listed, as package record names
// them.
var Kinds = []string{record.MentionPlace, record.MentionActor, record.MentionWeapon,
	record.MentionCasualty, record.MentionDate, record.MentionAttribution}

// CheckKinds returns an error that names the first of the kinds that there is
// not.
func CheckKinds(kinds []string) error {
	for _, k := range kinds {
		if !slices.Contains(Kinds, k) {
			return fmt.Errorf("no such kind of mention: %q", k)
		}
	}
	return nil
}

// lister collects the mentions of an article.
type lister struct {
	*reading.Reading
	head record.MentionArticle
	out  []record.MentionRecord

	actorNames map[*actor.Mention]bool // names of no dictionary that are actors'
}

// Mentions returns the mentions of the kinds asked for, in text order. The
// records say which sources are parties. Actors, weapons, casualties and dates
// have every sentence read, which nothing else does.
func Mentions(r *reading.Reading, kinds []string, records []record.Record) []record.MentionRecord {
	l := &lister{Reading: r, head: record.MentionArticle{ID: r.Article().ID}}
	asked := func(kind string) bool { return slices.Contains(kinds, kind) }
	if asked(record.MentionPlace) {
		l.places()
	}
	if asked(record.MentionAttribution) {
		l.attributions(records)
	}
	if asked(record.MentionActor) {
		l.actorNames = l.unlistedActors()
	}
	each := map[string]func(*lang.Sentence){
		record.MentionActor: l.actors, record.MentionWeapon: l.weapons, record.MentionCasualty: l.casualties, record.MentionDate: l.dates,
	}
	for _, k := range Kinds {
		if list := each[k]; list != nil && asked(k) {
			for i := range r.Document.Sentences {
				list(r.Document.Analyse(i))
			}
		}
	}
	slices.SortStableFunc(l.out, func(a, b record.MentionRecord) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	return l.out
}

// add begins a mention.
func (l *lister) add(kind, text string, start, end int) *record.MentionRecord {
	a := l.Article()
	l.out = append(l.out, record.MentionRecord{Article: l.head, Kind: kind, Text: text, Start: a.CodePoint(start), End: a.CodePoint(end)})
	return &l.out[len(l.out)-1]
}

func (l *lister) places() {
	all := l.Places()
	for i := range all {
		p := &all[i]
		m := l.add(record.MentionPlace, p.Text, p.Start, p.End)
		m.Name, m.ID, m.Class, m.Country, m.Admin1 = p.Name, p.ID, p.Kind, p.Country, p.Admin1
		m.Admin2, m.Admin2ID = p.Admin2, p.Admin2ID
		m.Relation, m.GeoPrecision, m.Use, m.ResolvedBy = p.Relation, p.Precision, p.Use, p.ResolvedBy
		m.Reason = p.Reason
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

func (l *lister) actors(s *lang.Sentence) {
	a := l.Article()
	for _, m := range l.ActorsIn(s.Index) {
		if !actsOrSuffers(m) || m.Form == actor.Unknown && l.isPlaceName(m) || m.Unidentified() && !l.actorNames[m] {
			continue
		}
		r := l.add(record.MentionActor, m.Text, m.Start, m.End)
		r.Name, r.ID, r.Class, r.Country = m.Name, m.ID, m.Kind, m.Country
		if x := m.Antecedent; x != nil {
			r.Antecedent = &record.Antecedent{Text: x.Text, Start: a.CodePoint(x.Start), End: a.CodePoint(x.End)}
		}
	}
}

// actsOrSuffers reports whether a mention is an actor to whoever reads a list of
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

func (l *lister) weapons(s *lang.Sentence) {
	for _, w := range event.Weapons(l.Rules, s) {
		m := l.add(record.MentionWeapon, w.Text, w.Start, w.End)
		m.Name, m.Class = w.Name, w.Class
	}
}

func (l *lister) casualties(s *lang.Sentence) {
	for _, t := range l.Casualties(s) {
		c := telling.Casualty(l.Reading, t)
		m := l.add(record.MentionCasualty, c.Text, t.Quantity.Start, t.Quantity.End)
		m.Class, m.Min, m.Max, m.Combined, m.Toll, m.Victims = c.Kind, c.Min, c.Max, c.Combined, c.Toll, c.Victims
	}
}

func (l *lister) dates(s *lang.Sentence) {
	for _, d := range l.Dates(s) {
		m := l.add(record.MentionDate, d.Text, d.Start, d.End)
		m.From, m.To, m.Precision = telling.Days(&d)
	}
}

func (l *lister) attributions(records []record.Record) {
	a := l.Article()
	mark := telling.MarkBelligerent(records)
	all := l.Attributions()
	for i := range all {
		t := &all[i]
		m := l.add(record.MentionAttribution, t.Cue.Text, t.Cue.Start, t.Cue.End)
		s := l.Source(t)
		mark(&s)
		m.Cue, s.Cue, s.Content = s.Cue, nil, nil
		m.Source = &s
		if x := t.Extent(); x.Len() > 0 {
			m.Content = &record.Span{Text: a.Slice(x), Start: a.CodePoint(x.Start), End: a.CodePoint(x.End)}
		}
	}
}
