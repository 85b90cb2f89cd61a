package extract

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"sitrep/extract/article"
	"sitrep/extract/listing"
	"sitrep/extract/record"
)

// testTexts are all articles of testdata and all event sentences.
func testTexts(t testing.TB) []article.Input {
	t.Helper()
	out := testArticles(t)
	files, cases := readEventCases(t)
	for _, f := range files {
		for i, c := range cases[f] {
			out = append(out, article.Input{ID: fmt.Sprintf("%s#%d", filepath.Base(f), i), Text: c.Text, Published: c.Published})
		}
	}
	return out
}

// testArticles are the articles of testdata.
func testArticles(t testing.TB) []article.Input {
	t.Helper()
	files, err := filepath.Glob("../testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no articles", err)
	}
	var out []article.Input
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, article.Input{ID: filepath.Base(f), Text: string(b)})
	}
	return out
}

func newExtractor(t testing.TB, opts ...Option) *Extractor {
	t.Helper()
	x, err := New(opts...)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func extractText(t testing.TB, x *Extractor, in article.Input) Result {
	t.Helper()
	r, err := x.Extract(context.Background(), in)
	if err != nil {
		t.Fatalf("%s: %v", in.ID, err)
	}
	return r
}

func asJSON(t testing.TB, v any) []byte {
	t.Helper()
	b, err := json.MarshalIndent(v, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// sameLines fails with the first line that differs.
func sameLines(t testing.TB, id string, want, got []byte) {
	t.Helper()
	if bytes.Equal(want, got) {
		return
	}
	w, g := strings.Split(string(want), "\n"), strings.Split(string(got), "\n")
	for i := range w {
		if i >= len(g) || w[i] != g[i] {
			t.Errorf("%s: line %d: want %q, got %q", id, i+1, w[i], strings.Join(g[min(i, len(g)):min(i+1, len(g))], ""))
			return
		}
	}
	t.Errorf("%s: %d lines more than wanted", id, len(g)-len(w))
}

// withEverySentence analyses all sentences, whether or not a stage asks for
// them, and has the rules tried on each. It can't change a result; a test
// holds that.
func withEverySentence() Option {
	return func(o *options) { o.eager = true }
}

// TestLazy: what is not looked at could not have changed a result. Neither
// the trace nor the mentions change one.
func TestLazy(t *testing.T) {
	lazy := newExtractor(t)
	others := map[string]*Extractor{
		"every sentence": newExtractor(t, withEverySentence()),
		"mentions":       newExtractor(t, WithMentions()),
		"trace":          newExtractor(t, WithTrace()),
	}
	for _, in := range testTexts(t) {
		want := asJSON(t, extractText(t, lazy, in).Events)
		for name, x := range others {
			sameLines(t, name+": "+in.ID, want, asJSON(t, extractText(t, x, in).Events))
		}
	}
}

// TestLazyMentions: the same of mentions, kind by kind.
func TestLazyMentions(t *testing.T) {
	all := newExtractor(t, WithMentions(), withEverySentence())
	for _, kind := range listing.Kinds {
		one := newExtractor(t, WithMentions(kind))
		for _, in := range testArticles(t) {
			want := extractText(t, all, in).Mentions
			kept := []record.MentionRecord{}
			for _, m := range want {
				if m.Kind == kind {
					kept = append(kept, m)
				}
			}
			sameLines(t, kind+": "+in.ID, asJSON(t, kept), asJSON(t, append([]record.MentionRecord{}, extractText(t, one, in).Mentions...)))
		}
	}
	if _, err := New(WithMentions("colour")); err == nil {
		t.Error("an unknown kind of mention is taken")
	}
}

// TestSameBytes: two runs, and runs beside each other, write the same.
func TestSameBytes(t *testing.T) {
	texts := testArticles(t)
	for i, in := range testTexts(t) {
		if i%5 == 0 { // the race detector makes all of them a matter of minutes
			texts = append(texts, in)
		}
	}
	x := newExtractor(t, WithMentions(), WithTrace())
	first := make([][]byte, len(texts))
	for i, in := range texts {
		first[i] = asJSON(t, extractText(t, x, in))
	}
	const runs = 3
	var wg sync.WaitGroup
	for range runs {
		wg.Go(func() {
			for i, in := range texts {
				r, err := x.Extract(context.Background(), in)
				if err != nil {
					t.Errorf("%s: %v", in.ID, err)
					return
				}
				sameLines(t, in.ID, first[i], asJSON(t, r))
			}
		})
	}
	wg.Wait()
}
