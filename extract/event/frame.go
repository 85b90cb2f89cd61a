package event

import (
	"cmp"
	"slices"

	"sitrep/extract/lang"
	"sitrep/extract/mention/casualty"
	"sitrep/extract/rules"
)

// slot is an argument under the function that it would have in an active clause
// with a verb: the object of a passive is its grammatical subject, the object of
// an event noun stands after "of".
type slot struct {
	function string          // subject, object, modifier, governor, purpose (the object of what it is done for), or a preposition
	group    *lang.NounGroup // f.class tells of what class it is; many are never asked for
	shared   bool
	weak     bool // from a modifier: fills a role only where nothing else does
	told     bool // somebody says that he did it, whoever he is: accused a priest of it
	by       bool // a subject that stands after by: was hit by hail
}

// has reports whether the slot is of a function as tests of rules name it. Who or what
// an act is done by is the subject that the active clause would have, and is asked for
// by either name.
func (s *slot) has(function string) bool {
	return s.function == function || s.by && function == "by"
}

// agent holds the classes of those who can act, so that before an event noun
// they are taken for its subject: rebel attack.
const agent = rules.Force | rules.Government | rules.Crowd | rules.Group | rules.Carrier

// frame lists the slots of a clause for a rule.
func (f *finder) frame(c *lang.Clause, r *rules.Rule) []slot {
	if c.Predicate.Noun {
		return f.nounSlots(c, r)
	}
	if f.framed != c {
		f.framed, f.slots = c, slices.Clip(f.verbSlots(c)) // clipped, so that appending makes a copy
	}
	return f.slots
}

// appendSlots appends a slot for the group and for each that is coordinated with
// it. A bare date fills none, as in "attacks on Tuesday".
func (f *finder) appendSlots(out []slot, s slot) []slot {
	if s.group.Time {
		return out
	}
	out = append(out, s)
	head := s.group
	for _, g := range head.Conjuncts {
		s.group = g
		out = append(out, s)
	}
	for _, g := range f.behindOf(head) {
		s.group = g
		out = append(out, s)
	}
	return out
}

// verbSlots lists the slots of a clause with a verb. They are the same for every
// rule.
func (f *finder) verbSlots(c *lang.Clause) []slot {
	var out []slot
	for _, a := range c.Args {
		if c.Sentence.IsAcrossAnswer(c.Predicate.Span, a.Group.Span) {
			continue
		}
		if function, ok := f.activeFunction(c, a); ok {
			s := slot{function: function, group: f.doer(c, a), shared: a.Shared, by: a.Function == lang.By}
			out = f.appendOwners(f.appendSlots(out, s), s)
			if f.reading.Is(s.group, rules.Weapon) {
				out = f.appendAims(out, s.group)
			}
		}
	}
	for _, p := range c.Sentence.Clauses {
		if o := p.Arg(lang.Object); o != nil && p.Parent == c && p.Kind == lang.Infinite && p.Link == lang.Purpose {
			out = f.appendSlots(out, slot{function: "purpose", group: o})
		}
	}
	return out
}

// appendOwners appends those whose weapon the subject is, as in "Russian missiles
// hit the port", "claimed responsibility for a bomb that killed nine", as subjects.
func (f *finder) appendOwners(out []slot, s slot) []slot {
	if s.function != "subject" {
		return out
	}
	for _, c := range s.group.Sentence.Clauses {
		if c.Group != s.group {
			continue
		}
		for _, a := range c.Args {
			if f.reading.Is(s.group, rules.Weapon) && f.owns(c, a) && f.class(a.Group).Is(agent) {
				out = f.appendSlots(out, slot{function: "subject", group: a.Group, weak: true})
			}
		}
		if l := f.light(c, nil); l != nil && l.Told {
			out = f.lentBy(c, c.Parent, l, out)
		}
	}
	return out
}

// owns reports whether an argument of the noun for a weapon tells whose it is: Russian missiles;
// but not the Turkish embassy bombing, the Kabul bomb.
func (f *finder) owns(c *lang.Clause, a lang.Arg) bool {
	if a.Function == lang.Possessor {
		return true
	}
	return a.Function == lang.Modifier && !f.reading.NamesTown(a.Group) && !isMission(f.class(a.Group)) && !f.isOfSite(c, a.Group)
}

// activeFunction returns the function that an argument would have if the clause
// were active: the subject of "was seized" is the object of "seized".
func (f *finder) activeFunction(c *lang.Clause, a lang.Arg) (function string, ok bool) {
	active, passive := "", ""
	switch a.Function {
	case lang.Subject:
		active, passive = "subject", cmp.Or(f.aimedAlong(c), "object")
	case lang.Object:
		active, passive = "object", "retained" // were given weapons
	case lang.Indirect:
		active, passive = "indirect", "indirect"
	case lang.By:
		active, passive = "by", "subject"
	case lang.Oblique:
		active, passive = f.obliqueFunctions(a.Prep)
		if f.joinsObject(c, a) {
			active = "object"
		}
	default:
		return "", false
	}
	if c.Predicate.Voice == lang.Passive {
		return passive, true
	}
	return active, true
}

