package reading

import (
	"embed"
	"strings"
	"sync"

	"sitrep/extract/record"
	"sitrep/extract/wordlist"
)

//go:embed data
var data embed.FS

// speakers are the kinds of sources, each with the words that a source of it
// may have, in their order in data/speakers.csv.
var speakers = sync.OnceValue(func() []speakerKind {
	var out []speakerKind
	for _, row := range wordlist.Rows(data, "data/speakers.csv", "kind: words") {
		k := speakerKind{kind: row[0], words: map[string]bool{}}
		for _, w := range strings.Fields(row[1]) {
			k.words[w] = true
		}
		out = append(out, k)
	}
	return out
})

// speakerKind is a row of data/speakers.csv.
type speakerKind struct {
	kind  string
	words map[string]bool
}

// describe gives a source that no dictionary knows the kind that the words for it tell:
// Dr. Amina Ali of the town's hospital is medical.
func describe(s *record.Source, words string) {
	if s.Kind != "" || s.ID != "" {
		return
	}
	for _, k := range speakers() {
		for _, w := range strings.Fields(strings.ToLower(words)) {
			if k.words[strings.TrimRight(w, ",;")] {
				s.Kind = k.kind
				return
			}
		}
	}
}
