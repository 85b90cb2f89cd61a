package setting

import (
	"slices"
	"sort"

	"sitrep/extract/article"
	"sitrep/extract/attribution"
	"sitrep/extract/event"
	"sitrep/extract/lang"
	"sitrep/extract/mention"
	"sitrep/extract/rules"
)

// says reports whether a stretch of the text is among the words of a source.
func says(a *attribution.Attribution, span article.Span) bool {
	return slices.ContainsFunc(a.Content, func(c article.Span) bool { return c.Contains(span) })
}

// reportedFrom returns the places that the news of the event comes from, where
// no name of a speaker stands for it, as in "reports from Goma", "officials in
// Kivu say", and not "the mayor, Ana Ruiz, said".
func (f finder) reportedFrom(e *event.Event) []mention.Place {
	var out []mention.Place
	in := f.AttributionIndex().In(e.Sentence.Index)
	for i := range in {
		a := &in[i]
		from, ok := f.whereSourceEnds(e, a)
		if !ok || !says(a, e.Trigger) {
			continue
		}
		for _, h := range e.Sentence.Nouns {
			if h.Start < from || h.End > a.Cue.Start || h == a.Source.Group.Apposition || f.isHospital(h) || f.isWhereSourceWent(a.Source.Group, h) {
				continue
			}
			ps := f.PlacesIn(h)
			if len(ps) == 0 && h.Proper && h != a.Source.Group.Apposition && !isBetweenCommas(h) && !isPossessor(h) && f.namesPlace(e, h, introduced) {
				ps = []mention.Place{f.unlisted(h)}
			}
			for _, p := range ps {
				if !overlapsAny(out, p) {
					out = append(out, p)
				}
			}
		}
	}
	return narrowFirst(out)
}

// isBetweenCommas reports whether a group stands between commas, as a person's name does: our
// correspondent in Stepanakert, [Lusine Avagyan], reports.
func isBetweenCommas(g *lang.NounGroup) bool {
	ts := g.Sentence.Tokens
	return ts.Tagged(g.First-1, ",") && ts.Tagged(g.Last+1, ",")
}

// isWhereSourceWent reports whether a group stands in a relative clause that tells where a
// source has gone, and not where the news is from, or gives the source its name: refugees who
// reached Taloqan said; a carpenter named Emile said.
func (f finder) isWhereSourceWent(source, h *lang.NounGroup) bool {
	w := &f.Rules.Grammar
	return slices.ContainsFunc(source.Relative, func(c *lang.Clause) bool {
		if c.Kind == lang.Participle && c.Predicate.Voice == lang.Passive && c.Arg(lang.Object) == h {
			return true // a carpenter named Emile
		}
		return c.Kind == lang.Finite && slices.ContainsFunc(c.Args, func(x lang.Arg) bool {
			switch {
			case x.Group != h || x.Shared:
				return false
			case x.Function == lang.Oblique:
				return (x.Prep == "to" || slices.Contains(w.Into, x.Prep)) && slices.Contains(w.Moving, c.Predicate.Lemma)
			}
			return slices.Contains(w.Entering, c.Predicate.Lemma)
		})
	})
}

// whereSourceEnds returns the offset from which the words between a source and
// its cue may say where the news comes from. It reports false where the source
// is a name, or stands in another sentence or behind its cue.
func (f finder) whereSourceEnds(e *event.Event, a *attribution.Attribution) (int, bool) {
	g := a.Source.Group
	if g == nil || a.Cue.Start < g.End {
		return 0, false
	}
	if f.IsPlace(g) && (f.FirstPlaceIn(g) == nil || f.PlaceIn(g) != nil) {
		return g.Start, true // the reports are from this very place
	}
	if g.Proper || g.Pronoun || !slices.Contains(f.Rules.Grammar.Documents, g.Lemma) && !f.Class(g).Is(rules.Person|rules.Police) {
		return 0, false
	}
	return g.Sentence.Tokens[g.Last].End, true
}

// siteHit returns the named place that "it" stands for among the targets of an
// act on facilities, as in "moved towards the base and shelled it": the nearest
// before it, where that is in its sentence; else nil.
func (f finder) siteHit(e *event.Event) *mention.Place {
	role := e.Rule.Roles.Target
	if role == nil || !slices.Contains(role.Kinds, "facility") {
		return nil
	}
	places := f.Places()
	for _, t := range e.Targets {
		if c := f.Class(t.Group); !t.Group.Pronoun || t.Group.Lemma != "it" || c.Is(rules.Person) && !c.Is(rules.Group) {
			continue
		}
		for k := sort.Search(len(places), func(k int) bool { return places[k].Start >= t.Group.Start }) - 1; k >= 0; k-- {
			p := &places[k]
			if p.End > t.Group.Start || !p.Located || p.Use != mention.UsePlace || p.Kind == "country" {
				continue
			}
			if !e.Sentence.Contains(p.Span) {
				return nil
			}
			if of := e.Sentence.InnermostGroup(p.Start); of != nil && !p.Head.Overlaps(of.Sentence.Tokens[of.Head].Span) && f.Class(of).Is(rules.Force|rules.Person|rules.Group) {
				continue // the Jubaland militias left the village, and the army captured it
			}
			return p
		}
	}
	return nil
}
