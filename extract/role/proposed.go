package role

import (
	"slices"
	"strings"

	"sitrep/extract/event"
	"sitrep/extract/lang"
	"sitrep/extract/mention"
	"sitrep/extract/mention/place"
	"sitrep/extract/reading"
	"sitrep/extract/rules"
	"sitrep/extract/telling"
)

// proposedActors returns the actors of an event by rule, else the people of whom its
// verb says that they did it to something, though the rule asks for armed ones: a man
// set off a bomb, youths freed the detainees, Omar Dar shot two men.
func proposedActors(r *reading.Reading, t *telling.Telling) []event.Filler {
	e := t.Event
	if len(e.Actors) > 0 || !looksFor(e.Rule.Roles.Actor, "subject") || looksFor(e.Rule.Roles.Target, "subject") || !hasObject(e.Clause) {
		return e.Actors
	}
	hurt := victims(r, t)
	return verbArguments(r, e, "subject", func(c rules.Class, g *lang.NounGroup) bool {
		return (c.Is(rules.Person) || c == 0 && !g.Pronoun) && !holds(hurt, g) && !speaks(r, g)
	})
}

// hasObject reports whether a verb is done to something that its clause names.
func hasObject(c *lang.Clause) bool {
	return c.Predicate.Voice == lang.Passive || c.Arg(lang.Object) != nil
}

// proposedObjects returns the objects of an event's verb whose nouns nobody knows, or
// which have none: shot another lad, arrested eleven, freed them. The verb says of
// what sort they are.
func proposedObjects(r *reading.Reading, t *telling.Telling) []event.Filler {
	e := t.Event
	if !looksFor(e.Rule.Roles.Target, "object") {
		return nil
	}
	return verbArguments(r, e, "object", func(c rules.Class, g *lang.NounGroup) bool {
		return c == 0 && g.Lemma != "it" && !holdsWeapon(e, g) && !isWhere(r, t, g)
	})
}

// isWhere reports whether a group names a place that the gazetteer lacks and where the telling
// happens: attacked [Bossembele].
func isWhere(r *reading.Reading, t *telling.Telling, g *lang.NounGroup) bool {
	return g.Proper && r.Class(g) == 0 && slices.ContainsFunc(t.Places, func(p mention.Place) bool { return p.ID == "" && p.Span == g.Span })
}

// holdsWeapon reports whether the event's weapon is what a group names or what it is of:
// a cloud of chlorine.
func holdsWeapon(e *event.Event, g *lang.NounGroup) bool {
	return slices.ContainsFunc(e.Weapons, func(w event.Weapon) bool {
		return g.Overlaps(w.Span) || slices.ContainsFunc(g.Attached, func(a *lang.Attachment) bool { return a.Prep == "of" && a.Group.Overlaps(w.Span) })
	})
}

// proposedAims returns the names that nobody knows and the pronouns at which an event's
// verb aims: fired at Omar Dar, opened fire on us.
func proposedAims(r *reading.Reading, e *event.Event) []event.Filler {
	if !looksFor(e.Rule.Roles.Target, "at") || looksFor(e.Rule.Roles.Target, "near") {
		return nil // exploded at Omar Dar
	}
	for _, function := range []string{"on", "upon", "at"} {
		out := verbArguments(r, e, function, func(c rules.Class, g *lang.NounGroup) bool { return c == 0 && (g.Proper || g.Pronoun) })
		if looksFor(e.Rule.Roles.Target, function) && out != nil {
			return out
		}
	}
	return nil
}

// looksFor reports whether the role is filled by groups with the function.
func looksFor(role *rules.Role, function string) bool {
	return role != nil && slices.Contains(role.Functions, function)
}

