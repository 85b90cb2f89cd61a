package source

import (
	"slices"
	"strings"

	"sitrep/extract/article"
	"sitrep/extract/attribution"
	"sitrep/extract/event"
	"sitrep/extract/lang"
	"sitrep/extract/reading"
	"sitrep/extract/record"
	"sitrep/extract/rules"
	"sitrep/extract/telling"
)

// Add gives the tellings their sources, and says which of them are denied and
// which are hedged.
func Add(r *reading.Reading, ts []*telling.Telling) {
	if len(ts) == 0 {
		return
	}
	issued := communique(r)
	for _, t := range ts {
		cover := attributionsOf(r, t.Event)
		if len(cover) == 0 && issued != nil && issued.Content[0].Contains(t.Event.Trigger) {
			cover = append(cover, issued)
		}
		for i, a := range cover {
			if i == 0 {
				s := r.Source(a)
				t.Source, t.Denied = &s, a.Kind == attribution.Denied && !isKnown(r, t.Event)
				t.Also = coordinated(r, a)
				t.Disclaimed = isDisclaimed(r, a, t.Event)
				t.Denied = t.Denied || t.Disclaimed
				t.Disclaimed = t.Disclaimed || t.Denied && isWithdrawn(r, a, t.Event.Sentence)
				addDenier(t, a)
			} else if a.Kind == attribution.Denied {
				t.Answered = t.Answered || !t.Denied
			} else if a.Source.Start != cover[0].Source.Start {
				t.Also = append(t.Also, r.Source(a))
			}
		}
		t.Hedged = isHedged(r, t.Event)
		t.TollSources = tollSources(r, t, cover)
	}
}

// addDenier makes the source of a denial the doer that it says it is not, where
// none is told: Israel denied any part in [the attack]. Who denies that something
// happened at all names who did it in the clause.
func addDenier(t *telling.Telling, a *attribution.Attribution) {
	g := a.Source.Group
	if !t.Denied || g == nil || len(t.Actors) > 0 || !t.Event.Clause.Predicate.Noun || a.Cue.End > t.Event.Trigger.Start || !t.Event.Sentence.Contains(a.Cue.Span) {
		return
	}
	t.Actors = append(t.Actors, event.Filler{Group: g, Via: "who denies it"})
}

// tollSources returns who gives the figures of a telling where none of those who
// tell it does: police said a bomb had gone off; a nurse counted nine bodies.
func tollSources(r *reading.Reading, t *telling.Telling, cover []*attribution.Attribution) map[article.Span]*record.Source {
	var out map[article.Span]*record.Source
	for _, c := range t.Tolls {
		by := r.AttributionIndex().Covering(article.Span{Start: c.Quantity.End - 1, End: c.Quantity.End}) // said only 15 had died
		if len(by) == 0 || slices.ContainsFunc(cover, func(a *attribution.Attribution) bool { return a.Source.Start == by[0].Source.Start }) {
			continue
		}
		if out == nil {
			out = map[article.Span]*record.Source{}
		}
		s := r.Source(by[0])
		out[c.Quantity.Span] = &s
	}
	return out
}

// isKnown reports whether an event is a known act that only says when or why something else was done,
// which somebody denies: denied that the guards had fled during the raid.
func isKnown(r *reading.Reading, e *event.Event) bool {
	c := e.Clause
	p := c.Parent
	return c.Predicate.Noun && len(e.Clauses) == 1 && c.Group.Det == "the" && p != nil && p.Link == lang.Complement && slices.ContainsFunc(p.Args, func(a lang.Arg) bool {
		return a.Group == c.Group && slices.Contains(r.Rules.Grammar.Occasional, a.Prep)
	})
}

