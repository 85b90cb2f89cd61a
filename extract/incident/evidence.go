package incident

import (
	"slices"
	"strings"

	"sitrep/extract/record"
	"sitrep/extract/weigh"
)

// evidence appends what speaks for and against an account telling the incident.
func (h *happening) evidence(e weigh.Evidence, b account, near nearest) weigh.Evidence {
	h.compareReference(&e, b, near)
	h.compareActs(&e, b)
	h.comparePlaces(&e, b)
	h.compareDays(&e, b)
	h.compareDead(&e, b)
	h.compareParties(&e, b)
	h.compareTogether(&e, b)
	h.compareNumber(&e, b)
	return e
}

// compareTogether adds what says more together than each alone: other dead at another
// place; a denial at the same place.
func (h *happening) compareTogether(e *weigh.Evidence, b account) {
	a := h.members[0]
	place := !b.elsewhere && !a.elsewhere && !placesAgree(a.Record, b.Record) && !h.isPointedToBy(b)
	kind := !h.has(func(m account) bool { return m.SubEventType == b.SubEventType })
	dead := len(b.dead) > 0 && len(h.dead()) > 0 && !h.hasToll(b)
	e.If(place && dead, "other dead at another place")
	e.If(kind && dead, "other dead of another type")
	e.If(place && kind, "another type at another place")
	if b.Modality == record.Negated && a.Modality != record.Negated {
		e.If(!place && !kind, "a denial of the type")
		e.If(b.disclaimed, "denies a hand in it")
		e.If(h.has(func(m account) bool { return samePlace(m.Record, b.Record) && sameDay(m.Record, b.Record) }), "a denial, of the place and day")
	}
}

// dead returns the figures of the killed of the first account that has some.
func (h *happening) dead() []record.Casualty {
	for _, m := range h.members {
		if len(m.dead) > 0 {
			return m.dead
		}
	}
	return nil
}

// compareReference adds how the account speaks of what was told, and how far back
// the incident is.
func (h *happening) compareReference(e *weigh.Evidence, b account, near nearest) {
	first, last := h.members[0], h.members[len(h.members)-1]
	apart := b.Evidence.Sentence - last.Evidence.Sentence
	switch {
	case apart == 0:
		e.Add("told in the same sentence")
	case apart == 1:
		e.Add("told in the sentence before")
	case apart <= 3:
		e.Add("told two or three sentences before")
	case apart > 8:
		e.Add("told long before")
	}
	e.If(isLead(first.Record), "the text begins with it")
	e.If(isLead(first.Record) && b.Evidence.Sentence <= leadReach, "the text begins with it, just now")
	e.If(h == near.any, "the last told")
	e.If(h == near.any && b.Modality == record.Negated, "a denial, the last told")
	e.If(h == near.ofType, "the last told of its type")
	if b.anaphoric {
		e.Add("points back")
		e.If(h == near.any, "points back, the last told")
		e.If(isLead(first.Record), "points back, the text begins with it")
		e.If(h.has(func(m account) bool { return m.Trigger.Lemma == b.Trigger.Lemma }), "points back by the same word")
	}
	if b.one || b.newDoer {
		e.If(b.one, "one of a kind")
		e.If(b.newDoer, "by one of a kind")
		e.If(!isLead(first.Record) || b.Evidence.Sentence > leadReach, "one of a kind, far from the beginning")
		e.If(len(b.dead) > 0 && len(h.dead()) > 0 && apart > 0 && !h.hasToll(b), "one of a kind, with other dead")
	}
	e.If(len(h.members) > 2, "told more than twice")
}

// compareActs adds whether the words for the act can mean one.
func (h *happening) compareActs(e *weigh.Evidence, b account) {
	a := h.members[0]
	same := h.has(func(m account) bool { return m.SubEventType == b.SubEventType })
	word := h.has(func(m account) bool { return stem(m.Trigger.Lemma) == stem(b.Trigger.Lemma) })
	vague := b.vague || h.has(func(m account) bool { return m.vague })
	violent := isViolent(a.Record) && isViolent(b.Record)
	switch {
	case same && isLoose(b.Record):
		e.If(word, "of the same loose type, by the same word")
		e.If(!word, "of the same loose type, by another word")
	case same:
		e.If(!violent, "of the same type, not violent")
		e.If(word, "of the same type, by the same word")
		e.If(!word && !vague, "of the same type, by another word")
		e.If(!word && vague, "of the same type, by a word for any act")
	case violent && vague:
		e.Add("violent, by a word for any act")
	case isForce(a.Record) && isForce(b.Record):
		e.Add("both of force")
	case violent:
		e.Add("violent, of another type")
	case isDeadly(a.Record) && isDeadly(b.Record):
		e.Add("deadly, of another type")
	}
	e.If(a.goesOn != b.goesOn, "one goes on for days")
	e.If(!same && a.goesOn != b.goesOn && (len(h.dead()) > 0) != (len(b.dead) > 0), "one goes on for days, the other tells of dead")
	e.If(h.isOneActWith(b), "done in one act")
	e.If(h.has(func(m account) bool { return takeOnePlace(m.Record, b.Record) }), "takes the same place")
	if b.Modality == record.Negated || a.Modality == record.Negated {
		e.Add("a denial")
		e.If(a.Modality != b.Modality, "a denial of what was told")
		e.If(violent, "a denial of violence")
	}
	e.If(a.many, "many")
}

