package event

import (
	"strings"

	"sitrep/extract/lang"
	"sitrep/extract/record"
)

// modality says whether the happening is told as having happened: from the
// clause's own negation, tense and modal, from the words before an event
// noun, and from the verbs and nouns that govern it.
func (f *finder) modality(k *candidate) string {
	if k.Rule.Modality != "" {
		return k.Rule.Modality
	}
	c := k.Clause
	if c.Predicate.Noun {
		if m := f.nominalModality(c); m != "" {
			return m
		}
		if l := f.light(c, k.Rule); l != nil && l.Modality == record.Planned {
			return record.Planned // called for a march
		}
	}
	if k.Rule.Result && f.setsOff(c) {
		return record.Actual // his death will weaken them
	}
	if m := f.clauseModality(c, 0); m != "" {
		return m
	}
	return record.Actual
}

// setsOff says whether the event noun is what a verb's own act comes of: the
// subject of a verb that does not carry it.
func (f *finder) setsOff(c *lang.Clause) bool {
	p := c.Parent
	return c.Predicate.Noun && p != nil && p.Arg(lang.Subject) == c.Group && p.Predicate.Voice == lang.Active && f.light(c, nil) == nil
}

func (f *finder) nominalModality(c *lang.Clause) string {
	t := &f.set.Modality
	if c.Predicate.Negated {
		return record.Negated
	}
	g := c.Group
	for i := g.First; i < g.Head; i++ {
		if m := lookup(t.Modifiers, g.Sentence.Tokens[i].Lower); m != "" {
			return m
		}
	}
	// threat of attack, plans for an offensive
	for _, o := range c.Sentence.Clauses {
		if o.Kind != lang.Nominal {
			continue
		}
		for _, a := range o.Args {
			if a.Group == g && (a.Function == lang.Oblique && (a.Prep == "of" || a.Prep == "for" || a.Prep == "to" || a.Prep == "against")) {
				if m := lookup(t.Nouns, o.Predicate.Lemma); m != "" {
					return m
				}
			}
		}
	}
	return ""
}

// clauseModality climbs from a clause to what governs it.
func (f *finder) clauseModality(c *lang.Clause, depth int) string {
	if depth > 6 {
		return ""
	}
	t := &f.set.Modality
	p := c.Parent
	if shares(c) {
		return f.clauseModality(p, depth+1) // will free land and enable a return
	}
	if !c.Predicate.Noun {
		v := &c.Predicate
		if lookup(t.Marks, c.Mark) == record.Hypothetical || c.Link == lang.Conditional {
			return record.Hypothetical // asked if they will move in
		}
		switch {
		case v.Negated && v.Modal == "":
			return record.Negated
		case negatedSubject(c):
			return record.Negated
		case v.Modal != "":
			if m := lookup(t.Modals, v.Modal); m != "" {
				if v.Negated && v.Perfect {
					return record.Negated
				}
				if (v.Modal == "would" || v.Modal == "must") && p != nil && !v.Perfect {
					return record.Planned
				}
				return m
			}
		case v.Tense == lang.Future:
			return record.Planned
		}
		if m := lookup(t.Marks, c.Mark); m != "" {
			done := v.Tense == lang.Past || c.Kind == lang.Participle && p != nil && p.Predicate.Tense == lang.Past
			if m != record.Planned || !done {
				return m
			}
		}
	}
	if p == nil {
		return ""
	}
	if c.Link == lang.Adverbial && contains(t.Following, c.Mark) {
		m := f.clauseModality(p, depth+1)
		present := c.Predicate.Tense == lang.Present && !c.Predicate.Perfect
		if m == record.Hypothetical && (present || c.Kind == lang.Participle) || m == record.Planned && present {
			return record.Planned // whether they will go home after taking the town
		}
		return ""
	}
	governs := c.Predicate.Noun || c.Kind == lang.Infinite || c.Link == lang.Complement || c.Link == lang.Argument
	if c.Link == lang.Coordinate && c.Kind == lang.Infinite {
		return f.clauseModality(p, depth+1)
	}
	if !governs {
		return ""
	}
	if c.Predicate.Noun && !f.argumentOf(c, p) {
		return ""
	}
	if l := f.light(c, nil); l != nil && l.Told {
		return ""
	} else if l != nil && l.Modality == record.Actual {
		return f.clauseModality(p, depth+1) // agreed a ceasefire, set a house on fire
	}
	m := f.governing(c, p)
	if m == told {
		return ""
	}
	lemma := p.Predicate.Lemma
	if !c.Predicate.Noun && contains(t.Telling, lemma) && (p.Predicate.Negated || negatedSubject(p)) {
		return ""
	}
	if c.Kind == lang.Infinite || c.Kind == lang.Participle && c.Link == lang.Argument {
		if n := f.governingNoun(c, p); n != "" {
			return n
		}
		if m == "" && c.Link == lang.Complement && lemma == "be" {
			return record.Planned // is to attack
		}
		if m == record.Actual {
			return f.clauseModality(p, depth+1) // managed to seize
		}
		if m == "" && c.Link == lang.Purpose && !p.Predicate.Noun {
			return record.Planned // moved in to retake the town
		}
	}
	if m == record.Actual {
		m = ""
	}
	if m != "" && finiteContent(c) && m != record.Negated {
		m = "" // warned that rebels had seized: told as having happened
	}
	if m != "" {
		if p.Predicate.Negated && m == record.Negated {
			return ""
		}
		return m
	}
	return f.clauseModality(p, depth+1)
}

