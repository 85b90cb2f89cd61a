package extract

import (
	"context"
	"testing"

	"sitrep/extract/article"
	"sitrep/extract/event"
)

// quiet is news without conflict, half of it in words that conflict uses too.
const quiet = `The central bank in Lusaka raised its main rate on Thursday, and most shares were lower at noon.
Milk, bread and fuel cost a tenth more than a year ago. Many families buy less meat now.
Governor Miriam Tembo said that the board had fought inflation for two years and would not surrender now.
Maize prices are likely to rise until the next harvest, according to the ministry of agriculture.
The opposition attacked the budget as a blow to farmers. Parliament votes in June.

In Oslo, the museum has opened a new wing. Tickets for April are sold out.
The director, Ingrid Dahl, comes from Bergen. More than two hundred paintings hang in eleven rooms.
A strike by bus drivers ended on Friday. Trains had been full all week.
The city plans more lanes for bicycles along the river. Work begins after the summer.

Brazil beat Peru in Lima, where the striker shot twice from far out and hit the bar once.
Grass on the pitch was long and wet. Nearly thirty thousand people came to see the game.
Scientists in Pune exploded a myth about sleep: the brain is busier at night than was thought.
Forty students wore a cap with sensors for a year. Most of them slept seven hours.
Rain is expected in large parts of Cebu. Schools open again on Tuesday.`

// BenchmarkGeneralNews tells what a text costs that tells no event, and how much of
// it is analysed.
func BenchmarkGeneralNews(b *testing.B) {
	x := newExtractor(b)
	in := article.Input{ID: "bench", Text: quiet, Published: "2016-12-12"}
	extractText(b, x, in)
	b.SetBytes(int64(len(in.Text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := x.Extract(context.Background(), in); err != nil {
			b.Fatal(err)
		}
	}
	r := x.read(in)
	event.Find(r, x.gate, event.Options{Floor: ToldFrom})
	analysed := 0
	for i := range r.Document.Sentences {
		if r.Document.Analysed(i) {
			analysed++
		}
	}
	b.ReportMetric(float64(analysed)/float64(len(r.Document.Sentences)), "analysed")
}
