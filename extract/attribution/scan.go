package attribution

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/extract/article"
	"sitrep/extract/lang"
)

// match is a word or phrase of the lexicon in the raw text.
type match struct {
	article.Span
	*entry
}

// reader holds what is known of a document while its attributions are found.
type reader struct {
	d       *lang.Document
	text    string
	matches []match
	quotes  []quotation
	found   []*Attribution
	pending []release
	outlets []article.Span // names of news media, in text order
}

func newReader(d *lang.Document) *reader {
	r := &reader{d: d, text: d.Article.Text}
	r.matches = scan(r.text)
	r.quotes = quotations(d.Article)
	return r
}

// scan finds the words and phrases of the lexicon in one pass over the text.
func scan(text string) []match {
	lex := words()
	var out []match
	eachWord(text, func(start, end int, lower string) {
		if !lex.cues.May(lower) {
			return
		}
		if ps := lex.phrases[lower]; ps != nil {
			for _, p := range ps {
				if e, ok := follows(text, start, p.words); ok {
					out = append(out, match{article.Span{Start: start, End: e}, p})
					return
				}
			}
		}
		for _, v := range lex.phrasal[lower] {
			if e, ok := follows(text, start, []string{lower, v.particle}); ok {
				out = append(out, match{article.Span{Start: start, End: e}, v})
				return
			}
		}
		if w := lex.verbs[lower]; w != nil {
			out = append(out, match{article.Span{Start: start, End: end}, w})
		} else if w := lex.nouns[lower]; w != nil && w.frames != 0 {
			out = append(out, match{article.Span{Start: start, End: end}, w})
		}
	})
	return out
}

// eachWord calls f with every word of the text and its lower-case form.
func eachWord(text string, f func(start, end int, lower string)) {
	for i := 0; i < len(text); {
		if text[i] <= ' ' {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsLetter(r) {
			i += n
			continue
		}
		start := i
		plain := true // nothing but ASCII letters
		for i < len(text) {
			if c := text[i] | 0x20; 'a' <= c && c <= 'z' {
				i++
				continue
			}
			r, n := utf8.DecodeRuneInString(text[i:])
			if !unicode.IsLetter(r) && !(r == '-' || r == '\'' || r == '’') {
				break
			}
			plain = false
			i += n
		}
		if plain {
			f(start, i, strings.ToLower(text[start:i]))
			continue
		}
		w := strings.TrimRight(text[start:i], "-'’")
		end := start + len(w)
		lower := strings.ToLower(w)
		if k := strings.IndexAny(lower, "'’"); k > 0 && !strings.HasSuffix(lower, "n't") && !strings.HasSuffix(lower, "n’t") {
			lower, end = lower[:k], start+k
			if len(lower) > len(w) || !strings.EqualFold(lower, text[start:end]) {
				continue
			}
		}
		f(start, end, lower)
	}
}

// follows reports whether the words stand in the text at i, and returns where
// they end.
func follows(text string, i int, ws []string) (int, bool) {
	for k, w := range ws {
		if k > 0 {
			n := i
			for n < len(text) && (text[n] == ' ' || text[n] == '\n') {
				n++
			}
			if n == i {
				return 0, false
			}
			i = n
		}
		if len(text)-i < len(w) || !strings.EqualFold(text[i:i+len(w)], w) {
			return 0, false
		}
		i += len(w)
	}
	if r, _ := utf8.DecodeRuneInString(text[i:]); unicode.IsLetter(r) {
		return 0, false
	}
	return i, true
}

// sentencesWithCues returns the indices of the sentences with a word of the
// lexicon.
func (r *reader) sentencesWithCues() []int {
	var out []int
	for _, h := range r.matches {
		if i := r.sentenceAt(h.Start); i >= 0 && (len(out) == 0 || out[len(out)-1] != i) {
			out = append(out, i)
		}
	}
	return out
}

// sentenceAt returns the index of the sentence that covers the offset, or -1.
func (r *reader) sentenceAt(offset int) int {
	if i := r.d.SentenceAt(offset); i >= 0 && r.d.Sentences[i].End > offset {
		return i
	}
	return -1
}

// matchesIn returns the matches in a sentence.
func (r *reader) matchesIn(s article.Span) []match {
	i := sort.Search(len(r.matches), func(i int) bool { return r.matches[i].Start >= s.Start })
	k := i
	for k < len(r.matches) && r.matches[k].Start < s.End {
		k++
	}
	return r.matches[i:k]
}
