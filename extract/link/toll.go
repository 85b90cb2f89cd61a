package link

import (
	"cmp"
	"slices"
)

// Toll is what the tellings of an incident say of its dead or wounded. Copies
// say nothing of their own.
type Toll struct {
	Lowest  int    `json:"lowest"`
	Highest int    `json:"highest"`
	Open    bool   `json:"open,omitempty"` // the highest is told as "at least"
	Latest  int    `json:"latest"`
	Best    int    `json:"best"`
	Rule    string `json:"rule"` // which made it the best
	Tellers int    `json:"tellers"`
}

// Rules by which a toll is the best, the first that holds.
const (
	Agreed   = "agreed"    // all tell it
	Repeated = "repeated"  // the latest is lower, and more tellers stand by another
	MostTold = "most told" // of the latest day's figures the one with most tellers
	Latest   = "latest"    // the figure of the latest day: tolls rise, and are corrected
)

// figure is a toll as one teller gives it.
type figure struct {
	day    int
	n      int
	open   bool
	teller string
}

// tollOf returns the toll that figures, in the order of their telling, amount
// to, or nil where there are none.
func tollOf(figures []figure) *Toll {
	if len(figures) == 0 {
		return nil
	}
	out := &Toll{Lowest: figures[0].n, Highest: figures[0].n}
	last := 0
	tellers := map[string]bool{}
	for _, f := range figures {
		out.Lowest = min(out.Lowest, f.n)
		if f.n > out.Highest {
			out.Highest, out.Open = f.n, false
		}
		out.Open = out.Open || f.n == out.Highest && f.open
		last = max(last, f.day)
		tellers[f.teller] = true
	}
	out.Tellers = len(tellers)
	latest := mostTold(slices.DeleteFunc(slices.Clone(figures), func(f figure) bool { return f.day != last }))
	out.Latest, out.Best = latest[0].n, latest[0].n
	other := mostTold(figures)[0]
	switch {
	case out.Lowest == out.Highest:
		out.Rule = Agreed
	case other.n > out.Latest && other.tellers > latest[0].tellers:
		out.Best, out.Rule = other.n, Repeated
	case len(latest) > 1:
		out.Rule = MostTold
	default:
		out.Rule = Latest
	}
	return out
}

// told is a figure and how many tellers give it.
type told struct{ n, tellers int }

// mostTold returns the figures, the one with most tellers first, and of two
// with as many the higher: tolls rise within a day.
func mostTold(figures []figure) []told {
	by := map[int]map[string]bool{}
	for _, f := range figures {
		if by[f.n] == nil {
			by[f.n] = map[string]bool{}
		}
		by[f.n][f.teller] = true
	}
	var out []told
	for n, tellers := range by {
		out = append(out, told{n, len(tellers)})
	}
	slices.SortFunc(out, func(a, b told) int { return cmp.Or(b.tellers-a.tellers, b.n-a.n) })
	return out
}
