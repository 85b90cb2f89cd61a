package event

import (
	"slices"

	"sitrep/extract/lang"
	"sitrep/extract/reading"
	"sitrep/extract/rules"
)

// IsWhereWorst reports whether the state that owns an event noun with a superlative is only where
// the act was: Kenya's deadliest attack, the country's worst massacre in years. It is the doer of a
// strike, and of what is done to somebody: Israel's deadliest strike, Russia's biggest attack on
// Kharkiv.
func IsWhereWorst(r *reading.Reading, c *lang.Clause, g *lang.NounGroup) bool {
	n := c.Group
	if n == nil || n.Possessor != g || !hasSuperlative(n) || slices.Contains(r.Rules.Grammar.Striking, c.Predicate.Lemma) {
		return false
	}
	if k := r.Class(g); !k.Is(rules.Place|rules.Government) || k.Is(rules.Rebel|rules.Police) {
		return false
	}
	return !slices.ContainsFunc(n.Attached, func(at *lang.Attachment) bool {
		return leadsToVictim(at.Prep) && !at.Group.Time && r.Class(at.Group) != 0
	})
}

// leadsToVictim reports whether the group after a preposition behind an event noun is whom or what
// the act hit: an attack on a town, the killing of a judge.
func leadsToVictim(prep string) bool { return prep == "of" || prep == "on" || prep == "against" }
