package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"

	"sitrep/extract"
	"sitrep/extract/article"
	"sitrep/extract/golden"
	"sitrep/extract/rules"
	"sitrep/extract/weigh"
)

// A corpus is documents with what happens in them. Files ending in .yaml hold
// sentences with the triggers that they have, files ending in .txt a sentence
// without any a line, all others gold documents, one a line.
func corpus(paths []string) ([]golden.Document, error) {
	var out []golden.Document
	seen := map[string]bool{} // a text counts once, by its first file
	for _, path := range paths {
		b, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		name := filepath.Base(path)
		var docs []golden.Document
		switch filepath.Ext(path) {
		case ".yaml":
			docs, err = sentences(name, b)
		case ".txt":
			for i, line := range strings.Split(string(b), "\n") {
				if line != "" && !strings.HasPrefix(line, "#") {
					docs = append(docs, golden.Document{ID: fmt.Sprintf("%s:%d", name, i+1), Text: line})
				}
			}
		default:
			docs, err = golden.ReadDocuments(strings.NewReader(string(b)))
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		for _, d := range docs {
			if !seen[d.Text] && !seen[d.ID] {
				out = append(out, d)
			}
			seen[d.Text], seen[d.ID] = true, true
		}
	}
	return out, nil
}

// sentences reads a file of sentences with their events.
func sentences(name string, b []byte) ([]golden.Document, error) {
	var cases []struct {
		Text      string `yaml:"text"`
		Published string `yaml:"published"`
		Events    []struct {
			Trigger string `yaml:"trigger"`
			Type    string `yaml:"type"`
		} `yaml:"events"`
	}
	if err := yaml.Unmarshal(b, &cases); err != nil {
		return nil, err
	}
	var out []golden.Document
	for i, c := range cases {
		d := golden.Document{ID: fmt.Sprintf("%s:%d", name, i+1), Text: c.Text, Published: c.Published}
		for _, e := range c.Events {
			at := strings.Index(c.Text, e.Trigger)
			if at < 0 {
				continue
			}
			d.Events = append(d.Events, golden.Event{Start: len([]rune(c.Text[:at])), Trigger: e.Trigger, SubEventType: e.Type, Modality: "actual"})
		}
		out = append(out, d)
	}
	return out, nil
}

// near is how many code points a candidate's word may stand from gold's to be
// of the same act.
const near = 12

// invented is the weight of sentences made up to mislead, and of single clauses:
// there are more of them than any newspaper has.
const invented = 0.4

// quiet is the weight of a text without any event: most of what is read has none,
// and there are few such texts here.
const quiet = 1.4

// eventExamples are the candidates of all documents.
func eventExamples(docs []golden.Document, opts ...extract.Option) ([]example, error) {
	x, err := extract.New(append(opts, extract.WithTrace())...)
	if err != nil {
		return nil, err
	}
	all, err := extract.New(append(opts, extract.WithFloor(0.02))...)
	if err != nil {
		return nil, err
	}
	var out []example
	for n, d := range docs {
		in := article.Input{ID: d.ID, Title: d.Title, Text: d.Text, Published: d.Published}
		r, err := x.Extract(context.Background(), in)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", d.ID, err)
		}
		told, err := all.Extract(context.Background(), in)
		if err != nil {
			return nil, err
		}
		right, open := map[int]bool{}, map[int]bool{}
		for i, paired := range golden.Pairs(d.Events, told.Events) {
			if paired >= 0 {
				right[told.Events[i].Trigger.Start] = true
			}
		}
		if d.Type != nil {
			for _, e := range told.Events {
				if at := e.Trigger.Start; e.SubEventType == *d.Type {
					right[at] = true
				} else {
					open[at] = true
				}
			}
		}
		weight := 1.0
		if strings.Contains(d.ID, ".txt:") || strings.HasPrefix(d.ID, "frames.yaml:") || strings.Contains(d.ID, ".yaml:") && len(d.Events) == 0 {
			weight = invented
		} else if len(d.Events) == 0 && d.Type == nil {
			weight = quiet
		}
		for _, s := range r.Trace.Sentences {
			for _, c := range s.Candidates {
				if c.Evidence == nil || open[c.Start] && !right[c.Start] || d.Type != nil && !right[c.Start] {
					continue
				}
				ok := right[c.Start] || slices.ContainsFunc(d.Events, func(e golden.Event) bool {
					return c.Start-e.Start < near && e.Start-c.Start < near
				})
				out = append(out, example{c.Evidence, ok, n, weight})
			}
		}
	}
	return out, nil
}

