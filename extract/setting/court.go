package setting

import (
	"slices"
	"strings"

	"sitrep/extract/event"
	"sitrep/extract/lang"
	"sitrep/extract/mention"
)

// datesJudgement reports whether a date is the day on which police or a court dealt with those who
// did what an event tells: two men were jailed [on Monday] for the bombing of a bar; convicted of the
// bombing and cleared [two years later]; the trial of a man accused of the bombing began [on Monday].
func (f finder) datesJudgement(e *event.Event, d *mention.Date) bool {
	if g := e.Clause.Group; g != nil && g.Contains(d.Span) {
		return false // the 2008 murder
	}
	in := innermost(e, d)
	if in != nil && e.IsUnder(in) && in.Predicate.Start > e.Trigger.End {
		g := in.Arg(lang.Subject)
		return g != nil && g.Start < e.Trigger.Start && slices.Contains(f.Rules.Grammar.Judicial, g.Lemma)
	}
	j := f.judgementOf(e)
	switch {
	case j == nil:
		return false
	case in != nil && !e.IsUnder(in):
		return f.isJudicial(in)
	}
	return d.End <= e.Trigger.Start && (in == nil || in == j)
}

// judgementOf returns the clause in which police or a court deal with those who did what an event
// tells, or nil: a court sentenced a colonel for [the massacre]. A clause beside it tells another
// act: arrested nine men and seized 20 rifles.
func (f finder) judgementOf(e *event.Event) *lang.Clause {
	if g := e.Clause.Group; g != nil && slices.Contains(f.Rules.Grammar.Amid, f.prepositionBefore(g)) {
		return nil // arrested eleven men during a raid
	}
	for c := e.Clause; c != nil; c = c.Parent {
		if c != e.Clause && c.Predicate.End <= e.Trigger.Start && f.isJudicial(c) {
			return c
		}
		switch c.Link {
		case lang.Root, lang.Coordinate, lang.Result, lang.Adverbial:
			return nil
		}
	}
	return nil
}

// withoutJudgement returns the clauses of an event without the one in which police or a court deal
// with those who did it, which says where the court sits: jailed in Dublin for a bombing.
func (f finder) withoutJudgement(clauses []*lang.Clause) []*lang.Clause {
	if len(clauses) < 2 {
		return clauses
	}
	return without(clauses, func(c *lang.Clause) bool { return c != clauses[0] && f.isJudicial(c) })
}

// isJudicial reports whether the verb of a clause or one of its arguments tells what police or a
// court do: was convicted; was given a life sentence; went on trial.
func (f finder) isJudicial(c *lang.Clause) bool {
	words := f.Rules.Grammar.Judicial
	return slices.Contains(words, c.Predicate.Lemma) || slices.ContainsFunc(c.Args, func(a lang.Arg) bool {
		return slices.Contains(words, a.Group.Lemma) || slices.Contains(words, compound(a.Group))
	})
}

// isWhereCourtSits reports whether a group after a preposition says where a court is: a judge in Nairobi.
func (f finder) isWhereCourtSits(g *lang.NounGroup, prep string) bool {
	if prep == "" {
		return false
	}
	h := g.Sentence.GroupTo(g.First - 1 - len(strings.Fields(prep)))
	return h != nil && slices.Contains(f.Rules.Grammar.Courts, h.Lemma)
}

// compound returns the noun of a group with the word before it, or "" where the group has only one
// word: life term.
func compound(g *lang.NounGroup) string {
	if g.Head <= g.First {
		return ""
	}
	return g.Sentence.Tokens[g.Head-1].Lower + " " + g.Lemma
}
