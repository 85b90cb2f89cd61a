package toll

import (
	"sitrep/extract/lang"
	"sitrep/extract/mention/casualty"
	"sitrep/extract/mention/quantity"
	"sitrep/extract/reading"
)

// followReach is how many sentences back those may be counted whom a pronoun or a
// noun with the means.
const followReach = 2

// followed is the last figure of several people that was told, for those whom a text
// goes on to speak of without counting them again.
type followed struct {
	last     *casualty.Casualty
	sentence int
}

// resolve gives a casualty whose people are not counted the number of those told of
// before: two guards were shot at, killing them on the spot; arrested three men, who
// were hurt. They later succumbed.
func (f *followed) resolve(c *casualty.Casualty) {
	v := c.Victims
	if v == nil || isSomeOf(v) {
		return
	}
	if c.Quantity.Unknown && f.last != nil && v.Sentence.Index-f.sentence <= followReach && f.isMeant(v) {
		c.Quantity.Min, c.Quantity.Max, c.Quantity.Unknown = f.last.Quantity.Min, f.last.Quantity.Max, false
	}
	if q := c.Quantity; !q.Unknown && q.Min != nil && q.Max != nil && *q.Min == *q.Max && *q.Min > 1 && !v.Pronoun && v.Number == lang.Plural {
		f.last, f.sentence = c, v.Sentence.Index
	}
}

// countAntecedent gives a casualty of people whom a pronoun stands for the number that
// the text gives those: pulled six passengers off a bus and shot them.
func countAntecedent(r *reading.Reading, c *casualty.Casualty) {
	v := c.Victims
	if !c.Quantity.Unknown || v == nil || !v.Pronoun || isSomeOf(v) {
		return
	}
	for _, m := range r.ActorsOf(v) {
		if m.Antecedent == nil {
			continue
		}
		for back := 0; back <= followReach && back <= v.Sentence.Index; back++ {
			s := r.Document.Analyse(v.Sentence.Index - back)
			for _, n := range quantity.Find(s) {
				if m.Antecedent.Span.Contains(n.Span) && !n.Measure && n.Min != nil && n.Max != nil && *n.Min == *n.Max {
					c.Quantity.Min, c.Quantity.Max, c.Quantity.Unknown = n.Min, n.Max, false
					return
				}
			}
		}
	}
}

// isSomeOf reports whether a pronoun stands for people of whom not all are meant: most of [them].
func isSomeOf(v *lang.NounGroup) bool {
	t := v.Sentence.Tokens
	return v.Pronoun && t.Is(v.First-1, "of") && t.Tagged(v.First-2, "JJ", "JJS", "RBS", "DT", "PDT") && !t.Is(v.First-2, "all")
}

// isMeant reports whether a noun group means those told of last: they, the guards where
// guards were told of, the injured men where somebody was hurt.
func (f *followed) isMeant(v *lang.NounGroup) bool {
	if v.Pronoun {
		return v.Number == lang.Plural || v.Lemma == "they" || v.Lemma == "them"
	}
	return v.Det == "the" && (v.Number == lang.Plural && v.Lemma == f.last.Victims.Lemma || f.last.Kind == casualty.Wounded && casualty.AreHurt(v))
}
