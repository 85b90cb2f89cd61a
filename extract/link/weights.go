package link

import (
	"embed"
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
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

// Decision is how one account was compared with another.
type Decision struct {
	Article, Event string // the account that came
	Other, Member  string // the one that it was compared to
	Copied         bool   // the two share a sentence: nothing was weighed
	Probability    float64
	Features       []Weighed
}

// Weighed is a feature that the pair has, and what it added to the log-odds.
type Weighed struct {
	Name  string
	Value float64
	Adds  float64
}

// String returns the decision as one line.
func (d Decision) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s ~ %s %s: ", d.Article, d.Event, d.Other, d.Member)
	if d.Copied {
		b.WriteString("the same sentence")
		return b.String()
	}
	fmt.Fprintf(&b, "%.2f", d.Probability)
	for _, w := range d.Features {
		fmt.Fprintf(&b, " %s%+.2f", w.Name, w.Adds)
	}
	return b.String()
}

// explain tells of a comparison that was made.
func (l *Linker) explain(a, b *account, e evidence, odds float64, copied bool) {
	if l.options.Explain != nil {
		l.options.Explain(decision(a, b, e, odds, copied))
	}
}

// pair tells of every comparison with an account of an open incident that could
// be made. A copy is no evidence of its own.
func (l *Linker) pair(a *account) {
	if l.options.Pairs == nil || a.copyOf != "" {
		return
	}
	m := weights()
	for _, c := range l.open {
		for _, b := range c.members {
			if e, possible := compare(b, a); possible && b.copyOf == "" {
				l.options.Pairs(decision(a, b, e, m.odds(&e), false))
			}
		}
	}
}

func decision(a, b *account, e evidence, odds float64, copied bool) Decision {
	d := Decision{Article: a.article.ID, Event: a.first, Other: b.article.ID, Member: b.first, Copied: copied, Probability: probability(odds)}
	m := weights()
	for f, v := range e {
		if v != 0 {
			d.Features = append(d.Features, Weighed{featureNames[f], v, m[f] * v})
		}
	}
	return d
}
