package actor

import (
	"sort"
	"strings"
	"unicode"

	"sitrep/extract/article"
	"sitrep/extract/lang"
	"sitrep/extract/mention"
	"sitrep/gazetteer"
)

// Reader finds the actors of one article. Names are scanned for once, over
// the whole text; noun groups are read sentence by sentence, when asked. It is
// not safe for concurrent use; the index behind it is shared and is.
type Reader struct {
	x     *gazetteer.ActorIndex
	doc   *lang.Document
	names []gazetteer.ActorMatch // of the whole text, in text order
	year  int

	places   []mention.Place
	sites    []map[string]int // the countries of each sentence's places
	allSites map[string]int
	homes    map[string]int // the countries of groups that have only one

	countries map[string]int      // how often each country is named
	full      map[string]bool     // ids named by an alias that needs nothing else
	aliases   map[string]*Mention // introduced in brackets: the abbreviation → whom it names
	sentences [][]*Mention
	groups    map[*lang.NounGroup][]*Mention
	done      []bool
}

// Read scans the article for names. places are those that were found in it;
// they tell where an army without a country is from, and may be nil.
func Read(x *gazetteer.ActorIndex, doc *lang.Document, places []mention.Place) *Reader {
	r := &Reader{x: x, doc: doc, countries: map[string]int{}, homes: map[string]int{}, full: map[string]bool{}, aliases: map[string]*Mention{},
		sentences: make([][]*Mention, len(doc.Sentences)), done: make([]bool, len(doc.Sentences)), groups: map[*lang.NounGroup][]*Mention{}}
	if p := doc.Article.Published; !p.IsZero() {
		r.year = p.Year()
	}
	r.places = places
	r.names = x.Scan(doc.Article.Text)
	for _, m := range r.names {
		c := m.Candidates[0]
		if c.Ambiguous {
			continue
		}
		r.full[c.ID] = true
		if m.Form == gazetteer.FormName && len(c.Countries()) == 1 && c.Kind != "" {
			r.homes[c.Country]++
		}
		if m.Form != gazetteer.FormName || len(c.Countries()) == 1 {
			r.countries[c.Country]++
		}
	}
	r.settle()
	r.bracketed()
	return r
}

// Document is the document that is read.
func (r *Reader) Document() *lang.Document { return r.doc }

// Index is the dictionary that is read with.
func (r *Reader) Index() *gazetteer.ActorIndex { return r.x }

// Names are the dictionary's names in a stretch of the text.
func (r *Reader) Names(span article.Span) []gazetteer.ActorMatch {
	i := sort.Search(len(r.names), func(i int) bool { return r.names[i].End > span.Start })
	j := i
	for j < len(r.names) && r.names[j].Start < span.End {
		j++
	}
	return r.names[i:j]
}

// Sentence returns the mentions of sentence i in text order.
func (r *Reader) Sentence(i int) []*Mention {
	if r.done[i] {
		return r.sentences[i]
	}
	r.done[i] = true
	s := r.doc.Analyse(i)
	var all []*Mention
	for _, g := range s.Nouns {
		all = append(all, r.Of(g)...)
	}
	all = r.across(s, within(all))
	sort.SliceStable(all, func(i, j int) bool {
		if all[i].Start != all[j].Start {
			return all[i].Start < all[j].Start
		}
		return all[i].End > all[j].End
	})
	r.sentences[i] = all
	return all
}

// Of returns the actors that a noun group stands for: none, one, or as many
// as its modifiers name (Russian and Syrian warplanes).
func (r *Reader) Of(g *lang.NounGroup) []*Mention {
	if m, ok := r.groups[g]; ok {
		return m
	}
	r.groups[g] = nil // a group that hangs on itself ends here
	m := r.read(g)
	r.groups[g] = m
	return m
}

// within drops the parts of names that the dictionary does not know: Thunder
// Brigade of the Sons of Thunder Brigade.
func within(all []*Mention) []*Mention {
	keep := all[:0]
	for _, m := range all {
		part := false
		for _, o := range all {
			part = part || m.Form == Unknown && o.Form == Unknown && o != m && o.Contains(m.Span) && o.Len() > m.Len()
		}
		if !part {
			keep = append(keep, m)
		}
	}
	return keep
}

// across makes mentions of the names that no group's mention is, because the
// parser cut them in two. What the parser made of their parts gives way.
func (r *Reader) across(s *lang.Sentence, found []*Mention) []*Mention {
	for _, n := range r.Names(s.Span) {
		if n.Form > gazetteer.FormForce || n.Start < s.Start || n.End > s.End {
			continue
		}
		span := article.Span{Start: n.Start, End: n.End}
		tokens := s.TokensIn(span)
		if tokens.Empty() || words().vetoes[r.wordAfter(s, tokens.To)+" next"] {
			continue
		}
		covered := false
		keep := found[:0:0]
		for _, m := range found {
			switch {
			case !m.Overlaps(span):
			case m.Form == State && m.Start == span.Start && m.End < span.End && n.Form == gazetteer.FormForce:
				// Myanmar, of Myanmar's military, is a mention too.
			case span.Contains(m.Span) && m.Span != span, m.Form == Unknown && !m.Specific():
				continue // a part of the name gives way
			default:
				covered = true
			}
			keep = append(keep, m)
		}
		if covered {
			continue
		}
		c, ok := r.choose(n)
		if !ok {
			continue
		}
		if g := s.InnermostGroup(n.Start); g != nil && r.vetoed(g, false) {
			continue
		}
		m := r.named(s, n, c)
		m.Head = tokens.To - 1
		m.Group = s.InnermostGroup(n.Start)
		found = append(keep, m)
	}
	return found
}

