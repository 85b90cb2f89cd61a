package quantity

import (
	"embed"
	"sort"
	"strconv"
	"strings"
	"sync"

	"sitrep/extract/lexicon"
	"sitrep/extract/wordlist"
)

//go:embed data/*.csv
var data embed.FS

type entry struct {
	class    string
	min, max int
	open     bool // no upper bound
}

type phrase struct {
	words  []string
	effect string
}

type vocabulary struct {
	words       map[string]entry
	qualifiers  map[string][]phrase // by their first words, the longest first
	trailers    []phrase
	fractions   map[string][]fraction // by the first word, the longest first
	measures    map[string]string
	collectives map[string]int
	grammar     map[string]map[string]bool // class → its words
}

var lex = sync.OnceValue(func() *vocabulary {
	l := &vocabulary{
		words: map[string]entry{}, collectives: map[string]int{}, qualifiers: map[string][]phrase{}, trailers: phrases("trailers"), fractions: fractions(),
		measures: wordlist.Map(data, "data/measures.csv", "word: class"), grammar: wordlist.Sets(data, "data/grammar.csv", "class,word"),
	}
	for _, q := range phrases("qualifiers") {
		l.qualifiers[q.words[0]] = append(l.qualifiers[q.words[0]], q)
	}
	for _, r := range wordlist.Rows(data, "data/words.csv", "word: class,min,max") {
		e := entry{class: r[1], open: r[3] == ""}
		e.min, _ = strconv.Atoi(r[2])
		e.max, _ = strconv.Atoi(r[3])
		l.words[r[0]] = e
	}
	for _, w := range lexicon.Numbers() {
		if w.Class != lexicon.Ordinal {
			l.words[w.Text] = entry{class: string(w.Class), min: w.Value, max: w.Value}
		}
	}
	for _, w := range lexicon.Calendar() {
		switch w.Class {
		case lexicon.Month, lexicon.MonthAbbreviation:
			l.measures[w.Text] = "month"
		case lexicon.Unit:
			l.measures[w.Text] = "time"
		case lexicon.Span:
			if w.Name == "weekend" {
				l.measures[w.Text] = "time"
			}
		}
	}
	wordlist.Each(data, "data/collectives.csv", "noun: count", func(r []string) (err error) {
		l.collectives[r[0]], err = strconv.Atoi(r[1])
		return err
	})
	return l
})

func phrases(name string) []phrase {
	var l []phrase
	for _, r := range wordlist.Rows(data, "data/"+name+".csv", "phrase: effect") {
		l = append(l, phrase{strings.Fields(r[0]), r[1]})
	}
	sort.SliceStable(l, func(i, j int) bool { return len(l[i].words) > len(l[j].words) })
	return l
}
