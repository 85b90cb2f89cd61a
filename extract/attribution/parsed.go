package attribution

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/extract/article"
	"sitrep/extract/lang"
)

// parsed is an analysed sentence with its groups by token, and the sayings
// found in it so far.
type parsed struct {
	*reader
	s          *lang.Sentence
	t          lang.Tokens
	begins     []*lang.NounGroup                   // the longest group that begins at a token
	groupAt    []*lang.NounGroup                   // the longest group that covers a token
	clauses    map[int]*lang.Clause                // by the token of the main verb
	attachedTo map[*lang.NounGroup]*lang.NounGroup // the group that a group hangs on by a preposition
	sayings    []*saying
	used       map[int]bool // tokens that are part of a cue already
}

// saying is a cue with its source and the adjuncts between them: on Monday, in
// a statement. Where they are one stretch, it is the tokens from from up to to.
type saying struct {
	*entry
	cue         article.Span
	cueToken    int // the token of the cue's verb or noun
	lastToken   int // the last token of the cue
	source      Source
	from, to    int
	hasSource   bool // the source stands between from and to
	inverted    bool // the source stands after its verb
	clause      *lang.Clause
	verb        *lang.VerbGroup
	content     []article.Span
	kind        Kind // overrides the entry's
	via         []Source
	contentFrom int     // the first token of content after the cue, or -1
	complete    bool    // the content is found already
	adjunct     bool    // it hangs on what is said: by the army's count
	cited       bool    // the source is cited by that of another saying: citing police
	answers     *saying // the saying whose content this one is about: a charge that X denied
}

// parse analyses sentence i and indexes its groups.
func (r *reader) parse(i int) *parsed {
	s := r.d.Analyse(i)
	n := len(s.Tokens)
	l := &parsed{
		reader: r, s: s, t: s.Tokens,
		begins: make([]*lang.NounGroup, n), groupAt: make([]*lang.NounGroup, n),
		clauses: map[int]*lang.Clause{}, attachedTo: map[*lang.NounGroup]*lang.NounGroup{}, used: map[int]bool{},
	}
	for k := range n {
		l.begins[k], l.groupAt[k] = s.GroupFrom(k), s.GroupAt(k)
	}
	for _, g := range s.Nouns {
		for _, a := range g.Attached {
			if o := l.attachedTo[a.Group]; o == nil || g.First < o.First {
				l.attachedTo[a.Group] = g
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

// boundary reports whether a clause can begin or end at token i.
func (l *parsed) boundary(i int) bool {
	switch l.t.Mark(i) {
	case ',', '.', ':', ';', '-', '"', '(', ')', '[', ']':
		return true
	}
	return false
}

// isTime reports whether a noun group is a time: Monday, two hours later.
func (l *parsed) isTime(g *lang.NounGroup) bool {
	t := l.t[g.Head]
	for _, w := range []string{t.Lower, t.Lemma, strings.TrimSuffix(t.Lower, "s")} {
		// Dawn and the Times are papers where they are written like names.
		if name, ok := words().times[w]; ok && (name == article.IsCapital(t.Text) || g.Head == 0 && g.Time || !article.IsCapital(t.Text)) {
			return true
		}
	}
	return t.Tag == "CD" && len(t.Lower) == 4 && (strings.HasPrefix(t.Lower, "19") || strings.HasPrefix(t.Lower, "20"))
}

// outermostGroup returns the group that g hangs on by prepositions, directly or
// not: residents, for town in residents of the town.
func (l *parsed) outermostGroup(g *lang.NounGroup) *lang.NounGroup {
	for steps := 0; steps < 8; steps++ {
		if h := l.attachedTo[g]; h != nil {
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

// phraseEnd returns the last token of a group with the phrases on it, without
// those that tell how or when something was said.
func (l *parsed) phraseEnd(g *lang.NounGroup, proper bool) int {
	end := g.Last
	purpose := false
	for _, a := range g.Attached {
		if a.At != end+1 || l.followsName(a, proper) && !(purpose && a.Prep == "in") {
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

// followsName reports whether a phrase after a source is not part of its name.
func (l *parsed) followsName(a *lang.Attachment, proper bool) bool {
	if l.isTime(a.Group) {
		return true
	}
	switch {
	case a.Prep == "on" && l.s.Part == article.Title:
		return true // Statement by the minister | on the attack
	case a.Prep == "of", a.Prep == "for":
		return false
	case is("place preposition", a.Prep):
		return proper || l.isChannel(a.Group)
	}
	return true
}

// span returns the text span of the tokens from from up to to.
func (l *parsed) span(from, to int) article.Span {
	if from >= to || from < 0 || to > len(l.t) {
		return article.Span{}
	}
	return article.Span{Start: l.t[from].Start, End: l.t[to-1].End}
}

// trim returns the span without white space, quotation marks and punctuation at
// its ends.
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

// abbreviated reports whether the full stop at the offset belongs to the word
// before it, as in U.S. and Inc.
func (r *reader) abbreviated(from, at int) bool {
	w := r.text[from:at]
	if i := strings.LastIndexAny(w, " \n\t"); i >= 0 {
		w = w[i+1:]
	}
	return strings.Contains(w, ".") && len(w) <= 6 && w != ""
}

// groupFrom returns the longest group that begins at token k, or nil where none does
// or the sentence has no such token.
func (l *parsed) groupFrom(k int) *lang.NounGroup {
	if k < 0 || k >= len(l.begins) {
		return nil
	}
	return l.begins[k]
}
