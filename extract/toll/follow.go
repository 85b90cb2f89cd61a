package toll

import (
	"sitrep/extract/lang"
	"sitrep/extract/mention/casualty"
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
	if v == nil {
		return
	}
	if c.Quantity.Unknown && f.last != nil && v.Sentence.Index-f.sentence <= followReach && f.isMeant(v) {
		c.Quantity.Min, c.Quantity.Max, c.Quantity.Unknown = f.last.Quantity.Min, f.last.Quantity.Max, false
	}
	if q := c.Quantity; !q.Unknown && q.Min != nil && q.Max != nil && *q.Min == *q.Max && *q.Min > 1 && !v.Pronoun && v.Number == lang.Plural {
		f.last, f.sentence = c, v.Sentence.Index
	}
}

// isMeant reports whether a noun group means those told of last: they, or the guards
// where guards were told of.
func (f *followed) isMeant(v *lang.NounGroup) bool {
	if v.Pronoun {
		return v.Number == lang.Plural || v.Lemma == "they" || v.Lemma == "them"
	}
	return v.Det == "the" && v.Number == lang.Plural && v.Lemma == f.last.Victims.Lemma
}
