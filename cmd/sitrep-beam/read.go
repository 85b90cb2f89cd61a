package main

import (
	"context"
	"errors"
	"io"
	"path"
	"strings"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"sitrep/extract/corpus"
)

// What the pipeline counts, and the time that its stages took.
var (
	articlesRead = beam.NewCounter("sitrep", "articles_read")
	copiesLeft   = beam.NewCounter("sitrep", "copies")
	skippedLeft  = beam.NewCounter("sitrep", "skipped")
	failed       = beam.NewCounter("sitrep", "errors")
	readTime     = beam.NewDistribution("sitrep", "read_ms")
)

func init() {
	register.DoFn4x1[context.Context, string, func(File), func(Problem), error](&matchFn{})
	register.DoFn4x1[context.Context, File, func(Article), func(Problem), error](&readFn{})
	register.DoFn5x0[context.Context, string, func(*Article) bool, func(Article), func(Problem)](&firstFn{})
}

// File is a file to read. Name is its path below the part of the pattern that
// has no wildcard: the ids of its articles begin with it.
type File struct{ Path, Name string }

// matchFn finds the files of a pattern.
type matchFn struct{}

func (*matchFn) ProcessElement(ctx context.Context, pattern string, emit func(File), dead func(Problem)) error {
	fs, err := filesystem.New(ctx, pattern)
	if err != nil {
		return err
	}
	defer fs.Close()
	paths, err := fs.List(ctx, pattern)
	if err != nil {
		return err
	}
	if len(paths) == 0 {
		failed.Inc(ctx, 1)
		dead(Problem{Path: pattern, Reason: "no such file"})
	}
	for _, p := range paths {
		emit(File{p, strings.TrimPrefix(p, fixed(pattern))})
	}
	return nil
}

// fixed returns the folder of a pattern that all its files are in.
func fixed(pattern string) string {
	if i := strings.IndexAny(pattern, "*?["); i >= 0 {
		pattern = pattern[:i]
	}
	return pattern[:strings.LastIndex(pattern, "/")+1]
}

// readFn reads the articles of a file. One worker reads a file, far faster than
// articles are extracted.
type readFn struct{ Lanes int }

func (fn *readFn) ProcessElement(ctx context.Context, f File, emit func(Article), dead func(Problem)) error {
	begun := time.Now()
	fs, err := filesystem.New(ctx, f.Path)
	if err != nil {
		return err
	}
	defer fs.Close()
	raw, err := fs.OpenRead(ctx, f.Path)
	if err != nil {
		return err
	}
	defer raw.Close()
	watched := &watch{Reader: raw}
	in, err := articlesIn(watched)
	if err != nil {
		return err
	}
	defer in.Close()
	n := int64(0)
	for d, err := range corpus.Read(ctx, []string{"-"}, corpus.Options{Stdin: in, Name: f.Name, KeepDuplicates: true}) {
		if watched.err != nil {
			return watched.err // the file system's fault, not the file's: try again
		}
		if err != nil {
			if err := refuse(ctx, err, strings.TrimSuffix(f.Path, f.Name), dead); err != nil {
				return err
			}
			continue
		}
		n++
		articlesRead.Inc(ctx, 1)
		same := corpus.SameText(d.Title, d.Text)
		emit(Article{
			Lane: shardOf(same, fn.Lanes), Same: same, File: f.Path, Place: strings.TrimSuffix(f.Path, f.Name) + d.Where(), Number: n,
			ID: d.ID, Title: d.Title, Text: d.Text, Published: d.Published, Publisher: d.Publisher, Source: d.URL,
		})
	}
	readTime.Update(ctx, time.Since(begun).Milliseconds())
	return watched.err
}

// refuse writes a dead letter about what corpus could not read.
func refuse(ctx context.Context, err error, folder string, dead func(Problem)) error {
	var unread *corpus.Error
	if !errors.As(err, &unread) {
		return err
	}
	if unread.Skipped() {
		skippedLeft.Inc(ctx, 1)
	} else {
		failed.Inc(ctx, 1)
	}
	dead(Problem{folder + unread.Path, int64(unread.Record), unread.Err.Error(), unread.Skipped()})
	return nil
}

// watch keeps the error of a reader that is not its end.
type watch struct {
	io.Reader
	err error
}

func (w *watch) Read(p []byte) (int, error) {
	n, err := w.Reader.Read(p)
	if err != nil && err != io.EOF {
		w.err = err
	}
	return n, err
}

// firstFn leaves out the copies of a text: it keeps the first, by the path of
// the file and the place in it, whichever came first over the network.
type firstFn struct{}

func (*firstFn) ProcessElement(ctx context.Context, _ string, articles func(*Article) bool, emit func(Article), dead func(Problem)) {
	var first, a Article
	for n := 0; articles(&a); n++ {
		if n == 0 {
			first = a
			continue
		}
		again := a
		if a.before(first) {
			first, again = a, first
		}
		copiesLeft.Inc(ctx, 1)
		dead(Problem{Path: again.Place, Reason: "left out: the same text as another article of " + path.Base(first.File), Skipped: true})
	}
	emit(first)
}

func (a Article) before(b Article) bool {
	return a.File < b.File || a.File == b.File && a.Number < b.Number
}
