package wordlist

import (
	"strconv"
	"testing"
)

func TestTable(t *testing.T) {
	m := map[string]int{"": -1}
	for i := range 1000 {
		m["word "+strconv.Itoa(i)] = i
	}
	table := TableOf(m)
	for word, want := range m {
		if got, ok := table.Get(word); !ok || got != want {
			t.Errorf("%q: %d, %v", word, got, ok)
		}
		if known, ok := table.Find([]byte(word)); !ok || known != word {
			t.Errorf("%q: found %q, %v", word, known, ok)
		}
	}
	for _, word := range []string{"word", "word 1000", "Word 1", "wort 12"} {
		if _, ok := table.Get(word); ok || table.Has(word) {
			t.Errorf("has %q", word)
		}
	}
	if TableOf(map[string]int{}).Has("a") {
		t.Error("an empty table has a word")
	}
}
