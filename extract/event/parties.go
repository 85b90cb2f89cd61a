package event

import (
	"slices"
	"strings"

	"sitrep/extract/lang"
	"sitrep/extract/mention/actor"
	"sitrep/extract/rules"
)

// namedActors returns the actors that name who did it. What only says how, as in
// "the strike that hit" or "a terrorist attack", has been kept until the type is
// decided.
func (f *finder) namedActors(k *candidate) []Filler {
	var out []Filler
	for _, x := range k.Actors {
		acts := x.Class.Is(rules.Force|rules.State|rules.Rebel|rules.Government|rules.Person|rules.Crowd|rules.Group) || x.Class.Is(rules.Carrier) && f.hasOwner(x.Group)
		if !acts && (x.Class.Is(rules.Weapon|rules.Happening) || f.set.Triggers(x.Group.Lemma, "n") != nil) {
			continue
		}
		if f.saysHow(k, x.Group) || f.isWeaponBefore(k, x.Group) {
			continue
		}
		out = append(out, x)
	}
	return out
}

// isWeaponBefore reports whether a pronoun is the weapon that the sentence before tells
// of: a grenade was thrown into a shop in Gao; [it] killed five people.
func (f *finder) isWeaponBefore(k *candidate, g *lang.NounGroup) bool {
	if !g.Pronoun || g.Lemma != "it" || g.First > 1 || len(f.events) == 0 {
		return false
	}
	last := f.events[len(f.events)-1]
	if last.Sentence.Index != k.Sentence.Index-1 || len(last.Actors) > 0 || last.Clause.Predicate.Noun {
		return false
	}
	subject := last.Clause.Arg(lang.Subject)
	return last.Rule.Is("bombing") || subject != nil && f.class(subject).Is(rules.Weapon)
}

// saysHow reports whether a word before an event noun only says of what sort the
// act was: a terrorist attack, a complex attack.
func (f *finder) saysHow(k *candidate, g *lang.NounGroup) bool {
	return contains(f.set.Grammar.Manner, g.Lemma) && k.Clause.Group != nil && k.Clause.Group.Contains(g.Span)
}

// hasOwner reports whether the words before the head of a group name whose it is, as in
// "an American drone", "the air force's jets". The first word of a sentence has a capital
// anyway, so that it must be known as a country's: Israeli drones.
func (f *finder) hasOwner(g *lang.NounGroup) bool {
	if g.Possessor != nil {
		return true
	}
	for k := g.First; k < g.Head; k++ {
		if t := g.Sentence.Tokens[k]; t.Tag == "NNP" || t.Tag == "JJ" && t.Text != t.Lower {
			return k > 0 || t.Tag == "NNP" || slices.ContainsFunc(f.reading.ActorsOf(g), (*actor.Mention).Specific)
		}
	}
	return false
}

// withoutInstruments returns the fillers without weapons and vehicles: they do not
// act by themselves.
func withoutInstruments(fs []Filler) []Filler {
	var out []Filler
	for _, f := range fs {
		if f.Class.Is(rules.Weapon|rules.Vehicle) && !f.Class.Is(rules.Force|rules.Government|rules.Crowd|rules.Person|rules.Carrier) {
			continue
		}
		out = append(out, f)
	}
	return out
}

// asksFor reports whether the rule needs a word such as the filler's where the
// filler stands, and can have it as a target: the road that farmers blocked.
func asksFor(r *rules.Rule, x Filler) bool {
	return r.Roles.Target != nil && r.Roles.Target.Mask().Is(x.Class&rules.Place) && slices.ContainsFunc(r.Needs, func(t rules.Test) bool {
		return !t.Absent && t.Function == x.Via && contains(t.Lemmas, x.Group.Lemma)
	})
}

// isRazed reports whether a filler is a village or the like that is told by no name and
// was burned or wrecked as a building is: burned the village of Kot.
func isRazed(r *rules.Rule, x Filler) bool {
	return r.Is("razing") && !x.Group.Proper && (x.Via == "object" || x.Via == "to")
}

// isBuilding reports whether a filler is a building or the like, whether or not
// the gazetteer knows it, and no settlement or area: Kandahar airfield, the
// university.
func (f *finder) isBuilding(x Filler) bool {
	return x.Class.Is(rules.Facility) && !f.set.Nouns[x.Group.Lemma].Is(rules.Place)
}

// isUnnamedPlaces reports whether a group is of several places without a name, as
// in "an airport and grain silos". Such a group says what else was hit, not where.
func isUnnamedPlaces(g *lang.NounGroup) bool {
	return !g.Proper && g.Number == lang.Plural && g.Det != "the"
}

