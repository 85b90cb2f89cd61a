package actor

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/extract/article"
	"sitrep/extract/lang"
	"sitrep/gazetteer"
)

// span is a name of the dictionary with the tokens it covers.
type span struct {
	gazetteer.ActorMatch
	lang.Range
	pick gazetteer.ActorCandidate
	rest string // of a compound: backed, of Iran-backed
}

// read answers for one noun group.
func (r *Reader) read(g *lang.NounGroup) []*Mention {
	s := g.Sentence
	if g.Pronoun {
		return r.pronoun(g)
	}
	names := r.within(g)
	if n := covering(names, g.Head); n != nil {
		if r.vetoed(g, false) {
			return nil
		}
		return r.head(g, *n, names)
	}
	if r.inName(g) || words().others[strings.TrimPrefix(strings.ToLower(r.doc.Article.Slice(g.Span)), "the ")] {
		return nil
	}
	if ms := r.possessor(g); ms != nil {
		return ms
	}
	if m := r.alias(g); m != nil {
		return []*Mention{m}
	}
	from := g.First
	if g.Possessor != nil {
		from = max(from, g.Possessor.Last+1)
	}
	from = max(from, g.Numeral.To)
	noun, at, ok := r.noun(s, from, g.Head)
	if ok && r.vetoed(g, true) {
		return nil
	}
	if ok && (r.properName(g, at, names) || r.ofName(g, at)) {
		ok = false
	}
	if !ok {
		return r.unknown(g, names)
	}
	return r.describe(g, noun, at, names)
}

// within returns the names inside a group, without those of its possessor. A
// name that runs on behind the group, or begins in its possessor, is its head:
// Doctors [Without Borders], [Ukraine's] air force.
func (r *Reader) within(g *lang.NounGroup) []span {
	s := g.Sentence
	start := g.Start
	if g.Possessor != nil {
		start = g.Possessor.End
	}
	var out []span
	for _, n := range r.Names(article.Span{Start: g.Start, End: g.End}) {
		tokens := s.TokensIn(article.Span{Start: n.Start, End: n.End})
		if tokens.Empty() || n.Start < s.Start || n.End > s.End {
			continue
		}
		if n.Form >= gazetteer.FormState && n.Start > s.Tokens[tokens.From].Start {
			continue // the Kuwaiti of Abu Omar al-Kuwaiti
		}
		head := tokens.From <= g.Head && g.Head < tokens.To
		if n.Start < start && !head {
			continue
		}
		if tokens.From < g.First && !(head && tokens.From == g.First-1 && n.Form == gazetteer.FormName) || tokens.To > g.Last+1 && !(head && r.follows(g)) {
			continue
		}
		if tokens.To <= g.Last && words().vetoes[s.Tokens[tokens.To].Lower+" next"] {
			continue
		}
		c, ok := r.choose(n)
		if !ok {
			continue
		}
		x := span{ActorMatch: n, Range: tokens, pick: c}
		if last := s.Tokens[tokens.To-1]; last.End > n.End && !n.Owner {
			x.rest = strings.TrimLeft(last.Text[n.End-last.Start:], "-‐‑–")
		}
		out = append(out, x)
	}
	return out
}

// follows says whether what a name has behind the group is a phrase of its
// own, of Human Rights, and not what the parser took for the verb's object.
func (r *Reader) follows(g *lang.NounGroup) bool {
	t := g.Sentence.Tokens[g.Last+1].Tag
	return t == "IN" || t == "CC" || t == "TO" || t == "DT" || strings.HasPrefix(t, "NN") || strings.HasPrefix(t, "JJ") || strings.HasPrefix(t, "V")
}

// inName says whether the group is a later part of a name that begins before
// it: Human Rights of the Observatory for Human Rights.
func (r *Reader) inName(g *lang.NounGroup) bool {
	for _, n := range r.Names(g.Span) {
		if n.Start < g.Start && n.End >= g.End && n.Form <= gazetteer.FormForce {
			if _, ok := r.choose(n); ok {
				return true
			}
		}
	}
	return false
}

