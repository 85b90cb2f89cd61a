package event

import (
	"slices"

	"sitrep/extract/lang"
	"sitrep/extract/reading"
	"sitrep/extract/rules"
)

// IsWhereWorst reports whether a state that owns an event noun is only where it was worse than
// elsewhere or before: Kenya's deadliest attack, the country's worst massacre in years. Who strikes,
// or does it to somebody else, is the doer: Israel's deadliest strike, Russia's biggest attack on Kharkiv.
func IsWhereWorst(r *reading.Reading, c *lang.Clause, g *lang.NounGroup) bool {
	n := c.Group
	if n == nil || n.Possessor != g || !isSuperlative(n) || slices.Contains(r.Rules.Grammar.Striking, c.Predicate.Lemma) {
		return false
	}
	if k := r.Class(g); !k.Is(rules.Place|rules.Government) || k.Is(rules.Rebel|rules.Police) {
		return false
	}
	return !slices.ContainsFunc(n.Attached, func(at *lang.Attachment) bool {
		return (at.Prep == "on" || at.Prep == "against" || at.Prep == "of") && !at.Group.Time && r.Class(at.Group) != 0
	})
}

// isSuperlative reports whether a group names the most of its kind: the deadliest attack.
func isSuperlative(g *lang.NounGroup) bool {
	t := g.Sentence.Tokens
	for k := g.First; k < g.Head; k++ {
		if t.Tagged(k, "JJS", "RBS") || t.Is(k, "worst") {
			return true
		}
	}
	return false
}
