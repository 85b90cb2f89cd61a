package lang

// right collects the objects and prepositional phrases of a verb, up to where
// the next clause begins, and what stands before its subject.
func (b *builder) right(v *verbClause) {
	if v.subject >= 0 {
		b.add(v, Subject, "", v.subject)
	}
	b.fronted(v)
	r := argumentScan{builder: b, v: v}
	for i := v.at + 1; i >= 0 && i < len(b.chunks) && (!b.beginsAt(i) || i == v.begin); {
		i = r.next(i)
	}
}

// argumentScan goes over what stands right of a verb.
type argumentScan struct {
	*builder
	v        *verbClause
	object   bool // the object was found
	noObject bool // a preposition or comma has passed: no object any more
}

// next reads the argument at chunk i and returns the chunk after it, or -1
// where the clause ends before it.
func (r *argumentScan) next(i int) int {
	switch r.kind(i) {
	case cStop:
		if k := r.placeAside(i); k > i {
			r.noObject = true
			return k + 1
		}
		return -1
	case cVerb, cRel, cMark:
		return -1
	case cNoun:
		return r.group(i)
	case cPrep:
		return r.phrase(i)
	case cComma:
		return r.comma(i)
	case cAnd:
		if r.nounAt(i+1) || r.opensNext(i+1) {
			return -1 // the rest of a coordination was passed with its first
		}
	case cOpen:
		if k := r.afterBrackets(i); k > i {
			return k
		}
	}
	return i + 1
}

// group reads a noun group that has no preposition: an object, a time, or the
// subject of an inverted clause, which is known already.
func (r *argumentScan) group(i int) int {
	switch c := &r.chunks[i]; {
	case i == r.v.subject:
	case c.time && (r.object || c.noun.Det == "" || !r.directly(r.v, i) || r.isDayBeside(i)):
		r.add(r.v, Time, "", i)
	case !r.object && !r.noObject:
		r.add(r.v, Object, "", i)
		r.object = true
	case r.object && !r.noObject && r.kind(i-1) == cNoun && words().ditransitive.has(r.v.Verb.Lemma):
		r.ditransitive(r.v, i)
	}
	return r.skipMembers(i)
}

// opensNext reports whether phrases from chunk k on stand before the subject with which the next
// clause begins: stoned an office in Khojand, and [in Goma] the police opened fire.
func (r *argumentScan) opensNext(k int) bool {
	opens := false
	for r.kind(k) == cPrep && r.nounAt(k+1) && !r.beginsAt(k+1) {
		k, opens = r.skipMembers(k+1), true
		if r.kind(k) == cComma {
			k++
		}
	}
	return opens && r.nounAt(k) && r.beginsAt(k)
}

// isDayBeside reports whether the time at chunk i is one beside another, and so no object:
// nine people killed [the day] before by rebels; burned it [the previous night].
func (b *builder) isDayBeside(i int) bool {
	if !b.timeAt(i) {
		return false
	}
	if b.kind(i-1) == cVerb && b.nounAt(i+1) && !b.beginsAt(i+1) {
		return true // condemned [this week] the killing
	}
	g := b.chunks[i].noun
	if m := g.Modifiers; !m.Empty() && words().temporal[b.s.Tokens[m.From].Lower] == "order" {
		return true
	}
	return b.kind(i+1) == cPrep && b.s.Tokens.Is(b.chunks[i+1].first, "before", "after", "earlier") && b.kind(i+2) != cNoun
}

// phrase reads a preposition and the group after it.
func (r *argumentScan) phrase(i int) int {
	switch {
	case r.kind(i+1) != cNoun:
		r.noObject = true
		return i + 1
	case r.beginsAt(i + 1):
		return -1
	}
	v := r.v
	if m := r.mover(); m != nil && r.chunks[i].word == "into" {
		v = m
	}
	r.add(v, phraseFunction(r.chunks[i].word), r.chunks[i].word, i+1)
	if (!r.chunks[i+1].time || r.object) && !r.postpones(i) {
		r.noObject = true // but: seized on Thursday a cache of arms
	}
	return r.skipMembers(i + 1)
}

// postpones reports whether phrases stand between the verb and its object, the first of them at
// chunk i: hacked to death [a farmer], recovered from them [an M16 rifle], abducted from their
// homes in Basilan [three teachers], announced in a video [the capture of the town].
func (r *argumentScan) postpones(i int) bool {
	v := r.v.Verb
	if r.object || r.noObject || v.Voice == Passive && v.First != v.Main || r.w.intransitive.has(v.Lemma) {
		return false
	}
	k := r.behindPhrases(i)
	if k == i || !r.nounAt(k) || r.beginsAt(k) || r.isBare(k) || r.subjectIsCounted() {
		return false
	}
	return k == i+2 && (r.isBare(i+1) || r.chunks[i+1].noun.Pronoun) || r.isNewlyTold(k) || isReporting(v)
}

