package main

import (
	"context"
	"fmt"
	"io"
	"sync/atomic"
	"time"

	"github.com/schollz/progressbar/v3"

	"sitrep/extract/event"
)

// progress tells how far a run is: a bar on a terminal, else a line a minute.
type progress struct {
	to       io.Writer
	bar      *progressbar.ProgressBar // nil where there is no terminal
	quiet    bool
	begun    time.Time
	told     time.Time
	read     atomic.Int64 // bytes
	total    atomic.Int64 // bytes; 0 while not known
	articles int
	events   int
	leftOut  int // what may be an event and probably is none
	undated  int // articles without a date of publication
}

const (
	barEvery  = 200 * time.Millisecond
	lineEvery = time.Minute
)

func newProgress(ctx context.Context, s *streams, i *inputs, quiet bool) *progress {
	p := &progress{to: s.err, quiet: quiet, begun: time.Now(), told: time.Now()}
	if quiet {
		return p
	}
	i.options.Read = &p.read
	go i.size(ctx, s, &p.total)
	if terminal(s.err) {
		p.bar = progressbar.NewOptions64(-1, progressbar.OptionSetWriter(s.err), progressbar.OptionShowBytes(true),
			progressbar.OptionSetWidth(20), progressbar.OptionThrottle(0), progressbar.OptionSetPredictTime(true),
			progressbar.OptionFullWidth(), progressbar.OptionClearOnFinish())
	}
	return p
}

// step counts an article and tells where we are, if it is time.
func (p *progress) step(articles, events, failed int) {
	p.articles += articles
	p.events += events
	every := lineEvery
	if p.bar != nil {
		every = barEvery
	}
	if p.quiet || time.Since(p.told) < every {
		return
	}
	p.told = time.Now()
	if p.bar != nil {
		if total := p.total.Load(); total > 0 && p.bar.GetMax64() != total {
			p.bar.ChangeMax64(total)
		}
		p.bar.Describe(p.counts(failed))
		p.bar.Set64(min(p.read.Load(), max(p.bar.GetMax64()-1, 0)))
		return
	}
	fmt.Fprintf(p.to, "sitrep: %s%s\n", p.counts(failed), p.left())
}

func (p *progress) counts(failed int) string {
	s := fmt.Sprintf("%d articles, %.0f/s, %d events", p.articles, float64(p.articles)/time.Since(p.begun).Seconds(), p.events)
	if failed > 0 {
		s += fmt.Sprintf(", %d errors", failed)
	}
	return s
}

// left returns how much there is to do, as far as that is known.
func (p *progress) left() string {
	read, total := p.read.Load(), p.total.Load()
	if total == 0 || read == 0 || read > total {
		return ""
	}
	rest := time.Duration(float64(time.Since(p.begun)) * float64(total-read) / float64(read))
	return fmt.Sprintf(", %d %% read, about %s left", 100*read/total, rest.Round(time.Second))
}

// clear takes the bar off the line that a message will be written on.
func (p *progress) clear() {
	if p.bar != nil {
		p.bar.Clear()
	}
}

// few is up to how many inputs a run says nothing of itself, unless on a
// terminal.
const few = 10

// finish writes the closing summary.
func (p *progress) finish(known int, wrong *problems) {
	p.clear()
	if p.quiet || p.articles+wrong.failed+wrong.skipped <= few && time.Since(p.begun) < lineEvery && p.bar == nil {
		return
	}
	s := counted(p.articles, "article") + ", " + counted(p.events, "event")
	for _, c := range []struct {
		n    int
		what string
	}{{known, "done before"}, {wrong.skipped, "left out"}, {wrong.failed, "not read"}} {
		if c.n > 0 {
			s += fmt.Sprintf(", %d %s", c.n, c.what)
		}
	}
	if p.leftOut > 0 {
		s += fmt.Sprintf(", %d more that may be events (--min-confidence %g shows them)", p.leftOut, event.MayBe)
	}
	if p.undated > 0 {
		s += fmt.Sprintf(", %d without a publication date (--published gives them one)", p.undated)
	}
	fmt.Fprintf(p.to, "sitrep: %s in %s\n", s, time.Since(p.begun).Round(100*time.Millisecond))
}
