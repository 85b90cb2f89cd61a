package actor

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestHasVeto: what is looked for by its first letters is found as if it were searched for.
func TestHasVeto(t *testing.T) {
	texts := []string{"", " ", "The striker", "A striker", "In the box office.", "two strikers  goalkeepers", "a st", "penalty box, penalty shootout"}
	for _, phrase := range words().notInSentence {
		texts = append(texts, phrase, "x "+phrase, "x "+phrase[:len(phrase)-1], "x"+phrase)
	}
	files, err := filepath.Glob("../../../testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no texts", err)
	}
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, strings.Split(string(b), "\n")...)
	}
	for _, text := range texts {
		want := slices.ContainsFunc(words().notInSentence, func(phrase string) bool { return strings.Contains(text, " "+phrase) })
		if got := hasVeto(text); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}
