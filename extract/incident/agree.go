package incident

import (
	"slices"
	"strings"

	"sitrep/extract/lexicon"
	"sitrep/extract/record"
	"sitrep/gazetteer"
)

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
	return !isDated(a) || !isDated(b) || a.Time.From <= b.Time.To && b.Time.From <= a.Time.To
}

// isUndated reports whether a record has no date of its own.
func isUndated(r *record.Record) bool { return !isDated(r) || r.Time.Inherited }

// namesOtherDay reports whether two records name unlike days that could not be
// resolved, each in its own sentence: on Saturday, on Sunday; Jan. 1, Jan. 3; on
// Monday, in March; today, two years ago.
func namesOtherDay(a, b *record.Record) bool {
	return hasOwnTime(a) && hasOwnTime(b) && !(isDated(a) && isDated(b)) && dayOf(a.Time.Text).isOther(dayOf(b.Time.Text)) && !isToldAs("dying", a) && !isToldAs("dying", b)
}

// tellsOtherDays reports whether two accounts of dead give days that are farther apart
// than a night: a bomb killed five on Tuesday; last month gunmen killed 14. A day that
// one of them took over counts where they tell of other dead. A fight goes on, and who
// was wounded may die later.
func tellsOtherDays(a, b account) bool {
	if !isDated(a.Record) || !isDated(b.Record) || a.goesOn || b.goesOn || len(a.dead) == 0 || len(b.dead) == 0 || isLater(a.Record) || isLater(b.Record) {
		return false
	}
	if (a.Time.Inherited || b.Time.Inherited) && a.mayBeDeadOf(b) {
		return false
	}
	apart := daysApart(a.Record, b.Record)
	return !daysAgree(a.Record, b.Record) && (apart > 1 || apart == 1 && hasOwnTime(a.Record) && hasOwnTime(b.Record) && !a.mayBeDeadOf(b) && !slices.ContainsFunc(b.dead, isTotal))
}

// dayNameReach is how many words may stand between a day and the act that it names.
const dayNameReach = 2

// isNamedByDay reports whether the day of a record is a part of the name of its act: Tuesday's
// attack on the port; a May 6 drone strike; but not: on Tuesday rebels attacked.
func isNamedByDay(r *record.Record) bool {
	if !hasOwnTime(r) || r.Time.End > r.Trigger.Start || r.Time.End <= r.Evidence.Start {
		return false
	}
	first, _, _ := strings.Cut(strings.ToLower(r.Time.Text), " ")
	words := strings.Fields(string([]rune(r.Evidence.Text)[r.Time.End-r.Evidence.Start : r.Trigger.Start-r.Evidence.Start]))
	return !lexicon.Prepositions("")[first] && len(words) <= dayNameReach &&
		!slices.ContainsFunc(words, func(w string) bool { return isOfClass("article", w) || strings.ContainsAny(w, ",;:.") })
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

// isDeadly reports whether people die of acts of the record's type.
func isDeadly(r *record.Record) bool {
	return isViolent(r) || r.EventType == "Riots" || r.SubEventType == "Excessive force against protesters"
}

// isLead reports whether a record is of the first sentence, which tells what the
// article goes on with.
func isLead(r *record.Record) bool { return r.Evidence.Sentence == 0 }
