package casualty

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
)

// toll is a figure in the short form of the table: killed 2, killed 2+.
func toll(c Casualty) string {
	lo, hi := c.Quantity.Min, c.Quantity.Max
	switch {
	case lo == nil && hi == nil:
		return c.Kind
	case hi == nil:
		return fmt.Sprintf("%s %d+", c.Kind, *lo)
	case lo == nil:
		return fmt.Sprintf("%s -%d", c.Kind, *hi)
	case *lo == *hi:
		return fmt.Sprintf("%s %d", c.Kind, *lo)
	}
	return fmt.Sprintf("%s %d-%d", c.Kind, *lo, *hi)
}

// TestTolls holds the figures of whole sentences, added up as records have
// them. A sentence is right when all of them are.
func TestTolls(t *testing.T) {
	b, err := os.ReadFile("../../testdata/tolls.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var rows []struct {
		Text  string `yaml:"text"`
		Tolls string `yaml:"tolls"`
	}
	if err := yaml.UnmarshalWithOptions(b, &rows, yaml.Strict()); err != nil {
		t.Fatal(err)
	}
	right := 0
	for _, r := range rows {
		var got []string
		for _, c := range Sum(Casualties(sentence(r.Text))) {
			got = append(got, toll(c))
		}
		var want []string
		if r.Tolls != "" {
			want = strings.Split(r.Tolls, "; ")
		}
		slices.Sort(got)
		slices.Sort(want)
		if slices.Equal(got, want) {
			right++
			continue
		}
		t.Logf("%s\n     want %s\n      got %s", r.Text, strings.Join(want, "; "), strings.Join(got, "; "))
	}
	t.Logf("%d of %d right", right, len(rows))
	if right*100 < 97*len(rows) {
		t.Errorf("fewer than 97 in 100 right")
	}
}
