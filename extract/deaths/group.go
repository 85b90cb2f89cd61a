package deaths

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"sitrep/extract/lexicon"
	"sitrep/extract/record"
	"sitrep/extract/wordlist"
	"sitrep/gazetteer"
)

// group is what the tellings of an incident say of its dead of one kind.
type group struct {
	kind     string
	row      int         // the last record that tells of it
	sentence int         // that of the last record
	account  int         // the last list of figures that tells of it
	votes    map[int]int // how many tellings give each number
	highest  int         // of those numbers
	toll     int         // the highest that is called a toll
	rough    int         // the highest that it gives as a word: scores, dozens
	fresh    int         // the dead that come on top of it
	total    int         // the sentence of the last total, -1 where there is none
	unknown  int         // the highest that it does not give as a number
	beside   bool        // a record tells of it beside a number: killed two soldiers and civilians
	partial  bool        // all figures are a belligerent's of the dead of others
	doers    bool        // they are those who did it
}

// addWord adds what a word for a number means, or an unknown plural. beside says that
// the record tells of others too.
func (g *group) addWord(n int, known, beside bool) {
	if known {
		g.rough = max(g.rough, n)
	} else {
		g.unknown = max(g.unknown, n)
	}
	g.beside = g.beside || beside
}

// isTold reports whether the text gives the dead of a group as a number.
func (g *group) isTold() bool { return len(g.votes) > 0 }

// number returns the number of dead that most speaks for: the highest, or one that
// more tellings than that give and that is at least half of it. Who tells of one tells
// of one of them: the killing of a couple; the man was killed for what he had said.
func (g *group) number() int {
	out, votes := g.highest, max(g.votes[g.highest], 1)
	for n, v := range g.votes {
		if n > 1 && 2*n >= g.highest && (v > votes || v == votes && n > out) {
			out, votes = n, v
		}
	}
	return max(out, g.toll)
}

// isRanked reports whether a figure is of one person who is only numbered among others, and
// who was told of before: he was the eighth, or the 8th, farmer killed this year.
func isRanked(c record.Casualty) bool {
	ws := strings.Fields(strings.ToLower(c.Text))
	return c.Toll == "" && len(ws) > 2 && ws[0] == "the" && bound(c.Min) == 1 && bound(c.Max) == 1 && (ranks()[ws[1]] || '0' <= ws[1][0] && ws[1][0] <= '9')
}

// ranks are the words that number one among others: eighth.
var ranks = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, w := range lexicon.Numbers() {
		if w.Class == lexicon.Ordinal {
			out[w.Text] = true
		}
	}
	return out
})

// addFresh adds those who come on top of the dead told of, unless a total of the same
// sentence or a later one includes them, the text begins with them, or a former figure and
// they add up to the one told of: 18 died; it raised its toll of 15 after three more did.
func (t *toll) addFresh(g *group, n, sentence int) {
	made := slices.ContainsFunc(t.former, func(f int) bool {
		return slices.ContainsFunc(t.groups, func(o *group) bool { return o.votes[f+n] > 0 })
	})
	if sentence > t.lastTotal(g) && n != t.first && !made {
		g.fresh += n
	}
}

// doers are the nouns for those who did it.
var doers = sync.OnceValue(func() map[string]bool { return wordlist.Set(data, "doers.csv") })

// anyDoers is the word for dead who are called by a noun for those who did it.
const anyDoers = "attackers"

// doersIn returns the word for victims who are those that did what the incident tells, as
// far as it is told, or "": a man killed 84 people before police shot him dead; four
// attackers were killed.
func (t *toll) doersIn(r record.Record, victims *record.Mention) string {
	if victims == nil {
		return ""
	}
	for _, p := range r.Targets {
		if p.Start == victims.Start && p.Antecedent != nil && t.by[record.LastWord(p.Antecedent.Text)] {
			return record.LastWord(p.Antecedent.Text)
		}
	}
	word := record.LastWord(victims.Text)
	switch {
	case people()[word] || victims.Kind == gazetteer.KindCivilians:
	case slices.ContainsFunc(r.Actors, func(p record.Party) bool { return record.LastWord(p.Text) == word }):
		// the group executed its own men
	case t.by[word]:
		return word
	case doers()[word]:
		return anyDoers
	}
	return ""
}

// note notes who killed the people of no told kind that a record counts, and whether a
// figure of it counts that no other replaces.
func (t *toll) note(r record.Record, dead []record.Casualty) {
	for _, c := range dead {
		t.current = t.current || c.Toll != former || isEarly(cmp.Or(c.Source, r.Source))
		if kindIn(r, c.Victims) != "" {
			continue
		}
		for _, p := range r.Actors {
			if t.by == nil {
				t.by = map[string]bool{}
			}
			t.by[record.LastWord(p.Text)] = true
		}
	}
}

// onTop returns the dead among those who did it, who are none of the people whom they
// killed, unless a total told later has them.
func (t *toll) onTop() int {
	n := 0
	for _, g := range t.groups {
		switch {
		case !g.doers || t.givesWay(g) || t.isInOnlyTotal(g):
		case g.isTold():
			n += g.number()
		default:
			n += g.unknown
		}
	}
	return n
}

// isInOnlyTotal reports whether the only figure beside the dead of a group is a total told
// later, which includes them: four assailants were killed; the death toll later rose to seven.
func (t *toll) isInOnlyTotal(g *group) bool {
	in := false
	for _, o := range t.groups {
		if o == g || !o.isTold() {
			continue
		}
		if o.kind != "" || len(o.votes) > 1 || o.toll < o.highest || o.total < g.sentence || o.toll < g.number() {
			return false
		}
		in = true
	}
	return in
}
