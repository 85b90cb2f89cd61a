package date

import (
	"embed"
	"errors"
	"slices"
	"sort"
	"strconv"
	"strings"
	"sync"
	"time"

	"sitrep/extract/lexicon"
	"sitrep/extract/wordlist"
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

type vocabulary struct {
	words      map[string][]entry
	leads      []lead // the longest first
	preps      []lead // likewise; effect is the kind
	feasts     map[string]feast
	feastWords map[string]bool // first words
	moon       map[int]map[string]time.Time
	names      map[string][][]string // by first word: what only looks like a date
	tense      map[string]map[string]bool
	cues       map[string]bool
	sets       map[string]map[string]bool // by the names of data/sets.csv
	publishers map[string]string
}

var lex = sync.OnceValue(func() *vocabulary {
	l := &vocabulary{
		words: map[string][]entry{}, feasts: map[string]feast{}, feastWords: map[string]bool{},
		moon: map[int]map[string]time.Time{}, names: map[string][][]string{},
		tense: map[string]map[string]bool{}, cues: map[string]bool{}, sets: map[string]map[string]bool{},
		publishers: wordlist.Map(data, "data/publishers.csv", "publisher: country"),
	}
	for _, r := range wordlist.Rows(data, "data/words.csv", "word,class,value") {
		n, _ := strconv.Atoi(r[2])
		l.words[r[0]] = append(l.words[r[0]], entry{class: r[1], text: r[2], n: n})
	}
	for _, w := range slices.Concat(lexicon.Calendar(), lexicon.Numbers()) {
		e := entry{class: string(w.Class), text: w.Name, n: w.Value}
		switch w.Class {
		case lexicon.AmbiguousAbbreviation:
			e.class = "weekday abbreviation"
		case lexicon.Group: // a dozen days
			e.class = "number"
		case lexicon.Multiplier, lexicon.Span:
			continue
		}
		l.words[w.Text] = append(l.words[w.Text], e)
	}
	l.tense["modal"] = lexicon.Modals(false)
	l.leads = phrases("data/leads.csv", "phrase: effect")
	l.preps = phrases("data/preps.csv", "word: kind")
	wordlist.Each(data, "data/feasts.csv", "name: rule,offset,days", func(r []string) error {
		offset, err := strconv.Atoi(r[2])
		days, err2 := strconv.Atoi(r[3])
		l.feasts[strings.Join(texts(r[0]), " ")] = feast{r[1], offset, days}
		l.feastWords[texts(r[0])[0]] = true
		return errors.Join(err, err2)
	})
	const kinds = "ramadan,fitr,adha,ashura,passover,kippur"
	wordlist.Each(data, "data/moon.csv", "year: "+kinds, func(r []string) error {
		year, err := strconv.Atoi(r[0])
		l.moon[year] = map[string]time.Time{}
		for i, k := range strings.Split(kinds, ",") {
			t, bad := time.Parse(time.DateOnly, r[i+1])
			l.moon[year][k], err = t, errors.Join(err, bad)
		}
		return err
	})
	for _, r := range wordlist.Rows(data, "data/names.csv", "phrase") {
		w := texts(r[0])
		l.names[w[0]] = append(l.names[w[0]], w)
	}
	for _, r := range wordlist.Rows(data, "data/tense.csv", "word,class") {
		if r[1] == "phrase" {
			l.cues[r[0]] = true
			continue
		}
		if l.tense[r[1]] == nil {
			l.tense[r[1]] = map[string]bool{}
		}
		l.tense[r[1]][r[0]] = true
	}
	for _, r := range wordlist.Rows(data, "data/sets.csv", "word,set") {
		if l.sets[r[1]] == nil {
			l.sets[r[1]] = map[string]bool{}
		}
		l.sets[r[1]][r[0]] = true
	}
	return l
})

// PublisherCountry is the country (ISO 3166-1 alpha-3) that a publisher
// writes its dates in, where it is known; else empty.
func PublisherCountry(publisher string) string {
	return lex().publishers[strings.ToLower(strings.TrimSpace(publisher))]
}

func phrases(file, columns string) []lead {
	var l []lead
	for _, r := range wordlist.Rows(data, file, columns) {
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
