package main

import (
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"sitrep/extract/deaths"
	"sitrep/extract/table"
)

// extractOptions are the flags of `sitrep extract`.
type extractOptions struct {
	pipeline
	inputs
	filterOptions
	linked
	table  table.Options
	format string
	output string
	errors string
	texts  string
	jobs   int
	resume bool
	force  bool
	quiet  bool
	link   bool
}

func newExtract(s *streams) *cobra.Command {
	o := &extractOptions{}
	c := &cobra.Command{
		Use:   "extract [PATH…]",
		Short: "Write the events that articles report",
		Long: `Reads files, folders and standard input (-) and writes one row or record for
each telling of an event. An input is recognised by its content: plain text,
Markdown, HTML, JSON, JSON lines, CSV, TSV, XLSX, WARC, DOCX, ODT, RTF, EPUB, PDF,
EML, MBOX, RSS, Atom, NITF, NewsML, an export of Telegram or X, or a bundle of
LexisNexis, Factiva or ProQuest, also packed (gz, zst, bz2, xz, tar, zip). The
fields of a record are id, title, text, published, publisher
and url; other usual names are known, and --map names more.`,
		Example: `  sitrep extract article.txt
  sitrep extract folder -o events.csv
  sitrep extract dump.jsonl.gz -o events.csv --resume
  sitrep extract news.warc.gz --country SYR --since 2016-12-01 -o events.xlsx
  sitrep extract - --format jsonl < articles.jsonl > events.jsonl`,
		RunE: func(c *cobra.Command, args []string) error {
			if err := o.complete(c, s, args); err != nil {
				return err
			}
			x, err := o.build(s, o.asked()...)
			if err != nil {
				return err
			}
			if o.link {
				return newRun(o, s, x).runLinked(c.Context())
			}
			return newRun(o, s, x).run(c.Context())
		},
	}
	o.flags(c.Flags())
	return c
}

func (o *extractOptions) flags(f *pflag.FlagSet) {
	f.SortFlags = false
	f.StringVarP(&o.format, "format", "f", "", "`FORMAT` of the output: "+strings.Join(table.Formats(), ", ")+" (default: the output's ending, else csv)")
	f.StringVarP(&o.output, "output", "o", "", "`FILE` to write; it appears only when it is complete")
	f.StringVar(&o.table.Unit, "unit", table.Records, "a row for each `UNIT`: "+strings.Join(table.Units, " or "))
	f.BoolVar(&o.link, "link", false, "write incidents across all articles, as sitrep link does")
	o.linked.flags(f)
	f.StringSliceVar(&o.table.Columns, "columns", nil, "`NAMES` of the columns to write, in this order")
	f.BoolVar(&o.table.Nested, "nested", false, "write to Parquet whole records, as JSON has them, and not the columns of CSV")
	o.filterOptions.flags(f)
	f.BoolVar(&o.table.Located, "located", false, "leave out of GeoJSON what has no coordinates")
	f.IntVar(&o.table.UnknownFatalities, "unknown-fatalities", deaths.DefaultUnknown, "`NUMBER` that an unknown number of dead counts as")
	f.BoolVar(&o.resume, "resume", false, "continue an output that was interrupted")
	f.BoolVar(&o.force, "force", false, "replace what an interrupted run has left of the output")
	f.StringVar(&o.errors, "errors", "", "`FILE` for what could not be read, as JSON lines (default: standard error)")
	f.StringVar(&o.texts, "articles", "", "`FILE` for the texts of the articles, as JSON lines, for sitrep report")
	f.BoolVarP(&o.quiet, "quiet", "q", false, "print no progress and no summary")
	f.IntVarP(&o.jobs, "jobs", "j", runtime.GOMAXPROCS(0), "`NUMBER` of articles to work on at once; it does not change the output")
	o.inputs.flags(f)
	o.pipeline.flags(f)
}

// complete checks the call before anything is read.
func (o *extractOptions) complete(c *cobra.Command, s *streams, args []string) error {
	if err := o.inputs.complete(c, s, args); err != nil {
		return err
	}
	if o.output == "-" {
		o.output = ""
	}
	for _, out := range []string{o.output, o.errors, o.texts} {
		if err := o.inputs.check(out); err != nil {
			return err
		}
	}
	if err := o.checkFormat(c.Flags()); err != nil {
		return err
	}
	if o.jobs < 1 {
		return usagef("--jobs %d: want 1 or more", o.jobs)
	}
	if o.table.UnknownFatalities < 0 {
		return usagef("--unknown-fatalities %d: want 0 or more", o.table.UnknownFatalities)
	}
	if err := o.filterOptions.check(); err != nil {
		return err
	}
	if err := o.checkResume(); err != nil {
		return err
	}
	if o.errors != "" && filepath.Clean(o.errors) == filepath.Clean(o.output) {
		return usagef("%s is the output and the file of --errors: name another", o.errors)
	}
	if err := o.checkTexts(); err != nil {
		return err
	}
	o.notInputs = []string{o.errors, o.texts, partOf(o.texts)}
	if o.output != "" {
		o.notInputs = append(o.notInputs, o.output, partOf(o.output), joinedOf(o.output), journalOf(o.output))
	}
	return nil
}