// isDisclaimed reports whether the source of an attribution denies a hand in the
// event: denied any role in the blast, said that it had nothing to do with the raid.
func isDisclaimed(r *reading.Reading, a *attribution.Attribution, e *event.Event) bool {
	if !e.Clause.Predicate.Noun || !e.Sentence.Contains(a.Cue.Span) {
		return false
	}
	from := a.Cue.End
	if from > e.Trigger.Start {
		from = e.Sentence.Start // we had nothing to do with the raid, it said
	}
	words := article.SingleSpaced(e.Sentence.Text[from-e.Sentence.Start : e.Trigger.Start-e.Sentence.Start])
	if strings.Contains(words, " nothing to do with ") {
		return true
	}
	return a.Kind == attribution.Denied && from == a.Cue.End &&
		slices.ContainsFunc(r.Rules.Grammar.Disclaimed, func(w string) bool { return strings.Contains(words, " "+w+" ") })
}

// isWithdrawn reports whether the words before the cue of a denial say that it was taken
// back: had first denied that anybody died.
func isWithdrawn(r *reading.Reading, a *attribution.Attribution, s *lang.Sentence) bool {
	at := s.TokensIn(a.Cue.Span)
	return slices.ContainsFunc(r.Rules.Grammar.Withdrawn, func(w string) bool { return s.Tokens.Is(at.From-1, w) || s.Tokens.Is(at.From, w) })
}

// coordinated returns the sources that are coordinated with the first of an
// attribution: residents and | the Observatory reported.
func coordinated(r *reading.Reading, a *attribution.Attribution) []record.Source {
	first := a.Source.Group
	if first == nil || a.Source.Antecedent != nil || a.Source.Document {
		return nil
	}
	var out []record.Source
	for _, g := range first.Conjuncts {
		if !a.Source.Contains(g.Span) {
			continue
		}
		s := r.Speaker(attribution.Source{Span: g.Span, Text: g.Text(), Group: g})
		in := r.Article()
		s.Cue = &record.Span{Text: a.Cue.Text, Start: in.CodePoint(a.Cue.Start), End: in.CodePoint(a.Cue.End)}
		out = append(out, s)
	}
	return out
}

// attributionsOf returns the attributions of an event: those that its trigger
// stands in, the innermost first; else the one from a sentence before that
// reaches over it; none where the article itself speaks.
func attributionsOf(r *reading.Reading, e *event.Event) []*attribution.Attribution {
	cover := slices.DeleteFunc(r.AttributionIndex().Covering(e.Trigger), func(a *attribution.Attribution) bool { return isCalledFor(r, a, e) })
	if len(cover) > 0 {
		return quotedFirst(r, tellersFirst(cover, e.Modality == record.Actual))
	}
	if a := saidBy(r, e); a != nil {
		return []*attribution.Attribution{a}
	}
	if a := ofResult(r, e); a != nil {
		return []*attribution.Attribution{a}
	}
	if a := carriedOver(r, e); a != nil {
		return []*attribution.Attribution{a}
	}
	return nil
}

// ofResult returns the attribution of the result that a relative clause tells of an act named by
// a noun, or nil: a raid in which, according to residents, nine people were killed.
func ofResult(r *reading.Reading, e *event.Event) *attribution.Attribution {
	if !e.Clause.Predicate.Noun {
		return nil
	}
	for _, c := range e.Clauses {
		if c.Link != lang.Relative || c.Start < e.Trigger.End {
			continue
		}
		if cover := r.AttributionIndex().Covering(c.Predicate.Span); len(cover) > 0 && !isCalledFor(r, cover[0], e) {
			return cover[0]
		}
	}
	return nil
}

// saidBy returns the attribution whose cue itself tells of the dead, or nil: the ministry
// [reported] nine dead.
func saidBy(r *reading.Reading, e *event.Event) *attribution.Attribution {
	in := r.AttributionIndex().In(e.Sentence.Index)
	for i := range in {
		if e.Rule.Result && in[i].Cue.Overlaps(e.Trigger) {
			return &in[i]
		}
	}
	return nil
}

