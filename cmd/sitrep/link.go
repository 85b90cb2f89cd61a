package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"sitrep/extract/deaths"
	"sitrep/extract/link"
	"sitrep/extract/record"
	"sitrep/extract/table"
)

// linkOptions are what `sitrep link` is told.
type linkOptions struct {
	eventTables
	linked
	format  string
	explain bool
}

func newLink(s *streams) *cobra.Command {
	o := &linkOptions{}
	c := &cobra.Command{
		Use:   "link EVENTS…",
		Short: "Group the records of many articles into incidents",
		Long: `Reads records that sitrep extract wrote (JSON lines, JSON, CSV, TSV, SQLite,
Parquet; - is standard input) and writes one incident for each happening: every
telling with its source and toll, the lowest, highest, latest and best toll, who
confirms and who denies it. A copied article is one teller with its original.
Deaths add up over incidents: each is counted once, however many articles
tell of it.`,
		Example: `  sitrep link events.jsonl -o incidents.jsonl
  sitrep link 2016/*.jsonl -o incidents.xlsx
  sitrep link events.sqlite --claims -o tellings.csv
  sitrep extract folder --link -o incidents.jsonl`,
		RunE: func(c *cobra.Command, args []string) error {
			if err := o.complete(c, s, args); err != nil {
				return err
			}
			return o.run(c.Context(), s)
		},
	}
	f := c.Flags()
	f.SortFlags = false
	f.StringVarP(&o.format, "format", "f", "", "`FORMAT` of the output: "+strings.Join(table.LinkedFormats, ", ")+" (default: the output's ending, else jsonl)")
	o.eventTables.flags(f)
	o.linked.flags(f)
	o.unknownFlag(f)
	f.BoolVar(&o.explain, "explain", false, "write every comparison with its weights to standard error")
	return c
}

func (o *linkOptions) complete(c *cobra.Command, s *streams, args []string) error {
	if err := o.eventTables.complete(c, s, args); err != nil {
		return err
	}
	return o.linked.complete(&o.format, o.output)
}

// run reads all the records, links them and writes the incidents.
func (o *linkOptions) run(ctx context.Context, s *streams) (err error) {
	sorter := &link.Sorter{}
	defer func() { err = errors.Join(err, sorter.Close()) }()
	if err := o.read(ctx, s, sorter); err != nil {
		return err
	}
	var explain func(link.Decision)
	if o.explain {
		explain = func(d link.Decision) { fmt.Fprintln(s.err, printable(d.String())) }
	}
	return o.write(ctx, sorter, explain, o.format, o.output, s.out)
}

// linked is how incidents are made and written, for the commands that do.
type linked struct {
	linking
	claims bool
}

func (o *linked) flags(f *pflag.FlagSet) {
	f.BoolVar(&o.claims, "claims", false, "a row for each telling of an incident (csv, tsv, geojson)")
	o.linking.flags(f)
}

func (o *linked) complete(format *string, output string) error {
	if err := formatOf(format, output, table.LinkedFormats, func(path string) string {
		if f := table.FormatOf(path); slices.Contains(table.LinkedFormats, f) {
			return f
		}
		return ""
	}); err != nil {
		return err
	}
	if err := table.CheckLinked(*format, table.LinkedOptions{Claims: o.claims}, direct(output)); err != nil {
		return &exitError{exitUsage, err}
	}
	return o.check()
}

// write links sorted records and writes the incidents: whole or not at all.
func (o *linked) write(ctx context.Context, sorter *link.Sorter, explain func(link.Decision), format, path string, stream io.Writer) error {
	out, err := openOutput(path, stream, false)
	if err != nil {
		return err
	}
	target := table.Target{Writer: out, Path: path}
	if out.final != "" {
		target.Path = partOf(path)
	}
	w, err := table.NewLinked(format, target, table.LinkedOptions{Claims: o.claims})
	if err != nil {
		out.abandon(false)
		return outputError(err)
	}
	if err := o.link(ctx, sorter, explain, func(n link.Incident) error { return outputError(w.Write(n)) }); err != nil {
		if a, ok := w.(interface{ Abandon() }); ok {
			a.Abandon()
		}
		out.abandon(false)
		return err
	}
	if err := w.Close(); err != nil {
		out.abandon(false)
		return outputError(err)
	}
	return out.commit()
}

