package place

import (
	"slices"
	"strings"

	"sitrep/extract/article"
	"sitrep/extract/lang"
	"sitrep/extract/mention"
)

// unlisted finds the places that the gazetteer lacks where a feature noun leaves no doubt: the
// village of Xyz; the towns of Xyz, Aleppo and Abc. They have no coordinates.
func (t *text) unlisted() []mention.Place {
	var out []mention.Place
	for i := 0; i+2 < len(t.words); i++ {
		first := t.announcesNames(i)
		if first < 0 {
			continue
		}
		w := &t.words[i]
		plural := t.src[w.end-1] == 's'
		for k := first; k >= 0 && k < len(t.words); k = t.nextInList(k) {
			if n, ok := t.toponymAt[k]; ok && t.toponyms[n].accepted {
				k = t.toponyms[n].last + 1
			} else if end := t.unlistedEnd(k); end >= 0 {
				span := article.Span{Start: t.words[k].start, End: t.words[end-1].end}
				out = append(out, mention.Place{
					Span: span, Text: t.src[span.Start:span.End], Use: mention.UsePlace, Precision: 2,
					Kind: t.spelt(i), Head: article.Span{Start: w.start, End: span.End},
				})
				k = end
			} else {
				break
			}
			if !plural {
				break
			}
		}
	}
	return append(out, t.namedAgain(out)...)
}

// namedAgain finds where the text goes on to call places that the gazetteer lacks by their
// names alone: the village of Kalib; later, a strike on Kalib. A name that opens a
// sentence or stands beside others may be somebody's.
func (t *text) namedAgain(found []mention.Place) []mention.Place {
	if len(found) == 0 {
		return nil
	}
	found = slices.Clone(found)
	slices.SortStableFunc(found, func(a, b mention.Place) int { return a.Start - b.Start })
	var out []mention.Place
	names := map[string][]*mention.Place{} // those told so far, each once, by the first words of their names
	told, taken := 0, 0                    // how many are told before a word, and up to where the text is taken
	for k := range t.words {
		w := &t.words[k]
		for ; told < len(found) && found[told].Start <= w.start; told++ {
			p := &found[told]
			taken = max(taken, p.End)
			first, _, _ := strings.Cut(p.Text, " ")
			if !slices.ContainsFunc(names[first], func(o *mention.Place) bool { return o.Text == p.Text }) {
				names[first] = append(names[first], p)
			}
		}
		if w.start < taken {
			continue
		}
		for _, p := range names[t.src[w.start:w.end]] {
			end := w.start + len(p.Text)
			if !strings.HasPrefix(t.src[w.start:], p.Text) || told < len(found) && found[told].Start < end || !t.standsApart(k, end) {
				continue
			}
			span := article.Span{Start: w.start, End: end}
			out = append(out, mention.Place{Span: span, Text: p.Text, Use: mention.UsePlace, Precision: 2, Kind: p.Kind, Head: span})
			taken = end
			break
		}
	}
	return out
}

// standsApart reports whether the name that begins at word k and ends at an offset stands
// within a sentence, and no other name beside it.
func (t *text) standsApart(k, end int) bool {
	if k == 0 || t.words[k].first || !t.adjacent(k) || t.words[k-1].capital && !t.words[k-1].first || t.inPlace(k) {
		return false
	}
	last := k
	for last+1 < len(t.words) && t.words[last+1].end <= end {
		last++
	}
	if t.words[last].end != end {
		return false
	}
	return last+1 >= len(t.words) || !(t.adjacent(last+1) && (t.words[last+1].capital || t.spelt(last+1) == "'s"))
}

// announcesNames returns the first word of the names of places that the feature noun at word i
// announces, or -1: the village of [Xyz]; but not The Department of Education.
func (t *text) announcesNames(i int) int {
	w := &t.words[i]
	switch w.entry.feature {
	case "populated", "section", "camp", "division1", "division2":
	default:
		return -1
	}
	switch next := &t.words[i+1]; {
	case w.capital && !w.first:
		return -1
	case t.adjacent(i+1) && t.spelt(i+1) == "of" && t.adjacent(i+2):
		return i + 2
	case t.src[w.end-1] == 's' && next.before == gapComma && next.capital && next.sentence == w.sentence && t.listContinues(i+1):
		return i + 1
	}
	return -1
}

// unlistedEnd returns the word after the name of a place at word k that the
// gazetteer lacks, or -1 where there is none.
func (t *text) unlistedEnd(k int) int {
	w := &t.words[k]
	if !w.capital && !t.isParticle(k) || t.inPlace(k) || t.demonymAt(k) {
		return -1
	}
	if w.is(classDate | classOpener | classLocal | classOrganisation | classTitle | classOffice) {
		return -1
	}
	end := t.nameEnd(k)
	if end == k || end > k+3 || t.acceptedIn(k, end) {
		return -1
	}
	return end
}

// inPlace reports whether word i belongs to a toponym that is a place.
func (t *text) inPlace(i int) bool {
	for k := i; k >= 0 && k > i-maxNameWords; k-- {
		if n, ok := t.toponymAt[k]; ok {
			return t.toponyms[n].accepted && t.toponyms[n].last >= i
		}
	}
	return false
}

// acceptedIn reports whether a toponym that is a place begins among the words.
func (t *text) acceptedIn(from, to int) bool {
	return lang.AnyIn(from, to, func(k int) bool {
		n, ok := t.toponymAt[k]
		return ok && t.toponyms[n].accepted
	})
}

// nextInList returns the word at which the next name of a list begins, where
// the one before it ends before word k, or -1 where the list ends.
func (t *text) nextInList(k int) int {
	if k >= len(t.words) || t.words[k].sentence != t.words[k-1].sentence {
		return -1
	}
	w := &t.words[k]
	switch {
	case t.lower(k) == "and" && w.before <= gapComma && w.before != gapBreak && t.adjacent(k+1):
		return k + 1
	case w.before == gapComma && w.capital && t.listContinues(k):
		return k
	}
	return -1
}

// maxListed is how far ahead the and of a list is looked for.
const maxListed = 12

// listContinues reports whether the comma before word k is one of a list: an
// and follows, with nothing but names up to it.
func (t *text) listContinues(k int) bool {
	for i := k; i < len(t.words) && i < k+maxListed && t.words[i].sentence == t.words[k].sentence; i++ {
		if t.lower(i) == "and" {
			return i+1 < len(t.words) && t.words[i+1].capital
		}
		if !t.words[i].capital && !t.isParticle(i) {
			return false
		}
	}
	return false
}
