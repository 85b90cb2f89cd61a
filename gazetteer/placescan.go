package gazetteer

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"github.com/blevesearch/vellum"

	"sitrep/gazetteer/internal/fold"
	"sitrep/gazetteer/internal/layout"
)

// WordFlags say what else a one-word name is.
type WordFlags uint8

// The flags. A name that has one needs more than itself to be a place.
const (
	CommonWord WordFlags = 1 << iota // an ordinary English word: Reading, Mobile
	GivenName                        // a first name: Florence
	Surname                          // a family name: Jackson
)

// PlaceHit is a name found in a text: text[Start:End], and the places that go
// by it, which Refs lists.
type PlaceHit struct {
	Start, End int
	Loose      bool // spelt like a transliteration of a known name
	Word       WordFlags
	Words      int

	offset int
	own    []ownName
}

// maxWords bounds a name: the longest in the data has eight.
const maxWords = 8

// Scanner reads names off raw text. It allocates once; use one per goroutine.
type Scanner struct {
	x      *PlaceIndex
	reader *vellum.Reader
	known  *answers // of the reader

	// The words of a name that are read so far, n of them, and where the next begins.
	// Few are read, since most words begin no name.
	key   []byte
	words [maxWords]scanned
	n     int
	next  int
	ended bool // no other follows

	loose []byte
}

// answers keeps what the automaton has for the keys that it was asked for: texts use the
// same words again and again. A key takes the slot of another that has the same number.
type answers [4096]struct {
	key   []byte
	value uint64
}

type scanned struct {
	from, cut, to int // the folded word in key; up to cut without a possessive s
	end, tail     int // of the word in the text, without and with the possessive
	cap           bool
	next          bool // joined to the next by a hyphen
}

// Scanner makes one for the index.
func (x *PlaceIndex) Scanner() *Scanner {
	r, _ := x.names.Reader() // never an error in vellum
	return &Scanner{x: x, reader: r, known: x.answers.Get().(*answers), key: make([]byte, 0, 160), loose: make([]byte, 0, 160)}
}

// Close hands back the scanner's memory. The scanner must not be used again.
func (s *Scanner) Close() { s.x.answers.Put(s.known) }

// Longest finds the longest name that begins at the byte at of the text,
// which must be the first of a word. A name begins with a capital or with an
// article hyphened to one (al-Bab), does not run over a paragraph, a comma or
// the end of a sentence, and ends before a possessive 's.
func (s *Scanner) Longest(text string, at int) (PlaceHit, bool) {
	if !s.begin(text, at) {
		return PlaceHit{}, false
	}
	exact, ok := s.match(text, at, 0, false)
	if ok && !s.has(text, exact.Words) {
		return exact, true
	}
	// A transliteration is second best, but Kafr Nabel is no Kafr.
	if loose, found := s.match(text, at, exact.Words, true); found {
		return loose, true
	}
	return exact, ok
}

// begin reads the word at the offset, folded, into s.key, and reports whether a name may
// begin with it.
func (s *Scanner) begin(text string, at int) bool {
	s.key, s.n, s.next, s.ended = s.key[:0], 0, at, false
	return s.has(text, 0) && (s.words[0].cap || s.beginsWithArticle(text))
}

// has reports whether there is a word i of a name, up to maxWords, which it reads into
// s.key, with a space before it.
func (s *Scanner) has(text string, i int) bool {
	for s.n <= i && !s.ended {
		s.readNext(text)
	}
	return i < s.n
}

// readNext reads one more word, and where the next begins.
func (s *Scanner) readNext(text string) {
	if s.n > 0 {
		s.key = append(s.key, ' ')
	}
	w := &s.words[s.n]
	next, more := s.readWord(text, s.next, w)
	if w.to == w.from {
		s.ended = true
		return
	}
	s.n++
	if s.n == maxWords || !more || next >= len(text) || len(s.key) > 120 || s.n == 1 && !w.cap && text[next] != '-' {
		s.ended = true
		return
	}
	s.next, more = w.gap(text, next)
	s.ended = !more
}

// gap returns where the gap after a word ends, which begins at from, and whether a name
// may go on there: the gap is one hyphen, or blanks with at most one line break among
// them.
func (w *scanned) gap(text string, from int) (next int, more bool) {
	next = from
	breaks, blanks := 0, 0
	for next < len(text) {
		r, size := utf8.DecodeRuneInString(text[next:])
		if class, _ := fold.Rune(r); class != fold.Space {
			break
		}
		if r == '\n' {
			breaks++
		}
		if unicode.IsSpace(r) {
			blanks++
		} else {
			w.next = true
		}
		next += size
	}
	return next, breaks <= 1 && !(w.next && blanks > 0) && next > from
}

