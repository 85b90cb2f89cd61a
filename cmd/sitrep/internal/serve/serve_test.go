package serve_test

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"sitrep/cmd/sitrep/internal/serve"
	"sitrep/extract"
	"sitrep/extract/article"
	"sitrep/extract/record"
	"sitrep/extract/table"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// fake is an extractor that finds one event in every article. It works as long
// as hold is not closed, if there is one, and fails on the text "fail".
type fake struct {
	hold chan struct{}
}

func (f *fake) Extract(ctx context.Context, in article.Input) (extract.Result, error) {
	if f.hold != nil {
		select {
		case <-f.hold:
		case <-ctx.Done():
			return extract.Result{}, ctx.Err()
		}
	}
	if in.Text == "fail" {
		return extract.Result{}, errors.New("failed")
	}
	a := record.Article{ID: in.ID}
	return extract.Result{Article: a, Text: in.Text, Events: []record.Record{{ID: "e-" + in.ID, Article: a}}}, nil
}

// limits are DefaultLimits with times that a test can wait for.
func limits(change func(*serve.Limits)) serve.Limits {
	l := serve.DefaultLimits
	l.Workers, l.Idle, l.Request, l.Grace = 2, 10*time.Second, time.Minute, time.Minute
	if change != nil {
		change(&l)
	}
	return l
}

