package extract

import (
	"slices"

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
	cover := spoken(attribution.Covering(f.Attributions(), e.Trigger), r.Modality == record.Actual)
	if len(cover) == 0 {
		if c := f.reaching(e); c != nil {
			cover = []*attribution.Attribution{c}
		}
	}
	for i, c := range cover {
		if i == 0 {
			s := f.Source(c)
			r.Source = &s
			if c.Kind == attribution.Denied && r.Modality != record.Planned {
				r.Modality = record.Negated // denied that it had carried out any strike
			}
		} else if c.Source.Start != cover[0].Source.Start {
			r.Also = append(r.Also, f.Source(c))
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
	out := incident.Doubt{Hedged: make([]bool, len(rs)), Paragraph: make([]int, len(rs)), Related: f.Related}
	vs := f.Certainty()
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
