package link_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"sitrep/extract/golden"
)

// mention is a record with the happening that it tells and the incident that it
// was put into.
type mention struct{ article, happening, incident string }

// floors are what linking the told groups must reach: the figures in percent.
// The groups with an even number may be read, those with an odd number are only
// scored: what is better for the even ones alone is no gain.
var floors = map[string]struct{ pairwise, bCubed, deaths float64 }{
	"even": {90, 94, 90},
	"odd":  {87, 91, 83},
	"all":  {87, 91, 90},
}

// TestTold holds how well articles are linked that were written without any
// knowledge of how they would be.
func TestTold(t *testing.T) {
	articles := map[string]golden.Told{}
	for _, a := range lines[golden.Told](t, "testdata/told.jsonl") {
		articles[a.ID] = a
	}
	var gold map[string]struct {
		Place  string
		Deaths int
	}
	b, err := os.ReadFile("testdata/told-groups.json")
	if err == nil {
		err = json.Unmarshal(b, &gold)
	}
	if err != nil {
		t.Fatal(err)
	}
	dead := map[string]int{}
	mentions := map[string][]mention{}
	for _, n := range linked(t, extracted(t, "testdata/told.jsonl")) {
		if n.Fatalities != nil {
			dead[n.ID] = *n.Fatalities
		}
		for _, x := range n.Tellings {
			a := articles[x.Article.ID]
			if h := a.HappeningAt(x.Trigger.Start); h != "" {
				for _, half := range []string{halfOf(x.Article.ID), "all"} {
					mentions[half] = append(mentions[half], mention{x.Article.ID, h, n.ID})
				}
			}
		}
	}
	var report strings.Builder
	for _, half := range []string{"even", "odd", "all"} {
		var want, got []string
		for _, m := range mentions[half] {
			want, got = append(want, m.happening), append(got, m.incident)
		}
		exact, groups := 0, 0
		var wrong []string
		for _, g := range slices.Sorted(maps.Keys(gold)) {
			if half != "all" && halfOf(g) != half {
				continue
			}
			groups++
			if n := dead[mainIncident(mentions[half], g)]; n == gold[g].Deaths {
				exact++
			} else if half == "even" {
				wrong = append(wrong, fmt.Sprintf("%s %s: %d dead, want %d\n", g, gold[g].Place, n, gold[g].Deaths))
			}
		}
		p, c, d := 100*pairwise(want, got), 100*bCubed(want, got), 100*float64(exact)/float64(groups)
		fmt.Fprintf(&report, "%s: %d records\npairwise F1 %.1f\nB-cubed F1 %.1f\ndeaths exact in %d of %d groups\n%s", half, len(want), p, c, exact, groups, strings.Join(wrong, ""))
		if f := floors[half]; p < f.pairwise || c < f.bCubed || d < f.deaths {
			t.Errorf("%s: pairwise F1 %.1f, B-cubed F1 %.1f, deaths %.1f %%; want at least %v", half, p, c, d, f)
		}
	}
	holdGolden(t, "testdata/told.golden", report.String())
}

// halfOf returns the half that a group, or an article of it, is in: g04-2 is of
// the fourth group.
func halfOf(id string) string {
	if strings.ContainsRune("02468", rune(id[2])) {
		return "even"
	}
	return "odd"
}

// mainIncident returns the incident that most articles tell a happening in, of
// two the one with more records.
func mainIncident(mentions []mention, happening string) string {
	records, articles := map[string]int{}, map[string]map[string]bool{}
	for _, m := range mentions {
		if m.happening != happening {
			continue
		}
		if records[m.incident]++; articles[m.incident] == nil {
			articles[m.incident] = map[string]bool{}
		}
		articles[m.incident][m.article] = true
	}
	best := ""
	for _, n := range slices.Sorted(maps.Keys(records)) {
		if best == "" || len(articles[n]) > len(articles[best]) || len(articles[n]) == len(articles[best]) && records[n] > records[best] {
			best = n
		}
	}
	return best
}