// start serves on loopback. stop ends the server as an interrupt does, and
// waits.
func start(t *testing.T, x serve.Extractor, l serve.Limits) (url string, stop func()) {
	t.Helper()
	s, err := serve.New(x, l, serve.Options{})
	if err != nil {
		t.Fatal(err)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	served := make(chan error, 1)
	go func() { served <- s.Serve(ctx, listener) }()
	stop = sync.OnceFunc(func() {
		http.DefaultClient.CloseIdleConnections()
		cancel()
		if err := <-served; err != nil {
			t.Errorf("Serve: %v", err)
		}
	})
	t.Cleanup(stop)
	return "http://" + listener.Addr().String(), stop
}

const (
	one   = "application/json"
	lines = "application/x-ndjson"
)

func post(t *testing.T, url, kind, body string) (status int, header http.Header, answer string) {
	t.Helper()
	r, err := http.Post(url, kind, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return r.StatusCode, r.Header, string(b)
}

func TestAnswers(t *testing.T) {
	url, _ := start(t, &fake{}, limits(func(l *serve.Limits) { l.Body, l.Article = 2000, 500 }))
	long := `{"text":"` + strings.Repeat("a ", 300) + `"}`
	for _, c := range []struct {
		name, path, kind, body string
		status                 int
		want                   string // each line in the answer, in order
	}{
		{"an article", "/v1/extract", one, `{"id":"a","text":"Shells fell."}`, 200, `{"article":{"id":"a"},"events":[`},
		{"an article over lines", "/v1/extract", one + "; charset=utf-8", "\ufeff{\n\"id\":\"a\",\n\"text\":\"Shells fell.\"}\n", 200, `"id":"e-a"`},
		{"usual names of fields", "/v1/extract", one, `{"uuid":7,"body":"Shells fell."}`, 200, `"id":"7"`},
		{"the text", "/v1/extract?text=true", one, `{"text":"Shells fell."}`, 200, `"text":"Shells fell."`},
		{"nothing", "/v1/extract", one, ``, 400, `not JSON`},
		{"no text", "/v1/extract", one, `{"title":""}`, 400, `no field text`},
		{"not JSON", "/v1/extract", one, `Shells fell.`, 400, `not JSON`},
		{"a list", "/v1/extract", one, `[{"text":"Shells fell."}]`, 400, `application/x-ndjson`},
		{"another kind", "/v1/extract", "text/plain", `Shells fell.`, 415, `application/json`},
		{"too long an article", "/v1/extract", one, long, 413, `more than 500 bytes`},
		{"too long a body", "/v1/extract", one, strings.Repeat(long, 9), 413, `more than 2000 bytes`},
		{"another language", "/v1/extract", one, `{"text":"Правительственные войска обстреляли город в понедельник утром, сообщили местные жители."}`, 422, `not in English`},
		{"an error of ours", "/v1/extract", one, `{"text":"fail"}`, 500, `failed`},
		{"another path", "/v2/extract", one, `{}`, 404, ``},
		{"lines", "/v1/extract", lines, "{\"id\":\"a\",\"text\":\"One fell.\"}\n\n{\"id\":\"b\",\"text\":\"Two fell.\"}", 200, "{\"line\":1,\"article\":{\"id\":\"a\"}\n{\"line\":3,\"article\":{\"id\":\"b\"}"},
		{"the same text twice", "/v1/extract", "application/jsonl", "{\"text\":\"One fell.\"}\n{\"text\":\"One fell.\"}", 200, "\"line\":1\n\"line\":2"},
		{"a bad line", "/v1/extract", lines, "{\"text\":\"One fell.\"}\nbad\n{\"text\":\"fail\"}\n" + long + "\n{\"text\":\"Five fell.\"}", 200,
			"\"events\"\n{\"line\":2,\"error\":\"not JSON\n{\"line\":3,\"error\":\"failed\"}\n{\"line\":4,\"error\":\"longer than 500 bytes\n{\"line\":5,\"article\""},
		{"only bad lines", "/v1/extract", lines, "bad\nworse", 200, "\"line\":1\n\"line\":2"},
		{"no lines", "/v1/extract", lines, "\n\n", 400, `no article`},
		{"too many lines", "/v1/extract", lines, strings.Repeat("{\"text\":\"One fell.\"}\n", 200), 0, ``},
	} {
		t.Run(c.name, func(t *testing.T) {
			status, header, got := post(t, url+c.path, c.kind, c.body)
			if c.status == 0 { // the error may come before the first line or after many
				if !strings.HasSuffix(got, "{\"error\":\"more than 2000 bytes (--max-body, --max-article)\"}\n") {
					t.Errorf("got %d %s", status, got)
				}
				return
			}
			if status != c.status {
				t.Errorf("status %d, want %d: %s", status, c.status, got)
			}
			if kind := header.Get("Content-Type"); status == 200 && c.kind == lines && kind != lines {
				t.Errorf("Content-Type %s", kind)
			}
			wanted := strings.Split(c.want, "\n")
			gotten := strings.Split(strings.TrimSuffix(got, "\n"), "\n")
			if len(gotten) != len(wanted) {
				t.Fatalf("%d lines, want %d:\n%s", len(gotten), len(wanted), got)
			}
			for i, want := range wanted {
				if !strings.Contains(gotten[i], strings.TrimSuffix(want, "}")) {
					t.Errorf("line %d: %s, want %s", i+1, gotten[i], want)
				}
			}
		})
	}
}

// TestOtherPages asks for what is not extracted.
func TestOtherPages(t *testing.T) {
	url, _ := start(t, &fake{}, limits(nil))
	post(t, url+"/v1/extract", one, `{"text":"Shells fell."}`)
	schema, err := table.Encode(table.Schema())
	if err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		"/v1/schema": string(schema), "/healthz": `{"status":"ok"}`, "/metrics": "\nsitrep_articles_total 1\n",
	} {
		r, err := http.Get(url + path)
		if err != nil {
			t.Fatal(err)
		}
		b, _ := io.ReadAll(r.Body)
		r.Body.Close()
		if r.StatusCode != 200 || !strings.Contains(string(b), want) {
			t.Errorf("%s: %d %.300s, want %.300s", path, r.StatusCode, b, want)
		}
	}
	r, err := http.Get(url + "/v1/extract")
	if err != nil {
		t.Fatal(err)
	}
	if r.Body.Close(); r.StatusCode != http.StatusMethodNotAllowed {
		t.Errorf("GET /v1/extract: %d", r.StatusCode)
	}
}

// TestSameRecords holds the answers to what sitrep extract writes.
func TestSameRecords(t *testing.T) {
	x, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	in := article.Input{ID: "a", Text: "Rebels shelled the town of Idlib on Monday, killing three soldiers, the army said.", Published: "2016-12-12"}
	want, err := x.Extract(context.Background(), in)
	if err != nil {
		t.Fatal(err)
	}
	url, _ := start(t, x, limits(nil))
	body, _ := json.Marshal(map[string]string{"id": in.ID, "text": in.Text, "published": in.Published})
	for _, kind := range []string{one, lines} {
		_, _, got := post(t, url+"/v1/extract", kind, string(body))
		var answer struct{ Events []json.RawMessage }
		if err := json.Unmarshal([]byte(got), &answer); err != nil {
			t.Fatal(err)
		}
		if len(answer.Events) == 0 || len(answer.Events) != len(want.Events) {
			t.Fatalf("%d events, want %d", len(answer.Events), len(want.Events))
		}
		for i, e := range want.Events {
			if line, _ := table.Encode(e); !bytes.Equal(line, answer.Events[i]) {
				t.Errorf("got %s, want %s", answer.Events[i], line)
			}
		}
	}
}

// TestStream sends a line only when the one before is answered.
func TestStream(t *testing.T) {
	url, _ := start(t, &fake{}, limits(nil))
	in, out := io.Pipe()
	defer out.Close()
	next := make(chan struct{})
	go func() {
		for i := range 3 {
			fmt.Fprintf(out, "{\"id\":\"%d\",\"text\":\"Shells fell.\"}\n", i)
			<-next
		}
		out.Close()
	}()
	r, err := http.Post(url+"/v1/extract", lines, in)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	answers := bufio.NewScanner(r.Body)
	for i := range 3 {
		if !answers.Scan() || !strings.Contains(answers.Text(), fmt.Sprintf(`"id":"%d"`, i)) {
			t.Fatalf("answer %d: %s %v", i, answers.Text(), answers.Err())
		}
		next <- struct{}{}
	}
	if answers.Scan() {
		t.Errorf("one answer too many: %s", answers.Text())
	}
}

// TestOrder holds the order of many lines, and that a client may send all of
// them before it reads an answer.
func TestOrder(t *testing.T) {
	url, _ := start(t, &fake{}, limits(nil))
	const n = 2000
	text := strings.Repeat("Shells fell on the town again, and the people who had stayed fled. ", 50)
	var body strings.Builder
	for i := range n {
		fmt.Fprintf(&body, "{\"id\":\"%d\",\"text\":\"%s\"}\n", i, text)
	}
	conn, err := net.Dial("tcp", strings.TrimPrefix(url, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	fmt.Fprintf(conn, "POST /v1/extract?text=true HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n", lines, body.Len())
	if _, err := io.WriteString(conn, body.String()); err != nil {
		t.Fatal(err)
	}
	r, err := http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	answers := bufio.NewScanner(r.Body)
	for i := range n { // more than fits into the buffers of the connection
		if !answers.Scan() || !strings.HasPrefix(answers.Text(), fmt.Sprintf(`{"line":%d,`, i+1)) {
			t.Fatalf("answer %d: %s %v", i, answers.Text(), answers.Err())
		}
	}
}

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

// TestForeignPage sees that a page on the web cannot use the server by a
// visitor's browser.
func TestForeignPage(t *testing.T) {
	s, err := serve.New(&fake{}, limits(nil), serve.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for origin, want := range map[string]int{"": 200, "https://elsewhere.example": 403} {
		r := httptest.NewRequest("POST", "http://127.0.0.1:8080/v1/extract", strings.NewReader(`{"text":"Shells fell."}`))
		r.Header.Set("Content-Type", one)
		if origin != "" {
			r.Header.Set("Origin", origin)
		}
		w := httptest.NewRecorder()
		if s.Handler().ServeHTTP(w, r); w.Code != want {
			t.Errorf("from %s: %d, want %d", cmp.Or(origin, "a program"), w.Code, want)
		}
	}
}