// told is what a verb says of its object that can only be done to what is so.
const told = "told"

// governing is what the verb of p says of the clause or event noun c that is
// its argument.
func (f *finder) governing(c, p *lang.Clause) string {
	t := &f.set.Modality
	lemma := p.Predicate.Lemma
	if p.Predicate.Particle != "" && !strings.HasSuffix(lemma, " "+p.Predicate.Particle) {
		lemma += " " + p.Predicate.Particle
	}
	prep := c.Mark
	if c.Predicate.Noun {
		prep = prepOf(c, p)
		m := lookup(t.Objects, lemma+" "+prep)
		if m == "" {
			m = lookup(t.Objects, lemma)
		}
		if m == "" && prep == "for" {
			m = f.purposeNoun(p)
		}
		switch m {
		case "":
			if f.dueTo(c, p) {
				return record.Planned
			}
		case record.Actual:
			return told
		default:
			return m
		}
	}
	if prep != "" {
		if m := lookup(t.Verbs, lemma+" "+prep); m != "" {
			return m
		}
	}
	return lookup(t.Verbs, lemma)
}

// purposeNoun is what a noun says of an event noun that stands apart from it:
// preparations were made for the assault.
func (f *finder) purposeNoun(p *lang.Clause) string {
	for _, a := range p.Args {
		if a.Function == lang.Object || a.Function == lang.Subject && p.Predicate.Voice == lang.Passive {
			if m := lookup(f.set.Modality.Nouns, a.Group.Lemma); m != record.Actual {
				return m
			}
		}
	}
	return ""
}

// dueTo says whether the event noun c is to happen: the truce was to begin.
func (f *finder) dueTo(c, p *lang.Clause) bool {
	if p.Predicate.Lemma != "be" || p.Arg(lang.Subject) != c.Group {
		return false
	}
	for _, o := range c.Sentence.Clauses {
		if o.Parent == p && o.Kind == lang.Infinite && o.Link == lang.Complement {
			return true
		}
	}
	return false
}

// prepOf is the preposition after which the event noun c stands in p.
func prepOf(c, p *lang.Clause) string {
	for _, a := range p.Args {
		if a.Function == lang.Oblique && (a.Group == c.Group || member(a.Group, c.Group)) {
			return a.Prep
		}
	}
	return ""
}

// shares says whether the clause is coordinated with one whose auxiliary it
// shares: will free land and enable a return.
func shares(c *lang.Clause) bool {
	if c.Link != lang.Coordinate || c.Parent == nil || c.Verb == nil || c.Parent.Verb == nil {
		return false
	}
	v, p := c.Verb, c.Parent
	if v.Modal != "" || v.Negated || v.First != v.Main || v.Form != "VB" && v.Form != "VBP" {
		return false
	}
	for _, a := range c.Args {
		if a.Function == lang.Subject && !a.Shared {
			return false
		}
	}
	return p.Kind == lang.Infinite || p.Predicate.Modal != "" || p.Predicate.Tense == lang.Future || shares(p)
}

// finiteContent says whether the clause tells its content in a tense of its
// own.
func finiteContent(c *lang.Clause) bool {
	return c.Kind == lang.Finite && c.Link == lang.Complement && (c.Predicate.Tense == lang.Past || c.Predicate.Perfect)
}

// governingNoun is the modality that the object of the governing verb lends
// an infinitive: has a plan to attack, in an attempt to expel.
func (f *finder) governingNoun(c, p *lang.Clause) string {
	for _, a := range p.Args {
		if a.Group.End > c.Start || a.Group.Start < p.Predicate.Start {
			continue
		}
		if m := lookup(f.set.Modality.Nouns, a.Group.Lemma); m != "" {
			return m
		}
	}
	return ""
}

func (f *finder) argumentOf(c, p *lang.Clause) bool {
	for _, a := range p.Args {
		if a.Group == c.Group || member(a.Group, c.Group) {
			return a.Function == lang.Object || a.Function == lang.Subject || a.Function == lang.Oblique && contains(f.set.Grammar.Governing, a.Prep)
		}
	}
	return false
}

// negatedSubject says whether nobody did it. A subject taken over from the
// verb that governs the clause is for that verb to judge.
func negatedSubject(c *lang.Clause) bool {
	var s *lang.NounGroup
	for _, a := range c.Args {
		if a.Function == lang.Subject {
			if a.Shared && c.Link == lang.Complement {
				return false
			}
			s = a.Group
			break
		}
	}
	if s == nil {
		return false
	}
	d := s.Det
	return d == "no" || d == "neither" || strings.EqualFold(s.Text(), "none") || s.Lemma == "nobody"
}

func lookup(table map[string][]string, word string) string {
	for _, m := range []string{record.Actual, record.Negated, record.Planned, record.Hypothetical} {
		if contains(table[m], word) {
			return m
		}
	}
	return ""
}
