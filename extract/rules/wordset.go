package rules

import (
	"slices"
	"strings"

	"sitrep/extract/wordlist"
)

// WordSet is a list of lemmas, of one word or several, that is searched for in
// the words of a text. The words are looked up in it, and not it in the words:
// lists are long.
type WordSet struct {
	all     map[string]bool
	phrases map[string][]string // those with a space, with a space before and after, by their first word
	parted  []string            // those with a space or a hyphen
	letters []letters           // of parted
	words   *wordlist.Sieve     // of all and of the first words of phrases
}

// Words are the words and lemmas of a sentence, in the form in which many sets are asked
// for them.
type Words struct {
	Text   string // in lower case, a space before and after each word
	each   []string
	hashes []uint32 // of each
}

// Reset makes w the words of a text, none of which is added yet.
func (w *Words) Reset(text string) { w.Text, w.each, w.hashes = text, w.each[:0], w.hashes[:0] }

// Add adds a word, or a lemma of one.
func (w *Words) Add(word string) {
	w.each, w.hashes = append(w.each, word), append(w.hashes, wordlist.Hash(word))
}

// Each returns what was added.
func (w *Words) Each() []string { return w.each }

// Phrase is the text of a noun group in the form in which many sets are asked for it.
type Phrase struct {
	text    string // in lower case, a space before and after each word
	letters letters
	hashes  []uint32 // of what hasWordOf may look up
}

// PhraseOf returns the phrase of a text in lower case.
func PhraseOf(text string) Phrase {
	p := Phrase{text: " " + text + " ", letters: lettersOf(text) | lettersOf(" ")}
	p.hashes = make([]uint32, 0, 2*strings.Count(p.text, " ")) // most words are one or two
	add := func(word string) { p.hashes = append(p.hashes, wordlist.Hash(word)) }
	for word := range strings.SplitSeq(text, " ") {
		if word == "" {
			continue
		}
		add(word)
		if n := len(word) - 1; word[n] == 's' {
			add(word[:n])
		}
		if i := strings.IndexByte(word, '-'); i > 0 {
			add(word[:i])
		}
	}
	return p
}

// letters is the set of the letters that words have, of which it tells in no time that
// most phrases do not stand in a group.
type letters uint32

func lettersOf(s string) (out letters) {
	for i := range len(s) {
		out |= 1 << (s[i] & 31)
	}
	return out
}

// NewWordSet returns the set of the lemmas.
func NewWordSet(lemmas []string) *WordSet {
	w := &WordSet{all: make(map[string]bool, len(lemmas)), words: wordlist.NewSieve(len(lemmas))}
	for _, l := range lemmas {
		w.all[l] = true
		w.words.Add(l)
		if first, _, several := strings.Cut(l, " "); several && first != "" {
			if w.phrases == nil {
				w.phrases = map[string][]string{}
			}
			w.words.Add(first)
			w.phrases[first] = append(w.phrases[first], " "+l+" ")
		}
		if strings.ContainsAny(l, " -") {
			w.parted, w.letters = append(w.parted, l), append(w.letters, lettersOf(l))
		}
	}
	return w
}

// Has reports whether a lemma is in the set.
func (w *WordSet) Has(lemma string) bool { return w.words.May(lemma) && w.all[lemma] }

// AreAmong reports whether one of the lemmas, of one word or several, is among the
// words and lemmas of a sentence.
func (w *WordSet) AreAmong(said *Words) bool {
	for i, h := range said.hashes {
		if !w.words.MayHash(h) {
			continue
		}
		word := said.each[i]
		if w.all[word] || slices.ContainsFunc(w.phrases[word], func(phrase string) bool { return strings.Contains(said.Text, phrase) }) {
			return true
		}
	}
	return false
}

// StandsIn reports whether one of the lemmas stands in a phrase: as it is, as a plural,
// or as the first part of a word with a hyphen. The first word that begins as the lemma
// decides.
func (w *WordSet) StandsIn(phrase *Phrase) bool {
	return slices.ContainsFunc(phrase.hashes, w.words.MayHash) && w.hasWordOf(phrase.text) || w.hasPartedIn(phrase)
}

// hasWordOf is StandsIn for lemmas that are one word of the text.
func (w *WordSet) hasWordOf(text string) bool {
	for at := 1; at < len(text); {
		n := strings.IndexByte(text[at:], ' ')
		if n < 0 {
			break
		}
		if l := w.lemma(text[at : at+n]); l != "" && indexAfterSpace(text, l) == at {
			return true
		}
		at += n + 1
	}
	return false
}

// hasPartedIn is StandsIn for lemmas with a space or a hyphen.
func (w *WordSet) hasPartedIn(phrase *Phrase) bool {
	for k, l := range w.parted {
		if w.letters[k]&^phrase.letters != 0 {
			continue
		}
		if i := indexAfterSpace(phrase.text, l); i >= 0 && endsForm(phrase.text[i+len(l):]) {
			return true
		}
	}
	return false
}

// lemma returns the lemma of the set that a word is a form of, or "".
func (w *WordSet) lemma(word string) string {
	if word == "" || w.Has(word) {
		return word
	}
	if n := len(word) - 1; n > 2 && word[n] == 's' && w.Has(word[:n]) { // not its
		return word[:n]
	}
	if i := strings.IndexByte(word, '-'); i > 0 && w.Has(word[:i]) {
		return word[:i]
	}
	return ""
}

// endsForm reports whether what follows a lemma ends its word, a plural of it or
// the first part of a word.
func endsForm(rest string) bool {
	return strings.HasPrefix(rest, " ") || strings.HasPrefix(rest, "s ") || strings.HasPrefix(rest, "-")
}

// indexAfterSpace returns where a part of a text that has a space before it begins,
// or -1.
func indexAfterSpace(text, part string) int {
	for at := 1; at < len(text); at++ {
		i := strings.Index(text[at:], part)
		if i < 0 {
			return -1
		}
		if at += i; text[at-1] == ' ' {
			return at
		}
	}
	return -1
}
