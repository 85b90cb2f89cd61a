package casualty

import (
	"fmt"
	"os"
	"sort"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"

	"sitrep/extract/article"
	"sitrep/extract/lang"
)

// sentence analyses text as one sentence.
func sentence(text string) *lang.Sentence {
	a := &article.Article{Text: text, Segments: []article.Segment{{Span: article.Span{Start: 0, End: len(text)}, Part: article.Title}}}
	d := lang.New(a)
	if len(d.Sentences) == 0 {
		return nil
	}
	return d.Analyse(0)
}

type tableFigure struct {
	Kind     string `yaml:"kind"`
	Text     string `yaml:"text"`
	Min      *int   `yaml:"min"`
	Max      *int   `yaml:"max"`
	Victims  string `yaml:"victims"`
	Toll     string `yaml:"toll"`
	Combined bool   `yaml:"combined"`
}

type tableRow struct {
	Text       string        `yaml:"text"`
	Casualties []tableFigure `yaml:"casualties"`
}

func bound(n *int) string {
	if n == nil {
		return "?"
	}
	return fmt.Sprint(*n)
}

func (f tableFigure) String() string {
	s := fmt.Sprintf("%s %q %s-%s", f.Kind, f.Text, bound(f.Min), bound(f.Max))
	if f.Victims != "" {
		s += " " + f.Victims
	}
	if f.Toll != "" {
		s += " " + f.Toll
	}
	if f.Combined {
		s += " combined"
	}
	return s
}

func figureOf(c Casualty) tableFigure {
	f := tableFigure{Kind: c.Kind, Text: c.Quantity.Text, Min: c.Quantity.Min, Max: c.Quantity.Max, Toll: c.Toll, Combined: c.Combined}
	if c.Victims != nil {
		f.Victims = c.Victims.Text()
	}
	return f
}

func contains(a, b string) bool {
	a, b = strings.ToLower(a), strings.ToLower(b)
	return a != "" && b != "" && (strings.Contains(a, b) || strings.Contains(b, a))
}

func (f tableFigure) matches(got tableFigure) bool {
	return f.Kind == got.Kind && f.Text == got.Text && bound(f.Min) == bound(got.Min) && bound(f.Max) == bound(got.Max) &&
		f.Combined == got.Combined && (f.Toll == "" || f.Toll == got.Toll) && (f.Victims == "" || contains(f.Victims, got.Victims) || contains(f.Victims, got.Text))
}

// TestTable holds the score on sentences that were written before the code. A
// sentence is right when all its figures are.
func TestTable(t *testing.T) {
	b, err := os.ReadFile("../../testdata/quantities.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var rows []tableRow
	if err := yaml.UnmarshalWithOptions(b, &rows, yaml.Strict()); err != nil {
		t.Fatal(err)
	}
	right, figures, found := 0, 0, 0
	for _, r := range rows {
		var got []tableFigure
		for _, c := range Casualties(sentence(r.Text)) {
			got = append(got, figureOf(c))
		}
		figures += len(r.Casualties)
		used := map[int]bool{}
		hits := 0
		for _, w := range r.Casualties {
			for i, g := range got {
				if !used[i] && w.matches(g) {
					used[i] = true
					hits++
					break
				}
			}
		}
		found += hits
		if hits == len(r.Casualties) && len(got) == hits {
			right++
			continue
		}
		var want, have []string
		for _, w := range r.Casualties {
			want = append(want, w.String())
		}
		for _, g := range got {
			have = append(have, g.String())
		}
		sort.Strings(want)
		sort.Strings(have)
		t.Logf("%s\n     want %s\n      got %s", r.Text, strings.Join(want, "; "), strings.Join(have, "; "))
	}
	t.Logf("sentences: %d of %d right, %.1f in 100; figures %d of %d", right, len(rows), 100*float64(right)/float64(len(rows)), found, figures)
	if right*100 < 97*len(rows) {
		t.Errorf("fewer than 97 in 100 right")
	}
}
