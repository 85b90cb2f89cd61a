package casualty

import (
	"slices"
	"strings"

	"sitrep/extract/lang"
)

// admits reports whether a patient is what the entries of a chain ask for. Where
// they count lives, it takes the victims away: 12 lives are no group of people.
func (f *finder) admits(links []link, p *patient) bool {
	if f.isPart(*p) {
		return false
	}
	lives := false
	for _, l := range links {
		if l.entry == nil {
			continue
		}
		lives = lives || l.entry.Lives
		if !l.entry.Captives && !f.suits(l, *p) {
			return false
		}
		if c := f.clauseAt(l.at); l.entry.Counted && p.victims == nil && c != nil {
			p.victims = c.Arg(lang.Subject) // the rebels lost 29
		}
	}
	if lives {
		p.victims = nil
		return true
	}
	return !f.notPeople(*p)
}

// suits reports whether a patient is what the entry of one trigger asks for.
func (f *finder) suits(l link, p patient) bool {
	e := l.entry
	switch {
	case e.Persons && (!f.isPeople(p) && !(e.Named && p.victims != nil && p.victims.Proper) || f.recorded(l)):
		return false
	case !e.allows(p):
		return false
	case e.Counted && !f.isCounted(p):
		return false
	case e.Flight && !f.displaced(l, p):
		return false
	case e.Weak && e.Patient == "object" && !f.objectAt(l.next) && !f.auxiliary(l.at):
		return false // gunmen came in and shot at soldiers
	}
	surrendersThing := e.Patient == "subject" && e.Kind == Captured && len(e.with) == 0 && f.objectAt(l.next) // rebels surrendered the town
	return !surrendersThing
}

// isCounted reports whether a patient is a number of people, or a number that no noun follows: lost 29.
func (f *finder) isCounted(p patient) bool {
	return p.number != nil && (p.victims != nil || f.t.Tagged(p.last+1, "", ".", ",", ":", "CC", "IN"))
}

// allows reports whether the noun of a patient is one that the entry may have.
func (e *verbEntry) allows(p patient) bool {
	return p.victims == nil || !e.except[p.victims.Lemma] && (len(e.only) == 0 || e.only[p.victims.Lemma])
}

// recorded reports whether a camera or a text does what the trigger says: the film
// captures the villagers.
func (f *finder) recorded(l link) bool {
	c := f.clauseAt(l.at)
	if c == nil {
		return false
	}
	g := c.Arg(lang.Subject)
	return g != nil && f.w.recorders[g.Lemma]
}

// displaced reports whether those who flee are unarmed people who leave their
// homes.
func (f *finder) displaced(l link, p patient) bool {
	if !f.isPeople(p) || p.number == nil && !p.quantity.Unknown || f.scene(l.at+1) {
		return false
	}
	if p.victims != nil && f.w.armed[f.t[p.victims.Head].Lemma] {
		return false
	}
	if l.entry.Patient != "subject" {
		return true
	}
	if len(l.entry.with) == 0 && p.victims != nil && p.victims.Pronoun {
		return false // they fled: the gunmen as often as the villagers
	}
	return !(f.t.Tagged(l.at, "VB") && f.t.Tagged(l.at-1, "TO")) && !(f.t.Tagged(l.at, "VBG") && p.number == nil) // managed to flee, seen fleeing
}

// scene reports whether what was fled is told from i on, and is no home: the
// spot, from the scene.
func (f *finder) scene(i int) bool {
	if f.t.Tagged(i, "IN") {
		i++
	}
	return f.t.Is(i, "the") && f.w.scenes[f.t.Word(i+1)]
}

// isPart reports whether the patient is told as a part of a figure before it. Behind
// to be, the figure holds what is before: three ministers were among 19 people killed.
func (f *finder) isPart(p patient) bool {
	if f.t.In(p.first-1, f.w.parts) && p.number != nil && p.first > 1 && f.t[p.first-2].Lemma == "be" {
		return false
	}
	return p.first > 0 && f.w.parts[f.t[p.first-1].Lower] && !f.t.Is(p.last+1, "who")
}

