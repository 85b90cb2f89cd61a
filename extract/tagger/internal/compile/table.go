package compile

import (
	"encoding/binary"
	"fmt"
	"maps"
	"slices"
	"strings"

	"sitrep/extract/tagger/internal/layout"
)

// builder collects the sections of the table.
type builder struct {
	perceptron
	tags     []string
	sections [layout.Sections][]uint32
	words    map[string]int
	ends     map[string]int
	pairs    map[string]map[int]uint32 // word → tag before it → row
	text     strings.Builder
}

// table writes the model. The order of everything is fixed, so that the same
// model gives the same bytes.
func (p *perceptron) table() ([]byte, error) {
	b := &builder{perceptron: *p, words: map[string]int{}, ends: map[string]int{}, pairs: map[string]map[int]uint32{}}
	if err := b.nameTags(); err != nil {
		return nil, err
	}
	b.sections[layout.TagRows] = make([]uint32, 2*len(b.tags))
	b.sections[layout.TagPairs] = make([]uint32, len(b.tags)*len(b.tags))
	b.sections[layout.First] = make([]uint32, 256)
	b.sections[layout.Weights] = []uint32{0} // row 0 is the one without weights
	if _, err := b.row("bias"); err != nil {
		return nil, err
	}
	for _, feature := range slices.Sorted(maps.Keys(b.weights)) {
		if err := b.feature(feature); err != nil {
			return nil, err
		}
	}
	for _, word := range slices.Sorted(maps.Keys(b.always)) {
		b.sections[layout.Words][b.word(word)*layout.WordFields+layout.WordTag] = uint32(b.tag(b.always[word]) + 1)
	}
	b.writePairs()
	b.sections[layout.WordSlots] = slots(b.words)
	b.sections[layout.EndSlots] = slots(b.ends)
	return b.bytes(), nil
}

// nameTags numbers the labels by their bias, the likeliest first, then the
// tags that have no weights but stand before others.
func (b *builder) nameTags() error {
	bias := b.weights["bias"]
	b.tags = slices.Sorted(maps.Keys(bias))
	slices.SortStableFunc(b.tags, func(x, y string) int {
		switch {
		case bias[x] > bias[y]:
			return -1
		case bias[x] < bias[y]:
			return 1
		}
		return 0
	})
	others := map[string]bool{}
	for feature, row := range b.weights {
		for label := range row {
			if _, found := bias[label]; !found {
				return fmt.Errorf("%s: the label %s has no bias: a word without any other weight for it would be scored wrongly", feature, label)
			}
		}
		if name, value := cutFeature(feature); strings.HasSuffix(name, " tag") {
			for _, tag := range strings.Fields(value) {
				others[tag] = true
			}
		}
	}
	for _, tag := range b.always {
		others[tag] = true
	}
	for _, tag := range slices.Sorted(maps.Keys(others)) {
		if !slices.Contains(b.tags, tag) {
			b.tags = append(b.tags, tag)
		}
	}
	if len(b.tags) > layout.MaxTags {
		return fmt.Errorf("%d tags are more than fit", len(b.tags))
	}
	return nil
}

// tag returns the index of a tag; the model that has an unknown one has none.
func (b *builder) tag(name string) int { return slices.Index(b.tags, name) }

// names are the names of prose's features. The value follows after a space.
var names = []string{
	"bias", "i suffix", "i pref1", "i-1 tag", "i-2 tag", "i tag+i-2 tag", "i word", "i-1 tag+i word",
	"i-1 word", "i-1 suffix", "i-2 word", "i+1 word", "i+1 suffix", "i+2 word",
}

func cutFeature(feature string) (name, value string) {
	for _, n := range names {
		if feature == n {
			return n, ""
		}
		if value, found := strings.CutPrefix(feature, n+" "); found {
			return n, value
		}
	}
	return "", feature
}

// wordFields and endFields say which field of its word or ending a feature fills.
var (
	wordFields = map[string]int{
		"i word": layout.WordHere, "i-1 word": layout.WordBefore, "i-2 word": layout.WordTwoBefore,
		"i+1 word": layout.WordAfter, "i+2 word": layout.WordTwoAfter,
	}
	endFields = map[string]int{"i suffix": layout.EndHere, "i-1 suffix": layout.EndBefore, "i+1 suffix": layout.EndAfter}
)