// subjectIsCounted reports whether the subject has a number, as that of a passive without an
// auxiliary often has: three others injured in a blast in Kabul city.
func (r *argumentScan) subjectIsCounted() bool {
	return r.v.subject >= 0 && !r.chunks[r.v.subject].noun.Numeral.Empty()
}

// isNewlyTold reports whether the group at chunk k has the form of something that is mentioned
// for the first time, as an object behind phrases has: two pistols, a cache, heavy losses; but
// not the house, this summer.
func (b *builder) isNewlyTold(k int) bool {
	g := b.chunks[k].noun
	return isNominal(b.s.Tokens.Tag(g.Head)) && (!g.Numeral.Empty() || g.Number == Plural || isIndefinite(g))
}

// mover returns the clause whose object the participle only describes as full of
// something, or nil: the object is what went into a place, not what fills it, as
// in "drove a lorry filled with explosives into the gate".
func (r *argumentScan) mover() *verbClause {
	if !r.w.filled.has(r.v.Verb.Lemma) || r.v.Link != Relative || r.v.antecedent < 0 || len(r.v.Args) == 0 {
		return nil
	}
	m := r.lastVerb(r.v.at)
	if m == nil || m.Arg(Object) != r.chunks[r.v.antecedent].noun {
		return nil
	}
	return m
}

// comma goes over a comma, and over the apposition or further place after it.
func (r *argumentScan) comma(i int) int {
	if r.givesUpPhrases(r.v) {
		return -1
	}
	switch {
	case r.isApposition(i + 1):
		return i + 2
	case r.kind(i-1) == cVerb && r.kind(i+1) == cAdverb && r.kind(i+2) == cComma:
		return i + 3 // announced, however, [the capture of the town]
	case (r.nounAt(i+1) || r.kind(i+1) == cRel) && r.placeAside(i) > i:
		r.noObject = true
		return r.placeAside(i) + 1
	case r.v.Verb.Form != "VBG" && r.toldAside(i+1) > i:
		r.noObject = true
		return r.toldAside(i+1) + 1
	case !r.nounAt(i + 1):
		r.noObject = true
		return i + 1
	case r.countedAside(i+1) > i:
		r.noObject = true
		return r.countedAside(i+1) + 1
	case !r.furtherPlace(r.v, i+1):
		return -1
	}
	r.add(r.v, Oblique, r.v.Args[len(r.v.Args)-1].Prep, i+1)
	return i + 2
}

// toldAside returns the comma that closes a clause that begins at chunk i and only says who told
// what stands around it, if a phrase follows, or -1: the men were shot, [witnesses said], by
// soldiers; the bridge was blown up, [said the army on Monday], near Gao.
func (b *builder) toldAside(i int) int {
	for k := i; k < len(b.chunks); k++ {
		switch b.kind(k) {
		case cNoun, cAdverb, cPrep:
		case cVerb:
			if v := b.clauseAt(k); v == nil || v.Kind != Finite || v.subject < i || !isReporting(v.Verb) {
				return -1
			}
		case cComma:
			if b.kind(k+1) == cPrep && b.nounAt(k+2) && !b.beginsAt(k+2) && b.lastVerb(k).begin >= i {
				return k
			}
			return -1
		default:
			return -1
		}
	}
	return -1
}

// countedAside returns the comma that closes a parenthesis that begins at chunk i and counts some
// of those before it, where a phrase follows, or -1: were hurt, [two seriously], by a bomb.
func (b *builder) countedAside(i int) int {
	if k := b.endOfPart(i); k > i+1 && b.kind(k+1) == cPrep {
		return k
	}
	return -1
}

// endOfPart returns the comma that closes an aside about some of those before it, which begins
// at chunk i, or -1: two policemen, [one of them a sergeant], and a trader.
func (b *builder) endOfPart(i int) int {
	if !b.nounAt(i) || b.beginsAt(i) {
		return -1
	}
	if g := b.chunks[i].noun; (g.Numeral.Empty() || g.Numeral.To <= g.Head) && !b.isPartOfThem(i) {
		return -1
	}
	for k := i + 1; k < len(b.chunks); k++ {
		switch b.kind(k) {
		case cNoun, cPrep, cAdverb, cAdjective:
		case cComma:
			return k
		default:
			return -1
		}
	}
	return -1
}

