package reading

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/extract/article"
	"sitrep/extract/lang"
	"sitrep/extract/lexicon"
)

// NamesPerson reports whether a group is nothing but the name of a person: a first name and a
// surname, or a surname that the text has had after another name, as Abedi after Salman Abedi.
func (r *Reading) NamesPerson(g *lang.NounGroup) bool {
	if !g.Proper || g.Pronoun {
		return false
	}
	t := g.Sentence.Tokens
	for k := g.First; k <= g.Last; k++ {
		if !t.ProperNoun(k) || !t.Capital(k) {
			return false
		}
	}
	if g.Last > g.First {
		return lexicon.Given()[t[g.First].Lower]
	}
	first, ok := r.surnames.get(r.findSurnames)[t[g.First].Text]
	return ok && first <= g.Sentence.Index
}

// findSurnames returns the names that stand after a first name, or after another name that does
// not open the sentence, and the first sentence in which each of them does.
func (r *Reading) findSurnames() map[string]int {
	out := map[string]int{}
	for _, s := range r.Document.Sentences {
		text := s.Text
		opens := true // the word before opens the sentence
		for {
			before, after, more := strings.Cut(text, " ")
			if !more {
				break
			}
			if k := strings.LastIndexAny(before, "\n\"“("); k >= 0 {
				before, opens = strings.TrimLeft(before[k:], "\n\"“("), false
			}
			if isCapitalised(before) && (!opens || lexicon.Given()[strings.ToLower(before)]) {
				addFirst(out, leading(after, unicode.IsLetter), s.Index)
				addFirst(out, leading(after, isNameRune), s.Index)
			}
			text, opens = after, false
		}
	}
	return out
}

// addFirst notes the sentence in which a name stands first.
func addFirst(sentences map[string]int, name string, sentence int) {
	if _, known := sentences[name]; !known {
		sentences[name] = sentence
	}
}

// leading returns the longest prefix of a text whose runes all satisfy is.
func leading(text string, is func(rune) bool) string {
	if end := strings.IndexFunc(text, func(r rune) bool { return !is(r) }); end >= 0 {
		return text[:end]
	}
	return text
}

// isNameRune reports whether a rune can stand within a name: O'Brien, Abu-Bakr.
func isNameRune(r rune) bool { return unicode.IsLetter(r) || strings.ContainsRune("-'’", r) }

// isCapitalised reports whether a word is a capital followed by lower-case letters.
func isCapitalised(w string) bool {
	c, n := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(c) && n < len(w) && strings.IndexFunc(w[n:], func(r rune) bool { return !unicode.IsLower(r) }) < 0
}

// IsSetApart reports whether a clause behind the act begins with a place of its own, and span stands
// in it: a brigade [was formed], and in Colombia, [rebels ambushed a patrol near Pasto]; shops [were
// looted], while in [Karachi], a bomb went off. So does a clause with which the act only came: the
// bombing came weeks after troops had captured [Barawe]. Some of many acts were elsewhere, too: nine
// attacks, five of them in [Gao].
func (r *Reading) IsSetApart(s *lang.Sentence, act, span article.Span) bool {
	if span.Start > act.End && r.isOfSome(s, span) {
		return true
	}
	return slices.ContainsFunc(s.Clauses, func(c *lang.Clause) bool {
		if c.Link == lang.Adverbial && c.Start >= act.End && c.Contains(span) && r.onlyCame(c.Parent, act) {
			return true
		}
		g := r.frontedPlace(c)
		return g != nil && g.Start >= act.End && g.Start <= span.Start
	})
}

// isOfSome reports whether a place is only that of some of what was told: five of them in [Gao].
func (r *Reading) isOfSome(s *lang.Sentence, place article.Span) bool {
	g := s.InnermostGroup(place.Start)
	if g == nil {
		return false
	}
	t, i := s.Tokens, g.First-2
	for i > 0 && t.Is(i, "alone", "the", "province", "region") {
		i--
	}
	return slices.Contains(r.Rules.Grammar.Where, t.Word(g.First-1)) && t.Is(i, "them", "which", "whom", "these", "those") && t.Is(i-1, "of") && t.Tagged(i-2, "CD")
}

// onlyCame reports whether all that a clause says of the act, its subject, is that it came.
func (r *Reading) onlyCame(c *lang.Clause, act article.Span) bool {
	if c == nil || c.Predicate.Noun || !slices.Contains(r.Rules.Grammar.Occurring, c.Predicate.Lemma) {
		return false
	}
	g := c.Arg(lang.Subject)
	return g != nil && g.Overlaps(act) && c.Arg(lang.Object) == nil
}

// frontedPlace returns the place before the subject of a clause that stands behind another one, or
// nil.
func (r *Reading) frontedPlace(c *lang.Clause) *lang.NounGroup {
	subject := c.Arg(lang.Subject)
	if c.Kind != lang.Finite || c.Link == lang.Relative || subject == nil {
		return nil
	}
	for _, a := range c.Args {
		if a.Function == lang.Oblique && !a.Shared && a.Group.End < subject.Start && slices.Contains(r.Rules.Grammar.Where, a.Prep) && isBehindVerb(a.Group) && r.PlaceIn(a.Group) != nil {
			return a.Group
		}
	}
	return nil
}

// isBehindVerb reports whether a finite verb stands before the group in its sentence.
func isBehindVerb(g *lang.NounGroup) bool {
	return slices.ContainsFunc(g.Sentence.Verbs, func(v *lang.VerbGroup) bool { return v.Finite && v.Last < g.First })
}
