package deaths

import (
	"slices"
	"sync"

	"sitrep/extract/record"
	"sitrep/extract/wordlist"
	"sitrep/gazetteer"
)

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
		t.current = t.current || c.Toll != former
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
