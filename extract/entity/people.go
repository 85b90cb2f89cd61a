package entity

import (
	"slices"
	"strings"

	"sitrep/extract/lang"
	"sitrep/extract/mention/actor"
)

// people is what tells the armed groups of a people in the dictionary.
type people struct {
	parts  []string // of their names
	actors []string // ids of those whose name does not say it
}

// isOfOtherPeople reports whether m is said to be of a people that a is not of, as far as
// the text or the dictionary says: Islamic State … the Kurdish fighters. Those whom a
// state backs are not of a people that the text has named by itself: Kurdish fighters …
// the Turkish-backed fighters.
func (c *Resolver) isOfOtherPeople(m, a *actor.Mention) bool {
	of, as := peoplesOf(m), peoplesOf(a)
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
