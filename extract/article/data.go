package article

import (
	"embed"
	"encoding/csv"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"sync"
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
		joiners: map[string]bool{}, places: map[string]placeUse{}, dates: map[string]dateWord{},
	}
	kinds := map[string]kind{"furniture": furniture, "list": list, "byline": byline, "closing": closing, "credit": credit}
	matches := map[string]match{"is": is, "begins": begins, "names": names, "has": has}
	classes := map[string]bool{"month": true, "weekday": true, "clock": true, "zone": true, "lead": true, "filler": true, "ago": true}
	tables := []struct {
		name, header string
		keys         int // how many leading columns make a row unique
		row          func(f []string) bool
	}{
		{"lines", "part,match,phrase,words", 3, func(f []string) bool {
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
		{"buttons", "word,button", 1, func(f []string) bool {
			l.buttons[f[0]] = f[1] == "yes"
			return f[1] == "yes" || f[1] == "no"
		}},
		{"captions", "phrase,read", 1, func(f []string) bool {
			l.captions = append(l.captions, captionRow{f[0], f[1] == "yes"})
			return f[1] == "yes" || f[1] == "no"
		}},
		{"agencies", "name,publisher", 1, func(f []string) bool {
			l.agencies[f[0]] = f[1]
			return f[1] != ""
		}},
		{"joiners", "word", 1, func(f []string) bool {
			l.joiners[f[0]] = true
			return true
		}},
		{"placeparts", "word,use", 2, func(f []string) bool {
			u := l.places[f[0]]
			u.particle = u.particle || f[1] == "particle"
			u.never = u.never || f[1] == "never"
			u.opener = u.opener || f[1] == "opener"
			u.abbreviation = u.abbreviation || f[1] == "abbreviation"
			before := l.places[f[0]]
			l.places[f[0]] = u
			return u != before
		}},
		{"datewords", "word,class,value", 1, func(f []string) bool {
			n := 0
			if f[1] == "month" {
				n, _ = strconv.Atoi(f[2])
			}
			l.dates[f[0]] = dateWord{f[1], n}
			return classes[f[1]] && (f[1] == "month") == (n >= 1 && n <= 12)
		}},
	}
	for _, t := range tables {
		path := "data/" + t.name + ".csv"
		f, err := files.Open(path)
		if err != nil {
			return nil, err
		}
		rows, err := csv.NewReader(f).ReadAll()
		f.Close()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		if len(rows) == 0 || strings.Join(rows[0], ",") != t.header {
			return nil, fmt.Errorf("%s:1: the columns are %s", path, t.header)
		}
		seen := map[string]bool{}
		for i, r := range rows[1:] {
			key := strings.Join(r[:t.keys], ",")
			if r[0] == "" || seen[key] || !t.row(r) {
				return nil, fmt.Errorf("%s:%d: not a row, or a second one: %q", path, i+2, r)
			}
			seen[key] = true
		}
	}
	return l, nil
}
