// Command fit fits the weights by which records get their confidence.
//
//	go run ./cmd/sitrep/internal/fit [-o FILE] GOLD.jsonl
//
// It runs the extractor over the gold documents, labels every record right or
// wrong against them, and fits a logistic model on what the records rest on.
// Of ten folds over documents it prints the expected calibration error and
// the reliability table of the held-out records; with -o it writes the
// weights of the model fitted on all of them. It must never be part of what
// users run.
package main

import (
	"context"
	"flag"
	"fmt"
	"math"
	"os"
	"strings"

	"sitrep/extract"
	"sitrep/extract/article"
	"sitrep/extract/confidence"
	"sitrep/extract/golden"
	"sitrep/extract/rules"
)

// folds over documents, and bins of the reliability table.
const (
	folds = 10
	bins  = 10
)

// header is the comment at the head of confidence.csv.
const header = `# The weights of the logistic model that gives a record its confidence. Read by
# package confidence. Do not edit: a feature is added in features.go, and
# go run ./cmd/sitrep/internal/fit -o FILE GOLD.jsonl fits and writes the weights.
`

// ridge holds the weights small: about one prior record each way.
const ridge = 2.0

// sample is a record: what it rests on, and whether it is right.
type sample struct {
	features []float64
	right    bool
	document int
}

func main() {
	out := flag.String("o", "", "write the weights to this file")
	events := flag.Bool("events", false, "fit the weights by which candidates are told as events")
	roles := flag.Bool("roles", false, "fit the weights by which parties are told")
	kinds := flag.Bool("kinds", false, "fit the weights by which an event is of one type rather than another")
	settings := flag.Bool("settings", false, "fit the weights by which places and days are taken over from other sentences")
	links := flag.Bool("links", false, "fit the weights by which two accounts are linked, of articles with the happenings that they tell")
	predictions := flag.String("predict", "", "write the records of every document, told by weights that were fitted without it, to this file")
	flag.Parse()
	if *events {
		if err := fitEvents(flag.Args(), *out, *predictions); err != nil {
			fmt.Fprintln(os.Stderr, "fit:", err)
			os.Exit(1)
		}
		return
	}
	if *roles {
		if err := fitRoles(flag.Args(), *out, *predictions); err != nil {
			fmt.Fprintln(os.Stderr, "fit:", err)
			os.Exit(1)
		}
		return
	}
	if *kinds {
		if err := fitKinds(flag.Args(), *out, *predictions); err != nil {
			fmt.Fprintln(os.Stderr, "fit:", err)
			os.Exit(1)
		}
		return
	}
	if *settings {
		if err := fitSettings(flag.Args(), *out, *predictions); err != nil {
			fmt.Fprintln(os.Stderr, "fit:", err)
			os.Exit(1)
		}
		return
	}
	if *links {
		if err := fitLinks(flag.Args(), *out); err != nil {
			fmt.Fprintln(os.Stderr, "fit:", err)
			os.Exit(1)
		}
		return
	}
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "usage: fit [-o FILE] GOLD.jsonl")
		os.Exit(2)
	}
	if err := run(flag.Arg(0), *out); err != nil {
		fmt.Fprintln(os.Stderr, "fit:", err)
		os.Exit(1)
	}
}

func run(gold, out string) error {
	samples, err := read(gold)
	if err != nil {
		return err
	}
	held := make([]float64, len(samples))
	for k := range folds {
		var train []sample
		for _, s := range samples {
			if s.document%folds != k {
				train = append(train, s)
			}
		}
		w := fit(train)
		for i, s := range samples {
			if s.document%folds == k {
				held[i] = confidence.Probability(w, s.features)
			}
		}
	}
	report(samples, held)
	if out == "" {
		return nil
	}
	var b strings.Builder
	b.WriteString(header + "feature,weight\n")
	for i, w := range fit(samples) {
		fmt.Fprintf(&b, "%s,%.3f\n", confidence.FeatureNames()[i], w)
	}
	return os.WriteFile(out, []byte(b.String()), 0o644)
}

