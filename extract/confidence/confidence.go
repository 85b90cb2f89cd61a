package confidence

import (
	_ "embed"
	"encoding/csv"
	"fmt"
	"math"
	"strconv"
	"strings"
	"sync"

	"sitrep/extract/record"
	"sitrep/extract/rules"
)

// confidenceCSV has a weight for every feature; cmd/sitrep/internal/fit
// writes it.
//
//go:embed data/confidence.csv
var confidenceCSV string

// weights are the weights by feature.
var weights = sync.OnceValue(func() []float64 {
	w, err := readWeights(confidenceCSV)
	if err != nil {
		panic("data/confidence.csv: " + err.Error()) // embedded: a test reads it
	}
	return w
})

// readWeights reads a weight for every feature, in the order of Features.
func readWeights(text string) ([]float64, error) {
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		return nil, err
	}
	names := FeatureNames()
	if len(rows) != len(names)+1 {
		return nil, fmt.Errorf("%d features, want %d", len(rows)-1, len(names))
	}
	out := make([]float64, len(names))
	for i, name := range names {
		r := rows[i+1]
		if len(r) != 2 || r[0] != name {
			return nil, fmt.Errorf("line %d: %q, want %s", i+2, r, name)
		}
		if out[i], err = strconv.ParseFloat(r[1], 64); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// Confide gives the records of one article their confidence: how likely each
// is a true happening of the right type without a wrong actor or target.
func Confide(rs []record.Record, set *rules.Set) {
	w := weights()
	for i, x := range Features(rs, set) {
		rs[i].Confidence = math.Round(100*Probability(w, x)) / 100
	}
}

// Probability is that of the logistic model with the weights.
func Probability(weights, features []float64) float64 {
	z := 0.0
	for i, w := range weights {
		z += w * features[i]
	}
	return 1 / (1 + math.Exp(-z))
}
