package scope

import (
	"slices"

	"sitrep/extract/article"
	"sitrep/extract/event"
	"sitrep/extract/lang"
	"sitrep/extract/mention/casualty"
)

// isAnother reports whether the text says that an event is not one told before:
// in another attack, elsewhere, two days later. Who dies of an attack two days
// later dies of that attack.
func (f *finder) isAnother(e *event.Event) bool {
	if slices.Contains(f.Rules.Grammar.Dying, e.Lemma) {
		return false
	}
	if slices.ContainsFunc(e.Clauses, func(c *lang.Clause) bool { return c.Group != nil && f.isOtherNoun(c.Group) }) {
		return true
	}
	if slices.ContainsFunc(e.Clauses, func(c *lang.Clause) bool {
		return slices.Contains(f.Rules.Grammar.Dating, c.DatePreposition()) || isSinceThen(c)
	}) {
		return true // the first since May, when rebels attacked
	}
	if slices.ContainsFunc(e.Actors, func(a event.Filler) bool { return f.isOtherDoer(a.Group) }) || f.isOtherDoer(e.Clause.Arg(lang.Subject)) {
		return true
	}
	return slices.ContainsFunc(f.phrases, func(p phrase) bool {
		return p.sort.tellsOther() && (isOf(e, &p) || p.opens(e.Sentence)) && !f.isOfSaying(e, &p)
	})
}

// isSinceThen reports whether a clause tells what something is the most or the first since: the worst attack
// since [rebels shelled the town].
func isSinceThen(c *lang.Clause) bool {
	if c.Mark != "since" || c.Kind != lang.Finite {
		return false
	}
	t := c.Sentence.Tokens
	mark := c.Sentence.TokensIn(article.Span{Start: c.Start, End: c.Start + 1}).From
	return lang.AnyIn(0, mark, func(k int) bool { return t.Tagged(k, "JJS", "RBS") || t.Is(k, "first", "worst") })
}

// isOfSaying reports whether a time that opens its sentence is that at which somebody spoke of what
// was told before: later that day, a spokesman said nine had died; the group claimed the attack.
func (f *finder) isOfSaying(e *event.Event, p *phrase) bool {
	if p.sort != then || !p.opens(e.Sentence) {
		return false
	}
	said := f.isAnaphoric(e)
	for c := e.Clause; c != nil && !said; c = c.Parent {
		said = c.Link == lang.Relative || c.Link == lang.Complement && c.Predicate.Perfect
	}
	return said
}

// opens reports whether a phrase is the beginning of its sentence.
func (p *phrase) opens(s *lang.Sentence) bool { return p.Start == s.Tokens[0].Start && p.leads(s) }

// isOf reports whether a phrase is said of an event: it stands in one of its
// clauses, in what one of them governs as a noun ("killed in two months of
// fighting"), or over them.
func isOf(e *event.Event, p *phrase) bool {
	if p.clause == nil && p.verb == nil {
		return e.Sentence.Contains(p.Span) && len(e.Sentence.Clauses) == 0
	}
	for c := p.clause; c != nil; c = c.Parent {
		if slices.Contains(e.Clauses, c) {
			return true
		}
		if !c.Predicate.Noun && c.Predicate.Lemma != "accord" { // according to a tally
			break
		}
	}
	for _, c := range e.Clauses {
		if p.isOfAntecedent(c) {
			return true
		}
		for ; c != nil; c = c.Parent {
			if c == p.clause || c == p.verb {
				return true
			}
			leads := c.Link == lang.Coordinate && c.Parent != nil && p.End <= c.Parent.Predicate.Start
			if c.Link != lang.Complement && c.Link != lang.Argument && c.Link != lang.Result && !leads {
				break
			}
		}
	}
	return false
}

// isOfAntecedent reports whether a phrase belongs to the noun in which, says its relative
// clause, something happened: eight days of | fighting in which 158 people were killed.
func (p *phrase) isOfAntecedent(c *lang.Clause) bool {
	return c.Link == lang.Relative && slices.ContainsFunc(c.Args, func(a lang.Arg) bool {
		return a.Shared && (a.Prep == "in" || a.Prep == "during") && (p.Overlaps(a.Group.Span) || p.End <= a.Group.Start && a.Group.Start <= p.End+1)
	})
}

// isOtherNoun reports whether the words before a noun make another happening of
// it: another attack, a separate strike, a reprisal raid.
func (f *finder) isOtherNoun(g *lang.NounGroup) bool {
	t := g.Sentence.Tokens
	if f.words.is(t[g.Head], "toll") {
		return false // an earlier toll of the same
	}
	return lang.AnyIn(g.First, g.Head, func(k int) bool { return f.words.is(t[k], "other") })
}

// isOtherDoer reports whether a noun group speaks of others than those who did what
// was told before: a second gunman, another patrol; but not the second man.
func (f *finder) isOtherDoer(g *lang.NounGroup) bool {
	if g == nil || g.Det != "a" && g.Det != "an" && g.Det != "another" {
		return false
	}
	return f.isOtherNoun(g)
}

// isAnaphoric reports whether an event is named by a noun that points back to one
// told before: the attack, this raid. The fighting goes on from day to day.
func (f *finder) isAnaphoric(e *event.Event) bool {
	g := e.Clause.Group
	if !e.Clause.Predicate.Noun || g == nil || f.words.is(g.Sentence.Tokens[g.Head], "course") {
		return false
	}
	if f.words.is(g.Sentence.Tokens[g.Head], "toll") && slices.ContainsFunc(f.Casualties(e.Sentence), func(c casualty.Casualty) bool { return g.Contains(c.Anchor) }) {
		return true // the previous death toll was 20; it gave a toll of 22
	}
	switch g.Det {
	case "the", "this", "that", "these", "those", "both":
		return true
	}
	return false
}

// isOneOfAKind reports whether an event is named by a singular noun that has not
// been spoken of: a raid on a market.
func isOneOfAKind(e *event.Event) bool {
	p, g := e.Clause.Predicate, e.Clause.Group
	return p.Noun && !p.Plural && g != nil && (g.Det == "a" || g.Det == "an" || g.Det == "one")
}

// hasNewDoer reports whether an event is done by somebody or something that has not
// been spoken of: a lorry bomb killed eight.
func hasNewDoer(e *event.Event) bool {
	if e.Clause.Predicate.Noun {
		return false
	}
	g := e.Clause.Arg(lang.Subject)
	if g == nil || e.Clause.Predicate.Voice == lang.Passive {
		g = e.Clause.Arg(lang.By)
	}
	return g != nil && (g.Det == "a" || g.Det == "an" || g.Det == "another")
}
