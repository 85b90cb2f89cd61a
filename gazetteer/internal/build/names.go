package main

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/gazetteer/internal/fold"
)

// latin reports whether a name is written in Latin letters: others cannot stand
// in an English text, and their number is half of all.
func latin(s string) bool {
	for _, r := range s {
		switch {
		case r < 0x250, r >= 0x1e00 && r < 0x1f00, r >= 0x2b0 && r < 0x370, r >= 0x2010 && r < 0x2040:
		default:
			return false
		}
	}
	return true
}

var lowerArticle = regexp.MustCompile(`^(al|el|ar|as|ash|az|ez|es|ad|ed|an|en|at|et|d|l|'s)[-' ’]\p{Lu}`)

// usable reports whether one of GeoNames' alternate names may come up in prose:
// not a code (DEZ), not a romanisation of a Chinese, Arabic or Japanese
// spelling letter by letter (those begin in lower case), not several names in
// one.
func usable(s string) bool {
	if !latin(s) || strings.ContainsAny(s, "(),;:[]/0123456789\"") || strings.Contains(s, "  ") {
		return false
	}
	n := utf8.RuneCountInString(s)
	if n < 3 || n > 40 || strings.Count(s, " ") > 5 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(s)
	if unicode.IsLower(first) && !lowerArticle.MatchString(s) || n <= 4 && strings.ToUpper(s) == s {
		return false
	}
	return true
}

// placeWords are the words of placewords.csv: what GeoNames appends or
// prefixes to the name of a division (wires write Homs province or simply
// Homs), and what the name of an airfield has.
type placeWords struct{ after, before, airfield *regexp.Regexp }

func readPlaceWords(path string) (*placeWords, error) {
	rows, err := readTable(path, "word", "class")
	if err != nil {
		return nil, err
	}
	words := map[string][]string{}
	for _, r := range rows {
		words[r["class"]] = append(words[r["class"]], regexp.QuoteMeta(r["word"]))
	}
	any := func(class string) string { // in the order of the file: the first that fits is taken
		l := words[class]
		delete(words, class)
		return "(" + strings.Join(l, "|") + ")"
	}
	w := &placeWords{
		after:    regexp.MustCompile(`(?i)\s+` + any("after") + `$`),
		before:   regexp.MustCompile(`^` + any("before") + `\s+(?:de |d’|du |des )?`),
		airfield: regexp.MustCompile(`(?i)\b` + any("airfield") + `\b`),
	}
	for class := range words {
		return nil, fmt.Errorf("%s: unknown class %q", path, class)
	}
	return w, nil
}

// bare returns a division's name without its kind, or "".
func (w *placeWords) bare(name string) string {
	b := w.after.ReplaceAllString(name, "")
	b = w.before.ReplaceAllString(b, "")
	if b == name || utf8.RuneCountInString(b) < 3 {
		return ""
	}
	return b
}

// airportNames returns the names that one row of OurAirports gives an airfield.
func (w *placeWords) airportNames(name, town, keywords string) (primary string, others []string) {
	add := func(s string) {
		s = strings.Join(strings.Fields(s), " ")
		if strings.Contains(s, " ") && latin(s) && w.airfield.MatchString(s) && !strings.ContainsAny(s, "\"„”«»,;") {
			others = append(others, s)
		}
	}
	name = strings.Join(strings.Fields(name), " ")
	if i := strings.IndexByte(name, '('); i >= 0 {
		name = strings.TrimSpace(name[:i])
	}
	parts := strings.Split(name, " / ")
	primary = parts[0]
	for _, p := range parts[1:] {
		add(p)
	}
	for _, k := range strings.Split(keywords, ",") {
		add(k)
	}
	for _, n := range append([]string{primary}, others...) {
		if b, ok := strings.CutSuffix(n, " International Airport"); ok {
			add(b + " Airport")
			if i := strings.LastIndexByte(b, ' '); i > 0 && len(b)-i > 4 {
				add(b[i+1:] + " International Airport") // Lester B. Pearson
			}
		}
		if b, ok := strings.CutSuffix(n, " Air Base"); ok {
			add(b + " Airbase")
			add(b + " Airfield")
		}
		if b, ok := strings.CutSuffix(n, " Air Force Base"); ok {
			add(b + " AFB")
		}
	}
	// The town's airport, where the town is named as one: Herat airport.
	if latin(town) && town != "" && !strings.ContainsAny(town, "(/,;") {
		if strings.Contains(strings.ToLower(name), "air base") {
			add(town + " Air Base")
			add(town + " Airbase")
		} else {
			add(town + " International Airport")
			add(town + " Airport")
		}
	}
	return primary, others
}

// sameName reports whether a is a spelling of b rather than another name: at most
// half of the letters differ, as they are or transliterated, or one holds the
// other whole.
func sameName(a, b string) bool {
	x, y := fold.Tight(a), fold.Tight(b)
	if len(x) > 3 && strings.Contains(y, x) || len(y) > 3 && strings.Contains(x, y) {
		return true
	}
	return close(x, y) || close(fold.Loose(a), fold.Loose(b))
}

// within reports whether a is the last or first words of b, and not only a title.
func within(a, b string) bool {
	x, y := fold.Tight(a), fold.Tight(b)
	return len(x) > 4 && (strings.HasSuffix(y, " "+x) || strings.HasPrefix(y, x+" ") && 2*len(x) >= len(y))
}

func close(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i, c := range x {
		last := row[0]
		row[0] = i + 1
		for j, d := range y {
			cost := last
			if c != d {
				cost++
			}
			last = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return 2*row[len(y)] <= max(len(x), len(y))
}
