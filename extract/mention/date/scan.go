package date

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// word is a word, a number or a mark of the raw text. Dates need other
// boundaries than grammar does (10.12.2016, mid-March, 3–5 May), so they are
// read from the text and not from the tagger's tokens.
type word struct {
	start, end int // bytes in the text that was scanned
	text       string
	lower      string
	digits     bool // a plain number without grouping
	num        int
	suffix     string // of a number: st, nd, rd, th; s of 1990s
}

// scan splits a text into words, which it appends to out. Dashes of every kind read "-", typographic apostrophes
// straight; a possessive 's is a word of its own.
func scan(out []word, s string) []word {
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case unicode.IsSpace(r):
			i += size
			continue
		case r >= '0' && r <= '9':
			w := scanNumber(s, i)
			out = append(out, w)
			i = w.end
		case unicode.IsLetter(r):
			j := i
			for j < len(s) {
				r, size := utf8.DecodeRuneInString(s[j:])
				if !unicode.IsLetter(r) && !unicode.IsMark(r) {
					break
				}
				j += size
			}
			out = append(out, word{start: i, end: j, text: s[i:j], lower: strings.ToLower(s[i:j])})
			i = j
		case (r == '\'' || r == '’') && len(out) > 0 && out[len(out)-1].end == i && possessive(s[i+size:]):
			out = append(out, word{start: i, end: i + size + 1, text: s[i : i+size+1], lower: "'s"})
			i += size + 1
		default:
			w := word{start: i, end: i + size, text: s[i : i+size], lower: s[i : i+size]}
			switch r {
			case '–', '—', '‑', '‐':
				w.lower = "-"
			case '’':
				w.lower = "'"
			}
			out = append(out, w)
			i += size
		}
	}
	return out
}

func possessive(rest string) bool {
	if rest == "" || rest[0] != 's' && rest[0] != 'S' {
		return false
	}
	r, _ := utf8.DecodeRuneInString(rest[1:])
	return len(rest) == 1 || !unicode.IsLetter(r)
}

// scanNumber reads digits, thousands groups and an ordinal or plural ending.
func scanNumber(s string, i int) word {
	j := i
	grouped := false
	for j < len(s) {
		if s[j] >= '0' && s[j] <= '9' {
			j++
			continue
		}
		if s[j] == ',' && j+3 < len(s) && isDigits(s[j+1:j+4]) && (j+4 == len(s) || !isDigits(s[j+4:j+5])) && j-i <= 3 {
			grouped = true
			j += 4
			continue
		}
		break
	}
	w := word{start: i}
	n, err := strconv.Atoi(strings.ReplaceAll(s[i:j], ",", ""))
	w.num = n
	w.digits = err == nil && !grouped && j-i <= 8
	k := j
	for k < len(s) && (s[k] >= 'a' && s[k] <= 'z' || s[k] >= 'A' && s[k] <= 'Z') {
		k++
	}
	if k > j {
		switch suffix := strings.ToLower(s[j:k]); suffix {
		case "st", "nd", "rd", "th", "s":
			w.suffix = suffix
			j = k
		default:
			if k-j <= 2 { // 5m, 10km, 3pm
				w.digits = false
				j = k
			}
		}
	}
	w.end, w.text, w.lower = j, s[i:j], strings.ToLower(s[i:j])
	return w
}

func isDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// The words that time expressions are made of, and the numbers among them.

func (p *parser) is(i int, set map[string]bool) bool {
	return i >= 0 && i < len(p.w) && set[p.w[i].lower]
}

func (p *parser) at(i int, words ...string) bool {
	return i >= 0 && i < len(p.w) && slices.Contains(words, p.w[i].lower)
}

// sense returns the entry of the word at i in one of the classes.
func (p *parser) sense(i int, classes ...string) (entry, bool) {
	if i < 0 || i >= len(p.w) {
		return entry{}, false
	}
	for _, e := range p.senses[i].entries {
		for _, c := range classes {
			if e.class == c {
				return e, true
			}
		}
	}
	return entry{}, false
}

// glued reports whether nothing stands between word i and the one before.
func (p *parser) glued(i int) bool {
	return i > 0 && i < len(p.w) && p.w[i].start == p.w[i-1].end
}

// number reads a count at i. Zero stands for a vague one (several).
func (p *parser) number(i int) (n, next int, ok bool) {
	for {
		if _, about := p.sense(i, "about"); !about {
			break
		}
		i++
	}
	if i >= len(p.w) {
		return 0, i, false
	}
	if w := p.w[i]; w.digits && w.suffix == "" && w.num > 0 && w.num < 1000 {
		return w.num, i + 1, true
	}
	if p.at(i, "half") && p.at(i+1, "a", "an") {
		return 0, i + 2, true
	}
	if p.at(i, "a", "the") { // a few, the couple of
		if n, next, ok := p.vagueCount(i + 1); ok {
			return n, next, true
		}
	}
	if e, ok := p.sense(i, "number"); ok {
		if u, ok := p.sense(i+2, "number"); ok && e.n >= 20 && u.n < 10 && p.at(i+1, "-") {
			return e.n + u.n, i + 3, true
		}
		return e.n, i + 1, true
	}
	if e, ok := p.sense(i, "article"); ok {
		return e.n, i + 1, true
	}
	return p.vagueCount(i)
}

// vagueCount reads several, couple of.
func (p *parser) vagueCount(i int) (n, next int, ok bool) {
	v, ok := p.sense(i, "vague")
	if !ok {
		return 0, i, false
	}
	if p.at(i+1, "of") {
		return v.n, i + 2, true
	}
	return v.n, i + 1, true
}

// ordinal reads third, 3rd, twenty-first.
func (p *parser) ordinal(i int) (n, next int, ok bool) {
	if i >= len(p.w) {
		return 0, i, false
	}
	if w := p.w[i]; w.digits && w.suffix != "" && w.suffix != "s" {
		return w.num, i + 1, true
	}
	if e, ok := p.sense(i, "ordinal"); ok {
		return e.n, i + 1, true
	}
	if e, ok := p.sense(i, "number"); ok && e.n >= 20 && e.n < 100 && p.at(i+1, "-") {
		if u, ok := p.sense(i+2, "ordinal"); ok && u.n < 10 {
			return e.n + u.n, i + 3, true
		}
	}
	return 0, i, false
}
