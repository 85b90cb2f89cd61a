package mend

import (
	"embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"sitrep/extract/wordlist"
	"sitrep/gazetteer"
)

//go:embed data/*.csv
var data embed.FS

// caser gives texts that are all in lower case or all in capitals the capitals
// that their names have. A changed letter takes the place of the one it was, so
// that offsets in characters stay.
type caser struct {
	actors *gazetteer.ActorIndex
	places *gazetteer.PlaceIndex
	lists  func() *lists // read when a text first needs them
}

// lists are the words that the caser knows.
type lists struct {
	capitals map[string]string // word → always, date or initials
	plain    map[string]bool
	locative map[string]bool
	initials map[string]string // in lower case → as written
}

func newCaser(actors *gazetteer.ActorIndex, places *gazetteer.PlaceIndex) *caser {
	return &caser{actors: actors, places: places, lists: sync.OnceValue(func() *lists { return newLists(actors) })}
}

func newLists(actors *gazetteer.ActorIndex) *lists {
	c := &lists{
		capitals: wordlist.Map(data, "data/capitals.csv", "word: when"),
		plain:    wordlist.Set(data, "data/plain.csv"),
		locative: wordlist.Set(data, "data/locative.csv"),
		initials: map[string]string{},
	}
	for _, a := range actors.All() {
		for _, alias := range a.Aliases() {
			low := strings.ToLower(alias.Text)
			if isInitials(alias.Text) && !c.plain[low] && (!alias.Ambiguous || !strings.ContainsAny(low, "aeiouy")) {
				c.initials[low] = alias.Text
			}
		}
	}
	return c
}

