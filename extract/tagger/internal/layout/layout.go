// Package layout says where the numbers of the tagger's table lie. The table
// is written by package compile and read, where it lies, by package tagger.
//
// It is little-endian 32-bit numbers: a header of HeaderLen, then sections.
// A row of weights is known by the index of its first weight in Weights, 0
// being the row without any and BiasRow the one that every word has. A weight
// is value<<7 | Last or 0 | label, Last marking the end of its row.
package layout

// The sections, in the order that they have in the table. The header begins
// with the byte offset of each.
const (
	Weights   = iota // the rows
	WordSlots        // hash → index of a word + 1, open addressing
	Words            // WordFields numbers a word
	EndSlots         // hash → index of an ending + 1
	Ends             // EndFields numbers an ending
	Pairs            // row<<7 | Last or 0 | tag: the tag before a word, and the word
	TagRows          // two rows a tag: as the last tag, as the one before
	TagPairs         // a row for every two tags, the last one first
	First            // a row for every first byte of a word
	Text             // words and endings, one after the other
	Tags             // names of the tags, with line feeds between; the labels of the weights come first
	Sections
)

// The header goes on with the length of the table and the number of labels.
const (
	Len = Sections + iota
	Labels
	HeaderLen
)

// The fields of a word: where its text lies and how long it is, the rows that
// it has at the five places it can stand at, its pairs with the tag before it
// (an index of Pairs, 0 where there are none), and the tag that it always has,
// plus one.
const (
	WordStart = iota
	WordLen
	WordHere
	WordBefore
	WordTwoBefore
	WordAfter
	WordTwoAfter
	WordPairs
	WordTag
	WordFields
)

// The fields of an ending, the last EndingLen bytes of a word: its text, and
// the rows of the word itself, of the one before and of the one after it.
const (
	EndStart = iota
	EndLen
	EndHere
	EndBefore
	EndAfter
	EndFields
)

const (
	BiasRow   = 1
	EndingLen = 3
	MaxTags   = 64 // labels and tags take six bits
	Last      = MaxTags
	Shift     = 7 // of a weight or a row above label and mark
)

// Hash is 32-bit FNV-1a, the hash of WordSlots and EndSlots.
func Hash(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}