// possessor answers for the possessor in a name that runs on: Ukraine of
// Ukraine's air force.
func (r *Reader) possessor(g *lang.NounGroup) []*Mention {
	for _, n := range r.Names(g.Span) {
		if n.Start >= g.Start && n.End > g.End && n.Form == gazetteer.FormForce {
			m, ok := r.x.Lookup(r.doc.Article.Slice(article.Span{Start: n.Start, End: g.End}))
			if !ok {
				return nil
			}
			x := r.fresh(g, State)
			r.be(x, m.Candidates[0].Actor)
			return []*Mention{x}
		}
	}
	return nil
}

func covering(names []span, token int) *span {
	for i := range names {
		if names[i].From <= token && token < names[i].To && names[i].rest == "" {
			return &names[i]
		}
	}
	return nil
}

// head answers for a group whose head is a name.
func (r *Reader) head(g *lang.NounGroup, n span, names []span) []*Mention {
	switch n.Form {
	case gazetteer.FormName, gazetteer.FormLeader, gazetteer.FormForce:
	case gazetteer.FormPeople:
		m := r.fresh(g, People)
		m.Kind, m.Country = gazetteer.KindCivilians, n.pick.Country
		m.SourceKind = gazetteer.SourceWitness
		return []*Mention{m}
	case gazetteer.FormAdjective:
		if g.Number == lang.Plural || !g.Numeral.Empty() { // thousands of Sudanese
			m := r.fresh(g, People)
			m.Kind, m.Country, m.Plural = gazetteer.KindCivilians, n.pick.Country, true
			m.SourceKind = gazetteer.SourceWitness
			return []*Mention{m}
		}
		fallthrough
	default:
		m := r.fresh(g, State)
		r.be(m, n.pick.Actor)
		if n.Form == gazetteer.FormAdjective { // Israeli, of an Israeli strike
			r.be(m, r.x.StateForce(n.pick.Country, "MIL"))
		}
		return []*Mention{m}
	}
	m := r.fresh(g, Name)
	if n.Form == gazetteer.FormForce {
		m.Form = Force
		m.Noun, _, _ = r.noun(g.Sentence, n.From, g.Head)
		m.Noun.Service = serviceOf(n.pick.ID)
	}
	if n.Start < m.Start {
		m.Start = n.Start
		m.Text = r.doc.Article.Slice(m.Span)
	}
	if n.End > m.End {
		m.End = n.End
		m.Text = r.doc.Article.Slice(m.Span)
	}
	m.Person = n.pick.Leader != nil
	r.be(m, n.pick.Actor)
	if title, _, ok := r.noun(g.Sentence, g.Modifiers.From, max(n.From-1, 0)); ok && m.Person && title.Service != "" && strings.HasSuffix(m.ID, "-GOV") {
		r.be(m, r.x.StateForce(m.Country, title.Service)) // army chief Abdel Fattah al-Burhan
	}
	for k := g.Modifiers.From; k < n.From; k++ { // former Iraqi police officers
		if mod, ok := r.x.Modifier(g.Sentence.Tokens[k].Lower); ok && mod.Class == "duty" && mod.Kind != "" && m.Form == Force {
			m.ID, m.Name, m.Kind, m.SourceKind = "", "", mod.Kind, gazetteer.SourceWitness
		}
	}
	// Russian and Syrian forces: the words before and are an actor too.
	out := r.coordinated(g, names, n.From)
	if len(out) > 0 {
		m.narrow(n.From)
	}
	return append(out, m)
}

// coordinated makes a mention of each state or group that is joined to the
// modifiers before token at by and: Russian [and Syrian warplanes].
func (r *Reader) coordinated(g *lang.NounGroup, names []span, at int) []*Mention {
	s := g.Sentence
	var out []*Mention
	for i := range names {
		n := names[i]
		if n.To >= at || n.rest != "" {
			continue
		}
		next := s.Tokens[n.To].Lower
		if next != "and" && next != "," && next != "&" && next != "or" {
			continue
		}
		m := &Mention{Form: Force, Group: g, Sentence: s, Head: n.To - 1}
		m.Noun, _, _ = r.noun(s, n.To, g.Head)
		m.Plural = g.Number == lang.Plural
		m.Span = article.Span{Start: n.Start, End: n.End}
		m.Text = r.doc.Article.Slice(m.Span)
		r.be(m, n.pick.Actor)
		if n.Form >= gazetteer.FormState {
			r.be(m, r.x.StateForce(n.pick.Country, "MIL"))
		} else {
			m.Form = Name
		}
		out = append(out, m)
	}
	return out
}

