package setting

import (
	"slices"
	"strings"

	"sitrep/extract/lang"
	"sitrep/extract/mention"
	"sitrep/gazetteer"
)

// homes returns the places that were found, with the home of people in the place of
// what only says where it lies, as in "shot three women from Dara, south of Mosul".
func (s *search) homes() []mention.Place {
	out := slices.Clone(s.found)
	for i := range out {
		if !IsBearing(out[i].Relation) {
			continue
		}
		if g := s.landmarkOf(s.event.Sentence, &out[i]); g != nil && s.prepositionBefore(g) == "from" && (s.isUnknown(g) || s.FirstPlaceIn(g) != nil) {
			home := s.unlisted(g)
			if p := s.FirstPlaceIn(g); p != nil {
				home = *p
			} else {
				put(&home, &out[i])
			}
			out[i] = home
		}
	}
	return out
}

// landmarkOf returns the group before a place of a sentence that only says where it lies, as in
// "Dara, also 20 km south of Mosul", or nil.
func (f finder) landmarkOf(in *lang.Sentence, p *mention.Place) *lang.NounGroup {
	if !in.Contains(p.Span) {
		return nil
	}
	t := in.Tokens
	for i, n := in.TokensIn(p.Span).From-1, 0; i > 0 && n < longestLandmark; i, n = i-1, n+1 {
		if g := in.GroupTo(i); g != nil && g.Proper {
			return g
		}
		if t[i].Text != "," {
			continue
		}
		g := in.GroupTo(i - 1)
		if g != nil && !g.Proper && g.Det == "the" && f.IsPlace(g) {
			continue // 700 km from the capital, Bamako
		}
		return g
	}
	return nil
}

// longestLandmark is how many words may stand between a name and the one that says where
// it lies.
const longestLandmark = 7

// withoutLandmarks leaves out the places that only say where a narrower one
// before them lies, as in "in Tebourba, south of Tunis", "in Hermel, near the
// Syrian border". It is not in them.
func (f finder) withoutLandmarks(ps []mention.Place) []mention.Place {
	return without(ps, func(p mention.Place) bool {
		edge := f.isEdge(&p)
		return (edge || IsBearing(p.Relation)) && slices.ContainsFunc(ps, func(q mention.Place) bool {
			return q.End < p.Start && (q.Width() == 1 || !edge && f.isOutside(&p, &q)) && (edge || q.Relation != p.Relation)
		})
	})
}

// isOutside reports whether a place that only says where the division right before it
// lies is not in it, as in "in the province of Logar, south of Kabul".
func (f finder) isOutside(p, division *mention.Place) bool {
	if division.Width() > 3 || p.Width() > 1 || !p.Located || !division.Located || strings.ContainsAny(f.Article().Text[division.End:p.Start], ".;\n") {
		return false
	}
	if division.Width() == 2 {
		return p.Admin2 == "" || p.Admin2 != division.Admin2
	}
	return p.Admin1 != division.Admin1 || p.Country != division.Country
}

// isEdge reports whether a place is the border or coast of a country that the
// gazetteer has no point for, or the country in its name: near the Niger border.
func (f finder) isEdge(p *mention.Place) bool {
	if after, ok := strings.CutPrefix(f.Article().Text[p.End:], " "); ok && p.Kind == gazetteer.KindCountry && p.Relation == "near" {
		return slices.ContainsFunc(f.Rules.Grammar.Edges, func(noun string) bool { return strings.HasPrefix(after, noun) })
	}
	return p.ID == "" && p.Kind == "" && p.Country != "" && slices.ContainsFunc(f.Rules.Grammar.Edges, func(noun string) bool { return strings.HasSuffix(p.Text, " "+noun) })
}

// IsBearing reports whether a relation gives a direction or a distance: south of,
// 20 km northeast of, 30 km from.
func IsBearing(relation string) bool {
	return strings.HasSuffix(relation, "st of") || strings.HasSuffix(relation, "th of") || strings.HasSuffix(relation, " from")
}
