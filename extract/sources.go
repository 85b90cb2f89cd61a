package extract

import (
	"slices"
	"strings"

	"sitrep/extract/article"
	"sitrep/extract/attribution"
	"sitrep/extract/event"
	"sitrep/extract/incident"
	"sitrep/extract/lang"
	"sitrep/extract/record"
	"sitrep/gazetteer"
)

// attribute finds who says so: the innermost attribution over the trigger,
// else the one that a sentence with also goes on from.
func (f *found) attribute(e *event.Event, r *record.Record) {
	cover := spoken(attribution.Covering(f.attributions, e.Trigger), r.Modality == record.Actual)
	if len(cover) == 0 {
		if c := f.reaching(e); c != nil {
			cover = []*attribution.Attribution{c}
		}
	}
	for i, c := range cover {
		if i == 0 {
			s := f.sourceOf(c)
			r.Source = &s
			if c.Kind == attribution.Denied && r.Modality != record.Planned {
				r.Modality = record.Negated // denied that it had carried out any strike
			}
		} else if c.Source.Start != cover[0].Source.Start {
			r.Also = append(r.Also, f.sourceOf(c))
		}
	}
}

// spoken puts those who do not tell of an event behind the one who speaks of
// them: the army said that footage showed; a general said that the rebels
// demanded the bodies of men who had been killed.
func spoken(cover []*attribution.Attribution, happened bool) []*attribution.Attribution {
	for i, c := range cover {
		if !c.Source.Document && !(happened && wants(c)) {
			out := append([]*attribution.Attribution{c}, cover[:i]...)
			return append(out, cover[i+1:]...)
		}
	}
	return cover
}

// certainty are the words of the text that say how sure it is, found once.
func (f *found) certainty() []attribution.Verification {
	if !f.weighed {
		f.weighed, f.weights = true, attribution.Verifications(f.doc)
	}
	return f.weights
}

// sourceOf is the source of an attribution as the record has it.
func (f *found) sourceOf(c *attribution.Attribution) record.Source {
	a := f.doc.Article
	s := f.source(c.Source)
	s.Cue = &record.Span{Text: c.Cue.Text, Start: a.CodePoint(c.Cue.Start), End: a.CodePoint(c.Cue.End)}
	if x := c.Extent(); x.Len() > 0 {
		s.Content = &record.Offsets{Start: a.CodePoint(x.Start), End: a.CodePoint(x.End)}
	}
	for _, v := range c.Via {
		m := f.source(v)
		s.Via = append(s.Via, record.Mention{Text: m.Text, Name: m.Name, ID: m.ID, Kind: m.Kind, Start: m.Start, End: m.End})
	}
	if s.ID == "" && c.Source.Group != nil && slices.Contains(f.sense.set.Grammar.Documents, c.Source.Group.Lemma) {
		f.author(c, &s)
	}
	return s
}

// author gives a document (the statement) the source that spoke through one
// before.
func (f *found) author(c *attribution.Attribution, s *record.Source) {
	for i := len(f.attributions) - 1; i >= 0; i-- {
		o := &f.attributions[i]
		if o.Cue.Start >= c.Cue.Start || o.Source.Group == c.Source.Group {
			continue
		}
		if m := f.source(o.Source); m.ID != "" {
			s.ID, s.Name, s.Kind, s.Country = m.ID, m.Name, m.Kind, m.Country
			return
		}
	}
}