// aimedAlong returns the preposition after which a verb of shooting would have the subject of the
// passive clause, or "": a patrol was fired [upon].
func (f *finder) aimedAlong(c *lang.Clause) string {
	prep := c.Stranded()
	if prep == "" || !slices.ContainsFunc(f.set.Triggers(c.Predicate.Lemma, "v"), func(t rules.Trigger) bool { return t.Rule.Is("shooting") }) {
		return ""
	}
	return prep
}

// joinsObject reports whether an argument goes with the object before it: killed a mayor
// along with two guards, seized a rifle along with 40 rounds. What goes with it behind a
// place goes with the subject: attacked the town together with rebels.
func (f *finder) joinsObject(c *lang.Clause, a lang.Arg) bool {
	o := c.Arg(lang.Object)
	return o != nil && contains(f.set.Grammar.Company, a.Prep) && o.Last < a.Group.First && !f.class(o).Is(rules.Place|rules.Facility)
}

// obliqueFunctions returns the functions of what stands after a preposition, in
// an active and in a passive clause.
func (f *finder) obliqueFunctions(prep string) (active, passive string) {
	switch {
	case contains(f.set.Grammar.Company, prep):
		return "subject", "object" // police together with soldiers
	case contains(f.set.Grammar.Agentive, prep):
		return "by", "subject" // died, were killed at the hands of rebels
	}
	return prep, prep
}

// nounSlots lists the slots of an event noun for a rule.
func (f *finder) nounSlots(c *lang.Clause, r *rules.Rule) []slot {
	own := f.ownSlots(c, r.Reciprocal, takesObject(r))
	return append(append(own, f.lent(c, r, own)...), f.told(c)...)
}

// ownSlots lists the slots of an event noun without those that a verb lends it.
// They are kept, since they are the same for most rules; clipped, so that appending
// makes a copy.
func (f *finder) ownSlots(c *lang.Clause, reciprocal, transitive bool) []slot {
	key := nounFrame{reciprocal, transitive}
	if f.nounFramed != c {
		f.nounFramed = c
		clear(f.nounSlotsOf)
	}
	out, known := f.nounSlotsOf[key]
	if !known {
		if f.nounSlotsOf == nil {
			f.nounSlotsOf = map[nounFrame][]slot{}
		}
		out = slices.Clip(f.findOwnSlots(c, reciprocal, transitive))
		f.nounSlotsOf[key] = out
	}
	return out
}

// nounFrame is what the slots of an event noun depend on, besides its clause.
type nounFrame struct{ reciprocal, transitive bool }

// findOwnSlots finds what ownSlots keeps.
func (f *finder) findOwnSlots(c *lang.Clause, reciprocal, transitive bool) []slot {
	var out []slot
	for _, a := range c.Args {
		switch a.Function {
		case lang.Possessor:
			out = f.appendPossessor(out, c, a.Group, transitive)
		case lang.Modifier:
			if !f.isOfSite(c, a.Group) {
				out = f.appendModifier(out, a.Group, transitive)
			}
		case lang.By:
			out = f.appendSlots(out, slot{function: "subject", group: a.Group, by: true})
		case lang.Oblique:
			out = f.appendOblique(out, c, a, reciprocal, transitive)
		}
	}
	if !has(out, "subject") {
		out = f.appendOrigin(out)
	}
	return f.appendAims(out, c.Group)
}

// isHarmed reports whether the possessor of an event noun is the victim: a soldier's killing, a
// mayor's abduction; but not the army's killing of nine men.
func (f *finder) isHarmed(c *lang.Clause, possessor *lang.NounGroup) bool {
	return f.class(possessor).Is(agent) && slices.ContainsFunc(f.reading.Casualties(c.Sentence), func(x casualty.Casualty) bool {
		return x.Victims == possessor && c.Predicate.Overlaps(x.Anchor)
	})
}

// takesObject reports whether the act of a rule is done to something, so that an
// event noun of it can have an object: the capture of the town.
func takesObject(r *rules.Rule) bool {
	return r.Roles.Target != nil && hasFunction(r.Roles.Target, "object") ||
		slices.ContainsFunc(r.Needs, func(t rules.Test) bool { return t.Function == "object" })
}

