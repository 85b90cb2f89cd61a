package serve_test

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"sitrep/cmd/sitrep/internal/serve"
)

// TestBusy fills the workers and the queue, and sees the next requests turned
// away and those before answered.
func TestBusy(t *testing.T) {
	x := &fake{hold: make(chan struct{})}
	url, _ := start(t, x, limits(func(l *serve.Limits) { l.Workers, l.Queue = 2, 3 }))
	statuses := make(chan int)
	ask := func(kind string) {
		status, header, body := post(t, url+"/v1/extract", kind, `{"text":"Shells fell."}`)
		if status == http.StatusTooManyRequests && (header.Get("Retry-After") != "1" || !strings.Contains(body, "try again")) {
			t.Errorf("429: %v %s", header, body)
		}
		statuses <- status
	}
	for range 10 {
		go ask(one)
		go ask(lines)
	}
	count := map[int]int{}
	for range 15 {
		count[<-statuses]++
	}
	if count[http.StatusTooManyRequests] != 15 {
		t.Errorf("15 of 20 requests: %v", count)
	}
	close(x.hold)
	for range 5 {
		count[<-statuses]++
	}
	if count[200] != 5 {
		t.Errorf("all requests: %v", count)
	}
	if status, _, _ := post(t, url+"/v1/extract", one, `{"text":"Shells fell."}`); status != 200 {
		t.Errorf("afterwards: %d", status)
	}
}

// dial opens a connection and writes the head of a request to it.
func dial(t *testing.T, url, kind, length, body string) net.Conn {
	t.Helper()
	address, query, _ := strings.Cut(strings.TrimPrefix(url, "http://"), "?")
	conn, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	fmt.Fprintf(conn, "POST /v1/extract?"+query+" HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\n%s\r\n\r\n%s", kind, length, body)
	return conn
}

// TestSlow has clients that say nothing, stop in the middle, or trickle. They
// are ended, and take no worker from others meanwhile.
func TestSlow(t *testing.T) {
	url, _ := start(t, &fake{}, limits(func(l *serve.Limits) {
		l.Workers, l.Idle, l.Request = 1, 300*time.Millisecond, time.Second
	}))
	for _, c := range []struct {
		name, kind, length, body, trickle string
		want                              string
	}{
		{"silent", one, "Content-Length: 100", "", "", "408"},
		{"stops", one, "Content-Length: 100", `{"text":"Shells`, "", "408"},
		{"trickles", one, "Content-Length: 100000", "", "x", "408"},
		{"silent lines", lines, "Content-Length: 100", "", "", "408"},
		{"stops after a line", lines, "Content-Length: 100", "{\"text\":\"Shells fell.\"}\n", "", "the request came too slowly"},
		{"trickles lines", lines, "Content-Length: 100000", "{\"text\":\"Shells fell.\"}\n", "x", `{"error":"the request `},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			conn := dial(t, url, c.kind, c.length, c.body)
			if c.trickle != "" {
				go func() {
					for range 200 {
						time.Sleep(20 * time.Millisecond)
						if _, err := io.WriteString(conn, c.trickle); err != nil {
							return
						}
					}
				}()
			}
			conn.SetReadDeadline(time.Now().Add(30 * time.Second))
			got, err := io.ReadAll(conn) // what trickles in when all is said is met by a reset
			if err != nil && c.trickle == "" || !strings.Contains(string(got), c.want) {
				t.Errorf("got %q %v, want %s", got, err, c.want)
			}
		})
	}
	t.Run("others", func(t *testing.T) {
		t.Parallel()
		for range 20 {
			if status, _, body := post(t, url+"/v1/extract", one, `{"text":"Shells fell."}`); status != 200 {
				t.Errorf("%d %s", status, body)
			}
			time.Sleep(20 * time.Millisecond)
		}
	})
}

// TestDeaf has a client that sends much and reads nothing.
func TestDeaf(t *testing.T) {
	url, stop := start(t, &fake{}, limits(func(l *serve.Limits) { l.Idle = 300 * time.Millisecond; l.Body = 64 << 20 }))
	body := strings.Repeat("{\"text\":\""+strings.Repeat("Shells fell on the town. ", 20000)+"\"}\n", 60)
	conn := dial(t, url+"?text=true", lines, fmt.Sprintf("Content-Length: %d", len(body)), "")
	conn.(*net.TCPConn).SetReadBuffer(4096)
	_, _ = io.WriteString(conn, body) // may fail when the server has had enough
	began := time.Now()
	if stop(); time.Since(began) > 30*time.Second {
		t.Errorf("a deaf client kept the server for %v", time.Since(began))
	}
}

// waitFor waits until the metrics hold all lines.
func waitFor(t *testing.T, url string, lines ...string) {
	t.Helper()
	for deadline := time.Now().Add(30 * time.Second); ; time.Sleep(10 * time.Millisecond) {
		r, err := http.Get(url + "/metrics")
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r.Body)
		if r.Body.Close(); err != nil {
			t.Fatal(err)
		}
		missing := slices.DeleteFunc(slices.Clone(lines), func(line string) bool { return strings.Contains(string(b), line) })
		switch {
		case len(missing) == 0:
			return
		case time.Now().After(deadline):
			t.Fatalf("the metrics never had %q", missing)
		}
	}
}

// TestGone has clients that go away: in the head, in the body, and while they
// are waited for.
func TestGone(t *testing.T) {
	x := &fake{hold: make(chan struct{})}
	url, stop := start(t, x, limits(nil))
	for range 5 {
		conn, err := net.Dial("tcp", strings.TrimPrefix(url, "http://"))
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(conn, "POST /v1/ext")
		conn.Close()
		dial(t, url, one, "Content-Length: 100", `{"text":"She`).Close()
		dial(t, url, lines, "Content-Length: 100", "{\"text\":\"Shells fell.\"}\n").Close()
		dial(t, url, lines, "Transfer-Encoding: chunked", "zz\r\n").Close()
		dial(t, url, one, "Content-Length: 23", `{"text":"Shells fell."}`).Close()
	}
	// The workers are free again: the articles of those who left are given up.
	waitFor(t, url, "\nsitrep_requests_open 0\n", "\nsitrep_workers_busy 0\n")
	close(x.hold)
	stop()
}
