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
	first, second := a, b
	if a.Start > b.Start {
		first, second = b, a
	}
	return slices.ContainsFunc(s.parting(), func(g *NounGroup) bool {
		return g.Start >= first.End && g.Start <= second.Start && g.IsAnswered() || g.keepsFrom(a, b)
	})
}

// parting returns the noun groups that IsAcrossAnswer asks: few sentences have one.
func (s *Sentence) parting() []*NounGroup {
	if s.parts == nil {
		s.parts = make([]*NounGroup, 0)
		for _, g := range s.Nouns {
			if g.IsAnswered() || g.OnlyDates() {
				s.parts = append(s.parts, g)
			}
		}
	}
	return s.parts
}

// OnlyDates reports whether a group names a happening only to say when something else was: two days
// after [the bombing]; shortly before [the attack]; on the day of [the raid]; on the same day as [it].
func (g *NounGroup) OnlyDates() bool {
	s, k := g.Sentence, g.First-1
	if k < 1 || g.Time {
		return false
	}
	switch {
	case words().temporal[s.Tokens.Word(k)] == "distance":
		measure := s.GroupTo(k - 1)
		return measure != nil && measure.Time && measure.Det != "the" || s.Tokens.Tag(k-1) == "RB"
	case s.Tokens.Is(k, "of", "as"):
		measure := s.GroupTo(k - 1)
		return measure != nil && measure.Time && measure.Det == "the" && !s.Tokens.ProperNoun(measure.Head) && s.Tokens.Is(measure.First-1, "on")
	}
	return false
}

// keepsFrom reports whether a group only says when or in answer to what something was, and its phrase,
// up to a comma, holds a span but not an act: a week after the massacre [at Gao], the army [shelled] Bourem;
// in revenge for a raid that killed [nine], it [shelled] Bourem.
func (g *NounGroup) keepsFrom(act, span article.Span) bool {
	answered := g.IsAnswered()
	if span.Start < g.Start || !answered && !g.OnlyDates() {
		return false
	}
	s, end := g.Sentence, g.End
	k := g.Last + 1
	for ; k < len(s.Tokens) && s.Tokens.Mark(k) == 0; k++ {
		if !answered && s.VerbAt(k) != nil {
			return false // two days after the bombing killed ten
		}
		end = s.Tokens[k].End
	}
	if s.Tokens.Tagged(k+1, "WP", "WDT", "WRB") {
		return false // two weeks after the troops, who came from Chad, took the town
	}
	phrase := article.Span{Start: g.Start, End: end}
	return phrase.Contains(span) && !phrase.Contains(act)
}

// IsAnswer reports whether a group only says that the act of its clause answers another one: in
// [retaliation], soldiers burned the village.
func (g *NounGroup) IsAnswer() bool {
	prep, ok := words().answers[g.Sentence.Tokens.Word(g.Head)]
	return ok && prep != "" && g.First == g.Head && g.Sentence.Tokens.Is(g.First-1, "in", "as")
}
