package extract

import (
	"context"
	"strings"
	"testing"

	"sitrep/extract/article"
)

// TestHeadings holds that the heading of a section tells nothing, and a line that tells does.
func TestHeadings(t *testing.T) {
	x, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"Rebels attacked Gao in 1994.\n\nThe massacre\n\nSoldiers shelled the rebels for a day.":                "attacked shelled",
		"Rebels attacked Gao in 1994.\n\n== Attack on the barracks ==\n\nSoldiers shelled the rebels.":          "attacked shelled",
		"Rebels attacked Gao in 1994.\n\nExplosions in Kidal\n\nSoldiers shelled the rebels.":                   "attacked Explosions shelled",
		"Rebels attacked Gao in 1994.\n\nGunmen killed the mayor\n\nSoldiers shelled the rebels.":               "attacked killed shelled",
		"Rebels attacked Gao in 1994.\n\nAttacks on schools: 12\n\nSoldiers shelled the rebels.":                "attacked Attacks shelled",
		"Rebels attacked Gao in 1994.\n\nAttack on a police post in Kidal\n\nAttack on a bus near Gao":          "attacked Attack Attack",
		"Car bomb attack in Gao\n\nThe blast killed nine soldiers at a checkpoint of the army on Sunday night.": "bomb attack blast",
	} {
		r, err := x.Extract(context.Background(), article.Input{ID: "t", Text: text})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, e := range r.Events {
			got = append(got, e.Trigger.Text)
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s\n got %s, want %s", text, s, want)
		}
	}
}
