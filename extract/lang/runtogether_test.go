package lang_test

import (
	"os"
	"strings"
	"testing"

	"sitrep/extract/article"
)

// TestRunTogether cuts notes that have no full stops where testdata says.
func TestRunTogether(t *testing.T) {
	b, err := os.ReadFile("testdata/run-together.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range strings.Split(strings.TrimSpace(string(b)), "\n") {
		if strings.HasPrefix(want, "#") {
			continue
		}
		if got := sentencesOf(strings.ReplaceAll(want, " | ", " ")); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

// sentencesOf is the sentences of a text with bars between them.
func sentencesOf(text string) string {
	var out []string
	for _, s := range document(article.Clean(article.Input{ID: "t", Text: text})).Sentences {
		out = append(out, s.Text)
	}
	return strings.Join(out, " | ")
}