// beginsWithArticle reports whether the words begin with an Arabic article, a hyphen and a
// capital: al-Bab.
func (s *Scanner) beginsWithArticle(text string) bool {
	return s.has(text, 1) && s.words[0].next && s.words[1].cap && fold.ArticleBytes(s.word(0), s.word(1))
}

// readWord folds the word at i of the text and returns where it ends, and
// whether a name may continue after it.
func (s *Scanner) readWord(text string, i int, w *scanned) (next int, more bool) {
	*w = scanned{from: len(s.key), to: len(s.key), cut: -1}
	letters, dots, quoted := 0, false, false
	for i < len(text) {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		class, spelt := fold.Rune(r)
		if class == fold.Letter {
			if letters == 0 || i > 0 && quoted {
				w.cap = w.cap || unicode.IsUpper(r) || unicode.IsDigit(r) // d'Ivoire too
			}
			quoted = false
			letters++
			s.key = append(s.key, spelt...)
		} else if class != fold.Dropped {
			break
		} else if apostrophe(r) && letters > 0 && w.cut < 0 {
			quoted = true
			if n := possessive(text[i+size:]); n >= 0 {
				w.cut, w.end = len(s.key), i
				if n == 0 {
					w.to, w.tail = len(s.key), i
					return i + size, true
				}
			}
		} else if r == '.' {
			following, _ := utf8.DecodeRuneInString(text[i+1:])
			switch {
			case letters == 0:
				return i, false
			case unicode.IsLetter(following):
				dots = true // U.S
			case dots:
				i++ // U.S.: the stop is part of it
				w.to, w.cut, w.end, w.tail = len(s.key), len(s.key), i, i
				return i, true
			default:
				// A name continues after St.; a longer word with a full stop
				// ends the sentence.
				w.to, w.cut, w.end, w.tail = len(s.key), len(s.key), i, i
				return i + 1, letters <= 2
			}
		}
		i += size
	}
	w.to, w.tail = len(s.key), i
	if w.cut < 0 {
		w.cut, w.end = w.to, i
	}
	return i, true
}

func (s *Scanner) word(i int) []byte { return s.key[s.words[i].from:s.words[i].to] }

func apostrophe(r rune) bool { return r == '\'' || r == '’' || r == '‘' || r == 'ʼ' }

// possessive returns how many letters of a possessive follow an apostrophe: 1
// for 's, 0 for that of a plural, -1 if the apostrophe is inside a word.
func possessive(rest string) int {
	n := 0
	if rest != "" && (rest[0] == 's' || rest[0] == 'S') {
		n = 1
	}
	r, _ := utf8.DecodeRuneInString(rest[n:])
	if unicode.IsLetter(r) || unicode.IsDigit(r) {
		return -1
	}
	return n
}

// match walks the automaton over the words, and keeps the longest name of more than so many
// words whose last word is capitalised or follows a hyphen.
func (s *Scanner) match(text string, at, than int, loose bool) (best PlaceHit, found bool) {
	key := s.loose[:0]
	if loose {
		key = append(key, layout.LoosePrefix)
	}
	base := len(key)
	for i := 0; s.has(text, i); i++ {
		last := !s.has(text, i+1)
		w := &s.words[i]
		whole, stem := s.key[w.from:w.to], s.key[w.from:w.cut]
		if !last && s.article(i) {
			if loose {
				continue
			}
			whole, stem = al, al
		}
		if len(key) > base {
			key = append(key, ' ')
		}
		from := len(key)
		ends := s.endsName(i, last)
		// The word as it would end the name, then as it would lead on.
		if i >= than && (ends || s.smallNoun(i)) {
			if h, ok := s.ending(text, i, s.spell(key, stem, i > 0, loose), base, loose); ok && (ends || s.feature(h)) {
				best, found = h, true
				best.Start = at
			}
		}
		key = s.spell(key[:from], whole, i > 0 || !last, loose)
		s.loose = key[:0]
		if ends && i > 0 && w.to > w.cut && !loose {
			if h, hit := s.look(key, loose, len(key)); hit { // St. John's
				best, found = h, true
				best.Start, best.End, best.Words = at, w.tail, i+1
			}
		}
		if !s.leadsOn(key) {
			break
		}
	}
	return best, found
}

