package serve_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"sitrep/cmd/sitrep/internal/serve"
)

// TestStop stops the server while it works: what was begun is finished, what
// comes later is refused.
func TestStop(t *testing.T) {
	x := &fake{hold: make(chan struct{})}
	url, stop := start(t, x, limits(nil))
	statuses := make(chan int)
	for _, kind := range []string{one, lines} {
		go func() {
			status, _, _ := post(t, url+"/v1/extract", kind, `{"text":"Shells fell."}`)
			statuses <- status
		}()
	}
	waitFor(t, url, "\nsitrep_requests_open 2\n", "\nsitrep_workers_busy 2\n")
	stopped := make(chan struct{})
	go func() { stop(); close(stopped) }()
	for deadline := time.Now().Add(30 * time.Second); ; time.Sleep(10 * time.Millisecond) {
		r, err := http.Get(url + "/healthz")
		if err != nil {
			break // nobody listens any more
		}
		if r.Body.Close(); time.Now().After(deadline) {
			t.Fatal("a server that was stopped goes on listening")
		}
	}
	close(x.hold)
	for range 2 {
		if status := <-statuses; status != 200 {
			t.Errorf("status %d", status)
		}
	}
	<-stopped
}

// TestNoGrace stops the server with a request that does not end.
func TestNoGrace(t *testing.T) {
	url, stop := start(t, &fake{hold: make(chan struct{})}, limits(func(l *serve.Limits) { l.Grace = 100 * time.Millisecond }))
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		if r, err := http.Post(url+"/v1/extract", one, strings.NewReader(`{"text":"Shells fell."}`)); err == nil {
			r.Body.Close()
			t.Error("answered")
		}
	}()
	waitFor(t, url, "\nsitrep_workers_busy 1\n")
	began := time.Now()
	if stop(); time.Since(began) > 30*time.Second {
		t.Errorf("stopped after %v", time.Since(began))
	}
	<-ended
}
