package event

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

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

// findSubjects finds out what the text speaks of.
func (f *finder) findSubjects() {
	f.hits = f.domainHits(f.doc.Article.Text)
	about := f.subjectsOf(f.hits)
	f.subjects = about
	f.conflict = about.conflict >= conflictFloor && about.conflict >= about.other
	f.onlyConflict = about.conflict >= 4*conflictFloor && about.conflict >= 2*about.other
	f.otherSubject = about.other >= foreignFloor && 2*about.conflict < about.other
}

// domainHit is a word or phrase of a subject in a text, as the list has it, and where it stands.
type domainHit struct {
	from, to int
	phrase   string
	domain   rules.Domain
}

// domainWord is where a word of a text stands.
type domainWord struct{ from, to int }

// domainWords is the memory of the words that domainHits reads.
var domainWords = sync.Pool{New: func() any { return new([]domainWord) }}

// domainHits returns the words and phrases of subjects in a text, by where they begin.
func (f *finder) domainHits(text string) []domainHit {
	memory := domainWords.Get().(*[]domainWord)
	defer domainWords.Put(memory)
	words := appendDomainWords((*memory)[:0], text)
	*memory = words
	var out []domainHit
	var phrase []byte
	for i, w := range words {
		phrase = appendLower(phrase[:0], text[w.from:w.to])
		for n := 1; n <= 3 && (n > 1 || f.set.BeginsDomain(phrase)); n++ {
			if d, known, ok := f.set.DomainOf(phrase); ok {
				out = append(out, domainHit{w.from, words[i+n-1].to, known, d})
			}
			if i+n == len(words) {
				break
			}
			phrase = appendLower(append(phrase, ' '), text[words[i+n].from:words[i+n].to])
		}
	}
	return out
}

func appendLower(b []byte, word string) []byte {
	from := len(b)
	b = append(b, word...)
	for i := from; i < len(b); i++ {
		switch c := b[i]; {
		case 'A' <= c && c <= 'Z':
			b[i] += 'a' - 'A'
		case c >= utf8.RuneSelf:
			return append(b[:from], strings.ToLower(word)...)
		}
	}
	return b
}

// subjectsOf adds up the weights of the words and phrases of subjects by subject. Each
// counts once, however often it stands there.
func (f *finder) subjectsOf(hits []domainHit) (out subjects) {
	if len(hits) == 0 {
		return out
	}
	weights, seen := map[string]int{}, map[string]bool{}
	for i := range hits {
		if h := &hits[i]; !seen[h.phrase] {
			seen[h.phrase] = true
			weights[h.domain.Name] += h.domain.Weight
		}
	}
	out.conflict = weights["conflict"]
	for _, name := range f.set.Subjects {
		if weights[name] > out.other {
			out.other, out.name = weights[name], name
		}
	}
	return out
}

// hitsWithin returns the hits of a sentence, which are those of its text where no word goes
// over its ends.
func (f *finder) hitsWithin(s *lang.Sentence) []domainHit {
	text := f.doc.Article.Text
	if goesOver(text, s.Start) || goesOver(text, s.End) {
		return f.domainHits(s.Text)
	}
	from, _ := slices.BinarySearchFunc(f.hits, s.Start, func(h domainHit, at int) int { return h.from - at })
	to, _ := slices.BinarySearchFunc(f.hits, s.End, func(h domainHit, at int) int { return h.from - at })
	within := f.hits[from:to]
	if slices.ContainsFunc(within, func(h domainHit) bool { return h.to > s.End }) {
		within = slices.DeleteFunc(slices.Clone(within), func(h domainHit) bool { return h.to > s.End })
	}
	return within
}

// goesOver reports whether a word goes on over a byte of a text.
func goesOver(text string, at int) bool {
	return at > 0 && at < len(text) && isDomainByte(text[at-1]) && isDomainByte(text[at])
}

// appendDomainWords appends the words of a text, which go on over hyphens
// and apostrophes.
func appendDomainWords(out []domainWord, text string) []domainWord {
	from := -1 // of the word, if in one
	for i := 0; i < len(text); {
		in, size := isDomainByte(text[i]), 1
		if text[i] >= utf8.RuneSelf {
			in, size = startsDomainRune(text[i:])
		}
		switch {
		case in && from < 0:
			from = i
		case !in && from >= 0:
			out, from = append(out, domainWord{from, i}), -1
		}
		i += size
	}
	if from >= 0 {
		out = append(out, domainWord{from, len(text)})
	}
	return out
}

// startsDomainRune reports whether the first rune of a text, which is not ASCII, belongs to a word,
// and returns its size: é does, and a curly quotation mark, a dash or a hard space does not.
func startsDomainRune(text string) (bool, int) {
	r, size := utf8.DecodeRuneInString(text)
	return r == '’' || !unicode.IsPunct(r) && !unicode.IsSpace(r), size
}

// isDomainByte reports whether a byte of a text is one of a word.
func isDomainByte(c byte) bool {
	return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' || c == '-' || c > 127 || c == '\''
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
	return slices.ContainsFunc(k.slots, func(s slot) bool {
		return s.function != "modifier" && f.class(s.group).Is(rules.Place|rules.Facility)
	})
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
	return slices.ContainsFunc(k.slots, func(s slot) bool {
		return s.group.Time || f.class(s.group).Is(rules.Place|rules.Force|rules.Person)
	})
}

// isTimeless reports whether a verb stands in the simple present, in which general
// statements are made.
func isTimeless(v *lang.Predicate) bool {
	return v.Tense == lang.Present && !v.Progressive && !v.Perfect && !v.Noun && v.Voice == lang.Active
}
