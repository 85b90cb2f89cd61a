package main

import (
	"bufio"
	"context"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"sitrep/extract/corpus"
	"sitrep/extract/record"
	"sitrep/extract/table"
)

var mentionKinds = []string{record.MentionPlace, record.MentionActor, record.MentionWeapon,
	record.MentionCasualty, record.MentionDate, record.MentionAttribution}

var mentionFormats = []string{"jsonl", "csv"}

// mentionsOptions are what `sitrep mentions` is told.
type mentionsOptions struct {
	pipeline
	paths  []string
	kinds  []string
	format string
	output string
	jobs   int
}

func newMentions(s *streams) *cobra.Command {
	o := &mentionsOptions{}
	c := &cobra.Command{
		Use:   "mentions [PATH…]",
		Short: "Write what articles name, and what it resolved to",
		Long: `Reads what extract reads and writes every place, actor, weapon, casualty figure,
date and attribution of the texts, with offsets and what it resolved to.`,
		Example: "  sitrep mentions --kind place,actor article.txt",
		RunE: func(c *cobra.Command, args []string) error {
			if err := o.complete(c, s, args); err != nil {
				return err
			}
			x, err := o.build()
			if err != nil {
				return err
			}
			return o.run(c.Context(), s, x)
		},
	}
	f := c.Flags()
	f.SortFlags = false
	f.StringSliceVarP(&o.kinds, "kind", "k", nil, "`KIND` of mentions: "+strings.Join(mentionKinds, ", ")+" (default: all)")
	f.StringVarP(&o.format, "format", "f", "jsonl", "`FORMAT` of the output: "+strings.Join(mentionFormats, ", "))
	f.StringVarP(&o.output, "output", "o", "", "`FILE` to write; it appears when it is complete")
	f.IntVarP(&o.jobs, "jobs", "j", runtime.GOMAXPROCS(0), "articles worked on at once; the output is the same")
	o.pipeline.flags(f)
	return c
}

func (o *mentionsOptions) complete(c *cobra.Command, s *streams, args []string) error {
	if err := checkPaths(c, s, &args); err != nil {
		return err
	}
	o.paths = args
	for _, k := range o.kinds {
		if !slices.Contains(mentionKinds, k) {
			return usagef("--kind: unknown kind %q: want one of %s", k, strings.Join(mentionKinds, ", "))
		}
	}
	if !slices.Contains(mentionFormats, o.format) {
		return usagef("--format: unknown format %q: want one of %s", o.format, strings.Join(mentionFormats, ", "))
	}
	if o.jobs < 1 {
		return usagef("--jobs %d: want 1 or more", o.jobs)
	}
	return nil
}

func (o *mentionsOptions) run(ctx context.Context, s *streams, x extractor) error {
	out, err := openOutput(o.output, s.out)
	if err != nil {
		return err
	}
	done := false
	defer func() {
		if !done {
			out.abandon()
		}
	}()
	buffer := bufio.NewWriter(out)
	w := table.NewMentions(o.format, buffer)
	wrong := &complaints{to: s.err}
	docs := corpus.Read(ctx, o.paths, corpus.Options{Stdin: s.in})
	err = inOrder(ctx, x, o.jobs, docs, func(t *task) error {
		if !wrong.about(t) {
			return nil
		}
		for _, m := range t.result.Mentions {
			if len(o.kinds) > 0 && !slices.Contains(o.kinds, m.Kind) {
				continue
			}
			if err := w.Write(m); err != nil {
				return outputError(err)
			}
		}
		return nil
	}, func() error { return outputError(buffer.Flush()) })
	if err == nil {
		err = ctx.Err()
	}
	if err != nil {
		return err
	}
	if err := w.Close(); err != nil {
		return outputError(err)
	}
	if err := buffer.Flush(); err != nil {
		return outputError(err)
	}
	done = true
	if err := out.commit(); err != nil {
		return err
	}
	return wrong.err()
}
