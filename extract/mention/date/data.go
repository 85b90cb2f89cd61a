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
	rules  []string
	offset int
	days   int
	until  string
}

type vocabulary struct {
	words      map[string]*senses
	feasts     map[string]feast
	feastWords map[string]bool // first words
	moon       map[int]map[string]time.Time
	tense      map[string]map[string]bool
	cues       map[string]bool
	sets       map[string]map[string]bool // by the names of data/sets.csv
	publishers map[string]string
}

// senses is all that the grammar knows of a word.
type senses struct {
	entries   []entry
	leads     []lead     // that it begins, the longest first
	preps     []lead     // likewise; effect is the kind
	likeDates [][]string // names that it begins and that only look like dates
	begins    bool       // an expression can begin with it
	names     bool       // it can be what a date is named by: every expression has such a word, or figures
}

// senseless is what is known of other words.
var senseless senses

// of returns the senses of a word, to be added to.
func (l *vocabulary) of(word string) *senses {
	s := l.words[word]
	if s == nil {
		s = &senses{}
		l.words[word] = s
	}
	return s
}

// add adds a sense of a word. Words that only count or refer need another beside
// them: several, last.
func (l *vocabulary) add(word string, e entry) {
	s := l.of(word)
	s.entries = append(s.entries, e)
	s.begins = true
	switch e.class {
	case "about", "article", "part", "reference", "row", "vague", string(lexicon.Number), string(lexicon.Ordinal):
	default:
		s.names = true
	}
}

// begin notes the words of the grammar itself that an expression can begin with.
func (l *vocabulary) begin() {
	for _, w := range []string{"the", "that", "these", "on", "in", "for", "into", "entered", "earlier", "later", "week", "weekend", "recent", "final", "half", "eve", "overnight"} {
		l.of(w).begins = true
	}
	for _, w := range []string{"week", "weekend", "overnight", "daylight"} {
		l.of(w).names = true
	}
	for w := range l.sets["feast filler"] {
		l.of(w).begins = true
	}
	for _, words := range []map[string]bool{l.sets["counted"], l.feastWords} {
		for w := range words {
			s := l.of(w)
			s.begins, s.names = true, true
		}
	}
}

var lex = sync.OnceValue(func() *vocabulary {
	l := &vocabulary{
		words: map[string]*senses{}, feasts: map[string]feast{}, feastWords: map[string]bool{},
		moon:  map[int]map[string]time.Time{},
		tense: map[string]map[string]bool{}, cues: map[string]bool{}, sets: map[string]map[string]bool{},
		publishers: wordlist.Map(data, "data/publishers.csv", "publisher: country"),
	}
	for _, r := range wordlist.Rows(data, "data/words.csv", "word,class,value") {
		n, _ := strconv.Atoi(r[2])
		l.add(r[0], entry{class: r[1], text: r[2], n: n})
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
		l.add(w.Text, e)
	}
	l.tense["modal"] = lexicon.Modals(false)
	for _, p := range phrases("data/leads.csv", "phrase: effect") {
		s := l.of(p.words[0])
		s.leads, s.begins = append(s.leads, p), true
	}
	for _, p := range phrases("data/preps.csv", "word: kind") {
		s := l.of(p.words[0])
		s.preps, s.begins = append(s.preps, p), true
	}
	wordlist.Each(data, "data/feasts.csv", "name: rule,offset,days,until", func(r []string) error {
		offset, err := strconv.Atoi(r[2])
		days, err2 := strconv.Atoi(r[3])
		l.feasts[strings.Join(texts(r[0]), " ")] = feast{strings.Fields(r[1]), offset, days, r[4]}
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
		s := l.of(w[0])
		s.likeDates = append(s.likeDates, w)
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
	l.begin()
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
	for _, w := range scan(nil, phrase) {
		out = append(out, w.lower)
	}
	return out
}
