package attribution

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/extract/article"
	"sitrep/extract/lang"
)

// line is an analysed sentence with its groups by token.
type line struct {
	*reader
	s       *lang.Sentence
	t       lang.Tokens
	starts  []*lang.NounGroup // the longest group that begins at a token
	ends    []*lang.NounGroup // the longest group that ends at a token
	in      []*lang.NounGroup // the longest group that holds a token
	verbs   []*lang.VerbGroup // the verb group that holds a token
	clauses map[int]*lang.Clause
	hanger  map[*lang.NounGroup]*lang.NounGroup // what a group hangs on by a preposition
	units   []*unit
	taken   map[int]bool // tokens that are part of a cue already
}

// unit is a cue with its source and what stands with them: on Monday, in a
// statement. Tokens from to to hold what of it is one stretch.
type unit struct {
	*word
	cue      article.Span
	main     int // the cue's token
	last     int // its last token
	source   Source
	from, to int
	own      bool // the source stands in the unit
	inverted bool
	clause   *lang.Clause
	verb     *lang.VerbGroup
	content  []article.Span
	kind     Kind
	via      []Source
	lead     int   // first token of a content to the right; -1
	done     bool  // its content needs no look at the others
	echo     bool  // says what another unit of the sentence says
	echoes   *unit // whose content it answers: a charge that X denied
}

func (r *reader) line(i int) *line {
	s := r.d.Analyse(i)
	n := len(s.Tokens)
	l := &line{
		reader: r, s: s, t: s.Tokens,
		starts: make([]*lang.NounGroup, n+1), ends: make([]*lang.NounGroup, n+1), in: make([]*lang.NounGroup, n+1),
		verbs: make([]*lang.VerbGroup, n+1), clauses: map[int]*lang.Clause{}, hanger: map[*lang.NounGroup]*lang.NounGroup{}, taken: map[int]bool{},
	}
	for k := range n {
		l.starts[k], l.ends[k], l.in[k], l.verbs[k] = s.GroupFrom(k), s.GroupTo(k), s.GroupAt(k), s.VerbAt(k)
	}
	for _, g := range s.Nouns {
		for _, a := range g.Attached {
			if o := l.hanger[a.Group]; o == nil || g.First < o.First {
				l.hanger[a.Group] = g
			}
		}
	}
	for _, c := range s.Clauses {
		if c.Verb != nil {
			l.clauses[c.Verb.Main] = c
		}
	}
	return l
}

// word is the lower-case word of token i, "" outside.
func (l *line) word(i int) string { return l.t.Word(i) }

func (l *line) tag(i int) string { return l.t.Tag(i) }

// mark is the punctuation of token i: a comma, a colon, a full stop, a dash;
// a quotation mark is '"'; 0 where the token is a word. Outside it is '.'.
func (l *line) mark(i int) rune { return l.t.Mark(i) }

// boundary says whether a clause can begin or end at token i.
func (l *line) boundary(i int) bool {
	switch l.mark(i) {
	case ',', '.', ':', ';', '-', '"', '(', ')', '[', ']':
		return true
	}
	return false
}

func (l *line) noun(i int) bool { return l.t.Noun(i) }

// time says whether a noun group is a time: Monday, two hours later.
func (l *line) time(g *lang.NounGroup) bool {
	t := l.t[g.Head]
	for _, w := range []string{t.Lower, t.Lemma, strings.TrimSuffix(t.Lower, "s")} {
		// Dawn and the Times are papers where they are written like names.
		if name, ok := words().times[w]; ok && (name == capitalised(t.Text) || g.Head == 0 && g.Time || !capitalised(t.Text)) {
			return true
		}
	}
	return t.Tag == "CD" && len(t.Lower) == 4 && (strings.HasPrefix(t.Lower, "19") || strings.HasPrefix(t.Lower, "20"))
}

// top goes from a group to the one that it hangs on by prepositions: from
// town to residents in residents of the town.
func (l *line) top(g *lang.NounGroup) *lang.NounGroup {
	for steps := 0; steps < 8; steps++ {
		if h := l.hanger[g]; h != nil {
			g = h
			continue
		}
		if g.Coordinated != nil && g.Coordinated.First < g.First {
			g = g.Coordinated
			continue
		}
		break
	}
	return g
}

// phraseEnd is the last token of a group with what hangs on it. Phrases that
// tell how or when something was said belong to the saying.
func (l *line) phraseEnd(g *lang.NounGroup, proper bool) int {
	end := g.Last
	purpose := false
	for _, a := range g.Attached {
		if a.At != end+1 || l.adjunct(a, proper) && !(purpose && a.Prep == "in") {
			break
		}
		purpose = a.Prep == "for" // Watch for Peace [in the Delta]
		end = a.Group.Last
		for _, c := range a.Group.Conjuncts {
			if c.First <= end+3 {
				end = max(end, c.Last)
			}
		}
	}
	return end
}

// adjunct says whether a phrase after a source is no part of its name.
func (l *line) adjunct(a *lang.Attachment, proper bool) bool {
	if l.time(a.Group) {
		return true
	}
	switch {
	case a.Prep == "on" && l.s.Part == article.Title:
		return true // Statement by the minister | on the attack
	case a.Prep == "of", a.Prep == "for":
		return false
	case is("place preposition", a.Prep):
		return proper || l.channel(a.Group)
	}
	return true
}

// span is the text span of tokens from to to, to exclusive.
func (l *line) span(from, to int) article.Span {
	if from >= to || from < 0 || to > len(l.t) {
		return article.Span{}
	}
	return article.Span{Start: l.t[from].Start, End: l.t[to-1].End}
}

// trim takes white space, quotation marks and punctuation off the ends of a
// span of the text.
func (r *reader) trim(s article.Span) article.Span {
	for s.Start < s.End {
		c, n := utf8.DecodeRuneInString(r.text[s.Start:s.End])
		if !unicode.IsSpace(c) && !strings.ContainsRune(",:;.-–—―“”„«»\"‘’`'…", c) || c == '.' && n < s.End-s.Start && r.text[s.Start+n] >= '0' && r.text[s.Start+n] <= '9' {
			break
		}
		s.Start += n
	}
	for s.End > s.Start {
		c, n := utf8.DecodeLastRuneInString(r.text[s.Start:s.End])
		if !unicode.IsSpace(c) && !strings.ContainsRune(",:;.-–—―“”„«»\"‘’`'…", c) {
			break
		}
		if c == '.' && r.abbreviated(s.Start, s.End-n) {
			break
		}
		s.End -= n
	}
	return s
}

// abbreviated says whether the full stop at the offset belongs to the word
// before it: U.S., Inc.
func (r *reader) abbreviated(from, at int) bool {
	w := r.text[from:at]
	if i := strings.LastIndexAny(w, " \n\t"); i >= 0 {
		w = w[i+1:]
	}
	return strings.Contains(w, ".") && len(w) <= 6 && w != ""
}
