package main

import (
	"context"
	"fmt"
	"slices"

	"sitrep/extract"
	"sitrep/extract/article"
	"sitrep/extract/golden"
	"sitrep/extract/record"
	"sitrep/extract/trace"
)

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

// having returns the documents with an event for which has holds.
func having(docs []golden.Document, has func(golden.Event) bool) []golden.Document {
	return slices.DeleteFunc(docs, func(d golden.Document) bool { return !slices.ContainsFunc(d.Events, has) })
}
