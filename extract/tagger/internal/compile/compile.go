// Package compile writes the weights of prose's tagger as the table that
// package tagger reads. Only go generate and the tests import it.
package compile

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"math"

	"github.com/jdkato/prose/v2"
)

// perceptron is the model as prose holds it.
type perceptron struct {
	labels  []string
	always  map[string]string             // the tag of words that have one only
	weights map[string]map[string]float64 // feature → label → weight
}

// Prose returns the table of the model of the prose that is linked in.
func Prose() ([]byte, error) {
	var p perceptron
	for name, v := range map[string]any{"classes": &p.labels, "tags": &p.always, "weights": &p.weights} {
		b, err := prose.Asset("model/AveragedPerceptron/" + name + ".gob")
		if err != nil {
			return nil, err
		}
		if err := gob.NewDecoder(bytes.NewReader(b)).Decode(v); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	return p.table()
}

// thousandths returns a weight as a whole number of thousandths.
func thousandths(w float64) (int32, error) {
	n := math.Round(w * 1000)
	if float64(n)/1000 != w {
		return 0, fmt.Errorf("the weight %v is no whole number of thousandths: the sums would not be exact", w)
	}
	return int32(n), nil
}
