package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml"

	"sitrep/extract"
	"sitrep/extract/article"
	"sitrep/extract/golden"
	"sitrep/extract/record"
	"sitrep/extract/rules"
	"sitrep/extract/trace"
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
			Trigger string   `yaml:"trigger"`
			Type    string   `yaml:"type"`
			Actors  []string `yaml:"actors"`
			Targets []string `yaml:"targets"`
			Actor   string   `yaml:"actor"`
			Target  string   `yaml:"target"`
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
			d.Events = append(d.Events, golden.Event{
				Start: len([]rune(c.Text[:at])), Trigger: e.Trigger, SubEventType: e.Type, Modality: "actual",
				Actors: told(e.Actors, e.Actor, name), Targets: told(e.Targets, e.Target, name),
			})
		}
		out = append(out, d)
	}
	return out, nil
}

// told returns the fillers of a role in a sentence, each with all its names: nil
// where the sentence does not say, as the clauses of frames.yaml do that leave a
// role out.
func told(all []string, one, file string) [][]string {
	switch {
	case one != "":
		all = []string{one}
	case all == nil && file == framesFile:
		return nil
	}
	out := [][]string{}
	for _, names := range all {
		out = append(out, strings.Split(names, " | "))
	}
	return out
}

// framesFile holds single clauses, with the roles that they are about.
const framesFile = "frames.yaml"

// near is how many code points a candidate's word may stand from gold's to be
// of the same act.
const near = 12

// invented is the weight of sentences made up to mislead: there are more of them
// than any newspaper has.
const invented = 0.8

// clause is the weight of single clauses: no text around them says what they are
// about, so that they tell more of words than of texts.
const clause = 0.35

// quiet is the weight of a text without any event: most of what is read has none,
// and there are few such texts here.
const quiet = 1.6

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
		in := input(d)
		r, err := x.Extract(context.Background(), in)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", d.ID, err)
		}
		told, err := all.Extract(context.Background(), in)
		if err != nil {
			return nil, err
		}
		right := rightTriggers(d, told.Events)
		for _, s := range r.Trace.Sentences {
			for _, c := range s.Candidates {
				// Of a sentence made for a type only what it is about is known.
				if c.Evidence == nil || d.Type != nil && !right[c.Start] {
					continue
				}
				ok := right[c.Start] || slices.ContainsFunc(d.Events, func(e golden.Event) bool {
					return c.Start-e.Start < near && e.Start-c.Start < near
				})
				out = append(out, example{c.Evidence, ok, n, weightOf(d)})
			}
		}
	}
	return out, nil
}

// rightTriggers are where the words stand that tell what gold has.
func rightTriggers(d golden.Document, told []record.Record) map[int]bool {
	right := map[int]bool{}
	for i, paired := range golden.Pairs(d.Events, told) {
		if paired >= 0 {
			right[told[i].Trigger.Start] = true
		}
	}
	for _, e := range told {
		if d.Type != nil && e.SubEventType == *d.Type {
			right[e.Trigger.Start] = true
		}
	}
	return right
}

// weightOf returns how much the candidates of a document count.
func weightOf(d golden.Document) float64 {
	none := len(d.Events) == 0
	switch {
	case strings.HasPrefix(d.ID, framesFile+":") && !none:
		return clause
	case strings.Contains(d.ID, ".txt:"), none && strings.Contains(d.ID, ".yaml:"):
		return invented
	case none && d.Type == nil:
		return quiet
	}
	return 1
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

// eventLearner holds the weights of rules back more than others: they have fewer
// examples each than the features that all share.
var eventLearner = learner{rare: 4, ridge: func(feature string) float64 {
	if strings.HasPrefix(feature, "rule ") || strings.HasPrefix(feature, "in a long text: ") {
		return 3
	}
	return 1
}}

// fitEvents fits the weights of events: those of a first look at each candidate
// alone, and those with what the rest of the text says.
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
	models, held := eventLearner.heldOut(examples)
	tally(examples, held)
	err = predict(docs, predictions, func(k int) extract.Option {
		first := weigh.NewModel(eventLearner.weights(alone(without(examples, k))))
		return extract.WithWeights(extract.Weights{FirstEvents: first, Events: models[k]})
	})
	if err != nil || out == "" {
		return err
	}
	for file, examples := range map[string][]example{"first.csv": alone(examples), "event.csv": examples} {
		var weights map[string]float64
		if *onlyNew {
			table, err := readWeights(filepath.Join(out, file))
			if err != nil {
				return err
			}
			weights = eventLearner.added(table, examples)
		} else {
			weights = eventLearner.weights(examples)
		}
		weights[weigh.OwnRule] = trust
		if err := writeWeights(filepath.Join(out, file), weights); err != nil {
			return err
		}
	}
	return nil
}

