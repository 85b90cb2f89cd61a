package event

import (
	"slices"
	"strings"

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
				if c.Predicate.Voice == lang.Passive && contains(f.set.Grammar.Agentive, a.Prep) {
					function = "subject" // killed at the hands of rebels
				}
				if contains(f.set.Grammar.Company, a.Prep) {
					function = "subject" // police together with soldiers
					if c.Predicate.Voice == lang.Passive {
						function = "object"
					}
				}
			default:
				continue
			}
			put(function, f.doer(c, a), a.Shared, false)
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
			case contains(f.set.Grammar.Agentive, a.Prep):
				put("subject", a.Group, false, false)
			case a.Prep == "of" && (r.Reciprocal || !transitive):
				put("subject", a.Group, false, !r.Reciprocal) // gives way to a doer
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
	return append(out, f.lent(c, r)...)
}

// doer is the argument's group, or, where an infinitive has the subject of
// its governor only for want of another, whose attempt it is: praised the
// rebels for their efforts to retake the town.
func (f *finder) doer(c *lang.Clause, a lang.Arg) *lang.NounGroup {
	if !a.Shared || a.Function != lang.Subject || c.Parent == nil {
		return a.Group
	}
	if c.Predicate.Voice == lang.Passive && c.Link == lang.Relative && a.Group.Lemma == "those" && c.Parent.Predicate.Lemma == "be" {
		for i := range c.Parent.Args {
			if p := &c.Parent.Args[i]; p.Group == a.Group && p.Prep == "among" {
				if s := c.Parent.Arg(lang.Subject); s != nil {
					return s // a teacher was among those wounded
				}
			}
		}
	}
	if c.Kind == lang.Participle && c.Link == lang.Argument && c.Mark == "for" && c.Parent.Predicate.Voice == lang.Active {
		if o := c.Parent.Arg(lang.Object); o != nil && o.Start < c.Start {
			return o // arrested five men for planning attacks
		}
	}
	if c.Kind != lang.Infinite {
		return a.Group
	}
	for _, g := range c.Sentence.Nouns {
		if g.Last+1 == c.Verb.First && g.Possessor != nil && lookup(f.set.Modality.Nouns, g.Lemma) != "" {
			return g.Possessor
		}
	}
	return a.Group
}

// lent are the slots that light verbs give the event noun: the subject of
// launched in launched an attack, of claimed in an attack that rebels claimed.
func (f *finder) lent(c *lang.Clause, r *rules.Rule) []slot {
	if c.Group == nil {
		return nil
	}
	var out []slot
	if l := f.light(c, r); l != nil {
		out = f.lentBy(c, c.Parent, l, out)
	}
	for _, v := range c.Sentence.Clauses {
		if v == c.Parent || v.Predicate.Noun || !hangsOn(v, c.Group) {
			continue
		}
		if l := f.lightOf(c, v, r); l != nil {
			out = f.lentBy(c, v, l, out)
		}
	}
	return out
}

// hangsOn says whether the clause takes the group over from the clause around
// it: a relative clause, full or reduced.
func hangsOn(v *lang.Clause, g *lang.NounGroup) bool {
	if v.Link != lang.Relative {
		return false
	}
	for i := range v.Args {
		if v.Args[i].Shared && v.Args[i].Group == g {
			return true
		}
	}
	return false
}

// lentBy adds the slots that the light verb v gives the event noun.
func (f *finder) lentBy(c, v *lang.Clause, l *rules.Light, out []slot) []slot {
	passive := v.Predicate.Voice == lang.Passive
	for i := range v.Args {
		a := &v.Args[i]
		function := ""
		switch {
		case a.Group.Det == "no": // no group has claimed the attack
		case a.Function == lang.Subject && !passive:
			if l.Actor == "subject" {
				function = "subject"
			} else if l.Target == "subject" {
				function = "object"
			}
		case l.Actor == "object" && (a.Function == lang.Object || a.Function == lang.Subject && passive):
			function = "subject" // blamed rebels for the attack
		case l.Target == "object" && (a.Function == lang.Object || a.Function == lang.Subject && passive):
			function = "object" // set a lorry on fire
		case a.Function == lang.By && passive && l.Actor == "subject":
			function = "subject"
		case a.Function == lang.By && passive && l.Target == "subject":
			function = "object"
		case a.Function == lang.Oblique && a.Prep == l.Actor:
			function = "subject" // blamed the attack on rebels
		case a.Function == lang.Oblique && a.Prep != "of" && v.Args[0].Group != a.Group:
			function = a.Prep
		}
		if function == "" || a.Group == c.Group {
			continue
		}
		g := f.doer(v, *a)
		if function == "subject" && l.Told {
			g = f.spokenFor(g)
		}
		for _, m := range append([]*lang.NounGroup{g}, g.Conjuncts...) {
			out = append(out, slot{function: function, group: m, class: f.class(m), shared: a.Shared})
		}
	}
	return out
}

// spokenFor is the armed side that a person speaks for: Abu Saif, a spokesman
// for the brigade, claimed the attack.
func (f *finder) spokenFor(g *lang.NounGroup) *lang.NounGroup {
	for _, x := range []*lang.NounGroup{g, g.Apposition} {
		if x == nil || !contains(f.set.Grammar.Voices, x.Lemma) {
			continue
		}
		for _, at := range x.Attached {
			if (at.Prep == "for" || at.Prep == "of") && f.class(at.Group).Is(rules.Force|rules.Group) {
				return at.Group
			}
		}
	}
	return g
}

// light is the light verb that governs an event noun of the rule, or nil.
func (f *finder) light(c *lang.Clause, r *rules.Rule) *rules.Light {
	v := c.Parent
	if v == nil || v.Predicate.Noun || c.Group == nil {
		return nil
	}
	return f.lightOf(c, v, r)
}

// lightOf is the light verb that v is for the event noun among its arguments,
// or nil.
func (f *finder) lightOf(c, v *lang.Clause, r *rules.Rule) *rules.Light {
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
	if v.Predicate.Particle != "" && !strings.HasSuffix(lemma, " "+v.Predicate.Particle) {
		lemma += " " + v.Predicate.Particle
	}
	for _, l := range f.set.Lights {
		if len(l.Acts) > 0 && (r == nil || !contains(l.Acts, r.Act)) {
			continue
		}
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
