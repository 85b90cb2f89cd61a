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

// TestBodies has sentences that count bodies, and like ones that do not.
func TestBodies(t *testing.T) {
	for text, want := range map[string]string{
		"A nurse said nine bodies had been brought to the clinic.": "nine",
		"Rescuers pulled 17 bodies from the ruins.":                "17",
		"The morgue in Bria received 14 burned corpses.":           "14",
		"Reporters saw no bodies.":                                 "",
		"The bodies were flown to Lima.":                           "",
		"Nine bodyguards were with him.":                           "",
		"The body was found after 12 days.":                        "",
	} {
		d := lang.New(article.Clean(article.Input{ID: "t", Text: text}))
		got := ""
		if c := Bodies(d.Analyse(0)); c != nil {
			got = c.Quantity.Text
		}
		if got != want {
			t.Errorf("%s\n got %q, want %q", text, got, want)
		}
	}
}
