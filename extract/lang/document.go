package lang

import (
	"sort"

	"sitrep/extract/article"
	"sitrep/extract/clock"
)

// Analyse tags sentence i, groups its words and builds its clauses. The result
// is kept and returned by later calls; it does not depend on what was asked for
// before.
func (d *Document) Analyse(i int) *Sentence {
	if s := d.Sentences[i]; !s.analysed {
		d.AnalyseAll([]*Sentence{s})
	}
	return d.Sentences[i]
}

// AnalyseAll analyses sentences of the document step by step, each step for all of them:
// its code and its tables are then at hand for the next one.
func (d *Document) AnalyseAll(sentences []*Sentence) {
	var todo []*Sentence
	for _, s := range sentences {
		if !s.analysed {
			s.analysed = true
			todo = append(todo, s)
		}
	}
	d.Clock.Start(clock.Tags)
	for _, s := range todo {
		s.Tokens = d.tag(s)
	}
	d.Clock.Stop()
	d.Clock.Start(clock.Clauses)
	defer d.Clock.Stop()
	for _, s := range todo {
		lemmas(s.Tokens)
		repair(s.Tokens, s.Part == article.Title || s.HasTitleCase(), d.words)
		d.join(s)
		lemmas(s.Tokens)
	}
	var builder ClauseBuilder = cascade{}
	for _, s := range todo {
		builder.Build(s)
	}
}

// Analysed reports whether sentence i was asked for.
func (d *Document) Analysed(i int) bool { return d.Sentences[i].analysed }

// SetNames tells the document which stretches of its text are names, in text
// order, so that a noun group holds a name whole: Communist Party of India. It
// must be called before the first Analyse.
func (d *Document) SetNames(names []article.Span) { d.names = names }

// namesIn returns the names of a sentence, in text order.
func (d *Document) namesIn(s *Sentence) []article.Span {
	from := sort.Search(len(d.names), func(i int) bool { return d.names[i].End > s.Start })
	to := from
	for to < len(d.names) && d.names[to].Start < s.End {
		to++
	}
	return d.names[from:to]
}

// join tags all the words of a name as proper nouns, so that they form one group.
// A bracket in it stays one: the Balochistan Liberation Front (BLF) attacked.
func (d *Document) join(s *Sentence) {
	for _, name := range d.namesIn(s) {
		r := s.TokensIn(name)
		if r.To-r.From < 2 {
			continue
		}
		for k := r.From; k < r.To; k++ {
			if tag := s.Tokens[k].Tag; tag != "(" && tag != ")" {
				s.Tokens[k].Tag = "NNP"
			}
		}
	}
}

// lemmas fills in the dictionary forms.
func lemmas(ts []Token) {
	for k := range ts {
		ts[k].Lemma = Lemma(ts[k].Lower, ts[k].Tag)
	}
}
