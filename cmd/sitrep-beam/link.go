package main

import (
	"context"
	"encoding/json"
	"errors"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"sitrep/extract/deaths"
	"sitrep/extract/link"
	"sitrep/extract/record"
	"sitrep/extract/table"
)

var incidentsLinked = beam.NewCounter("sitrep", "incidents")

func init() {
	register.DoFn3x1[int, Told, func(string, []byte), error](&keyFn{})
	register.DoFn4x1[context.Context, string, func(*[]byte) bool, func(int, Line), error](&linkFn{})
}

// keyFn says which records may tell the same happening: all, or those of one
// country. A record without a country has those without as its company.
type keyFn struct{ ByCountry bool }

func (fn *keyFn) ProcessElement(_ int, t Told, emit func(string, []byte)) error {
	for _, line := range t.Records {
		key := ""
		if fn.ByCountry {
			var r record.Record
			if err := json.Unmarshal(line, &r); err != nil {
				return err
			}
			key = countryOf(r)
		}
		emit(key, line)
	}
	return nil
}

func countryOf(r record.Record) string {
	for _, l := range r.Locations {
		if l.Country != "" {
			return l.Country
		}
	}
	return ""
}

// linkFn links the records of a key in the order of their publication, as sitrep
// link does. Memory holds a key a record and one window; records go to disk.
type linkFn struct{ Shards int }

func (fn *linkFn) ProcessElement(ctx context.Context, _ string, lines func(*[]byte) bool, emit func(int, Line)) (err error) {
	sorter := &link.Sorter{}
	defer func() { err = errors.Join(err, sorter.Close()) }()
	for line := []byte(nil); lines(&line); {
		var r record.Record
		if err := json.Unmarshal(line, &r); err != nil {
			return err
		}
		if err := sorter.Add(r); err != nil {
			return err
		}
	}
	l := link.NewLinker(link.Options{Window: link.DefaultWindow, UnknownFatalities: deaths.DefaultUnknown}, func(n link.Incident) error {
		data, err := table.Encode(&n)
		if err != nil {
			return err
		}
		incidentsLinked.Inc(ctx, 1)
		emit(shardOf(n.ID, fn.Shards), Line{n.ID, data})
		return nil
	})
	for records, err := range sorter.Articles() {
		if err != nil {
			return err
		}
		if err := l.Add(records); err != nil {
			return err
		}
	}
	return l.Close()
}
