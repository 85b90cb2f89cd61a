package place_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"

	"sitrep/extract/article"
	"sitrep/extract/lang"
	"sitrep/extract/mention"
	"sitrep/extract/mention/place"
	"sitrep/gazetteer"
)

var update = flag.Bool("update", false, "rewrite the golden figures")

// context is a short text with what is to be found in it; see the head of
// testdata/places.yaml.
type context struct {
	Text   string   `yaml:"text"`
	Places []expect `yaml:"places"`
}

type expect struct {
	Text     string  `yaml:"text"`
	Lat      float64 `yaml:"lat"`
	Lon      float64 `yaml:"lon"`
	Km       float64 `yaml:"km"`
	Relation string  `yaml:"relation"`
	Use      string  `yaml:"use"`
	None     bool    `yaml:"none"`
}

func contexts(t testing.TB) []context {
	b, err := os.ReadFile("../../testdata/places.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var c []context
	if err := yaml.UnmarshalWithOptions(b, &c, yaml.Strict()); err != nil {
		t.Fatal(err)
	}
	return c
}

func find(text string) []mention.Place {
	a := article.Clean(article.Input{ID: "context", Text: text})
	return place.New(gazetteer.Places()).Find(lang.New(a))
}

// TestContexts holds the share of the contexts' names that land on the right
// spot, or are rightly left alone, and the golden list of those that do not.
func TestContexts(t *testing.T) {
	var wrong []string
	spots, right, relations, relationsRight, uses, usesRight := 0, 0, 0, 0, 0, 0
	fail := func(c context, format string, args ...any) {
		wrong = append(wrong, fmt.Sprintf(format, args...)+" | "+c.Text)
	}
	for _, c := range contexts(t) {
		found := find(c.Text)
		for _, e := range c.Places {
			at := strings.Index(c.Text, e.Text)
			if at < 0 || strings.Count(c.Text, e.Text) > 1 && !e.None {
				at = strings.Index(c.Text, e.Text)
			}
			if at < 0 {
				t.Fatalf("%q is not in %q", e.Text, c.Text)
			}
			span := article.Span{Start: at, End: at + len(e.Text)}
			var m *mention.Place
			for i := range found {
				if found[i].Overlaps(span) {
					m = &found[i]
					break
				}
			}
			spots++
			if e.None {
				if m == nil {
					right++
				} else {
					fail(c, "%s: no place, got %s (%s)", e.Text, m.Name, m.Country)
				}
				continue
			}
			if m == nil || !m.Located {
				fail(c, "%s: not found", e.Text)
				continue
			}
			if d := gazetteer.Distance(e.Lat, e.Lon, m.Latitude, m.Longitude); d > e.Km {
				fail(c, "%s: got %s (%s, %s, %s), %.0f km off", e.Text, m.Name, m.Kind, m.Admin1, m.Country, d)
				continue
			}
			right++
			if e.Relation != "" {
				relations++
				if strings.HasSuffix(m.Relation, e.Relation) || strings.HasPrefix(m.Relation, e.Relation) {
					relationsRight++
				} else {
					fail(c, "%s: relation %q, want %q", e.Text, m.Relation, e.Relation)
				}
			}
			if want := e.Use; want != "" || m.Use != mention.UsePlace {
				if want == "" {
					want = mention.UsePlace
				}
				uses++
				if m.Use == want {
					usesRight++
				} else {
					fail(c, "%s: use %s, want %s", e.Text, m.Use, want)
				}
			}
		}
	}
	report := fmt.Sprintf("%d names, %d right (%.1f%%)\nrelations %d of %d, uses %d of %d\n\n%s\n", spots, right, 100*float64(right)/float64(spots),
		relationsRight, relations, usesRight, uses, strings.Join(wrong, "\n"))
	golden := filepath.Join("testdata", "contexts.golden.txt")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(golden, []byte(report), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if share := float64(right) / float64(spots); share < 0.95 {
		t.Errorf("%.1f%% of the names are right, want 95", 100*share)
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != report {
		t.Errorf("the figures have changed; see the difference after go test -update:\n%s", report)
	}
}
