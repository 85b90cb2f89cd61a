package actor

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/extract/lang"
	"sitrep/extract/lexicon"
	"sitrep/gazetteer"
)

// maxNounWords is how many words a noun of the dictionary has at most.
const maxNounWords = 4

// nounEndingAt returns the longest noun of the dictionary that ends at token
// head and begins at token from or later, where it begins, and whether there is
// one.
func (r *Reader) nounEndingAt(s *lang.Sentence, from, head int) (gazetteer.ActorNoun, int, bool) {
	if !r.dictionary.EndsNoun(s.Tokens[head].Text) {
		return gazetteer.ActorNoun{}, 0, false
	}
	for k := max(from, head-maxNounWords+1); k <= head; k++ {
		if n, ok := r.dictionary.Noun(s.Text[s.Tokens[k].Start-s.Start : s.Tokens[head].End-s.Start]); ok {
			return n, k, true
		}
	}
	return gazetteer.ActorNoun{}, 0, false
}

// endsUnlistedName reports whether the noun that begins at token at is only the
// last word of a longer name that the dictionary does not have, as in the Sons
// of Thunder Brigade. At the beginning of a sentence, where the first word has
// a capital anyway, another word has to have one.
func (r *Reader) endsUnlistedName(g *lang.NounGroup, at int, names []groupName) bool {
	s := g.Sentence
	if !capitalised(s.Tokens[g.Head].Text) || g.Head == 0 || at == g.First && g.First == 0 {
		return false
	}
	for k := at - 1; k >= g.Modifiers.From && k >= 0; k-- {
		word := s.Tokens[k].Text
		if !capitalised(word) || k == 0 {
			return false
		}
		if nameCovering(names, k) == nil {
			if _, ok := r.dictionary.Noun(word); !ok {
				return true
			}
		}
	}
	return false
}

// continuesWithOf reports whether a capitalised noun is the beginning of a name
// with of in it that the dictionary does not have, as in the Army of the
// Victorious Sect.
func (r *Reader) continuesWithOf(g *lang.NounGroup, at int) bool {
	if at != g.Head || !capitalised(g.Sentence.Tokens[g.Head].Text) || g.Head == 0 && !collective(g.Lemma) {
		return false
	}
	return slices.ContainsFunc(g.Attached, func(a *lang.Attachment) bool {
		return a.Prep == "of" && a.Group.Proper && a.Group.First <= g.Last+3 && len(r.Names(a.Group.Span)) == 0
	})
}

// capitalised reports whether a word is written as a name: with a capital, also
// behind an article, as in al-Ahwal.
func capitalised(w string) bool {
	c, _ := utf8.DecodeRuneInString(w)
	if unicode.IsUpper(c) {
		return true
	}
	i := strings.IndexByte(w[:min(len(w), 4)], '-') // what follows may be a whole text
	if i < 0 {
		return false
	}
	c, _ = utf8.DecodeRuneInString(w[i+1:])
	return unicode.IsUpper(c)
}

// isOfficer reports whether a name is a police officer's, or the rank before it, and
// so no armed group's: Inspector [Aslam Baloch], [SSP] Irfan Ali.
func (r *Reader) isOfficer(m gazetteer.ActorMatch) bool {
	if m.Form != gazetteer.FormName && m.Form != gazetteer.FormLeader || !capitalised(r.doc.Article.Text[m.Start:]) {
		return false
	}
	text := r.doc.Article.Text
	if words().ranks[strings.ToLower(text[m.Start:m.End])] {
		rest, ok := strings.CutPrefix(text[m.End:], " ")
		return ok && capitalised(rest)
	}
	return hasRankBefore(text[:m.Start], m.Form == gazetteer.FormName) || m.Form == gazetteer.FormName && r.isSurname(text, m)
}

// isSurname reports whether the one word of a name stands right behind a first name, which
// begins its sentence or phrase, or behind any word with a capital with which it is all that stands
// between two commas: Ahmed [Shabab] was hurt; the minister, Mahamadou [Sana], said.
func (r *Reader) isSurname(text string, m gazetteer.ActorMatch) bool {
	if strings.Contains(text[m.Start:m.End], " ") || strings.ToUpper(text[m.Start:m.End]) == text[m.Start:m.End] {
		return false
	}
	before, ok := strings.CutSuffix(text[:m.Start], " ")
	if !ok {
		return false
	}
	after, _, _ := strings.Cut(strings.TrimPrefix(text[m.End:], " "), " ")
	if _, isNoun := r.dictionary.Noun(strings.ToLower(strings.TrimRight(after, ".,;:"))); isNoun {
		return false // Jordan Hamas fighters
	}
	first := before[strings.LastIndexAny(before, " \n(\"“")+1:]
	aside := strings.HasSuffix(before, ", "+first) && strings.HasPrefix(text[m.End:], ",")
	return capitalised(first) && (aside || lexicon.Given()[strings.ToLower(first)])
}

// hasRankBefore reports whether a text ends with a police officer's rank, or with his
// rank and first name where that is asked for: Inspector Omar [Shabab].
func hasRankBefore(text string, first bool) bool {
	before, ok := strings.CutSuffix(text, " ")
	if !ok {
		return false
	}
	start := strings.LastIndexAny(before, " \n(\"“") + 1
	if word := before[start:]; !first {
		return words().ranks[strings.ToLower(strings.TrimSuffix(word, "."))]
	}
	return capitalised(before[start:]) && hasRankBefore(before[:start], false)
}
