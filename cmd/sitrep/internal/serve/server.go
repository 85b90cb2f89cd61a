package serve

import (
	"context"
	"io"
	"log"
	"net"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
	"golang.org/x/net/netutil"

	"sitrep/extract"
	"sitrep/extract/article"
	"sitrep/extract/table"
)

// Extractor is what the server needs of extract.Extractor.
type Extractor interface {
	Extract(context.Context, article.Input) (extract.Result, error)
}

// Limits are what the server takes on.
type Limits struct {
	Workers     int           // articles worked on at once
	Queue       int           // requests that may wait for a worker; more get 429
	Connections int           // connections at once; more wait to be accepted
	Body        int64         // bytes of a request
	Article     int64         // bytes of an article
	Request     time.Duration // how long a request may take
	Idle        time.Duration // how long a client may send or take nothing
	Grace       time.Duration // how long requests may go on when the server is stopped
}

// DefaultLimits are for programs on the same machine; Workers is left to the
// caller.
var DefaultLimits = Limits{
	Queue: 16, Connections: 256, Body: 8 << 20, Article: 1 << 20,
	Request: 5 * time.Minute, Idle: 30 * time.Second, Grace: 30 * time.Second,
}

// Options are how articles are read.
type Options struct {
	AnyLanguage bool // also those that are not in English
}

// Server is a Handler with what it needs to start and stop.
type Server struct {
	extractor Extractor
	limits    Limits
	options   Options
	gate      *gate
	metrics   *metrics
	handler   http.Handler
	requests  sync.WaitGroup
	stopping  atomic.Bool
}

// New returns a server that has not begun to serve.
func New(x Extractor, l Limits, o Options) (*Server, error) {
	schema, err := table.Encode(table.Schema())
	if err != nil {
		return nil, err
	}
	s := &Server{extractor: x, limits: l, options: o, gate: newGate(l.Workers, l.Queue)}
	s.metrics = newMetrics(s.gate)
	mux := http.NewServeMux()
	mux.Handle("POST /v1/extract", s.metrics.count(http.HandlerFunc(s.extract)))
	mux.HandleFunc("GET /v1/schema", func(w http.ResponseWriter, _ *http.Request) { reply(w, http.StatusOK, schema) })
	mux.HandleFunc("GET /healthz", s.health)
	mux.Handle("GET /metrics", s.metrics.handler())
	// A page that somebody visits on this machine must not make its browser work
	// here: what it sends says that it comes from elsewhere.
	s.handler = s.counted(http.NewCrossOriginProtection().Handler(mux))
	return s, nil
}

// Handler returns the answers to all paths.
func (s *Server) Handler() http.Handler { return s.handler }

// counted lets Serve wait for requests that are still answered.
func (s *Server) counted(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.requests.Add(1)
		defer s.requests.Done()
		h.ServeHTTP(w, r)
	})
}

// The time that a client has for the head of a request, and how long a
// connection is kept for the next one.
const (
	headTime = 10 * time.Second
	keepTime = 2 * time.Minute
)

// Serve answers on l until ctx ends. Then it takes no more requests and gives
// those under way Limits.Grace to end. It returns nil where it was stopped so,
// whether or not all of them did.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	h := &http.Server{
		Handler: s.handler, ReadHeaderTimeout: headTime, IdleTimeout: keepTime, MaxHeaderBytes: 64 << 10,
		ErrorLog: log.New(io.Discard, "", 0), // about clients' connections: the metrics count them
	}
	served := make(chan error, 1)
	go func() { served <- h.Serve(netutil.LimitListener(l, s.limits.Connections)) }()
	select {
	case err := <-served:
		return err
	case <-ctx.Done():
	}
	s.stopping.Store(true)
	grace, cancel := context.WithTimeout(context.Background(), s.limits.Grace)
	defer cancel()
	if h.Shutdown(grace) != nil {
		h.Close()
	}
	<-served
	s.requests.Wait()
	return nil
}

func (s *Server) health(w http.ResponseWriter, _ *http.Request) {
	if s.stopping.Load() {
		fail(w, http.StatusServiceUnavailable, "stopping")
		return
	}
	reply(w, http.StatusOK, []byte(`{"status":"ok"}`))
}

// reply writes a line of JSON.
func reply(w http.ResponseWriter, status int, line []byte) {
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.WriteHeader(status)
	w.Write(append(line, '\n'))
}

// fail writes an error as a line of JSON.
func fail(w http.ResponseWriter, status int, message string) {
	line, err := table.Encode(failure{Error: message})
	if err != nil {
		line = []byte(`{"error":"internal error"}`)
	}
	reply(w, status, line)
}

// metrics are what /metrics shows. Each server has its own.
type metrics struct {
	registry *prometheus.Registry
	requests *prometheus.CounterVec // by status
	duration prometheus.ObserverVec // of requests
	articles prometheus.Counter
	events   prometheus.Counter
	failures prometheus.Counter // articles that were not read
	seconds  prometheus.Histogram
}

// buckets reach from the shortest note to a minute of work.
var buckets = []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30, 60}

func newMetrics(g *gate) *metrics {
	duration := prometheus.NewHistogramVec(prometheus.HistogramOpts{
		Name: "sitrep_request_duration_seconds", Help: "Time from the first to the last byte of a request to /v1/extract.", Buckets: buckets}, nil)
	m := &metrics{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "sitrep_requests_total", Help: "Requests to /v1/extract by HTTP status; 429 were turned away."}, []string{"code"}),
		duration: duration,
		articles: prometheus.NewCounter(prometheus.CounterOpts{Name: "sitrep_articles_total", Help: "Articles read."}),
		events:   prometheus.NewCounter(prometheus.CounterOpts{Name: "sitrep_events_total", Help: "Records written."}),
		failures: prometheus.NewCounter(prometheus.CounterOpts{Name: "sitrep_article_errors_total", Help: "Articles that could not be read."}),
		seconds: prometheus.NewHistogram(prometheus.HistogramOpts{
			Name: "sitrep_article_duration_seconds", Help: "Time that a worker took for an article.", Buckets: buckets}),
	}
	m.registry.MustRegister(m.requests, duration, m.articles, m.events, m.failures, m.seconds,
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: "sitrep_requests_open", Help: "Requests that wait for a worker or are worked on."},
			func() float64 { return float64(g.requests.Load()) }),
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: "sitrep_workers_busy", Help: "Articles that are worked on."},
			func() float64 { return float64(len(g.workers)) }),
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: "sitrep_workers", Help: "Articles that may be worked on at once."},
			func() float64 { return float64(cap(g.workers)) }),
		collectors.NewGoCollector(),
		collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}),
	)
	return m
}

// count counts the requests to h and the time they take.
func (m *metrics) count(h http.Handler) http.Handler {
	return promhttp.InstrumentHandlerDuration(m.duration, promhttp.InstrumentHandlerCounter(m.requests, h))
}

func (m *metrics) handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})
}
