package scope

import (
	"slices"
	"strings"

	"sitrep/extract/event"
	"sitrep/extract/lang"
	"sitrep/extract/mention/casualty"
	"sitrep/extract/telling"
	"sitrep/gazetteer"
)

// goesOnFrom reports whether a telling gives the dead so far of the many happenings that the
// sentence before told, or the clause beside it: bandits have raided dozens of villages since March;
// 90 people have been killed; this year 14 soldiers have died, while 139 rebels have been killed.
func (f *finder) goesOnFrom(sum *lang.Sentence, t *telling.Telling) bool {
	s := t.Event.Sentence
	if sum == s {
		return isPerfect(t.Event) && len(t.Tolls) > 0 && slices.ContainsFunc(t.Event.Clauses, func(c *lang.Clause) bool { return c.Mark == "while" })
	}
	return sum != nil && sum.Index == s.Index-1 && sum.Paragraph == s.Paragraph && len(f.Dates(s)) == 0 && mayRecur(t.Event) && isPerfect(t.Event) && !isOne(t) && len(t.Tolls) > 0
}

const (
	vast  = 500   // dead are those of one happening only where its day is told
	ofWar = 10000 // dead are not even then
)

// The lower bounds of rough figures that one happening told without a day seldom
// has: the raids claimed hundreds of lives; dozens have been killed in clashes.
const (
	hundreds = 200
	dozens   = 24
	crowd    = 100 // an exact one that may be
)

// isSum reports whether the figures of a telling without a day of its own are more
// than one happening has: the raids claimed hundreds of lives; 210 people have been
// killed in clashes; between 300 and 600 civilians were killed.
func (f *finder) isSum(t *telling.Telling) bool {
	e := t.Event
	switch {
	case hasRoughly(t, hundreds):
		return isPlural(e) || isPerfect(e) || f.isSummedUp(e) || slices.ContainsFunc(t.Tolls, isWide)
	case hasRoughly(t, dozens):
		return isPerfect(e) && (isPlural(e) || f.goesOn(e))
	case hasDead(t, crowd):
		return isPerfect(e) && (isPlural(e) || f.goesOn(e)) || slices.ContainsFunc(t.Tolls, isWide)
	}
	return false
}

// fewestOfLong is how many dead the course of a war has that is no single blow of it.
const fewestOfLong = 10

// isOfLong reports whether a telling gives the dead so far of what lasts for weeks: an
// offensive in which 34 people have been killed.
func (f *finder) isOfLong(t *telling.Telling) bool {
	return hasDead(t, fewestOfLong) && isPerfect(t.Event) && f.isOfKind(t.Event, "long")
}

// isLossSoFar reports whether a telling gives what somebody has lost so far, and not in one act: the
// mission has lost 26 soldiers.
func (f *finder) isLossSoFar(t *telling.Telling) bool {
	e := t.Event
	return isPerfect(e) && !isOne(t) && len(t.Tolls) > 0 && f.isLemma(e.Clause.Predicate.Lemma, "lose") && len(e.Clauses) == 1
}

// hasBegun reports whether a telling gives the dead so far of what goes on since it began:
// the violence, which erupted on May 3, has left over 200 dead.
func (f *finder) hasBegun(t *telling.Telling) bool {
	if !hasDead(t, fewestOfLong) || !f.isOfCourse(t.Event) {
		return false
	}
	if slices.ContainsFunc(t.Event.Clauses, f.isOfBegun) {
		return true
	}
	perfect := func(c *lang.Clause) bool { return c.Predicate.Perfect && c.Predicate.Tense == lang.Present }
	return t.Event.AnyAbove(perfect) && slices.ContainsFunc(t.Event.Sentence.Clauses, func(c *lang.Clause) bool {
		return c.Link == lang.Relative && f.isLemma(c.Predicate.Lemma, "begin")
	})
}

