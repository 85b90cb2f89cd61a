package wordlist

import "math/bits"

// Table is a map from words that does not change. It is several times as fast as a map of
// Go, above all for words that it has not, as most words of a text are.
type Table[V any] struct {
	slots  []uint32 // 1 + the index of an entry; the slot of a word, or one behind it
	shift  uint
	words  []string
	values []V
}

// slotsPerWord is how many slots a table has for each word, so that most words that it
// has not meet an empty one.
const slotsPerWord = 4

// TableOf returns the table of a map.
func TableOf[V any](m map[string]V) *Table[V] {
	width := uint(bits.Len(uint(max(len(m)*slotsPerWord, 16) - 1)))
	t := &Table[V]{
		slots: make([]uint32, 1<<width), shift: 32 - width,
		words: make([]string, 0, len(m)), values: make([]V, 0, len(m)),
	}
	for word, value := range m {
		t.words, t.values = append(t.words, word), append(t.values, value)
		k := mix(word) >> t.shift
		for t.slots[k] != 0 {
			k = (k + 1) % uint32(len(t.slots))
		}
		t.slots[k] = uint32(len(t.words))
	}
	return t
}

// Get returns the value of a word, and whether the table has it.
func (t *Table[V]) Get(word string) (value V, ok bool) {
	if n := find(t, word); n >= 0 {
		return t.values[n], true
	}
	return value, false
}

// Has reports whether the table has a word.
func (t *Table[V]) Has(word string) bool { return find(t, word) >= 0 }

// Find returns a word that is no string yet as the table has it.
func (t *Table[V]) Find(word []byte) (known string, ok bool) {
	if n := find(t, word); n >= 0 {
		return t.words[n], true
	}
	return "", false
}

// find returns the index of a word, or -1.
func find[V any, T string | []byte](t *Table[V], word T) int {
	for k := mix(word) >> t.shift; ; k = (k + 1) % uint32(len(t.slots)) {
		n := int(t.slots[k]) - 1
		if n < 0 || t.words[n] == string(word) {
			return n
		}
	}
}

// Sieve tells in no time that most words are not in a set, so that its map is asked
// about few: the words of a text are hardly ever in a list.
type Sieve struct {
	bits  []uint64
	shift uint
}

// bitsPerWord is how many bits a sieve has for each word.
const bitsPerWord = 16

// NewSieve returns a sieve for about n words.
func NewSieve(n int) *Sieve {
	width := uint(bits.Len(uint(max(n*bitsPerWord, 64) - 1))) // bits, as a power of two
	return &Sieve{bits: make([]uint64, 1<<width/64), shift: 32 - width}
}

// SieveOf returns the sieve of the keys of a map.
func SieveOf[V any](m map[string]V) *Sieve {
	s := NewSieve(len(m))
	for w := range m {
		s.Add(w)
	}
	return s
}

// Add puts a word into the set.
func (s *Sieve) Add(word string) {
	k := mix(word) >> s.shift
	s.bits[k/64] |= 1 << (k % 64)
}

// May reports whether a word may be in the set: false is certain.
func (s *Sieve) May(word string) bool { return s.MayHash(mix(word)) }

// Hash returns the number by which a sieve knows a word, for words that many sieves
// are asked about.
func Hash(word string) uint32 { return mix(word) }

// MayHash is May of the word with that Hash.
func (s *Sieve) MayHash(hash uint32) bool {
	k := hash >> s.shift
	return s.bits[k/64]&(1<<(k%64)) != 0
}

// MayBytes is May of a word that is no string yet.
func (s *Sieve) MayBytes(word []byte) bool { return s.MayHash(mix(word)) }

// mix makes a number of the length of a word and of four of its bytes.
func mix[T string | []byte](word T) uint32 {
	n := len(word)
	if n == 0 {
		return 0
	}
	h := uint32(word[0]) | uint32(word[n-1])<<8 | uint32(word[n/2])<<16 | uint32(word[n/3])<<24
	return (h ^ uint32(n)*0x2545f491) * 0x9e3779b1
}
