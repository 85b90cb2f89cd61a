package link

import (
	"fmt"
	"strings"
)

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

func (l *Linker) explain(a, b *account, e evidence, odds float64, copied bool) {
	if l.options.Explain == nil {
		return
	}
	d := Decision{Article: a.article.ID, Event: a.records[0].ID, Other: b.article.ID, Member: b.records[0].ID, Copied: copied, Probability: probability(odds)}
	m := weights()
	for f, v := range e {
		if v != 0 {
			d.Features = append(d.Features, Weighed{featureNames[f], v, m[f] * v})
		}
	}
	l.options.Explain(d)
}
