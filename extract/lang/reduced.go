package lang

// looksReduced says whether a past participle, or a form that can be one,
// stands without auxiliary where a reduced relative clause would.
func (b *builder) looksReduced(i int) bool {
	g := b.cs[i].verb
	if g.First != g.Main || g.Form != "VBN" && g.Form != "VBD" {
		return false
	}
	if b.kind(i-1) == cAnd && b.kind(i-2) == cVerb && b.cs[i-2].verb.Finite && b.cs[i-2].verb.First != b.cs[i-2].verb.Main {
		return false // have killed and injured
	}
	if b.kind(i-1) != cNoun {
		return g.Form == "VBN" && !b.closesParenthesis(i)
	}
	n := i - 1
	for b.kind(n-1) == cPrep && b.kind(n-2) == cNoun {
		n -= 2
	}
	switch {
	case b.kind(n-1) == cRel && (b.kind(n-2) != cPrep || !b.mainVerbAhead(i, true) || !words().transitive[g.Lemma]):
		return false // whom the militia abducted
	case b.kind(n-1) == cAnd && !b.cs[n].noun.Numeral.Empty():
		if p := b.lastVerb(n); p != nil && p.Predicate.Voice == Passive && (p.Verb.Finite || p.Verb.Infinitive) {
			return false // were killed and eleven wounded by shells fired into homes
		}
	}
	if g.Form == "VBN" && b.kind(i+1) == cPrep && b.cs[i+1].word == "by" && b.kind(n-1) == cAnd {
		if p := b.lastVerb(n); p != nil && p.Predicate.Voice == Active && p.Verb.Finite && !reports(p.Verb) {
			return true // destroyed a lorry and two cranes used by the group
		}
	}
	if g.Form == "VBD" {
		if b.hasObject(i) || words().pasts[b.s.Tokens[g.Main].Lower] {
			return false
		}
		if b.afterObject(i - 1) {
			return true // dropped two bombs loaded/VBD with …
		}
		if (!reports(g) || b.kind(i+1) == cVerb) && b.mainVerbAhead(i, true) {
			return true // a round fired/VBD from the hills struck a house
		}
		if !words().transitive[g.Lemma] {
			return false
		}
	}
	if b.mainVerbAhead(i, false) {
		return true
	}
	j := b.climb(i - 1)
	if j < 0 {
		return g.Form == "VBN"
	}
	if b.kind(j-1) == cVerb && b.cs[j-1].verb.Finite && reports(b.cs[j-1].verb) {
		return false // said troops fired/VBN on the crowd
	}
	if b.kind(j-1) == cComma && b.kind(j-2) == cNoun && !b.cs[j-2].time && b.kind(i+1) == cPrep && b.cs[i+1].word == "by" && b.cs[j].noun.Det != "" {
		return true // the T4 airbase, a large airport used by helicopters
	}
	if b.opensClause(j) && (g.Form == "VBD" || b.hasNoFinite(i) || b.kind(j-1) == cAnd || b.kind(j-1) == cMark || b.kind(j-1) == cComma || b.kind(j-1) == cNoun || j == 0) {
		return false // 12 killed as …; and five others wounded
	}
	return g.Form == "VBN"
}

// closesParenthesis says whether the participle at chunk i follows a
// parenthesis after a subject that has no other verb: The rebels, the army
// said, attacked/VBN.
func (b *builder) closesParenthesis(i int) bool {
	if b.kind(i-1) != cComma {
		return false
	}
	k, ok := b.parenthesis(i - 1)
	if !ok || b.kind(k) != cNoun {
		return false
	}
	j := b.climb(k)
	if j < 0 || !b.opensClause(j) && j != 0 {
		return false
	}
	for n := i + 1; n < len(b.cs); n++ {
		if b.kind(n) == cVerb && b.cs[n].verb.Finite && !b.marked(n) {
			return false
		}
	}
	return true
}

// afterObject says whether the group at chunk j is the object of a finite verb
// that takes no clause, so that no verb can have it as its subject.
func (b *builder) afterObject(j int) bool {
	n := j
	for b.kind(n-1) == cPrep && b.kind(n-2) == cNoun {
		n -= 2 // the bodies of two men
	}
	v := b.byChunk[n-1]
	return v != nil && v.Kind == Finite && v.Predicate.Voice == Active && !reports(v.Verb) && !b.cs[j].time
}

// hasObject says whether a direct object follows the verb at chunk i.
func (b *builder) hasObject(i int) bool {
	k := i + 1
	for b.kind(k) == cAdverb || b.kind(k) == cAdjective {
		k++
	}
	return b.kind(k) == cNoun && !b.cs[k].time
}

// mainVerbAhead says whether a finite verb follows the participle at chunk i
// within its phrase: soldiers wounded in the attack died. A sure one has an
// auxiliary or an object.
func (b *builder) mainVerbAhead(i int, sure bool) bool {
	comma := b.kind(i-1) == cComma
	agent := b.kind(i+1) == cPrep && (b.cs[i+1].word == "by" || b.cs[i+1].word == "with")
	for k := i + 1; k < len(b.cs); k++ {
		switch b.cs[k].kind {
		case cNoun:
			if b.kind(k-1) == cNoun && !b.cs[k-1].time && !b.cs[k].time {
				return false
			}
		case cPrep, cAdverb, cAdjective:
		case cAnd:
			if !agent || b.kind(k+1) != cNoun {
				return false
			}
		case cComma:
			if !comma {
				return false
			}
			return b.kind(k+1) == cVerb && b.cs[k+1].verb.Finite
		case cVerb:
			g := b.cs[k].verb
			if g.Infinitive || sure && !g.Finite && k > i+1 {
				continue // militants believed to be infiltrators opened fire
			}
			if sure && g.First == g.Main && g.Particle == "" && !b.hasObject(k) && !reports(g) {
				return false
			}
			return g.Finite && b.kind(k-1) != cAnd
		default:
			return false
		}
	}
	return false
}

func (b *builder) hasNoFinite(i int) bool {
	for k := range b.cs {
		if k != i && b.cs[k].kind == cVerb && b.cs[k].verb.Finite && !b.marked(k) {
			return false
		}
	}
	return true
}

// marked says whether a subordinator or relative opens the clause of the
// verb at chunk k.
func (b *builder) marked(k int) bool {
	for k--; k >= 0; k-- {
		switch b.cs[k].kind {
		case cMark, cRel:
			return true
		case cVerb, cStop:
			return false
		}
	}
	return false
}
