package lang

// relative links a verb whose subject is the relative pronoun at chunk j.
func (b *builder) relative(v *verbClause, j int) {
	v.begin = j
	v.Link = Relative
	k := j - 1
	if b.kind(k) == cPrep {
		k--
	}
	v.antecedent = b.antecedent(k)
	if v.antecedent == k && k == j-1 && !(b.cs[j].word == "who" && b.kind(k-1) == cPrep && b.cs[k-1].word == "by") {
		v.antecedent = b.restricted(k, v.Verb.Voice == Active && b.hasObject(v.at))
	}
}

// restricted is the group that a relative clause without comma after the
// group at chunk k can hang on: a name needs none, so that it is what the name
// is a phrase of, and what acts is what heads them all (attacks in Homs which
// killed ten).
func (b *builder) restricted(k int, acts bool) int {
	if b.kind(k) != cNoun || !b.cs[k].time && (!b.cs[k].noun.Proper || b.cs[k].noun.Number == Plural) {
		return k
	}
	first := -1
	h := k
	for b.kind(h-1) == cPrep {
		n := h - 2
		if v := b.byChunk[n]; v != nil && v.Kind == Participle && v.antecedent >= 0 {
			n = v.antecedent // tanks stationed at Fotar that shelled the camp
		}
		if b.kind(n) != cNoun {
			break
		}
		h = n
		if first < 0 && !b.cs[h].noun.Proper {
			first = h
		}
	}
	switch {
	case first < 0:
		return k
	case acts && !b.cs[h].noun.Proper:
		return h
	}
	return first
}

// antecedent is the chunk of the noun group that a relative clause after
// chunk k hangs on.
func (b *builder) antecedent(k int) int {
	if b.kind(k) == cComma {
		k--
	}
	if b.kind(k) == cClose {
		k = b.beforeBrackets(k)
	}
	if b.kind(k) == cNoun {
		return k
	}
	return -1
}

// lastVerb is the clause of the nearest verb before chunk k.
func (b *builder) lastVerb(k int) *verbClause {
	for k--; k >= 0; k-- {
		if v := b.byChunk[k]; v != nil {
			return v
		}
	}
	return nil
}

// lastMain is the clause of the nearest finite verb before chunk k that is in
// no relative clause, else of the nearest verb.
func (b *builder) lastMain(k int) *verbClause {
	for n := k - 1; n >= 0; n-- {
		if v := b.byChunk[n]; v != nil && v.Kind == Finite && v.Link != Relative {
			return v
		}
	}
	return b.lastVerb(k)
}

// share makes v take over the subject of the clause before it.
func (b *builder) share(v *verbClause) {
	if p := b.byChunk[v.begin-1]; p != nil && b.kind(v.begin) == cAnd && v.Verb.First == v.Verb.Main && isPast(v.Verb.Form) {
		v.sharesWith, v.previous = p, p // have been killed and injured
		return
	}
	for k := v.begin - 1; k >= 0; k-- {
		p := b.byChunk[k]
		if p == nil {
			continue
		}
		if v.Verb.Finite && !p.Verb.Finite && p.Kind != Finite && b.byChunk[k].previousFinite(b) != nil && (p.antecedent < 0 || v.Link == Coordinate && v.Verb.Form != "VB" && p.Kind == Participle) {
			if p.Kind == Infinite && v.Verb.Form == "VB" {
				v.sharesWith = p
				return
			}
			continue
		}
		if p.Link == Relative && v.Link != Relative && b.kind(v.begin) == cComma {
			continue
		}
		if v.Link == Coordinate && v.Verb.Finite && !p.Verb.Finite && p.Link == Relative && p.previousFinite(b) != nil && b.kind(v.begin-1) == cComma {
			continue // moved to the base, an airport used by jets, and shelled it
		}
		if v.Link == Coordinate && (p.Link == Relative || p.Link == Adverbial) && p.Verb.Finite && p.Predicate.Tense != v.Predicate.Tense && p.previousFinite(b) != nil {
			continue // had advanced to the base, where it has forces, and shelled it
		}
		v.sharesWith = p
		if v.Link == Coordinate || v.Link == Root {
			v.previous = p
		}
		return
	}
}

func (v *verbClause) previousFinite(b *builder) *verbClause {
	for k := v.at - 1; k >= 0; k-- {
		if p := b.byChunk[k]; p != nil && p.Kind == Finite {
			return p
		}
	}
	return nil
}

