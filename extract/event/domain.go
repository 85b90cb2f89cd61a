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
