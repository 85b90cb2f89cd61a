package main

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"sitrep/extract/link"
	"sitrep/extract/report"
)

// reportOptions are what `sitrep report` is told.
type reportOptions struct {
	eventTables
	linking
	articles []string
	title    string
	summary  bool
	text     bool
}

func newReport(s *streams) *cobra.Command {
	o := &reportOptions{}
	c := &cobra.Command{
		Use:   "report EVENTS…",
		Short: "Make a page, or a summary, of what articles report",
		Long: `Reads records that sitrep extract wrote, links them as sitrep link does and
writes one HTML page that opens from disk without a network: a map, a timeline,
filters, a table of incidents, and for each its tellings side by side with the
evidence marked. --articles gives it the texts, else it shows the sentences.
--summary writes what one would paste into a mail, as Markdown or --text.`,
		Example: `  sitrep extract folder -o events.jsonl --articles texts.jsonl
  sitrep report events.jsonl --articles texts.jsonl -o report.html
  sitrep report events.jsonl --summary`,
		RunE: func(c *cobra.Command, args []string) error {
			if err := o.complete(c, s, args); err != nil {
				return err
			}
			return o.run(c.Context(), s)
		},
	}
	f := c.Flags()
	f.SortFlags = false
	o.eventTables.flags(f)
	f.StringArrayVar(&o.articles, "articles", nil, "`FILE` of texts that sitrep extract --articles wrote")
	f.StringVar(&o.title, "title", "", "`WORDS` at the head of the page (default: the name of the first file)")
	f.BoolVar(&o.summary, "summary", false, "write a summary in Markdown, and no page")
	f.BoolVar(&o.text, "text", false, "write the summary as plain text")
	o.linking.flags(f)
	o.unknownFlag(f)
	return c
}

func (o *reportOptions) complete(c *cobra.Command, s *streams, args []string) error {
	if err := o.eventTables.complete(c, s, args); err != nil {
		return err
	}
	if err := o.linking.check(); err != nil {
		return err
	}
	if o.summary = o.summary || o.text; o.output == "" && !o.summary && terminal(s.out) {
		return usagef("a page is not for a terminal: want -o FILE")
	}
	if o.title == "" {
		o.title = "Report"
		if o.paths[0] != "-" {
			o.title = filepath.Base(o.paths[0])
		}
	}
	return (&inputs{paths: o.articles}).check(o.output)
}

// run links the records and writes the page or the summary.
func (o *reportOptions) run(ctx context.Context, s *streams) (err error) {
	sorter := &link.Sorter{}
	defer func() { err = errors.Join(err, sorter.Close()) }()
	if err := o.read(ctx, s, sorter); err != nil {
		return err
	}
	data, summary := report.NewData(), report.NewSummary()
	for _, path := range o.articles {
		if err := readTexts(path, data.AddText); err != nil {
			return &exitError{exitInput, fmt.Errorf("%s: %w", path, plain(err))}
		}
	}
	if err := o.link(ctx, sorter, nil, func(n link.Incident) error {
		if o.summary {
			summary.Add(n)
		} else {
			data.Add(n)
		}
		return nil
	}); err != nil {
		return err
	}
	out, err := openOutput(o.output, s.out, false)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(out)
	if o.summary {
		err = summary.Write(w, !o.text)
	} else {
		err = data.Write(w, o.title)
	}
	if err = cmp.Or(err, w.Flush()); err != nil {
		out.abandon(false)
		return outputError(err)
	}
	return out.commit()
}

// readTexts hands on the articles of a file of JSON lines.
func readTexts(path string, take func(report.Text)) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	d := json.NewDecoder(f)
	for n := 1; ; n++ {
		var t report.Text
		switch err := d.Decode(&t); {
		case err == io.EOF:
			return nil
		case err != nil:
			return fmt.Errorf("article %d: %w", n, err)
		}
		take(t)
	}
}
