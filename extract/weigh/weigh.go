// Package weigh turns evidence into probability. Evidence is a list of named
// features; a model is a table of their weights, a row a feature, that people
// can read. It is a logistic model: the weights of the features that hold are
// added up. The package must never know what a feature means.
package weigh

import (
	"cmp"
	"io/fs"
	"maps"
	"math"
	"slices"
	"strconv"

	"sitrep/extract/wordlist"
)

// Bias is the feature that always holds.
const Bias = "bias"

// OwnRule is the feature of a candidate that a rule of the user's own found,
// all of whose conditions hold. No data can fit its weight: users are trusted.
const OwnRule = "rule of the user's own"

// Feature is a piece of evidence and how much of it there is: 1 where it
// simply holds.
type Feature struct {
	Name  string  `json:"name"`
	Value float64 `json:"value"`
}

// Evidence is what speaks for and against one decision.
type Evidence []Feature

// Add adds a feature that holds.
func (e *Evidence) Add(name string) { *e = append(*e, Feature{name, 1}) }

// If adds a feature where it holds.
func (e *Evidence) If(holds bool, name string) {
	if holds {
		e.Add(name)
	}
}

// Amount adds so much of a feature; nothing where there is none.
func (e *Evidence) Amount(name string, value float64) {
	if value != 0 {
		*e = append(*e, Feature{name, value})
	}
}

// Model holds a weight for every feature. What it has no weight for says
// nothing.
type Model struct {
	weights *wordlist.Table[float64]
	bias    float64
}

// NewModel returns a model of the weights.
func NewModel(weights map[string]float64) *Model {
	return &Model{wordlist.TableOf(weights), weights[Bias]}
}

// Known returns the name of a feature as the model has it, where it has a weight for it.
func (m *Model) Known(name []byte) (known string, ok bool) { return m.weights.Find(name) }

// Read reads the weights of file, a table with the columns feature and weight
// that is part of the program: a broken one is a programming error, so it
// panics.
func Read(files fs.FS, file string) *Model {
	weights := map[string]float64{}
	wordlist.Each(files, file, "feature: weight", func(cells []string) (err error) {
		weights[cells[0]], err = strconv.ParseFloat(cells[1], 64)
		return err
	})
	return NewModel(weights)
}

// Probability is how likely the evidence makes it.
func (m *Model) Probability(e Evidence) float64 { return m.Sum(e).Probability() }

// Sum is what evidence adds up to, to which more may be added.
type Sum float64

// Sum returns the sum of evidence.
func (m *Model) Sum(e Evidence) Sum { return m.Add(Sum(m.bias), e) }

// Add returns a sum with more evidence.
func (m *Model) Add(z Sum, e Evidence) Sum {
	for i := range e {
		if w, ok := m.weights.Get(e[i].Name); ok {
			z += Sum(w * e[i].Value)
		}
	}
	return z
}

// Probability is how likely the evidence of the sum makes it.
func (z Sum) Probability() float64 { return 1 / (1 + math.Exp(-float64(z))) }

// Weighed is a feature with what it adds to the sum.
type Weighed struct {
	Name  string
	Share float64
}

// Explain returns what each feature adds to the sum, the heaviest first.
func (m *Model) Explain(e Evidence) []Weighed {
	sums := map[string]float64{}
	for _, f := range e {
		w, _ := m.weights.Get(f.Name)
		sums[f.Name] += w * f.Value
	}
	out := []Weighed{}
	for _, name := range slices.Sorted(maps.Keys(sums)) {
		if sums[name] != 0 {
			out = append(out, Weighed{name, sums[name]})
		}
	}
	slices.SortStableFunc(out, func(a, b Weighed) int { return cmp.Compare(math.Abs(b.Share), math.Abs(a.Share)) })
	return out
}