// isCalledFor reports whether a source only calls for what an event belongs to, and
// does not tell of it: the opposition called for a march after the killing of nine men.
func isCalledFor(r *reading.Reading, a *attribution.Attribution, e *event.Event) bool {
	if a.Cue.Lemma != "call" || len(a.Content) == 0 || a.Content[0].Start < a.Cue.End ||
		!strings.HasSuffix(r.Article().Slice(article.Span{Start: a.Cue.End, End: a.Content[0].Start}), " for ") {
		return false
	}
	return e.Modality == record.Actual || rules.EventType(e.Type) == "Protests"
}

// tellersFirst moves the first source that tells of the event before those
// that it speaks of: the army said that footage showed …; a general said that
// the rebels demanded the bodies of men who had been killed.
func tellersFirst(cover []*attribution.Attribution, happened bool) []*attribution.Attribution {
	for i, c := range cover {
		if !c.Source.Document && !(happened && isWish(c)) && !isConfession(c) {
			out := append([]*attribution.Attribution{c}, cover[:i]...)
			return append(out, cover[i+1:]...)
		}
	}
	return cover
}

// quotedFirst moves a speaker whose own words tell what others told him before those others:
// "They told us that nine had died," the mayor said.
func quotedFirst(r *reading.Reading, cover []*attribution.Attribution) []*attribution.Attribution {
	if g := cover[0].Source.Group; len(cover) < 2 || g == nil || !g.Pronoun {
		return cover
	}
	for i, c := range cover[1:] {
		if q := c.Content[0]; q.Start > 0 && strings.ContainsAny(r.Article().Slice(article.Span{Start: max(0, q.Start-3), End: q.Start}), "\"“") && c.Extent().Contains(cover[0].Cue.Span) {
			return append([]*attribution.Attribution{c}, slices.Delete(slices.Clone(cover), i+1, i+2)...)
		}
	}
	return cover
}

// isConfession reports whether an attribution is what somebody without a name admits, of whom another
// tells: arrested [a man] who confessed to the shooting, police said.
func isConfession(a *attribution.Attribution) bool {
	g := a.Source.Group
	return a.Kind == attribution.Admitted && g != nil && (g.Det == "a" || g.Det == "an") && len(a.Via) > 0
}

// isWish reports whether an attribution is what somebody would have done.
func isWish(a *attribution.Attribution) bool {
	switch a.Kind {
	case attribution.Demanded, attribution.Threatened, attribution.Pledged, attribution.Asked:
		return true
	}
	return false
}

// isHedged reports whether a hedge, as in "reportedly" or "purports to", stands
// in a clause of the event or over it.
func isHedged(r *reading.Reading, e *event.Event) bool {
	return slices.ContainsFunc(r.CertaintyIn(e.Sentence.Index), func(v attribution.Verification) bool {
		return (v.Kind == attribution.Hedge || v.Kind == attribution.Hearsay) && isOver(v.Span, e) && (!isOfNoun(v.Span, e) || isOfSource(r, v.Span, e))
	})
}

// isOfSource reports whether the phrase describes who tells of the event: unconfirmed
// reports said that nine men had died.
func isOfSource(r *reading.Reading, phrase article.Span, e *event.Event) bool {
	return slices.ContainsFunc(r.AttributionIndex().Covering(e.Trigger), func(a *attribution.Attribution) bool {
		return a.Source.Group != nil && a.Source.Group.Contains(phrase) && a.Sentence == e.Sentence.Index
	})
}

// isOver reports whether a phrase stands in one of the event's clauses or in a
// clause above it.
func isOver(phrase article.Span, e *event.Event) bool {
	return e.AnyAbove(func(c *lang.Clause) bool { return c.Span.Overlaps(phrase) || c.Verb != nil && c.Verb.Overlaps(phrase) })
}

// isOfNoun reports whether the phrase only describes a noun that is not the
// event's doer: who arrests suspected rebels does arrest them.
func isOfNoun(phrase article.Span, e *event.Event) bool {
	for _, g := range e.Sentence.Nouns {
		if !g.Contains(phrase) || e.Trigger.Overlaps(g.Span) {
			continue
		}
		return !slices.ContainsFunc(e.Actors, func(a event.Filler) bool { return a.Group.Overlaps(phrase) })
	}
	return false
}
