package tagger

import (
	"strconv"
	"strings"
	"sync"

	"sitrep/extract/tagger/internal/layout"
)

// word is a word of a sentence that is being tagged.
type word struct {
	text  string
	token int // the word whose token it shares, see sentence.stretch
	tag   string
	indices
}

// sentence is what tagging works on. It is kept from one text to the next.
type sentence struct {
	words []word
	cuts  []cut     // of the stretches between white space
	seen  stretches // numbers in cuts
	first string    // the tag of the first word where that is known, else ""

	weights []uint32
	bias    scores // that every word begins with
	known   known
}

// known keeps where the model has words, which texts use again and again. A word takes the
// place of another that has the same number.
type known [2048]struct {
	text [longestKnown]byte
	size uint8
	at   indices
}

// longestKnown is the length in bytes of the longest words that are kept.
const longestKnown = 15

// indices are where the model has a word.
type indices struct {
	index, end  int32 // of the form that its neighbours see, and of its ending; -1 if not there
	own, ownEnd int32 // the same of the word as it is written
}

// of returns where the model has a word.
func (k *known) of(text string) indices {
	n := len(text)
	if n > longestKnown {
		return indicesOf(text)
	}
	h := uint32(text[0]) | uint32(text[n-1])<<8 | uint32(text[n/2])<<16 | uint32(text[n/3])<<24
	w := &k[(h^uint32(n)*0x2545f491)*0x9e3779b1>>21]
	if string(w.text[:w.size]) != text {
		w.at, w.size = indicesOf(text), uint8(copy(w.text[:], text))
	}
	return w.at
}

// indicesOf looks a word up in the model.
func indicesOf(text string) indices {
	form := normal(text)
	return indices{wordOf(form), endOf(form), wordOf(text), endOf(text)}
}

// cut is the words that a stretch of text without white space was cut into.
type cut struct{ from, to int }

var sentences = sync.Pool{New: func() any {
	s := &sentence{weights: weights()}
	s.bias.add(s.weights, layout.BiasRow)
	return s
}}

// The context of the words at the edges of a sentence.
var (
	start, start2 = edge("-START-"), edge("-START2-")
	end, end2     = edge("-END-"), edge("-END2-")

	startTag, start2Tag = tagIndex(start.text), tagIndex(start2.text)
)

func edge(text string) word {
	return word{text: text, indices: indices{index: wordOf(text), end: endOf(text)}}
}

// Tag splits a text into words and tags them. The words' texts are stretches
// of the text, unless it holds curly quotes. A text is one sentence, or a few:
// a tag depends on the words around it, and on a word that comes again.
func Tag(text string) []Token { return tagged(text, "") }

// TagNamed is Tag for a text whose first word is known to be a name.
func TagNamed(text string) []Token { return tagged(text, "NNP") }

// tagged is Tag for a text whose first word has the tag first, unless that is "".
func tagged(text, first string) []Token {
	s := sentences.Get().(*sentence)
	s.first = first
	defer sentences.Put(s)
	s.words, s.cuts = s.words[:0], s.cuts[:0]
	s.seen.reset()
	s.split(text)
	s.tag()
	out := make([]Token, len(s.words))
	for i := range s.words {
		out[i] = Token{Text: s.words[i].text, Tag: s.words[s.words[i].token].tag}
	}
	clear(s.words) // keep no text alive
	return out
}

// tag gives every token the tag of the last word that shares it.
func (s *sentence) tag() {
	for i := range s.words {
		w := &s.words[i]
		w.indices = s.known.of(w.text)
	}
	last, before := startTag, start2Tag
	for i := range s.words {
		w := &s.words[i]
		tag, index := s.tagOf(i, last, before)
		s.words[w.token].tag = tag
		before, last = last, index
	}
}

