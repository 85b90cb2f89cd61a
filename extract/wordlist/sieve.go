package wordlist

import "math/bits"

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
