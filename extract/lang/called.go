package lang

// calledObjects gives a verb the object that its sentence only names by what somebody calls it:
// hit what the army called [a weapons store]; raided what they said was [a hideout]. The phrases
// and clauses that follow belong to that verb, too.
func (b *builder) calledObjects() {
	for _, v := range b.verbs {
		p := v.previous
		if v.Mark != "what" || v.Link != Complement || p == nil || isReporting(p.Verb) || p.Arg(Object) != nil {
			continue
		}
		said := v
		if w := b.clauseAt(v.at + 1); w != nil && w.Verb.Lemma == "be" {
			said = w // what they said | was a hideout
		}
		g := said.calledSo()
		if g == nil {
			continue
		}
		p.Args = append(p.Args, Arg{Function: Object, Group: g})
		for _, a := range said.Args {
			if a.Function == Oblique && a.Group.Start > g.Start {
				a.Shared = true
				p.Args = append(p.Args, a)
			}
		}
		b.handOver(said, p)
	}
}

// calledSo returns the group that says what something is called, or nil: called [a store],
// described as [a camp], was [a hideout].
func (v *verbClause) calledSo() *NounGroup {
	switch w := words(); {
	case v.Verb.Lemma == "be", w.naming.has(v.Verb.Lemma):
		return v.Arg(Object)
	case w.asVerbs.has(v.Verb.Lemma):
		for _, a := range v.Args {
			if a.Prep == "as" {
				return a.Group
			}
		}
	}
	return nil
}

// handOver makes the results and coordinates of one clause those of another: raided what they
// called a hideout and [arrested] six men.
func (b *builder) handOver(from, to *verbClause) {
	for _, w := range b.verbs {
		if w.Link != Result && w.Link != Coordinate {
			continue
		}
		if w.previous == from {
			w.previous = to
		}
		if w.sharesWith == from {
			w.sharesWith = to
		}
	}
}
