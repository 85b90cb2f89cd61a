package serve

import (
	"context"
	"sync"
	"sync/atomic"
)

// gate lets so many articles be worked on at once as there are workers, and so
// many requests wait for a worker as the queue holds.
type gate struct {
	workers  chan struct{} // holds one token for each article that is worked on
	most     int64         // how many requests may wait or be worked on
	requests atomic.Int64  // that wait or are worked on
}

func newGate(workers, queue int) *gate {
	return &gate{workers: make(chan struct{}, workers), most: int64(workers + queue)}
}

// visit is one request at the gate. It counts while one of its articles waits
// or is worked on: a client that sends its articles slowly takes nobody's place
// between two of them.
type visit struct {
	gate *gate
	mu   sync.Mutex
	open int  // articles that wait or are worked on
	left bool // the request has ended
}

// begin announces an article, and reports whether there is room for its
// request. Only the first article of a request is turned away: what was begun
// is finished.
func (v *visit) begin(first bool) bool {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.left {
		return true
	}
	if v.open == 0 && v.gate.requests.Add(1) > v.gate.most && first {
		v.gate.requests.Add(-1)
		return false
	}
	v.open++
	return true
}

// end takes back begin.
func (v *visit) end() {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.left {
		return
	}
	if v.open--; v.open == 0 {
		v.gate.requests.Add(-1)
	}
}

// leave ends the request, also for articles that were begun and never reached a
// worker.
func (v *visit) leave() {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.open > 0 && !v.left {
		v.gate.requests.Add(-1)
	}
	v.left = true
}

// work calls f when a worker is free. It returns the error of ctx where that ends
// before. Those who wait are served in the order in which they came.
func (g *gate) work(ctx context.Context, f func()) error {
	select {
	case g.workers <- struct{}{}:
	case <-ctx.Done():
		return context.Cause(ctx)
	}
	defer func() { <-g.workers }()
	f()
	return nil
}
