package document

import (
	"bytes"
	"embed"
	"math"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"sitrep/extract/lazyregexp"
	"sitrep/extract/wordlist"
)

//go:embed data/hyphens.csv
var data embed.FS

// hyphens maps the halves of words that keep a hyphen to where they stand.
var hyphens = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, r := range wordlist.Rows(data, "data/hyphens.csv", "half,side") {
		out[r[1]+" "+r[0]] = r[1]
	}
	return out
})

// layOut joins the lines of pages to paragraphs. starts are where the pages begin
// in the text, in code points.
func layOut(pages [][]line) (text string, starts []int) {
	pages = withoutFurniture(pages)
	var lines []line
	for _, p := range pages {
		lines = append(lines, p...)
	}
	if len(lines) == 0 {
		return "", nil
	}
	size, pitch := usual(lines)
	known := wordsOf(lines)
	var b []byte
	runes, counted := 0, 0 // of b so far
	var before *line
	note := false
	for _, p := range pages {
		runes += utf8.RuneCount(b[counted:])
		counted = len(b)
		starts = append(starts, runes)
		for i, l := range p {
			if note = isNote(l, size) || note && i > 0 && l.size < smaller*size; note || isHead(p, i, size) {
				continue
			}
			switch {
			case len(b) == 0:
				b = append(b, l.text...)
			case breaks(*before, l, pitch):
				b = append(append(b, "\n\n"...), l.text...)
			default:
				b = joinLine(b, l.text, known)
			}
			before = &p[i]
			counted = min(counted, len(b))
		}
	}
	return string(b), starts
}

// usual returns the size of most letters and the distance of most lines.
func usual(lines []line) (size, pitch float64) {
	sizes, pitches := map[float64]int{}, map[float64]int{}
	for i, l := range lines {
		sizes[l.size] += len(l.text)
		if i > 0 {
			if d := lines[i-1].y - l.y; d > 0 && d < 4*l.size {
				pitches[float64(int(d*2+0.5))/2]++
			}
		}
	}
	return most(sizes), most(pitches)
}

// most returns the key of the highest count, the smaller of two.
func most(counts map[float64]int) float64 {
	best, n := 0.0, 0
	for k, c := range counts {
		if c > n || c == n && k < best {
			best, n = k, c
		}
	}
	return best
}

var noteMark = lazyregexp.New(`^(?:\d{1,3}|[*†‡])(?:$|[ .)]?\s*\S)`)

// smaller is how much smaller than the text notes and heads are set.
const smaller = 0.87

// isNote reports whether a line is set smaller than the text and begins like a
// footnote, or is the mark of one.
func isNote(l line, size float64) bool {
	return l.size < smaller*size && noteMark().MatchString(l.text)
}

// isHead reports whether a line is the running head of a page that has no other
// to compare it with: the first, set smaller than the text, without a figure and a
// full stop.
func isHead(page []line, i int, size float64) bool {
	l := page[i]
	return i == 0 && len(page) > 1 && l.size < smaller*size && page[1].size > l.size && !ends(l.text) && !strings.ContainsAny(l.text, "0123456789")
}

// breaks reports whether a paragraph ends between two lines: the letters change,
// there is a gap, the next is set in, or stands in another column or page behind
// the end of a sentence.
func breaks(a, b line, pitch float64) bool {
	d := a.y - b.y
	switch {
	case a.size > b.size*1.1 || b.size > a.size*1.1:
		return true
	case d <= 0: // another column or page
		return ends(a.text)
	case pitch > 0 && d > math.Max(1.3*pitch, headingPitch*b.size):
		return true
	case b.x > a.x+0.7*b.size && ends(a.text):
		return true
	}
	return strings.ContainsAny(firstRune(b.text), "•▪●◦–")
}

// headingPitch is the distance of lines, in sizes of their letters, that no
// heading set in larger letters than the text goes beyond.
const headingPitch = 1.25

