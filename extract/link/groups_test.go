package link_test

import (
	"bufio"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sitrep/extract"
	"sitrep/extract/article"
	"sitrep/extract/deaths"
	"sitrep/extract/link"
	"sitrep/extract/record"
)

var update = flag.Bool("update", false, "rewrite testdata/groups.golden")

// group is a line of testdata/groups.jsonl: articles of one or more happenings
// that are easily taken for one, and how many died in each.
type group struct {
	Group    string
	Title    string
	Deaths   map[string]int
	Articles []struct {
		ID    string
		Tells []struct{ Happening, Words string } // Words: in its sentence; none: the article's first with a toll
	}
}

func lines[T any](t testing.TB, path string) []T {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []T
	s := bufio.NewScanner(f)
	s.Buffer(nil, 1<<20)
	for s.Scan() {
		var v T
		if err := json.Unmarshal(s.Bytes(), &v); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		out = append(out, v)
	}
	return out
}

func extracted(t testing.TB, articles string) []record.Record {
	t.Helper()
	x, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	var out []record.Record
	for _, in := range lines[article.Input](t, articles) {
		r, err := x.Extract(context.Background(), in)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, r.Events...)
	}
	return out
}

func linked(t testing.TB, records []record.Record) []link.Incident {
	t.Helper()
	var s link.Sorter
	defer s.Close()
	for _, r := range records {
		if err := s.Add(r); err != nil {
			t.Fatal(err)
		}
	}
	var out []link.Incident
	l := link.NewLinker(link.Options{Window: link.DefaultWindow, UnknownFatalities: deaths.DefaultUnknown}, func(n link.Incident) error {
		out = append(out, n)
		return nil
	})
	for article, err := range s.Articles() {
		if err == nil {
			err = l.Add(article)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	return out
}

// TestGroups holds how well invented articles are linked, from the text to the
// deaths.
func TestGroups(t *testing.T) {
	type told struct {
		incident string
		link.Telling
	}
	tellings := map[string][]told{} // by article
	dead := map[string]int{}        // by incident
	for _, n := range linked(t, extracted(t, "testdata/articles.jsonl")) {
		if n.Fatalities != nil {
			dead[n.ID] += *n.Fatalities
		}
		for _, telling := range n.Tellings {
			tellings[telling.Article.ID] = append(tellings[telling.Article.ID], told{n.ID, telling})
		}
	}
	pick := func(id, words string, others []string) string {
		fallback := ""
		for _, x := range tellings[id] {
			mine := words == "" || strings.Contains(x.Evidence.Text, words)
			for _, o := range others {
				mine = mine && (words != "" || !strings.Contains(x.Evidence.Text, o))
			}
			if mine && x.Fatalities != nil {
				return x.incident
			}
			if mine && fallback == "" {
				fallback = x.incident
			}
		}
		return fallback
	}
	var gold, got []string
	var report strings.Builder
	exact, silent := 0, 0
	groups := lines[group](t, "testdata/groups.jsonl")
	for _, g := range groups {
		want, sum := 0, 0
		for _, n := range g.Deaths {
			want += n
		}
		seen := map[string]bool{}
		for _, a := range g.Articles {
			var words []string
			for _, h := range a.Tells {
				if h.Words != "" {
					words = append(words, h.Words)
				}
			}
			for i, h := range a.Tells {
				gold = append(gold, g.Group+h.Happening)
				n := pick(a.ID, h.Words, words)
				if n == "" {
					silent++
					n = fmt.Sprint(a.ID, i)
				}
				got = append(got, n)
			}
			for _, x := range tellings[a.ID] {
				if !seen[x.incident] {
					seen[x.incident] = true
					sum += dead[x.incident]
				}
			}
		}
		if sum == want {
			exact++
		} else {
			fmt.Fprintf(&report, "%s %s: %d dead, want %d\n", g.Group, g.Title, sum, want)
		}
	}
	head := fmt.Sprintf("tellings %d, without a record %d\npairwise F1 %.3f\nB-cubed F1 %.3f\ndeaths exact in %d of %d groups\n", len(gold), silent, pairwise(gold, got), bCubed(gold, got), exact, len(groups))
	holdGolden(t, "testdata/groups.golden", head+report.String())
}

func pairwise(gold, got []string) float64 {
	var both, one float64
	for i := range gold {
		for j := range i {
			a, b := gold[i] == gold[j], got[i] == got[j]
			switch {
			case a && b:
				both++
			case a || b:
				one++
			}
		}
	}
	return 2 * both / (2*both + one)
}

func bCubed(gold, got []string) float64 {
	var precision, recall float64
	for i := range gold {
		var both, mine, theirs float64
		for j := range gold {
			a, b := gold[i] == gold[j], got[i] == got[j]
			if a && b {
				both++
			}
			if a {
				theirs++
			}
			if b {
				mine++
			}
		}
		precision += both / mine
		recall += both / theirs
	}
	n := float64(len(gold))
	precision, recall = precision/n, recall/n
	return 2 * precision * recall / (precision + recall)
}

func holdGolden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
}

// TestOrder: the order in which records come changes nothing.
func TestOrder(t *testing.T) {
	records := extracted(t, "testdata/articles.jsonl")
	want := linked(t, records)
	r := rand.New(rand.NewPCG(1, 2))
	for range 3 {
		r.Shuffle(len(records), func(i, j int) { records[i], records[j] = records[j], records[i] })
		if diff := cmp.Diff(want, linked(t, records)); diff != "" {
			t.Fatal(diff)
		}
	}
}
