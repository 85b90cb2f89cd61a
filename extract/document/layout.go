package document

import (
	"embed"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

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

// layOut joins the lines of pages to paragraphs.
func layOut(pages [][]line) string {
	pages = withoutFurniture(pages)
	var lines []line
	for _, p := range pages {
		lines = append(lines, p...)
	}
	if len(lines) == 0 {
		return ""
	}
	size, pitch := usual(lines)
	known := wordsOf(lines)
	var b strings.Builder
	for i, l := range lines {
		if isNote(l, size) {
			continue
		}
		switch {
		case b.Len() == 0:
		case breaks(lines[i-1], l, pitch):
			b.WriteString("\n\n")
		default:
			joinLine(&b, l.text, known)
			continue
		}
		b.WriteString(l.text)
	}
	return tidy(b.String())
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

var noteMark = regexp.MustCompile(`^(?:\d{1,3}|[*†‡])[ .)]?\s*\S`)

// isNote reports whether a line is set smaller than the text and begins like a
// footnote.
func isNote(l line, size float64) bool { return l.size < 0.87*size && noteMark.MatchString(l.text) }

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
	case pitch > 0 && d > 1.3*pitch:
		return true
	case b.x > a.x+0.7*b.size && ends(a.text):
		return true
	}
	return strings.ContainsAny(firstRune(b.text), "•▪●◦–")
}

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
func joinLine(b *strings.Builder, next string, known map[string]bool) {
	s := b.String()
	before, hyphen := strings.CutSuffix(s, "-")
	if soft, ok := strings.CutSuffix(s, "\u00ad"); ok {
		before, hyphen = soft, true
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	if !hyphen || !unicode.IsLetter(last) {
		b.WriteByte(' ')
		b.WriteString(next)
		return
	}
	if !keepsHyphen(lastWord(before), firstWord(next), known) {
		b.Reset()
		b.WriteString(before)
	}
	b.WriteString(next)
}

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

var pageNumber = regexp.MustCompile(`^[-–— ]*(?:[Pp]age )?\d{1,4}(?: ?(?:of|/) ?\d{1,4})?[-–— ]*$`)

// printed matches what a browser prints at the head and the foot of a page: when,
// and from where.
var printed = regexp.MustCompile(`^(?:https?|ﬁle|file)://\S+\s*\d{1,4}/\d{1,4}$|^\d{1,2}/\d{1,2}/\d{2,4}, \d{1,2}:\d{2}`)

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
			if edge(i, len(p)) && (pageNumber.MatchString(l.text) || printed.MatchString(l.text) || again >= 2 && again*2 >= len(pages)) {
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
