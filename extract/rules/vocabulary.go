package rules

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"

	"sitrep/extract/wordlist"
)

// Vocabulary returns the words of conflict that the reader of sentences is
// given, by the list they belong to: those of vocabulary.csv, the nouns that
// trigger a rule of the set as acts, and its classified nouns as common.
func (s *Set) Vocabulary() map[string][]string {
	lists := maps.Clone(vocabulary())
	var acts []string
	for name := range s.triggers {
		if noun, ok := strings.CutSuffix(name, "/n"); ok && !strings.Contains(noun, " ") {
			acts = append(acts, noun)
		}
	}
	slices.Sort(acts)
	lists["acts"] = acts
	for noun := range s.Nouns {
		if !strings.Contains(noun, " ") && noun == strings.ToLower(noun) {
			lists["common"] = append(lists["common"], noun)
		}
	}
	slices.Sort(lists["common"])
	return lists
}

// vocabulary returns the rows of vocabulary.csv by their list. The caller must
// not change them.
var vocabulary = sync.OnceValue(func() map[string][]string {
	lists := map[string][]string{}
	for _, r := range wordlist.Rows(data, "data/vocabulary.csv", "list,word") {
		lists[r[0]] = append(lists[r[0]], r[1])
	}
	return lists
})

// Hash returns the first twelve digits of the SHA-256 of the built-in rules and
// word lists, in hexadecimal: two tables with one hash come from the same.
func Hash() string {
	h := sha256.New()
	fs.WalkDir(data, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := data.ReadFile(path)
		h.Write([]byte(path))
		h.Write(b)
		return err
	})
	return hex.EncodeToString(h.Sum(nil))[:12]
}
