package event

import (
	"slices"
	"strings"

	"sitrep/extract/article"
	"sitrep/extract/wordlist"
)

// partSet is a set of numbered beginnings of words, of one word or several.
type partSet struct {
	numbers map[string]int
	begins  map[string][]int       // the numbers, by their first letters
	table   *wordlist.Table[[]int] // of begins, once it is complete
	firsts  firsts                 // the first letters of begins
	list    []string               // by number
	least   int                    // the fewest letters by which begins has any
}

// number returns the number of a part, which it puts into the set.
func (s *partSet) number(part string) int {
	if n, known := s.numbers[part]; known {
		return n
	}
	if s.numbers == nil {
		s.numbers, s.begins = map[string]int{}, map[string][]int{}
	}
	n := len(s.list)
	s.list = append(s.list, part)
	s.numbers[part] = n
	first := part[:min(len(part), firstLetters)]
	if s.least == 0 || len(first) < s.least {
		s.least = len(first)
	}
	s.begins[first] = append(s.begins[first], n)
	s.firsts.add(first)
	return n
}

// partsFound is a set of bits by the numbers of parts.
type partsFound []uint64

// in returns the parts that words of a text are forms of: those that a word begins
// with, and has no more behind than a regular ending.
func (s *partSet) in(text string) partsFound {
	found := make(partsFound, len(s.list)/64+1)
	text = strings.ToLower(article.SingleSpaced(text))
	for at := range len(text) {
		if at > 0 && 'a' <= text[at-1] && text[at-1] <= 'z' || !s.firsts.may(text[at:min(at+firstLetters, len(text))]) {
			continue
		}
		for n := s.least; n <= firstLetters && at+n <= len(text); n++ {
			numbers, _ := s.table.Get(text[at : at+n])
			for _, k := range numbers {
				if strings.HasPrefix(text[at:], s.list[k]) && endsSoon(text[at+len(s.list[k]):]) {
					found[k/64] |= 1 << (k % 64)
				}
			}
		}
	}
	return found
}

func (f partsFound) haveOneOfEach(lists [][]int) bool {
	return !slices.ContainsFunc(lists, func(parts []int) bool {
		return !slices.ContainsFunc(parts, func(k int) bool { return f[k/64]&(1<<(k%64)) != 0 })
	})
}

// endsSoon reports whether a word has no more letters to come than a regular ending has.
func endsSoon(rest string) bool {
	for i := range min(len(rest), longestEnding) {
		if rest[i] < 'a' || rest[i] > 'z' {
			return true
		}
	}
	return len(rest) <= longestEnding || rest[longestEnding] < 'a' || rest[longestEnding] > 'z'
}
