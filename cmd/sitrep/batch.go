package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"sync"

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
// yet: what was written should go out. The first error of sink or idle ends it.
func inOrder(ctx context.Context, x extractor, jobs int, docs iter.Seq2[corpus.Document, error],
	sink func(*task) error, idle func() error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	work := make(chan *task)
	queue := make(chan *task, window*jobs)
	var workers sync.WaitGroup
	for range jobs {
		workers.Go(func() {
			for t := range work {
				t.result, t.err = x.Extract(ctx, t.doc.Input)
				close(t.done)
			}
		})
	}
	workers.Go(func() {
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
			work <- t
		}
	})
	err := drain(queue, sink, idle)
	cancel()
	for t := range queue { // what is in flight ends, so that no worker is left
		<-t.done
	}
	workers.Wait()
	return err
}

func drain(queue <-chan *task, sink func(*task) error, idle func() error) error {
	for {
		t, open := next(queue)
		if t == nil && open {
			if err := idle(); err != nil {
				return err
			}
			t, open = <-queue
		}
		if !open {
			return nil
		}
		select {
		case <-t.done:
		default:
			if err := idle(); err != nil {
				return err
			}
			<-t.done
		}
		if err := sink(t); err != nil {
			return err
		}
	}
}

// next is the head of the queue, nil where none is there yet.
func next(queue <-chan *task) (t *task, open bool) {
	select {
	case t, open = <-queue:
		return t, open
	default:
		return nil, true
	}
}

// complaints names what could not be read, and counts it.
type complaints struct {
	to     io.Writer
	failed int
}

// about says what is wrong with a task. It returns false where the task has
// no result to write.
func (c *complaints) about(t *task) bool {
	var unread *corpus.Error
	switch {
	case errors.As(t.err, &unread):
		c.say(unread.Error())
	case t.err != nil:
		c.say(t.doc.Where() + ": " + t.err.Error())
	}
	if t.err != nil {
		c.failed++
		return false
	}
	for _, w := range append(t.doc.Warnings, t.result.Warnings...) {
		c.say(t.doc.Where() + ": warning: " + w)
	}
	return true
}

func (c *complaints) say(s string) { fmt.Fprintln(c.to, "sitrep: "+printable(s)) }

// err is what the run ends with where some inputs were not read.
func (c *complaints) err() error {
	if c.failed > 0 {
		return &exitError{code: exitInput}
	}
	return nil
}