// noun finds the longest generic noun that ends at the head, and where it
// begins.
func (r *Reader) noun(s *lang.Sentence, from, head int) (gazetteer.ActorNoun, int, bool) {
	for k := max(from, head-3); k <= head; k++ {
		if n, ok := r.x.Noun(s.Text[s.Tokens[k].Start-s.Start : s.Tokens[head].End-s.Start]); ok {
			return n, k, true
		}
	}
	return gazetteer.ActorNoun{}, 0, false
}

// properName says whether the generic noun at token at is only the last word
// of a longer name that the dictionary does not know: the Sons of Thunder
// Brigade. A name at the sentence's beginning has to have another capital.
func (r *Reader) properName(g *lang.NounGroup, at int, names []span) bool {
	s := g.Sentence
	if !upper(s.Tokens[g.Head].Text) || g.Head == 0 || at == g.First && g.First == 0 {
		return false
	}
	for k := at - 1; k >= g.Modifiers.From && k >= 0; k-- {
		t := s.Tokens[k]
		if !upper(t.Text) || k == 0 {
			return false
		}
		if covering(names, k) == nil {
			if _, ok := r.x.Noun(t.Text); !ok {
				return true
			}
		}
	}
	return false
}

// ofName says whether a collective noun in capitals goes on with of and a
// name that is no state's or actor's: the Army of the Victorious Sect.
func (r *Reader) ofName(g *lang.NounGroup, at int) bool {
	s := g.Sentence
	if !upper(s.Tokens[g.Head].Text) || at != g.Head || g.Head == 0 && !r.collective(g.Lemma) {
		return false
	}
	for _, a := range g.Attached {
		if a.Prep == "of" && a.Group.Proper && a.Group.First <= g.Last+3 && len(r.Names(a.Group.Span)) == 0 {
			return true
		}
	}
	return false
}

// serviceOf is the role in a state force's id.
func serviceOf(id string) string {
	_, role, _ := strings.Cut(id, "-")
	return role
}

// upper says whether a word is written as a name: in a capital, behind an
// article or not (al-Ahwal).
func upper(w string) bool {
	c, _ := utf8.DecodeRuneInString(w)
	if unicode.IsUpper(c) {
		return true
	}
	i := strings.IndexByte(w, '-')
	if i < 0 || i > 3 {
		return false
	}
	c, _ = utf8.DecodeRuneInString(w[i+1:])
	return unicode.IsUpper(c)
}

// unknown answers for a head that is no word of the dictionary: a person
// behind a title, an organisation with a telling word in its name. Other
// names are kept for coreference, without a kind.
func (r *Reader) unknown(g *lang.NounGroup, names []span) []*Mention {
	s := g.Sentence
	if !upper(s.Tokens[g.Head].Text) || !g.Proper || r.vetoed(g, false) || words().others[s.Tokens[g.Head].Lower] {
		return nil
	}
	m := r.fresh(g, Unknown)
	from := g.Modifiers.From
	if g.Modifiers.Empty() {
		from = g.Head
	}
	// Constable Rouf Ahmed: the noun before the name says what he is.
	for k := from; k < g.Head; k++ {
		n, at, ok := r.noun(s, from, k)
		if !ok || at != from && !r.titled(s, from, at) {
			continue
		}
		if next, _, longer := r.noun(s, from, k+1); longer && k+1 < g.Head {
			n, k = next, k+1
		}
		switch n.Class {
		case gazetteer.NounForce, gazetteer.NounOfficial, gazetteer.NounCivilian, gazetteer.NounPerson:
			if r.collective(n.Noun) {
				continue
			}
			m.Noun, m.Person = n, true
			m.Kind, m.SourceKind = n.Kind, n.SourceKind
			r.specify(m, g, names, at)
			return []*Mention{m}
		}
	}
	var spelt []string
	if r.ofName(g, g.Head) {
		for _, a := range g.Attached {
			if a.Prep == "of" && a.Group.Proper && a.Group.Start > m.Start {
				m.End = a.Group.End
				m.Text = r.doc.Article.Slice(m.Span)
				m.Name, m.Kind = m.Text, shape(strings.Fields(m.Text))
				return []*Mention{m}
			}
		}
	}
	for k := from; k <= g.Last; k++ {
		spelt = append(spelt, s.Tokens[k].Text)
	}
	if len(spelt) > 1 {
		m.Kind = shape(spelt)
	}
	if m.Kind != "" && g.Head == 0 {
		m.Kind = ""
	}
	m.Name = strings.Join(spelt, " ")
	m.Person = m.Kind == "" && len(spelt) <= 4
	return []*Mention{m}
}

