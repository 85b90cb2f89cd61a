// Package fold brings spellings of one name together: a tight key that
// forgives diacritics, apostrophes, hyphens and the forms of the Arabic
// article, and a loose key that forgives transliteration too. It knows letters
// and no places, and must never be asked whether two names are the same place.
package fold

import (
	_ "embed"
	"sort"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"sitrep/gazetteer/internal/table"
)

//go:embed folding.csv
var rows string

// Class is what a rune does in a key.
type Class uint8

// The classes. A Break ends a name: a comma, a bracket, a quotation mark.
const (
	Letter Class = iota
	Dropped
	Space
	Break
)

type replacement struct{ from, to string }

type tables struct {
	letters  map[rune]string
	classes  map[rune]Class
	latin    [0x250]string // "" where the rune is not a letter of this range
	words    map[string]string
	articles map[string]bool
	sun      map[string]string
	loose    [256][]replacement // by first byte of from, the longest first
	looseW   map[string]string
	endings  []replacement // the longest first
}

var folding = sync.OnceValue(func() *tables {
	t, err := read(rows)
	if err != nil {
		panic(err) // the table is embedded, and a test reads it
	}
	return t
})

var columns = []string{"kind", "from", "to", "note"}

func read(src string) (*tables, error) {
	t := &tables{
		letters: map[rune]string{}, classes: map[rune]Class{}, words: map[string]string{},
		articles: map[string]bool{}, sun: map[string]string{}, looseW: map[string]string{},
	}
	if err := table.Each("folding.csv", src, columns, len(columns), t.add); err != nil {
		return nil, err
	}
	longest := func(l []replacement) {
		sort.SliceStable(l, func(i, j int) bool { return len(l[i].from) > len(l[j].from) })
	}
	for _, l := range t.loose {
		longest(l)
	}
	longest(t.endings)
	for r := rune(0); r < rune(len(t.latin)); r++ {
		t.latin[r] = t.decompose(r)
	}
	return t, nil
}

// add reads one row of folding.csv.
func (t *tables) add(row *table.Table) error {
	kind, from, to := row.Get(0), row.Get(1), row.Get(2)
	if from == "" {
		return row.Fail(1, "nothing to fold")
	}
	first, _ := utf8.DecodeRuneInString(from)
	switch kind {
	case "letter":
		t.letters[first] = to
	case "drop":
		t.classes[first] = Dropped
	case "space":
		t.classes[first] = Space
	case "word":
		t.words[from] = to
	case "article":
		t.articles[from] = true
	case "sun":
		t.sun[from] = to
	case "loose-word":
		t.looseW[from] = to
	case "loose":
		t.loose[from[0]] = append(t.loose[from[0]], replacement{from, to})
	case "ending":
		t.endings = append(t.endings, replacement{from, to})
	default:
		return row.Fail(0, "unknown kind %q", kind)
	}
	return nil
}

// decompose returns the plain lower-case spelling of a letter or digit, "" for
// anything else.
func (t *tables) decompose(r rune) string {
	if r >= utf8.RuneSelf || r == '&' {
		for _, c := range []rune{r, unicode.ToLower(r)} {
			if s, ok := t.letters[c]; ok {
				return s
			}
		}
	}
	if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
		return ""
	}
	var b strings.Builder
	for _, c := range norm.NFKD.String(string(unicode.ToLower(r))) {
		if s, ok := t.letters[c]; ok {
			b.WriteString(s)
		} else if unicode.IsLetter(c) || unicode.IsDigit(c) {
			b.WriteRune(unicode.ToLower(c))
		}
	}
	return b.String()
}

// Rune says what r does in a key and, for a Letter, how it is spelt there.
// Combining marks are Dropped.
func Rune(r rune) (Class, string) { return folding().rune(r) }

func (t *tables) rune(r rune) (Class, string) {
	if r < rune(len(t.latin)) {
		if s := t.latin[r]; s != "" {
			return Letter, s
		}
	}
	if r == ' ' {
		return Space, ""
	}
	if c, ok := t.classes[r]; ok {
		return c, ""
	}
	if unicode.IsSpace(r) {
		return Space, ""
	}
	if unicode.Is(unicode.Mn, r) {
		return Dropped, ""
	}
	if r >= rune(len(t.latin)) {
		if s := t.decompose(r); s != "" {
			return Letter, s
		}
	}
	return Break, ""
}

