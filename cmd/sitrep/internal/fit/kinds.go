package main

import (
	"maps"
	"math"
	"path/filepath"
	"slices"
	"strings"

	"sitrep/extract"
	"sitrep/extract/golden"
	"sitrep/extract/trace"
	"sitrep/extract/weigh"
)

// kindLearner holds back the many features that join a type with what a telling
// says, those that join it with a rule most.
var kindLearner = learner{rare: 12, ridge: func(feature string) float64 {
	if strings.Contains(feature, ": rule ") {
		return 6
	}
	return 4
}}

// lightKind is the weight below which a feature is left out of the table.
const lightKind = 0.1

// fitKinds fits the weights of types on the types that were considered for the
// events that gold has, too.
func fitKinds(paths []string, out, predictions string) error {
	docs, err := corpus(paths)
	if err != nil {
		return err
	}
	docs = slices.DeleteFunc(docs, func(d golden.Document) bool {
		return d.Type == nil && !slices.ContainsFunc(d.Events, func(e golden.Event) bool { return e.SubEventType != "" })
	})
	var examples []example
	err = eachPair(docs, func(n int, c *trace.Candidate, gold golden.Event) {
		for _, k := range c.Kinds {
			examples = append(examples, example{k.Evidence, k.Type == gold.SubEventType, n, 1})
		}
	})
	if err != nil {
		return err
	}
	models, _ := kindLearner.heldOut(examples)
	if err := predict(docs, predictions, func(k int) extract.Option { return extract.WithKindWeights(models[k]) }); err != nil {
		return err
	}
	if out == "" {
		return nil
	}
	weights := kindLearner.weights(examples)
	maps.DeleteFunc(weights, func(feature string, w float64) bool { return feature != weigh.Bias && math.Abs(w) < lightKind })
	return writeWeights(filepath.Join(out, "kind.csv"), weights)
}