// newDeath reports whether the verb of a chain adds its dead, the patient p, to those told
// before: three later died; five attackers were also killed.
func (f *finder) newDeath(l link, p patient, all []link) bool {
	if f.diesOfWounds(p, all) {
		return true
	}
	if l.kind != Killed {
		return false
	}
	if f.t[l.at].Lemma == "die" && (f.t.In(l.at-1, f.w.later) || f.t.In(l.at+1, f.w.later)) {
		return true
	}
	from := f.t[f.partBefore(l.at)].Start
	if slices.ContainsFunc(f.out, func(c Casualty) bool { return c.Kind == Killed && c.Anchor.Start > from }) {
		return false // 411 rebels and 45 civilians have also died, beside those of the same sentence
	}
	k := l.at - 1
	for f.t.Tagged(k, "VBN") && f.t[k].Lemma == "be" { // have also been killed
		k--
	}
	return f.t.Is(k, "also") && (k < l.at-1 || f.t[l.at].Lemma == "die" || f.t.At(k-1).Lemma == "be")
}

// diesOfWounds reports whether the patient p of a chain, who has not been told of, dies
// of what he suffered before: a girl hurt in the blast died on Monday; his guard was
// wounded and died in hospital.
func (f *finder) diesOfWounds(p patient, links []link) bool {
	g, last := p.victims, links[len(links)-1]
	switch {
	case g == nil || !f.w.succumbing[f.t[last.at].Lemma]:
		return false
	case p.number != nil && AreHurt(g):
		return true // three of the wounded died
	case g.Det == "the" && g.Possessor == nil || g.Pronoun:
		return false
	case len(links) > 1:
		return links[len(links)-2].kind == Wounded
	}
	return f.t.Tagged(p.last+1, "VBN", "VBD") && f.objectKind(p.last+1) == Wounded
}

// partBefore returns the semicolon before a token that parts its sentence, or the first
// token: nine were killed; the bomber also died.
func (f *finder) partBefore(i int) int {
	for i > 0 && !f.t.Is(i, ";") {
		i--
	}
	return i
}

// unreal reports whether what the verb at i tells has not happened.
func (f *finder) unreal(i int) bool {
	perfect := false
	for k := i - 1; k >= 0 && k >= i-8; k-- {
		t := f.t[k]
		switch {
		case t.Lower == "not" || t.Lower == "n't" || f.t.Is(k, "never"):
			return true
		case f.w.unreal[t.Lower] && k >= i-2:
			return true
		case t.Lemma == "have" && strings.HasPrefix(t.Tag, "VB"):
			perfect = true
		case f.w.modals[t.Lower] && t.Tag == "MD":
			return !perfect || t.Lower == "will"
		case strings.HasPrefix(t.Tag, "RB"), t.Lemma == "be", t.Lemma == "get", f.t.Tagged(k, "CC"), strings.HasPrefix(t.Tag, "VB") && k < i-1 && f.t.Tagged(k+1, "CC", ","):
		case t.Tag == "TO" && (f.t.Tagged(k+1, "VB") || perfect):
			return !perfect && !f.accomplished(k)
		default:
			return f.condition(i)
		}
	}
	return f.condition(i)
}

// accomplished reports whether the infinitive at to was done: managed to kill.
func (f *finder) accomplished(to int) bool {
	for k := to - 1; k >= 0 && k >= to-3; k-- {
		if f.w.accomplished[f.t[k].Lemma] {
			return true
		}
		if f.w.governors[f.t[k].Lemma] {
			return false
		}
	}
	return false
}

// condition reports whether the clause of the verb at i hangs on an if.
func (f *finder) condition(i int) bool {
	c := f.clauseAt(i)
	return c != nil && (c.Link == lang.Conditional || c.Predicate.Negated)
}