// titled says whether the words before a title only place it: senior, former,
// provincial, Syrian.
func (r *Reader) titled(s *lang.Sentence, from, at int) bool {
	for k := from; k < at; k++ {
		w := s.Tokens[k]
		if _, ok := r.x.Modifier(w.Lower); ok || !upper(w.Text) || s.Tokens[k].Tag == "JJ" {
			continue
		}
		if m, ok := r.x.Longest(s.Text, w.Start-s.Start); !ok || m.Form < gazetteer.FormState {
			return false
		}
	}
	return true
}

// alias answers for an abbreviation that the text introduced in brackets.
func (r *Reader) alias(g *lang.NounGroup) *Mention {
	t := g.Sentence.Tokens[g.Head]
	first, ok := r.aliases[t.Text]
	if !ok {
		return nil
	}
	m := r.fresh(g, Name)
	m.ID, m.Name, m.Kind, m.SourceKind, m.Country = first.ID, first.Name, first.Kind, first.SourceKind, first.Country
	if t.Start > first.Start {
		m.Antecedent = &first.Actor
	}
	return m
}

func (r *Reader) pronoun(g *lang.NounGroup) []*Mention {
	m := r.fresh(g, Pronoun)
	m.Span = g.Span
	m.Text = r.doc.Article.Slice(g.Span)
	return []*Mention{m}
}

// fresh makes a mention of a group: the words behind its determiner and its
// possessor.
func (r *Reader) fresh(g *lang.NounGroup, f Form) *Mention {
	s := g.Sentence
	m := &Mention{Form: f, Group: g, Sentence: s, Head: g.Head, Det: g.Det}
	m.Plural = g.Number == lang.Plural
	from := g.First
	if g.Possessor != nil {
		from = g.Possessor.Last + 1
		if from < g.Last && s.Tokens[from].Tag == "POS" {
			from++
		}
	} else if t := s.Tokens[from].Tag; from < g.Last && (t == "DT" || t == "PRP$" || t == "PDT" || t == "WP$") {
		if t == "PRP$" {
			m.Det = s.Tokens[from].Lower
		}
		from++
	} else if k := g.Numeral.To; k > from && k < g.Last { // one of its members
		if t := s.Tokens[k].Tag; t == "PRP$" || t == "DT" {
			m.Det = s.Tokens[k].Lower
		}
	}
	m.Span = article.Span{Start: s.Tokens[from].Start, End: g.End}
	m.Text = r.doc.Article.Slice(m.Span)
	return m
}

// narrow lets the mention begin at a later token.
func (m *Mention) narrow(token int) {
	start := m.Sentence.Tokens[token].Start
	m.Text = m.Text[start-m.Start:]
	m.Start = start
}

// named makes a mention of a name by itself. The sentence may be nil.
func (r *Reader) named(s *lang.Sentence, n gazetteer.ActorMatch, c gazetteer.ActorCandidate) *Mention {
	m := &Mention{Form: Name, Sentence: s}
	if n.Form == gazetteer.FormForce {
		m.Form = Force
	}
	m.Span = article.Span{Start: n.Start, End: n.End}
	m.Text = r.doc.Article.Slice(m.Span)
	m.Person = c.Leader != nil
	r.be(m, c.Actor)
	return m
}

// be makes the mention stand for an actor of the dictionary.
func (r *Reader) be(m *Mention, a *gazetteer.Actor) {
	m.ID, m.Name, m.Kind, m.SourceKind, m.Country = a.ID, a.Name, a.Kind, a.SourceKind, a.Country
	m.Side = a.Parent
	if m.SourceKind == "" && a.Kind != "" {
		m.SourceKind = gazetteer.SourceBelligerent
		if a.Kind == gazetteer.KindCivilians {
			m.SourceKind = gazetteer.SourceOther
		}
	}
}
