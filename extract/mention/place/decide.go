package place

import (
	"math"
	"strings"

	"sitrep/extract/article"
	"sitrep/gazetteer"
)

// decide accepts the toponyms that are places. A name that one sentence makes a
// place beyond doubt is one elsewhere too, unless the words there speak against
// it.
func (t *text) decide() {
	for n := range t.toponyms {
		t.toponyms[n].accepted = t.scoresAbove(n, 0)
	}
	for g := range t.names {
		strongest := math.Inf(-1)
		for _, n := range t.names[g].toponyms {
			if t.toponyms[n].accepted {
				strongest = math.Max(strongest, t.toponyms[n].context)
			}
		}
		if strongest < forLocative {
			continue
		}
		for _, n := range t.names[g].toponyms {
			if tp := &t.toponyms[n]; !tp.accepted && tp.context >= againstVerb {
				tp.accepted = t.scoresAbove(n, -2)
			}
		}
	}
}

// rejected is the score of a toponym that is no place whatever else speaks for
// it.
const rejected = -9

// againstTag is what it costs a toponym that the tagger takes for no name.
const againstTag = 2

// scoresAbove reports whether more than floor speaks for toponym n. Where the words
// leave it open, the tagger is asked, which can only say no: not before all else has
// been weighed, and only where a no decides.
func (t *text) scoresAbove(n int, floor float64) bool {
	score, open := t.score(n)
	if score <= floor || !open || score-againstTag > floor {
		return score > floor
	}
	tag := t.tag(&t.toponyms[n])
	return tag == "" || strings.HasPrefix(tag, "NNP")
}

// score weighs all that speaks for and against toponym n, but for its tag: the
// words around it, the place that it would stand for, and what else the word is.
// It also reports whether the words leave open what the word is.
func (t *text) score(n int) (score float64, open bool) {
	tp := &t.toponyms[n]
	nm := &t.names[tp.name]
	if len(nm.candidates) == 0 {
		return rejected, false
	}
	c := &nm.candidates[t.chosen(n)]
	if t.namesBuilding(n) && t.onlyNamesake(n, c) || t.isPartOfOther(n, c) || t.isAnybodys(n, c) || tp.hit.Loose && !t.credibleSpelling(tp, c) {
		return rejected, false // the Ouagadougou complex, in Libya
	}
	score = tp.context + c.prominence()
	if c.isLittleKnownAs() {
		score -= 0.4
	}
	if t.countryWeight[c.place.Country] > 1 && c.place.Kind != gazetteer.KindCountry {
		score += 0.4
	}
	if c.reason == byContainer {
		score++
	}
	if tp.hit.Words > 1 {
		score += 0.7
	}
	if tp.hit.Word == 0 && c.prior >= 3.5 && !t.words[tp.first].first {
		score += 0.5 // neither an English word nor a person's name that we know
	}
	if t.missingIn(n, c) != nil {
		score--
	}
	if tp.hit.Loose && tp.hit.Words == 1 && t.countryWeight[c.place.Country] == 0 {
		score--
	}
	ambiguous, open := t.scoreAmbiguous(tp)
	return score + ambiguous, open
}

// prominence returns how much the kind and the size of a place say for its
// being meant.
func (c *candidate) prominence() float64 {
	switch {
	case c.place.Kind == gazetteer.KindCountry, c.place.Capital, c.place.Kind == "continent":
		return 2.5
	case c.place.Curated, c.place.Kind == gazetteer.KindDivision1 && c.place.Form != gazetteer.AlternateName, c.prior >= 5.5:
		return 1.5
	case c.prior >= 4.5:
		return 0.8
	case c.prior >= 3.7:
		return 0.1
	}
	return -0.5
}

// isLittleKnownAs reports whether a place that is not large has the name beside its own.
func (c *candidate) isLittleKnownAs() bool {
	return c.bySecondaryName() && c.prior < 5 && !c.place.Curated
}

// bySecondaryName reports whether the name is another one than the place's own.
func (c *candidate) bySecondaryName() bool {
	return c.place.Form == gazetteer.AlternateName || c.place.Form == gazetteer.OtherName
}

// credibleSpelling reports whether a name that the gazetteer does not have may
// be another transliteration of the candidate's: where the article speaks of
// the country or the name is too long to be met by chance, and where it is no
// ordinary word.
func (t *text) credibleSpelling(tp *toponym, c *candidate) bool {
	if tp.hit.Words > 1 {
		return len(tp.containers) > 0 || c.place.Curated || t.totalWeight == 0 || t.countryWeight[c.place.Country] > 0
	}
	if t.countryWeight[c.place.Country] == 0 && (tp.hit.End-tp.hit.Start < 6 || tp.context < forEntered) {
		return false
	}
	if tp.hit.Word&gazetteer.CommonWord != 0 {
		return false
	}
	return tp.context >= forLocative || !t.words[tp.first].first && strings.HasPrefix(t.tag(tp), "NNP")
}

// scoreAmbiguous weighs what else a name of one word is, and reports whether that
// and the words around it leave open what it is here.
func (t *text) scoreAmbiguous(tp *toponym) (score float64, open bool) {
	w := tp.hit.Word
	if w == 0 || tp.hit.Words != 1 {
		return 0, false
	}
	power := t.isPower(tp)
	if w&gazetteer.CommonWord != 0 {
		score -= t.commonWordPenalty(tp, power)
		if k := tp.last + 1; !power && t.adjacent(k) && t.words[k].capital && t.words[k].is(classLocal) {
			score -= forWeakLocative // Superior Court
		}
	}
	if w&gazetteer.GivenName != 0 && !power {
		score -= 0.7
	}
	if w&gazetteer.Surname != 0 && !power {
		score -= 0.8
	}
	return score, score < 0 && score+tp.context < 1.5 && score+tp.context > -2
}

// commonWordPenalty returns what an ordinary English word costs, by how much
// its capital says: Reading, Mobile.
func (t *text) commonWordPenalty(tp *toponym, power bool) float64 {
	opens := t.words[tp.first].first
	switch {
	case power && !opens:
		return 0.3
	case power:
		return 1
	case opens || t.inTitleCase(tp.first):
		return 3
	case t.loneCapital(tp):
		return 1
	}
	return 2.2
}

// loneCapital reports whether the words beside a toponym have no capitals, so
// that its own says that it is a name.
func (t *text) loneCapital(tp *toponym) bool {
	before, after := tp.first-1, tp.last+1
	return !(t.adjacent(tp.first) && t.words[before].capital && !t.words[before].first || t.adjacent(after) && t.words[after].capital)
}

// tag returns the part of speech of a toponym's first word, "" where none is
// known.
func (t *text) tag(tp *toponym) string {
	w := &t.words[tp.first]
	if w.sentence < 0 {
		return ""
	}
	sentence := t.doc.Analyse(w.sentence)
	tokens := sentence.TokensIn(article.Span{Start: w.start, End: w.end})
	if tokens.Empty() {
		return ""
	}
	return sentence.Tokens[tokens.From].Tag
}
