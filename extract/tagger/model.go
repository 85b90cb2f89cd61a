package tagger

import (
	_ "embed"
	"strings"
	"sync"

	"sitrep/extract/tagger/internal/layout"
)

// table is prose's averaged perceptron: for every value that a feature can
// have a sparse row of weights, one a label. All weights are whole thousandths,
// so they are kept as integers, and their sums are exact. The table is
// searched where it lies; see package layout for how.
//
//go:embed model.bin
var table string

// scores are the sums of weights by label.
type scores [layout.MaxTags]int32

// What every word needs is at hand. The rest is read from the table.
var (
	offsets = sectionOffsets()
	labels  = int(number(4 * layout.Labels))
	tags    = strings.Split(table[offsets[layout.Tags]:number(4*layout.Len)], "\n") // labels first

	// The numbers of slots of the two hash tables - 1.
	wordMask = uint32(offsets[layout.Words]-offsets[layout.WordSlots])/4 - 1
	endMask  = uint32(offsets[layout.Ends]-offsets[layout.EndSlots])/4 - 1
)

func sectionOffsets() (out [layout.Sections]int) {
	for i := range out {
		out[i] = int(number(4 * i))
	}
	return out
}

// weights is the section of weights, which is read more than all others, as a
// slice. It is made when the first text is tagged.
var weights = sync.OnceValue(func() []uint32 {
	out := make([]uint32, (offsets[layout.Weights+1]-offsets[layout.Weights])/4)
	for i := range out {
		out[i] = entry(layout.Weights, i)
	}
	return out
})

// number reads the number at a byte offset of the table.
func number(at int) uint32 {
	s := table[at : at+4]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

// entry reads a number of a section.
func entry(section, i int) uint32 { return number(offsets[section] + 4*i) }

// add adds a row of weights.
func (s *scores) add(weights []uint32, row uint32) {
	if row == 0 {
		return
	}
	for _, w := range weights[row:] {
		s[w%layout.MaxTags] += int32(w) >> layout.Shift
		if w&layout.Last != 0 {
			return
		}
	}
}

// best returns the label with the highest score. Of labels with the same score
// the one with the higher bias is taken, which comes first. prose takes any of
// them: it adds floating-point numbers in the order of a map, so that the same
// word of the same text has one tag today and another tomorrow. That is rare:
// not once in 250,000 words of news and of the project's own texts.
func (s *scores) best() uint8 {
	best := 0
	for label := 1; label < labels; label++ {
		if s[label] > s[best] {
			best = label
		}
	}
	return uint8(best)
}

// none is the index of a word or an ending that the model does not know, and
// noTag the index of such a tag (-LRB-). They have no rows.
const (
	none        = -1
	noTag uint8 = layout.MaxTags
)

// wordOf returns the index of a word.
func wordOf(s string) int32 {
	return find(s, layout.WordSlots, wordMask, layout.Words, layout.WordFields)
}

// Knows reports whether the model was trained on a word in this spelling.
func Knows(word string) bool { return wordOf(word) != none }

// endOf returns the index of a word's ending.
func endOf(s string) int32 {
	s = s[max(0, len(s)-layout.EndingLen):]
	return find(s, layout.EndSlots, endMask, layout.Ends, layout.EndFields)
}

// find looks a string up in the records of a section, through their slots.
func find(s string, slots int, mask uint32, records, fields int) int32 {
	for h := layout.Hash(s); ; h++ {
		i := int(entry(slots, int(h&mask))) - 1
		if i < 0 {
			return none
		}
		start := offsets[layout.Text] + int(entry(records, i*fields))
		if n := int(entry(records, i*fields+1)); n == len(s) && table[start:start+n] == s {
			return int32(i)
		}
	}
}

func wordField(word int32, field int) uint32 {
	if word == none {
		return 0
	}
	return entry(layout.Words, int(word)*layout.WordFields+field)
}

func endField(end int32, field int) uint32 {
	if end == none {
		return 0
	}
	return entry(layout.Ends, int(end)*layout.EndFields+field)
}

// pairRow returns the row of a word behind a tag.
func pairRow(tag uint8, word int32) uint32 {
	first := wordField(word, layout.WordPairs)
	if first == 0 {
		return 0
	}
	for i := int(first); ; i++ {
		p := entry(layout.Pairs, i)
		switch {
		case uint8(p%layout.MaxTags) == tag:
			return p >> layout.Shift
		case p&layout.Last != 0:
			return 0
		}
	}
}

func tagIndex(tag string) uint8 {
	for i, t := range tags {
		if t == tag {
			return uint8(i)
		}
	}
	return noTag
}

// tagRow returns the row of a tag before a word: directly, or with one between.
func tagRow(tag uint8, between int) uint32 {
	if tag == noTag {
		return 0
	}
	return entry(layout.TagRows, 2*int(tag)+between)
}

// tagPairRow returns the row of the two tags before a word.
func tagPairRow(last, before uint8) uint32 {
	if last == noTag || before == noTag {
		return 0
	}
	return entry(layout.TagPairs, int(last)*len(tags)+int(before))
}
