package role

import (
	"slices"

	"sitrep/extract/lang"
)

// judges reports whether a group is who only speaks or thinks of an act that others did and
// that an event noun names: [the party] called the raid a massacre; but not called a strike.
func (f *frame) judges(g *lang.NounGroup) bool {
	noun, p := f.Clause.Group, f.Clause.Parent
	if noun == nil || p == nil || p.Predicate.Voice == lang.Passive || !slices.Contains(f.reading.Rules.Grammar.Judging, p.Predicate.Lemma) {
		return false
	}
	if noun.Det != "the" && noun.Det != "this" && noun.Possessor == nil && p.Arg(lang.Indirect) != noun {
		return false
	}
	s := p.Arg(lang.Subject)
	return s != nil && (s == g || slices.Contains(s.Conjuncts, g))
}