func firstRune(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return s[:n]
}

func ends(s string) bool {
	s = strings.TrimRight(s, "\"'”’)]»")
	return s != "" && strings.ContainsAny(s[len(s)-1:], ".!?:")
}

// wordsOf returns the words of the lines but for the halves at their ends.
func wordsOf(lines []line) map[string]bool {
	known := map[string]bool{}
	for _, l := range lines {
		for _, w := range strings.Fields(l.text) {
			if w = strings.ToLower(strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) })); w != "" {
				known[w] = true
			}
		}
	}
	return known
}

// joinLine adds a line to the paragraph before it. A hyphen at the end of that is
// resolved: "mili-" and "tants" are militants, "Deir al-" and "Zor" keep it.
func joinLine(b []byte, next string, known map[string]bool) []byte {
	before, hyphen := bytes.CutSuffix(b, []byte("-"))
	if soft, ok := bytes.CutSuffix(b, []byte("\u00ad")); ok {
		before, hyphen = soft, true
	}
	last, _ := utf8.DecodeLastRune(before)
	if !hyphen || !unicode.IsLetter(last) {
		b = append(b, ' ')
	} else if !keepsHyphen(lastWord(string(before[max(0, len(before)-longestWord):])), firstWord(next), known) {
		b = before
	}
	return append(b, next...)
}

// longestWord is more bytes than a word has.
const longestWord = 100

// keepsHyphen reports whether two halves of a word are parted by a hyphen of
// their own: the second is a name, the text has the word so elsewhere and not
// without, or one of them is a half that always has one.
func keepsHyphen(a, b string, known map[string]bool) bool {
	r, _ := utf8.DecodeRuneInString(b)
	a, b = strings.ToLower(a), strings.ToLower(b)
	switch {
	case unicode.IsUpper(r), unicode.IsDigit(r):
		return true
	case known[a+b]:
		return false
	case known[a+"-"+b]:
		return true
	}
	if i := strings.LastIndexByte(a, '-'); i >= 0 {
		a = a[i+1:]
	}
	return hyphens()["before "+a] != "" || hyphens()["after "+b] != ""
}

func lastWord(s string) string {
	i := strings.LastIndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' })
	return s[i+1:]
}

func firstWord(s string) string {
	i := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' })
	if i < 0 {
		return s
	}
	return s[:i]
}

// atEdge is how many lines at the head and the foot of a page may be furniture.
const atEdge = 3

var pageNumber = lazyregexp.New(`^[-–— ]*(?:[Pp]age )?\d{1,4}(?: ?(?:of|/) ?\d{1,4})?[-–— ]*$`)

// printed matches what a browser prints at the head and the foot of a page: when,
// and from where.
var printed = lazyregexp.New(`^(?:https?|file)://\S+\s*\d{1,4}/\d{1,4}$|^\d{1,2}/\d{1,2}/\d{2,4}, \d{1,2}:\d{2}`)

// withoutFurniture takes the page numbers, and the heads and feet that run through
// the pages, out of them.
func withoutFurniture(pages [][]line) [][]line {
	seen := map[string]int{}
	for _, p := range pages {
		on := map[string]bool{}
		for i, l := range p {
			if k := running(l.text); edge(i, len(p)) && !on[k] {
				on[k] = true
				seen[k]++
			}
		}
	}
	var out [][]line
	for _, p := range pages {
		var kept []line
		for i, l := range p {
			again := seen[running(l.text)]
			if edge(i, len(p)) && (pageNumber().MatchString(l.text) || printed().MatchString(l.text) || again >= 2 && again*2 >= len(pages)) {
				continue
			}
			kept = append(kept, l)
		}
		out = append(out, slices.Clip(kept))
	}
	return out
}

func edge(i, n int) bool { return i < atEdge || i >= n-atEdge }

// running is what a running head is on every page: its words without numbers.
func running(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return '#'
		}
		return r
	}, s)
}
