package main

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"sitrep/extract"
	"sitrep/extract/article"
	"sitrep/extract/frame"
	"sitrep/extract/golden"
	"sitrep/extract/record"
	"sitrep/extract/weigh"
)

const rareSetting = 6

func settingRidge(string) float64 { return 2 }

// settingExamples are the places and days of other sentences that were
// considered for the events that gold has, too. Gold without a date for any
// event of a document says nothing of days.
func settingExamples(docs []golden.Document) (places, days []example, err error) {
	x, err := extract.New(extract.WithTrace())
	if err != nil {
		return nil, nil, err
	}
	for n, d := range docs {
		r, err := x.Extract(context.Background(), article.Input{ID: d.ID, Title: d.Title, Text: d.Text, Published: d.Published})
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", d.ID, err)
		}
		dated := slices.ContainsFunc(d.Events, func(e golden.Event) bool { return e.Date != nil })
		pairs := golden.Pairs(d.Events, r.Events)
		for _, s := range r.Trace.Sentences {
			for _, c := range s.Candidates {
				i := slices.IndexFunc(r.Events, func(e record.Record) bool { return c.Event != "" && e.ID == c.Event })
				if i < 0 || pairs[i] < 0 {
					continue
				}
				gold := d.Events[pairs[i]]
				for _, g := range c.Settings {
					switch {
					case g.Slot == "place":
						places = append(places, example{g.Evidence, golden.Fills(g.Names, gold.Locations), n, 1})
					case dated:
						days = append(days, example{g.Evidence, gold.Date != nil && isInterval(g.Names, *gold.Date), n, 1})
					}
				}
			}
		}
	}
	return places, days, nil
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

func fitSettings(paths []string, out, predictions string) error {
	docs, err := corpus(paths)
	if err != nil {
		return err
	}
	docs = slices.DeleteFunc(docs, func(d golden.Document) bool {
		return !slices.ContainsFunc(d.Events, func(e golden.Event) bool { return len(e.Locations) > 0 || e.Date != nil })
	})
	places, days, err := settingExamples(docs)
	if err != nil {
		return err
	}
	weights := make([]*frame.Weights, folds)
	held := [2][]float64{make([]float64, len(places)), make([]float64, len(days))}
	for k := range folds {
		weights[k] = &frame.Weights{}
		for i, examples := range [][]example{places, days} {
			train := slices.DeleteFunc(slices.Clone(examples), func(x example) bool { return x.document%folds == k })
			m := weigh.NewModel(logistic(train, settingRidge, rareSetting))
			if i == 0 {
				weights[k].Place = m
			} else {
				weights[k].Day = m
			}
			for j, x := range examples {
				if x.document%folds == k {
					held[i][j] = m.Probability(x.evidence)
				}
			}
		}
	}
	for i, examples := range [][]example{places, days} {
		samples := make([]sample, len(examples))
		for j, x := range examples {
			samples[j] = sample{right: x.right, document: x.document}
		}
		report(samples, held[i])
	}
	if predictions != "" {
		if err := predict(docs, func(k int) []extract.Option { return []extract.Option{extract.WithSettingWeights(weights[k])} }, predictions); err != nil {
			return err
		}
	}
	if out == "" {
		return nil
	}
	if err := writeWeights(filepath.Join(out, "place.csv"), logistic(places, settingRidge, rareSetting)); err != nil {
		return err
	}
	return writeWeights(filepath.Join(out, "day.csv"), logistic(days, settingRidge, rareSetting))
}
