package lang

import (
	"sitrep/extract/article"
)

// nominals makes a clause of every common noun: what is said of it by
// possessor, modifiers and prepositional phrases.
func (b *builder) nominals() {
	for i := range b.chunks {
		if b.chunks[i].kind != cNoun {
			continue
		}
		g := b.chunks[i].noun
		b.conjoin(i)
		b.nominal(g, i)
		for o := g.Possessor; o != nil; o = o.Possessor {
			b.nominal(o, i)
		}
	}
}

// nominal makes the clause of the group at chunk at, or of its possessor g.
func (b *builder) nominal(g *NounGroup, at int) {
	t := b.s.Tokens
	if g.Pronoun || !isNoun(t[g.Head].Tag) {
		return
	}
	c := &Clause{Sentence: b.s, Kind: Nominal, Link: Argument, Group: g, Span: g.Span}
	h := t[g.Head]
	c.Predicate = Predicate{
		Span: h.Span, Text: h.Text, Lemma: Lemma(h.Lower, commonTag(h.Tag)), Noun: true,
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
	c.Parent = b.parentOf(at)
	b.s.Clauses = append(b.s.Clauses, c)
}

// pronounOwner returns the possessive pronoun before a nominal as a group of its
// own: their retaking of the town.
func (b *builder) pronounOwner(g *NounGroup) *NounGroup {
	t := b.s.Tokens[g.First]
	if t.Tag != "PRP$" {
		return nil
	}
	o := b.s.newGroup(NounGroup{Span: t.Span, First: g.First, Last: g.First, Head: g.First, Lemma: t.Lower, Pronoun: true, Number: Singular})
	if words().pluralPronoun(t.Lower) {
		o.Number = Plural
	}
	return o
}

// commonTag returns the tag that a proper noun would have as a common one.
// prose tags the capitalised words of headlines as proper, and Lemma leaves
// proper nouns as they are.
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
		j := b.modifierEnd(i, g.Head)
		tag := t[i].Tag
		if isNoun(tag) || tag == "JJ" || tag == "VBN" {
			m := b.s.newGroup(NounGroup{First: i, Last: j, Head: j, Lemma: Lemma(t[j].Lower, commonTag(t[j].Tag)), Proper: t[j].Tag == "NNP" || t[j].Tag == "NNPS"})
			m.Span = article.Span{Start: t[i].Start, End: t[j].End}
			out = append(out, m)
		}
		i = j
	}
	return out
}

// modifierEnd returns the last token of the modifier that begins at i, before the head:
// a run of proper nouns, a name with the body that it tells of, or a plural with what
// tells of it: [Israeli army] fire; [armed men] attack.
func (b *builder) modifierEnd(i, head int) int {
	t := b.s.Tokens
	j := i
	for j+1 < head && t[i].Tag == "NNP" && (t[j+1].Tag == "NNP" || t[j+1].Tag == "NNPS") {
		j++
	}
	if j+1 < head && t.Capital(i) && t.Tagged(i, "NNP", "JJ") && t[j+1].Tag == "NN" && b.w.bodies.has(t[j+1].Lower) {
		j++
	}
	if j+1 < head && t.Tagged(i, "NNP", "JJ", "NN") && t[j+1].Tag == "NNS" {
		j++
	}
	return j
}

// parentOf returns the verb clause in which the group, or the group it hangs on,
// is an argument.
func (b *builder) parentOf(at int) *Clause {
	for i := at; i >= 0; {
		h := b.chunks[i].noun
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
