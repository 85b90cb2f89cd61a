package main

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"sitrep/extract/link"
	"sitrep/extract/record"
	"sitrep/extract/table"
)

var writeTime = beam.NewDistribution("sitrep", "write_ms")

func init() {
	register.DoFn4x1[context.Context, int, func(*Told) bool, func(string), error](&recordsFn{})
	register.DoFn4x1[context.Context, int, func(*Line) bool, func(string), error](&linesFn{})
	register.DoFn2x1[Problem, func(int, Line), error](&problemFn{})
	register.DoFn3x1[context.Context, int, func(*string) bool, error](&successFn{})
}

// recordsFn writes the records of a shard in each format. A shard is the same
// however often and in whatever order it is written: a repeated bundle replaces
// its file by the very same.
type recordsFn struct{ Options options }

func (fn *recordsFn) ProcessElement(ctx context.Context, shard int, told func(*Told) bool, emit func(string)) error {
	begun := time.Now()
	var all []Told
	for t := (Told{}); told(&t); t = (Told{}) {
		if len(t.Records) > 0 {
			all = append(all, t)
		}
	}
	slices.SortFunc(all, func(a, b Told) int {
		return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.File, b.File), cmp.Compare(a.Number, b.Number))
	})
	for _, format := range fn.Options.Formats {
		path := fn.Options.path("records", shard, format)
		err := writeFile(ctx, path, func(to io.Writer) error {
			w, err := table.New(format, table.Target{Writer: to}, fn.Options.table(format))
			if err != nil {
				return err
			}
			for _, t := range all {
				if err := writeTold(w, t); err != nil {
					return err
				}
			}
			return w.Close()
		})
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		emit(path)
	}
	writeTime.Update(ctx, time.Since(begun).Milliseconds())
	return nil
}

func writeTold(w table.Writer, t Told) error {
	records := make([]record.Record, len(t.Records))
	for i, line := range t.Records {
		if err := json.Unmarshal(line, &records[i]); err != nil {
			return err
		}
	}
	return w.Write(records[0].Article, records)
}

// path names a file of the output.
func (o options) path(name string, shard int, ending string) string {
	return fmt.Sprintf("%s/%s-%05d-of-%05d.%s", strings.TrimSuffix(o.Output, "/"), name, shard, o.Shards, ending)
}

// writeFile writes a file that appears whole or not at all. Object stores have
// it so by themselves; on a disk it gets its name when it is complete.
func writeFile(ctx context.Context, path string, fill func(io.Writer) error) (err error) {
	fs, err := filesystem.New(ctx, path)
	if err != nil {
		return err
	}
	defer fs.Close()
	at := path
	onDisk := !strings.Contains(path, "://")
	if onDisk {
		at = fmt.Sprintf("%s.%x.part", path, rand.Uint64())
	}
	out, err := fs.OpenWrite(ctx, at)
	if err != nil {
		return err
	}
	b := bufio.NewWriterSize(out, 1<<20)
	if err = fill(b); err == nil {
		err = b.Flush()
	}
	if err != nil {
		if remover, ok := fs.(filesystem.Remover); ok && onDisk {
			out.Close()
			remover.Remove(ctx, at)
		}
		return err
	}
	if err := out.Close(); err != nil || !onDisk {
		return err
	}
	return filesystem.Rename(ctx, fs, at, path)
}

// problemFn makes lines of dead letters.
type problemFn struct{ Shards int }

func (fn *problemFn) ProcessElement(p Problem, emit func(int, Line)) error {
	data, err := table.Encode(p)
	if err != nil {
		return err
	}
	emit(shardOf(p.Path, fn.Shards), Line{fmt.Sprintf("%s:%012d %s", p.Path, p.Record, p.Reason), data})
	return nil
}

// linesFn writes lines of JSON, and incidents in the formats that have them.
type linesFn struct {
	Options options
	Name    string
}

func (fn *linesFn) ProcessElement(ctx context.Context, shard int, lines func(*Line) bool, emit func(string)) error {
	var all []Line
	for l := (Line{}); lines(&l); l = (Line{}) {
		all = append(all, l)
	}
	slices.SortFunc(all, func(a, b Line) int { return cmp.Compare(a.Key, b.Key) })
	for _, format := range fn.formats() {
		path := fn.Options.path(fn.Name, shard, format)
		err := writeFile(ctx, path, func(to io.Writer) error {
			if format == "jsonl" {
				return writeLines(to, all)
			}
			return writeIncidents(to, format, all)
		})
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		emit(path)
	}
	return nil
}

func (fn *linesFn) formats() []string {
	if fn.Name != "incidents" {
		return []string{"jsonl"}
	}
	return fn.Options.Formats
}

func writeLines(to io.Writer, lines []Line) error {
	for _, l := range lines {
		if _, err := to.Write(append(l.Data, '\n')); err != nil {
			return err
		}
	}
	return nil
}

func writeIncidents(to io.Writer, format string, lines []Line) error {
	w, err := table.NewLinked(format, table.Target{Writer: to}, table.LinkedOptions{})
	if err != nil {
		return err
	}
	for _, l := range lines {
		var n link.Incident
		if err := json.Unmarshal(l.Data, &n); err != nil {
			return err
		}
		if err := w.Write(n); err != nil {
			return err
		}
	}
	return w.Close()
}

// successFn writes an empty file _SUCCESS when all others are there, as Hadoop does.
type successFn struct{ Output string }

func (fn *successFn) ProcessElement(ctx context.Context, _ int, files func(*string) bool) error {
	for name := ""; files(&name); {
		continue
	}
	return writeFile(ctx, strings.TrimSuffix(fn.Output, "/")+"/_SUCCESS", func(io.Writer) error { return nil })
}
