package casualty

import (
	"testing"

	"sitrep/extract/article"
	"sitrep/extract/lang"
)

// TestRestated has sentences that give a toll anew by the word figure, and like
// ones that do not.
func TestRestated(t *testing.T) {
	for text, want := range map[string]string{
		"By Saturday the figure had climbed to 24.":                                        "24",
		"On Sunday the mission raised the number to 41.":                                   "41",
		"A rights group put the dead at 84.":                                               "84",
		"Officials first put the dead at 41; the Red Cross then lowered the figure to 19.": "19",
		"Police had put the number at 25 on Friday.":                                       "",
		"The number of schools in the district rose to 24.":                                "",
		"The convoy moved on to 24 villages.":                                              "",
	} {
		d := lang.New(article.Clean(article.Input{ID: "t", Text: text}))
		got := ""
		for i := range d.Sentences {
			if c := Restated(d.Analyse(i)); c != nil {
				got = c.Quantity.Text
			}
		}
		if got != want {
			t.Errorf("%s\n got %q, want %q", text, got, want)
		}
	}
}
