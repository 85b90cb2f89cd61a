package attribution

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/extract/article"
)

// quotation is the text between two quotation marks. It spans several
// paragraphs where each of them opens with a mark. Inner leaves the outer marks
// out.
type quotation struct {
	article.Span
	Inner  article.Span
	double bool
}

// maxOpenParagraphs is the most paragraphs that a quotation can span.
const maxOpenParagraphs = 12

// maxSingle is the most bytes in a quotation between single marks, which may be
// apostrophes.
const maxSingle = 800

// quotations returns the quotations in those parts of an article that are read.
func quotations(a *article.Article) []quotation {
	var out []quotation
	text := a.Text
	skip := 0 // a quotation reaches up to here
	for k, seg := range a.Segments {
		if !seg.Part.Read() {
			continue
		}
		for i := max(seg.Start, skip); i < seg.End; {
			if c := text[i]; c == ' ' || 'a' <= c|0x20 && c|0x20 <= 'z' {
				i++ // no mark, as most bytes are none
				continue
			}
			m := markAt(text, i)
			switch {
			case m.size == 0:
				_, n := utf8.DecodeRuneInString(text[i:])
				i += n
			case !m.opens:
				i += m.size
			default:
				end, size, reach := closingMark(text, a.Segments[k:], i+m.size, m)
				if end < 0 {
					i += m.size
					continue
				}
				q := quotation{article.Span{Start: i, End: end + size}, article.Span{Start: i + m.size, End: end}, m.double}
				out = append(out, q)
				i = q.End
				if reach {
					skip = q.End
				}
			}
		}
	}
	return out
}

// mark is a quotation mark: its size in bytes, whether it is double or plain,
// and whether it can open and close a quotation where it stands.
type mark struct {
	size          int
	double, plain bool
	opens, closes bool
}

func markAt(text string, i int) mark {
	r, n := utf8.DecodeRuneInString(text[i:])
	switch r {
	case '“', '„', '«':
		return mark{size: n, double: true, opens: true}
	case '”', '»':
		return mark{size: n, double: true, closes: true}
	case '"':
		for i+n < len(text) && text[i+n] == '"' {
			n++ // a table's doubled marks
		}
		return doubleMark(text, i, n, true)
	case '‘', '\'', '`':
		if d := text[i : i+n]; strings.HasPrefix(text[i+n:], d) { // ''…'' stands for double marks
			m := doubleMark(text, i, 2*n, r == '\'')
			m.plain = r != '‘'
			return m
		}
		before, after := charsAround(text, i, n)
		opens := (isGap(before) || strings.ContainsRune("([-–—:", before)) && unicode.IsLetter(after)
		return mark{size: n, plain: r == '\'', opens: opens, closes: r == '\'' && closesSingle(before, after)}
	case '’':
		before, after := charsAround(text, i, n)
		return mark{size: n, closes: closesSingle(before, after)}
	}
	return mark{}
}

// doubleMark returns the double mark of n bytes at i whose shape does not tell
// whether it opens or closes; one of back-quotes never closes.
func doubleMark(text string, i, n int, closing bool) mark {
	before, after := charsAround(text, i, n)
	return mark{
		size: n, double: true, plain: true,
		opens:  !isGap(after) && (isGap(before) || strings.ContainsRune("([-–—", before)),
		closes: closing && !isGap(before),
	}
}

// closesSingle reports whether a single mark between two characters ends a quotation
// and is no apostrophe.
func closesSingle(before, after rune) bool {
	return !isGap(before) && !unicode.IsLetter(after) && !unicode.IsDigit(after)
}

// charsAround returns the characters before and after the n bytes at i, or
// spaces at the ends of the text.
func charsAround(text string, i, n int) (before, after rune) {
	before, _ = utf8.DecodeLastRuneInString(text[:i])
	if i == 0 {
		before = ' '
	}
	after, _ = utf8.DecodeRuneInString(text[i+n:])
	if i+n >= len(text) {
		after = ' '
	}
	return before, after
}

func isGap(r rune) bool { return unicode.IsSpace(r) }

// closingMark returns the mark that closes what m opened, looking from offset i
// in the first segment on, or -1. reach is set where it stands in a later
// segment.
func closingMark(text string, segs []article.Segment, i int, m mark) (end, size int, reach bool) {
	if !m.double {
		end, size = closingSingle(text, i, segs[0].End)
		return end, size, false
	}
	for n, seg := range segs {
		if n > maxOpenParagraphs {
			return -1, 0, false
		}
		if !seg.Part.Read() {
			continue
		}
		if n > 0 {
			// The next paragraph must open anew, unless a closing mark comes
			// before the next opening one.
			i = seg.Start
			if k := markAt(text, i); k.size > 0 && k.double && k.opens {
				i += k.size
			}
		}
		end, size, open := closingDouble(text, i, seg.End, n > 0)
		if end >= 0 {
			return end, size, n > 0
		}
		if open {
			break
		}
	}
	return firstEnd(segs[0])
}

// closingSingle returns the single mark between the offsets i and end that closes a
// quotation that opens before i, or -1: it is short and ends on its line.
func closingSingle(text string, i, end int) (at, size int) {
	for start := i; i < end; {
		k := markAt(text, i)
		switch {
		case k.size == 0 && (text[i] == '\n' || i-start > maxSingle):
			return -1, 0
		case k.size == 0:
			_, k.size = utf8.DecodeRuneInString(text[i:])
		case !k.double && k.closes:
			return i, k.size
		}
		i += k.size
	}
	return -1, 0
}

// closingDouble returns the double mark between the offsets i and end that closes a
// quotation that opens before i, or -1. open is set where one within it is open at the
// end, or where another opens in a paragraph that follows.
func closingDouble(text string, i, end int, follows bool) (at, size int, open bool) {
	depth := 0
	for i < end {
		k := markAt(text, i)
		switch {
		case k.size == 0:
			_, k.size = utf8.DecodeRuneInString(text[i:])
		case !k.double:
		case k.closes && depth == 0:
			return i, k.size, false
		case k.closes:
			depth--
		case k.opens && follows:
			return -1, 0, true
		case k.opens:
			depth++
		}
		i += k.size
	}
	return -1, 0, depth > 0
}

// firstEnd ends a quotation that is never closed at the end of its paragraph.
func firstEnd(seg article.Segment) (int, int, bool) { return seg.End, 0, false }

// quoteAt returns the quotation that covers the offset, or nil.
func (r *reader) quoteAt(offset int) *quotation {
	i := sort.Search(len(r.quotes), func(i int) bool { return r.quotes[i].End > offset })
	if i < len(r.quotes) && r.quotes[i].Start <= offset {
		return &r.quotes[i]
	}
	return nil
}

// quoteEnding returns the quotation that ends at the offset, or before it with
// only white space between, or nil.
func (r *reader) quoteEnding(offset int) *quotation {
	at := len(strings.TrimRightFunc(r.text[:offset], unicode.IsSpace))
	if at == 0 {
		return nil
	}
	if q := r.quoteAt(at - 1); q != nil && q.End == at {
		return q
	}
	return nil
}

// quoteOpening returns the quotation that begins at the offset, or nil.
func (r *reader) quoteOpening(offset int) *quotation {
	if q := r.quoteAt(offset); q != nil && q.Start == offset {
		return q
	}
	return nil
}
