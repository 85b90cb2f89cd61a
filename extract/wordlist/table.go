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
