package rules

import (
	"sync"

	"sitrep/extract/wordlist"
)

// Vocabulary returns the words of conflict that the reader of sentences is
// told of, by the list of its own that they belong to. The caller must not
// change them.
var Vocabulary = sync.OnceValue(func() map[string][]string {
	lists := map[string][]string{}
	for _, r := range wordlist.Rows(data, "data/vocabulary.csv", "list,word") {
		lists[r[0]] = append(lists[r[0]], r[1])
	}
	return lists
})
