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
		Events []clauseEvent
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
		got := eventsOf(t, x, c.Text)
		for _, e := range c.Events {
			if gap := gapOf(e, got); gap != "" {
				fmt.Fprintf(&gaps, "%q: %s: %s\n", c.Text, e.Trigger, gap)
			}
		}
		if len(c.Events) == 0 && len(got) > 0 {
			fmt.Fprintf(&gaps, "%q: %s is no event\n", c.Text, got[0].Trigger.Text)
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

// clauseEvent is the event that a clause tells, an empty role for what is not checked.
type clauseEvent struct{ Trigger, Type, Actor, Target string }

// gapOf says what of the wanted event is not among those found, "" where nothing
// is missing.
func gapOf(want clauseEvent, found []record.Record) string {
	i := slices.IndexFunc(found, func(e record.Record) bool {
		return strings.Contains(e.Trigger.Text, want.Trigger) || strings.Contains(want.Trigger, e.Trigger.Text)
	})
	switch {
	case i < 0:
		return "not found"
	case found[i].SubEventType != want.Type:
		return fmt.Sprintf("type %s, want %s", found[i].SubEventType, want.Type)
	case want.Actor != "" && !isNamed(found[i].Actors, want.Actor):
		return "actor is not " + want.Actor
	case want.Target != "" && !isNamed(found[i].Targets, want.Target):
		return "target is not " + want.Target
	}
	return ""
}

// isNamed reports whether one of the parties is called so, or by a part of it.
func isNamed(ps []record.Party, name string) bool {
	return slices.ContainsFunc(ps, func(p record.Party) bool {
		return strings.Contains(p.Text, name) || strings.Contains(name, p.Text)
	})
}
