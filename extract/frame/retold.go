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

// retoldPlace is how likely a happening that a noun points to, in a country, is at the only spot
// in it where the text has one of its type.
const retoldPlace = 0.6

// addSpots gives a telling that points to a happening by a noun, and was only put into a country,
// the only spot there where the text has such a happening: a bomb hit a bus in northern Sri
// Lanka; it went off near Piramal, … the army denied the bombing.
func (f *finder) addSpots() {
	for _, t := range f.all {
		if !t.Anaphoric || t.Another || t.Aggregate || t.PlaceProbability == 0 || !isWide(t.Places) {
			continue
		}
		if o := f.onlySpot(t); o != nil {
			t.Places, t.PlaceFrom, t.PlaceProbability = o.Places, o, retoldPlace
		}
	}
}

// onlySpot returns the telling whose own words say where the only happening of the type of t in
// its country was, or nil.
func (f *finder) onlySpot(t *telling.Telling) *telling.Telling {
	var only *telling.Telling
	for _, o := range f.all {
		if o == t || o.Type != t.Type || o.PlaceProbability > 0 || len(o.Places) == 0 || isWide(o.Places) || o.Event.Modality != record.Actual {
			continue
		}
		if at := &o.Places[0]; at.Country != "" && at.Country != t.Places[0].Country {
			continue
		}
		if only != nil && !samePlaces(only.Places, o.Places) {
			return nil
		}
		only = o
	}
	return only
}
