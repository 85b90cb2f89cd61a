package incident

import (
	"slices"
	"strings"

	"sitrep/extract/record"
)

// fewestOfMany is the smallest toll over several happenings that is worth the search
// for those that it counts.
const fewestOfMany = 4

// markParts says of the incidents whose dead the toll of another counts that they are
// parts of it: air strikes killed at least 26 people across Gaza; a strike on a tent
// left six dead.
func markParts(as []account) {
	for _, a := range as {
		if a.Incident != a.ID+"-i" && isOneOfTheDead(a.Record) {
			a.PartOf = a.Incident
		}
	}
	for i := range as {
		markAlone(as[i], as[:i])
		sumUp(as[i], as[:i])
	}
	for i := range as {
		whole := as[i]
		if !leadsWithToll(whole) || slices.ContainsFunc(as[:i], func(b account) bool {
			return b.Incident == whole.Incident && b.toll.min > whole.toll.min
		}) {
			continue // or another figure of what was told before
		}
		if parts := addUpTo(whole, as[i+1:]); parts != nil {
			takeApart(whole, as[i+1:])
			for _, b := range as[i+1:] {
				if parts[b.Incident] && b.Incident != whole.Incident {
					b.PartOf = whole.Incident
				}
			}
			return
		}
		if isSumOfMany(whole) && !tellsAgain(whole, as[:i]) {
			markPartsOf(whole, as[i+1:])
			return
		}
	}
}

// markAlone says of an account that tells how many died in one place alone that its incident is a part of
// the one with more dead that was told last: strikes killed 31 in Taiz. In the old town alone 14 died.
func markAlone(a account, before []account) {
	if len(a.dead) == 0 || a.PartOf != "" || len(a.Locations) == 0 || !isAlone(a.Record) {
		return
	}
	for i := len(before) - 1; i >= 0; i-- {
		b := before[i]
		if a.Evidence.Sentence-b.Evidence.Sentence > sumReach || b.Incident == a.Incident {
			return
		}
		if len(b.dead) > 0 && b.Scope != record.Aggregate && canBeWithin(b, a) && boundsOf(b.Record).min > boundsOf(a.Record).min {
			a.PartOf = b.Incident
			return
		}
	}
}

// canBeWithin reports whether nothing but its place speaks against an account being a part of the whole.
func canBeWithin(whole, b account) bool {
	return b.Modality == record.Actual && b.Scope != record.Aggregate && !namesOtherDay(whole.Record, b.Record) && !tellOwnDays(whole.Record, b.Record)
}

// isAlone reports whether the word behind the place of a record says that its dead are not all: in Tokhar
// alone.
func isAlone(r *record.Record) bool {
	text := []rune(r.Evidence.Text)
	at := r.Locations[0].End - r.Evidence.Start
	return at > 0 && at < len(text) && strings.HasPrefix(string(text[at:]), " alone")
}

// fewestAddedUp is the smallest toll that other tolls hardly add up to by chance.
const fewestAddedUp = 6

// addUpTo returns the incidents told next whose dead add up to the very toll that the
// text begins with, or nil: 32 killed in Daraa and Aleppo; a car bomb killed 22 people
// in Daraa; ten were killed in Aleppo.
func addUpTo(whole account, as []account) map[string]bool {
	toll := whole.dead[0]
	if *toll.Min < fewestAddedUp || toll.Max != nil && *toll.Max != *toll.Min {
		return nil
	}
	parts, sum := map[string]bool{}, bounds{}
	for _, b := range as {
		if len(b.dead) == 0 || parts[b.Incident] || b.Incident == whole.Incident && b.toll.min >= *toll.Min {
			continue
		}
		if !canBePart(whole, b) {
			return nil
		}
		parts[b.Incident] = true
		n := b.toll
		sum.min += n.min
		if n.open {
			sum.max++ // more than 70 may be the 70 of the sum
		}
		switch left := *toll.Min - sum.min; {
		case len(parts) > 1 && left <= 0 && left >= -sum.max:
			return parts
		case left <= 0:
			return nil
		}
	}
	return nil
}

// sumReach is how many sentences back the happenings may be told whose dead a toll sums up.
const sumReach = 6

