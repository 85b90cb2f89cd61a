package lang

import (
	"fmt"
	"maps"
	"strings"

	"sitrep/extract/wordlist"
)

// Vocabulary is the words that lang knows: its own lists of English, and those
// of the domain that the texts are about. They are needed because prose was
// not trained on them and mistakes, say, militants/VBZ for a verb.
type Vocabulary struct{ words *lexicon }

// NewVocabulary returns English with the words of a domain: added has, by the
// name of a list in data/, the words that are added to it. Two names are no
// lists of words: "subjects" are nouns that open a sentence without an article,
// and "retag" has rows of retag.csv, with spaces for commas. Another name that
// is none of a list is an error.
func NewVocabulary(added map[string][]string) (*Vocabulary, error) {
	l := *words()
	l.starters, l.retag = maps.Clone(l.starters), maps.Clone(l.retag)
	sets := l.sets()
	for list, rows := range added {
		switch set := sets[list]; {
		case set != nil:
			all := maps.Clone(set.words)
			for _, w := range rows {
				all[w] = true
			}
			*set = wordSetOf(all)
		case list == "subjects":
			for _, w := range rows {
				l.starters[w] = startSubject
			}
		case list == "retag":
			for _, row := range rows {
				f := strings.Fields(row)
				if len(f) != 3 {
					return nil, fmt.Errorf("%q is not a word, the next word and a tag", row)
				}
				addTag(l.retag, f)
			}
		default:
			return nil, fmt.Errorf("no list %q of words to add to", list)
		}
	}
	l.retagged = wordlist.TableOf(l.retag)
	return &Vocabulary{&l}, nil
}
