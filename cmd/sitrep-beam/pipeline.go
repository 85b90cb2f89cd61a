package main

import (
	"errors"
	"fmt"
	"hash/fnv"
	"reflect"
	"slices"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"sitrep/extract/deaths"
	"sitrep/extract/table"
)

// options are what a pipeline is told.
type options struct {
	Inputs    []string // patterns of paths
	Output    string   // folder
	Formats   []string
	Nested    bool
	Shards    int
	Link      string
	Lanes     int // in how many stages beside each other articles are extracted
	Published string

	Rules, Actors, Places []string // read by each worker
}

// How incidents are linked.
const (
	linkNone    = "none"
	linkAll     = "all"
	linkCountry = "country"
)

func (o options) check() error {
	switch {
	case len(o.Inputs) == 0 || o.Output == "":
		return errors.New("want --input and --output")
	case o.Shards < 1:
		return fmt.Errorf("--shards %d: want 1 or more", o.Shards)
	case o.Lanes < 1:
		return fmt.Errorf("--lanes %d: want 1 or more", o.Lanes)
	case len(o.Formats) == 0:
		return errors.New("--formats: want at least one")
	case !slices.Contains([]string{"", linkNone, linkAll, linkCountry}, o.Link):
		return fmt.Errorf("--link %s: want none, all or country", o.Link)
	}
	for _, f := range o.Formats {
		if err := table.Check(f, o.table(f), true); err != nil {
			return err
		}
	}
	return nil
}

// table are the options of a format's tables.
func (o options) table(format string) table.Options {
	return table.Options{Nested: o.Nested && format == "parquet", UnknownFatalities: deaths.DefaultUnknown}
}

// Article is an article on its way. File and Number say where it stood; Same is
// equal for texts that are copies.
type Article struct {
	Lane                                          int
	Same                                          string
	File, Place                                   string
	Number                                        int64
	ID, Title, Text, Published, Publisher, Source string
}

// Told is what an article told: its records as JSON.
type Told struct {
	File    string
	Number  int64
	ID      string
	Records [][]byte
}

// Problem is an article that has no records, and why: a dead letter.
type Problem struct {
	Path    string `json:"path"`
	Record  int64  `json:"record,omitempty"`
	Reason  string `json:"reason"`
	Skipped bool   `json:"skipped,omitempty"` // left out on purpose
}

// Line is a line of a file that is sorted by Key.
type Line struct {
	Key  string
	Data []byte
}

func init() {
	for _, t := range []any{Article{}, Told{}, Problem{}, Line{}, File{}} {
		beam.RegisterType(reflect.TypeOf(t))
	}
	register.DoFn2x0[int, func(int, Told)](&emptyFn{})
	register.Emitter2[int, Told]()
	register.Emitter2[string, Article]()
	register.Function1x1(laneOf)
	register.DoFn2x0[Article, func(string, Article)](&sameFn{})
	register.Emitter2[int, Line]()
	register.Emitter2[string, []byte]()
	register.Emitter1[Article]()
	register.Emitter1[Problem]()
	register.Emitter1[File]()
	register.Emitter1[string]()
	register.Iter1[Article]()
	register.Iter1[Told]()
	register.Iter1[Line]()
	register.Iter1[string]()
	register.Iter1[[]byte]()
}

// build lays out the pipeline:
//
//	patterns → files → articles by text → the first of each → records by shard → files of records
//	                                                         ↘ records by key → incidents → files of incidents
//	what can't be read, copies, what can't be extracted → files of errors
//
// An article crosses the network once, where articles are grouped by text; that
// also spreads those of one file over all workers.
func build(s beam.Scope, o options) {
	files, missing := beam.ParDo2(s.Scope("match"), &matchFn{}, beam.CreateList(s, o.Inputs))
	articles, unread := beam.ParDo2(s.Scope("read"), &readFn{Lanes: o.Lanes}, beam.Reshuffle(s, files))
	var told, problems []beam.PCollection
	for i, lane := range beam.Partition(s, o.Lanes, laneOf, articles) {
		s := s.Scope(fmt.Sprintf("lane %d", i))
		unique, copies := beam.ParDo2(s.Scope("first"), &firstFn{}, beam.GroupByKey(s, beam.ParDo(s, &sameFn{}, lane)))
		records, poisoned := beam.ParDo2(s.Scope("extract"), &extractFn{
			Shards: o.Shards, Published: o.Published, Rules: o.Rules, Actors: o.Actors, Places: o.Places,
		}, unique)
		told, problems = append(told, records), append(problems, copies, poisoned)
	}
	records := beam.Flatten(s, told...)

	// Every shard has a file, though nothing falls into it.
	empty := beam.ParDo(s, &emptyFn{}, beam.CreateList(s, numbers(o.Shards)))
	written := []beam.PCollection{
		beam.ParDo(s.Scope("write"), &recordsFn{Options: o}, beam.GroupByKey(s, beam.Flatten(s, records, empty))),
		beam.ParDo(s.Scope("dead letters"), &linesFn{Options: o, Name: "errors"}, beam.GroupByKey(s,
			beam.ParDo(s, &problemFn{Shards: o.Shards}, beam.Flatten(s, append(problems, missing, unread)...)))),
	}
	if o.Link == linkAll || o.Link == linkCountry {
		keyed := beam.ParDo(s, &keyFn{ByCountry: o.Link == linkCountry}, records)
		incidents := beam.ParDo(s.Scope("link"), &linkFn{Shards: o.Shards}, beam.GroupByKey(s, keyed))
		written = append(written, beam.ParDo(s.Scope("write incidents"), &linesFn{Options: o, Name: "incidents"}, beam.GroupByKey(s, incidents)))
	}
	beam.ParDo0(s.Scope("success"), &successFn{Output: o.Output}, beam.GroupByKey(s, beam.AddFixedKey(s, beam.Flatten(s, written...))))
}

func numbers(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// laneOf spreads articles over lanes. A cluster needs one: it spreads the work of
// a stage by itself. Prism works on a stage in one bundle, and on several stages
// at once.
func laneOf(a Article) int { return a.Lane }

// sameFn keys articles by their text.
type sameFn struct{}

func (*sameFn) ProcessElement(a Article, emit func(string, Article)) { emit(a.Same, a) }

// emptyFn gives each shard an article that told nothing.
type emptyFn struct{}

func (*emptyFn) ProcessElement(shard int, emit func(int, Told)) { emit(shard, Told{}) }

// shardOf spreads keys over the shards, the same way in every run.
func shardOf(key string, shards int) int {
	h := fnv.New64a()
	h.Write([]byte(key))
	return int(h.Sum64() % uint64(shards))
}
