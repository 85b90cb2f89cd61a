package frame

import (
	"sitrep/extract/mention"
	"sitrep/extract/record"
	"sitrep/extract/telling"
)

// retoldDay is how likely a happening that a noun points to is of the only day on
// which the text has one of its type.
const retoldDay = 0.7

// addRetold gives a telling that points to a happening by a noun, and has no day of
// its own, the day of the only such happening that the text dates, wherever it does:
// the bombing was the work of four men, … the bomb went off on 7 March 1996.
func (f *finder) addRetold() {
	for _, t := range f.all {
		if t.Date != nil || !t.Anaphoric || t.Another || t.Aggregate || t.Event.Modality != record.Actual {
			continue
		}
		if d := f.onlyDay(t); d != nil {
			t.Date, t.DateProbability = d, retoldDay
		}
	}
}

// onlyDay returns the day of all happenings of the type of a telling that the text
// dates to the day, or nil where there are none or they are of several days.
func (f *finder) onlyDay(t *telling.Telling) *mention.Date {
	var day *mention.Date
	for _, o := range f.all {
		if o == t || o.Type != t.Type || o.DateProbability > 0 || !isDated(o) || o.Event.Modality != record.Actual {
			continue
		}
		if o.Aggregate || o.Date.Precision != mention.Day || day != nil && !day.From.Equal(o.Date.From) {
			return nil
		}
		day = o.Date
	}
	return day
}
