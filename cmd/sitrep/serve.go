package main

import (
	"errors"
	"fmt"
	"net"
	"runtime"

	"github.com/spf13/cobra"

	"sitrep/cmd/sitrep/internal/serve"
)

// serveOptions are the flags of `sitrep serve`.
type serveOptions struct {
	pipeline
	address string
	limits  serve.Limits
	options serve.Options
}

func newServe(s *streams) *cobra.Command {
	o := &serveOptions{limits: serve.DefaultLimits}
	c := &cobra.Command{
		Use:   "serve",
		Short: "Answer over HTTP, on this machine only unless told otherwise",
		Long: `Answers programs that would else start sitrep for each article:

  POST /v1/extract   one article as JSON (application/json), or one a line
                     (application/x-ndjson): {"text": …} and optionally id, title,
                     published, publisher, url. The answer has for each article, in
                     order, {"article": …, "events": […]}, or {"error": …}; with
                     ?text=true also the text in which offsets count
  GET /v1/schema     the JSON Schema of an event
  GET /healthz       whether it serves
  GET /metrics       numbers for Prometheus

An event is what sitrep extract --format jsonl writes. Nothing is kept between two
requests. When all workers are busy and the queue is full, the answer is 429 with
Retry-After. Interrupted, the server finishes what it has begun.

It listens on 127.0.0.1, where only programs on this machine reach it. It has no
passwords and no encryption: do not give it a public address.`,
		Example: `  sitrep serve
  sitrep serve --addr 127.0.0.1:9000 --jobs 4 --actors groups.csv
  curl -s http://127.0.0.1:8080/v1/extract --json '{"text": "Rebels shelled Idlib on Monday."}'
  curl -s http://127.0.0.1:8080/v1/extract -H 'Content-Type: application/x-ndjson' --data-binary @articles.jsonl`,
		Args: noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			if err := o.check(); err != nil {
				return err
			}
			x, err := o.build(s)
			if err != nil {
				return err
			}
			server, err := serve.New(x, o.limits, o.options)
			if err != nil {
				return err
			}
			l, err := net.Listen("tcp", o.address)
			if err != nil {
				return usagef("--addr %s: %w", o.address, reasonOf(err))
			}
			fmt.Fprintln(s.err, "sitrep: "+welcome(l.Addr()))
			return server.Serve(c.Context(), l)
		},
	}
	f := c.Flags()
	f.SortFlags = false
	f.StringVar(&o.address, "addr", "127.0.0.1:8080", "`HOST:PORT` to listen on; port 0 takes a free one")
	f.IntVarP(&o.limits.Workers, "jobs", "j", runtime.GOMAXPROCS(0), "`NUMBER` of articles to work on at once")
	f.IntVar(&o.limits.Queue, "queue", o.limits.Queue, "`NUMBER` of requests that may wait for a worker; more get 429")
	f.IntVar(&o.limits.Connections, "max-connections", o.limits.Connections, "`NUMBER` of connections at once; more wait")
	f.Int64Var(&o.limits.Body, "max-body", o.limits.Body, "most `BYTES` of a request")
	f.Int64Var(&o.limits.Article, "max-article", o.limits.Article, "most `BYTES` of one article")
	f.DurationVar(&o.limits.Request, "timeout", o.limits.Request, "most `TIME` for a request")
	f.DurationVar(&o.limits.Idle, "idle", o.limits.Idle, "most `TIME` for which a client may send or take nothing")
	f.DurationVar(&o.limits.Grace, "grace", o.limits.Grace, "most `TIME` to finish requests when interrupted")
	f.BoolVar(&o.options.AnyLanguage, "any-language", false, "read texts that are not in English as if they were")
	o.pipeline.flags(f)
	return c
}

func (o *serveOptions) check() error {
	l := o.limits
	for _, n := range []struct {
		flag      string
		got, want int64
	}{{"jobs", int64(l.Workers), 1}, {"queue", int64(l.Queue), 0}, {"max-connections", int64(l.Connections), 1}, {"max-body", l.Body, 1}, {"max-article", l.Article, 1}} {
		if n.got < n.want {
			return usagef("--%s %d: want %d or more", n.flag, n.got, n.want)
		}
	}
	if l.Request <= 0 || l.Idle <= 0 || l.Grace < 0 {
		return usagef("--timeout, --idle and --grace: want a time, as in 30s or 5m")
	}
	return nil
}

// reasonOf returns why an address can't be listened on, without the words of
// the operation that failed.
func reasonOf(err error) error {
	var op *net.OpError
	if errors.As(err, &op) {
		return op.Err
	}
	return err
}

// welcome says where the server can be reached, and by whom.
func welcome(a net.Addr) string {
	who := "anyone who reaches this address can use it: there is no password and no encryption"
	if t, ok := a.(*net.TCPAddr); ok && t.IP.IsLoopback() {
		who = "only from this machine"
	}
	return fmt.Sprintf("serving on http://%s, %s; Ctrl-C ends it", a, who)
}
