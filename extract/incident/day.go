package incident

import (
	"maps"
	"strconv"
	"strings"
	"sync"

	"sitrep/extract/lang"
	"sitrep/extract/lexicon"
	"sitrep/extract/mention"
	"sitrep/extract/record"
)

// shareDays gives the records of an incident that say no day the day that the
// others agree on: those whose own sentence says it, else those that took it over. A
// month is not shared: it is that of the background, which is told by the way.
func shareDays(as []account) {
	days := daysOf(as, func(a account) bool { return isDated(a.Record) })
	for incident, t := range daysOf(as, func(a account) bool { return isDated(a.Record) && hasOwnTime(a.Record) }) {
		days[incident] = t
	}
	for _, a := range as {
		if t := days[a.Incident]; a.Time == nil && t != nil && t.Precision == string(mention.Day) {
			told := *t
			told.Inherited, told.Confidence = true, 0
			a.Time = &told
		}
	}
}

// daysOf returns the day that most of the dated accounts of each incident give, or nil
// where two days are given as often.
func daysOf(as []account, dated func(account) bool) map[string]*record.Time {
	votes := map[string]map[string]int{} // incident → day → accounts
	days := map[string]*record.Time{}
	for _, a := range as {
		if !dated(a) {
			continue
		}
		v := votes[a.Incident]
		if v == nil {
			v = map[string]int{}
			votes[a.Incident] = v
		}
		day := a.Time.From + a.Time.To
		v[day]++
		switch t := days[a.Incident]; {
		case t == nil && v[day] > most(v, day), t != nil && v[day] > v[t.From+t.To]:
			days[a.Incident] = a.Time
		case t != nil && t.From+t.To != day && v[day] == v[t.From+t.To]:
			days[a.Incident] = nil
		}
	}
	return days
}

// most returns how many accounts give the day that most give beside one.
func most(votes map[string]int, beside string) int {
	n := 0
	for day, v := range votes {
		if day != beside {
			n = max(n, v)
		}
	}
	return n
}

// isCountedFrom reports whether the words between two accounts of one sentence count the
// time from one to the other: killed 69 people, two hours after a bomb had killed eight; came on the
// anniversary of a massacre.
func isCountedFrom(a, b account) bool {
	words := strings.Fields(between(a.Record, b.Record))
	return lang.AnyIn(1, len(words), func(k int) bool {
		return isOfClass("counting", words[k]) && isOfClass("unit", words[k-1]) || isOfClass("memory", words[k-1]+" "+words[k])
	})
}

// isAnswer reports whether what one of two accounts of a sentence tells is an answer to the other, or
// only dates it: fired rockets in revenge for the killing of their leader.
func isAnswer(a, b account) bool {
	if a.event == nil {
		return false
	}
	x, y := a.event.Trigger, b.event.Trigger
	return a.event.Sentence.IsAcrossAnswer(x, y) || a.event.Sentence.IsAcrossAnswer(y, x)
}

// tellsAnotherDayByName reports whether the account names its act by a day, and the incident
// has only other days and other dead.
func (h *happening) tellsAnotherDayByName(b account) bool {
	if !b.namedByDay || h.has(b.mayBeDeadOf) {
		return false
	}
	other := false
	for _, m := range h.members {
		if !hasOwnTime(m.Record) || isDated(m.Record) != isDated(b.Record) {
			continue
		}
		x, y := dayOf(m.Time.Text), dayOf(b.Time.Text)
		if isDated(b.Record) && daysAgree(m.Record, b.Record) || !isDated(b.Record) && x == y {
			return false
		}
		other = other || isDated(b.Record) || x.isDay() && y.isDay()
	}
	return other
}

// day is what the words of a date say of its day where the text does not date them.
type day struct {
	name  string // that of a day of the week, or today
	month int
	date  int // in the month
	year  string
	past  bool // it is counted from now by long units: two years ago, last month
}

