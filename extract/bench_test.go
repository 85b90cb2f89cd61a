package extract

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/jdkato/prose/v2"

	"sitrep/extract/article"
	"sitrep/extract/clock"
	"sitrep/extract/lang"
)

// textOf is an article of about size bytes, made of those in testdata.
func textOf(b *testing.B, size int) string {
	var s strings.Builder
	for _, in := range testArticles(b) {
		if in.ID == "palmyra.txt" { // one article at the least, and always the same
			s.WriteString(in.Text)
		}
	}
	for s.Len() < size {
		for _, in := range testArticles(b) {
			s.WriteString("\n\n" + in.Text)
		}
	}
	text := s.String()
	if i := strings.LastIndexByte(text[:size], ' '); i > 0 {
		text = text[:i]
	}
	return text
}

// BenchmarkExtract tells whether cost is linear, and how it compares with
// prose tagging the same sentences in the same run.
func BenchmarkExtract(b *testing.B) {
	x := newExtractor(b)
	doc, err := prose.NewDocument("a", prose.WithExtraction(false), prose.WithSegmentation(false))
	if err != nil {
		b.Fatal(err)
	}
	model := doc.Model
	extractText(b, x, article.Input{ID: "warm", Text: textOf(b, 10_000)}) // the models and lexicons are loaded at first need
	for _, size := range []int{1, 10, 100, 1000} {
		b.Run(fmt.Sprintf("%dkB", size), func(b *testing.B) {
			in := article.Input{ID: "bench", Text: textOf(b, size*1000), Published: "2016-12-12"}
			sentences := lang.New(article.Clean(in)).Sentences
			var tagging time.Duration
			tokens, runs := 0, 0
			b.SetBytes(int64(len(in.Text)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := x.Extract(context.Background(), in); err != nil {
					b.Fatal(err)
				}
				if runs%8 > 0 { // prose's speed is known well enough from every eighth run
					runs++
					continue
				}
				b.StopTimer()
				begin := time.Now()
				for _, s := range sentences {
					d, err := prose.NewDocument(s.Text, prose.UsingModel(model), prose.WithExtraction(false), prose.WithSegmentation(false))
					if err != nil {
						b.Fatal(err)
					}
					tokens += len(d.Tokens())
				}
				tagging += time.Since(begin)
				runs++
				b.StartTimer()
			}
			tagged := (runs + 7) / 8
			ours := float64(tokens/tagged) * float64(b.N) / b.Elapsed().Seconds()
			proses := float64(tokens) / tagging.Seconds()
			b.ReportMetric(ours, "tokens/s")
			b.ReportMetric(proses, "prose-tokens/s")
			b.ReportMetric(ours/proses, "of-prose")
		})
	}
}

// BenchmarkRepeats reads what no newspaper prints, once and eight times as
// much of it. Where cost is linear, times-longer is about 8; 64 is the square.
func BenchmarkRepeats(b *testing.B) {
	const small, times = 4000, 8
	x := newExtractor(b)
	extractText(b, x, article.Input{ID: "warm", Text: textOf(b, 10_000)})
	for _, p := range []string{"and killed ", "(rebels ", "“He said, ", "a.b.", "12 ", "x", "the army of ", "Homs, Aleppo, ", "attack ",
		"the group said it attacked Homs. ", "it could not be verified. ", "'s ", "(AP) - ", "Share\n"} {
		b.Run(fmt.Sprintf("%q", p), func(b *testing.B) {
			took := [2]time.Duration{}
			for b.Loop() {
				for i, size := range []int{small, small * times} {
					in := article.Input{ID: "bench", Text: strings.Repeat(p, size/len(p)), Published: "2016-12-12"}
					begin := time.Now()
					if _, err := x.Extract(context.Background(), in); err != nil {
						b.Fatal(err)
					}
					if d := time.Since(begin); took[i] == 0 || d < took[i] { // the least disturbed run
						took[i] = d
					}
				}
			}
			b.ReportMetric(float64(took[1])/float64(took[0]), "times-longer")
		})
	}
}

// BenchmarkStages tells what each stage takes of 10 kB of text, in microseconds,
// without the stages that it asks.
func BenchmarkStages(b *testing.B) {
	c := &clock.Clock{}
	x := newExtractor(b, WithClock(c))
	in := article.Input{ID: "bench", Text: textOf(b, 10_000), Published: "2016-12-12"}
	extractText(b, x, in) // the models and lexicons are loaded at first need
	*c = clock.Clock{}
	n := 0
	for b.Loop() {
		extractText(b, x, in)
		n++
	}
	for s := range clock.Stages {
		b.ReportMetric(float64(c.Spent(s).Microseconds())/float64(n), strings.ReplaceAll(s.String(), " ", "-")+"-µs")
	}
}
