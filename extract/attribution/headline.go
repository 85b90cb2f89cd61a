package attribution

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/extract/article"
	"sitrep/extract/lang"
)

// maxHeadlineSource is the most words that a source before or after the colon
// of a headline can have.
const maxHeadlineSource = 8

// headlines finds the sources that a headline separates with a colon or a dash:
// Blast kills 25: state media; Police - three held.
func (r *reader) headlines() {
	for i, s := range r.d.Sentences {
		if s.Part == article.Title {
			r.headline(i, s)
		}
	}
}

// headline finds the source of headline i.
func (r *reader) headline(i int, s *lang.Sentence) {
	cuts := separators(s.Text)
	if len(cuts) == 0 {
		return
	}
	last, first := cuts[len(cuts)-1], cuts[0]
	before, after := s.Text[:last.Start], s.Text[last.End:]
	if len(strings.Fields(before)) >= 2 && r.namesSource(after, true) && !r.hasFiniteVerb(i, last.End) {
		r.addHeadlineSource(i, s, last, article.Span{Start: last.End, End: len(s.Text)}, article.Span{End: last.Start})
		return
	}
	before, after = s.Text[:first.Start], s.Text[first.End:]
	if len(strings.Fields(after)) >= 2 && r.namesSource(before, false) {
		r.addHeadlineSource(i, s, first, article.Span{End: first.Start}, article.Span{Start: first.End, End: len(s.Text)})
	}
}

// hasFiniteVerb reports whether headline i has a finite verb at or after a byte offset, so that
// what stands there names no source: Governor Bello: bandits killed 20 farmers.
func (r *reader) hasFiniteVerb(i, from int) bool {
	s := r.d.Analyse(i)
	return slices.ContainsFunc(s.Verbs, func(v *lang.VerbGroup) bool { return v.Finite && v.Start >= s.Start+from })
}

// addHeadlineSource adds the attribution of a headline, given the spans of cue,
// source and content in it, unless the source is one of another attribution.
func (r *reader) addHeadlineSource(i int, s *lang.Sentence, cue, source, content article.Span) {
	abs := func(o article.Span) article.Span {
		return article.Span{Start: s.Start + o.Start, End: s.Start + o.End}
	}
	src, c := r.trim(abs(source)), abs(cue)
	for _, a := range r.found {
		if a.Source.Overlaps(src) {
			return
		}
	}
	var g *lang.NounGroup
	if k := r.d.Analyse(i); len(k.Nouns) > 0 {
		g = k.InnermostGroup(src.Start)
	}
	r.found = append(r.found, &Attribution{
		Source: Source{Span: src, Text: r.text[src.Start:src.End], Group: g}, Cue: Cue{c, r.text[c.Start:c.End], r.text[c.Start:c.End]},
		Content: []article.Span{r.trim(abs(content))}, Sentence: i, Kind: Said,
	})
}

// separators returns the colons and spaced dashes of a headline.
func separators(text string) []article.Span {
	var out []article.Span
	for i, c := range text {
		n := utf8.RuneLen(c)
		switch c {
		case ':':
			if i+1 < len(text) && text[i+1] == ' ' {
				out = append(out, article.Span{Start: i, End: i + 1})
			}
		case '-', '–', '—':
			if i > 0 && i+n < len(text) && (text[i-1] == ' ' && text[i+n] == ' ' || c == '—') {
				out = append(out, article.Span{Start: i, End: i + n})
			}
		}
	}
	return out
}

// namesSource reports whether a piece of a headline is the name of a source and
// nothing more. Before the colon a name alone is not enough, since it may be
// what the story is about, Mosul: …, and what kind of text it is, Analysis: …, is none.
func (r *reader) namesSource(piece string, trailing bool) bool {
	ws := strings.FieldsFunc(piece, func(c rune) bool { return unicode.IsSpace(c) || c == ',' })
	if len(ws) == 0 || len(ws) > maxHeadlineSource || strings.ContainsAny(piece, "“”\"?!") || len(ws) == 1 && is("genre", strings.ToLower(ws[0])) {
		return false
	}
	head := ws
	for k := 1; k < len(ws) && len(head) == len(ws); k++ {
		if is("headline preposition", strings.ToLower(ws[k])) {
			head = ws[:k]
		}
	}
	if isSourceNoun(head[len(head)-1]) || namesTitled(head) {
		return true
	}
	return trailing && len(ws) <= longestName && !slices.ContainsFunc(ws, func(w string) bool {
		return !article.IsCapital(w) && !is("within name", w)
	})
}

// longestName is the most words of a name alone that a headline ends with.
const longestName = 5

// isSourceNoun reports whether a word of a headline is a noun of those who say things.
func isSourceNoun(w string) bool {
	w = strings.ToLower(strings.Trim(w, ".'’"))
	w = strings.TrimSuffix(strings.TrimSuffix(w, "’s"), "'s")
	sources := words().sources
	return sources[w] != "" || sources[strings.TrimSuffix(w, "s")] != "" || sources[strings.TrimSuffix(w, "ies")+"y"] != ""
}

// namesTitled reports whether one of the words is a person's title before a name:
// Minister Ellwood, President Xi.
func namesTitled(ws []string) bool {
	return lang.AnyIn(0, len(ws)-1, func(k int) bool {
		return words().sources[strings.ToLower(ws[k])] == "person" && article.IsCapital(ws[k+1])
	})
}