// comparePlaces adds whether the places can be one.
func (h *happening) comparePlaces(e *weigh.Evidence, b account) {
	a := h.members[0]
	same := h.has(func(m account) bool { return samePlace(m.Record, b.Record) })
	taken := b.elsewhere || a.elsewhere
	switch {
	case same && taken:
		e.Add("at the same place, taken over")
	case same:
		e.Add("at the same place")
	case len(b.Locations) == 0 || len(a.Locations) == 0:
		e.Add("at no place")
	case placesAgree(a.Record, b.Record):
		e.Add("at a place around")
	case taken:
		e.Add("at another place, taken over")
	case !h.isPointedToBy(b):
		e.Add("at another place")
	}
}

// compareDays adds whether the days can be one.
func (h *happening) compareDays(e *weigh.Evidence, b account) {
	var dated account // the surest that has a day
	for _, m := range h.members {
		if isDated(m.Record) && (dated.Record == nil || dated.Time.Inherited && !m.Time.Inherited) {
			dated = m
		}
	}
	switch {
	case h.has(func(m account) bool { return nameOneDay(m.Record, b.Record) }):
		e.Add("on the same day")
	case dated.Record == nil || !isDated(b.Record):
		e.Add("on no day")
	case sameDay(dated.Record, b.Record):
		e.If(!dated.Time.Inherited && !b.Time.Inherited, "on the same day")
		e.If(dated.Time.Inherited || b.Time.Inherited, "on the same day, taken over")
	case daysAgree(dated.Record, b.Record):
		e.Add("on days that meet")
	case dated.Time.Inherited || b.Time.Inherited:
		e.Add("on another day, taken over")
	case daysApart(dated.Record, b.Record) == 1:
		e.Add("on the day before or after")
	default:
		e.Add("on another day")
	}
}

// compareDead adds whether the dead can be the same.
func (h *happening) compareDead(e *weigh.Evidence, b account) {
	if len(b.dead) == 0 {
		e.If(h.has(func(m account) bool { return len(m.dead) > 0 }), "tells of none of its dead")
		return
	}
	if !h.has(func(m account) bool { return len(m.dead) > 0 }) {
		e.Add("tells of dead, the first")
		return
	}
	same := canBeCounted(b.Record) && h.hasToll(b)
	unlike := h.has(func(m account) bool { return contradicts(m.Record, b.Record) })
	few := boundsOf(b.Record).min < fewestTold
	total := slices.ContainsFunc(b.dead, isTotal) || h.hasRisenFrom(b)
	most := 0
	for _, m := range h.members {
		most = max(most, boundsOf(m.Record).max)
	}
	e.If(same && (daysAgree(h.members[0].Record, b.Record) || isUndated(h.members[0].Record) || isUndated(b.Record)), "tells of as many dead, on no other day")
	switch {
	case same && few:
		e.Add("tells of as many dead, a few")
	case same:
		e.Add("tells of as many dead")
	case total:
		e.Add("tells of another toll")
	case h.has(b.mayBeDeadOf):
		e.Add("tells of about as many dead")
	case tellsOne(b.Record) && most > 1:
		e.Add("tells of one dead, it of more")
		e.If(b.vague, "tells of one dead, it of more, by a word for any act")
	case unlike:
		e.Add("tells of dead that contradict")
	default:
		e.Add("tells of other dead")
		e.If(boundsOf(b.Record).min > most, "tells of more dead")
		e.If(b.anaphoric, "tells of other dead, points back")
		e.If(b.vague, "tells of other dead, by a word for any act")
		e.If(hasOwnTime(b.Record), "tells of other dead, with a day of its own")
		e.If(isLead(h.members[0].Record), "tells of other dead, the text begins with it")
	}
	e.If(isLater(b.Record), "tells who died later")
	e.If(h.isLeadOf(b), "the text begins with it and so many dead")
	e.If(!same && h.has(func(m account) bool { return tellUnlikeDead(m.Record, b.Record) }), "tells of dead of another kind")
}

// compareParties adds whether those who take part can be the same.
func (h *happening) compareParties(e *weigh.Evidence, b account) {
	e.If(h.has(func(m account) bool { return shareParty(m.Actors, b.Actors) }), "by the same")
	e.If(h.has(func(m account) bool { return !partiesAgree(m.Actors, b.Actors) }), "by others")
	e.If(h.has(func(m account) bool { return shareParty(m.Targets, b.Targets) }), "against the same")
	e.If(h.has(func(m account) bool { return !partiesAgree(m.Targets, b.Targets) }), "against others")
	e.If(h.has(func(m account) bool { return shareParty(m.Actors, b.Targets) || shareParty(m.Targets, b.Actors) }), "by the other side")
}

// has reports whether any account of the incident holds.
func (h *happening) has(holds func(account) bool) bool {
	return slices.ContainsFunc(h.members, holds)
}

// shareParty reports whether two lists of parties have one in common, by id or words.
func shareParty(a, b []record.Party) bool {
	return slices.ContainsFunc(a, func(x record.Party) bool {
		return slices.ContainsFunc(b, func(y record.Party) bool {
			if x.ID == "" && y.ID == "" && (startOf(x) == startOf(y) || strings.EqualFold(lastWordOf(x), lastWordOf(y))) {
				return true
			}
			return x.ID != "" && x.ID == y.ID
		})
	})
}

// startOf returns where a party is named, or what its pronoun stands for.
func startOf(p record.Party) int {
	if p.Antecedent != nil {
		return p.Antecedent.Start
	}
	return p.Start
}

// lastWordOf returns the noun for a party, or for what its pronoun stands for.
func lastWordOf(p record.Party) string {
	if p.Antecedent != nil {
		return record.LastWord(p.Antecedent.Text)
	}
	return record.LastWord(p.Text)
}
