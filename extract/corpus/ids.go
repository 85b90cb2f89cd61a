package corpus

import (
	"hash/maphash"
	"strconv"
)

// ids knows the ids that were given, by their hashes: a dump of millions of
// articles must not hold as many strings.
type ids struct {
	seed  maphash.Seed
	given map[uint64]uint32 // how often
}

func newIDs() *ids {
	return &ids{maphash.MakeSeed(), map[uint64]uint32{}}
}

// claim returns id where it is new, else id#2, id#3, …
func (s *ids) claim(id string) string {
	key := maphash.String(s.seed, id)
	for {
		s.given[key]++
		n := s.given[key]
		if n == 1 {
			return id
		}
		again := id + "#" + strconv.Itoa(int(n))
		if other := maphash.String(s.seed, again); s.given[other] == 0 {
			s.given[other] = 1
			return again
		}
	}
}
