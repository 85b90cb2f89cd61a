package extract

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/jdkato/prose/v2"

	"sitrep/extract/article"
	"sitrep/extract/lang"
)

// war is a text of about size bytes in which every sentence tells of war: no
// paragraph can be passed over, and every kind of slot is filled again and
// again.
func war(size int) string {
	r := rand.New(rand.NewPCG(7, uint64(size)))
	pick := func(from ...string) string { return from[r.IntN(len(from))] }
	who := func() string {
		return pick("Rebels", "Government forces", "Taliban fighters", "The Syrian army", "Boko Haram militants", "Two gunmen", "Russian warplanes", "Police", "A suicide bomber", "Protesters", "Islamic State", "They")
	}
	where := func() string {
		return pick("Aleppo", "Kandahar", "Maiduguri", "Mosul", "the town of Arbin", "a village near Kunduz", "Idlib province", "Baidoa", "Homs", "Tripoli", "the district", "the city")
	}
	whom := func() string {
		return pick("soldiers", "civilians", "an army base", "a checkpoint", "insurgents", "a convoy of trucks", "two policemen", "a hospital", "them", "villagers", "the governor", "rebel positions")
	}
	says := func() string {
		return pick("the army said", "a monitoring group said", "police spokesman Omar Karim said", "residents told reporters", "according to officials", "it said in a statement")
	}
	day := func() string {
		return pick("on Monday", "last week", "in March", "a day earlier", "on 5 May 2016", "overnight", "at dawn")
	}
	var s strings.Builder
	for i := 0; s.Len() < size; i++ {
		switch r.IntN(8) {
		case 0:
			fmt.Fprintf(&s, "%s attacked %s in %s %s, killing %d people, %s. ", who(), whom(), where(), day(), 2+r.IntN(90), says())
		case 1:
			fmt.Fprintf(&s, "%s shelled %s near %s %s and wounded at least %d %s. ", who(), whom(), where(), day(), 2+r.IntN(40), whom())
		case 2:
			fmt.Fprintf(&s, "A bomb exploded in %s %s, leaving dozens dead and %d injured, %s. ", where(), day(), 3+r.IntN(60), says())
		case 3:
			fmt.Fprintf(&s, "%s captured %s after %s withdrew from %s, %s. ", who(), where(), strings.ToLower(who()), where(), says())
		case 4:
			fmt.Fprintf(&s, "“%s will strike %s again,” %s, but %s denied that %s had been hit %s. ", who(), whom(), says(), strings.ToLower(who()), whom(), day())
		case 5:
			fmt.Fprintf(&s, "The raid, which %s claimed, killed %s and destroyed %s in %s. ", strings.ToLower(who()), whom(), whom(), where())
		case 6:
			fmt.Fprintf(&s, "Clashes between %s and %s in %s killed %d %s %s. ", strings.ToLower(who()), strings.ToLower(who()), where(), 2+r.IntN(30), whom(), day())
		case 7:
			fmt.Fprintf(&s, "%s were abducted by %s from %s %s; the report could not be verified. ", pick("Three teachers", "Dozens of farmers", "Aid workers"), strings.ToLower(who()), where(), day())
		}
		if i%4 == 3 {
			s.WriteString("\n\n")
		}
	}
	return s.String()
}

// BenchmarkDense tells whether cost stays linear where every sentence tells
// an event, and how it compares with prose tagging the same sentences.
func BenchmarkDense(b *testing.B) {
	x := newExtractor(b)
	doc, err := prose.NewDocument("a", prose.WithExtraction(false), prose.WithSegmentation(false))
	if err != nil {
		b.Fatal(err)
	}
	extractText(b, x, article.Input{ID: "warm", Text: textOf(b, 10_000)})
	for _, size := range []int{4, 250, 500, 1000} {
		b.Run(fmt.Sprintf("%dkB", size), func(b *testing.B) {
			in := article.Input{ID: "bench", Text: war(size * 1000), Published: "2016-12-12"}
			begin, tokens := time.Now(), 0
			for _, s := range lang.New(article.Clean(in)).Sentences {
				d, err := prose.NewDocument(s.Text, prose.UsingModel(doc.Model), prose.WithExtraction(false), prose.WithSegmentation(false))
				if err != nil {
					b.Fatal(err)
				}
				tokens += len(d.Tokens())
			}
			tagging := time.Since(begin)
			events := 0
			b.SetBytes(int64(len(in.Text)))
			for b.Loop() {
				r, err := x.Extract(context.Background(), in)
				if err != nil {
					b.Fatal(err)
				}
				events = len(r.Events)
			}
			ours := float64(tokens) * float64(b.N) / b.Elapsed().Seconds()
			b.ReportMetric(ours, "tokens/s")
			b.ReportMetric(ours*tagging.Seconds()/float64(tokens), "of-prose")
			b.ReportMetric(float64(events), "events")
		})
	}
}
