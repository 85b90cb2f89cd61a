package incident

import (
	"slices"

	"sitrep/extract/record"
	"sitrep/extract/weigh"
)

// killed returns the figures of the dead that a record gives as its own. They are not
// to be changed.
func killed(r *record.Record) []record.Casualty {
	n := 0
	for i := range r.Casualties {
		if isKilled(&r.Casualties[i]) {
			n++
		}
	}
	switch n {
	case 0:
		return nil
	case len(r.Casualties): // mostly; each is asked for again and again
		return slices.Clip(r.Casualties)
	}
	out := make([]record.Casualty, 0, n)
	for i := range r.Casualties {
		if c := &r.Casualties[i]; isKilled(c) {
			out = append(out, *c)
		}
	}
	return out
}

// isKilled reports whether a figure counts dead.
func isKilled(c *record.Casualty) bool { return c.Kind == "killed" && c.Min != nil }

// bounds are the fewest and most dead that a record tells of, and whether it may be
// more.
type bounds struct {
	min, max int
	open     bool
}

func boundsOf(r *record.Record) bounds {
	var out bounds
	for i := range r.Casualties {
		c := &r.Casualties[i]
		if !isKilled(c) {
			continue
		}
		out.min += *c.Min
		if c.Max != nil {
			out.max += *c.Max
		} else {
			out.max += *c.Min + *c.Min/4
			out.open = true
		}
	}
	return out
}

// tollsMeet reports whether the dead of two records can be the same ones: each gives
// more than one, and their bounds overlap, where an open one goes a quarter beyond
// the other.
func tollsMeet(a, b *record.Record) bool {
	x, y := boundsOf(a), boundsOf(b)
	if x.open != y.open { // over 70; around 70
		x.min, y.min = x.min-x.min/10, y.min-y.min/10
	}
	return x.min > 1 && y.min > 1 && x.min <= y.max && y.min <= x.max
}

// tellsOne reports whether a record tells of one dead and no more.
func tellsOne(r *record.Record) bool {
	ks := killed(r)
	return len(ks) == 1 && isOne(ks[0])
}

// contradicts reports whether the tolls of two records are of two happenings: one
// tells of one dead, the other of more, and neither sums up; or one source
// gives both and they differ.
func contradicts(a, b *record.Record) bool {
	x, y := killed(a), killed(b)
	if len(x) != 1 || len(y) != 1 || *x[0].Min == *y[0].Min {
		return false
	}
	if isTotal(x[0]) || isTotal(y[0]) || a.Modality != record.Actual || b.Modality != record.Actual {
		return false
	}
	return isOne(x[0]) != isOne(y[0]) || a.Source != nil && b.Source != nil && speakerOf(a.Source) == speakerOf(b.Source) && isExact(x[0]) && isExact(y[0])
}

// isTotal reports whether a figure is the toll so far, or was it before.
func isTotal(c record.Casualty) bool { return c.Toll == "total" || c.Toll == "former" }

// isOne reports whether a figure is of exactly one person.
func isOne(c record.Casualty) bool { return isExact(c) && *c.Min == 1 }

// isExact reports whether a figure has no range.
func isExact(c record.Casualty) bool { return c.Max != nil && *c.Max == *c.Min }

// sameToll reports whether two records tell of as many dead, of more than one.
func sameToll(a, b *record.Record) bool {
	for _, x := range killed(a) {
		for _, y := range killed(b) {
			if *x.Min == *y.Min && *x.Min > 1 && (isExact(x) || isExact(y)) {
				return true
			}
		}
	}
	return false
}

// isLater reports whether a record only tells of those who died of a happening
// told before, whatever the day: three more died in hospital, bringing the toll to nine.
func isLater(r *record.Record) bool {
	ks := killed(r)
	isNew := func(c record.Casualty) bool { return c.Toll == "new" }
	isOther := func(c record.Casualty) bool { return !isNew(c) && c.Toll != "total" }
	return slices.ContainsFunc(ks, isNew) && !slices.ContainsFunc(ks, isOther) && isToldAs("dying", r)
}

// fewestTold is the smallest number of dead by which an incident is known again.
const fewestTold = 4

