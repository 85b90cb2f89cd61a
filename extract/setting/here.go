package setting

import (
	"slices"

	"sitrep/extract/article"
	"sitrep/extract/event"
	"sitrep/extract/lang"
	"sitrep/extract/mention"
)

// here returns the place of the dateline where the sentence of an event says that it happened here,
// as in "PESHAWAR - … a bomb killed nine people in a mosque here"; but not "a mile from here", nor
// in the words of a speaker, who may be elsewhere.
func (f finder) here(e *event.Event) []mention.Place {
	t := e.Sentence.Tokens
	for i := range t {
		if t[i].Lower == "here" && (i == 0 || t[i].Start > e.Trigger.End) && !t.Tagged(i-1, "IN", "TO") && f.isSaidWith(e, t[i].Span) && !t.Quoted(i) && !finiteBetween(e, t[i].Span) {
			return f.dateline()
		}
	}
	return nil
}

// thisTown returns the place of the dateline for "this city", which no name goes with, or nil.
func (f finder) thisTown(g *lang.NounGroup) []mention.Place {
	if g.Det != "this" || !slices.Contains(f.Rules.Grammar.Settlements, g.Lemma) || g.Sentence.Tokens.Quoted(g.First) {
		return nil
	}
	return f.dateline()
}

// dateline returns the place that the text was sent from, as the text itself names it if it does, or
// nil.
func (f finder) dateline() []mention.Place {
	all := f.Places()
	head := slices.IndexFunc(all, func(p mention.Place) bool { return p.Use == mention.UseDateline && p.Located })
	if head < 0 {
		return nil
	}
	if k := slices.IndexFunc(all, func(p mention.Place) bool { return p.Use == mention.UsePlace && p.ID == all[head].ID }); k >= 0 {
		head = k
	}
	return []mention.Place{all[head]}
}

// finiteBetween reports whether a finite verb stands between an event and a word of its sentence.
func finiteBetween(e *event.Event, at article.Span) bool {
	between := article.Span{Start: min(e.Trigger.End, at.End), End: max(e.Trigger.Start, at.Start)}
	return slices.ContainsFunc(e.Sentence.Verbs, func(v *lang.VerbGroup) bool { return v.Finite && between.Contains(v.Span) })
}
