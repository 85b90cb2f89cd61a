package actor

import (
	"strings"

	"sitrep/extract/article"
	"sitrep/extract/lang"
	"sitrep/gazetteer"
)

// groupName is a name of the dictionary in a noun group, with the tokens that
// it covers.
type groupName struct {
	gazetteer.ActorMatch
	lang.Range
	chosen gazetteer.ActorCandidate
	suffix string // what is joined to it by a hyphen: backed, of Iran-backed
}

// read returns the mentions of one noun group.
func (r *Reader) read(g *lang.NounGroup) []*Mention {
	if g.Pronoun {
		return []*Mention{r.newPronoun(g)}
	}
	names := r.namesIn(g)
	if n := nameCovering(names, g.Head); n != nil {
		if r.vetoed(g) {
			return nil
		}
		return r.readHeadName(g, n, names)
	}
	if r.endsEarlierName(g) || words().others[strings.TrimPrefix(strings.ToLower(r.doc.Article.Slice(g.Span)), "the ")] {
		return nil
	}
	if m := r.stateOfForce(g); m != nil {
		return []*Mention{m}
	}
	if m := r.alias(g); m != nil {
		return []*Mention{m}
	}
	return r.readNoun(g, names)
}

// readNoun returns the mentions of a group whose head is no name of the
// dictionary: of a generic noun, or of a name that the dictionary lacks.
func (r *Reader) readNoun(g *lang.NounGroup, names []groupName) []*Mention {
	from := max(g.First, g.Numeral.To)
	if g.Possessor != nil {
		from = max(from, g.Possessor.Last+1)
	}
	noun, at, ok := r.nounEndingAt(g.Sentence, from, g.Head)
	if ok && (r.vetoed(g) || r.countsOthers(g)) {
		return nil
	}
	if !ok || r.endsUnlistedName(g, at, names) || r.continuesWithOf(g, at) {
		return r.readUnlisted(g, names)
	}
	return r.describe(g, noun, at, names)
}

// namesIn returns the names inside a group, without those of its possessor. A
// name that runs on after the group, or begins in its possessor, is its head:
// Doctors [Without Borders], [Ukraine's] air force.
func (r *Reader) namesIn(g *lang.NounGroup) []groupName {
	s := g.Sentence
	var out []groupName
	for _, n := range r.Names(article.Span{Start: g.Start, End: g.End}) {
		tokens := s.TokensIn(article.Span{Start: n.Start, End: n.End})
		if tokens.Empty() || n.Start < s.Start || n.End > s.End || !belongsTo(g, &n, tokens) {
			continue
		}
		if n.Form >= gazetteer.FormState && n.Start > s.Tokens[tokens.From].Start {
			continue // the Kuwaiti of Abu Omar al-Kuwaiti
		}
		if tokens.To <= g.Last && s.Tokens.In(tokens.To, words().notNext) {
			continue
		}
		c, ok := r.choose(n)
		if !ok {
			continue
		}
		name := groupName{ActorMatch: n, Range: tokens, chosen: c}
		if last := s.Tokens[tokens.To-1]; last.End > n.End && !n.Owner {
			name.suffix = strings.TrimLeft(last.Text[n.End-last.Start:], "-‐‑–")
		}
		out = append(out, name)
	}
	return out
}

// belongsTo reports whether a name that covers the tokens belongs to a group,
// and not to its possessor or to what stands beside the group.
func belongsTo(g *lang.NounGroup, n *gazetteer.ActorMatch, tokens lang.Range) bool {
	start := g.Start
	if g.Possessor != nil {
		start = g.Possessor.End
	}
	coversHead := tokens.From <= g.Head && g.Head < tokens.To
	if !coversHead {
		return n.Start >= start && tokens.From >= g.First && tokens.To <= g.Last+1
	}
	if tokens.From < g.First && (tokens.From != g.First-1 || n.Form != gazetteer.FormName) {
		return false
	}
	return tokens.To <= g.Last+1 || phraseFollows(g)
}

// phraseFollows reports whether what follows a group may be the rest of a name,
// as the of Human Rights of an observatory, or the bracket of the Communist Party
// of India (Maoist).
func phraseFollows(g *lang.NounGroup) bool {
	tokens, i := g.Sentence.Tokens, g.Last+1
	return tokens.Tagged(i, "IN", "CC", "TO", "DT", "(") || strings.HasPrefix(tokens.Tag(i), "NN") || tokens.Adjective(i) ||
		strings.HasPrefix(tokens.Tag(i), "V")
}

// endsEarlierName reports whether a group is a later part of a name that begins
// before it: Human Rights, of the Observatory for Human Rights.
func (r *Reader) endsEarlierName(g *lang.NounGroup) bool {
	for _, n := range r.Names(g.Span) {
		if n.Start < g.Start && n.End >= g.End && n.Form <= gazetteer.FormForce {
			if _, ok := r.choose(n); ok {
				return true
			}
		}
	}
	return false
}

// stateOfForce returns the state that a group names as the possessor in the
// longer name of a force, or nil: Ukraine, of Ukraine's air force.
func (r *Reader) stateOfForce(g *lang.NounGroup) *Mention {
	for _, n := range r.Names(g.Span) {
		if n.Start >= g.Start && n.End > g.End && n.Form == gazetteer.FormForce {
			state, ok := r.dictionary.Lookup(r.doc.Article.Slice(article.Span{Start: n.Start, End: g.End}))
			if !ok {
				return nil
			}
			m := r.newMention(g, State)
			m.identify(state.Candidates[0].Actor)
			return m
		}
	}
	return nil
}

// nameCovering returns the name that covers a token, or nil. The Iran of
// Iran-backed does not.
func nameCovering(names []groupName, token int) *groupName {
	for i := range names {
		if names[i].From <= token && token < names[i].To && names[i].suffix == "" {
			return &names[i]
		}
	}
	return nil
}
