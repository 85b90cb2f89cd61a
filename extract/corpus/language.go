package corpus

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"

	"github.com/RadhiFadlillah/whatlanggo"

	"sitrep/extract/wordlist"
)

//go:embed english.txt
var englishWords string

// functionWords are the words that English can't do without.
var functionWords = sync.OnceValue(func() map[string]bool { return wordlist.Words(englishWords) })

// How foreign a text must look. A line of names holds few function words and
// is English all the same, so short texts pass unless their script is another.
const (
	sample       = 4000 // bytes that are looked at
	enoughWords  = 15   // shorter texts are not judged by their words
	englishShare = 0.2  // of English running text, a third or more are function words
)

// foreign returns the name of the language of a text that is not English, empty
// for English and where that is not sure.
func foreign(text string) string {
	text = text[:min(len(text), sample)]
	words, known, latin, other := 0, 0, 0, 0
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' }) {
		if words++; functionWords()[strings.ToLower(w)] {
			known++
		}
		for _, r := range w {
			if r < 0x250 {
				latin++
			} else if unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) {
				other++
			}
		}
	}
	if other <= latin && (words < enoughWords || float64(known) >= englishShare*float64(words)) {
		return ""
	}
	info := whatlanggo.Detect(text)
	if info.Lang == whatlanggo.Eng {
		return ""
	}
	if other > latin {
		if script := whatlanggo.Scripts[info.Script]; script != "" && !info.IsReliable() {
			return "a language in " + script + " script"
		}
		return info.Lang.String()
	}
	// Between a fifth and none of the words are English: the second opinion
	// decides, where it is sure.
	if !info.IsReliable() && float64(known) > englishShare/2*float64(words) {
		return ""
	}
	return info.Lang.String()
}
