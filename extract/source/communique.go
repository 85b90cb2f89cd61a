package source

import (
	"slices"
	"strings"
	"unicode"

	"sitrep/extract/article"
	"sitrep/extract/attribution"
	"sitrep/extract/lang"
	"sitrep/extract/mention/actor"
	"sitrep/extract/reading"
	"sitrep/extract/rules"
)

// A communiqué is told in the first person all through: in at least so many paragraphs
// and in at least one of so many.
const (
	ownParagraphs = 3
	ownShare      = 3
)

// letterhead is how many lines at the head and at the foot of a text may name who issues
// it.
const letterhead = 2

// communique returns the attribution of a whole text to the armed group or force that
// issues it: the name of one is a line at its head or foot, and we stands in it again and again
// outside of quotations. It is nil for other texts.
func communique(r *reading.Reading) *attribution.Attribution {
	name := issuer(r)
	if name == nil {
		return nil
	}
	a := r.Article()
	var own, all int
	var first article.Span
	for _, seg := range a.Segments {
		if seg.Part != article.Body || seg.Contains(name.Span) || seg.Len() == 0 {
			continue
		}
		all++
		if s := ownWord(a.Slice(seg.Span), r.Rules.Grammar.Ourselves); s.Len() > 0 {
			own++
			if first.Len() == 0 {
				first = article.Span{Start: seg.Start + s.Start, End: seg.Start + s.End}
			}
		}
	}
	if own < ownParagraphs || own*ownShare < all {
		return nil
	}
	return &attribution.Attribution{
		Source:   attribution.Source{Span: name.Span, Text: name.Text(), Group: name},
		Cue:      attribution.Cue{Span: first, Text: a.Slice(first), Lemma: strings.ToLower(a.Slice(first))},
		Content:  []article.Span{{Start: 0, End: len(a.Text)}},
		Sentence: name.Sentence.Index, Kind: attribution.Said,
	}
}

// issuer returns the name of an armed group or force that stands as a line of its own at
// the head or the foot of a text, or nil.
func issuer(r *reading.Reading) *lang.NounGroup {
	n := len(r.Document.Sentences)
	for i := 0; i < min(letterhead, n); i++ {
		if g := nameLine(r, i); g != nil {
			return g
		}
	}
	for i := max(n-letterhead, letterhead); i < n; i++ {
		if g := nameLine(r, i); g != nil {
			return g
		}
	}
	return nil
}

// nameLine returns the name of an armed group or force with which sentence i begins where
// it is a line without a verb, or nil.
func nameLine(r *reading.Reading, i int) *lang.NounGroup {
	s := r.Document.Analyse(i)
	if len(s.Nouns) == 0 || len(s.Verbs) > 0 || strings.HasSuffix(strings.TrimSpace(s.Text), ".") {
		return nil
	}
	g := s.Nouns[0]
	if g.First > 0 || !r.Is(g, rules.Force) || !g.Proper && !slices.ContainsFunc(r.ActorsOf(g), (*actor.Mention).Specific) {
		return nil
	}
	return g
}

// ownWord returns the first word of the first person in a paragraph outside of its
// quotations, or an empty span. US is no such word.
func ownWord(text string, words []string) article.Span {
	quoted, from := false, -1
	for i, c := range text + " " {
		switch {
		case unicode.IsLetter(c) || c == '\'' || c == '’':
			if from < 0 {
				from = i
			}
			continue
		case from >= 0 && !quoted:
			for _, w := range words {
				if strings.EqualFold(text[from:i], w) && !article.InCapitals(text[from:i]) {
					return article.Span{Start: from, End: i}
				}
			}
		}
		from = -1
		quoted = c != '”' && (c == '“' || quoted != (c == '"'))
	}
	return article.Span{}
}
