package setting

import (
	"slices"
	"strings"

	"sitrep/extract/article"
	"sitrep/extract/lang"
	"sitrep/extract/mention"
)

// bracketed returns the places in brackets from token i on that say where the
// name before them lies, as in "Gearek (Nduga, Papua)", "Dara (Bor South county)":
// names alone, with commas between and at least one of them known.
func (f finder) bracketed(s *lang.Sentence, i int) []mention.Place {
	end := pastBrackets(s, i) - 1
	if end <= i {
		return nil
	}
	var out []mention.Place
	known := false
	for from := i + 1; from < end; {
		to := from
		for to < end && s.Tokens[to].Text != "," {
			to++
		}
		p := f.nameIn(s, from, to)
		if p == nil {
			return nil
		}
		known = known || p.Located
		out = append(out, *p)
		from = to + 1
	}
	if !known {
		return nil
	}
	return out
}

// nameIn returns the place that the tokens name, or nil where they are no name
// alone: the place that the gazetteer has where it covers them with the noun
// for what it is, else the bare name.
func (f finder) nameIn(s *lang.Sentence, from, to int) *mention.Place {
	if to <= from || !isCapitalised(s.Tokens[from].Text) || !f.capitalised(s.Tokens[from:to]) {
		return nil
	}
	span := article.Span{Start: s.Tokens[from].Start, End: s.Tokens[to-1].End}
	if p := f.PlaceAt(span.Start); p != nil && p.Use == mention.UsePlace && (p.End >= span.End || p.Head.End >= span.End) {
		return p
	}
	if to-from > maxNameTokens || slices.ContainsFunc(s.Tokens[from:to], func(t lang.Token) bool { return isVerbOrNumber(t) }) {
		return nil
	}
	return &mention.Place{Span: span, Text: f.Article().Slice(span), Use: mention.UsePlace, Precision: 2}
}

// maxNameTokens is how many tokens the name of a place in brackets has at most.
const maxNameTokens = 4

// isVerbOrNumber reports whether a token can't belong to the name of a place.
func isVerbOrNumber(t lang.Token) bool { return t.Tag == "CD" || strings.HasPrefix(t.Tag, "VB") }

// isPutInBrackets reports whether brackets after a group say where it lies, so
// that it is a place: "took Akkarayan (Kilinochchi)".
func (f finder) isPutInBrackets(g *lang.NounGroup) bool {
	return len(f.bracketed(g.Sentence, g.Last+1)) > 0
}
