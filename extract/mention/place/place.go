package place

import (
	"sort"

	"sitrep/extract/article"
	"sitrep/extract/lang"
	"sitrep/extract/mention"
	"sitrep/gazetteer"
)

// Finder finds places in documents. It is safe for concurrent use: what it
// keeps is only read.
type Finder struct {
	index  *gazetteer.PlaceIndex
	actors *gazetteer.ActorIndex
}

// New makes a Finder over an index: gazetteer.Places() or that with a user's
// own on top.
func New(index *gazetteer.PlaceIndex) *Finder {
	return &Finder{index: index, actors: gazetteer.Actors()}
}

// Beside is f with another dictionary of actors. What is part of an actor's
// name is no place: the Arakan Army, Al Qaeda in the Arabian Peninsula.
func (f *Finder) Beside(actors *gazetteer.ActorIndex) *Finder {
	return &Finder{index: f.index, actors: actors}
}

// Find returns the places that the document names, in text order and without
// overlap, resolved. It reads raw text, and asks for the analysis of a
// sentence only where the words around a name leave it open whether the name
// is a place: the result is the same whatever was analysed before.
func (f *Finder) Find(doc *lang.Document) []mention.Place {
	t := &text{doc: doc, src: doc.Article.Text, index: f.index, actors: f.actors, lex: lex()}
	t.read()
	t.scan()
	t.meetPersons()
	t.gather()
	for i := range t.spots {
		t.spots[i].local = t.local(i)
	}
	t.resolve()
	t.senses()
	t.decide()
	out := make([]mention.Place, 0, len(t.spots))
	for i := range t.spots {
		if t.spots[i].accepted {
			out = append(out, t.mention(i))
		}
	}
	out = append(out, t.unknown()...)
	sort.SliceStable(out, func(i, j int) bool { return out[i].Start < out[j].Start })
	return out
}

// text is one document under work.
type text struct {
	actors *gazetteer.ActorIndex
	doc    *lang.Document
	src    string
	index  *gazetteer.PlaceIndex
	lex    *lexicon
	words  []word
	spots  []spot
	groups []group
	byKey  map[string]int
	chart  []int // the groups whose places speak for one another
	// persons holds the words of names of persons: a later Jackson is the
	// Michael Jackson of the first paragraph.
	persons  map[string]int
	personAt map[int]bool // words that stand in such a name
	peoples  []people
	weight   map[string]float64 // country → how much the article speaks of it
	total    float64
	spotAt   map[int]int // first word of a spot → spot
}

// people is a demonym in the text.
type people struct {
	country  string
	at       int // word
	sentence int
}

// spot is a name in the text that may be a place.
type spot struct {
	hit         gazetteer.PlaceHit
	first, last int // words
	group       int
	feature     string // kind asked for by a word beside it
	featureFrom int    // words that the feature and its preposition cover
	featureTo   int
	containers  []containment
	local       float64 // for or against a place, by the words around
	sense       int     // candidate+1 that the text says outright, 0 for the group's
	accepted    bool
	dateline    bool
	actor       bool // within the longer name of an actor
}

// containment says that the text puts a spot inside another: Tripoli, Lebanon.
type containment struct {
	spot   int
	weight float64
}

// group is all spots of one name.
type group struct {
	key        string
	spots      []int
	candidates []candidate
	best       int
}

// candidate is a place that a name may mean, and how much speaks for it.
type candidate struct {
	place gazetteer.Place
	score float64
	prior float64
	where string // what spoke for it most
}

// read finds the words of every sentence and dateline.
func (t *text) read() {
	segments := t.doc.Article.Segments
	k := 0
	for i, s := range t.doc.Sentences {
		for ; k < len(segments) && segments[k].End <= s.Start; k++ {
			t.dateline(segments[k])
		}
		t.words = appendWords(t.words, t.src, s.Start, s.End, i)
	}
	for ; k < len(segments); k++ {
		t.dateline(segments[k])
	}
}

// dateline reads the words of a dateline, which is no sentence.
func (t *text) dateline(s article.Segment) {
	if s.Part == article.Dateline {
		t.words = appendWords(t.words, t.src, s.Start, s.End, -1)
	}
}

// scan finds the longest gazetteer names, left to right.
func (t *text) scan() {
	t.byKey = map[string]int{}
	t.spotAt = map[int]int{}
	scanner := t.index.Scanner()
	var refs []gazetteer.Place
	for i := 0; i < len(t.words); i++ {
		w := &t.words[i]
		if !w.capital && (w.end-w.start > 4 || w.end >= len(t.src) || t.src[w.end] != '-') {
			continue
		}
		if w.before == gapHyphen && i > 0 && t.words[i-1].capital && !t.covered(i-1) && !t.words[i-1].first {
			continue // the second half of a double name
		}
		if w.first && w.entry.class&classLead != 0 && w.end-w.start < 3 && t.src[w.end:min(w.end+1, len(t.src))] != "-" {
			continue // At Taji, An Najaf: a preposition opens the sentence, no article
		}
		hit, ok := scanner.Longest(t.src, w.start)
		if !ok {
			continue
		}
		last := i
		for last+1 < len(t.words) && t.words[last+1].start < hit.End {
			last++
		}
		refs = t.index.Refs(refs[:0], hit)
		if t.people(refs, i) {
			i = last
			continue
		}
		if !t.holds(&refs, i) {
			continue
		}
		t.add(spot{hit: hit, first: i, last: last, dateline: w.sentence < 0}, refs)
		i = last
	}
}

