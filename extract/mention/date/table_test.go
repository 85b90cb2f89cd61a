package date

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/goccy/go-yaml"

	"sitrep/extract/article"
	"sitrep/extract/lang"
	"sitrep/extract/mention"
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

// find returns the time expressions of a sentence.
func find(s *lang.Sentence, ctx Context) []mention.Date { return Read(s.Text).Dates(s, ctx) }

type row struct {
	Text      string `yaml:"text"`
	Published string `yaml:"published"`
	Publisher string `yaml:"publisher"`
	Phrase    string `yaml:"phrase"`
	From      string `yaml:"from"`
	To        string `yaml:"to"`
	Precision string `yaml:"precision"`
	None      bool   `yaml:"none"`
}

// check compares what was found with a row; empty means right.
func (r row) check(t *testing.T, got []mention.Date) string {
	at := strings.Index(r.Text, r.Phrase)
	if at < 0 {
		t.Fatalf("phrase %q is not in %q", r.Phrase, r.Text)
	}
	span := article.Span{Start: at, End: at + len(r.Phrase)}
	var hits []mention.Date
	for _, d := range got {
		if d.Overlaps(span) {
			hits = append(hits, d)
		}
	}
	want := r.From + "/" + r.To + " " + r.Precision
	switch {
	case r.None && len(hits) > 0:
		return fmt.Sprintf("found %q, want no date", hits[0].Text)
	case r.None:
		return ""
	case r.From == "":
		for _, d := range hits {
			if !d.From.IsZero() {
				return fmt.Sprintf("%q got %s, want no days", d.Text, show(d))
			}
		}
		return ""
	case len(hits) == 0:
		return "not found, want " + want
	}
	for _, d := range hits {
		if show(d) == want {
			return ""
		}
	}
	return fmt.Sprintf("%q got %s, want %s", hits[0].Text, show(hits[0]), want)
}

func show(d mention.Date) string {
	if d.From.IsZero() {
		return "unresolved"
	}
	return d.From.Format(time.DateOnly) + "/" + d.To.Format(time.DateOnly) + " " + string(d.Precision)
}

// TestTable holds the score on sentences that were written before the code.
func TestTable(t *testing.T) {
	b, err := os.ReadFile("../../testdata/dates.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var rows []row
	if err := yaml.UnmarshalWithOptions(b, &rows, yaml.Strict()); err != nil {
		t.Fatal(err)
	}
	right := 0
	for _, r := range rows {
		ctx := Context{Country: PublisherCountry(r.Publisher)}
		if r.Published != "" {
			ctx.Published, err = time.Parse(time.DateOnly, r.Published)
			if err != nil {
				t.Fatal(err)
			}
		}
		if msg := r.check(t, find(sentence(r.Text), ctx)); msg != "" {
			t.Logf("%s [%s] %q: %s", r.Published, r.Text, r.Phrase, msg)
		} else {
			right++
		}
	}
	t.Logf("dates: %d of %d right, %.1f in 100", right, len(rows), 100*float64(right)/float64(len(rows)))
	if right*100 < 97*len(rows) {
		t.Errorf("fewer than 97 in 100 right")
	}
}