// runLinked extracts, links and writes the incidents.
func (r *extractRun) runLinked(ctx context.Context) (err error) {
	if r.wrong, err = newProblems(r.streams, r.errors); err != nil {
		return err
	}
	sorter := &link.Sorter{}
	defer func() { err = errors.Join(err, sorter.Close()) }()
	if r.texts, err = newTexts(r.extractOptions.texts); err != nil {
		return errors.Join(err, r.wrong.close())
	}
	r.out, r.writer = &output{}, sorting{sorter}
	r.wrong.begin()
	r.progress = newProgress(ctx, r.streams, &r.inputs, r.quiet)
	r.wrong.clear = r.progress.clear
	err = inOrder(ctx, r.extractor, r.jobs, r.documents(ctx, r.streams), r.writeResult, r.wrong.flush)
	r.progress.clear()
	if err = errors.Join(r.texts.close(err), r.wrong.close()); err != nil {
		return err
	}
	if err := r.linked.write(ctx, sorter, nil, r.format, r.output, r.streams.out); err != nil {
		return err
	}
	r.progress.finish(0, r.wrong)
	return r.wrong.err()
}

// sorting is a table that hands its records to a sorter.
type sorting struct{ *link.Sorter }

func (s sorting) Write(_ record.Article, records []record.Record) error {
	for _, r := range records {
		if err := s.Add(r); err != nil {
			return err
		}
	}
	return nil
}

func (s sorting) Flush() error { return nil }

// eventTables are the tables of records that a command reads, and the file that it
// writes.
type eventTables struct {
	paths  []string
	output string
}

func (e *eventTables) flags(f *pflag.FlagSet) {
	f.StringVarP(&e.output, "output", "o", "", "`FILE` to write; it appears only when it is complete")
}

func (e *eventTables) complete(c *cobra.Command, s *streams, args []string) (err error) {
	if e.paths, err = pathsOf(c, s, args); err != nil {
		return err
	}
	if e.output == "-" {
		e.output = ""
	}
	return (&inputs{paths: e.paths}).check(e.output)
}

// read hands every record of the tables to a sorter.
func (e *eventTables) read(ctx context.Context, s *streams, sorter *link.Sorter) error {
	for _, path := range e.paths {
		for r, err := range table.Read(path, s.in) {
			if err == nil {
				err = ctx.Err()
			}
			if err != nil {
				return &exitError{exitInput, err}
			}
			if err := sorter.Add(r); err != nil {
				return outputError(err)
			}
		}
	}
	return nil
}

// linking is how records are linked.
type linking struct {
	window  int
	unknown int
}

func (o *linking) flags(f *pflag.FlagSet) {
	f.IntVar(&o.window, "window", link.DefaultWindow, "an incident stays open for this many `DAYS` after its last report")
}

func (o *linking) unknownFlag(f *pflag.FlagSet) {
	f.IntVar(&o.unknown, "unknown-fatalities", deaths.DefaultUnknown, "`NUMBER` that an unknown number of dead counts as")
}

func (o *linking) check() error {
	switch {
	case o.window < 1:
		return usagef("--window %d: want 1 or more", o.window)
	case o.unknown < 0:
		return usagef("--unknown-fatalities %d: want 0 or more", o.unknown)
	}
	return nil
}

// link hands the incidents of sorted records on.
func (o *linking) link(ctx context.Context, sorter *link.Sorter, explain func(link.Decision), emit func(link.Incident) error) error {
	l := link.NewLinker(link.Options{Window: o.window, UnknownFatalities: o.unknown, Explain: explain}, emit)
	for records, err := range sorter.Articles() {
		if err == nil {
			err = ctx.Err()
		}
		if err == nil {
			err = l.Add(records)
		}
		if err != nil {
			return err
		}
	}
	return l.Close()
}
