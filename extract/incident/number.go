package incident

import (
	"slices"

	"sitrep/extract/record"
	"sitrep/extract/weigh"
)

// compareNumber adds whether the account tells of one happening or of several, and by
// what means.
func (h *happening) compareNumber(e *weigh.Evidence, b account) {
	a := h.members[0]
	e.If(b.many && !a.many && !b.anaphoric, "many, it one")
	e.If(len(b.Weapons) > 0 && len(a.Weapons) > 0 && !shareWeapon(a.Record, b.Record), "with another weapon")
}

// shareWeapon reports whether two records name one kind of weapon.
func shareWeapon(a, b *record.Record) bool {
	return slices.ContainsFunc(a.Weapons, func(x record.Weapon) bool {
		return slices.ContainsFunc(b.Weapons, func(y record.Weapon) bool { return x.Name != "" && x.Name == y.Name })
	})
}