// realTargets returns the targets without those that only say where or with what.
// A place is a location unless it stands for its government or is a building or
// the like, as in "shelled Kandahar airfield", or the rule asks for it by its word,
// as in "blocked the road"; a weapon is a target only of acts on
// weapons, as in "defused a bomb".
func (f *finder) realTargets(k *candidate) []Filler {
	into := f.set.Grammar.Into
	var out []Filler
	for _, x := range k.Targets {
		if g := f.whoseBody(x.Group); g != nil {
			x.Group, x.Class = g, f.class(g)
		}
		c := x.Class
		if f.saysHow(k, x.Group) || isNobody(x) {
			continue
		}
		if c.Is(rules.Place) && !c.Is(rules.Force|rules.Person|rules.Government|rules.Crowd) && !asksFor(k.Rule, x) && !isRazed(k.Rule, x) && !f.isBuilding(x) && !(len(k.Targets) > 1 && isUnnamedPlaces(x.Group)) {
			continue
		}
		if c.Is(rules.Place) && !c.Is(rules.Force|rules.Person|rules.Crowd) && !f.isBuilding(x) && contains(into, x.Via) {
			continue // rockets into southern Israel
		}
		if c == rules.Weapon && k.Rule.Type != "Disrupted weapons use" {
			continue
		}
		out = append(out, x)
	}
	return out
}

// whoseBody returns the people of whom a group is the bodies, or nil: the bodies of [three
// men].
func (f *finder) whoseBody(g *lang.NounGroup) *lang.NounGroup {
	if !contains(f.set.Grammar.Remains, g.Lemma) {
		return nil
	}
	for _, at := range g.Attached {
		if at.Prep == "of" && at.At == g.Last+1 && f.class(at.Group).Is(rules.Person|rules.Force|rules.Civilian) {
			return at.Group
		}
	}
	return nil
}

// isNobody reports whether a filler names nobody else than the actor: blew themselves up.
func isNobody(x Filler) bool {
	return strings.HasSuffix(x.Group.Lemma, "selves") || strings.HasSuffix(x.Group.Lemma, "self") || x.Group.Det == "no" && x.Via == "with"
}

// appendAims appends at whom or what the weapon or the act that a group names was aimed: a bomb
// targeting a patrol exploded; a mine that targeted a colonel.
func (f *finder) appendAims(out []slot, g *lang.NounGroup) []slot {
	if g == nil {
		return out
	}
	for _, at := range g.Attached {
		if at.Prep == targeting && at.At == g.Last+1 {
			out = f.appendSlots(out, slot{function: targeting, group: at.Group})
		}
	}
	for _, c := range g.Relative {
		if x := f.aim(c); x != nil {
			out = f.appendSlots(out, slot{function: targeting, group: x})
		}
	}
	return out
}

// targeting is the preposition before those at whom something is aimed, and the function
// of them all.
const targeting = "targeting"

// aim returns at whom or what a relative clause says that something is aimed, or nil.
func (f *finder) aim(c *lang.Clause) *lang.NounGroup {
	if c.Predicate.Negated || !contains(f.set.Grammar.Aiming, c.Predicate.Lemma) {
		return nil
	}
	for _, a := range c.Args {
		if a.Function == lang.Object && c.Predicate.Voice == lang.Active || a.Function == lang.Oblique && (a.Prep == "at" || a.Prep == "against") {
			return a.Group
		}
	}
	return nil
}

// behindOf returns the groups that seem to be coordinated with what stands after "of" on
// a group, and are of the sort of the group itself, which that is not: a base of the army
// and [three checkpoints]; the mayor of Kot and [his driver].
func (f *finder) behindOf(head *lang.NounGroup) []*lang.NounGroup {
	var out []*lang.NounGroup
	for _, at := range head.Attached {
		if at.Prep != "of" || at.At != head.Last+1 {
			continue
		}
		for _, g := range at.Group.Conjuncts {
			if k := f.class(g); !g.Time && k&f.class(at.Group) == 0 && areAlike(k, f.class(head)) {
				out = append(out, g)
			}
		}
	}
	return out
}

// areAlike reports whether groups of two classes can be coordinated, the second first:
// buildings and vehicles can with things of any sort.
func areAlike(k, first rules.Class) bool {
	return k&first != 0 || k.Is(rules.Facility|rules.Vehicle|rules.Property) && !first.Is(rules.Force|rules.Person|rules.Crowd|rules.Government)
}
