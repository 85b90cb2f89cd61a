package link

import (
	"embed"
	"errors"
	"fmt"
	"math"
	"strconv"
	"sync"

	"sitrep/extract/wordlist"
)

//go:embed data
var data embed.FS

// model is the evidence of a pair weighed: the log-odds that each feature adds.
type model [features]float64

var weights = sync.OnceValue(func() model {
	var m model
	named := map[string]feature{}
	for f, name := range featureNames {
		named[name] = feature(f)
	}
	found := 0
	wordlist.Each(data, "data/weights.csv", "feature: weight", func(row []string) (err error) {
		f, ok := named[row[0]]
		if !ok {
			return fmt.Errorf("no feature %q", row[0])
		}
		found++
		m[f], err = strconv.ParseFloat(row[1], 64)
		return err
	})
	if found != len(featureNames) {
		panic(errors.New("data/weights.csv: not every feature has its weight"))
	}
	return m
})

// Weights returns the weight of every feature.
func Weights() []Weighed {
	m := weights()
	var out []Weighed
	for f, w := range m {
		out = append(out, Weighed{featureNames[f], 1, w})
	}
	return out
}

// isCommon reports whether a word stands in reports of any happening.
func isCommon(word string) bool { return common()[word] }

var common = sync.OnceValue(func() map[string]bool { return wordlist.Set(data, "data/common.csv") })

// areKin reports whether two outlets may tell one happening under the two
// sub-event types.
func areKin(a, b string) bool { return kin()[a][b] || kin()[b][a] }

var kin = sync.OnceValue(func() map[string]map[string]bool { return wordlist.Sets(data, "data/kin.csv", "type,other") })

// probability returns the probability that log-odds stand for.
func probability(odds float64) float64 { return 1 / (1 + math.Exp(-odds)) }