// ruleExamples are the sentences that rules must find and must not find, each
// of the rule that it belongs to. They are dealt out to the folds by rule.
func ruleExamples() ([]example, error) {
	set, err := rules.Load()
	if err != nil {
		return nil, err
	}
	x, err := extract.New(extract.WithTrace())
	if err != nil {
		return nil, err
	}
	var out []example
	for n, r := range set.Rules {
		texts := slices.Clone(r.Not)
		for _, s := range r.Find {
			texts = append(texts, s.Text)
		}
		for i, text := range texts {
			result, err := x.Extract(context.Background(), article.Input{ID: r.ID, Text: text})
			if err != nil {
				return nil, err
			}
			for _, s := range result.Trace.Sentences {
				for _, c := range s.Candidates {
					if c.Rule == r.ID && c.Evidence != nil {
						if i < len(r.Not) {
							out = append(out, example{c.Evidence, false, n, ofNot})
						} else {
							out = append(out, example{c.Evidence, true, n, ofFind})
						}
					}
				}
			}
		}
	}
	return out, nil
}

// The weights of a rule's own sentences. Those that it must not find are made
// up to mislead.
const (
	ofFind = 2
	ofNot  = 0.7
)

// rules have fewer examples each than the features that all share.
func eventRidge(feature string) float64 {
	if strings.HasPrefix(feature, "rule ") || strings.HasPrefix(feature, "in a long text: ") {
		return 3
	}
	return 1
}

const rareEvent = 4

func fitEvents(paths []string, out, predictions string) error {
	docs, err := corpus(paths)
	if err != nil {
		return err
	}
	examples, err := eventExamples(docs)
	if err != nil {
		return err
	}
	own, err := ruleExamples()
	if err != nil {
		return err
	}
	examples = append(examples, own...)
	held := make([]float64, len(examples))
	models, first := make([]*weigh.Model, folds), make([]*weigh.Model, folds)
	for k := range folds {
		var train []example
		for _, x := range examples {
			if x.document%folds != k {
				train = append(train, x)
			}
		}
		models[k] = weigh.NewModel(logistic(train, eventRidge, rareEvent))
		first[k] = weigh.NewModel(logistic(alone(train), eventRidge, rareEvent))
		for i, x := range examples {
			if x.document%folds == k {
				held[i] = models[k].Probability(x.evidence)
			}
		}
	}
	samples := make([]sample, len(examples))
	tp, fp, fn := 0, 0, 0
	for i, x := range examples {
		samples[i] = sample{right: x.right, document: x.document}
		switch {
		case held[i] >= 0.5 && x.right:
			tp++
		case held[i] >= 0.5:
			fp++
		case x.right:
			fn++
		}
	}
	report(samples, held)
	fmt.Printf("held out at one half: right %d, wrong %d, missed %d\n", tp, fp, fn)
	if predictions != "" {
		if err := predict(docs, func(k int) []extract.Option { return []extract.Option{extract.WithEventWeights(first[k], models[k])} }, predictions); err != nil {
			return err
		}
	}
	if out == "" {
		return nil
	}
	if err := writeWeights(filepath.Join(out, "first.csv"), logistic(alone(examples), eventRidge, rareEvent)); err != nil {
		return err
	}
	return writeWeights(filepath.Join(out, "event.csv"), logistic(examples, eventRidge, rareEvent))
}

// alone are the examples without what the rest of the document says.
func alone(examples []example) []example {
	out := slices.Clone(examples)
	for i := range out {
		out[i].evidence = slices.DeleteFunc(slices.Clone(out[i].evidence), func(f weigh.Feature) bool { return strings.HasPrefix(f.Name, "context: ") })
	}
	return out
}

// predict writes the records of every document, told by the model that was
// fitted without it.
func predict(docs []golden.Document, of func(fold int) []extract.Option, path string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	for k := range folds {
		x, err := extract.New(of(k)...)
		if err != nil {
			return err
		}
		for n, d := range docs {
			if n%folds != k {
				continue
			}
			r, err := x.Extract(context.Background(), article.Input{ID: d.ID, Title: d.Title, Text: d.Text, Published: d.Published})
			if err != nil {
				return err
			}
			for i := range r.Events {
				b, err := json.Marshal(&r.Events[i])
				if err != nil {
					return err
				}
				w.Write(append(b, '\n'))
			}
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return f.Close()
}

// trust is the weight of a rule of the user's own: it makes his candidates
// events unless much speaks against them.
const trust = 4

// tableHeader says what a table of weights is.
const tableHeader = `# Weights of evidence, by feature: what is above nought speaks for, what is below
# against. Written by go run ./cmd/sitrep/internal/fit; see extract/weigh.
feature,weight
`

func writeWeights(path string, weights map[string]float64) error {
	var b strings.Builder
	b.WriteString(tableHeader)
	weights[weigh.OwnRule] = trust
	for _, name := range slices.Sorted(maps.Keys(weights)) {
		fmt.Fprintf(&b, "%s,%.3f\n", quoted(name), weights[name])
	}
	return os.WriteFile(path, []byte(b.String()), 0o644)
}

func quoted(s string) string {
	if strings.ContainsAny(s, `,"`) {
		return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
	}
	return s
}