// isOfBegun reports whether a clause is a relative one whose main clause says when the thing began:
// the unrest, [in which 60 people died], began in May.
func (f *finder) isOfBegun(c *lang.Clause) bool {
	return c.Link == lang.Relative && c.Parent != nil && f.isLemma(c.Parent.Predicate.Lemma, "begin")
}

// isOfCourse reports whether the event is what goes on from day to day, or what that
// has done: the unrest has left 60 people dead.
func (f *finder) isOfCourse(e *event.Event) bool {
	return f.goesOn(e) || slices.ContainsFunc(e.Clauses, func(c *lang.Clause) bool {
		return slices.ContainsFunc(c.Args, func(a lang.Arg) bool {
			return (a.Function == lang.Subject || a.Shared && a.Prep == "in") && f.words.is(a.Group.Sentence.Tokens[a.Group.Head], "course")
		})
	})
}

// isTally reports whether a telling gives only the number of the dead, and too many of them for one
// happening of which not even the town is told: in May 87 people were killed in the province.
func (f *finder) isTally(t *telling.Telling) bool {
	e := t.Event
	if !hasDead(t, dozens) || !e.Rule.Result || e.Clause.Predicate.Noun || len(e.Actors) > 0 || len(e.Weapons) > 0 || len(e.Clauses) > 1 {
		return false
	}
	return len(t.Places) == 0 || t.PlaceFrom != nil || t.Places[0].Kind == "country" || t.Places[0].Kind == gazetteer.KindDivision1
}

// isWide reports whether a figure lies between two numbers that are far apart, as the
// counts of many happenings do: between 300 and 600.
func isWide(c casualty.Casualty) bool {
	q := c.Quantity
	return c.Kind == casualty.Killed && q.Min != nil && q.Max != nil && *q.Min >= crowd && 2*(*q.Max) >= 3*(*q.Min) && strings.ContainsAny(q.Text, "0123456789")
}

// goesOn reports whether the event is named by a noun for what goes on from day to
// day: in the fighting.
func (f *finder) goesOn(e *event.Event) bool {
	return f.isOfKind(e, "course")
}

// isOfKind reports whether the event is named by a noun of a class of words.
func (f *finder) isOfKind(e *event.Event, class string) bool {
	return slices.ContainsFunc(e.Clauses, func(c *lang.Clause) bool {
		return c.Predicate.Noun && c.Group != nil && f.words.is(c.Group.Sentence.Tokens[c.Group.Head], class)
	})
}

// hasRoughly reports whether the telling has a rough figure of at least n dead:
// hundreds, thousands.
func hasRoughly(t *telling.Telling, n int) bool {
	return slices.ContainsFunc(t.Tolls, func(c casualty.Casualty) bool {
		q := c.Quantity
		return c.Kind == casualty.Killed && q.Min != nil && q.Max != nil && *q.Min >= n && *q.Max > 2*(*q.Min)
	})
}

// isSummedUp reports whether somebody has told or counted what happened until now, as in the
// group has reported hundreds of civilians killed.
func (f *finder) isSummedUp(e *event.Event) bool {
	return e.AnyAbove(func(c *lang.Clause) bool {
		p := c.Predicate
		return p.Perfect && p.Tense == lang.Present && (f.isLemma(p.Lemma, "report") || f.isLemma(p.Lemma, "count"))
	})
}

// isOfWar reports whether a figure is of more dead than one happening has, whatever
// the text says of them by the way: took the town from a regime that had killed
// more than a million people.
func isOfWar(c *casualty.Casualty) bool {
	return c.Kind == casualty.Killed && c.Quantity.Min != nil && *c.Quantity.Min >= ofWar
}

// hasDead reports whether the telling has a figure of at least n dead.
func hasDead(t *telling.Telling, n int) bool {
	return slices.ContainsFunc(t.Tolls, func(c casualty.Casualty) bool {
		return c.Kind == casualty.Killed && c.Quantity.Min != nil && *c.Quantity.Min >= n
	})
}
