package confidence

import (
	_ "embed"
	"fmt"
	"math"
	"strconv"
	"sync"

	"sitrep/extract/record"
	"sitrep/extract/rules"
	"sitrep/extract/telling"
	"sitrep/extract/wordlist"
)

// confidenceCSV has a weight for every feature; cmd/sitrep/internal/fit
// writes it.
//
//go:embed data/confidence.csv
var confidenceCSV string

// weights returns the weights in the order of the features.
var weights = sync.OnceValue(func() []float64 {
	w, err := readWeights(confidenceCSV)
	if err != nil {
		panic(err) // the table is embedded, and a test reads it
	}
	return w
})

// readWeights reads a weight for every feature, in the order of Features.
func readWeights(text string) ([]float64, error) {
	const file = "data/confidence.csv"
	names := FeatureNames()
	var out []float64
	err := wordlist.Read(file, text, "feature: weight", func(r []string) error {
		if len(out) == len(names) || r[0] != names[len(out)] {
			return fmt.Errorf("feature %q is not the one expected here", r[0])
		}
		w, err := strconv.ParseFloat(r[1], 64)
		out = append(out, w)
		return err
	})
	if err == nil && len(out) < len(names) {
		err = fmt.Errorf("%s: no weight for %q", file, names[len(out)])
	}
	return out, err
}

// Add gives the records of one article their confidence: how likely each
// is a true happening of the right type without a wrong actor or target. None is
// likelier right than its telling is an event at all.
func Add(rs []record.Record, ts []*telling.Telling, set *rules.Set) {
	w := weights()
	for i, x := range Features(rs, set) {
		rs[i].Confidence = math.Round(100*min(Probability(w, x), ts[i].Event.Probability)) / 100
	}
}

// Probability returns that of the logistic model with the weights.
func Probability(weights, features []float64) float64 {
	z := 0.0
	for i, w := range weights {
		z += w * features[i]
	}
	return 1 / (1 + math.Exp(-z))
}
