package attribution_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"

	"sitrep/extract/article"
	"sitrep/extract/attribution"
	"sitrep/extract/lang"
)

// minRight is the share of the table's attributions that must be found as
// they stand there, in per cent.
const minRight = 97

type wanted struct {
	Source    string   `yaml:"source"`
	StandsFor string   `yaml:"stands_for"` // what a pronoun stands for is settled by coreference, not here
	Cue       string   `yaml:"cue"`
	Content   string   `yaml:"content"`
	Continues string   `yaml:"continues"`
	Via       []string `yaml:"via"`
}

type entry struct {
	Text         string   `yaml:"text"`
	Attributions []wanted `yaml:"attributions"`
}

func TestTable(t *testing.T) {
	b, err := os.ReadFile(filepath.Join("..", "testdata", "attributions.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	var entries []entry
	if err := yaml.UnmarshalWithOptions(b, &entries, yaml.Strict()); err != nil {
		t.Fatal(err)
	}
	right, all := 0, 0
	for _, e := range entries {
		missed, extra := compare(e)
		all += max(len(e.Attributions), 1)
		right += max(len(e.Attributions), 1) - min(len(missed)+len(extra), max(len(e.Attributions), 1))
		if len(missed)+len(extra) > 0 && testing.Verbose() {
			t.Logf("%s\n   %s", strings.ReplaceAll(e.Text, "\n", "⏎"), strings.Join(append(missed, extra...), "\n   "))
		}
	}
	t.Logf("%d of %d right (%.1f %%)", right, all, 100*float64(right)/float64(all))
	if right*100 < minRight*all {
		t.Errorf("%d of %d right, want %d %%", right, all, minRight)
	}
}

// compare lists what of an entry was not found, and what was found beyond it.
func compare(e entry) (missed, extra []string) {
	d := lang.New(plain(e.Text))
	got := attribution.Find(d)
	used := make([]bool, len(got))
	for _, w := range e.Attributions {
		best := ""
		found := false
		for i, g := range got {
			if used[i] || g.Cue.Text != w.Cue && !strings.Contains(w.Cue, g.Cue.Text) {
				continue
			}
			if why := differs(e.Text, w, g); why != "" {
				if best == "" {
					best = why
				}
				continue
			}
			used[i], found = true, true
			break
		}
		if !found {
			missed = append(missed, fmt.Sprintf("want %s | %s | %s: %s", w.Source, w.Cue, w.Content, best))
			for i, g := range got {
				if !used[i] && (g.Cue.Text == w.Cue || strings.Contains(w.Cue, g.Cue.Text)) {
					used[i] = true
					break
				}
			}
		}
	}
	for i, g := range got {
		if !used[i] {
			extra = append(extra, fmt.Sprintf("beyond: %s | %s | %s", g.Source.Text, g.Cue.Text, e.Text[g.Content[0].Start:g.Content[0].End]))
		}
	}
	return missed, extra
}

func differs(text string, w wanted, g attribution.Attribution) string {
	if g.Source.Text != w.Source {
		return "source " + g.Source.Text
	}
	var parts []string
	longest := ""
	for _, c := range g.Content {
		parts = append(parts, bare(text[c.Start:c.End]))
		if len(text[c.Start:c.End]) > len(longest) {
			longest = bare(text[c.Start:c.End])
		}
	}
	all := strings.Join(parts, " ")
	if !strings.Contains(letters(all), letters(w.Content)) || !strings.HasPrefix(letters(parts[0]), letters(w.Content)[:min(len(letters(parts[0])), len(letters(w.Content)), 12)]) && len(parts) == 1 {
		return "content " + strings.Join(parts, " ⁄ ")
	}
	if want := bare(w.Content); len(w.Continues) == 0 && len(longest) > len(want) && longest != want {
		return "content too long " + strings.Join(parts, " ⁄ ")
	}
	if !strings.Contains(letters(all), letters(w.Continues)) {
		return "continues " + strings.Join(parts, " ⁄ ")
	}
	if via := strings.Join(names(g.Via), "; "); via != strings.Join(w.Via, "; ") {
		return "via " + via
	}
	return ""
}

func names(ss []attribution.Source) (out []string) {
	for _, s := range ss {
		out = append(out, s.Text)
	}
	return out
}

// letters is the text without quotation marks and with single spaces.
func letters(s string) string {
	s = strings.NewReplacer("\"", "", "“", "", "”", "").Replace(s)
	return strings.Join(strings.Fields(bare(s)), " ")
}

func bare(s string) string { return strings.Trim(s, " \n\"“”‘’'.,:;!?") }

// plain is an article of paragraphs; a first one without a full stop is its
// title.
func plain(text string) *article.Article {
	a := &article.Article{Text: text}
	at := 0
	for n, p := range strings.Split(text, "\n\n") {
		seg := article.Segment{Span: article.Span{Start: at, End: at + len(p)}, Paragraph: n}
		if end := strings.TrimRight(p, "\"”’'"); n == 0 && !strings.ContainsAny(end[max(len(end)-1, 0):], ".,!?:") {
			seg.Part = article.Title
		}
		a.Segments = append(a.Segments, seg)
		at += len(p) + 2
	}
	return a
}
