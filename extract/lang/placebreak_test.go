package lang

import (
	"strings"
	"testing"

	"sitrep/extract/article"
)

// TestPlaceBeforeSubject holds that the name of a place that opens a clause is no
// part of the subject behind it.
func TestPlaceBeforeSubject(t *testing.T) {
	for text, want := range map[string]string{
		"In Mosul gunmen killed a judge.":                        "Mosul|gunmen|a judge",
		"In Patan students hurled bricks at police.":             "Patan|students|bricks|police",
		"In Kano police fired tear gas.":                         "Kano|police|gas",
		"Near Goma rebels ambushed a convoy.":                    "Goma|rebels|a convoy",
		"In Cali armed men burned a bus.":                        "Cali|men|a bus",
		"In San Salvador government troops shot two nuns.":       "San Salvador|government troops|two nuns",
		"Soldiers left Bor, and in Juba gunmen shot a priest.":   "Soldiers|Bor|Juba|gunmen|a priest",
		"At Ramadi tribesmen drove the fighters out.":            "Ramadi|tribesmen|the fighters",
		"Outside Odessa protesters blocked a road.":              "Odessa|protesters|a road",
		"In Davao, gunmen killed a broadcaster.":                 "Davao|gunmen|a broadcaster",
		"In Kabul hospitals, doctors treated.":                   "Kabul hospitals|doctors",
		"They died in Kunduz attacks that rebels claimed.":       "They|Kunduz attacks|rebels",
		"In Minsk police custody he was beaten with truncheons.": "Minsk police custody|he|truncheons",
	} {
		d := New(article.Clean(article.Input{ID: "t", Text: text}))
		var got []string
		for _, g := range d.Analyse(0).Nouns {
			got = append(got, g.Text())
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("%s\n got %s, want %s", text, s, want)
		}
	}
}