// appendPossessor appends the slot of an event noun's possessor: who acts is its
// subject, as in "the army's advance", else it is what the act is done to, as in
// "the town's capture". A person acts where the noun has an object of its own, as in "the
// brothers' attack on a magazine", and where it tells a deed, as in "Abedi's attack"; but not where
// another is named who did it, as in "Rabin's assassination by a student".
func (f *finder) appendPossessor(out []slot, c *lang.Clause, g *lang.NounGroup, transitive bool) []slot {
	k := f.class(g)
	switch by := c.Arg(lang.By); {
	case IsWhereWorst(f.reading, c, g):
		return out
	case transitive && f.isHarmed(c, g):
		return f.appendSlots(out, slot{function: "object", group: g, weak: true})
	case k.Is(agent) && (by == nil || !k.Is(rules.Person) || !f.class(by).Is(agent|rules.Person)), f.isDeedOf(c, g, k):
		return f.appendSlots(out, slot{function: "subject", group: g})
	case transitive && (k.Is(rules.Person|rules.Facility|rules.Place) || k == 0 && f.reading.NamesPerson(g)):
		return f.appendSlots(out, slot{function: "object", group: g, weak: true})
	case k.Is(rules.Person) && g.Det != "a": // the teachers' protest; but not a nurses' march
		return f.appendSlots(out, slot{function: "subject", group: g})
	}
	return out
}

// isDeedOf reports whether an event noun is what the person who owns it has done: Abedi's attack.
func (f *finder) isDeedOf(c *lang.Clause, g *lang.NounGroup, k rules.Class) bool {
	named := k == 0 && f.reading.NamesPerson(g)
	if !named && !k.Is(rules.Person) {
		return false
	}
	if named && contains(f.set.Grammar.Deeds, c.Predicate.Lemma) {
		return true
	}
	return slices.ContainsFunc(c.Args, func(a lang.Arg) bool {
		return a.Function == lang.Oblique && leadsToVictim(a.Prep) && !a.Group.Time && f.class(a.Group).Is(rules.Person|rules.Facility|rules.Force|rules.Vehicle)
	})
}

// appendModifier appends the slots of a noun before an event noun: a subject, as
// in "rebel attack", or an object, as in "embassy bombing". A capital is where it
// happened: the Kabul attack.
func (f *finder) appendModifier(out []slot, g *lang.NounGroup, transitive bool) []slot {
	k := f.class(g)
	switch {
	case g.First > 0 && g.Sentence.Tokens.Is(g.First-1, "anti"): // an anti Taliban operation
		return f.appendSlots(out, slot{function: "object", group: g, weak: true})
	case isMission(k):
		out = f.appendSlots(out, slot{function: "object", group: g, weak: true})
	case k.Is(agent):
		if !f.reading.NamesTown(g) {
			out = f.appendSlots(out, slot{function: "subject", group: g, weak: true})
		}
	case k.Is(rules.Facility|rules.Place|rules.Person|rules.Vehicle) && transitive:
		out = f.appendSlots(out, slot{function: "object", group: g, weak: true})
	case k.Is(rules.Person): // a student protest
		out = f.appendSlots(out, slot{function: "subject", group: g, weak: true})
	}
	return f.appendSlots(out, slot{function: "modifier", group: g, weak: true})
}

// isOfSite reports whether the adjective of a people before an event noun is that of a
// building or works between them: a [Chadian] oil field battle, the [Turkish] embassy bombing;
// but an Israeli hospital strike.
func (f *finder) isOfSite(c *lang.Clause, g *lang.NounGroup) bool {
	people := f.class(g)
	if !people.Is(rules.Place | rules.Government) {
		return false
	}
	striking := !people.Is(rules.Place) || slices.Contains(f.set.Grammar.Striking, c.Predicate.Lemma)
	return slices.ContainsFunc(c.Args, func(a lang.Arg) bool {
		if a.Function != lang.Modifier || a.Group.First <= g.Last {
			return false
		}
		k := f.class(a.Group)
		return isMission(k) || !striking && k.Is(rules.Facility)
	})
}

// isMission reports whether a class is that of a building which also stands for the government
// in it: an embassy, a parliament.
func isMission(k rules.Class) bool {
	return k.Is(rules.Facility) && k.Is(rules.Government) && !k.Is(rules.Force)
}

// appendOblique appends the slots of what stands after a preposition behind an
// event noun. After "of" stands its object, as in "the capture of the town", or
// the subject of an act that has no object, as in "the advance of the army".
func (f *finder) appendOblique(out []slot, c *lang.Clause, a lang.Arg, reciprocal, transitive bool) []slot {
	described := ""
	if a.Prep == "of" {
		described = describedBefore(c, a)
	}
	switch {
	case contains(f.set.Grammar.Agentive, a.Prep):
		return f.appendSlots(out, slot{function: "subject", group: a.Group}) // deaths at the hands of rebels
	case a.Prep != "of":
		return f.appendSlots(out, slot{function: a.Prep, group: a.Group})
	case described == "of":
		return out
	case described != "": // an attempt on the life of the chief
	case reciprocal && f.class(a.Group).Is(rules.Nature): // an exchange of fire
	case reciprocal || !transitive:
		out = f.appendSlots(out, slot{function: "subject", group: a.Group, weak: !reciprocal})
	default:
		out = f.appendSlots(out, slot{function: "object", group: a.Group})
	}
	return f.appendSlots(out, slot{function: "of", group: a.Group})
}

