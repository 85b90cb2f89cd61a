package attribution

import (
	"sitrep/extract/lang"
)

// affirmed reports whether the saying is told as a fact: it is not negated,
// conditional, a question or an order.
func (l *parsed) affirmed(u *saying) bool {
	v, c := u.verb, u.clause
	switch {
	case v.Negated && u.entry.kind == Denied && v.Tense == lang.Present && v.Modal == "":
		u.kind = Admitted // does not deny that
	case v.Negated, v.Tense == lang.Future, v.Modal == "would" && !v.Perfect, v.Modal != "" && v.Modal != "would",
		c != nil && c.Link == lang.Conditional,
		u.has(fAgent) && l.t.Word(v.Last+1) == "to",                            // men believed to be rebels
		is("attributive", l.t[u.cueToken].Lower) && l.t.Tag(v.First-1) == "CC", // and alleged bandits
		l.undone(v):
		return false
	case v.Infinitive:
		p := c.Parent // went on to say
		return p != nil && words().aspects[p.Predicate.Lemma] && !p.Predicate.Negated && p.Predicate.Modal == ""
	}
	// An imperative or a question: say what you want.
	return v.Form != "VB" || v.Modal != "" || v.First != v.Main || l.t.Mark(v.First-1) == '"'
}

// undone reports whether a word shortly before the verb negates it or makes it a
// condition: never, without, unless.
func (l *parsed) undone(v *lang.VerbGroup) bool {
	for k := v.First - 1; k >= 0 && k >= v.First-3 && !l.boundary(k); k-- {
		if is("undoing", l.t.Word(k)) && l.t.Tag(k) != "NNP" { // but Doctors Without Borders said
			return true
		}
	}
	return false
}

// hasExceptedObject reports whether the verb says nothing with the object that
// it has: the flood claimed lives; the army denied them access.
func (l *parsed) hasExceptedObject(u *saying) bool {
	set := words().except[u.lemma]
	for k := u.lastToken + 1; set != nil && k < len(l.t) && k <= u.lastToken+6 && !l.boundary(k) && !l.isPreposition(k); k++ {
		if set[l.t[k].Lemma] {
			return true
		}
	}
	return false
}

// objectIsClaim reports whether the verb's object is something said, as in
// rejected on Monday the allegations, and not an offer or a request.
func (l *parsed) objectIsClaim(u *saying) bool {
	k := l.skipAdjuncts(u.lastToken+1, u)
	if l.t.Mark(k) == '"' || l.t.Mark(u.firstToken()-1) == '"' || l.t.Word(k) == "that" {
		return true
	}
	g := l.groupFrom(k)
	if g == nil {
		return false
	}
	for m := g.Last + 1; m < len(l.t) && m < g.Last+5; m++ {
		if l.t.Word(m) == "as" {
			return true
		}
	}
	return words().nouns[l.t[g.Head].Lower] != nil || l.t[g.Head].Tag == "PRP" || l.isNumberPut(g)
}

// isNumberPut reports whether a group is a number that is put at a figure: put [the
// number] of injured at 58, [the number of people] killed at 90, [the dead] at nine, [its losses] at six.
func (l *parsed) isNumberPut(g *lang.NounGroup) bool {
	if g.Det != "the" && g.Possessor == nil && !l.t.Tagged(g.First, "PRP$") || !is("numbered", l.t[g.Head].Lower) && !is("numbered", l.t.Word(g.First+1)) {
		return false
	}
	for k := g.Last + 1; k < len(l.t) && k <= g.Last+longestNumbered && !l.boundary(k); k++ {
		if l.t.Word(k) == "at" && l.t.Tagged(k+1, "CD", "RB", "JJR", "IN", "JJS") {
			return true
		}
	}
	return false
}

// longestNumbered is how many words may tell what a number is of: of those who had fled.
const longestNumbered = 16
