package mend

import (
	"strings"
	"unicode/utf8"

	"sitrep/gazetteer"
)

// raiseActors gives the names of actors and states their capitals, as the
// dictionary writes them where it has the very name.
func (c *caser) raiseActors(low, named string, out []byte) {
	for _, m := range c.actors.Scan(named) {
		s := low[m.Start:m.End]
		if c.lists().plain[s] || len(s) < 3 || m.Form == gazetteer.FormMetonym {
			continue
		}
		if m.Form == gazetteer.FormForce { // Syrian army: the services of a state are plain words
			c.raiseAdjective(named, m, out)
			continue
		}
		if m.Form == gazetteer.FormName && (len(m.Candidates) == 0 || m.Candidates[0].Ambiguous && !strings.Contains(s, " ")) {
			continue
		}
		if text, ok := written(m, s); ok {
			copy(out[m.Start:m.End], text)
			continue
		}
		c.raiseWords(low, m.Start, m.End, out)
	}
}

// raiseAdjective gives the first name of a state within a match its capitals.
func (c *caser) raiseAdjective(named string, m gazetteer.ActorMatch, out []byte) {
	for _, w := range words(named[m.Start:m.End]) {
		at := m.Start + w.start
		if n, ok := c.actors.Lookup(named[at : m.Start+w.end]); ok && (n.Form == gazetteer.FormState || n.Form == gazetteer.FormAdjective) {
			raise(out, at)
		}
	}
}

// written returns a candidate's name as the dictionary has it, where that is s
// but for its case.
func written(m gazetteer.ActorMatch, s string) (string, bool) {
	for _, a := range m.Candidates {
		for _, alias := range a.Aliases() {
			if len(alias.Text) == len(s) && strings.EqualFold(alias.Text, s) {
				return alias.Text, true
			}
		}
	}
	return "", false
}

// smallest is the population from which a place is known by its name alone; a
// smaller one needs a preposition before it.
const smallest = 3000

// raisePlaces gives the names of places their capitals.
func (c *caser) raisePlaces(low, named string, ws []word, out []byte) {
	scanner := c.places.Scanner()
	defer scanner.Close()
	var places []gazetteer.Place
	for i := 0; i < len(ws); i++ {
		w := ws[i]
		if c.lists().plain[low[w.start:w.end]] {
			continue
		}
		h, ok := scanner.Longest(named, w.start)
		if !ok || h.Loose && h.Words < 2 {
			continue
		}
		places = c.places.Refs(places[:0], h)
		if !c.isPlace(low, ws, i, h, places) {
			continue
		}
		c.raiseWords(low, h.Start, h.End, out)
		for i+1 < len(ws) && ws[i+1].start < h.End {
			i++
		}
	}
}

// isPlace reports whether the words of a hit are a name where no capital says
// so: a name of several words, a known place, or any behind a preposition of
// place. A word of English or a person's name is none.
func (c *caser) isPlace(low string, ws []word, i int, h gazetteer.PlaceHit, places []gazetteer.Place) bool {
	behind := i > 0 && c.lists().locative[low[ws[i-1].start:ws[i-1].end]]
	if h.Word&gazetteer.CommonWord != 0 {
		return false
	}
	for j := range places {
		p := &places[j]
		if p.Form == gazetteer.Abbreviated || p.Form == gazetteer.PostalName {
			continue
		}
		if behind || h.Word == 0 && (h.Words > 1 && !h.Loose || p.Population >= smallest || p.Form == gazetteer.DemonymName) {
			return true
		}
	}
	return false
}

// raiseWords gives the words between two offsets their capitals, but for the
// articles and particles within a name: al-Bab, Islamic State of Iraq.
func (c *caser) raiseWords(low string, start, end int, out []byte) {
	for _, w := range words(low[start:end]) {
		s := low[start+w.start : start+w.end]
		particle := s == "of" || s == "the" || s == "and" || s == "in" || s == "de" || s == "s" && w.start > 0
		if article := utf8.RuneCountInString(s) == 2 && start+w.end < len(low) && low[start+w.end] == '-'; particle || article {
			continue
		}
		raise(out, start+w.start)
	}
}
