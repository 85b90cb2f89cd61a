package actor

import (
	"strings"
	"unicode"

	"sitrep/gazetteer"
)

// MayNameMilitants reports whether a mention of the article may be a militia or
// rebel group that has an id, by the words of the article alone: it may only
// save the reading of sentences, so it says no where that is certain.
//
// Such a mention has its id and its kind from one row of the dictionary, whose
// name or whose parent's is in the text. Or it has the id of a body that is of no
// kind, and its kind from a noun, a modifier or a word of a name.
func (r *Reader) MayNameMilitants() bool {
	bodies := false
	for i := range r.names {
		for _, c := range r.names[i].Candidates {
			if r.dictionary.LeadsMilitants(c.Actor) {
				return true
			}
			bodies = bodies || r.names[i].Form < gazetteer.FormState
		}
	}
	return bodies && (r.dictionary.HasMilitantWord(r.doc.Article.Text) || hasMilitantWord(r.doc.Article.Text))
}

// hasMilitantWord reports whether a text has a word that tells militants in the
// name of a group or beside a noun for persons: brigade, motorbike.
func hasMilitantWord(text string) bool {
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if len(w) > longestMilitantWord {
			continue
		}
		w = strings.ToLower(w)
		if words().militant[w] || words().militant[strings.TrimSuffix(w, "s")] {
			return true
		}
	}
	return false
}

// longestMilitantWord bounds the words that are looked up.
const longestMilitantWord = 24

// militantWords returns the words of names, the nouns after an ethnic modifier
// and those of phrases after a noun that make militants of what they stand with.
func (l *vocabulary) militantWords() map[string]bool {
	out := map[string]bool{}
	for word, kind := range l.shapes {
		if gazetteer.IsMilitant(kind) {
			out[word] = true
		}
	}
	for noun := range l.ethnic {
		out[noun] = true
	}
	for phrase := range l.arms {
		_, noun, _ := strings.Cut(phrase, " ")
		out[noun] = true
	}
	return out
}
