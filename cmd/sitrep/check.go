package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"sitrep/extract"
	"sitrep/extract/corpus"
	"sitrep/extract/golden"
	"sitrep/extract/table"
)

// checkOptions are the flags of `sitrep check`.
type checkOptions struct {
	dir    string
	update bool
}

func newCheck(s *streams) *cobra.Command {
	o := &checkOptions{}
	c := &cobra.Command{
		Use:   "check DIR",
		Short: "Compare a folder of articles with its golden files and facts",
		Long: `Extracts each NAME.txt of DIR and compares the result with NAME.golden.json (the
output of extract --format json) and NAME.golden.csv. NAME.args holds flags for
extract. NAME.facts.jsonl holds events that a person wrote before the first run;
NAME.golden.gaps lists the known differences from them, one a line. A new gap is
a difference, and so is a gap that has closed. For every difference, check
prints file, event, field, wanted and got; then it exits with 1.`,
		Example: "  sitrep check articles\n  sitrep check --update articles",
		Args:    arguments(1, 1, "one folder"),
		RunE: func(c *cobra.Command, args []string) error {
			o.dir = args[0]
			return o.run(c.Context(), s, buildOnce(s))
		},
	}
	c.Flags().BoolVar(&o.update, "update", false, "rewrite the golden files and the known gaps; facts are never rewritten")
	return c
}

// buildOnce builds extractors, each set of dictionaries once.
func buildOnce(s *streams) func(*pipeline) (extractor, error) {
	built := map[string]extractor{}
	return func(p *pipeline) (extractor, error) {
		key := fmt.Sprintf("%q", []any{p.rules, p.actors, p.places, p.published})
		if x, ok := built[key]; ok {
			return x, nil
		}
		x, err := p.build(s)
		built[key] = x
		return x, err
	}
}

// The endings of the files beside NAME.txt.
const (
	textEnding  = ".txt"
	jsonEnding  = ".golden.json"
	csvEnding   = ".golden.csv"
	gapsEnding  = ".golden.gaps"
	argsEnding  = ".args"
	factsEnding = ".facts.jsonl"
)

func (o *checkOptions) run(ctx context.Context, s *streams, build func(*pipeline) (extractor, error)) error {
	names, differences, err := o.list()
	if err != nil {
		return err
	}
	rewritten := 0
	for _, name := range names {
		if err := ctx.Err(); err != nil {
			return err
		}
		d, n, err := o.text(ctx, name, build)
		var unread *unreadText
		if errors.As(err, &unread) {
			differences = append(differences, golden.Difference{File: name + textEnding, Want: "a text that can be read", Got: unread.Error()})
			continue
		}
		if err != nil {
			return err
		}
		differences = append(differences, d...)
		rewritten += n
	}
	var b strings.Builder
	for _, d := range differences {
		b.WriteString(printable(d.String()) + "\n")
	}
	fmt.Fprintf(&b, "%s, %s", counted(len(names), "text"), counted(len(differences), "difference"))
	if o.update {
		fmt.Fprintf(&b, ", %s rewritten", counted(rewritten, "file"))
	}
	b.WriteString("\n")
	if _, err := s.out.Write([]byte(b.String())); err != nil {
		return outputError(err)
	}
	if len(differences) > 0 {
		return &exitError{code: exitFailed}
	}
	return nil
}

