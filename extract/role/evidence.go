package role

import (
	"slices"
	"strings"

	"sitrep/extract/article"
	"sitrep/extract/attribution"
	"sitrep/extract/entity"
	"sitrep/extract/event"
	"sitrep/extract/lang"
	"sitrep/extract/reading"
	"sitrep/extract/record"
	"sitrep/extract/rules"
	"sitrep/extract/telling"
	"sitrep/extract/weigh"
)

// The roles, as indices.
const (
	actor = iota
	target
)

// names of the roles.
var names = [2]string{"actor", "target"}

// frame is an event with where everything in its sentence stands to it.
type frame struct {
	*event.Event
	telling         *telling.Telling
	reading         *reading.Reading
	actors, targets []event.Filler // by rule and toll
	victims         []event.Filler
	own             map[*lang.Clause]bool
	functions       map[*lang.NounGroup][]string // what a group is to the event: own: subject, above: object, …
	category        string
	memory          *memory
}

// memory is that of evidence which is not kept, used for all frames of a text.
type memory struct {
	room weigh.Evidence
	own  ownEvidence
}

func newFrame(r *reading.Reading, t *telling.Telling, m *memory) *frame {
	f := &frame{memory: m, Event: t.Event, telling: t, reading: r, own: map[*lang.Clause]bool{}, functions: map[*lang.NounGroup][]string{}}
	f.actors, f.targets, f.victims = proposedActors(r, t), proposedTargets(r, t), victims(r, t)
	for _, c := range f.Clauses {
		f.own[c] = true
	}
	switch f.category = rules.EventType(f.Type); {
	case f.Type == "Disrupted weapons use" || f.Type == "Arrests":
		f.category = f.Type
	case f.category == "Protests" || f.category == "Riots":
		f.category = "Protests and riots"
	case f.category != "Strategic developments":
		f.category = "Force"
	}
	for _, c := range f.Sentence.Clauses {
		if where := f.where(c); where != "" {
			f.arguments(c, where)
		}
	}
	return f
}

// where says how a clause stands to the event's own: own, joined, above, below
// or far.
func (f *frame) where(c *lang.Clause) string {
	up := f.Clause.Parent
	switch {
	case c == f.Clause && c.Predicate.Noun:
		return "own noun"
	case c == f.Clause:
		return "own"
	case f.own[c]:
		return "joined"
	case up == c && f.Clause.Link == lang.Argument:
		return "governor"
	case up == c && (f.Clause.Link == lang.Coordinate || f.Clause.Link == lang.Result || f.Clause.Link == lang.Purpose):
		return "head"
	case up == c:
		return "above"
	case c.Parent == f.Clause || c.Parent != nil && f.own[c.Parent]:
		if c.Link == lang.Relative {
			return "relative below"
		}
		return "below"
	case up != nil && (up.Parent == c || c.Parent == up):
		return "beside"
	}
	return "far"
}

// arguments notes the functions of a clause's arguments, in the active voice.
func (f *frame) arguments(c *lang.Clause, where string) {
	act := f.actIn(c, where)
	for _, a := range c.Args {
		function := activeFunction(c, a)
		f.note(a.Group, where+": "+function)
		if act != "" && a.Group != f.Clause.Group {
			f.note(a.Group, where+": "+function+", with the act as "+act)
		}
		for _, m := range a.Group.Conjuncts {
			f.note(m, where+": "+function)
		}
		if a.Group.Apposition != nil {
			f.note(a.Group.Apposition, where+": beside "+function)
		}
		if where == "own" || where == "joined" || where == "own noun" {
			for _, at := range a.Group.Attached {
				f.note(at.Group, where+": "+at.Prep+" on "+function)
			}
			if p := a.Group.Possessor; p != nil {
				f.note(p, where+": owner of "+function)
			}
		}
	}
}

// actIn returns the function that the event's noun has in the clause that governs
// it, so that "killed two in an attack" and "denied an attack" differ, or "".
func (f *frame) actIn(c *lang.Clause, where string) string {
	if where == "governor" {
		for _, a := range c.Args {
			if a.Group == f.Clause.Group {
				return activeFunction(c, a)
			}
		}
	}
	return ""
}

// activeFunction is the function that an argument has, or would have if the
// clause were in the active voice.
func activeFunction(c *lang.Clause, a lang.Arg) string {
	passive := c.Predicate.Voice == lang.Passive && !c.Predicate.Noun
	switch {
	case a.Function == lang.Subject && passive:
		return "object"
	case a.Function == lang.By && passive:
		return "subject"
	case a.Function == lang.Oblique:
		return a.Prep
	}
	return a.Function.String()
}

