package main

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"sitrep/extract"
	"sitrep/extract/golden"
	"sitrep/extract/weigh"
)

var incidentLearner = learner{rare: 5, ridge: func(string) float64 { return 2 }}

// fitIncidents fits the weights by which a record tells an incident that was told
// before, on the documents of which gold says which events are one happening.
func fitIncidents(paths []string, out, predictions string) error {
	docs, err := corpus(paths)
	if err != nil {
		return err
	}
	docs = slices.DeleteFunc(docs, func(d golden.Document) bool { return len(d.Incidents) == 0 })
	examples, err := incidentExamples(docs)
	if err != nil {
		return err
	}
	models, _ := incidentLearner.heldOut(examples)
	err = predict(docs, predictions, func(k int) extract.Option { return extract.WithWeights(extract.Weights{Incidents: models[k]}) })
	if err != nil || out == "" {
		return err
	}
	return writeWeights(filepath.Join(out, "incident.csv"), incidentLearner.weights(examples))
}

// incidentExamples are the incidents that were considered for every record that gold
// has too. An incident is that of the event of gold that its first record is paired
// with.
func incidentExamples(docs []golden.Document) ([]example, error) {
	x, err := extract.New(extract.WithTrace())
	if err != nil {
		return nil, err
	}
	var out []example
	for n, d := range docs {
		r, err := x.Extract(context.Background(), input(d))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", d.ID, err)
		}
		happening := happeningsOf(d)
		of := map[string]int{} // the happening of each record, by its id
		for id, e := range pairs(d, r.Events) {
			of[id] = happening[e]
		}
		for _, s := range r.Trace.Sentences {
			for _, c := range s.Candidates {
				own, ok := of[c.Event]
				if !ok {
					continue
				}
				for _, i := range c.Incidents {
					if first, ok := of[strings.TrimSuffix(i.ID, "-i")]; ok {
						out = append(out, example{weigh.Evidence(i.Evidence), first == own, n, 1})
					}
				}
			}
		}
	}
	return out, nil
}

// happeningsOf returns the number of the happening that each event of a document
// tells; an event of none is one of its own.
func happeningsOf(d golden.Document) map[*golden.Event]int {
	out := map[*golden.Event]int{}
	for i := range d.Events {
		out[&d.Events[i]] = -1 - i
	}
	for k, h := range d.Incidents {
		for _, i := range h.Events {
			out[&d.Events[i]] = k
		}
	}
	return out
}