// verbArguments returns the arguments of an event's verb with a function, were it in the
// active voice, that fit and are not among its fillers. A distance is none: advanced 12 km.
func verbArguments(r *reading.Reading, e *event.Event, function string, fits func(rules.Class, *lang.NounGroup) bool) []event.Filler {
	if e.Clause.Predicate.Noun {
		return nil
	}
	var out []event.Filler
	for _, a := range e.Clause.Args {
		if activeFunction(e.Clause, a) != function {
			continue
		}
		for _, g := range append([]*lang.NounGroup{a.Group}, a.Group.Conjuncts...) {
			if c := r.Class(g); !g.Time && !place.IsUnit(g.Lemma) && !reflexive(g) && fits(c, g) && !holds(e.Actors, g) && !holds(e.Targets, g) {
				out = append(out, event.Filler{Group: g, Class: c, Via: function})
			}
		}
	}
	return out
}

// proposedTargets returns the targets of a telling by rule and toll: the
// event's own, and its victims where the event names no others.
func proposedTargets(r *reading.Reading, t *telling.Telling) []event.Filler {
	own, hurt := aimedAt(r, t), victims(r, t)
	if isOfBothSides(t.Event) && allIn(own, hurt) {
		return unarmed(hurt)
	}
	switch {
	case len(own) == 0 && len(hurt) == 0:
		return proposedPassers(r, t.Event)
	case len(own) == 0:
		return hurt
	case allIn(own, hurt):
		return append(slices.Clip(own), slices.DeleteFunc(slices.Clone(hurt), func(x event.Filler) bool { return holds(own, x.Group) })...)
	case len(hurt) > 0 && areOnlyNear(r, own) && !isAimed(t.Event.Clause):
		return hurt
	case len(own) == 1 && own[0].Group.Pronoun:
		// were killed when gunmen attacked them
		if others := opponents(r, t.Event.Actors, hurt); len(others) > 0 {
			return others
		}
	}
	return own
}

// aimedAt returns an event's own targets, or those that its verb acts on or aims at and
// that nobody knows, where its own only say where they stood.
func aimedAt(r *reading.Reading, t *telling.Telling) []event.Filler {
	e := t.Event
	own := slices.DeleteFunc(slices.Clone(e.Targets), func(x event.Filler) bool { return isWhere(r, t, x.Group) })
	if !slices.ContainsFunc(own, func(x event.Filler) bool { return x.Via == "object" || !x.Class.Is(rules.Facility|rules.Place) }) {
		if objects := proposedObjects(r, t); objects != nil {
			own = objects // hit a block on the bank of the river
		}
	}
	if !slices.ContainsFunc(own, func(x event.Filler) bool { return x.Via != "at" || !x.Class.Is(rules.Facility) }) {
		if aims := proposedAims(r, e); aims != nil {
			own = aims // fired on Asher Hussain at a petrol pump
		}
	}
	return own
}

// isOfBothSides reports whether the text names both sides of a fight as those who fought:
// a clash between the army and rebels, between two factions.
func isOfBothSides(e *event.Event) bool {
	return e.Rule.Reciprocal && (len(e.Actors) > 1 || len(e.Actors) == 1 && e.Actors[0].Via == "between" && e.Actors[0].Group.Number == lang.Plural)
}

// unarmed returns the fillers who are not armed and so are of neither side of a fight.
func unarmed(fs []event.Filler) []event.Filler {
	return slices.DeleteFunc(slices.Clone(fs), func(x event.Filler) bool { return x.Class.Is(rules.Force) })
}

// allIn reports whether all fillers are among others.
func allIn(fs, others []event.Filler) bool {
	return !slices.ContainsFunc(fs, func(x event.Filler) bool { return !holds(others, x.Group) })
}

// areOnlyNear reports whether fillers are buildings near which something was done, so
// that they say where: a bomb went off outside a bakery. What armed people hold and what
// moves was meant: near a checkpoint, near a bus.
func areOnlyNear(r *reading.Reading, fs []event.Filler) bool {
	return !slices.ContainsFunc(fs, func(x event.Filler) bool {
		return !slices.Contains(r.Rules.Grammar.Nearby, x.Via) || !x.Class.Is(rules.Facility) || x.Class.Is(rules.Post|rules.Force|rules.Person|rules.Vehicle|rules.Carrier)
	})
}

// isAimed reports whether somebody does it to something, so that he chose the place: set
// off a bomb outside a court. Who blows himself up does not count.
func isAimed(c *lang.Clause) bool {
	o := c.Arg(lang.Object)
	return c.Predicate.Voice == lang.Passive || o != nil && !reflexive(o)
}

