package lang

import (
	"sort"

	"sitrep/extract/article"
)

// right collects the objects and prepositional phrases of a verb, up to where
// the next clause begins, and what stands before its subject.
func (b *builder) right(v *verbClause) {
	if v.subject >= 0 {
		b.add(v, Subject, "", v.subject)
	}
	b.fronted(v)
	object := false
	prepared := false // a preposition or comma has passed: no object any more
	i := v.at + 1
	for i < len(b.cs) {
		c := &b.cs[i]
		if b.begins[i] && i != v.begin {
			break
		}
		switch c.kind {
		case cVerb, cRel, cMark, cStop:
			goto done
		case cNoun:
			switch {
			case c.time && (!b.directly(v, i) || object):
				b.add(v, Time, "", i)
			case c.time && b.cs[i].noun.Det == "":
				b.add(v, Time, "", i)
			case !object && !prepared:
				b.add(v, Object, "", i)
				object = true
			case object && !prepared && b.kind(i-1) == cNoun && words().ditransitive[v.Verb.Lemma]:
				b.ditransitive(v, i)
			}
			i = b.skipMembers(i)
			continue
		case cPrep:
			if b.kind(i+1) == cNoun {
				f := Oblique
				if c.word == "by" {
					f = By
				}
				if b.begins[i+1] {
					goto done
				}
				b.add(v, f, c.word, i+1)
				if !b.cs[i+1].time || object {
					prepared = true // seized on Thursday a cache of arms
				}
				i = b.skipMembers(i + 1)
				continue
			}
			prepared = true
		case cComma:
			if b.kind(i+1) == cNoun && !b.cs[i+1].time && !b.isApposition(i+1) {
				if !b.furtherPlace(v, i+1) {
					goto done
				}
				b.add(v, Oblique, v.Args[len(v.Args)-1].Prep, i+1)
				i += 2
				continue
			}
			if b.isApposition(i + 1) {
				i += 2
				continue
			}
			prepared = true
		case cAnd:
			if b.kind(i+1) == cNoun && !b.cs[i+1].time {
				goto done // the rest of a coordination was passed with its first
			}
		case cOpen:
			if k := b.afterBrackets(i); k > i {
				i = k
				continue
			}
		}
		i++
	}
done:
	if v.Kind == Finite && v.Verb.First == v.Verb.Main && v.Verb.Voice == Active && !object && words().transitive[v.Verb.Lemma] && (v.Verb.Form == "VBN" || v.Verb.Form == "VBD") && (v.subject >= 0 || v.sharesWith != nil && v.sharesWith.Predicate.Voice == Passive) {
		v.Predicate.Voice = Passive // 12 killed in blast; and wounded
	}
	if v.Kind == Finite && v.Verb.Form == "VBN" && v.Verb.First == v.Verb.Main {
		if object || !words().transitive[v.Verb.Lemma] && v.Arg(By) == nil {
			v.Predicate.Voice = Active // militants fired/VBN at a patrol
		}
		v.Predicate.Tense = Past
	}
	b.shared(v)
}

// furtherPlace says whether the group at chunk i goes on a phrase of names:
// in Tilwani, Anantnag District, …
func (b *builder) furtherPlace(v *verbClause, i int) bool {
	if len(v.Args) == 0 {
		return false
	}
	a := v.Args[len(v.Args)-1]
	if a.Function != Oblique || !a.Group.Proper || !b.cs[i].noun.Proper || b.begins[i] {
		return false
	}
	switch b.kind(i + 1) {
	case cComma, cStop, cPrep, cClose:
		return true
	}
	return false
}

// directly says whether only adverbs stand between the verb and chunk i.
func (b *builder) directly(v *verbClause, i int) bool {
	for k := v.at + 1; k < i; k++ {
		if b.cs[k].kind != cAdverb && b.cs[k].kind != cAdjective {
			return false
		}
	}
	return true
}

func (b *builder) isApposition(i int) bool {
	if b.kind(i) != cNoun {
		return false
	}
	for k := i - 2; k >= 0 && k >= i-6; k-- {
		if b.cs[k].kind == cNoun && b.cs[k].noun.Apposition == b.cs[i].noun {
			return true
		}
	}
	return false
}

// skipMembers is the chunk after a coordination that begins at i.
func (b *builder) skipMembers(i int) int {
	last := i
	for _, k := range b.listed(i) {
		last = k
	}
	return last + 1
}

