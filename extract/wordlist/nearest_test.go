package wordlist

import "testing"

func TestNearest(t *testing.T) {
	columns := []string{"event_id", "title", "action", "actors", "actor_names", "targets", "killed_text"}
	for word, want := range map[string]string{
		"actoin": "action", "Actors": "actors", "killed": "killed_text", "target": "targets", "colour": "", "x": "", "names": "actor_names", "": "",
	} {
		if got := Nearest(word, columns); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", word, got, want)
		}
	}
	types := []string{"Armed clash", "Air/drone strike", "Suicide bomb", "Attack"}
	for word, want := range map[string]string{"airstrike": "Air/drone strike", "Air strike": "Air/drone strike", "suicide": "Suicide bomb", "ambush": "", "atk": ""} {
		if got := Nearest(word, types); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", word, got, want)
		}
	}
	if got, want := Want("cvs", []string{"csv", "tsv"}), `did you mean "csv"?`; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got, want := Want("pdf", []string{"csv", "tsv"}), "want one of csv, tsv"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
