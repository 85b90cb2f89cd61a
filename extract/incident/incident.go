package incident

import (
	"slices"
	"strings"

	"sitrep/extract/reading"
	"sitrep/extract/record"
	"sitrep/extract/telling"
	"sitrep/gazetteer"
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

// tellsOne reports whether a record tells of one dead and no more.
func tellsOne(r *record.Record) bool {
	ks := killed(r)
	return len(ks) == 1 && isOne(ks[0])
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

// bounds are the fewest and most dead that a record tells of, and whether it may be
// more.
type bounds struct {
	min, max int
	open     bool
}

func boundsOf(r *record.Record) bounds {
	var out bounds
	for _, c := range killed(r) {
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

// isLater reports whether a record only tells of those who died of a happening
// told before, whatever the day: three more died in hospital.
func isLater(r *record.Record) bool {
	ks := killed(r)
	for _, c := range ks {
		if c.Toll != "new" {
			return false
		}
	}
	return len(ks) > 0 && isDying[r.Trigger.Lemma]
}

// isDying has the verbs of those who die of what they suffered before.
var isDying = map[string]bool{"die": true, "succumb": true}

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

// tellingToll is the smallest number of dead that tells one happening from others
// though the days of its tellings are one apart.
const tellingToll = 10

// hasTellingToll reports whether an account told for the day before or after has the
// very toll of the incident: 23, but 20 only for the same type of act.
func (h *happening) hasTellingToll(b account) bool {
	return slices.ContainsFunc(h.members, func(m account) bool {
		if !isDated(m.Record) || !isDated(b.Record) || daysApart(m.Record, b.Record) > 1 || len(killed(m.Record)) == 0 {
			return false
		}
		n := *killed(m.Record)[0].Min
		return n >= tellingToll && (n%10 != 0 || m.SubEventType == b.SubEventType)
	})
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
	return lastWord(a.Victims.Text) == lastWord(b.Victims.Text)
}

func lastWord(s string) string { return strings.ToLower(s[strings.LastIndexByte(s, ' ')+1:]) }

// canBeCounted reports whether the dead of a record tell which incident it is of:
// the hostages who died are those who were killed.
func canBeCounted(r *record.Record) bool {
	return isDeadly(r) || r.EventType == "Violence against civilians" || len(killed(r)) > 0
}

// isDeadly reports whether people die of acts of the record's type.
func isDeadly(r *record.Record) bool {
	return isViolent(r) || r.EventType == "Riots" || r.SubEventType == "Excessive force against protesters"
}

// agreeInOtherWords reports whether two violent accounts of different types
// tell one happening: one of them names no kind of act of its own, or an unlike
// word for it comes with the very toll.
func agreeInOtherWords(a, b account) bool {
	vague := a.vague || b.vague
	if isOffensive(a.Record) != isOffensive(b.Record) && (len(killed(a.Record)) > 0) != (len(killed(b.Record)) > 0) && !a.anaphoric && !b.anaphoric {
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

// isLead reports whether a record is of the first sentence, which tells what the
// article goes on with.
func isLead(r *record.Record) bool { return r.Evidence.Sentence == 0 }

// modalitiesAgree reports whether two records can tell one happening: a denial
// denies what others tell as actual.
func modalitiesAgree(a, b *record.Record) bool {
	return (a.Modality == record.Actual) == (b.Modality == record.Actual) || a.Modality == record.Negated || b.Modality == record.Negated
}

// isLoose reports whether records of the type need tell nothing of one another: a
// type without a kind of act.
func isLoose(r *record.Record) bool {
	return r.SubEventType == "Other" || r.SubEventType == "Agreement"
}

// sharesActOrParty reports whether two records name the act by the same word or
// share somebody who takes part.
func sharesActOrParty(a, b *record.Record) bool {
	if a.Trigger.Lemma == b.Trigger.Lemma {
		return true
	}
	for _, x := range slices.Concat(a.Actors, a.Targets) {
		for _, y := range slices.Concat(b.Actors, b.Targets) {
			if x.ID != "" && x.ID == y.ID {
				return true
			}
		}
	}
	return false
}

// isForce reports whether the record tells of force without the means: a fight or
// an attack, which one text calls by either name.
func isForce(r *record.Record) bool {
	return r.SubEventType == "Armed clash" || r.SubEventType == "Attack"
}

// isViolent reports whether the record tells an act that people die of, so that
// another word may stand for it.
func isViolent(r *record.Record) bool {
	return isForce(r) || r.EventType == "Explosions/Remote violence"
}

// placesAgree reports whether two records can be of one place: they name one,
// or one of them none or only the country.
func placesAgree(a, b *record.Record) bool {
	return len(a.Locations) == 0 || len(b.Locations) == 0 || samePlace(a, b) ||
		isAround(a.Locations, b.Locations) || isAround(b.Locations, a.Locations)
}

// isAround reports whether all that some locations say is the country or the
// region that the others lie in.
func isAround(wide, narrow []record.Location) bool {
	for _, x := range wide {
		for _, y := range narrow {
			switch {
			case x.Kind == "country" && x.Country != "" && (y.Country == "" || y.Country == x.Country):
			case y.Kind == "country" && y.Country == x.Country: // Harib, Yemen
			case x.Kind == gazetteer.KindDivision1 && x.Admin1 != "" && y.Admin1 == x.Admin1 && y.Country == x.Country:
			default:
				return false
			}
		}
	}
	return true
}

// samePlace reports whether two records name one place.
func samePlace(a, b *record.Record) bool {
	for _, x := range a.Locations {
		for _, y := range b.Locations {
			if x.ID != "" && x.ID == y.ID || x.ID == "" && x.Text == y.Text {
				return true
			}
		}
	}
	return false
}

// daysAgree reports whether the dates of two records meet, or one has none.
func daysAgree(a, b *record.Record) bool {
	if namesOtherDay(a, b) {
		return false
	}
	return !isDated(a) || !isDated(b) || a.Time.From <= b.Time.To && b.Time.From <= a.Time.To
}

// isUndated reports whether a record has no date of its own.
func isUndated(r *record.Record) bool { return !isDated(r) || r.Time.Inherited }

// namesOtherDay reports whether two records name unlike days that could not be
// resolved, each in its own sentence: on Saturday, on Sunday; Jan. 1, Jan. 3.
func namesOtherDay(a, b *record.Record) bool {
	if a.Time == nil || b.Time == nil || a.Time.Inherited || b.Time.Inherited || isDated(a) && isDated(b) {
		return false
	}
	x, y := dayWords(a.Time.Text), dayWords(b.Time.Text)
	return x != "" && y != "" && x != y
}

// dayWords returns the words of a date that tell its day from others of the text, or
// "" where there are none.
func dayWords(s string) string {
	for _, w := range strings.Fields(strings.ToLower(s)) {
		if w = strings.Trim(w, ".,"); isWeekday[w] {
			return w
		}
	}
	return ""
}

// isWeekday has the names of days that one text uses for one day each.
var isWeekday = map[string]bool{
	"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true,
	"today": true, "yesterday": true,
}

// isDated reports whether a record has a date that could be resolved.
func isDated(r *record.Record) bool { return r.Time != nil && r.Time.From != "" }

// sameDay reports whether both records are of one day and say so.
func sameDay(a, b *record.Record) bool {
	return isDated(a) && isDated(b) && a.Time.From == b.Time.From && a.Time.To == b.Time.To
}

// partiesAgree reports whether two lists of parties can be of one side: they
// share an actor, or one of them has one that nobody knows.
func partiesAgree(a, b []record.Party) bool {
	known := false
	for _, x := range a {
		for _, y := range b {
			if x.ID == "" || y.ID == "" {
				return true
			}
			known = true
			if x.ID == y.ID {
				return true
			}
		}
	}
	return !known
}

// killed returns the figures of the dead that a record gives as its own.
func killed(r *record.Record) []record.Casualty {
	var out []record.Casualty
	for _, c := range r.Casualties {
		if c.Kind == "killed" && c.Min != nil {
			out = append(out, c)
		}
	}
	return out
}

// contradicts reports whether the tolls of two records are of two happenings: one
// tells of one dead, the other of more, and neither sums up; or one source
// gives both and they differ.
func contradicts(a, b *record.Record) bool {
	x, y := killed(a), killed(b)
	if len(x) != 1 || len(y) != 1 || *x[0].Min == *y[0].Min {
		return false
	}
	if x[0].Toll == "total" || y[0].Toll == "total" || a.Modality != record.Actual || b.Modality != record.Actual {
		return false
	}
	return isOne(x[0]) != isOne(y[0]) || a.Source != nil && b.Source != nil && speakerOf(a.Source) == speakerOf(b.Source) && isExact(x[0]) && isExact(y[0])
}

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
