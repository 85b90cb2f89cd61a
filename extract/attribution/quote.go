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
		before, after := charsAround(text, i, n)
		m := mark{size: n, double: true, plain: true}
		m.opens = !isGap(after) && (isGap(before) || strings.ContainsRune("([-–—", before))
		m.closes = !isGap(before)
		return m
	case '‘', '\'', '`':
		if d := text[i : i+n]; strings.HasPrefix(text[i+n:], d) { // ''…'' stands for double marks
			before, after := charsAround(text, i, 2*n)
			m := mark{size: 2 * n, double: true, plain: r != '‘'}
			m.opens = !isGap(after) && (isGap(before) || strings.ContainsRune("([-–—", before))
			m.closes = r != '‘' && r != '`' && !isGap(before)
			return m
		}
		before, after := charsAround(text, i, n)
		m := mark{size: n, plain: r == '\''}
		m.opens = (isGap(before) || strings.ContainsRune("([-–—:", before)) && unicode.IsLetter(after)
		m.closes = r == '\'' && !isGap(before) && !unicode.IsLetter(after) && !unicode.IsDigit(after)
		return m
	case '’':
		before, after := charsAround(text, i, n)
		return mark{size: n, closes: !isGap(before) && !unicode.IsLetter(after) && !unicode.IsDigit(after)}
	}
	return mark{}
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
	start := i
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
		depth := 0
		for i < seg.End {
			k := markAt(text, i)
			if k.size == 0 {
				if !m.double && (text[i] == '\n' || i-start > maxSingle) {
					return -1, 0, false
				}
				_, w := utf8.DecodeRuneInString(text[i:])
				i += w
				continue
			}
			if k.double == m.double {
				switch {
				case k.closes && depth > 0:
					depth--
				case k.closes:
					return i, k.size, n > 0
				case k.opens && lineStart(text, i):
					// a paragraph of the same quotation
				case k.opens && n > 0:
					return firstEnd(segs[0])
				case k.opens:
					depth++
				}
			}
			i += k.size
		}
		if !m.double {
			return -1, 0, false
		}
		if depth > 0 {
			break
		}
	}
	return firstEnd(segs[0])
}

// firstEnd ends a quotation that is never closed at the end of its paragraph.
func firstEnd(seg article.Segment) (int, int, bool) { return seg.End, 0, false }

// lineStart reports whether only spaces stand between i and the beginning of
// its line.
func lineStart(text string, i int) bool {
	b := strings.TrimRight(text[:i], " \t")
	return b == "" || strings.HasSuffix(b, "\n")
}

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
