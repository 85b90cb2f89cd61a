package corpus

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
)

// near knows the texts that were read of late by a sketch, and finds the one
// that another copies: with another editor's line, another agency's notice, or
// cut. A text of which more is new is an update or another story.
type near struct {
	ring []sketch
	next int // where in the ring the next sketch goes
	by   nearIndex
}

// sketch is a text by the lowest hashes of its shingles, which are a fair sample
// of all: of two texts that share half of their shingles it shares about half.
type sketch struct {
	id       string
	shingles int
	lowest   []uint64 // in order
	numbers  []uint64 // of the lead, in order: a copy has the same figures
}

const (
	shingle     = 5       // words of a shingle
	fewest      = 12      // shingles of a text that can be told from another
	sketched    = 96      // hashes of a sketch
	looked      = 12      // of them by which a sketch is found
	lead        = 80      // words in which the figures must agree
	mostNear    = 1 << 14 // texts that are remembered
	notice      = 22      // shingles that an editor's line and an agency's notice may add,
	noticeShare = 0.15    // and this part of the text
)

func newNear() *near { return &near{} }

// original returns the id of an earlier text that a text copies, or "", and
// remembers the text by its own id.
func (n *near) original(id, text string) string {
	s := sketchOf(text)
	if s.id = id; s.shingles < fewest {
		return ""
	}
	seen := map[int]bool{}
	for _, h := range s.lowest[:min(looked, len(s.lowest))] {
		for _, i := range n.by.of(h, n.ring) {
			if !seen[i] && s.copies(&n.ring[i]) {
				return n.ring[i].id
			}
			seen[i] = true
		}
	}
	n.add(s)
	return ""
}

func (n *near) add(s sketch) {
	if n.next < len(n.ring) {
		n.by.remove(n.next, n.ring[n.next].keys())
		n.ring[n.next] = s
	} else {
		n.ring = append(n.ring, s)
	}
	n.by.add(n.next, s.keys())
	n.next = (n.next + 1) % mostNear
}

// keys are the hashes by which a sketch is found: some more than are looked
// for, because a copy that is cut lacks some of them.
func (s *sketch) keys() []uint64 { return s.lowest[:min(keysOfSketch, len(s.lowest))] }

// copies reports whether a text says nothing that an earlier one did not, but
// for a notice, and gives the same figures.
func (s *sketch) copies(o *sketch) bool {
	if !slices.Equal(s.numbers, o.numbers) {
		return false
	}
	// Up to the lower of their highest hashes both sketches are whole.
	limit := min(s.lowest[len(s.lowest)-1], o.lowest[len(o.lowest)-1])
	mine, common := 0, 0
	for i, j := 0, 0; i < len(s.lowest) && s.lowest[i] <= limit; i++ {
		mine++
		for j < len(o.lowest) && o.lowest[j] < s.lowest[i] {
			j++
		}
		if j < len(o.lowest) && o.lowest[j] == s.lowest[i] {
			common++
		}
	}
	if mine == 0 {
		return false
	}
	own := float64(s.shingles) * float64(mine-common) / float64(mine)
	return 2*common >= mine && own <= notice+noticeShare*float64(s.shingles)
}

func sketchOf(text string) sketch {
	var s sketch
	var window [shingle]uint64
	var hashes []uint64
	words := 0
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }) {
		h := hashOf(w)
		if words < lead && isNumber(w) {
			s.numbers = append(s.numbers, h)
		}
		window[words%shingle] = h
		if words++; words < shingle {
			continue
		}
		var sum uint64
		for k := range uint64(shingle) {
			sum = mix(sum ^ window[(uint64(words)+k)%shingle])
		}
		hashes = append(hashes, sum)
	}
	slices.Sort(hashes)
	hashes = slices.Compact(hashes)
	s.shingles = len(hashes)
	s.lowest = slices.Clone(hashes[:min(sketched, len(hashes))])
	slices.Sort(s.numbers)
	s.numbers = slices.Compact(s.numbers)
	return s
}

// hashOf is FNV-1a over a word in lower case, the same in every run.
func hashOf(w string) uint64 {
	h := uint64(14695981039346656037)
	for _, r := range w {
		h = (h ^ uint64(unicode.ToLower(r))) * 1099511628211
	}
	return h
}

// mix spreads the bits of a hash, so that the lowest are a fair sample.
func mix(h uint64) uint64 {
	h = (h ^ h>>33) * 0xff51afd7ed558ccd
	h = (h ^ h>>33) * 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}

// isNumber reports whether a word is a number in digits, or one in letters that
// a toll may be.
func isNumber(w string) bool {
	if w[0] >= '0' && w[0] <= '9' {
		return len(w) < 4 || w[0] > '2' // and no year
	}
	return numberWords()[strings.ToLower(w)]
}

//go:embed numbers.txt
var numbersText string

var numberWords = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for line := range strings.Lines(numbersText) {
		if w := strings.TrimSpace(line); !strings.HasPrefix(w, "#") {
			out[w] = true
		}
	}
	return out
})

// nearIndex finds the sketches of a ring by their keys. It chains numbers in two tables: a
// map of lists took more than the sketches themselves.
type nearIndex struct {
	heads  []int32 // by the low bits of a key: 1 + the number of the one that was filed last, or 0
	behind []int32 // by the number of a key: the one that was filed before it with the same bits, likewise
}

const (
	keysOfSketch = 2 * looked // at most
	headBits     = 19         // a chain has one key or two
)

// head returns where the chain of a key begins.
func (x *nearIndex) head(key uint64) *int32 {
	if x.heads == nil {
		x.heads = make([]int32, 1<<headBits)
	}
	return &x.heads[key&(1<<headBits-1)]
}

// add files the sketch at a place of the ring by its keys.
func (x *nearIndex) add(at int, keys []uint64) {
	if end := (at + 1) * keysOfSketch; len(x.behind) < end {
		x.behind = append(x.behind, make([]int32, end-len(x.behind))...)
	}
	for k, key := range keys {
		head, n := x.head(key), at*keysOfSketch+k
		x.behind[n], *head = *head, int32(n+1)
	}
}

// remove takes the sketch at a place out.
func (x *nearIndex) remove(at int, keys []uint64) {
	for k, key := range keys {
		n := int32(at*keysOfSketch + k + 1)
		link := x.head(key)
		for *link != n {
			link = &x.behind[*link-1]
		}
		*link = x.behind[n-1]
	}
}

// of returns the places of the sketches that have a key, in the order in which they were
// filed.
func (x *nearIndex) of(key uint64, ring []sketch) []int {
	var out []int
	for n := *x.head(key); n != 0; n = x.behind[n-1] {
		at, k := int(n-1)/keysOfSketch, int(n-1)%keysOfSketch
		if ring[at].lowest[k] == key {
			out = append(out, at)
		}
	}
	slices.Reverse(out)
	return out
}
