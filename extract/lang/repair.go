package lang

// prose tags a word by its neighbours only, and some of its tags mislead the
// stages after it. What is here mends them: tables of constructions, each a
// named condition, run in order over the tokens of a sentence. A condition
// tells of a construction and not of a word; the words that it may touch
// stand in data/.

// repairer mends the tags of one sentence.
type repairer struct {
	Tokens
	*lexicon
	title bool // the text is a headline, where capitals tell nothing
}

// tagRepair gives token i another tag, or its neighbours, where holds does.
type tagRepair struct {
	holds             func(r *repairer, i int) bool
	tag, before, next string // new tags of the token, the one before it and the next; "" leaves the tag
}

// repair mends the tags of a sentence.
func repair(ts Tokens, title bool, w *lexicon) {
	r := &repairer{ts, w, title}
	for i := range ts {
		if isPunctuation(ts[i].Text) {
			ts[i].Tag = punctuationTag(ts[i].Lower)
			continue
		}
		r.first(misreadWords, i)
		r.each(wordRepairs, i)
		if tag := r.retag[[2]string{ts[i].Lower, ts.Word(i + 1)}]; tag != "" {
			ts[i].Tag = tag
		}
		r.each(neighbourRepairs, i)
	}
	for i := range ts {
		r.each(nounRepairs, i)
	}
	for i := range ts {
		r.first(formRepairs, i)
	}
	for i := 1; i+1 < len(ts); i++ {
		r.first(pastRepairs, i)
	}
	r.mainVerb()
	for i := 1; i+1 < len(ts); i++ {
		r.first(verbRepairs, i)
	}
	for i := 1; i+1 < len(ts); i++ {
		r.first(presentRepairs, i)
	}
	for i := 1; i < len(ts); i++ {
		r.participle(i)
	}
}

// first makes the first of the repairs whose condition holds.
func (r *repairer) first(repairs []tagRepair, i int) {
	for k := range repairs {
		if repairs[k].holds(r, i) {
			r.make(&repairs[k], i)
			return
		}
	}
}

// each makes every one of the repairs whose condition holds; a later one sees
// the tags that an earlier one has left.
func (r *repairer) each(repairs []tagRepair, i int) {
	for k := range repairs {
		if repairs[k].holds(r, i) {
			r.make(&repairs[k], i)
		}
	}
}

func (r *repairer) make(p *tagRepair, i int) {
	if p.tag != "" {
		r.Tokens[i].Tag = p.tag
	}
	if p.before != "" {
		r.Tokens[i-1].Tag = p.before
	}
	if p.next != "" {
		r.Tokens[i+1].Tag = p.next
	}
}
