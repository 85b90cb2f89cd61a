package quantity

import (
	"embed"
	"encoding/csv"
	"fmt"
	"sort"
	"strconv"
	"strings"
	"sync"
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

type lexicon struct {
	words       map[string]entry
	qualifiers  []phrase // the longest first
	trailers    []phrase
	measures    map[string]string
	collectives map[string]int
}

var lex = sync.OnceValue(func() *lexicon {
	l := &lexicon{words: map[string]entry{}, measures: map[string]string{}, collectives: map[string]int{}}
	for _, r := range rows("words", "word", "class", "min", "max") {
		e := entry{class: r[1], open: r[3] == ""}
		e.min, _ = strconv.Atoi(r[2])
		e.max, _ = strconv.Atoi(r[3])
		l.words[r[0]] = e
	}
	l.qualifiers = phrases("qualifiers")
	l.trailers = phrases("trailers")
	for _, r := range rows("measures", "word", "class") {
		l.measures[r[0]] = r[1]
	}
	for _, r := range rows("collectives", "noun", "count") {
		n, err := strconv.Atoi(r[1])
		if err != nil {
			panic("data/collectives.csv: " + err.Error())
		}
		l.collectives[r[0]] = n
	}
	return l
})

// rows reads an embedded table and holds its header to what is expected. The
// tables are part of the program, so a broken one is a programming error.
func rows(name string, header ...string) [][]string {
	b, err := data.ReadFile("data/" + name + ".csv")
	if err != nil {
		panic(err)
	}
	all, err := csv.NewReader(strings.NewReader(string(b))).ReadAll()
	if err != nil {
		panic("data/" + name + ".csv: " + err.Error())
	}
	if len(all) == 0 || strings.Join(all[0], ",") != strings.Join(header, ",") {
		panic(fmt.Sprintf("data/%s.csv: header is not %v", name, header))
	}
	return all[1:]
}

func phrases(name string) []phrase {
	var l []phrase
	for _, r := range rows(name, "phrase", "effect") {
		l = append(l, phrase{strings.Fields(r[0]), r[1]})
	}
	sort.SliceStable(l, func(i, j int) bool { return len(l[i].words) > len(l[j].words) })
	return l
}
