package reading

import (
	"embed"
	"slices"
	"sort"
	"strings"
	"sync"

	"sitrep/extract/article"
	"sitrep/extract/attribution"
	"sitrep/extract/clock"
	"sitrep/extract/lang"
	"sitrep/extract/record"
	"sitrep/extract/wordlist"
)

// Attributions returns who says what in the text, in text order.
func (r *Reading) Attributions() []attribution.Attribution { return r.AttributionIndex().All() }

// AttributionIndex returns the same, to be asked where in the text they are.
func (r *Reading) AttributionIndex() *attribution.Index {
	return r.attributions.get(func() *attribution.Index {
		r.Document.Clock.Start(clock.Attributions)
		defer r.Document.Clock.Stop()
		return attribution.NewIndex(attribution.Find(r.Document, r.outlets...))
	})
}

// Sources returns the sources of the attributions that a sentence makes.
func (r *Reading) Sources(s *lang.Sentence) []attribution.Source {
	return r.sources.get(func() map[int][]attribution.Source {
		out := map[int][]attribution.Source{}
		for _, a := range r.Attributions() {
			out[a.Sentence] = append(out[a.Sentence], a.Source)
		}
		return out
	})[s.Index]
}

// Certainty returns the phrases that say how sure the text is.
func (r *Reading) Certainty() []attribution.Verification {
	return r.certainty.get(func() []attribution.Verification { return attribution.Verifications(r.Document) })
}

// CertaintyIn returns those of sentence n.
func (r *Reading) CertaintyIn(n int) []attribution.Verification {
	all := r.Certainty()
	from := sort.Search(len(all), func(i int) bool { return all[i].Sentence >= n })
	to := from
	for to < len(all) && all[to].Sentence == n {
		to++
	}
	return all[from:to]
}

// Source returns the source of an attribution, resolved to an actor and with
// its cue, content and those who pass the words on.
func (r *Reading) Source(x *attribution.Attribution) record.Source {
	a := r.Article()
	s := r.Speaker(x.Source)
	s.Cue = &record.Span{Text: x.Cue.Text, Start: a.CodePoint(x.Cue.Start), End: a.CodePoint(x.Cue.End)}
	if c := x.Extent(); c.Len() > 0 {
		s.Content = &record.Offsets{Start: a.CodePoint(c.Start), End: a.CodePoint(c.End)}
	}
	for _, v := range x.Via {
		m := r.Speaker(v)
		s.Via = append(s.Via, record.Mention{Text: m.Text, Name: m.Name, ID: m.ID, Kind: m.Kind, Start: m.Start, End: m.End})
	}
	if s.ID == "" && x.Source.Group != nil && slices.Contains(r.Rules.Grammar.Documents, x.Source.Group.Lemma) {
		r.addAuthor(x, &s)
	}
	return s
}

// addAuthor gives a document, as in "the statement said", the identity of the
// last source before it that has one.
func (r *Reading) addAuthor(x *attribution.Attribution, s *record.Source) {
	all := r.AttributionIndex().Before(x.Sentence + 1)
	for i := len(all) - 1; i >= 0; i-- {
		o := &all[i]
		if o.Cue.Start >= x.Cue.Start || o.Source.Group == x.Source.Group {
			continue
		}
		if author := r.Speaker(o.Source); author.ID != "" {
			identify(s, &author)
			return
		}
	}
}

// identify gives a source the identity of another.
func identify(s, other *record.Source) {
	s.ID, s.Name, s.Kind, s.Country = other.ID, other.Name, other.Kind, other.Country
}

// longSource is how many words of a source are too many for a name.
const longSource = 6

