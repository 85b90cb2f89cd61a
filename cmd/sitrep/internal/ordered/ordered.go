package ordered

import (
	"context"
	"iter"
)

// window is how many items per worker may be under way: enough that a slow
// one doesn't idle the others, few enough that memory stays flat.
const window = 4

// slot is an item on its way.
type slot[T any] struct {
	item T
	done chan struct{}
	left bool // not worked on, because the run ended before
}

// Run calls work on every item, on jobs workers, and sink on every item in the
// order of items. idle is called when the next result is not ready: it should
// flush what was written. The first error of sink or idle ends the run. When ctx
// ends, no more items are started, those in flight are finished, and Run returns
// the error of ctx.
func Run[T any](ctx context.Context, jobs int, items iter.Seq[T], work func(T), sink func(T) error, idle func() error) error {
	feeding, stop := context.WithCancel(ctx)
	defer stop()
	todo := make(chan *slot[T])
	queue := make(chan *slot[T], window*jobs)
	for range jobs {
		go func() {
			for s := range todo {
				work(s.item)
				close(s.done)
			}
		}()
	}
	go feed(feeding, items, queue, todo)
	d := &drain[T]{queue: queue, stopped: ctx.Done(), sink: sink, idle: idle}
	if err := d.run(); err != nil {
		return err
	}
	return ctx.Err()
}

// feed queues the items and hands them to the workers. Run does not wait for it:
// it may be stuck in a read that never ends.
func feed[T any](ctx context.Context, items iter.Seq[T], queue, todo chan<- *slot[T]) {
	defer close(queue)
	defer close(todo)
	for item := range items {
		s := &slot[T]{item: item, done: make(chan struct{})}
		select {
		case queue <- s:
		case <-ctx.Done():
			return
		}
		select {
		case todo <- s:
		case <-ctx.Done():
			s.left = true
			close(s.done)
			return
		}
	}
}

// drain hands the items of the queue to sink as they are done.
type drain[T any] struct {
	queue   <-chan *slot[T]
	stopped <-chan struct{}
	sink    func(T) error
	idle    func() error
}

func (d *drain[T]) run() error {
	for {
		s, err := d.next()
		if err != nil || s == nil {
			return err
		}
		select {
		case <-s.done:
		default:
			if err := d.idle(); err != nil {
				return err
			}
			<-s.done
		}
		if s.left {
			return nil
		}
		if err := d.sink(s.item); err != nil {
			return err
		}
	}
}

// next returns the head of the queue. It returns nil when the queue is at its
// end, or when the run was stopped and nothing is in flight.
func (d *drain[T]) next() (*slot[T], error) {
	select {
	case s := <-d.queue:
		return s, nil
	default:
	}
	if err := d.idle(); err != nil {
		return nil, err
	}
	select {
	case s := <-d.queue:
		return s, nil
	case <-d.stopped:
	}
	select {
	case s := <-d.queue:
		return s, nil
	default:
		return nil, nil
	}
}
