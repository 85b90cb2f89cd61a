package tagger

import "sitrep/extract/tagger/internal/layout"

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
