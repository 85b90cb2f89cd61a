package article

import (
	"embed"
	"fmt"
	"io/fs"
	"strconv"
	"sync"

	shared "sitrep/extract/lexicon"
	"sitrep/extract/wordlist"
)

//go:embed data/*.csv
var data embed.FS

// match is how a row of lines.csv compares with a line.
type match uint8

const (
	is     match = iota // the whole line
	begins              // the line's first words
	names               // the line's first words, and only names after them
	has                 // anywhere
)

// kind is what a row of lines.csv makes of a line; closing and list are finer
// than parts are: what follows them is page furniture where it looks like it.
type kind uint8

const (
	plain kind = iota
	furniture
	list    // heads a list of links
	byline  // By X
	closing // Editing by X
	credit
	publication
)

var kindPart = [...]Part{Body, Furniture, Furniture, Byline, Byline, Credit, PublicationLine}

type lineRow struct {
	kind   kind
	match  match
	phrase string
	words  int // longest line it holds for; 0: any
}

type captionRow struct {
	phrase string
	read   bool // the phrase is part of the caption's sentence
}

type dateWord struct {
	class string
	value int
}

type placeUse struct{ particle, never, opener, abbreviation bool }

// lexicon is what this stage knows of words: data/*.csv.
type lexicon struct {
	first    map[string][]lineRow // rows of is, begins and names by first word
	anywhere []lineRow            // rows of has
	buttons  map[string]bool      // word → a line of such words is a row of buttons
	captions []captionRow
	agencies map[string]string // lower case → publisher
	joiners  map[string]bool
	omitted  map[string]bool // words that headlines leave out
	places   map[string]placeUse
	dates    map[string]dateWord
}

var words = sync.OnceValue(func() *lexicon {
	l, err := load(data)
	if err != nil {
		panic(err) // embedded data, held by a test
	}
	return l
})

// load reads the files strictly: another header, a duplicate or a value that
// means nothing is an error that names file and line.
func load(files fs.FS) (*lexicon, error) {
	l := &lexicon{
		first: map[string][]lineRow{}, buttons: map[string]bool{}, agencies: map[string]string{},
		joiners: map[string]bool{}, omitted: map[string]bool{}, places: map[string]placeUse{}, dates: map[string]dateWord{},
	}
	kinds := map[string]kind{"furniture": furniture, "list": list, "byline": byline, "closing": closing, "credit": credit}
	matches := map[string]match{"is": is, "begins": begins, "names": names, "has": has}
	classes := map[string]bool{"clock": true, "zone": true, "lead": true, "filler": true, "ago": true}
	tables := []struct {
		name, columns string
		row           func(f []string) bool
	}{
		{"lines", "part,match,phrase: words", func(f []string) bool {
			k, okKind := kinds[f[0]]
			m, okMatch := matches[f[1]]
			n, err := strconv.Atoi(f[3])
			r := lineRow{k, m, f[2], n}
			if m == has {
				l.anywhere = append(l.anywhere, r)
			} else {
				w := firstWord(f[2])
				l.first[w] = append(l.first[w], r)
			}
			return okKind && okMatch && err == nil && (m != has || n > 0)
		}},
		{"buttons", "word: button", func(f []string) bool {
			l.buttons[f[0]] = f[1] == "yes"
			return f[1] == "yes" || f[1] == "no"
		}},
		{"captions", "phrase: read", func(f []string) bool {
			l.captions = append(l.captions, captionRow{f[0], f[1] == "yes"})
			return f[1] == "yes" || f[1] == "no"
		}},
		{"agencies", "name: publisher", func(f []string) bool {
			l.agencies[f[0]] = f[1]
			return f[1] != ""
		}},
		{"joiners", "word", func(f []string) bool {
			l.joiners[f[0]] = true
			return true
		}},
		{"unheadlined", "word", func(f []string) bool {
			l.omitted[f[0]] = true
			return true
		}},
		{"placeparts", "word,use", func(f []string) bool {
			u := l.places[f[0]]
			u.particle = u.particle || f[1] == "particle"
			u.never = u.never || f[1] == "never"
			u.opener = u.opener || f[1] == "opener"
			u.abbreviation = u.abbreviation || f[1] == "abbreviation"
			before := l.places[f[0]]
			l.places[f[0]] = u
			return u != before
		}},
		{"datewords", "word: class", func(f []string) bool {
			l.dates[f[0]] = dateWord{class: f[1]}
			return classes[f[1]]
		}},
	}
	for _, t := range tables {
		path := "data/" + t.name + ".csv"
		b, err := fs.ReadFile(files, path)
		if err != nil {
			return nil, err
		}
		if err := wordlist.Read(path, string(b), t.columns, func(r []string) error {
			if !t.row(r) {
				return fmt.Errorf("not a row: %q", r)
			}
			return nil
		}); err != nil {
			return nil, err
		}
	}
	for _, w := range shared.Calendar() {
		switch w.Class {
		case shared.Month, shared.MonthAbbreviation:
			l.dates[w.Text] = dateWord{"month", w.Value}
		case shared.Weekday, shared.WeekdayAbbreviation, shared.AmbiguousAbbreviation:
			l.dates[w.Text] = dateWord{class: "weekday"}
		}
	}
	return l, nil
}
