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
	}
	if m := f.clauseModality(c, 0); m != "" {
		return m
	}
	return record.Actual
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
	if !c.Predicate.Noun {
		v := &c.Predicate
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
		if c.Link == lang.Conditional {
			return record.Hypothetical
		}
	}
	if p == nil {
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
	if l := f.light(c); l != nil && l.Told {
		return ""
	} else if l != nil && l.Modality == record.Actual {
		return f.clauseModality(p, depth+1) // agreed a ceasefire, set a house on fire
	}
	lemma := p.Predicate.Lemma
	m := lookup(t.Verbs, lemma)
	if c.Kind == lang.Infinite {
		if n := f.governingNoun(c, p); n != "" {
			return n
		}
		if m == "" && c.Link == lang.Complement && lemma == "be" {
			return record.Planned // is to attack
		}
		if m == record.Actual {
			return f.clauseModality(p, depth+1) // managed to seize
		}
		if m == "" && c.Link == lang.Purpose {
			if lookup(t.Verbs, lemma) == "" && !p.Predicate.Noun {
				return record.Planned // moved in to retake the town
			}
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

func negatedSubject(c *lang.Clause) bool {
	s := c.Arg(lang.Subject)
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
