package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"

	"github.com/spf13/pflag"

	"sitrep/extract"
	"sitrep/extract/article"
	"sitrep/gazetteer"
)

// extractor is what the commands need of extract.Extractor.
type extractor interface {
	Extract(context.Context, article.Input) (extract.Result, error)
}

// pipeline holds the flags that decide how a text is read: the user's rules and
// dictionaries, and the publication date of texts that give none.
type pipeline struct {
	rules, actors, places []string
	published             string
}

func (p *pipeline) flags(f *pflag.FlagSet) {
	f.StringVar(&p.published, "published", "", "publication `DATE` of articles that have none")
	f.StringArrayVar(&p.rules, "rules", nil, "`FILE` of event rules (YAML) that add to the built-in ones or replace them")
	f.StringArrayVar(&p.actors, "actors", nil, "`FILE` of actors (CSV) that add to the built-in ones")
	f.StringArrayVar(&p.places, "places", nil, "`FILE` of places (CSV, GeoNames, GeoJSON) that add to the built-in ones")
}

// build loads the rules and dictionaries. A broken file of the user's is a
// mistake in the call, found before anything is written; what is merely odd in
// one becomes a warning.
func (p *pipeline) build(s *streams, more ...extract.Option) (extractor, error) {
	if p.published != "" {
		if _, err := article.ParseDate(p.published); err != nil {
			return nil, usagef("--published %w", err)
		}
	}
	for _, own := range []struct {
		flag  string
		files []string
	}{{"rules", p.rules}, {"actors", p.actors}, {"places", p.places}} {
		for _, file := range own.files {
			info, err := os.Stat(file)
			if err == nil && info.IsDir() {
				err = errors.New("a folder: want a file")
			}
			if err != nil {
				return nil, usagef("--%s %s: %w", own.flag, file, plain(err))
			}
		}
	}
	x, err := extract.New(append(more, extract.WithRules(p.rules...), extract.WithActors(p.actors...), extract.WithPlaces(p.places...))...)
	if err != nil {
		return nil, &exitError{exitUsage, err}
	}
	warn(s, x.Notices())
	return &careful{x, p.published}, nil
}

// warn prints what is odd about the user's actors.
func warn(s *streams, notices []gazetteer.ActorNotice) {
	for _, n := range notices {
		fmt.Fprintln(s.err, "sitrep: warning: "+printable(n.String()))
	}
}

// careful gives articles without a publication date the one of --published, and
// turns a panic into an error: one bad article must not end a run of a million.
type careful struct {
	extractor
	published string
}

func (c *careful) Extract(ctx context.Context, in article.Input) (result extract.Result, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("internal error: %v", r)
		}
	}()
	in.PublishedElse = c.published
	return c.extractor.Extract(ctx, in)
}

// relaxCollector lets the heap grow by a fixed amount between collections, in
// place of by as much as is in use: what is in use is some 20 MB, whatever is read,
// and collecting that took a tenth of the time. What a very long article takes,
// though, is collected more often than usual. GOGC says otherwise.
func relaxCollector() {
	if os.Getenv("GOGC") != "" {
		return
	}
	debug.SetGCPercent(firstGrowth)
	afterCollection()
}

// heapGrowth is how many bytes the heap may grow between collections, within
// leastGrowth and mostGrowth, which are percents of what is in use: below the first
// nothing would be done but collecting.
const (
	heapGrowth  = 56 << 20
	leastGrowth = 40
	mostGrowth  = 300

	// firstGrowth is the growth until the first collection, of a heap that counts as
	// 4 MB: the tables that are loaded first stay, so that collecting would find nothing.
	firstGrowth = heapGrowth / (4 << 20) * 100
)

// afterCollection has the growth set anew after every collection. A collection ends
// with the finalizers of what it has found unused.
func afterCollection() {
	type mark struct{ _ [16]byte }
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	var set func(*mark)
	set = func(m *mark) {
		metrics.Read(live)
		if inUse := live[0].Value.Uint64(); inUse > 0 {
			debug.SetGCPercent(int(min(mostGrowth, max(leastGrowth, heapGrowth*100/inUse))))
		}
		runtime.SetFinalizer(m, set)
	}
	runtime.SetFinalizer(&mark{}, set)
}
