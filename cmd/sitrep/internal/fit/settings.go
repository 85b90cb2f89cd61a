package main

import (
	"path/filepath"
	"slices"
	"strings"
	"time"

	"sitrep/extract"
	"sitrep/extract/frame"
	"sitrep/extract/golden"
	"sitrep/extract/trace"
)

var settingLearner = learner{rare: 6, ridge: func(string) float64 { return 2 }}

var toponymLearner = learner{rare: 8, ridge: func(string) float64 { return 4 }}

// fitSettings fits the weights of places and days on those of other sentences that
// were considered for the events that gold has, too. Gold without a date for any
// event of a document says nothing of days.
func fitSettings(paths []string, out, predictions string) error {
	docs, err := corpus(paths)
	if err != nil {
		return err
	}
	docs = having(docs, func(e golden.Event) bool { return len(e.Locations) > 0 || e.Date != nil })
	var places, days, toponyms []example
	err = eachPair(docs, func(n int, c *trace.Candidate, gold golden.Event) {
		dated := slices.ContainsFunc(docs[n].Events, func(e golden.Event) bool { return e.Date != nil })
		for _, s := range c.Settings {
			switch {
			case s.Slot == "place":
				places = append(places, example{s.Evidence, golden.Fills(s.Names, gold.Locations), n, 1})
			case s.Slot == "toponym":
				toponyms = append(toponyms, example{s.Evidence, golden.Fills(s.Names, gold.Locations), n, 1})
			case dated:
				days = append(days, example{s.Evidence, gold.Date != nil && isInterval(s.Names, *gold.Date), n, 1})
			}
		}
	})
	if err != nil {
		return err
	}
	place, _ := settingLearner.heldOut(places)
	day, _ := settingLearner.heldOut(days)
	toponym, _ := toponymLearner.heldOut(toponyms)
	err = predict(docs, predictions, func(k int) extract.Option {
		return extract.WithWeights(extract.Weights{Settings: &frame.Weights{Place: place[k], Day: day[k], Toponym: toponym[k]}})
	})
	if err != nil || out == "" {
		return err
	}
	if err := writeWeights(filepath.Join(out, "place.csv"), settingLearner.weights(places)); err != nil {
		return err
	}
	if err := writeWeights(filepath.Join(out, "toponym.csv"), toponymLearner.weights(toponyms)); err != nil {
		return err
	}
	return writeWeights(filepath.Join(out, "day.csv"), settingLearner.weights(days))
}

// isInterval reports whether the first and the last day are those of a date of
// gold: a day, month or year, or two of them.
func isInterval(ends []string, date string) bool {
	first, last, two := strings.Cut(date, "/")
	if !two {
		last = first
	}
	return ends[0] == (first + "-01-01")[:len(time.DateOnly)] && ends[1] == lastDay(last)
}

// lastDay returns the last day of a day, month or year.
func lastDay(date string) string {
	switch len(date) {
	case len("2006"):
		return date + "-12-31"
	case len("2006-01"):
		month, err := time.Parse("2006-01", date)
		if err != nil {
			return date
		}
		return month.AddDate(0, 1, -1).Format(time.DateOnly)
	}
	return date
}