// list returns the texts of the folder, and the files that belong to no text.
func (o *checkOptions) list() (names []string, orphans []golden.Difference, err error) {
	entries, err := os.ReadDir(o.dir)
	if err != nil {
		return nil, nil, &exitError{exitInput, err}
	}
	for _, e := range entries {
		if name, ok := strings.CutSuffix(e.Name(), textEnding); ok && !strings.Contains(name, ".golden") && !strings.Contains(name, ".facts") {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return nil, nil, &exitError{exitInput, fmt.Errorf("%s: no text (*.txt) to check", o.dir)}
	}
	for _, e := range entries {
		for _, ending := range []string{jsonEnding, csvEnding, gapsEnding, argsEnding, factsEnding} {
			if name, ok := strings.CutSuffix(e.Name(), ending); ok && !slices.Contains(names, name) {
				orphans = append(orphans, golden.Difference{File: e.Name(), Want: name + textEnding + " beside it"})
			}
		}
	}
	return names, orphans, nil
}

// text checks one text, and returns how many golden files it rewrote.
func (o *checkOptions) text(ctx context.Context, name string, build func(*pipeline) (extractor, error)) ([]golden.Difference, int, error) {
	e, err := o.flagsOf(name)
	if err != nil {
		return nil, 0, err
	}
	x, err := build(&e.pipeline)
	if err != nil {
		return nil, 0, err
	}
	result, text, err := o.extract(ctx, x, name)
	if err != nil {
		return nil, 0, err
	}
	var differences []golden.Difference
	rewritten := 0
	for _, g := range []struct {
		format, ending string
		compare        func(want, got []byte) ([]golden.Difference, error)
	}{{"json", jsonEnding, golden.CompareJSON}, {"csv", csvEnding, golden.CompareCSV}} {
		got, err := e.render(g.format, result)
		if err != nil {
			return nil, 0, err
		}
		file := name + g.ending
		want, err := os.ReadFile(filepath.Join(o.dir, file))
		missing := errors.Is(err, fs.ErrNotExist)
		switch {
		case err != nil && !missing:
			return nil, 0, &exitError{exitInput, err}
		case o.update:
			if missing || !bytes.Equal(want, got) {
				rewritten++
				if err := replace(filepath.Join(o.dir, file), got); err != nil {
					return nil, 0, err
				}
			}
			continue
		case missing:
			differences = append(differences, golden.Difference{File: file, Want: "this file"})
			continue
		}
		d, err := g.compare(want, got)
		if err != nil {
			differences = append(differences, golden.Difference{File: file, Want: "what extract writes", Got: err.Error()})
		}
		differences = append(differences, in(file, d)...)
	}
	facts, err := o.facts(name)
	if err != nil || facts == nil {
		return differences, rewritten, err
	}
	gaps, n, err := o.gaps(name, golden.Hold(facts.Events, result.Events, []rune(text)))
	return append(differences, gaps...), rewritten + n, err
}

// gaps compares what differs from the facts with the gaps that are known, and
// rewrites those where it is told to.
func (o *checkOptions) gaps(name string, got []golden.Difference) ([]golden.Difference, int, error) {
	path := filepath.Join(o.dir, name+gapsEnding)
	data, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, 0, &exitError{exitInput, err}
	}
	if o.update {
		var b strings.Builder
		for _, d := range got {
			b.WriteString(printable(d.String()) + "\n")
		}
		if b.String() == string(data) {
			return nil, 0, nil
		}
		return nil, 1, replace(path, []byte(b.String()))
	}
	known := map[string]int{}
	lines := strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
	for _, l := range lines {
		known[l]++
	}
	var out []golden.Difference
	for _, d := range got {
		if l := printable(d.String()); known[l] > 0 {
			known[l]--
			continue
		}
		d.File = name + factsEnding
		out = append(out, d)
	}
	for _, l := range lines {
		if l != "" && known[l] > 0 {
			known[l]--
			out = append(out, golden.Difference{File: name + gapsEnding, Want: "the gap that is listed: " + l, Got: "none: run --update"})
		}
	}
	return out, 0, nil
}

func in(file string, differences []golden.Difference) []golden.Difference {
	for i := range differences {
		differences[i].File = file
	}
	return differences
}

// flagsOf returns the flags of extract that NAME.args holds. Files in it are
// relative to the folder.
func (o *checkOptions) flagsOf(name string) (*extractOptions, error) {
	e := &extractOptions{}
	c := &cobra.Command{}
	e.flags(c.Flags())
	file := filepath.Join(o.dir, name+argsEnding)
	data, err := os.ReadFile(file)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, &exitError{exitInput, err}
	}
	if err := c.Flags().Parse(strings.Fields(string(data))); err != nil {
		return nil, usagef("%s: %w", file, err)
	}
	if c.Flags().NArg() > 0 || e.output != "" || e.format != "" {
		return nil, usagef("%s: want flags that change what is extracted, not what is read or written", file)
	}
	for _, files := range [][]string{e.rules, e.actors, e.places} {
		for i, f := range files {
			if !filepath.IsAbs(f) {
				files[i] = filepath.Join(o.dir, f)
			}
		}
	}
	return e, nil
}

// unreadText is the error of a text that cannot be read: a difference like any
// other, after which the next text is checked.
type unreadText struct{ error }

// unreadOf makes one of an error that is about an input.
func unreadOf(err error) error {
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	var about *corpus.Error
	if errors.As(err, &about) {
		err = about.Err
	}
	return &unreadText{err}
}

// extract reads NAME.txt as extract would.
func (o *checkOptions) extract(ctx context.Context, x extractor, name string) (extract.Result, string, error) {
	path := filepath.Join(o.dir, name+textEnding)
	for doc, err := range corpus.Read(ctx, []string{path}, corpus.Options{AnyLanguage: true}) {
		if err != nil {
			return extract.Result{}, "", unreadOf(err)
		}
		result, err := x.Extract(ctx, doc.Input)
		if err != nil {
			return result, "", unreadOf(err)
		}
		return result, doc.Text, nil
	}
	return extract.Result{}, "", ctx.Err()
}

func (o *extractOptions) render(format string, result extract.Result) ([]byte, error) {
	var b bytes.Buffer
	w, err := table.New(format, table.Target{Writer: &b}, o.table)
	if err != nil {
		return nil, err
	}
	if err := w.Write(result.Article, result.Events); err != nil {
		return nil, err
	}
	err = w.Close()
	return b.Bytes(), err
}

func replace(path string, data []byte) error {
	out, err := openOutput(path, nil, false)
	if err != nil {
		return err
	}
	if _, err := out.Write(data); err != nil {
		out.abandon(false)
		return outputError(err)
	}
	return out.commit()
}

// facts returns the events of NAME.facts.jsonl, or nil if there is no such file.
func (o *checkOptions) facts(name string) (*golden.Document, error) {
	path := filepath.Join(o.dir, name+factsEnding)
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, &exitError{exitInput, err}
	}
	defer f.Close()
	docs, err := golden.ReadDocuments(f)
	if err == nil && len(docs) != 1 {
		err = fmt.Errorf("want one document, got %d", len(docs))
	}
	if err != nil {
		return nil, &exitError{exitInput, fmt.Errorf("%s: %w", path, err)}
	}
	return &docs[0], nil
}
