package extract

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/google/go-cmp/cmp"

	"sitrep/extract/record"
)

// framesGaps lists the sentences of testdata/frames.yaml whose event is not found,
// or has another type or other parties. A new line is a defect to look into.
const framesGaps = "testdata/frames.gaps"

// TestFrames runs sentences of one clause each, the commonest frames of the
// commonest acts.
func TestFrames(t *testing.T) {
	b, err := os.ReadFile("testdata/frames.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var cases []struct {
		Text   string
		Events []struct{ Trigger, Type, Actor, Target string }
	}
	if err := yaml.Unmarshal(b, &cases); err != nil {
		t.Fatal(err)
	}
	x, err := New()
	if err != nil {
		t.Fatal(err)
	}
	var gaps strings.Builder
	for _, c := range cases {
		want := c.Events[0]
		got := eventsOf(t, x, c.Text)
		i := slices.IndexFunc(got, func(e record.Record) bool {
			return strings.Contains(e.Trigger.Text, want.Trigger) || strings.Contains(want.Trigger, e.Trigger.Text)
		})
		switch {
		case i < 0:
			fmt.Fprintf(&gaps, "%q: not found\n", c.Text)
		case got[i].SubEventType != want.Type:
			fmt.Fprintf(&gaps, "%q: type %s, want %s\n", c.Text, got[i].SubEventType, want.Type)
		case want.Actor != "" && !isNamed(got[i].Actors, want.Actor):
			fmt.Fprintf(&gaps, "%q: actor is not %s\n", c.Text, want.Actor)
		case want.Target != "" && !isNamed(got[i].Targets, want.Target):
			fmt.Fprintf(&gaps, "%q: target is not %s\n", c.Text, want.Target)
		}
	}
	if *update {
		if err := os.WriteFile(framesGaps, []byte(gaps.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	wanted, err := os.ReadFile(framesGaps)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(wanted), gaps.String()); d != "" {
		t.Errorf("%s (-want +got):\n%s", framesGaps, d)
	}
}

// isNamed reports whether one of the parties is called so, or by a part of it.
func isNamed(ps []record.Party, name string) bool {
	return slices.ContainsFunc(ps, func(p record.Party) bool {
		return strings.Contains(p.Text, name) || strings.Contains(name, p.Text)
	})
}
