package incident

import (
	"iter"
	"slices"

	"sitrep/extract/record"
	"sitrep/extract/rules"
	"sitrep/gazetteer"
)

// saysMeans reports whether a type says by what means or against whom an act was: an
// explosion, fire from afar, force against a crowd.
func saysMeans(typ string) bool {
	return rules.EventType(typ) == "Explosions/Remote violence" || typ == "Excessive force against protesters"
}

// kinds are the tellings of an incident that say what kind of act it was.
type kinds struct {
	told   []account
	count  map[string]int // by type
	common string         // the type of most of them
}

func (k *kinds) add(a account) {
	if k.count == nil {
		k.count = map[string]int{}
	}
	k.told = append(k.told, a)
	k.count[a.SubEventType]++
	if k.count[a.SubEventType] > k.count[k.common] {
		k.common = a.SubEventType
	}
}

// means returns the means that more than half of the tellings give, or "".
func (k *kinds) means() string {
	if !saysMeans(k.common) || 2*k.count[k.common] <= len(k.told) {
		return ""
	}
	return k.common
}

// shareMeans gives a record whose words leave the means open those that most of the records
// of its incident before it tell: the device blew up under his car; the group said that it was
// responsible for the attack. What is named before as one of many takes those told behind it: died
// in an attack in Yala; a bomb hidden in a van went off.
func shareMeans(as []account) {
	takeMeans(slices.All(as), leavesMeansOpen)
	takeMeans(slices.Backward(as), func(a account) bool { return a.one && isOpenAct(a) })
}

// takeMeans gives the means of most accounts that come first to those of their incident that
// leave them open.
func takeMeans(as iter.Seq2[int, account], isOpen func(account) bool) {
	tellings := map[string]*kinds{} // so far, by incident
	for _, a := range as {
		k := tellings[a.Incident]
		if k == nil {
			k = &kinds{}
			tellings[a.Incident] = k
		}
		if !isOpen(a) {
			if isViolent(a.Record) && a.Modality == record.Actual && (!a.vague || saysMeans(a.SubEventType)) {
				k.add(a)
			}
			continue
		}
		if t := k.means(); t != "" && slices.ContainsFunc(k.told, func(b account) bool { return b.SubEventType == t && mayBeBy(a, b) }) {
			a.SubEventType, a.EventType = t, rules.EventType(t)
		}
	}
}

// mayBeBy reports whether two accounts may have the same doers. The police who shot the
// bombers did not set off the bomb; rebels do not shell where troops did.
func mayBeBy(a, b account) bool {
	if len(a.Actors) == 0 || len(b.Actors) == 0 {
		return !isByState(a)
	}
	return isByState(a) == isByState(b) && partiesAgree(a.Actors, b.Actors)
}

// leavesMeansOpen reports whether an account tells of an act of force without
// saying by what means.
func leavesMeansOpen(a account) bool {
	return isOpenAct(a) && (a.result || a.vague || a.anaphoric)
}

// isOpenAct reports whether an account tells an attack, or what came of one, and names no weapon.
func isOpenAct(a account) bool {
	return (a.result || isToldAs("act", a.Record)) && (a.SubEventType == "Attack" || a.SubEventType == "Armed clash") && len(a.Weapons) == 0
}

// isByState reports whether the forces of a state or of several are the doers.
func isByState(a account) bool {
	return slices.ContainsFunc(a.Actors, func(p record.Party) bool {
		return p.Kind == gazetteer.KindStateForces || p.Kind == gazetteer.KindExternalForces
	})
}