// sumUp marks the last incidents told before an account as parts of it if their dead add up to its
// exact toll: a bomb killed nine people in Mosul and another 12 in Hilla. In all, 21 people died.
func sumUp(whole account, before []account) {
	if whole.Modality != record.Actual || whole.Scope == record.Aggregate || len(whole.dead) != 1 || !isExact(whole.dead[0]) {
		return
	}
	toll := *whole.dead[0].Min
	parts, sum := map[string]int{}, 0
	for i := len(before) - 1; i >= 0 && sum < toll; i-- {
		b := before[i]
		if len(b.dead) == 0 {
			continue
		}
		if b.PartOf != "" || !canBePart(whole, b) || whole.Evidence.Sentence-b.Evidence.Sentence > sumReach {
			return
		}
		n := b.toll.min
		sum += max(n-parts[b.Incident], 0)
		parts[b.Incident] = max(n, parts[b.Incident])
	}
	told := slices.ContainsFunc(before, func(b account) bool { return b.toll.min == toll })
	if sum != toll || toll < fewestAddedUp || len(parts) < 2 || told {
		return
	}
	whole.Incident = whole.ID + "-i"
	for _, b := range before {
		if parts[b.Incident] > 0 {
			b.PartOf = whole.Incident
		}
	}
}

// takeApart gives an incident of its own to each part of the whole whose accounts were joined
// with it: violence in Iraq killed 23 people. In Kirkuk gunmen killed six policemen.
func takeApart(whole account, as []account) {
	of := map[int]string{} // the dead of a part → its incident
	for _, b := range as {
		n := b.toll.min
		if b.Incident != whole.Incident || len(b.dead) == 0 || n >= *whole.dead[0].Min || b.elsewhere || samePlace(whole.Record, b.Record) {
			continue
		}
		if of[n] == "" {
			of[n] = b.ID + "-i"
		}
		b.Incident = of[n]
		b.PartOf = whole.Incident
	}
}

// leadsWithToll reports whether an account of something that happened opens the text
// with one number of dead.
func leadsWithToll(a account) bool {
	return a.Modality == record.Actual && a.Scope != record.Aggregate && a.Evidence.Sentence <= leadReach && len(a.dead) == 1
}

// canBePart reports whether nothing in an account speaks against its dead being among
// those of the whole: it happened, on no other day and at no other place.
func canBePart(whole, b account) bool {
	return canBeWithin(whole, b) && !tellOwnPlaces(whole, b)
}

// isSumOfMany reports whether the text begins with an account of several happenings
// that gives their dead in one number: bombings killed 41 people.
func isSumOfMany(a account) bool {
	return a.many && (isExact(a.dead[0]) || a.dead[0].Max == nil && *a.dead[0].Min >= fewestOfMany)
}

// tellsAgain reports whether an account of the same incident before tells one happening, so that
// the plural of this account counts the dead and not happenings: gunmen killed 18 people in Jos. The
// killings ….
func tellsAgain(a account, before []account) bool {
	return slices.ContainsFunc(before, func(b account) bool { return b.Incident == a.Incident && !b.many })
}

// markPartsOf marks, in the order in which they are told, the incidents of one
// happening each that the whole can count, up to its toll.
func markPartsOf(whole account, as []account) {
	told := map[string]int{} // the dead of the parts, by incident
	apart := map[string]bool{whole.Incident: true}
	left := *whole.dead[0].Min
	for _, b := range as {
		if !b.vague && !isForce(whole.Record) && b.SubEventType != whole.SubEventType {
			apart[b.Incident] = true
		}
	}
	for _, b := range as {
		if len(b.dead) == 0 || apart[b.Incident] {
			continue
		}
		n := b.toll.min
		if !canCount(whole, b) || n-told[b.Incident] > left {
			apart[b.Incident] = true
			continue
		}
		left -= max(n-told[b.Incident], 0)
		told[b.Incident] = max(told[b.Incident], n)
	}
	for _, b := range as {
		if told[b.Incident] > 0 && !apart[b.Incident] {
			b.PartOf = whole.Incident
		}
	}
}

// canCount reports whether the dead of an account can be among those of the whole: of
// the same kind of act and victims, on its day and within its place.
func canCount(whole, b account) bool {
	if b.Modality != record.Actual || b.Scope == record.Aggregate || b.toll.min >= *whole.dead[0].Min {
		return false
	}
	if !isViolent(b.Record) || b.another && !placesAgree(whole.Record, b.Record) {
		return false // in another attack, near the next town
	}
	if whole.SubEventType == "Armed clash" && b.SubEventType != whole.SubEventType && (b.another || isOfTown(whole) && isOfTown(b) && !placesAgree(whole.Record, b.Record)) {
		return false // clashes in Homs; shelling in Hama, or later that day
	}
	if namesOtherDay(whole.Record, b.Record) || tellOwnDays(whole.Record, b.Record) || isDated(b.Record) && isDated(whole.Record) && daysApart(whole.Record, b.Record) > 1 {
		return false
	}
	return !tellOwnPlaces(whole, b) && partiesAgree(whole.Actors, b.Actors) && !areOthers(whole.dead[0].Victims, b.dead[0].Victims)
}
