package date

import "slices"

// The words that time expressions are made of, and the numbers among them.

func (p *parser) is(i int, set map[string]bool) bool {
	return i >= 0 && i < len(p.w) && set[p.w[i].lower]
}

func (p *parser) at(i int, words ...string) bool {
	return i >= 0 && i < len(p.w) && slices.Contains(words, p.w[i].lower)
}

// sense returns the entry of the word at i in one of the classes.
func (p *parser) sense(i int, classes ...string) (entry, bool) {
	if i < 0 || i >= len(p.w) {
		return entry{}, false
	}
	for _, e := range p.senses[i].entries {
		for _, c := range classes {
			if e.class == c {
				return e, true
			}
		}
	}
	return entry{}, false
}

// glued reports whether nothing stands between word i and the one before.
func (p *parser) glued(i int) bool {
	return i > 0 && i < len(p.w) && p.w[i].start == p.w[i-1].end
}

// number reads a count at i. Zero stands for a vague one (several).
func (p *parser) number(i int) (n, next int, ok bool) {
	for {
		if _, about := p.sense(i, "about"); !about {
			break
		}
		i++
	}
	if i >= len(p.w) {
		return 0, i, false
	}
	if w := p.w[i]; w.digits && w.suffix == "" && w.num > 0 && w.num < 1000 {
		return w.num, i + 1, true
	}
	if p.at(i, "half") && p.at(i+1, "a", "an") {
		return 0, i + 2, true
	}
	if p.at(i, "a", "the") { // a few, the couple of
		if n, next, ok := p.vagueCount(i + 1); ok {
			return n, next, true
		}
	}
	if e, ok := p.sense(i, "number"); ok {
		if u, ok := p.sense(i+2, "number"); ok && e.n >= 20 && u.n < 10 && p.at(i+1, "-") {
			return e.n + u.n, i + 3, true
		}
		return e.n, i + 1, true
	}
	if e, ok := p.sense(i, "article"); ok {
		return e.n, i + 1, true
	}
	return p.vagueCount(i)
}

// vagueCount reads several, couple of.
func (p *parser) vagueCount(i int) (n, next int, ok bool) {
	v, ok := p.sense(i, "vague")
	if !ok {
		return 0, i, false
	}
	if p.at(i+1, "of") {
		return v.n, i + 2, true
	}
	return v.n, i + 1, true
}

// ordinal reads third, 3rd, twenty-first.
func (p *parser) ordinal(i int) (n, next int, ok bool) {
	if i >= len(p.w) {
		return 0, i, false
	}
	if w := p.w[i]; w.digits && w.suffix != "" && w.suffix != "s" {
		return w.num, i + 1, true
	}
	if e, ok := p.sense(i, "ordinal"); ok {
		return e.n, i + 1, true
	}
	if e, ok := p.sense(i, "number"); ok && e.n >= 20 && e.n < 100 && p.at(i+1, "-") {
		if u, ok := p.sense(i+2, "ordinal"); ok && u.n < 10 {
			return e.n + u.n, i + 3, true
		}
	}
	return 0, i, false
}
