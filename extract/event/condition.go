package event

import (
	"sitrep/extract/lang"
	"sitrep/extract/rules"
	"slices"
)

// settlesSense reports whether an exception of a rule is one of language: the
// word's own object, preposition or modifier that gives it another sense, as in
// "shelled the peas", "struck a deal". What else is in the sentence or the text
// only makes a sense less likely.
func settlesSense(t *rules.Test) bool {
	switch t.Function {
	case "sentence", "any", "governor", "subject":
		return t.Settles
	}
	return t.Settles || len(t.Lemmas) > 0
}

// makesSense reports whether a condition of a rule is one of language: the
// word that gives a common verb the rule's sense, as in "used sarin", "fell to
// the bullets". Who else is in the sentence or the text only makes the sense
// likelier.
func makesSense(t *rules.Test) bool {
	switch t.Function {
	case "sentence", "governor", "subject":
		return t.Settles
	}
	return t.Settles || len(t.Lemmas) > 0 && len(t.Kinds) == 0
}

func (f *finder) holds(t *rules.Test, c *lang.Clause, slots []slot) bool {
	return f.finds(t, c, slots) != t.Absent
}

// finds reports whether what a condition looks for is there.
func (f *finder) finds(t *rules.Test, c *lang.Clause, slots []slot) bool {
	mask := t.Mask()
	switch t.Function {
	case "governor":
		v := c.Parent
		return c.Predicate.Noun && v != nil && contains(t.Lemmas, v.Predicate.Lemma)
	case "sentence":
		return f.findsInSentence(t, mask, c.Sentence)
	case "any":
		return f.findsInClause(t, mask, c, slots)
	}
	return lang.AnyIn(0, len(slots), func(i int) bool {
		s := &slots[i]
		return s.has(t.Function) && f.isWanted(t, mask, s.group)
	})
}

// findsInClause reports whether what a condition looks for is anywhere in the
// clause, its predicate included.
func (f *finder) findsInClause(t *rules.Test, mask rules.Class, c *lang.Clause, slots []slot) bool {
	for _, s := range slots {
		if f.isWanted(t, mask, s.group) || s.group.Apposition != nil && f.isWanted(t, mask, s.group.Apposition) {
			return true // the capture of Abu Yusuf, a rebel commander
		}
	}
	if c.Group != nil {
		if len(t.Lemmas) > 0 && f.groupHas(c.Group, t.Words()) {
			return true
		}
		if len(t.Kinds) == 0 {
			return false
		}
		class := f.class(c.Group) &^ rules.Happening
		return class.Is(mask) || class == 0 && mask.Is(rules.Unknown)
	}
	return t.Words().Has(c.Predicate.Lemma)
}

// findsInSentence reports whether what a condition looks for is anywhere in the
// sentence.
func (f *finder) findsInSentence(t *rules.Test, mask rules.Class, s *lang.Sentence) bool {
	if len(t.Lemmas) > 0 {
		if t.Words().AreAmong(&f.wording(s).said) {
			return true
		}
	}
	return slices.ContainsFunc(s.Nouns, func(g *lang.NounGroup) bool { return f.isWanted(t, mask, g) })
}

// isWanted reports whether a group has one of the lemmas of a condition, or is of
// one of its kinds, which are in mask.
func (f *finder) isWanted(t *rules.Test, mask rules.Class, g *lang.NounGroup) bool {
	if len(t.Lemmas) > 0 && f.groupHas(g, t.Words()) {
		return true
	}
	return len(t.Kinds) > 0 && (f.reading.Is(g, mask) || mask.Is(rules.Number) && g.IsNumber() || (mask.Is(rules.Unknown) || mask.Is(rules.Name) && g.Proper) && f.class(g) == 0)
}

// groupHas reports whether one of the lemmas, of one word or several, is the
// group's head or stands before it, as "riot" does in "riot police".
func (f *finder) groupHas(g *lang.NounGroup, lemmas *rules.WordSet) bool {
	return lemmas.Has(g.Lemma) || lemmas.StandsIn(f.phraseOf(g))
}

// phraseOf returns the text of a group. Many rules ask for it.
func (f *finder) phraseOf(g *lang.NounGroup) *rules.Phrase {
	if p := f.phrases.At(g); p != nil {
		return p
	}
	f.phrases.Set(g, rules.PhraseOf(g.Words(g.Last+1)))
	return f.phrases.At(g)
}