// feature writes the row of a feature and where it is found.
func (b *builder) feature(feature string) error {
	name, value := cutFeature(feature)
	if name == "bias" {
		return nil
	}
	row, err := b.row(feature)
	if err != nil {
		return err
	}
	switch name {
	case "i pref1": // prose reads the first byte as a rune
		if r := []rune(value); len(r) == 1 && r[0] < 256 {
			b.sections[layout.First][r[0]] = row
		}
	case "i-1 tag":
		b.sections[layout.TagRows][2*b.tag(value)] = row
	case "i-2 tag":
		b.sections[layout.TagRows][2*b.tag(value)+1] = row
	case "i tag+i-2 tag":
		last, before, _ := strings.Cut(value, " ")
		b.sections[layout.TagPairs][b.tag(last)*len(b.tags)+b.tag(before)] = row
	case "i-1 tag+i word":
		last, word, _ := strings.Cut(value, " ")
		if b.tag(last) < 0 {
			return fmt.Errorf("%s: unknown tag", feature)
		}
		if b.pairs[word] == nil {
			b.pairs[word] = map[int]uint32{}
		}
		b.pairs[word][b.tag(last)] = row
		b.word(word)
	default:
		if field, found := wordFields[name]; found {
			b.sections[layout.Words][b.word(value)*layout.WordFields+field] = row
		} else if field, found := endFields[name]; found {
			b.sections[layout.Ends][b.end(value)*layout.EndFields+field] = row
		} else {
			return fmt.Errorf("%s: unknown feature", feature)
		}
	}
	return nil
}

// row writes the weights of a feature and returns their row.
func (b *builder) row(feature string) (uint32, error) {
	weights := b.weights[feature]
	at := len(b.sections[layout.Weights])
	for i, tag := range b.tags {
		w, found := weights[tag]
		if !found {
			continue
		}
		n, err := thousandths(w)
		if err != nil {
			return 0, fmt.Errorf("%s: %w", feature, err)
		}
		b.sections[layout.Weights] = append(b.sections[layout.Weights], uint32(n)<<layout.Shift|uint32(i))
	}
	if at == len(b.sections[layout.Weights]) {
		return 0, nil
	}
	b.sections[layout.Weights][len(b.sections[layout.Weights])-1] |= layout.Last
	return uint32(at), nil
}

// word returns the index of a word, a new one if need be.
func (b *builder) word(s string) int { return b.intern(b.words, layout.Words, layout.WordFields, s) }

// end returns the index of an ending, a new one if need be.
func (b *builder) end(s string) int { return b.intern(b.ends, layout.Ends, layout.EndFields, s) }

func (b *builder) intern(known map[string]int, section, fields int, s string) int {
	if i, found := known[s]; found {
		return i
	}
	record := make([]uint32, fields)
	record[0], record[1] = uint32(b.text.Len()), uint32(len(s))
	b.text.WriteString(s)
	b.sections[section] = append(b.sections[section], record...)
	known[s] = len(known)
	return known[s]
}

// writePairs writes the tags before each word.
func (b *builder) writePairs() {
	out := []uint32{0} // 0 is a word without pairs
	for _, word := range slices.Sorted(maps.Keys(b.pairs)) {
		b.sections[layout.Words][b.word(word)*layout.WordFields+layout.WordPairs] = uint32(len(out))
		for _, tag := range slices.Sorted(maps.Keys(b.pairs[word])) {
			out = append(out, b.pairs[word][tag]<<layout.Shift|uint32(tag))
		}
		out[len(out)-1] |= layout.Last
	}
	b.sections[layout.Pairs] = out
}

// slots returns the open-addressing table of some strings, half full at most.
func slots(index map[string]int) []uint32 {
	n := 1
	for n < 2*len(index) {
		n *= 2
	}
	out := make([]uint32, n)
	for _, s := range slices.Sorted(maps.Keys(index)) {
		h := layout.Hash(s)
		for out[h&uint32(n-1)] != 0 {
			h++
		}
		out[h&uint32(n-1)] = uint32(index[s] + 1)
	}
	return out
}

// bytes joins header and sections.
func (b *builder) bytes() []byte {
	var body []byte
	header := make([]uint32, layout.HeaderLen)
	for i := range b.sections {
		header[i] = uint32(4*layout.HeaderLen + len(body))
		switch i {
		case layout.Text:
			body = append(body, b.text.String()...)
		case layout.Tags:
			body = append(body, strings.Join(b.tags, "\n")...)
		default:
			for _, n := range b.sections[i] {
				body = binary.LittleEndian.AppendUint32(body, n)
			}
		}
	}
	header[layout.Len] = uint32(4*layout.HeaderLen + len(body))
	header[layout.Labels] = uint32(len(b.weights["bias"]))
	var out []byte
	for _, n := range header {
		out = binary.LittleEndian.AppendUint32(out, n)
	}
	return append(out, body...)
}