// describedBefore returns the preposition before the group of which a phrase with "of"
// says more, where that is another one behind the event noun, so that the phrase says
// nothing of the act, or "": the bombing of the office [of a lawyer], raids on the
// positions [of rebels].
func describedBefore(c *lang.Clause, a lang.Arg) string {
	for _, b := range c.Args {
		if b.Function != lang.Oblique || b.Group.Time {
			continue
		}
		for _, at := range b.Group.Attached {
			if at.Prep == "of" && at.Group == a.Group && at.At == b.Group.Last+1 {
				return b.Prep
			}
		}
	}
	return ""
}

// appendOrigin appends the first armed or political side after "from" as the
// subject of an event noun that has no other, as in "fire from the militia".
func (f *finder) appendOrigin(out []slot) []slot {
	for _, s := range out {
		if s.function == "from" && f.class(s.group).Is(rules.Force|rules.Government) {
			return append(out, slot{function: "subject", group: s.group, shared: s.shared})
		}
	}
	return out
}

// doer returns the group that an argument stands for: that of the argument, or,
// where a subject is taken over from the clause above, the group there that is
// really meant.
func (f *finder) doer(c *lang.Clause, a lang.Arg) *lang.NounGroup {
	if !a.Shared || a.Function != lang.Subject || c.Parent == nil {
		return a.Group
	}
	if g := countedAmong(c, a.Group); g != nil {
		return g
	}
	if g := f.chargedWith(c); g != nil {
		return g
	}
	if g := f.attempter(c); g != nil {
		return g
	}
	return a.Group
}

// countedAmong returns the group that is said to be among those whom a passive
// participle is about, as "a teacher" in "a teacher was among those wounded", or
// nil.
func countedAmong(c *lang.Clause, those *lang.NounGroup) *lang.NounGroup {
	p := c.Parent
	if c.Predicate.Voice != lang.Passive || c.Link != lang.Relative || those.Lemma != "those" || p.Predicate.Lemma != "be" {
		return nil
	}
	for i := range p.Args {
		if a := &p.Args[i]; a.Group == those && a.Prep == "among" {
			return p.Arg(lang.Subject)
		}
	}
	return nil
}

// chargedWith returns the group to whom something is done for what a participle
// tells, as "five men" in "arrested five men for planning attacks", "a cleric" in
// "accused a cleric of planning them", or nil.
func (f *finder) chargedWith(c *lang.Clause) *lang.NounGroup {
	if c.Kind != lang.Participle || c.Link != lang.Argument || c.Mark != "for" && !(c.Mark == "of" && f.isCharge(c.Parent)) || c.Parent.Predicate.Voice != lang.Active {
		return nil
	}
	if o := c.Parent.Arg(lang.Object); o != nil && o.Start < c.Start && !contains(f.set.Grammar.Blames, o.Lemma) {
		return o
	}
	return nil // also behind: claimed responsibility for shooting him
}

// isCharge reports whether the verb of a clause says of its object that he did
// something: accuse, suspect.
func (f *finder) isCharge(v *lang.Clause) bool {
	return slices.ContainsFunc(f.set.Lights, func(l *rules.Light) bool {
		return l.Told && l.Actor == "object" && contains(l.Verbs, v.Predicate.Lemma)
	})
}

// attempter returns the owner of the plan or attempt that an infinitive tells
// of, as "the rebels" in "praised the rebels for their efforts to retake the
// town", or nil.
func (f *finder) attempter(c *lang.Clause) *lang.NounGroup {
	if c.Kind != lang.Infinite {
		return nil
	}
	for _, g := range c.Sentence.Nouns {
		if g.Last+1 == c.Verb.First && g.Possessor != nil && modalityIn(f.set.Modality.Nouns, g.Lemma) != "" {
			return g.Possessor
		}
	}
	return nil
}

// members returns the group and those that are coordinated with it.
func members(g *lang.NounGroup) []*lang.NounGroup {
	return append([]*lang.NounGroup{g}, g.Conjuncts...)
}

func isConjunctOf(first, g *lang.NounGroup) bool { return slices.Contains(first.Conjuncts, g) }

func has(slots []slot, function string) bool {
	return lang.AnyIn(0, len(slots), func(i int) bool { return slots[i].function == function })
}

func hasFunction(r *rules.Role, function string) bool { return contains(r.Functions, function) }

func contains(list []string, s string) bool { return slices.Contains(list, s) }
