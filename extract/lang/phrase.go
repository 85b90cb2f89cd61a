package lang

import "unicode"

// phrases hangs prepositional phrases, appositions and conjuncts on noun
// groups, as far as that can be told without verbs.
func (b *builder) phrases() {
	for i := range b.cs {
		if b.cs[i].kind != cNoun {
			continue
		}
		g := b.cs[i].noun
		// A (B): an alias or an explanation in brackets.
		if b.kind(i+1) == cOpen && b.kind(i+2) == cNoun && b.kind(i+3) == cClose && b.cs[i+2].noun.Numeral.Empty() {
			g.Apposition = b.cs[i+2].noun
		}
		// A, the B of C, …: an apposition ends in a comma or the sentence.
		if g.Apposition == nil && !b.cs[i].time && b.kind(i+1) == cComma && b.kind(i+2) == cNoun && !b.cs[i+2].time && b.apposes(i, i+2) {
			g.Apposition = b.cs[i+2].noun
		}
		// A [in B] [of C]: every phrase of the run hangs on A, and on what
		// stands directly before it.
		at := i
		for k := b.afterBrackets(i + 1); b.kind(k) == cPrep && b.kind(k+1) == cNoun; k = b.afterBrackets(at + 1) {
			a := &Attachment{Prep: b.cs[k].word, At: b.cs[k].first, Group: b.cs[k+1].noun}
			g.Attached = append(g.Attached, a)
			at = k + 1
			// by A and B: the others follow as conjuncts
			for b.kind(at+1) == cAnd && b.kind(at+2) == cNoun && b.kind(at+3) != cVerb {
				at += 2
			}
			if len(g.Attached) > 8 {
				break
			}
		}
	}
	// The nearest group before a conjunction takes it where the two are alike
	// (villages of A, B and C), else the one that heads the phrase (soldiers in
	// A and rebels in B).
	for _, alike := range []bool{true, false} {
		for i := len(b.cs) - 1; i >= 0; i-- {
			if b.cs[i].kind == cNoun {
				b.coordinate(i, alike)
			}
		}
	}
}

// afterBrackets is the chunk after a bracketed stretch that begins at i.
func (b *builder) afterBrackets(i int) int {
	if b.kind(i) != cOpen {
		return i
	}
	for k := i + 1; k < len(b.cs) && k < i+12; k++ {
		if b.cs[k].kind == cClose {
			return k + 1
		}
	}
	return i
}

func (b *builder) beforeBrackets(i int) int {
	for k := i; k >= 0 && k > i-12; k-- {
		if b.cs[k].kind == cOpen {
			return k - 1
		}
	}
	return i
}

// apposes says whether the group at k, after a comma, explains the group at
// i: it has a determiner and ends at a comma or the sentence's end.
func (b *builder) apposes(i, k int) bool {
	g := b.cs[k].noun
	a := b.cs[i].noun
	if !(g.Det == "the" || g.Det == "a" || g.Det == "an" || g.Possessor != nil || g.Proper && !a.Proper || a.Proper && !g.Proper && g.Det == "" && g.Number == Singular) || g.Pronoun || a.Pronoun {
		return false
	}
	if a.Number != g.Number && a.Number != UnknownNumber && g.Number != UnknownNumber && !a.Proper && !b.capitalised(a) {
		return false
	}
	e := k + 1
	for b.kind(e) == cPrep && b.kind(e+1) == cNoun {
		e += 2
	}
	switch b.kind(e) {
	case cComma, cStop:
	default:
		return false
	}
	if a.Proper && !g.Proper && (g.Det == "a" || g.Det == "an") {
		return true // Omar Said, a police chief, and his driver
	}
	// A, the B, and C is a list, not an apposition.
	return b.kind(e+1) != cAnd && !(b.kind(e) == cComma && b.kind(e+1) == cNoun && b.kind(e+2) == cAnd)
}

// capitalised says whether the head of a group has a capital: Democratic
// Forces/NNS.
func (b *builder) capitalised(g *NounGroup) bool {
	return g.Head > 0 && unicode.IsUpper(firstRune(b.s.Tokens[g.Head].Text))
}

