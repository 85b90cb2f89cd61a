package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"strings"
	"sync"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"sitrep/extract"
	"sitrep/extract/article"
	"sitrep/extract/table"
)

var (
	articlesDone = beam.NewCounter("sitrep", "articles")
	eventsTold   = beam.NewCounter("sitrep", "events")
	bundles      = beam.NewCounter("sitrep", "bundles")
	extractTime  = beam.NewDistribution("sitrep", "extract_us")
)

func init() {
	register.DoFn4x1[context.Context, Article, func(int, Told), func(Problem), error](&extractFn{})
}

// extractor is what is needed of an extract.Extractor; it is safe for
// concurrent use.
type extractor interface {
	Extract(context.Context, article.Input) (extract.Result, error)
}

// newExtractor is replaced by tests.
var newExtractor = func(rules, actors, places []string) (extractor, error) {
	return extract.New(extract.WithRules(rules...), extract.WithActors(actors...), extract.WithPlaces(places...))
}

// loaded has the extractors of this process: the bundles that a worker works on
// at once share one.
var loaded struct {
	sync.Mutex
	by map[string]extractor
}

// extractFn extracts articles. What an article makes panic is a dead letter.
type extractFn struct {
	Shards                int
	Published             string
	Rules, Actors, Places []string

	extractor extractor
}

// Setup loads the extractor, once a process.
func (fn *extractFn) Setup(ctx context.Context) (err error) {
	loaded.Lock()
	defer loaded.Unlock()
	key := fmt.Sprint(fn.Rules, fn.Actors, fn.Places)
	if fn.extractor = loaded.by[key]; fn.extractor != nil {
		return nil
	}
	var own [3][]string
	for i, paths := range [][]string{fn.Rules, fn.Actors, fn.Places} {
		for _, p := range paths {
			local, err := fetch(ctx, p)
			if err != nil {
				return fmt.Errorf("%s: %w", p, err)
			}
			defer os.RemoveAll(path.Dir(local))
			own[i] = append(own[i], local)
		}
	}
	if fn.extractor, err = newExtractor(own[0], own[1], own[2]); err != nil {
		return err
	}
	if loaded.by == nil {
		loaded.by = map[string]extractor{}
	}
	loaded.by[key] = fn.extractor
	return nil
}

// fetch copies a file from wherever it is to a folder of its own.
func fetch(ctx context.Context, from string) (local string, err error) {
	fs, err := filesystem.New(ctx, from)
	if err != nil {
		return "", err
	}
	defer fs.Close()
	in, err := fs.OpenRead(ctx, from)
	if err != nil {
		return "", err
	}
	defer in.Close()
	dir, err := os.MkdirTemp("", "sitrep-beam-*")
	if err != nil {
		return "", err
	}
	local = dir + "/" + path.Base(from)
	out, err := os.Create(local)
	if err != nil {
		return "", err
	}
	if _, err := io.Copy(out, in); err != nil {
		out.Close()
		return "", err
	}
	return local, out.Close()
}

// StartBundle counts.
func (fn *extractFn) StartBundle(ctx context.Context, _ func(int, Told), _ func(Problem)) {
	bundles.Inc(ctx, 1)
}

func (fn *extractFn) ProcessElement(ctx context.Context, a Article, emit func(int, Told), dead func(Problem)) error {
	begun := time.Now()
	result, err := fn.extract(ctx, a)
	extractTime.Update(ctx, time.Since(begun).Microseconds())
	switch {
	case errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded):
		return err // the worker ends: not the article's fault
	case err != nil:
		failed.Inc(ctx, 1)
		dead(Problem{Path: a.Place, Reason: err.Error()})
		return nil
	}
	told := Told{File: a.File, Number: a.Number, ID: result.Article.ID}
	for _, r := range result.Events {
		line, err := table.Encode(r)
		if err != nil {
			return err
		}
		told.Records = append(told.Records, line)
	}
	articlesDone.Inc(ctx, 1)
	eventsTold.Inc(ctx, int64(len(told.Records)))
	emit(shardOf(cmp.Or(told.ID, a.Place), fn.Shards), told)
	return nil
}

// extract turns a panic into an error: one bad article must not end a run of a billion.
func (fn *extractFn) extract(ctx context.Context, a Article) (result extract.Result, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("internal error: %s", strings.TrimSpace(fmt.Sprint(r)))
		}
	}()
	return fn.extractor.Extract(ctx, article.Input{
		ID: a.ID, Title: a.Title, Text: a.Text, Published: a.Published, PublishedElse: fn.Published, Publisher: a.Publisher, URL: a.Source,
	})
}
