package gazetteer

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/everyday.txt
var everydayWords string

var everyday = sync.OnceValue(func() map[string]bool {
	words := map[string]bool{}
	for line := range strings.Lines(everydayWords) {
		if !strings.HasPrefix(line, "#") {
			for _, w := range strings.Fields(line) {
				words[w] = true
			}
		}
	}
	return words
})

// isEveryday reports whether a name is one that any text has with a capital
// somewhere: The, Sunday, Army. Initials are none: WHO.
func isEveryday(name string) bool {
	name = strings.TrimSpace(name)
	if len(name) > 1 && strings.ToUpper(name) == name {
		return false
	}
	return len([]rune(name)) == 1 || everyday()[strings.ToLower(name)]
}
