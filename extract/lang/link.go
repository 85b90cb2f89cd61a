package lang

// infinitive links an infinitive to the clause before it, as its purpose (came
// to expel them) or complement (tried to seize it).
func (b *builder) infinitive(v *verbClause) {
	v.Link = Purpose
	j := v.at - 1
	for b.kind(j) == cAdverb || b.kind(j) == cAdjective {
		j--
	}
	if p := b.lastVerb(j); b.kind(j) == cAnd && p != nil && p.Kind == Infinite {
		v.Link, v.previous, v.sharesWith, v.begin = Coordinate, p, p, j
		return
	}
	p := b.lastVerb(v.at)
	if main := b.lastMain(v.at); p != nil && p.Kind == Participle && p.antecedent >= 0 && words().using.has(main.Verb.Lemma) {
		p = main // used lorries taken from the army to breach the wall
	}
	v.previous, v.sharesWith = p, p
	if p == nil {
		return
	}
	if b.isThwarted(p, j) {
		v.sharesWith = nil
		if b.prepositionAt(j-1, "by") {
			v.subject = j // an attempt by rebels to break through
		}
		return
	}
	control := words().control.has(p.Verb.Lemma)
	switch {
	case p.at == j, p.Verb.Voice == Passive && control:
		v.Link = Complement
	case control && p.Verb.Voice == Active && b.kind(p.at+1) == cNoun && b.endOf(p.at+1) >= j-1: // told the rebels to leave
		v.Link = Complement
		v.subject = p.at + 1
		v.sharesWith = nil
		v.begin = v.at
	}
}

// isThwarted reports whether the infinitive after chunk j is what the verb p stands against, and so
// no act of its subject: foiled a plot | to bomb a church.
func (b *builder) isThwarted(p *verbClause, j int) bool {
	return p.Verb.Voice == Active && words().thwarting.has(p.Verb.Lemma) && b.kind(p.at+1) == cNoun && b.kind(j) == cNoun && b.endOf(p.at+1) >= j-1
}

// parents links clauses to the ones they hang on, and gives fronted
// participles the subject of the clause that follows.
func (b *builder) parents() {
	for n, v := range b.verbs {
		switch {
		case v.previous != nil:
			v.Parent = v.previous.Clause
		case v.antecedent >= 0:
			v.Parent = b.holder(v.antecedent, v)
		case v.sharesWith != nil:
			v.Parent = v.sharesWith.Clause
		case v.Link != Root:
			v.Parent = b.mainOf(n)
		}
		if v.hangsOnItself() {
			v.Parent = nil
		}
		if v.Kind == Participle && v.antecedent < 0 && v.Arg(Subject) == nil {
			b.frontedParticiple(n)
		}
		if v.Link == Root && v.Parent != nil {
			v.Link = Coordinate
		}
		if (v.Link == Adverbial || v.Link == Conditional) && v.Parent == nil {
			v.hangOn(b.mainOf(n))
		}
	}
}

// frontedParticiple gives the nth clause, a participle, the subject of the main clause that
// follows, and hangs it on that clause: attacking at dawn, rebels took the town.
func (b *builder) frontedParticiple(n int) {
	v, m := b.verbs[n], b.mainAfter(n)
	if m == nil {
		return
	}
	if g := m.Arg(Subject); g != nil {
		v.Args = append([]Arg{{Function: Subject, Group: g, Shared: true}}, v.Args...)
		v.hangOn(m.Clause)
	}
}

// hangOn makes p the parent of the clause, unless p itself hangs on the clause, as
// it may in a sentence that has lost its commas and full stops.
func (v *verbClause) hangOn(p *Clause) {
	old := v.Parent
	v.Parent = p
	if v.hangsOnItself() {
		v.Parent = old
	}
}

// hangsOnItself reports whether the way up from the clause leads back to it. The way
// up from every other clause ends.
func (v *verbClause) hangsOnItself() bool {
	for p := v.Parent; p != nil; p = p.Parent {
		if p == v.Clause {
			return true
		}
	}
	return false
}

// holder returns the clause, other than not, that has the group at chunk k, or
// the one whose phrase it is a part of, as an argument. It returns nil where
// none has.
func (b *builder) holder(k int, not *verbClause) *Clause {
	for {
		g := b.chunks[k].noun
		for _, v := range b.verbs {
			if v == not {
				continue
			}
			for _, a := range v.Args {
				if a.Group == g && !a.Shared {
					return v.Clause
				}
			}
		}
		if b.kind(k-1) != cPrep || b.kind(k-2) != cNoun {
			return nil
		}
		k -= 2
	}
}

// mainOf returns the nearest main clause before the nth clause, or else after
// it, or nil.
func (b *builder) mainOf(n int) *Clause {
	for k := n - 1; k >= 0; k-- {
		if v := b.verbs[k]; v.Kind == Finite && v.Link != Relative {
			return v.Clause
		}
	}
	if m := b.mainAfter(n); m != nil {
		return m.Clause
	}
	return nil
}

// mainAfter returns the nearest main clause after the nth, or nil.
func (b *builder) mainAfter(n int) *verbClause {
	for k := n + 1; k < len(b.verbs); k++ {
		if v := b.verbs[k]; v.Kind == Finite && v.Link == Root {
			return v
		}
	}
	return nil
}
