package entity

import (
	"slices"
	"strings"

	"sitrep/extract/lang"
	"sitrep/extract/mention/actor"
)

// people says which actors of the dictionary belong to a people.
type people struct {
	parts  []string // parts of their names
	actors []string // ids of those whose names do not tell
}

// isOfOtherPeople reports whether m is said to be of a people to which a does not belong,
// as far as the text or the dictionary tells: Islamic State … the Kurdish fighters. Those
// whom a state backs are not the fighters of a people: Kurdish fighters … the
// Turkish-backed fighters.
func (c *Resolver) isOfOtherPeople(m, a *actor.Mention) bool {
	of := peoplesOf(m)
	if len(of) == 0 && m.Side == "" {
		return false
	}
	as := peoplesOf(a)
	if len(of) == 0 {
		return m.Side != "" && a.ID == "" && len(as) > 0
	}
	if slices.ContainsFunc(of, func(p string) bool { return slices.Contains(as, p) }) {
		return false
	}
	return len(as) > 0 || a.ID != "" && !slices.ContainsFunc(of, func(p string) bool { return c.isOfPeople(a.ID, p) })
}

// isOfPeople reports whether an actor of the dictionary is of a people, by the actor's
// names or by data/peoples.csv.
func (c *Resolver) isOfPeople(id, name string) bool {
	p := words().peoples[name]
	if slices.Contains(p.actors, id) {
		return true
	}
	d, known := c.r.Index().ByID(id)
	if !known {
		return false
	}
	for _, alias := range d.Aliases() {
		lower := strings.ToLower(alias.Text)
		if slices.ContainsFunc(p.parts, func(part string) bool { return strings.Contains(lower, part) }) {
			return true
		}
	}
	return false
}

// peoplesOf returns the peoples that the words before a mention's noun name: Kurdish
// fighters, the Kurdish-led alliance.
func peoplesOf(m *actor.Mention) []string {
	if m.Group == nil || m.Form == actor.Pronoun {
		return nil
	}
	var out []string
	for _, t := range m.Sentence.Tokens[m.Group.First:max(m.Head, m.Group.First)] {
		if name := peopleOf(t); name != "" {
			out = append(out, name)
		}
	}
	return out
}

// peopleOf returns the people that a word names, by itself or with a participle, or "".
func peopleOf(t lang.Token) string {
	name, _, _ := strings.Cut(t.Lower, "-")
	if _, ok := words().peoples[name]; ok {
		return name
	}
	return ""
}
