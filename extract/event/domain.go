package event

import (
	"strings"
	"sync"

	"sitrep/extract/article"
	"sitrep/extract/lang"
	"sitrep/extract/rules"
)

// conflictFloor is the weight of words of conflict from which on a text is taken
// to speak of conflict.
const conflictFloor = 3

// foreignFloor is the weight of words of one other subject from which on a text or
// a sentence is taken to speak of that subject.
const foreignFloor = 6

// subjects holds the weights of the subjects that a stretch of text speaks of.
type subjects struct {
	conflict int
	other    int    // of the heaviest other subject
	name     string // of that subject
}

// domainWords is the memory of the words that subjectsOf reads.
var domainWords = sync.Pool{New: func() any { return new([]string) }}

// subjectsOf adds up the weights of the words and phrases of a text by subject.
// Each counts once, however often it stands there.
func (f *finder) subjectsOf(text string) subjects {
	var weights map[string]int
	var seen map[string]bool
	memory := domainWords.Get().(*[]string)
	words := appendDomainWords((*memory)[:0], strings.ToLower(text))
	defer func() {
		clear(words) // keep no text alive
		*memory = words
		domainWords.Put(memory)
	}()
	var phrase []byte
	for i := range words {
		if !f.set.BeginsDomain(words[i]) {
			continue
		}
		phrase = phrase[:0]
		for n := 0; n < 3 && i+n < len(words); n++ {
			if n > 0 {
				phrase = append(phrase, ' ')
			}
			phrase = append(phrase, words[i+n]...)
			d, ok := f.set.Domains[string(phrase)]
			if ok && !seen[string(phrase)] {
				if seen == nil {
					weights, seen = map[string]int{}, map[string]bool{}
				}
				seen[string(phrase)] = true
				weights[d.Name] += d.Weight
			}
		}
	}
	out := subjects{conflict: weights["conflict"]}
	for _, name := range f.set.Subjects {
		if weights[name] > out.other {
			out.other, out.name = weights[name], name
		}
	}
	return out
}

// appendDomainWords appends the words of a text in lower case, which go on over hyphens
// and apostrophes.
func appendDomainWords(out []string, text string) []string {
	from := -1 // of the word, if in one
	for i := range len(text) {
		c := text[i]
		switch in := c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c > 127 || c == '\''; {
		case in && from < 0:
			from = i
		case !in && from >= 0:
			out, from = append(out, text[from:i]), -1
		}
	}
	if from >= 0 {
		out = append(out, text[from:])
	}
	return out
}

// namesArmedGroup reports whether a sentence with a word that begins as a trigger
// does names an armed group.
func (f *finder) namesArmedGroup() bool {
	if f.scanned == 0 && !f.reading.MayNameMilitants() {
		f.scanned = len(f.doc.Sentences)
	}
	for f.scanned < len(f.doc.Sentences) && !f.armed {
		if f.gate.hints(f.doc.Sentences[f.scanned].Text) {
			for _, g := range f.doc.Analyse(f.scanned).Nouns {
				f.armed = f.armed || f.reading.ArmedGroup(g) != ""
			}
		}
		f.scanned++
	}
	return f.armed
}

// shortText is the number of sentences up to which a text counts as short. It has
// no room for much beside the act itself; a longer one has many clauses about
// something else.
const shortText = 4

// isSupported reports whether a candidate is more than a bare event noun: it is a
// verb, or a noun that a verb carries, with a filled role or a place, or it stands
// in a title.
func (f *finder) isSupported(k *candidate) bool {
	c := k.Clause
	if !c.Predicate.Noun || len(k.Clauses) > 1 || len(k.Actors) > 0 || len(k.Targets) > 0 || c.Sentence.Part == article.Title {
		return true
	}
	for _, s := range k.slots {
		if s.function != "modifier" && f.class(s.group).Is(rules.Place|rules.Facility) {
			return true
		}
	}
	return false
}

// isGeneral reports whether an event noun without a definite article stands in a
// statement about its kind, as in "riots are more likely in hot summers" or "few
// would join a protest".
func (f *finder) isGeneral(k *candidate) bool {
	c := k.Clause
	if !c.Predicate.Noun || c.Sentence.Part == article.Title || len(k.Actors) > 0 || k.victims || c.Parent == nil {
		return false
	}
	return isIndefinite(c.Group) && isTimeless(&c.Parent.Predicate) && !f.isSituated(k)
}

// isIndefinite reports whether a group names nothing in particular: riots, a
// protest, any attack.
func isIndefinite(g *lang.NounGroup) bool {
	switch g.Det {
	case "", "a", "an", "any":
		return g.Possessor == nil && g.Numeral.Empty()
	}
	return false
}

// isSituated reports whether the candidate's clause names a place, somebody or a
// time.
func (f *finder) isSituated(k *candidate) bool {
	for _, s := range k.slots {
		if s.group.Time || f.class(s.group).Is(rules.Place|rules.Force|rules.Person) {
			return true
		}
	}
	return false
}

// isTimeless reports whether a verb stands in the simple present, in which general
// statements are made.
func isTimeless(v *lang.Predicate) bool {
	return v.Tense == lang.Present && !v.Progressive && !v.Perfect && !v.Noun && v.Voice == lang.Active
}
