package place

import (
	"math"
	"strings"

	"sitrep/extract/article"
	"sitrep/extract/mention"
	"sitrep/gazetteer"
)

// decide accepts the spots that are places.
func (t *text) decide() {
	for n := range t.spots {
		t.spots[n].accepted = t.standing(n) > 0
	}
	// A name that one sentence makes a place beyond doubt is one elsewhere,
	// unless the words around say otherwise.
	for g := range t.groups {
		strong := math.Inf(-1)
		for _, n := range t.groups[g].spots {
			if t.spots[n].accepted {
				strong = math.Max(strong, t.spots[n].local)
			}
		}
		if strong < forLocative {
			continue
		}
		for _, n := range t.groups[g].spots {
			if s := &t.spots[n]; !s.accepted && s.local >= againstVerb && t.standing(n) > -2 && !t.veto(n) {
				s.accepted = true
			}
		}
	}
}

// standing weighs a spot as a whole: what its name stands for, what else the
// word is, and what is around it.
func (t *text) standing(n int) float64 {
	s := &t.spots[n]
	grp := &t.groups[s.group]
	if len(grp.candidates) == 0 {
		return -9
	}
	c := &grp.candidates[t.pick(n)]
	if t.names(n) && t.stray(n, c) {
		return -9 // the Ouagadougou complex, in Libya
	}
	score := s.local
	switch {
	case c.place.Kind == gazetteer.KindCountry, c.place.Capital, c.place.Kind == "continent":
		score += 2.5
	case c.place.Curated, c.place.Kind == gazetteer.KindDivision1 && c.place.Form != gazetteer.AlternateName:
		score += 1.5
	case c.prior >= 5.5:
		score += 1.5
	case c.prior >= 4.5:
		score += 0.8
	case c.prior >= 3.7:
		score += 0.1
	default:
		score -= 0.5
	}
	if (c.place.Form == gazetteer.AlternateName || c.place.Form == gazetteer.OtherName) && c.prior < 5 && !c.place.Curated {
		score -= 0.4
	}
	if t.weight[c.place.Country] > 1 && c.place.Kind != gazetteer.KindCountry {
		score += 0.4
	}
	if c.where == "named with it" {
		score++
	}
	if s.hit.Words > 1 {
		score += 0.7
	}
	if s.hit.Word == 0 && c.prior >= 3.5 && !t.words[s.first].first {
		score += 0.5 // no English word, no name of a person that we know
	}
	if t.outside(n, c) != nil {
		score -= 1
	}
	if s.hit.Loose {
		// A transliteration counts only where the article speaks of the land,
		// or where it is too long to be met by chance.
		long := s.hit.Words > 1 || s.hit.End-s.hit.Start > 6 && s.local >= forLocative
		if t.weight[c.place.Country] == 0 && !long {
			return -9
		}
		if s.hit.Words == 1 {
			score -= 1
		}
		if s.hit.Word&gazetteer.CommonWord != 0 && s.hit.Words == 1 {
			return -9
		}
		if s.hit.Words == 1 && s.local < forLocative && (t.words[s.first].first || !strings.HasPrefix(t.tag(s), "NNP")) {
			return -9
		}
	}
	if w := s.hit.Word; w != 0 && s.hit.Words == 1 {
		score += t.ambiguous(n, w)
	}
	return score
}

// ambiguous weighs what else a one-word name is.
func (t *text) ambiguous(n int, w gazetteer.WordFlags) float64 {
	s := &t.spots[n]
	big := t.power(s)
	score := 0.0
	if w&gazetteer.CommonWord != 0 {
		switch first := t.words[s.first].first; {
		case big && !first:
			score -= 0.3
		case big:
			score -= 1
		case first || t.headline(s.first):
			score -= 3
		case t.alone(s):
			score -= 1
		default:
			score -= 2.2
		}
		if k := s.last + 1; !big && t.adjacent(k) && t.words[k].capital && t.words[k].entry.class&classLocal != 0 {
			score -= forWeakLocative // Superior Court
		}
	}
	if w&gazetteer.GivenName != 0 && !big {
		score -= 0.7
	}
	if w&gazetteer.Surname != 0 && !big {
		score -= 0.8
	}
	if score < 0 && score+s.local < 1.5 && score+s.local > -2 {
		// The words leave it open: ask the tagger, which may only veto.
		if tag := t.tag(s); tag != "" && !strings.HasPrefix(tag, "NNP") {
			score -= 2
		}
	}
	return score
}

