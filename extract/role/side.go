package role

import (
	"slices"
	"strings"

	"sitrep/extract/lang"
)

// isSide reports whether a group only says on whose side another one is: rebels backed by
// [X]; gunmen loyal to [the warlord].
func (f *frame) isSide(g *lang.NounGroup) bool {
	t := g.Sentence.Tokens
	if g.First < 3 || !t.Is(g.First-1, "to", "with", "by") {
		return false
	}
	word := t[g.First-2]
	return (word.Tag == "JJ" || word.Tag == "VBN" || word.Tag == "VBD") && slices.Contains(f.reading.Rules.Grammar.Siding, word.Lemma) && strings.HasPrefix(t.Tag(g.First-3), "NN")
}
