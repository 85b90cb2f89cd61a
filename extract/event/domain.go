package event

import (
	"strings"

	"sitrep/extract/article"
	"sitrep/extract/lang"
	"sitrep/extract/rules"
)

// conflictFloor is the weight of conflict words from which a text is taken to
// speak of one.
const conflictFloor = 3

// foreignFloor is the weight of the words of one other subject from which a
// text, or a sentence, is taken to speak of it whatever else is in it.
const foreignFloor = 6

// domains are the weights of the subjects that a stretch of text speaks of.
type domains struct {
	conflict int
	other    int // the heaviest other subject
	name     string
}

// subjectOf weighs the words of a text by the subjects that they speak of.
// Each word counts once.
func (f *finder) subjectOf(text string) domains {
	weights := map[string]int{}
	seen := map[string]bool{}
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '-' || r > 127 || r == '\'')
	})
	var phrase []byte
	for i := range words {
		phrase = phrase[:0]
		for n := 0; n < 3 && i+n < len(words); n++ {
			if n > 0 {
				phrase = append(phrase, ' ')
			}
			phrase = append(phrase, words[i+n]...)
			d, ok := f.set.Domains[string(phrase)]
			if ok && !seen[string(phrase)] {
				seen[string(phrase)] = true
				weights[d.Name] += d.Weight
			}
		}
	}
	out := domains{conflict: weights["conflict"]}
	for _, name := range f.set.Subjects {
		if weights[name] > out.other {
			out.other, out.name = weights[name], name
		}
	}
	return out
}

// foreign says why a sentence speaks of something else than conflict, or "".
func (f *finder) foreign(s *lang.Sentence) string {
	d := f.subjectOf(s.Text)
	if f.warlike && d.other < 2*foreignFloor {
		return ""
	}
	if d.other > d.conflict && (d.other >= 3 && d.conflict < 3 || d.other >= foreignFloor) {
		return "speaks of " + d.name
	}
	return ""
}

// doubtful says why a candidate of a weak rule is left out, or "": its words
// are used of crime and accident too, and neither its roles nor the text name
// an armed or political side.
func (f *finder) doubtful(k *candidate) string {
	if !f.supported(k) {
		return "a bare noun that tells nothing of its own"
	}
	if k.general() {
		return "a general statement"
	}
	if !k.Rule.Weak && (f.conflict || len(f.doc.Sentences) <= shortText) {
		return ""
	}
	for _, fs := range [][]Filler{k.Actors, k.Targets} {
		for _, x := range fs {
			side := x.Class.Is(rules.Rebel) || x.Class.Is(rules.State) && !x.Class.Is(rules.Police)
			if side && !f.elsewhere || f.reading.ArmedGroup(x.Group) != "" {
				return ""
			}
			if !f.elsewhere && f.faceless(x.Group) {
				return ""
			}
		}
	}
	for _, w := range k.Weapons {
		switch w.Class {
		case "suicide", "explosive", "grenade", "chemical", "artillery", "aircraft":
			return ""
		}
	}
	if f.conflict || !f.elsewhere && f.namesArmed() {
		return ""
	}
	return "weak: no armed or political side in the text"
}

// faceless says whether a group names people who hide who they are:
// unidentified men, masked youths.
func (f *finder) faceless(g *lang.NounGroup) bool {
	for k := g.First; k < g.Head; k++ {
		if contains(f.set.Grammar.Faceless, g.Sentence.Tokens[k].Lower) {
			return true
		}
	}
	return false
}

// namesArmed says whether a sentence that may tell an event names an armed
// group.
func (f *finder) namesArmed() bool {
	for f.asked < len(f.doc.Sentences) && !f.armed {
		if f.gate[f.asked] {
			for _, g := range f.doc.Analyse(f.asked).Nouns {
				f.armed = f.armed || f.reading.ArmedGroup(g) != ""
			}
		}
		f.asked++
	}
	return f.armed
}

// shortText is how many sentences a text may have for its rules to be believed
// by themselves. A longer one that never names an armed or political side is
// about something else.
const shortText = 4

// supported says whether an event noun tells something: a verb carries it, a
// role is filled, or it says where.
func (f *finder) supported(k *candidate) bool {
	c := k.Clause
	if !c.Predicate.Noun || len(k.Clauses) > 1 || len(k.Actors) > 0 || len(k.Targets) > 0 || c.Sentence.Part == article.Title {
		return true
	}
	for _, s := range k.slots {
		if s.class.Is(rules.Place|rules.Facility) && s.function != "modifier" {
			return true
		}
	}
	return false
}

// general says whether an event noun without an article stands in a statement
// about its kind: riots are more likely in hot summers, few would join a
// protest.
func (k *candidate) general() bool {
	c := k.Clause
	if !c.Predicate.Noun || c.Sentence.Part == article.Title || len(k.Actors) > 0 || k.victims || c.Parent == nil {
		return false
	}
	g := c.Group
	if g.Det != "" && g.Det != "a" && g.Det != "an" && g.Det != "any" || g.Possessor != nil || !g.Numeral.Empty() {
		return false
	}
	for _, s := range k.slots {
		if s.class.Is(rules.Place|rules.Force|rules.Person) || s.group.Time {
			return false
		}
	}
	v := &c.Parent.Predicate
	return v.Tense == lang.Present && !v.Progressive && !v.Perfect && !v.Noun && v.Voice == lang.Active
}