// tally prints how many candidates come out right at one half.
func tally(examples []example, held []float64) {
	right, wrong, missed := 0, 0, 0
	for i, x := range examples {
		switch told := held[i] >= 0.5; {
		case told && x.right:
			right++
		case told:
			wrong++
		case x.right:
			missed++
		}
	}
	fmt.Printf("held out at one half: right %d, wrong %d, missed %d\n", right, wrong, missed)
}

// alone are the examples without what the rest of the document says.
func alone(examples []example) []example {
	out := slices.Clone(examples)
	for i := range out {
		out[i].evidence = slices.DeleteFunc(slices.Clone(out[i].evidence), func(f weigh.Feature) bool { return strings.HasPrefix(f.Name, "context: ") })
	}
	return out
}

// predict writes the records of every document to a file, told by the model that
// was fitted without it; nothing where path is empty.
func predict(docs []golden.Document, path string, of func(fold int) extract.Option) error {
	if path == "" {
		return nil
	}
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	w := json.NewEncoder(f)
	w.SetEscapeHTML(false)
	for k := range folds {
		x, err := extract.New(of(k))
		if err != nil {
			return err
		}
		for n, d := range docs {
			if n%folds != k {
				continue
			}
			r, err := x.Extract(context.Background(), input(d))
			if err != nil {
				return err
			}
			for i := range r.Events {
				if err := w.Encode(&r.Events[i]); err != nil {
					return err
				}
			}
		}
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

// readWeights reads a table that writeWeights wrote.
func readWeights(path string) (map[string]float64, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	r := csv.NewReader(bytes.NewReader(b))
	r.Comment = '#'
	rows, err := r.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	out := map[string]float64{}
	for _, row := range rows[1:] {
		if out[row[0]], err = strconv.ParseFloat(row[1], 64); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
	}
	return out, nil
}

func writeWeights(path string, weights map[string]float64) error {
	var b strings.Builder
	b.WriteString(tableHeader)
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

// kindLearner holds back the many features that join a type with what a telling
// says, those that join it with a rule most.
var kindLearner = learner{rare: 12, ridge: func(feature string) float64 {
	if strings.Contains(feature, ": rule ") {
		return 6
	}
	return 4
}}

// lightKind is the weight below which a feature is left out of the table.
const lightKind = 0.1

// fitKinds fits the weights of types on the types that were considered for the
// events that gold has, too.
func fitKinds(paths []string, out, predictions string) error {
	docs, err := corpus(paths)
	if err != nil {
		return err
	}
	docs = slices.DeleteFunc(docs, func(d golden.Document) bool {
		return d.Type == nil && !slices.ContainsFunc(d.Events, func(e golden.Event) bool { return e.SubEventType != "" })
	})
	var examples []example
	err = eachPair(docs, func(n int, c *trace.Candidate, gold golden.Event) {
		for _, k := range c.Kinds {
			examples = append(examples, example{k.Evidence, k.Type == gold.SubEventType, n, 1})
		}
	})
	if err != nil {
		return err
	}
	models, _ := kindLearner.heldOut(examples)
	if err := predict(docs, predictions, func(k int) extract.Option { return extract.WithWeights(extract.Weights{Kinds: models[k]}) }); err != nil {
		return err
	}
	if out == "" {
		return nil
	}
	weights := kindLearner.weights(examples)
	maps.DeleteFunc(weights, func(feature string, w float64) bool { return feature != weigh.Bias && math.Abs(w) < lightKind })
	return writeWeights(filepath.Join(out, "kind.csv"), weights)
}
