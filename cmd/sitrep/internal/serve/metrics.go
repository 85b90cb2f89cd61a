package serve

import (
	"net/http"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

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
