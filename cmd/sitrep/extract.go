package main

import (
	"context"
	"iter"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"sitrep/extract/corpus"
	"sitrep/extract/table"
)

// extractOptions are what `sitrep extract` is told.
type extractOptions struct {
	pipeline
	paths   []string
	format  string
	output  string
	jobs    int
	unknown int
}

func newExtract(s *streams) *cobra.Command {
	o := &extractOptions{}
	c := &cobra.Command{
		Use:   "extract [PATH…]",
		Short: "Write the events that articles report",
		Long: `Reads files, folders and standard input (-): plain text, one article a file, or
JSON lines, one article a line with the fields id, title, text, published,
publisher, url. Writes one row or record for each telling of an event.`,
		Example: "  sitrep extract article.txt\n  sitrep extract folder -o events.csv\n  sitrep extract - --format jsonl < articles.jsonl",
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
	o.flags(c)
	return c
}

func (o *extractOptions) flags(c *cobra.Command) {
	f := c.Flags()
	f.SortFlags = false
	f.StringVarP(&o.format, "format", "f", "", "`FORMAT` of the output: "+strings.Join(table.Formats(), ", ")+" (default: the output's ending, else csv)")
	f.StringVarP(&o.output, "output", "o", "", "`FILE` to write; it appears when it is complete")
	f.IntVarP(&o.jobs, "jobs", "j", runtime.GOMAXPROCS(0), "articles worked on at once; the output is the same")
	f.IntVar(&o.unknown, "unknown-fatalities", table.DefaultUnknownFatalities, "what an unknown number of dead counts as")
	o.pipeline.flags(f)
}

// complete checks the call before anything is read.
func (o *extractOptions) complete(c *cobra.Command, s *streams, args []string) error {
	if err := checkPaths(c, s, &args); err != nil {
		return err
	}
	o.paths = args
	if o.format == "" {
		if o.format = table.FormatOf(o.output); o.format == "" {
			o.format = table.Formats()[0]
		}
	}
	if _, err := table.New(o.format, nil, table.Options{}); err != nil {
		return usagef("--format: %w", err)
	}
	if o.jobs < 1 {
		return usagef("--jobs %d: want 1 or more", o.jobs)
	}
	if o.unknown < 0 {
		return usagef("--unknown-fatalities %d: want 0 or more", o.unknown)
	}
	return nil
}

// checkPaths makes no paths mean standard input, and shows the help where
// that is a terminal at which nobody expects to type an article.
func checkPaths(c *cobra.Command, s *streams, paths *[]string) error {
	if len(*paths) > 0 {
		return nil
	}
	if terminal(s.in) {
		c.SetOut(s.err)
		c.Help()
		return &exitError{code: exitUsage}
	}
	*paths = []string{"-"}
	return nil
}

func (o *extractOptions) documents(ctx context.Context, s *streams) iter.Seq2[corpus.Document, error] {
	return corpus.Read(ctx, o.paths, corpus.Options{Stdin: s.in})
}

// run reads, extracts and writes. Whatever could be read is written.
func (o *extractOptions) run(ctx context.Context, s *streams, x extractor) (err error) {
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
	w, err := table.New(o.format, out, table.Options{UnknownFatalities: o.unknown})
	if err != nil {
		return err
	}
	wrong := &complaints{to: s.err}
	err = inOrder(ctx, x, o.jobs, o.documents(ctx, s), func(t *task) error {
		if !wrong.about(t) {
			return nil
		}
		return outputError(w.Write(t.result.Article, t.result.Events))
	}, func() error { return outputError(w.Flush()) })
	if err == nil {
		err = ctx.Err()
	}
	if err != nil {
		return err
	}
	if err := w.Close(); err != nil {
		return outputError(err)
	}
	done = true
	if err := out.commit(); err != nil {
		return err
	}
	return wrong.err()
}