// coordinate finds A, B and C that begins at chunk i. A verb right after the
// last member leaves the decision to subject: the last may be a subject of
// its own.
func (b *builder) coordinate(i int, alike bool) {
	if _, member := b.head[i]; member || b.cs[i].time || b.members[i] != nil {
		return
	}
	at := b.endOf(i)
	if b.isApposition(i) && b.kind(at+1) == cComma {
		return // Omar Said, a police chief, and …
	}
	if k := at + 2; b.kind(at+1) == cComma && b.isApposition(k) && b.explained(k) == i {
		// X, a police chief, and his driver
		if e := b.endOf(k); b.kind(e+1) == cComma && b.kind(e+2) == cAnd {
			at = e
		}
	}
	var list []int
	for {
		k := at + 1
		comma := b.kind(k) == cComma
		if comma {
			k++
		}
		and := b.kind(k) == cAnd && (b.cs[k].word == "and" || b.cs[k].word == "or" || b.cs[k].word == "&")
		if and {
			k++
			if b.kind(k) == cAdverb {
				k++
			}
		}
		if !comma && !and || b.kind(k) != cNoun || b.cs[k].time {
			break
		}
		if _, taken := b.head[k]; taken || alike && !b.sameShape(i, k) {
			break
		}
		if near := b.cs[at].noun; near != nil && near != b.cs[i].noun && near.Proper && b.sharedHead(b.cs[k].noun) {
			break // control of the Bakwa | and Gulistan districts
		}
		if comma && !and {
			if b.cs[i].noun.Apposition == b.cs[k].noun || !b.listGoesOn(k) {
				break
			}
		}
		list = append(list, k)
		at = b.endOf(k)
		if and {
			break
		}
	}
	if len(list) == 0 {
		return
	}
	b.members[i] = list
	for _, k := range list {
		b.head[k] = i
	}
}

// sameShape says whether the groups at chunks i and k look as if they belonged
// to one list: both are names, or neither is; where the first only explains
// another (rounds of ammunition and three grenades), both are counted.
func (b *builder) sameShape(i, k int) bool {
	a, g := b.cs[i].noun, b.cs[k].noun
	if a.Proper != g.Proper && !(a.Proper && b.sharedHead(g)) {
		return false
	}
	nested := b.kind(i-1) == cPrep && b.kind(i-2) == cNoun
	return !nested || a.Numeral.Empty() == g.Numeral.Empty() || b.cs[i-2].noun.Numeral.Empty()
}

// sharedHead says whether a group is a name before a plural that another name
// can share: the Bakwa and Gulistan districts.
func (b *builder) sharedHead(g *NounGroup) bool {
	t := b.s.Tokens
	return g.Det == "" && g.Number == Plural && g.First < g.Head && t[g.First].Tag == "NNP" && t[g.Head-1].Tag == "NNP"
}

// listGoesOn says whether a comma-separated list that holds chunk k ends in
// an and.
func (b *builder) listGoesOn(k int) bool {
	for n := 0; n < 12; n++ {
		k = b.endOf(k) + 1
		if b.kind(k) == cComma {
			k++
		}
		if b.kind(k) == cAnd {
			return b.kind(k+1) == cNoun
		}
		if b.kind(k) != cNoun || b.kind(k-1) != cComma {
			return false
		}
	}
	return false
}

// endOf is the last chunk of the noun group at i with its of-phrases and
// brackets.
func (b *builder) endOf(i int) int {
	for {
		k := b.afterBrackets(i + 1)
		if b.kind(k) == cPrep && b.kind(k+1) == cNoun && !b.cs[k+1].time {
			i = k + 1
			continue
		}
		return k - 1
	}
}

func (b *builder) isApposition(i int) bool {
	return b.kind(i) == cNoun && b.explained(i) >= 0
}

// explained is the chunk of the group that the one at chunk i is the
// apposition of, or -1.
func (b *builder) explained(i int) int {
	for k := i - 2; k >= 0 && k >= i-6; k-- {
		if b.cs[k].kind == cNoun && b.cs[k].noun.Apposition == b.cs[i].noun {
			return k
		}
	}
	return -1
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
func (b *builder) listed(i int) []int { return b.appendListed(nil, i) }

func (b *builder) appendListed(out []int, i int) []int {
	for _, k := range b.members[i] {
		if b.begins[k] || b.head[k] != i {
			continue
		}
		out = append(out, k)
		out = b.appendListed(out, k)
	}
	return out
}

// conjoin writes the coordination of the group at chunk i into the group,
// where it is the first of its list.
func (b *builder) conjoin(i int) {
	g := b.cs[i].noun
	if _, member := b.head[i]; member && !b.begins[i] || g.Conjuncts != nil {
		return
	}
	for _, k := range b.listed(i) {
		m := b.cs[k].noun
		m.Coordinated = g
		g.Conjuncts = append(g.Conjuncts, m)
	}
}

// split takes the list of the group at chunk h from it and gives it to its
// first member.
func (b *builder) split(h int) {
	list := b.members[h]
	delete(b.members, h)
	first := list[0]
	delete(b.head, first)
	for _, k := range list[1:] {
		b.head[k] = first
	}
	b.members[first] = append(list[1:], b.members[first]...)
}

func (b *builder) dropMember(h, j int) {
	var keep []int
	for _, k := range b.members[h] {
		if k < j {
			keep = append(keep, k)
		}
		if k > j {
			delete(b.head, k)
		}
	}
	b.members[h] = keep
}
