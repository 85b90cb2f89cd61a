package incident

import (
	"slices"

	"sitrep/extract/reading"
	"sitrep/extract/record"
	"sitrep/extract/telling"
)

// Group gives every telling's record its incident, and what the tellings of an
// incident know of each other: its day where only others say it, and its
// status. With explicit set no day is shared. The tellings are in text order and
// have their records.
func Group(r *reading.Reading, ts []*telling.Telling, explicit bool) {
	if len(ts) == 0 {
		return
	}
	as := make([]account, len(ts))
	for i, t := range ts {
		as[i] = account{
			Record: t.Record, vague: t.Vague(), hedged: t.Hedged, paragraph: t.Event.Sentence.Paragraph,
			another: t.Another, anaphoric: t.Anaphoric && t.OwnDate() == nil, elsewhere: t.PlaceFrom != nil,
			many: t.Many, one: t.One, disclaimed: t.Disclaimed,
		}
	}
	group(as)
	if !explicit {
		shareDays(as)
	}
	settle(as, doubt{unverified: unverified(r), rejected: rejections(r), related: r.Related})
}

// account is a record and what the text says of its telling beside it.
type account struct {
	*record.Record
	vague      bool // its words leave the kind of act open: were killed, the attack
	hedged     bool // reportedly, purports
	paragraph  int
	another    bool // the text says that it is not told before: in another attack
	anaphoric  bool // it points back: the attack
	elsewhere  bool // its place is that of another telling
	many       bool // it is named by a plural: the raids
	one        bool // it is named as one of a kind: a raid
	disclaimed bool // its source only denies a hand in it

	dead []record.Casualty // the figures of the killed
}

// group gives every record its incident: records of the same kind of act at
// the same place and day, whose tolls and parties do not contradict each other.
// A vague record may tell a happening of another type.
func group(as []account) {
	var all []*happening
	for _, a := range as {
		a.Incident, a.dead = "", killed(a.Record)
		if h := teller(all, a); h != nil {
			h.members = append(h.members, a)
			a.Incident = h.members[0].Incident
		}
		if a.Incident == "" {
			a.Incident = a.ID + "-i"
			all = append(all, &happening{members: []account{a}})
		}
	}
}

// teller returns the last incident that the account tells, or nil: first one with
// its very toll, which is a surer sign than nearness.
func teller(all []*happening, a account) *happening {
	var negated *happening // a denial is of what others tell, before it is of another denial
	for _, tells := range []func(*happening, account) bool{(*happening).isCountedBy, (*happening).isToldBy} {
		for k := len(all) - 1; k >= 0; k-- {
			switch {
			case !tells(all[k], a):
			case a.Modality == record.Negated && all[k].isNegated():
				if negated == nil {
					negated = all[k]
				}
			default:
				return all[k]
			}
		}
	}
	return negated
}

// isNegated reports whether nobody but those who deny it tells the incident.
func (h *happening) isNegated() bool {
	return !slices.ContainsFunc(h.members, func(m account) bool { return m.Modality != record.Negated })
}

// happening is one incident: the accounts that tell it.
type happening struct{ members []account }

// isCountedBy reports whether an account tells of the very dead of the incident: as
// many, which twice would be chance, or the same few.
func (h *happening) isCountedBy(b account) bool {
	a := h.members[0]
	if !modalitiesAgree(a.Record, b.Record) || a.Scope != b.Scope || b.another && !h.isOf(b.Evidence.Sentence) {
		return false
	}
	return canBeCounted(a.Record) && canBeCounted(b.Record) && (daysAgree(a.Record, b.Record) || isUndated(a.Record) || isUndated(b.Record) || h.hasTellingToll(b)) && h.hasToll(b)
}

// isToldBy reports whether an account tells the incident: it fits the first
// account of it, and no toll of it contradicts.
func (h *happening) isToldBy(b account) bool {
	a := h.members[0]
	if !modalitiesAgree(a.Record, b.Record) || a.Scope != b.Scope || b.another && !h.isOf(b.Evidence.Sentence) {
		return false
	}
	if isDeadly(a.Record) && isDeadly(b.Record) && isLater(b.Record) && h.isWithin(1, b.Evidence.Sentence) {
		return true
	}
	if h.isApartFrom(b) {
		return false
	}
	if isLead(a.Record) && h.isLeadOf(b) {
		return true
	}
	if h.isResultOf(b) || h.isNamedBy(b) || h.isOfOnePerson(b) || h.isOneActWith(b) || takeOnePlace(a.Record, b.Record) || isOneAgreement(a, b) {
		return true
	}
	if !h.agreesWith(b) {
		return false
	}
	if b.anaphoric && isDeadly(a.Record) && isDeadly(b.Record) && h.isWithin(antecedentReach, b.Evidence.Sentence) {
		return true
	}
	if a.SubEventType == b.SubEventType {
		return !isLoose(a.Record) || sharesActOrParty(a.Record, b.Record)
	}
	return h.isToldInOtherWordsBy(b)
}

