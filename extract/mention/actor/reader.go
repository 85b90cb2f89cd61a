package actor

import (
	"sort"

	"sitrep/extract/article"
	"sitrep/extract/lang"
	"sitrep/extract/mention"
	"sitrep/gazetteer"
)

// Reader finds the actors of one article. Names are looked up once, over the
// whole text; noun groups are read sentence by sentence, when asked for. It is
// not safe for concurrent use; the index behind it is shared and is.
type Reader struct {
	dictionary *gazetteer.ActorIndex
	doc        *lang.Document
	names      []gazetteer.ActorMatch // of the whole text, in text order
	year       int                    // of publication, 0 where unknown
	countryCounts

	places []mention.Place

	fullNames map[string]bool     // ids of actors that the text names by a name of theirs alone
	aliases   map[string]*Mention // abbreviation that the text introduces in brackets → whom it names
	sentences [][]*Mention
	done      []bool   // by sentence
	sports    []answer // by sentence, whether it tells of them
	groups    lang.ByGroup[[]*Mention]
}

// Read returns a Reader of the article. names are those that the dictionary finds in
// its text, places those that were found in it. They tell which country an army
// without one is of, and may be nil.
func Read(dictionary *gazetteer.ActorIndex, doc *lang.Document, names []gazetteer.ActorMatch, places []mention.Place) *Reader {
	r := &Reader{
		dictionary: dictionary, doc: doc, places: places, names: names,
		fullNames: map[string]bool{}, aliases: map[string]*Mention{},
		sentences: make([][]*Mention, len(doc.Sentences)), done: make([]bool, len(doc.Sentences)),
	}
	if p := doc.Article.Published; !p.IsZero() {
		r.year = p.Year()
	}
	for _, m := range r.names {
		if c := m.Candidates[0]; !c.Ambiguous {
			r.fullNames[c.ID] = true
		}
	}
	r.countCountries()
	r.readBrackets()
	return r
}

// Document returns the document that is read.
func (r *Reader) Document() *lang.Document { return r.doc }

// Index returns the dictionary of actors.
func (r *Reader) Index() *gazetteer.ActorIndex { return r.dictionary }

// Names returns the names of the dictionary that a stretch of the text overlaps.
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
	all = r.addNamesAcrossGroups(s, dropNested(all))
	sort.SliceStable(all, func(i, j int) bool {
		if all[i].Start != all[j].Start {
			return all[i].Start < all[j].Start
		}
		return all[i].End > all[j].End
	})
	r.sentences[i] = all
	return all
}

// Of returns the actors that a noun group names: none, one, or as many as its
// modifiers name, as in Russian and Syrian warplanes.
func (r *Reader) Of(g *lang.NounGroup) []*Mention {
	if m, ok := r.groups.Get(g); ok {
		return m
	}
	r.groups.Set(g, nil) // ends the recursion of a group that is attached to itself
	m := r.read(g)
	r.groups.Set(g, m)
	return m
}

// dropNested drops the parts of names that the dictionary does not know:
// Thunder Brigade, of the Sons of Thunder Brigade.
func dropNested(all []*Mention) []*Mention {
	keep := all[:0]
	for _, m := range all {
		nested := false
		for _, o := range all {
			nested = nested || m.Form == Unknown && o.Form == Unknown && o != m && o.Contains(m.Span) && o.Len() > m.Len()
		}
		if !nested {
			keep = append(keep, m)
		}
	}
	return keep
}

// addNamesAcrossGroups adds mentions of the names that no noun group has,
// because the parser cut them in two. They replace the mentions that were made
// of their parts.
func (r *Reader) addNamesAcrossGroups(s *lang.Sentence, found []*Mention) []*Mention {
	for _, n := range r.Names(s.Span) {
		if n.Form > gazetteer.FormForce || n.Start < s.Start || n.End > s.End {
			continue
		}
		tokens := s.TokensIn(article.Span{Start: n.Start, End: n.End})
		if tokens.Empty() || s.Tokens.In(tokens.To, words().notNext) {
			continue
		}
		rest, covered := withoutParts(found, n)
		if covered {
			continue
		}
		c, ok := r.choose(n)
		if !ok {
			continue
		}
		g := s.InnermostGroup(n.Start)
		if g != nil && r.vetoed(g) {
			continue
		}
		m := r.newNameMention(s, n, c)
		m.Head = tokens.To - 1
		m.Group = g
		found = append(rest, m)
	}
	return found
}

// withoutParts returns a copy of the mentions without those that are only parts
// of a name, and reports whether one of them is the name already.
func withoutParts(found []*Mention, n gazetteer.ActorMatch) (rest []*Mention, covered bool) {
	span := article.Span{Start: n.Start, End: n.End}
	for _, m := range found {
		switch {
		case !m.Overlaps(span):
		case m.Form == State && m.Start == span.Start && m.End < span.End && n.Form == gazetteer.FormForce:
			// The Myanmar of Myanmar's military is a mention too.
		case span.Contains(m.Span) && m.Span != span, m.Form == Unknown && !m.Specific():
			continue
		default:
			covered = true
		}
		rest = append(rest, m)
	}
	return rest, covered
}