// isInitials reports whether a name is one word in capitals: ISIS, M23. Two
// letters are too few to be told from a word.
func isInitials(s string) bool {
	letters := 0
	for _, r := range s {
		if unicode.IsLower(r) || unicode.IsSpace(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return len(s) >= 3 && letters > 0
}

// Shares of a text and lengths below which its case says nothing.
const (
	fewestLower = 5 // words of a paragraph without a capital
	fewestUpper = 4 // words of a paragraph in capitals
	mostLower   = 5 // of a hundred letters, in a paragraph in capitals
)

// mend truecases the paragraphs that are in capitals, and those without one
// where they are most of the text: a lone line in lower case is a caption or a
// list, and is left.
func (c *caser) mend(s string, n *counts) string {
	ps := paragraphs(s)
	if !slices.ContainsFunc(ps, func(p paragraph) bool { return p.letters != mixed }) {
		return s
	}
	low, all := 0, 0
	for _, p := range ps {
		n := wordCount(s[p.start:p.end])
		all += n
		if p.letters == lower {
			low += n
		}
	}
	if 2*low <= all {
		low = 0
	}
	var out strings.Builder
	kept := 0
	for _, p := range ps {
		if p.letters == lower && low > 0 {
			n[lowerCase]++
		} else if p.letters == upper {
			n[capitals]++
		} else {
			continue
		}
		out.WriteString(s[kept:p.start])
		out.WriteString(c.truecase(s[p.start:p.end]))
		kept = p.end
	}
	if kept == 0 {
		return s
	}
	out.WriteString(s[kept:])
	return out.String()
}

type letterCase uint8

const (
	mixed letterCase = iota
	lower
	upper
)

// paragraph is a stretch of lines without a blank one between them.
type paragraph struct {
	start, end int
	letters    letterCase
}

// paragraphs splits a text at its line breaks and says what case each line is
// in. A wrapped paragraph is several lines of one case.
func paragraphs(s string) []paragraph {
	var out []paragraph
	at := 0
	for line := range strings.SplitAfterSeq(s, "\n") {
		out = append(out, paragraph{at, at + len(line), caseOf(line)})
		at += len(line)
	}
	return out
}

// wordCount counts the stretches of letters that white space parts.
func wordCount(s string) int {
	n, in := 0, false
	for _, r := range s {
		switch {
		case in && 'a' <= r && r <= 'z': // most are these
		case r == ' ' || unicode.IsSpace(r):
			in = false
		case !in && unicode.IsLetter(r):
			in = true
			n++
		}
	}
	return n
}

func caseOf(line string) letterCase {
	ups, lows := 0, 0
	for i, r := range line {
		if ups > 0 && lows*100 > mostLower*(ups+lows+len(line)-i) {
			return mixed // whatever the rest is
		}
		switch {
		case 'a' <= r && r <= 'z':
			lows++
		case r == ' ':
		case unicode.IsUpper(r):
			ups++
		case unicode.IsLower(r):
			lows++
		}
	}
	switch words := wordCount(line); {
	case ups == 0 && words >= fewestLower:
		return lower
	case words >= fewestUpper && lows*100 <= mostLower*(ups+lows):
		return upper
	}
	return mixed
}

// word is a word of a text, which the dictionaries may be asked for.
type word struct{ start, end int }

// truecase returns a text with capitals where its names and sentences have
// them. It keeps the number of characters.
func (c *caser) truecase(s string) string {
	low := mapCase(s, unicode.ToLower)
	ws := words(low)
	title := []byte(low)
	for _, w := range ws {
		if w.end-w.start > 1 {
			raise(title, w.start)
		}
	}
	named := string(title) // every word with a capital: what the dictionaries read
	out := []byte(low)
	for _, w := range ws {
		c.fixed(low, w, out)
	}
	c.raiseActors(low, named, out)
	c.raisePlaces(low, named, ws, out)
	opens := true
	for i, w := range ws {
		if opens {
			raise(out, w.start)
		}
		to := len(low)
		if i+1 < len(ws) {
			to = ws[i+1].start
		}
		opens = endsSentence(low[w.end:to]) && w.end-w.start > 1
	}
	return string(out)
}

// endsSentence reports whether what stands between two words ends a sentence.
func endsSentence(between string) bool {
	i := strings.IndexAny(between, ".!?")
	return i >= 0 && strings.ContainsAny(between[i:], " \n\t")
}

// mapCase changes the letters whose other case is as long in bytes; the few
// others stay, so that offsets hold.
func mapCase(s string, to func(rune) rune) string {
	return strings.Map(func(r rune) rune {
		if t := to(r); utf8.RuneLen(t) == utf8.RuneLen(r) {
			return t
		}
		return r
	}, s)
}

// raise gives the letter at i its capital.
func raise(b []byte, i int) {
	r, size := utf8.DecodeRune(b[i:])
	if t := unicode.ToUpper(r); utf8.RuneLen(t) == size {
		utf8.EncodeRune(b[i:], t)
	}
}

// words returns the words of a text: letters and digits, with the hyphens,
// apostrophes and stops inside them as parts of no word.
func words(s string) []word {
	var out []word
	in := false
	for i, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			if !in {
				out = append(out, word{start: i})
				in = true
			}
			out[len(out)-1].end = i + utf8.RuneLen(r)
			continue
		}
		in = false
	}
	return out
}

// fixed gives the words of the language their capitals: days, months, peoples
// that are no nation, initials.
func (c *caser) fixed(low string, w word, out []byte) {
	s := low[w.start:w.end]
	if strings.HasSuffix(low[:w.start], "'") || strings.HasSuffix(low[:w.start], "’") {
		return // the s of a possessive
	}
	when, ok := c.lists().capitals[s]
	if whole, known := c.lists().initials[s]; known && len(whole) == len(s) {
		copy(out[w.start:], whole)
		return
	}
	if len(s) == 1 && w.end+1 < len(low) && low[w.end] == '.' && isLetter(low[w.end+1]) || initial(low, w) {
		raise(out, w.start) // u.s.
		return
	}
	switch {
	case !ok:
	case when == "initials":
		copy(out[w.start:], mapCase(s, unicode.ToUpper))
	case when == "always", c.dated(low, w):
		raise(out, w.start)
	}
}

