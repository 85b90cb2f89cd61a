package event

import (
	"slices"

	"sitrep/extract/lang"
	"sitrep/extract/rules"
)

// absorb makes o a part of k, or of what k itself is a part of: its clauses, and
// its actors and targets where k has none.
func (k *candidate) absorb(o *candidate) {
	for k.into != nil {
		k = k.into
	}
	if k == o || !k.canTakeOver(o) {
		return
	}
	o.merged, o.into = true, k
	k.Clauses = append(k.Clauses, o.Clauses...)
	if k.isFoughtWithKiller(o) {
		k.Actors, k.Targets = k.Targets, nil
	}
	if len(k.Targets) == 0 || o.Rule.Result && k.victims {
		k.victims = o.Rule.Result
		k.addTargets(o)
	}
	if k.isSubjectOfFurtherAct(o) {
		k.addTargets(o)
	}
	if len(k.Actors) == 0 {
		k.Actors = notIn(o.Actors, k.Targets)
		if o.Rule.Result {
			k.Actors = onlyAgents(k.Actors)
		}
	}
	k.slots = append(k.slots, o.slots...)
}

// canTakeOver reports whether k is as likely an event as o: what is hardly one itself
// takes over none that is one.
func (k *candidate) canTakeOver(o *candidate) bool {
	return len(k.against) <= len(o.against) || k.alone >= o.alone
}

// isFoughtWithKiller reports whether the targets of a mutual act are those who
// brought about its result o, as in "killed in a clash with rebels".
func (k *candidate) isFoughtWithKiller(o *candidate) bool {
	return o.Rule.Result && k.Rule.Reciprocal && len(k.Actors) == 0 && o.Clause.Predicate.Voice == lang.Passive && len(k.Targets) > 0 && !k.victims
}

// isSubjectOfFurtherAct reports whether an event noun is the subject of the second
// of two verbs, each with a target of its own, as in "one strike hit a unit and
// destroyed a tunnel".
func (k *candidate) isSubjectOfFurtherAct(o *candidate) bool {
	g := k.Clause.Group
	return g != nil && !o.Clause.Predicate.Noun && o.Clause.Link == lang.Coordinate && o.Clause.Arg(lang.Subject) == g && len(k.Targets) > 0 && !k.victims
}

// addTargets adds the targets of o that k has in no role. It leaves out a group that only
// ranks one of them (becoming the third mayor killed), and a bare number beside targets of
// k's own: killing 47 people and wounding 163.
func (k *candidate) addTargets(o *candidate) {
	more := notIn(notIn(o.Targets, k.Actors), k.Targets)
	k.Targets = append(k.Targets, slices.DeleteFunc(more, func(f Filler) bool {
		return f.Group.IsRanked() || len(k.Targets) > 0 && f.Group.IsNumber()
	})...)
}

// hasAgent reports whether one of the actors can act of his own will, as in "jets
// hit posts, killing dozens".
func (k *candidate) hasAgent() bool {
	return slices.ContainsFunc(k.Actors, func(f Filler) bool {
		return f.Class.Is(rules.Force | rules.Government | rules.Crowd | rules.Carrier)
	})
}

// onlyAgents returns the fillers that can act of their own will.
func onlyAgents(fs []Filler) []Filler {
	var out []Filler
	for _, f := range fs {
		if f.Class.Is(rules.Force | rules.Government | rules.Crowd | rules.Carrier) {
			out = append(out, f)
		}
	}
	return out
}

// notIn returns the fillers that fill no role among taken and are no happenings
// themselves.
func notIn(fs, taken []Filler) []Filler {
	var out []Filler
	for _, f := range fs {
		if !isTaken(taken, f.Group) && !f.Class.Is(rules.Happening) {
			out = append(out, f)
		}
	}
	return out
}
