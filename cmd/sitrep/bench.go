package main

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"text/tabwriter"
	"time"

	"github.com/jdkato/prose/v2"
	"github.com/spf13/cobra"

	"sitrep/extract"
	"sitrep/extract/clock"
	"sitrep/extract/corpus"
)

// benchOptions are the flags of `sitrep bench`.
type benchOptions struct {
	pipeline
	inputs
	seconds float64
}

func newBench(s *streams) *cobra.Command {
	o := &benchOptions{}
	c := &cobra.Command{
		Use:   "bench [PATH…]",
		Short: "Measure how fast articles are read, and what takes the time",
		Long: `Reads the same inputs as extract, on one core, again and again, and writes how many
articles, megabytes and events a second that makes, the share of each stage, and the
memory taken. prose, the tagger whose weights sitrep uses, reads some of the articles by
its defaults in the same run, so that the machine and its load count for both.`,
		Example: "  sitrep bench folder\n  sitrep bench --seconds 1 articles.jsonl",
		RunE: func(c *cobra.Command, args []string) error {
			if err := o.inputs.complete(c, s, args); err != nil {
				return err
			}
			if o.seconds <= 0 {
				return usagef("--seconds %v: want more than 0", o.seconds)
			}
			t := &clock.Clock{}
			x, err := o.build(s, extract.WithClock(t))
			if err != nil {
				return err
			}
			return o.run(c.Context(), s, x, t)
		},
	}
	f := c.Flags()
	f.SortFlags = false
	f.Float64Var(&o.seconds, "seconds", 5, "least `NUMBER` of seconds to measure")
	o.inputs.flags(f)
	o.pipeline.flags(f)
	return c
}

// benchBytes is how much text is held and measured. Of larger inputs the first
// articles are taken.
const benchBytes = 64 << 20

func (o *benchOptions) run(ctx context.Context, s *streams, x extractor, t *clock.Clock) error {
	wrong, err := newProblems(s, "")
	if err != nil {
		return err
	}
	var docs []corpus.Document
	size := 0
	for doc, err := range o.documents(ctx, s) {
		if ok, err := wrong.about(&task{doc: doc, err: err}); err != nil {
			return err
		} else if !ok {
			continue
		}
		docs = append(docs, doc)
		if size += len(doc.Text); size >= benchBytes {
			break
		}
	}
	if len(docs) > 0 {
		b, err := newBenchmark(ctx, x, docs)
		if err != nil {
			return err
		}
		if err := b.run(ctx, time.Duration(o.seconds*float64(time.Second))); err != nil {
			return err
		}
		if err := b.write(s, t); err != nil {
			return outputError(err)
		}
	}
	return wrong.err()
}

// benchmark is one run of `sitrep bench`.
type benchmark struct {
	x    extractor
	docs []corpus.Document

	articles, events int
	ours, proses     pace
	model            *prose.Model
}

// pace is how much text was read in which time.
type pace struct {
	bytes int
	spent time.Duration
}

func (p pace) perSecond() float64 { return float64(p.bytes) / 1e6 / p.spent.Seconds() }

// newBenchmark has all tables loaded, which is no part of what is measured.
func newBenchmark(ctx context.Context, x extractor, docs []corpus.Document) (*benchmark, error) {
	d, err := prose.NewDocument("Rebels shelled the town.")
	if err != nil {
		return nil, err
	}
	for _, doc := range docs[:min(len(docs), 20)] {
		if _, err := x.Extract(ctx, doc.Input); err != nil {
			return nil, err
		}
	}
	return &benchmark{x: x, docs: docs, model: d.Model}, nil
}

// run reads all articles at least once, and goes on until the time is up. prose
// reads one whenever it has had less than half of the time that sitrep has had:
// its pace is known from few articles.
func (b *benchmark) run(ctx context.Context, least time.Duration) error {
	for begun := time.Now(); b.articles == 0 || time.Since(begun) < least; {
		for i := range b.docs {
			if err := b.read(ctx, &b.docs[i]); err != nil {
				return err
			}
		}
	}
	return nil
}

// read reads one article.
func (b *benchmark) read(ctx context.Context, doc *corpus.Document) error {
	start := time.Now()
	r, err := b.x.Extract(ctx, doc.Input)
	if err != nil {
		return err
	}
	b.ours.spent += time.Since(start)
	b.ours.bytes += len(doc.Text)
	b.articles++
	b.events += len(r.Events)
	if 2*b.proses.spent > b.ours.spent {
		return ctx.Err()
	}
	start = time.Now()
	if _, err := prose.NewDocument(doc.Text, prose.UsingModel(b.model)); err != nil {
		return err
	}
	b.proses.spent += time.Since(start)
	b.proses.bytes += len(doc.Text)
	return ctx.Err()
}

// write writes what was measured.
func (b *benchmark) write(s *streams, t *clock.Clock) error {
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	seconds := b.ours.spent.Seconds()
	w := tabwriter.NewWriter(s.out, 0, 0, 2, ' ', 0)
	fmt.Fprintf(w, "read\t%d articles\t%.2f MB\t%d events\n", b.articles, float64(b.ours.bytes)/1e6, b.events)
	fmt.Fprintf(w, "a second\t%.0f articles\t%.3f MB\t%.0f events\n", float64(b.articles)/seconds, b.ours.perSecond(), float64(b.events)/seconds)
	fmt.Fprintf(w, "prose alone\t\t%.3f MB\tsitrep is %.1f times as fast\n", b.proses.perSecond(), b.ours.perSecond()/b.proses.perSecond())
	fmt.Fprintf(w, "memory\t\t%.0f MB\ttaken from the system, with prose's models\n", float64(memory.Sys)/1e6)
	if err := w.Flush(); err != nil {
		return err
	}
	fmt.Fprintln(s.out)
	return writeShares(s, t)
}

// writeShares writes the share of each stage in the time, the largest first.
func writeShares(s *streams, t *clock.Clock) error {
	var all time.Duration
	var stages []clock.Stage
	for x := range clock.Stages {
		all += t.Spent(x)
		stages = append(stages, x)
	}
	slices.SortStableFunc(stages, func(a, b clock.Stage) int { return int(t.Spent(b) - t.Spent(a)) })
	w := tabwriter.NewWriter(s.out, 0, 0, 2, ' ', tabwriter.AlignRight)
	for _, x := range stages {
		fmt.Fprintf(w, "%s\t%.1f %%\t\n", x, 100*t.Spent(x).Seconds()/all.Seconds())
	}
	return w.Flush()
}
