package scope

import (
	"embed"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
	"sync"

	"sitrep/extract/lang"
	"sitrep/extract/lexicon"
	"sitrep/extract/wordlist"
)

//go:embed data
var data embed.FS

// sort is what a phrase says of the time of its clause; data/phrases.csv
// describes the sorts.
type sort uint8

const (
	over sort = iota + 1
	weak
	often
	other
	then
	once
	lately // a length of time that began this week: since Tuesday
)

var sorts = map[string]sort{"over": over, "weak": weak, "often": often, "other": other, "then": then, "once": once}

// tellsOther reports whether what follows is not the happening told before.
func (s sort) tellsOther() bool { return s == other || s == then }

// element is one place of a pattern.
type element struct {
	words    []string
	optional bool
	number   bool // several, 12
	unit     bool // weeks, year
	any      bool // one word, whatever it is
}

// aNumber stands for a number in data/phrases.csv.
const aNumber = "%"

// pattern is a row of data/phrases.csv.
type pattern struct {
	elements []element
	sort     sort
}

// vocabulary is what data/ holds.
type vocabulary struct {
	patterns map[string][]pattern // by each word that can be the first, aNumber for all numbers
	classes  map[string][]string  // word → classes
	numbers  map[string]int       // word → what it counts
	known    *wordlist.Sieve      // the words of all three
}

var words = sync.OnceValue(func() *vocabulary {
	v := &vocabulary{patterns: map[string][]pattern{}, classes: map[string][]string{}, numbers: map[string]int{}}
	for _, n := range lexicon.Numbers() {
		if n.Class == lexicon.Number {
			v.numbers[n.Text] = n.Value
		}
	}
	wordlist.Each(data, "data/phrases.csv", "phrase: sort", func(row []string) error {
		p := pattern{sort: sorts[row[1]]}
		if p.sort == 0 {
			return fmt.Errorf("no such sort: %q", row[1])
		}
		for _, w := range strings.Fields(row[0]) {
			e := element{optional: strings.HasPrefix(w, "?"), number: w == aNumber, unit: strings.HasPrefix(w, "~"), any: w == "_"}
			if !e.number && !e.unit && !e.any {
				e.words = strings.Split(strings.ReplaceAll(w, "?", ""), "|")
			}
			p.elements = append(p.elements, e)
		}
		first := p.elements[0].words
		if p.elements[0].number {
			first = []string{aNumber}
		}
		for _, w := range first {
			v.patterns[w] = append(v.patterns[w], p)
		}
		return nil
	})
	wordlist.Each(data, "data/words.csv", "class,word", func(row []string) error {
		v.classes[row[1]] = append(v.classes[row[1]], row[0])
		return nil
	})
	v.known = wordlist.NewSieve(len(v.patterns) + len(v.classes) + len(v.numbers))
	for _, words := range []iter.Seq[string]{maps.Keys(v.patterns), maps.Keys(v.classes), maps.Keys(v.numbers)} {
		for w := range words {
			v.known.Add(w)
		}
	}
	return v
})

// is reports whether the word of a token is of a class in data/words.csv.
func (v *vocabulary) is(t lang.Token, class string) bool {
	return slices.Contains(v.classes[t.Lower], class) || slices.Contains(v.classes[t.Lemma], class)
}

// phraseAt returns the sort of the longest phrase that begins at token i and
// the token after it, or 0.
func (v *vocabulary) phraseAt(t lang.Tokens, i int) (sort, int) {
	var best sort
	end := i
	if !v.known.May(t[i].Lower) && !v.known.May(t[i].Lemma) && t[i].Tag != "CD" {
		return 0, i // no phrase begins with it, and it is no number
	}
	candidates := v.patterns[t[i].Lower]
	if _, ok := v.numberAt(t[i]); ok {
		candidates = slices.Concat(candidates, v.patterns[aNumber])
	}
	for _, p := range candidates {
		if next := v.match(p, t, i); next > end {
			best, end = p.sort, next
		}
	}
	return best, end
}

// match returns the token after a pattern at token i, or 0 where it does not
// fit.
func (v *vocabulary) match(p pattern, t lang.Tokens, i int) int {
	days := 0 // the number before a unit, once known
	for _, e := range p.elements {
		switch {
		case i >= len(t):
			return 0
		case e.number:
			n, ok := v.numberAt(t[i])
			if !ok {
				return 0
			}
			days = n
		case e.unit:
			if !isLong(t[i].Lemma, days) {
				return 0
			}
		case e.any:
		case e.optional && !slices.Contains(e.words, t[i].Lower):
			continue
		case !slices.Contains(e.words, t[i].Lower):
			return 0
		}
		i++
	}
	return i
}

// fewestDays is how many days are no longer the course of one happening.
const fewestDays = 5

// isLong reports whether a number of units is longer than one happening lasts,
// as in "two weeks", "seven days". The number is 0 where there is none.
func isLong(unit string, n int) bool {
	switch unit {
	case "week", "fortnight", "month", "year", "decade":
		return true
	case "day":
		return n >= fewestDays
	}
	return false
}

// numberAt reads a number of units; one that is not exact counts 1.
func (v *vocabulary) numberAt(t lang.Token) (int, bool) {
	if n, ok := v.numbers[t.Lower]; ok {
		return n, true
	}
	if v.is(t, "some") {
		return 1, true
	}
	if t.Tag != "CD" {
		return 0, false
	}
	n := 0
	for _, r := range t.Lower {
		if r < '0' || r > '9' {
			return fewestDays, true // thirty
		}
		n = n*10 + int(r-'0')
	}
	return n, true
}
