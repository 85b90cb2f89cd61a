package main

import (
	"context"
	"fmt"
	"math"
	"os"
	"strings"
	"time"

	"sitrep/extract"
	"sitrep/extract/deaths"
	"sitrep/extract/golden"
	"sitrep/extract/link"
	"sitrep/extract/record"
	"sitrep/extract/weigh"
)

// linkRidge holds the weights near those that they had: happenings that are
// easily taken for one another are few in any corpus, and a feature that no
// pair has keeps its weight.
const linkRidge = 4

// linkHeader is the comment at the head of the weights of links.
const linkHeader = `# The weights of the logistic model that says whether two accounts tell one
# happening. Read by package link; ` + "`sitrep link --explain`" + ` shows which of them
# made a decision. Each feature is 0 or 1, except words and names: the share of
# content words, and of words with a capital, that the two have in common. Do
# not edit: a feature is added in pair.go, and
# go run ./cmd/sitrep/internal/fit -links -o FILE TOLD.jsonl fits and writes the
# weights, near those that they were before.
`

// linkExamples are the pairs of accounts that could be one happening, of those
// that the articles say which happening they tell. A document is the happening
// of the first of the two: the name of its group up to a dot.
func linkExamples(paths []string) (out []example, prior []float64, err error) {
	var sorter link.Sorter
	defer sorter.Close()
	happening, alone, err := tellings(paths, sorter.Add)
	if err != nil {
		return nil, nil, err
	}
	documents := map[string]int{}
	l := link.NewLinker(link.Options{Window: link.DefaultWindow, UnknownFatalities: deaths.DefaultUnknown, Pairs: func(d link.Decision) {
		a, b := happening[d.Event], happening[d.Member]
		if a == "" || b == "" || d.Article != d.Other && (alone[groupOf(d.Article)] || alone[groupOf(d.Other)]) {
			return
		}
		group, _, _ := strings.Cut(a, ".")
		if _, ok := documents[group]; !ok {
			documents[group] = len(documents)
		}
		x := example{right: a == b, document: documents[group], weight: 1}
		for _, f := range d.Features {
			if f.Name != weigh.Bias {
				x.evidence.Amount(f.Name, f.Value)
			}
		}
		out, prior = append(out, x), append(prior, logOdds(d.Probability))
	}}, func(link.Incident) error { return nil })
	for records, err := range sorter.Articles() {
		if err == nil {
			err = l.Add(records)
		}
		if err != nil {
			return nil, nil, err
		}
	}
	return out, prior, l.Close()
}

func logOdds(p float64) float64 { return math.Log(p / (1 - p)) }

// meeting is the day to which the first report of every group is moved, so that
// what happened in one country years apart is compared as if it were of one
// week: happenings that are two, in one country on one day, are what a corpus of
// chosen groups lacks and what the news are full of.
var meeting = time.Date(2001, 1, 1, 0, 0, 0, 0, time.UTC)

func move(r *record.Record, days int) {
	moved := func(iso string) string {
		t, err := time.Parse(time.DateOnly, iso)
		if err != nil {
			return iso
		}
		return t.AddDate(0, 0, days).Format(time.DateOnly)
	}
	r.Article.Published = moved(r.Article.Published)
	if r.Time != nil {
		t := *r.Time
		t.From, t.To = moved(t.From), moved(t.To)
		r.Time = &t
	}
}

// groupOf returns the group of an article: g04 of g04-2.
func groupOf(id string) string {
	group, _, _ := strings.Cut(id, "-")
	return group
}

// tellings hands the records of the articles to take, and returns the happening
// that each tells, by its id, and which groups are one article: those say what
// is told apart in one article, and nothing of others. Groups are moved to one
// day.
func tellings(paths []string, take func(record.Record) error) (happening map[string]string, alone map[string]bool, err error) {
	x, err := extract.New()
	if err != nil {
		return nil, nil, err
	}
	happening, alone = map[string]string{}, map[string]bool{}
	first := map[string]time.Time{}
	for _, path := range paths {
		articles, err := readTold(path)
		if err != nil {
			return nil, nil, err
		}
		for _, a := range articles {
			published, err := time.Parse(time.DateOnly, a.Published)
			if err != nil {
				published = meeting
			}
			_, known := first[groupOf(a.ID)]
			if alone[groupOf(a.ID)] = !known; !known {
				first[groupOf(a.ID)] = published
			}
			r, err := x.Extract(context.Background(), a.Input)
			if err != nil {
				return nil, nil, fmt.Errorf("%s: %w", a.ID, err)
			}
			for _, e := range r.Events {
				happening[e.ID] = a.HappeningAt(e.Trigger.Start)
				move(&e, int(meeting.Sub(first[groupOf(a.ID)]).Hours()/24))
				if err := take(e); err != nil {
					return nil, nil, err
				}
			}
		}
	}
	return happening, alone, nil
}

func readTold(path string) ([]golden.Told, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	out, err := golden.ReadTold(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return out, nil
}

// fitLinks fits the weights of links. It predicts no records.
func fitLinks(paths []string, out, _ string) error {
	examples, prior, err := linkExamples(paths)
	if err != nil {
		return err
	}
	ridge := func(string) float64 { return linkRidge }
	before, held := make([]float64, len(examples)), make([]float64, len(examples))
	for i := range examples {
		before[i] = 1 / (1 + math.Exp(-prior[i]))
	}
	for k := range folds {
		var train []example
		var known []float64
		for i, x := range examples {
			if x.document%folds != k {
				train, known = append(train, x), append(known, prior[i])
			}
		}
		change := weigh.NewModel(logisticFrom(known, train, ridge, 1, free))
		for i, x := range examples {
			if x.document%folds == k {
				held[i] = 1 / (1 + math.Exp(-prior[i]-logOdds(change.Probability(x.evidence))))
			}
		}
	}
	fmt.Println("with the weights as they were:")
	report(examples, before)
	fmt.Println("fitted, out of fold:")
	report(examples, held)
	if out == "" {
		return nil
	}
	change := logisticFrom(prior, examples, ridge, 1, free)
	var b strings.Builder
	b.WriteString(linkHeader + "feature,weight\n")
	for _, w := range link.Weights() {
		fmt.Fprintf(&b, "%s,%.2f\n", w.Name, w.Adds+change[w.Name])
	}
	return os.WriteFile(out, []byte(b.String()), 0o644)
}
