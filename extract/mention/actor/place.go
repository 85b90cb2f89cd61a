package actor

import (
	"sort"
	"strings"

	"sitrep/extract/lang"
	"sitrep/extract/mention"
	"sitrep/gazetteer"
)

// settle counts the countries that the text speaks for: of the places it
// names, of the states, of groups with one home.
func (r *Reader) settle() {
	r.sites = make([]map[string]int, len(r.doc.Sentences))
	r.allSites = map[string]int{}
	at := 0
	for i := range r.places {
		p := &r.places[i]
		if p.Country == "" {
			continue
		}
		r.countries[p.Country]++
		if p.Use == mention.UseMetonym || p.Kind == "country" {
			continue
		}
		for at < len(r.doc.Sentences) && r.doc.Sentences[at].End <= p.Start {
			at++
		}
		r.allSites[p.Country]++
		if at < len(r.doc.Sentences) && r.doc.Sentences[at].Start <= p.Start {
			if r.sites[at] == nil {
				r.sites[at] = map[string]int{}
			}
			r.sites[at][p.Country]++
		}
	}
}

// home is the country that a sentence plays in: that of its places, else of
// all places of the text, else of all that the text names; "" where two would
// do.
func (r *Reader) home(s *lang.Sentence) string {
	for _, counts := range []map[string]int{r.sites[s.Index], r.allSites, r.countries} {
		if len(counts) == 0 {
			continue
		}
		c := only(counts)
		if g := only(r.homes); g != "" && c != "" && r.homes[c] == 0 && r.countries[c] <= 1 {
			return g // one village abroad against a group that fights at home
		}
		return c
	}
	return ""
}

// only is the one country that has more than three quarters of the votes.
func only(counts map[string]int) string {
	all, most, pick := 0, 0, ""
	for c, n := range counts {
		all += n
		if n > most || n == most && c < pick {
			most, pick = n, c
		}
	}
	if 4*most > 3*all {
		return pick
	}
	return ""
}

// Localise gives a description without a country the one that its sentence
// plays in: police in a text about Quetta are Pakistan's. Coreference calls it
// for what has no antecedent.
func (r *Reader) Localise(m *Mention) {
	if m.Form != Description && m.Form != Unknown || m.ID != "" || m.Country != "" || m.Sentence == nil {
		return
	}
	armed := m.Noun.Class == gazetteer.NounForce || m.Noun.Class == gazetteer.NounCrowd || m.Noun.Class == gazetteer.NounOfficial || m.Noun.Service != ""
	if !armed || m.Kind == gazetteer.KindExternalForces || m.Kind == gazetteer.KindFacility {
		return
	}
	c := r.home(m.Sentence)
	if c == "" {
		return
	}
	m.Country = c
	if m.Kind != gazetteer.KindStateForces || m.Noun.Service == "" {
		return
	}
	if f := r.x.StateForce(c, m.Noun.Service); f != nil {
		source := m.SourceKind
		r.be(m, f)
		if source != "" {
			m.SourceKind = source
		}
	}
}

// NearestPlace is the last place before the byte offset that is of one of the
// kinds and passes, nil where none is within the sentences asked for.
func (r *Reader) NearestPlace(before, after int, fits func(*mention.Place) bool) *mention.Place {
	from := sort.Search(len(r.places), func(i int) bool { return r.places[i].Start >= before })
	for i := from - 1; i >= 0; i-- {
		p := &r.places[i]
		if p.Start < after {
			return nil
		}
		if fits(p) {
			return p
		}
	}
	return nil
}

// vetoed says whether the words around a name or noun make it no actor: a
// motorway, a film, a football side, an army of ants.
func (r *Reader) vetoed(g *lang.NounGroup, generic bool) bool {
	s := g.Sentence
	w := words()
	if g.Last+1 < len(s.Tokens) && w.vetoes[s.Tokens[g.Last+1].Lower+" next"] || w.vetoes[s.Tokens[g.Head].Lower+" next"] {
		return true
	}
	if g.Apposition != nil && w.vetoes[g.Apposition.Lemma+" apposition"] {
		return true
	}
	if i := g.Last + 1; i < len(s.Tokens) && s.Tokens[i].Lower == "," { // , a Danish film
		for k := i + 2; k < len(s.Tokens) && k < i+5; k++ {
			if w.vetoes[s.Tokens[k].Lower+" apposition"] && s.Tokens[i+1].Tag == "DT" {
				return true
			}
		}
	}
	for _, phrase := range w.sentenceVetoes {
		if strings.Contains(s.Text, phrase) && s.TokensIn(s.Span).To > 0 {
			return true
		}
	}
	for i := range s.Tokens { // a score: Rangers beat Celtic 2-1
		if score(s.Tokens[i].Text) {
			return true
		}
	}
	if !generic {
		return false
	}
	// An army of lawyers, troops of singers: quantities.
	if words().measures[g.Lemma] {
		for _, a := range g.Attached {
			if a.Prep != "of" || a.Group.Proper || a.Group.Pronoun || a.Group.Det != "" {
				continue
			}
			n, ok := r.x.Noun(a.Group.Lemma)
			if !ok || n.Class == gazetteer.NounCivilian || n.Class == gazetteer.NounPerson || n.Class == gazetteer.NounObject {
				return true
			}
		}
	}
	return false
}

// score says whether a token is a match's result.
func score(t string) bool {
	return len(t) == 3 && t[1] == '-' && t[0] >= '0' && t[0] <= '9' && t[2] >= '0' && t[2] <= '9'
}

// collective says whether a singular noun is many people.
func (r *Reader) collective(noun string) bool {
	i := strings.LastIndexByte(noun, ' ')
	return words().collectives[noun[i+1:]]
}
