package rules

import (
	"os"
	"strings"
	"testing"

	"sitrep/extract/wordlist"
)

// TestParticlesAreKnown holds that the reader of sentences makes one predicate of each
// trigger of two words. It knows the particles in particles.csv only, so that a trigger
// with another never fires.
func TestParticlesAreKnown(t *testing.T) {
	set, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for _, r := range wordlist.Rows(os.DirFS("../lang"), "data/particles.csv", "verb,particle") {
		known[r[0]+" "+r[1]] = true
	}
	for _, r := range set.Rules {
		for _, x := range r.Triggers {
			words, verb := strings.CutSuffix(x, "/v")
			if _, _, two := strings.Cut(words, " "); verb && two && !known[words] {
				t.Errorf("%s:%d: %s: no predicate is read as %q", r.File, r.Line, r.ID, words)
			}
		}
	}
}