// victims returns those whom a telling says were killed, hurt or taken, but
// for its actors.
func victims(r *reading.Reading, t *telling.Telling) []event.Filler {
	var out []event.Filler
	for _, c := range t.Tolls {
		for _, g := range append([]*lang.NounGroup{c.Victims}, c.Members...) {
			if g != nil && !holds(t.Event.Actors, g) && !holds(out, g) && !isOutcome(g) {
				out = append(out, event.Filler{Group: g, Class: r.Class(g)})
			}
		}
	}
	return out
}

// isOutcome reports whether a group only counts how those fared who are named before:
// two soldiers were killed, [eight hurt].
func isOutcome(g *lang.NounGroup) bool {
	t := g.Sentence.Tokens
	return !g.Numeral.Empty() && g.Numeral.To <= g.Last && g.Possessor == nil && (strings.HasPrefix(t[g.Last].Tag, "V") || t[g.Numeral.To].Tag == "VBN" || t[g.Last].Tag == "JJ")
}

// holds reports whether one of the fillers is the group or overlaps it.
func holds(fs []event.Filler, g *lang.NounGroup) bool {
	return slices.ContainsFunc(fs, func(x event.Filler) bool { return x.Group == g || x.Group.Overlaps(g.Span) })
}

// opponents returns the fillers that are named and of another kind than the
// actors.
func opponents(r *reading.Reading, actors, fs []event.Filler) []event.Filler {
	var out []event.Filler
	for _, x := range fs {
		same := slices.ContainsFunc(actors, func(a event.Filler) bool {
			return kindOf(r, a.Group) == kindOf(r, x.Group) || a.Group.Lemma == x.Group.Lemma
		})
		if !x.Group.Pronoun && !same {
			out = append(out, x)
		}
	}
	return out
}

// kindOf returns the kind of the first actor that a group names, or "".
func kindOf(r *reading.Reading, g *lang.NounGroup) string {
	if ms := r.ActorsOf(g); len(ms) > 0 {
		return ms[0].Kind
	}
	return ""
}

// proposedPassers returns those who came by when a bomb went off that is told to have hit
// nobody else: it exploded when [a patrol] was passing; [a truck] was on its way when a
// mine went off.
func proposedPassers(r *reading.Reading, e *event.Event) []event.Filler {
	if rules.EventType(e.Type) != "Explosions/Remote violence" {
		return nil
	}
	for _, c := range e.Sentence.Clauses {
		g := c.Arg(lang.Subject)
		if g == nil || !isTimeOf(c, e) || !slices.Contains(r.Rules.Grammar.Passing, c.Predicate.Lemma) || c.Predicate.Negated || holds(e.Actors, g) || holdsWeapon(e, g) {
			continue
		}
		var out []event.Filler
		for _, m := range append([]*lang.NounGroup{g}, g.Conjuncts...) {
			if k := r.Class(m); !m.Pronoun && k.Is(rules.State|rules.Vehicle|rules.Post|rules.Carrier) && !k.Is(rules.Weapon|rules.Place) {
				out = append(out, event.Filler{Group: m, Class: k, Via: "passing"})
			}
		}
		return out
	}
	return nil
}

// isTimeOf reports whether a clause with another subject says when an event was: by a
// clause with when or as on that of the event, or the other way round.
func isTimeOf(c *lang.Clause, e *event.Event) bool {
	own := func(x *lang.Clause) bool {
		return x != nil && (slices.Contains(e.Clauses, x) || e.Clause.Predicate.Noun && x == e.Clause.Parent)
	}
	if own(c) {
		return false
	}
	if c.Link == lang.Adverbial && c.Occasion() && !c.Earlier() && own(c.Parent) {
		return true
	}
	return slices.ContainsFunc(e.Sentence.Clauses, func(x *lang.Clause) bool {
		return own(x) && x.Link == lang.Adverbial && x.Occasion() && !x.Earlier() && x.Parent == c
	})
}
