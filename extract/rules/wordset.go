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
	begins  map[string]bool // the first words of phrases
	phrases []string        // those with a space, with a space before and after
	parted  []string        // those with a space or a hyphen
	letters []letters       // of parted
	words   *wordlist.Sieve // of all and begins
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
			if w.begins == nil {
				w.begins = map[string]bool{}
			}
			w.begins[first] = true
			w.words.Add(first)
			w.phrases = append(w.phrases, " "+l+" ")
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
// words and lemmas of a sentence, whose text has a space before and after each word.
func (w *WordSet) AreAmong(words []string, text string) bool {
	begun := false
	for _, x := range words {
		if !w.words.May(x) {
			continue
		}
		if w.all[x] {
			return true
		}
		begun = begun || w.begins[x]
	}
	return begun && slices.ContainsFunc(w.phrases, func(phrase string) bool { return strings.Contains(text, phrase) })
}

// StandsIn reports whether one of the lemmas stands in a text in lower case, which
// has a space before and after each word: as it is, as a plural, or as the first
// part of a word with a hyphen. The first word that begins as the lemma decides.
func (w *WordSet) StandsIn(text string) bool {
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
	if len(w.parted) == 0 {
		return false
	}
	in := lettersOf(text)
	for k, l := range w.parted {
		if w.letters[k]&^in != 0 {
			continue
		}
		if i := indexAfterSpace(text, l); i >= 0 && endsForm(text[i+len(l):]) {
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
	if n := len(word) - 1; word[n] == 's' && w.Has(word[:n]) {
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
