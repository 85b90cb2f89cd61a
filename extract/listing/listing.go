package listing

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

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

// actorClasses are the classes of prose's recogniser whose names can act.
var actorClasses = []string{"PERSON", "ORGANIZATION"}

// unlistedActors returns the names of no dictionary that are those of persons or
// organisations: a capital alone does not make one. Behind a title stands a
// person. Else prose's recogniser has to say so of half of the words, the first
// or last among them, or has said so elsewhere in the article of a longer name
// with that last word. It is not asked about places and buildings, nor about a
// single word in capitals, of which it knows nothing. Events are found without
// it: there a name has a verb beside it, which knows better.
func (l *lister) unlistedActors() map[*actor.Mention]bool {
	known := map[*actor.Mention]bool{}
	surnames := map[string]bool{}
	var open []*actor.Mention
	for i := range l.Document.Sentences {
		var entities []lang.Entity
		asked := false
		for _, m := range l.ActorsIn(i) {
			if !m.Unidentified() || l.isPlaceName(m) || l.isBuilding(m) {
				continue
			}
			if !asked {
				entities, asked = l.Document.Entities(i), true
			}
			name := nameWords(m)
			if len(name) == 0 || !m.Titled() && !isRecognised(name, entities) {
				open = append(open, m)
				continue
			}
			known[m] = true
			if len(name) > 1 {
				surnames[name[len(name)-1].Text] = true
			}
		}
	}
	for _, m := range open {
		if name := nameWords(m); len(name) > 0 && surnames[name[len(name)-1].Text] {
			known[m] = true
		}
	}
	return known
}

func (l *lister) isPlaceName(m *actor.Mention) bool {
	return l.NamesPlaceAt(m.Start) || l.NamesPlaceAt(m.Sentence.Tokens[m.Head].Start)
}

// nameWords returns the capitalised words of a mention, up to its last.
func nameWords(m *actor.Mention) []lang.Token {
	r := m.Sentence.TokensIn(m.Span)
	var out []lang.Token
	for _, t := range m.Sentence.Tokens[r.From:r.To] {
		if c, _ := utf8.DecodeRuneInString(t.Text); unicode.IsUpper(c) || strings.Contains(t.Text, "-") {
			out = append(out, t)
		}
	}
	return out
}

// isBuilding reports whether the mention is the name of a building, road or
// division, as in Ninth Mile Road.
func (l *lister) isBuilding(m *actor.Mention) bool {
	n, ok := l.ActorIndex.Noun(m.Sentence.Tokens[m.Head].Lower)
	return ok && n.Class == gazetteer.NounFacility
}

// isRecognised reports whether the recogniser takes the name for that of a
// person or an organisation.
func isRecognised(name []lang.Token, entities []lang.Entity) bool {
	if len(name) == 1 && name[0].Text == strings.ToUpper(name[0].Text) {
		return false
	}
	n, first, last := 0, false, false
	for i, t := range name {
		last = slices.ContainsFunc(entities, func(e lang.Entity) bool {
			return e.Start == t.Start && slices.Contains(actorClasses, e.Class)
		})
		if last {
			n++
			first = first || i == 0
		}
	}
	return (first || last) && 2*n >= len(name)
}
