package lang

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/jdkato/prose/v2"

	"sitrep/extract/article"
)

// The cost of the language layer stands beside that of prose's own tagging of
// the same sentences, in the same run: go test -bench . ./extract/lang
func benchSentences(b *testing.B) []string {
	files, err := filepath.Glob("testdata/clauses/*.txt")
	if err != nil || len(files) == 0 {
		b.Fatal("no tables of clauses", err)
	}
	var out []string
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		for _, l := range strings.Split(string(text), "\n") {
			if l != "" && l[0] != '#' && l[0] != ' ' {
				out = append(out, l)
			}
		}
	}
	return out
}

// perSentence reports what one sentence costs.
func perSentence(b *testing.B, n int) {
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/sentence")
}

func BenchmarkProse(b *testing.B) {
	in := benchSentences(b)
	model := prose.UsingModel(namer()) // loading it is no part of what is measured
	for b.Loop() {
		for _, s := range in {
			if _, err := prose.NewDocument(s, model, prose.WithExtraction(false), prose.WithSegmentation(false)); err != nil {
				b.Fatal(err)
			}
		}
	}
	perSentence(b, len(in))
}

func BenchmarkTokens(b *testing.B) {
	in := benchSentences(b)
	d := &Document{words: words()}
	for b.Loop() {
		for _, s := range in {
			d.tag(&Sentence{Text: s})
		}
	}
	perSentence(b, len(in))
}

func BenchmarkRepair(b *testing.B) {
	in := benchSentences(b)
	var tagged [][]Token
	d := &Document{words: words()}
	for _, s := range in {
		tagged = append(tagged, d.tag(&Sentence{Text: s}))
	}
	buf := make([]Token, 0, 512)
	for b.Loop() {
		for _, ts := range tagged {
			buf = append(buf[:0], ts...)
			lemmas(buf)
			repair(buf, false, words())
		}
	}
	perSentence(b, len(in))
}

func BenchmarkClauses(b *testing.B) {
	in := benchSentences(b)
	var ready []*Sentence
	for _, text := range in {
		d := New(article.Clean(article.Input{ID: "b", Text: text}))
		for i := range d.Sentences {
			ready = append(ready, d.Analyse(i))
		}
	}
	for b.Loop() {
		for _, s := range ready {
			s.Nouns, s.Verbs, s.Clauses = nil, nil, nil
			cascade{}.Build(s)
		}
	}
	perSentence(b, len(in))
}
