package entity

import (
	"strings"

	"sitrep/extract/lang"
	"sitrep/extract/mention/actor"
)

// goesOnSuffering reports whether the pronoun m tells what was done next to those to whom a says
// that something was done: rebels seized two nurses. [They] were released on Friday; shot two boys.
// [Their] bodies were found in a well. Of one person that is hardly likelier than of who did it.
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
	case w["killed"][before.Predicate.Lemma]:
		return now.Predicate.Perfect && w["killed"][now.Predicate.Lemma] // denied having killed two men. They had been murdered by others
	}
	return w["first"][before.Predicate.Lemma] && (w["then"][now.Predicate.Lemma] || isFoundDead(now))
}

// doneTo returns the clause that tells what is done to the group of a mention, or nil: seized two
// nurses, two nurses were seized.
func doneTo(a *actor.Mention) *lang.Clause {
	g := a.Group
	if g.Coordinated != nil {
		g = g.Coordinated
	}
	for _, c := range a.Sentence.Clauses {
		p := c.Predicate
		if !p.Noun && (p.Voice == lang.Passive && c.Arg(lang.Subject) == g || p.Voice == lang.Active && c.Arg(lang.Object) == g) {
			return c
		}
	}
	return nil
}

// isFoundDead: they were found dead; were found hanged.
func isFoundDead(c *lang.Clause) bool {
	t := c.Sentence.Tokens
	return c.Predicate.Lemma == "find" && c.Verb != nil && (t.Is(c.Verb.Last+1, "dead") || t.Is(c.Verb.Last, "dead") || t.Tag(c.Verb.Last+1) == "VBN")
}
