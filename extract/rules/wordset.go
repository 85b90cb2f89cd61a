package rules

import "strings"

// WordSet is a list of lemmas, of one word or several, that is searched for in
// the words of a text. The words are looked up in it, and not it in the words:
// lists are long.
type WordSet struct {
	all     map[string]bool
	phrases []string // those with a space
	parted  []string // those with a space or a hyphen
}

// NewWordSet returns the set of the lemmas.
func NewWordSet(lemmas []string) *WordSet {
	w := &WordSet{all: make(map[string]bool, len(lemmas))}
	for _, l := range lemmas {
		w.all[l] = true
		if strings.IndexByte(l, ' ') > 0 {
			w.phrases = append(w.phrases, l)
		}
		if strings.ContainsAny(l, " -") {
			w.parted = append(w.parted, l)
		}
	}
	return w
}

// Has reports whether a lemma is in the set.
func (w *WordSet) Has(lemma string) bool { return w.all[lemma] }

// Phrases returns the lemmas of several words.
func (w *WordSet) Phrases() []string { return w.phrases }

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
	for _, l := range w.parted {
		if i := indexAfterSpace(text, l); i >= 0 && endsForm(text[i+len(l):]) {
			return true
		}
	}
	return false
}

// lemma returns the lemma of the set that a word is a form of, or "".
func (w *WordSet) lemma(word string) string {
	if word == "" || w.all[word] {
		return word
	}
	if n := len(word) - 1; word[n] == 's' && w.all[word[:n]] {
		return word[:n]
	}
	if i := strings.IndexByte(word, '-'); i > 0 && w.all[word[:i]] {
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
