package article

import (
	"sitrep/extract/lazyregexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Clean finds out what the input's text is made of. It always returns an
// article; what could not be read of the input is in its Warnings.
func Clean(in Input) *Article {
	a := &Article{ID: in.ID, URL: in.URL, Publisher: strings.TrimSpace(in.Publisher)}
	title := strings.TrimSpace(decode(in.Title))
	body := decode(in.Text)
	title = withoutOutlet(title, body)
	text, titleEnd := compose(title, body)
	a.Title, a.Text = title, text
	a.indexRunes()
	c := &cleaner{Article: a, lex: words()}
	c.givenTitle(title, titleEnd)
	c.lines = split(text, c.from)
	c.classify()
	c.paragraphs()
	c.headline(title != "")
	for i := range c.paras {
		c.emit(i)
	}
	c.published(in)
	return a
}

// decode makes s valid UTF-8: an invalid byte becomes one U+FFFD, a byte-order
// mark goes.
func decode(s string) string {
	s = strings.TrimPrefix(s, "\ufeff")
	if utf8.ValidString(s) {
		return s
	}
	var b strings.Builder
	for _, r := range s { // every invalid byte is one U+FFFD
		b.WriteRune(r)
	}
	return b.String()
}

// cleaner is an article under way.
type cleaner struct {
	*Article
	lex   *lexicon
	from  int // where the lines begin: behind a title of the input's
	lines []line
	paras []paragraph
}

// paragraph is a run of lines that are one stretch of the same kind.
type paragraph struct {
	Span
	kind   kind
	part   Part
	block  int
	number int
	lines  int
}

// givenTitle marks the input's own title, composed or at the head of the body.
func (c *cleaner) givenTitle(title string, end int) {
	if title == "" {
		return
	}
	start := 0
	if end == 0 {
		start = strings.Index(c.Text, title)
		end = start + len(title)
	}
	c.Segments = append(c.Segments, Segment{Span: Span{start, end}, Part: Title})
	c.from = end
	for c.from < len(c.Text) && strings.IndexByte(".!? ", c.Text[c.from]) >= 0 {
		c.from++ // the stop between a title and the sentence behind it
	}
}

// classify says what every line is, by its own words and then by what stands
// before it.
func (c *cleaner) classify() {
	alone := len(c.lines) == 1
	top := true // no sentence yet
	for i := range c.lines {
		l := &c.lines[i]
		s := c.Slice(l.Span)
		if alone && c.from == 0 {
			break // a text of one line is what it says
		}
		l.kind = c.lex.classify(strings.Trim(s, headingMarks))
		if l.bullet && className(s) {
			l.kind = furniture
		}
		if l.kind == plain && l.Len() < 120 && hasDigit(s) {
			if d := readDate(s); d.publicationLine() && (top || d.lead) {
				l.kind = publication
			}
		}
		top = top && (l.kind != plain || !stopped(s))
	}
	c.linked()
	c.notes()
}

// headingMarks stand around the words of a heading: == See also ==, **Read more**.
const headingMarks = "=#* "

// linked marks as furniture what hangs on a heading of links, and the bullets
// and loose lines behind the editors' line.
func (c *cleaner) linked() {
	after, listed := false, false
	for i := range c.lines {
		l := &c.lines[i]
		s := c.Slice(l.Span)
		switch {
		case l.kind == closing:
			after = true
		case l.kind == list:
			listed = true
			continue
		case l.kind != plain:
			continue
		}
		loose := l.kind == plain && !stopped(s) && len(strings.Fields(s)) <= 20
		switch {
		case listed && loose && (l.bullet || l.block == c.lines[i-1].block || c.lines[i-1].kind == furniture):
			l.kind = furniture
			continue
		case after && loose:
			l.kind = furniture
		}
		listed = false
	}
}

// notesHeading matches a line above the notes at the end of a text, firstNote the
// first of them, and raised a note whose number is set high.
var (
	notesHeading = lazyregexp.New(`^(?i:end ?notes|foot ?notes|notes|references|notes and references|sources|bibliography):?$`)
	firstNote    = lazyregexp.New(`^\[?1[\].)]?\s+\S`)
	raised       = lazyregexp.New(`^[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3}\s*\S`)
)

// longestHeading is more bytes than notesHeading matches.
const longestHeading = 32

// notes marks notes as furniture: they name what others wrote of other times.
func (c *cleaner) notes() {
	for i := 1; i < len(c.lines); i++ {
		s := c.Slice(c.lines[i].Span)
		switch {
		case s[0] >= utf8.RuneSelf && raised().MatchString(s):
			c.lines[i].kind = furniture
			for i+1 < len(c.lines) && c.lines[i+1].block == c.lines[i].block {
				i++
				c.lines[i].kind = furniture
			}
		case i+1 < len(c.lines) && len(s) < longestHeading && notesHeading().MatchString(s) && firstNote().MatchString(c.Slice(c.lines[i+1].Span)):
			for k := i; k < len(c.lines); k++ {
				c.lines[k].kind = furniture
			}
			return
		}
	}
}

// paragraphs joins the lines that wrapping has cut.
func (c *cleaner) paragraphs() {
	width := 0
	number := -1
	for i := range c.lines {
		l := c.lines[i]
		newBlock := i == 0 || l.block != c.lines[i-1].block
		if newBlock {
			width = c.width(i)
		}
		if !newBlock && c.wrapped(i, width) {
			p := &c.paras[len(c.paras)-1]
			p.End = l.End
			p.lines++
			continue
		}
		number++
		c.paras = append(c.paras, paragraph{Span: l.Span, kind: l.kind, part: kindPart[l.kind], block: l.block, number: number, lines: 1})
	}
}

// maxWidth is the longest line that counts as wrapped by hand, in characters.
const maxWidth = 130

// width returns the length of the longest line of the block that begins at line i.
func (c *cleaner) width(i int) int {
	n := 0
	for k := i; k < len(c.lines) && c.lines[k].block == c.lines[i].block; k++ {
		n = max(n, utf8.RuneCountInString(c.Slice(c.lines[k].Span)))
	}
	return n
}

// wrapped reports whether line i continues the line before it: it begins in
// lower case, or the line before was too full for the word that i begins with.
func (c *cleaner) wrapped(i, width int) bool {
	l, before := c.lines[i], c.lines[i-1]
	if l.kind != plain || before.kind != plain || l.bullet {
		return false
	}
	s, prev := c.Slice(l.Span), c.Slice(before.Span)
	first, _, _ := strings.Cut(s, " ")
	r, _ := utf8.DecodeRuneInString(s)
	if lower := r != utf8.RuneError && strings.ToLower(string(r)) == string(r) && strings.ToUpper(string(r)) != string(r); lower && !stopped(prev) {
		return true
	}
	return width <= maxWidth && utf8.RuneCountInString(prev)+1+utf8.RuneCountInString(first) > width
}

// maxHeadline is the most words a headline has.
const maxHeadline = 25

// headline marks the first paragraphs as title: short, without a full stop,
// and with a text behind them, or all that there is. A text that is one block of
// lines has none, unless a dateline or byline follows the first line.
func (c *cleaner) headline(given bool) {
	if given {
		return
	}
	for n := 0; n < 2; n++ {
		i := 0
		for i < len(c.paras) && (c.paras[i].kind != plain || c.paras[i].part == Title) {
			i++
		}
		if i >= len(c.paras) || !c.isHeadline(i) {
			return
		}
		c.paras[i].part = Title
		if c.Title == "" {
			c.Title = strings.Join(strings.Fields(c.Slice(c.paras[i].Span)), " ")
		}
	}
}

func (c *cleaner) isHeadline(i int) bool {
	p := c.paras[i]
	s := c.Slice(p.Span)
	if stopped(s) && !strings.HasSuffix(s, "?") || strings.HasSuffix(s, ":") || strings.HasSuffix(s, ",") {
		return false
	}
	if n := len(strings.Fields(s)); n < 2 || n > maxHeadline {
		return false
	}
	if _, ok := c.lex.readDateline(s); ok {
		return false
	}
	if _, _, ok := c.lex.captionLead(s); ok {
		return false
	}
	if _, k := c.lex.tail(s); k != plain {
		return false
	}
	if i+1 == len(c.paras) {
		return i == 0 && !c.lex.isSentence(s)
	}
	next := c.paras[i+1]
	if next.block != p.block {
		return slices.ContainsFunc(c.paras[i+1:], func(q paragraph) bool { return q.kind == plain })
	}
	if next.kind == byline || next.kind == publication {
		return true
	}
	_, ok := c.lex.readDateline(c.Slice(next.Span))
	return next.kind == plain && ok
}

// isSentence reports whether a line has words that headlines leave out.
func (l *lexicon) isSentence(line string) bool {
	for w := range strings.FieldsSeq(line) {
		if l.omitted[w] {
			return true
		}
	}
	return false
}

// add appends a segment without the white space around it.
func (c *cleaner) add(s Span, part Part, number int) {
	if s = trim(c.Text, s); s.Len() > 0 {
		c.Segments = append(c.Segments, Segment{s, part, number})
	}
}

// emit writes paragraph i as segments: a dateline before it, a credit or an
// editors' line behind it.
func (c *cleaner) emit(i int) {
	p := c.paras[i]
	number := p.number
	if c.from > 0 {
		number++ // the title given is paragraph 0
	}
	if p.part != Body {
		c.add(p.Span, p.part, number)
		return
	}
	if n := c.lex.headByline(c.Slice(p.Span)); n > 0 {
		c.add(Span{p.Start, p.Start + n}, Byline, number)
		p.Start += n
	}
	s := c.Slice(p.Span)
	d, dated := c.datelineOf(s)
	if dated && d.end == len(s) {
		c.addDateline(d, p.Span, number)
		return
	}
	at, tail := c.lex.tail(s)
	end := p.End
	if tail != plain {
		end = p.Start + at
	}
	start := p.Start
	part := Body
	if n, read, ok := c.lex.captionLead(s); ok && p.Start+n <= end {
		part = Caption
		if !read {
			c.add(Span{start, start + n}, Credit, number)
			start += n
		}
	} else if tail == credit || c.credited(i) {
		part = Caption
	}
	if part == Body && dated && start+d.end <= end {
		c.addDateline(d, Span{start, start + d.end}, number)
		start += d.end
	}
	c.add(Span{start, end}, part, number)
	if tail != plain {
		c.add(Span{end, p.End}, kindPart[tail], number)
	}
}

// addDateline notes what the dateline of an article says.
func (c *cleaner) addDateline(d dateline, s Span, number int) {
	c.add(s, Dateline, number)
	c.Dateline = d.place
	if c.Publisher == "" {
		c.Publisher = d.publisher
	}
	if head := readDate(c.Slice(s)); head.found {
		c.Published = head.day
	}
}

// credited reports whether paragraph i is the only text of its block and a line
// of credit stands below it.
func (c *cleaner) credited(i int) bool {
	block := c.paras[i].block
	if i > 0 && c.paras[i-1].block == block || i+1 >= len(c.paras) || c.paras[i+1].block != block {
		return false
	}
	for _, p := range c.paras[i+1:] {
		if p.block != block {
			break
		}
		if p.kind != credit {
			return false
		}
	}
	return true
}

// datelineOf returns the dateline that a paragraph begins with, where one can stand: before
// the body, or behind a summary where it names an agency.
func (c *cleaner) datelineOf(s string) (dateline, bool) {
	body := 0
	for _, s := range c.Segments {
		switch s.Part {
		case Dateline:
			return dateline{}, false
		case Body:
			if body++; body == 3 {
				return dateline{}, false
			}
		}
	}
	d, ok := c.lex.readDateline(s)
	return d, ok && (body == 0 || d.publisher != "")
}

// published fills the date of publication: the input's, else the publication
// line's, else the dateline's, else the one for texts without.
func (c *cleaner) published(in Input) {
	read := func(s string) bool {
		if strings.TrimSpace(s) == "" {
			return false
		}
		t, err := ParseDate(s)
		if err != nil {
			c.Warnings = append(c.Warnings, "the publication date cannot be read: "+err.Error())
			return false
		}
		c.Published = t
		return true
	}
	if read(in.Published) {
		return
	}
	for _, s := range c.Segments {
		if s.Part == PublicationLine {
			c.Published = readDate(c.Slice(s.Span)).day
			return
		}
	}
	if c.Published.IsZero() {
		read(in.PublishedElse)
	}
}
