package main

import (
	"context"
	"errors"
	"iter"

	"sitrep/extract"
	"sitrep/extract/corpus"
)

// window is how many articles per worker may be under way: enough that a slow
// article doesn't idle the others, few enough that memory stays flat.
const window = 4

// task is one document on its way through the batch.
type task struct {
	doc    corpus.Document
	result extract.Result
	err    error
	done   chan struct{}
}

// inOrder extracts documents on jobs workers and hands the results to sink in
// the order of the input. idle is called where the next result is not there
// yet: what was written should go out. The first error of sink or idle ends
// it. Where ctx ends, nothing more is read, what is in flight is finished, and
// ctx's error returned.
func inOrder(ctx context.Context, x extractor, jobs int, docs iter.Seq2[corpus.Document, error],
	sink func(*task) error, idle func() error) error {
	reading, stop := context.WithCancel(ctx)
	defer stop()
	work := make(chan *task)
	queue := make(chan *task, window*jobs)
	for range jobs {
		go func() {
			for t := range work {
				t.result, t.err = x.Extract(context.WithoutCancel(ctx), t.doc.Input)
				close(t.done)
			}
		}()
	}
	go read(reading, docs, queue, work)
	d := &drain{queue: queue, stopped: ctx.Done(), sink: sink, idle: idle}
	if err := d.run(); err != nil {
		return err
	}
	return ctx.Err()
}

// read queues the documents and hands them to the workers. It is not waited
// for: it may be stuck in a read that never ends.
func read(ctx context.Context, docs iter.Seq2[corpus.Document, error], queue, work chan<- *task) {
	defer close(queue)
	defer close(work)
	for doc, err := range docs {
		t := &task{doc: doc, err: err, done: make(chan struct{})}
		select {
		case queue <- t:
		case <-ctx.Done():
			return
		}
		if err != nil {
			close(t.done)
			continue
		}
		select {
		case work <- t:
		case <-ctx.Done():
			t.err = context.Canceled
			close(t.done)
			return
		}
	}
}

// drain takes the tasks from the queue as they are done.
type drain struct {
	queue   <-chan *task
	stopped <-chan struct{}
	sink    func(*task) error
	idle    func() error
}

func (d *drain) run() error {
	for {
		t, err := d.next()
		if err != nil || t == nil {
			return err
		}
		select {
		case <-t.done:
		default:
			if err := d.idle(); err != nil {
				return err
			}
			<-t.done
		}
		if errors.Is(t.err, context.Canceled) {
			return nil
		}
		if err := d.sink(t); err != nil {
			return err
		}
	}
}

// next is the head of the queue; nil where there is no more, or no more is
// wanted and nothing in flight.
func (d *drain) next() (*task, error) {
	select {
	case t := <-d.queue:
		return t, nil
	default:
	}
	if err := d.idle(); err != nil {
		return nil, err
	}
	select {
	case t := <-d.queue:
		return t, nil
	case <-d.stopped:
	}
	select {
	case t := <-d.queue:
		return t, nil
	default:
		return nil, nil
	}
}
