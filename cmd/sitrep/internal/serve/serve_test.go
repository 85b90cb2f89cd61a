package serve_test

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
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
