package main

import (
	"context"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"sitrep/extract/corpus"
)

// inputs are the articles that a command reads, and how.
type inputs struct {
	paths     []string
	options   corpus.Options
	notInputs []string // what this run writes
}

func (i *inputs) flags(f *pflag.FlagSet) {
	o := &i.options
	f.StringSliceVar(&o.Include, "include", nil, "only files whose name, or whole path below the folder or archive, matches `PATTERN`")
	f.StringSliceVar(&o.Exclude, "exclude", nil, "no files and folders that match `PATTERN`")
	f.StringToStringVar(&o.Map, "map", nil, "`FIELD=NAME` of the fields of an article in the input: text=body,published=date")
	f.BoolVar(&o.KeepDuplicates, "keep-duplicates", false, "extract articles of the same text each time")
	f.BoolVar(&o.AnyLanguage, "any-language", false, "read texts that are not in English as if they were")
	f.Int64Var(&o.Limits.Article, "max-article", corpus.DefaultLimits.Article, "most `BYTES` of one article, line or record")
	f.Int64Var(&o.Limits.Ratio, "max-ratio", corpus.DefaultLimits.Ratio, "how many `TIMES` its size a packed file may unpack to")
	f.IntVar(&o.Limits.Depth, "max-depth", corpus.DefaultLimits.Depth, "how `MANY` archives and packings may be within each other")
	f.Lookup("map").DefValue = "" // pflag would show an empty map
}

// pathsOf returns the paths among the arguments. No paths mean standard input;
// where that is a terminal, at which nobody expects to type an article, it shows
// the help.
func pathsOf(c *cobra.Command, s *streams, args []string) ([]string, error) {
	if len(args) > 0 {
		return args, nil
	}
	if terminal(s.in) {
		return nil, needsMore(c, s)
	}
	return []string{"-"}, nil
}

// complete settles the paths and refuses what is none.
func (i *inputs) complete(c *cobra.Command, s *streams, args []string) (err error) {
	i.options.Stdin = s.in
	if i.paths, err = pathsOf(c, s, args); err != nil {
		return err
	}
	if slices.Contains(args, "") {
		return usagef("an empty PATH: want a file, a folder or -")
	}
	for _, path := range args {
		if strings.HasPrefix(path, "http://") || strings.HasPrefix(path, "https://") {
			return usagef("%s: sitrep works offline and fetches nothing: save the page, and name its file", path)
		}
	}
	if l := i.options.Limits; l.Article < 1 || l.Ratio < 1 || l.Depth < 1 {
		return usagef("--max-article, --max-ratio and --max-depth: want 1 or more")
	}
	return corpusUsage(corpus.CheckOptions(i.options))
}

func corpusUsage(err error) error {
	if err == nil {
		return nil
	}
	return &exitError{exitUsage, err}
}

// check refuses an output that is also an input: it would be read while it
// is written, and replaced in the end.
func (i *inputs) check(output string) error {
	if output == "" || output == "-" {
		return nil
	}
	out, err := os.Stat(output)
	if err != nil || !out.Mode().IsRegular() {
		return nil
	}
	for _, p := range i.paths {
		if in, err := os.Stat(p); err == nil && os.SameFile(in, out) {
			return usagef("%s is an input and the output: name another", output)
		}
	}
	return nil
}

// documents returns the articles. In a folder, what this run writes is left out.
func (i *inputs) documents(ctx context.Context, s *streams) iter.Seq2[corpus.Document, error] {
	o := i.options
	for _, path := range i.notInputs {
		if info, err := os.Stat(path); err == nil && path != "" {
			o.NotInputs = append(o.NotInputs, info)
		}
	}
	if f, ok := s.out.(*os.File); ok {
		if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
			o.NotInputs = append(o.NotInputs, info)
		}
	}
	return corpus.Read(ctx, i.paths, o)
}

// size adds up the bytes of the inputs, as far as they are known. It runs
// beside the work: a folder of a million files takes a while.
func (i *inputs) size(ctx context.Context, s *streams, total *atomic.Int64) {
	var sum int64
	for _, p := range i.paths {
		if p == "-" {
			f, ok := s.in.(*os.File)
			if !ok {
				return
			}
			info, err := f.Stat()
			if err != nil || !info.Mode().IsRegular() {
				return // the size of a stream is not known
			}
			sum += info.Size()
			continue
		}
		filepath.WalkDir(p, func(_ string, d fs.DirEntry, err error) error {
			if err == nil && d.Type().IsRegular() {
				if info, err := d.Info(); err == nil {
					sum += info.Size()
				}
			}
			return ctx.Err()
		})
	}
	total.Store(sum)
}
