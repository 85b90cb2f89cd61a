package place

import (
	"sitrep/extract/article"
	"sitrep/extract/mention"
)

// unknown finds named places that the gazetteer lacks, where a feature word
// leaves no doubt: the village of Xyz. They have no coordinates.
func (t *text) unknown() []mention.Place {
	var out []mention.Place
	for i := 0; i+2 < len(t.words); i++ {
		w := &t.words[i]
		switch w.entry.feature {
		case "populated", "section", "camp", "division1", "division2":
		default:
			continue
		}
		if w.capital && !w.first {
			continue // the Department of Education
		}
		k := i + 1
		if !t.adjacent(k) || t.src[t.words[k].start:t.words[k].end] != "of" || !t.adjacent(k+1) {
			continue
		}
		k++
		if !t.words[k].capital && !t.particle(k) || t.endsPlace(k) || t.demonymAt(k) || t.words[k].entry.class&(classDay|classMonth|classLead|classLocal|classOrganisation|classTitle|classOffice) != 0 {
			continue
		}
		end, n := t.name(k)
		if n == 0 || n > 3 || t.spotIn(k, end) {
			continue
		}
		span := article.Span{Start: t.words[k].start, End: t.words[end-1].end}
		out = append(out, mention.Place{
			Span: span, Text: t.src[span.Start:span.End], Use: mention.UsePlace, Precision: 2,
			Kind: t.src[w.start:w.end], Head: article.Span{Start: w.start, End: span.End},
		})
	}
	return out
}

// spotIn says whether a place was found among the words.
func (t *text) spotIn(from, to int) bool {
	for k := from; k < to; k++ {
		if n, ok := t.spotAt[k]; ok && t.spots[n].accepted {
			return true
		}
	}
	return false
}
