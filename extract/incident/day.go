package incident

import (
	"sitrep/extract/mention"
	"sitrep/extract/record"
)

// shareDays gives the records of an incident that say no day the day that the
// others agree on. A month is not shared: it is that of the background, which
// is told by the way.
func shareDays(as []account) {
	days := map[string]*record.Time{} // by incident; nil where records differ
	for _, a := range as {
		if !isDated(a.Record) {
			continue
		}
		switch t, ok := days[a.Incident]; {
		case !ok:
			days[a.Incident] = a.Time
		case t != nil && (t.From != a.Time.From || t.To != a.Time.To):
			days[a.Incident] = nil
		}
	}
	for _, a := range as {
		if t := days[a.Incident]; a.Time == nil && t != nil && t.Precision == string(mention.Day) {
			told := *t
			told.Inherited, told.Confidence = true, 0
			a.Time = &told
		}
	}
}
