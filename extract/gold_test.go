package extract

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sitrep/extract/article"
	"sitrep/extract/golden"
	"sitrep/extract/record"
)

// TestGold holds the figures of our own gold texts.
func TestGold(t *testing.T) {
	x, err := New()
	if err != nil {
		t.Fatal(err)
	}
	const figures = "testdata/gold/figures.golden"
	files, err := filepath.Glob("testdata/gold/*.jsonl")
	if err != nil || len(files) == 0 {
		t.Fatal("no gold texts", err)
	}
	var b strings.Builder
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		docs, err := golden.ReadDocuments(bytes.NewReader(text))
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		var records []record.Record
		for _, d := range docs {
			r, err := x.Extract(context.Background(), article.Input{ID: d.ID, Title: d.Title, Text: d.Text, Published: d.Published})
			if err != nil {
				t.Fatalf("%s: %v", d.ID, err)
			}
			records = append(records, r.Events...)
		}
		fmt.Fprintf(&b, "%s\n", filepath.Base(file))
		if err := golden.Of(docs, records).Write(&b, 0); err != nil {
			t.Fatal(err)
		}
		b.WriteByte('\n')
	}
	if *update {
		if err := os.WriteFile(figures, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(figures)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), b.String()); d != "" {
		t.Errorf("%s (-want +got):\n%s", figures, d)
	}
}
