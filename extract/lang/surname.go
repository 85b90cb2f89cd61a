package lang

import (
	"strings"
	"unicode"

	"sitrep/extract/article"
	"sitrep/extract/tagger"
)

// A name that opens a sentence looks like any other word there, and prose often takes it
// for one: Tolliver/RB fired at a car. What the text has with a capital elsewhere in a
// sentence, and nowhere without, is a name: Gerald Tolliver.

// opensWithName reports whether the first word of a sentence is one that the text writes
// with a capital in the middle of a sentence, and never without.
func (d *Document) opensWithName(s *Sentence) bool {
	if s.Part == article.Title {
		return false
	}
	word, _ := firstWord(s.Text)
	if !isCapitalised(word) || d.words.verbLike(strings.ToLower(word)) {
		return false
	}
	if d.capitals == nil {
		d.capitals = d.capitalised()
	}
	return d.capitals[word]
}

// capitalised returns the words that have a capital where no sentence begins, and that
// the text has nowhere without one.
func (d *Document) capitalised() map[string]bool {
	out, lower := map[string]bool{}, map[string]bool{}
	for _, s := range d.Sentences {
		if s.Part == article.Title || titleCase(s.Text) {
			continue
		}
		for text := s.Text; ; {
			word, at := firstWord(text)
			if word == "" {
				break
			}
			gap := strings.TrimSpace(text[:at])
			switch {
			case !isCapitalised(word):
				lower[word] = true
			case len(text) < len(s.Text) && (gap == "" || gap == ","):
				out[word] = true
			}
			text = text[at+len(word):]
		}
	}
	for word := range out {
		if lower[strings.ToLower(word)] {
			delete(out, word)
		}
	}
	return out
}

// firstWord returns the first stretch of letters in a text and where it begins, or "".
func firstWord(text string) (word string, at int) {
	at = strings.IndexFunc(text, unicode.IsLetter)
	if at < 0 {
		return "", len(text)
	}
	word = text[at:]
	if end := strings.IndexFunc(word, func(r rune) bool { return !unicode.IsLetter(r) }); end >= 0 {
		word = word[:end]
	}
	return word, at
}

// isCapitalised reports whether a word has a capital and then small letters.
func isCapitalised(word string) bool {
	for i, r := range word {
		if unicode.IsUpper(r) != (i == 0) {
			return false
		}
	}
	return len(word) > 2
}

// isActOfName reports whether tokens begin with a lone name: behind it is its finite verb,
// or what can only be one before an object, a comma or a possessive mark.
func isActOfName(ts []tagger.Token) bool {
	third := ""
	if len(ts) > 2 {
		third = ts[2].Tag
	}
	switch ts[1].Tag {
	case "VBD", "VBZ", "MD", "POS", ",":
		return true
	case "VBN", "JJ", "NN":
		return third == "DT" || third == "CD" || third == "PRP$"
	case "RB":
		return third == "VBD" || third == "VBZ" // then shot
	}
	return false
}
