package lang

import (
	"slices"

	"sitrep/extract/article"
)

// IsAnswered reports whether a group names what the act before it is an answer to, which others
// did elsewhere: bombed the camp in revenge for [the killing] of a chief.
func (g *NounGroup) IsAnswered() bool {
	t, k := g.Sentence.Tokens, g.First-1
	if k < 0 {
		return false
	}
	answers := words().answers
	if prep, ok := answers[t.Word(k)]; ok && prep == "" {
		return true
	}
	prep, ok := answers[t.Word(k-1)]
	return ok && prep == t.Word(k)
}

// IsAcrossAnswer reports whether one of two spans of the sentence belongs to an act and the other
// to what that act is an answer to: [shelled] Homs in response to the downing [of a helicopter].
func (s *Sentence) IsAcrossAnswer(a, b article.Span) bool {
	if a.Start > b.Start {
		a, b = b, a
	}
	return slices.ContainsFunc(s.Nouns, func(g *NounGroup) bool {
		return g.Start >= a.End && g.Start <= b.Start && g.IsAnswered()
	})
}