func (r *Reader) wordAfter(s *lang.Sentence, i int) string {
	if i < len(s.Tokens) {
		return s.Tokens[i].Lower
	}
	return ""
}

// choose picks the actor that a name means in this article: one that is
// known without more, or one that a country or the full name in the same
// text speaks for. Nothing is picked where two are spoken for equally.
func (r *Reader) choose(m gazetteer.ActorMatch) (gazetteer.ActorCandidate, bool) {
	if words().others[strings.ToLower(r.around(m))] {
		return gazetteer.ActorCandidate{}, false
	}
	if r.inPlace(m) || r.partOfName(m) {
		return gazetteer.ActorCandidate{}, false
	}
	best, second := -1, -1
	var pick gazetteer.ActorCandidate
	beside, armed := r.beside(m)
	for _, c := range m.Candidates {
		score := r.support(c)
		if c.Ambiguous && armed && (beside == c.Kind || c.Kind == gazetteer.KindRebelGroup || c.Kind == gazetteer.KindPoliticalMilitia) {
			score += wordBeside
			if beside == c.Kind {
				score++
			}
		}
		switch {
		case score > best:
			best, second, pick = score, best, c
		case score > second:
			second = score
		}
	}
	if best <= 0 || best == second {
		return gazetteer.ActorCandidate{}, false
	}
	return pick, true
}

// inPlace says whether the name is only a part of a place's: the al-Deif of
// Wadi al-Deif.
func (r *Reader) inPlace(m gazetteer.ActorMatch) bool {
	i := sort.Search(len(r.places), func(i int) bool { return r.places[i].End >= m.End })
	for ; i < len(r.places) && r.places[i].Start <= m.Start; i++ {
		if p := &r.places[i]; p.Len() > m.End-m.Start && p.ID != "" && p.End >= m.End {
			return true
		}
	}
	return false
}

// partOfName says whether a common word that can mean an actor is the end of
// a longer name: the coalition of the Jaish al-Fatah coalition.
func (r *Reader) partOfName(m gazetteer.ActorMatch) bool {
	text := r.doc.Article.Text
	if !m.Candidates[0].Ambiguous || upper(text[m.Start:m.End]) || m.Start < 2 || text[m.Start-1] != ' ' {
		return false
	}
	word := text[strings.LastIndexAny(text[:m.Start-1], " \n(")+1 : m.Start-1]
	return upper(word) && !strings.EqualFold(word, "the")
}

// beside reads the word behind a name: rebels, fighters, militia.
func (r *Reader) beside(m gazetteer.ActorMatch) (kind string, armed bool) {
	text := r.doc.Article.Text[m.End:min(len(r.doc.Article.Text), m.End+40)]
	rest, ok := strings.CutPrefix(text, " ")
	if !ok {
		return "", false
	}
	end := strings.IndexFunc(rest, func(c rune) bool { return !unicode.IsLetter(c) && c != '-' })
	if end < 0 {
		end = len(rest)
	}
	n, ok := r.x.Noun(rest[:end])
	return n.Kind, ok && (n.Class == gazetteer.NounForce && n.Service == "" || n.Class == gazetteer.NounGroup)
}

// around is the name with the capitalised words that stand next to it.
func (r *Reader) around(m gazetteer.ActorMatch) string {
	text := r.doc.Article.Text
	from, to := m.Start, m.End
	for range 2 {
		if i := strings.LastIndexByte(text[:max(0, from-1)], ' '); from > 0 && text[from-1] == ' ' && upper(text[i+1:from]) {
			from = i + 1
		}
	}
	if to < len(text) && text[to] == ' ' && upper(text[to+1:]) {
		end := strings.IndexFunc(text[to+1:], func(c rune) bool { return !unicode.IsLetter(c) })
		if end < 0 {
			end = len(text) - to - 1
		}
		to += 1 + end
	}
	return strings.TrimPrefix(text[from:to], "The ")
}

// Points of evidence for a candidate.
const (
	plainName   = 4 // the name is the actor's alone
	fullName    = 6 // the text has its full name as well
	homeCountry = 2 // the text names a country of its
	knownEnemy  = 1 // the text names a state that it fights
	wordBeside  = 3 // rebels, fighters: the word after it
	outOfTime   = -3
)

func (r *Reader) support(c gazetteer.ActorCandidate) int {
	score := 0
	if !c.Ambiguous {
		score += plainName
		if !c.ActiveIn(r.year) {
			score += outOfTime
		}
	} else {
		if r.full[c.ID] {
			score += fullName
		}
		if !c.ActiveIn(r.year) {
			return 0
		}
	}
	best := 0
	for _, iso3 := range c.Countries() {
		best = max(best, min(r.countries[iso3], 2))
	}
	if best > 0 {
		score += homeCountry + best
	} else if score > 0 {
		for _, iso3 := range c.Against() {
			if r.countries[iso3] > 0 {
				return score + knownEnemy
			}
		}
	}
	return score
}
