package event

import (
	"slices"

	"sitrep/extract/lang"
	"sitrep/extract/rules"
)

// fill returns the groups that fill a role: those of the first of its functions
// that has any of the right kind. Groups before an event noun fill it only where no
// other does. The second result is false where a required role stays empty.
func (f *finder) fill(r *rules.Role, slots []slot, taken []Filler) ([]Filler, bool) {
	if r == nil {
		return nil, true
	}
	mask := r.Mask()
	for _, weak := range []bool{false, true} {
		for _, function := range r.Functions {
			var out []Filler
			for _, s := range slots {
				if s.function != function || s.weak != weak || f.fillsNone(s) || isTaken(taken, s.group) || isTaken(out, s.group) {
					continue
				}
				if class := f.class(s.group); canFill(class, mask) || s.told && canDo(class, s.group) {
					out = append(out, Filler{Group: s.group, Class: class, Via: function})
				}
			}
			if out != nil {
				return f.withCoordinated(out, slots, taken), true
			}
		}
	}
	return nil, !r.Required
}

// fillsNone reports whether a slot fills no role: a time, each other, in another incident.
func (f *finder) fillsNone(s slot) bool {
	return s.group.Time || s.group.IsReciprocal() || f.isOccurrence(s)
}

// isOccurrence reports whether a slot is a word for what happened: exploded [in another
// incident].
func (f *finder) isOccurrence(s slot) bool {
	return s.function == "in" && contains(f.set.Grammar.Occurrences, s.group.Lemma)
}

// withCoordinated returns the fillers and the groups that are coordinated with
// them, whatever their kind: in "two pump jacks and an excavator were destroyed"
// both were.
func (f *finder) withCoordinated(out []Filler, slots []slot, taken []Filler) []Filler {
	whole := map[*lang.NounGroup]bool{}
	for _, x := range out {
		whole[firstOf(x.Group)] = true
	}
	for _, s := range slots {
		if s.function != out[0].Via || !whole[firstOf(s.group)] || s.group.Time || isTaken(taken, s.group) || isTaken(out, s.group) {
			continue
		}
		if class := f.class(s.group); !class.Is(rules.Abstract | rules.Nature) {
			out = append(out, Filler{Group: s.group, Class: class, Via: s.function})
		}
	}
	slices.SortStableFunc(out, func(a, b Filler) int { return a.Group.Start - b.Group.Start })
	return out
}

// firstOf returns the first group of the coordination that g belongs to.
func firstOf(g *lang.NounGroup) *lang.NounGroup {
	for g.Coordinated != nil {
		g = g.Coordinated
	}
	return g
}

// canFill reports whether a group of class c can fill a role of the kinds in mask.
// A role without kinds takes any group. A car bomb is no carrier of its own.
func canFill(c, mask rules.Class) bool {
	if c.Is(rules.Weapon) && c&^(rules.Weapon|rules.Carrier|rules.Thing) == 0 && !mask.Is(rules.Weapon) {
		return mask == 0
	}
	return mask == 0 || c.Is(mask) || c == 0 && mask.Is(rules.Unknown)
}

// canDo reports whether those of whom it is said that they did something can have
// done it: people, an armed side, a name that nobody knows.
func canDo(c rules.Class, g *lang.NounGroup) bool {
	return c.Is(agent|rules.Person) || c == 0 && g.Proper || g.Pronoun
}

// isTaken reports whether the group fills a role among taken.
func isTaken(taken []Filler, g *lang.NounGroup) bool {
	return slices.ContainsFunc(taken, func(t Filler) bool { return t.Group == g })
}
