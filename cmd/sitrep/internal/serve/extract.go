package serve

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"mime"
	"net"
	"net/http"
	"slices"
	"strconv"
	"time"

	"sitrep/cmd/sitrep/internal/ordered"
	"sitrep/extract"
	"sitrep/extract/corpus"
	"sitrep/extract/record"
	"sitrep/extract/table"
)

// answer is what is written for an article.
type answer struct {
	Line     int             `json:"line,omitempty"` // in JSON lines, counted from 1
	Article  record.Article  `json:"article"`
	Text     string          `json:"text,omitempty"` // in which offsets count, with ?text=true
	Events   []record.Record `json:"events"`
	LeftOut  int             `json:"left_out"`
	Warnings []string        `json:"warnings,omitempty"`
}

// failure is what is written for an article or a request that was not read.
type failure struct {
	Line  int    `json:"line,omitempty"`
	Error string `json:"error"`
}

var (
	errBusy = errors.New("all workers are busy and the queue is full: try again later")
	errTime = errors.New("the request took longer than --timeout")
	errGone = errors.New("the client took nothing of the answer for too long")
)

const (
	oneArticle = "application/json"
	jsonLines  = "application/x-ndjson"
)

// linesTypes are the names under which JSON lines are sent.
var linesTypes = []string{jsonLines, "application/ndjson", "application/jsonl", "application/x-jsonlines", "application/json-lines"}

// extract answers POST /v1/extract: one article as JSON with one object, JSON
// lines with a line for each article, in order and as soon as it is done.
func (s *Server) extract(w http.ResponseWriter, r *http.Request) {
	kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	isLines := slices.Contains(linesTypes, kind)
	if err != nil || kind != oneArticle && !isLines {
		fail(w, http.StatusUnsupportedMediaType, "Content-Type: want "+oneArticle+" for one article, "+jsonLines+" for one a line")
		return
	}
	if e := r.Header.Get("Content-Encoding"); e != "" && e != "identity" {
		fail(w, http.StatusUnsupportedMediaType, "Content-Encoding "+strconv.Quote(e)+": send the body unpacked")
		return
	}
	ctx, cancel := context.WithTimeoutCause(r.Context(), s.limits.Request, errTime)
	defer cancel()
	deadline, _ := ctx.Deadline()
	control := http.NewResponseController(w)
	x := &exchange{
		server: s, ctx: ctx, response: w, control: control, out: bufio.NewWriterSize(&taker{w, control, s.limits.Idle}, chunk),
		visit: &visit{gate: s.gate}, lines: isLines, withText: r.URL.Query().Get("text") == "true",
	}
	defer x.visit.leave()
	_ = control.EnableFullDuplex() // HTTP/1 only: fails where it is not needed
	in := &body{in: http.MaxBytesReader(w, r.Body, s.limits.Body), raw: r.Body, control: control, idle: s.limits.Idle, until: deadline}
	defer in.close()
	if isLines {
		x.stream(in)
	} else {
		x.one(in)
	}
}

// exchange is one request and its answer.
type exchange struct {
	server   *Server
	ctx      context.Context
	response http.ResponseWriter
	control  *http.ResponseController
	out      *bufio.Writer // to response
	visit    *visit
	lines    bool
	withText bool
	begun    bool // the answer has its status
}

// one answers a request with one article.
func (x *exchange) one(in io.Reader) {
	data, err := io.ReadAll(in)
	if err != nil {
		x.end(err)
		return
	}
	var line bytes.Buffer
	if err := json.Compact(&line, bytes.TrimPrefix(data, []byte("\ufeff"))); err != nil {
		x.end(fmt.Errorf("not JSON: %w", err))
		return
	}
	if bytes.HasPrefix(line.Bytes(), []byte("[")) {
		x.end(errors.New("want one article, got a list: send several as " + jsonLines + ", one a line"))
		return
	}
	if int64(line.Len()) > x.server.limits.Article {
		x.end(&http.MaxBytesError{Limit: x.server.limits.Article})
		return
	}
	x.end(x.run(&line, nil))
}

// stream answers a request with JSON lines.
func (x *exchange) stream(in io.Reader) {
	spool := newSpool(in)
	// Nothing may read from the body once the request is answered.
	defer spool.close(x.control)
	err := x.run(spool, spool.failure)
	gone := errors.Is(err, context.Canceled)
	if gone {
		spool.wait() // the server takes a silent client for one that is gone, and then says why
	}
	if broken := spool.failure(); broken != nil && (err == nil || gone) {
		err = broken
	}
	x.end(err)
}

// task is an article on its way.
type task struct {
	doc    corpus.Document
	line   int
	begun  bool // the visit was told
	result extract.Result
	err    error
}

// run answers the articles of in. broken returns why in could not be read to its
// end; it may be nil.
func (x *exchange) run(in io.Reader, broken func() error) error {
	ctx, cancel := context.WithCancel(x.ctx)
	defer cancel()
	err := ordered.Run(ctx, x.server.limits.Workers, x.tasks(ctx, in, broken), x.work, x.writeResult, x.flush)
	if x.ctx.Err() != nil {
		return context.Cause(x.ctx)
	}
	return err
}

