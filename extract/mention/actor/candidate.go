package actor

import (
	"sort"
	"strings"
	"unicode"

	"sitrep/gazetteer"
)

// Evidence for a candidate, in points.
const (
	forUnambiguous = 4 // the name is the actor's alone
	forFullName    = 6 // the text has its full name as well
	forCountry     = 2 // the text names a country of its; one more for each mention, at most two
	forEnemy       = 1 // the text names a state that it fights
	forNounAfter   = 3 // a noun for armed people follows: rebels, fighters
	againstTime    = -3
)

// choose returns the actor that a name means in this article: one that bears
// the name alone, or one that a country or the full name in the same text
// speaks for. None is chosen where two have equal evidence.
func (r *Reader) choose(m gazetteer.ActorMatch) (gazetteer.ActorCandidate, bool) {
	if words().others[strings.ToLower(r.withCapitalsAround(m))] || r.inPlace(m) || r.isOfficer(m) || r.endsLongerName(m) {
		return gazetteer.ActorCandidate{}, false
	}
	best, second := -1, -1
	var chosen gazetteer.ActorCandidate
	kind, armed := r.nounAfter(m)
	for _, c := range m.Candidates {
		points := r.evidence(c)
		if c.Ambiguous && armed && (kind == c.Kind || c.Kind == gazetteer.KindRebelGroup || c.Kind == gazetteer.KindPoliticalMilitia) {
			points += forNounAfter
			if kind == c.Kind {
				points++
			}
		}
		switch {
		case points > best:
			best, second, chosen = points, best, c
		case points > second:
			second = points
		}
	}
	if best <= 0 || best == second {
		return gazetteer.ActorCandidate{}, false
	}
	return chosen, true
}

// evidence returns what the article says for a candidate, wherever its name
// stands.
func (r *Reader) evidence(c gazetteer.ActorCandidate) int {
	points := 0
	switch active := c.ActiveIn(r.year); {
	case !c.Ambiguous:
		points = forUnambiguous
		if !active {
			points += againstTime
		}
	case !active:
		return 0
	case r.fullNames[c.ID]:
		points = forFullName
	}
	mentions := 0
	for _, iso3 := range c.Countries() {
		mentions = max(mentions, min(r.countries[iso3], 2))
	}
	if mentions > 0 {
		return points + forCountry + mentions
	}
	if points > 0 {
		for _, iso3 := range c.Against() {
			if r.countries[iso3] > 0 {
				return points + forEnemy
			}
		}
	}
	return points
}

// inPlace reports whether a name is only a part of the name of a place: the
// al-Deif of Wadi al-Deif.
func (r *Reader) inPlace(m gazetteer.ActorMatch) bool {
	i := sort.Search(len(r.places), func(i int) bool { return r.places[i].End >= m.End })
	for ; i < len(r.places) && r.places[i].Start <= m.Start; i++ {
		if p := &r.places[i]; p.Len() > m.End-m.Start && p.ID != "" && p.End >= m.End {
			return true
		}
	}
	return false
}

// endsLongerName reports whether a common word that can mean an actor is the
// end of a longer name: the coalition of the Jaish al-Fatah coalition.
func (r *Reader) endsLongerName(m gazetteer.ActorMatch) bool {
	text := r.doc.Article.Text
	if !m.Candidates[0].Ambiguous || capitalised(text[m.Start:m.End]) || m.Start < 2 || text[m.Start-1] != ' ' {
		return false
	}
	word := text[strings.LastIndexAny(text[:m.Start-1], " \n(")+1 : m.Start-1]
	return capitalised(word) && !strings.EqualFold(word, "the")
}

// nounAfter returns the kind of the noun after a name, and reports whether it
// is one for armed people: rebels, fighters, militia.
func (r *Reader) nounAfter(m gazetteer.ActorMatch) (kind string, armed bool) {
	text := r.doc.Article.Text[m.End:min(len(r.doc.Article.Text), m.End+40)]
	rest, ok := strings.CutPrefix(text, " ")
	if !ok {
		return "", false
	}
	end := strings.IndexFunc(rest, func(c rune) bool { return !unicode.IsLetter(c) && c != '-' })
	if end < 0 {
		end = len(rest)
	}
	n, ok := r.dictionary.Noun(rest[:end])
	return n.Kind, ok && (n.Class == gazetteer.NounForce && n.Service == "" || n.Class == gazetteer.NounGroup)
}

// withCapitalsAround returns a name with the capitalised words beside it, two
// before it and one after it, without The: Salvation Army, of Army.
func (r *Reader) withCapitalsAround(m gazetteer.ActorMatch) string {
	text := r.doc.Article.Text
	from, to := m.Start, m.End
	for range 2 {
		if i := strings.LastIndexByte(text[:max(0, from-1)], ' '); from > 0 && text[from-1] == ' ' && capitalised(text[i+1:from]) {
			from = i + 1
		}
	}
	if to < len(text) && text[to] == ' ' && capitalised(text[to+1:]) {
		end := strings.IndexFunc(text[to+1:], func(c rune) bool { return !unicode.IsLetter(c) })
		if end < 0 {
			end = len(text) - to - 1
		}
		to += 1 + end
	}
	return strings.TrimPrefix(text[from:to], "The ")
}