// read runs the extractor over the gold documents.
func read(path string) ([]sample, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	docs, err := golden.ReadDocuments(f)
	if err != nil {
		return nil, err
	}
	set, err := rules.Load()
	if err != nil {
		return nil, err
	}
	x, err := extract.New()
	if err != nil {
		return nil, err
	}
	var out []sample
	for n, d := range docs {
		r, err := x.Extract(context.Background(), article.Input{ID: d.ID, Title: d.Title, Text: d.Text, Published: d.Published})
		if err != nil {
			return nil, fmt.Errorf("%s: %w", d.ID, err)
		}
		right := golden.Right(d.Events, r.Events)
		for i, features := range confidence.Features(r.Events, set) {
			out = append(out, sample{features, right[i], n})
		}
	}
	return out, nil
}

// fit returns the logistic model of the samples, by Newton's method.
func fit(samples []sample) []float64 {
	n := len(confidence.FeatureNames())
	w := make([]float64, n)
	for range 25 {
		gradient := make([]float64, n)
		hessian := make([][]float64, n)
		for i := range hessian {
			hessian[i] = make([]float64, n)
			if i > 0 { // the first is the bias, which is free
				gradient[i] = -ridge * w[i]
				hessian[i][i] = ridge
			}
			hessian[i][i] += 1e-9
		}
		for _, s := range samples {
			p := confidence.Probability(w, s.features)
			y := 0.0
			if s.right {
				y = 1
			}
			for i, x := range s.features {
				if x == 0 {
					continue
				}
				gradient[i] += (y - p) * x
				for k, z := range s.features {
					hessian[i][k] += p * (1 - p) * x * z
				}
			}
		}
		for i, step := range solve(hessian, gradient) {
			w[i] += step
		}
	}
	return w
}

// solve returns the solution x of a·x = b, by elimination with pivots.
func solve(a [][]float64, b []float64) []float64 {
	n := len(b)
	for i := range n {
		pivot := i
		for k := i + 1; k < n; k++ {
			if math.Abs(a[k][i]) > math.Abs(a[pivot][i]) {
				pivot = k
			}
		}
		a[i], a[pivot], b[i], b[pivot] = a[pivot], a[i], b[pivot], b[i]
		for k := i + 1; k < n; k++ {
			m := a[k][i] / a[i][i]
			for j := i; j < n; j++ {
				a[k][j] -= m * a[i][j]
			}
			b[k] -= m * b[i]
		}
	}
	x := make([]float64, n)
	for i := n - 1; i >= 0; i-- {
		x[i] = b[i]
		for j := i + 1; j < n; j++ {
			x[i] -= a[i][j] * x[j]
		}
		x[i] /= a[i][i]
	}
	return x
}

// report prints how well the held-out records were predicted.
func report(samples []sample, held []float64) {
	var count, right [bins]int
	var sum [bins]float64
	brier, all := 0.0, 0
	for i, s := range samples {
		k := min(int(held[i]*bins), bins-1)
		count[k]++
		sum[k] += held[i]
		y := 0.0
		if s.right {
			right[k]++
			all++
			y = 1
		}
		brier += (held[i] - y) * (held[i] - y)
	}
	ece := 0.0
	fmt.Println("confidence  records  predicted  right")
	for k := range bins {
		if count[k] == 0 {
			continue
		}
		n := float64(count[k])
		ece += math.Abs(sum[k]-float64(right[k])) / float64(len(samples))
		fmt.Printf("%.1f to %.1f  %7d  %9.2f  %5.2f\n", float64(k)/bins, float64(k+1)/bins, count[k], sum[k]/n, float64(right[k])/n)
	}
	n := float64(len(samples))
	fmt.Printf("%d records, %.1f %% right; expected calibration error %.3f, Brier score %.3f, %d folds over documents\n",
		len(samples), 100*float64(all)/n, ece, brier/n, folds)
}