// leadReach is how many sentences after the headline the text still tells the same.
const leadReach = 3

// isLeadOf reports whether the headline, or the first sentence of a text without
// one, tells an account in other words: its very toll in the same type, or near by
// a toll that its own rough one may be, as in "Scores killed in Gao raid" and "killed
// at least 43 people".
func (h *happening) isLeadOf(b account) bool {
	a := h.members[0]
	if !daysAgree(a.Record, b.Record) && !isUndated(a.Record) && !isUndated(b.Record) || a.Modality != b.Modality {
		return false
	}
	if slices.ContainsFunc(h.members, func(m account) bool { return namesOtherDay(m.Record, b.Record) }) {
		return false
	}
	if a.SubEventType == b.SubEventType && sameToll(a.Record, b.Record) {
		return true
	}
	if isViolent(a.Record) && b.Trigger.Lemma == "attack" && isGeneral(b) && b.Evidence.Sentence <= leadReach && samePlace(a.Record, b.Record) && contradictsNothing(a.Record, b.Record) {
		return true
	}
	return b.Evidence.Sentence <= leadReach && isDeadly(a.Record) && isDeadly(b.Record) && tollsMeet(a.Record, b.Record)
}

// isResultOf reports whether an account only tells what came of the incident that
// its sentence tells, whatever place it was given from elsewhere: a bomb wrecked
// the court in Siirt; five guards died.
func (h *happening) isResultOf(b account) bool {
	m := h.members[len(h.members)-1]
	return b.vague && b.elsewhere && m.Evidence.Sentence == b.Evidence.Sentence && isViolent(m.Record) && isDeadly(b.Record) && len(killed(m.Record)) == 0
}

// agreesWith reports whether place, parties, days and tolls of an account
// contradict nothing that was told of the incident.
func (h *happening) agreesWith(b account) bool {
	a := h.members[0]
	return (placesAgree(a.Record, b.Record) || h.isPointedToBy(b)) && partiesAgree(a.Actors, b.Actors) &&
		!slices.ContainsFunc(h.members, func(m account) bool { return !daysAgree(m.Record, b.Record) || contradicts(m.Record, b.Record) })
}

// isToldInOtherWordsBy reports whether an account of another type tells the
// incident, as in "a suicide bombing" and "the attack".
func (h *happening) isToldInOtherWordsBy(b account) bool {
	a := h.members[0]
	if !isViolent(a.Record) && !(isDeadly(a.Record) && b.vague) || !isViolent(b.Record) {
		return false
	}
	return slices.ContainsFunc(h.members, func(m account) bool { return agreeInOtherWords(m, b) }) ||
		b.Modality == record.Negated && samePlace(a.Record, b.Record) && sameDay(a.Record, b.Record)
}

// isOf reports whether the incident is told for the first time in the sentence.
func (h *happening) isOf(sentence int) bool { return h.members[0].Evidence.Sentence == sentence }

// antecedentReach is how many sentences back "the attack" finds the happening that
// it points to by its nearness alone.
const antecedentReach = 2

// isWithin reports whether the incident is told in the sentence or at most n
// sentences before it.
func (h *happening) isWithin(n, sentence int) bool {
	return h.members[len(h.members)-1].Evidence.Sentence >= sentence-n
}

// agreeInOtherWords reports whether two violent accounts of different types
// tell one happening: one of them names no kind of act of its own, or an unlike
// word for it comes with the very toll.
func agreeInOtherWords(a, b account) bool {
	vague := a.vague || b.vague
	if isToldAs("offensive", a.Record) != isToldAs("offensive", b.Record) && (len(killed(a.Record)) > 0) != (len(killed(b.Record)) > 0) && !a.anaphoric && !b.anaphoric {
		return false // civilians were killed; the offensive goes on
	}
	if vague && isForce(a.Record) && isForce(b.Record) {
		return true
	}
	if vague && sameDay(a.Record, b.Record) && samePlace(a.Record, b.Record) {
		return true
	}
	return sameToll(a.Record, b.Record) && (vague || sameDay(a.Record, b.Record))
}