func (f *frame) note(g *lang.NounGroup, function string) {
	if !slices.Contains(f.functions[g], function) {
		f.functions[g] = append(f.functions[g], function)
	}
}

// groups are the noun groups of the sentence that could be a party.
func (f *frame) groups() []*lang.NounGroup {
	var out []*lang.NounGroup
	for _, g := range f.Sentence.Nouns {
		if !g.Time && g != f.Clause.Group && g.Len() > 0 && !f.partOfOther(g) && !reflexive(g) && !f.means(g) && !f.isSide(g) && !f.judges(g) && !isWhere(f.reading, f.telling, g) {
			out = append(out, g)
		}
	}
	for _, fs := range [][]event.Filler{f.actors, f.targets} {
		for _, x := range fs {
			if !slices.Contains(out, x.Group) && !f.isSide(x.Group) {
				out = append(out, x.Group)
			}
		}
	}
	return out
}

// means reports whether a group is what the rule needs beside its roles, in a
// function that none of them has, and so no party: drove a lorry into the gate, cut
// the throat of a guard.
func (f *frame) means(g *lang.NounGroup) bool {
	for i := range f.Rule.Needs {
		n := &f.Rule.Needs[i]
		if n.Absent || n.Function == "subject" || f.inRoles(n.Function) || !slices.Contains(f.functions[g], "own: "+n.Function) {
			continue
		}
		if mask := n.Mask(); mask == 0 || f.reading.Class(g).Is(mask) {
			return true
		}
	}
	return false
}

// inRoles reports whether a role of the rule has the function.
func (f *frame) inRoles(function string) bool {
	for role := range names {
		if r := f.role(role); r != nil && slices.Contains(r.Functions, function) {
			return true
		}
	}
	return false
}

// reflexive reports whether a group is a reflexive pronoun: blew themselves up.
func reflexive(g *lang.NounGroup) bool {
	return g.Pronoun && (strings.HasSuffix(g.Lemma, "self") || strings.HasSuffix(g.Lemma, "selves"))
}

// partOfOther reports whether a group is only a part of another party's name
// or description: the army's in the army's convoy.
func (f *frame) partOfOther(g *lang.NounGroup) bool {
	return slices.ContainsFunc(f.Sentence.Nouns, func(o *lang.NounGroup) bool {
		return o != g && o != f.Clause.Group && o.Contains(g.Span) && o.Len() > g.Len() && !o.Span.Overlaps(f.Trigger)
	})
}

// via is the function by which a group stands nearest to the event.
func (f *frame) via(g *lang.NounGroup) string {
	for _, fs := range [][]event.Filler{f.actors, f.targets} {
		for _, x := range fs {
			if x.Group == g {
				return x.Via
			}
		}
	}
	if fs := f.functions[g]; len(fs) > 0 {
		return fs[0]
	}
	return "sentence"
}

// evidence is what speaks for and against a group filling the role.
func (f *frame) evidence(g *lang.NounGroup, role int, own *ownEvidence) weigh.Evidence {
	e := f.memory.room[:0]
	f.ruleEvidence(g, role, &e)
	e = append(e, own.is...)
	f.fitEvidence(g, role, &e)
	f.placeInRule(g, role, &e)
	return append(e, own.stands...)
}

// ownEvidence is what a group is and where it stands, which is the same for both
// roles.
type ownEvidence struct{ is, stands weigh.Evidence }

func (f *frame) readOwn(g *lang.NounGroup, own *ownEvidence) {
	own.is, own.stands = own.is[:0], own.stands[:0]
	f.functionEvidence(g, &own.is)
	f.groupEvidence(g, &own.is)
	if g.Sentence == f.Sentence { // a retold act has the doer of the act
		f.distanceEvidence(g, &own.stands)
	}
}