// listed are the chunks of the groups coordinated with the one at chunk i, of
// those with it the others too (A, B and C is A with B, B with C).
func (b *builder) listed(i int) []int {
	var out []int
	for _, k := range b.members[i] {
		if b.begins[k] || b.head[k] != i {
			continue
		}
		out = append(out, k)
		out = append(out, b.listed(k)...)
	}
	return out
}

// ditransitive: told [reporters] …, gave the [rebels] arms: the first object
// is the indirect one.
func (b *builder) ditransitive(v *verbClause, i int) {
	for k := range v.Args {
		if v.Args[k].Function == Object {
			v.Args[k].Function = Indirect
		}
	}
	b.add(v, Object, "", i)
}

// fronted collects what stands before the subject: On Monday, in Aleppo, …
func (b *builder) fronted(v *verbClause) {
	if v.Link == Relative || v.Kind == Infinite || v.Kind == Participle && v.Link != Adverbial {
		return
	}
	for k := v.begin - 1; k >= 0; {
		switch b.cs[k].kind {
		case cComma, cAdverb:
			k--
			continue
		case cNoun:
			if b.kind(k-1) == cPrep && !b.postmodifies(k-1) {
				f := Oblique
				if b.cs[k-1].word == "by" {
					f = By
				}
				b.add(v, f, b.cs[k-1].word, k)
				k -= 2
				continue
			}
			if b.cs[k].time && b.kind(k-1) != cPrep {
				b.add(v, Time, "", k)
				k--
				continue
			}
			if b.kind(k-1) == cPrep { // in the town of X
				b.add(v, Oblique, b.cs[k-1].word, k)
				k -= 2
				continue
			}
		}
		return
	}
}

// postmodifies says whether the preposition at chunk k hangs on a noun group
// that is itself no fronted phrase.
func (b *builder) postmodifies(k int) bool {
	return b.kind(k-1) == cNoun
}

// add gives the clause an argument and its coordinated members.
func (b *builder) add(v *verbClause, f Function, prep string, i int) {
	g := b.cs[i].noun
	b.conjoin(i)
	v.Args = append(v.Args, Arg{Function: f, Prep: prep, Group: g})
}

// conjoin writes the coordination of the group at chunk i into the group.
func (b *builder) conjoin(i int) {
	g := b.cs[i].noun
	if g.Conjuncts != nil {
		return
	}
	for _, k := range b.listed(i) {
		m := b.cs[k].noun
		m.Coordinated = g
		g.Conjuncts = append(g.Conjuncts, m)
	}
}