// Speaker resolves the words of a source to an actor. Its cue and content are
// not filled in.
func (r *Reading) Speaker(x attribution.Source) record.Source {
	a := r.Article()
	s := record.Source{Text: x.Text, Start: a.CodePoint(x.Start), End: a.CodePoint(x.End)}
	if x.Group == nil {
		if m, ok := r.ActorIndex.Lookup(x.Text); ok && len(m.Candidates) > 0 {
			c := m.Candidates[0]
			s.ID, s.Name, s.Kind, s.Country = c.ID, c.Name, c.SourceKind, c.Country
		}
		return s
	}
	if x.Antecedent != nil {
		o := r.Speaker(*x.Antecedent)
		identify(&s, &o)
		if s.Name == "" || x.Antecedent.Person {
			s.Name = o.Text
		}
		return s
	}
	g := x.Group
	if x.Named != nil {
		g = x.Named
	}
	r.identifyByGroup(&s, x, g)
	describe(&s, x.Text+" "+g.Text())
	if s.Name == "" && len(strings.Fields(x.Text)) > longSource {
		s.Name = g.Text() // Officials [in the province in the north and …]
	}
	return s
}

// identifyByGroup gives a source the identity of the first actor of the noun
// group g. An actor whose name begins before the source's words is none of it.
func (r *Reading) identifyByGroup(s *record.Source, x attribution.Source, g *lang.NounGroup) {
	for _, m := range r.ActorsOf(g) {
		if m.Antecedent == nil && m.Start < x.Start {
			continue
		}
		s.ID, s.Name, s.Kind, s.Country = m.ID, m.Name, m.SourceKind, m.Country
		if m.ID == "" && m.Name == x.Text && g.Proper {
			s.Name = g.Text() // Dr Ali [of the Madina Hospital]
		}
		return
	}
}

// Related reports whether two actors, by id, are on one side: of one state,
// or one the parent or ally of the other.
func (r *Reading) Related(a, b string) bool {
	if a == "" || b == "" {
		return false
	}
	if len(a) > 4 && len(b) > 4 && a[3] == '-' && a[:4] == b[:4] {
		return true
	}
	x, ok := r.ActorIndex.ByID(a)
	y, ok2 := r.ActorIndex.ByID(b)
	if !ok || !ok2 {
		return false
	}
	return x.Parent == b || y.Parent == a || x.Parent != "" && x.Parent == y.Parent ||
		slices.Contains(x.With(), b) || slices.Contains(y.With(), a)
}

// SaidTogether reports whether what stands at other is said by whoever says what
// stands at span, both in the sentence; true where nobody says it.
func (r *Reading) SaidTogether(s *lang.Sentence, span, other article.Span) bool {
	holds := func(content []article.Span, x article.Span) bool {
		return slices.ContainsFunc(content, func(c article.Span) bool { return c.Contains(x) })
	}
	in := r.AttributionIndex().In(s.Index)
	return !slices.ContainsFunc(in, func(a attribution.Attribution) bool {
		return holds(a.Content, span) && !holds(a.Content, other)
	})
}

//go:embed data
var data embed.FS

// speakers are the kinds of sources, each with the words that a source of it
// may have, in their order in data/speakers.csv.
var speakers = sync.OnceValue(func() []speakerKind {
	var out []speakerKind
	for _, row := range wordlist.Rows(data, "data/speakers.csv", "kind: words") {
		k := speakerKind{kind: row[0], words: map[string]bool{}}
		for _, w := range strings.Fields(row[1]) {
			k.words[w] = true
		}
		out = append(out, k)
	}
	return out
})

// speakerKind is a row of data/speakers.csv.
type speakerKind struct {
	kind  string
	words map[string]bool
}

// describe gives a source that no dictionary knows the kind that the words for it tell:
// Dr. Amina Ali of the town's hospital is medical.
func describe(s *record.Source, words string) {
	if s.Kind != "" || s.ID != "" {
		return
	}
	for _, k := range speakers() {
		for _, w := range strings.Fields(strings.ToLower(words)) {
			if k.words[strings.TrimRight(w, ",;")] {
				s.Kind = k.kind
				return
			}
		}
	}
}
