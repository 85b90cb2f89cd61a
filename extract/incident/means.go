package incident

import (
	"slices"

	"sitrep/extract/record"
	"sitrep/extract/rules"
	"sitrep/gazetteer"
)

// saysMeans reports whether the type of an account says by what means or against whom
// the act was: an explosion, fire from afar, force against a crowd.
func saysMeans(a account) bool {
	return a.EventType == "Explosions/Remote violence" || a.SubEventType == "Excessive force against protesters"
}

// shareMeans gives the records of an incident whose words leave the means open the
// means by which most others before them tell of it: the device blew up under his car; the group
// said that it was responsible for the attack.
func shareMeans(as []account) {
	tellings := map[string][]account{} // those so far that say what kind of act it was, by incident
	for _, a := range as {
		told := tellings[a.Incident]
		if !leavesMeansOpen(a) {
			if isViolent(a.Record) && a.Modality == record.Actual && (!a.vague || saysMeans(a)) {
				tellings[a.Incident] = append(told, a)
			}
			continue
		}
		if t := meansOf(told); t != "" && slices.ContainsFunc(told, func(b account) bool { return b.SubEventType == t && mayBeBy(a, b) }) {
			a.SubEventType, a.EventType = t, rules.EventType(t)
		}
	}
}

// mayBeBy reports whether those who do it in one account may be those who do in
// another: not the police, who shot the bombers; not rebels, where troops shelled.
func mayBeBy(a, b account) bool {
	if len(a.Actors) == 0 || len(b.Actors) == 0 {
		return !isByState(a)
	}
	return isByState(a) == isByState(b) && partiesAgree(a.Actors, b.Actors)
}

// leavesMeansOpen reports whether an account tells of an act of force without
// saying by what means.
func leavesMeansOpen(a account) bool {
	return (a.result || (a.vague || a.anaphoric) && isToldAs("act", a.Record)) && (a.SubEventType == "Attack" || a.SubEventType == "Armed clash") && len(a.Weapons) == 0
}

// isByState reports whether the forces of a state or of several are the doers.
func isByState(a account) bool {
	return slices.ContainsFunc(a.Actors, func(p record.Party) bool {
		return p.Kind == gazetteer.KindStateForces || p.Kind == gazetteer.KindExternalForces
	})
}

// meansOf returns the means that more than half of the accounts give, or "".
func meansOf(told []account) string {
	for _, a := range told {
		n := 0
		for _, b := range told {
			if b.SubEventType == a.SubEventType {
				n++
			}
		}
		if saysMeans(a) && 2*n > len(told) {
			return a.SubEventType
		}
	}
	return ""
}
