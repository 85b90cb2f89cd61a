package main

import (
	"context"
	"fmt"

	"sitrep/extract"
	"sitrep/extract/confidence"
	"sitrep/extract/golden"
	"sitrep/extract/rules"
)

var confidenceLearner = learner{rare: 1, ridge: func(string) float64 { return 2 }}

// fitConfidence fits the weights by which records get their confidence, on the
// records of gold documents.
func fitConfidence(paths []string, out, _ string) error {
	docs, err := corpus(paths)
	if err != nil {
		return err
	}
	set, err := rules.Load()
	if err != nil {
		return err
	}
	x, err := extract.New()
	if err != nil {
		return err
	}
	var examples []example
	for n, d := range docs {
		r, err := x.Extract(context.Background(), input(d))
		if err != nil {
			return fmt.Errorf("%s: %w", d.ID, err)
		}
		right := golden.Right(d.Events, r.Events)
		for i, e := range confidence.Evidence(r.Events, set) {
			examples = append(examples, example{e, right[i], n, 1})
		}
	}
	confidenceLearner.heldOut(examples)
	if out == "" {
		return nil
	}
	return writeWeights(out, confidenceLearner.weights(examples))
}