// shared fills in what a clause takes over from another.
func (b *builder) shared(v *verbClause) {
	if v.antecedent >= 0 {
		g := b.cs[v.antecedent].noun
		g.Relative = append(g.Relative, v.Clause)
		b.conjoin(v.antecedent)
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

// parents links clauses to the ones they hang on, and gives fronted
// participles the subject of the clause that follows.
func (b *builder) parents() {
	for n, v := range b.verbs {
		switch {
		case v.previous != nil:
			v.Parent = v.previous.Clause
		case v.antecedent >= 0:
			v.Parent = b.holder(b.cs[v.antecedent].noun, v)
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

// holder is the clause that has the group as an argument.
func (b *builder) holder(g *NounGroup, not *verbClause) *Clause {
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
	return nil
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

// nominals makes a clause of every common noun: what is said of it by
// possessor, modifiers and prepositional phrases.
func (b *builder) nominals() {
	for i := range b.cs {
		if b.cs[i].kind != cNoun {
			continue
		}
		g := b.cs[i].noun
		b.conjoin(i)
		b.nominal(g, i)
		for o := g.Possessor; o != nil; o = o.Possessor {
			b.nominal(o, i)
		}
	}
}

func (b *builder) nominal(g *NounGroup, at int) {
	t := b.s.Tokens
	if g.Pronoun || !isNoun(t[g.Head].Tag) {
		return
	}
	c := &Clause{Sentence: b.s, Kind: Nominal, Link: Argument, Group: g, Span: g.Span}
	h := t[g.Head]
	c.Predicate = Predicate{
		Span: h.Span, Text: h.Text, Lemma: lemma(h.Lower, commonTag(h.Tag)), Noun: true,
		Plural: g.Number == Plural, Negated: g.Det == "no",
	}
	if g.Possessor != nil {
		c.Args = append(c.Args, Arg{Function: Possessor, Group: g.Possessor})
	}
	if o := b.pronounOwner(g); o != nil {
		c.Args = append(c.Args, Arg{Function: Possessor, Group: o})
	}
	for _, m := range b.modifiers(g) {
		c.Args = append(c.Args, Arg{Function: Modifier, Group: m})
	}
	for _, a := range g.Attached {
		f := Oblique
		if a.Prep == "by" {
			f = By
		}
		c.Args = append(c.Args, Arg{Function: f, Prep: a.Prep, Group: a.Group})
		if a.Group.End > c.End {
			c.End = a.Group.End
		}
	}
	c.Parent = b.parentOf(g, at)
	b.s.Clauses = append(b.s.Clauses, c)
}

// pronounOwner is the possessive pronoun before a nominal as a group of its
// own: their retaking of the town.
func (b *builder) pronounOwner(g *NounGroup) *NounGroup {
	t := b.s.Tokens[g.First]
	if t.Tag != "PRP$" {
		return nil
	}
	o := &NounGroup{Span: t.Span, Sentence: b.s, First: g.First, Last: g.First, Head: g.First, Lemma: t.Lower, Pronoun: true, Number: Singular}
	if words().pluralPronoun(t.Lower) {
		o.Number = Plural
	}
	return o
}

// commonTag lets the lemma of a noun in a headline be found: prose tags
// capitalised words as proper.
func commonTag(tag string) string {
	switch tag {
	case "NNP":
		return "NN"
	case "NNPS":
		return "NNS"
	}
	return tag
}

// modifiers makes a group of every stretch before the head that can name
// somebody: a run of proper nouns, a noun, an adjective.
func (b *builder) modifiers(g *NounGroup) []*NounGroup {
	t := b.s.Tokens
	var out []*NounGroup
	from := g.Modifiers.From
	if g.Possessor != nil && g.Possessor.Last+2 > from {
		from = g.Possessor.Last + 2
	}
	for i := from; i < g.Head; i++ {
		j := i
		for j+1 < g.Head && t[i].Tag == "NNP" && (t[j+1].Tag == "NNP" || t[j+1].Tag == "NNPS") {
			j++
		}
		tag := t[i].Tag
		if isNoun(tag) || tag == "JJ" || tag == "VBN" {
			m := &NounGroup{Sentence: b.s, First: i, Last: j, Head: j, Lemma: lemma(t[j].Lower, commonTag(t[j].Tag)), Proper: t[j].Tag == "NNP" || t[j].Tag == "NNPS"}
			m.Span = article.Span{Start: t[i].Start, End: t[j].End}
			out = append(out, m)
		}
		i = j
	}
	return out
}

// parentOf is the verb clause in which the group, or the group it hangs on,
// is an argument.
func (b *builder) parentOf(g *NounGroup, at int) *Clause {
	for i := at; i >= 0; {
		h := b.cs[i].noun
		if h == nil {
			break
		}
		for _, v := range b.verbs {
			for _, a := range v.Args {
				if a.Group == h && !a.Shared {
					return v.Clause
				}
			}
		}
		if k, ok := b.head[i]; ok && k < i {
			i = k
			continue
		}
		if b.kind(i-1) == cPrep && b.kind(i-2) == cNoun {
			i -= 2
			continue
		}
		break
	}
	return nil
}

// finish puts the clauses in text order of their predicates and sets spans.
func (b *builder) finish() {
	for _, v := range b.verbs {
		c := v.Clause
		c.Span = v.Verb.Span
		if f := b.cs[v.begin].first; b.s.Tokens[f].Start < c.Start {
			c.Start = b.s.Tokens[f].Start
		}
		for _, a := range c.Args {
			if a.Shared {
				continue
			}
			if a.Group.Start < c.Start {
				c.Start = a.Group.Start
			}
			if a.Group.End > c.End {
				c.End = a.Group.End
			}
			for _, m := range a.Group.Conjuncts {
				if m.End > c.End {
					c.End = m.End
				}
			}
		}
		b.s.Clauses = append(b.s.Clauses, c)
	}
	sort.SliceStable(b.s.Clauses, func(i, j int) bool {
		return b.s.Clauses[i].Predicate.Start < b.s.Clauses[j].Predicate.Start
	})
}