// ruleEvidence is what the rule and the tolls say of the group and of the
// role.
func (f *frame) ruleEvidence(g *lang.NounGroup, role int, e *weigh.Evidence) {
	own, other := f.actors, f.targets
	if role == target {
		own, other = other, own
	}
	i := slices.IndexFunc(own, func(x event.Filler) bool { return x.Group == g })
	if i >= 0 {
		e.Add("by rule")
		e.If(own[i].Via == "subject" || own[i].Via == "object", "by rule: "+own[i].Via)
	}
	e.If(i < 0 && len(own) > 0, "the rule has another")
	e.If(i < 0 && len(own) > 0 && own[0].Group.Pronoun, "the rule has a pronoun")
	e.If(i < 0 && slices.ContainsFunc(own, func(x event.Filler) bool { return f.again(x.Group, g) }), "names the rule's again")
	e.If(i < 0 && slices.ContainsFunc(other, func(x event.Filler) bool { return f.again(x.Group, g) }), "names the other role's again")
	e.If(i < 0 && len(own) == 0, "the rule has none")
	e.If(slices.ContainsFunc(other, func(x event.Filler) bool { return x.Group == g }), "by rule in the other role")
	e.If(i < 0 && slices.ContainsFunc(own, func(x event.Filler) bool { return related(x.Group, g) }), "coordinated with the rule's")
	e.If(slices.ContainsFunc(other, func(x event.Filler) bool { return x.Group != g && x.Group.Overlaps(g.Span) }), "overlaps the other role's")
	victim := isFiller(f.victims, g)
	e.If(victim, "killed, hurt or taken by its toll")
	e.If(!victim && len(f.victims) > 0, "others were killed, hurt or taken")
	e.If(victim && len(own) > 0 && !isFiller(f.victims, own[0].Group), "killed, hurt or taken, and the rule has another")
	if f.Rule.Reciprocal {
		e.Add("of two sides")
		e.If(i >= 0, "of two sides, by rule")
		for _, function := range f.functions[g] {
			e.If(strings.HasPrefix(function, "governor: "), "of two sides, "+function)
		}
	}
}

// isFiller reports whether the group is one of the fillers.
func isFiller(fs []event.Filler, g *lang.NounGroup) bool {
	return slices.ContainsFunc(fs, func(x event.Filler) bool { return x.Group == g })
}

// speaks reports whether the group is the source of an attribution.
func speaks(r *reading.Reading, g *lang.NounGroup) bool {
	return slices.ContainsFunc(r.Sources(g.Sentence), func(x attribution.Source) bool { return x.Start < g.End && g.Start < x.End })
}

// related reports whether two groups are coordinated with one another.
func related(a, b *lang.NounGroup) bool {
	first := func(g *lang.NounGroup) *lang.NounGroup {
		for g.Coordinated != nil {
			g = g.Coordinated
		}
		return g
	}
	return first(a) == first(b)
}

// functionEvidence is what the group is to the event's clause and to those
// around it.
func (f *frame) functionEvidence(g *lang.NounGroup, e *weigh.Evidence) {
	fs := f.functions[g]
	if len(fs) == 0 {
		e.Add("no function near the event")
	}
	for _, function := range fs {
		e.Add(function)
	}
	e.If(f.Clause.Predicate.Noun, "of an event noun")
	e.If(f.Rule.Result, "of an outcome")
	e.If(f.Clause.Predicate.Voice == lang.Passive && !f.Clause.Predicate.Noun, "of a passive")
	e.If(f.Sentence.Part == article.Title, "in a title")
	e.If(f.Modality != record.Actual, "of what did not happen")
}

var classNames = []struct {
	mask rules.Class
	name string
}{
	{rules.Rebel, "armed group"}, {rules.Police, "police"}, {rules.State, "state forces"}, {rules.Force, "armed people"},
	{rules.Government, "government"}, {rules.Crowd, "crowd"}, {rules.Civilian, "civilians"}, {rules.Person, "people"}, {rules.Carrier, "aircraft, ship or tank"},
	{rules.Weapon, "weapon"}, {rules.Facility, "facility"}, {rules.Post, "post"}, {rules.Vehicle, "vehicle"}, {rules.Property, "property"}, {rules.Place, "place"},
	{rules.Group, "organisation"}, {rules.Abstract, "abstract"}, {rules.Animal, "animal"}, {rules.Thing, "thing"}, {rules.Happening, "happening"},
}

func (f *frame) groupEvidence(g *lang.NounGroup, e *weigh.Evidence) {
	c := f.reading.Class(g)
	known := false
	for _, n := range classNames {
		if c.Is(n.mask) {
			e.Add("is " + n.name)
			e.Add(f.category + ": is " + n.name)
			known = true
		}
	}
	e.If(!known && g.Proper, "is an unknown name")
	e.If(!known && !g.Proper, "is an unknown noun")
	e.If(f.reading.ArmedGroup(g) != "", "is a named armed side")
	e.If(g.Pronoun, "is a pronoun")
	e.If(g.Proper, "is a name")
	e.If(!g.Numeral.Empty(), "is counted")
	e.If(g.Number == lang.Plural, "is plural")
	e.If(g.Det == "the", "has the")
	e.If(speaks(f.reading, g), "says so")
	e.If(carries(f.Event, g), "is or carries the weapon")
	e.If(len(g.Attached) > 0, "has a preposition behind it")
	for _, o := range g.Sentence.Nouns {
		if o != g && o.Possessor == g {
			e.Add("owns another group")
			break
		}
	}
	for _, o := range g.Sentence.Nouns {
		if o != g && o.Apposition == g {
			e.Add("renames another group")
			break
		}
	}
	for _, o := range g.Sentence.Nouns {
		if o != g && o.Contains(g.Span) && o.Len() > g.Len() {
			e.Add("lies within another group")
			break
		}
	}
	if g.First > 0 {
		switch w := g.Sentence.Tokens[g.First-1].Lower; w {
		case "by", "against", "on", "at", "of", "in", "from", "with", "between", "to", "for", "targeting", "into":
			e.Add("stands after " + w)
		}
	}
}