// checkTexts refuses a file of texts that is another output, or that a run that
// goes on would not have whole.
func (o *extractOptions) checkTexts() error {
	switch clean := filepath.Clean(o.texts); {
	case o.texts == "":
		return nil
	case o.resume:
		return usagef("--resume and --articles don't go together: the texts of the earlier run would be missing")
	case clean == filepath.Clean(o.output) || o.errors != "" && clean == filepath.Clean(o.errors):
		return usagef("%s is the file of --articles and another output: name another", o.texts)
	}
	return nil
}

// checkFormat settles the format: of records, or of the incidents that --link
// makes of them.
func (o *extractOptions) checkFormat(f *pflag.FlagSet) error {
	if o.link {
		for _, name := range []string{"unit", "columns", "nested", "resume", "force"} {
			if f.Changed(name) {
				return usagef("--link and --%s don't go together: incidents are known when all articles are read", name)
			}
		}
		o.linked.unknown = o.table.UnknownFatalities
		return o.linked.complete(&o.format, o.output)
	}
	for _, name := range []string{"claims", "window"} {
		if f.Changed(name) {
			return usagef("--%s is for --link", name)
		}
	}
	if err := formatOf(&o.format, o.output, table.Formats(), table.FormatOf); err != nil {
		return err
	}
	if err := table.Check(o.format, o.table, direct(o.output)); err != nil {
		return &exitError{exitUsage, err}
	}
	return nil
}

// formatOf sets the format of an output if the user named none: to that of the
// file's ending, or to the first format for a stream or a file without ending.
func formatOf(format *string, output string, formats []string, ofEnding func(path string) string) error {
	if *format != "" {
		return nil
	}
	*format = formats[0]
	ending := filepath.Ext(output)
	if ending == "" || direct(output) {
		return nil
	}
	if *format = ofEnding(output); *format == "" {
		return usagef("%s: no format has the ending %s: use --format with one of %s", output, ending, strings.Join(formats, ", "))
	}
	return nil
}

func (o *extractOptions) checkResume() error {
	if o.resume && o.force {
		return usagef("--resume continues what --force replaces: want one of them")
	}
	if !o.resume {
		return o.checkPart()
	}
	if why := table.Whole(o.format); why != "" {
		return usagef("--resume: %s", why)
	}
	if direct(o.output) {
		return usagef("--resume needs -o FILE: a stream cannot be continued")
	}
	return nil
}

// checkPart refuses to replace what an interrupted run has written: it may be the
// work of days.
func (o *extractOptions) checkPart() error {
	if o.force || direct(o.output) {
		return nil
	}
	info, err := os.Stat(partOf(o.output))
	if err != nil || info.Size() == 0 {
		return nil
	}
	if _, err := os.Stat(journalOf(o.output)); err != nil || table.Whole(o.format) != "" {
		return usagef("%s is there already, and no run can continue it: --force replaces it", partOf(o.output))
	}
	return usagef("%s holds what an interrupted run wrote: --resume continues it, --force replaces it", partOf(o.output))
}

// settings returns a hash of everything that decides what a table holds, so that
// a run is continued only with the settings that it began with.
func (o *extractOptions) settings() (string, error) {
	h := sha256.New()
	if err := identify(h); err != nil {
		return "", err
	}
	fmt.Fprintf(h, "%s %s %+v %+v %v %s %v %v", version(), o.format, o.table, o.filter, o.options.Map, o.published, o.options.KeepDuplicates, o.options.AnyLanguage)
	for _, files := range [][]string{o.rules, o.actors, o.places} {
		for _, path := range files {
			f, err := os.Open(path)
			if err != nil {
				return "", &exitError{exitUsage, err}
			}
			_, err = io.Copy(h, f)
			f.Close()
			if err != nil {
				return "", &exitError{exitUsage, err}
			}
		}
		fmt.Fprintf(h, " %d", len(files))
	}
	return fmt.Sprintf("%x", h.Sum(nil)[:12]), nil
}