// alone says whether a capitalised word stands among small ones: then the
// capital says that it is a name.
func (t *text) alone(s *spot) bool {
	return !(t.adjacent(s.first) && t.words[s.first-1].capital && !t.words[s.first-1].first || t.adjacent(s.last+1) && t.words[s.last+1].capital)
}

// tag is the part of speech of a spot's first word, "" where none is known.
func (t *text) tag(s *spot) string {
	w := &t.words[s.first]
	if w.sentence < 0 {
		return ""
	}
	sentence := t.doc.Analyse(w.sentence)
	r := sentence.TokensIn(article.Span{Start: w.start, End: w.end})
	if r.Empty() {
		return ""
	}
	return sentence.Tokens[r.From].Tag
}

// veto says whether the words around a spot alone forbid a place.
func (t *text) veto(n int) bool { return t.spots[n].local <= againstName }

// losers is how many alternatives a mention keeps.
const losers = 4

// mention writes spot n.
func (t *text) mention(n int) mention.Place {
	s := &t.spots[n]
	grp := &t.groups[s.group]
	k := t.pick(n)
	c := &grp.candidates[k]
	span := article.Span{Start: s.hit.Start, End: s.hit.End}
	m := mention.Place{
		Span: span, Text: t.src[span.Start:span.End], Use: t.use(n, c),
		ID: c.place.ID, Name: c.place.Name, Kind: c.place.Kind, Country: c.place.Country, Admin1: c.place.Admin1,
		Latitude: c.place.Latitude, Longitude: c.place.Longitude, Located: true, Precision: c.place.Precision, Head: t.head(n),
	}
	if outer := t.outside(n, c); outer != nil {
		// Somewhere in Missouri beats a namesake in Texas; somewhere in a
		// country is nowhere.
		m.ID, m.Name, m.Kind, m.Country, m.Admin1 = "", m.Text, gazetteer.KindPopulatedPlace, outer.place.Country, outer.place.Admin1
		m.Latitude, m.Longitude, m.Precision = outer.place.Latitude, outer.place.Longitude, 3
		if outer.place.Kind == gazetteer.KindCountry {
			m.Latitude, m.Longitude, m.Located = 0, 0, false
		}
	}
	if t.stray(n, c) {
		m.ID, m.Name, m.Kind, m.Country, m.Admin1 = "", m.Text, gazetteer.KindPopulatedPlace, "", ""
		m.Latitude, m.Longitude, m.Located, m.Precision = 0, 0, false, 0
	}
	t.relate(n, &m)
	for _, i := range t.alternatives(n, k, losers) {
		a := &grp.candidates[i]
		m.Alternatives = append(m.Alternatives, mention.PlaceAlternative{
			ID: a.place.ID, Name: a.place.Name, Country: a.place.Country, Latitude: a.place.Latitude, Longitude: a.place.Longitude,
			Score: math.Round(a.score*100) / 100, Reason: t.reason(c, a),
		})
	}
	return m
}

// reason says why the loser lost.
func (t *text) reason(won, lost *candidate) string {
	switch {
	case won.where != lost.where && won.where != "population":
		return "the other is " + won.where
	case won.place.Country != lost.place.Country && t.weight[won.place.Country] > t.weight[lost.place.Country]:
		return "the article speaks of " + won.place.CountryName
	case won.place.Kind != lost.place.Kind && won.place.Country == lost.place.Country && won.place.Admin1 == lost.place.Admin1:
		return "a " + lost.place.Kind + " of the same name"
	case won.prior > lost.prior:
		return "less known"
	}
	return "further from the article's other places"
}

// head is the name with the feature words beside it.
func (t *text) head(n int) article.Span {
	s := &t.spots[n]
	span := article.Span{Start: s.hit.Start, End: s.hit.End}
	if s.featureTo > 0 {
		span.End = t.words[s.featureTo].end
	}
	if s.featureFrom > 0 && s.featureFrom < s.first {
		span.Start = t.words[s.featureFrom].start
	}
	return span
}