func isLetter(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' }

// initial reports whether w is a later letter of initials with stops: u.s.
func initial(low string, w word) bool {
	return w.end-w.start == 1 && w.start >= 2 && low[w.start-1] == '.' && isLetter(low[w.start-2]) &&
		(w.start == 2 || !isLetter(low[w.start-3]))
}

// dated reports whether the name of a month that is also a word is one: it
// stands beside a number or behind "in", "last".
func (c *caser) dated(low string, w word) bool {
	if rest := strings.TrimLeft(low[w.end:], " "); rest != "" && '0' <= rest[0] && rest[0] <= '9' {
		return true
	}
	f := strings.Fields(low[max(0, w.start-12):w.start])
	if len(f) == 0 {
		return false
	}
	switch before := f[len(f)-1]; before {
	case "in", "last", "since", "early", "late", "until", "mid":
		return true
	default:
		return '0' <= before[0] && before[0] <= '9'
	}
}

// raiseActors gives the names of actors and states their capitals, as the
// dictionary writes them where it has the very name.
func (c *caser) raiseActors(low, named string, out []byte) {
	for _, m := range c.actors.Scan(named) {
		s := low[m.Start:m.End]
		if c.lists().plain[s] || len(s) < 3 || m.Form == gazetteer.FormMetonym {
			continue
		}
		if m.Form == gazetteer.FormForce { // Syrian army: the services of a state are plain words
			c.raiseAdjective(named, m, out)
			continue
		}
		if m.Form == gazetteer.FormName && (len(m.Candidates) == 0 || m.Candidates[0].Ambiguous && !strings.Contains(s, " ")) {
			continue
		}
		if text, ok := written(m, s); ok {
			copy(out[m.Start:m.End], text)
			continue
		}
		c.raiseWords(low, m.Start, m.End, out)
	}
}

// raiseAdjective gives the first name of a state within a match its capitals.
func (c *caser) raiseAdjective(named string, m gazetteer.ActorMatch, out []byte) {
	for _, w := range words(named[m.Start:m.End]) {
		at := m.Start + w.start
		if n, ok := c.actors.Lookup(named[at : m.Start+w.end]); ok && (n.Form == gazetteer.FormState || n.Form == gazetteer.FormAdjective) {
			raise(out, at)
		}
	}
}

// written returns a candidate's name as the dictionary has it, where that is s
// but for its case.
func written(m gazetteer.ActorMatch, s string) (string, bool) {
	for _, a := range m.Candidates {
		for _, alias := range a.Aliases() {
			if len(alias.Text) == len(s) && strings.EqualFold(alias.Text, s) {
				return alias.Text, true
			}
		}
	}
	return "", false
}

// smallest is the population from which a place is known by its name alone; a
// smaller one needs a preposition before it.
const smallest = 3000

// raisePlaces gives the names of places their capitals.
func (c *caser) raisePlaces(low, named string, ws []word, out []byte) {
	scanner := c.places.Scanner()
	defer scanner.Close()
	var places []gazetteer.Place
	for i := 0; i < len(ws); i++ {
		w := ws[i]
		if c.lists().plain[low[w.start:w.end]] {
			continue
		}
		h, ok := scanner.Longest(named, w.start)
		if !ok || h.Loose && h.Words < 2 {
			continue
		}
		places = c.places.Refs(places[:0], h)
		if !c.isPlace(low, ws, i, h, places) {
			continue
		}
		c.raiseWords(low, h.Start, h.End, out)
		for i+1 < len(ws) && ws[i+1].start < h.End {
			i++
		}
	}
}

// isPlace reports whether the words of a hit are a name where no capital says
// so: a name of several words, a known place, or any behind a preposition of
// place. A word of English or a person's name is none.
func (c *caser) isPlace(low string, ws []word, i int, h gazetteer.PlaceHit, places []gazetteer.Place) bool {
	behind := i > 0 && c.lists().locative[low[ws[i-1].start:ws[i-1].end]]
	if h.Word&gazetteer.CommonWord != 0 {
		return false
	}
	for j := range places {
		p := &places[j]
		if behind || h.Word == 0 && (h.Words > 1 && !h.Loose || p.Population >= smallest || p.Form == gazetteer.DemonymName) {
			return true
		}
	}
	return false
}

// raiseWords gives the words between two offsets their capitals, but for the
// articles and particles within a name: al-Bab, Islamic State of Iraq.
func (c *caser) raiseWords(low string, start, end int, out []byte) {
	for _, w := range words(low[start:end]) {
		s := low[start+w.start : start+w.end]
		particle := s == "of" || s == "the" || s == "and" || s == "in" || s == "de" || s == "s" && w.start > 0
		if article := utf8.RuneCountInString(s) == 2 && start+w.end < len(low) && low[start+w.end] == '-'; particle || article {
			continue
		}
		raise(out, start+w.start)
	}
}
