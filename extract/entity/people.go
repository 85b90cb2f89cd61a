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

// goesOnSuffering reports whether the pronoun m stands in a sentence that tells what became of the
// people a, to whom something was done before: rebels seized two nurses. [They] were released on
// Friday; rebels shot two boys. [Their] bodies were found in a well. Only plurals count: a singular
// pronoun stands for the doer about as often.
func goesOnSuffering(a, m *actor.Mention) bool {
	if !words().pronouns[strings.ToLower(m.Text)].plural && !words().pronouns[m.Det].plural || a.Group == nil || m.Group == nil || a.Form == actor.Pronoun || a.Sentence == m.Sentence {
		return false
	}
	before := doneTo(a)
	if before == nil {
		return false
	}
	w := words().suffering
	if m.Form != actor.Pronoun {
		return w["remains"][m.Group.Lemma]
	}
	now := doneTo(m)
	switch {
	case now == nil:
		return false
	case isOneOf(w["killed"], now) && !tellsOn(now):
		return isOneOf(w["killed"], before) || isOneOf(w["first"], before) // ambushed six loggers. They were killed on the spot
	case isOneOf(w["killed"], before):
		return now.Predicate.Perfect && isOneOf(w["killed"], now) // denied having killed two men. They had been murdered by others
	}
	return isOneOf(w["first"], before) && (isOneOf(w["then"], now) || isFoundDead(now))
}

// tellsOn reports whether a clause may tell what came next: it is no passive, says by whom or at
// what time, or has an adverb: killed two guards. They were later shot by soldiers.
func tellsOn(c *lang.Clause) bool {
	if v := c.Verb; v == nil || c.Predicate.Voice != lang.Passive || c.Arg(lang.By) != nil || slices.ContainsFunc(c.Sentence.Tokens[v.First:v.Last+1], func(t lang.Token) bool { return t.Tag == "RB" }) {
		return true
	}
	if slices.ContainsFunc(c.Args, func(a lang.Arg) bool { return a.Group.Time }) {
		return true
	}
	return slices.ContainsFunc(c.Sentence.Clauses, func(o *lang.Clause) bool { return o.Parent == c && (o.Occasion() || o.Earlier()) })
}

// isKillerOf reports whether a killed those of whom the pronoun m is told that they were killed, so
// that it does not stand for a: rebels killed two elders. [They] were killed for helping the police.
func isKillerOf(a, m *actor.Mention) bool {
	if a.Group == nil || m.Group == nil || a.Sentence == m.Sentence || m.Form != actor.Pronoun {
		return false
	}
	killed := words().suffering["killed"]
	now := doneTo(m)
	if now == nil || !isOneOf(killed, now) || tellsOn(now) {
		return false
	}
	return slices.ContainsFunc(a.Sentence.Clauses, func(c *lang.Clause) bool {
		if p := c.Parent; c.Predicate.Noun {
			return p != nil && killed[c.Predicate.Lemma] && p.Arg(lang.Object) == c.Group && isAmong(a.Group, p.Arg(lang.Subject))
		}
		return isOneOf(killed, c) && c.Predicate.Voice == lang.Active && isAmong(a.Group, c.Arg(lang.Subject))
	})
}

// isAmong reports whether a group is the group g, or says of whom it consists: a gang of [rebels].
func isAmong(a, g *lang.NounGroup) bool {
	return g != nil && (whole(a) == g || slices.ContainsFunc(g.Attached, func(x *lang.Attachment) bool { return x.Group == a && x.Prep == "of" }))
}

// whole returns the coordination that a group is part of, or the group.
func whole(g *lang.NounGroup) *lang.NounGroup {
	if g.Coordinated != nil {
		return g.Coordinated
	}
	return g
}

// isOneOf reports whether the verb of a clause is among verbs, alone or with its particle: take
// away.
func isOneOf(verbs map[string]bool, c *lang.Clause) bool {
	p := c.Predicate
	return verbs[p.Lemma] || p.Particle != "" && verbs[p.Lemma+" "+p.Particle]
}

// doneTo returns the clause that tells what was done to the group of a mention, or nil: seized
// [two nurses]; [two nurses] were seized.
func doneTo(a *actor.Mention) *lang.Clause {
	g := whole(a.Group)
	for _, c := range a.Sentence.Clauses {
		p := c.Predicate
		if !p.Noun && (p.Voice == lang.Passive && c.Arg(lang.Subject) == g || p.Voice == lang.Active && c.Arg(lang.Object) == g) {
			return c
		}
	}
	return nil
}

// isFoundDead reports whether the verb of a passive clause says that people were found dead: they
// were found dead; they were found hanged.
func isFoundDead(c *lang.Clause) bool {
	t := c.Sentence.Tokens
	return c.Predicate.Lemma == "find" && c.Verb != nil && (t.Is(c.Verb.Last+1, "dead") || t.Is(c.Verb.Last, "dead") || t.Tag(c.Verb.Last+1) == "VBN")
}