// ArticleBytes reports whether the folded word is the Arabic article before
// next: al and el anywhere, az only before z and so on.
func ArticleBytes(word, next []byte) bool {
	t := folding()
	if len(word) > 4 {
		return false
	}
	if t.articles[string(word)] {
		return true
	}
	sun, ok := t.sun[string(word)]
	return ok && len(next) >= len(sun) && string(next[:len(sun)]) == sun
}

// WordBytes returns the form of a folded word inside a key: st becomes saint.
func WordBytes(word []byte) []byte {
	if len(word) > 4 {
		return word
	}
	if w, ok := folding().words[string(word)]; ok {
		return []byte(w)
	}
	return word
}

// Words splits a name into folded words, without touching articles.
func Words(name string) []string {
	t := folding()
	var words []string
	var b strings.Builder
	flush := func() {
		if b.Len() > 0 {
			words = append(words, b.String())
			b.Reset()
		}
	}
	for _, r := range name {
		switch class, s := t.rune(r); class {
		case Letter:
			b.WriteString(s)
		case Space, Break:
			flush()
		}
	}
	flush()
	return words
}

// Tight returns the key of a name that forgives case, diacritics, apostrophes,
// hyphens and the forms of the article: Dayr az-Zawr and Dayr al Zawr meet.
func Tight(name string) string { return strings.Join(TightWords(Words(name)), " ") }

// TightWords turns folded words into a tight key's words, in place.
func TightWords(words []string) []string {
	for i, w := range words {
		next := ""
		if i+1 < len(words) {
			next = words[i+1]
		}
		if next != "" && ArticleBytes([]byte(w), []byte(next)) {
			words[i] = "al"
		} else if next != "" || i > 0 {
			words[i] = string(WordBytes([]byte(w)))
		}
	}
	return words
}

// MinLoose is the least length of a loose key: shorter ones meet by chance.
const MinLoose = 4

// Loose returns the key that forgives transliteration as well: vowels that scribes
// disagree on, doubled letters, the article, kh for k and so on. It is "" for
// a name too short to be compared that way.
func Loose(name string) string {
	words := TightWords(Words(name))
	var b strings.Builder
	for i, w := range words {
		if w == "al" && i+1 < len(words) {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(LooseWord(w))
	}
	if b.Len() < MinLoose {
		return ""
	}
	return b.String()
}

// LooseWord returns one folded word of a loose key.
func LooseWord(w string) string { return string(AppendLooseWord(nil, []byte(w))) }

// AppendLooseWord appends the loose form of a folded word, without
// allocating where dst has room.
func AppendLooseWord(dst, w []byte) []byte {
	t := folding()
	if to, ok := t.looseW[string(w)]; ok {
		return append(dst, to...)
	}
	// Endings are cut before the letters meet: -ah, -eh and -a are one, and
	// the -i of Ghazni is none of them.
	tail := ""
	for _, e := range t.endings {
		if len(w)-len(e.from) >= 3 && string(w[len(w)-len(e.from):]) == e.from {
			w, tail = w[:len(w)-len(e.from)], e.to
			break
		}
	}
	base := len(dst)
	for i := 0; i < len(w); {
		n := 0
		for _, r := range t.loose[w[i]] {
			if len(w)-i >= len(r.from) && string(w[i:i+len(r.from)]) == r.from {
				for j := 0; j < len(r.to); j++ {
					dst = appendOnce(dst, base, r.to[j])
				}
				n = len(r.from)
				break
			}
		}
		if n == 0 {
			dst = appendOnce(dst, base, w[i])
			n = 1
		}
		i += n
	}
	for j := 0; j < len(tail); j++ {
		dst = appendOnce(dst, base, tail[j])
	}
	return dst
}

func appendOnce(b []byte, base int, c byte) []byte {
	if len(b) > base && b[len(b)-1] == c {
		return b
	}
	return append(b, c)
}
