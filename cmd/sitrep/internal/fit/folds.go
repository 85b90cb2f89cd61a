package main

import (
	"context"
	"fmt"
	"math"
	"slices"

	"sitrep/extract"
	"sitrep/extract/article"
	"sitrep/extract/golden"
	"sitrep/extract/record"
	"sitrep/extract/trace"
	"sitrep/extract/weigh"
)

// folds over documents, and bins of the reliability table.
const (
	folds = 10
	bins  = 10
)

// learner fits models. The larger the ridge of a feature, the closer its weight
// stays to nought; a feature that fewer than rare examples have gets none.
type learner struct {
	ridge func(feature string) float64
	rare  int
}

func (l learner) weights(examples []example) map[string]float64 {
	return logistic(examples, l.ridge, l.rare)
}

// heldOut returns a model for each fold, fitted on the documents of all others,
// and what is predicted for each example by the model that has not seen it. It
// prints how well.
func (l learner) heldOut(examples []example) (models []*weigh.Model, held []float64) {
	models, held = make([]*weigh.Model, folds), make([]float64, len(examples))
	for k := range folds {
		models[k] = weigh.NewModel(l.weights(without(examples, k)))
		for i, x := range examples {
			if x.document%folds == k {
				held[i] = models[k].Probability(x.evidence)
			}
		}
	}
	report(examples, held)
	return models, held
}

// without returns the examples that are not of fold k.
func without(examples []example, k int) []example {
	var out []example
	for _, x := range examples {
		if x.document%folds != k {
			out = append(out, x)
		}
	}
	return out
}

// report prints how well the held-out records were predicted.
func report(examples []example, held []float64) {
	var count, right [bins]int
	var sum [bins]float64
	brier, all := 0.0, 0
	for i, s := range examples {
		k := min(int(held[i]*bins), bins-1)
		count[k]++
		sum[k] += held[i]
		y := 0.0
		if s.right {
			right[k]++
			all++
			y = 1
		}
		brier += (held[i] - y) * (held[i] - y)
	}
	ece := 0.0
	fmt.Println("confidence  records  predicted  right")
	for k := range bins {
		if count[k] == 0 {
			continue
		}
		n := float64(count[k])
		ece += math.Abs(sum[k]-float64(right[k])) / float64(len(examples))
		fmt.Printf("%.1f to %.1f  %7d  %9.2f  %5.2f\n", float64(k)/bins, float64(k+1)/bins, count[k], sum[k]/n, float64(right[k])/n)
	}
	n := float64(len(examples))
	fmt.Printf("%d records, %.1f %% right; expected calibration error %.3f, Brier score %.3f, %d folds over documents\n",
		len(examples), 100*float64(all)/n, ece, brier/n, folds)
}

// eachPair calls f with every candidate that became an event which gold has too:
// the number of its document, what was considered for it, and the event of gold.
func eachPair(docs []golden.Document, f func(document int, c *trace.Candidate, gold golden.Event)) error {
	x, err := extract.New(extract.WithTrace())
	if err != nil {
		return err
	}
	for n, d := range docs {
		r, err := x.Extract(context.Background(), input(d))
		if err != nil {
			return fmt.Errorf("%s: %w", d.ID, err)
		}
		gold := pairs(d, r.Events)
		for i := range r.Trace.Sentences {
			cs := r.Trace.Sentences[i].Candidates
			for k := range cs {
				if e := gold[cs[k].Event]; e != nil {
					f(n, &cs[k], *e)
				}
			}
		}
	}
	return nil
}

// pairs returns the events of gold by the ids of the records that tell them. A
// label for a whole text is that of its first event.
func pairs(d golden.Document, events []record.Record) map[string]*golden.Event {
	out := map[string]*golden.Event{}
	if d.Type != nil {
		i := slices.IndexFunc(events, func(e record.Record) bool { return e.Modality == record.Actual || e.Modality == record.Planned })
		if i >= 0 {
			out[events[i].ID] = &golden.Event{SubEventType: *d.Type}
		}
		return out
	}
	for i, k := range golden.Pairs(d.Events, events) {
		if k >= 0 {
			out[events[i].ID] = &d.Events[k]
		}
	}
	return out
}

// input returns a document as the extractor takes it.
func input(d golden.Document) article.Input {
	return article.Input{ID: d.ID, Title: d.Title, Text: d.Text, Published: d.Published}
}

func having(docs []golden.Document, has func(golden.Event) bool) []golden.Document {
	return slices.DeleteFunc(docs, func(d golden.Document) bool { return !slices.ContainsFunc(d.Events, has) })
}
