package setting

import (
	"os"
	"slices"
	"testing"

	"github.com/goccy/go-yaml"

	"sitrep/extract/mention"
)

// placesCase is a text with the places of one event of its last sentence.
type placesCase struct {
	Text    string
	Trigger string
	Places  []string
}

// TestPlaces holds what the sentence of an event says of where it happened. It
// looks at all candidate events, so that it holds whatever their weights.
func TestPlaces(t *testing.T) {
	b, err := os.ReadFile("testdata/places.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var cases []placesCase
	if err := yaml.UnmarshalWithOptions(b, &cases, yaml.Strict()); err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		r, ts := candidatesOf(t, c.Text, 0.001)
		Add(r, ts)
		var got [][]string
		for _, x := range ts {
			if r.Article().Slice(x.Event.Trigger) == c.Trigger {
				got = append(got, texts(slices.Concat(x.Places, x.Nearby)))
			}
		}
		if !slices.ContainsFunc(got, func(places []string) bool { return slices.Equal(places, c.Places) }) {
			t.Errorf("%s\n%s: got %q, want %q", c.Text, c.Trigger, got, c.Places)
		}
	}
}

// texts returns the words of places.
func texts(ps []mention.Place) []string {
	var out []string
	for i := range ps {
		out = append(out, ps[i].Text)
	}
	return out
}
