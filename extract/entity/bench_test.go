package entity

import (
	"testing"

	"github.com/jdkato/prose/v2"

	"sitrep/extract/article"
	"sitrep/extract/lang"
	"sitrep/extract/mention/actor"
	"sitrep/gazetteer"
)

// lead is an article's worth of sentences, for speed only.
const lead = `Government troops backed by allied militias pushed into the eastern districts of the city on Tuesday, a military source said, after a night of air strikes on positions held by Islamic State.

The army said its soldiers had killed at least 40 militants and captured two checkpoints on the road to the airport. It gave no figures for its own losses.

The Syrian Observatory for Human Rights said dozens of soldiers and 12 civilians had died since Sunday. The group blamed Russian warplanes for a strike on a bakery.

Islamic State said in a statement carried by its news agency, Amaq, that two suicide bombers had attacked a convoy of the Iraqi army near the border. Their claim could not be verified.

Residents told reporters that the jihadists were stopping families who tried to leave. "They beat my brother," said a shopkeeper who fled with his two children.`

func document() *lang.Document {
	return lang.New(article.Clean(article.Input{ID: "bench", Text: lead}))
}

// BenchmarkTag is the measure: what tagging and grouping the article costs.
func BenchmarkTag(b *testing.B) {
	document().Analyse(0) // loads the tagger
	for b.Loop() {
		d := document()
		for i := range d.Sentences {
			d.Analyse(i)
		}
	}
}

// BenchmarkFind is finding the actors of sentences that are tagged already.
func BenchmarkFind(b *testing.B) {
	d := document()
	for i := range d.Sentences {
		d.Analyse(i)
	}
	x := gazetteer.Actors()
	for b.Loop() {
		r := actor.Read(x, d, x.Scan(d.Article.Text), nil)
		for i := range d.Sentences {
			r.Sentence(i)
		}
	}
}

// BenchmarkResolve is finding and resolving them.
func BenchmarkResolve(b *testing.B) {
	d := document()
	for i := range d.Sentences {
		d.Analyse(i)
	}
	x := gazetteer.Actors()
	for b.Loop() {
		c := New(actor.Read(x, d, x.Scan(d.Article.Text), nil))
		for i := range d.Sentences {
			c.Sentence(i)
		}
	}
}

// BenchmarkOpenTagger and BenchmarkOpenActors are what the first article
// pays.
func BenchmarkOpenTagger(b *testing.B) {
	for b.Loop() {
		if _, err := prose.NewDocument("a", prose.WithExtraction(false), prose.WithSegmentation(false)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkOpenActors(b *testing.B) {
	for b.Loop() {
		if _, _, err := gazetteer.ActorsWith(); err != nil {
			b.Fatal(err)
		}
	}
}
