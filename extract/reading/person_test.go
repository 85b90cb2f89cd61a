package reading

import (
	"testing"

	"sitrep/extract/article"
	"sitrep/extract/lang"
)

// TestNamesPerson tests which names at the start of the last sentence are those of persons.
func TestNamesPerson(t *testing.T) {
	res := resources(t)
	for text, want := range map[string]bool{
		"Police named him as Salman Abedi. Abedi's attack shook the town.":   true,
		"Mohamed Merah's attack shook the town.":                             true,
		"“Tell Salman Abedi,” he said. Abedi's attack shook the town.":       true,
		"Police named him as Sean O'Brien. O'Brien's attack shook the town.": true,
		"The camp in Kot was full. Kot's attack is over.":                    false,
		"Nobody knows who did it. Abedi's attack shook the town.":            false,
	} {
		r := New(res, lang.New(article.Clean(article.Input{ID: "t", Text: text})))
		s := r.Document.Sentences[len(r.Document.Sentences)-1]
		r.Document.Analyse(s.Index)
		if got := r.NamesPerson(s.Nouns[0]); got != want {
			t.Errorf("%s: %v, want %v", text, got, want)
		}
	}
}
