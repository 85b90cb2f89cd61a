package incident

import (
	"strings"

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
// time from one to the other: killed 69 people, two hours after a bomb had killed eight.
func isCountedFrom(a, b account) bool {
	if a.Evidence.Sentence != b.Evidence.Sentence {
		return false
	}
	words := strings.Fields(between(a.Record, b.Record))
	for k := 1; k < len(words); k++ {
		if isOfClass("counting", words[k]) && isOfClass("unit", words[k-1]) {
			return true
		}
	}
	return false
}
