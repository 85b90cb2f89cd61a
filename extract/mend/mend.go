package mend

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"sitrep/extract/article"
	"sitrep/gazetteer"
)

// defect is a kind of damage.
type defect int

const (
	decodedTwice defect = iota
	entities
	invisible
	compatibility
	digits
	tags
	accents
	linedWords
	lowerCase
	capitals
	defects
)

// named says what was mended, for one and for many.
var named = [defects][2]string{
	{"character that was decoded twice", "characters that were decoded twice"},
	{"escaped character", "escaped characters"},
	{"invisible character", "invisible characters"},
	{"ligature or wide letter", "ligatures and wide letters"},
	{"letter that stood for a digit", "letters that stood for digits"},
	{"tag or link of markup", "tags and links of markup"},
	{"accent that stood for an apostrophe", "accents that stood for apostrophes"},
	{"word that a line break parted", "words that a line break parted"},
	{"paragraph without capitals", "paragraphs without capitals"},
	{"paragraph in capitals", "paragraphs in capitals"},
}

// trace is how many single characters may be mended without a word, where each
// has taken the place of another, so that offsets are those of the input.
const trace = 3

// counts are how often each defect was met.
type counts [defects]int

// Mender repairs texts with the names of these dictionaries. It is safe for
// concurrent use.
type Mender struct {
	caser *caser
}

// New returns a mender that knows the names of the dictionaries.
func New(actors *gazetteer.ActorIndex, places *gazetteer.PlaceIndex) *Mender {
	return &Mender{newCaser(actors, places)}
}

// Input mends the title and the text of an article. The warning says what was
// mended, and is empty where that was no more than a trace.
func (m *Mender) Input(in article.Input) (out article.Input, warning string) {
	var n counts
	title, text := m.text(in.Title, &n), message(m.text(in.Text, &n))
	moved := n != counts{} && (utf8.RuneCountInString(title) != utf8.RuneCountInString(in.Title) ||
		utf8.RuneCountInString(text) != utf8.RuneCountInString(in.Text))
	in.Title, in.Text = title, text
	return in, n.warning(moved)
}

// text mends one text, step by step: an entity may hide an invisible character,
// a wide letter may be part of a name.
func (m *Mender) text(s string, n *counts) string {
	if strings.IndexByte(s, '&') >= 0 {
		s = unescape(s, n)
	}
	s = markup(s, n)
	if !ascii(s) && utf8.ValidString(s) {
		s = decodeAgain(s, n)
		s = characters(s, n)
	}
	s = joinLines(apostrophes(mendDigits(s, n), n), n)
	return m.caser.mend(s, n)
}

func ascii(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r >= utf8.RuneSelf }) < 0
}

// warning says what was mended where it is more than a trace, or where it moved
// what stands behind it.
func (n *counts) warning(moved bool) string {
	sum, said := 0, []string(nil)
	for d, k := range n {
		if k == 0 {
			continue
		}
		sum += k
		if defect(d) >= lowerCase {
			sum += trace
		}
		words := named[d][1]
		if k == 1 {
			words = named[d][0]
		}
		said = append(said, fmt.Sprintf("%d %s", k, words))
	}
	if sum <= trace && !moved {
		return ""
	}
	s := "mended: " + strings.Join(said, ", ")
	if moved {
		s += "; offsets count in the mended text"
	}
	return s
}
