package event

import "sitrep/extract/lang"

// appendAims appends at whom or what the weapon or the act that a group names was aimed:
// a bomb targeting a patrol exploded; a mine that targeted a colonel; a blast aimed at a
// convoy.
func (f *finder) appendAims(out []slot, g *lang.NounGroup) []slot {
	if g == nil {
		return out
	}
	for _, at := range g.Attached {
		if at.Prep == targeting && at.At == g.Last+1 {
			out = f.appendSlots(out, slot{function: targeting, group: at.Group})
		}
	}
	for _, c := range g.Relative {
		if x := f.aim(c); x != nil {
			out = f.appendSlots(out, slot{function: targeting, group: x})
		}
	}
	return out
}

// targeting is the preposition before those at whom something is aimed, and the function
// of them all.
const targeting = "targeting"

// aim returns at whom or what a relative clause says that something is aimed, or nil.
func (f *finder) aim(c *lang.Clause) *lang.NounGroup {
	if c.Predicate.Negated || !contains(f.set.Grammar.Aiming, c.Predicate.Lemma) {
		return nil
	}
	for _, a := range c.Args {
		if a.Function == lang.Object && c.Predicate.Voice == lang.Active || a.Function == lang.Oblique && (a.Prep == "at" || a.Prep == "against") {
			return a.Group
		}
	}
	return nil
}
