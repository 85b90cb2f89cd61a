package lang

import (
	"sort"

	"sitrep/extract/article"
	"sitrep/extract/clock"
)

// SentenceAt returns the index of the last sentence that begins at or before an offset, or -1.
func (d *Document) SentenceAt(offset int) int {
	return sort.Search(len(d.Sentences), func(i int) bool { return d.Sentences[i].Start > offset }) - 1
}

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

// groupIndex holds, by token, the groups of a sentence that its finders return.
type groupIndex struct {
	at, from, to nths // of Sentence.Nouns
	verbs        nths // of Sentence.Verbs
}

// nths holds for each token which group of a list it is, from 1, or 0. A long text has
// many of them, so that they are no pointers.
type nths []int32

// GroupAt returns the widest noun group that covers token i, or nil: at Syria
// in Syria's army it is the army.
func (s *Sentence) GroupAt(i int) *NounGroup { return nth(s.Nouns, s.index().at, i) }

// GroupFrom returns the widest noun group whose first token is i, or nil.
func (s *Sentence) GroupFrom(i int) *NounGroup { return nth(s.Nouns, s.index().from, i) }

// GroupTo returns the widest noun group whose last token is i, or nil.
func (s *Sentence) GroupTo(i int) *NounGroup { return nth(s.Nouns, s.index().to, i) }

// VerbAt returns the verb group that covers token i, or nil.
func (s *Sentence) VerbAt(i int) *VerbGroup { return nth(s.Verbs, s.index().verbs, i) }

// InnermostGroup returns the narrowest noun group that covers the byte offset
// in the article's text, or nil: at Syria in Syria's army it is Syria.
func (s *Sentence) InnermostGroup(offset int) *NounGroup {
	var best *NounGroup
	for _, g := range s.Nouns {
		if g.Start <= offset && offset < g.End && (best == nil || g.Len() <= best.Len()) {
			best = g
		}
	}
	return best
}

func nth[G any](groups []*G, of nths, i int) *G {
	if i < 0 || i >= len(of) || of[i] == 0 {
		return nil
	}
	return groups[of[i]-1]
}

// index builds the index of the sentence's groups when it is first asked for.
func (s *Sentence) index() *groupIndex {
	if s.groups != nil {
		return s.groups
	}
	n := len(s.Tokens)
	all := make(nths, 4*n)
	x := &groupIndex{at: all[:n:n], from: all[n : 2*n : 2*n], to: all[2*n : 3*n : 3*n], verbs: all[3*n:]}
	for i, g := range s.Nouns {
		if g.First < 0 || g.Last >= n {
			continue
		}
		this := int32(i + 1)
		if o := nth(s.Nouns, x.from, g.First); o == nil || o.Last < g.Last {
			x.from[g.First] = this
		}
		if o := nth(s.Nouns, x.to, g.Last); o == nil || o.First > g.First {
			x.to[g.Last] = this
		}
		for k := g.First; k <= g.Last; k++ {
			if o := nth(s.Nouns, x.at, k); o == nil || o.Last-o.First < g.Last-g.First {
				x.at[k] = this
			}
		}
	}
	for i, v := range s.Verbs {
		for k := v.First; k <= v.Last && k < n; k++ {
			x.verbs[k] = int32(i + 1)
		}
	}
	s.groups = x
	return x
}