// tasks yields the articles of in. Where the first finds no room, it is the only
// one.
func (x *exchange) tasks(ctx context.Context, in io.Reader, broken func() error) iter.Seq[*task] {
	o := corpus.Options{KeepDuplicates: true, AnyLanguage: x.server.options.AnyLanguage, Limits: corpus.Limits{Article: x.server.limits.Article}}
	return func(yield func(*task) bool) {
		first := true
		for doc, err := range corpus.ReadLines(ctx, "article", in, o) {
			if err != nil && broken != nil && broken() != nil {
				return // the request is broken, not the line
			}
			t := &task{doc: doc, line: doc.Record, err: err}
			var unread *corpus.Error
			busy := false
			switch {
			case errors.As(err, &unread):
				t.line, t.err = unread.Record, unread.Err
			case err != nil:
			case x.visit.begin(first):
				t.begun, first = true, false
			default:
				busy, t.err = true, errBusy
			}
			if !yield(t) || busy { // t is a worker's now
				return
			}
		}
	}
}

// work extracts one article when a worker is free.
func (x *exchange) work(t *task) {
	if t.begun {
		defer x.visit.end()
	}
	if t.err != nil {
		return
	}
	busy := x.server.gate.work(x.ctx, func() {
		began := time.Now()
		t.result, t.err = x.server.extractor.Extract(x.ctx, t.doc.Input)
		x.server.metrics.seconds.Observe(time.Since(began).Seconds())
		if t.err != nil && x.ctx.Err() == nil {
			t.err = &internalError{t.err}
		}
	})
	if busy != nil {
		t.err = busy
	}
}

// internalError is an error that is not the client's.
type internalError struct{ error }

func (e *internalError) Unwrap() error { return e.error }

// writeResult writes what became of one article: its answer, or why there is none.
func (x *exchange) writeResult(t *task) error {
	if x.ctx.Err() != nil {
		return context.Cause(x.ctx)
	}
	m := x.server.metrics
	if t.err != nil {
		if errors.Is(t.err, errBusy) {
			return t.err
		}
		m.failures.Inc()
		if !x.lines {
			return t.err
		}
		return x.write(failure{t.line, t.err.Error()})
	}
	m.articles.Inc()
	m.events.Add(float64(len(t.result.Events)))
	a := answer{Article: t.result.Article, Events: t.result.Events, LeftOut: t.result.LeftOut, Warnings: append(t.doc.Warnings, t.result.Warnings...)}
	if a.Events == nil {
		a.Events = []record.Record{}
	}
	if x.lines {
		a.Line = t.line
	}
	if x.withText {
		a.Text = t.result.Text
	}
	return x.write(a)
}

// write writes one line of the answer.
func (x *exchange) write(v any) error {
	line, err := table.Encode(v)
	if err != nil {
		return err
	}
	if !x.begun {
		x.begun = true
		h := x.response.Header()
		if h.Set("Content-Type", oneArticle); x.lines {
			h.Set("Content-Type", jsonLines)
			// The request may turn out to be broken when this is long sent.
			h.Set("Connection", "close")
		}
		h.Set("X-Content-Type-Options", "nosniff")
	}
	_, err = x.out.Write(append(line, '\n'))
	return err
}

// flush sends what is written: the next line takes a while.
func (x *exchange) flush() error {
	if x.out.Buffered() == 0 {
		return nil
	}
	if err := x.out.Flush(); err != nil {
		return err
	}
	return x.control.Flush()
}

// end ends the answer. An error becomes its status or, where the status is
// sent, a last line without a number.
func (x *exchange) end(err error) {
	if err == nil && !x.begun {
		err = errors.New("no article in the request")
	}
	switch {
	case err == nil:
	case !x.begun:
		status, message := statusOf(err)
		if x.lines || status == http.StatusRequestTimeout || status == http.StatusRequestEntityTooLarge {
			x.response.Header().Set("Connection", "close")
		}
		if status == http.StatusTooManyRequests || status == http.StatusServiceUnavailable {
			x.response.Header().Set("Retry-After", "1")
		}
		fail(x.response, status, message)
		_ = x.control.Flush() // a client that is still sending should see it now
	default:
		_, message := statusOf(err)
		_ = x.write(failure{Error: message}) // a client that is gone reads it as little as the rest
	}
	if _ = x.out.Flush(); x.lines {
		_ = x.control.Flush()
	}
}

// statusOf returns the HTTP status of an error and its message.
func statusOf(err error) (int, string) {
	var large *http.MaxBytesError
	var own *internalError
	var slow net.Error
	switch {
	case errors.Is(err, errBusy):
		return http.StatusTooManyRequests, err.Error()
	case errors.As(err, &large):
		return http.StatusRequestEntityTooLarge, fmt.Sprintf("more than %d bytes (--max-body, --max-article)", large.Limit)
	case errors.Is(err, errTime):
		return http.StatusServiceUnavailable, err.Error()
	case errors.Is(err, corpus.ErrLanguage):
		return http.StatusUnprocessableEntity, err.Error()
	case errors.As(err, &slow) && slow.Timeout():
		return http.StatusRequestTimeout, "the request came too slowly"
	case errors.As(err, &own):
		return http.StatusInternalServerError, own.Error()
	}
	return http.StatusBadRequest, err.Error()
}

// taker writes to a client with a time limit on each write.
type taker struct {
	to      io.Writer
	control *http.ResponseController
	idle    time.Duration
}

func (t *taker) Write(p []byte) (int, error) {
	_ = t.control.SetWriteDeadline(time.Now().Add(t.idle))
	n, err := t.to.Write(p)
	var slow net.Error
	if errors.As(err, &slow) && slow.Timeout() {
		err = errGone
	}
	return n, err
}
