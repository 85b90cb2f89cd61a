package extract

import (
	"os"
	"strings"
	"testing"

	"sitrep/extract/article"
)

// TestPadded tests that sentences about other things after the news take nothing from it: what a
// weapon of war did is found in a text of six sentences as in a text of one.
func TestPadded(t *testing.T) {
	x := newExtractor(t)
	const after = " Shops in the town stayed shut. The mayor called on residents to stay calm. Heavy rain has fallen there for days. The president is to visit the area later this week."
	for _, c := range []struct {
		text string
		dead int
	}{
		{"A bomb ripped through a crowded bus in Homs on Sunday, killing 20 people, police said.", 20},
		{"A rocket hit a block of flats in Gao on Sunday, killing 19 people.", 19},
		{"A missile struck a school in Goma on Sunday. 18 people were killed.", 18},
		{"A grenade exploded near a bus station in Quetta on Sunday. 32 people died, officials said.", 32},
		{"A landmine exploded near a bus station in Cali on Sunday. Eight people died.", 8},
		{"A mortar shell tore through a mosque in Kandahar on Sunday, killing at least 14 worshippers.", 14},
		{"The president's plans for a new road are a bombshell. A car crash killed two men.", 0},
	} {
		for _, text := range []string{c.text, c.text + after} {
			if c.dead == 0 && text == c.text {
				continue
			}
			r := extractText(t, x, article.Input{ID: "a", Text: text, Published: "2016-12-12"})
			if n := sumOfDeaths(r.Events); n != c.dead {
				t.Errorf("%s\n got %d dead, want %d", text, n, c.dead)
			}
		}
	}
}

// TestEveryday tests that a sentence of testdata/everyday.txt, which uses words of conflict for
// something else, tells nothing in a text that is about conflict.
func TestEveryday(t *testing.T) {
	x := newExtractor(t)
	lines, err := os.ReadFile("testdata/everyday.txt")
	if err != nil {
		t.Fatal(err)
	}
	const before = "Rebels attacked an army base near Goma on Monday, killing six soldiers, the defence ministry said.\n\nThe governor urged people to remain calm. "
	for line := range strings.Lines(string(lines)) {
		line = strings.TrimSpace(line)
		r := extractText(t, x, article.Input{ID: "a", Text: before + line + " Shops stayed closed.\n\nResidents said the gunmen fled into the hills.", Published: "2015-05-13"})
		for _, e := range r.Events {
			if e.Trigger.Start >= len(before) && e.Trigger.Start < len(before)+len(line) {
				t.Errorf("%s (%s): %s", e.Trigger.Text, e.Rule, line)
			}
		}
	}
}
