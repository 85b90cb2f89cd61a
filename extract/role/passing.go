package role

import (
	"slices"

	"sitrep/extract/event"
	"sitrep/extract/lang"
	"sitrep/extract/reading"
	"sitrep/extract/rules"
)

// proposedPassers returns those who came by when a bomb went off that is told to have hit
// nobody else: it exploded when [a patrol] was passing; [a truck] was on its way when a
// mine went off.
func proposedPassers(r *reading.Reading, e *event.Event) []event.Filler {
	if rules.EventType(e.Type) != "Explosions/Remote violence" {
		return nil
	}
	for _, c := range e.Sentence.Clauses {
		g := c.Arg(lang.Subject)
		if g == nil || !isTimeOf(c, e) || !slices.Contains(r.Rules.Grammar.Passing, c.Predicate.Lemma) || c.Predicate.Negated || holds(e.Actors, g) || holdsWeapon(e, g) {
			continue
		}
		var out []event.Filler
		for _, m := range append([]*lang.NounGroup{g}, g.Conjuncts...) {
			if k := r.Class(m); !m.Pronoun && k.Is(rules.State|rules.Vehicle|rules.Post|rules.Carrier) && !k.Is(rules.Weapon|rules.Place) {
				out = append(out, event.Filler{Group: m, Class: k, Via: "passing"})
			}
		}
		return out
	}
	return nil
}

// isTimeOf reports whether a clause with another subject says when an event was: by a
// clause with when or as on that of the event, or the other way round.
func isTimeOf(c *lang.Clause, e *event.Event) bool {
	own := func(x *lang.Clause) bool {
		return x != nil && (slices.Contains(e.Clauses, x) || e.Clause.Predicate.Noun && x == e.Clause.Parent)
	}
	if own(c) {
		return false
	}
	if c.Link == lang.Adverbial && c.Occasion() && !c.Earlier() && own(c.Parent) {
		return true
	}
	return slices.ContainsFunc(e.Sentence.Clauses, func(x *lang.Clause) bool {
		return own(x) && x.Link == lang.Adverbial && x.Occasion() && !x.Earlier() && x.Parent == c
	})
}
