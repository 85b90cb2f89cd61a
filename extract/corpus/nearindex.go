package corpus

import "slices"

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
