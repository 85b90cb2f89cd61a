package extract

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"testing"

	"sitrep/extract/article"
	"sitrep/extract/deaths"
	"sitrep/extract/record"
)

// countedArticle is a line of testdata/counted.jsonl: a short article, how many
// people died in its single happenings, and what is true of each happening.
type countedArticle struct {
	ID, Title, Text, Published, Group string
	Total                             int
	Incidents                         []struct {
		Trigger       string
		Start, Deaths int
		Scope, Status string
		Modality      string
	}
}

// share counts how often something was right.
type share struct{ right, of int }

func (t *share) add(right bool) {
	t.of++
	if right {
		t.right++
	}
}

func (t share) String() string { return fmt.Sprintf("%d of %d", t.right, t.of) }

// TestCounted holds the figures of articles that were written, with their dead,
// before the code: a third have running totals, a third two happenings of one
// kind, a third rival versions, denials and updates.
func TestCounted(t *testing.T) {
	x, err := New()
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.Open("testdata/counted.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	groups := map[string]*share{"totals": {}, "two": {}, "rival": {}}
	var all, status, scope share
	sum, want := 0, 0
	for s := bufio.NewScanner(f); s.Scan(); {
		var a countedArticle
		if err := json.Unmarshal(s.Bytes(), &a); err != nil {
			t.Fatal(err)
		}
		r, err := x.Extract(context.Background(), article.Input{ID: a.ID, Title: a.Title, Text: a.Text, Published: a.Published})
		if err != nil {
			t.Fatal(err)
		}
		n := sumOfDeaths(r.Events)
		all.add(n == a.Total)
		groups[a.Group].add(n == a.Total)
		sum, want = sum+n, want+a.Total
		for _, i := range a.Incidents {
			if e := recordAt(r.Events, i.Start, i.Start+len(i.Trigger)); e != nil {
				status.add(e.Status == i.Status)
				scope.add(e.Scope == i.Scope)
			}
		}
	}
	t.Logf("articles with the right sum of deaths: %s; deaths in all: %d, want %d; status: %s; scope: %s", all, sum, want, status, scope)
	for _, g := range []struct {
		name   string
		fewest int
	}{{"totals", 36}, {"two", 36}, {"rival", 30}} {
		if groups[g.name].right < g.fewest {
			t.Errorf("%s: %s articles have the right sum of deaths, fewer than %d", g.name, groups[g.name], g.fewest)
		}
	}
	if 100*scope.right < 94*scope.of {
		t.Errorf("fewer than 94 in 100 scopes right: %s", scope)
	}
}

// recordAt returns the first record whose trigger overlaps code points start to
// end, or nil.
func recordAt(rs []record.Record, start, end int) *record.Record {
	for i := range rs {
		if t := rs[i].Trigger; t.Start < end && start < t.End {
			return &rs[i]
		}
	}
	return nil
}

// sumOfDeaths returns the deaths of all incidents of a text.
func sumOfDeaths(events []record.Record) int {
	n := 0
	for _, d := range deaths.OfIncidents(events, deaths.DefaultUnknown) {
		if d != nil {
			n += *d
		}
	}
	return n
}
