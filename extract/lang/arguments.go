package lang

// right collects the objects and prepositional phrases of a verb, up to where
// the next clause begins, and what stands before its subject.
func (b *builder) right(v *verbClause) {
	if v.subject >= 0 {
		b.add(v, Subject, "", v.subject)
	}
	b.fronted(v)
	inverted := v.subject == v.at+1
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
			case inverted && i == v.subject:
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
}

// raised gives a verb what stands after the last of its series only: rebels
// abducted and killed [a village head]; was seized and shot [by rebels].
func (b *builder) raised(v *verbClause) {
	k := v.at + 1
	if b.kind(k) == cComma {
		k++
	}
	if b.kind(k) == cAnd {
		k++
	}
	if b.kind(k) == cAdverb {
		k++
	}
	w := b.byChunk[k]
	if w == nil || k == v.at+1 || w.Link != Coordinate || w.subject >= 0 || w.Verb.Form != v.Verb.Form && !isPast(w.Verb.Form) || v.Arg(Object) != nil {
		return
	}
	for _, a := range w.Args {
		if a.Function == Subject || a.Group.End < w.Predicate.Start {
			continue
		}
		a.Shared = true
		v.Args = append(v.Args, a)
	}
}

// voice settles whether a verb without auxiliary is passive: 12 killed in
// blast; and wounded.
func (b *builder) voice(v *verbClause) {
	single := v.Verb.First == v.Verb.Main
	if v.Kind != Finite || !single {
		return
	}
	object := v.Arg(Object) != nil || v.antecedent >= 0 && v.subject >= 0 && !v.whose // the town that rebels seized
	transitive := words().transitive[v.Verb.Lemma]
	past := isPast(v.Verb.Form)
	if p := v.sharesWith; p != nil && p.Verb.Perfect && p.Predicate.Voice == Active && b.kind(v.at-2) == cVerb {
		v.Predicate.Voice, v.Predicate.Tense, v.Predicate.Perfect = Active, p.Predicate.Tense, true
		return // have killed and injured
	}
	passive := v.sharesWith != nil && v.sharesWith.Predicate.Voice == Passive
	aims := words().aimed[v.Verb.Lemma] && b.kind(v.at+1) == cPrep && b.cs[v.at+1].word == "at" && v.subject >= 0 && b.cs[v.subject].noun.Numeral.Empty() && !b.headline
	if past && v.Predicate.Voice == Active && !object && !aims && (transitive && (v.subject >= 0 || passive) || passive && v.Arg(By) != nil) {
		v.Predicate.Voice = Passive
	}
	if v.Verb.Form == "VBN" {
		if object || !transitive && v.Arg(By) == nil {
			v.Predicate.Voice = Active // militants fired/VBN at a patrol
		}
		v.Predicate.Tense = Past
	}
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
// Only a phrase at which a clause begins is: in they attacked the town on
// Monday, he said the date belongs to the verb before it.
func (b *builder) fronted(v *verbClause) {
	if v.Link == Relative || v.Kind == Infinite || v.Kind == Participle && v.Link != Adverbial || b.kind(v.begin) == cAnd || b.kind(v.begin) == cStop {
		return
	}
	var found []Arg
	var chunks []int
	near := 0 // how many of them no comma divides from the clause
	comma := false
	k := v.begin - 1
loop:
	for k >= 0 {
		switch b.kind(k) {
		case cComma:
			comma = true
			if near == 0 {
				near = len(found)
			}
			k--
		case cAdverb, cAdjective:
			k--
		case cNoun:
			h := k
			if m, ok := b.head[k]; ok && b.kind(m-1) == cPrep {
				h = m // in Homs and Hama
			}
			switch {
			case b.kind(h-1) == cPrep:
				f := Oblique
				if b.cs[h-1].word == "by" {
					f = By
				}
				found = append(found, Arg{Function: f, Prep: b.cs[h-1].word, Group: b.cs[h].noun})
				chunks = append(chunks, h)
				k = h - 2
				if b.kind(k) == cNoun && !b.cs[k].time && b.kind(k-1) == cPrep {
					continue // in the town of X
				}
			case b.cs[k].time:
				found = append(found, Arg{Function: Time, Group: b.cs[k].noun})
				chunks = append(chunks, k)
				k--
			default:
				break loop
			}
		default:
			break loop
		}
	}
	switch b.kind(k) {
	case cStop, cMark, cAnd, cQuote:
	default:
		if !comma || b.kind(v.begin-1) == cComma {
			return
		}
		found, chunks = found[:near], chunks[:near]
	}
	for i, a := range found {
		b.conjoin(chunks[i])
		v.Args = append(v.Args, a)
	}
}

// add gives the clause an argument and its coordinated members.
func (b *builder) add(v *verbClause, f Function, prep string, i int) {
	g := b.cs[i].noun
	b.conjoin(i)
	v.Args = append(v.Args, Arg{Function: f, Prep: prep, Group: g})
}