// carries reports whether a group is the event's weapon or carries it, as in "a lorry
// filled with explosives".
func carries(e *event.Event, g *lang.NounGroup) bool {
	return slices.ContainsFunc(e.Weapons, func(w event.Weapon) bool {
		return g.Overlaps(w.Span) || slices.ContainsFunc(g.Relative, func(c *lang.Clause) bool { return c.Contains(w.Span) }) ||
			slices.ContainsFunc(g.Attached, func(a *lang.Attachment) bool { return a.Group.Overlaps(w.Span) })
	})
}

// role returns what the rule says of a role, nil where it has none.
func (f *frame) role(role int) *rules.Role {
	if role == target {
		return f.Rule.Roles.Target
	}
	return f.Rule.Roles.Actor
}

// fitEvidence is whether the group is of the sort that the rule allows.
func (f *frame) fitEvidence(g *lang.NounGroup, role int, e *weigh.Evidence) {
	r := f.role(role)
	if r == nil {
		e.Add("the rule has no such role")
		return
	}
	mask := r.Mask()
	c := f.reading.Class(g)
	switch {
	case mask == 0:
		e.Add("the rule allows anything")
	case c.Is(mask):
		e.Add("of a sort that the rule allows")
	case c == 0 && mask.Is(rules.Unknown):
		e.Add("unknown, which the rule allows")
	default:
		e.Add("of a sort that the rule does not allow")
	}
}

// placeInRule is whether the group stands where the rule looks for the filler of
// the role, whatever it is: him and the name in "shot him", "fired at Omar Dar".
func (f *frame) placeInRule(g *lang.NounGroup, role int, e *weigh.Evidence) {
	r := f.role(role)
	if r == nil || !f.standsAs(g, r.Functions) {
		return
	}
	c := f.reading.Class(g)
	e.Add("where the rule looks")
	e.If(c == 0 && g.Proper, "where the rule looks, an unknown name")
	e.If(c == 0 && !g.Proper && !g.Pronoun, "where the rule looks, an unknown noun")
	e.If(g.Pronoun, "where the rule looks, a pronoun")
	e.If(g.Pronoun && entity.IsPersonal(g.Lemma), "where the rule looks, he or she")
	e.If(c.Is(rules.Place) && !c.Is(rules.Facility), "where the rule looks, a place")
}

// standsAs reports whether the group has one of the functions in the event's own
// clauses.
func (f *frame) standsAs(g *lang.NounGroup, functions []string) bool {
	return slices.ContainsFunc(f.functions[g], func(where string) bool {
		at, function, _ := strings.Cut(where, ": ")
		return (at == "own" || at == "joined" || at == "own noun") && slices.Contains(functions, function)
	})
}

// distances are the names of evidence for how far a group stands from the event's
// word, on one side of it.
type distances struct{ stands, next, near, someWay, far, veryFar string }

var before, after = distancesOf("before"), distancesOf("after")

func distancesOf(side string) distances {
	return distances{"stands " + side, "next to it, " + side, "near it, " + side, "some way off, " + side, "far off, " + side, "very far off, " + side}
}

// distanceEvidence is how far the group stands from the event's word.
func (f *frame) distanceEvidence(g *lang.NounGroup, e *weigh.Evidence) {
	side, n := &after, g.Start-f.Trigger.End
	if g.End <= f.Trigger.Start {
		side, n = &before, f.Trigger.Start-g.End
	} else if g.Start < f.Trigger.End {
		e.Add("around the event's word")
		return
	}
	e.Add(side.stands)
	switch {
	case n <= 3:
		e.Add(side.next)
	case n <= 20:
		e.Add(side.near)
	case n <= 60:
		e.Add(side.someWay)
	case n <= 150:
		e.Add(side.far)
	default:
		e.Add(side.veryFar)
	}
	between := f.Sentence.Text[min(g.End, f.Trigger.End)-f.Sentence.Start : max(g.Start, f.Trigger.Start)-f.Sentence.Start]
	commas := 0
	for _, r := range between {
		if r == ',' || r == ';' || r == ':' {
			commas++
		}
	}
	e.If(commas == 1, "a comma between")
	e.If(commas > 1, "commas between")
}
