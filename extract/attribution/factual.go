package attribution

import (
	"strings"

	"sitrep/extract/lang"
)

// affirmed reports whether the saying is told as a fact: it is not negated,
// conditional, a question or an order.
func (l *parsed) affirmed(u *saying) bool {
	v, c := u.verb, u.clause
	if v.Negated {
		return false
	}
	if u.has(fAgent) && l.t.Word(v.Last+1) == "to" || is("attributive", l.t[u.cueToken].Lower) && v.First == v.Main && l.t.Tag(v.First-1) == "CC" {
		return false // men believed to be rebels; and alleged bandits
	}
	switch v.Modal {
	case "":
		if v.Tense == lang.Future {
			return false
		}
	case "would":
		if !v.Perfect {
			return false
		}
	default:
		return false
	}
	for k := v.First - 1; k >= 0 && k >= v.First-3; k-- {
		if is("undoing", l.t.Word(k)) {
			return false
		}
		if l.boundary(k) {
			break
		}
	}
	if v.Infinitive {
		p := l.governor(u)
		return p != nil && words().aspects[p.Lemma] && !p.Negated && p.Modal == ""
	}
	if v.Form == "VB" && v.Modal == "" && v.First == v.Main && l.t.Mark(v.First-1) != '"' {
		return false // an imperative or a question: say what you want
	}
	if c != nil && c.Link == lang.Conditional {
		return false
	}
	return true
}

// governor returns the verb that the infinitive of the saying depends on, or
// nil.
func (l *parsed) governor(u *saying) *lang.VerbGroup {
	for k := u.verb.First - 1; k >= 0 && k >= u.verb.First-4; k-- {
		if v := l.s.VerbAt(k); v != nil {
			return v
		}
		if !strings.HasPrefix(l.t.Tag(k), "RB") && l.t.Tag(k) != "IN" && l.t.Tag(k) != "RP" {
			return nil
		}
	}
	return nil
}

// hasExceptedObject reports whether the verb says nothing with the object that
// it has: the flood claimed lives; the army denied them access.
func (l *parsed) hasExceptedObject(u *saying) bool {
	set := words().except[u.lemma]
	if set == nil {
		return false
	}
	for k := u.lastToken + 1; k < len(l.t) && k <= u.lastToken+6 && !l.boundary(k); k++ {
		if set[l.t[k].Lemma] {
			return true
		}
		if l.isPreposition(k) {
			return false
		}
	}
	return false
}

// objectIsClaim reports whether the verb's object is something said, as in
// rejected the allegations, and not an offer or a request.
func (l *parsed) objectIsClaim(u *saying) bool {
	k := u.lastToken + 1
	if l.t.Mark(k) == '"' || l.t.Mark(u.firstToken()-1) == '"' || l.t.Word(k) == "that" {
		return true
	}
	g := l.groupFrom[min(k, len(l.t))]
	if g == nil {
		return false
	}
	for m := g.Last + 1; m < len(l.t) && m < g.Last+5; m++ {
		if l.t.Word(m) == "as" {
			return true
		}
	}
	return words().nouns[l.t[g.Head].Lower] != nil || l.t[g.Head].Tag == "PRP"
}

// Silence reports whether a sentence tells that nobody has said something: no
// group has claimed the attack.
func Silence(s *lang.Sentence) bool {
	for _, c := range s.Clauses {
		if c.Verb == nil {
			continue
		}
		if w := s.Tokens[c.Verb.Main].Lower; words().verbs[w] == nil && words().phrasal[w] == nil {
			continue
		}
		if g := c.Arg(lang.Subject); g != nil && (is("no", g.Det) && g.Det != "any" || is("nobody", s.Tokens[g.Head].Lower)) {
			return true
		}
	}
	return false
}
