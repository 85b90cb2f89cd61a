package lang

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
