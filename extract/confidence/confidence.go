package confidence

import (
	"embed"
	"math"
	"sync"

	"sitrep/extract/record"
	"sitrep/extract/rules"
	"sitrep/extract/telling"
	"sitrep/extract/weigh"
)

//go:embed data
var data embed.FS

// model is the one that the program carries with it.
var model = sync.OnceValue(func() *weigh.Model { return weigh.Read(data, "data/confidence.csv") })

// Add gives the records of one article their confidence: how likely each
// is a true happening of the right type without a wrong actor or target. None is
// likelier right than its telling is an event at all.
func Add(rs []record.Record, ts []*telling.Telling, set *rules.Set) {
	for i, e := range Evidence(rs, set) {
		rs[i].Confidence = math.Round(100*min(model().Probability(e), ts[i].Event.Probability)) / 100
	}
}
