package wordlist

import "testing"

func TestSieve(t *testing.T) {
	words := map[string]int{"": 1, "a": 1, "of": 1, "bomb": 1, "bombs": 1, "car bomb": 1, "Ñemby": 1}
	s := SieveOf(words)
	for w := range words {
		if !s.May(w) {
			t.Errorf("May(%q) = false, but it has been added", w)
		}
	}
	few := NewSieve(1)
	few.Add("mortar")
	kept := 0
	for _, w := range []string{"the", "council", "voted", "on", "Monday", "to", "raise", "taxes", "for", "roads"} {
		if few.May(w) {
			kept++
		}
	}
	if kept > 2 {
		t.Errorf("the sieve of one word lets %d of 10 others through", kept)
	}
}

func BenchmarkSieve(b *testing.B) {
	words := map[string]bool{}
	for _, w := range []string{"bomb", "mortar", "shell", "rocket", "grenade", "mine", "missile", "rifle", "knife", "drone"} {
		words[w] = true
	}
	text := []string{"the", "council", "voted", "on", "Monday", "to", "raise", "taxes", "for", "roads"}
	s := SieveOf(words)
	b.Run("map", func(b *testing.B) {
		for b.Loop() {
			for _, w := range text {
				_ = words[w]
			}
		}
	})
	b.Run("sieve", func(b *testing.B) {
		for b.Loop() {
			for _, w := range text {
				_ = s.May(w) && words[w]
			}
		}
	})
}