// hasToll reports whether a member of the incident in another sentence tells of as
// many dead as r: of enough to tell one incident from another, or of victims of
// the same name or noun at a place that can be the same.
func (h *happening) hasToll(b account) bool {
	if len(b.dead) == 0 {
		return false // most accounts, and each is compared with all incidents
	}
	r := b.Record
	for _, m := range h.members {
		if len(m.dead) == 0 {
			continue
		}
		alike := m.EventType == r.EventType || m.vague || b.vague
		if m.Evidence.Sentence == r.Evidence.Sentence {
			continue
		}
		for _, x := range m.dead {
			for _, y := range b.dead {
				many := *x.Min >= fewestTold || sameVictims(x, y) && placesAgree(m.Record, r)
				if *x.Min == *y.Min && (isExact(x) || isExact(y) || alike && x.Max == nil && y.Max == nil && *x.Min >= fewestTold) && many {
					return true
				}
			}
		}
	}
	return false
}

// sameVictims reports whether two figures name their victims by one name or noun:
// a militant, one militant.
func sameVictims(a, b record.Casualty) bool {
	if a.Victims == nil || b.Victims == nil {
		return false
	}
	if a.Victims.ID != "" && b.Victims.ID != "" && a.Victims.ID != b.Victims.ID {
		return false
	}
	return record.LastWord(a.Victims.Text) == record.LastWord(b.Victims.Text)
}

// canBeCounted reports whether the dead of a record tell which incident it is of:
// the hostages who died are those who were killed.
func canBeCounted(r *record.Record) bool {
	return isDeadly(r) || r.EventType == "Violence against civilians" || len(killed(r)) > 0
}

// givesToll reports whether an account only gives the latest toll of what was told before: the
// death toll later rose to 31.
func givesToll(b account) bool {
	return b.anaphoric && len(b.dead) == 1 && isTotal(b.dead[0]) && isToldAs("toll", b.Record) && (len(b.Locations) == 0 || b.elsewhere)
}

// seesDead reports whether an account only tells how many of the dead somebody saw: a reporter saw
// seven bodies in the street.
func seesDead(b account) bool {
	return isToldAs("sight", b.Record) && len(b.dead) == 1 && b.dead[0].Victims != nil && isOfClass("anybody", record.LastWord(b.dead[0].Victims.Text)) &&
		(len(b.Locations) == 0 || b.elsewhere)
}

// lastWithFewer returns the incident with dead that was told last before an account, near by, if
// the account gives as many dead or up to twice as many, or nil.
func (g *grouping) lastWithFewer(b account) *happening {
	var out *happening
	for _, h := range g.all {
		last := h.members[len(h.members)-1]
		if last.Modality == record.Actual && last.Scope == b.Scope && b.Evidence.Sentence-last.Evidence.Sentence <= deadReach && len(h.dead()) > 0 && (out == nil || h.lastTold() > out.lastTold()) {
			out = h
		}
	}
	if out == nil {
		return nil
	}
	most := 0
	for _, m := range out.members {
		most = max(most, boundsOf(m.Record).min)
	}
	if n := *b.dead[0].Min; n < most || n > 2*most {
		return nil
	}
	return out
}

// lastAddedTo returns the incident of the sentence whose new dead the account adds up, or whose toll the
// new dead of the account lead to, or nil: found six more bodies in a house that a missile had hit, which
// took the number of dead to 31.
func (g *grouping) lastAddedTo(b account) *happening {
	i := slices.IndexFunc(g.all, func(h *happening) bool {
		m := h.members[len(h.members)-1]
		return m.Evidence.Sentence == b.Evidence.Sentence && m.Modality == record.Actual && m.Modality == b.Modality && m.Scope == b.Scope && (haveToll(m, "new") && haveToll(b, "total") || haveToll(m, "total") && haveToll(b, "new"))
	})
	if i < 0 {
		return nil
	}
	return g.all[i]
}

// haveToll reports whether all dead of an account are new ones, or a total.
func haveToll(a account, toll string) bool {
	return len(a.dead) > 0 && !slices.ContainsFunc(a.dead, func(c record.Casualty) bool { return c.Toll != toll || c.Scope == record.Aggregate })
}

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
