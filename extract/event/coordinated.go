package event

import (
	"sitrep/extract/lang"
	"sitrep/extract/rules"
)

// behindOf returns the groups that seem to be coordinated with what stands after "of" on
// a group, and are of the sort of the group itself, which that is not: a base of the army
// and [three checkpoints]; the mayor of Kot and [his driver].
func (f *finder) behindOf(head *lang.NounGroup) []*lang.NounGroup {
	var out []*lang.NounGroup
	for _, at := range head.Attached {
		if at.Prep != "of" || at.At != head.Last+1 {
			continue
		}
		for _, g := range at.Group.Conjuncts {
			if k := f.class(g); !g.Time && k&f.class(at.Group) == 0 && areAlike(k, f.class(head)) {
				out = append(out, g)
			}
		}
	}
	return out
}

// areAlike reports whether groups of two classes can be coordinated, the second first:
// buildings and vehicles can with things of any sort.
func areAlike(k, first rules.Class) bool {
	return k&first != 0 || k.Is(rules.Facility|rules.Vehicle|rules.Property) && !first.Is(rules.Force|rules.Person|rules.Crowd|rules.Government)
}
