package attribution

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/extract/article"
	"sitrep/extract/lang"
)

// hit is a cue word in the raw text.
type hit struct {
	article.Span
	*word
}

// reader holds what is known of a document while its attributions are found.
type reader struct {
	d       *lang.Document
	text    string
	hits    []hit
	quotes  []quotation
	found   []*Attribution
	pending []release
	outlets []article.Span // names of news media, in text order
	credit  []*credited
}

func newReader(d *lang.Document) *reader {
	r := &reader{d: d, text: d.Article.Text}
	r.hits = scan(r.text)
	r.quotes = quotations(d.Article)
	return r
}

// scan finds the words of the lexicon in one pass over the text.
func scan(text string) []hit {
	lex := words()
	var out []hit
	eachWord(text, func(start, end int, lower string) {
		if ps := lex.phrases[lower]; ps != nil {
			for _, p := range ps {
				if e, ok := follows(text, start, p.words); ok {
					out = append(out, hit{article.Span{Start: start, End: e}, p})
					return
				}
			}
		}
		if v := lex.phrasal[lower]; v != nil {
			if e, ok := follows(text, start, []string{lower, v.particle}); ok {
				out = append(out, hit{article.Span{Start: start, End: e}, v})
				return
			}
		}
		if w := lex.verbs[lower]; w != nil {
			out = append(out, hit{article.Span{Start: start, End: end}, w})
		} else if w := lex.nouns[lower]; w != nil && w.frames != 0 {
			out = append(out, hit{article.Span{Start: start, End: end}, w})
		}
	})
	return out
}

// eachWord calls f with every word of the text and its lower-case form.
func eachWord(text string, f func(start, end int, lower string)) {
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsLetter(r) {
			i += n
			continue
		}
		start := i
		for i < len(text) {
			r, n := utf8.DecodeRuneInString(text[i:])
			if !unicode.IsLetter(r) && !(r == '-' || r == '\'' || r == '’') {
				break
			}
			i += n
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

// follows says whether the words stand in the text at i, and where they end.
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

// cued lists the sentences that hold a cue.
func (r *reader) cued() []int {
	var out []int
	for _, h := range r.hits {
		if i := r.sentenceAt(h.Start); i >= 0 && (len(out) == 0 || out[len(out)-1] != i) {
			out = append(out, i)
		}
	}
	return out
}

// sentenceAt is the index of the sentence that holds the offset, or -1.
func (r *reader) sentenceAt(offset int) int {
	ss := r.d.Sentences
	i := sort.Search(len(ss), func(i int) bool { return ss[i].End > offset })
	if i < len(ss) && ss[i].Start <= offset {
		return i
	}
	return -1
}

// hitsIn are the cue words of a sentence.
func (r *reader) hitsIn(s article.Span) []hit {
	i := sort.Search(len(r.hits), func(i int) bool { return r.hits[i].Start >= s.Start })
	k := i
	for k < len(r.hits) && r.hits[k].Start < s.End {
		k++
	}
	return r.hits[i:k]
}
