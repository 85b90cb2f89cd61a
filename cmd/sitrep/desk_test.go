package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"sitrep/extract"
	"sitrep/extract/corpus"
	"sitrep/extract/record"
)

const desk = "../../extract/corpus/testdata/desk"

// wanted is what one file of the desk holds: articles that are known as plain
// text too, or records of its own.
type wanted struct {
	File     string
	Articles []struct{ Key, Title, Published, Publisher string }
	Count    int
	Records  []wantedRecord
}

type wantedRecord struct{ Date, Location, Killed, Wounded, Source, Absent string }

// read is an article of a file, and what is extracted from it.
type read struct {
	corpus.Document
	result extract.Result
}

// TestDesk reads files as the programs of an analyst's desk write them: each must
// give the right number of articles, with their titles, dates and publishers, and
// the events of their plain text. See make.py beside them.
func TestDesk(t *testing.T) {
	x, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	plain := map[string][]string{}
	for _, a := range readFile(t, x, "plain.jsonl") {
		plain[a.ID] = events(a.result.Events)
	}
	f, err := os.Open(filepath.Join(desk, "expect.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var w wanted
		if err := json.Unmarshal(lines.Bytes(), &w); err != nil {
			t.Fatal(err)
		}
		t.Run(w.File, func(t *testing.T) {
			w.compare(t, readFile(t, x, filepath.Join("files", w.File)), plain)
		})
	}
}

func readFile(t *testing.T, x *extract.Extractor, name string) (out []read) {
	t.Helper()
	for d, err := range corpus.Read(context.Background(), []string{filepath.Join(desk, name)}, corpus.Options{KeepDuplicates: true}) {
		if err != nil {
			t.Error(err)
			continue
		}
		r, err := x.Extract(context.Background(), d.Input)
		if err != nil {
			t.Error(err)
		}
		out = append(out, read{d, r})
	}
	return out
}

// events returns records as words, with what does not depend on the file.
func events(records []record.Record) (out []string) {
	for _, r := range records {
		out = append(out, fmt.Sprint(r.SubEventType, names(r.Actors), names(r.Targets), places(r), tolls(r, ""), from(r)))
	}
	slices.Sort(out)
	return out
}

func names(actors []record.Party) (out []string) {
	for _, a := range actors {
		out = append(out, strings.ToLower(a.Text))
	}
	return out
}

func places(r record.Record) (out []string) {
	for _, l := range r.Locations {
		out = append(out, l.Text)
	}
	return out
}

func tolls(r record.Record, kind string) (out []string) {
	for _, c := range r.Casualties {
		if kind == "" || string(c.Kind) == kind {
			out = append(out, c.Text)
		}
	}
	return out
}

func from(r record.Record) string {
	if r.Time == nil {
		return ""
	}
	return r.Time.From
}

func (w wanted) compare(t *testing.T, got []read, plain map[string][]string) {
	count := max(w.Count, len(w.Articles))
	if count > 0 && len(got) != count {
		t.Fatalf("%d articles, want %d", len(got), count)
	}
	for i, a := range w.Articles {
		r := got[i].result.Article
		if a.Title != "" && r.Title != a.Title || a.Published != "" && r.Published != a.Published || a.Publisher != "" && r.Publisher != a.Publisher {
			t.Errorf("title %q, published %q, publisher %q, want %q, %q, %q", r.Title, r.Published, r.Publisher, a.Title, a.Published, a.Publisher)
		}
		want, have := plain[a.Key], events(got[i].result.Events)
		if a.Published == "" {
			want, have = undated(want), undated(have)
		}
		if !slices.Equal(have, want) {
			t.Errorf("%s: events\n%s\nwant\n%s", a.Key, strings.Join(have, "\n"), strings.Join(want, "\n"))
		}
	}
	var records []record.Record
	for _, g := range got {
		records = append(records, g.result.Events...)
	}
	for _, want := range w.Records {
		if found := slices.ContainsFunc(records, want.matches); found == (want.Absent != "") {
			t.Errorf("no record %+v, or one that should be absent, among\n%s", want, strings.Join(events(records), "\n"))
		}
	}
}

// undated leaves out the day, the last of what events writes.
func undated(events []string) (out []string) {
	for _, e := range events {
		out = append(out, e[:strings.LastIndex(e, "]")+1])
	}
	slices.Sort(out)
	return out
}

// matches reports whether a record is the one wanted. A post's own day stands for
// the day of what it tells where its words name none.
func (w wantedRecord) matches(r record.Record) bool {
	if w.Absent != "" {
		return slices.Contains(places(r), w.Absent)
	}
	day := from(r)
	if day == "" {
		day = r.Article.Published
	}
	source := ""
	if r.Source != nil {
		source = r.Source.Text
	}
	return slices.Contains(places(r), w.Location) && (w.Date == "" || day == w.Date) &&
		(w.Killed == "" || slices.Contains(tolls(r, "killed"), w.Killed)) && (w.Wounded == "" || slices.Contains(tolls(r, "wounded"), w.Wounded)) &&
		strings.Contains(strings.ToLower(source), strings.ToLower(w.Source))
}