// participle links -ing and -ed clauses: killing dozens, backed by Turkey.
func (b *builder) participle(v *verbClause) {
	j := v.at - 1
	for b.kind(j) == cAdverb || b.kind(j) == cQuote {
		j--
	}
	passive := v.Verb.Voice == Passive || v.Verb.First == v.Verb.Main && isPast(v.Verb.Form)
	if passive {
		v.Verb.Voice = Passive
		v.Predicate.Voice = Passive
		v.Predicate.Tense = NoTense
	}
	switch b.kind(j) {
	case cNoun:
		if b.cs[j].time && (b.kind(j-1) != cPrep || b.kind(j-2) == cComma) {
			b.share(v) // …, on Monday shelling the town
			v.Link = Result
			return
		}
		v.Link = Relative
		v.antecedent = j
		if b.cs[j].time && b.kind(j-1) == cPrep && b.kind(j-2) == cNoun {
			v.antecedent = j - 2
		} else if passive {
			v.antecedent = b.restricted(j, false)
		}
	case cClose:
		if n := b.beforeBrackets(j); b.kind(n) == cNoun {
			v.Link, v.antecedent = Relative, n
		}
	case cComma:
		v.Link = Result
		k := j - 1
		if b.kind(k) == cClose {
			k = b.beforeBrackets(k)
		}
		if passive && b.kind(k) == cNoun && !b.cs[k].time {
			v.Link, v.antecedent = Relative, k
			if h, ok := b.head[k]; ok {
				v.antecedent = h
			}
			return
		}
		if b.kind(k) == cNoun && b.closedByComma(v.at) {
			v.Link, v.antecedent = Relative, k
			return
		}
		b.share(v)
	case cAnd:
		v.begin, v.Link = j, Coordinate
		b.share(v)
		if p := b.lastVerb(v.at); p != nil && p.Kind == Participle {
			v.sharesWith, v.previous = p, p
			v.Link = Coordinate
		}
	case cMark:
		v.begin, v.Mark, v.Link = j, b.cs[j].word, b.cs[j].link
		b.share(v)
	case cPrep:
		v.begin, v.Mark, v.Link = j, b.cs[j].word, Argument
		b.share(v)
		v.previous = b.lastVerb(j)
		if p := v.previous; p != nil && words().control[p.Verb.Lemma] && p.Verb.Voice == Active && b.kind(p.at+1) == cNoun {
			v.subject = p.at + 1
			v.sharesWith = nil
		}
	case cVerb:
		v.Link, v.previous = Complement, b.byChunk[j]
		v.sharesWith = b.byChunk[j]
	default:
		v.Link = Adverbial // fronted: Backed by jets, rebels …
	}
}

// closedByComma says whether the participle clause at chunk i ends in a comma
// before a finite verb.
func (b *builder) closedByComma(i int) bool {
	for k := i + 1; k < len(b.cs); k++ {
		switch b.cs[k].kind {
		case cNoun, cPrep, cAdverb, cAdjective, cAnd:
		case cComma:
			return b.kind(k+1) == cVerb && b.cs[k+1].verb.Finite
		default:
			return false
		}
	}
	return false
}

// infinitive links to expel, to seize.
func (b *builder) infinitive(v *verbClause) {
	v.Link = Purpose
	j := v.at - 1
	for b.kind(j) == cAdverb || b.kind(j) == cAdjective {
		j--
	}
	if b.kind(j) == cAnd {
		if p := b.lastVerb(j); p != nil && p.Kind == Infinite {
			v.Link, v.previous, v.sharesWith, v.begin = Coordinate, p, p, j
			return
		}
	}
	p := b.lastVerb(v.at)
	v.previous, v.sharesWith = p, p
	if p == nil {
		return
	}
	if p.at == j {
		v.Link = Complement
		return
	}
	if b.kind(p.at+1) == cNoun && p.Verb.Voice == Active && words().control[p.Verb.Lemma] && b.endOf(p.at+1) >= j-1 {
		v.Link = Complement
		v.subject = p.at + 1
		v.sharesWith = nil
		v.begin = v.at
		return
	}
	if p.Verb.Voice == Passive && words().control[p.Verb.Lemma] {
		v.Link = Complement
	}
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
		if v.Parent == v.Clause {
			v.Parent = nil
		}
		if v.Kind == Participle && v.antecedent < 0 && v.Arg(Subject) == nil {
			if m := b.mainAfter(n); m != nil {
				if g := m.Arg(Subject); g != nil {
					v.Args = append([]Arg{{Function: Subject, Group: g, Shared: true}}, v.Args...)
					v.Parent = m.Clause
				}
			}
		}
		if v.Link == Root && v.Parent != nil {
			v.Link = Coordinate
		}
		if (v.Link == Adverbial || v.Link == Conditional) && v.Parent == nil {
			v.Parent = b.mainOf(n)
		}
	}
}

// holder is the clause that has the group at chunk k, or the one whose phrase
// it is a part of, as an argument.
func (b *builder) holder(k int, not *verbClause) *Clause {
	for {
		g := b.cs[k].noun
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

// mainOf is the nearest finite clause without mark: before, else after.
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

func (b *builder) mainAfter(n int) *verbClause {
	for k := n + 1; k < len(b.verbs); k++ {
		if v := b.verbs[k]; v.Kind == Finite && v.Link == Root {
			return v
		}
	}
	return nil
}

// shared fills in what a clause takes over from another.
func (b *builder) shared(v *verbClause) {
	if v.antecedent >= 0 {
		g := b.cs[v.antecedent].noun
		g.Relative = append(g.Relative, v.Clause)
		b.conjoin(v.antecedent)
		if v.whose {
			return
		}
		f := Subject
		if v.subject >= 0 {
			f = Object
			if b.kind(v.begin) == cPrep || v.Arg(Object) != nil {
				f = Oblique // in which rebels seized the base
			}
		}
		a := Arg{Function: f, Group: g, Shared: true}
		if f == Oblique {
			a.Prep = "in"
			if b.kind(v.begin) == cPrep {
				a.Prep = b.cs[v.begin].word
			}
		}
		v.Args = append([]Arg{a}, v.Args...)
		return
	}
	if v.subject >= 0 || v.sharesWith == nil {
		return
	}
	from := v.sharesWith
	for i := range from.Args {
		a := from.Args[i]
		if a.Function != Subject {
			continue
		}
		v.Args = append([]Arg{{Function: Subject, Group: a.Group, Shared: true}}, v.Args...)
		return
	}
}
