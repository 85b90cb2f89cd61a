package main

import (
	"context"
	"fmt"
	"maps"
	"math"
	"path/filepath"
	"slices"
	"strings"

	"sitrep/extract"
	"sitrep/extract/article"
	"sitrep/extract/golden"
	"sitrep/extract/record"
	"sitrep/extract/weigh"
)

// rareKind and the ridge hold back the many features that join a type with what a
// telling says.
const (
	rareKind  = 12
	lightKind = 0.1 // lighter weights are left out of the table
)

func kindRidge(feature string) float64 {
	if strings.Contains(feature, ": rule ") {
		return 6
	}
	return 4
}

// kindExamples are the types that were considered for the events that gold has,
// too.
func kindExamples(docs []golden.Document) ([]example, error) {
	x, err := extract.New(extract.WithTrace())
	if err != nil {
		return nil, err
	}
	var out []example
	for n, d := range docs {
		r, err := x.Extract(context.Background(), article.Input{ID: d.ID, Title: d.Title, Text: d.Text, Published: d.Published})
		if err != nil {
			return nil, fmt.Errorf("%s: %w", d.ID, err)
		}
		pairs := golden.Pairs(d.Events, r.Events)
		if d.Type != nil { // a label for the whole text is that of its first event
			d.Events = []golden.Event{{SubEventType: *d.Type}}
			first := slices.IndexFunc(r.Events, func(e record.Record) bool {
				return e.Modality == record.Actual || e.Modality == record.Planned
			})
			for i := range pairs {
				if pairs[i] = -1; i == first {
					pairs[i] = 0
				}
			}
		}
		for _, s := range r.Trace.Sentences {
			for _, c := range s.Candidates {
				i := slices.IndexFunc(r.Events, func(e record.Record) bool { return c.Event != "" && e.ID == c.Event })
				if i < 0 || pairs[i] < 0 {
					continue
				}
				for _, k := range c.Kinds {
					out = append(out, example{k.Evidence, k.Type == d.Events[pairs[i]].SubEventType, n, 1})
				}
			}
		}
	}
	return out, nil
}

func fitKinds(paths []string, out, predictions string) error {
	docs, err := corpus(paths)
	if err != nil {
		return err
	}
	docs = slices.DeleteFunc(docs, func(d golden.Document) bool {
		return d.Type == nil && !slices.ContainsFunc(d.Events, func(e golden.Event) bool { return e.SubEventType != "" })
	})
	examples, err := kindExamples(docs)
	if err != nil {
		return err
	}
	models := make([]*weigh.Model, folds)
	held := make([]float64, len(examples))
	for k := range folds {
		train := slices.DeleteFunc(slices.Clone(examples), func(x example) bool { return x.document%folds == k })
		models[k] = weigh.NewModel(logistic(train, kindRidge, rareKind))
		for j, x := range examples {
			if x.document%folds == k {
				held[j] = models[k].Probability(x.evidence)
			}
		}
	}
	samples := make([]sample, len(examples))
	for j, x := range examples {
		samples[j] = sample{right: x.right, document: x.document}
	}
	report(samples, held)
	if predictions != "" {
		if err := predict(docs, func(k int) []extract.Option { return []extract.Option{extract.WithKindWeights(models[k])} }, predictions); err != nil {
			return err
		}
	}
	if out == "" {
		return nil
	}
	weights := logistic(examples, kindRidge, rareKind)
	maps.DeleteFunc(weights, func(feature string, w float64) bool { return feature != weigh.Bias && math.Abs(w) < lightKind })
	return writeWeights(filepath.Join(out, "kind.csv"), weights)
}
