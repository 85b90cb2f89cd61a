package main

import (
	"context"
	"errors"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"sitrep/extract"
	"sitrep/extract/record"
	"sitrep/extract/table"
	"sitrep/extract/wordlist"
)

var mentionKinds = []string{record.MentionPlace, record.MentionActor, record.MentionWeapon,
	record.MentionCasualty, record.MentionDate, record.MentionAttribution}

var mentionFormats = []string{"jsonl", "csv", "geojson"}

// mentionsOptions are the flags of `sitrep mentions`.
type mentionsOptions struct {
	pipeline
	inputs
	kinds  []string
	format string
	output string
	jobs   int
}

func newMentions(s *streams) *cobra.Command {
	o := &mentionsOptions{}
	c := &cobra.Command{
		Use:   "mentions [PATH…]",
		Short: "Write the places, actors, dates and other mentions in articles",
		Long: `Reads the same inputs as extract and writes every place, actor, weapon, casualty figure,
date and attribution of the texts, with offsets and what it resolved to.`,
		Example: "  sitrep mentions --kind place,actor article.txt\n  sitrep mentions folder --kind place -o places.geojson",
		RunE: func(c *cobra.Command, args []string) error {
			if err := o.complete(c, s, args); err != nil {
				return err
			}
			x, err := o.build(s, extract.WithMentions(o.kinds...))
			if err != nil {
				return err
			}
			return o.run(c.Context(), s, x)
		},
	}
	f := c.Flags()
	f.SortFlags = false
	f.StringSliceVarP(&o.kinds, "kind", "k", nil, "`KIND` of mentions: "+strings.Join(mentionKinds, ", ")+" (default: all)")
	f.StringVarP(&o.format, "format", "f", "", "`FORMAT` of the output: "+strings.Join(mentionFormats, ", ")+" (default: the output's ending, else jsonl)")
	f.StringVarP(&o.output, "output", "o", "", "`FILE` to write; it appears only when it is complete")
	f.IntVarP(&o.jobs, "jobs", "j", runtime.GOMAXPROCS(0), "`NUMBER` of articles to work on at once; it does not change the output")
	o.inputs.flags(f)
	o.pipeline.flags(f)
	return c
}

func (o *mentionsOptions) complete(c *cobra.Command, s *streams, args []string) error {
	if err := o.inputs.complete(c, s, args); err != nil {
		return err
	}
	for _, k := range o.kinds {
		if !slices.Contains(mentionKinds, k) {
			return usagef("--kind: unknown kind %q: %s", k, wordlist.Want(k, mentionKinds))
		}
	}
	if o.output == "-" {
		o.output = ""
	}
	if err := o.inputs.check(o.output); err != nil {
		return err
	}
	if err := formatOf(&o.format, o.output, mentionFormats, mentionFormatOf); err != nil {
		return err
	}
	if !slices.Contains(mentionFormats, o.format) {
		return usagef("--format: unknown format %q: %s", o.format, wordlist.Want(o.format, mentionFormats))
	}
	if o.jobs < 1 {
		return usagef("--jobs %d: want 1 or more", o.jobs)
	}
	return nil
}

// mentionFormatOf returns the format of mentions for a file's ending.
func mentionFormatOf(path string) string {
	if f := table.FormatOf(path); slices.Contains(mentionFormats, f) {
		return f
	}
	return ""
}

func (o *mentionsOptions) run(ctx context.Context, s *streams, x extractor) error {
	wrong, err := newProblems(s, "")
	if err != nil {
		return err
	}
	out, err := openOutput(o.output, s.out, false)
	if err != nil {
		return err
	}
	if o.output != "" {
		o.notInputs = []string{o.output, partOf(o.output)}
	}
	if err := o.write(ctx, s, x, wrong, out); err != nil {
		out.abandon(false)
		return err
	}
	if err := out.commit(); err != nil {
		return err
	}
	return wrong.err()
}

func (o *mentionsOptions) write(ctx context.Context, s *streams, x extractor, wrong *problems, out *output) error {
	w := table.NewMentions(o.format, out)
	err := inOrder(ctx, x, o.jobs, o.documents(ctx, s), func(t *task) error {
		ok, err := wrong.about(t)
		if !ok {
			return err
		}
		for _, m := range t.result.Mentions {
			if err := w.Write(m); err != nil {
				return outputError(err)
			}
		}
		return nil
	}, func() error { return outputError(w.Flush()) })
	if err != nil && !errors.Is(err, context.Canceled) {
		return err
	}
	if e := w.Close(); e != nil {
		return outputError(e)
	}
	return err
}
