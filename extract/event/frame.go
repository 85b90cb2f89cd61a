package event

import (
	"slices"

	"sitrep/extract/lang"
	"sitrep/extract/rules"
)

// slot is an argument under the function that it has in the active clause:
// the object of a passive is its grammatical subject, the object of a nominal
// stands after of.
type slot struct {
	function string // subject, object, modifier, governor, or a preposition
	group    *lang.NounGroup
	class    rules.Class
	shared   bool
	weak     bool // filled from a modifier: gives way to any other filler
}

// frame lists the slots of a clause for a rule.
func (f *finder) frame(c *lang.Clause, r *rules.Rule) []slot {
	var out []slot
	put := func(function string, g *lang.NounGroup, shared, weak bool) {
		if g.Time {
			return // attacks on Tuesday
		}
		for _, m := range append([]*lang.NounGroup{g}, g.Conjuncts...) {
			out = append(out, slot{function, m, f.class(m), shared, weak})
		}
	}
	if !c.Predicate.Noun {
		if f.framed == c {
			return f.slots
		}
		for _, a := range c.Args {
			function := ""
			switch a.Function {
			case lang.Subject:
				function = "subject"
				if c.Predicate.Voice == lang.Passive {
					function = "object"
				}
			case lang.Object:
				function = "object"
				if c.Predicate.Voice == lang.Passive {
					function = "retained"
				}
			case lang.Indirect:
				function = "indirect"
			case lang.By:
				function = "by"
				if c.Predicate.Voice == lang.Passive {
					function = "subject"
				}
			case lang.Oblique:
				function = a.Prep
			default:
				continue
			}
			put(function, a.Group, a.Shared, false)
		}
		f.framed, f.slots = c, slices.Clip(out) // who appends gets a copy
		return f.slots
	}
	transitive := r.Roles.Target != nil && hasFunction(r.Roles.Target, "object") ||
		slices.ContainsFunc(r.Needs, func(t rules.Test) bool { return t.Function == "object" })
	for _, a := range c.Args {
		switch a.Function {
		case lang.Possessor:
			if f.class(a.Group).Is(rules.Force | rules.Government | rules.Crowd | rules.Group | rules.Carrier) {
				put("subject", a.Group, false, false)
			} else if f.class(a.Group).Is(rules.Person|rules.Facility|rules.Place) && transitive {
				put("object", a.Group, false, true)
			}
		case lang.Modifier:
			k := f.class(a.Group)
			switch {
			case k.Is(rules.Force | rules.Government | rules.Crowd | rules.Carrier | rules.Group):
				put("subject", a.Group, false, true)
			case k.Is(rules.Facility|rules.Place|rules.Person|rules.Vehicle) && transitive:
				put("object", a.Group, false, true)
			}
			put("modifier", a.Group, false, true)
		case lang.By:
			put("subject", a.Group, false, false)
		case lang.Oblique:
			switch {
			case a.Prep == "of" && (r.Reciprocal || !transitive):
				put("subject", a.Group, false, false)
				put("of", a.Group, false, false)
			case a.Prep == "of":
				put("object", a.Group, false, false)
				put("of", a.Group, false, false)
			default:
				put(a.Prep, a.Group, false, false)
			}
		}
	}
	if !has(out, "subject") {
		for _, s := range out {
			if s.function == "from" && s.class.Is(rules.Force|rules.Government) {
				out = append(out, slot{"subject", s.group, s.class, s.shared, false})
				break
			}
		}
	}
	return append(out, f.lent(c)...)
}

// lent are the slots that a light verb gives the event noun: the subject of
// launched in launched an attack.
func (f *finder) lent(c *lang.Clause) []slot {
	v := c.Parent
	l := f.light(c)
	if l == nil {
		return nil
	}
	var out []slot
	for _, a := range v.Args {
		function := ""
		switch {
		case a.Group.Det == "no": // no group has claimed the attack
		case a.Function == lang.Subject && v.Predicate.Voice == lang.Active:
			if l.Actor == "subject" {
				function = "subject"
			} else if l.Target == "subject" {
				function = "object"
			}
		case l.Actor == "object" && (a.Function == lang.Object || a.Function == lang.Subject && v.Predicate.Voice == lang.Passive):
			function = "subject" // blamed rebels for the attack
		case l.Target == "object" && (a.Function == lang.Object || a.Function == lang.Subject && v.Predicate.Voice == lang.Passive):
			function = "object" // set a lorry on fire
		case a.Function == lang.By && v.Predicate.Voice == lang.Passive && l.Actor == "subject":
			function = "subject"
		case a.Function == lang.Oblique && a.Prep != "of" && v.Args[0].Group != a.Group:
			function = a.Prep
		}
		if function == "" || a.Group == c.Group {
			continue
		}
		for _, m := range append([]*lang.NounGroup{a.Group}, a.Group.Conjuncts...) {
			out = append(out, slot{function: function, group: m, class: f.class(m), shared: a.Shared})
		}
	}
	return out
}

// light is the light verb that governs an event noun, or nil.
func (f *finder) light(c *lang.Clause) *rules.Light {
	v := c.Parent
	if v == nil || v.Predicate.Noun || c.Group == nil {
		return nil
	}
	function := ""
	for _, a := range v.Args {
		if a.Group != c.Group && !member(a.Group, c.Group) {
			continue
		}
		switch {
		case a.Function == lang.Object, a.Function == lang.Subject && v.Predicate.Voice == lang.Passive:
			function = "object"
		case a.Function == lang.Subject:
			function = "subject"
		case a.Function == lang.Oblique:
			function = a.Prep
		}
		break
	}
	if function == "" {
		return nil
	}
	lemma := v.Predicate.Lemma
	if v.Predicate.Particle != "" {
		lemma += " " + v.Predicate.Particle
	}
	for _, l := range f.set.Lights {
		if contains(l.Verbs, lemma) && contains(l.Argument, function) {
			return l
		}
	}
	return nil
}

func member(first, g *lang.NounGroup) bool {
	for _, m := range first.Conjuncts {
		if m == g {
			return true
		}
	}
	return false
}

func has(slots []slot, function string) bool {
	for i := range slots {
		if slots[i].function == function {
			return true
		}
	}
	return false
}

func hasFunction(r *rules.Role, function string) bool { return contains(r.Functions, function) }

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
