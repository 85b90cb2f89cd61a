package date

import (
	"embed"
	"encoding/csv"
	"fmt"
	"sort"
	"strconv"
	"strings"
	"sync"
	"time"
)

//go:embed data/*.csv
var data embed.FS

// entry is one sense of a word. Text values (parts of a day, units, parts of
// a month) stand in text, numbers in n.
type entry struct {
	class string
	text  string
	n     int
}

type lead struct {
	words  []string
	effect string
}

type feast struct {
	rule   string
	offset int
	days   int
}

type lexicon struct {
	words      map[string][]entry
	leads      []lead // the longest first
	preps      []lead // likewise; effect is the kind
	feasts     map[string]feast
	feastWords map[string]bool // first words
	moon       map[int]map[string]time.Time
	names      map[string][][]string // by first word: what only looks like a date
	tense      map[string]map[string]bool
	cues       map[string]bool
	sets       map[string]map[string]bool // name head, given name, hour, habitual
	publishers map[string]string
}

var lex = sync.OnceValue(func() *lexicon {
	l := &lexicon{
		words: map[string][]entry{}, feasts: map[string]feast{}, feastWords: map[string]bool{},
		moon: map[int]map[string]time.Time{}, names: map[string][][]string{},
		tense: map[string]map[string]bool{}, cues: map[string]bool{}, sets: map[string]map[string]bool{},
		publishers: map[string]string{},
	}
	for _, r := range rows("words", "word", "class", "value") {
		n, _ := strconv.Atoi(r[2])
		l.words[r[0]] = append(l.words[r[0]], entry{class: r[1], text: r[2], n: n})
	}
	l.leads = phrases("leads", "phrase", "effect")
	l.preps = phrases("preps", "word", "kind")
	for _, r := range rows("feasts", "name", "rule", "offset", "days") {
		l.feasts[strings.Join(texts(r[0]), " ")] = feast{r[1], number("feasts", r[2]), number("feasts", r[3])}
		l.feastWords[texts(r[0])[0]] = true
	}
	kinds := []string{"ramadan", "fitr", "adha", "ashura", "passover", "kippur"}
	for _, r := range rows("moon", append([]string{"year"}, kinds...)...) {
		m := map[string]time.Time{}
		for i, k := range kinds {
			t, err := time.Parse(time.DateOnly, r[i+1])
			if err != nil {
				panic("data/moon.csv: " + err.Error())
			}
			m[k] = t
		}
		l.moon[number("moon", r[0])] = m
	}
	for _, r := range rows("names", "phrase") {
		w := texts(r[0])
		l.names[w[0]] = append(l.names[w[0]], w)
	}
	for _, r := range rows("tense", "word", "class") {
		if r[1] == "phrase" {
			l.cues[r[0]] = true
			continue
		}
		if l.tense[r[1]] == nil {
			l.tense[r[1]] = map[string]bool{}
		}
		l.tense[r[1]][r[0]] = true
	}
	for _, r := range rows("sets", "word", "set") {
		if l.sets[r[1]] == nil {
			l.sets[r[1]] = map[string]bool{}
		}
		l.sets[r[1]][r[0]] = true
	}
	for _, r := range rows("publishers", "publisher", "country") {
		l.publishers[r[0]] = r[1]
	}
	return l
})

// PublisherCountry is the country (ISO 3166-1 alpha-3) that a publisher
// writes its dates in, where it is known; else empty.
func PublisherCountry(publisher string) string {
	return lex().publishers[strings.ToLower(strings.TrimSpace(publisher))]
}

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

func phrases(name string, header ...string) []lead {
	var l []lead
	for _, r := range rows(name, header...) {
		l = append(l, lead{texts(r[0]), r[1]})
	}
	sort.SliceStable(l, func(i, j int) bool { return len(l[i].words) > len(l[j].words) })
	return l
}

// texts splits a phrase of the data as the scanner splits the text.
func texts(phrase string) []string {
	var out []string
	for _, w := range scan(phrase) {
		out = append(out, w.lower)
	}
	return out
}

func number(table, s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		panic("data/" + table + ".csv: " + err.Error())
	}
	return n
}