// leadsOn reports whether a name goes on after the words of a key.
func (s *Scanner) leadsOn(key []byte) bool {
	return s.get(key)&layout.More != 0 || s.x.own != nil && s.x.own.leadsOn(string(key))
}

// ending returns the name that word i ends, spelt as key from base on, and whether there
// is one.
func (s *Scanner) ending(text string, i int, key []byte, base int, loose bool) (PlaceHit, bool) {
	h, ok := s.look(key, loose, len(key)-base)
	if !ok {
		return h, false
	}
	w := &s.words[i]
	h.End, h.Words = w.end, i+1
	if i == 0 {
		h.Word = s.wordFlags(h, loose)
	}
	if w.end < len(text) && text[w.end] == '.' && s.postal(h) {
		h.End++
	}
	return h, true
}

// article reports whether word i is an Arabic article before the next word, as
// in Deir al-Zour.
func (s *Scanner) article(i int) bool {
	return fold.ArticleBytes(s.word(i), s.word(i+1)) && (i > 0 || s.words[i].next || s.words[i+1].cap)
}

// endsName reports whether a name may end with word i: it begins with a capital
// or follows a hyphen, and is no article that a hyphen joins to the next word.
func (s *Scanner) endsName(i int, last bool) bool {
	w := &s.words[i]
	if !w.cap && (i == 0 || !s.words[i-1].next) {
		return false
	}
	return i > 0 || last || !w.next || !fold.ArticleBytes(s.word(0), s.word(1))
}

// smallNoun reports whether word i may be the noun of a feature in small
// letters, as in Mosul dam.
func (s *Scanner) smallNoun(i int) bool {
	w := &s.words[i]
	return !w.cap && i > 0 && w.to-w.from > 2
}

// wordFlags returns what else the first word is, which the exact spelling
// decides.
func (s *Scanner) wordFlags(h PlaceHit, loose bool) WordFlags {
	if !loose {
		return h.Word
	}
	w := &s.words[0]
	exact, _ := s.look(s.key[w.from:w.cut], false, w.cut-w.from)
	return exact.Word
}

var al = []byte("al")

func (s *Scanner) spell(key, word []byte, inside, loose bool) []byte {
	if inside {
		word = fold.WordBytes(word)
	}
	if loose {
		return fold.AppendLooseWord(key, word)
	}
	return append(key, word...)
}

func (s *Scanner) look(key []byte, loose bool, size int) (PlaceHit, bool) {
	if loose && size < fold.MinLoose {
		return PlaceHit{}, false
	}
	v := s.get(key)
	h := PlaceHit{Loose: loose, Word: WordFlags(v >> 1 & 7), offset: layout.Offset(v)}
	if s.x.own != nil {
		h.own = s.x.own.named(string(key))
	}
	return h, h.offset != 0 || len(h.own) > 0
}

// get returns what the automaton has for a key, or 0.
func (s *Scanner) get(key []byte) uint64 {
	hash := uint32(2166136261)
	for _, c := range key {
		hash = (hash ^ uint32(c)) * 16777619
	}
	known := &s.known[(hash^hash>>16)%uint32(len(s.known))]
	if known.key == nil || !bytes.Equal(key, known.key) {
		known.key = append(known.key[:0], key...)
		known.value, _, _ = s.reader.Get(key) // 0 where it has none
	}
	return known.value
}

// feature reports whether the hit names something other than a settlement.
func (s *Scanner) feature(h PlaceHit) bool {
	if h.offset == 0 || h.Loose {
		return false
	}
	for i := h.offset; ; i++ {
		record, form, last := layout.Unpack(layout.U32(placePostings, 4*i))
		switch s.x.kinds[placeRecords[record*layout.RecordSize+25]] {
		case KindPopulatedPlace, KindNeighbourhood, KindCountry, KindDivision1, KindDivision2, "village", "district", "region":
		default:
			if form != layout.Demonym {
				return true
			}
		}
		if last {
			return false
		}
	}
}

// postal reports whether the name is one that is written with a full stop.
func (s *Scanner) postal(h PlaceHit) bool {
	if h.offset == 0 {
		return false
	}
	for i := h.offset; ; i++ {
		_, form, last := layout.Unpack(layout.U32(placePostings, 4*i))
		if form == layout.Postal {
			return true
		}
		if last {
			return false
		}
	}
}