// isPartOfThem reports whether the group at chunk i is a part of those that a pronoun behind of
// stands for: some of them, both of them.
func (b *builder) isPartOfThem(i int) bool {
	return b.prepositionAt(i+1, "of") && b.kind(i+2) == cNoun && b.chunks[i+2].noun.Pronoun
}

// phraseFunction returns what a phrase with the preposition does in a clause.
func phraseFunction(prep string) Function {
	if prep == "by" {
		return By
	}
	return Oblique
}

// raised gives a verb what stands after the last of its series only: rebels abducted and killed [a
// village head]. Where the last one led, the others did not: was arrested and taken to Gao.
func (b *builder) raised(v *verbClause) {
	k := v.at + 1
	for _, kind := range [...]chunkKind{cComma, cAnd, cAdverb} {
		if b.kind(k) == kind {
			k++
		}
	}
	w := b.clauseAt(k)
	if w == nil || k == v.at+1 || w.Link != Coordinate || w.subject >= 0 || v.Arg(Object) != nil || w.sharesWith != v {
		return
	}
	if w.Verb.Form != v.Verb.Form && !isPast(w.Verb.Form) {
		return
	}
	for _, a := range w.Args {
		if a.Function == Subject || a.Group.End < w.Predicate.Start || a.Prep == "to" || a.Prep == "into" {
			continue
		}
		a.Shared = true
		v.Args = append(v.Args, a)
	}
}

// furtherPlace reports whether the group at chunk i names the place further in
// which the last one lies: in Tilwani, Anantnag District, …
func (b *builder) furtherPlace(v *verbClause, i int) bool {
	if len(v.Args) == 0 {
		return false
	}
	a := v.Args[len(v.Args)-1]
	if a.Function != Oblique || !a.Group.Proper || !b.chunks[i].noun.Proper || b.beginsAt(i) {
		return false
	}
	switch b.kind(i + 1) {
	case cComma, cStop, cPrep, cClose:
		return true
	}
	return false
}

// directly reports whether only adverbs stand between the verb and chunk i.
func (b *builder) directly(v *verbClause, i int) bool {
	return !AnyIn(v.at+1, i, func(k int) bool { return b.chunks[k].kind != cAdverb && b.chunks[k].kind != cAdjective })
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

// add gives the clause an argument and its coordinated members.
func (b *builder) add(v *verbClause, f Function, prep string, i int) {
	g := b.chunks[i].noun
	b.conjoin(i)
	v.Args = append(v.Args, Arg{Function: f, Prep: prep, Group: g})
}

// ByGroup is a table of what is known of the noun groups of one document. It is faster
// than a map.
type ByGroup[T any] struct{ entries []groupEntry[T] }

type groupEntry[T any] struct {
	group *NounGroup // nil where nothing is known
	value T
}

// Get returns what is known of a group, and whether anything is.
func (b *ByGroup[T]) Get(g *NounGroup) (value T, known bool) {
	if g.Index >= len(b.entries) || b.entries[g.Index].group != g {
		return value, false
	}
	return b.entries[g.Index].value, true
}

// At returns where what is known of a group stands until the next Set, or nil where nothing
// is known: larger values are not copied for each question.
func (b *ByGroup[T]) At(g *NounGroup) *T {
	if g.Index >= len(b.entries) || b.entries[g.Index].group != g {
		return nil
	}
	return &b.entries[g.Index].value
}

// Of returns what is known of a group, by find where nothing is yet.
func (b *ByGroup[T]) Of(g *NounGroup, find func(*NounGroup) T) T {
	value, known := b.Get(g)
	if !known {
		value = find(g)
		b.Set(g, value)
	}
	return value
}

// Set notes what is known of a group.
func (b *ByGroup[T]) Set(g *NounGroup, value T) {
	if g.Index >= len(b.entries) {
		b.entries = append(b.entries, make([]groupEntry[T], max(g.Index+1, *g.Sentence.counter)-len(b.entries))...)
	}
	b.entries[g.Index] = groupEntry[T]{g, value}
}

// Copy returns a copy of a group, which is another one of its document.
func (g *NounGroup) Copy() *NounGroup { return g.Sentence.newGroup(*g) }

// newGroup returns a noun group of the sentence that has the next index in its document.
func (s *Sentence) newGroup(g NounGroup) *NounGroup {
	g.Sentence, g.Index = s, *s.counter
	*s.counter++
	return &g
}
