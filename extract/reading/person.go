package reading

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/extract/lang"
	"sitrep/extract/lexicon"
)

// NamesPerson reports whether a group is nothing but the name of a person: with a first name, or a
// surname that the text has behind another name before, as Abedi after Salman Abedi.
func (r *Reading) NamesPerson(g *lang.NounGroup) bool {
	if !g.Proper || g.Pronoun {
		return false
	}
	t := g.Sentence.Tokens
	for k := g.First; k <= g.Last; k++ {
		if !t.ProperNoun(k) || !t.Capital(k) {
			return false
		}
	}
	if g.Last > g.First {
		return lexicon.Given()[t[g.First].Lower]
	}
	for _, before := range r.Document.Sentences[:g.Sentence.Index+1] {
		if hasFullName(before.Text, t[g.First].Text) {
			return true
		}
	}
	return false
}

// hasFullName reports whether a text has a name behind a first name, or behind another name that
// does not open it.
func hasFullName(text, name string) bool {
	for {
		i := strings.LastIndex(text, " "+name)
		if i < 0 {
			return false
		}
		after := text[i+1+len(name):]
		text = text[:i]
		k := strings.LastIndexAny(text, " \n\"“(") + 1
		first := text[k:]
		if isCapitalised(first) && (k > 0 || lexicon.Given()[strings.ToLower(first)]) && (after == "" || !isLetter(after)) {
			return true
		}
	}
}

// isCapitalised reports whether a word is a capital and then small letters.
func isCapitalised(w string) bool {
	c, n := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(c) && n < len(w) && strings.IndexFunc(w[n:], func(r rune) bool { return !unicode.IsLower(r) }) < 0
}

// isLetter reports whether a text begins with a letter.
func isLetter(text string) bool {
	c, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLetter(c)
}
