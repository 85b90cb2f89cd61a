package quantity

import (
	"sitrep/extract/article"
	"sitrep/extract/lang"
	"sitrep/extract/mention"
)

// Of returns the quantity of a noun group that has no number: one for a single
// person or thing (a soldier, the governor, a name), two for a couple, and
// open from one for a bare plural. The text is the group's, without "the".
func Of(g *lang.NounGroup) mention.Quantity {
	exactly := func(n int) mention.Quantity {
		q := text(g)
		q.Min, q.Max = &n, &n
		return q
	}
	if n, ok := lex().collectives[g.Lemma]; ok && !g.Proper {
		return exactly(n)
	}
	if g.Plural() {
		q := text(g)
		lo := 1
		q.Min, q.Unknown = &lo, true
		return q
	}
	return exactly(1)
}

// text returns a quantity without bounds whose text is the group's, without an
// article before a plural.
func text(g *lang.NounGroup) mention.Quantity {
	start := g.Start
	t := g.Sentence.Tokens
	if g.Plural() && g.First < g.Last && (t[g.First].Tag == "DT" || t[g.First].Tag == "PDT") {
		start = t[g.First+1].Start
	}
	span := article.Span{Start: start, End: g.End}
	return mention.Quantity{Span: span, Text: g.Sentence.Text[start-g.Sentence.Start : g.End-g.Sentence.Start]}
}

// IsRound reports whether a word is an amount by itself: dozens, scores, hundreds.
func IsRound(word string) bool { return lex().words[word].class == "round" }
