package extract

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/goccy/go-yaml"

	"sitrep/extract/article"
	"sitrep/extract/record"
)

// TestConstructions holds single constructions to what they must give: the
// slots that a case of testdata/constructions names, and no others.
func TestConstructions(t *testing.T) {
	x, err := New()
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("testdata/constructions/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal("no constructions", err)
	}
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var cases []eventCase
		if err := yaml.UnmarshalWithOptions(b, &cases, yaml.Strict()); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		for _, c := range cases {
			r, err := x.Extract(context.Background(), article.Input{ID: "t", Text: c.Text, Published: c.Published})
			if err != nil {
				t.Fatal(err)
			}
			if c.Only && len(r.Events) != len(c.Events) {
				t.Errorf("%s: %q: %d events, want %d", filepath.Base(file), c.Text, len(r.Events), len(c.Events))
			}
			for _, w := range c.Events {
				checkConstruction(t, filepath.Base(file), c.Text, w, r.Events)
			}
		}
	}
}

func checkConstruction(t *testing.T, file, text string, w wantEvent, got []record.Record) {
	t.Helper()
	for _, e := range got {
		if !triggerMatches(text, w.Trigger, e) {
			continue
		}
		if w.Type != "" && e.SubEventType != w.Type {
			t.Errorf("%s: %q: %s is %s, want %s", file, text, w.Trigger, e.SubEventType, w.Type)
		}
		if w.Modality != "" && e.Modality != w.Modality {
			t.Errorf("%s: %q: %s is %s, want %s", file, text, w.Trigger, e.Modality, w.Modality)
		}
		same := func(slot string, want, have []string) {
			var sum tally
			sum.add(want, have)
			if want != nil && sum.right != max(len(want), len(have)) {
				t.Errorf("%s: %q: %s of %s are %q, want %q", file, text, slot, w.Trigger, have, want)
			}
		}
		same("actors", w.Actors, parties(e.Actors))
		same("targets", w.Targets, parties(e.Targets))
		same("locations", w.Locations, spots(e.Locations))
		if day := dayOf(e); w.Date != "" && w.Date != day {
			t.Errorf("%s: %q: %s is of %s, want %s", file, text, w.Trigger, day, w.Date)
		}
		return
	}
	t.Errorf("%s: %q: no event %s", file, text, w.Trigger)
}

// dayOf is the date of an event as a case has it, none where it has none.
func dayOf(e record.Record) string {
	if e.Time == nil || e.Time.From == "" {
		return "none"
	}
	return dateText(e.Time)
}