// dayOf returns what the words of a date say of its day.
func dayOf(s string) day {
	var d day
	unit := false
	for _, w := range strings.Fields(strings.ToLower(s)) {
		w = strings.TrimSuffix(strings.Trim(w, ".,"), "'s")
		switch n, err := strconv.Atoi(w); {
		case err == nil && len(w) == 4:
			d.year = w
		case err == nil && n < 32:
			d.date = n
		case daysOfText()[w]:
			d.name = w
		case monthsOfText()[w] > 0:
			d.month = monthsOfText()[w]
		}
		unit = unit || isOfClass("long", w)
		d.past = d.past || isOfClass("past", w)
	}
	d.past = d.past && unit
	if d.month == 0 {
		d.date = 0
	}
	return d
}

// onlyOfDay returns the only incident of violence on the day by which an account without a place of its own
// names its act, or nil: a bomb exploded in Gao on Monday; on Tuesday rebels raided Bria. Monday's attack …
func (g *grouping) onlyOfDay(b account) *happening {
	if !b.namedByDay || !isViolent(b.Record) || len(b.Locations) > 0 && !b.elsewhere {
		return nil
	}
	var out *happening
	for _, h := range g.all {
		if isViolent(h.members[0].Record) && h.isOfDay(b) && h.mayBeToldBy(b) {
			if out != nil {
				return nil
			}
			out = h
		}
	}
	return out
}

// isOfDay reports whether the incident is told to be of the day that the sentence of an account tells.
func (h *happening) isOfDay(b account) bool {
	return h.has(func(m account) bool {
		return hasOwnTime(m.Record) && (sameDay(m.Record, b.Record) || nameOneDay(m.Record, b.Record))
	})
}

// nameOneDay reports whether two records, each in its own sentence, name one day that could not be
// resolved: on Thursday; Thursday's attacks.
func nameOneDay(a, b *record.Record) bool {
	if !hasOwnTime(a) || !hasOwnTime(b) || isDated(a) || isDated(b) {
		return false
	}
	x := dayOf(a.Time.Text)
	return x.isDay() && x == dayOf(b.Time.Text)
}

// isDay reports whether the words name one day.
func (d day) isDay() bool { return d.name != "" || d.date > 0 }

// isOther reports whether two days are not one, and farther apart than a night where they are told by
// their dates. What the news dates by a day of the week is of no month or year that is named alone.
func (d day) isOther(o day) bool {
	switch {
	case d.name != "" && o.name != "":
		return d.name != o.name
	case d.month > 0 && o.month > 0:
		return d.month != o.month || d.date > 0 && o.date > 0 && max(d.date-o.date, o.date-d.date) > 1
	case d.year != "" && o.year != "":
		return d.year != o.year
	}
	return d.name != "" && o.isBackground() || o.name != "" && d.isBackground()
}

// isBackground reports whether the words tell of a month, a year or a time long ago.
func (d day) isBackground() bool {
	return !d.isDay() && (d.month > 0 || d.year != "" || d.past)
}

// pointsPast reports whether an account points back and its sentence names a time of the background,
// which may be that of something else: the group said the raid was revenge for a hanging in March.
func (a account) pointsPast() bool {
	return a.anaphoric && hasOwnTime(a.Record) && dayOf(a.Time.Text).isBackground()
}

// monthsOfText are the months by their names, as in January and Jan.
var monthsOfText = sync.OnceValue(func() map[string]int {
	out := map[string]int{}
	for _, w := range lexicon.Calendar() {
		if w.Class == lexicon.Month || w.Class == lexicon.MonthAbbreviation {
			out[w.Text] = w.Value
		}
	}
	return out
})

// daysOfText are the words that one text uses for one day each: Monday, today.
var daysOfText = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, w := range lexicon.Calendar() {
		if w.Class == lexicon.Weekday {
			out[w.Text] = true
		}
	}
	maps.Copy(out, words()["day"])
	return out
})
