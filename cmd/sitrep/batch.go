package main

import (
	"context"
	"iter"

	"sitrep/cmd/sitrep/internal/ordered"
	"sitrep/extract"
	"sitrep/extract/corpus"
)

// task is one document on its way through the batch.
type task struct {
	doc    corpus.Document
	result extract.Result
	err    error
}

// inOrder extracts documents on jobs workers and hands the results to sink in
// the order of the input. Where ctx ends, what is in flight is finished.
func inOrder(ctx context.Context, x extractor, jobs int, docs iter.Seq2[corpus.Document, error],
	sink func(*task) error, idle func() error) error {
	tasks := func(yield func(*task) bool) {
		for doc, err := range docs {
			if !yield(&task{doc: doc, err: err}) {
				return
			}
		}
	}
	return ordered.Run(ctx, jobs, tasks, func(t *task) {
		if t.err == nil {
			t.result, t.err = x.Extract(context.WithoutCancel(ctx), t.doc.Input)
		}
	}, sink, idle)
}
