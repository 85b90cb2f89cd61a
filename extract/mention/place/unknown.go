package place

import (
	"sitrep/extract/article"
	"sitrep/extract/mention"
)

// unknown finds named places that the gazetteer lacks, where a feature word
// leaves no doubt: the village of Xyz, the towns of Xyz, Aleppo and Abc. They
// have no coordinates.
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
		several := t.src[w.end-1] == 's'
		for k++; k >= 0 && k < len(t.words); k = t.nextName(k) {
			if n, ok := t.spotAt[k]; ok && t.spots[n].accepted {
				if k = t.spots[n].last + 1; !several {
					break
				}
				continue
			}
			end := t.unheard(k)
			if end < 0 {
				break
			}
			span := article.Span{Start: t.words[k].start, End: t.words[end-1].end}
			out = append(out, mention.Place{
				Span: span, Text: t.src[span.Start:span.End], Use: mention.UsePlace, Precision: 2,
				Kind: t.src[w.start:w.end], Head: article.Span{Start: w.start, End: span.End},
			})
			if k = end; !several {
				break
			}
		}
	}
	return out
}

// unheard is the word after the name of a place at word k that the gazetteer
// lacks, -1 where there is none.
func (t *text) unheard(k int) int {
	if !t.words[k].capital && !t.particle(k) || t.endsPlace(k) || t.demonymAt(k) || t.words[k].entry.class&(classDay|classMonth|classLead|classLocal|classOrganisation|classTitle|classOffice) != 0 {
		return -1
	}
	end, n := t.name(k)
	if n == 0 || n > 3 || t.spotIn(k, end) {
		return -1
	}
	return end
}

// nextName is the word at which a list of names goes on that the name before
// word k is one of, -1 where it ends.
func (t *text) nextName(k int) int {
	if k >= len(t.words) || t.words[k].sentence != t.words[k-1].sentence {
		return -1
	}
	and := t.lower(k) == "and"
	switch {
	case and && k+1 < len(t.words) && t.words[k].before <= gapComma && t.words[k].before != gapBreak && t.adjacent(k+1):
		return k + 1
	case t.words[k].before == gapComma && t.words[k].capital && t.more(k):
		return k
	}
	return -1
}

// maxListed bounds how far ahead the and of a list is looked for.
const maxListed = 12

// more says whether a comma before word k is one of a list: an and follows
// before anything but names.
func (t *text) more(k int) bool {
	for i := k; i < len(t.words) && i < k+maxListed && t.words[i].sentence == t.words[k].sentence; i++ {
		if t.lower(i) == "and" {
			return i+1 < len(t.words) && t.words[i+1].capital
		}
		if !t.words[i].capital && !t.particle(i) {
			return false
		}
	}
	return false
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