// tagOf returns the tag of word i and its index, where last and before are the
// tags of the two words before it.
func (s *sentence) tagOf(i int, last, before uint8) (string, uint8) {
	if i == 0 && s.first != "" {
		return s.first, tagIndex(s.first)
	}
	text := s.words[i].text
	if tag := plainTag(text); tag != "" {
		return tag, tagIndex(tag)
	}
	if known := wordField(s.words[i].own, layout.WordTag); known != 0 {
		return tags[known-1], uint8(known - 1)
	}
	best := s.predict(i, last, before)
	return tags[best], best
}

// predict returns the likeliest label of word i, by prose's fourteen features.
func (s *sentence) predict(i int, last, before uint8) uint8 {
	weights := s.weights
	sum := s.bias
	w, prev, next := s.at(i), s.at(i-1), s.at(i+1)
	sum.add(weights, entry(layout.First, int(w.text[0])))
	sum.add(weights, endField(w.ownEnd, layout.EndHere))
	sum.add(weights, wordField(w.index, layout.WordHere))
	sum.add(weights, tagRow(last, 0))
	sum.add(weights, tagRow(before, 1))
	sum.add(weights, tagPairRow(last, before))
	sum.add(weights, pairRow(last, w.index))
	sum.add(weights, wordField(prev.index, layout.WordBefore))
	sum.add(weights, endField(prev.end, layout.EndBefore))
	sum.add(weights, wordField(s.at(i-2).index, layout.WordTwoBefore))
	sum.add(weights, wordField(next.index, layout.WordAfter))
	sum.add(weights, endField(next.end, layout.EndAfter))
	sum.add(weights, wordField(s.at(i+2).index, layout.WordTwoAfter))
	return sum.best()
}

// at returns word i, or what stands for it before and behind the sentence.
// prose has its two marks before the first word in the order START, START2.
func (s *sentence) at(i int) *word {
	switch n := len(s.words); {
	case i == -2:
		return &start
	case i == -1:
		return &start2
	case i == n:
		return &end
	case i == n+1:
		return &end2
	}
	return &s.words[i]
}

// normal returns the form of a word that prose's features know it by.
func normal(text string) string {
	digit := '0' <= text[0] && text[0] <= '9'
	switch {
	case text[0] != '-' && strings.IndexByte(text, '-') >= 0:
		return "!HYPHEN"
	case len(text) == 4 && year(text):
		return "!YEAR"
	case digit:
		return "!DIGITS"
	}
	return strings.ToLower(text)
}

// year reports whether four bytes are a number, which may have a sign.
func year(text string) bool {
	if c := text[0]; c != '+' && c != '-' && (c < '0' || c > '9') {
		return false
	}
	_, err := strconv.Atoi(text)
	return err == nil
}

// stretches is a set of texts, each with a number. It is emptied in no time,
// and its memory is used again.
type stretches struct {
	slots []stretchSlot
	round uint32 // slots of earlier rounds are free
	used  int
}

type stretchSlot struct {
	text  string
	value int
	round uint32
}

// reset empties the set.
func (s *stretches) reset() {
	s.round++
	s.used = 0
	if s.round == 0 || len(s.slots) == 0 {
		s.slots, s.round = make([]stretchSlot, 128), 1
	}
}

// add puts a text into the set, or returns the number that it was put in with.
func (s *stretches) add(text string, value int) (int, bool) {
	if 2*s.used >= len(s.slots) {
		s.grow()
	}
	for h := layout.Hash(text); ; h++ {
		slot := &s.slots[h&uint32(len(s.slots)-1)]
		if slot.round != s.round {
			*slot = stretchSlot{text, value, s.round}
			s.used++
			return value, false
		}
		if slot.text == text {
			return slot.value, true
		}
	}
}

// grow doubles the slots.
func (s *stretches) grow() {
	old := s.slots
	s.slots, s.used = make([]stretchSlot, 2*len(old)), 0
	for _, slot := range old {
		if slot.round == s.round {
			s.add(slot.text, slot.value)
		}
	}
}
