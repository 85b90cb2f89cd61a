package event

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"
)

// TestHitsWithin: a sentence has the words of subjects that its own text has.
func TestHitsWithin(t *testing.T) {
	texts := []string{"A coup.The election match-fixing case İ\n\nBomb squad, İİ prison strike"}
	files, err := filepath.Glob("../../testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no texts", err)
	}
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(b))
	}
	phrases := func(hits []domainHit) (out []string) {
		for _, h := range hits {
			out = append(out, h.phrase)
		}
		return out
	}
	n := 0
	for _, text := range texts {
		r := readingOf(t, text)
		f := &finder{set: r.Rules, reading: r, doc: r.Document}
		f.findSubjects()
		for _, s := range r.Document.Sentences {
			got, want := phrases(f.hitsWithin(s)), phrases(f.domainHits(s.Text))
			if !reflect.DeepEqual(got, want) {
				t.Errorf("%q: got %q, want %q", s.Text, got, want)
			}
			n += len(want)
		}
	}
	if n == 0 {
		t.Error("no words of subjects")
	}
}
