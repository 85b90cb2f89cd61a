package attribution

import (
	"slices"
	"strings"
	"unicode/utf8"

	"sitrep/extract/article"
)

// release is a saying with a colon at the end of its paragraph: what is said
// stands in the paragraphs that follow.
type release struct {
	*saying
	sentence int
	from     int // offset after the colon
}

// announcesRelease reports whether the saying ends at token n in a colon at the
// end of its line. It then remembers the saying for releases.
func (l *parsed) announcesRelease(u *saying, n int) bool {
	if l.t.Mark(n) != ':' || n >= len(l.t) {
		return false
	}
	rest := l.text[l.t[n].End:]
	if i := len(rest) - len(strings.TrimLeft(rest, " \t\r")); i < len(rest) && rest[i] != '\n' {
		return false
	}
	l.pending = append(l.pending, release{u, l.s.Index, l.t[n].End})
	return true
}

// releases gives what follows "…, the minister said:" to the minister: the next
// quotation or, where that is not what follows, the paragraphs up to the next
// saying of that form.
func (r *reader) releases() {
	for i, p := range r.pending {
		end := len(r.text)
		if i+1 < len(r.pending) {
			if s := r.d.Sentences[r.pending[i+1].sentence]; s.Start > p.from {
				end = s.Start
			}
		}
		spans := r.bodyBetween(p.from, end)
		if len(spans) == 0 {
			continue
		}
		if q := r.quoteOpening(spans[0].Start); q != nil {
			spans = []article.Span{q.Inner}
		}
		spans = r.listed(spans)
		kind := p.saying.kind
		if kind == "" {
			kind = p.entry.kind
		}
		r.found = append(r.found, &Attribution{
			Source: p.source, Cue: Cue{p.cue, r.text[p.cue.Start:p.cue.End], p.lemma}, Content: spans,
			Via: p.via, Sentence: p.sentence, Kind: kind,
		})
	}
}

// listed returns the items of a list with which some paragraphs begin, else all of
// them: the following toll: | – Taiz: four dead | – Aden: two dead.
func (r *reader) listed(paragraphs []article.Span) []article.Span {
	isItem := func(s article.Span) bool {
		line := r.text[strings.LastIndexByte(r.text[:s.Start], '\n')+1 : s.End]
		c, _ := utf8.DecodeRuneInString(strings.TrimLeft(line, " \t"))
		return strings.ContainsRune("-–—•*·", c)
	}
	for i, s := range paragraphs {
		if !isItem(s) {
			if i == 0 {
				return paragraphs
			}
			return paragraphs[:i]
		}
	}
	return paragraphs
}

// bodyBetween returns the body text between two offsets, a span for every
// paragraph, up to a line that ends a press release.
func (r *reader) bodyBetween(from, to int) []article.Span {
	var out []article.Span
	for _, seg := range r.d.Article.Segments {
		if seg.Part != article.Body || seg.End <= from || seg.Start >= to {
			continue
		}
		s := article.Span{Start: max(seg.Start, from), End: min(seg.End, to)}
		text := strings.TrimRight(r.text[s.Start:s.End], " \t\r\n")
		s.End = s.Start + len(text)
		s.Start = s.End - len(strings.TrimLeft(text, " \t\r\n"))
		if s.Len() == 0 {
			continue
		}
		if endsRelease(r.text[s.Start:s.End]) {
			break
		}
		out = append(out, s)
	}
	return out
}

// endsRelease reports whether a paragraph is a line that ends a press release.
func endsRelease(text string) bool {
	lower := strings.ToLower(strings.Trim(text, " #*-:."))
	return slices.ContainsFunc(words().stops, func(s string) bool {
		return lower == s || strings.HasPrefix(lower, s+" ") && len(lower) < 200 || strings.HasPrefix(lower, s+":") || strings.HasPrefix(lower, s+"\n")
	})
}

// titleStatement gives the whole body to the author that a title names:
// Statement by X on Y. It reports whether it did.
func (l *parsed) titleStatement(u *saying) bool {
	if l.s.Part != article.Title || !u.noun || u.has(fOf) {
		return false
	}
	for k := 0; k < len(l.t); k++ {
		if v := l.s.VerbAt(k); v != nil && v.Finite {
			return false
		}
	}
	u.content = l.bodyBetween(l.s.End, len(l.text))
	return len(u.content) > 0
}
