package ordered

import (
	"context"
	"errors"
	"math/rand"
	"sync/atomic"
	"testing"
	"time"
)

type number struct{ in, out int }

func numbers(n int) func(func(*number) bool) {
	return func(yield func(*number) bool) {
		for i := range n {
			if !yield(&number{in: i}) {
				return
			}
		}
	}
}

func double(n *number) {
	time.Sleep(time.Duration(rand.Intn(500)) * time.Microsecond)
	n.out = 2 * n.in
}

func nothing() error { return nil }

func TestOrderIsThatOfTheInput(t *testing.T) {
	for _, jobs := range []int{1, 2, 8} {
		next := 0
		err := Run(t.Context(), jobs, numbers(500), double, func(n *number) error {
			if n.in != next || n.out != 2*next {
				t.Errorf("jobs %d: got %+v, want %d", jobs, *n, next)
			}
			next++
			return nil
		}, nothing)
		if err != nil || next != 500 {
			t.Errorf("jobs %d: %d items, %v", jobs, next, err)
		}
	}
}

func TestTheFirstErrorEndsIt(t *testing.T) {
	stop := errors.New("stop")
	calls := 0
	if err := Run(t.Context(), 4, numbers(1<<40), double, func(*number) error { calls++; return stop }, nothing); err != stop || calls != 1 {
		t.Errorf("%v after %d calls", err, calls)
	}
	if err := Run(t.Context(), 4, numbers(1<<40), double, func(*number) error { return nil }, func() error { return stop }); err != stop {
		t.Errorf("idle: %v", err)
	}
}

func TestAnInterruptFinishesWhatIsInFlight(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var begun atomic.Int64
	ended := 0
	err := Run(ctx, 3, numbers(1<<40), func(n *number) { begun.Add(1); double(n) }, func(n *number) error {
		if n.in != ended {
			t.Errorf("got %d, want %d", n.in, ended)
		}
		if ended++; ended == 50 {
			cancel()
		}
		return nil
	}, nothing)
	if !errors.Is(err, context.Canceled) || ended < 50 || ended > 50+4*window {
		t.Errorf("%v after %d of %d", err, ended, begun.Load())
	}
}

// A stream that never gives another item must not keep an interrupted run.
func TestAnInterruptDoesNotWaitForInput(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	stuck := func(yield func(*number) bool) {
		yield(&number{})
		select {}
	}
	n := 0
	err := Run(ctx, 2, stuck, double, func(*number) error { n++; time.AfterFunc(10*time.Millisecond, cancel); return nil }, nothing)
	if !errors.Is(err, context.Canceled) || n != 1 {
		t.Errorf("%v after %d", err, n)
	}
}
