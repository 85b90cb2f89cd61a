package main

import (
	"context"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"sitrep/extract/deaths"
	"sitrep/extract/link"
	"sitrep/extract/table"
)

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
