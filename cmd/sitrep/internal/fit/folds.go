package main

import (
	"fmt"
	"math"

	"sitrep/extract/weigh"
)

// folds over documents, and bins of the reliability table.
const (
	folds = 10
	bins  = 10
)

// learner fits models. The larger the ridge of a feature, the closer its weight
// stays to nought; a feature that fewer than rare examples have gets none.
type learner struct {
	ridge func(feature string) float64
	rare  int
}

func (l learner) weights(examples []example) map[string]float64 {
	return logistic(examples, l.ridge, l.rare)
}

// heldOut returns a model for each fold, fitted on the documents of all others,
// and what is predicted for each example by the model that has not seen it. It
// prints how well.
func (l learner) heldOut(examples []example) (models []*weigh.Model, held []float64) {
	models, held = make([]*weigh.Model, folds), make([]float64, len(examples))
	for k := range folds {
		models[k] = weigh.NewModel(l.weights(without(examples, k)))
		for i, x := range examples {
			if x.document%folds == k {
				held[i] = models[k].Probability(x.evidence)
			}
		}
	}
	report(examples, held)
	return models, held
}

// without returns the examples that are not of fold k.
func without(examples []example, k int) []example {
	var out []example
	for _, x := range examples {
		if x.document%folds != k {
			out = append(out, x)
		}
	}
	return out
}

// report prints how well the held-out records were predicted.
func report(examples []example, held []float64) {
	var count, right [bins]int
	var sum [bins]float64
	brier, all := 0.0, 0
	for i, s := range examples {
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
		ece += math.Abs(sum[k]-float64(right[k])) / float64(len(examples))
		fmt.Printf("%.1f to %.1f  %7d  %9.2f  %5.2f\n", float64(k)/bins, float64(k+1)/bins, count[k], sum[k]/n, float64(right[k])/n)
	}
	n := float64(len(examples))
	fmt.Printf("%d records, %.1f %% right; expected calibration error %.3f, Brier score %.3f, %d folds over documents\n",
		len(examples), 100*float64(all)/n, ece, brier/n, folds)
}
