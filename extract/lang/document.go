package lang

// Analyse tags sentence i, groups its words and builds its clauses, once. The
// result is kept; it does not depend on what was asked for before.
func (d *Document) Analyse(i int) *Sentence {
	s := d.Sentences[i]
	if s.analysed {
		return s
	}
	s.analysed = true
	s.Tokens = tag(s.Text, s.Start)
	for k := range s.Tokens {
		s.Tokens[k].Lemma = lemma(s.Tokens[k].Lower, s.Tokens[k].Tag)
	}
	repair(s.Tokens)
	for k := range s.Tokens {
		s.Tokens[k].Lemma = lemma(s.Tokens[k].Lower, s.Tokens[k].Tag)
	}
	var builder ClauseBuilder = cascade{}
	builder.Build(s)
	return s
}

// Analysed says whether sentence i was asked for.
func (d *Document) Analysed(i int) bool { return d.Sentences[i].analysed }
