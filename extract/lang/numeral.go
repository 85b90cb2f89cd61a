package lang

// numeral returns the tokens of the quantity that begins at token i: at least
// 12, dozens of, two of, a number of, three.
func (p *grouper) numeral(i int) Range {
	start := i
	if i == 0 && len(p.t) > 1 && isNumericDate(p.t[0].Text) {
		return Range{0, 1} // 2023-03-12 | members of a gang
	}
	q := p.t.qualifier(i)
	if !q.Empty() {
		i = q.To
	}
	if n := p.figures(i); n > i {
		return Range{start, p.figuresOf(n)}
	}
	k := p.quantifier(i)
	switch {
	case k < 0:
	case p.t.Word(k+1) == "of" && (p.t.startsNoun(k+2) || p.t.Tag(k+2) == "VBN"):
		return Range{start, k + 2} // a number of soldiers
	case !q.Empty(), words().dozens.has(p.t.Word(k)) && p.nounAhead(k+1):
		return Range{start, k + 1} // at least a dozen soldiers; half a dozen Ghanaian peacekeepers
	}
	return Range{start, start}
}

// figures returns the token after the number that begins at i, in one or more
// words: 12; 10 to 15; three or four.
func (p *grouper) figures(i int) int {
	n := i
	if p.isHour(i) || p.yearBeforeNumber(i) {
		return i + 1
	}
	for p.t.Tag(n) == "CD" || n > i && p.t.Is(n, "and", "or", "to", "-") && p.t.Tag(n+1) == "CD" && p.t.Tag(n-1) == "CD" &&
		p.t[n-1].IsYear() == p.t[n+1].IsYear() && !p.agesBefore(i, n) {
		n++
	}
	return n
}

// agesBefore reports whether the number from token i up to the and at n is how old the one
// person before it is, and no part of the number after it: a boy of [12] and three women;
// but not in an aside: among them a boy of 12 and three women.
func (p *grouper) agesBefore(i, n int) bool {
	return n == i+1 && p.t.Is(n, "and") && p.t.Is(i-1, "of", "aged") && p.t.Tag(i-2) == "NN" && p.t.Is(i-3, "a", "an", "the") && !p.t.Tagged(i-4, "PRP", "WP", "VBG")
}

// yearBeforeNumber reports whether token i is a year that opens a clause and no part of
// the number after it: in 1963 | two men were shot.
func (p *grouper) yearBeforeNumber(i int) bool {
	return i < len(p.t) && p.t[i].IsYear() && p.t.Is(i-1, "in", "since") && p.t.Tag(i+1) == "CD" && p.opensWithTime(i)
}

// figuresOf returns the token after a number that ends before token n and what
// joins it to the noun it counts: two dozen of; two of the.
func (p *grouper) figuresOf(n int) int {
	switch t := p.t; {
	case words().quantifiers.has(t.Word(n)) && t.Word(n+1) == "of":
		return n + 2
	case words().dozens.has(t.Word(n)) && p.nounAhead(n+1):
		return n + 1 // two dozen armed men
	case t.Word(n) == "of" && n+1 < len(t) && isDeterminer(t[n+1]):
		return n + 1
	case t.Is(n, "out") && t.Is(n+1, "of") && t.Tag(n+2) == "CD":
		return p.figures(n + 2) // 20 out of 27 drones
	case t.Is(n, "out") && t.Is(n+1, "of") && t.Is(n+2, "the") && t.Tag(n+3) == "CD":
		return p.figures(n + 3)
	}
	return n
}

// partitive reports whether token i tells how many of those who are named after it are
// meant: some of the hostages, most of his men.
func (p *grouper) partitive(i int) bool {
	return words().partitives.has(p.t.Word(i)) && p.t.Word(i+1) == "of" && i+2 < len(p.t) && isDeterminer(p.t[i+2]) && p.nounAhead(i+3)
}

// quantifier returns the noun of quantity in the words that begin at token i,
// or -1: number in a large number of.
func (p *grouper) quantifier(i int) int {
	k := i
	if p.t.Is(k, "half") {
		k++
	}
	if p.t.Is(k, "a", "the") {
		k++
	}
	for p.t.Adjective(k) && k < i+3 {
		k++
	}
	if words().quantifiers.has(p.t.Word(k)) {
		return k
	}
	return -1
}
