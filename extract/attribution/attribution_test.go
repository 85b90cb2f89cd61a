package attribution_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"sitrep/extract/article"
	"sitrep/extract/attribution"
	"sitrep/extract/lang"
)

const report = `The agency said the minister had confirmed that two pilots were missing.

The harbour was calm on Friday. "They left at noon," the harbour master said. "We lost the signal."

"Nobody threw us a rope."

Fishermen mended their nets.`

// Covering gives the inner source first.
func TestCovering(t *testing.T) {
	attrs := attribution.Find(lang.New(plain(report)))
	for of, want := range map[string]string{
		"missing":      "the minister, The agency",
		"confirmed":    "The agency",
		"calm":         "",
		"left at noon": "the harbour master",
		"lost":         "the harbour master",
		"threw":        "the harbour master",
		"mended":       "",
	} {
		at := strings.Index(report, of)
		var names []string
		for _, a := range attribution.NewIndex(attrs).Covering(article.Span{Start: at, End: at + len(of)}) {
			names = append(names, a.Source.Text)
		}
		if got := strings.Join(names, ", "); got != want {
			t.Errorf("%s: %q, want %q", of, got, want)
		}
	}
}

// Only sentences with a cue are analysed, and to analyse the others before
// changes nothing.
func TestLazy(t *testing.T) {
	d := lang.New(plain(report))
	lazy := attribution.Find(d)
	for i, s := range d.Sentences {
		cued := strings.Contains(s.Text, "said")
		if d.Analysed(i) != cued {
			t.Errorf("%q: analysed %v", s.Text, d.Analysed(i))
		}
	}
	d = lang.New(plain(report))
	for i := range d.Sentences {
		d.Analyse(i)
	}
	if diff := cmp.Diff(lazy, attribution.Find(d), cmpopts.IgnoreTypes(&lang.NounGroup{})); diff != "" {
		t.Error(diff)
	}
}

// Every span lies in the text and is true to it.
func FuzzFind(f *testing.F) {
	for _, s := range []string{
		report, "", "\"", "said", "X said: ", "“A,” said B. ‘C", "according to", "Blast: police", "he said, \"a\n\n\"b\n\n\"c\" - d",
		"Statement by X\n\n\xff said:", "\"\"\"A,\"\" X said", "accused the of of", "quoted as saying", "reports The İ said ſaid", "burned.\"According to Kalib, killed 15 in town.",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4000 {
			return
		}
		text = strings.ToValidUTF8(text, "\uFFFD")
		d := lang.New(plain(text))
		in := func(s article.Span) bool { return 0 <= s.Start && s.Start <= s.End && s.End <= len(text) }
		attrs := attribution.Find(d)
		for _, a := range attrs {
			if !in(a.Source.Span) || !in(a.Cue.Span) || text[a.Source.Start:a.Source.End] != a.Source.Text || text[a.Cue.Start:a.Cue.End] != a.Cue.Text {
				t.Errorf("%q: %+v", text, a)
			}
			end := 0
			for _, c := range a.Content {
				if !in(c) || c.Start < end || c.Len() == 0 {
					t.Errorf("%q: content %+v", text, a.Content)
				}
				end = c.End
			}
		}
		attribution.NewIndex(attrs).Covering(article.Span{End: len(text)})
		for _, v := range attribution.Verifications(d) {
			if !in(v.Span) || text[v.Start:v.End] != v.Text {
				t.Errorf("%q: %+v", text, v)
			}
		}
	})
}
