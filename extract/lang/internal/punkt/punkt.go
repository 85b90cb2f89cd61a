// Package punkt keeps the training data of the sentence model as a text of one
// line an entry, which is read six times as fast as the JSON of the library that
// owns it. go generate writes the text.
package punkt

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/neurosnap/sentences"
	"github.com/neurosnap/sentences/data"
)

// Library returns the training data as the library has it.
func Library() (*sentences.Storage, error) {
	b, err := data.Asset("data/english.json")
	if err != nil {
		return nil, err
	}
	return sentences.LoadTraining(b)
}

// sets returns the parts of the training data, in the order of the text.
func sets(s *sentences.Storage) [4]*sentences.SetString {
	return [...]*sentences.SetString{&s.AbbrevTypes, &s.Collocations, &s.SentStarters, &s.OrthoContext}
}

// Write returns training data as a text: of every part the number of its entries,
// then the entries, each its value and its word.
func Write(s *sentences.Storage) string {
	var b strings.Builder
	for _, set := range sets(s) {
		fmt.Fprintln(&b, len(*set))
		for _, word := range slices.Sorted(maps.Keys(*set)) {
			fmt.Fprintln(&b, (*set)[word], word)
		}
	}
	return b.String()
}

// Read returns the training data of a text.
func Read(text string) (*sentences.Storage, error) {
	s := &sentences.Storage{}
	for _, set := range sets(s) {
		var line string
		line, text, _ = strings.Cut(text, "\n")
		n, err := strconv.Atoi(line)
		if err != nil {
			return nil, err
		}
		*set = make(sentences.SetString, n)
		for range n {
			line, text, _ = strings.Cut(text, "\n")
			value, word, _ := strings.Cut(line, " ")
			if (*set)[word], err = strconv.Atoi(value); err != nil {
				return nil, err
			}
		}
	}
	return s, nil
}
