package place_test

import (
	"strings"
	"testing"

	"github.com/jdkato/prose/v2"

	"sitrep/extract/article"
	"sitrep/extract/lang"
	"sitrep/extract/mention/place"
	"sitrep/gazetteer"
)

// story is an article of 3,000 characters made of sentences of our own.
var story = strings.Repeat("Fighters seized two villages near Deir ez-Zor on Monday, while jets hit Mosul, Tal Afar and the road to Sinjar in northern Iraq. "+
	"Officials in Damascus said that the army had sent men from Homs and Hama to the front. "+
	"A resident of Raqqa told reporters by telephone that shells had landed on the market and the bakery before noon. "+
	"Nobody was hurt in Kobani, where shops stayed shut.\n\n", 8)[:3000]

func BenchmarkTaggerLoad(b *testing.B) {
	for range b.N {
		if _, err := prose.NewDocument("a", prose.WithExtraction(false), prose.WithSegmentation(false)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkTagArticle(b *testing.B) {
	a := article.Clean(article.Input{Text: story})
	lang.New(a).Analyse(0) // loads the tagger
	b.ReportAllocs()
	b.ResetTimer()
	for range b.N {
		d := lang.New(a)
		for i := range d.Sentences {
			d.Analyse(i)
		}
	}
}

func BenchmarkSegmentArticle(b *testing.B) {
	a := article.Clean(article.Input{Text: story})
	for range b.N {
		lang.New(a)
	}
}

func BenchmarkFindArticle(b *testing.B) {
	a := article.Clean(article.Input{Text: story})
	f := place.New(gazetteer.Places())
	f.Find(lang.New(a))
	b.ReportAllocs()
	b.ResetTimer()
	for range b.N {
		b.StopTimer()
		d := lang.New(a)
		b.StartTimer()
		f.Find(d)
	}
}
