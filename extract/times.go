package extract

import (
	"strings"
	"time"

	"sitrep/extract/lang"
	"sitrep/extract/mention"
	"sitrep/extract/mention/date"
	"sitrep/extract/record"
)

// present is the day that a text without a publication date speaks on: the
// latest full date that it gives itself, where all of those are of one year.
// Zero where it gives none. It reads the words alone and has nothing analysed.
func present(d *lang.Document) time.Time {
	var latest time.Time
	for _, s := range d.Sentences {
		if !strings.ContainsAny(s.Text, "0123456789") {
			continue // no full date, and cheaper to know
		}
		for _, x := range date.Find(s, date.Context{}) {
			if x.Precision != mention.Day || x.From.IsZero() || !x.From.Equal(x.To) {
				continue
			}
			if !latest.IsZero() && x.From.Year() != latest.Year() {
				return time.Time{}
			}
			if x.From.After(latest) {
				latest = x.From
			}
		}
	}
	return latest
}

// shareTimes gives the tellings of an incident that say no day the day that
// the others agree on.
func shareTimes(rs []record.Record) {
	type known struct {
		time *record.Time
		torn bool
	}
	by := map[string]*known{}
	for i := range rs {
		t := rs[i].Time
		if t == nil || t.From == "" {
			continue
		}
		k := by[rs[i].Incident]
		switch {
		case k == nil:
			by[rs[i].Incident] = &known{time: t}
		case k.time.From != t.From || k.time.To != t.To:
			k.torn = true
		}
	}
	for i := range rs {
		if rs[i].Time == nil {
			if k := by[rs[i].Incident]; k != nil && !k.torn {
				rs[i].Time = k.time
			}
		}
	}
}