// source resolves the words of a source to an actor.
func (f *found) source(x attribution.Source) record.Source {
	a := f.doc.Article
	s := record.Source{Text: x.Text, Start: a.CodePoint(x.Start), End: a.CodePoint(x.End)}
	if x.Group == nil {
		if m, ok := f.sense.index.Lookup(x.Text); ok && len(m.Candidates) > 0 {
			c := m.Candidates[0]
			s.ID, s.Name, s.Kind, s.Country = c.ID, c.Name, c.SourceKind, c.Country
		}
		return s
	}
	if x.Antecedent != nil {
		o := f.source(*x.Antecedent)
		s.ID, s.Name, s.Kind, s.Country = o.ID, o.Name, o.Kind, o.Country
		if s.Name == "" || x.Antecedent.Person {
			s.Name = o.Text
		}
		return s
	}
	g := x.Group
	if x.Named != nil {
		g = x.Named
	}
	for _, m := range f.actors.Of(g) {
		if m.Antecedent == nil && m.Start < x.Start {
			continue // a name that begins before the source is not its
		}
		s.ID, s.Name, s.Kind, s.Country = m.ID, m.Name, m.SourceKind, m.Country
		if m.ID == "" && m.Name == x.Text && g.Proper {
			s.Name = g.Text() // Dr Ali [of the Madina Hospital]
		}
		break
	}
	if s.Name == "" && len(strings.Fields(x.Text)) > longSource {
		s.Name = g.Text() // Officials [in the province in the north and …]
	}
	return s
}

// longSource is how many words of a source are too many for a name.
const longSource = 6

// belligerents marks the sources of the records that are parties.
func belligerents(rs []record.Record) {
	mark := belligerent(rs)
	for i := range rs {
		if rs[i].Source != nil {
			mark(rs[i].Source)
		}
		for k := range rs[i].Also {
			mark(&rs[i].Also[k])
		}
	}
}

// belligerent marks a source that acts or is acted on by force in the
// article, by itself or through its state.
func belligerent(rs []record.Record) func(*record.Source) {
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

// vague says of every event whether its words leave open what kind of act it
// was: were killed, the attack.
func vague(events []*event.Event) []bool {
	out := make([]bool, len(events))
	for i, e := range events {
		out[i] = e.Vague || e.Rule.Result
	}
	return out
}

// doubt is what the text says of how sure it is, for the statuses.
func (f *found) doubt(d *lang.Document, rs []record.Record, events []*event.Event) incident.Doubt {
	out := incident.Doubt{Hedged: make([]bool, len(rs)), Paragraph: make([]int, len(rs)), Related: f.related}
	vs := f.certainty()
	for i, e := range events {
		out.Paragraph[i] = e.Sentence.Paragraph
		for _, v := range vs {
			if v.Kind != attribution.Unverified && v.Sentence == e.Sentence.Index && hedges(e, v.Span) && !besides(e, v.Span) {
				out.Hedged[i] = true
			}
		}
	}
	for _, v := range vs {
		if v.Kind == attribution.Unverified {
			out.Unverified = append(out.Unverified, incident.Remark{Sentence: v.Sentence, Paragraph: d.Sentences[v.Sentence].Paragraph})
		}
	}
	return out
}

// hedges says whether the phrase stands in one of the event's clauses or in a
// clause above it.
func hedges(e *event.Event, s article.Span) bool {
	for _, c := range e.Clauses {
		for p := c; p != nil; p = p.Parent {
			if p.Span.Overlaps(s) || p.Verb != nil && p.Verb.Overlaps(s) {
				return true
			}
			if p.Link == lang.Root {
				break
			}
		}
	}
	return false
}

// besides says whether the phrase stands with a noun that is not the event's
// doer: who arrests suspected rebels does arrest them.
func besides(e *event.Event, s article.Span) bool {
	for _, g := range e.Sentence.Nouns {
		if !g.Contains(s) || e.Trigger.Overlaps(g.Span) {
			continue
		}
		return !slices.ContainsFunc(e.Actors, func(a event.Filler) bool { return a.Group.Overlaps(s) })
	}
	return false
}

// related says whether two actors, by id, are of one side.
func (f *found) related(a, b string) bool {
	if a == "" || b == "" {
		return false
	}
	if len(a) > 4 && len(b) > 4 && a[3] == '-' && a[:4] == b[:4] {
		return true
	}
	x, ok := f.sense.index.ByID(a)
	y, ok2 := f.sense.index.ByID(b)
	if !ok || !ok2 {
		return false
	}
	return x.Parent == b || y.Parent == a || x.Parent != "" && x.Parent == y.Parent ||
		slices.Contains(x.With(), b) || slices.Contains(y.With(), a)
}
