package setting

import (
	"slices"
	"strings"

	"sitrep/extract/lang"
	"sitrep/extract/mention/actor"
	"sitrep/extract/rules"
)

// isUnknown reports whether a group is a name that nothing is known of: no
// place of the gazetteer, no actor, no common noun, and no person's.
func (s *search) isUnknown(g *lang.NounGroup) bool {
	return s.isName(g) && !g.Time && s.Class(g) == 0 && s.isNoPlace(g) && !slices.ContainsFunc(s.ActorsOf(g), (*actor.Mention).Known) &&
		!s.isPersonal(g) && !isAcronym(g) && s.capitalised(g.Sentence.Tokens[s.nameStart(g):g.Last+1])
}

// isNoPlace reports whether the gazetteer has no place of a name, or one that only begins
// with the name's words: San José [Las Lomas].
func (s *search) isNoPlace(g *lang.NounGroup) bool {
	p := s.FirstPlaceIn(g)
	if p == nil {
		return true
	}
	t := g.Sentence.Tokens
	return p.Start == t[s.nameStart(g)].Start && p.End < t[g.Last].Start
}

// isAcronym reports whether a word of a group is in capitals alone, as the short
// names of organisations and the prefixes of ships are.
func isAcronym(g *lang.NounGroup) bool {
	return slices.ContainsFunc(g.Sentence.Tokens[g.First:g.Last+1], func(t lang.Token) bool {
		return len(t.Text) > 1 && len(t.Text) < 6 && strings.ToUpper(t.Text) == t.Text
	})
}

// isGoal reports whether only a place can be what an argument of a clause names:
// "stormed Bossembele", "captured Bossembele" where ground changes hands, "jets
// struck Bossembele", "withdrew from Bossembele", "the mayor of Bossembele".
func (s *search) isGoal(c *lang.Clause, a lang.Arg) bool {
	g := &s.Rules.Grammar
	switch a.Function {
	case lang.Object:
		return slices.Contains(g.Entering, c.Predicate.Lemma) || slices.Contains(g.Changing, s.event.Type) || slices.Contains(g.Launching, s.event.Type) ||
			s.isOnlyHit(c, a.Group)
	case lang.Oblique:
		if a.Prep == "into" && s.strict {
			return true // rode into Bossembele and shot nine farmers
		}
		if (a.Prep == "from" || slices.Contains(g.Into, a.Prep) || a.Prep == "on" || a.Prep == "to") && slices.Contains(g.Moving, c.Predicate.Lemma) {
			return true
		}
		h := a.Group.Sentence.GroupTo(a.Group.First - 2)
		return h != nil && s.isHome(h.Lemma, a.Prep)
	}
	return false
}

// isOnlyHit reports whether a name is what a clause that tells of no place says was hit, as in "attacked
// Bossembele". Elsewhere it may be somebody's: attacked Okorie in Enugu.
func (s *search) isOnlyHit(c *lang.Clause, g *lang.NounGroup) bool {
	if !slices.Contains(s.Rules.Grammar.Hitting, c.Predicate.Lemma) || s.nameStart(g) != g.First {
		return false
	}
	if g.Apposition != nil {
		return s.Class(g.Apposition).Is(rules.Place)
	}
	return !slices.ContainsFunc(c.Args, func(a lang.Arg) bool {
		return a.Function == lang.Oblique && !a.Group.Time && !s.Class(a.Group).Is(rules.Happening)
	})
}

// mustBePlace reports whether an argument is such that an unknown name in it must be a place: stormed
// Bossembele; ambushed in the hills (Bossembele); rode into Bossembele and shot nine men.
func (s *search) mustBePlace(c *lang.Clause, a lang.Arg, g *lang.NounGroup) bool {
	if s.strict {
		return a.Prep != "from" && s.isGoal(c, a) && s.leadsTo(c) && !s.NamesPerson(g)
	}
	return s.isGoal(c, a) || s.isPutInBrackets(g)
}

// leadsTo reports whether a clause tells what the doers of the event did before it, and so may tell
// where it was: attackers [entered Rais] and killed 98 people.
func (s *search) leadsTo(c *lang.Clause) bool {
	e := s.event.Clause
	for ; e != nil && e.Link == lang.Coordinate && e.Kind == lang.Finite; e = e.Parent {
		if e.Parent == c {
			g := c.Arg(lang.Subject)
			return c.Kind == lang.Finite && g != nil && g == e.Arg(lang.Subject)
		}
	}
	return false
}

// isHome reports whether a preposition after a noun leads to a place: the mayor
// of, residents from, the siege of, a raid on, the road to.
func (s *search) isHome(noun, prep string) bool {
	switch prep {
	case "of", "from":
		return slices.Contains(s.Rules.Grammar.Residing, noun)
	case "on":
		return slices.Contains(s.Rules.Grammar.Raiding, noun)
	case "to":
		return slices.Contains(s.Rules.Grammar.Roads, noun)
	}
	return false
}
