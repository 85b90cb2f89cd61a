package entity

import (
	"strings"

	"sitrep/extract/lang"
	"sitrep/extract/mention/actor"
)

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
	case isOneOf(w["killed"], before):
		return now.Predicate.Perfect && isOneOf(w["killed"], now) // denied having killed two men. They had been murdered by others
	}
	return isOneOf(w["first"], before) && (isOneOf(w["then"], now) || isFoundDead(now))
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

// isFoundDead reports whether the verb of a passive clause says that people were found dead: they
// were found dead; they were found hanged.
func isFoundDead(c *lang.Clause) bool {
	t := c.Sentence.Tokens
	return c.Predicate.Lemma == "find" && c.Verb != nil && (t.Is(c.Verb.Last+1, "dead") || t.Is(c.Verb.Last, "dead") || t.Tag(c.Verb.Last+1) == "VBN")
}
