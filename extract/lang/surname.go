package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"

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
	is, known := d.capitals[word]
	if !known {
		if d.capitals == nil {
			d.capitals = map[string]bool{}
		}
		is = d.hasCapitalInside(word)
		d.capitals[word] = is
	}
	return is
}

// hasCapitalInside reports whether the text has a word with a capital where no sentence
// begins, and nowhere without one.
func (d *Document) hasCapitalInside(word string) bool {
	if _, rest, _ := strings.Cut(d.Article.Text, word); !strings.Contains(rest, word) {
		return false // it opens its sentence, and the text has it nowhere else
	}
	small := strings.ToLower(word)
	found := false
	for _, s := range d.Sentences {
		if s.Part == article.Title || s.HasTitleCase() {
			continue
		}
		if small != word && nextWord(s.Text, small, 0) >= 0 {
			return false
		}
		for at := nextWord(s.Text, word, 0); at >= 0 && !found; at = nextWord(s.Text, word, at+len(word)) {
			last := strings.LastIndexFunc(s.Text[:at], unicode.IsLetter) // of the word before
			if last >= 0 {
				_, size := utf8.DecodeRuneInString(s.Text[last:])
				gap := strings.TrimSpace(s.Text[last+size : at])
				found = gap == "" || gap == ","
			}
		}
	}
	return found
}

// nextWord returns where a word stands in a text, from an offset on, or -1.
func nextWord(text, word string, from int) int {
	for {
		k := strings.Index(text[from:], word)
		if k < 0 {
			return -1
		}
		at := from + k
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		after, _ := utf8.DecodeRuneInString(text[at+len(word):])
		if !unicode.IsLetter(before) && !unicode.IsLetter(after) {
			return at
		}
		from = at + len(word)
	}
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