// covered says whether the spot found last ends with the word.
func (t *text) covered(word int) bool {
	n := len(t.spots)
	return n > 0 && t.spots[n-1].last == word
}

// people notes a demonym. A name that is one is no place here, however many
// hamlets are called so.
func (t *text) people(refs []gazetteer.Place, first int) bool {
	country, demonym, several := "", false, false
	for _, p := range refs {
		switch p.Form {
		case gazetteer.DemonymName:
			demonym = true
			several = several || country != "" && country != p.Country
			country = p.Country
		case gazetteer.PrimaryName, gazetteer.AlternateName:
			if p.Kind == gazetteer.KindCountry {
				return false
			}
		}
	}
	if demonym && !several {
		t.peoples = append(t.peoples, people{country, first, t.words[first].sentence})
	}
	return demonym
}

// holds drops the candidates whose name does not hold in this form: US and DRC
// only in capitals, Ky. and IN only behind a comma or, with its stops, a
// preposition.
func (t *text) holds(refs *[]gazetteer.Place, first int) bool {
	w := &t.words[first]
	capitals := w.upper || w.end-w.start > 1 && t.src[w.start+1] == '.'
	kept := (*refs)[:0]
	for _, p := range *refs {
		switch p.Form {
		case gazetteer.Abbreviated:
			if !capitals || t.shouted(first) {
				continue
			}
		case gazetteer.PostalName:
			stops := t.src[w.start+1] == '.' || w.end < len(t.src) && t.src[w.end] == '.'
			behind := w.before == gapComma && first > 0 && t.words[first-1].capital
			if behind && !capitals && !stops {
				continue // a Co-owner
			}
			if !behind && !(stops && capitals && first > 0 && t.words[first-1].entry.locative > 0 || capitals && w.end-w.start > 2 && !t.shouted(first)) {
				continue
			}
		}
		kept = append(kept, p)
	}
	*refs = kept
	return len(kept) > 0
}

// shouted says whether the words around are in capitals too, so that capitals
// mean nothing: LET US PRAY.
func (t *text) shouted(i int) bool {
	n := 0
	for _, k := range []int{i - 2, i - 1, i + 1, i + 2} {
		if k >= 0 && k < len(t.words) && t.words[k].sentence == t.words[i].sentence && t.words[k].upper && t.words[k].end-t.words[k].start > 3 {
			n++
		}
	}
	return n >= 2 && t.src[t.words[i].start+1] != '.'
}

// add files a spot under its name.
func (t *text) add(s spot, refs []gazetteer.Place) {
	key := gazetteer.Fold(t.src[s.hit.Start:s.hit.End])
	g, ok := t.byKey[key]
	if !ok {
		g = len(t.groups)
		t.byKey[key] = g
		t.groups = append(t.groups, group{key: key})
	}
	s.group = g
	n := len(t.spots)
	t.groups[g].spots = append(t.groups[g].spots, n)
	t.groups[g].admit(refs)
	s.actor = t.inActor(&s)
	t.spotAt[s.first] = n
	t.spots = append(t.spots, s)
}

// beforeActor is how many words of an actor's name may precede a place in it.
const beforeActor = 5

// inActor says whether a spot lies within the name of a group, a body or a
// person of the dictionary. A state's forces are no such name: the Syrian
// army, Iraq's police.
func (t *text) inActor(s *spot) bool {
	w := &t.words[s.first]
	for k := s.first; k >= 0 && k >= s.first-beforeActor && t.words[k].sentence == w.sentence; k-- {
		if k < s.first && t.words[k+1].before > gapHyphen {
			break
		}
		if !t.words[k].capital {
			continue
		}
		m, ok := t.actors.Longest(t.src, t.words[k].start)
		if !ok || m.End < s.hit.End || m.Form != gazetteer.FormName && m.Form != gazetteer.FormLeader {
			continue
		}
		if m.Start < s.hit.Start || m.End > s.hit.End+1 || s.hit.Loose {
			return true
		}
	}
	return false
}

// maxCandidates bounds what is weighed of one name: there are 160 places
// called Santa Cruz, and the least of them are never meant.
const maxCandidates = 48

// admit adds the places of a hit to the candidates.
func (g *group) admit(refs []gazetteer.Place) {
	if len(refs) > maxCandidates {
		sort.SliceStable(refs, func(i, j int) bool { return refs[i].Prior() > refs[j].Prior() })
		refs = refs[:maxCandidates]
	}
	for _, p := range refs {
		if p.Form == gazetteer.DemonymName {
			continue
		}
		known := false
		for i := range g.candidates {
			if g.candidates[i].place.Ref == p.Ref {
				known = true
				break
			}
		}
		if !known {
			g.candidates = append(g.candidates, candidate{place: p, prior: p.Prior()})
		}
	}
}

// phrase is what the lexicon knows of the words from i on, the longest first,
// and how many words that are.
func (t *text) phrase(i int) (entry, int) {
	w := &t.words[i]
	if i+1 < len(t.words) && t.words[i+1].sentence == w.sentence && t.words[i+1].before <= gapHyphen {
		first := lowered(t.src[w.start:w.end])
		if t.lex.longer[first] {
			key := first
			var best entry
			n := 0
			for k := i + 1; k < len(t.words) && k < i+3 && t.words[k].before <= gapHyphen && t.words[k].before != gapBreak; k++ {
				key += " " + lowered(t.src[t.words[k].start:t.words[k].end])
				if e, ok := t.lex.words[key]; ok {
					best, n = e, k-i+1
				}
			}
			if n > 0 {
				return best, n
			}
		}
	}
	return w.entry, 1
}
