package toll

import (
	"embed"
	"slices"
	"strings"
	"sync"
	"time"

	"sitrep/extract/lang"
	"sitrep/extract/mention/casualty"
	"sitrep/extract/reading"
	"sitrep/extract/record"
	"sitrep/extract/telling"
	"sitrep/extract/wordlist"
)

// restateReach is how many sentences after a telling its toll may be given anew.
const restateReach = 6

// week is longer than one happening lasts.
const week = 7 * 24 * time.Hour

//go:embed data
var data embed.FS

// figures are the words of which one is in every sentence that gives a toll anew.
var figures = sync.OnceValue(func() [][]string { return wordlist.Rows(data, "data/figures.csv", "word") })

// restate gives the tellings the tolls that sentences without an event of their
// own give anew: By Saturday the figure had climbed to 24.
func restate(r *reading.Reading, ts []*telling.Telling) {
	told := map[int]bool{}
	for _, t := range ts {
		told[t.Event.Sentence.Index] = true
	}
	for i, t := range ts {
		if i+1 < len(ts) && ts[i+1].Event.Sentence == t.Event.Sentence {
			continue
		}
		last := t.Event.Sentence.Index
		for n := last + 1; n <= last+restateReach && n < len(r.Document.Sentences) && !told[n]; n++ {
			if c := anew(r, n); c != nil && !isToldBefore(r, n, c, ts[:i+1]) {
				if of := counted(ts[:i+1]); of != nil && !isLeap(of, c) && !isElsewhere(r, of, n) && (c.Toll == casualty.TollTotal || isMore(of, c)) {
					c.Toll = casualty.TollTotal
					if c.Corrects {
						replaceTolls(of)
					}
					of.Tolls = append(of.Tolls, *c)
				}
			}
		}
	}
}

// isToldBefore reports whether a figure with the only names again the dead of a telling that
// is not the last: killed two in a bus; on Monday a child died; the two dead were students.
func isToldBefore(r *reading.Reading, n int, c *casualty.Casualty, ts []*telling.Telling) bool {
	s := r.Document.Analyse(n)
	of := counted(ts)
	if of == nil || c.Quantity.Min == nil || deadOf(of) == *c.Quantity.Min || !s.Tokens.Is(s.TokensIn(c.Quantity.Span).From-1, "the") {
		return false
	}
	return slices.ContainsFunc(ts, func(t *telling.Telling) bool { return t != of && deadOf(t) == *c.Quantity.Min })
}

// correct says of the dead that were told before that the tellings of a sentence correct
// their number, where they do: the ministry later corrected the toll to nine.
func correct(before, ts []*telling.Telling) {
	if len(before) == 0 || !slices.ContainsFunc(ts, func(t *telling.Telling) bool {
		return slices.ContainsFunc(t.Tolls, func(c casualty.Casualty) bool { return c.Corrects })
	}) {
		return
	}
	if of := counted(before); of != nil {
		replaceTolls(of)
	}
}

// replaceTolls says of the dead that a telling has that another figure replaces them.
func replaceTolls(t *telling.Telling) {
	for i := range t.Tolls {
		if c := &t.Tolls[i]; c.Kind == casualty.Killed && c.Toll != casualty.TollNew {
			c.Toll = casualty.TollFormer
		}
	}
}

// Between a toll and the next, leapFactor times as many and leapFloor more would
// be those of other happenings too: the toll of the war stands at 470,000.
const (
	leapFactor = 5
	leapFloor  = 100
	firstFloor = 1000 // of a telling that had no toll
)

// isElsewhere reports whether sentence n opens with a town that the telling's own does not
// name: in Dara they killed a teacher; in Kot a grave with 22 bodies was found.
func isElsewhere(r *reading.Reading, of *telling.Telling, n int) bool {
	s := r.Document.Analyse(n)
	if !s.Tokens.Is(0, "in") {
		return false
	}
	g := s.GroupFrom(1)
	if g == nil || !g.Proper || g.Time || s.Tokens.Mark(g.Last+1) != ',' {
		return false
	}
	if p := r.PlaceIn(g); p != nil && p.Width() > 1 {
		return false
	}
	return !strings.Contains(of.Event.Sentence.Text, g.Text())
}

// isLeap reports whether a toll given anew is too high to be that of the telling.
func isLeap(t *telling.Telling, anew *casualty.Casualty) bool {
	before, floor := deadOf(t), leapFloor
	if before == 0 {
		floor = firstFloor
	}
	return anew.Quantity.Min != nil && *anew.Quantity.Min > leapFactor*before+floor
}

// isMore reports whether a figure that nothing calls a toll can be that of the
// telling, by somebody who counts more: 17 were killed; the hospital spoke of 20 dead.
func isMore(t *telling.Telling, anew *casualty.Casualty) bool {
	before := deadOf(t)
	return anew.Quantity.Min != nil && *anew.Quantity.Min >= before && *anew.Quantity.Min <= 2*before
}

// deadOf returns the highest figure of dead that a telling has.
func deadOf(t *telling.Telling) int {
	n := 0
	for _, c := range t.Tolls {
		if c.Kind == casualty.Killed && c.Quantity.Min != nil {
			n = max(n, *c.Quantity.Min)
		}
	}
	return n
}

// anew returns the toll that sentence n gives anew, or nil.
func anew(r *reading.Reading, n int) *casualty.Casualty {
	if !mayRestate(r.Document.Sentences[n]) {
		return nil
	}
	s := r.Document.Analyse(n)
	for _, d := range r.Dates(s) {
		if d.To.Sub(d.From) > week {
			return nil // since March the toll has risen to 2,000
		}
	}
	var plain, total *casualty.Casualty // plain is no toll by its words
	for _, c := range r.Casualties(s) {
		switch {
		case c.Kind != casualty.Killed || c.Combined:
		case total == nil && c.Toll == casualty.TollTotal:
			total = &c
		case plain == nil && c.Toll == "" && !c.Quantity.Unknown:
			plain = &c
		}
	}
	if c := casualty.Restated(s); c != nil && (total == nil || c.Quantity.Start > total.Quantity.Start || c.Corrects && c.Quantity.Start == total.Quantity.Start) {
		return c // first put the dead at 41; corrected the number to 19
	}
	if total != nil {
		return total
	}
	if c := casualty.Bodies(s); c != nil {
		return c
	}
	return plain
}

// mayRestate reports whether a sentence has to be analysed for a toll that it may
// give anew.
func mayRestate(s *lang.Sentence) bool {
	return slices.ContainsFunc(figures(), func(row []string) bool { return strings.Contains(s.Text, row[0]) })
}

// counted returns the last of the tellings of the last few sentences that tells
// of dead, else the last that can have caused them, or nil.
func counted(ts []*telling.Telling) *telling.Telling {
	var cause *telling.Telling
	last := ts[len(ts)-1].Event.Sentence.Index
	for i := len(ts) - 1; i >= 0 && ts[i].Event.Sentence.Index >= last-restateReach; i-- {
		for _, c := range ts[i].Tolls {
			if c.Kind == casualty.Killed {
				return ts[i]
			}
		}
		if cause == nil && ts[i].Event.CanCause(casualty.Killed) && ts[i].Event.Modality == record.Actual {
			cause = ts[i]
		}
	}
	return cause
}
