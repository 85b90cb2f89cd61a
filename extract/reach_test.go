package extract

import (
	"context"
	"os"
	"testing"

	"github.com/goccy/go-yaml"

	"sitrep/extract/article"
)

// TestReach holds testdata/attributions-reach.yaml: the source that the last
// event of a trigger has.
func TestReach(t *testing.T) {
	x, err := New(WithFloor(0.01)) // the sources are held here, not what is an event
	if err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile("testdata/attributions-reach.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var cases []struct {
		Text    string `yaml:"text"`
		Trigger string `yaml:"trigger"`
		Source  string `yaml:"source"`
		Status  string `yaml:"status"` // checked where it is given
	}
	if err := yaml.UnmarshalWithOptions(b, &cases, yaml.Strict()); err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		r, err := x.Extract(context.Background(), article.Input{ID: "t", Text: c.Text})
		if err != nil {
			t.Fatal(err)
		}
		got, status := "", ""
		for _, e := range r.Events {
			if e.Trigger.Text != c.Trigger {
				continue
			}
			got, status = "-", e.Status
			if e.Source != nil {
				got = e.Source.Text
			}
		}
		if c.Status != "" && status != c.Status {
			t.Errorf("%q: %s is %s, want %s", c.Text, c.Trigger, status, c.Status)
		}
		if got != c.Source {
			t.Errorf("%q: source of %s is %q, want %q", c.Text, c.Trigger, got, c.Source)
		}
	}
}
